"""The target of an indicator at a reporting position, and of the whole year.

Source: DOMAIN.md section 2. Where no quarterly path is printed, one is assumed and marked.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from dashboard.domain.dasar.deret_tersendiri import DeretTersendiri
from dashboard.domain.dasar.indikator import Perilaku, Polaritas, SumberNilai, Target
from dashboard.domain.dasar.perilaku import PerilakuPeriode
from dashboard.domain.dasar.periode import BULAN, TAHUN, TRIWULAN, SampaiDengan
from dashboard.domain.hitung.capaian import NOL, NilaiTarget
from dashboard.domain.hitung.jalur_target import (
    JalurTarget,
    TargetTriwulan,
    catatan_jalur,
    jumlah_target,
    nilai_target,
    susun_jalur,
    usia,
    versi_berlaku,
)
from dashboard.domain.hitung.rumus import sumber_terlemah


@dataclass(frozen=True, slots=True)
class PosisiTarget:
    """Targets seen from "s.d. TW n": to date, of the year, and the rows they were read from.

    `jatuh_tempo` is the last quarter up to n for which something was due; `lowong` the period codes
    up to n for which nothing was (printed "-", left out of a printed path, or a path that still asks for nothing).
    `menyusul`: something above zero is asked for in the year. `deret`: the quarters are a series in another unit.
    """

    sampai: NilaiTarget | None
    tahunan: NilaiTarget | None
    baris: tuple[Target, ...] = ()
    jatuh_tempo: int = 0
    tidak_ditargetkan: bool = False
    sumber_nilai: SumberNilai | None = None
    catatan: tuple[str, ...] = ()
    lowong: frozenset[str] = frozenset()
    menyusul: bool = False
    deret: DeretTersendiri | None = None

    def belum_tempo(self, polaritas: Polaritas) -> bool:
        """Whether more is better, nothing is asked for yet, and something will be: not due, no division by zero."""
        return polaritas is Polaritas.POSITIF and self.menyusul and self.sampai is not None and _nihil(self.sampai)

    @property
    def ada(self) -> bool:
        """Whether any target is known, be it to date or of the year."""
        return self.sampai is not None or self.tahunan is not None


def posisi_target(
    perilaku: PerilakuPeriode, target: Sequence[Target], sd: SampaiDengan, polaritas: Polaritas = Polaritas.POSITIF
) -> PosisiTarget:
    """Read the target rows of one indicator and year at a position.

    `target` holds only rows of this indicator and of `sd.tahun`, in any order.
    """
    berlaku = versi_berlaku(target, sd)
    jalur = susun_jalur(perilaku, target, sd)
    tahun = jalur.tahun
    if _tidak_ditargetkan(berlaku):
        baris = (tahun,) if tahun is not None else tuple(berlaku[periode] for periode in sorted(berlaku))
        return PosisiTarget(None, None, baris, tidak_ditargetkan=True)
    if tahun is not None and not tahun.bernilai:
        tahun = None
    if tahun is None and not jalur.triwulan:
        return PosisiTarget(None, None)
    posisi = _pada_triwulan(perilaku, jalur, tahun, sd)
    diminta = (posisi.tahunan, *(isi.nilai for isi in jalur.triwulan.values()))
    if polaritas is not Polaritas.POSITIF or not any(n is not None and (n.acuan or NOL) > 0 for n in diminta):
        return posisi
    return replace(posisi, lowong=posisi.lowong | _belum_diminta(jalur, sd.triwulan), menyusul=True)


def _nihil(nilai: NilaiTarget) -> bool:
    return nilai.nilai == 0 if nilai.nilai is not None else nilai.nilai_maks == 0


def _belum_diminta(jalur: JalurTarget, n: int) -> frozenset[str]:
    """The quarters up to n, and their months, before a path asks for anything: none of them is missing later."""
    belum: set[str] = set()
    for tw, isi in jalur.triwulan.items():
        bulan = BULAN[(tw - 1) * 3 : tw * 3]
        if tw > n:
            break
        if not _nihil(isi.nilai):
            belum |= {b.periode for b in isi.baris if b.periode in bulan and _nihil(nilai_target(b))}
            break
        belum |= {f"TW{tw}", *bulan}
    return frozenset(belum)


def sumber_target(baris: Iterable[Target]) -> SumberNilai | None:
    return sumber_terlemah(b.sumber_nilai for b in baris)


def ganti_target(posisi: PosisiTarget, sampai: NilaiTarget, sd: SampaiDengan) -> PosisiTarget:
    """The position with another target to date: at the year's end it is the annual one too. What was due when stays."""
    akhir = sd.triwulan == len(TRIWULAN) and posisi.tahunan == posisi.sampai
    tahunan = sampai if akhir else posisi.tahunan
    tempo = posisi.jatuh_tempo or sd.triwulan
    return PosisiTarget(sampai, tahunan, jatuh_tempo=tempo, lowong=posisi.lowong, deret=posisi.deret)


def _tidak_ditargetkan(berlaku: Mapping[str, Target]) -> bool:
    """The year is printed "-", or nothing but "-" is printed."""
    if TAHUN in berlaku:
        return berlaku[TAHUN].tidak_ditargetkan
    return bool(berlaku) and all(b.tidak_ditargetkan for b in berlaku.values())


def _tahunan_dari_jalur(perilaku: PerilakuPeriode, jalur: JalurTarget) -> NilaiTarget | None:
    """The year's target where only quarters are printed; unknown while the path does not reach the year's end."""
    triwulan = jalur.triwulan
    if perilaku.perilaku is Perilaku.PENGULANGAN:
        return triwulan[max(triwulan)].nilai
    if perilaku.bertambah:
        lengkap = all(tw in triwulan or f"TW{tw}" in jalur.kosong for tw in (1, 2, 3, 4))
        return jumlah_target((Decimal(1), t.nilai) for t in triwulan.values()) if lengkap else None
    return triwulan[4].nilai if 4 in triwulan else None


def _triwulan_sendiri(perilaku: PerilakuPeriode, jalur: JalurTarget, tahun: Target) -> bool:
    """Whether TW IV has a target of its own beside the year's: a repetition has, a level where it was changed later."""
    if (akhir := jalur.triwulan.get(4)) is None or akhir.diasumsikan or perilaku.bertambah:
        return False
    return perilaku.perilaku is Perilaku.PENGULANGAN or any(usia(b) > usia(tahun) for b in akhir.baris)


def _habis(perilaku: PerilakuPeriode, triwulan: Mapping[int, TargetTriwulan], tahun: Target) -> bool:
    """Whether the quarters named before the fourth leave nothing of the year to it."""
    if 4 in triwulan or not triwulan or tahun.nilai is None or perilaku.perilaku is not Perilaku.AKUMULASI:
        return False
    return perilaku.bertambah or (triwulan[max(triwulan)].nilai.acuan or NOL) >= tahun.nilai


def _pada_triwulan(
    perilaku: PerilakuPeriode, jalur: JalurTarget, tahun: Target | None, sd: SampaiDengan
) -> PosisiTarget:
    triwulan, n = jalur.triwulan, sd.triwulan
    tahunan = nilai_target(tahun) if tahun is not None else _tahunan_dari_jalur(perilaku, jalur)
    lewat = [tw for tw in sorted(triwulan) if tw <= n]
    rujukan = tuple(b for tw in lewat for b in triwulan[tw].baris) + ((tahun,) if tahun is not None else ())
    sumber = sumber_target(rujukan)
    lowong = jalur.kosong | {f"TW{tw}" for tw in range(1, n + 1) if triwulan and tw not in triwulan}
    if n == 4 and tahun is not None and (sd.setahun or not _triwulan_sendiri(perilaku, jalur, tahun)):
        tidak_diminta = "TW4" in jalur.kosong or _habis(perilaku, triwulan, tahun)
        tempo = max(lewat, default=3) if tidak_diminta else 4
        kosong = lowong if tidak_diminta else lowong - {"TW4"}
        return PosisiTarget(tahunan, tahunan, (tahun,), tempo, sumber_nilai=tahun.sumber_nilai, lowong=kosong)
    if not lewat:
        return PosisiTarget(None, tahunan, rujukan, 0, sumber_nilai=sumber, lowong=lowong)
    if perilaku.bertambah:
        sampai, dipakai = jumlah_target((Decimal(1), triwulan[tw].nilai) for tw in lewat), lewat
    else:
        sampai, dipakai = triwulan[max(lewat)].nilai, lewat[-1:]
    catatan = catatan_jalur(jalur, dipakai)
    return PosisiTarget(sampai, tahunan, rujukan, max(lewat), sumber_nilai=sumber, catatan=catatan, lowong=lowong)
