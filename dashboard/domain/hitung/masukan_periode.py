"""Inputs carry their period: which report of a variabel may enter a formula, and what a year of repetitions is.

Source: DOMAIN.md section 2, "Inputs carry their period" and "Position Tahun" [R]. A ratio never mixes a numerator of
one quarter with another's parts.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from dashboard.domain.dasar.indikator import Komponen, PeranKomponen, Realisasi, Variabel
from dashboard.domain.dasar.penjelasan import Kepastian, Langkah, terlemah
from dashboard.domain.dasar.perilaku import TINGKAT
from dashboard.domain.dasar.periode import BULAN, ROMAWI, TAHUN, SampaiDengan, triwulan_dari
from dashboard.domain.hitung.posisi_realisasi import nilai_laporan, sah
from dashboard.domain.hitung.rumus import NilaiSimpul, aritmetik, sumber_terlemah

TANPA_VARIABEL: Mapping[str, Variabel] = {}
CATATAN_PENYEBUT = "{} dipakai pada tingkat terakhir yang dilaporkan, {}."
CATATAN_SEBAGIAN = "Rerata {} dari {} periode; {} belum dilaporkan."
POLA_SETAHUN = "rerata periode yang dilaporkan: ({}) ÷ {}"
POLA_GESER = "rerata periode yang dilaporkan {} + perubahannya {}"


Periode = Mapping[int, NilaiSimpul]
"""A computed repetition by the quarter it was due for; without a value where that quarter has none."""
BELUM_SETRIWULAN = 0
"""The quarter of a level known only from months within a quarter: older than whatever is due."""


def tingkat_variabel(baris: Sequence[Realisasi], sd: SampaiDengan) -> NilaiSimpul:
    """The level at the end of the last quarter reported, with those of the quarters before it.

    A quarter is reported by its own row or by its last month; the year's row is one of the fourth, before its own at
    the position Tahun. Where no quarter is, the latest month is a level without a quarter.
    """
    lapor = {b.periode: b for b in baris if b.tahun == sd.tahun and sah(b)}
    tingkat = [t for tw in range(1, sd.triwulan + 1) if (t := _tingkat_triwulan(lapor, tw, sd)) is not None]
    if tingkat:
        return replace(tingkat[-1], sebelum=tuple(tingkat[:-1]))
    bulan = [b for p, b in sorted(lapor.items()) if p in BULAN and triwulan_dari(p) <= sd.triwulan]
    terakhir = _simpul(bulan[-1], BELUM_SETRIWULAN) if bulan else None
    return terakhir or NilaiSimpul(None, Kepastian.TIDAK_DIKETAHUI)


def _tingkat_triwulan(lapor: Mapping[str, Realisasi], tw: int, sd: SampaiDengan) -> NilaiSimpul | None:
    sendiri = [f"TW{tw}", BULAN[tw * 3 - 1]]
    setahun = [TAHUN] if triwulan_dari(TAHUN) == tw else []
    urut = [*setahun, *sendiri] if sd.setahun else [*sendiri, *setahun]
    return next((_simpul(lapor[p], tw) for p in urut if p in lapor), None)


def _simpul(baris: Realisasi, tw: int) -> NilaiSimpul | None:
    nilai = nilai_laporan(TINGKAT, baris)
    return None if nilai is None else NilaiSimpul(nilai, sumber_nilai=baris.sumber_nilai, triwulan=tw)


def masukan_berperiode(
    tautan: Iterable[Komponen],
    nilai: Mapping[str, NilaiSimpul],
    tempo: int,
    variabel: Mapping[str, Variabel] = TANPA_VARIABEL,
) -> tuple[Mapping[str, NilaiSimpul], tuple[str, ...]]:
    """The values as a formula due for quarter `tempo` may use them, and what is to be said about them by name.

    Each kelompok speaks of one quarter: the one its numerators were reported for, when that is not older than
    `tempo`. A numerator or term without a report for it is missing; as a denominator the level that held then is
    taken, an older one as an assumption. What a scenario sets is of today.
    """
    dipakai = [k for k in tautan if aritmetik(k) and _berperiode(nilai.get(k.komponen))]
    saat = {kelompok: _saat(dipakai, kelompok, nilai, tempo) for kelompok in {k.kelompok for k in dipakai}}
    ganti: dict[str, NilaiSimpul] = {}
    catatan: dict[str, str] = {}
    for k in dipakai:
        simpul, tw = nilai[k.komponen], saat[k.kelompok]
        pada = _pada(simpul, tw) if tw is not None else simpul
        if pada is None or (k.peran is not PeranKomponen.PENYEBUT and _tertinggal(pada, tw or tempo)):
            ganti[k.komponen] = NilaiSimpul(None, Kepastian.TIDAK_DIKETAHUI)
        elif _tertinggal(pada, tw or tempo):
            kepastian = terlemah(pada.kepastian, Kepastian.DIHITUNG_DENGAN_ASUMSI)
            ganti[k.komponen] = replace(pada, kepastian=kepastian)
            nama = variabel[k.komponen].nama if k.komponen in variabel else k.komponen
            catatan[k.komponen] = CATATAN_PENYEBUT.format(nama, _nama(pada))
        elif pada is not simpul:
            ganti[k.komponen] = pada
    return ({**nilai, **ganti} if ganti else nilai), tuple(catatan[kode] for kode in sorted(catatan))


def _berperiode(simpul: NilaiSimpul | None) -> bool:
    return simpul is not None and simpul.nilai is not None and not simpul.masukan and simpul.triwulan is not None


def _saat(tautan: Sequence[Komponen], kelompok: str | None, nilai: Mapping[str, NilaiSimpul], tempo: int) -> int | None:
    """The quarter its numerators speak of; None where none of them is a report of a variabel."""
    atas = [k for k in tautan if k.kelompok == kelompok and k.peran is not PeranKomponen.PENYEBUT]
    lapor = [nilai[k.komponen].triwulan or 0 for k in atas]
    return max(min(lapor), tempo) if lapor else None


def _pada(simpul: NilaiSimpul, tw: int) -> NilaiSimpul | None:
    """The level that held in a quarter: the latest reported up to it."""
    return next((t for t in (simpul, *reversed(simpul.sebelum)) if (t.triwulan or 0) <= tw), None)


def _tertinggal(simpul: NilaiSimpul, tw: int) -> bool:
    return simpul.triwulan is not None and simpul.triwulan < tw


def _nama(simpul: NilaiSimpul) -> str:
    return f"TW {ROMAWI[simpul.triwulan]}" if simpul.triwulan else "sebelum akhir triwulan"


def rerata(nilai: Sequence[Decimal]) -> Decimal:
    return sum(nilai, Decimal(0)) / len(nilai)


@dataclass(frozen=True, slots=True)
class Bolong:
    """A gap in a year of repetitions: how many periods are in its mean, and which quarters were due and are not."""

    terisi: int
    hilang: tuple[int, ...]


def rerata_setahun(simpul: NilaiSimpul, periode: Periode) -> NilaiSimpul:
    """A computed repetition over the year: the mean of its periods, as when each had been reported.

    It is as sure as the least sure of them, and as official as the least official. Without a value of its own for
    the year there is none.
    """
    semua = terisi(periode)
    if simpul.nilai is None or not semua:
        return simpul
    hasil = rerata(semua)
    langkah = Langkah(POLA_SETAHUN.format(" + ".join("{}" for _ in semua), len(semua)), semua, hasil)
    return replace(_seasal(simpul, periode), nilai=hasil, terhitung=hasil, langkah=(langkah,))


def terisi(periode: Periode) -> tuple[Decimal, ...]:
    """The values of a year's periods, in their order."""
    return tuple(n for tw in sorted(periode) if (n := periode[tw].nilai) is not None)


def _seasal(simpul: NilaiSimpul, periode: Periode) -> NilaiSimpul:
    """The node with the certainty and the source of the periods it is the mean of."""
    ada = [satu for satu in periode.values() if satu.nilai is not None]
    sumber = sumber_terlemah(satu.sumber_nilai for satu in ada)
    return replace(simpul, kepastian=terlemah(*(satu.kepastian for satu in ada)), sumber_nilai=sumber)


def sebagian_setahun(simpul: NilaiSimpul, bolong: Bolong | None, acuan: Decimal | None) -> NilaiSimpul:
    """A mean of some periods while others that were due are missing: it has no colour, and says its bounds.

    The missing ones at zero, and exactly at the year's target `acuan` (without one, as the others). A change of
    the mean fills none of them.
    """
    if simpul.nilai is None or bolong is None:
        return simpul
    semua = bolong.terisi + len(bolong.hilang)
    dasar = simpul.nilai * bolong.terisi / semua
    ujung = dasar + (acuan if acuan is not None else simpul.nilai) * len(bolong.hilang) / semua
    nama = ", ".join(f"TW {ROMAWI[tw]}" for tw in bolong.hilang)
    catatan = CATATAN_SEBAGIAN.format(bolong.terisi, semua, nama)
    return replace(simpul, batas=(min(dasar, ujung), max(dasar, ujung)), catatan=(*simpul.catatan, catatan))


def geser_setahun(simpul: NilaiSimpul, resmi: Decimal, geser: tuple[Decimal, Decimal], periode: Periode) -> NilaiSimpul:
    """The mean of a year, `resmi`, over changed inputs.

    `geser` is how far the formula moves with those inputs that are of the year themselves, and with the levels at
    its end, which belong to the last of its periods alone.
    """
    jumlah, asal = len(terisi(periode)), _seasal(simpul, periode)
    setahun, akhir = geser
    hasil = resmi + setahun + akhir / jumlah
    return replace(
        simpul,
        nilai=hasil,
        terhitung=hasil,
        langkah=(Langkah(POLA_GESER, (resmi, setahun + akhir / jumlah), hasil),),
        kepastian=terlemah(simpul.kepastian, asal.kepastian),
        sumber_nilai=sumber_terlemah((simpul.sumber_nilai, asal.sumber_nilai)),
    )
