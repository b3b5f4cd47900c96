"""A workbook as it lies in the file: cells with their coordinates, nothing understood yet."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from itertools import compress, count
from operator import itemgetter

from dashboard.domain.dasar.cara_tulis import CaraTulis
from dashboard.domain.dasar.teks import satu_baris
from data_access.workbook.periksa.masalah import DaftarMasalah

PERBAIKI_RUMUS = "Perbaiki rumusnya, atau buka dan simpan sekali di Excel, atau tulis nilainya."

Mentah = str | float | int | bool | date | datetime | time | timedelta | None


class Persen(float):
    """A native number in a cell formatted as a percentage: 0.855 that Excel shows as 85,5 %."""


class AngkaPersen(float):
    """A plain number under a heading that says percent: "Realisasi (%)" over 85 is 85 %."""


class TeksPersen(str):
    """A text under such a heading."""

    __slots__ = ()


class SelRusak(str):
    """A cell without a usable value: what stands there ("#DIV/0!", "=A1*2"); `alasan` says why it cannot be used,
    `benar` what to do."""

    __slots__ = ("alasan", "benar")
    alasan: str
    benar: str

    def __new__(cls, isi: str, alasan: str, benar: str = PERBAIKI_RUMUS) -> "SelRusak":
        satu = super().__new__(cls, isi)
        satu.alasan, satu.benar = alasan, benar
        return satu

    def __reduce__(self) -> "tuple[type[SelRusak], tuple[str, str, str]]":
        return SelRusak, (str(self), self.alasan, self.benar)


class Tercoret(str):
    """A cell with letters struck out: all of it as text; `sisa` is what is not struck, or all where `seluruh` is.

    With `naik` the letters are not struck but raised or lowered: 85 with the 1 of a footnote behind it.
    """

    __slots__ = ("naik", "seluruh", "sisa")
    sisa: "Mentah"
    seluruh: bool
    naik: bool

    def __new__(cls, isi: str, sisa: "Mentah", seluruh: bool, naik: bool = False) -> "Tercoret":
        satu = super().__new__(cls, isi)
        satu.sisa, satu.seluruh, satu.naik = sisa, seluruh, naik
        return satu

    def __reduce__(self) -> "tuple[type[Tercoret], tuple[str, Mentah, bool, bool]]":
        return Tercoret, (str(self), self.sisa, self.seluruh, self.naik)


@dataclass(frozen=True, slots=True)
class Huruf:
    """Letters of a cell that look alike."""

    teks: str
    coret: bool
    naik: bool

    @property
    def biasa(self) -> bool:
        return not self.coret and not self.naik


def pilah(bagian: Sequence[Huruf]) -> Tercoret | None:
    """The text of those parts where some are struck out, or raised beside others that are not."""
    penuh, sisa = "".join(satu.teks for satu in bagian), "".join(satu.teks for satu in bagian if satu.biasa).strip()
    if any(satu.coret for satu in bagian):
        sisa = sisa or "".join(satu.teks for satu in bagian if not satu.coret).strip()
        return Tercoret(penuh, sisa or penuh, not sisa)
    naik = sisa and any(satu.naik and satu.teks.strip() for satu in bagian)
    return Tercoret(penuh, sisa, False, True) if naik else None


class Diabaikan(str):
    """The cell that says what a row is about, of a row that a person left out."""

    __slots__ = ()


Gabungan = tuple[int, int, int, int]
"""A merged cell: (first row number, first column, last row number, last column), columns by index."""


class Terjawab(str):
    """A text that holds more than a number (BB (75,20)), and the number (`nilai`) that was chosen of its proposals."""

    __slots__ = ("nilai",)
    nilai: Decimal

    def __new__(cls, isi: str, nilai: Decimal) -> "Terjawab":
        satu = super().__new__(cls, isi)
        satu.nilai = nilai
        return satu


@dataclass(frozen=True, slots=True)
class Pandangan:
    """What a person sees of a sheet otherwise than it is stored.

    `gabungan` are cells seen as one, of which only the first holds anything; what lay under it, at `tertutup` by (row
    number, column), is blanked. Hidden: the sheet itself, filled rows by
    number, columns by index, and single filled cells in `sel`; `bersyarat` are ranges whose numbers a conditional
    format may show otherwise. `tampil` is what a cell shows, by (row number, column); `rumus_teks` are the cells whose
    text a formula has made.
    """

    lembar: bool = False
    baris: frozenset[int] = frozenset()
    kolom: frozenset[int] = frozenset()
    tampil: Mapping[tuple[int, int], str] = field(default_factory=dict)
    rumus_teks: frozenset[tuple[int, int]] = frozenset()
    gabungan: tuple[Gabungan, ...] = ()
    tertutup: tuple[tuple[int, int], ...] = ()
    sel: frozenset[tuple[int, int]] = frozenset()
    bersyarat: tuple[str, ...] = ()


@dataclass(slots=True)
class LembarMentah:
    """`judul` is the header row, at row `nomor_judul`; `baris[i]` lies at row `nomor[i]`. Empty rows are left out.

    Of a sheet that was reshaped, `asal[i]` holds the column of the file in which each cell of row i lay.
    """

    nama: str
    judul: Sequence[Mentah]
    nomor_judul: int
    nomor: list[int]
    baris: list[Sequence[Mentah]]
    asal: Sequence[Sequence[int]] = ()
    pandangan: Pandangan = Pandangan()
    dari_csv: bool = False

    def kolom_asal(self, i: int, kolom: int) -> int:
        """The column of the file in which that cell of row i lies."""
        return self.asal[i][kolom] if self.asal else kolom

    def isi_kolom(self, letak: int) -> list[Mentah]:
        """That cell of every filled row; None where a row ends before it."""
        try:
            return list(map(itemgetter(letak), self.baris))
        except IndexError:
            return [baris[letak] if letak < len(baris) else None for baris in self.baris]

    def hanya(self, terpilih: Sequence[int]) -> "LembarMentah":
        """The same sheet with those rows only, by their index."""
        return replace(
            self,
            nomor=[self.nomor[i] for i in terpilih],
            baris=[self.baris[i] for i in terpilih],
            asal=[self.asal[i] for i in terpilih] if self.asal else (),
        )


@dataclass(slots=True)
class BukuMentah:
    berkas: str
    sha256: str = ""
    lembar: list[LembarMentah] = field(default_factory=list)
    masalah: DaftarMasalah = field(default_factory=DaftarMasalah)
    catatan: tuple[str, ...] = ()
    """What was left unread, and how the file was taken to be written."""
    cara: Mapping[tuple[str, str], CaraTulis] = field(default_factory=dict)
    """What was said about how a column is written, by our sheet and column."""


IsiBuku = tuple[list[LembarMentah], tuple[str, ...]]
"""What a file holds: its sheets, and what was left unread."""


def kosong(isi: Mentah) -> bool:
    return isi is None or (isinstance(isi, str) and not isi.strip())


def letak_nol(semua: Sequence[Sequence[Mentah]]) -> Iterator[tuple[int, int]]:
    """Where a zero stands among all rows of a sheet: (row number, column)."""
    for nomor, baris in enumerate(semua, start=1):
        if 0.0 in baris:
            yield from ((nomor, k) for k, isi in enumerate(baris) if isinstance(isi, float) and not isi)


def nama_baku(nama: object) -> str:
    """ "Target Kuantitas *" -> "target_kuantitas"; letters that nobody sees part no two names."""
    return re.sub(r"[\s\-]+", "_", satu_baris(str(nama)).rstrip("*").strip().lower())


def susun(nama: str, semua: Sequence[Sequence[Mentah]]) -> LembarMentah:
    """Split all rows of a sheet, first row first, into header and filled rows."""
    terisi = [not all(map(kosong, baris)) for baris in semua]
    if not any(terisi):
        return LembarMentah(nama, (), 1, [], [])
    (nomor_judul, *nomor), (judul, *baris) = compress(count(1), terisi), compress(semua, terisi)
    return LembarMentah(nama, judul, nomor_judul, nomor, baris)
