"""What it costs to look into a workbook and to check it, as a multiple of reading its values (calamine), in one run."""

import resource
from pathlib import Path
from time import process_time

import pytest
import xlsxwriter
from python_calamine import CalamineWorkbook
from sqlalchemy import Engine

from dashboard.domain.dasar.hak import PERENCANA_BAWAAN
from dashboard.services.data.pemeriksaan import Pemeriksaan, periksa_mentah
from data_access.workbook.berkas.baca import baca_di_sini
from data_access.workbook.berkas_xlsx.pindai_xlsx import pindai
from tests.bench.test_skp import tercepat
from tests.builders import buku_kecil, tulis_xlsx

BARIS, KOLOM = 50_000, 12
KALI_BACA = 2
"""Measured: about 1 with the plain cells taken out first, 2,5 with expat alone, 13 with openpyxl's read-only mode."""

KALI_PERIKSA = 3
"""Measured: 2,2 to 2,5 by processor time, which a machine busy with something else stretches least."""
MAKS_MB = 400
PEGAWAI = 4_167
SEMUA_BULAN = 12


def membaca(berkas: Path) -> int:
    """Every cell of every sheet, as calamine alone reads them."""
    with CalamineWorkbook.from_path(str(berkas)) as buku:
        return sum(len(buku.get_sheet_by_name(n).to_python(skip_empty_area=False)) for n in buku.sheet_names)


@pytest.fixture
def berkas(tmp_path: Path) -> Path:
    berkas = tmp_path / "b.xlsx"
    with xlsxwriter.Workbook(str(berkas), {"constant_memory": True}) as buku:
        kertas, persen = buku.add_worksheet("skp"), buku.add_format({"num_format": "0.0%"})
        for baris in range(BARIS):
            kertas.write_row(baris, 0, (f"kode {baris % 977}", "teks", "lain", *range(KOLOM - 4)))
            kertas.write_number(baris, KOLOM - 1, baris % 100 / 100, persen)
    return berkas


@pytest.fixture
def setahun(tmp_path: Path) -> Path:
    """The SKP of an agency's year: some 50.000 rows of made-up people, each with twelve months."""
    nip = [f"19{70 + i // 1000}{1 + i % 12:02}{1 + i % 28:02}2005011{i % 1000:03}" for i in range(PEGAWAI)]
    isi = buku_kecil()
    isi["pegawai"] = [{"nip": n, "nama": f"Pegawai {n[-6:]}", "unit": "BIDANG", "memimpin": "tidak"} for n in nip]
    waktu = [{"nip": n, "tahun": 2024, "bulan": bulan, "no": 1} for bulan in range(1, SEMUA_BULAN + 1) for n in nip]
    sasaran = {"kegiatan": "Menyusun laporan bidang", "satuan_kuantitas": "laporan", "satuan_waktu": "bulan"}
    angka = {"target_kualitas": 100, "target_waktu": 1, "realisasi_kuantitas": 2, "realisasi_waktu": 1}
    isi["skp"] = [
        satu | sasaran | angka | {"target_kuantitas": 2 + i % 5, "realisasi_kualitas": 90 + i % 9}
        for i, satu in enumerate(waktu)
    ]
    return tulis_xlsx(tmp_path / "setahun.xlsx", isi)


@pytest.mark.bench
def test_fifty_thousand_rows_are_read_and_checked_in_a_few_times_their_reading(
    setahun: Path, engine_sqlite: Engine
) -> None:
    def periksa() -> Pemeriksaan:
        return periksa_mentah(engine_sqlite, baca_di_sini(setahun), PERENCANA_BAWAAN)

    hasil = periksa()
    assert hasil.laporan.masalah == ()
    assert sum(len(satu.tambah) for satu in hasil.rencana if satu.nama == "skp") == PEGAWAI * SEMUA_BULAN
    del hasil
    dasar, semua = tercepat(lambda: membaca(setahun), 5, process_time), tercepat(periksa, 5, process_time)
    puncak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    rasio = semua / dasar
    print(f"\nbaca dan periksa {semua * 1000:.0f} ms, calamine {dasar * 1000:.0f} ms: {rasio:.2f} kali; {puncak} MB")
    assert rasio <= KALI_PERIKSA
    assert puncak <= MAKS_MB


@pytest.mark.bench
def test_looking_into_a_sheet_costs_a_few_times_its_reading(berkas: Path) -> None:
    dasar, memindai = tercepat(lambda: membaca(berkas), 5), tercepat(lambda: pindai(berkas), 5)
    (lembar,) = pindai(berkas).lembar
    assert sum(1 for _ in lembar.bergaya()) == BARIS
    print(f"\npindai {memindai * 1000:.0f} ms, calamine {dasar * 1000:.0f} ms: {memindai / dasar:.2f} kali")
    assert memindai < KALI_BACA * dasar
