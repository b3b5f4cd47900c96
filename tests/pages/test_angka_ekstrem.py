"""The largest and the finest numbers that are taken break no page."""

from pathlib import Path

import pytest

from dashboard.domain.dasar.hak import PERENCANA_BAWAAN
from dashboard.registry import HALAMAN
from dashboard.services.data.impor import ambil_alih
from data_access.engine import make_engine
from tests.builders import buku_kecil, tulis_csv
from tests.pages.conftest import PembukaHalaman

TERBESAR, TERHALUS = "999999999999999", "0,00000000000000000001"


@pytest.mark.parametrize(
    ("target", "realisasi"), [(TERHALUS, TERBESAR), (TERBESAR, TERHALUS), (TERHALUS, "-" + TERBESAR)]
)
def test_numbers_at_the_bounds_break_no_page(
    target: str, realisasi: str, buka_halaman: PembukaHalaman, sample_url: str, tmp_path: Path
) -> None:
    isi = buku_kecil()
    for satu, polaritas in zip(isi["indikator"], ("positif", "negatif", "negatif"), strict=True):
        satu["polaritas"] = polaritas
    kode = [satu["kode"] for satu in isi["indikator"]]
    isi["target"] = [{"indikator": k, "tahun": "2024", "periode": "TAHUN", "nilai": target, "teks": ""} for k in kode]
    isi["realisasi"] = [
        {"indikator": k, "tahun": "2024", "periode": p, "nilai": realisasi, "sumber_nilai": "resmi"}
        for k in kode
        for p in ("TW1", "TW2")
    ]
    laporan = ambil_alih(make_engine(sample_url), tulis_csv(tmp_path / "buku", isi), pelaku=PERENCANA_BAWAAN)
    assert laporan.masalah == ()
    for halaman in HALAMAN:
        uji = buka_halaman(halaman.berkas, instansi="UJI", tahun=2024, triwulan="II")
        assert [satu.value for satu in uji.error] == []
