"""The path of a target through its year: what each version names, and what is assumed where print is silent.

Source: DOMAIN.md section 2, "Behaviour over periods" and "Versions of a target" [R]. A version counts from its date
on, for the periods it names; for the others the one before it, its assumed path included.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from dashboard.domain.dasar.indikator import Perilaku, Target
from dashboard.domain.dasar.perilaku import PerilakuPeriode
from dashboard.domain.dasar.periode import BULAN, ROMAWI, TAHUN, TRIWULAN, SampaiDengan, triwulan_dari
from dashboard.domain.hitung.capaian import NOL, NilaiTarget

CATATAN_JALUR = "Jalur diasumsikan: target triwulan tidak tercetak."
CATATAN_SISA = "Jalur diasumsikan: {} tidak tercetak, sisa target tahunan dibagi rata."

EMPAT = (1, 2, 3, 4)


@dataclass(frozen=True, slots=True)
class TargetTriwulan:
    """The target of one quarter and the rows (its own, or its months') it comes from; none where it is assumed."""

    nilai: NilaiTarget
    baris: tuple[Target, ...] = ()
    diasumsikan: bool = False


@dataclass(frozen=True, slots=True)
class JalurTarget:
    """The year's row, the target of each quarter due, and the period codes printed as not targeted ("-")."""

    tahun: Target | None = None
    triwulan: Mapping[int, TargetTriwulan] = field(default_factory=dict)
    kosong: frozenset[str] = frozenset()


def susun_jalur(perilaku: PerilakuPeriode, target: Sequence[Target], sd: SampaiDengan) -> JalurTarget:
    """The path as it is known on the last day of the position. `target` are the rows of one indicator and year."""
    jalur = JalurTarget()
    for versi in versi_target(target, sd):
        jalur = _dengan_versi(perilaku, jalur, versi)
    return jalur


def versi_target(target: Sequence[Target], sd: SampaiDengan) -> list[dict[str, Target]]:
    """The versions in force on the last day of the position, oldest first, each by period. Undated: from the start."""
    per_versi: dict[tuple[bool, date], dict[str, Target]] = {}
    for baris in target:
        if (baris.berlaku_mulai or date.min) <= sd.hari_akhir:
            per_versi.setdefault(usia(baris), {})[baris.periode] = baris
    return [per_versi[kunci] for kunci in sorted(per_versi)]


def usia(baris: Target) -> tuple[bool, date]:
    """What orders the versions of a target: the first one before every change, those by their date."""
    return baris.versi != "awal", baris.berlaku_mulai or date.min


def versi_berlaku(target: Sequence[Target], sd: SampaiDengan) -> dict[str, Target]:
    """Per period the row in force at the position; periods that only a later version names are not in it."""
    return {periode: baris for versi in versi_target(target, sd) for periode, baris in versi.items()}


def nilai_target(baris: Target) -> NilaiTarget:
    return NilaiTarget(baris.nilai, baris.nilai_min, baris.nilai_maks, baris.teks, baris.predikat)


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


def catatan_jalur(jalur: JalurTarget, dipakai: Collection[int]) -> tuple[str, ...]:
    """What was assumed about the quarters that a target to date is read from."""
    diasumsikan = [tw for tw in dipakai if jalur.triwulan[tw].diasumsikan]
    if not diasumsikan:
        return ()
    if all(satu.diasumsikan for satu in jalur.triwulan.values()):
        return (CATATAN_JALUR,)
    return (CATATAN_SISA.format(", ".join(f"TW {ROMAWI[tw]}" for tw in diasumsikan)),)


def _dengan_versi(perilaku: PerilakuPeriode, lama: JalurTarget, versi: Mapping[str, Target]) -> JalurTarget:
    """The path after one more version: its periods are its own, an assumed rest follows the year it names."""
    tahun = versi.get(TAHUN, lama.tahun)
    diganti = {tw for tw in EMPAT if _mengganti(versi, tw, lama.triwulan.get(tw))}
    triwulan = {tw: isi for tw, isi in lama.triwulan.items() if tw not in diganti}
    if TAHUN in versi:
        triwulan = {tw: isi for tw, isi in triwulan.items() if not isi.diasumsikan}
    bulan = {b.periode: b for tw in diganti if tw in lama.triwulan for b in lama.triwulan[tw].baris}
    bulan = {
        periode: b for periode, b in bulan.items() if periode in BULAN and f"TW{triwulan_dari(periode)}" not in versi
    }
    triwulan |= {tw: isi for tw, isi in _tercetak(perilaku, bulan | dict(versi)).items() if tw in diganti}
    kosong = {p for p in lama.kosong if p not in versi and not _menyebut_seluruh(versi, triwulan_dari(p))}
    kosong |= {periode for periode, baris in versi.items() if periode != TAHUN and baris.tidak_ditargetkan}
    if TAHUN in versi and tahun is not None and tahun.bernilai:
        triwulan |= _diasumsikan(perilaku, nilai_target(tahun), triwulan, kosong)
    return JalurTarget(tahun, dict(sorted(triwulan.items())), frozenset(kosong))


def _menyebut_seluruh(versi: Mapping[str, Target], tw: int) -> bool:
    """Whether a version names a whole quarter: itself, or each of its months."""
    return f"TW{tw}" in versi or all(bulan in versi for bulan in _bulan(tw))


def _bulan(tw: int) -> tuple[str, ...]:
    return BULAN[(tw - 1) * 3 : tw * 3]


def _mengganti(versi: Mapping[str, Target], tw: int, lama: TargetTriwulan | None) -> bool:
    """Whether a version changes a quarter: named whole, or some of its months where the quarter is made of months."""
    berbulan = lama is None or not any(b.periode in TRIWULAN for b in lama.baris)
    return _menyebut_seluruh(versi, tw) or (berbulan and any(b in versi for b in _bulan(tw)))


def _tercetak(perilaku: PerilakuPeriode, versi: Mapping[str, Target]) -> dict[int, TargetTriwulan]:
    """The printed target per quarter: its own row, else its months' sum (increments) or last level."""
    per_tw: dict[int, list[Target]] = {}
    for periode in sorted(versi):
        if periode != TAHUN and versi[periode].bernilai:
            per_tw.setdefault(triwulan_dari(periode), []).append(versi[periode])
    return {tw: _dari_baris(perilaku, baris) for tw, baris in per_tw.items()}


def _dari_baris(perilaku: PerilakuPeriode, baris: Sequence[Target]) -> TargetTriwulan:
    sendiri = [b for b in baris if b.periode in TRIWULAN]
    terpilih = tuple(sendiri or baris)
    if len(terpilih) > 1 and perilaku.bertambah:
        return TargetTriwulan(jumlah_target((Decimal(1), nilai_target(b)) for b in terpilih), terpilih)
    return TargetTriwulan(nilai_target(terpilih[-1]), terpilih)


def _diasumsikan(
    perilaku: PerilakuPeriode, tahunan: NilaiTarget, tercetak: Mapping[int, TargetTriwulan], kosong: Collection[str]
) -> dict[int, TargetTriwulan]:
    """The quarters that print leaves out: a year alone gives them all, increments share what is left of the year."""
    kurang = [tw for tw in EMPAT if tw not in tercetak and f"TW{tw}" not in kosong]
    if not tercetak and (len(kurang) == len(EMPAT) or not perilaku.bertambah):
        return {tw: TargetTriwulan(_setahun(perilaku, tahunan, tw), diasumsikan=True) for tw in kurang}
    if not perilaku.bertambah or tahunan.nilai is None or not kurang:
        return {}
    sisa = tahunan.nilai - sum((isi.nilai.acuan or NOL for isi in tercetak.values()), NOL)
    if sisa <= 0:
        return {}
    return {tw: TargetTriwulan(NilaiTarget(sisa / len(kurang)), diasumsikan=True) for tw in kurang}


def _setahun(perilaku: PerilakuPeriode, tahunan: NilaiTarget, tw: int) -> NilaiTarget:
    """Annual x p/4 for what adds up (a quarter of it where figures are increments), else the annual level."""
    if perilaku.perilaku is not Perilaku.AKUMULASI:
        return tahunan
    return tahunan.kali(Decimal(1) / 4 if perilaku.bertambah else Decimal(tw) / 4)
