"""The sample agencies as starting points of scenarios, read once through the importer and the database."""

from functools import cache

from dashboard.domain.dasar.indikator import DataKinerja
from dashboard.domain.dasar.periode import SampaiDengan
from dashboard.domain.skenario.dasar import DasarSkenario, susun_dasar
from data_access.aturan import untuk
from data_access.kinerja import load_kinerja
from tests.sample_database import sample_engine

TAHUN = {"BANTEN": 2023, "PASER": 2023, "PEMALANG": 2025, "PK": 2024}
POSISI = tuple((instansi, tw) for instansi in TAHUN for tw in (1, 2, 3, 4))


@cache
def data_contoh() -> dict[str, DataKinerja]:
    """Each sample agency's year."""
    with sample_engine().connect() as connection:
        return {kode: load_kinerja(connection, kode, tahun) for kode, tahun in TAHUN.items()}


@cache
def dasar_contoh(instansi: str, triwulan: int) -> DasarSkenario:
    sd = SampaiDengan(TAHUN[instansi], triwulan)
    return susun_dasar(data_contoh()[instansi], sd, untuk(sd.hari_akhir))
