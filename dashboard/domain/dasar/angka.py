"""Numbers as Indonesians write them, read strictly: nothing is guessed.

Source: DOMAIN.md section 7. "13,7" is 13.7 and "1.234,5" is 1234.5; "4.230" is 4230 where the unit is
counted whole, and a question elsewhere ("4230 or 4,230?"); "38.5" is refused.
"""

import re
from dataclasses import dataclass
from decimal import Decimal

from dashboard.domain.dasar.cara_tulis import CaraTulis
from dashboard.domain.dasar.satuan_ukur import dicacah, persen, rupiah

MAKS_DIGIT = 28
TERBESAR = Decimal(10) ** 15
MAKS_DESIMAL = 20
"""The bounds of a number that is taken, wherever it comes from. Below 10^15 a whole number is exact in Excel, in a
browser's slider and in words; a fraction as Excel computes it (15 digits) keeps all of them; and every quotient of two
such numbers, as a percentage, stays below 10^37, which a binary float of a chart holds."""
ANGKA_BERMAKNA_EXCEL = 15

_BIASA = re.compile(r"-?\d+(?:,\d+)?")
_BERTITIK = re.compile(r"-?[1-9]\d{0,2}(?:\.\d{3})+(?:,\d+)?")
_TITIK_TUNGGAL = re.compile(r"-?[1-9]\d{0,2}\.\d{3}")
_KOMA_RIBUAN = re.compile(r"-?[1-9]\d{0,2},\d{3}")
_DESIMAL_TITIK = re.compile(r"-?\d+\.\d+")
_GAYA_INGGRIS = re.compile(r"-?\d{1,3}(?:,\d{3})+\.\d+")
_SATU_TANDA = re.compile(r"(-?\d+)[.,](\d+)")
_TUKAR = str.maketrans(".,", ",.")
_ILMIAH = re.compile(r"-?\d+(?:[.,]\d+)?[eE][+-]?\d+")
_KURUNG = re.compile(r"(?<![\d.,])\( ?([^()-][^()]*?) ?\)(?![\d.,])")
_RUPIAH = re.compile(r"(-?) ?(?:rp|idr)(?![a-z])[. ]*(.*)", re.IGNORECASE)
_TANPA_SEN = re.compile(r"(.*\d) ?, ?-{1,2}")
"""The dash after the comma stands for no cents: "Rp 1.920.000.000,-"."""
_TANDA_KURANG = re.compile("[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]")
_TAK_TAMPAK = re.compile("[\u00ad\u200b-\u200f\u202a-\u202d\u2060-\u2064\u2066-\u2069\ufeff]")


@dataclass(frozen=True, slots=True)
class Ambigu:
    """Two readings are possible; the person who handed it in must choose."""

    sebagai_ribuan: Decimal
    sebagai_desimal: Decimal

    @property
    def salah(self) -> str:
        return f"dapat berarti {tulis_angka(self.sebagai_ribuan)} atau {tulis_angka(self.sebagai_desimal)}"

    @property
    def benar(self) -> str:
        return (
            f"Tulis {tulis_angka(self.sebagai_ribuan)} tanpa titik bila maksudnya ribuan, "
            f"atau {tulis_terbaca(self.sebagai_desimal)} dengan koma bila maksudnya desimal."
        )


@dataclass(frozen=True, slots=True)
class NumberError:
    """What is wrong and what would be right; `pilihan` holds the readings a person may choose from."""

    salah: str
    benar: str
    pilihan: tuple[Decimal, ...] = ()


HasilAngka = Decimal | Ambigu | NumberError

BUKAN_BILANGAN = NumberError("bukan bilangan", "Tulis bilangan, misalnya 13,7 atau 1.234,5.")
TERLALU_BESAR = NumberError(
    "bilangan terlalu panjang", f"Tulis bilangan di bawah 10^15 (seribu triliun), paling banyak {MAKS_DIGIT} angka."
)
TERLALU_HALUS = NumberError(
    f"lebih dari {MAKS_DESIMAL} angka di belakang koma", "Bulatkan, atau tulis 0 bila itu sisa pembulatan."
)


def kanonik(nilai: Decimal) -> Decimal:
    """The one representation of a number: 38.50 and 38.5 are equal, 1E+2 is 100, there is no -0."""
    if nilai == 0:
        return Decimal(0)
    return Decimal(format(nilai.normalize(), "f"))


def tulis_angka(nilai: Decimal) -> str:
    """Exact Indonesian text without thousands dots."""
    return format(kanonik(nilai), "f").replace(".", ",")


def tulis_terbaca(nilai: Decimal) -> str:
    """Exact Indonesian text that can only be read back one way, whatever is counted.

    3.125 people would be asked about as "3,125", which an Englishman writes for three thousand; "3,1250" is not.
    """
    teks = tulis_angka(nilai)
    return f"{teks}0" if _KOMA_RIBUAN.fullmatch(teks) else teks


def satuan_utuh(satuan: str | None) -> bool:
    """Whether the unit is counted whole, rupiah included: a single dot group then means thousands."""
    return dicacah(satuan) or rupiah(satuan)


def rapikan(teks: str) -> str:
    """The text without what nobody sees: zero-width letters, blanks of every width as one, any dash as the hyphen."""
    return " ".join(_TANDA_KURANG.sub("-", _TAK_TAMPAK.sub("", teks)).split())


def baca_angka(teks: str, satuan: str | None = None, cara: CaraTulis | None = None) -> HasilAngka:
    """Read a number written in Indonesian; `satuan` decides what "4.230" and "85,5 %" mean.

    `cara` is what was said of the signs in its column; without a word the comma is the decimal sign.
    Bookkeepers write a negative number in brackets: (5) is -5.
    """
    isi = _tanpa_satuan(_KURUNG.sub(r"-\1", rapikan(teks), count=1), satuan)
    if isinstance(isi, NumberError):
        return isi
    if sum(huruf.isdigit() for huruf in isi) > MAKS_DIGIT:
        return TERLALU_BESAR
    if cara is CaraTulis.TITIK:
        hasil = _baca_bersih(isi.translate(_TUKAR), satuan, cara)
        return _salah_tanda(isi) if isinstance(hasil, NumberError) and "," in isi else hasil
    if cara is CaraTulis.KEDUANYA:
        if cocok := _SATU_TANDA.fullmatch(isi):
            ribuan = _BERTITIK.fullmatch(f"{cocok[1]}.{cocok[2]}")
            desimal = _nilai(f"{cocok[1]},{cocok[2]}")
            return Ambigu(_nilai(f"{cocok[1]}{cocok[2]}"), desimal) if ribuan else _berbatas(desimal)
        if _GAYA_INGGRIS.fullmatch(isi) or isi.count(",") > 1:
            isi = isi.translate(_TUKAR)
    return _baca_bersih(isi, satuan, cara)


def _baca_bersih(isi: str, satuan: str | None, cara: CaraTulis | None) -> HasilAngka:
    """Digits and signs, the comma being the decimal sign."""
    if _BIASA.fullmatch(isi):
        if satuan_utuh(satuan) and _KOMA_RIBUAN.fullmatch(isi):
            return Ambigu(_nilai(isi.replace(",", "")), _nilai(isi))
        return _berbatas(_nilai(isi))
    if _TITIK_TUNGGAL.fullmatch(isi) and not satuan_utuh(satuan) and cara is None:
        return Ambigu(_nilai(isi.replace(".", "")), Decimal(isi))
    if _BERTITIK.fullmatch(isi):
        return _berbatas(_nilai(isi.replace(".", "")))
    return _mengapa_bukan(isi)


def angka_dari_excel(nilai: float) -> HasilAngka:
    """A native Excel number as Excel itself shows it: 15 significant digits, so 0.1+0.2 is 0.3."""
    if isinstance(nilai, int):
        return _berbatas(kanonik(Decimal(nilai)))
    desimal = Decimal(format(nilai, f".{ANGKA_BERMAKNA_EXCEL}g"))
    return _berbatas(kanonik(desimal)) if desimal.is_finite() else BUKAN_BILANGAN


def muat_dalam_excel(nilai: Decimal) -> bool:
    """Whether a native Excel cell holds this number without losing a digit."""
    return angka_dari_excel(float(nilai)) == nilai


def _nilai(isi: str) -> Decimal:
    return kanonik(Decimal(isi.replace(",", ".")))


def _berbatas(nilai: Decimal) -> HasilAngka:
    if abs(nilai) >= TERBESAR or len(nilai.as_tuple().digits) > MAKS_DIGIT:
        return TERLALU_BESAR
    eksponen = nilai.as_tuple().exponent
    if isinstance(eksponen, int) and -eksponen > MAKS_DESIMAL:
        return TERLALU_HALUS
    return nilai


def _tanpa_satuan(isi: str, satuan: str | None) -> str | NumberError:
    if isi.endswith("%"):
        if not persen(satuan):
            return NumberError(
                "memakai tanda % padahal satuannya bukan persen", "Hapus tanda % atau perbaiki satuannya."
            )
        return isi[:-1].rstrip()
    uang = False
    if cocok := _RUPIAH.fullmatch(isi):
        isi, uang = f"{cocok[1]}{cocok[2]}", True
    if cocok := _TANPA_SEN.fullmatch(isi):
        isi, uang = cocok[1], True
    if uang and not rupiah(satuan):
        return NumberError("memakai Rp padahal satuannya bukan rupiah", "Hapus Rp atau perbaiki satuannya.")
    return isi


def _salah_tanda(isi: str) -> NumberError:
    return NumberError("memakai koma, sedangkan tanda desimal kolom ini titik", f"Tulis {isi.replace(',', '.')}.")


def _mengapa_bukan(isi: str) -> NumberError:
    if _DESIMAL_TITIK.fullmatch(isi):
        return NumberError("memakai titik sebagai tanda desimal", f"Tulis {isi.replace('.', ',')} dengan koma.")
    if _GAYA_INGGRIS.fullmatch(isi):
        benar = isi.replace(",", "").replace(".", ",")
        return NumberError("ditulis dengan cara Inggris", f"Tulis {benar} dengan koma desimal.")
    if _ILMIAH.fullmatch(isi):
        return NumberError("ditulis dalam bentuk ilmiah", "Tulis semua angkanya, misalnya 1200000.")
    return BUKAN_BILANGAN
