"""How a sheet of an .xlsx is looked into: what is known before, and what only its first look told."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from data_access.workbook.berkas.mentah import Tercoret


@dataclass(frozen=True, slots=True)
class CaraPindai:
    """What is struck out or raised: shared strings by their index, and whether the sheet itself holds such text.

    `lazim` is that rows and cells are spelt as usual, so that plain ones need not be parsed; `bersyarat` are the styles
    of conditional formats, by their index, that may show another number or none.
    """

    bersama: Mapping[int, Tercoret] = field(default_factory=dict)
    coret_di_lembar: bool = False
    lazim: bool = True
    bersyarat: frozenset[str] = frozenset()


CARA_BIASA = CaraPindai()
