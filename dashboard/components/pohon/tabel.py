"""The tree as an indented table with bullets: the way for keyboards, screen readers and paper."""

from collections.abc import Callable, Collection, Iterable, Sequence

import streamlit as st
from markupsafe import Markup

from dashboard.charts.kalimat import nilai_bersatuan, target_tertulis
from dashboard.charts.kotak_pohon import KATA_KEYAKINAN, NAMA_GARIS
from dashboard.components.umum.tata import status_html
from dashboard.domain.cascade.tautan import Garis
from dashboard.domain.hitung.hasil import HasilIndikator
from dashboard.formatting import persen
from dashboard.services.pohon import PohonKinerja
from dashboard.texts import JENIS

KEPALA = ("Kotak", "Pemilik", "Indikator", "Target s.d. periode", "Realisasi", "Capaian", "Status")
KEPALA_ANGKA = KEPALA[3:6]
BUTIR = ("■", "●", "◆", "▪", "•", "–")
TAKUK_REM = 1.15


def tabel_pohon(p: PohonKinerja, tampil: Collection[str], alamat: Callable[[str], str]) -> None:
    """Draw the table of the boxes in `tampil`; each code links to its detail."""
    st.html(tabel_pohon_html(p, tampil, alamat))


def tabel_pohon_html(p: PohonKinerja, tampil: Collection[str], alamat: Callable[[str], str]) -> Markup:
    """The table as escaped HTML: one row an indicator, the box named at its first."""
    judul = f"Pohon kinerja {p.k.data.instansi.nama}"
    kepala = _gabung(
        Markup('<th scope="col" class="{}">{}</th>').format("dk-kanan" if k in KEPALA_ANGKA else "", k) for k in KEPALA
    )
    baris = _gabung(_kotak(p, kode, dalam, alamat) for kode, dalam in p.pohon.telusuri() if kode in tampil)
    pola = (
        '<div class="dk dk-gulir" tabindex="0" role="region" aria-label="{}"><table class="dk-tabel dk-cascade">'
        '<caption class="dk-tersembunyi">{}</caption><thead><tr>{}</tr></thead><tbody>{}</tbody></table></div>'
    )
    return Markup(pola).format(judul, judul, kepala, baris)


def legenda_garis(garis: Collection[Garis]) -> None:
    """Draw what the lines that occur mean, in words."""
    st.html(legenda_garis_html(garis))


def legenda_garis_html(garis: Collection[Garis]) -> Markup:
    isi = _gabung(
        Markup('<li><i class="dk-g-{}"></i>{}</li>').format(g.value, NAMA_GARIS[g]) for g in Garis if g in garis
    )
    return Markup('<ul class="dk dk-sifat" aria-label="Arti garis">{}</ul>').format(isi)


def _kotak(p: PohonKinerja, kode: str, dalam: int, alamat: Callable[[str], str]) -> Markup:
    hasil = p.hasil(kode)
    pola_baris = Markup('<tr class="{}"><th scope="row"{}>{}</th><td{}>{}</td>{}</tr>')
    rentang = Markup(' rowspan="{}"').format(len(hasil)) if len(hasil) > 1 else Markup("")
    nama = _nama_kotak(p, kode, dalam, alamat)
    pertama = _indikator(hasil[0]) if hasil else Markup('<td colspan="5" class="dk-redup">tanpa indikator</td>')
    kelas = f"dk-jenjang-{min(dalam, 2)}"
    baris = pola_baris.format(kelas, rentang, nama, rentang, p.pemilik[kode] or "–", pertama)
    return baris + _gabung(Markup("<tr>{}</tr>").format(_indikator(h)) for h in hasil[1:])


def _nama_kotak(p: PohonKinerja, kode: str, dalam: int, alamat: Callable[[str], str]) -> Markup:
    s = p.pohon.simpul[kode]
    keterangan = [JENIS[s.jenjang], KATA_KEYAKINAN.get(s.keyakinan or "", "")]
    if kode in p.pohon.yatim:
        keterangan.append("tanpa induk")
    pola = (
        '<span class="dk-takuk" style="padding-left:{}rem"><i aria-hidden="true">{}</i>'
        '<span><small class="dk-redup">{}</small><a href="{}" target="_self"><b>{}</b></a> {}</span></span>'
    )
    return Markup(pola).format(
        f"{dalam * TAKUK_REM:.2f}",
        BUTIR[min(dalam, len(BUTIR) - 1)],
        f"Tingkat {dalam + 1} · " + " · ".join(k for k in keterangan if k),
        alamat(kode),
        kode,
        s.sasaran,
    )


def _indikator(h: HasilIndikator) -> Markup:
    angka = (
        target_tertulis(h) if h.target.sampai else "–",
        nilai_bersatuan(h.nilai, h.indikator.satuan),
        persen(h.persen),
    )
    sel = _gabung(Markup('<td class="dk-angka dk-kanan">{}</td>').format(a) for a in angka)
    pola = '<td class="dk-nama">{} {}</td>{}<td>{}</td>'
    return Markup(pola).format(h.kode, h.indikator.nama, sel, status_html(h.status))


def tabel_indikator_html(hasil: Sequence[HasilIndikator]) -> Markup:
    """The indicators of one box, without the box: for the drawer."""
    kepala = _gabung(
        Markup('<th scope="col" class="{}">{}</th>').format("dk-kanan" if k in KEPALA_ANGKA else "", k)
        for k in KEPALA[2:]
    )
    baris = _gabung(Markup("<tr>{}</tr>").format(_indikator(h)) for h in hasil)
    pola = (
        '<div class="dk dk-gulir" tabindex="0" role="region" aria-label="Indikator kotak ini">'
        '<table class="dk-tabel"><thead><tr>{}</tr></thead><tbody>{}</tbody></table></div>'
    )
    return Markup(pola).format(kepala, baris)


def _gabung(bagian: Iterable[Markup]) -> Markup:
    return Markup("").join(bagian)
