"""The one way scores are kept: whole millionths of a point, on the right side of every half cent.

Scores are fractions (thirds, sevenths) that no decimal holds. Cutting them towards zero at the sixth decimal loses
less than a millionth of a point, and rounding half-up to two decimals afterwards gives what rounding the exact
fraction would give: a half cent is itself a whole number of millionths, so nothing is cut across it.
"""

from decimal import Decimal
from fractions import Fraction

MIKRO = 1_000_000
MIKRO_PER_SEN = 10_000
SETENGAH_SEN = MIKRO_PER_SEN // 2


def mikro(nilai: Fraction) -> int:
    """An exact score in millionths of a point, cut towards zero."""
    besar = abs(nilai.numerator) * MIKRO // nilai.denominator
    return besar if nilai >= 0 else -besar


def sen(nilai_mikro: int) -> int:
    """Hundredths of a point, rounded half-up (away from zero, as Decimal does)."""
    besar = (abs(nilai_mikro) + SETENGAH_SEN) // MIKRO_PER_SEN
    return besar if nilai_mikro >= 0 else -besar


def desimal(nilai_mikro: int) -> Decimal:
    """All six decimals."""
    return Decimal(nilai_mikro).scaleb(-6)


def dua_desimal(nilai_mikro: int | None) -> Decimal | None:
    """The score as it is shown and classified."""
    return None if nilai_mikro is None else Decimal(sen(nilai_mikro)).scaleb(-2)
