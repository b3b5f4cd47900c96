"""Things that rest on one another, in an order in which they can be worked through, or the circle that forbids it."""

import re
from collections.abc import Iterable, Mapping
from graphlib import CycleError, TopologicalSorter


class Cycle(ValueError):
    """Codes that rest on each other in a circle; `jalur` names them, first and last the same."""

    def __init__(self, jalur: tuple[str, ...]) -> None:
        self.jalur = jalur
        super().__init__(" → ".join(jalur))

    def mulai_dari(self, kode: str) -> "Cycle":
        """The same circle told from one of its codes."""
        awal = self.jalur.index(kode)
        return Cycle((*self.jalur[awal:-1], *self.jalur[: awal + 1]))


def urutan_hitung(kode: Iterable[str], sandaran: Mapping[str, Iterable[str]]) -> list[str]:
    """All codes, each after the ones it rests on (`sandaran`), in the same order whatever the order of the rows.

    Raises Cycle, each code of its path resting on the next, the smallest first.
    """
    semua = sorted({*kode, *sandaran})
    graf = {satu: sorted(set(sandaran.get(satu, ()))) for satu in semua}
    try:
        return list(TopologicalSorter(graf).static_order())
    except CycleError as error:
        jalur = error.args[1][::-1]  # it runs from what is rested on
        raise Cycle(jalur).mulai_dari(min(jalur, key=urutan_kode)) from None


def urutan_kode(kode: str) -> tuple[tuple[int, int, str], ...]:
    """Sort key that reads the numbers in a code: SUB-2 before SUB-10."""
    bagian = re.findall(r"\d+|\D+", kode)
    return tuple((0, int(b), "") if b.isdigit() else (1, 0, b) for b in bagian)
