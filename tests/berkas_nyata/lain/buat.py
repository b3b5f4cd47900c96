"""One table in several formats: made with openpyxl, then written as .ods and .xls by LibreOffice.

`python -m tests.berkas_nyata.lain.buat` writes tabel.ods and tabel.xls beside this file again; it needs LibreOffice.
"""

import io
import subprocess
import tempfile
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

import openpyxl
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.comments import Comment
from openpyxl.styles import Font, PatternFill
from openpyxl.worksheet.worksheet import Worksheet

FOLDER = Path(__file__).parent
FORMAT = ("ods", "xls")
JUDUL = ("kasus", "nilai")
KASUS: dict[str, tuple[Any, str]] = {
    "persen": (0.855, "0.00%"),
    "persen dibulatkan": (0.8549, "0%"),
    "persen kecil": (0.004, "0%"),
    "persen sebagai huruf": (85.5, '0.00"%"'),
    "persen terlindung": (85.5, r"0.00\%"),
    "bulat": (40.6, "0"),
    "ribuan": (40500, "#,##0,"),
    "tanpa angka": (40, ";;;"),
    "angka pada format": (40.6, '"1"0.0'),
    "tanpa minus": (-40.6, "0.0;0.0"),
    "minus pada format": (40.6, '"-"0.0'),
    "nol tak tampil": (0, "0;-0;;@"),
    "putih": (41, "General"),
    "putih di atas biru": (42, "General"),
    "satu titik": (43, "General"),
    "negatif berkurung": (-5, "#,##0;(#,##0)"),
    "rupiah": (1_920_000_000, '"Rp" #,##0'),
    "nol sebagai strip": (0, '#,##0;-#,##0;"-"'),
    "sepertiga": (1 / 3, "General"),
    "ilmiah": (12345, "0.00E+00"),
    "pecahan": (0.3, "# ?/?"),
    "teks angka": ("1.500", "General"),
    "teks": ("Baik (BB)\nsekali", "General"),
    "tanggal": (date(2025, 2, 1), "dd/mm/yyyy"),
    "saat": (datetime(2025, 2, 1, 7, 30), "yyyy-mm-dd hh:mm"),  # noqa: DTZ001
    "jam": (time(5, 3), "h:mm"),
    "benar": (True, "General"),
    "galat": ("=1/0", "General"),
    "rumus": ("=20+20.5", "General"),
    "rumus teks": ('=TEXT(40.46,"0.0")', "General"),
    "rumus nol": ("=0*1", "General"),
    "dicoret": (90, "General"),
    "dicoret sebagian": (
        CellRichText(TextBlock(InlineFont(strike=True), "80"), TextBlock(InlineFont(), " 85")),
        "General",
    ),
    "catatan kaki": (
        CellRichText(TextBlock(InlineFont(), "85"), TextBlock(InlineFont(vertAlign="superscript"), "1")),
        "General",
    ),
    "tersembunyi": (7, "General"),
    "berkomentar": (8, "General"),
    "gabungan": (9, "General"),
}
BARIS = {kasus: nomor for nomor, kasus in enumerate(KASUS, start=2)}


def buku() -> bytes:
    """The table as an .xlsx."""
    satu, keluar = openpyxl.Workbook(), io.BytesIO()
    lembar = satu.active
    assert isinstance(lembar, Worksheet)
    lembar.title = "tabel"
    lembar.append(JUDUL)
    for kasus, (isi, bentuk) in KASUS.items():
        lembar.append((kasus, isi))
        lembar.cell(BARIS[kasus], 2).number_format = bentuk
    lembar.cell(BARIS["dicoret"], 2).font = Font(strike=True)
    lembar.cell(BARIS["putih"], 2).font = Font(color="FFFFFFFF")
    lembar.cell(BARIS["putih di atas biru"], 2).font = Font(color="FFFFFFFF")
    lembar.cell(BARIS["putih di atas biru"], 2).fill = PatternFill("solid", fgColor="FF0000FF")
    lembar.cell(BARIS["satu titik"], 2).font = Font(size=1)
    lembar.row_dimensions[BARIS["tersembunyi"]].hidden = True
    lembar.cell(BARIS["berkomentar"], 2).comment = Comment("bukan data 99", "Perencana")
    lembar.cell(1, 3, "catatan")
    lembar.column_dimensions["C"].hidden = True
    lembar.merge_cells(start_row=BARIS["gabungan"], end_row=BARIS["gabungan"] + 1, start_column=2, end_column=2)
    lain = satu.create_sheet("arsip")
    lain.append(JUDUL)
    lain.sheet_state = "hidden"
    satu.save(keluar)
    return keluar.getvalue()


def tulis() -> None:
    with tempfile.TemporaryDirectory() as folder:
        asal = Path(folder) / "tabel.xlsx"
        asal.write_bytes(buku())
        for jenis in FORMAT:
            perintah = ["soffice", "--headless", "--convert-to", jenis, "--outdir", str(FOLDER), str(asal)]
            subprocess.run(perintah, check=True, capture_output=True)


if __name__ == "__main__":
    tulis()
