"""Simulated target paths and realisations for the sample agencies, from a fixed seed.

The source documents hold targets at most, so what the dashboard shows beside them is invented here and
marked `simulasi`. Rows with another `sumber_nilai` are never touched. Standard library only; reads the
workbook folders beside it, `simulasi_skenario.csv` (figures chosen by hand; quarters separated by `|`,
a blank was not reported) and `simulasi_kendala.csv` (texts for what went wrong).

Usage: python sample_data/simulasi.py [folder ...]
"""

import sys
from pathlib import Path

DASAR = Path(__file__).resolve().parent
SETELAN = {"banten": (2023, 4, 0.0), "pemalang": (2025, 3, 0.08), "paser": (2023, 4, 0.09), "pk": (2024, 4, 0.0)}
"""Per folder: the year, its last reported quarter, the share of indicators not (fully) reported."""


def utama(folder: list[str]) -> int:
    """Rewrite `target.csv` and `realisasi.csv` of the folders; 2 when one is unknown."""
    sys.dont_write_bytecode = True  # a __pycache__ here would look like one more agency folder
    from simulasi_bahan import Bahan, Setelan, baca
    from simulasi_baris import simpan

    asing = [f for f in folder if f not in SETELAN]
    if asing:
        print(f"Folder tidak dikenal: {', '.join(asing)}. Yang ada: {', '.join(SETELAN)}.", file=sys.stderr)
        return 2
    skenario = baca(DASAR / "simulasi_skenario.csv")
    kendala = baca(DASAR / "simulasi_kendala.csv")
    for nama in folder or SETELAN:
        rencana = {b["kode"]: b for b in skenario if b["folder"] == nama}
        simpan(Bahan(DASAR / nama, Setelan(*SETELAN[nama]), rencana), kendala)
    return 0


if __name__ == "__main__":
    raise SystemExit(utama(sys.argv[1:]))
