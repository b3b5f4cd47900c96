"""The target of an indicator at a reporting position, and of the whole year.

Source: DOMAIN.md section 2. Where no quarterly path is printed, one is assumed and marked.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from dashboard.domain.dasar.indikator import Perilaku, SumberNilai, Target
from dashboard.domain.dasar.perilaku import PerilakuPeriode
from dashboard.domain.dasar.periode import TAHUN, TRIWULAN, SampaiDengan, triwulan_dari
from dashboard.domain.hitung.capaian import NOL, NilaiTarget
from dashboard.domain.hitung.rumus import sumber_terlemah

CATATAN_JALUR = "Jalur diasumsikan: target triwulan tidak tercetak."


@dataclass(frozen=True, slots=True)
class PosisiTarget:
    """Targets seen from "s.d. TW n": to date, of the year, and the rows they were read from.

    `jatuh_tempo` is the last quarter up to n for which something was due; `lowong` the period codes
    up to n for which nothing was (printed "-", or left out of a printed path).
    """

    sampai: NilaiTarget | None
    tahunan: NilaiTarget | None
    baris: tuple[Target, ...] = ()
    jatuh_tempo: int = 0
    tidak_ditargetkan: bool = False
    sumber_nilai: SumberNilai | None = None
    catatan: tuple[str, ...] = ()
    lowong: frozenset[str] = frozenset()

    @property
    def ada(self) -> bool:
        """Whether any target is known, be it to date or of the year."""
        return self.sampai is not None or self.tahunan is not None


@dataclass(frozen=True, slots=True)
class _Triwulan:
    """The target of one quarter and the rows (its own, or its months') it comes from."""

    nilai: NilaiTarget
    baris: tuple[Target, ...]


def posisi_target(perilaku: PerilakuPeriode, target: Sequence[Target], sd: SampaiDengan) -> PosisiTarget:
    """Read the target rows of one indicator and year at a position.

    `target` holds only rows of this indicator and of `sd.tahun`, in any order.
    """
    berlaku = versi_berlaku(target, sd)
    tahun = berlaku.get(TAHUN)
    if _tidak_ditargetkan(berlaku):
        baris = (tahun,) if tahun is not None else tuple(berlaku.values())
        return PosisiTarget(None, None, baris, tidak_ditargetkan=True)
    if tahun is not None and not tahun.bernilai:
        tahun = None
    jalur = _jalur(perilaku, berlaku)
    if tahun is None and not jalur:
        return PosisiTarget(None, None)
    tanda_kosong = frozenset(p for p, b in berlaku.items() if b.tidak_ditargetkan)
    return _pada_triwulan(perilaku, jalur, tahun, tanda_kosong, sd.triwulan)


def jumlah_target(bagian: Iterable[tuple[Decimal, NilaiTarget]]) -> NilaiTarget:
    """Weighted sum of targets; a range among them makes the sum a range (a negative weight swaps its ends)."""
    bawah, atas, rentang = NOL, NOL, False
    for bobot, nilai in bagian:
        rentang = rentang or nilai.rentang
        acuan = nilai.acuan or NOL
        ujung = (nilai.nilai_min, nilai.nilai_maks) if nilai.rentang else (acuan, acuan)
        kali = sorted(bobot * (u or NOL) for u in ujung)
        bawah, atas = bawah + kali[0], atas + kali[1]
    return NilaiTarget(nilai_min=bawah, nilai_maks=atas) if rentang else NilaiTarget(bawah)


def sumber_target(baris: Iterable[Target]) -> SumberNilai | None:
    return sumber_terlemah(b.sumber_nilai for b in baris)


def ganti_target(posisi: PosisiTarget, sampai: NilaiTarget, sd: SampaiDengan) -> PosisiTarget:
    """The position with another target to date: at the year's end it is the annual one too. What was due when stays."""
    akhir = sd.triwulan == len(TRIWULAN) and posisi.tahunan == posisi.sampai
    tahunan = sampai if akhir else posisi.tahunan
    return PosisiTarget(sampai, tahunan, jatuh_tempo=posisi.jatuh_tempo or sd.triwulan, lowong=posisi.lowong)


def versi_berlaku(target: Sequence[Target], sd: SampaiDengan) -> dict[str, Target]:
    """Per period the version in force at the position: a change holds from its date on (undated: always)."""
    akhir = sd.hari_akhir
    terpilih: dict[str, Target] = {}
    for baris in sorted(target, key=lambda t: (t.versi != "awal", t.berlaku_mulai or date.min, t.periode)):
        if baris.berlaku_mulai is None or baris.berlaku_mulai <= akhir or baris.periode not in terpilih:
            terpilih[baris.periode] = baris
    return terpilih


def _tidak_ditargetkan(berlaku: Mapping[str, Target]) -> bool:
    """The year is printed "-", or nothing but "-" is printed."""
    if TAHUN in berlaku:
        return berlaku[TAHUN].tidak_ditargetkan
    return bool(berlaku) and all(b.tidak_ditargetkan for b in berlaku.values())


def _jalur(perilaku: PerilakuPeriode, berlaku: Mapping[str, Target]) -> dict[int, _Triwulan]:
    """The printed target per quarter: its own row, else its months' sum (increments) or last level."""
    per_tw: dict[int, list[Target]] = {}
    for periode in sorted(berlaku):
        if periode != TAHUN and berlaku[periode].bernilai:
            per_tw.setdefault(triwulan_dari(periode), []).append(berlaku[periode])
    return {tw: _triwulan(perilaku, baris) for tw, baris in sorted(per_tw.items())}


def _triwulan(perilaku: PerilakuPeriode, baris: Sequence[Target]) -> _Triwulan:
    sendiri = [b for b in baris if b.periode in TRIWULAN]
    terpilih = tuple(sendiri or baris)
    if len(terpilih) > 1 and perilaku.bertambah:
        return _Triwulan(jumlah_target((Decimal(1), _nilai(b)) for b in terpilih), terpilih)
    return _Triwulan(_nilai(terpilih[-1]), terpilih)


def _nilai(baris: Target) -> NilaiTarget:
    return NilaiTarget(baris.nilai, baris.nilai_min, baris.nilai_maks, baris.teks, baris.predikat)


def _tahunan_dari_jalur(
    perilaku: PerilakuPeriode, jalur: Mapping[int, _Triwulan], tanda_kosong: frozenset[str]
) -> NilaiTarget | None:
    """The year's target where only quarters are printed; unknown while the path does not reach the year's end."""
    if perilaku.perilaku is Perilaku.PENGULANGAN:
        return jalur[max(jalur)].nilai
    if perilaku.bertambah:
        lengkap = all(tw in jalur or f"TW{tw}" in tanda_kosong for tw in (1, 2, 3, 4))
        return jumlah_target((Decimal(1), t.nilai) for t in jalur.values()) if lengkap else None
    return jalur[4].nilai if 4 in jalur else None


def _pada_triwulan(
    perilaku: PerilakuPeriode,
    jalur: Mapping[int, _Triwulan],
    tahun: Target | None,
    tanda_kosong: frozenset[str],
    n: int,
) -> PosisiTarget:
    tahunan = _nilai(tahun) if tahun is not None else _tahunan_dari_jalur(perilaku, jalur, tanda_kosong)
    lewat = [tw for tw in jalur if tw <= n]
    rujukan = tuple(b for tw in lewat for b in jalur[tw].baris) + ((tahun,) if tahun is not None else ())
    sumber = sumber_target(rujukan)
    lowong = tanda_kosong | {f"TW{tw}" for tw in range(1, n + 1) if jalur and tw not in jalur}
    if n == 4 and tahun is not None:
        tempo = max(lewat, default=3) if "TW4" in tanda_kosong else 4
        kosong = lowong - ({"TW4"} - tanda_kosong)
        return PosisiTarget(tahunan, tahunan, (tahun,), tempo, sumber_nilai=tahun.sumber_nilai, lowong=kosong)
    if not jalur and tahunan is not None:
        bagian = Decimal(n) / 4
        asumsi = tahunan.kali(bagian) if perilaku.perilaku is Perilaku.AKUMULASI else tahunan
        return PosisiTarget(asumsi, tahunan, rujukan, n, sumber_nilai=sumber, catatan=(CATATAN_JALUR,), lowong=lowong)
    if not lewat:
        return PosisiTarget(None, tahunan, rujukan, 0, sumber_nilai=sumber, lowong=lowong)
    if perilaku.bertambah:
        sampai = jumlah_target((Decimal(1), jalur[tw].nilai) for tw in lewat)
    else:
        sampai = jalur[max(lewat)].nilai
    return PosisiTarget(sampai, tahunan, rujukan, max(lewat), sumber_nilai=sumber, lowong=lowong)
