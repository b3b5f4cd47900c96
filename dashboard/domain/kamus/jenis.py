"""What a sheet and a column of the workbook are: the words the dictionary is written in."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum


class Jenis(StrEnum):
    TEKS = "teks"
    BILANGAN = "bilangan"
    BULAT = "bulat"
    TANGGAL = "tanggal"
    PILIHAN = "pilihan"
    DAFTAR = "daftar"
    YA_TIDAK = "ya_tidak"


class BentukTeks(StrEnum):
    """What a text stands for, and so which native values of a spreadsheet cannot be it.

    A code is text only; a number in print (1, 2, 1.1) may be a whole number; what is printed may be any number, but
    no date; anything may stand where one writes freely.
    """

    BEBAS = "bebas"
    TERCETAK = "tercetak"
    NOMOR = "nomor"
    KODE = "kode"


SELALU_KODE = ("kode", "nip")
YA_TIDAK = ("ya", "tidak")
PEMISAH_DAFTAR = "|"
SEJAK_AWAL = date(1, 1, 1)
"""Stored for a blank `berlaku_mulai` that is part of a key; a primary key takes no NULL."""


@dataclass(frozen=True, slots=True)
class Kolom:
    """One column: its contract on the way in, in storage and on screen.

    `acuan` names the sheets whose first key column this one refers to. `satuan` is the fixed unit of
    a number; `satuan_dari` names the column of the same row that holds the unit, or the code of the
    indikator or variabel that has one. `bawaan` is what a blank means. `strip` accepts
    "-" (not targeted), stored as NULL. `bentuk` says what a text stands for.
    """

    nama: str
    jenis: Jenis
    label: str
    keterangan: str = ""
    wajib: bool = False
    pilihan: tuple[str, ...] = ()
    acuan: tuple[str, ...] = ()
    satuan: str | None = None
    satuan_dari: str | None = None
    bawaan: str | date | None = None
    minimum: Decimal | None = None
    maksimum: Decimal | None = None
    strip: bool = False
    bentuk: BentukTeks = BentukTeks.BEBAS


@dataclass(frozen=True, slots=True)
class Lembar:
    """One sheet, one table. `kunci` is the natural key within an instansi."""

    nama: str
    judul: str
    keterangan: str
    kunci: tuple[str, ...]
    kolom: tuple[Kolom, ...]

    def __post_init__(self) -> None:
        asing = set(self.kunci) - {kolom.nama for kolom in self.kolom}
        if asing:
            raise ValueError(f"{self.nama}: key columns without definition: {sorted(asing)}")

    @property
    def nama_kolom(self) -> tuple[str, ...]:
        return tuple(kolom.nama for kolom in self.kolom)

    @property
    def kunci_penuh(self) -> tuple[str, ...]:
        """The primary key: the agency first, then the natural key."""
        return self.kunci if self.nama == "instansi" else ("instansi", *self.kunci)

    def kolom_bernama(self, nama: str) -> Kolom:
        return next(kolom for kolom in self.kolom if kolom.nama == nama)


def _label(nama: str, label: str | None) -> str:
    return label or nama.replace("_", " ").capitalize()


def teks(
    nama: str,
    label: str | None = None,
    ket: str = "",
    *,
    wajib: bool = False,
    acuan: tuple[str, ...] = (),
    bawaan: str | None = None,
    bentuk: BentukTeks = BentukTeks.BEBAS,
) -> Kolom:
    bentuk = BentukTeks.KODE if acuan or nama in SELALU_KODE else bentuk
    return Kolom(nama, Jenis.TEKS, _label(nama, label), ket, wajib, acuan=acuan, bawaan=bawaan, bentuk=bentuk)


def daftar(nama: str, label: str | None = None, ket: str = "", *, acuan: tuple[str, ...] = ()) -> Kolom:
    bentuk = BentukTeks.KODE if acuan else BentukTeks.BEBAS
    return Kolom(nama, Jenis.DAFTAR, _label(nama, label), ket, acuan=acuan, bentuk=bentuk)


def pilihan(
    nama: str,
    isi: tuple[str, ...],
    label: str | None = None,
    ket: str = "",
    *,
    wajib: bool = False,
    bawaan: str | None = None,
) -> Kolom:
    return Kolom(nama, Jenis.PILIHAN, _label(nama, label), ket, wajib, pilihan=tuple(map(str, isi)), bawaan=bawaan)


def ya_tidak(nama: str, label: str | None = None, ket: str = "") -> Kolom:
    return Kolom(nama, Jenis.YA_TIDAK, _label(nama, label), ket, pilihan=YA_TIDAK)


def tanggal(
    nama: str, label: str | None = None, ket: str = "", *, wajib: bool = False, bawaan: date | None = None
) -> Kolom:
    return Kolom(nama, Jenis.TANGGAL, _label(nama, label), ket, wajib, bawaan=bawaan)


def bulat(
    nama: str, terendah: int, tertinggi: int, label: str | None = None, ket: str = "", *, wajib: bool = False
) -> Kolom:
    return Kolom(
        nama, Jenis.BULAT, _label(nama, label), ket, wajib, minimum=Decimal(terendah), maksimum=Decimal(tertinggi)
    )


def bilangan(
    nama: str,
    label: str | None = None,
    ket: str = "",
    *,
    wajib: bool = False,
    satuan: str | None = None,
    dari: str | None = None,
    batas: tuple[int | None, int | None] = (None, None),
    strip: bool = False,
) -> Kolom:
    bawah, atas = (None if angka is None else Decimal(angka) for angka in batas)
    return Kolom(
        nama,
        Jenis.BILANGAN,
        _label(nama, label),
        ket,
        wajib,
        satuan=satuan,
        satuan_dari=dari,
        minimum=bawah,
        maksimum=atas,
        strip=strip,
    )


def tahun(nama: str = "tahun", label: str | None = None, ket: str = "", *, wajib: bool = True) -> Kolom:
    return bulat(nama, 2000, 2100, label, ket, wajib=wajib)
