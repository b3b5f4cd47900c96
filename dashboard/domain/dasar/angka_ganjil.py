"""Texts in a column of numbers that hold more than a number: a range, a letter, a unit, a ratio, a bound.

None is read as a number. Each is told apart, with what belongs in which cell, for a person to agree to.
"""

import re
from collections.abc import Callable, Collection
from dataclasses import dataclass, replace
from decimal import Decimal

from dashboard.domain.dasar.angka import baca_angka, rapikan, tulis_angka
from dashboard.domain.dasar.satuan_ukur import golongan_satuan, persen
from dashboard.domain.dasar.takaran import bertakaran_lain
from dashboard.domain.dasar.terbilang import TERBESAR, terbilang

MIN, MAKS, PREDIKAT = "nilai_min", "nilai_maks", "predikat"
PEMBILANG, PENYEBUT = "pembilang", "penyebut"
SATU = Decimal(1)

_POLOS = r"\d+(?:[.,]\d+)*"
_N = rf"-?{_POLOS}"
MAKS_HURUF = 64
_SATUAN = r"(?![½⅓⅔¼¾⅕-⅞¹²³⁰-⁹₀-₉])[^\W\d_][^\W\d_ ./]*(?:[ ./][^\W\d_]+)*\.?"
_EKOR = rf"(?: ?(?P<PERSEN>%)| ?(?P<SATUAN>{_SATUAN}))?"
_RENTANG = re.compile(
    rf"(?P<A>{_N}) ?%? ?(?:-|~|s ?[./]? ?d\.?|sampai(?: dengan)?|hingga) ?(?P<B>{_N}){_EKOR}", re.IGNORECASE
)
_BERHURUF = re.compile(rf"(?P<HURUF>[^\W\d_][^\d()]*?)(?: ?[(:=/]| -(?= ))? ?(?P<A>{_POLOS})(?: ?(?P<PERSEN>%))? ?\)?")
_HURUF_DI_BELAKANG = re.compile(rf"(?P<A>{_N})(?: ?(?P<PERSEN>%))? ?\((?P<HURUF>[^\W\d_][^\d()]*)\)")
_BERSATUAN = re.compile(rf"(?P<A>{_N}) ?\(?(?P<SATUAN>{_SATUAN})\)?")
_BANDING = re.compile(rf"(?P<A>{_N}) ?(?::|/|banding|berbanding) ?(?P<B>{_N})", re.IGNORECASE)
_PASANGAN = re.compile(rf"({_N}) ?([^\W\d_]+(?:[ ./][^\W\d_]+)*)")
_BEBERAPA = re.compile(rf"(?:{_N} ?[^\W\d_][^\d]*){{2,}}")
_ATAS = r">=?|=>|≥|⩾|min(?:imal|imum)?\b\.?|paling sedikit|sekurang-kurangnya|lebih (?:dari|besar)|di ?atas|diatas"
_BAWAH = r"<=?|=<|≤|⩽|ma(?:ks|x)(?:imal|imum)?\b\.?|paling (?:banyak|lama|tinggi)|kurang dari|di ?bawah|dibawah"
_BATAS = re.compile(rf"(?:(?P<ATAS>{_ATAS})|(?P<BAWAH>{_BAWAH})) ?(?P<A>{_N}){_EKOR}", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class UsulanAngka:
    """One way to write it. `nilai` stands for it as an answer and is the cell's own value unless `pindah`, when the
    cell is emptied; `lain` are the other cells of the row, by column. It holds under this `polaritas` only, if any."""

    nilai: Decimal
    arti: str
    lain: tuple[tuple[str, Decimal | str], ...] = ()
    pindah: bool = False
    polaritas: str | None = None


@dataclass(frozen=True, slots=True)
class AngkaGanjil:
    """What such a text holds (`salah`), what to do (`benar`, with columns in braces), and the ways there are."""

    salah: str
    benar: str
    usulan: tuple[UsulanAngka, ...] = ()


def angka_ganjil(teks: str, satuan: str | None, kolom: Collection[str]) -> AngkaGanjil | None:
    """What a text in the column {nilai} holds beside a number; None where nobody can tell.

    `kolom` are the columns of its sheet, `satuan` its unit. The braces of `benar` are {nilai}, {satuan}, {polaritas}
    and columns of the sheet.
    """
    isi = rapikan(teks)
    if len(isi) > MAKS_HURUF:
        return None
    for bentuk, susun in _BENTUK:
        if cocok := bentuk.fullmatch(isi):
            hasil = susun(cocok, satuan, kolom)
            if hasil is not None:
                return _tanpa_usulan(hasil, satuan) if bertakaran_lain(isi, satuan) else hasil
    return None


def _tanpa_usulan(ganjil: AngkaGanjil, satuan: str | None) -> AngkaGanjil:
    """What is measured otherwise is worked out by who knows it."""
    dalam = f" dalam satuan {satuan}" if satuan else ""
    return replace(ganjil, benar=f"Tulis angkanya secara utuh{dalam} pada {{nilai}}.", usulan=())


def _angka(teks: str, satuan: str | None) -> Decimal | None:
    hasil = baca_angka(teks, satuan)
    return hasil if isinstance(hasil, Decimal) else None


def _ekor(cocok: re.Match[str], satuan: str | None) -> str | None:
    """What to do with the unit printed behind; None where a percent sign stands under another unit."""
    if cocok["PERSEN"]:
        return "" if persen(satuan) else None
    return _tentang_satuan(cocok["SATUAN"], satuan) if cocok["SATUAN"] else ""


def _tentang_satuan(tercetak: str, satuan: str | None) -> str:
    sama = tercetak.lower() == (satuan or "").strip().lower()
    golongan = golongan_satuan(tercetak)
    if sama or (persen(tercetak) and persen(satuan)):
        return ""
    if satuan and golongan is not None and golongan is not golongan_satuan(satuan):
        return f" Satuan {tercetak} bukan {satuan}; perbaiki {{satuan}} bila itu satuannya."
    return f" Satuan {tercetak} ditulis pada {{satuan}}."


def _rentang(cocok: re.Match[str], satuan: str | None, kolom: Collection[str]) -> AngkaGanjil | None:
    a, b, ekor = _angka(cocok["A"], satuan), _angka(cocok["B"], satuan), _ekor(cocok, satuan)
    if a is None or b is None or ekor is None or a > b:
        return None
    rendah, tinggi = tulis_angka(a), tulis_angka(b)
    salah = f"memuat rentang {rendah} sampai {tinggi}"
    if MIN not in kolom:
        return AngkaGanjil(salah, "Tulis satu angka; rentang hanya ada pada target (nilai_min dan nilai_maks).")
    benar = f"Isi {{{MIN}}} dengan {rendah} dan {{{MAKS}}} dengan {tinggi}, lalu kosongkan {{nilai}}.{ekor}"
    arti = f"target terendah {rendah}, target tertinggi {tinggi}"
    return AngkaGanjil(salah, benar, (UsulanAngka(a, arti, ((MIN, a), (MAKS, b)), pindah=True),))


def _berhuruf(cocok: re.Match[str], satuan: str | None, kolom: Collection[str]) -> AngkaGanjil | None:
    huruf, nilai = cocok["HURUF"].strip(), _angka(cocok["A"], satuan)
    if nilai is None or (cocok["PERSEN"] and not persen(satuan)) or f"-{cocok['A']}" in cocok[0]:
        return None
    if golongan_satuan(huruf) is not None:
        return _satu_satuan(nilai, huruf, satuan)
    angka = tulis_angka(nilai)
    if abs(nilai) < TERBESAR and huruf.lower() == terbilang(nilai):
        return AngkaGanjil(
            "memuat angka beserta ejaannya", f"Tulis {angka} saja pada {{nilai}}.", (UsulanAngka(nilai, angka),)
        )
    salah = f"memuat predikat {huruf} dan nilai {angka}"
    if PREDIKAT not in kolom:
        return AngkaGanjil(
            salah, f"Tulis {angka} saja pada {{nilai}}.", (UsulanAngka(nilai, f"{angka}, tanpa {huruf}"),)
        )
    benar = f"Tulis {angka} pada {{nilai}} dan {huruf} pada {{{PREDIKAT}}}."
    return AngkaGanjil(salah, benar, (UsulanAngka(nilai, f"nilai {angka}, predikat {huruf}", ((PREDIKAT, huruf),)),))


def _bersatuan(cocok: re.Match[str], satuan: str | None, kolom: Collection[str]) -> AngkaGanjil | None:
    nilai = _angka(cocok["A"], satuan)
    if nilai is None:
        return None
    if "(" in cocok[0] and golongan_satuan(cocok["SATUAN"]) is None:
        return None  # 75,20 (BB) is a letter
    return _satu_satuan(nilai, cocok["SATUAN"], satuan)


def _satu_satuan(nilai: Decimal, tercetak: str, satuan: str | None) -> AngkaGanjil:
    angka = tulis_angka(nilai)
    benar = f"Tulis {angka} saja pada {{nilai}}.{_tentang_satuan(tercetak, satuan)}"
    return AngkaGanjil(f"memuat satuan {tercetak}", benar, (UsulanAngka(nilai, f"{angka} {tercetak}"),))


def _banding(cocok: re.Match[str], satuan: str | None, kolom: Collection[str]) -> AngkaGanjil | None:
    a, b = _angka(cocok["A"], satuan), _angka(cocok["B"], satuan)
    if a is None or b is None:
        return None
    kiri, kanan = tulis_angka(a), tulis_angka(b)
    salah = f"memuat rasio {kiri} banding {kanan}"
    bagian = f"{kiri} pada {{{PEMBILANG}}} dan {kanan} pada {{{PENYEBUT}}}"
    if a != SATU:
        cara = f"Tulis {bagian}" if PEMBILANG in kolom else "Tulis hasil baginya sebagai satu angka pada {nilai}"
        return AngkaGanjil(salah, f"{cara}; satuannya ditulis pada {{satuan}}.")
    tambahan = f", atau {bagian}" if PEMBILANG in kolom else ""
    benar = f"Tulis {kanan} pada {{nilai}} dan satuan rasio 1 : n pada {{satuan}}{tambahan}."
    return AngkaGanjil(salah, benar, (UsulanAngka(b, f"{kanan}, yaitu 1 banding {kanan}"),))


def _beberapa(cocok: re.Match[str], satuan: str | None, kolom: Collection[str]) -> AngkaGanjil | None:
    pasangan = [(_angka(a, satuan), kata.strip()) for a, kata in _PASANGAN.findall(cocok[0])]
    if len(pasangan) < 2 or any(nilai is None for nilai, _ in pasangan):
        return None
    ukuran = [(nilai, kata.removesuffix(" dan")) for nilai, kata in pasangan if nilai is not None]
    sebut = [f"{tulis_angka(nilai)} {kata}" for nilai, kata in ukuran]
    masing = " dan ".join(f"satuan {kata} bernilai {tulis_angka(nilai)}" for nilai, kata in ukuran)
    benar = (
        f"Pakai satu indikator per ukuran: {masing}; pada {{nilai}} tulis angka yang satuannya sama dengan {{satuan}}."
    )
    unik = len({nilai for nilai, _ in ukuran}) == len(ukuran)
    usulan = tuple(UsulanAngka(nilai, f"{satu} saja") for (nilai, _), satu in zip(ukuran, sebut, strict=True))
    return AngkaGanjil(f"memuat {len(ukuran)} ukuran: {' dan '.join(sebut)}", benar, usulan if unik else ())


def _batas(cocok: re.Match[str], satuan: str | None, kolom: Collection[str]) -> AngkaGanjil | None:
    nilai, ekor = _angka(cocok["A"], satuan), _ekor(cocok, satuan)
    if nilai is None or ekor is None:
        return None
    tanda, naik = cocok["ATAS"] or cocok["BAWAH"], cocok["ATAS"] is not None
    polaritas, kata = ("positif", "makin tinggi makin baik") if naik else ("negatif", "makin rendah makin baik")
    angka = tulis_angka(nilai)
    benar = f"Tulis {angka} pada {{nilai}}; bila {tanda} berarti {kata}, {{polaritas}} harus {polaritas}.{ekor}"
    usulan = UsulanAngka(nilai, f"{angka}; {kata} ({polaritas})", polaritas=polaritas)
    return AngkaGanjil(f"memuat tanda batas {tanda}", benar, (usulan,))


def memuat_lain(teks: str) -> bool:
    """Whether such a text holds what belongs into other cells of its row."""
    isi = rapikan(teks)
    bentuk = (_RENTANG, _HURUF_DI_BELAKANG, _BERHURUF)
    return len(isi) <= MAKS_HURUF and any(satu.fullmatch(isi) for satu in bentuk)


_BENTUK: tuple[
    tuple[re.Pattern[str], Callable[[re.Match[str], str | None, Collection[str]], AngkaGanjil | None]], ...
] = (
    (_BATAS, _batas),
    (_RENTANG, _rentang),
    (_BANDING, _banding),
    (_BEBERAPA, _beberapa),
    (_BERSATUAN, _bersatuan),
    (_HURUF_DI_BELAKANG, _berhuruf),
    (_BERHURUF, _berhuruf),
)
