"""The preview of the page Data says what a file would move before it is taken."""

from tests.berkas_rusak import realisasi
from tests.pages.alat import isi_teks
from tests.pages.conftest import PembukaHalaman
from tests.pages.test_data import HALAMAN_DATA, PK, serahkan


def test_the_preview_says_what_moves_and_what_is_red_without_its_obstacle(buka_halaman: PembukaHalaman) -> None:
    merah = realisasi(("IKU-03", 2024, "TAHUN", 50, "resmi", None, None))
    isi = isi_teks(serahkan(buka_halaman(HALAMAN_DATA, **PK), "realisasi.xlsx", merah))
    assert "1 indikator bergerak: 1 menjadi kritis" in isi
    assert "Bila diambil alih, s.d. TW IV 2024" in isi
    assert "99,25 % → 64,94 % -34,31 poin ▲ Perlu perhatian → ✖ Kritis" in isi
    assert "1 nilai kritis datang tanpa kendala dan janji yang diperlukannya" in isi
    assert "TW IV: tanpa kendala, solusi, penanggung jawab, batas waktu" in isi


def test_a_file_that_moves_nothing_says_so(buka_halaman: PembukaHalaman) -> None:
    sama = realisasi(("IKU-03", 2024, "TAHUN", "76,42", "resmi", None, None))
    isi = isi_teks(serahkan(buka_halaman(HALAMAN_DATA, **PK), "realisasi.xlsx", sama))
    assert "1 baris berubah siap diambil alih." in isi
    assert "Tidak ada capaian atau status yang bergerak pada TW IV 2024." in isi
