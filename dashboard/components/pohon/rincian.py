"""The drawer of one box: where it stands, its indicators, how their numbers were made, and what hangs on what."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Any

import streamlit as st
from markupsafe import Markup

from dashboard import session
from dashboard.charts.kalimat import kalimat, nilai_bersatuan, satuan_beda
from dashboard.charts.kotak_pohon import KATA_GARIS, KATA_KEYAKINAN
from dashboard.components.indikator.penjelasan import penjelasan_html
from dashboard.components.pohon.tabel import tabel_indikator_html
from dashboard.components.umum.tata import status_teks
from dashboard.domain.cascade.kontribusi import Cara, Kontribusi
from dashboard.domain.cascade.penyebab import Kekurangan, Penyebab
from dashboard.domain.dasar.indikator import PeranKomponen
from dashboard.domain.hitung.hasil import HasilIndikator
from dashboard.formatting import bulatkan, bulatkan_bagian, capaian_teks, selisih
from dashboard.services.pohon import PohonKinerja
from dashboard.services.ringkasan import terburuk_dahulu
from dashboard.templates import Fragments
from dashboard.texts import JENIS, hubungan_teks

KATA_CARA = {Cara.PASTI: "dapat dijumlahkan", Cara.SATU_PER_SATU: "tidak dapat dijumlahkan dengan yang lain"}
TABEL_TERBUKA = 8
_HTML = Fragments(__file__)
Alamat = Callable[[str], str]


def rincian_simpul(p: PohonKinerja, kode: str, alamat: Alamat) -> None:
    """Draw the drawer's content in few elements, for each takes the browser its time; links carry `data-kotak`."""
    hasil = p.hasil(kode)
    kepala = kepala_simpul_html(p, kode, alamat)
    if not hasil:
        st.html(kepala + _HTML("tanpa_indikator"))
        return
    if len(hasil) <= TABEL_TERBUKA:
        st.html(kepala + tabel_indikator_html(hasil))
    else:
        st.html(kepala)
        with st.expander(f"Semua {len(hasil)} indikator"):
            st.html(tabel_indikator_html(hasil))
    st.html(rincian_hubungan_html(p, _pilih_indikator(hasil, kode), alamat))


def _pilih_indikator(hasil: Sequence[HasilIndikator], kode: str) -> str:
    """The indicator to explain: the one in the address, else the worst; the reader may choose another."""
    urut = terburuk_dahulu(tuple(hasil))
    if len(urut) == 1:
        return urut[0].kode
    nama = {h.kode: f"{status_teks(h.status)} · {h.kode} {h.indikator.nama}" for h in urut}
    kunci = f"uraian-{kode}"
    if kunci not in st.session_state:
        st.session_state[kunci] = session.record("indikator", nama) or urut[0].kode
    return str(st.selectbox("Uraikan indikator", list(nama), key=kunci, format_func=nama.__getitem__))


def rincian_hubungan_html(p: PohonKinerja, indikator: str, alamat: Alamat) -> Markup:
    """One indicator: the leaves behind its shortfall, its making, what feeds it, what it feeds."""
    h = p.k.hasil.indikator[indikator]
    hubungan = p.hubungan(indikator)
    turun = bagian_tampil(hubungan.turun, h.simpul.terhitung)
    return (
        _kekurangan(p, h, hubungan.kekurangan, alamat)
        + penjelasan_html(h, p.k.penjelasan(indikator), p.k.dokumen, p.k.pemilik(indikator), p.k.data.instansi.wilayah)
        + _hubungan("Dibentuk oleh", turun, [_tautan(p, k, k.komponen.komponen, indikator, alamat) for k in turun])
        + _hubungan(
            "Menyumbang ke",
            hubungan.naik,
            [_tautan(p, k, k.komponen.indikator, k.komponen.indikator, alamat) for k in hubungan.naik],
        )
    )


def _hubungan(judul: str, kontribusi: Sequence[Kontribusi], baris: Sequence[dict[str, Any]]) -> Markup:
    """What hangs on what; where the links come from is said once below them."""
    catatan = dict.fromkeys(k.komponen.catatan for k in kontribusi if k.komponen.catatan)
    return _HTML("hubungan", judul, baris, tuple(catatan))


def bagian_tampil(turun: Sequence[Kontribusi], jumlah: Decimal | None) -> tuple[Kontribusi, ...]:
    """What the parts give, rounded so that they add up to what they make as it is shown."""
    bagian = [satu.bagian for satu in turun if satu.bagian is not None]
    if jumlah is None or bulatkan(sum(bagian, -jumlah)):
        return tuple(turun)
    tampil = iter(bulatkan_bagian(bagian, jumlah))
    return tuple(satu if satu.bagian is None else replace(satu, bagian=next(tampil)) for satu in turun)


def kepala_simpul_html(p: PohonKinerja, kode: str, alamat: Alamat) -> Markup:
    """Level, outcome, owner, place, how sure that place is, and the way up."""
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
    induk = p.pohon.simpul.get(s.induk or "")
    naik = (induk.kode, f"↑ {induk.kode} {induk.sasaran}", alamat(induk.kode)) if induk else None
    return _HTML("kepala", JENIS[s.jenjang], kode, s.sasaran, isi, naik)


def _kekurangan(p: PohonKinerja, h: HasilIndikator, kekurangan: Kekurangan, alamat: Alamat) -> Markup:
    pasti = any(s.poin is not None for s in kekurangan.penyebab)
    judul = "Indikator terbawah di balik kekurangan ini" if pasti else "Capaian terendah di bawahnya (tanpa hitungan)"
    baris = [
        {
            **_sasaran_tautan(p, sebab.kode, alamat),
            "status": p.k.hasil.indikator[sebab.kode].status,
            "keterangan": (
                capaian_teks(p.k.hasil.indikator[sebab.kode].capaian),
                p.k.pemilik(sebab.kode),
                *_kata_sebab(p, kekurangan.kode, sebab),
            ),
        }
        for sebab in kekurangan.penyebab
    ]
    unit = p.k.pengisi.get(h.kode)
    lembar = session.address("bidang-iki", unit=unit, iki=h.kode) if unit else ""
    return _HTML("kekurangan", kalimat(h), judul, baris, kekurangan.belum, lembar)


def _kata_sebab(p: PohonKinerja, kode: str, sebab: Penyebab) -> tuple[str, ...]:
    if sebab.poin is None:
        return ()
    penyebut = any(
        k.komponen == sebab.kode and k.peran is PeranKomponen.PENYEBUT
        for bagian in p.graph.bagian.values()
        for k in bagian
    )
    kata = "menjadi pembagi, makin besar makin menurunkan; " if penyebut else ""
    jarak = _selisih_bersatuan(p, kode, sebab.poin)
    return (f"{kata}bila tepat target, {kode} berubah {jarak} ({KATA_CARA[sebab.cara]})",)


def _selisih_bersatuan(p: PohonKinerja, kode: str, jarak: Decimal) -> str:
    """A difference in an indicator's own unit, with its sign."""
    return selisih(jarak, satuan=satuan_beda(p.k.hasil.indikator[kode].indikator.satuan))


def _tautan(p: PohonKinerja, satu: Kontribusi, kode: str, induk: str, alamat: Alamat) -> dict[str, Any]:
    """A related indicator or variabel with what links it to the one explained."""
    k = satu.komponen
    satuan = p.k.hasil.indikator[induk].indikator.satuan
    bagian = [hubungan_teks(k.peran, k.sifat)]
    if satu.bagian is not None:
        bagian.append(f"memberi {nilai_bersatuan(satu.bagian, satuan)}")
    if satu.pengaruh is not None:
        bagian.append(f"bila tepat target: {_selisih_bersatuan(p, induk, satu.pengaruh)}")
        bagian.append(KATA_CARA[satu.cara])
    return {**_sasaran_tautan(p, kode, alamat), "status": None, "keterangan": tuple(dict.fromkeys(bagian))}


def _sasaran_tautan(p: PohonKinerja, kode: str, alamat: Alamat) -> dict[str, Any]:
    """The name, with the box it leads to; a variabel has none and shows its value."""
    nama = f"{kode} {p.nama.get(kode, '')}"
    hasil = p.k.hasil.indikator.get(kode)
    if hasil is not None and hasil.indikator.simpul in p.pohon.simpul:
        return {"nama": nama, "kotak": hasil.indikator.simpul, "alamat": alamat(hasil.indikator.simpul)}
    variabel = p.k.hasil.variabel.get(kode)
    nama, nilai = (p.nama.get(kode, kode), variabel.nilai) if variabel else (nama, None)
    return {"nama": f"{nama}: {nilai_bersatuan(nilai, None)}", "kotak": None, "alamat": None}
