"""What an agency's year is computed from, read once: rows by code, behaviours, formulas and their order.

Nothing here depends on the reporting position: the quarters of a year and all their scenarios share it.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from dashboard.domain.dasar.cycles import Cycle, urutan_hitung
from dashboard.domain.dasar.indikator import (
    DataKinerja,
    HitunganSkp,
    Indikator,
    Komponen,
    Perilaku,
    Realisasi,
    Rumus,
    Sifat,
    Target,
    Variabel,
)
from dashboard.domain.dasar.perilaku import PerilakuPeriode, perilaku_periode
from dashboard.domain.hitung.rumus import bagian_rumus, komponen_per_induk, penyebut_skp


@dataclass(frozen=True)
class Structure:
    """Rows, behaviours and formulas by code.

    `tautan` are all links by parent whatever their sifat, `bagian` those that make up its formula; `inputs` the codes
    a value is computed from (for a share of SKP its head count) and `pembatas` those it may not exceed: a bound that
    is no denominator of its formula. `order` has every code after its inputs and its pembatas.
    """

    indikator: Mapping[str, Indikator]
    variabel: Mapping[str, Variabel]
    perilaku: Mapping[str, PerilakuPeriode]
    target: Mapping[str, tuple[Target, ...]]
    realisasi: Mapping[str, tuple[Realisasi, ...]]
    skp: Mapping[int, HitunganSkp]
    tautan: Mapping[str, tuple[Komponen, ...]]
    bagian: Mapping[str, tuple[Komponen, ...]]
    inputs: Mapping[str, tuple[str, ...]]
    pembatas: Mapping[str, tuple[str, ...]]
    order: tuple[str, ...]

    @cached_property
    def rank(self) -> Mapping[str, int]:
        """The place of each code in `order`."""
        return {kode: i for i, kode in enumerate(self.order)}

    @cached_property
    def dependents(self) -> Mapping[str, tuple[str, ...]]:
        """The codes whose value a change of this one can reach in one step."""
        hasil: dict[str, list[str]] = {}
        for arah in (self.inputs, self.pembatas):
            for kode, asal in arah.items():
                for satu in asal:
                    hasil.setdefault(satu, []).append(kode)
        return {kode: tuple(dict.fromkeys(isi)) for kode, isi in hasil.items()}

    @cached_property
    def tautan_atas(self) -> Mapping[str, tuple[Komponen, ...]]:
        """All links from a code to its parents, whatever their sifat."""
        hasil: dict[str, list[Komponen]] = {}
        for induk, ks in self.tautan.items():
            for k in ks if induk in self.indikator else ():
                hasil.setdefault(k.komponen, []).append(k)
        return {kode: tuple(isi) for kode, isi in hasil.items()}

    def induk(self, kode: str) -> Iterable[str]:
        """The indicators in whose formula the code stands."""
        return (k for k in self.dependents.get(kode, ()) if any(b.komponen == kode for b in self.bagian.get(k, ())))

    def berulang(self, kode: str) -> bool:
        """Whether it is an indicator that stands anew each period, so that its year is their mean."""
        satu = self.indikator.get(kode)
        return satu is not None and not satu.dinilai_luar and self.perilaku[kode].perilaku is Perilaku.PENGULANGAN

    def leaves(self, kode: str) -> tuple[str, ...]:
        """The codes at the bottom of an indicator's formula, sorted; empty when it has no formula."""
        return tuple(sorted(k for k in _walk((kode,), self._children) if k != kode and not self.bagian.get(k)))

    def below(self, kode: Iterable[str]) -> set[str]:
        """These codes and everything their values are computed from."""
        return _walk(kode, lambda satu: self.inputs.get(satu, ()))

    def above(self, kode: Iterable[str]) -> list[str]:
        """These codes and everything a change of them can reach, in the order of computation."""
        return sorted(_walk(kode, lambda satu: self.dependents.get(satu, ())), key=self.rank.__getitem__)

    def _children(self, kode: str) -> tuple[str, ...]:
        return tuple(k.komponen for k in self.bagian.get(kode, ()))


def _walk(start: Iterable[str], next_of: Callable[[str], Iterable[str]]) -> set[str]:
    seen: set[str] = set()
    stack = list(start)
    while stack:
        satu = stack.pop()
        if satu not in seen:
            seen.add(satu)
            stack.extend(next_of(satu))
    return seen


def build_structure(data: DataKinerja) -> Structure:
    """Read an agency's year. Raises Cycle when the formulas run in a circle."""
    indikator = {i.kode: i for i in data.indikator}
    variabel = {v.kode: v for v in data.variabel}
    tautan = komponen_per_induk(data.komponen)
    bagian = {kode: isi for kode, i in indikator.items() if (isi := bagian_rumus(i, tautan.get(kode, ())))}
    inputs = _inputs(indikator, tautan, bagian)
    semua = sorted({*indikator, *variabel, *(k for isi in inputs.values() for k in isi)})
    pembatas = _pembatas((k for k in data.komponen if {k.indikator, k.komponen} <= {*indikator, *variabel}), bagian)
    return Structure(
        indikator=indikator,
        variabel=variabel,
        perilaku={kode: perilaku_periode(i) for kode, i in indikator.items()},
        target=_per_kode(data.target),
        realisasi=_per_kode(data.realisasi),
        skp=data.skp,
        tautan=tautan,
        bagian=bagian,
        inputs=inputs,
        pembatas=pembatas,
        order=_order(semua, inputs, pembatas),
    )


def _inputs(
    indikator: Mapping[str, Indikator],
    tautan: Mapping[str, tuple[Komponen, ...]],
    bagian: Mapping[str, tuple[Komponen, ...]],
) -> dict[str, tuple[str, ...]]:
    hasil = {kode: tuple(k.komponen for k in ks) for kode, ks in bagian.items()}
    for kode, i in indikator.items():
        penyebut = penyebut_skp(tautan.get(kode, ())) if i.rumus is Rumus.SKP_BAIK else None
        if penyebut is not None:
            hasil[kode] = (penyebut.komponen,)
    return hasil


def _pembatas(komponen: Iterable[Komponen], bagian: Mapping[str, tuple[Komponen, ...]]) -> dict[str, tuple[str, ...]]:
    hasil: dict[str, list[str]] = {}
    for k in komponen:
        if k.sifat is Sifat.PENYEBUT_BATAS and k not in bagian.get(k.indikator, ()):
            hasil.setdefault(k.indikator, []).append(k.komponen)
    return {kode: tuple(sorted(isi)) for kode, isi in hasil.items()}


def _order(
    kode: Sequence[str], inputs: Mapping[str, tuple[str, ...]], pembatas: Mapping[str, tuple[str, ...]]
) -> tuple[str, ...]:
    """Where bounds run in a circle, every code after its inputs only."""
    berbatas = {satu: [*inputs.get(satu, ()), *pembatas.get(satu, ())] for satu in kode}
    try:
        return tuple(urutan_hitung(kode, berbatas))
    except Cycle:
        return tuple(urutan_hitung(kode, inputs))


B = TypeVar("B", Target, Realisasi)


def _per_kode(baris: Iterable[B]) -> dict[str, tuple[B, ...]]:
    hasil: dict[str, list[B]] = {}
    for satu in baris:
        hasil.setdefault(satu.indikator, []).append(satu)
    return {kode: tuple(isi) for kode, isi in hasil.items()}
