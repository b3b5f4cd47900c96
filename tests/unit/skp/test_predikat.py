"""The 6/2022 quadrant, its pola distribusi, and the monthly calendar."""

from collections.abc import Collection
from datetime import date

import pytest

from dashboard.domain.skp.kalender import Jatuh, KeadaanNilai, Tahapan, jatuh_tempo
from dashboard.domain.skp.predikat import (
    SEL,
    PredikatKinerja,
    PredikatUnit,
    Rating,
    jumlah_predikat,
    peringatan_pola,
    predikat_kinerja,
)
from dashboard.domain.skp.rezim import Rezim, rezim
from data_access.aturan import untuk_skp

P = PredikatKinerja
KINI = untuk_skp(2023)


def tenggat(tahun: int, bulan: int, libur: Collection[date] = (), sepekan: int = 5) -> Jatuh:
    return jatuh_tempo(tahun, bulan, libur, sepekan, KINI.kalender)


@pytest.mark.parametrize(
    ("hasil", "kata"),
    [
        ("di_atas", (P.KURANG, P.BAIK, P.SANGAT_BAIK)),
        ("sesuai", (P.KURANG, P.BAIK, P.BAIK)),
        ("di_bawah", (P.SANGAT_KURANG, P.BUTUH_PERBAIKAN, P.BUTUH_PERBAIKAN)),
    ],
)
def test_the_nine_cells_are_those_of_the_regulation(hasil, kata) -> None:
    assert tuple(predikat_kinerja(hasil, perilaku, KINI.predikat) for perilaku in Rating) == kata


def test_there_is_no_predikat_before_2022_nor_with_one_rating() -> None:
    assert predikat_kinerja("sesuai", "sesuai", untuk_skp(2021).predikat) is None
    assert predikat_kinerja("sesuai", None, KINI.predikat) is None


def test_the_year_chooses_the_regime_and_the_setting_overrules_it() -> None:
    assert (rezim(untuk_skp(2021).predikat), rezim(untuk_skp(2022).predikat)) == (Rezim.NUMERIK, Rezim.PREDIKAT)
    assert rezim(KINI.predikat, "numerik") is Rezim.NUMERIK


def test_a_predikat_cannot_be_chosen_before_it_exists() -> None:
    assert rezim(untuk_skp(2021).predikat, "predikat") is Rezim.NUMERIK


def test_counts_of_cells_become_counts_of_predikat() -> None:
    jumlah = jumlah_predikat([1] * len(SEL), KINI.predikat)
    assert list(jumlah.values()) == [1, 3, 2, 2, 1]


def test_a_unit_that_is_baik_expects_most_baik_and_somebody_to_improve() -> None:
    assert peringatan_pola(PredikatUnit.BAIK, {P.BAIK: 6, P.SANGAT_BAIK: 3, P.BUTUH_PERBAIKAN: 1}, KINI.predikat) == ()
    terlalu_baik = peringatan_pola(PredikatUnit.BAIK, {P.BAIK: 2, P.SANGAT_BAIK: 8}, KINI.predikat)
    assert terlalu_baik == ("Baik bukan yang terbanyak", "Butuh Perbaikan atau Kurang/Misconduct belum ada")


def test_a_failing_unit_with_very_good_people_is_warned_about() -> None:
    pesan = peringatan_pola(PredikatUnit.BUTUH_PERBAIKAN, {P.SANGAT_BAIK: 5, P.BUTUH_PERBAIKAN: 5}, KINI.predikat)
    assert pesan == ("Butuh Perbaikan 50 %, paling sedikit 60 %", "Sangat Baik 50 %, paling banyak 10 %")


@pytest.mark.parametrize(
    ("kurang", "semua", "tertulis"),
    [
        (117, 196, "59,7 %, paling sedikit 60 %"),
        (599, 1000, "59,9 %, paling sedikit 60 %"),
        (59999, 100000, "59,999 %, paling sedikit 60 %"),
        (50, 100, "50 %, paling sedikit 60 %"),
    ],
)
def test_a_share_is_shown_with_the_decimal_that_tells_it_from_its_limit(kurang: int, semua: int, tertulis: str) -> None:
    jumlah = {P.BUTUH_PERBAIKAN: kurang, P.BAIK: semua - kurang}
    assert peringatan_pola(PredikatUnit.BUTUH_PERBAIKAN, jumlah, KINI.predikat) == (f"Butuh Perbaikan {tertulis}",)


def test_a_share_just_above_its_limit_is_shown_above_it() -> None:
    jumlah = {P.SANGAT_BAIK: 20, P.BUTUH_PERBAIKAN: 177}
    assert peringatan_pola(PredikatUnit.BUTUH_PERBAIKAN, jumlah, KINI.predikat) == (
        "Sangat Baik 10,2 %, paling banyak 10 %",
    )


def test_a_group_under_five_is_not_compared_with_a_pola() -> None:
    assert peringatan_pola(PredikatUnit.SANGAT_KURANG, {P.SANGAT_BAIK: 4}, KINI.predikat) == ()


def test_the_calendar_follows_the_printed_examples() -> None:
    april = tenggat(2016, 4)
    assert (april.lapor, april.nilai, april.verifikasi) == (date(2016, 5, 2), date(2016, 5, 4), date(2016, 5, 10))
    mei = tenggat(2016, 5, {date(2016, 6, 2)}, sepekan=6)
    assert (mei.lapor, mei.nilai) == (date(2016, 6, 3), date(2016, 6, 4))


def test_a_five_day_week_moves_a_saturday_to_monday() -> None:
    assert tenggat(2016, 5).nilai == date(2016, 6, 6)


def test_december_and_the_year_are_due_in_january() -> None:
    assert tenggat(2023, 12) == tenggat(2023, 0)
    assert tenggat(2023, 12).lapor == date(2024, 1, 2)


def test_the_agency_has_seven_working_days_after_the_tenth() -> None:
    assert tenggat(2023, 1).bkd == date(2023, 2, 21)


def test_a_score_stands_where_its_last_date_says() -> None:
    hari = date(2023, 2, 1)
    assert Tahapan().keadaan is KeadaanNilai.BELUM_DILAPORKAN
    assert Tahapan(lapor=hari).keadaan is KeadaanNilai.DILAPORKAN
    assert Tahapan(lapor=hari, nilai=hari).keadaan is KeadaanNilai.DINILAI
    assert Tahapan(hari, hari, hari).keadaan is KeadaanNilai.KEBERATAN
    assert Tahapan(hari, hari, hari, hari).keadaan is KeadaanNilai.DIVERIFIKASI


def test_on_the_due_date_is_in_time_and_a_day_later_is_late() -> None:
    jatuh = tenggat(2023, 1)
    tepat = Tahapan(lapor=jatuh.lapor, nilai=date(2023, 2, 7)).tepat(jatuh)
    assert tepat == (True, False, None)
