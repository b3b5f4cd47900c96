"""A file whose cells cannot be marked: its problems are taken home as a list."""

from tests.pages.conftest import PembukaHalaman
from tests.pages.test_data import HALAMAN_DATA, PK, serahkan


def test_problems_of_a_file_that_cannot_be_marked_are_offered_as_a_list(buka_halaman: PembukaHalaman) -> None:
    salah = b"indikator,tahun,periode,nilai,sumber_nilai\nIKU-03,2024,TW9,40,resmi\n"
    uji = serahkan(buka_halaman(HALAMAN_DATA, **PK), "realisasi.csv", salah)
    assert [satu.label for satu in uji.download_button][1:] == ["Unduh daftar masalah"]
