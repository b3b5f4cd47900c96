"""Headings made plain, and those that only look as if they named a value."""

import re
from collections import Counter
from collections.abc import Sequence

_TANDA = re.compile(r"[^a-z0-9%]+")
_KURUNG = re.compile(r"\([^)]*\)")
_TAHUN = re.compile(r"\b(?:(?:tahun|thn|ta) )?20\d\d\b")
_TAHUNAN = re.compile(r"\b(?:tahun|tahunan|setahun)\b")
_CAPAIAN = re.compile(r"\bcapaian\b")
_PERBANDINGAN = re.compile(r"%|\b(?:persen|persentase|prosentase|tingkat|rasio)\b")
_REALISASI = re.compile(r"\brealisasi\b")
_UANG = re.compile(r"\b(?:anggaran|keuangan|rp|pagu)\b")


def judul_polos(judul: object) -> str:
    """ "Realisasi (Rp) *" -> "realisasi": how headings are compared and remembered."""
    teks = _KURUNG.sub(" ", str(judul).lower())
    return " ".join(_TANDA.sub(" ", teks).split()) or _semua_kata(judul)


def tanpa_tahun(judul: Sequence[str]) -> dict[str, str]:
    """Each heading made plain, without the year it names, where no other heading then says the same.

    "Realisasi 2025" is the realisasi; of "Realisasi 2024" and "Realisasi 2025" nobody but the person knows which.
    """
    polos = {satu: judul_polos(satu) for satu in judul}
    pendek = {satu: " ".join(_TAHUN.sub(" ", isi).split()) or isi for satu, isi in polos.items()}
    banyak = Counter(pendek.values())
    return {satu: isi if banyak[pendek[satu]] > 1 else pendek[satu] for satu, isi in polos.items()}


def perbandingan(judul: Sequence[str]) -> set[str]:
    """The headings of a capaian that is realisasi over target: said in percent, or standing beside the realisasi."""
    kata = {satu: _semua_kata(satu) for satu in judul}
    berealisasi = any(_REALISASI.search(isi) and not _UANG.search(isi) for isi in kata.values())
    return {
        satu
        for satu, isi in kata.items()
        if _CAPAIAN.search(isi) and not _REALISASI.search(isi) and (berealisasi or _PERBANDINGAN.search(isi))
    }


def melapor(judul: Sequence[str]) -> bool:
    """Whether a table is a report: what it has of targets stands there to be compared with."""
    return any(_REALISASI.search(isi) or _CAPAIAN.search(isi) for isi in map(_semua_kata, judul))


def bertahun(judul: str) -> bool:
    """Whether a heading speaks of a whole year: "Target 2025", "Target Tahunan"."""
    return bool(_TAHUN.search(_semua_kata(judul)) or _TAHUNAN.search(_semua_kata(judul)))


def _semua_kata(judul: object) -> str:
    """With what stands in brackets."""
    return " ".join(_TANDA.sub(" ", str(judul).lower()).split())
