"""Number formats of a spreadsheet: does a cell show its number as a percentage, rounded, or in thousands?

Source: ECMA-376 part 1, 18.8.31. A percent sign scales only where it is part of the format itself: quoted ("%"),
escaped (\\%), as a fill or as a blank it is but a letter; and of several sections one speaks for a number.
"""

import operator
import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal, localcontext
from enum import Enum, auto

from dashboard.domain.dasar.angka import ANGKA_BERMAKNA_EXCEL, TERBESAR, tulis_angka
from data_access.workbook.berkas.bentuk_angka import Pangkat, Pecahan, baca_bentuk
from data_access.workbook.berkas.huruf_format import HurufBagian, baca_huruf

BAWAAN = {1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%"}
BAWAAN |= {11: "0.00E+00", 12: "# ?/?", 13: "# ??/??", 48: "##0.0E+0"}
BAWAAN |= dict.fromkeys((37, 38, 41, 42), "#,##0;(#,##0)") | dict.fromkeys((39, 40, 43, 44), "#,##0.00;(#,##0.00)")
"""The formats with fixed decimals a file need not spell out."""
MAKS_BAGIAN_ANGKA = 3
"""A fourth section is for text."""
DIGIT = 100
TANPA_ANGKA, TEKS = "tanpa angka", "@"
PUTIH = {"white", "color2"}

_TANDA = re.compile(
    r'"[^"]*"?|\\.?|[_*].?'  # text in quotes, an escaped letter, a blank as wide as a letter, a fill
    r"|\[(?P<kurung>[^\]]*)\]?|(?P<batas>;)|(?P<persen>%)|(?P<angka>[0#?.,])"
    r"|(?P<lain>General|AM/PM|[EeGgYyMmDdHhSsBb/@])|.",
    re.DOTALL | re.IGNORECASE,
)
_LAMA = re.compile(r"[hms]+", re.IGNORECASE)
"""A span of time, in brackets: [h]:mm."""
_SYARAT = re.compile(r"(<=|>=|<>|<|>|=)(-?\d+(?:\.\d+)?)")
_BANDING: dict[str, Callable[[float, float], bool]] = {
    "<=": operator.le,
    ">=": operator.ge,
    "<>": operator.ne,
    "<": operator.lt,
    ">": operator.gt,
    "=": operator.eq,
}

_Syarat = tuple[str, float]
POSITIF = {None, (">", 0.0), (">=", 0.0)}


class FormatWaktu(Enum):
    """What a format of dates or times shows: days, or hours alone."""

    HARI = auto()
    JAM = auto()


WAKTU_BAWAAN = dict.fromkeys((*range(14, 18), 22, *range(27, 32), 36, *range(50, 59)), FormatWaktu.HARI)
WAKTU_BAWAAN |= dict.fromkeys((*range(18, 22), *range(32, 36), *range(45, 48)), FormatWaktu.JAM)


@dataclass(frozen=True, slots=True)
class _Bagian:
    """One section: how it scales and rounds, and the condition printed in it ([<1]), if any.

    `desimal` is None where it shows no plain number (General, dates, and `bentuk`: fractions, powers of ten); `kosong`
    where it shows no digit at all. Each percent sign scales by a hundred, so that two of them are no percentage:
    `berganda`. A section for negative numbers alone shows no minus of its own: `tanpa_minus`; one without a 0 leaves a
    zero blank.
    """

    persen: bool
    syarat: _Syarat | None
    desimal: int | None
    ribuan: int
    kosong: bool
    berganda: bool
    huruf: HurufBagian
    umum: bool
    berwarna_putih: bool
    bernol: bool
    bentuk: Pangkat | Pecahan | None
    tanpa_minus: bool = False

    @property
    def berarti(self) -> bool:
        """Whether it may show another figure than the one stored, or none."""
        sifat = self.persen or self.kosong or self.ganjil or self.berwarna_putih
        return sifat or self.desimal is not None or self.bentuk is not None

    @property
    def ganjil(self) -> bool:
        """Whether its letters, or what it does with a sign, may make another number than the one stored."""
        biasa = self.desimal is None and not self.umum
        return not biasa and not self.kosong and (self.huruf.berangka or self.huruf.minus or self.tanpa_minus)

    def utuh(self, nilai: float) -> bool:
        """Whether rounding surely leaves the number as it is: quick, for the most there is in a sheet."""
        if self.desimal is None or self.ribuan or self.ganjil:
            return False
        return round(nilai, self.desimal + (2 if self.persen else 0)) == nilai

    def tampil(self, nilai: Decimal) -> str | None:
        if self.kosong:
            return TANPA_ANGKA if nilai else None  # bookkeepers show their zero as a dash
        berminus = self.huruf.bertanda(negatif=nilai < 0) or (nilai < 0 and not self.tanpa_minus)
        terbalik = bool(nilai) and berminus != (nilai < 0)
        if self.umum:
            return _bertanda(tulis_angka(abs(nilai)), berminus) if terbalik else None
        if self.bentuk is not None and abs(nilai) < TERBESAR:
            teks = self.bentuk.tampil(abs(nilai) * (100 if self.persen else 1))
            return None if teks is None else _bertanda(teks, berminus) + (" %" if self.persen else "")
        if self.desimal is None or self.desimal >= ANGKA_BERMAKNA_EXCEL or abs(nilai) >= TERBESAR:
            return None
        satuan = nilai * 100 if self.persen else nilai
        with localcontext(prec=DIGIT):
            bulat = (abs(satuan) / 1000**self.ribuan).quantize(Decimal(1).scaleb(-self.desimal), ROUND_HALF_UP)
        if self.huruf.berangka:
            terbaca = abs(satuan) in self.huruf.bacaan(bulat)
            return None if terbaca and not terbalik else self._tersusun(bulat, berminus)
        if bulat == abs(satuan) and not terbalik:
            return None
        return _bertanda(tulis_angka(bulat), berminus and bool(bulat)) + (" %" if self.persen else "")

    def _tersusun(self, bulat: Decimal, berminus: bool) -> str:
        teks = self.huruf.susun(bulat).strip()
        return _bertanda(teks, berminus and not self.huruf.bertanda(negatif=True))


def _bertanda(angka: str, berminus: bool) -> str:
    return f"-{angka}" if berminus else angka


@dataclass(frozen=True, slots=True)
class FormatAngka:
    """A format that may show another figure than the one stored: a percentage, rounded, in thousands, or none."""

    _bagian: tuple[_Bagian, ...]
    tanpa_teks: bool = False
    """Whether it shows no text that stands in its cell."""
    hiasan: str = ""
    """What it shows of a text, with TEKS in its place, where it adds letters: IKU-1 of 1."""

    @property
    def persen(self) -> bool:
        """Whether at least one section shows a percentage."""
        return any(satu.persen for satu in self._bagian)

    def berlaku(self, nilai: float) -> bool:
        """Whether this number is shown as a percentage."""
        return self._untuk(nilai).persen

    def berganda(self, nilai: float) -> bool:
        """Whether this number is shown with more percent signs than one: ten thousand times as large, or more."""
        return self._untuk(nilai).berganda

    def tampil(self, nilai: float) -> str | None:
        """What is shown in place of this number where that is another one; brackets and signs do not count."""
        bagian = self._untuk(nilai)
        if bagian.utuh(nilai):
            return None
        return bagian.tampil(Decimal(format(nilai, f".{ANGKA_BERMAKNA_EXCEL}g")))

    def tampil_teks(self, teks: str) -> str | None:
        """What is shown in place of this text where letters are added to it."""
        return self.hiasan.replace(TEKS, teks) if self.hiasan else None

    def tersembunyi(self, nilai: float) -> bool:
        """Whether nothing at all is shown of this number."""
        bagian = self._untuk(nilai)
        tanpa_nol = not nilai and bagian.desimal is not None and not bagian.bernol
        return bagian.berwarna_putih or tanpa_nol or (bagian.kosong and not bagian.huruf.semua.strip())

    def _untuk(self, nilai: float) -> _Bagian:
        """The section that speaks for a number. The last one takes what no other one does."""
        bawaan: tuple[_Syarat, _Syarat] = ((">" if len(self._bagian) > 2 else ">=", 0.0), ("<", 0.0))
        for satu, syarat in zip(self._bagian[:-1], bawaan, strict=False):
            banding, batas = satu.syarat or syarat
            if _BANDING[banding](nilai, batas):
                return satu
        return self._bagian[-1]


def format_angka(kode: str) -> FormatAngka | None:
    """The format; None when it shows numbers as they are."""
    bagian: list[list[re.Match[str]]] = [[]]
    for tanda in _TANDA.finditer(kode):
        if tanda["batas"]:
            bagian.append([])
        else:
            bagian[-1].append(tanda)
    angka = _tanpa_minus([_baca_bagian(satu) for satu in bagian[:MAKS_BAGIAN_ANGKA]])
    teks = bagian[MAKS_BAGIAN_ANGKA] if len(bagian) > MAKS_BAGIAN_ANGKA else None
    tanpa_teks = teks is not None and all(satu["lain"] != "@" for satu in teks)
    hiasan = "".join(TEKS if satu["lain"] == "@" else _huruf(satu) for satu in teks or bagian[-1])
    if TEKS not in hiasan or not hiasan.replace(TEKS, "").strip():
        hiasan = ""
    berarti = tanpa_teks or hiasan or any(satu.berarti for satu in angka)
    return FormatAngka(angka, tanpa_teks, hiasan) if kode and berarti else None


def _tanpa_minus(bagian: list[_Bagian]) -> tuple[_Bagian, ...]:
    """The sections, with the one that speaks for negative numbers alone marked: its minus is part of the format."""
    if bagian[0].syarat in {("<", 0.0), ("<=", 0.0)}:
        bagian[0] = replace(bagian[0], tanpa_minus=True)
    elif len(bagian) > 1 and bagian[0].syarat in POSITIF and bagian[1].syarat in {None, ("<", 0.0)}:
        bagian[1] = replace(bagian[1], tanpa_minus=True)
    return tuple(bagian)


def format_waktu(kode: str) -> FormatWaktu | None:
    """Whether a format shows its number as a day or as a time; None where it shows a number."""
    tanda = list(_TANDA.finditer(kode))
    huruf = {satu["lain"].lower() for satu in tanda if satu["lain"]}
    lama = any(_LAMA.fullmatch(satu["kurung"] or "") for satu in tanda)
    if huruf & {"y", "d"} or ("m" in huruf and not huruf & {"h", "s"} and not lama):
        return FormatWaktu.HARI
    return FormatWaktu.JAM if lama or huruf & {"h", "s"} else None


def _baca_bagian(tanda: list[re.Match[str]]) -> _Bagian:
    syarat = (_SYARAT.fullmatch(satu["kurung"] or "") for satu in tanda)
    cocok = next(filter(None, syarat), None)
    persen = sum(satu["persen"] is not None for satu in tanda)
    angka = "".join(satu["angka"] or "" for satu in tanda)
    lain = any(satu["lain"] or _LAMA.fullmatch(satu["kurung"] or "") for satu in tanda)
    bulat, _, pecahan = angka.partition(".")
    ada = any(satu in "0#?" for satu in angka)
    akhir = pecahan or bulat
    umum = not ada and any((satu["lain"] or "").lower() == "general" for satu in tanda)
    return _Bagian(
        persen > 0,
        (cocok[1], float(cocok[2])) if cocok else None,
        None if lain or not ada else sum(satu in "0#?" for satu in pecahan),
        len(akhir) - len(akhir.rstrip(",")),
        not ada and not lain,
        persen > 1,
        baca_huruf([(_huruf(satu), satu["angka"] or "") for satu in tanda]),
        umum,
        any((satu["kurung"] or "").lower() in PUTIH for satu in tanda),
        "0" in angka,
        baca_bentuk([satu[0] for satu in tanda]),
    )


def _huruf(tanda: re.Match[str]) -> str:
    """What of a sign is shown as it is."""
    isi = tanda[0]
    if tanda["angka"] or tanda["lain"] or isi[0] in "_*":
        return ""
    if tanda["kurung"] is not None:
        return tanda["kurung"][1:].partition("-")[0] if tanda["kurung"].startswith("$") else ""
    return isi.strip('"') if isi[0] == '"' else isi[1:] if isi[0] == "\\" else isi
