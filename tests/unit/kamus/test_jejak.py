"""A changed row is told in the same words wherever it is told."""

from datetime import date
from decimal import Decimal

import pytest

from dashboard.domain.kamus.buku_kerja import SEJAK_AWAL, kolom
from dashboard.domain.kamus.jejak import beda, kalimat_beda, sebut_baris, sebut_kunci, teks_isi

KUNCI = {"indikator": "IKU-01", "tahun": 2026, "periode": "TW1"}


def test_a_row_is_named_by_its_sheet_and_key_in_the_order_of_the_sheet() -> None:
    terbalik = dict(reversed(KUNCI.items()))
    assert sebut_kunci("realisasi", terbalik) == "IKU-01 / 2026 / TW I"
    assert sebut_baris("realisasi", KUNCI) == "realisasi IKU-01 / 2026 / TW I"


def test_only_changed_columns_outside_the_key_are_told_by_their_label() -> None:
    lama = KUNCI | {"nilai": Decimal("20.25"), "kendala": "sama", "batas_waktu": None}
    baru = KUNCI | {"nilai": Decimal("21"), "kendala": "sama", "batas_waktu": date(2026, 4, 30)}
    assert beda("realisasi", lama, baru) == (("Realisasi", "20,25", "21"), ("Batas waktu", "", "30 April 2026"))


def test_a_row_of_the_trail_says_the_same_as_the_row_itself() -> None:
    jejak = beda("realisasi", {"nilai": "20.25"}, {"nilai": "21", "batas_waktu": "2026-04-30"})
    assert jejak == (("Realisasi", "20,25", "21"), ("Batas waktu", "", "30 April 2026"))


def test_a_text_that_looks_like_a_number_stays_as_it_was_written() -> None:
    assert beda("realisasi", {}, {"bukti": "12.5"}) == (("Bukti dukung", "", "12.5"),)


def test_a_blank_is_called_blank() -> None:
    assert kalimat_beda(("Realisasi", "", "21")) == "Realisasi: kosong → 21"


@pytest.mark.parametrize(
    ("isi", "kata"), [("simulasi", "data contoh"), ("resmi", "data resmi"), ("publik", "data publik"), (None, "")]
)
def test_where_a_figure_comes_from_is_said_in_words(isi: str | None, kata: str) -> None:
    assert teks_isi(kolom("realisasi", "sumber_nilai"), isi) == kata


def test_from_the_beginning_is_no_day_of_the_first_year() -> None:
    isi = {"indikator": "IKU-01", "tahun": 2024, "periode": "TW1", "versi": "awal", "berlaku_mulai": SEJAK_AWAL}
    assert sebut_kunci("target", isi) == "IKU-01 / 2024 / TW I / awal"
    assert sebut_kunci("target", {**isi, "berlaku_mulai": "0001-01-01"}) == "IKU-01 / 2024 / TW I / awal"
