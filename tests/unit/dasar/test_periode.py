"""Period codes and the reporting position."""

import pytest

from dashboard.domain.dasar.periode import SEMUA_PERIODE, BukanPosisi, SampaiDengan, nama_periode, triwulan_dari


@pytest.mark.parametrize(
    ("kode", "triwulan"),
    [("TAHUN", 4), ("TW1", 1), ("TW4", 4), ("BLN01", 1), ("BLN03", 1), ("BLN04", 2), ("BLN09", 3), ("BLN12", 4)],
)
def test_a_period_belongs_to_its_quarter_and_the_year_counts_as_the_fourth(kode, triwulan):
    assert triwulan_dari(kode) == triwulan
    assert SampaiDengan.yang_memuat(2025, kode) == SampaiDengan(2025, triwulan)


def test_a_quarter_and_the_year_are_positions_and_a_month_is_none():
    assert SampaiDengan.dari_kode(2025, "TW2") == SampaiDengan(2025, 2)
    tahun = SampaiDengan.dari_kode(2025, "TAHUN")
    assert (tahun.triwulan, tahun.setahun, tahun.kode, tahun.label) == (4, True, "TAHUN", "Tahun 2025")
    with pytest.raises(
        BukanPosisi, match=r"^BLN04 adalah bulan, bukan posisi pelaporan; pakai TW2, triwulan yang memuat"
    ):
        SampaiDengan.dari_kode(2025, "BLN04")
    with pytest.raises(ValueError, match="fourth quarter"):
        SampaiDengan(2025, 3, setahun=True)


@pytest.mark.parametrize(("kode", "sebutan"), [("", "Yang kosong"), ("TW5", "TW5"), ("tw1", "tw1"), ("juli", "juli")])
def test_what_is_no_position_is_refused_with_those_there_are(kode, sebutan):
    harus = f"{sebutan} bukan posisi pelaporan; pakai TW1, TW2, TW3, TW4, atau TAHUN"
    with pytest.raises(BukanPosisi) as ditolak:
        SampaiDengan.dari_kode(2025, kode)
    assert str(ditolak.value) == harus


@pytest.mark.parametrize("kode", ["", "TW0", "TW5", "BLN00", "BLN13", "tw1", "TAHUN "])
def test_an_unknown_period_is_refused(kode):
    with pytest.raises(ValueError, match="unknown period"):
        triwulan_dari(kode)


@pytest.mark.parametrize("triwulan", [0, 5, -1])
def test_a_position_outside_the_four_quarters_is_refused(triwulan):
    with pytest.raises(ValueError, match=r"1\.\.4"):
        SampaiDengan(2025, triwulan)


def test_the_position_is_written_with_roman_quarters():
    assert SampaiDengan(2025, 3).label == "s.d. TW III 2025"


def test_every_period_has_a_name_of_its_own():
    nama = [nama_periode(p) for p in SEMUA_PERIODE]
    assert len(set(nama)) == len(SEMUA_PERIODE) == 17
    assert (nama_periode("TAHUN"), nama_periode("TW2"), nama_periode("BLN03")) == ("Tahun", "TW II", "bulan 3")
