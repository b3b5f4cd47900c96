"""The drawer of one box: where it stands, its indicators, how their numbers were made, and what hangs on what."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from decimal import Decimal
from functools import partial

import streamlit as st
from markupsafe import Markup

from dashboard.charts.kalimat import kalimat, nilai_bersatuan
from dashboard.charts.kotak_pohon import KATA_GARIS, KATA_KEYAKINAN
from dashboard.components.indikator.penjelasan import panel_penjelasan
from dashboard.components.pohon.tabel import tabel_indikator_html
from dashboard.components.umum.tata import catatan, status_teks
from dashboard.domain.cascade.kontribusi import Cara, Kontribusi
from dashboard.domain.cascade.penyebab import Kekurangan, Penyebab
from dashboard.domain.dasar.indikator import PeranKomponen
from dashboard.domain.hitung.hasil import HasilIndikator
from dashboard.formatting import bulatkan, bulatkan_bagian, capaian_teks, selisih
from dashboard.services.pohon import PohonKinerja
from dashboard.services.ringkasan import terburuk_dahulu
from dashboard.templates import Fragments
from dashboard.texts import JENIS, SIFAT

KATA_CARA = {
    Cara.PASTI: "pasti, dapat dijumlahkan",
    Cara.SATU_PER_SATU: "satu per satu, tidak dapat dijumlahkan",
    Cara.HANYA_ARAH: "hanya arah",
}
KATA_PERAN = {PeranKomponen.SUKU: "suku", PeranKomponen.PEMBILANG: "pembilang", PeranKomponen.PENYEBUT: "penyebut"}
TABEL_TERBUKA = 8
_HTML = Fragments(__file__)
Lompat = Callable[[str], None]


def rincian_simpul(p: PohonKinerja, kode: str, lompat: Lompat) -> None:
    """Draw the drawer's content; `lompat` is called with the code of a box to go to."""
    s = p.pohon.simpul[kode]
    st.html(kepala_simpul_html(p, kode))
    if s.induk in p.pohon.simpul and s.induk is not None:
        _button(f"↑ {s.induk} {p.pohon.simpul[s.induk].sasaran}", f"naik-{kode}", partial(lompat, s.induk))
    hasil = p.hasil(kode)
    if not hasil:
        catatan("Kotak ini belum mempunyai indikator.")
        return
    if len(hasil) <= TABEL_TERBUKA:
        st.html(tabel_indikator_html(hasil))
    else:
        with st.expander(f"Semua {len(hasil)} indikator"):
            st.html(tabel_indikator_html(hasil))
    rincian_hubungan(p, _pilih_indikator(hasil, kode), lompat)


def _pilih_indikator(hasil: Sequence[HasilIndikator], kode: str) -> str:
    """The indicator to explain; the worst one first, chosen by the reader where there are several."""
    urut = terburuk_dahulu(tuple(hasil))
    if len(urut) == 1:
        return urut[0].kode
    nama = {h.kode: f"{status_teks(h.status)} · {h.kode} {h.indikator.nama}" for h in urut}
    return str(st.selectbox("Uraikan indikator", list(nama), key=f"uraian-{kode}", format_func=nama.__getitem__))


def rincian_hubungan(p: PohonKinerja, indikator: str, lompat: Lompat) -> None:
    """Draw one indicator: the leaves behind its shortfall, its making, what feeds it, what it feeds."""
    h = p.k.hasil.indikator[indikator]
    hubungan = p.hubungan(indikator)
    with st.container(gap=None):
        _judul(kalimat(h))
        _kekurangan(p, hubungan.kekurangan, lompat)
    panel_penjelasan(h, p.k.penjelasan(indikator), p.k.dokumen, p.k.pemilik(indikator))
    with st.container(gap=None):
        if hubungan.turun:
            _judul("Dibentuk oleh")
            for nomor, satu in enumerate(bagian_tampil(hubungan.turun, h.simpul.terhitung)):
                _tautan(p, satu, satu.komponen.komponen, indikator, f"turun-{indikator}-{nomor}", lompat)
        if hubungan.naik:
            _judul("Menyumbang ke")
            for nomor, satu in enumerate(hubungan.naik):
                _tautan(p, satu, satu.komponen.indikator, satu.komponen.indikator, f"atas-{indikator}-{nomor}", lompat)


def bagian_tampil(turun: Sequence[Kontribusi], jumlah: Decimal | None) -> tuple[Kontribusi, ...]:
    """What the parts give, rounded so that they add up to what they make as it is shown."""
    bagian = [satu.bagian for satu in turun if satu.bagian is not None]
    if jumlah is None or bulatkan(sum(bagian, -jumlah)):
        return tuple(turun)
    tampil = iter(bulatkan_bagian(bagian, jumlah))
    return tuple(satu if satu.bagian is None else replace(satu, bagian=next(tampil)) for satu in turun)


def kepala_simpul_html(p: PohonKinerja, kode: str) -> Markup:
    """Level, outcome, owner, place and how sure that place is."""
    s = p.pohon.simpul[kode]
    isi = [
        ("Pemilik", p.pemilik[kode] or "tidak tercantum"),
        ("Nomenklatur", s.nomenklatur),
        ("Kode acuan", s.kode_acuan),
        ("Letak", " › ".join(p.pohon.jalur(kode))),
        ("Tautan ke induk", KATA_GARIS[p.garis[kode]] if kode in p.garis else None),
        ("Keyakinan", KATA_KEYAKINAN.get(s.keyakinan or "")),
        ("Catatan letak", s.catatan),
    ]
    return _HTML("kepala", JENIS[s.jenjang], kode, s.sasaran, isi)


def _kekurangan(p: PohonKinerja, kekurangan: Kekurangan, lompat: Lompat) -> None:
    if not kekurangan.penyebab and not kekurangan.belum:
        return
    pasti = any(s.poin is not None for s in kekurangan.penyebab)
    _judul("Indikator terbawah di balik kekurangan ini" if pasti else "Capaian terendah di bawahnya (hanya arah)")
    for nomor, sebab in enumerate(kekurangan.penyebab):
        h = p.k.hasil.indikator[sebab.kode]
        bagian = (capaian_teks(h.capaian), p.k.pemilik(sebab.kode), _kata_sebab(p, kekurangan.kode, sebab))
        keterangan = _HTML("keterangan", bagian, h.status)
        _baris(p, sebab.kode, f"sebab-{kekurangan.kode}-{nomor}", keterangan, lompat)
    if kekurangan.belum:
        catatan(f"{len(kekurangan.belum)} indikator terbawah belum dilaporkan: {', '.join(kekurangan.belum[:8])}.")


def _kata_sebab(p: PohonKinerja, kode: str, sebab: Penyebab) -> str:
    if sebab.poin is None:
        return "hanya arah, tanpa hitungan"
    penyebut = any(
        k.komponen == sebab.kode and k.peran is PeranKomponen.PENYEBUT
        for bagian in p.graph.bagian.values()
        for k in bagian
    )
    kata = "sebagai penyebut, makin besar makin menurunkan; " if penyebut else ""
    return f"{kata}bila tepat target, {kode} berubah {selisih(sebab.poin)} poin ({KATA_CARA[sebab.cara]})"


def _tautan(p: PohonKinerja, satu: Kontribusi, kode: str, induk: str, kunci: str, lompat: Lompat) -> None:
    k = satu.komponen
    satuan = p.k.hasil.indikator[induk].indikator.satuan
    bagian = [KATA_PERAN[k.peran], SIFAT[k.sifat]]
    if satu.bagian is not None:
        bagian.append(f"memberi {nilai_bersatuan(satu.bagian, satuan)}")
    if satu.pengaruh is not None:
        bagian.append(f"bila tepat target: {selisih(satu.pengaruh)} poin")
    bagian.append(KATA_CARA[satu.cara])
    _baris(p, kode, kunci, _HTML("keterangan", tuple(dict.fromkeys(bagian))), lompat, k.catatan)


def _baris(
    p: PohonKinerja, kode: str, kunci: str, keterangan: Markup, lompat: Lompat, bantuan: str | None = None
) -> None:
    """One related indicator as a link to its box, or a variabel as plain text, with a line about it."""
    nama = f"{kode} {p.nama.get(kode, '')}"
    hasil = p.k.hasil.indikator.get(kode)
    if hasil is not None and hasil.indikator.simpul in p.pohon.simpul:
        _button(nama, kunci, partial(lompat, hasil.indikator.simpul), bantuan)
        st.html(keterangan)
    else:
        nilai = p.k.hasil.variabel[kode].nilai if kode in p.k.hasil.variabel else None
        st.html(_HTML("variabel", nama, nilai_bersatuan(nilai, None)) + keterangan)


def _button(label: str, kunci: str, tekan: Callable[[], None], bantuan: str | None = None) -> None:
    """A button that reads like a link; its label is data, so every sign that Markdown would read is escaped."""
    aman = "".join(f"\\{c}" if c in "\\`*_{}[]()#+-!|<>$~:" else c for c in label)
    st.button(aman, key=f"lompat-{kunci}", on_click=tekan, type="tertiary", help=bantuan)


def _judul(teks: str) -> None:
    st.html(_HTML("judul", teks))
