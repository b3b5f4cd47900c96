"""A target changes within its year only for one of the reasons of Pergub Banten 5/2017; both versions stay.

Source: DOMAIN.md section 3, "Changes of target allowed".
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from dashboard.domain.dasar.angka import Ambigu, NumberError, baca_angka
from dashboard.domain.dasar.teks import satu_baris

ALASAN: Mapping[str, str] = {
    "jabatan": "Perubahan jabatan",
    "tugas": "Perubahan tugas",
    "anggaran": "Perubahan anggaran",
    "cuti": "Cuti panjang",
    "force majeure": "Force majeure",
}
PASAL = "Pergub Banten 5/2017: target diubah karena jabatan, tugas, anggaran, cuti panjang, atau force majeure"
KETERANGAN_TERPENDEK = 10


class PerubahanDitolak(Exception):
    """A change of target outside the rules; says why in Indonesian."""


def penjelasan_perubahan(alasan: str, keterangan: str) -> str:
    """The words kept with the new version: "Perubahan anggaran: …". Raises PerubahanDitolak."""
    if alasan not in ALASAN:
        raise PerubahanDitolak(f"Pilih satu dari lima alasan: {', '.join(ALASAN)}.")
    isi = satu_baris(keterangan)
    if len(isi) < KETERANGAN_TERPENDEK:
        raise PerubahanDitolak("Jelaskan perubahannya, misalnya nomor DPA perubahan atau surat keputusan.")
    return f"{ALASAN[alasan]}: {isi}"


def periksa_berlaku(tahun: int, berlaku_mulai: date | None) -> date:
    """The day the change holds from. Raises PerubahanDitolak unless it lies in the target's year."""
    if berlaku_mulai is None or berlaku_mulai.year != tahun:
        raise PerubahanDitolak(f"Pilih tanggal mulai berlaku dalam tahun {tahun}.")
    return berlaku_mulai


@dataclass(frozen=True, slots=True)
class TargetBaru:
    """A target as a number, or as a range."""

    nilai: Decimal | None = None
    nilai_min: Decimal | None = None
    nilai_maks: Decimal | None = None


def baca_target(teks: str, satuan: str | None) -> TargetBaru | Ambigu | NumberError:
    """A new target as typed: "85", or a range "70-80". Nothing is guessed, as for any number."""
    bagian = [b.strip() for b in teks.replace("–", "-").split("-")]
    if len(bagian) != 2 or not all(bagian):
        hasil = baca_angka(teks, satuan)
        return TargetBaru(hasil) if isinstance(hasil, Decimal) else hasil
    bawah, atas = (baca_angka(b, satuan) for b in bagian)
    if not isinstance(bawah, Decimal):
        return bawah
    if not isinstance(atas, Decimal):
        return atas
    if bawah >= atas:
        return NumberError("batas bawahnya tidak di bawah batas atas", "Tulis misalnya 70-80.")
    return TargetBaru(None, bawah, atas)
