"""Number formats of a spreadsheet: does a cell show its number as a percentage?

Source: ECMA-376 part 1, 18.8.31. A percent sign scales only where it is part of the format itself: quoted ("%"),
escaped (\\%), as a fill or as a blank it is but a letter; and of several sections one speaks for a number.
"""

import operator
import re
from collections.abc import Callable
from dataclasses import dataclass

BAWAAN = {9: "0%", 10: "0.00%"}
"""The percent formats a file need not spell out."""
MAKS_BAGIAN_ANGKA = 3
"""A fourth section is for text."""

_TANDA = re.compile(
    r'"[^"]*"?|\\.?|[_*].?'  # text in quotes, an escaped letter, a blank as wide as a letter, a fill
    r"|\[(?P<kurung>[^\]]*)\]?|(?P<batas>;)|(?P<persen>%)|.",
    re.DOTALL,
)
_SYARAT = re.compile(r"(<=|>=|<>|<|>|=)(-?\d+(?:\.\d+)?)")
_BANDING: dict[str, Callable[[float, float], bool]] = {
    "<=": operator.le,
    ">=": operator.ge,
    "<>": operator.ne,
    "<": operator.lt,
    ">": operator.gt,
    "=": operator.eq,
}

_Syarat = tuple[str, float]


@dataclass(frozen=True, slots=True)
class _Bagian:
    """One section: whether it shows a percentage, and the condition printed in it ([<1]), if any."""

    persen: bool
    syarat: _Syarat | None


@dataclass(frozen=True, slots=True)
class FormatPersen:
    """A format in which at least one section for numbers shows a percentage."""

    _bagian: tuple[_Bagian, ...]

    def berlaku(self, nilai: float) -> bool:
        """Whether this number is shown as a percentage. The last section takes what no other one does."""
        bawaan: tuple[_Syarat, _Syarat] = ((">" if len(self._bagian) > 2 else ">=", 0.0), ("<", 0.0))
        for satu, syarat in zip(self._bagian[:-1], bawaan, strict=False):
            banding, batas = satu.syarat or syarat
            if _BANDING[banding](nilai, batas):
                return satu.persen
        return self._bagian[-1].persen


def format_persen(kode: str) -> FormatPersen | None:
    """The format as far as percentages are concerned; None when it shows none."""
    bagian: list[list[re.Match[str]]] = [[]]
    for tanda in _TANDA.finditer(kode):
        if tanda["batas"]:
            bagian.append([])
        else:
            bagian[-1].append(tanda)
    angka = tuple(map(_baca_bagian, bagian[:MAKS_BAGIAN_ANGKA]))
    return FormatPersen(angka) if any(satu.persen for satu in angka) else None


def _baca_bagian(tanda: list[re.Match[str]]) -> _Bagian:
    syarat = (_SYARAT.fullmatch(satu["kurung"] or "") for satu in tanda)
    cocok = next(filter(None, syarat), None)
    return _Bagian(any(satu["persen"] for satu in tanda), (cocok[1], float(cocok[2])) if cocok else None)
