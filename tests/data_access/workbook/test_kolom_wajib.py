"""A sheet without one of its required columns is refused by that name, whatever else is handed in beside it."""

from pathlib import Path

import pytest
from sqlalchemy import Engine

from dashboard.domain.kamus.buku_kerja import lembar
from dashboard.services.data.impor import periksa_berkas
from tests.builders import buku_kecil, buku_pegawai, tulis_csv

WAJIB = [
    (nama, kolom.nama)
    for nama in buku_kecil() | buku_pegawai()
    for kolom in lembar(nama).kolom
    if kolom.wajib and (nama, kolom.nama) != ("instansi", "kode")
]


@pytest.mark.parametrize(("nama", "kolom"), WAJIB)
def test_a_missing_required_column_is_named(engine_sqlite: Engine, tmp_path: Path, nama: str, kolom: str) -> None:
    isi = buku_kecil() | buku_pegawai()
    isi[nama] = [{k: nilai for k, nilai in satu.items() if k != kolom} for satu in isi[nama]]
    laporan = periksa_berkas(engine_sqlite, tulis_csv(tmp_path / "b", isi))
    assert f"tidak memuat kolom wajib {kolom}" in [satu.salah for satu in laporan.masalah if satu.lembar == nama]
