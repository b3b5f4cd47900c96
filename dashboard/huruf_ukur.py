"""Text measured with the font we ship, so that boxes fit their words without a browser."""

from functools import cache
from pathlib import Path

from PIL import ImageFont

FOLDER_HURUF = Path(__file__).parent / "huruf"
BIASA, TEBAL = 400, 600
BERKAS = {BIASA: FOLDER_HURUF / "PublicSans-Regular.ttf", TEBAL: FOLDER_HURUF / "PublicSans-SemiBold.ttf"}
UKURAN_DASAR = 100


@cache
def _huruf(tebal: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(str(BERKAS[tebal]), UKURAN_DASAR)


def lebar_teks(teks: str, ukuran: float, tebal: int = BIASA) -> float:
    """The width of a text in the unit of `ukuran`."""
    return _huruf(tebal).getlength(teks) * ukuran / UKURAN_DASAR


def bungkus(teks: str, lebar: float, ukuran: float, tebal: int = BIASA) -> list[str]:
    """Break a text into lines no wider than `lebar`; a single longer word is cut by letters."""
    baris: list[str] = []
    for kata in teks.split():
        sambung = f"{baris[-1]} {kata}" if baris else kata
        if baris and lebar_teks(sambung, ukuran, tebal) <= lebar:
            baris[-1] = sambung
        else:
            baris.extend(_potong(kata, lebar, ukuran, tebal))
    return baris


def _potong(kata: str, lebar: float, ukuran: float, tebal: int) -> list[str]:
    potongan = [""]
    for huruf in kata:
        if potongan[-1] and lebar_teks(potongan[-1] + huruf, ukuran, tebal) > lebar:
            potongan.append("")
        potongan[-1] += huruf
    return potongan
