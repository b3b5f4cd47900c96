"""A promise of a closed quarter is answered alike on the page and by a workbook, on both databases."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import Engine

from dashboard.domain.dasar.hak import PERENCANA_BAWAAN
from dashboard.domain.dasar.periode import SampaiDengan
from dashboard.domain.entri.aturan import Entri
from dashboard.domain.entri.kunci import PeriodeTerkunci
from dashboard.services.data.impor import ambil_alih
from dashboard.services.entri.alur import jawab_janji
from dashboard.services.entri.kunci import buka_koreksi, buku_kunci, kunci_sampai
from data_access.engine import open_for_reading
from data_access.isian.entri import baca_entri
from tests.builders import tulis_csv
from tests.buku_segel import ALASAN, HARI_INI, buku, impor

Jawab = Callable[[Engine, Path, str], str | None]
"""Answers the promise with that word; what stood in the way, None where nothing did."""


def janji(engine: Engine) -> Entri:
    with open_for_reading(engine) as connection:
        return baca_entri(connection, "UJI", [2024], ["A"])["A", 2024, "TW1"]


def lewat_buku(engine: Engine, folder: Path, status: str) -> str | None:
    baris = {"indikator": "A", "tahun": "2024", "periode": "TW1", "sumber_nilai": "resmi"}
    laporan = impor(engine, folder, {"realisasi": [baris | {"status_tindak_lanjut": status}]})
    return " ".join(m.teks() for m in laporan.masalah) or None


def lewat_halaman(engine: Engine, _: Path, status: str, triwulan: int = 3) -> str | None:
    sd = SampaiDengan(2024, triwulan)
    try:
        jawab_janji(engine, PERENCANA_BAWAAN, "UJI", janji(engine), status, hari_ini=HARI_INI, sd=sd)
    except PeriodeTerkunci as error:
        return str(error)
    return None


@pytest.fixture
def terisi(engine: Engine, tmp_path: Path) -> Engine:
    """A promise of the first quarter, which is closed."""
    isi = buku()
    isi["realisasi"][0] |= {"solusi": "tarik data", "pic": "Kasubag", "batas_waktu": "2024-06-30"}
    isi["realisasi"] = [{"solusi": "", "pic": "", "batas_waktu": ""} | baris for baris in isi["realisasi"]]
    assert ambil_alih(engine, tulis_csv(tmp_path / "awal", isi), pelaku=PERENCANA_BAWAAN).diambil
    kunci_sampai(engine, PERENCANA_BAWAAN, "UJI", 2024, 1)
    return engine


CARA = pytest.mark.parametrize("jawab", [lewat_buku, lewat_halaman])


@CARA
def test_an_open_promise_is_answered_although_its_quarter_is_closed(
    terisi: Engine, tmp_path: Path, jawab: Jawab
) -> None:
    kunci_sampai(terisi, PERENCANA_BAWAAN, "UJI", 2024, 2)
    assert [jawab(terisi, tmp_path, status) for status in ("berjalan", "selesai")] == [None, None]
    assert janji(terisi).status_tindak_lanjut == "selesai"
    assert buku_kunci(terisi, PERENCANA_BAWAAN, "UJI").perubahan == ()


@CARA
def test_a_settled_promise_stays_as_it_was_settled_once_the_quarter_after_it_is_closed(
    terisi: Engine, tmp_path: Path, jawab: Jawab
) -> None:
    assert jawab(terisi, tmp_path, "batal") is None
    assert jawab(terisi, tmp_path, "selesai") is None
    kunci_sampai(terisi, PERENCANA_BAWAAN, "UJI", 2024, 2)
    assert "TW II 2024 sudah dikunci" in str(jawab(terisi, tmp_path, "batal"))
    assert janji(terisi).status_tindak_lanjut == "selesai"
    buka_koreksi(terisi, PERENCANA_BAWAAN, "UJI", 2024, 2, ALASAN)
    assert jawab(terisi, tmp_path, "batal") is None


def test_a_workbook_takes_no_answer_back_and_gives_none_where_nothing_was_promised(
    terisi: Engine, tmp_path: Path
) -> None:
    assert lewat_halaman(terisi, tmp_path, "selesai") is None
    kolom = {"tahun": "2024", "periode": "TW1", "sumber_nilai": "resmi"}
    for kode, status in (("A", ""), ("B", "selesai")):
        baris = kolom | {"indikator": kode, "status_tindak_lanjut": status}
        folder = tulis_csv(tmp_path / kode, {"realisasi": [baris]})
        laporan = ambil_alih(terisi, folder, pelaku=PERENCANA_BAWAAN, instansi="UJI", izinkan_kosong=True)
        assert ["TW I 2024 sudah dikunci" in m.salah for m in laporan.masalah] == [True]
    assert janji(terisi).tanggal_selesai == date(2024, 7, 1)
