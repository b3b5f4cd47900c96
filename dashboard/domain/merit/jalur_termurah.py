"""The cheapest set of work that gains a number of points: exact, with every equally cheap alternative.

A covering knapsack over non-dominated (effort, gain) pairs. Work belongs to groups with a ceiling (a criterion
cannot exceed its maximum); what a group gains above its ceiling counts for nothing.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

NOL = Decimal(0)
MAKS_ALTERNATIF = 12

Pasangan = tuple[Decimal, Decimal]
"""Effort and the gain it can buy."""


@dataclass(frozen=True, slots=True)
class Pekerjaan:
    """One sub item to raise to full: the points it gains, the effort it takes, the group it counts in."""

    kode: str
    tambah: Decimal
    upaya: Decimal
    kelompok: str = ""


@dataclass(frozen=True, slots=True)
class Jalur:
    """A set of work with what it gains (ceilings applied) and costs."""

    pekerjaan: tuple[Pekerjaan, ...]
    tambah: Decimal
    upaya: Decimal


@dataclass(frozen=True, slots=True)
class Termurah:
    """The answer: `jalur` holds the equally cheap sets, best first; empty when `perlu` is out of reach.

    `terbanyak` is what all work together gains; `terpotong` says that there are more alternatives than listed.
    """

    perlu: Decimal
    jalur: tuple[Jalur, ...]
    terbanyak: Decimal
    terpotong: bool = False


def jalur_termurah(
    pekerjaan: Iterable[Pekerjaan],
    perlu: Decimal,
    ruang: Mapping[str, Decimal] | None = None,
    maks_alternatif: int = MAKS_ALTERNATIF,
) -> Termurah:
    """The cheapest sets gaining at least `perlu`; `ruang` is the ceiling of each group (absent: none)."""
    susunan = _susun(pekerjaan, ruang or {})
    terbanyak = susunan.depan[0][-1][1]
    if perlu <= 0:
        return Termurah(perlu, (Jalur((), NOL, NOL),), terbanyak)
    upaya = next((u for u, t in susunan.depan[0] if t >= perlu), None)
    if upaya is None:
        return Termurah(perlu, (), terbanyak)
    semua = _cari_semua(susunan, perlu, upaya, maks_alternatif)
    jalur = sorted(semua[:maks_alternatif], key=lambda j: (len(j.pekerjaan), -j.tambah, [p.kode for p in j.pekerjaan]))
    return Termurah(perlu, tuple(jalur), terbanyak, len(semua) > maks_alternatif)


def belanja_upaya(
    pekerjaan: Iterable[Pekerjaan], anggaran: Decimal, ruang: Mapping[str, Decimal] | None = None
) -> Jalur:
    """The most that a total effort buys, at the least effort for it."""
    daftar = tuple(pekerjaan)
    susunan = _susun(daftar, ruang or {})
    terbanyak = max((t for u, t in susunan.depan[0] if u <= anggaran), default=NOL)
    return jalur_termurah(daftar, terbanyak, ruang, 1).jalur[0]


@dataclass(frozen=True, slots=True)
class _Susunan:
    """Work ordered by group; `depan[i]` are the best pairs from item i on (the group of i still open above it)."""

    pekerjaan: tuple[Pekerjaan, ...]
    ruang: Mapping[str, Decimal]
    depan: tuple[tuple[Pasangan, ...], ...]

    def paling_banyak(self, i: int, upaya: Decimal) -> Decimal:
        """An upper bound of what items from i on gain for at most that effort."""
        return max((t for u, t in self.depan[i] if u <= upaya), default=NOL)

    def hitung(self, pilihan: Sequence[Pekerjaan]) -> Decimal:
        """What a set gains, each group up to its ceiling."""
        per: dict[str, Decimal] = {}
        for p in pilihan:
            per[p.kelompok] = per.get(p.kelompok, NOL) + p.tambah
        return sum((min(t, self.ruang.get(k, t)) for k, t in per.items()), NOL)


def _susun(pekerjaan: Iterable[Pekerjaan], ruang: Mapping[str, Decimal]) -> _Susunan:
    berguna = [p for p in pekerjaan if p.tambah > 0]
    daftar = tuple(sorted(berguna, key=lambda p: (p.kelompok, p.upaya, -p.tambah, p.kode)))
    depan: list[tuple[Pasangan, ...]] = [((NOL, NOL),)]
    kelompok: list[Pasangan] = [(NOL, NOL)]
    sesudah = depan[0]
    for i in range(len(daftar) - 1, -1, -1):
        p = daftar[i]
        kelompok = list(_tak_terkalahkan([*kelompok, *((u + p.upaya, t + p.tambah) for u, t in kelompok)]))
        awal = i == 0 or daftar[i - 1].kelompok != p.kelompok
        # Inside an open group the ceiling is left out: the bound stays an upper one whatever was taken before.
        isi = [(u, min(t, ruang.get(p.kelompok, t))) for u, t in kelompok] if awal else kelompok
        depan.append(_tak_terkalahkan([(u + v, t + s) for u, t in isi for v, s in sesudah]))
        if awal:
            sesudah, kelompok = depan[-1], [(NOL, NOL)]
    return _Susunan(daftar, ruang, tuple(reversed(depan)))


def _tak_terkalahkan(pasangan: list[Pasangan]) -> tuple[Pasangan, ...]:
    """Pairs that no other beats with less effort and as much gain, cheapest first."""
    hasil: list[Pasangan] = []
    for upaya, tambah in sorted(pasangan, key=lambda p: (p[0], -p[1])):
        if not hasil or tambah > hasil[-1][1]:
            hasil.append((upaya, tambah))
    return tuple(hasil)


def _cari_semua(susunan: _Susunan, perlu: Decimal, upaya: Decimal, batas: int) -> list[Jalur]:
    """Branch and bound: every set of exactly that effort that reaches `perlu`, up to one more than `batas`."""
    hasil: list[Jalur] = []

    def telusuri(i: int, pilihan: tuple[Pekerjaan, ...], terpakai: Decimal) -> None:
        if len(hasil) > batas:
            return
        if i == len(susunan.pekerjaan):
            _terima(susunan, pilihan, terpakai, perlu, hasil)
            return
        if susunan.hitung(pilihan) + susunan.paling_banyak(i, upaya - terpakai) < perlu:
            return
        p = susunan.pekerjaan[i]
        if terpakai + p.upaya <= upaya:
            telusuri(i + 1, (*pilihan, p), terpakai + p.upaya)
        telusuri(i + 1, pilihan, terpakai)

    telusuri(0, (), NOL)
    return hasil


def _terima(
    susunan: _Susunan, pilihan: tuple[Pekerjaan, ...], upaya: Decimal, perlu: Decimal, hasil: list[Jalur]
) -> None:
    """Keep a set that reaches the goal and holds nothing it could do without."""
    if susunan.hitung(pilihan) < perlu:
        return
    if any(susunan.hitung([p for p in pilihan if p is not satu]) >= perlu for satu in pilihan):
        return
    hasil.append(Jalur(tuple(sorted(pilihan, key=lambda p: p.kode)), susunan.hitung(pilihan), upaya))
