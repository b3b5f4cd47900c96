"""Classes are rows with a source and a validity; a value is read on its two shown decimals."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.domain.dasar.penjelasan import bulat2
from dashboard.domain.dasar.periode import akhir_tahun
from dashboard.domain.dasar.skala import Status, kelas_skala, klasifikasi
from data_access.aturan import semua_baris, untuk
from data_access.aturan.susun import semua_kelas

SEMUA = semua_kelas(semua_baris()["kelas"])


def kelas(skala: str, nilai: str, tahun: int = 2023) -> str:
    return klasifikasi(Decimal(nilai), untuk(akhir_tahun(tahun)).skala(skala)).nama


def status(nilai: str) -> Status:
    return Status(klasifikasi(Decimal(nilai), untuk(akhir_tahun(2025)).status).kode)


@pytest.mark.parametrize(
    ("nilai", "huruf"),
    [("90.01", "AA"), ("90", "A"), ("80.01", "A"), ("80", "BB"), ("70", "B"), ("60", "CC"), ("50", "C"), ("30", "D")],
)
def test_an_overlapping_sakip_bound_belongs_to_the_lower_letter(nilai, huruf):
    assert kelas("SAKIP", nilai) == huruf


@pytest.mark.parametrize(
    ("nilai", "kategori"),
    [
        ("330.5", "Sangat Baik"),
        ("325", "Sangat Baik"),
        ("321.5", "Baik"),
        ("250", "Baik"),
        ("249.99", "Kurang"),
        ("174.99", "Buruk"),
    ],
)
def test_the_merit_score_is_classed_on_the_score(nilai, kategori):
    assert kelas("MERIT", nilai) == kategori


def test_the_old_merit_instrument_ends_with_2025():
    assert untuk(date(2025, 12, 31)).skala("MERIT")
    assert untuk(date(2026, 1, 1)).skala("MERIT") == ()


@pytest.mark.parametrize(
    ("nilai", "nama"),
    [
        ("150", "Sangat Tinggi"),
        ("91", "Sangat Tinggi"),
        ("90.99", "Tinggi"),
        ("76", "Tinggi"),
        ("75.99", "Sedang"),
        ("66", "Sedang"),
        ("65.99", "Rendah"),
        ("51", "Rendah"),
        ("50.99", "Sangat Rendah"),
        ("0", "Sangat Rendah"),
    ],
)
def test_the_default_scale_is_permendagri_86(nilai, nama):
    assert kelas("PERMENDAGRI86", nilai) == nama


@pytest.mark.parametrize(
    ("skala", "nilai", "nama"),
    [
        ("SKM", "88.31", "A"),
        ("SKM", "88.3", "B"),
        ("SKM", "76.61", "B"),
        ("SKM", "65", "C"),
        ("SKM", "64.99", "D"),
        ("IPASN", "91", "Sangat Tinggi"),
        ("IPASN", "81", "Tinggi"),
        ("IPASN", "71", "Sedang"),
        ("IPASN", "61", "Rendah"),
        ("SKP_PERGUB5", "91", "Sangat Baik"),
        ("SKP_PERGUB5", "90.99", "Baik"),
        ("SKP_PERGUB5", "75.01", "Baik"),
        ("SKP_PERGUB5", "75", "Cukup"),
        ("SKP_PERGUB5", "60", "Kurang"),
        ("SKP_PERGUB5", "50", "Buruk"),
    ],
)
def test_every_index_has_its_own_bounds(skala, nilai, nama):
    assert kelas(skala, nilai) == nama


@pytest.mark.parametrize(
    ("capaian", "harapan"),
    [
        ("100.01", Status.MELAMPAUI),
        ("100", Status.TERCAPAI),
        ("100.004", Status.TERCAPAI),
        ("99.995", Status.TERCAPAI),
        ("99.99", Status.PERLU_PERHATIAN),
        ("76", Status.PERLU_PERHATIAN),
        ("75.995", Status.PERLU_PERHATIAN),
        ("75.99", Status.KRITIS),
        ("0", Status.KRITIS),
    ],
)
def test_the_status_is_read_on_the_value_rounded_to_two_decimals(capaian, harapan):
    assert status(capaian) is harapan


def test_only_a_measured_status_carries_colour():
    berwarna = {s for s in Status if s.berwarna}
    assert berwarna == {Status.MELAMPAUI, Status.TERCAPAI, Status.PERLU_PERHATIAN, Status.KRITIS}


def test_every_row_has_a_source_and_every_scale_takes_every_value_in_every_year_it_is_valid():
    assert all(k.ketentuan.sumber for k in SEMUA)
    for nama in {k.skala for k in SEMUA}:
        baris = untuk(date(2023, 12, 31)).skala(nama)
        assert [k.batas for k in baris].count(None) == 1
        assert baris[-1].batas is None
        assert klasifikasi(Decimal("-1"), baris) is baris[-1]


def test_what_the_sources_do_not_print_is_not_called_confirmed():
    assert {k.skala for k in SEMUA if k.ketentuan.dikonfirmasi} == {"SKP_PERGUB5"}


@given(st.permutations(SEMUA), st.decimals(min_value=0, max_value=500, places=3))
def test_the_order_of_the_rows_never_matters(acak, nilai):
    for skala in ("SAKIP", "STATUS", "MERIT"):
        hari = date(2023, 12, 31)
        assert klasifikasi(nilai, kelas_skala(acak, skala, hari)) == klasifikasi(nilai, untuk(hari).skala(skala))


@given(st.decimals(min_value=0, max_value=200, places=4), st.decimals(min_value=0, max_value=200, places=4))
def test_a_higher_value_never_has_a_lower_class(satu, dua):
    baris = untuk(akhir_tahun(2025)).skala("PERMENDAGRI86")
    rendah, tinggi = (baris.index(klasifikasi(n, baris)) for n in sorted((satu, dua)))
    assert tinggi <= rendah


@given(st.decimals(min_value=0, max_value=200, places=4))
def test_the_class_is_that_of_the_number_shown(nilai):
    baris = untuk(akhir_tahun(2025)).skala("SAKIP")
    assert klasifikasi(nilai, baris) == klasifikasi(bulat2(nilai), baris)


def test_a_scale_without_a_last_class_is_refused():
    with pytest.raises(ValueError, match="no class"):
        klasifikasi(Decimal(1), (replace(SEMUA[0], batas=Decimal(10)),))
    with pytest.raises(ValueError, match="empty"):
        klasifikasi(Decimal(1), ())
