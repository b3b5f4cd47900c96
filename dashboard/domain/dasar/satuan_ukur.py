"""Units of measure: what kind each is, whatever its spelling, abbreviation or plural. The rows are in satuan_ukur.csv.

Source: DOMAIN.md sections 2 and 7; a row names its own. A unit without a row is unknown: nothing is assumed of it.
"""

import csv
import re
import unicodedata
from enum import StrEnum
from functools import lru_cache
from pathlib import Path


class GolonganSatuan(StrEnum):
    PERSEN = "persen"
    NILAI = "nilai"
    CACAH = "cacah"
    RUPIAH = "rupiah"
    WAKTU = "waktu"


def _baca() -> dict[str, tuple[GolonganSatuan, tuple[str, ...]]]:
    """Kind and spellings by name. Raises ValueError on a kind that is none (a packaging fault)."""
    with Path(__file__).with_suffix(".csv").open(encoding="utf-8", newline="") as isi:
        return {
            satu["satuan"]: (GolonganSatuan(satu["golongan"]), tuple(filter(None, satu["ejaan"].split("|"))))
            for satu in csv.DictReader(isi)
        }


_BARIS = _baca()
NAMA_SATUAN = frozenset(_BARIS)
"""The names; their other spellings are read like them."""
_NAMA = {ejaan: nama for nama, (_, lain) in _BARIS.items() for ejaan in (nama, *lain)}
_GOLONGAN = {ejaan: golongan for nama, (golongan, lain) in _BARIS.items() for ejaan in (nama, *lain)}
_KATA_TERPANJANG = max(len(ejaan.split()) for ejaan in _GOLONGAN)

_HURUF_TUNGGAL = re.compile(r"(?<=\b[a-z])\.(?=[a-z]\b)")
_GANDA = re.compile(r"\b([a-z]+)\.?\s*-\s*\1\b")
_JAMAK_DUA = re.compile(r"\b([a-z]{2,})2\b")
_PER = re.compile(r"\bper\b")
_BAGIAN = re.compile(r"[/,;&+]|\bdan\b|\batau\b")
_KATA = re.compile(r"%|[^\W_]+")


def golongan_satuan(satuan: str | None) -> GolonganSatuan | None:
    """The kind of a unit, read from its first words; of several (dokumen/laporan) the one they share.

    What is counted by time (orang/bulan) is counted. None where a unit is unknown, or its parts are of several kinds.
    """
    return _golongan_teks(satuan.strip().lower()) if satuan else None


@lru_cache(maxsize=4096)
def _golongan_teks(satuan: str) -> GolonganSatuan | None:
    isi = unicodedata.normalize("NFKC", satuan)
    isi = _JAMAK_DUA.sub(r"\1", _GANDA.sub(r"\1", _HURUF_TUNGGAL.sub("", isi)))
    depan, *per = _PER.split(isi)
    bagian = [_golongan_bagian(satu) for satu in _BAGIAN.split(depan) if _KATA.search(satu)]
    pembagi = [_golongan_bagian(satu) for satu in per]
    if any(satu is not GolonganSatuan.WAKTU for satu in pembagi) or not bagian:
        return None
    utama = bagian[0]
    sejenis = {utama} | ({GolonganSatuan.WAKTU} if utama is GolonganSatuan.CACAH else set())
    return utama if set(bagian) <= sejenis else None


def _golongan_bagian(bagian: str) -> GolonganSatuan | None:
    kata = _KATA.findall(bagian)
    awalan = (" ".join(kata[:n]) for n in range(_KATA_TERPANJANG, 0, -1))
    return next((_GOLONGAN[satu] for satu in awalan if satu in _GOLONGAN), None)


def ejaan_satuan(golongan: GolonganSatuan) -> frozenset[str]:
    """Every spelling of that kind."""
    return frozenset(ejaan for ejaan, milik in _GOLONGAN.items() if milik is golongan)


def nama_satuan(satuan: str | None) -> str | None:
    """The name of a unit in any of its spellings; None where it is unknown, or of several parts."""
    return _NAMA.get(" ".join(_KATA.findall((satuan or "").lower())))


def persen(satuan: str | None) -> bool:
    return golongan_satuan(satuan) is GolonganSatuan.PERSEN


def dicacah(satuan: str | None) -> bool:
    """Whether a unit is counted whole: "4.230" is then four thousand two hundred and thirty."""
    return golongan_satuan(satuan) is GolonganSatuan.CACAH


def rupiah(satuan: str | None) -> bool:
    """Whether a unit is the rupiah itself; millions of it have decimals."""
    kata = _KATA.findall((satuan or "").lower())
    return bool(kata) and all(_GOLONGAN.get(satu) is GolonganSatuan.RUPIAH for satu in kata)


def berisi(satuan: str | None) -> bool:
    """Whether a unit is written there at all; "-" is none."""
    return bool(satuan and _KATA.search(satuan))
