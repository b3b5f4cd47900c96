"""One cell to one typed value, or the reason why not. A column is read at a time; equal cells are read once."""

import difflib
import re
from collections.abc import Callable, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import cast

from dashboard.domain.dasar.angka import (
    TERBESAR,
    TERLALU_BESAR,
    Ambigu,
    HasilAngka,
    NumberError,
    angka_dari_excel,
    baca_angka,
    kanonik,
    rapikan,
    tulis_angka,
)
from dashboard.domain.dasar.cara_tulis import CaraTulis
from dashboard.domain.dasar.satuan_ukur import persen
from dashboard.domain.dasar.tanggal import CONTOH_TANGGAL, TanggalAmbigu, baca_tanggal
from dashboard.domain.kamus.buku_kerja import PEMISAH_DAFTAR, Jenis, Kolom
from data_access.baris import Nilai
from data_access.workbook.berkas.mentah import AngkaPersen, Mentah, Persen, SelRusak, TeksPersen, Tercoret, kosong
from data_access.workbook.periksa.kode import MAKS_KODE, baca_daftar_kode, baca_kode, berkode, bukan_teks

MAKS_TEKS = 32_767
KUNCI_BEBAS = {"kelompok", "kunci"}
"""Parts of keys that are no codes; an index holds no page of text."""

NAIK = "memuat huruf kecil yang naik atau turun (pangkat, atau nomor catatan kaki)"
_KENDALI = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_BULAT = re.compile(r"-?\d{1,9}")

Hasil = Nilai | NumberError
BERLAINAN = frozenset({str, float, type(None)})
"""Types of cells of which no two hold equal values, as 1 and True are: what one means is looked up by it alone."""


class _Ingatan(dict[tuple[type, Mentah, str | None], Hasil]):
    """What the cells of one column mean, by (type, cell, unit): columns repeat themselves, so most are looked up."""

    def __init__(self, kolom: Kolom, cara: CaraTulis | None) -> None:
        super().__init__()
        self._kolom, self._cara = kolom, cara
        self.ada_salah = False

    def __missing__(self, kunci: tuple[type, Mentah, str | None]) -> Hasil:
        _, mentah, satuan = kunci
        if isinstance(mentah, Tercoret):  # not kept: equal letters may be struck out otherwise
            hasil: Hasil = _tercoret(self._kolom, mentah, satuan)
        else:
            hasil = self[kunci] = baca_sel(self._kolom, mentah, satuan, self._cara)
        self.ada_salah = self.ada_salah or isinstance(hasil, NumberError)
        return hasil


def baca_kolom(
    kolom: Kolom,
    isi: Sequence[Mentah],
    satuan: Sequence[str | None],
    lapor: Callable[[int, NumberError], None],
    cara: CaraTulis | None = None,
) -> list[Nilai]:
    """The typed values of one column; a cell that cannot be read is reported with its index and becomes None.

    `cara` is what is known of how the column is written.
    """
    ingat = _Ingatan(kolom, cara)
    ukuran = set(satuan)
    if len(ukuran) == 1 and BERLAINAN.issuperset(map(type, isi)):
        (satu_satuan,) = ukuran
        arti = {satu: ingat[type(satu), satu, satu_satuan] for satu in set(isi)}
        hasil = list(map(arti.__getitem__, isi))
    else:
        hasil = list(map(ingat.__getitem__, zip(map(type, isi), isi, satuan, strict=True)))
    if ingat.ada_salah:
        for i, satu in enumerate(hasil):
            if isinstance(satu, NumberError):
                lapor(i, satu)
                hasil[i] = None
    return cast(list[Nilai], hasil)


def baca_sel(kolom: Kolom, mentah: Mentah, satuan: str | None, cara: CaraTulis | None = None) -> Hasil:
    """The value of one cell under a column's contract; a blank is the column's key default or None."""
    if isinstance(mentah, SelRusak):
        return NumberError(mentah.alasan, mentah.benar)
    if kosong(mentah):
        return NumberError("kosong padahal wajib diisi", f"Isi kolom {kolom.nama}.") if kolom.wajib else None
    if isinstance(mentah, str):
        if kolom.jenis is Jenis.BILANGAN:
            return _bilangan(kolom, mentah, satuan, cara)
        if kolom.jenis is Jenis.TANGGAL:
            return _tanggal(kolom, mentah, satuan, cara)
    return _PEMBACA[kolom.jenis](kolom, mentah, satuan)


def _tercoret(kolom: Kolom, mentah: Tercoret, satuan: str | None) -> Hasil:
    """What is struck out is no data, but only a person knows what was meant to stay; m² is but a text."""
    if mentah.naik and kolom.jenis in {Jenis.TEKS, Jenis.DAFTAR} and not berkode(kolom):
        return baca_sel(kolom, mentah, satuan)
    sisa = baca_sel(kolom, mentah.sisa, satuan)
    pilihan = (sisa,) if kolom.jenis is Jenis.BILANGAN and isinstance(sisa, Decimal) else ()
    if mentah.naik:
        return NumberError(NAIK, f"Hapus huruf kecil itu; tersisa {mentah.sisa}.", pilihan)
    if mentah.seluruh:
        return NumberError("dicoret seluruhnya", "Hapus isinya, atau hilangkan coretannya bila berlaku.", pilihan)
    return NumberError("memuat huruf yang dicoret", f"Hapus yang dicoret; tersisa {mentah.sisa}.", pilihan)


def _teks(kolom: Kolom, mentah: Mentah, satuan: str | None) -> Hasil:
    if salah := bukan_teks(kolom, mentah) or _tak_utuh(mentah):
        return salah
    isi = tulis(mentah)
    if len(isi) > MAKS_TEKS:
        return NumberError(f"lebih panjang dari {MAKS_TEKS} huruf", "Ringkas isinya.")
    if _KENDALI.search(isi):
        return NumberError("memuat huruf kendali yang tidak terlihat", "Ketik ulang isinya.")
    if kolom.nama in KUNCI_BEBAS and len(isi) > MAKS_KODE:
        return NumberError(f"lebih panjang dari {MAKS_KODE} huruf", "Ringkas isinya.")
    return baca_kode(kolom, isi) if berkode(kolom) else isi


def _tak_utuh(mentah: Mentah) -> NumberError | None:
    """Why a native number is no text as it stands: so long that digits are gone, or too fine."""
    if isinstance(mentah, str | bool) or not isinstance(mentah, int | float):
        return None
    hasil = angka_dari_excel(mentah)
    return hasil if isinstance(hasil, NumberError) else None


def tulis(mentah: Mentah) -> str:
    """Any cell as text, the way a person would have typed it."""
    if isinstance(mentah, str):
        return str(mentah.strip().replace("\r\n", "\n").replace("\r", "\n"))
    if isinstance(mentah, bool):
        return "ya" if mentah else "tidak"
    if isinstance(mentah, Persen):
        return f"{_tulis_bilangan(float(mentah) * 100)}%"
    if isinstance(mentah, int | float):
        return _tulis_bilangan(mentah)
    if isinstance(mentah, datetime):
        return mentah.isoformat(sep=" ", timespec="minutes")
    return str(mentah)


def _tulis_bilangan(nilai: float) -> str:
    hasil = angka_dari_excel(nilai)
    return tulis_angka(hasil) if isinstance(hasil, Decimal) else str(nilai)


def _daftar(kolom: Kolom, mentah: Mentah, satuan: str | None) -> Hasil:
    if salah := bukan_teks(kolom, mentah):
        return salah
    isi = tulis(mentah)
    if len(isi) > MAKS_TEKS or _KENDALI.search(isi):
        return NumberError("terlalu panjang atau memuat huruf kendali", "Ketik ulang isinya.")
    if berkode(kolom):
        return baca_daftar_kode(isi)
    bagian = [satu.strip() for satu in isi.split(PEMISAH_DAFTAR)]
    return PEMISAH_DAFTAR.join(satu for satu in bagian if satu) or None


def _bilangan(kolom: Kolom, mentah: Mentah, satuan: str | None, cara: CaraTulis | None = None) -> Hasil:
    if kolom.strip and isinstance(mentah, str) and rapikan(mentah) == "-":
        return None
    hasil = _angka(mentah, satuan, cara)
    if isinstance(hasil, Ambigu):
        return NumberError(hasil.salah, hasil.benar, (hasil.sebagai_ribuan, hasil.sebagai_desimal))
    return _dalam_batas(kolom, hasil) if isinstance(hasil, Decimal) else hasil


def _angka(mentah: Mentah, satuan: str | None, cara: CaraTulis | None) -> HasilAngka:
    if isinstance(mentah, AngkaPersen | TeksPersen) and not persen(satuan):
        return NumberError(
            "di bawah judul yang menyebut persen, padahal satuannya bukan persen",
            "Tulis angka dalam satuan indikatornya, atau hapus persen dari judulnya bila angkanya memang begitu.",
        )
    if isinstance(mentah, str):
        if rapikan(mentah) == "-":
            return NumberError("bukan bilangan", 'Kosongkan selnya; "-" (tidak ditargetkan) ditulis pada kolom teks.')
        return baca_angka(mentah, satuan, cara)
    if isinstance(mentah, bool) or not isinstance(mentah, int | float):
        return NumberError("bukan bilangan", "Tulis bilangan, misalnya 13,7.")
    hasil = angka_dari_excel(mentah)
    if isinstance(mentah, Persen) and isinstance(hasil, Decimal):
        return _dari_persen(hasil, satuan)
    return hasil


def _dari_persen(pecahan: Decimal, satuan: str | None) -> HasilAngka:
    if persen(satuan):
        hasil = kanonik(pecahan * 100)
        return hasil if abs(hasil) < TERBESAR else TERLALU_BESAR
    return NumberError("berformat persen padahal satuannya bukan persen", "Ubah format selnya menjadi angka biasa.")


def _bulat(kolom: Kolom, mentah: Mentah, satuan: str | None) -> Hasil:
    isi = tulis(mentah)
    if not _BULAT.fullmatch(isi):
        return NumberError(
            "bukan bilangan bulat", f"Tulis bilangan bulat dari {kolom.minimum} sampai {kolom.maksimum}."
        )
    return _dalam_batas(kolom, int(isi))


def _dalam_batas(kolom: Kolom, nilai: int | Decimal) -> Hasil:
    bawah, atas = kolom.minimum, kolom.maksimum
    if bawah is not None and nilai < bawah:
        return NumberError(f"kurang dari {tulis_angka(bawah)}", f"Tulis bilangan {_rentang(bawah, atas)}.")
    if atas is not None and nilai > atas:
        return NumberError(f"lebih dari {tulis_angka(atas)}", f"Tulis bilangan {_rentang(bawah, atas)}.")
    return nilai


def _rentang(bawah: Decimal | None, atas: Decimal | None) -> str:
    mulai = f"mulai {tulis_angka(bawah)}" if bawah is not None else ""
    sampai = f"sampai {tulis_angka(atas)}" if atas is not None else ""
    return f"{mulai} {sampai}".strip()


def _tanggal(kolom: Kolom, mentah: Mentah, satuan: str | None, cara: CaraTulis | None = None) -> Hasil:
    if isinstance(mentah, datetime):
        return mentah.date()
    hasil = mentah if isinstance(mentah, date) else baca_tanggal(mentah, cara) if isinstance(mentah, str) else None
    if isinstance(hasil, TanggalAmbigu):
        return NumberError(hasil.salah, f"Tulis {hasil.hari_bulan} atau {hasil.bulan_hari}.")
    return hasil or NumberError("bukan tanggal", CONTOH_TANGGAL)


def _pilihan(kolom: Kolom, mentah: Mentah, satuan: str | None) -> Hasil:
    isi = tulis(mentah)
    baku = {_baku(satu): satu for satu in kolom.pilihan}
    if (kena := baku.get(_baku(isi))) is not None:
        return kena
    mirip = difflib.get_close_matches(_baku(isi[:MAKS_KODE]), list(baku), n=1, cutoff=0.7)
    dugaan = f" Mungkin maksudnya {baku[mirip[0]]}." if mirip else ""
    return NumberError("bukan salah satu pilihan", f"Pilih {', '.join(kolom.pilihan)}.{dugaan}")


def _baku(isi: str) -> str:
    return re.sub(r"[\s_]+", "", isi).casefold()


_PEMBACA: dict[Jenis, Callable[[Kolom, Mentah, str | None], Hasil]] = {
    Jenis.TEKS: _teks,
    Jenis.DAFTAR: _daftar,
    Jenis.BILANGAN: _bilangan,
    Jenis.BULAT: _bulat,
    Jenis.TANGGAL: _tanggal,
    Jenis.PILIHAN: _pilihan,
    Jenis.YA_TIDAK: _pilihan,
}
