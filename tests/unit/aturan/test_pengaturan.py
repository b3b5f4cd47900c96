"""Settings: one table, typed, over defaults that are rows; what is none is refused, or passed over and named."""

from dataclasses import fields
from decimal import Decimal

import pytest

from dashboard.domain.aturan.pengaturan import SETELAN, Pengaturan, baca_pengaturan, periksa_setelan
from dashboard.domain.dasar.angka import NumberError
from tests.unit.bangun import ATURAN

D = Decimal


def test_every_setting_has_a_field_and_a_default_row_and_every_default_row_a_setting() -> None:
    kunci = [satu.kunci for satu in SETELAN]
    assert sorted(kunci) == sorted(ATURAN.bawaan)
    assert {satu.nama for satu in SETELAN} == {f.name for f in fields(Pengaturan)} - {"ditolak"}


def test_without_settings_the_defaults_hold() -> None:
    p = baca_pengaturan({}, ATURAN)
    assert (p.batas_rerata, p.batas_lapor_hari, p.rezim_skp, p.sumber_skp) == (None, 10, None, "resmi")
    assert (p.menggelembung_rerata, p.menggelembung_capaian, p.seragam_rentang) == (D(91), D(76), D("0.5"))
    assert p.ditolak == ()


def test_settings_are_typed() -> None:
    isi = {"batas_rerata": "110", "rezim_skp": "numerik", "skp_seragam_rentang": "1,5", "skp_sembunyi_di_bawah": "7"}
    p = baca_pengaturan(isi, ATURAN)
    assert (p.batas_rerata, p.rezim_skp, p.seragam_rentang, p.sembunyi_di_bawah) == (D(110), "numerik", D("1.5"), 7)


@pytest.mark.parametrize(
    ("kunci", "nilai", "benar"),
    [
        ("batas_rerata", "0", "Pilih tanpa batas, 100, 110, 120: sumbangan terbesar satu indikator pada rata-rata."),
        ("batas_rerata", "90", "Pilih tanpa batas, 100, 110, 120"),
        ("toleransi_tercapai", "-1", "Tulis bilangan 0 sampai 10: poin di bawah target yang masih disebut tercapai."),
        ("batas_rerata", "abc", "Pilih tanpa batas, 100, 110, 120"),
        ("rezim_skp", "xyz", "Pilih menurut tahun, numerik, predikat: penilaian yang memimpin di layar."),
        ("skp_seragam_minimum", "lima", "Tulis bilangan bulat 2 sampai 1000"),
        ("skp_hari_kerja_pekan", "5,5", "Tulis bilangan bulat 1 sampai 7"),
        ("skp_sumber_nilai", "", "Pilih simulasi, publik, resmi"),
        ("batas_rerat", "100", "Mungkin maksudnya batas_rerata. Pilih batas_rerata, toleransi_tercapai"),
    ],
)
def test_what_is_no_setting_is_refused_with_what_would_be_right(kunci: str, nilai: str, benar: str) -> None:
    hasil = periksa_setelan(kunci, nilai, ATURAN)
    assert isinstance(hasil, NumberError)
    assert hasil.benar.startswith(benar)


def test_a_stored_one_that_cannot_be_read_leaves_the_default_and_is_named() -> None:
    p = baca_pengaturan({"batas_rerata": "abc", "rezim_skp": "xyz", "kunci_lama": "1"}, ATURAN)
    assert (p.batas_rerata, p.rezim_skp) == (None, None)
    assert [satu.kunci for satu in p.ditolak] == ["batas_rerata", "kunci_lama", "rezim_skp"]
