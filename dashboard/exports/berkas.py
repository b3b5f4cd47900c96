"""Writes an export in the format its file name asks for."""

from pathlib import Path
from typing import Any

from dashboard.exports.berkas_json import tulis_json
from dashboard.exports.berkas_xlsx import tulis_xlsx

PENULIS = {".json": tulis_json, ".xlsx": tulis_xlsx}


def tulis_ekspor(isi: dict[str, Any], tujuan: Path) -> None:
    """Write to a .json or .xlsx file. Raises ValueError (Indonesian) for any other ending."""
    penulis = PENULIS.get(tujuan.suffix.lower())
    if penulis is None:
        raise ValueError(f"Nama berkas “{tujuan.name}” harus berakhiran .json atau .xlsx.")
    penulis(isi, tujuan)
