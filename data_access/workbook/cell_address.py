"""Addresses of cells as a spreadsheet writes them: D14 is row 13, column 3, counted from 0."""

import re
from collections.abc import Sequence

MAKS_BARIS, MAKS_KOLOM = 1_048_576, 16_384
"""What a sheet of Excel holds."""
MAKS_SEBUT = 20
_ALAMAT = re.compile(r"(?P<kolom>[A-Z]{1,3})(?P<baris>[1-9]\d{0,6})")

Letak = tuple[int, int]
"""(row, column) from 0."""


def huruf_kolom(indeks: int) -> str:
    """0 -> A, 25 -> Z, 26 -> AA."""
    huruf = ""
    indeks += 1
    while indeks:
        indeks, sisa = divmod(indeks - 1, 26)
        huruf = chr(ord("A") + sisa) + huruf
    return huruf


def parse_cell_address(alamat: str) -> Letak:
    """ "D14" -> (13, 3). Raises ValueError where no sheet has such a cell."""
    cocok = _ALAMAT.fullmatch(alamat.upper())
    if cocok is None:
        raise ValueError(f"{alamat} bukan alamat sel")
    kolom = 0
    for huruf in cocok["kolom"]:
        kolom = kolom * 26 + ord(huruf) - ord("A") + 1
    baris = int(cocok["baris"])
    if baris > MAKS_BARIS or kolom > MAKS_KOLOM:
        raise ValueError(f"{alamat} di luar lembar")
    return baris - 1, kolom - 1


def deret_baris(nomor: Sequence[int]) -> str:
    """Row numbers in their order, 4, 5, 6, 9, as "4-6, 9"; the first of very many."""
    deret: list[list[int]] = []
    for satu in nomor:
        if deret and satu == deret[-1][1] + 1:
            deret[-1][1] = satu
        else:
            deret.append([satu, satu])
    teks = [str(awal) if awal == akhir else f"{awal}-{akhir}" for awal, akhir in deret[:MAKS_SEBUT]]
    return ", ".join(teks) + (" dan lainnya" if len(deret) > MAKS_SEBUT else "")
