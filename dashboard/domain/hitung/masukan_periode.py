"""Inputs carry their period: which report of a variabel may enter a formula, and what a year of repetitions is.

Source: DOMAIN.md section 2, "Inputs carry their period" and "Position Tahun" [R]. A ratio never mixes a numerator of
one quarter with another's parts.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from dashboard.domain.dasar.indikator import Komponen, PeranKomponen
from dashboard.domain.dasar.penjelasan import Kepastian, Langkah, terlemah
from dashboard.domain.dasar.periode import ROMAWI
from dashboard.domain.hitung.rumus import NilaiSimpul, aritmetik

CATATAN_PENYEBUT = "{} dipakai pada tingkat terakhir yang dilaporkan, TW {}."
POLA_SETAHUN = "rerata periode yang dilaporkan: ({}) ÷ {}"
POLA_GESER = "rerata periode yang dilaporkan {} + perubahannya {}"


def masukan_berperiode(
    tautan: Iterable[Komponen], nilai: Mapping[str, NilaiSimpul], tempo: int
) -> tuple[Mapping[str, NilaiSimpul], tuple[str, ...]]:
    """The values as a formula due for quarter `tempo` may use them, and what is to be said about them.

    A variabel older than that is no numerator or term (its value is missing); as a denominator its latest level
    holds, as an assumption. What a scenario sets is of today.
    """
    lama = [k for k in tautan if aritmetik(k) and _tertinggal(nilai.get(k.komponen), tempo)]
    if not lama:
        return nilai, ()
    hilang = {k.komponen for k in lama if k.peran is not PeranKomponen.PENYEBUT}
    tingkat = sorted({k.komponen for k in lama} - hilang)
    ganti = {kode: NilaiSimpul(None, Kepastian.TIDAK_DIKETAHUI) for kode in hilang}
    for kode in tingkat:
        kepastian = terlemah(nilai[kode].kepastian, Kepastian.DIHITUNG_DENGAN_ASUMSI)
        ganti[kode] = replace(nilai[kode], kepastian=kepastian)
    catatan = tuple(CATATAN_PENYEBUT.format(kode, ROMAWI[nilai[kode].triwulan or tempo]) for kode in tingkat)
    return {**nilai, **ganti}, catatan


def _tertinggal(simpul: NilaiSimpul | None, tempo: int) -> bool:
    return (
        simpul is not None
        and simpul.nilai is not None
        and not simpul.masukan
        and simpul.triwulan is not None
        and simpul.triwulan < tempo
    )


def rerata(nilai: Sequence[Decimal]) -> Decimal:
    return sum(nilai, Decimal(0)) / len(nilai)


def rerata_setahun(simpul: NilaiSimpul, periode: Mapping[int, Decimal]) -> NilaiSimpul:
    """A computed repetition over the year: the mean of its periods, as when each had been reported.

    Without a value of its own for the year there is none.
    """
    if simpul.nilai is None or not periode:
        return simpul
    semua = tuple(periode[tw] for tw in sorted(periode))
    hasil = rerata(semua)
    langkah = Langkah(POLA_SETAHUN.format(" + ".join("{}" for _ in semua), len(semua)), semua, hasil)
    return replace(simpul, nilai=hasil, terhitung=hasil, langkah=(langkah,))


def geser_setahun(simpul: NilaiSimpul, resmi: Decimal, geser: tuple[Decimal, Decimal], jumlah: int) -> NilaiSimpul:
    """The mean of a year, `resmi`, over changed inputs.

    `geser` is how far the formula moves with those inputs that are of the year themselves, and with the levels at
    its end, which belong to the last of its `jumlah` periods alone.
    """
    setahun, akhir = geser
    hasil = resmi + setahun + akhir / jumlah
    langkah = Langkah(POLA_GESER, (resmi, setahun + akhir / jumlah), hasil)
    return replace(simpul, nilai=hasil, terhitung=hasil, langkah=(langkah,))
