"""One cell of an .ods: its value with its kind as the file states them, held against the text it shows.

The shown text tells what the kind alone does not: an error that an older program stored as 0, a percent sign that is
but a letter, and whether the number is rounded for the eye.
"""

import math
import re
from collections.abc import Mapping
from datetime import date, datetime, timedelta
from decimal import Decimal
from fractions import Fraction

from dashboard.domain.dasar.angka import ANGKA_BERMAKNA_EXCEL
from data_access.workbook.berkas.format_angka import TANPA_ANGKA
from data_access.workbook.berkas.gaya_sel import PERSEN_BERGANDA
from data_access.workbook.berkas.huruf_format import MINUS, bacaan_angka, menandai_minus
from data_access.workbook.berkas.mentah import Mentah, Persen, SelRusak, Tercoret
from data_access.workbook.berkas_lain.gaya_ods import RUANG, TABEL
from data_access.workbook.berkas_lain.tulisan_ods import TulisanSel
from data_access.workbook.berkas_xlsx.pindai_lembar import FORMULA_ERRORS, TIDAK_TERHITUNG

KANTOR = f"{RUANG}office:1.0 "
JENIS = f"{KANTOR}value-type"
JENIS_CALC = "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0 value-type"
RUMUS = f"{TABEL}formula"
TAK_TERBACA = "berisi nilai yang tidak dapat dibaca"
BEDA_PERSEN = "tersimpan lain daripada persen yang tampil"
_GALAT = re.compile(r"#\S+|[^\W\d]+:\d{3}")
_BILANGAN = re.compile(r"[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?")
_TAMPIL = re.compile(r"\d(?:[\d.,'\s]*\d)?")
_PANGKAT = re.compile(r"\s*-?(\d(?:[\d.,]*\d)?)E([+-]?\d{1,3})\s*")
_PECAHAN = re.compile(r"\s*-?(?:(\d{1,15})\s+)?(\d{1,15})/0*([1-9]\d{0,14})\s*")
_LAMA = re.compile(r"(-?)P(?:(\d+)D)?T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)(?:[.,]\d+)?S)?")
_BENAR_SALAH = {"TRUE()": True, "FALSE()": False}


_NILAI = {"boolean": "boolean-value", "date": "date-value", "time": "time-value"}


def isi_sel(sifat: Mapping[str, str], tulisan: TulisanSel, *, coret: bool) -> tuple[Mentah, str | None]:
    """(what the cell holds, what it shows where that is another number); `coret` says that all of it is struck out."""
    isi, tampil = _isi(sifat, tulisan)
    if isi is None or isinstance(isi, SelRusak):
        return isi, None
    if coret:
        return Tercoret(str(isi), isi, True), tampil
    if isinstance(isi, str) and (tercoret := tulisan.tercoret) is not None:
        return tercoret, None
    return isi, tampil


def _isi(sifat: Mapping[str, str], tulisan: TulisanSel) -> tuple[Mentah, str | None]:
    jenis, rumus = sifat.get(JENIS), sifat.get(RUMUS)
    if sifat.get(JENIS_CALC) == "error" or (rumus is not None and _GALAT.fullmatch(tulisan.penuh.strip())):
        return SelRusak(tulisan.penuh or "#", FORMULA_ERRORS), None
    if jenis is None or jenis == "string":
        isi = tulisan.penuh if tulisan.ada else sifat.get(f"{KANTOR}string-value", "")
        if rumus is not None and not isi and jenis is None:
            return SelRusak(f"={rumus.partition('=')[2]}", TIDAK_TERHITUNG), None
        return isi or None, None
    nilai = sifat.get(f"{KANTOR}{_NILAI.get(jenis, 'value')}", "")
    if jenis in {"float", "currency", "percentage"}:
        return _angka(nilai, tulisan, persen=jenis == "percentage", rumus=rumus)
    try:
        return _lain(jenis, nilai), None
    except (ValueError, OverflowError):
        return SelRusak(nilai or tulisan.penuh or jenis, TAK_TERBACA), None


def _angka(teks: str, tulisan: TulisanSel, *, persen: bool, rumus: str | None) -> tuple[Mentah, str | None]:
    if not _BILANGAN.fullmatch(teks) or not math.isfinite(nilai := float(teks)):
        return SelRusak(teks or tulisan.penuh or "#", TAK_TERBACA), None
    if rumus is not None and (benar := _BENAR_SALAH.get(rumus.partition("=")[2])) is not None:
        return benar, None
    terlihat = _bilangan_tampil(tulisan.penuh)
    if nilai and tulisan.penuh.count("%") > 1:
        return SelRusak(tulisan.penuh, *PERSEN_BERGANDA), None
    if nilai and terlihat and (persen or "%" in tulisan.penuh):
        skala = _skala(nilai, terlihat, persen=persen) if "%" in tulisan.penuh else None
        if skala is None:
            return SelRusak(tulisan.penuh, BEDA_PERSEN), None
        persen = skala
    return (Persen(nilai) if persen else nilai), _berbeda(nilai * 100 if persen else nilai, tulisan, terlihat)


def _bilangan_tampil(teks: str) -> tuple[Decimal, ...]:
    """The readings of the one number in a text: the dot as the decimal sign, or the comma. None, or several: ()."""
    if pangkat := _PANGKAT.fullmatch(teks):
        return tuple(satu.scaleb(int(pangkat[2])) for satu in bacaan_angka(pangkat[1]))
    if pecahan := _PECAHAN.fullmatch(teks):
        nilai = float(int(pecahan[1] or 0) + Fraction(int(pecahan[2]), int(pecahan[3])))
        return (_desimal(nilai),)
    semua = _TAMPIL.findall(teks)
    if len(semua) != 1 or "/" in teks:
        return ()
    return bacaan_angka(semua[0])


def _skala(nilai: float, terlihat: tuple[Decimal, ...], *, persen: bool) -> bool | None:
    """Whether a number shown with a percent sign is shown a hundredfold; None where that contradicts its kind."""
    seratus, sama = (any(_bulat_dari(satu, nilai * kali) for satu in terlihat) for kali in (100, 1))
    if persen:
        return True if seratus else None
    return seratus if seratus is not sama else None


def _bulat_dari(terlihat: Decimal, nilai: float) -> bool:
    """Whether a number may be shown so when it is rounded."""
    eksponen = terlihat.as_tuple().exponent
    satuan = Decimal(1).scaleb(eksponen if isinstance(eksponen, int) else 0)
    return abs(terlihat - abs(_desimal(nilai))) * 2 <= satuan


def _berbeda(nilai: float, tulisan: TulisanSel, terlihat: tuple[Decimal, ...]) -> str | None:
    """What is shown where it is another number; None where it is the same, or written so that nobody can tell."""
    teks = tulisan.penuh.strip()
    if not tulisan.ada or set(teks) == {"#"}:
        return None
    if not any(map(str.isdigit, teks)):
        return (teks or TANPA_ANGKA) if nilai else None  # bookkeepers show their zero as a dash
    terbalik = bool(nilai) and _negatif(teks) != (nilai < 0)
    return teks if terlihat and (terbalik or abs(_desimal(nilai)) not in terlihat) else None


def _negatif(teks: str) -> bool:
    """Whether a number is shown with a minus, or in brackets, before it."""
    depan = re.split(r"\d", teks, maxsplit=1)[0]
    belakang = re.split(r"\d", teks)[-1].strip()
    return menandai_minus(depan) or belakang in set(MINUS)


def _desimal(nilai: float) -> Decimal:
    return Decimal(format(nilai, f".{ANGKA_BERMAKNA_EXCEL}g"))


def _lain(jenis: str, nilai: str) -> Mentah:
    """A truth, a day or a span of time. Raises ValueError."""
    if jenis == "boolean" and nilai in {"true", "false"}:
        return nilai == "true"
    if jenis == "date":
        return datetime.fromisoformat(nilai) if "T" in nilai else date.fromisoformat(nilai)
    if jenis == "time" and (cocok := _LAMA.fullmatch(nilai)):
        hari, jam, menit, detik = (int(satu or 0) for satu in cocok.groups()[1:])
        lama = timedelta(days=hari, hours=jam, minutes=menit, seconds=detik)
        return -lama if cocok[1] else lama
    raise ValueError(nilai)
