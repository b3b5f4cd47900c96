"""SKP scoring by hand: the worked examples of the regulation, one row, one person."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.domain.skp.baris import (
    BarisSkp,
    aspek,
    nilai_kegiatan,
    nilai_perilaku,
    nilai_prestasi,
    poin_kreativitas,
    poin_tugas_tambahan,
)
from dashboard.domain.skp.pegawai import BarisPerilaku, hitung_pegawai
from dashboard.domain.skp.uraian import uraikan
from tests.unit.bangun import SKP
from tests.unit.skp.bangun import ENAM, D, baris, dua


def waktu(target: int | str, realisasi: int | str) -> Fraction:
    nilai = aspek(baris(target_waktu=target, realisasi_waktu=realisasi), SKP).waktu
    assert nilai is not None
    return nilai


@pytest.mark.parametrize(
    ("realisasi", "nilai"), [("9", "75.00"), ("10", "92.67"), ("12", "76.00"), ("14", "59.33"), ("9.12", "100.00")]
)
def test_time_against_twelve_months_gives_the_printed_values(realisasi, nilai) -> None:
    assert dua(aspek(baris(realisasi_waktu=realisasi), SKP).waktu) == D(nilai)


def test_exactly_24_percent_efficiency_is_the_best_score_and_just_beyond_it_drops_below_76() -> None:
    assert waktu(100, 76) == 100
    assert waktu(100, "75.999999") < 76


def test_beyond_176_percent_time_is_negative_without_a_floor() -> None:
    assert aspek(baris(target_waktu=100, realisasi_waktu=176), SKP).waktu == 0
    assert aspek(baris(target_waktu=100, realisasi_waktu=200), SKP).waktu == -24


def test_a_row_with_cost_is_the_mean_of_four_aspects() -> None:
    satu = baris(realisasi_kualitas=90, target_biaya=1000, realisasi_biaya=1000)
    assert dua(nilai_kegiatan([satu], SKP)) == D("85.50")


def test_a_row_without_cost_is_the_mean_of_three() -> None:
    dua_dokumen = baris(target_kuantitas=2, realisasi_kuantitas=2, realisasi_kualitas=90)
    assert dua(nilai_kegiatan([dua_dokumen], SKP)) == D("88.67")


def test_a_cost_target_of_zero_is_no_cost_target() -> None:
    assert aspek(baris(target_biaya=0, realisasi_biaya=5), SKP).dipakai == aspek(baris(), SKP).dipakai


def test_an_activity_not_done_has_no_time_and_no_cost_to_its_credit() -> None:
    nihil = aspek(baris(realisasi_kuantitas=0, realisasi_kualitas=0, realisasi_waktu=None, target_biaya=10), SKP)
    assert {nihil.kuantitas, nihil.waktu, nihil.biaya, nihil.nilai} == {Fraction(0)}


def test_a_quality_for_nothing_made_is_a_finding() -> None:
    assert baris(realisasi_kuantitas=0).mutu_tanpa_hasil
    assert not baris(realisasi_kuantitas=0, realisasi_kualitas=0).mutu_tanpa_hasil


def test_a_row_not_targeted_that_month_is_left_out() -> None:
    tidak = baris(no="2", target_kuantitas=None, realisasi_kuantitas=None)
    assert nilai_kegiatan([baris(), tidak], SKP) == nilai_kegiatan([baris()], SKP)
    assert nilai_kegiatan([tidak], SKP) is None


def test_a_blank_realisation_leaves_the_month_without_a_score() -> None:
    assert nilai_kegiatan([baris(), baris(no="2", realisasi_kualitas=None)], SKP) is None


def test_a_target_of_zero_is_refused() -> None:
    with pytest.raises(ValueError, match="nol"):
        aspek(baris(target_kuantitas=0), SKP)


@pytest.mark.parametrize(("jumlah", "poin"), [(None, 0), (0, 0), (1, 1), (3, 1), (4, 2), (6, 2), (7, 3), (40, 3)])
def test_extra_duties_bring_points_by_their_number(jumlah, poin) -> None:
    assert poin_tugas_tambahan(jumlah, SKP) == poin


def test_creativity_brings_points_by_who_benefits() -> None:
    assert [poin_kreativitas(k, SKP) for k in (None, "tidak", "skpd", "pemda", "negara")] == [0, 0, 3, 6, 12]


def test_behaviour_of_a_leader_is_the_mean_of_six_and_weighs_forty_percent() -> None:
    nilai = nilai_perilaku(ENAM, "ya")
    assert dua(nilai) == D("88.50")
    assert nilai is not None
    assert nilai * Fraction(40, 100) == Fraction("35.4")


def test_behaviour_of_others_is_the_mean_of_five_and_a_blank_is_not_zero() -> None:
    assert nilai_perilaku(ENAM, "tidak") == 88
    assert nilai_perilaku(ENAM | {"kepemimpinan": None}, "tidak") == 88
    assert nilai_perilaku(ENAM | {"kepemimpinan": None}, "ya") is None
    assert nilai_perilaku(ENAM | {"disiplin": None}, "tidak") is None


def test_prestasi_needs_both_parts() -> None:
    assert nilai_prestasi(Fraction(90), Fraction(80), SKP) == 86
    assert nilai_prestasi(Fraction(90), None, SKP) is None


def sisa(*bulan: int) -> dict[int, list[BarisSkp]]:
    """All other months without a target, as of somebody who left."""
    return {b: [baris(target_kuantitas=None)] for b in range(1, 13) if b not in bulan}


def test_a_year_adds_up_the_months_and_counts_extra_duties_over_the_year() -> None:
    skp = {1: [baris(realisasi_kuantitas=8)], 2: [baris(realisasi_kuantitas=12, realisasi_kualitas=80)]}
    perilaku = {1: BarisPerilaku(tugas_tambahan=3, kreativitas="skpd"), 2: BarisPerilaku(tugas_tambahan=4)}
    hasil = hitung_pegawai(skp, perilaku, "tidak", SKP)
    assert hasil[0].kegiatan == Fraction(100 + 90 + 76, 3)
    assert hasil[0].tambahan == 3 + 3
    assert [hasil[b].tambahan for b in (1, 2)] == [4, 2]


def test_an_annual_skp_that_was_handed_in_holds() -> None:
    hasil = hitung_pegawai({0: [baris()], 1: [baris(realisasi_kuantitas=1)]}, {}, None, SKP)
    assert hasil[0].kegiatan == Fraction(276, 3)
    assert hasil[0].bulan_dihitung == ()


def test_a_targeted_month_without_a_score_leaves_the_year_with_one_to_date_only() -> None:
    skp = sisa(1, 2, 3) | {1: [baris()], 2: [baris(realisasi_waktu=None)], 3: [baris(realisasi_kuantitas=8)]}
    perilaku = {b: BarisPerilaku(ENAM, tugas_tambahan=2) for b in (1, 3)}
    setahun = hitung_pegawai(skp, perilaku, "ya", SKP)[0]
    assert (setahun.skp, setahun.prestasi, setahun.mikro) == (None, None, (None, None, None))
    assert (setahun.bulan_dihitung, setahun.bulan_ditunggu, setahun.lengkap) == ((1, 3), (1, 2, 3), False)
    assert setahun.skp_berjalan == Fraction(90 + 100 + 76, 3) + 2
    januari = hitung_pegawai(skp, perilaku, "ya", SKP, sampai=2)[0]
    assert (januari.bulan_dihitung, januari.skp_berjalan, januari.bulan_perilaku) == ((1,), Fraction(276, 3) + 1, (1,))


def test_a_month_that_is_not_targeted_is_not_waited_for() -> None:
    hasil = hitung_pegawai({1: [baris()]} | sisa(1), {}, None, SKP)
    assert (hasil[0].skp, hasil[0].bulan_ditunggu) == (Fraction(276, 3), (1,))


@pytest.mark.parametrize(
    ("bulan", "ditunggu"),
    [({1}, range(1, 13)), ({1, 3}, range(1, 13)), ({6}, range(6, 13)), (set(range(6, 13)), range(6, 13))],
    ids=["Januari saja", "dengan sela", "pindah pada Juni", "lengkap sejak Juni"],
)
def test_a_year_waits_for_every_month_from_the_first_on_also_those_without_a_row(
    bulan: set[int], ditunggu: range
) -> None:
    setahun = hitung_pegawai({b: [baris()] for b in bulan}, {}, None, SKP)[0]
    assert setahun.bulan_ditunggu == tuple(ditunggu)
    assert (setahun.skp is not None) == (bulan == set(ditunggu))
    assert setahun.skp_berjalan == 92


def test_an_annual_skp_has_a_prestasi_with_the_behaviour_of_the_year_or_of_all_its_months() -> None:
    sikap = {b: BarisPerilaku(ENAM) for b in range(1, 13)}
    semua: list[dict[int, BarisPerilaku]] = [{1: sikap[1]}, {0: sikap[1]}, sikap, {}]
    hasil = [hitung_pegawai({0: [baris()]}, satu, "ya", SKP)[0] for satu in semua]
    assert [satu.skp for satu in hasil] == [92] * 4
    assert [satu.prestasi is not None for satu in hasil] == [False, True, True, False]
    assert (hasil[0].bulan_selesai, len(hasil[0].bulan_ditunggu)) == ((1,), 12)
    setengah = {b: [baris()] for b in range(7, 13)}
    sejak_juli = {b: sikap[b] for b in range(7, 13)}
    assert hitung_pegawai({0: [baris()]} | setengah, sejak_juli, "ya", SKP)[0].prestasi is not None


def test_a_year_whose_behaviour_is_known_of_some_months_only_has_one_to_date() -> None:
    skp = sisa(1, 2, 3) | {b: [baris()] for b in (1, 2, 3)}
    setahun = hitung_pegawai(skp, {1: BarisPerilaku(ENAM)}, "ya", SKP)[0]
    assert (setahun.skp, setahun.prestasi, setahun.lengkap) == (Fraction(276, 3), None, False)
    assert setahun.mikro == (92_000_000, None, None)
    assert (setahun.bulan_selesai, setahun.bulan_ditunggu) == ((1,), (1, 2, 3))
    assert setahun.prestasi_berjalan == Fraction(60, 100) * 92 + Fraction(40, 100) * Fraction("88.5")


@pytest.mark.parametrize("perilaku", [{0: BarisPerilaku(ENAM)}, {b: BarisPerilaku(ENAM) for b in (1, 2, 3)}])
def test_a_year_has_a_prestasi_with_a_behaviour_of_its_own_or_of_every_targeted_month(
    perilaku: dict[int, BarisPerilaku],
) -> None:
    skp = sisa(1, 2, 3) | {b: [baris()] for b in (1, 2, 3)}
    assert hitung_pegawai(skp, perilaku, "ya", SKP)[0].lengkap
    assert hitung_pegawai(skp, perilaku, "ya", SKP)[0].prestasi is not None


def test_the_months_a_prestasi_to_date_stands_on_are_said() -> None:
    setahun = hitung_pegawai(sisa(1, 2, 3) | {b: [baris()] for b in (1, 2, 3)}, {1: BarisPerilaku(ENAM)}, "ya", SKP)[0]
    assert "perilaku baru dinilai pada 1 bulan, sedangkan 3 bulan harus dinilai" in uraikan(setahun).catatan[0]


@given(st.integers(1, 10**9))
def test_reaching_the_target_exactly_gives_76_for_time_and_cost(target) -> None:
    hasil = aspek(baris(target_waktu=target, realisasi_waktu=target, target_biaya=target, realisasi_biaya=target), SKP)
    assert hasil.waktu == hasil.biaya == 76


@given(st.fractions(Fraction(0), Fraction(3)).filter(lambda r: abs(r - Fraction(76, 100)) > Fraction(1, 1000)))
def test_the_score_is_continuous_except_at_24_percent(bagian) -> None:
    sekitar = [waktu(10**6, int(bagian * 10**6) + geser) for geser in (0, 1)]
    assert abs(sekitar[1] - sekitar[0]) <= Fraction(1, 10**4)
