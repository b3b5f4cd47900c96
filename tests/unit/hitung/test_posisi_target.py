"""The target at a reporting position: printed paths, assumed paths, versions, months and "-"."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.domain.dasar.indikator import Penyajian, Perilaku, SumberNilai, Target
from dashboard.domain.dasar.perilaku import perilaku_periode
from dashboard.domain.dasar.periode import SampaiDengan
from dashboard.domain.hitung.jalur_target import CATATAN_JALUR, jumlah_target
from dashboard.domain.hitung.posisi_target import posisi_target as baca_posisi
from tests.unit.bangun import TAHUN_UJI, indikator, sd, target, target_nilai

TAMBAH = indikator(perilaku=Perilaku.AKUMULASI, penyajian=Penyajian.TAMBAHAN)
BERJALAN = indikator(perilaku=Perilaku.AKUMULASI, penyajian=Penyajian.SD_PERIODE)
TINGKAT = indikator(perilaku=Perilaku.PROGRESS)
ULANG = indikator(perilaku=Perilaku.PENGULANGAN)
EMPAT = [target("TW1", 1), target("TW2", 2), target("TW3", 3), target("TW4", 4)]


def posisi_target(milik, baris, posisi):
    return baca_posisi(perilaku_periode(milik), baris, posisi)


def sampai(milik, baris, triwulan):
    posisi = posisi_target(milik, baris, sd(triwulan)).sampai
    return None if posisi is None else posisi.acuan


def setahun(milik, baris):
    """The target at the position Tahun."""
    posisi = posisi_target(milik, baris, SampaiDengan(TAHUN_UJI, 4, setahun=True)).sampai
    return None if posisi is None else posisi.acuan


def tahunan(milik, baris, triwulan=4):
    posisi = posisi_target(milik, baris, sd(triwulan)).tahunan
    return None if posisi is None else posisi.acuan


@pytest.mark.parametrize(
    ("milik", "jalur"),
    [(TAMBAH, [1, 3, 6, 10]), (BERJALAN, [1, 2, 3, 4]), (TINGKAT, [1, 2, 3, 4]), (ULANG, [1, 2, 3, 4])],
)
def test_a_printed_path_is_followed_by_behaviour(milik, jalur):
    assert [sampai(milik, EMPAT, tw) for tw in (1, 2, 3, 4)] == jalur
    assert tahunan(milik, EMPAT, 1) == jalur[-1]


@pytest.mark.parametrize(
    ("milik", "jalur"), [(TAMBAH, [3, 6, 9, 12]), (BERJALAN, [3, 6, 9, 12]), (TINGKAT, [12] * 4), (ULANG, [12] * 4)]
)
def test_a_missing_path_is_assumed_and_marked_until_the_year_ends(milik, jalur):
    posisi = [posisi_target(milik, [target("TAHUN", 12)], sd(tw)) for tw in (1, 2, 3, 4)]
    assert [p.sampai and p.sampai.acuan for p in posisi] == jalur
    assert [p.catatan for p in posisi] == [(CATATAN_JALUR,)] * 3 + [()]
    assert [p.jatuh_tempo for p in posisi] == [1, 2, 3, 4]
    assert {p.tahunan and p.tahunan.acuan for p in posisi} == {12}


def test_the_printed_year_is_the_fourth_quarter():
    baris = [*EMPAT, target("TAHUN", 11)]
    assert sampai(TAMBAH, baris, 4) == 11
    assert sampai(TAMBAH, baris, 3) == 6
    assert posisi_target(TAMBAH, baris, sd(4)).jatuh_tempo == 4


def test_a_dash_means_not_targeted_for_the_year():
    posisi = posisi_target(TINGKAT, [target("TAHUN", teks=" - ")], sd())
    assert posisi.tidak_ditargetkan
    assert not posisi.ada


def test_nothing_but_dashes_is_not_targeted_and_no_row_at_all_is_no_target_yet():
    setrip = [target(f"TW{tw}", teks="-") for tw in (1, 2, 3, 4)]
    assert posisi_target(TINGKAT, setrip, sd()).tidak_ditargetkan
    kosong = posisi_target(TINGKAT, [target("TAHUN", teks="kosong")], sd())
    assert not kosong.tidak_ditargetkan
    assert not kosong.ada
    assert not posisi_target(TINGKAT, [], sd()).ada


def test_a_quarter_with_a_dash_asks_for_nothing():
    baris = [target("TW1", teks="-"), target("TW2", 1), target("TW3", teks="-"), target("TW4", 1)]
    posisi = [posisi_target(TAMBAH, baris, sd(tw)) for tw in (1, 2, 3, 4)]
    assert [p.sampai and p.sampai.acuan for p in posisi] == [None, 1, 1, 2]
    assert [p.jatuh_tempo for p in posisi] == [0, 2, 2, 4]
    assert posisi[3].lowong == {"TW1", "TW3"}
    assert posisi[0].tahunan == target_nilai(2)


def test_a_year_whose_last_quarter_is_not_targeted_is_due_with_the_quarter_before():
    baris = [target("TAHUN", 2), target("TW1", 1), target("TW2", 1), target("TW3", teks="-"), target("TW4", teks="-")]
    posisi = posisi_target(TAMBAH, baris, sd(4))
    assert (posisi.jatuh_tempo, posisi.lowong) == (2, {"TW3", "TW4"})


@pytest.mark.parametrize("milik", [TAMBAH, TINGKAT])
def test_a_quarter_left_out_of_a_printed_path_asks_for_nothing_but_the_years_end_always_does(milik):
    tengah = posisi_target(milik, [target("TW2", 1), target("TW4", 1)], sd(3))
    assert (tengah.jatuh_tempo, tengah.lowong) == (2, {"TW1", "TW3"})
    akhir = posisi_target(TINGKAT, [target("TAHUN", 4), target("TW2", 1), target("TW3", 1)], sd(4))
    assert (akhir.jatuh_tempo, akhir.lowong) == (4, {"TW1"})


def test_quarters_left_out_share_what_is_left_of_the_year_and_are_marked():
    baris = [target("TAHUN", 12), target("TW3", 6)]
    assert [sampai(TAMBAH, baris, tw) for tw in (1, 2, 3, 4)] == [2, 4, 10, 12]
    kedua = posisi_target(TAMBAH, baris, sd(2))
    assert kedua.catatan == ("Jalur diasumsikan: TW I, TW II tidak tercetak, sisa target tahunan dibagi rata.",)
    assert (kedua.jatuh_tempo, kedua.lowong) == (2, frozenset())


def test_quarters_left_out_are_not_targeted_where_nothing_is_left():
    baris = [target("TAHUN", 6), target("TW3", 6)]
    pertama = posisi_target(TAMBAH, baris, sd(1))
    assert (pertama.sampai, pertama.lowong) == (None, {"TW1"})


def test_the_year_is_unknown_while_increments_of_a_quarter_are_missing_but_the_position_is_known():
    posisi = posisi_target(TAMBAH, [target("TW1", 1), target("TW2", 2)], sd(2))
    assert (posisi.sampai, posisi.tahunan, posisi.ada) == (target_nilai(3), None, True)
    assert tahunan(TINGKAT, [target("TW1", 1)]) is None
    assert tahunan(ULANG, [target("TW1", 1)]) == 1


def test_months_roll_up_to_quarters_by_the_same_behaviour():
    bulan = [target(f"BLN{b:02d}", b) for b in range(1, 13)]
    assert [sampai(TAMBAH, bulan, tw) for tw in (1, 2, 3, 4)] == [6, 21, 45, 78]
    assert [sampai(BERJALAN, bulan, tw) for tw in (1, 2, 3, 4)] == [3, 6, 9, 12]
    assert [sampai(TINGKAT, bulan, tw) for tw in (1, 2, 3, 4)] == [3, 6, 9, 12]


def test_a_quarters_own_row_stands_over_its_months():
    assert sampai(TAMBAH, [target("BLN01", 5), target("BLN03", 5), target("TW1", 7)], 1) == 7


def test_a_target_with_only_a_lower_bound_counts_with_that_bound():
    baris = [target(f"TW{tw}", nilai_min=10) for tw in (1, 2, 3, 4)]
    assert sampai(TAMBAH, baris, 2) == 20


def test_ranges_add_up_to_a_range():
    baris = [target("TW1", nilai_min=10, nilai_maks=12), target("TW2", 5)]
    assert posisi_target(TAMBAH, baris, sd(2)).sampai == target_nilai(bawah=15, atas=17)


def test_a_negative_weight_swaps_the_ends_of_a_range():
    jumlah = jumlah_target([(Decimal(1), target_nilai(20)), (Decimal(-1), target_nilai(bawah=5, atas=8))])
    assert jumlah == target_nilai(bawah=12, atas=15)


def test_an_assumed_path_scales_both_ends_of_a_range():
    posisi = posisi_target(TAMBAH, [target("TAHUN", nilai_min=40, nilai_maks=80)], sd(1))
    assert posisi.sampai == target_nilai(bawah=10, atas=20)


def test_the_letter_beside_the_number_is_kept():
    posisi = posisi_target(TINGKAT, [target("TAHUN", 65, predikat="B", teks="B (65)")], sd())
    assert (posisi.sampai.acuan, posisi.sampai.predikat, posisi.sampai.teks) == (65, "B", "B (65)")


def test_a_changed_target_holds_from_its_date_on():
    baris = [target("TAHUN", 100), target("TAHUN", 80, versi="perubahan", berlaku_mulai=date(2025, 8, 1))]
    assert [tahunan(TINGKAT, baris, tw) for tw in (1, 2, 3, 4)] == [100, 100, 80, 80]


def _berubah(periode: str, nilai: int, bulan: int) -> Target:
    return target(periode, nilai, versi="perubahan", berlaku_mulai=date(2025, bulan, 1))


def test_a_repetition_is_asked_for_its_own_fourth_quarter_and_the_year_for_the_years():
    baris = [target("TAHUN", 85), *(target(f"TW{i}", n) for i, n in enumerate((80, 80, 90, 90), 1))]
    assert [sampai(ULANG, baris, tw) for tw in (3, 4)] == [90, 90]
    assert setahun(ULANG, baris) == 85


@pytest.mark.parametrize("milik", [TINGKAT, BERJALAN])
def test_a_later_change_of_the_fourth_quarters_level_holds_there_and_not_for_the_year(milik):
    baris = [target("TAHUN", 100), _berubah("TW4", 60, 10)]
    assert (sampai(milik, baris, 4), tahunan(milik, baris), setahun(milik, baris)) == (60, 100, 100)


def test_a_change_of_one_month_leaves_the_other_months_of_its_quarter():
    bulan = [target(f"BLN{b:02}", 10) for b in range(1, 13)]
    baris = [*bulan, _berubah("BLN08", 20, 8)]
    assert [sampai(TAMBAH, baris, tw) for tw in (1, 2, 3, 4)] == [30, 60, 100, 130]
    keluar = [*bulan, target("BLN08", teks="-", versi="perubahan", berlaku_mulai=date(2025, 8, 1))]
    assert [sampai(TAMBAH, keluar, tw) for tw in (2, 3, 4)] == [60, 80, 110]


def test_a_changed_month_moves_no_quarter_that_is_printed_whole():
    baris = [*(target(f"TW{i}", 30) for i in (1, 2, 3, 4)), _berubah("BLN08", 20, 8)]
    assert sampai(TAMBAH, baris, 3) == 90


def test_an_undated_change_holds_always_and_a_later_version_is_not_known_before_its_day():
    assert tahunan(TINGKAT, [target("TAHUN", 100), target("TAHUN", 80, versi="perubahan")], 1) == 80
    kelak = target("TAHUN", 80, versi="perubahan", berlaku_mulai=date(2025, 12, 1))
    assert not posisi_target(TINGKAT, [kelak], sd(1)).ada


SEPTEMBER: dict[str, Any] = {"versi": "perubahan", "berlaku_mulai": date(2025, 9, 1)}


def test_quarters_that_a_later_change_names_keep_their_assumed_path_until_then():
    baris = [target("TAHUN", 100), *(target(f"TW{i}", n, **SEPTEMBER) for i, n in enumerate((10, 10, 40, 60), 1))]
    assert [sampai(TAMBAH, baris, tw) for tw in (1, 2, 3)] == [25, 50, 60]


def test_a_change_of_one_quarter_leaves_the_others_as_they_were():
    baris = [target("TAHUN", 100), target("TW3", 40, **SEPTEMBER)]
    assert [sampai(TAMBAH, baris, tw) for tw in (1, 2, 3, 4)] == [25, 50, 90, 100]


def test_a_change_of_the_year_moves_the_assumed_path_and_no_printed_quarter():
    baris = [target("TAHUN", 100), target("TW1", 10), target("TAHUN", 70, **SEPTEMBER)]
    assert [sampai(TAMBAH, baris, tw) for tw in (1, 2, 3, 4)] == [10, 40, 50, 70]


def test_each_of_several_changes_holds_in_its_time():
    kedua: dict[str, Any] = {"versi": "perubahan", "berlaku_mulai": date(2025, 10, 1)}
    april: dict[str, Any] = {"versi": "perubahan", "berlaku_mulai": date(2025, 4, 1)}
    baris = [target("TAHUN", 100), target("TAHUN", 80, **april), target("TAHUN", 60, **kedua)]
    assert [tahunan(TINGKAT, baris, tw) for tw in (1, 2, 3, 4)] == [100, 80, 80, 60]


@given(
    st.lists(
        st.tuples(st.sampled_from(["TAHUN", "TW1", "TW2", "TW3", "TW4", "BLN05"]), st.integers(0, 90), st.booleans()),
        max_size=8,
        unique_by=lambda t: t[0],
    ),
    st.lists(
        st.tuples(st.sampled_from(["TAHUN", "TW1", "TW2", "TW3", "TW4"]), st.integers(0, 90), st.integers(0, 90)),
        max_size=6,
    ),
    st.sampled_from([TAMBAH, BERJALAN, TINGKAT, ULANG]),
    st.integers(1, 3),
)
def test_nothing_known_later_changes_an_earlier_position(awal, kelak, milik, tw):
    dasar = [target(p, None if setrip else n, teks="-" if setrip else None) for p, n, setrip in awal]
    mulai = sd(tw).hari_akhir + timedelta(days=1)
    nanti = [target(p, n, versi="perubahan", berlaku_mulai=mulai + timedelta(days=hari)) for p, n, hari in kelak]
    assert posisi_target(milik, [*dasar, *nanti], sd(tw)) == posisi_target(milik, dasar, sd(tw))


def test_a_change_can_take_a_quarter_out():
    baris = [*EMPAT, target("TW3", teks="-", versi="perubahan")]
    assert sampai(TAMBAH, baris, 3) == 3


def test_the_source_of_a_target_is_the_weakest_of_its_rows():
    baris = [target("TAHUN", 10), target("TW1", 2, sumber_nilai=SumberNilai.SIMULASI)]
    assert posisi_target(TAMBAH, baris, sd(1)).sumber_nilai is SumberNilai.SIMULASI
    assert posisi_target(TAMBAH, baris, sd(4)).sumber_nilai is SumberNilai.RESMI


@st.composite
def baris_target(draw: st.DrawFn) -> list[Target]:
    periode = draw(st.lists(st.sampled_from(["TAHUN", "TW1", "TW2", "TW3", "TW4", "BLN01", "BLN05"]), unique=True))
    return [target(p, draw(st.integers(1, 50)), teks=draw(st.sampled_from([None, "-"]))) for p in periode]


@given(baris_target(), st.randoms(), st.sampled_from([TAMBAH, BERJALAN, TINGKAT, ULANG]), st.integers(1, 4))
def test_the_order_of_the_rows_never_matters(baris, acak, milik, tw):
    diacak = list(baris)
    acak.shuffle(diacak)
    assert posisi_target(milik, diacak, sd(tw)) == posisi_target(milik, baris, sd(tw))


@given(st.dictionaries(st.sampled_from(["TAHUN", "TW1", "TW2", "TW3", "TW4"]), st.integers(1, 99), min_size=1))
def test_the_last_quarter_due_never_lies_after_the_position(nilai):
    baris = [target(p, n) for p, n in nilai.items()]
    for tw in (1, 2, 3, 4):
        posisi = posisi_target(TAMBAH, baris, sd(tw))
        assert 0 <= posisi.jatuh_tempo <= tw
        assert (posisi.sampai is None) == (posisi.jatuh_tempo == 0)
