"""What a person typed for one entry, read strictly: no number is guessed, no text carries control characters."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from dashboard.domain.dasar.angka import Ambigu, NumberError, baca_angka, tulis_angka, tulis_terbaca
from dashboard.domain.dasar.cara_tulis import CaraTulis
from dashboard.domain.dasar.indikator import SumberNilai
from dashboard.domain.dasar.penjelasan import LEBAR
from dashboard.domain.dasar.satuan_ukur import dicacah, persen
from dashboard.domain.dasar.tanggal import baca_tanggal, tulis_tanggal
from dashboard.domain.dasar.teks import satu_baris
from dashboard.domain.entri.aturan import Entri
from dashboard.domain.hitung.posisi_realisasi import nilai_rasio

MAKS_TEKS = 2000
BAGIAN_ANGKA = ("nilai", "pembilang", "penyebut")
BAGIAN_TEKS = ("kendala", "solusi", "tindak_lanjut", "pic", "bukti")
SEBUTAN: Mapping[str, str] = {
    "nilai": "Realisasi",
    "pembilang": "Pembilang",
    "penyebut": "Penyebut",
    "kendala": "Kendala",
    "solusi": "Solusi",
    "tindak_lanjut": "Tindak lanjut",
    "pic": "Penanggung jawab",
    "batas_waktu": "Batas waktu",
    "bukti": "Bukti dukung",
}
"""What each part of an entry is called, in the order in which it is read."""
SEN = Decimal("0.01")
BUKAN_TANGGAL = NumberError("bukan tanggal", "Tulis misalnya 31/12/2026 atau 31 Desember 2026.")

Masalah = Ambigu | NumberError


@dataclass(frozen=True, slots=True)
class Ukuran:
    """What is known about the number asked for: its unit and its bounds."""

    satuan: str | None = None
    terendah: Decimal | None = None
    tertinggi: Decimal | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Isian:
    """What was typed for one value. Everything is text, also what is no number and no day."""

    nilai: str = ""
    pembilang: str = ""
    penyebut: str = ""
    kendala: str = ""
    solusi: str = ""
    tindak_lanjut: str = ""
    pic: str = ""
    batas_waktu: str = ""
    bukti: str = ""


def isian_dari(entri: Entri | None) -> Isian:
    """The form as it opens on a stored entry."""
    if entri is None:
        return Isian()
    isi: dict[str, Any] = {b: tulis_terbaca(n) for b in BAGIAN_ANGKA if (n := getattr(entri, b)) is not None}
    isi |= {b: t for b in BAGIAN_TEKS if (t := getattr(entri, b))}
    return Isian(**isi, batas_waktu=tulis_tanggal(entri.batas_waktu) if entri.batas_waktu else "")


def baca_isian(isian: Isian, dasar: Entri, ukuran: Ukuran) -> tuple[Entri, Mapping[str, Masalah]]:
    """The entry this form makes of `dasar`, and what is wrong with which field (an ambiguous number is a question).

    A field with a problem keeps the value of `dasar`. A new number is the agency's own, whatever the old one was.
    """
    masalah: dict[str, Masalah] = {}
    angka = {b: _angka(getattr(isian, b), _satuan(b, ukuran), b, masalah) for b in BAGIAN_ANGKA}
    baru_saja: dict[str, Any] = {b: getattr(dasar, b) if b in masalah else n for b, n in angka.items()}
    if not masalah:
        masalah |= _hubungan(angka["nilai"], angka["pembilang"], angka["penyebut"], ukuran)
    baru_saja |= {b: _teks(getattr(isian, b), b, masalah) for b in BAGIAN_TEKS}
    baru = replace(dasar, **baru_saja, batas_waktu=_hari(isian.batas_waktu, masalah))
    if any(getattr(baru, b) != getattr(dasar, b) for b in BAGIAN_ANGKA):
        baru = replace(baru, sumber_nilai=SumberNilai.RESMI.value, keterangan_sumber=None)
    return baru, masalah


def _satuan(bagian: str, ukuran: Ukuran) -> str | None:
    """The parts of a ratio are counts whose own unit is not known: "1.500" is asked about."""
    return ukuran.satuan if bagian == "nilai" else None


def _angka(teks: str, satuan: str | None, bagian: str, masalah: dict[str, Masalah]) -> Decimal | None:
    if not teks.strip():
        return None
    hasil = baca_angka(teks, satuan)
    if isinstance(hasil, Decimal):
        return hasil
    masalah[bagian] = hasil
    return None


def _hubungan(
    nilai: Decimal | None, pembilang: Decimal | None, penyebut: Decimal | None, ukuran: Ukuran
) -> dict[str, Masalah]:
    """What must hold between the numbers."""
    if (pembilang is None) != (penyebut is None):
        kosong = "pembilang" if pembilang is None else "penyebut"
        return {kosong: NumberError("kosong", "Isi pembilang dan penyebut bersama-sama, atau kosongkan keduanya.")}
    if penyebut is not None and penyebut <= 0:
        return {"penyebut": NumberError("harus lebih dari nol", "Isi jumlah seluruhnya.")}
    rasio = None
    if pembilang is not None and penyebut is not None:
        rasio = nilai_rasio(pembilang, penyebut, dalam_persen=persen(ukuran.satuan))
    if nilai is not None and rasio is not None and _dua(nilai) != _dua(rasio):
        beda = f"berbeda dari pembilang ÷ penyebut = {tulis_angka(_dua(rasio))}"
        return {"nilai": NumberError(beda, "Kosongkan realisasi agar dihitung, atau perbaiki bagiannya.")}
    return _batas(nilai if nilai is not None else rasio, ukuran)


def _batas(nilai: Decimal | None, ukuran: Ukuran) -> dict[str, Masalah]:
    if nilai is None:
        return {}
    if nilai < 0 and (persen(ukuran.satuan) or dicacah(ukuran.satuan)):
        return {"nilai": NumberError("bernilai negatif", "Tulis nol atau lebih.")}
    if ukuran.terendah is not None and nilai < ukuran.terendah:
        return {"nilai": NumberError(f"di bawah batas {tulis_angka(ukuran.terendah)}", "Periksa angkanya.")}
    if ukuran.tertinggi is not None and nilai > ukuran.tertinggi:
        return {"nilai": NumberError(f"melebihi nilai tertinggi {tulis_angka(ukuran.tertinggi)}", "Periksa angkanya.")}
    return {}


def _teks(teks: str, bagian: str, masalah: dict[str, Masalah]) -> str | None:
    isi = satu_baris(teks)
    if len(isi) > MAKS_TEKS:
        masalah[bagian] = NumberError(f"lebih panjang dari {MAKS_TEKS} huruf", "Ringkas isinya.")
        return isi[:MAKS_TEKS]
    return isi or None


def _hari(teks: str, masalah: dict[str, Masalah]) -> date | None:
    """A day as people here write it: the day before the month."""
    if not teks.strip():
        return None
    hari = baca_tanggal(teks, CaraTulis.HARI_BULAN)
    if isinstance(hari, date):
        return hari
    masalah["batas_waktu"] = BUKAN_TANGGAL
    return None


def _dua(nilai: Decimal) -> Decimal:
    return nilai.quantize(SEN, rounding=ROUND_HALF_UP, context=LEBAR)
