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

    @property
    def tak_hingga(self) -> bool:
        """Above its target without a number: its formula divides by zero."""
        return self.capaian is None and self.status is Status.MELAMPAUI


@dataclass(frozen=True, slots=True)
class Agregat:
    """A mean achievement with its coverage.

    `tanpa_angka` are reported items above their target whose formula divides by zero: they enter a capped mean at the
    cap; without a cap no mean holds them, and the bounds count them as exactly on target.

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
    tanpa_angka: tuple[str, ...] = ()

    @property
    def lengkap(self) -> bool:
        return self.penyebut > 0 and self.dinilai == self.penyebut

    @property
    def belum(self) -> int:
        """How many have no value yet."""
        return self.penyebut - self.dinilai - len(self.tanpa_angka)

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
    tahu = [b for b in dalam if b.capaian is not None or (b.tak_hingga and batas is not None)]
    tanpa_angka = tuple(b.kode for b in dalam if b.tak_hingga and batas is None)
    nilai, dibatasi = _dibatasi(tahu, batas)
    hilang = len(dalam) - len(tahu) - len(tanpa_angka)
    total = sum(nilai, NOL)
    dasar = total + SERATUS * len(tanpa_angka)
    return Agregat(
        nilai=total / len(nilai) if nilai else None,
        bawah=dasar / len(dalam) if dalam else None,
        atas=(dasar + SERATUS * hilang) / len(dalam) if dalam else None,
        dinilai=len(tahu),
        penyebut=len(dalam),
        per_status=tuple((s, per_status[s]) for s in Status if per_status[s]),
        dibatasi=dibatasi,
        tanpa_angka=tanpa_angka,
    )


def _dibatasi(tahu: Sequence[Butir], batas: Decimal | None) -> tuple[list[Decimal], tuple[str, ...]]:
    if batas is None:
        return [b.capaian for b in tahu if b.capaian is not None], ()
    lewat = tuple(b.kode for b in tahu if b.capaian is None or b.capaian > batas)
    return [batas if b.capaian is None else min(b.capaian, batas) for b in tahu], lewat
