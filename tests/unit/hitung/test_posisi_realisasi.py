"""The realised value at a reporting position, by behaviour; a gap is said, never a zero."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.domain.dasar.indikator import Penyajian, Perilaku, Realisasi, SumberNilai
from dashboard.domain.dasar.penjelasan import Kepastian
from dashboard.domain.dasar.perilaku import perilaku_periode
from dashboard.domain.dasar.periode import SampaiDengan
from dashboard.domain.hitung.posisi_realisasi import CATATAN_PENYEBUT_NOL, CATATAN_PERSEN, KOSONG, posisi_realisasi
from tests.unit.bangun import TAHUN_UJI, bagian, indikator, laporan, sd

TAMBAH = indikator(perilaku=Perilaku.AKUMULASI, penyajian=Penyajian.TAMBAHAN, satuan="dokumen")
BERJALAN = indikator(perilaku=Perilaku.AKUMULASI, penyajian=Penyajian.SD_PERIODE)
TINGKAT = indikator(perilaku=Perilaku.PROGRESS)
ULANG = indikator(perilaku=Perilaku.PENGULANGAN)
PERSEN = indikator(perilaku=Perilaku.AKUMULASI, satuan="%")
EMPAT = [laporan("TW1", 10), laporan("TW2", 20), laporan("TW3", 40), laporan("TW4", 30)]


def baca(milik, baris, triwulan, jatuh_tempo=None, lowong=()):
    perilaku = perilaku_periode(milik)
    return posisi_realisasi(perilaku, baris, sd(triwulan), triwulan if jatuh_tempo is None else jatuh_tempo, lowong)


@pytest.mark.parametrize(
    ("milik", "nilai", "tahunan"),
    [
        (TAMBAH, [10, 30, 70, 100], [10, 30, 70, 100]),
        (BERJALAN, [10, 20, 40, 30], [10, 20, 40, 30]),
        (TINGKAT, [10, 20, 40, 30], [10, 20, 40, 30]),
        (ULANG, [10, 20, 40, 30], [10, 15, Decimal(70) / 3, 25]),
    ],
)
def test_each_behaviour_builds_the_year_its_own_way(milik, nilai, tahunan):
    posisi = [baca(milik, EMPAT, tw) for tw in (1, 2, 3, 4)]
    assert [p.nilai for p in posisi] == nilai
    assert [p.tahunan for p in posisi] == tahunan
    assert [p.terakhir for p in posisi] == [1, 2, 3, 4]


def test_the_year_of_a_repeated_target_is_the_mean_of_what_was_reported():
    assert baca(ULANG, [laporan("TW1", 80), laporan("TW3", 90)], 3).tahunan == 85


def test_a_quarter_after_the_position_is_not_seen():
    assert baca(TAMBAH, EMPAT, 2).baris == tuple(EMPAT[:2])


def test_another_years_report_is_not_seen():
    assert baca(TINGKAT, [laporan("TW1", 5, tahun=TAHUN_UJI - 1)], 1) == KOSONG


@pytest.mark.parametrize("status", ["draf", "diajukan", "dikembalikan"])
def test_only_an_approved_report_counts(status):
    assert baca(TINGKAT, [laporan("TW1", 5, status_entri=status)], 1) == KOSONG


def test_a_row_of_obstacles_alone_is_no_report():
    assert baca(TINGKAT, [laporan("TW1", None)], 1) == KOSONG


def test_a_reported_zero_is_zero():
    assert baca(TAMBAH, [laporan("TW1", 0)], 1).nilai == 0
    assert baca(TINGKAT, [laporan("TW1", 0)], 1).nilai == 0


@pytest.mark.parametrize("milik", [TAMBAH, BERJALAN, TINGKAT, ULANG])
def test_a_missing_due_report_leaves_no_value_but_tells_the_last_one(milik):
    posisi = baca(milik, [laporan("TW1", 10)], 2)
    assert (posisi.nilai, posisi.nilai_terakhir, posisi.terakhir) == (None, 10, 1)
    assert posisi.catatan == ("TW II belum dilaporkan.",)
    assert not posisi.tak_terhitung


@pytest.mark.parametrize("milik", [TAMBAH, BERJALAN, TINGKAT, ULANG])
def test_a_quarter_in_which_nothing_was_due_may_stay_without_a_report(milik):
    assert baca(milik, [laporan("TW1", 10)], 2, jatuh_tempo=1).nilai == 10


def test_a_hole_between_increments_leaves_no_sum():
    posisi = baca(TAMBAH, [laporan("TW1", 10), laporan("TW3", 40)], 3)
    assert (posisi.nilai, posisi.catatan) == (None, ("TW II belum dilaporkan.",))


def test_a_hole_that_was_not_targeted_is_no_hole():
    assert baca(TAMBAH, [laporan("TW1", 10), laporan("TW3", 40)], 3, lowong={"TW2"}).nilai == 50
    assert baca(TAMBAH, [laporan("TW3", 40)], 3, lowong={"TW1", "BLN04", "BLN05", "BLN06"}).nilai == 40


def test_a_hole_between_levels_does_not_matter():
    assert baca(TINGKAT, [laporan("TW1", 10), laporan("TW3", 40)], 3).nilai == 40
    assert baca(BERJALAN, [laporan("TW1", 10), laporan("TW3", 40)], 3).nilai == 40


@pytest.mark.parametrize("milik", [TAMBAH, BERJALAN, TINGKAT, ULANG])
def test_the_years_report_counts_as_the_fourth_quarter(milik):
    tahun = [laporan("TAHUN", 330)]
    assert baca(milik, tahun, 3) == KOSONG
    assert (baca(milik, tahun, 4).nilai, baca(milik, tahun, 4).tahunan) == (330, 330)


@pytest.mark.parametrize("milik", [TAMBAH, BERJALAN, TINGKAT])
def test_the_years_report_stands_over_the_fourth_quarters(milik):
    assert baca(milik, [*EMPAT, laporan("TAHUN", 330)], 4).nilai == 330


def test_the_years_report_of_a_repetition_leaves_its_fourth_quarter_alone():
    baris = [*EMPAT, laporan("TAHUN", 330)]
    assert [(p.nilai, p.tahunan) for p in (baca(ULANG, baris, 3), baca(ULANG, baris, 4))] == [
        (40, Decimal(70) / 3),
        (30, 330),
    ]
    setahun = posisi_realisasi(perilaku_periode(ULANG), baris, SampaiDengan(TAHUN_UJI, 4, setahun=True), 4)
    assert setahun.nilai == 330


@pytest.mark.parametrize("milik", [BERJALAN, TINGKAT, ULANG])
def test_a_quarter_reported_by_its_first_month_alone_is_not_reported(milik):
    posisi = baca(milik, [laporan("BLN10", 100)], 4)
    assert posisi.nilai is None
    assert "bulan 12" in posisi.catatan[0].lower()


@pytest.mark.parametrize("milik", [TAMBAH, TINGKAT])
def test_the_year_names_the_source_of_what_it_rests_on(milik):
    simulasi = [replace(laporan(f"TW{i}", 10), sumber_nilai=SumberNilai.SIMULASI) for i in (1, 2, 3)]
    baris = [*simulasi, laporan("TAHUN", 40)]
    setahun = SampaiDengan(TAHUN_UJI, 4, setahun=True)
    assert posisi_realisasi(perilaku_periode(milik), baris, setahun, 4).sumber_nilai is SumberNilai.RESMI
    assert posisi_realisasi(perilaku_periode(ULANG), baris, setahun, 4).sumber_nilai is SumberNilai.RESMI
    berulang = posisi_realisasi(perilaku_periode(ULANG), [*simulasi, laporan("TW4", 10)], setahun, 4)
    assert berulang.sumber_nilai is SumberNilai.SIMULASI


def test_a_part_over_zero_leaves_no_sum_of_percentages():
    tambahan = indikator(perilaku=Perilaku.AKUMULASI, penyajian=Penyajian.TAMBAHAN, satuan="%")
    posisi = baca(tambahan, [bagian("TW1", 0, 0), laporan("TW2", 20)], 2)
    assert (posisi.nilai, posisi.tak_terhitung) == (None, True)
    assert CATATAN_PENYEBUT_NOL in posisi.catatan


def test_the_printed_word_is_no_silence():
    tercetak = indikator(satuan="orang", tipe_penghitungan="Non kumulatif")
    assert [baca(tercetak, [laporan("TW1", 100), laporan("TW2", 100)], tw).nilai for tw in (1, 2)] == [100, 100]
    assert perilaku_periode(tercetak).asumsi is None
    diam = indikator(satuan="orang")
    assert baca(diam, [laporan("TW1", 100), laporan("TW2", 100)], 2).nilai == 200


def test_three_months_make_a_quarter_of_increments_and_a_missing_one_is_named():
    bulan = [laporan("BLN01", 1), laporan("BLN02", 2), laporan("BLN03", 3)]
    assert baca(TAMBAH, bulan, 1).nilai == 6
    kurang = baca(TAMBAH, [bulan[0], bulan[2]], 1)
    assert (kurang.nilai, kurang.catatan) == (None, ("bulan 2 belum dilaporkan.",))
    assert baca(TAMBAH, [bulan[0], bulan[2]], 1, lowong={"BLN02"}).nilai == 4


def test_a_running_total_must_reach_the_end_of_the_quarter_due():
    awal = [laporan("BLN01", 10), laporan("BLN02", 20)]
    assert baca(BERJALAN, awal, 1).nilai is None
    assert baca(BERJALAN, [*awal, laporan("BLN03", 30)], 1).nilai == 30
    assert baca(BERJALAN, awal, 1, lowong={"BLN03"}).nilai == 20


def test_months_of_a_repeated_target_are_averaged_and_of_a_level_the_last_holds():
    bulan = [laporan("BLN01", 80), laporan("BLN02", 90), laporan("BLN03", 100)]
    assert baca(ULANG, bulan, 1).nilai == 90
    assert baca(TINGKAT, bulan, 1).nilai == 100


def test_a_quarters_own_report_stands_over_its_months():
    posisi = baca(TAMBAH, [laporan("BLN01", 1), laporan("TW1", 9)], 1)
    assert (posisi.nilai, [b.periode for b in posisi.baris]) == (9, ["TW1"])


def test_a_cumulative_ratio_is_summed_numerators_over_the_latest_denominator():
    posisi = baca(PERSEN, [bagian("TW1", 20, 100), bagian("TW2", 30, 125)], 2)
    assert posisi.nilai == 40
    assert "dibagi penyebut terakhir" in posisi.pola


def test_a_first_quarter_without_cases_does_not_spoil_a_cumulative_ratio():
    assert baca(PERSEN, [bagian("TW1", 0, 0), bagian("TW2", 30, 125)], 2).nilai == 24


def test_percents_without_a_word_are_running_totals():
    posisi = baca(PERSEN, [laporan("TW1", 40), laporan("TW2", 70)], 2)
    assert (posisi.nilai, posisi.catatan, posisi.kepastian) == (70, (), Kepastian.DILAPORKAN)
    campur = baca(PERSEN, [bagian("TW1", 20, 100), laporan("TW2", 70)], 2)
    assert (campur.nilai, campur.catatan) == (70, ())


def test_percents_stated_as_increments_are_added_as_parts_of_one_denominator_and_say_so():
    milik = indikator(satuan="%", perilaku=Perilaku.AKUMULASI, penyajian=Penyajian.TAMBAHAN)
    kuartal = [Decimal(n) for n in ("29.29", "16.43", "32.86", "21.42")]
    posisi = baca(milik, [laporan(f"TW{i}", n) for i, n in enumerate(kuartal, 1)], 4)
    assert (posisi.nilai, posisi.catatan) == (100, (CATATAN_PERSEN,))
    assert posisi.kepastian is Kepastian.DIHITUNG_DENGAN_ASUMSI


def test_the_source_of_a_level_is_that_of_the_report_it_was_read_from():
    simulasi = [laporan(f"TW{i}", 70, sumber_nilai=SumberNilai.SIMULASI) for i in (1, 2, 3)]
    terbit = laporan("TAHUN", 75, sumber_nilai=SumberNilai.PUBLIK)
    assert baca(TINGKAT, [*simulasi, terbit], 4).sumber_nilai is SumberNilai.PUBLIK
    assert baca(TAMBAH, [*simulasi, laporan("TW4", 5)], 4).sumber_nilai is SumberNilai.SIMULASI


def test_a_ratio_in_parts_is_a_percentage_only_where_the_unit_is_one():
    for satuan, harapan in (("%", 90), ("rasio", Decimal("0.9"))):
        milik = indikator(perilaku=Perilaku.PROGRESS, satuan=satuan)
        assert baca(milik, [bagian("TW1", 9, 10)], 1).nilai == harapan


def test_counts_that_also_tell_parts_are_still_counted():
    baris = [laporan("TW1", 9, pembilang=9, penyebut=10), laporan("TW2", 6, pembilang=6, penyebut=10)]
    assert baca(TAMBAH, baris, 2).nilai == 15


@pytest.mark.parametrize("milik", [TINGKAT, ULANG, PERSEN, BERJALAN])
def test_a_denominator_of_zero_is_reported_but_not_computable(milik):
    posisi = baca(milik, [bagian("TW1", 0, 0)], 1)
    assert (posisi.nilai, posisi.terakhir, posisi.tak_terhitung) == (None, 1, True)
    assert posisi.catatan == (CATATAN_PENYEBUT_NOL,)


def test_where_print_is_silent_counts_add_up_and_percentages_are_levels():
    baris = [laporan("TW1", 10), laporan("TW2", 20)]
    assert baca(indikator(satuan="Dokumen"), baris, 2).nilai == 30
    assert baca(indikator(satuan="%"), baris, 2).nilai == 20
    assert baca(indikator(satuan=None), baris, 2).nilai == 20


def test_the_source_of_a_value_is_the_weakest_of_its_reports():
    baris = [laporan("TW1", 1, sumber_nilai=SumberNilai.SIMULASI), laporan("TW2", 1, sumber_nilai=SumberNilai.PUBLIK)]
    assert baca(TAMBAH, baris, 2).sumber_nilai is SumberNilai.SIMULASI


@st.composite
def baris_laporan(draw: st.DrawFn) -> list[Realisasi]:
    periode = draw(st.lists(st.sampled_from(["TAHUN", "TW1", "TW2", "TW3", "TW4", "BLN01", "BLN05"]), unique=True))
    nilai = [draw(st.integers(0, 50)) for _ in periode]
    berbagian = [draw(st.booleans()) for _ in periode]
    return [bagian(p, n, 60) if b else laporan(p, n) for p, n, b in zip(periode, nilai, berbagian, strict=True)]


@given(baris_laporan(), st.randoms(), st.sampled_from([TAMBAH, BERJALAN, TINGKAT, ULANG, PERSEN]), st.integers(1, 4))
def test_the_order_of_the_reports_never_matters(baris, acak, milik, tw):
    diacak = list(baris)
    acak.shuffle(diacak)
    assert baca(milik, diacak, tw) == baca(milik, baris, tw)


@given(baris_laporan(), st.sampled_from([TAMBAH, BERJALAN, TINGKAT, ULANG, PERSEN]), st.integers(1, 4))
def test_a_value_is_missing_exactly_when_a_reason_is_given(baris, milik, tw):
    posisi = baca(milik, baris, tw)
    if posisi.baris:
        sebab = [c for c in posisi.catatan if "belum dilaporkan" in c or c == CATATAN_PENYEBUT_NOL]
        assert (posisi.nilai is None) == bool(sebab)
    else:
        assert posisi == KOSONG
