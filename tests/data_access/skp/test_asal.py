"""Stored scores follow the program and the rules that compute them, from its next start on, on both databases."""

import shutil
from pathlib import Path

import pytest
import sqlalchemy as sa
from sqlalchemy import Engine

import data_access.aturan
from dashboard.commands.base import open_database
from dashboard.domain.dasar.hak import PERENCANA_BAWAAN
from dashboard.services.entri.kunci import buka_koreksi, kunci_sampai
from dashboard.services.pilihan import versi
from dashboard.services.skp.ulang import hitung_ulang_semua
from dashboard.serving.readiness import check_readiness, explain_readiness
from data_access.engine import make_engine
from data_access.migrate import migrate
from data_access.schema import NILAI_SKP
from data_access.skp import asal
from data_access.skp.ulang import hitung_ulang
from tests.builders import buku_kecil
from tests.data_access.skp.buku import ambil, ekspor
from tests.data_access.skp.test_setahun import SETAHUN, buku

MENUNGGU = (
    "UJI: nilai SKP tersimpan berasal dari program atau aturan lain; dihitung ulang sekarang. "
    "Mohon tunggu; ribuan pegawai memerlukan sampai satu menit.\n"
)


@pytest.fixture
def terisi(engine: Engine, tmp_path: Path) -> Engine:
    ambil(engine, tmp_path / "buku", buku(set(SETAHUN)))
    return engine


def ganti_bobot(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Another rule: half SKP and half behaviour."""
    shutil.copytree(data_access.aturan.FOLDER, folder, ignore=shutil.ignore_patterns("*.py", "__pycache__"))
    isi = (folder / "skp.csv").read_text(encoding="utf-8")
    lain = isi.replace("bobot/skp,60", "bobot/skp,50").replace("bobot/perilaku,40", "bobot/perilaku,50")
    assert lain != isi
    (folder / "skp.csv").write_text(lain, encoding="utf-8")
    monkeypatch.setattr(data_access.aturan, "FOLDER", folder)


def prestasi(engine: Engine, periode: str = "TAHUN") -> dict[int, object]:
    return {baris["bulan"]: baris["nilai_prestasi"] for baris in ekspor(engine, periode)["skp"]}


def test_a_changed_rule_computes_the_stored_scores_again_once(
    terisi: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sebelum = prestasi(terisi)
    assert migrate(terisi) == ()
    ganti_bobot(tmp_path / "aturan", monkeypatch)
    (hasil,) = migrate(terisi)
    assert hasil.nilai_beda == len(sebelum) == 13
    sesudah = prestasi(terisi)
    assert not set(sebelum.items()) & set(sesudah.items())
    assert migrate(terisi) == ()
    with terisi.begin() as connection:
        assert hitung_ulang(connection, "UJI").sama


def test_another_program_computes_them_again_and_says_so_where_they_differ(
    terisi: Engine, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("DATABASE_URL", terisi.url.render_as_string(hide_password=False))
    monkeypatch.setattr(asal, "PROGRAM", ("dashboard/domain/skp",))
    asal._asal.cache_clear()
    open_database()
    assert capsys.readouterr().err == MENUNGGU
    with terisi.begin() as connection:
        connection.execute(sa.update(NILAI_SKP).values(prestasi=1))
    monkeypatch.undo()
    monkeypatch.setenv("DATABASE_URL", terisi.url.render_as_string(hide_password=False))
    asal._asal.cache_clear()
    open_database()
    berubah = "UJI: nilai SKP dihitung ulang menurut program dan aturan ini.\n"
    assert capsys.readouterr().err == MENUNGGU + berubah
    open_database()
    assert capsys.readouterr().err == ""


def test_who_asks_whether_it_is_ready_is_told_that_scores_are_of_another_program(
    terisi: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A server that was started beside a database of another program does not serve its scores unsaid."""
    monkeypatch.setenv("DATABASE_URL", terisi.url.render_as_string(hide_password=False))
    assert explain_readiness(check_readiness()) == ""
    ganti_bobot(tmp_path / "aturan", monkeypatch)
    hasil = check_readiness()
    assert [nama for nama, benar in hasil.items() if not benar] == ["nilai_terhitung"]
    assert explain_readiness(hasil) == (
        "Nilai SKP tersimpan berasal dari program atau aturan lain. "
        "Hentikan dasbor, lalu mulai lagi dengan python3 run.py: nilainya dihitung ulang."
    )
    migrate(terisi)
    assert all(check_readiness().values())


def test_an_agency_without_scores_is_neither_waited_for_nor_unready(
    engine: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ambil(engine, tmp_path / "buku", buku_kecil())
    ganti_bobot(tmp_path / "aturan", monkeypatch)
    monkeypatch.setenv("DATABASE_URL", engine.url.render_as_string(hide_password=False))
    assert all(check_readiness().values())
    didengar: list[str] = []
    migrate(engine, didengar.append)
    assert didengar == []


@pytest.mark.parametrize("dikoreksi", [False, True])
def test_a_closed_quarter_keeps_its_scores_also_while_it_is_corrected(
    terisi: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, dikoreksi: bool
) -> None:
    kunci_sampai(terisi, PERENCANA_BAWAAN, "UJI", 2024, 1)
    if dikoreksi:
        buka_koreksi(terisi, PERENCANA_BAWAAN, "UJI", 2024, 1, "salah ketik bidang")
    tertutup, terbuka = prestasi(terisi, "TW1"), prestasi(terisi, "TW2")
    ganti_bobot(tmp_path / "aturan", monkeypatch)
    (hasil,) = migrate(terisi)
    assert hasil.terkunci_beda == 3
    assert prestasi(terisi, "TW1") == tertutup
    assert {bulan for bulan, nilai in prestasi(terisi, "TW2").items() if nilai != terbuka[bulan]} == {4, 5, 6}


def test_a_running_server_sees_that_scores_became_others_and_only_that(terisi: Engine) -> None:
    def ulang() -> str:
        list(hitung_ulang_semua(terisi, PERENCANA_BAWAAN))
        return versi(terisi, "UJI").penanda

    sebelum = versi(make_engine(terisi.url), "UJI")
    assert ulang() == sebelum.penanda
    with terisi.begin() as connection:
        connection.execute(sa.update(NILAI_SKP).values(prestasi=1))
    assert ulang() != sebelum.penanda
    assert versi(terisi, "UJI").sidik == sebelum.sidik
