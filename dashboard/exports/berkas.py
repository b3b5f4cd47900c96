"""Writes an export in the format its file name asks for."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from dashboard.exports.berkas_json import tulis_json
from dashboard.exports.berkas_xlsx import tulis_xlsx

PENULIS = {".json": tulis_json, ".xlsx": tulis_xlsx}


def tulis_ekspor(isi: dict[str, Any], tujuan: Path, dasar: Callable[[], list[dict[str, Any]]]) -> None:
    """Write to a .json or .xlsx file; for the latter `dasar` is asked for the rules the numbers rest on.

    Raises ValueError (Indonesian) for any other ending.
    """
    penulis = PENULIS.get(tujuan.suffix.lower())
    if penulis is None:
        raise ValueError(f"Nama berkas “{tujuan.name}” harus berakhiran .json atau .xlsx.")
    penulis(isi | {"dasar": dasar()} if penulis is tulis_xlsx else isi, tujuan)
