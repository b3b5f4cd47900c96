"""Quarters in another unit than the year: percent of the rounds done under an index of 74,75 poin.

Source: DOMAIN.md section 2. They are a series of their own, and the index waits for its score. What the rows
themselves say decides, nothing else: a unit printed with a quarter's figure that is of another class than the
year's; or, where nothing is printed, four quarters of an index that rise to exactly one hundred under another
annual target. Any other path stays the indicator's own, right or wrong.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from dashboard.domain.dasar.angka import tulis_angka
from dashboard.domain.dasar.indikator import Realisasi, Target
from dashboard.domain.dasar.perilaku import PerilakuPeriode
from dashboard.domain.dasar.periode import TAHUN, TRIWULAN, SampaiDengan, nama_periode, triwulan_dari
from dashboard.domain.dasar.satuan_ukur import GolonganSatuan, golongan_satuan, persen

GOLONGAN_DERET = frozenset({GolonganSatuan.PERSEN, GolonganSatuan.CACAH, GolonganSatuan.NILAI})
SERATUS = Decimal(100)
PERSEN = "%"
_BERSATUAN = re.compile(r"\s*[\d.,]+(?:\s*(?:-|–|s\.?d\.?)\s*[\d.,]+)?\s*(%|[A-Za-z][A-Za-z/ ]*?)[\s.]*")


@dataclass(frozen=True, slots=True)
class DeretTersendiri:
    """What the quarters up to the position ask for and report, in their own unit."""

    satuan: str
    periode: str
    target: Decimal | None
    nilai: Decimal | None

    @property
    def catatan(self) -> str:
        diminta = f"target {_tulis(self.target, self.satuan)}, " if self.target is not None else ""
        lapor = f"dilaporkan {_tulis(self.nilai, self.satuan)}" if self.nilai is not None else "belum dilaporkan"
        return (
            f"Target triwulan dalam {self.satuan} adalah deret tersendiri: sampai {nama_periode(self.periode)} "
            f"{diminta}{lapor}. Nilai indeksnya menunggu penilaian setahun."
        )


def baca_deret(
    satuan: str | None,
    perilaku: PerilakuPeriode,
    berlaku: Mapping[str, Target],
    realisasi: Sequence[Realisasi],
    sd: SampaiDengan,
) -> DeretTersendiri | None:
    """The series beside an annual target of another unit, at a position; None where the quarters are its path.

    `berlaku` are the targets in force at the position, by period.
    """
    jalur = [berlaku[p] for p in sorted(berlaku) if p != TAHUN and berlaku[p].bernilai]
    tahun = berlaku.get(TAHUN)
    if tahun is None or not tahun.bernilai or not jalur:
        return None
    lain = satuan_lain(satuan, perilaku, tahun, jalur)
    if lain is None:
        return None
    sampai = [b for b in jalur if triwulan_dari(b.periode) <= sd.triwulan]
    lapor = [r for r in sorted(realisasi, key=lambda r: r.periode) if r.tahun == sd.tahun and _dipakai(r, sd.triwulan)]
    bertambah = perilaku.bertambah and (perilaku.dinyatakan or not persen(lain))
    return DeretTersendiri(
        lain,
        f"TW{sd.triwulan}",
        _sampai((b.nilai for b in sampai), bertambah=bertambah),
        _sampai((r.nilai for r in lapor), bertambah=bertambah),
    )


def satuan_lain(satuan: str | None, perilaku: PerilakuPeriode, tahun: Target, jalur: Sequence[Target]) -> str | None:
    """The unit of the quarters where it is another than the year's."""
    setahun = (satuan or "").strip() or _tercetak(tahun)
    if setahun is None:
        return None
    for baris in jalur:
        tercetak = _tercetak(baris)
        if tercetak is not None and _golongan(tercetak) != _golongan(setahun):
            return PERSEN if persen(tercetak) else tercetak
    return PERSEN if _putaran(setahun, perilaku, tahun, jalur) else None


def _putaran(setahun: str, perilaku: PerilakuPeriode, tahun: Target, jalur: Sequence[Target]) -> bool:
    """Whether four quarters of an index go up to one hundred, and its year does not."""
    nilai = [b.nilai for b in jalur if b.periode in TRIWULAN and b.nilai is not None]
    if (
        golongan_satuan(setahun) is not GolonganSatuan.NILAI
        or len(nilai) < len(TRIWULAN)
        or tahun.nilai in (None, SERATUS)
    ):
        return False
    berjalan = nilai[-1] == SERATUS and all(a <= b for a, b in pairwise(nilai))
    if perilaku.bertambah and perilaku.dinyatakan:
        return sum(nilai) == SERATUS
    return berjalan or (perilaku.bertambah and sum(nilai) == SERATUS)


def _tercetak(baris: Target) -> str | None:
    """The unit printed behind the figure, when it is one that is known."""
    cocok = _BERSATUAN.fullmatch(baris.teks or "")
    satuan = cocok[1].strip().lower() if cocok else ""
    return satuan if golongan_satuan(satuan) in GOLONGAN_DERET else None


def _golongan(satuan: str) -> str:
    return str(golongan_satuan(satuan) or GolonganSatuan.NILAI)


def _dipakai(baris: Realisasi, triwulan: int) -> bool:
    sah = baris.status_entri == "disetujui" and baris.nilai is not None
    return sah and baris.periode != TAHUN and triwulan_dari(baris.periode) <= triwulan


def _sampai(nilai: Iterable[Decimal | None], *, bertambah: bool) -> Decimal | None:
    """The series to date: its last level, or its sum where its figures are increments."""
    ada = [n for n in nilai if n is not None]
    if not ada:
        return None
    return sum(ada, Decimal(0)) if bertambah else ada[-1]


def _tulis(nilai: Decimal | None, satuan: str) -> str:
    return "-" if nilai is None else f"{tulis_angka(nilai)} {satuan}"
