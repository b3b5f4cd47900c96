"""Small builders of domain objects with good defaults; numbers are written as text and read as Decimal.

Results are handed out as Any, so that a test may write `(hasil.nilai, hasil.status) == (100, ...)` with plain ints.
"""

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from dashboard.domain.dasar.indikator import (
    DataKinerja,
    Indikator,
    Instansi,
    Komponen,
    PeranKomponen,
    Realisasi,
    Rumus,
    Sifat,
    Target,
    Variabel,
)
from dashboard.domain.dasar.periode import SampaiDengan
from dashboard.domain.hitung.capaian import NilaiTarget
from dashboard.domain.hitung.rumus import NilaiSimpul
from dashboard.domain.hitung.tahun import hitung_tahun
from data_access.aturan import untuk, untuk_skp

TAHUN_UJI = 2025
ATURAN = untuk(SampaiDengan(TAHUN_UJI, 4).hari_akhir)
SKP = untuk_skp(TAHUN_UJI).skp
Angka = str | int | Decimal | None


def des(nilai: Angka) -> Decimal | None:
    """A Decimal of "13.7", 13 or a Decimal; None stays None."""
    return None if nilai is None else Decimal(nilai)


def target_nilai(nilai: Angka = None, bawah: Angka = None, atas: Angka = None) -> NilaiTarget:
    return NilaiTarget(des(nilai), des(bawah), des(atas))


def indikator(kode: str = "A", **isi: Any) -> Indikator:
    dasar: dict[str, Any] = {"simpul": "S", "nama": f"Indikator {kode}", "jenis": "kegiatan"}
    return Indikator(kode, **(dasar | isi))


def komponen(induk: str, anak: str, sifat: Sifat = Sifat.TERTULIS, bobot: Angka = 1, **isi: Any) -> Komponen:
    return Komponen(induk, anak, sifat, bobot=Decimal(bobot or 0), **isi)


def rasio(induk: str, atas: str, bawah: str, kelompok: str | None = None) -> tuple[Komponen, Komponen]:
    return (
        komponen(induk, atas, peran=PeranKomponen.PEMBILANG, kelompok=kelompok),
        komponen(induk, bawah, peran=PeranKomponen.PENYEBUT, kelompok=kelompok),
    )


def target(periode: str = "TAHUN", nilai: Angka = None, kode: str = "A", **isi: Any) -> Target:
    for kunci in ("nilai_min", "nilai_maks"):
        isi[kunci] = des(isi.get(kunci))
    return Target(kode, TAHUN_UJI, periode, des(nilai), **isi)


def laporan(periode: str = "TAHUN", nilai: Angka = None, kode: str = "A", **isi: Any) -> Realisasi:
    for kunci in ("pembilang", "penyebut"):
        isi[kunci] = des(isi.get(kunci))
    return Realisasi(kode, isi.pop("tahun", TAHUN_UJI), periode, des(nilai), **isi)


def bagian(periode: str, pembilang: Angka, penyebut: Angka, kode: str = "A", **isi: Any) -> Realisasi:
    """A report in parts."""
    return laporan(periode, None, kode, pembilang=pembilang, penyebut=penyebut, **isi)


def sd(triwulan: int = 4) -> SampaiDengan:
    return SampaiDengan(TAHUN_UJI, triwulan)


def data(
    indikator: Iterable[Indikator],
    target: Iterable[Target] = (),
    realisasi: Iterable[Realisasi] = (),
    komponen: Iterable[Komponen] = (),
    variabel: Iterable[str] = (),
) -> DataKinerja:
    return DataKinerja(
        Instansi("X", "Badan X"),
        TAHUN_UJI,
        "versi",
        indikator=tuple(indikator),
        target=tuple(target),
        realisasi=tuple(realisasi),
        komponen=tuple(komponen),
        variabel=tuple(Variabel(v, v) for v in variabel),
    )


def hitung(isi: DataKinerja, triwulan: int = 4) -> Any:
    return hitung_tahun(isi, sd(triwulan), untuk(sd(triwulan).hari_akhir))


def satu(
    milik: Indikator, target: Iterable[Target] = (), realisasi: Iterable[Realisasi] = (), triwulan: int = 4
) -> Any:
    """The result of one indicator without komponen."""
    return hitung(data([milik], target, realisasi), triwulan).indikator[milik.kode]


def simpul(nilai: Angka) -> NilaiSimpul:
    return NilaiSimpul(des(nilai))


def jumlah(kode: str = "P", **isi: Any) -> Indikator:
    return indikator(kode, rumus=Rumus.JUMLAH, **isi)
