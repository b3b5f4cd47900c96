"""The cell styles of an .xlsx as far as they change what a number means to who looks at it."""

from dataclasses import dataclass
from decimal import Decimal

from dashboard.domain.dasar.angka import tulis_angka
from data_access.workbook.berkas.format_angka import FormatAngka, FormatWaktu
from data_access.workbook.berkas.mentah import Mentah, Persen, SelRusak, Tercoret, kosong

PERSEN_BERGANDA = (
    "berformat dengan lebih dari satu tanda persen, dan tiap tanda mengalikan yang tampil dengan seratus",
    "Ubah format selnya menjadi satu tanda persen atau angka biasa, lalu pastikan nilainya.",
)


@dataclass(frozen=True, slots=True)
class GayaSel:
    """`angka` is a format that shows another figure than the one stored, `coret` a font that strikes it out.

    `waktu` is what a format of dates or times shows, `samar` letters that nobody can tell from what is behind them.
    """

    angka: FormatAngka | None
    coret: bool
    waktu: FormatWaktu | None = None
    samar: bool = False

    @property
    def berarti(self) -> bool:
        """Whether it changes what any value means, and not only what is outside the calendar."""
        return self.angka is not None or self.coret or self.samar

    @property
    def persen(self) -> bool:
        return self.angka is not None and self.angka.persen


def tersembunyi(isi: Mentah, gaya: GayaSel) -> bool:
    """Whether a cell of that style holds something and shows nothing."""
    if kosong(isi) or gaya.samar or gaya.angka is None:
        return gaya.samar and not kosong(isi)
    if isinstance(isi, str):
        return gaya.angka.tanpa_teks
    return isinstance(isi, int | float) and gaya.angka.tersembunyi(isi)


def kenakan(isi: Mentah, gaya: GayaSel) -> tuple[Mentah, str | None]:
    """(what a cell of that style holds, what it shows where that is something else)."""
    tampil = None
    if isinstance(isi, float) and gaya.angka is not None:
        if isi and gaya.angka.berganda(isi):
            return SelRusak(tulis_angka(Decimal(repr(isi))), *PERSEN_BERGANDA), None
        tampil = gaya.angka.tampil(isi)
        if gaya.angka.berlaku(isi):
            isi = Persen(isi)
    elif type(isi) is str and not kosong(isi) and gaya.angka is not None:
        tampil = gaya.angka.tampil_teks(isi)
    if gaya.coret and not kosong(isi) and not isinstance(isi, SelRusak | Tercoret):
        isi = Tercoret(str(isi), isi, True)
    return isi, tampil
