"""Codes, references to them and numbers in print: text, for 5.20 typed as a number is 5.2, and 5.03 becomes a time."""

import re
from datetime import date, time, timedelta

from dashboard.domain.dasar.angka import NumberError
from dashboard.domain.dasar.nip import NIP_ANGKA, baca_nip
from dashboard.domain.dasar.teks import huruf_asing, satu_baris, sebagai_latin
from dashboard.domain.kamus.buku_kerja import PEMISAH_DAFTAR, Jenis, Kolom
from dashboard.domain.kamus.jenis import BentukTeks
from data_access.workbook.berkas.mentah import Mentah

MAKS_KODE = 200
CARA = (
    "Tulis kode sebagai teks: pilih kolomnya, ubah formatnya menjadi Teks (Text), lalu ketik ulang kodenya seperti "
    "tercetak, misalnya 5.20; atau awali dengan tanda petik ('5.20)."
)
BILANGAN = NumberError("tersimpan sebagai bilangan, padahal kode: 5.2 dan 5.20 menjadi sama, 01 menjadi 1", CARA)
TANGGAL = NumberError("tersimpan sebagai tanggal atau waktu, padahal kode: aplikasi mengubah yang diketik", CARA)
BEKAS_BILANGAN = NumberError("berbentuk bilangan yang ditulis aplikasi, padahal kode", CARA)
BEKAS_TANGGAL = NumberError("berbentuk tanggal atau waktu yang ditulis aplikasi, padahal kode", CARA)
STRIP = "-"

_PETIK = "'’‘`"
_BILANGAN = re.compile(r"[+-]?\d+(?:,\d+|(?:[.,]\d+)?[eE][+-]\d+)")
_BULAN = "jan|feb|mar|apr|mei|may|jun|jul|agu|agt|aug|sep|okt|oct|nov|des|dec"
_TANGGAL = re.compile(
    r"\d{1,4}:\d{2}(?::\d{2})?(?: ?[ap]m)?"  # 05:03:00
    r"|\d{1,2}/\d{1,2}/\d{2,4}|\d{4}-\d{2}-\d{2}(?:[ t]\d{2}:\d{2}.*)?"
    rf"|\d{{1,2}}[- ](?:{_BULAN})[a-z]*(?:[- ]\d{{2,4}})?|(?:{_BULAN})[a-z]*-\d{{2,4}}",
    re.IGNORECASE,
)


def bukan_teks(kolom: Kolom, mentah: Mentah) -> NumberError | None:
    """Why a native value cannot be what was written in a column of that kind of text; None where it can."""
    if isinstance(mentah, str) or kolom.bentuk is BentukTeks.BEBAS:
        return None
    if isinstance(mentah, date | time | timedelta):
        return TANGGAL
    if kolom.nama == "nip":
        return NIP_ANGKA
    bulat = isinstance(mentah, int | float) and not isinstance(mentah, bool) and float(mentah).is_integer()
    if kolom.bentuk is BentukTeks.KODE or (kolom.bentuk is BentukTeks.NOMOR and not bulat):
        return BILANGAN
    return None


def baca_kode(kolom: Kolom, isi: str) -> str | NumberError | None:
    """One code: a short line without the list separator; "-" is none where the column may be blank."""
    if kolom.nama == "nip":
        return baca_nip(isi)
    if len(isi) > MAKS_KODE or "\n" in isi or PEMISAH_DAFTAR in isi:
        return NumberError("bukan kode", f"Tulis satu kode pendek tanpa ganti baris dan tanpa tanda {PEMISAH_DAFTAR}.")
    bersih = _bersih(isi)
    if not bersih and kolom.wajib:
        return NumberError("memuat huruf yang tidak terlihat saja", f"Isi kolom {kolom.nama}.")
    if bersih == STRIP and not kolom.wajib:
        return None
    return _bekas_aplikasi(bersih) or _serupa(bersih) or bersih or None


def baca_daftar_kode(isi: str) -> str | NumberError | None:
    """Codes with the list separator between them; "-" alone is none."""
    bagian = [bersih for satu in isi.split(PEMISAH_DAFTAR) if (bersih := _bersih(satu))]
    if bagian == [STRIP]:
        return None
    rusak = (salah for satu in bagian if (salah := _bekas_aplikasi(satu) or _serupa(satu)))
    return next(rusak, PEMISAH_DAFTAR.join(bagian) or None)


def berkode(kolom: Kolom) -> bool:
    """Whether a column holds a code or references to codes."""
    return kolom.jenis in {Jenis.TEKS, Jenis.DAFTAR} and kolom.bentuk is BentukTeks.KODE


def _bersih(isi: str) -> str:
    return satu_baris(isi).lstrip(_PETIK)


def _serupa(kode: str) -> NumberError | None:
    """A code with letters that are not the Latin ones they look like is not the code that is printed."""
    huruf = huruf_asing(kode)
    if not huruf:
        return None
    salah = f"memuat huruf {huruf} yang bukan huruf Latin (U+{ord(huruf):04X}), tetapi tampak sama"
    return NumberError(salah, f"Ketik ulang kodenya dengan huruf Latin: {sebagai_latin(kode)}.")


def _bekas_aplikasi(kode: str) -> NumberError | None:
    """What is left in a .csv, or in a cell made text afterwards, of a code that an application took for a value."""
    if _TANGGAL.fullmatch(kode):
        return BEKAS_TANGGAL
    if _BILANGAN.fullmatch(kode):
        return BEKAS_BILANGAN
    if kode and not any(map(str.isalnum, kode)):
        return NumberError("bukan kode", "Tulis kode yang memuat huruf atau angka.")
    return None
