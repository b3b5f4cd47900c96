"""The words of a sheet's XML that count, in the vocabularies and letters that are read."""

from data_access.workbook.berkas.tolak import RUSAK
from data_access.workbook.berkas_xlsx.tampilan_lembar import TAMPILAN

RUANG_NAMA = (
    "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
    "http://purl.oclc.org/ooxml/spreadsheetml/main",
)
"""The usual (transitional) vocabulary and the strict one."""
NAMA = ("row", "c", "v", "f", "is", "col", *TAMPILAN)
ARTI = {f"{ruang} {nama}": nama for ruang in RUANG_NAMA for nama in NAMA}
BERISI = {"worksheet", "sheetData", "c", "v", "is"}
"""Names that calamine takes for what they are in any vocabulary; in another one than these nothing is taken."""
ISI = {"v", "f", "is"}
SANDI = {"utf-8", "us-ascii"}
"""calamine finds no cell in anything else, and says nothing."""
TANDA_UTF16 = (b"\xff\xfe", b"\xfe\xff")


def tolak_sandi(_: str, sandi: str | None, __: int) -> None:
    if (sandi or "utf-8").lower() not in SANDI:
        raise RUSAK
