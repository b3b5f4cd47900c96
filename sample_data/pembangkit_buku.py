"""Rows as a sheet of a workbook folder: UTF-8, commas between cells, Indonesian numbers."""

import csv
from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path


def tulis_lembar(folder: Path, nama: str, baris: Sequence[dict[str, object]]) -> None:
    """Write one .csv with the columns that occur, in the order in which they first do."""
    folder.mkdir(parents=True, exist_ok=True)
    kolom = list(dict.fromkeys(k for satu in baris for k in satu))
    with (folder / f"{nama}.csv").open("w", encoding="utf-8", newline="") as berkas:
        penulis = csv.DictWriter(berkas, kolom, restval="", lineterminator="\n")
        penulis.writeheader()
        penulis.writerows({k: _teks(v) for k, v in satu.items()} for satu in baris)


def baca_lembar(folder: Path, nama: str) -> list[dict[str, str]]:
    berkas = folder / f"{nama}.csv"
    if not berkas.exists():
        return []
    with berkas.open(encoding="utf-8-sig", newline="") as terbuka:
        return [{k: v or "" for k, v in satu.items()} for satu in csv.DictReader(terbuka)]


def _teks(nilai: object) -> str:
    if isinstance(nilai, Decimal):
        return format(nilai.normalize(), "f").replace(".", ",")
    return "" if nilai is None else str(nilai)
