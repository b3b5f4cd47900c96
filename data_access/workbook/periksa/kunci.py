"""Rows of a workbook that would change a closed quarter: a problem at their cell, unless a correction is open."""

from collections.abc import Sequence

from sqlalchemy.engine import Connection

from dashboard.domain.entri.kunci import (
    KeadaanKunci,
    PeriodeTerkunci,
    cara_membuka,
    kalimat_terkunci,
    triwulan_tersentuh,
)
from dashboard.domain.entri.latar import PENENTU_LATAR
from data_access.baris import Baris, kunci_baris, pemilik_baris
from data_access.kunci.keadaan import keadaan_kunci
from data_access.kunci.segel import PENENTU
from data_access.workbook.periksa.lembar_baca import Buku, LembarBaca
from data_access.workbook.periksa.masalah import DaftarMasalah
from data_access.workbook.periksa.rencana import RencanaLembar

PENYEBUT_KODE = ("kode", "indikator", "komponen", "kunci")
"""Columns that say which indicator, variabel, unit or setting a row is about."""


def tolak_terkunci(
    buku: Buku, rencana: Sequence[RencanaLembar], connection: Connection, masalah: DaftarMasalah
) -> None:
    """Name the sheet and cell of every planned change of a closed quarter."""
    keadaan: dict[str, KeadaanKunci] = {}
    for satu in rencana:
        terkunci = [
            (lama, baru, error)
            for lama, baru in _perubahan(satu)
            if (error := _errors(satu.nama, lama, baru, keadaan, connection)) is not None
        ]
        if terkunci:
            satu.ditolak += len(terkunci)
            _tulis(satu.nama, buku.get(satu.nama), terkunci, masalah)


Diperiksa = tuple[Buku, Sequence[RencanaLembar], DaftarMasalah]
"""A workbook, what taking it would write, and its problems."""


def tolak_gerak(semua: Sequence[Diperiksa], error: PeriodeTerkunci) -> None:
    """Name the cells behind figures of a closed quarter that would move: rows about them, else every row planned."""
    bergerak = {satu.kode for satu in error.gerak}
    penentu = {nama for satu in error.gerak for nama in PENENTU_LATAR.get(satu.kolom, PENENTU)}
    tertulis = [
        (buku.get(satu.nama), satu, perubahan, masalah)
        for buku, rencana, masalah in semua
        for satu in rencana
        if satu.nama in penentu
        for perubahan in _perubahan(satu)
    ]
    bersalah = [isi for isi in tertulis if any(isi[2][1].get(kolom) in bergerak for kolom in PENYEBUT_KODE)]
    for lembar, satu, (lama, baru), masalah in bersalah or tertulis:
        satu.ditolak += 1
        _tulis(satu.nama, lembar, [(lama, baru, error)], masalah)


def _perubahan(satu: RencanaLembar) -> list[tuple[Baris | None, Baris]]:
    return [*((None, baru) for baru in satu.tambah), *satu.ubah]


def _errors(
    nama: str, lama: Baris | None, baru: Baris, keadaan: dict[str, KeadaanKunci], connection: Connection
) -> PeriodeTerkunci | None:
    instansi = pemilik_baris(nama, baru)
    if instansi not in keadaan:
        keadaan[instansi] = keadaan_kunci(connection, instansi)
    if not keadaan[instansi].kunci or (letak := triwulan_tersentuh(nama, lama, baru)) is None:
        return None
    try:
        keadaan[instansi].izinkan(*letak)
    except PeriodeTerkunci as error:
        return error
    return None


def _tulis(
    nama: str,
    satu: LembarBaca | None,
    terkunci: Sequence[tuple[Baris | None, Baris, PeriodeTerkunci]],
    masalah: DaftarMasalah,
) -> None:
    """A row that no cell holds, because an answer brings it, is named by its sheet."""
    nomor = {} if satu is None else {kunci_baris(nama, baris): i for i, baris in satu.utuh()}
    for lama, baru, error in terkunci:
        salah = f"tidak dapat diambil, {kalimat_terkunci(error.tahun, error.triwulan)}{error.akibat}"
        letak = nomor.get(kunci_baris(nama, baru))
        sel, tertulis = nama, baru.get("kode")
        if satu is not None and letak is not None:
            kolom = _kolom_berubah(satu, lama, baru)
            sel, tertulis = satu.sel(letak, kolom), baru[kolom]
        masalah.tambah(nama, sel, tertulis, salah, cara_membuka(error.tahun, error.triwulan))


def _kolom_berubah(satu: LembarBaca, lama: Baris | None, baru: Baris) -> str:
    """The first column that would change; of a new row the first that is no part of the key."""
    isian = [kolom for kolom in satu.kolom_ada if kolom not in satu.lembar.kunci] or list(satu.kolom_ada)
    return next((kolom for kolom in isian if baru[kolom] != (lama or {}).get(kolom)), isian[0])
