"""A small agency whose first quarter is closed, for tests of what a closed quarter keeps."""

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from sqlalchemy import Engine

from dashboard.domain.dasar.hak import PERENCANA_BAWAAN
from dashboard.domain.dasar.periode import SampaiDengan
from dashboard.services.data.impor import ambil_alih
from dashboard.services.data.keluar.ekspor import baca_ekspor
from dashboard.services.data.laporan_impor import LaporanImpor
from dashboard.services.entri.kunci import kunci_sampai
from dashboard.services.kinerja import kinerja
from tests.builders import BarisBuku, IsiBuku, buku_kecil, buku_pegawai, tulis_csv

ALASAN = "laporan bidang salah hitung"
HARI_INI = date(2024, 7, 1)


def indikator(kode: str, **isi: str) -> BarisBuku:
    dasar = {"kode": kode, "simpul": "PRG", "nama": f"Indikator {kode}", "jenis": "program", "polaritas": "positif"}
    return dasar | {"satuan": "nilai", "perilaku": "progress", "rumus": ""} | isi


def buku() -> IsiBuku:
    """A report of 20 against 50, and a mean of two parts; the first quarter is closed by `isi_dan_tutup`."""
    isi = buku_kecil() | buku_pegawai()
    isi["indikator"] = [
        indikator("A", pemilik="KABAN"), indikator("B"), indikator("C", satuan="orang", perilaku="akumulasi"),
        indikator("R", rumus="rerata"),
    ]  # fmt: skip
    bagian = {"indikator": "R", "peran": "suku", "sifat": "tertulis", "bobot": "1"}
    isi["komponen"] = [bagian | {"komponen": "A"}, bagian | {"komponen": "B"}]
    isi["target"] = [target(kode, "50") for kode in ("A", "B", "R")] + [target("C", "100")]
    isi["realisasi"] = [realisasi("A", "20"), realisasi("B", "50"), realisasi("C", "25")]
    return isi


def target(kode: str, nilai: str, **isi: str) -> BarisBuku:
    dasar = {"indikator": kode, "tahun": "2024", "periode": "TAHUN", "nilai": nilai, "versi": "awal"}
    return dasar | {"berlaku_mulai": ""} | isi


def realisasi(kode: str, nilai: str, periode: str = "TW1") -> BarisBuku:
    return {"indikator": kode, "tahun": "2024", "periode": periode, "nilai": nilai, "sumber_nilai": "resmi"}


def isi_dan_tutup(engine: Engine, tmp_path: Path) -> Engine:
    """Take the book in and close its first quarter."""
    laporan = ambil_alih(engine, tulis_csv(tmp_path / "awal", buku()), pelaku=PERENCANA_BAWAAN)
    assert laporan.diambil, laporan.teks()
    kunci_sampai(engine, PERENCANA_BAWAAN, "UJI", 2024, 1)
    return engine


def ekspor(engine: Engine, periode: str = "TW1") -> dict[str, Any]:
    isi = baca_ekspor(engine, PERENCANA_BAWAAN, "UJI", 2024, periode).isi
    return {kunci: isi[kunci] for kunci in ("indikator", "skp")}


def impor(engine: Engine, tmp_path: Path, isi: IsiBuku) -> LaporanImpor:
    folder = tulis_csv(tmp_path / f"buku{len(list(tmp_path.iterdir()))}", isi)
    return ambil_alih(engine, folder, pelaku=PERENCANA_BAWAAN, instansi="UJI")


def rerata(engine: Engine) -> tuple[Decimal | None, int]:
    """The mean of the main indicators in the closed quarter, and how many they are."""
    k = kinerja(engine, PERENCANA_BAWAAN, "UJI", SampaiDengan(2024, 1))
    return k.rerata(k.utama()).nilai, len(k.utama())


PENGGESER_RERATA: dict[str, IsiBuku] = {
    "jenis": {"indikator": [indikator("A", jenis="IKU")]},
    "pemilik": {"indikator": [indikator("A", pemilik="KABID")]},
    "unit pemilik": {"jabatan": [{"kode": "KABAN", "nama": "Kepala Badan", "unit": "BIDANG", "atasan": ""}]},
    "batas rerata": {"pengaturan": [{"kunci": "batas_rerata", "nilai": "100", "berlaku_mulai": ""}]},
    "batas rerata sejak Februari": {
        "pengaturan": [{"kunci": "batas_rerata", "nilai": "100", "berlaku_mulai": "1 Februari 2024"}]
    },
}
"""Workbooks that would move a mean or a count of the closed quarter."""
