"""A mean of ratios says which numerator belongs to which denominator.

Without the name of a group each part would be a term of its own: 40 of 50 would count as (40 + 0) / 2.
Source: WORKBOOK.md, sheet komponen ("pembilang and penyebut need a kelompok").
"""

from dashboard.domain.dasar.indikator import PeranKomponen, Rumus
from dashboard.domain.kamus.indikator import KUNCI_KOMPONEN
from data_access.baris import Baris, Nilai
from data_access.workbook.periksa.lembar_baca import Buku, pemilik_buku
from data_access.workbook.periksa.masalah import DaftarMasalah
from data_access.workbook.periksa.pangkalan import Pangkalan

BAGIAN_RASIO = {PeranKomponen.PEMBILANG.value, PeranKomponen.PENYEBUT.value}
BENAR = "Beri nama kelompok yang sama kepada pembilang dan penyebut satu rasio, misalnya a."


def periksa_rerata(buku: Buku, pangkalan: Pangkalan, masalah: DaftarMasalah) -> None:
    """Blame the row of the komponen; where only the database has it, the indicator that becomes a mean."""
    for instansi in pemilik_buku(buku):
        rerata = _rerata(buku, instansi, pangkalan)
        dilaporkan = _periksa_komponen(buku, instansi, rerata, masalah)
        tersimpan = {
            str(baris["indikator"])
            for baris in pangkalan.kolom(instansi, "komponen", *KUNCI_KOMPONEN)
            if _tanpa_kelompok(baris) and baris["indikator"] in rerata and _kunci(baris) not in dilaporkan
        }
        _periksa_indikator(buku, instansi, tersimpan, masalah)


def _rerata(buku: Buku, instansi: str, pangkalan: Pangkalan) -> set[str]:
    """The indicators whose formula is a mean: the database overlaid with the workbook."""
    rumus = {baris["kode"]: baris["rumus"] for baris in pangkalan.kolom(instansi, "indikator", "kode", "rumus")}
    if "indikator" in buku and "rumus" in buku["indikator"].posisi:
        rumus |= {
            baris.get("kode"): baris["rumus"] for baris in buku["indikator"].baris if baris["instansi"] == instansi
        }
    return {str(kode) for kode, isi in rumus.items() if isi == Rumus.RERATA.value}


def _tanpa_kelompok(baris: Baris) -> bool:
    return baris.get("peran") in BAGIAN_RASIO and not baris.get("kelompok")


def _kunci(baris: Baris) -> tuple[Nilai, ...]:
    return tuple(baris[kolom] for kolom in KUNCI_KOMPONEN)


def _periksa_komponen(buku: Buku, instansi: str, rerata: set[str], masalah: DaftarMasalah) -> set[tuple[Nilai, ...]]:
    """The keys of the rows that were reported."""
    satu = buku.get("komponen")
    dilaporkan: set[tuple[Nilai, ...]] = set()
    for i, baris in enumerate(satu.baris if satu is not None and satu.berkunci else ()):
        if satu is None or baris["instansi"] != instansi or baris["indikator"] not in rerata:
            continue
        if _tanpa_kelompok(baris):
            dilaporkan.add(_kunci(baris))
            satu.ditolak.add(i)
            induk, bagian, peran = baris["indikator"], baris["komponen"], baris["peran"]
            salah = f"tanpa kelompok, padahal {induk} adalah rerata dan {bagian} {peran}nya"
            masalah.tambah("komponen", satu.sel(i, "kelompok"), peran, salah, BENAR)
    return dilaporkan


def _periksa_indikator(buku: Buku, instansi: str, kode: set[str], masalah: DaftarMasalah) -> None:
    satu = buku.get("indikator")
    for i, baris in enumerate(satu.baris if satu is not None else ()):
        if satu is not None and baris["instansi"] == instansi and baris.get("kode") in kode:
            satu.ditolak.add(i)
            salah = "tidak dapat dipakai: pembilang dan penyebutnya tersimpan tanpa kelompok"
            masalah.tambah("indikator", satu.sel(i, "rumus"), baris.get("rumus"), salah, "Pakai rasio, atau kode baru.")
