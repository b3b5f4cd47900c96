"""The sample agencies as starting points of scenarios, read once through the importer and the database."""

import tempfile
from functools import cache
from pathlib import Path

from dashboard.domain.dasar.indikator import DataKinerja
from dashboard.domain.dasar.periode import SampaiDengan
from dashboard.domain.skenario.dasar import DasarSkenario, susun_dasar
from dashboard.services.data.contoh import isi_contoh
from data_access.aturan import untuk
from data_access.engine import buat_engine
from data_access.kinerja import muat
from data_access.migrasi import mutakhirkan

TAHUN = {"BANTEN": 2023, "PASER": 2023, "PEMALANG": 2025, "PK": 2024}
POSISI = tuple((instansi, tw) for instansi in TAHUN for tw in (1, 2, 3, 4))


@cache
def data_contoh() -> dict[str, DataKinerja]:
    """Each sample agency's year."""
    with tempfile.TemporaryDirectory() as folder:
        mesin = buat_engine(f"sqlite:///{(Path(folder) / 'contoh.db').as_posix()}")
        mutakhirkan(mesin)
        assert all(laporan.diambil for laporan in isi_contoh(mesin))
        with mesin.connect() as koneksi:
            hasil = {kode: muat(koneksi, kode, tahun) for kode, tahun in TAHUN.items()}
        mesin.dispose()
    return hasil


@cache
def dasar_contoh(instansi: str, triwulan: int) -> DasarSkenario:
    sd = SampaiDengan(TAHUN[instansi], triwulan)
    return susun_dasar(data_contoh()[instansi], sd, untuk(sd.hari_akhir))
