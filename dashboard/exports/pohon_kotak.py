"""One printed box of the cascade: its lines, its height, its SVG."""

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from dashboard.charts.kotak_pohon import KATA_KEYAKINAN, Lencana, lencana
from dashboard.domain.dasar.indikator import JENJANG, Simpul
from dashboard.domain.dasar.skala import Status
from dashboard.domain.hitung.hasil import HasilIndikator
from dashboard.exports.pohon_letak import LEBAR_KOTAK
from dashboard.huruf_ukur import BIASA, TEBAL, bungkus
from dashboard.templates import Fragments
from dashboard.texts import JENIS, STATUS, TampilanStatus

_SVG = Fragments(__file__, ".svg")
TINTA, REDUP, TEPI = "#18212C", "#4E5661", "#B9C0C9"
KEPALA = ("#3C4450", "#5A626D", "#C3C8CE", "#D5D9DE", "#E5E8EB", "#F0F2F4")
HEADER_INK = ("#FFFFFF", "#FFFFFF", TINTA, TINTA, TINTA, TINTA)
SISI, TINGGI_KEPALA, TAKUK_LENCANA = 11.0, 22.0, 17.0
BENTUK: dict[str, str] = {
    "★": "M0 -6 1.5 -2 5.7 -1.9 2.4 .8 3.5 4.9 0 2.5 -3.5 4.9 -2.4 .8 -5.7 -1.9 -1.5 -2Z",
    "●": "M-5 0A5 5 0 1 0 5 0A5 5 0 1 0 -5 0Z",
    "▲": "M0 -5.2 5.6 4.6H-5.6Z",
    "✖": "M-5 -3.2 -3.2 -5 0 -1.8 3.2 -5 5 -3.2 1.8 0 5 3.2 3.2 5 0 1.8 -3.2 5 -5 3.2 -1.8 0Z",
    "○": "M-4.2 0A4.2 4.2 0 1 0 4.2 0A4.2 4.2 0 1 0 -4.2 0Z",
}
"""Shapes as paths, so that they look the same whatever fonts the reader has."""


@dataclass(frozen=True, slots=True)
class Baris:
    """One line of text; `status` puts the shape before it."""

    teks: str
    ukuran: float
    tebal: int = BIASA
    warna: str = TINTA
    takuk: float = 0.0
    status: Status | None = None

    @property
    def tinggi(self) -> float:
        return self.ukuran * 1.36


def isi_kotak(simpul: Simpul, hasil: Sequence[HasilIndikator], pemilik: str) -> tuple[Baris, ...]:
    """All lines of a box, wrapped to its width."""
    lebar = LEBAR_KOTAK - 2 * SISI
    baris = [Baris(t, 13, TEBAL) for t in bungkus(simpul.sasaran, lebar, 13, TEBAL)]
    keterangan = [pemilik, KATA_KEYAKINAN.get(simpul.keyakinan or "", "")]
    baris += [Baris(t, 11.5, warna=REDUP) for k in keterangan if k for t in bungkus(k, lebar, 11.5)]
    for satu in lencana(hasil):
        baris += _baris_lencana(satu, lebar - TAKUK_LENCANA)
    return tuple(baris)


def _baris_lencana(satu: Lencana, lebar: float) -> list[Baris]:
    nama = [Baris(t, 11.5, warna=REDUP, takuk=TAKUK_LENCANA) for t in bungkus(satu.nama, lebar, 11.5)]
    return [Baris(satu.teks, 12, TEBAL, takuk=TAKUK_LENCANA, status=satu.status), *nama]


def tinggi_kotak(baris: Sequence[Baris]) -> float:
    return TINGGI_KEPALA + 9 + sum(b.tinggi for b in baris) + 4


def kotak_svg(simpul: Simpul, baris: Sequence[Baris], x: float, y: float) -> Markup:
    """The box with its upper left corner at x, y."""
    tingkat = JENJANG.index(simpul.jenjang)
    kepala = (
        (SISI, Baris(JENIS[simpul.jenjang], 11.5, TEBAL, HEADER_INK[tingkat]), "start"),
        (LEBAR_KOTAK - SISI, Baris(simpul.kode, 11.5, TEBAL, HEADER_INK[tingkat]), "end"),
    )
    isi = []
    dasar = TINGGI_KEPALA + 6
    for b in baris:
        dasar += b.tinggi
        tanda = None if b.status is None else bentuk(b.status, SISI + 5.5, dasar - b.tinggi * 0.28)
        isi.append((tanda, SISI + b.takuk, dasar - b.tinggi * 0.06, b))
    ukuran = (LEBAR_KOTAK, tinggi_kotak(baris))
    return _SVG("kotak", x, y, *ukuran, TEPI, TINGGI_KEPALA, KEPALA[tingkat], kepala, isi)


def bentuk(status: Status, x: float, y: float) -> tuple[float, float, str, TampilanStatus]:
    """What the template needs to draw a status: its centre, its path, and how it looks."""
    tampilan = STATUS[status]
    return x, y, BENTUK[tampilan.bentuk], tampilan
