"""The target of an indicator at a reporting position, and of the whole year.

Source: DOMAIN.md section 2. Where no quarterly path is printed, one is assumed and marked.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from dashboard.domain.capaian import NilaiTarget
from dashboard.domain.indikator import Indikator, Penyajian, Perilaku, SumberNilai, Target
from dashboard.domain.perilaku import penyajian_dari, perilaku_dari
from dashboard.domain.periode import TAHUN, SampaiDengan, triwulan_dari

CATATAN_JALUR = "Jalur diasumsikan: target triwulan tidak tercetak."
AKHIR_TRIWULAN = {1: (3, 31), 2: (6, 30), 3: (9, 30), 4: (12, 31)}


@dataclass(frozen=True, slots=True)
class PosisiTarget:
    """Targets seen from "s.d. TW n": to date, of the year, and the rows they were read from.

    `jatuh_tempo` is the last quarter up to n for which something was due.
    """

    sampai: NilaiTarget | None
    tahunan: NilaiTarget | None
    baris: tuple[Target, ...] = ()
    jatuh_tempo: int = 0
    tidak_ditargetkan: bool = False
    sumber_nilai: SumberNilai | None = None
    catatan: tuple[str, ...] = ()


def posisi_target(indikator: Indikator, target: Sequence[Target], sd: SampaiDengan) -> PosisiTarget:
    """Read the target rows of one indicator and year at a position.

    `target` holds only rows of this indicator and of `sd.tahun`, in any order.
    """
    berlaku = _versi_berlaku(target, sd)
    tahun = berlaku.get(TAHUN)
    if tahun is not None and tahun.tidak_ditargetkan:
        return PosisiTarget(None, None, (tahun,), tidak_ditargetkan=True)
    jalur = _jalur(berlaku)
    tahunan = _nilai(tahun) if tahun is not None and tahun.bernilai else _tahunan_dari_jalur(indikator, jalur)
    if tahunan is None:
        return PosisiTarget(None, None)
    return _pada_triwulan(indikator, jalur, tahun, tahunan, sd.triwulan)


def _versi_berlaku(target: Sequence[Target], sd: SampaiDengan) -> dict[str, Target]:
    """Per period the version in force at the position: a change holds from its date on."""
    bulan, hari = AKHIR_TRIWULAN[sd.triwulan]
    akhir = date(sd.tahun, bulan, hari)
    terpilih: dict[str, Target] = {}
    for baris in sorted(target, key=lambda t: (t.versi != "awal", t.berlaku_mulai or date.min)):
        if baris.berlaku_mulai is None or baris.berlaku_mulai <= akhir or baris.periode not in terpilih:
            terpilih[baris.periode] = baris
    return terpilih


def _jalur(berlaku: dict[str, Target]) -> dict[int, Target]:
    """The last row with a value per quarter; a month's row stands for its quarter's end."""
    urut = sorted((p for p in berlaku if p != TAHUN), key=lambda p: (triwulan_dari(p), p.startswith("TW"), p))
    return {triwulan_dari(p): berlaku[p] for p in urut if berlaku[p].bernilai}


def _nilai(baris: Target) -> NilaiTarget:
    return NilaiTarget(baris.nilai, baris.nilai_min, baris.nilai_maks, baris.teks, baris.predikat)


def _tahunan_dari_jalur(indikator: Indikator, jalur: dict[int, Target]) -> NilaiTarget | None:
    if not jalur:
        return None
    perilaku, _ = perilaku_dari(indikator)
    if perilaku is Perilaku.AKUMULASI and penyajian_dari(indikator) is Penyajian.TAMBAHAN:
        return _jumlah(jalur, 4) if len(jalur) == 4 else None
    return _nilai(jalur[max(jalur)])


def _jumlah(jalur: dict[int, Target], sampai: int) -> NilaiTarget:
    nilai = [baris.nilai or Decimal(0) for tw, baris in jalur.items() if tw <= sampai]
    return NilaiTarget(sum(nilai, Decimal(0)))


def _pada_triwulan(
    indikator: Indikator, jalur: dict[int, Target], tahun: Target | None, tahunan: NilaiTarget, n: int
) -> PosisiTarget:
    lewat = [tw for tw in jalur if tw <= n]
    rujukan = tuple(jalur[tw] for tw in lewat) + ((tahun,) if tahun is not None else ())
    sumber = min((b.sumber_nilai for b in rujukan), key=list(SumberNilai).index, default=None)
    if n == 4 and tahun is not None:
        return PosisiTarget(tahunan, tahunan, (tahun,), 4, sumber_nilai=tahun.sumber_nilai)
    perilaku, _ = perilaku_dari(indikator)
    if not jalur:
        asumsi = tahunan.kali(Decimal(n) / 4) if perilaku is Perilaku.AKUMULASI else tahunan
        return PosisiTarget(asumsi, tahunan, rujukan, n, sumber_nilai=sumber, catatan=(CATATAN_JALUR,))
    if not lewat:
        return PosisiTarget(None, tahunan, rujukan, 0, sumber_nilai=sumber)
    if perilaku is Perilaku.AKUMULASI and penyajian_dari(indikator) is Penyajian.TAMBAHAN:
        sampai = _jumlah(jalur, n)
    else:
        sampai = _nilai(jalur[max(lewat)])
    return PosisiTarget(sampai, tahunan, rujukan, max(lewat), sumber_nilai=sumber)
