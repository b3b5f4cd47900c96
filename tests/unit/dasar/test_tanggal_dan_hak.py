"""Dates as documents write them; permissions as the table says."""

from datetime import date

import pytest

from dashboard.domain.dasar.hak import (
    IZIN,
    KALIMAT,
    NAMA_PERAN,
    PERENCANA_BAWAAN,
    Pelaku,
    Peran,
    TidakBerwenang,
    Tindakan,
    boleh,
    wajib_boleh,
)
from dashboard.domain.dasar.tanggal import baca_tanggal


@pytest.mark.parametrize("teks", ["2026-08-17", "17 Agustus 2026", " 17  agustus 2026 ", "17/08/2026", "8-17-2026"])
def test_a_date_that_is_but_one_day_is_read(teks: str) -> None:
    assert baca_tanggal(teks) == date(2026, 8, 17)


@pytest.mark.parametrize("teks", ["31/02/2026", "31 Februari 2026", "2026-13-01", "17 August 2026", "45000", "2026"])
def test_what_is_no_such_date_is_not_guessed(teks: str) -> None:
    assert baca_tanggal(teks) is None


def test_every_role_and_every_action_is_in_the_tables() -> None:
    assert set(IZIN) == set(Peran) == set(NAMA_PERAN)
    assert set(KALIMAT) == set(Tindakan)


def test_the_default_planner_may_import_for_any_agency() -> None:
    assert boleh(PERENCANA_BAWAAN, Tindakan.IMPOR, "BANTEN")


def test_a_planner_of_one_agency_is_held_to_it() -> None:
    perencana = Pelaku("P", Peran.PERENCANA, instansi="PASER")
    assert boleh(perencana, Tindakan.IMPOR, "PASER")
    assert not boleh(perencana, Tindakan.IMPOR, "BANTEN")


def test_a_head_of_division_enters_only_for_the_own_unit() -> None:
    kabid = Pelaku("K", Peran.KEPALA_BIDANG, "PASER", "BIDANG")
    assert boleh(kabid, Tindakan.ISI_REALISASI, "PASER", "BIDANG")
    assert not boleh(kabid, Tindakan.ISI_REALISASI, "PASER", "LAIN")
    assert not boleh(kabid, Tindakan.ISI_REALISASI, "PASER")


def test_a_refusal_is_an_indonesian_sentence() -> None:
    with pytest.raises(TidakBerwenang) as penolakan:
        wajib_boleh(Pelaku("Tamu", Peran.FORUM), Tindakan.IMPOR, "PK")
    assert str(penolakan.value) == "Tamu (Forum evaluasi) tidak berwenang mengambil alih buku kerja untuk instansi PK."
