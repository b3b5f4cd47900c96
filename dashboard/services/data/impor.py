"""Taking a workbook from disk, whole or not at all, and writing one out again: what the command line does."""

from dataclasses import replace
from pathlib import Path

from sqlalchemy.engine import Engine

from dashboard.domain.dasar.hak import PERENCANA_BAWAAN, Pelaku, Tindakan, wajib_boleh
from dashboard.services.data.jawaban import TANPA_JAWABAN, Jawaban, periksa_terjawab
from dashboard.services.data.laporan_impor import LaporanImpor
from data_access.engine import open_for_reading
from data_access.workbook.berkas.penjaga import baca
from data_access.workbook.periksa.abaikan import catatan_diabaikan
from data_access.workbook.terapkan import DataChanged, terapkan
from data_access.workbook.tulis import tulis_folder, tulis_xlsx

PERCOBAAN = 5
"""How often a plan is made anew because someone else wrote meanwhile."""


def periksa_berkas(
    engine: Engine,
    path: Path | str,
    *,
    instansi: str | None = None,
    izinkan_kosong: bool = False,
    pelaku: Pelaku = PERENCANA_BAWAAN,
) -> LaporanImpor:
    """What taking this workbook would do. Writes nothing. Raises OSError and TidakBerwenang."""
    return ambil_alih(engine, path, pelaku=pelaku, instansi=instansi, izinkan_kosong=izinkan_kosong, dry_run=True)


def ambil_alih(
    engine: Engine,
    path: Path | str,
    *,
    pelaku: Pelaku,
    instansi: str | None = None,
    izinkan_kosong: bool = False,
    dry_run: bool = False,
    jawaban: Jawaban = TANPA_JAWABAN,
) -> LaporanImpor:
    """Take a workbook whole, or not at all when it has a problem or a question is open.

    `jawaban` holds what was said beside the file.
    Raises OSError, TidakBerwenang, DataChanged and JawabanDitolak.
    """
    mentah = baca(Path(path))
    for sisa in reversed(range(PERCOBAAN)):
        hasil = periksa_terjawab(engine, mentah, pelaku, instansi, jawaban, izinkan_kosong=izinkan_kosong)
        if dry_run or hasil.laporan.masalah or not hasil.laporan.jumlah_perubahan:
            return hasil.laporan
        try:
            catatan = catatan_diabaikan(hasil.buku)
            asal = {"berkas": hasil.laporan.berkas, "sha256": hasil.sha256, "catatan": catatan}
            terapkan(engine, pelaku, hasil.rencana, hasil.versi, asal)
        except DataChanged:
            if not sisa:
                raise
        else:
            break
    return replace(hasil.laporan, diambil=True)


def tulis_buku_kerja(engine: Engine, instansi: str, tujuan: Path | str, *, pelaku: Pelaku = PERENCANA_BAWAAN) -> None:
    """Write one agency's data as an .xlsx, or as a folder of .csv for any other name.

    It holds every entry and every person. Raises OSError and TidakBerwenang.
    """
    for tindakan in (Tindakan.EKSPOR, Tindakan.LIHAT_ISIAN, Tindakan.LIHAT_PEGAWAI):
        wajib_boleh(pelaku, tindakan, instansi)
    tujuan = Path(tujuan)
    with open_for_reading(engine) as connection:
        if tujuan.suffix.lower() == ".xlsx":
            tulis_xlsx(connection, instansi, tujuan)
        else:
            tulis_folder(connection, instansi, tujuan)
