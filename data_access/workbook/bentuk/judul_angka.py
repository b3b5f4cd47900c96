"""What a heading says of its figures that would make others of them: thousands, millions, another year, percent."""

import re
from collections.abc import Mapping

_SKALA = re.compile(r"\b(ribu(?:an)?|rb|juta(?:an)?|jt|mil[iy]ar(?:an)?|tril[iy]un(?:an)?)\b", re.IGNORECASE)
_PERSEN = re.compile(r"\(\s*(?:dalam\s+)?(?:%|persen|prosen)\s*\)|\bdalam\s+(?:%|persen)", re.IGNORECASE)
_TAHUN = re.compile(r"(?<!\d)20\d\d(?!\d)")


def angka_lain(judul: str, tetap: Mapping[str, str]) -> tuple[str, str] | None:
    """(what is wrong, what to do) where the figures under that heading are not what they look like.

    `tetap` are the values that hold for every row: the year that was given for the whole table.
    """
    if skala := _SKALA.search(judul):
        kata = skala[1].lower()
        benar = f"Tulis angka penuh dan hapus kata “{kata}” dari judulnya; bila satuan indikatornya memang {kata}, "
        return f"menyebut angka dalam {kata}", f"{benar}cukup hapus kata itu."
    tahun = set(_TAHUN.findall(judul))
    if "tahun" in tetap and tahun and tetap["tahun"] not in tahun:
        benar = "Pilih tahun itu, atau ubah arti judul ini menjadi tidak diambil."
        return f"berisi angka tahun {', '.join(sorted(tahun))}, bukan {tetap['tahun']}", benar
    return None


def berjudul_persen(judul: str) -> bool:
    """Whether a heading says that its figures are percentages: "Realisasi (%)", "Capaian dalam persen"."""
    return bool(_PERSEN.search(judul))
