"""Headings that name a period: of which sheet's values, "Target TW I" beside "Realisasi TW I" beside "Capaian TW I"."""

import re
from collections.abc import Callable, Mapping, Sequence

from dashboard.domain.dasar.periode import TAHUN
from data_access.workbook.bentuk.nama_periode import JudulBerperiode, periode_judul
from data_access.workbook.berkas.lebar import kolom_pada
from data_access.workbook.berkas.peta import SAUDARA

BERPERIODE = dict.fromkeys(SAUDARA, "nilai")
"""Sheets whose values people lay out side by side, one column a quarter, and the column these values belong to."""
_HIASAN = re.compile(
    r"\b(?:kinerja|tahun|ta|tahunan|akhir|per|pada|di|periode|nilai|indikator|utama|iku|triwulanan|triwulan|tw|bulan|k|"
    r"20\d\d)\b"
)
_KEDUANYA = re.compile(r"\b(?:target (?:dan )?realisasi|realisasi (?:dan )?target)\b(?=.*\b(?:target|realisasi)\b)")
_HURUF = {"t": "target", "r": "realisasi"}
"""What narrow columns under a quarter are headed with."""
Arti = Callable[[str], Mapping[str, str]]
"""Of a sheet: plain headings to the column they name beyond doubt."""


def kolom_berperiode(polos: Mapping[str, str], lembar: str, arti: Arti) -> dict[str, str]:
    """Which column at which period each heading means, read as a table of that sheet; `polos` are headings made plain.

    A word alone ("TW I") belongs to the sheet itself, "Target TW I" among reports to the sheet of targets. Where
    several headings name the same period of the same sheet, the sheet's own word wins: realisasi over capaian.
    """
    if lembar not in BERPERIODE:
        return {}
    berperiode = periode_judul(list(polos.values()))
    calon: dict[str, list[tuple[bool, str]]] = {}
    for judul, satu in polos.items():
        if satu in berperiode and (milik := _milik(berperiode[satu], lembar, arti)):
            kolom = _kolom(milik, berperiode[satu].periode, lembar)
            calon.setdefault(kolom, []).append((milik not in satu, judul))
    if not any("." not in kolom for kolom in calon):
        return {}
    hasil = {min(semua, key=lambda dua: dua[0])[1]: kolom for kolom, semua in calon.items()}
    if lembar == "target":
        hasil |= _setahun(polos, hasil, arti)
    return hasil


def _kolom(milik: str, periode: str, lembar: str) -> str:
    kolom = kolom_pada(BERPERIODE[milik], periode)
    return kolom if milik == lembar else f"{milik}.{kolom}"


def _milik(judul: JudulBerperiode, lembar: str, arti: Arti) -> str:
    """The sheet whose value a heading with a period names; empty for a word that is neither."""
    kata = _kata(judul.kata)
    if not kata:
        return lembar
    if kata in _HURUF:
        return _HURUF[kata]
    return next((satu for satu in (lembar, *SAUDARA) if _bernilai(kata, satu, arti)), "")


def _kata(kata: str) -> str:
    return " ".join(_HIASAN.sub(" ", _KEDUANYA.sub(" ", kata)).split())


def _bernilai(kata: str, lembar: str, arti: Arti) -> bool:
    return arti(lembar).get(kata) == BERPERIODE[lembar]


def _setahun(polos: Mapping[str, str], terpakai: Mapping[str, str], arti: Arti) -> dict[str, str]:
    """The target of the year beside those of its quarters."""
    calon = [judul for judul, satu in polos.items() if judul not in terpakai and _bernilai(_kata(satu), "target", arti)]
    return {judul: kolom_pada(BERPERIODE["target"], TAHUN) for judul in calon[:1]}


def bertanpa_kata(polos: Sequence[str]) -> bool:
    """Whether headings name periods only, so that nobody can know whether targets or reports lie under them."""
    return any(not _kata(satu.kata) for satu in periode_judul(polos).values())
