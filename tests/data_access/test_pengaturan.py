"""Settings stored before they were checked break no page: the default holds, and the register says so."""

from datetime import date
from pathlib import Path

import sqlalchemy as sa
from sqlalchemy import Engine

from dashboard.domain.dasar.hak import PERENCANA_BAWAAN
from dashboard.domain.dasar.periode import SampaiDengan
from dashboard.services.data.impor import ambil_alih
from dashboard.services.kinerja import kinerja
from dashboard.services.skp.sebaran import sebaran_skp
from dashboard.services.temuan import daftar
from data_access.pengaturan import pengaturan
from data_access.schema import TABEL
from tests.builders import buku_kecil, buku_pegawai, tulis_csv

BURUK = {"batas_rerata": "abc", "rezim_skp": "xyz", "skp_seragam_minimum": "lima", "skp_hari_kerja_pekan": "0"}


def test_bad_settings_in_the_database_leave_the_defaults_and_are_findings(engine: Engine, tmp_path: Path) -> None:
    laporan = ambil_alih(engine, tulis_csv(tmp_path / "b", buku_kecil() | buku_pegawai()), pelaku=PERENCANA_BAWAAN)
    assert laporan.masalah == ()
    with engine.begin() as connection:
        baris = [{"instansi": "UJI", "kunci": k, "nilai": n, "berlaku_mulai": date(1, 1, 1)} for k, n in BURUK.items()]
        connection.execute(sa.insert(TABEL["pengaturan"]), baris)
    k = kinerja(engine, PERENCANA_BAWAAN, "UJI", SampaiDengan(2024, 1))
    assert k.rerata(k.utama()).dibatasi == ()
    s = sebaran_skp(engine, PERENCANA_BAWAAN, k)
    assert s is not None
    assert s.batas.seragam_minimum == 5
    temuan = [b.temuan for b in daftar(engine, PERENCANA_BAWAAN, "UJI", 2024).butir]
    assert {t.objek[0] for t in temuan if t.aturan == "pengaturan_tak_terbaca"} == set(BURUK)
    uraian = next(t.uraian for t in temuan if t.objek[0] == "rezim_skp")
    assert uraian.startswith("Pengaturan rezim_skp berisi “xyz”, bukan isi yang berlaku untuk rezim_skp. Pilih")


def test_the_row_that_began_last_holds_on_a_day(engine: Engine, tmp_path: Path) -> None:
    buku = buku_kecil()
    buku["pengaturan"] = [
        {"kunci": "batas_lapor_hari", "nilai": nilai, "berlaku_mulai": mulai}
        for nilai, mulai in (("7", ""), ("14", "2024-07-01"))
    ]
    assert ambil_alih(engine, tulis_csv(tmp_path / "b", buku), pelaku=PERENCANA_BAWAAN).masalah == ()
    with engine.connect() as connection:
        hari = [
            pengaturan(connection, "UJI", date(2024, bulan, tanggal)).batas_lapor_hari
            for bulan, tanggal in ((6, 30), (7, 1))
        ]
    assert hari == [7, 14]
