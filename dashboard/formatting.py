"""Numbers, money and dates as Indonesians write them: 1.234,56 · 85,5 % · Rp1.920.000.000 · 17 Agustus 2026.

Rounds half-up as Decimal before Babel sees the number (Babel alone rounds half-even). Binary floats are
refused: a measured number that became one has already lost its exact bound. Reading typed numbers is
the domain's (dashboard/domain/dasar/angka.py).
"""

import re
from collections.abc import Sequence
from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal, localcontext
from zoneinfo import ZoneInfo

from babel.dates import format_date
from babel.numbers import format_decimal

from dashboard.domain.dasar.ketentuan import SEBELUM_ADA_DATA, Ketentuan
from dashboard.domain.dasar.penjelasan import LEBAR, tulis_terhadap
from dashboard.domain.hitung.capaian import Capaian

BAHASA = "id_ID"
KOSONG = "–"
PEMBAGI_NOL = "pembagi nol"
ZONA_BAWAAN = "Asia/Jakarta"
_NAMA_ZONA = {"Asia/Jakarta": "WIB", "Asia/Makassar": "WITA", "Asia/Jayapura": "WIT"}

_PERSEN = re.compile(r"(?<=\d) %")
_LATEKS = (
    (re.compile(r"\\\\?text\{([^{}]*)\}"), r"\1"),
    (re.compile(r"\\\\?sum(_\{[^{}]*\})?(\^\w)?"), "Σ"),
    (re.compile(r"\\\\?times"), "×"),
    (re.compile(r"\\\\?%"), "%"),
    (re.compile(r"_(i)\b"), ""),
    (re.compile(r"\\\\?frac\{([^{}]*)\}\{([^{}]*)\}"), r"(\1) ÷ (\2)"),
    (re.compile(r"\$"), ""),
)


def bulatkan(nilai: Decimal | int, desimal: int = 2) -> Decimal:
    """Half-up to `desimal` decimals, never minus zero. Raises TypeError for a float or bool."""
    if isinstance(nilai, bool) or not isinstance(nilai, Decimal | int):
        raise TypeError(f"measured numbers are Decimal or int, got {type(nilai).__name__}")
    dibulatkan = Decimal(nilai).quantize(Decimal(1).scaleb(-desimal), rounding=ROUND_HALF_UP, context=LEBAR)
    return abs(dibulatkan) if dibulatkan == 0 else dibulatkan


def bulatkan_bagian(bagian: Sequence[Decimal], total: Decimal, desimal: int = 2) -> tuple[Decimal, ...]:
    """Parts as they are shown beside their total, so that they add up to it as it is shown.

    Each half-up; where these miss the rounded total, the parts whose rounding went furthest the other way give in,
    the first ones where they are equal (largest remainder). Parts that do not make up the total are only rounded.
    """
    satuan = Decimal(1).scaleb(-desimal)
    tampil = [bulatkan(n, desimal) for n in bagian]
    kurang = int((bulatkan(total, desimal) - sum(tampil, Decimal(0))) / satuan)
    if abs(kurang) > len(tampil):
        return tuple(tampil)
    arah = 1 if kurang > 0 else -1
    urut = sorted(range(len(tampil)), key=lambda i: arah * (tampil[i] - bagian[i]))
    for i in urut[: abs(kurang)]:
        tampil[i] += arah * satuan
    return tuple(tampil)


def angka(nilai: Decimal | int | None, desimal: int = 2, satuan: str | None = None, *, rapikan: bool = False) -> str:
    """A number with its unit: ``angka(Decimal("1234.5"))`` is "1.234,50"; None is a dash.

    `rapikan` drops decimals that are zero: "1.234,5", "100".
    """
    if nilai is None:
        return KOSONG
    pecahan = ("#" if rapikan else "0") * desimal
    pola = f"#,##0.{pecahan}" if desimal else "#,##0"
    with localcontext(LEBAR):
        teks = format_decimal(bulatkan(nilai, desimal), format=pola, locale=BAHASA)
    if satuan is None:
        return teks
    return f"{teks} %" if satuan in ("%", "persen") else f"{teks} {satuan}"


def angka_terhadap(nilai: Decimal, batas: Decimal, satuan: str | None = None) -> str:
    """A number held against a limit, with as many decimals as tell it from it: "84,998" of 85, "85" of 84."""
    tampil = tulis_terhadap(nilai, batas)
    return angka(tampil, max(-int(tampil.as_tuple().exponent), 0), satuan, rapikan=True)


def persen(nilai: Decimal | int | None, desimal: int = 2) -> str:
    """A percentage already on the scale of 100: "85,5 %", "100 %"."""
    return KOSONG if nilai is None else angka(nilai, desimal, "%", rapikan=True)


def capaian_teks(capaian: Capaian | None) -> str:
    """An achievement as it is read: "85,5 %", "pembagi nol" where it is above its target without a number, a dash."""
    if capaian is not None and capaian.nilai is None and capaian.tak_hingga:
        return PEMBAGI_NOL
    return persen(capaian.nilai if capaian else None)


def selisih(nilai: Decimal | int | None, desimal: int = 2, satuan: str | None = None) -> str:
    """A difference with its sign, zero without: "+2,6", "-1,5", "0". The minus is ASCII, as st.metric needs."""
    if nilai is None:
        return KOSONG
    tanda = "+" if bulatkan(nilai, desimal) > 0 else ""
    return tanda + angka(nilai, desimal, satuan, rapikan=True)


def tanggal(nilai: date | None) -> str:
    """A date: "17 Agustus 2026"."""
    return KOSONG if nilai is None else format_date(nilai, "d MMMM y", locale=BAHASA)


def waktu(nilai: datetime | None, zona: str = ZONA_BAWAAN) -> str:
    """A moment in an Indonesian zone: "17 Agustus 2026 pukul 14.05 WIB". Raises ValueError without a zone."""
    if nilai is None:
        return KOSONG
    if nilai.tzinfo is None:
        raise ValueError("a moment without a time zone cannot be placed: store UTC")
    setempat = nilai.astimezone(ZoneInfo(zona))
    return f"{tanggal(setempat.date())} pukul {setempat:%H.%M} {_NAMA_ZONA.get(zona, zona)}"


def rumus_terbaca(teks: str) -> str:
    """A printed formula without its LaTeX: fractions as "a ÷ b", sums as "Σ"."""
    for pola, ganti in _LATEKS:
        teks = pola.sub(ganti, teks)
    return " ".join(teks.split())


def menyatu(teks: str) -> str:
    """The text with each figure and its percent sign on one line: "85,5 %" is not broken. Not for files."""
    return _PERSEN.sub("\u00a0%", teks)


def dasar_teks(ketentuan: Ketentuan, wilayah: str | None) -> str:
    """What a number rests on: regulation, place, whether it is confirmed, and from when where that is a day.

    Another region's own regulation is called a reference for an agency of `wilayah`.
    """
    sumber = f"acuan {ketentuan.sumber}" if ketentuan.acuan(wilayah) else ketentuan.sumber
    if ketentuan.berlaku_mulai == SEBELUM_ADA_DATA:
        return sumber
    return f"{sumber}, berlaku mulai {tanggal(ketentuan.berlaku_mulai)}"
