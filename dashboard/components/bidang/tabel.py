"""The one table of Bidang & IKI: target, realisation, achievement, trend, status, and how the entry stands."""

from collections.abc import Collection, Iterable, Sequence
from decimal import Decimal

import streamlit as st
from markupsafe import Markup

from dashboard import session
from dashboard.charts.kalimat import nilai_bersatuan, target_tertulis
from dashboard.components.umum.tata import kelas_warna, lencana_html, status_html
from dashboard.domain.dasar.periode import ROMAWI
from dashboard.domain.hitung.hasil import HasilIndikator
from dashboard.formatting import persen
from dashboard.services.entri.bidang import BarisKinerja, KeadaanEntri
from dashboard.services.kinerja import Kinerja

KEPALA = (
    ("Indikator", ""),
    ("Entri", ""),
    ("Target s.d.", "dk-kanan"),
    ("Realisasi", "dk-kanan"),
    ("Capaian", "dk-kanan"),
    ("Tren", ""),
    ("Status", ""),
)
KATA_KEADAAN: dict[KeadaanEntri, tuple[str, str]] = {
    KeadaanEntri.DIKEMBALIKAN: ("✖", "Dikembalikan"),
    KeadaanEntri.BELUM: ("○", "Belum diisi"),
    KeadaanEntri.DRAF: ("◐", "Draf"),
    KeadaanEntri.DIAJUKAN: ("◆", "Menunggu persetujuan"),
    KeadaanEntri.DISETUJUI: ("●", "Disetujui"),
    KeadaanEntri.DIHITUNG: ("=", "Dihitung dari komponen"),
    KeadaanEntri.MENUNGGU: ("○", "Menunggu penilaian"),
    KeadaanEntri.TIDAK_DITARGETKAN: ("–", "Tanpa target periode ini"),
}
PUNCAK = Decimal(130)


def tabel_bidang(k: Kinerja, baris: Sequence[BarisKinerja], dipilih: str | None, dikoreksi: Collection[str]) -> None:
    """Draw the table; `dikoreksi` are the codes whose value was changed after the quarter was closed."""
    kepala = _gabung(Markup('<th scope="col" class="{}">{}</th>').format(kelas, teks) for teks, kelas in KEPALA)
    isi = _gabung(_baris(k, b, b.kode == dipilih, b.kode in dikoreksi) for b in baris)
    pola = (
        '<div class="dk dk-gulir dk-bidang" tabindex="0" role="region" aria-label="Daftar nilai bidang">'
        '<table class="dk-tabel"><caption class="dk-tersembunyi">Nilai bidang, yang terlambat dan belum diisi di atas'
        "</caption><thead><tr>{}</tr></thead><tbody>{}</tbody></table></div>"
    )
    st.html(Markup(pola).format(kepala, isi))


def _baris(k: Kinerja, b: BarisKinerja, dipilih: bool, dikoreksi: bool) -> Markup:
    h = b.hasil
    angka = (
        target_tertulis(h) if h is not None and h.target.sampai else "–",
        nilai_bersatuan(b.nilai, b.satuan),
        persen(h.persen) if h is not None else "–",
    )
    pola = '<tr class="{}">{}<td>{}</td>{}<td>{}</td><td>{}</td></tr>'
    return Markup(pola).format(
        "dk-dipilih" if dipilih else "",
        _nama(k, b, dikoreksi),
        entri_html(b),
        _gabung(Markup('<td class="dk-angka dk-kanan">{}</td>').format(a) for a in angka),
        batang_tren(b.tren),
        status_html(h.status) if h is not None else Markup('<span class="dk-redup">masukan rumus</span>'),
    )


def _nama(k: Kinerja, b: BarisKinerja, dikoreksi: bool) -> Markup:
    tanda = [lencana_html(kata) for kata, ya in (("bersama", b.bersama), ("dikoreksi", dikoreksi)) if ya]
    alamat = session.alamat("bidang-iki", unit=str(st.query_params.get("unit", "")), iki=b.kode)
    pemilik = ", ".join(k.jabatan.get(j, j) for j in b.pemilik) or "pemilik belum ditetapkan"
    pola = '<th scope="row"><a href="{}" target="_self"><b>{}</b> {}</a> {}<small class="dk-redup">{}</small></th>'
    return Markup(pola).format(alamat, b.kode, b.nama, Markup(" ").join(tanda), pemilik)


def entri_html(b: BarisKinerja) -> Markup:
    """How the entry stands: a shape, the word, and whether it is late."""
    bentuk, kata = KATA_KEADAAN[b.keadaan]
    lewat = lencana_html("terlambat") if b.terlambat else Markup("")
    pola = '<span class="dk-entri"><span class="dk-bentuk" aria-hidden="true">{}</span> {}</span> {}'
    return Markup(pola).format(bentuk, kata, lewat)


def batang_tren(tren: Sequence[HasilIndikator]) -> Markup:
    """Achievement by quarter as small bars in their status colours; the line across is 100 %."""
    teks = ", ".join(f"TW {ROMAWI[tw]} {persen(h.persen)}" for tw, h in enumerate(tren, 1) if h.persen is not None)
    if not teks:
        return Markup('<span class="dk-redup">–</span>')
    batang = _gabung(
        Markup('<i class="{}" style="height:{}%"></i>').format(kelas_warna(h.status), _tinggi(h)) for h in tren
    )
    return Markup('<span class="dk-tren" role="img" aria-label="{}" title="{}">{}</span>').format(teks, teks, batang)


def _tinggi(h: HasilIndikator) -> int:
    """In percent of the box, whose top is 130 % achievement; a quarter without a value leaves its place empty."""
    return 0 if h.persen is None else max(4, round(min(h.persen, PUNCAK) * 100 / PUNCAK))


def _gabung(bagian: Iterable[Markup]) -> Markup:
    return Markup("").join(bagian)
