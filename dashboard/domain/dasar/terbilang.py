"""A number in Indonesian words, for the places where its digits alone could be misread."""

from decimal import Decimal

SATUAN = ("nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan")
BESARAN = ((10**12, "triliun"), (10**9, "miliar"), (10**6, "juta"))
TERBESAR = 10**15


def terbilang(nilai: Decimal) -> str:
    """1500 is "seribu lima ratus", 1.5 is "satu koma lima". Raises ValueError from a quadrillion on."""
    if abs(nilai) >= TERBESAR:
        raise ValueError(f"too large to be put into words: {nilai}")
    depan, _, belakang = format(abs(nilai), "f").partition(".")
    tanda = "minus " if nilai < 0 else ""
    koma = f" koma {' '.join(SATUAN[int(angka)] for angka in belakang)}" if belakang else ""
    return f"{tanda}{_bulat(int(depan)) or SATUAN[0]}{koma}"


def _bulat(nilai: int) -> str:
    """Words of a whole number, empty for zero."""
    for besar, nama in BESARAN:
        if nilai >= besar:
            return f"{_bulat(nilai // besar)} {nama} {_bulat(nilai % besar)}".strip()
    if nilai >= 1000:
        return f"{_se(nilai // 1000, 'ribu')} {_bulat(nilai % 1000)}".strip()
    if nilai >= 100:
        return f"{_se(nilai // 100, 'ratus')} {_bulat(nilai % 100)}".strip()
    if nilai >= 20:
        return f"{_se(nilai // 10, 'puluh')} {_bulat(nilai % 10)}".strip()
    if nilai >= 10:
        return "sepuluh" if nilai == 10 else _se(nilai - 10, "belas")
    return SATUAN[nilai] if nilai else ""


def _se(nilai: int, besaran: str) -> str:
    return f"se{besaran}" if nilai == 1 else f"{_bulat(nilai)} {besaran}"
