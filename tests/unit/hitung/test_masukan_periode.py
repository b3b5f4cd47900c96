"""Inputs of a formula carry their period; a year of repetitions is the mean of its periods, computed or reported."""

from dataclasses import replace
from decimal import Decimal

import pytest

from dashboard.domain.dasar.indikator import Perilaku, Rumus
from dashboard.domain.dasar.penjelasan import Kepastian
from dashboard.domain.dasar.periode import SampaiDengan
from dashboard.domain.dasar.skala import Status
from dashboard.domain.hitung.masukan import Masukan
from dashboard.domain.hitung.tahun import dengan_masukan, hitung_tahun
from tests.unit.bangun import ATURAN, TAHUN_UJI, data, hitung, indikator, komponen, laporan, rasio, target

SETAHUN = SampaiDengan(TAHUN_UJI, 4, setahun=True)


def ulangan(*laporan_pembilang):
    p = indikator("P", rumus=Rumus.RASIO, satuan="%", perilaku=Perilaku.PENGULANGAN)
    parts = [laporan(f"TW{i}", n, "PETA") for i, n in enumerate(laporan_pembilang, 1)]
    parts += [laporan(f"TW{i}", 100, "ASN") for i in range(1, len(laporan_pembilang) + 1)]
    return data([p], [target("TAHUN", 100, "P")], parts, rasio("P", "PETA", "ASN"), ["ASN", "PETA"])


def test_a_computed_repetition_has_the_mean_of_its_periods_as_its_year_like_a_reported_one():
    akhir = hitung(ulangan(10, 20, 30, 100), 4).indikator["P"]
    assert (akhir.nilai, akhir.capaian.nilai, akhir.capaian_tahunan.nilai) == (100, 100, 40)
    lapor = [laporan(f"TW{i}", n, "P") for i, n in enumerate((10, 20, 30, 100), 1)]
    milik = [indikator("P", satuan="%", perilaku=Perilaku.PENGULANGAN)]
    langsung = hitung(data(milik, [target("TAHUN", 100, "P")], lapor), 4).indikator["P"]
    assert langsung.capaian_tahunan.nilai == 40


def test_the_position_of_the_year_judges_the_years_own_result():
    setahun = SampaiDengan(TAHUN_UJI, 4, setahun=True)
    terhitung = hitung_tahun(ulangan(10, 20, 30, 100), setahun, ATURAN).indikator["P"]
    assert (terhitung.nilai, terhitung.persen, terhitung.status) == (Decimal(40), Decimal(40), Status.KRITIS)
    lapor = [laporan(f"TW{i}", n, "P") for i, n in enumerate((10, 20, 30, 100), 1)]
    milik = [indikator("P", satuan="%", perilaku=Perilaku.PENGULANGAN)]
    langsung = hitung_tahun(data(milik, [target("TAHUN", 100, "P")], lapor), setahun, ATURAN).indikator["P"]
    assert (langsung.nilai, langsung.status) == (Decimal(40), Status.KRITIS)


def test_a_numerator_reported_for_the_year_leaves_the_fourth_quarter_alone():
    lama = ulangan(10, 20, 30, 100)
    isi = replace(lama, realisasi=(*lama.realisasi, laporan("TAHUN", 45, "PETA")))
    assert hitung(isi, 4).indikator["P"].nilai == 100
    setahun = SampaiDengan(TAHUN_UJI, 4, setahun=True)
    assert hitung_tahun(isi, setahun, ATURAN).indikator["P"].nilai == 45


def bagi(target_tw, *laporan_bagian):
    p = indikator("P", rumus=Rumus.RASIO, satuan="%", perilaku=Perilaku.PROGRESS)
    return data([p], [target(target_tw, 90, "P")], laporan_bagian, rasio("P", "X", "Y"), ["X", "Y"])


def test_a_denominator_is_that_of_the_numerators_quarter_not_a_later_one():
    isi = bagi("TW2", laporan("TW2", 95, "X"), laporan("TW2", 100, "Y"), laporan("TW3", 50, "Y"))
    hasil = hitung(isi, 4).indikator["P"]
    assert (hasil.nilai, hasil.simpul.kepastian) == (95, Kepastian.DIHITUNG)


def test_a_denominator_older_than_a_later_numerator_is_an_assumption():
    isi = bagi("TW2", laporan("TW2", 90, "X"), laporan("TW3", 95, "X"), laporan("TW2", 100, "Y"))
    hasil = hitung(isi, 4).indikator["P"]
    assert (hasil.nilai, hasil.simpul.kepastian) == (95, Kepastian.DIHITUNG_DENGAN_ASUMSI)
    assert "Y dipakai pada tingkat terakhir yang dilaporkan, TW II." in hasil.catatan


def test_a_denominator_known_only_later_leaves_no_ratio():
    isi = bagi("TW2", laporan("TW2", 95, "X"), laporan("TW3", 50, "Y"))
    assert hitung(isi, 4).indikator["P"].status is Status.BELUM_DILAPORKAN


def test_a_numerator_of_one_month_is_none_of_its_quarter():
    lengkap = bagi("TW4", laporan("BLN12", 95, "X"), laporan("TW4", 100, "Y"))
    assert hitung(lengkap, 4).indikator["P"].nilai == 95
    sebulan = bagi("TW4", laporan("BLN10", 95, "X"), laporan("TW4", 100, "Y"))
    assert hitung(sebulan, 4).indikator["P"].status is Status.BELUM_DILAPORKAN


def test_a_year_of_repetitions_with_a_gap_has_its_mean_and_bounds_and_no_colour():
    milik = [indikator("P", satuan="%", perilaku=Perilaku.PENGULANGAN)]
    lapor = [laporan(f"TW{i}", 100, "P") for i in (1, 3, 4)]
    berlubang = hitung_tahun(data(milik, [target("TAHUN", 100, "P")], lapor), SETAHUN, ATURAN).indikator["P"]
    assert (berlubang.nilai, berlubang.status) == (Decimal(100), Status.BELUM_DILAPORKAN)
    assert berlubang.simpul.batas == (Decimal(75), Decimal(100))
    assert "Rerata 3 dari 4 periode; TW II belum dilaporkan." in berlubang.catatan
    dihitung = ulangan(100, 100, 100, 100)
    tanpa = tuple(r for r in dihitung.realisasi if (r.indikator, r.periode) != ("PETA", "TW2"))
    hasil = hitung_tahun(replace(dihitung, realisasi=tanpa), SETAHUN, ATURAN).indikator["P"]
    assert (hasil.nilai, hasil.status) == (Decimal(100), Status.BELUM_DILAPORKAN)
    assert hasil.simpul.batas == (Decimal(75), Decimal(100))


def test_a_mean_of_groups_weighs_each_group_once():
    p = indikator("P", rumus=Rumus.RERATA)
    anak = [indikator(k, perilaku=Perilaku.PROGRESS) for k in "ABC"]
    bagian = [komponen("P", k, kelompok="1" if k in "AB" else "2") for k in "ABC"]
    nilai = [laporan("TW1", n, k) for k, n in zip("ABC", (10, 20, 90), strict=True)]
    assert hitung(data([p, *anak], [], nilai, bagian), 1).indikator["P"].nilai == Decimal("52.5")


SEPULUH_SERATUS = (10, 20, 30, 100)


def dari_ulangan(rumus, kurang=(), **lapor):
    """A, a repetition computed from the repetitions whose values in the four quarters are given."""
    milik = indikator("A", rumus=rumus, satuan="%", perilaku=Perilaku.PENGULANGAN)
    anak = [indikator(k, perilaku=Perilaku.PENGULANGAN) for k in lapor]
    isi = [laporan(f"TW{i}", n, k) for k, nilai in lapor.items() for i, n in enumerate(nilai, 1)]
    tautan = rasio("A", *lapor) if rumus is Rumus.RASIO else [komponen("A", k) for k in lapor]
    return data([milik, *anak], [target("TAHUN", 100), *kurang], isi, tautan)


@pytest.mark.parametrize(
    ("rumus", "lapor", "mean"),
    [
        (Rumus.JUMLAH, {"B": SEPULUH_SERATUS}, 40),
        (Rumus.RASIO, {"B": SEPULUH_SERATUS, "C": (100, 100, 100, 100)}, 40),
        (Rumus.RASIO, {"B": SEPULUH_SERATUS, "C": (100, 50, 100, 200)}, Decimal("32.5")),
    ],
)
def test_the_year_of_a_repetition_made_of_repetitions_is_the_mean_of_its_own_periods(rumus, lapor, mean):
    """Not the formula over the parts' own means, and none of them counted beside the quarters."""
    isi = dari_ulangan(rumus, **lapor)
    setahun = hitung_tahun(isi, SETAHUN, ATURAN).indikator["A"]
    assert (setahun.nilai, setahun.persen) == (mean, mean)
    assert hitung(isi, 4).indikator["A"].capaian_tahunan.nilai == mean


def test_a_quarter_that_was_not_due_is_not_counted_twice_in_the_mean():
    kosong = [target("TW4", teks="-"), target("TW4", teks="-", kode="B"), target("TAHUN", 100, "B")]
    isi = dari_ulangan(Rumus.JUMLAH, kosong, B=(10, 20, 30))
    assert hitung_tahun(isi, SETAHUN, ATURAN).indikator["A"].nilai == 20
    assert hitung(isi, 4).indikator["A"].capaian_tahunan.nilai == 20


def test_a_part_that_reports_its_year_makes_the_year_of_the_whole():
    isi = dari_ulangan(Rumus.JUMLAH, B=(10, 20, 30))
    isi = replace(isi, realisasi=(*isi.realisasi, laporan("TAHUN", 45, "B")))
    assert hitung_tahun(isi, SETAHUN, ATURAN).indikator["A"].nilai == 45


@pytest.mark.parametrize(("kode", "nilai", "jadi"), [("B", 50, 50), ("B", 40, 40)])
def test_a_scenario_at_the_year_moves_the_mean_as_far_as_its_parts(kode, nilai, jadi):
    resmi = hitung_tahun(dari_ulangan(Rumus.JUMLAH, B=SEPULUH_SERATUS), SETAHUN, ATURAN)
    baru = dengan_masukan(resmi, Masukan({kode: Decimal(nilai)}), ATURAN)
    assert baru.indikator["A"].nilai == jadi
    lagi = dengan_masukan(baru, Masukan({kode: Decimal(nilai + 10)}), ATURAN)
    assert lagi.indikator["A"].nilai == jadi + 10


def test_a_scenario_at_the_year_over_a_level_moves_the_last_period_alone():
    resmi = hitung_tahun(ulangan(*SEPULUH_SERATUS), SETAHUN, ATURAN)
    assert dengan_masukan(resmi, Masukan({"PETA": Decimal(60)}), ATURAN).indikator["P"].nilai == 30
    assert dengan_masukan(resmi, Masukan({"PETA": Decimal(100)}), ATURAN).indikator["P"].nilai == 40
