"""The settings an agency may make: one table of keys, and the typed object that everything else reads.

What a setting is where an agency makes none is a row of data_access/aturan/bawaan.csv, not of this table. A value is
refused where it comes in; one that is stored all the same counts as not made, and is named (`ditolak`).
"""

import difflib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from dashboard.domain.aturan.berlaku import AturanBerlaku
from dashboard.domain.dasar.angka import NumberError, baca_angka, tulis_angka
from dashboard.domain.dasar.indikator import SumberNilai
from dashboard.domain.dasar.ketentuan import Ketentuan

MENURUT_TAHUN = "menurut tahun"
TANPA_BATAS = "tanpa batas"
MENURUT_CARA, YA, TIDAK = "menurut cara", "ya", "tidak"
MIRIP = 0.6
"""How alike a wrong key must be to a right one to be taken for it (difflib)."""

Isi = str | Decimal


@dataclass(frozen=True, slots=True)
class Setelan:
    """One key: the field of Pengaturan that holds it, what it means, and what it may be.

    Numbers lie between `minimum` and `maksimum`, both included, and are whole where `bulat`; or they are among those
    that `dari_aturan` takes from the rules in force. Words are `pilihan`; the one in `kosong` is read as None.
    """

    kunci: str
    nama: str
    arti: str
    minimum: Decimal | None = None
    maksimum: Decimal | None = None
    bulat: bool = False
    pilihan: tuple[str, ...] = ()
    kosong: str | None = None
    dari_aturan: Callable[[AturanBerlaku], tuple[Ketentuan, ...]] | None = None

    def jadi(self, isi: Isi) -> str | Decimal | int | None:
        """The value as Pengaturan holds it."""
        if isi == self.kosong:
            return None
        return int(isi) if self.bulat else isi


def _bilangan(kunci: str, nama: str, arti: str, batas: tuple[int, int], *, bulat: bool = False) -> Setelan:
    return Setelan(kunci, nama, arti, Decimal(batas[0]), Decimal(batas[1]), bulat)


HARI_KERJA = "skp_hari_kerja_pekan"
SETELAN = (
    Setelan(
        "batas_rerata",
        "batas_rerata",
        "sumbangan terbesar satu indikator pada rata-rata",
        pilihan=(TANPA_BATAS,),
        kosong=TANPA_BATAS,
        dari_aturan=lambda aturan: aturan.batas_rerata,
    ),
    _bilangan("toleransi_tercapai", "toleransi_tercapai", "poin di bawah target yang masih disebut tercapai", (0, 10)),
    _bilangan("batas_lapor_hari", "batas_lapor_hari", "hari sesudah triwulan yang tepat waktu", (0, 90), bulat=True),
    Setelan(
        "dua_orang",
        "dua_orang",
        "apakah pengaju dan penyetuju harus dua orang; menurut cara: bila ada akun",
        pilihan=(MENURUT_CARA, YA, TIDAK),
        kosong=MENURUT_CARA,
    ),
    Setelan(
        "rezim_skp",
        "rezim_skp",
        "penilaian yang memimpin di layar",
        pilihan=(MENURUT_TAHUN, "numerik", "predikat"),
        kosong=MENURUT_TAHUN,
    ),
    Setelan("skp_sumber_nilai", "sumber_skp", "asal angka SKP", pilihan=tuple(SumberNilai)),
    _bilangan(HARI_KERJA, "hari_kerja_pekan", "hari kerja sepekan pada kalender penilaian", (1, 7), bulat=True),
    _bilangan("skp_sembunyi_di_bawah", "sembunyi_di_bawah", "kelompok lebih kecil disembunyikan", (1, 100), bulat=True),
    _bilangan("skp_seragam_minimum", "seragam_minimum", "banyak orang sejak disebut seragam", (2, 1000), bulat=True),
    _bilangan("skp_seragam_rentang", "seragam_rentang", "jarak nilai yang masih disebut seragam", (0, 100)),
    _bilangan("skp_menggelembung_rerata", "menggelembung_rerata", "rata-rata sejak disebut menggelembung", (0, 150)),
    _bilangan("skp_menggelembung_capaian", "menggelembung_capaian", "capaian unit yang dianggap rendah", (0, 200)),
    _bilangan("skp_terlambat_persen", "terlambat_persen", "bagian yang terlambat sebelum disebut", (0, 100)),
)
PER_KUNCI: Mapping[str, Setelan] = {satu.kunci: satu for satu in SETELAN}


@dataclass(frozen=True, slots=True)
class SetelanDitolak:
    """A stored setting that cannot be read: the default holds in its place."""

    kunci: str
    nilai: str
    error: NumberError


@dataclass(frozen=True, slots=True)
class Pengaturan:
    """The settings of an agency in force on a day. Limits of SKP are in points, persons, percent or days.

    `batas_rerata` None: averages take each item as it is. `rezim_skp` None: as the year has it. `dua_orang` None: by
    the way the program runs.
    """

    batas_rerata: Decimal | None
    toleransi_tercapai: Decimal
    batas_lapor_hari: int
    dua_orang: str | None
    rezim_skp: str | None
    sumber_skp: str
    hari_kerja_pekan: int
    sembunyi_di_bawah: int
    seragam_minimum: int
    seragam_rentang: Decimal
    menggelembung_rerata: Decimal
    menggelembung_capaian: Decimal
    terlambat_persen: Decimal
    ditolak: tuple[SetelanDitolak, ...] = ()


def baca_pengaturan(isi: Mapping[str, str], aturan: AturanBerlaku) -> Pengaturan:
    """The typed settings of what is stored, over the defaults in force. Raises ValueError on a default that is none."""
    terbaca = {kunci: periksa_setelan(kunci, teks, aturan) for kunci, teks in sorted(isi.items())}
    ditolak = tuple(SetelanDitolak(k, isi[k], error) for k, error in terbaca.items() if isinstance(error, NumberError))
    nilai: dict[str, Any] = {}
    for kunci, setelan in PER_KUNCI.items():
        hasil = terbaca.get(kunci)
        if hasil is None or isinstance(hasil, NumberError):
            hasil = periksa_setelan(kunci, aturan.bawaan[kunci].nilai, aturan)
        if isinstance(hasil, NumberError):
            raise ValueError(f"default of {kunci}: {hasil.salah}")
        nilai[setelan.nama] = setelan.jadi(hasil)
    return Pengaturan(**nilai, ditolak=ditolak)


def periksa_setelan(kunci: str, teks: str, aturan: AturanBerlaku) -> Isi | NumberError:
    """One setting as it is read, or why it is none and what would be right."""
    setelan = PER_KUNCI.get(kunci)
    if setelan is None:
        return _kunci_asing(kunci)
    if teks in setelan.pilihan:
        return teks
    angka = baca_angka(teks) if setelan.minimum is not None or setelan.dari_aturan else None
    if isinstance(angka, Decimal) and _boleh(setelan, angka, aturan):
        return angka
    return NumberError(f"bukan isi yang berlaku untuk {kunci}", f"{_sebut(setelan, aturan)}.")


def _boleh(setelan: Setelan, angka: Decimal, aturan: AturanBerlaku) -> bool:
    if setelan.dari_aturan is not None:
        return any(angka == satu.angka for satu in setelan.dari_aturan(aturan))
    if setelan.bulat and angka != angka.to_integral_value():
        return False
    assert setelan.minimum is not None
    assert setelan.maksimum is not None
    return setelan.minimum <= angka <= setelan.maksimum


def _sebut(setelan: Setelan, aturan: AturanBerlaku) -> str:
    """What a setting may be, as a sentence without its full stop."""
    if setelan.minimum is not None and setelan.maksimum is not None:
        jenis = "bilangan bulat" if setelan.bulat else "bilangan"
        batas = f"{tulis_angka(setelan.minimum)} sampai {tulis_angka(setelan.maksimum)}"
        return f"Tulis {jenis} {batas}: {setelan.arti}"
    angka = [satu.nilai for satu in setelan.dari_aturan(aturan)] if setelan.dari_aturan else []
    return f"Pilih {', '.join((*setelan.pilihan, *angka))}: {setelan.arti}"


def _kunci_asing(kunci: str) -> NumberError:
    mirip = difflib.get_close_matches(kunci, PER_KUNCI, n=1, cutoff=MIRIP)
    dugaan = f"Mungkin maksudnya {mirip[0]}. " if mirip else ""
    return NumberError("bukan pengaturan yang dikenal", f"{dugaan}Pilih {', '.join(PER_KUNCI)}.")
