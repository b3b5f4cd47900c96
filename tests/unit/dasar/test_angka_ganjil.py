"""Which texts hold more than a number, and what is proposed for each."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.domain.dasar.angka import Ambigu, baca_angka
from dashboard.domain.dasar.angka_ganjil import angka_ganjil, memuat_lain
from dashboard.domain.dasar.cara_tulis import CaraTulis

TARGET = ("nilai", "nilai_min", "nilai_maks", "predikat")
REALISASI = ("nilai", "pembilang", "penyebut")


@pytest.mark.parametrize(
    ("teks", "satuan", "salah", "nilai"),
    [
        ("3,6-4,4", "nilai", "rentang 3,6 sampai 4,4", "3.6"),
        ("3,6 – 4,4", "nilai", "rentang 3,6 sampai 4,4", "3.6"),
        ("70 s.d. 80 %", "%", "rentang 70 sampai 80", "70"),
        ("70%-80%", "%", "rentang 70 sampai 80", "70"),
        ("70 s/d 80", "%", "rentang 70 sampai 80", "70"),
        ("BB (75,20)", "nilai", "predikat BB dan nilai 75,2", "75.2"),
        ("75,20\xa0(BB)", "nilai", "predikat BB dan nilai 75,2", "75.2"),
        ("A- (85)", "nilai", "predikat A- dan nilai 85", "85"),
        ("Sangat Baik: 90", "nilai", "predikat Sangat Baik dan nilai 90", "90"),
        ("BB / 75,20", "nilai", "predikat BB dan nilai 75,2", "75.2"),
        ("0,9 Angka", None, "satuan Angka", "0.9"),
        ("80 persen", "%", "satuan persen", "80"),
        ("Level 3", "level", "satuan Level", "3"),
        ("12 (orang)", "orang", "satuan orang", "12"),
        ("4 (empat)", "dokumen", "angka beserta ejaannya", "4"),
        ("1:17,9", "rasio", "rasio 1 banding 17,9", "17.9"),
        ("≥ 90", "%", "tanda batas ≥", "90"),
        (">= 90 %", "%", "tanda batas >=", "90"),
        ("minimal 90", "%", "tanda batas minimal", "90"),
        ("< 5 %", "%", "tanda batas <", "5"),
        ("maks. 5 hari", "hari", "tanda batas maks.", "5"),
    ],
)
def test_what_it_holds_is_told_apart_and_proposed(teks: str, satuan: str | None, salah: str, nilai: str) -> None:
    ganjil = angka_ganjil(teks, satuan, TARGET)
    assert ganjil is not None
    assert salah in ganjil.salah
    assert [satu.nilai for satu in ganjil.usulan] == [Decimal(nilai)]


@pytest.mark.parametrize(
    ("teks", "satuan"),
    [
        ("1,92 miliar", "Rupiah"),
        ("2 jt", "rupiah"),
        ("5 (juta)", "Rp"),
        ("1,92 M", "juta rupiah"),
        ("2 ribu orang", "orang"),
        ("≥ 2 juta", "rupiah"),
        ("1 juta - 2 juta", "rupiah"),
        ("1 lusin", "buah"),
        ("855 permil", "%"),
        ("3 minggu", "hari"),
        ("1 tahun 2 bulan", "bulan"),
        ("US$ 5", "rupiah"),
    ],
)
def test_a_word_that_makes_another_number_is_never_dropped_by_a_proposal(teks: str, satuan: str) -> None:
    ganjil = angka_ganjil(teks, satuan, TARGET)
    assert ganjil is None or (ganjil.usulan, f"utuh dalam satuan {satuan}" in ganjil.benar) == ((), True)


@pytest.mark.parametrize(
    ("teks", "satuan"), [("2 juta", "juta rupiah"), ("1,5 M", "miliar rupiah"), ("3 hr", "hari kerja"), ("5 m", "m")]
)
def test_the_same_word_in_the_unit_is_the_same_number(teks: str, satuan: str) -> None:
    ganjil = angka_ganjil(teks, satuan, TARGET)
    assert ganjil is not None
    assert len(ganjil.usulan) == 1


@pytest.mark.parametrize("teks", ["5½", "85¹", "3 ¼"])
def test_a_fraction_or_a_raised_digit_is_no_unit(teks: str) -> None:
    assert angka_ganjil(teks, "nilai", TARGET) is None


def test_two_measures_are_two_indicators_and_one_of_their_numbers() -> None:
    ganjil = angka_ganjil("3 Kali 12 Hari", "kali", TARGET)
    assert ganjil is not None
    assert "satuan Kali bernilai 3 dan satuan Hari bernilai 12" in ganjil.benar
    assert [satu.nilai for satu in ganjil.usulan] == [3, 12]


@pytest.mark.parametrize(
    ("tanda", "polaritas"), [("≥", "positif"), (">", "positif"), ("≤", "negatif"), ("<", "negatif")]
)
def test_a_bound_names_the_polarity_it_means(tanda: str, polaritas: str) -> None:
    ganjil = angka_ganjil(f"{tanda}90", "%", TARGET)
    assert ganjil is not None
    assert f"{{polaritas}} harus {polaritas}" in ganjil.benar


def test_what_a_sheet_has_no_column_for_is_not_proposed_there() -> None:
    rentang, huruf, rasio = (angka_ganjil(teks, "%", REALISASI) for teks in ("70-80", "BB (75,2)", "12/20"))
    assert rentang is not None
    assert huruf is not None
    assert rasio is not None
    assert (rentang.usulan, rasio.usulan) == ((), ())
    assert huruf.usulan[0].lain == ()
    assert "12 pada {pembilang} dan 20 pada {penyebut}" in rasio.benar


@pytest.mark.parametrize(
    "teks", ["abc", "", "13.7", "4,4-3,6", "1.500-2.000", "< 5 % dari target", "BB-75,20", "tidak ada", "(", "5 %" * 40]
)
def test_what_nobody_can_tell_is_left_alone(teks: str) -> None:
    assert angka_ganjil(teks, "nilai", TARGET) is None


def test_only_ranges_and_letters_fill_other_cells() -> None:
    assert memuat_lain("3,6-4,4")
    assert memuat_lain("BB (75,20)")
    assert not memuat_lain("1.500")
    assert not memuat_lain("≥ 90")


def spasi(*bagian: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """Those pieces with whatever blank between them, and around."""
    celah = st.sampled_from(["", " ", "  ", "\u00a0", "\u2009", "\u200b", "\t"])
    berselang = [celah, *(satu for b in bagian for satu in (b, celah))]
    return st.tuples(*berselang).map("".join)


BILANGAN = st.sampled_from(["0", "3", "75,20", "3,6", "4,4", "90", "1.234", "1.234,5", "-2", "85.5", "1,234", "12"])
STRIP = st.sampled_from(
    ["-", "\u2010", "\u2013", "\u2014", "\u2212", "~", "s.d.", "s/d", "sd", "sampai", "sampai dengan"]
)
HURUF = st.sampled_from(["A", "BB", "b", "Baik", "Sangat Baik", "WTP", "Level 3", "IV"])
BANDING = st.sampled_from(
    ["≥", "≤", ">", "<", ">=", "=<", "⩾", "minimal", "maks.", "paling sedikit", "kurang dari", "±"]
)
KATA = st.sampled_from(["persen", "orang", "Dok", "Angka", "hari", "kali", "poin", "%", "jt", "juta", "rb"])
LEBIH = st.one_of(
    spasi(BILANGAN, STRIP, BILANGAN),
    spasi(BILANGAN, STRIP, BILANGAN, KATA),
    spasi(HURUF, st.just("("), BILANGAN, st.just(")")),
    spasi(BILANGAN, st.just("("), HURUF, st.just(")")),
    spasi(HURUF, st.sampled_from(["", ":", "=", "/", "-"]), BILANGAN),
    spasi(BANDING, BILANGAN),
    spasi(BANDING, BILANGAN, KATA),
    spasi(BILANGAN, KATA.filter(lambda kata: kata != "%")),
    spasi(BILANGAN, st.sampled_from([":", "/", "banding"]), BILANGAN),
    spasi(BILANGAN, KATA, BILANGAN, KATA),
)


@given(
    LEBIH, st.sampled_from(["%", "orang", "nilai", "Rp", "dokumen", "hari", None]), st.sampled_from([None, *CaraTulis])
)
@settings(max_examples=1500)
def test_what_holds_more_than_a_number_is_never_taken_as_one(
    teks: str, satuan: str | None, cara: CaraTulis | None
) -> None:
    assert not isinstance(baca_angka(teks, satuan, cara), Decimal | Ambigu), teks
    ganjil = angka_ganjil(teks, satuan, ("nilai", "nilai_min", "nilai_maks", "predikat"))
    assert ganjil is None or (ganjil.salah and ganjil.benar.endswith("."))
