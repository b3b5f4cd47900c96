"""How a worksheet lies on paper: as wide as its page, headings on every page, no text higher than its row.

Excel makes a row as high as its wrapped text when it opens a file, LibreOffice does not, and neither does it for merged
cells: so each row is given its height.

Neutral like `formatting`: exports and the workbook writer share it. Columns in Excel's characters, heights in points.
"""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from math import ceil
from typing import Any, NamedTuple

from dashboard.domain.kamus.buku_kerja import Jenis, Kolom
from dashboard.huruf_ukur import bungkus, lebar_teks

PIKSEL_HURUF, PIKSEL_GANJAL = 7, 5
"""A column of n characters is 7n + 5 pixels wide; its text keeps clear of both edges by the 5."""
TEPI_INCI, TEPI_BAWAH_INCI = 0.45, 0.65
LEBAR_KERTAS_INCI = {"A4": 11.69, "A3": 16.54}
TINGGI_KERTAS_INCI = {"A4": 8.27, "A3": 11.69}
SISA_LEBAR = 0.93
PERSEN_TERKECIL = 10
HALAMAN_KE = "hal. &P dari &N"
KODE_KERTAS = {"A4": 9, "A3": 8}
SKALA_A4 = 0.65
"""Below this an A4 page could not be read, and the sheet asks for A3."""
LEBAR = {Jenis.BILANGAN: 10, Jenis.BULAT: 8, Jenis.TANGGAL: 12, Jenis.PILIHAN: 12, Jenis.YA_TIDAK: 9}
LEBAR_KODE, LEBAR_TEKS, LEBAR_KEPALA = 12, 21, 11
"""A heading of the contract, which is one word with underlines, may be torn where it is wider than the last."""
LEBAR_PENDEK, LEBAR_LUAS, LEBAR_PANJANG = 8, 26, 42
LEBAR_KAPITAL = 1.5
"""No word is so many times wider than its letters counted: those of a code are capitals."""
UKURAN = 11
"""The letters of a new workbook, in points."""
TITIK_PIKSEL = 72 / 96
TINGGI_BARIS = 1.35
"""A line of text is so many times as high as its letters."""
RUANG_SEL = 3.0
RASIO_HURUF = 0.93
"""The letters of a workbook are narrower than those we measure with: by an eighth, of which some room is kept."""
TINGGI_MAKS = 409.0
"""No row of a worksheet can be higher."""
LIPAT = {"text_wrap": True, "valign": "top"}
SEBARIS = {"valign": "top", "align": "fill"}
"""For what no row could hold: one line, which ends at the edge of its cell. Where it ran on, LibreOffice would shrink
the sheet until all of the line is on the page."""
FORMAT_TANGGAL = "[$-421]d mmm yyyy"
"""The month in Indonesian, whatever the language of the reader's program."""


class SelBerteks(NamedTuple):
    """A text over the rows `awal` to `akhir`, both included, in a column `lebar` characters wide."""

    awal: int
    akhir: int
    teks: str
    lebar: float


def siap_cetak(lembar: Any, lebar: Sequence[float], judul: int, kaki: str) -> None:
    """Set widths and page: landscape, one page wide, rows 0 to `judul` on every page, `kaki` and page number below."""
    for k, satu in enumerate(lebar):
        lembar.set_column(k, k, satu)
    lembar.set_landscape()
    lembar.set_paper(KODE_KERTAS[_kertas(lebar)])
    lembar.fit_to_pages(1, 0)
    lembar.repeat_rows(0, judul)
    lembar.set_margins(TEPI_INCI, TEPI_INCI, TEPI_INCI, TEPI_BAWAH_INCI)
    lembar.set_footer(f"&L&8{kaki.replace('&', '&&')[:180]}&R&8{HALAMAN_KE}")


def ruang_halaman(lebar: Sequence[float]) -> float:
    """How high the rows of a page are together, in points before the sheet shrinks to the page's width."""
    kertas = _kertas(lebar)
    return (TINGGI_KERTAS_INCI[kertas] - TEPI_INCI - TEPI_BAWAH_INCI) * 72 / _persen(lebar, kertas) * 100


def halaman_tetap(lembar: Any, lebar: Sequence[float], mulai: Sequence[int]) -> None:
    """Let pages begin at those rows. A sheet that is fitted to its page ignores such ends: so its scale is given."""
    lembar.set_print_scale(_persen(lebar, _kertas(lebar)))
    lembar.set_h_pagebreaks(mulai)


def _kertas(lebar: Sequence[float]) -> str:
    return "A4" if skala_cetak(lebar, "A4") >= SKALA_A4 else "A3"


def _persen(lebar: Sequence[float], kertas: str) -> int:
    """The scale as a workbook has it: LibreOffice draws a column a fifteenth wider than Excel, which rounds."""
    return max(PERSEN_TERKECIL, int(skala_cetak(lebar, kertas) * SISA_LEBAR * 100))


def skala_cetak(lebar: Iterable[float], kertas: str) -> float:
    """How much a sheet shrinks to be as wide as the page; at most 1."""
    perlu = sum(satu * PIKSEL_HURUF + PIKSEL_GANJAL for satu in lebar) / 96
    return min(1.0, (LEBAR_KERTAS_INCI[kertas] - 2 * TEPI_INCI) / perlu)


def lebar_kolom(kolom: Kolom, isi: Iterable[object] = ()) -> int:
    """The width of a column of the workbook: room for its name, its longest word, and texts no narrower row holds."""
    teks = {satu for satu in isi if isinstance(satu, str)}
    lebar = LEBAR_KODE if kolom.acuan or kolom.nama == "kode" else LEBAR.get(kolom.jenis, LEBAR_TEKS)
    if teks and lebar == LEBAR_TEKS:
        lebar = max(LEBAR_KODE, min(LEBAR_TEKS, max(map(len, teks)) + 1))
    if any(not dapat_dilipat(satu, lebar) for satu in teks):
        return LEBAR_LUAS
    return max(lebar, min(LEBAR_KEPALA, lebar_kata(kolom.nama)), min(LEBAR_TEKS, lebar_kata(*teks)))


def lebar_isi(judul: str, teks: Sequence[str]) -> int:
    """As wide as the longest text needs, within what a page bears; a heading may wrap between its words."""
    panjang = max((len(satu) for satu in teks), default=0) + 1
    return min(LEBAR_PANJANG, max(LEBAR_PENDEK, panjang, lebar_kata(judul, *teks)))


def lebar_kata(*teks: str) -> int:
    """As many letters wide as a column must be in which no word of these texts is torn."""
    kata = {satu for kalimat in teks for satu in kalimat.split()}
    terpanjang = max(map(len, kata), default=0) / LEBAR_KAPITAL
    titik = max((lebar_teks(satu, UKURAN) for satu in kata if len(satu) >= terpanjang), default=0.0)
    return ceil((titik * RASIO_HURUF / TITIK_PIKSEL + PIKSEL_GANJAL) / PIKSEL_HURUF)


@lru_cache(maxsize=20_000)
def tinggi_teks(teks: str, lebar: float, ukuran: float = UKURAN) -> float:
    """How high a cell must be for its text of the given letter size, wrapped to the column's width."""
    lebar_titik = (lebar * PIKSEL_HURUF - PIKSEL_GANJAL) * TITIK_PIKSEL / RASIO_HURUF
    baris = sum(_jumlah_baris(bagian, lebar_titik, ukuran) for bagian in teks.split("\n"))
    return baris * ukuran * TINGGI_BARIS + RUANG_SEL


def _jumlah_baris(teks: str, lebar_titik: float, ukuran: float) -> int:
    """Lines of a wrapped text; no letter is wider than its size, so a short text is not measured."""
    return 1 if len(teks) * ukuran <= lebar_titik else max(1, len(bungkus(teks, lebar_titik, ukuran)))


def dapat_dilipat(isi: object, lebar: float, ukuran: float = UKURAN) -> bool:
    """Whether a text has room when wrapped; one too long for any row stands on one line, cut by the next cell."""
    return not isinstance(isi, str) or tinggi_teks(isi, lebar, ukuran) <= TINGGI_MAKS


def tinggi_sebaris(isi: Iterable[object], lebar: Iterable[float], ukuran: float = UKURAN) -> float:
    """The height of one row of cells of these widths; numbers, dates and what cannot be wrapped take one line."""
    perlu = (tinggi_teks(satu, muat, ukuran) for satu, muat in zip(isi, lebar, strict=False) if isinstance(satu, str))
    return max((t for t in perlu if t <= TINGGI_MAKS), default=tinggi_teks("", LEBAR_PENDEK, ukuran))


def tinggi_baris(sel: Iterable[SelBerteks], jumlah: int, ukuran: float) -> list[float]:
    """The heights of `jumlah` rows in which every text fits; what a merged cell lacks is shared by its rows."""
    tinggi = [ukuran * TINGGI_BARIS + RUANG_SEL] * jumlah
    for satu in sorted(sel, key=lambda s: s.akhir - s.awal):
        rentang = slice(satu.awal, satu.akhir + 1)
        kurang = tinggi_teks(satu.teks, satu.lebar, ukuran) - sum(tinggi[rentang])
        if kurang > 0:
            tinggi[rentang] = [t + kurang / (satu.akhir - satu.awal + 1) for t in tinggi[rentang]]
    return tinggi
