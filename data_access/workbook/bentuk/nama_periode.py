"""Periods as people write them, alone in a cell or inside a heading."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from dashboard.domain.dasar.periode import TAHUN
from dashboard.domain.dasar.tanggal import BULAN
from data_access.workbook.berkas.mentah import Mentah

_KATA = r"(?:triwulanan|triwulan|trwulan|trwln|triwln|triw|trw|twl|tw|kuartal|kwartal|quarter|q)"
_URUTAN = {
    "i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4,
    "pertama": 1, "kesatu": 1, "kedua": 2, "ketiga": 3, "keempat": 4,
}  # fmt: skip
_NOMOR = "|".join(sorted(_URUTAN, key=len, reverse=True))
_TRIWULAN = re.compile(rf"\b{_KATA} ?(?:ke )?({_NOMOR})\b(?! (?:dan )?(?:{_NOMOR})\b)")
"""One quarter; "TW I-II" is none."""
_TANPA_KATA = re.compile(r"(iv|i{1,3}|[1-4])")
_ROMAWI = re.compile(r"\b(iv|i{1,3})\b")
_SAMPAI = re.compile(r"\b(?:s d|sd|sampai|hingga|kumulatif)\b")
"""A running total says so; which period's own figure it is, its heading does not say."""
_SEMESTER = re.compile(r"\b(?:semester|smt|smstr|caturwulan|cawu)\b")
_SINGKATAN = {
    "jan": 1, "feb": 2, "peb": 2, "pebruari": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "agt": 8, "agu": 8, "ags": 8,
    "agust": 8, "sep": 9, "sept": 9, "okt": 10, "nop": 11, "nopember": 11, "nov": 11, "des": 12,
}  # fmt: skip
_BULANAN = {nama.lower(): nomor for nomor, nama in enumerate(BULAN, start=1)} | _SINGKATAN
_BULAN = re.compile(rf"\b({'|'.join(sorted(_BULANAN, key=len, reverse=True))})\b")
_TAHUNAN = {"tahun", "tahunan", "setahun"}
_TAHUN = re.compile(r"(?<!\d)(20\d\d)(?!\d)")
_BUKAN_HURUF = re.compile(r"[\W_]+")
MIN_ROMAWI = 2
"""Bare numerals are quarters where the first ones stand side by side; a single "I" may be anything."""


@dataclass(frozen=True, slots=True)
class JudulBerperiode:
    """A heading that names one period: "Realisasi TW II" is TW2 and, without it, "realisasi"."""

    periode: str
    kata: str


def baca_periode(isi: Mentah) -> Mentah:
    """ "Triwulan II", "Trw. 2" and "II" become TW2, "Maret" BLN03, "Tahunan" TAHUN; anything else stays."""
    if isinstance(isi, float) and isi in {1.0, 2.0, 3.0, 4.0}:
        return f"TW{int(isi)}"
    if not isinstance(isi, str):
        return isi
    teks = _BUKAN_HURUF.sub(" ", isi.lower()).strip()
    if teks in _TAHUNAN:
        return TAHUN
    if teks in _BULANAN:
        return f"BLN{_BULANAN[teks]:02d}"
    cocok = _TRIWULAN.fullmatch(teks) or _TANPA_KATA.fullmatch(teks)
    return f"TW{_URUTAN[cocok[1]]}" if cocok else isi


def periode_judul(judul: Sequence[str]) -> dict[str, JudulBerperiode]:
    """Of plain headings (small letters, no signs) those that name one period; a running total names none."""
    hasil = {satu: berperiode for satu in judul if (berperiode := _satu_periode(satu)) is not None}
    romawi: dict[str, dict[str, str]] = {}
    for satu in judul:
        temuan = _ROMAWI.findall(satu)
        if satu not in hasil and len(temuan) == 1 and not _SAMPAI.search(satu):
            kata = " ".join(_ROMAWI.sub(" ", satu).split())
            romawi.setdefault(kata, {})[satu] = f"TW{_URUTAN[temuan[0]]}"
    for kata, calon in romawi.items():
        if len({"TW1", "TW2"} & set(calon.values())) >= MIN_ROMAWI:
            hasil |= {satu: JudulBerperiode(periode, kata) for satu, periode in calon.items()}
    return hasil


def periode_asing(judul: str) -> str:
    """What a heading names that is no period of ours, in words; empty for any other."""
    polos = _BUKAN_HURUF.sub(" ", judul.lower())
    if _SAMPAI.search(polos):
        return "angka kumulatif (s.d.), bukan angka satu periode"
    return "angka semester atau caturwulan, bukan triwulan" if _SEMESTER.search(polos) else ""


def petunjuk(teks: Sequence[str]) -> dict[str, str]:
    """The one year and the one period that lines above a table name: {"tahun": "2024", "periode": "TW2"}."""
    polos = [_BUKAN_HURUF.sub(" ", satu.lower()).strip() for satu in teks]
    tahun = {satu for isi in polos for satu in _TAHUN.findall(isi)}
    periode = {f"TW{_URUTAN[satu]}" for isi in polos for satu in _TRIWULAN.findall(isi)}
    semua = {"tahun": tahun, "periode": periode}
    return {nama: next(iter(isi)) for nama, isi in semua.items() if len(isi) == 1}


def _satu_periode(judul: str) -> JudulBerperiode | None:
    if _SAMPAI.search(judul):
        return None
    for pola, arti in ((_TRIWULAN, _URUTAN), (_BULAN, _BULANAN)):
        temuan = pola.findall(judul)
        if temuan:
            nomor = arti[temuan[0]]
            kode = f"TW{nomor}" if arti is _URUTAN else f"BLN{nomor:02d}"
            return JudulBerperiode(kode, " ".join(pola.sub(" ", judul).split())) if len(temuan) == 1 else None
    return None
