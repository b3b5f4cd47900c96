"""The one place that says which month of scores a position rests on: for the page and for the indicator alike.

Source: DOMAIN.md section 2: what was assessed in an earlier quarter is no share of a later one, and nothing known later
changes an earlier position.
"""

from collections.abc import Iterable, Mapping

from dashboard.domain.dasar.periode import SampaiDengan
from dashboard.domain.entri.kunci import triwulan_bulan
from dashboard.domain.skp.kalender import BULAN_TAHUNAN

TRIWULAN_AKHIR = 4


def milik_posisi(bulan: int, sd: SampaiDengan) -> bool:
    """Whether the month lies in the position's own quarter; the year's own result belongs to the last."""
    return triwulan_bulan(bulan) == sd.triwulan


def bulan_posisi(ada: Iterable[int], sd: SampaiDengan) -> tuple[int, ...]:
    """Those of the months that the position knows of: none after it, and the year (0) with its last quarter."""
    return tuple(sorted(b for b in ada if triwulan_bulan(b) <= sd.triwulan))


def bulan_acuan(dinilai: Mapping[int, int], sd: SampaiDengan) -> int | None:
    """The month whose scores are those of the position; None while nobody is assessed in it.

    `dinilai` are the people assessed by month, in the regime of the year. At the year's end it is the year's own
    result (0), before that the latest assessed month of the position's quarter.
    """
    if sd.triwulan == TRIWULAN_AKHIR:
        return BULAN_TAHUNAN if dinilai.get(BULAN_TAHUNAN) else None
    return max((b for b, orang in dinilai.items() if orang and milik_posisi(b, sd)), default=None)


def bulan_tampil(dinilai: Mapping[int, int], sd: SampaiDengan) -> int | None:
    """The month a page opens with: the one of the position, else what it knows of latest; None where that is nothing.

    What lies in the position's own quarter goes before an earlier one, assessed or not: it says that it waits.
    """
    acuan = bulan_acuan(dinilai, sd)
    if acuan is not None:
        return acuan
    ada = bulan_posisi(dinilai, sd)
    if BULAN_TAHUNAN in ada:
        return BULAN_TAHUNAN
    return max(ada, key=lambda b: (milik_posisi(b, sd), dinilai[b] > 0, b), default=None)
