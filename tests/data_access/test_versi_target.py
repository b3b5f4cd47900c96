"""Every version of a target stays, through changes, workbooks and the migration of an older database."""

import json
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from alembic import command
from alembic.config import Config
from sqlalchemy import Engine

from dashboard.domain.dasar.hak import PERENCANA_BAWAAN
from dashboard.domain.entri.perubahan_target import TargetBaru
from dashboard.services.data.batal_impor import batalkan_impor
from dashboard.services.data.impor import ambil_alih, tulis_buku_kerja
from dashboard.services.data.keluar.ekspor import baca_ekspor
from dashboard.services.entri.perubahan_target import AlasanTarget, ubah_target
from data_access.baris import Baris, ambil
from data_access.kinerja import versi_data
from data_access.migrate import FOLDER, migrate
from data_access.schema import JEJAK, TABEL, VERSI
from tests.builders import BarisBuku, IsiBuku, buku_kecil, tulis_csv
from tests.sidik import hitung_sidik


def target(nilai: str, periode: str = "TAHUN", mulai: str = "", versi: str = "perubahan") -> BarisBuku:
    dasar = {"indikator": "PRG1", "tahun": "2024", "periode": periode, "nilai": nilai}
    dasar |= {"penjelasan": "Perubahan anggaran: DPA perubahan nomor 12" if mulai else ""}
    return dasar | {"versi": versi if mulai else "awal", "berlaku_mulai": mulai}


def buku(*target_baris: BarisBuku, realisasi: tuple[str, ...] = ("25", "25")) -> IsiBuku:
    isi = buku_kecil()
    isi["indikator"][1] |= {"perilaku": "akumulasi", "penyajian": "tambahan"}
    for satu in isi["indikator"]:
        satu.setdefault("perilaku", "")
        satu.setdefault("penyajian", "")
    isi["target"] = list(target_baris)
    isi["realisasi"] = [
        {"indikator": "PRG1", "tahun": "2024", "periode": f"TW{i}", "nilai": n, "sumber_nilai": "resmi"}
        for i, n in enumerate(realisasi, 1)
    ]
    isi["pengaturan"] = [{"kunci": "batas_rerata", "nilai": "100", "berlaku_mulai": ""}]
    return isi


def ambil_buku(engine: Engine, folder: Path, isi: IsiBuku) -> int:
    laporan = ambil_alih(engine, tulis_csv(folder, isi), pelaku=PERENCANA_BAWAAN, instansi="UJI")
    assert not laporan.masalah, laporan.teks()
    return laporan.jumlah_perubahan


@pytest.fixture
def terisi(engine: Engine, tmp_path: Path) -> Engine:
    laporan = ambil_alih(engine, tulis_csv(tmp_path / "awal", buku(target("100"))), pelaku=PERENCANA_BAWAAN)
    assert laporan.diambil, laporan.teks()
    return engine


def prg1(engine: Engine, periode: str) -> dict[str, Any]:
    baris = baca_ekspor(engine, PERENCANA_BAWAAN, "UJI", 2024, periode).isi["indikator"]
    return next(satu for satu in baris if satu["kode"] == "PRG1")


SEPTEMBER = "1 September 2024"


@pytest.mark.parametrize(
    "perubahan",
    [
        [target(n, f"TW{i}", SEPTEMBER) for i, n in enumerate(("10", "10", "40", "60"), 1)],
        [target("40", "TW3", SEPTEMBER)],
    ],
    ids=["semua triwulan", "satu triwulan"],
)
def test_a_change_of_september_leaves_june_as_it_was(
    terisi: Engine, tmp_path: Path, perubahan: list[BarisBuku]
) -> None:
    ambil_buku(terisi, tmp_path / "ubah", {"target": perubahan})
    juni = prg1(terisi, "TW2")
    assert (juni["target"], juni["capaian"]) == (50, 100)


def test_a_second_change_takes_nothing_from_the_first(terisi: Engine, tmp_path: Path) -> None:
    ambil_buku(terisi, tmp_path / "satu", {"target": [target("80", mulai="1 April 2024")]})
    ambil_buku(terisi, tmp_path / "dua", {"target": [target("60", mulai="1 Oktober 2024")]})
    assert [prg1(terisi, f"TW{i}")["target"] for i in (1, 2, 3, 4)] == [25, 40, 60, 60]


def test_a_change_on_screen_stands_beside_those_before_it_and_the_same_day_replaces(terisi: Engine) -> None:
    for nilai, bulan in ((80, 4), (60, 10), (64, 10)):
        alasan = AlasanTarget("anggaran", "DPA perubahan nomor 12", date(2024, bulan, 1))
        baru = {"TAHUN": TargetBaru(Decimal(nilai))}
        ubah_target(terisi, PERENCANA_BAWAAN, "UJI", "PRG1", 2024, baru=baru, dasar=alasan)
    with terisi.connect() as connection:
        baris = ambil(connection, "target", "UJI", saring={"indikator": ["PRG1"]})
    assert sorted((str(b["berlaku_mulai"]), int(str(b["nilai"]))) for b in baris) == [
        ("0001-01-01", 100),
        ("2024-04-01", 80),
        ("2024-10-01", 64),
    ]


def test_versions_go_out_and_in_again_without_a_change(terisi: Engine, tmp_path: Path) -> None:
    ambil_buku(
        terisi, tmp_path / "ubah", {"target": [target("80", mulai="1 April 2024"), target("60", mulai=SEPTEMBER)]}
    )
    for tujuan in (tmp_path / "keluar", tmp_path / "keluar.xlsx"):
        tulis_buku_kerja(terisi, "UJI", tujuan)
        laporan = ambil_alih(terisi, tujuan, pelaku=PERENCANA_BAWAAN)
        assert (laporan.masalah, laporan.jumlah_perubahan) == ((), 0)


def semua_target(connection: sa.Connection) -> list[Baris]:
    return sorted(ambil(connection, "target", "UJI"), key=lambda b: (str(b["periode"]), str(b["berlaku_mulai"])))


def konfigurasi(connection: sa.Connection) -> Config:
    hasil = Config()
    hasil.set_main_option("script_location", FOLDER.as_posix().replace("%", "%%"))
    hasil.attributes["connection"] = connection
    return hasil


def test_an_older_database_keeps_every_version_its_hash_and_its_trail(terisi: Engine, tmp_path: Path) -> None:
    ambil_buku(terisi, tmp_path / "ubah", {"target": [target("40", "TW3", SEPTEMBER), target("80", mulai=SEPTEMBER)]})
    with terisi.connect() as connection:
        sebelum, sidik = semua_target(connection), versi_data(connection, "UJI")
    with terisi.begin() as connection:
        command.downgrade(konfigurasi(connection), "0006")
    with terisi.connect() as connection:
        lama = connection.execute(sa.select(sa.func.count()).where(TABEL["target"].c.berlaku_mulai.is_(None))).scalar()
        assert lama == len([b for b in sebelum if b["berlaku_mulai"] == date(1, 1, 1)])
        assert versi_data(connection, "UJI") != sidik
    migrate(terisi)
    with terisi.connect() as connection:
        assert semua_target(connection) == sebelum
        assert versi_data(connection, "UJI") == sidik
        nomor = connection.execute(sa.text("SELECT max(versi) FROM impor WHERE instansi = 'UJI'")).scalar()
    assert ambil_buku(terisi, tmp_path / "lagi", buku(target("100"))) == 0
    assert batalkan_impor(terisi, PERENCANA_BAWAAN, "UJI", int(nomor or 0)).jumlah_hapus == 2


@pytest.mark.parametrize(("dulu", "kini"), [("2024-04-01", "2024-10-01"), ("", "2024-10-01"), ("2024-04-01", "")])
def test_a_date_that_an_older_program_moved_in_place_is_moved_back_when_its_import_is_undone(
    terisi: Engine, tmp_path: Path, dulu: str, kini: str
) -> None:
    """Before the date belonged to the key, a second change of a target took the place of the first."""
    ambil_buku(terisi, tmp_path / "ubah", {"target": [target("80", mulai="1 April 2024")]})
    ambil_buku(terisi, tmp_path / "ganti", {"target": [target("80", mulai="1 April 2024") | {"nilai": "60"}]})
    with terisi.begin() as connection:
        command.downgrade(konfigurasi(connection), "0006")
        _tulis_cara_lama(connection, dulu, kini)
    migrate(terisi)
    with terisi.begin() as connection:
        connection.execute(sa.update(VERSI).values(sidik=hitung_sidik(connection, "UJI")))
    nomor = 3
    assert batalkan_impor(terisi, PERENCANA_BAWAAN, "UJI", nomor).jumlah_pulih == 1
    with terisi.connect() as connection:
        [baris] = [b for b in semua_target(connection) if b["versi"] == "perubahan"]
        assert (baris["nilai"], str(baris["berlaku_mulai"])) == (Decimal(80), dulu or "0001-01-01")
        assert hitung_sidik(connection, "UJI").startswith(versi_data(connection, "UJI"))
    assert batalkan_impor(terisi, PERENCANA_BAWAAN, "UJI", nomor - 1).jumlah_hapus == 1


def _tulis_cara_lama(connection: sa.Connection, dulu: str, kini: str) -> None:
    """The second import as the older program left it: the row moved in place, its date in the trail's values only."""
    pindah = sa.text("UPDATE target SET berlaku_mulai = :kini WHERE versi = 'perubahan'")
    connection.execute(pindah.bindparams(sa.bindparam("kini", type_=sa.Date)), {"kini": hari(kini)})
    for baris in connection.execute(sa.select(JEJAK).where(JEJAK.c.lembar == "target")).all():
        kunci, lama, baru = (json.loads(isi or "{}") for isi in (baris.kunci, baris.lama, baris.baru))
        kunci.pop("berlaku_mulai")
        if baris.versi == 2:
            baru.pop("berlaku_mulai")
            baru |= {"berlaku_mulai": dulu} if dulu else {}
        if baris.versi == 3:
            lama |= {"berlaku_mulai": dulu} if dulu else {}
            baru |= {"berlaku_mulai": kini} if kini else {}
        isi = {
            nama: json.dumps(satu) if satu else None
            for nama, satu in (("kunci", kunci), ("lama", lama), ("baru", baru))
        }
        di_sini = (JEJAK.c.versi == baris.versi, JEJAK.c.urut == baris.urut)
        connection.execute(sa.update(JEJAK).where(*di_sini).values(isi))


def hari(teks: str) -> date | None:
    return date.fromisoformat(teks) if teks else None


def test_the_hash_of_settings_from_the_beginning_survives_the_migration(terisi: Engine) -> None:
    """The content hash of a migrated database equals that of one filled today."""
    with terisi.connect() as connection:
        sidik = versi_data(connection, "UJI")
    with terisi.begin() as connection:
        command.downgrade(konfigurasi(connection), "0006")
    migrate(terisi)
    with terisi.connect() as connection:
        assert versi_data(connection, "UJI") == sidik
