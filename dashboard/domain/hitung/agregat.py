"""Means over indicators that say what they cover: incomplete is never green.

Source: DOMAIN.md section 2, "Incomplete is never green" and the cap on averages.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from dashboard.domain.dasar.skala import Status
from dashboard.domain.hitung.capaian import NOL, SERATUS

DI_LUAR_PENYEBUT = (Status.MENUNGGU_PENILAIAN, Status.TIDAK_DITARGETKAN, Status.TARGET_BELUM_ADA)


@dataclass(frozen=True, slots=True)
class Butir:
    """One item of an average: its code, achievement in percent (None: unknown) and status."""

    kode: str
    capaian: Decimal | None
    status: Status


@dataclass(frozen=True, slots=True)
class Agregat:
    """A mean achievement with its coverage.

    `nilai` is the mean of the known items (percent). It may be coloured only when `lengkap`;
    otherwise `bawah` (missing = 0) and `atas` (missing exactly on target) bound the full mean.
    """

    nilai: Decimal | None
    bawah: Decimal | None
    atas: Decimal | None
    dinilai: int
    penyebut: int
    per_status: tuple[tuple[Status, int], ...]
    dibatasi: tuple[str, ...] = ()

    @property
    def lengkap(self) -> bool:
        return self.penyebut > 0 and self.dinilai == self.penyebut

    @property
    def belum(self) -> int:
        return self.penyebut - self.dinilai

    def jumlah(self, status: Status) -> int:
        return dict(self.per_status).get(status, 0)


@dataclass(frozen=True, slots=True)
class SebaranStatus:
    """How many indicators of one group (a unit, a level) are in each status."""

    nama: str
    per_status: tuple[tuple[Status, int], ...]

    @property
    def jumlah(self) -> int:
        return sum(n for _, n in self.per_status)


def rerata_capaian(butir: Iterable[Butir], batas: Decimal | None = None) -> Agregat:
    """Mean achievement over items; each item is capped at `batas` percent when given, and named.

    Items waiting for an outside score, not targeted or without a target yet are outside the
    denominator; items not reported or not computable are missing inside it.
    """
    semua = sorted(butir, key=lambda b: b.kode)
    per_status = Counter(b.status for b in semua)
    dalam = [b for b in semua if b.status not in DI_LUAR_PENYEBUT]
    tahu = [b for b in dalam if b.capaian is not None]
    nilai, dibatasi = _dibatasi(tahu, batas)
    hilang = len(dalam) - len(tahu)
    total = sum(nilai, NOL)
    return Agregat(
        nilai=total / len(nilai) if nilai else None,
        bawah=total / len(dalam) if dalam else None,
        atas=(total + SERATUS * hilang) / len(dalam) if dalam else None,
        dinilai=len(tahu),
        penyebut=len(dalam),
        per_status=tuple((s, per_status[s]) for s in Status if per_status[s]),
        dibatasi=dibatasi,
    )


def _dibatasi(tahu: Sequence[Butir], batas: Decimal | None) -> tuple[list[Decimal], tuple[str, ...]]:
    nilai = [b.capaian for b in tahu if b.capaian is not None]
    if batas is None:
        return nilai, ()
    lewat = tuple(b.kode for b in tahu if b.capaian is not None and b.capaian > batas)
    return [min(n, batas) for n in nilai], lewat
