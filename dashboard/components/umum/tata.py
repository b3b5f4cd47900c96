"""Generic pieces of a page: header with its finding, status, cards, notices, empty state, footer.

`..._html` functions are pure and return escaped ``Markup`` (data only ever enters through ``.format``, which
escapes); the functions beside them draw it. They hold no widget, so they may be drawn inside a replay.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import streamlit as st
from markupsafe import Markup

from dashboard.domain.dasar.skala import Status
from dashboard.texts import ABU, BIRU, DATA_SIMULASI, HIJAU, MERAH, ORANYE, STATUS

_KELAS_WARNA = {MERAH: "dk-merah", ORANYE: "dk-oranye", HIJAU: "dk-hijau", BIRU: "dk-biru", ABU: "dk-abu"}
_KOSONG = Markup("")


@dataclass(frozen=True, slots=True)
class Kartu:
    """One card: a name, a figure already formatted, and what it means. `status` adds shape and word."""

    judul: str
    nilai: str
    satuan: str = ""
    status: Status | None = None
    keterangan: tuple[str, ...] = ()
    simulasi: bool = False


def lencana_html(teks: str) -> Markup:
    """A small outlined label such as "data simulasi"."""
    return Markup('<span class="dk-lencana">{}</span>').format(teks)


def status_html(status: Status) -> Markup:
    """Shape in the status colour, word in the text colour, meaning as a tooltip."""
    tampilan = STATUS[status]
    pola = '<span class="dk-status" title="{}"><span class="dk-bentuk {}" aria-hidden="true">{}</span>{}</span>'
    return Markup(pola).format(tampilan.arti, _KELAS_WARNA[tampilan.warna], tampilan.bentuk, tampilan.kata)


def kelas_warna(status: Status) -> str:
    """The style class that carries a status colour, for shapes and bars."""
    return _KELAS_WARNA[STATUS[status].warna]


def status_teks(status: Status) -> str:
    """Shape and word as plain text, for tables and captions: "✖ Kritis"."""
    return f"{STATUS[status].bentuk} {STATUS[status].kata}"


def kepala_html(halaman: str, temuan: str, konteks: Sequence[str] = (), *, simulasi: bool = False) -> Markup:
    """The page's name above its finding; under it where and when, and the mark of simulated data."""
    bagian = _gabung(Markup("<span>{}</span>").format(k) for k in konteks)
    if simulasi:
        bagian += lencana_html(DATA_SIMULASI)
    pola = (
        '<header class="dk dk-kepala"><p class="dk-halaman dk-redup">{}</p><h1>{}</h1>'
        '<div class="dk-konteks dk-redup">{}</div></header>'
    )
    return Markup(pola).format(halaman, temuan, bagian)


def kartu_html(kartu: Kartu) -> Markup:
    """One card."""
    satuan = Markup("<small>{}</small>").format(kartu.satuan) if kartu.satuan else _KOSONG
    status = Markup("<p>{}</p>").format(status_html(kartu.status)) if kartu.status else _KOSONG
    keterangan = _gabung(Markup('<p class="dk-redup">{}</p>').format(k) for k in kartu.keterangan)
    tanda = Markup("<p>{}</p>").format(lencana_html(DATA_SIMULASI)) if kartu.simulasi else _KOSONG
    pola = (
        '<section class="dk-kartu"><h3>{}</h3><p class="dk-nilai dk-angka">{}{}</p>'
        '<div class="dk-bawah">{}{}{}</div></section>'
    )
    return Markup(pola).format(kartu.judul, kartu.nilai, satuan, status, keterangan, tanda)


def kosong_html(judul: str, penjelasan: str) -> Markup:
    """What stands where there is nothing to show: what is missing, why, and what to do."""
    return Markup('<section class="dk dk-kosong"><h2>{}</h2><p class="dk-redup">{}</p></section>').format(
        judul, penjelasan
    )


def kepala_halaman(halaman: str, temuan: str, konteks: Sequence[str] = (), *, simulasi: bool = False) -> None:
    """Draw a page's header; `temuan` is one sentence with the finding and becomes the page's only h1."""
    st.html(kepala_html(halaman, temuan, konteks, simulasi=simulasi))


def baris_kartu(kartu: Sequence[Kartu]) -> None:
    """Draw cards side by side, as many to a row as fit."""
    st.html(Markup('<div class="dk dk-kisi">{}</div>').format(_gabung(kartu_html(k) for k in kartu)))


def subjudul(teks: str, keterangan: str = "") -> None:
    """Draw the heading of a part of the page, with one quiet line under it."""
    pola = '<div class="dk"><h2 class="dk-judul">{}</h2><p class="dk-kalimat dk-redup">{}</p></div>'
    st.html(Markup(pola).format(teks, keterangan))


def keadaan_kosong(judul: str, penjelasan: str) -> None:
    """Draw the empty state."""
    st.html(kosong_html(judul, penjelasan))


def galat(kalimat: str) -> None:
    """Draw what stands in place of a page that failed."""
    st.html(Markup('<section class="dk dk-kosong dk-galat" role="alert"><h2>{}</h2></section>').format(kalimat))


def catatan(teks: str) -> None:
    """Draw a quiet remark set off from the text."""
    st.html(Markup('<p class="dk dk-catatan">{}</p>').format(teks))


def catatan_simulasi(teks: str = "Realisasi pada halaman ini dibuat untuk peragaan, bukan laporan resmi.") -> None:
    """Draw the notice that values are simulated; due on every page that shows one."""
    st.html(Markup('<p class="dk dk-catatan">{} {}</p>').format(lencana_html(DATA_SIMULASI), teks))


def legenda_status(status: Sequence[Status]) -> None:
    """Draw the statuses that occur, with their words."""
    st.html(Markup('<div class="dk dk-legenda">{}</div>').format(_gabung(status_html(s) for s in status)))


def kaki_halaman(versi_data: str, keterangan: Sequence[str] = ()) -> None:
    """Draw the footer: the data's version and where it comes from."""
    isi = _gabung(Markup("<span>{}</span>").format(k) for k in (f"Versi data {versi_data}", *keterangan))
    st.html(Markup('<footer class="dk dk-kaki dk-redup">{}</footer>').format(isi))


def _gabung(bagian: Iterable[Markup]) -> Markup:
    return _KOSONG.join(bagian)
