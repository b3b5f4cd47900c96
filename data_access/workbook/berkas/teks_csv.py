"""The letters of a .csv and what parts its columns, recognised by what cannot mean anything else, never guessed."""

import codecs
import csv
import io
import re
from collections.abc import Collection, Iterator
from itertools import dropwhile, islice

from data_access.workbook.berkas.mentah import nama_baku
from data_access.workbook.berkas.tolak import BerkasDitolak

NAMA_PEMISAH = {",": "koma", ";": "titik koma", "\t": "tab", "|": "garis tegak"}
PEMISAH = tuple(NAMA_PEMISAH)
PISAHKAN = f"Simpan ulang sebagai CSV yang kolomnya dipisah {', '.join(NAMA_PEMISAH.values())}."
PEMISAH_ASING = re.compile(r" {2,}|[^\w\s(){}\[\]\"'*.%-]")
"""What no heading that stands alone holds: it must be another program's delimiter."""
MAKS_BARIS_ATAS = 20
SIMPAN_UTF8 = (
    "Simpan ulang sebagai CSV UTF-8: di Excel dan WPS pilih jenis CSV UTF-8, di LibreOffice pilih Unicode (UTF-8); "
    "Google Spreadsheet selalu menulisnya begitu."
)
TANDA_WINDOWS = frozenset(
    b"\x82\x84\x85\x86\x87\x89\x8b\x91\x92\x93\x94\x95\x96\x97\x99\x9b\xa0\xa6\xa7\xa9\xab\xac\xad\xae\xb0\xb1\xb5\xb6\xb7\xbb"
)
"""Dashes, quotes and signs that Office puts in by itself: the same in every western code page of Windows. Letters are
not, so with one of them nobody can tell which page it was."""
BUKAN_TEKS = BerkasDitolak("bukan teks", SIMPAN_UTF8)


class HurufAsing(BerkasDitolak):
    """Letters in an unknown code, beginning at row `baris`."""

    def __init__(self, baris: int) -> None:
        super().__init__("memuat huruf yang bukan UTF-8", SIMPAN_UTF8)
        self.baris = baris


def baca_teks(bita: bytes) -> tuple[str, str]:
    """The text, and what to say about how it was read. Raises BerkasDitolak, for a place in it HurufAsing."""
    if bita.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return _urai(bita, "utf-16"), ""
    if bita[:2].count(0) == 1:  # the first letter of a heading in two bytes, without the mark
        return _urai(bita, "utf-16-le" if bita[1] == 0 else "utf-16-be"), ""
    try:
        return bita.decode("utf-8-sig"), ""
    except UnicodeDecodeError as error:
        baris = bita.count(b"\n", 0, error.start) + 1
        asing = {satu for satu in bita if satu > 0x7F}
        if not asing <= TANDA_WINDOWS or 0 in bita:
            raise HurufAsing(baris) from error
        huruf = bita[error.start : error.start + 1].decode("cp1252")
        return bita.decode("cp1252"), f"dibaca sebagai Windows-1252 (ANSI), misalnya “{huruf}” pada baris {baris}"


def _urai(bita: bytes, sandi: str) -> str:
    try:
        teks = bita.decode(sandi)
    except UnicodeDecodeError as error:
        raise BUKAN_TEKS from error
    if "\0" in teks:
        raise BUKAN_TEKS
    return teks


def pisahkan(teks: str, dikenal: Collection[str] = ()) -> tuple[str, str]:
    """(delimiter, text without the line "sep=;" that names it). Raises BerkasDitolak where two would do, or another.

    `dikenal` are headings of ours: a sign that parts them is the delimiter, whatever parts the figures below.
    """
    pertama, _, sisa = teks.partition("\n")
    if pertama.strip().lower().startswith("sep="):
        pemisah = pertama.rstrip("\r")[4:]
        if pemisah not in PEMISAH:
            raise _asing(pemisah)
        return pemisah, sisa
    if asing := _pemisah_judul(teks, dikenal):
        raise _asing(asing)
    judul = {satu: letak for satu in PEMISAH if (letak := _letak_judul(teks, satu)) is not None}
    berlebar = [satu for satu, letak in judul.items() if letak == min(judul.values())]
    calon = berlebar if len(berlebar) < 2 else [satu for satu in berlebar if _sama_lebar(teks, satu)]
    if berlebar and len(calon) != 1:
        salah = f"tidak jelas pemisah kolomnya: {' atau '.join(NAMA_PEMISAH[satu] for satu in berlebar)}"
        raise BerkasDitolak(salah, "Tulis judul dan isi yang memuat tanda itu di antara tanda kutip.")
    if not berlebar and pertama.strip()[:1] != '"' and (tanda := PEMISAH_ASING.search(pertama.strip())):
        raise _asing(tanda[0])
    return (calon or PEMISAH)[0], teks


def _pemisah_judul(teks: str, dikenal: Collection[str]) -> str:
    """A sign that we do not read and that parts two headings of ours in one line; empty where there is none."""
    for baris in islice(io.StringIO(teks), MAKS_BARIS_ATAS):
        for tanda in dict.fromkeys(map(str, PEMISAH_ASING.findall(baris))):
            judul = [nama_baku(satu.strip().strip('"')) for satu in baris.split(tanda)]
            if tanda not in PEMISAH and sum(satu in dikenal for satu in judul) > 1:
                return tanda
    return ""


def _asing(pemisah: str) -> BerkasDitolak:
    sebutan = f"“{pemisah}”" if pemisah.strip() else "spasi"
    return BerkasDitolak(f"kolomnya dipisah {sebutan}, pemisah yang tidak dibaca", PISAHKAN)


def _letak_judul(teks: str, pemisah: str) -> int | None:
    """Which row is the first it parts, below lines that stand above a table; None where it parts nothing there."""
    try:
        awal = enumerate(islice(_baris(teks, pemisah), MAKS_BARIS_ATAS))
        return next((i for i, isi in awal if len(isi) > 1), None)
    except csv.Error:
        return None


def _sama_lebar(teks: str, pemisah: str) -> bool:
    """Whether every filled row has as many cells as the heading."""
    try:
        lebar = {len(isi) for isi in dropwhile(lambda isi: len(isi) < 2, _baris(teks, pemisah, strict=True)) if isi}
    except csv.Error:
        return False
    return len(lebar) == 1


def _baris(teks: str, pemisah: str, *, strict: bool = False) -> Iterator[list[str]]:
    return csv.reader(io.StringIO(teks, newline=""), delimiter=pemisah, strict=strict)
