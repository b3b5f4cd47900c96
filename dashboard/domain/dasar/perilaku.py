"""Which behaviour over periods an indicator has, and what was assumed where print is silent.

Source: DOMAIN.md section 2, "Behaviour over periods".
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from difflib import get_close_matches
from functools import lru_cache

from dashboard.domain.dasar.indikator import Indikator, Penyajian, Perilaku
from dashboard.domain.dasar.satuan_ukur import GolonganSatuan, berisi, dicacah, golongan_satuan, persen

KATA_TIPE = {
    "kumulatif": Perilaku.AKUMULASI,
    "akumulatif": Perilaku.AKUMULASI,
    "cumulative": Perilaku.AKUMULASI,
    "akumulasi": Perilaku.AKUMULASI,
    "progress": Perilaku.PROGRESS,
    "progresif": Perilaku.PROGRESS,
    "pengulangan": Perilaku.PENGULANGAN,
}
"""What the printed words mean; a word spelt nearly so ("Komulatif", "cumulative") is that word."""
SATUAN_TINGKAT = frozenset({GolonganSatuan.PERSEN, GolonganSatuan.NILAI})
"""Units of levels: a percentage, an index, a score."""
SANGKALAN_TIPE = frozenset({"non", "bukan", "tidak"})
EJAAN_SERUPA = 0.75

PEMBULATAN = Decimal("0.005")
"""Half a unit of the second decimal: printed figures are rounded."""

CATATAN_PROGRESS = "Perilaku tidak tercetak; dianggap progress (tingkat pada tanggal itu)."
CATATAN_SATUAN = "Perilaku tidak tercetak dan satuannya tidak menentukan; dianggap progress (tingkat pada tanggal itu)."
CATATAN_AKUMULASI = "Perilaku tidak tercetak; satuan cacah dianggap akumulasi."


@dataclass(frozen=True, slots=True)
class PerilakuPeriode:
    """How the period figures of one indicator build its year; `asumsi` says so where the behaviour had to be assumed.

    `persen`: its figures are percentages, which are added up only where the workbook states increments (`dinyatakan`).
    """

    perilaku: Perilaku
    penyajian: Penyajian = Penyajian.TAMBAHAN
    persen: bool = False
    asumsi: str | None = None
    dinyatakan: bool = False

    @property
    def bagian_bertambah(self) -> bool:
        """Whether reported numerators add up: unless running totals are stated, as counts they do."""
        return self.penyajian is Penyajian.TAMBAHAN or not self.dinyatakan

    @property
    def bertambah(self) -> bool:
        """Whether the printed figures are increments that add up over the year."""
        return self.perilaku is Perilaku.AKUMULASI and self.penyajian is Penyajian.TAMBAHAN


TINGKAT = PerilakuPeriode(Perilaku.PROGRESS)
"""A plain level: the latest known one holds, as of a variabel or of a stock at the year's end."""


def perilaku_periode(indikator: Indikator) -> PerilakuPeriode:
    """The behaviour of an indicator: stated, else printed, else assumed by its unit.

    Figures are increments unless the workbook says running totals; percentages without a word are running totals.
    """
    perilaku, asumsi = indikator.perilaku or perilaku_tercetak(indikator.tipe_penghitungan), None
    if perilaku is None and dicacah(indikator.satuan):
        perilaku, asumsi = Perilaku.AKUMULASI, CATATAN_AKUMULASI
    elif perilaku is None:
        perilaku, asumsi = Perilaku.PROGRESS, CATATAN_SATUAN if satuan_bertanya(indikator) else CATATAN_PROGRESS
    berpersen = persen(indikator.satuan)
    bawaan = Penyajian.SD_PERIODE if berpersen and perilaku is Perilaku.AKUMULASI else Penyajian.TAMBAHAN
    dinyatakan = indikator.penyajian is not None
    return PerilakuPeriode(perilaku, indikator.penyajian or bawaan, berpersen, asumsi, dinyatakan)


def satuan_bertanya(indikator: Indikator) -> bool:
    """Whether nothing says how period figures build the year: neither behaviour nor printed word, and the unit is none
    that is counted or a level, so that adding up or not is a guess. A blank unit claims nothing."""
    if indikator.perilaku or perilaku_tercetak(indikator.tipe_penghitungan) or not berisi(indikator.satuan):
        return False
    golongan = golongan_satuan(indikator.satuan)
    return golongan is not GolonganSatuan.CACAH and golongan not in SATUAN_TINGKAT


@lru_cache(maxsize=1_000)
def perilaku_tercetak(tipe: str | None) -> Perilaku | None:
    """What the printed word (tipe_penghitungan) says; None where it says nothing about periods."""
    kata = re.sub(r"[^a-z]+", " ", (tipe or "").lower()).replace("non", " non ").split()
    arti = [arti for n, k in enumerate(kata) if (arti := _arti(k, kata[n - 1] if n else ""))]
    return min(arti, key=(Perilaku.PROGRESS, Perilaku.AKUMULASI, Perilaku.PENGULANGAN).index) if arti else None


def _arti(kata: str, sebelum: str) -> Perilaku | None:
    """The behaviour a printed word means, whatever its spelling; "non kumulatif" is a level."""
    baku = get_close_matches(kata, KATA_TIPE, n=1, cutoff=EJAAN_SERUPA)
    arti = KATA_TIPE[baku[0]] if baku else None
    if sebelum in SANGKALAN_TIPE:
        return Perilaku.PROGRESS if arti is Perilaku.AKUMULASI else None
    return arti


def tambahan_persen(
    satuan: str | None, perilaku: PerilakuPeriode, tahunan: Decimal | None, triwulan: Sequence[Decimal | None]
) -> bool:
    """Whether percentages without a word about it look like increments: their quarters add up to the year.

    Quarters that also end at the year are running totals as well, and are no question.
    """
    ada = [n for n in triwulan if n is not None]
    if not persen(satuan) or perilaku.dinyatakan or perilaku.perilaku is not Perilaku.AKUMULASI:
        return False
    if tahunan is None or len([n for n in ada if n]) < 2:
        return False
    return abs(sum(ada, Decimal(0)) - tahunan) <= PEMBULATAN * len(ada) < abs(ada[-1] - tahunan)
