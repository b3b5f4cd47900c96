"""What a path of targets says of a quarter, from the workbook to the result, on both databases."""

from pathlib import Path

from sqlalchemy import Engine

from dashboard.domain.dasar.hak import PERENCANA_BAWAAN
from dashboard.domain.dasar.periode import BULAN, SampaiDengan
from dashboard.domain.dasar.skala import Status
from dashboard.domain.hitung.hasil import HasilIndikator
from dashboard.domain.hitung.tahun import hitung_tahun
from dashboard.services.data.impor import ambil_alih
from data_access.aturan import untuk
from data_access.kinerja import load_kinerja
from tests.builders import IsiBuku, buku_kecil, tulis_csv


def hasil(engine: Engine, folder: Path, isi: IsiBuku, kode: str, triwulan: int) -> HasilIndikator:
    laporan = ambil_alih(engine, tulis_csv(folder / "buku", isi), pelaku=PERENCANA_BAWAAN)
    assert laporan.diambil, laporan.teks()
    posisi = SampaiDengan(2024, triwulan)
    with engine.connect() as connection:
        return hitung_tahun(load_kinerja(connection, "UJI", 2024), posisi, untuk(posisi.hari_akhir)).indikator[kode]


def baris_target(kode: str, jalur: dict[str, str], satuan: str) -> list[dict[str, str]]:
    return [
        {"indikator": kode, "tahun": "2024", "periode": p, "nilai": n, "teks": f"{n} {satuan}"}
        for p, n in jalur.items()
    ]


def test_a_month_before_anything_is_due_is_not_due(engine: Engine, tmp_path: Path) -> None:
    isi = buku_kecil()
    jalur = dict.fromkeys(BULAN[:11], "0") | {"BLN12": "0,9", "TAHUN": "0,9"}
    for satu in isi["indikator"]:
        satu["perilaku"] = "progress"
    isi["target"] = baris_target("PRG2", jalur, "nilai")
    isi["realisasi"] = [
        {"indikator": "PRG2", "tahun": "2024", "periode": "BLN04", "nilai": "0,2", "sumber_nilai": "resmi"}
    ]
    didapat = hasil(engine, tmp_path, isi, "PRG2", 2)
    assert (didapat.status, didapat.persen) == (Status.TIDAK_DITARGETKAN, None)
    assert any(c.startswith("Belum jatuh tempo") for c in didapat.catatan)


def test_percent_of_rounds_under_an_index_is_a_series_of_its_own(engine: Engine, tmp_path: Path) -> None:
    isi = buku_kecil()
    isi["target"] = [
        *baris_target("PRG2", {"TAHUN": "74,75"}, "poin"),
        *baris_target("PRG2", {"TW1": "25", "TW2": "50", "TW3": "75", "TW4": "100"}, "%"),
    ]
    isi["realisasi"] = [
        {"indikator": "PRG2", "tahun": "2024", "periode": "TW2", "nilai": "50", "sumber_nilai": "resmi"}
    ]
    didapat = hasil(engine, tmp_path, isi, "PRG2", 2)
    assert (didapat.status, didapat.nilai) == (Status.MENUNGGU_PENILAIAN, None)
    assert any("deret tersendiri" in c for c in didapat.catatan)
