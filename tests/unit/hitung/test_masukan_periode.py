"""Inputs of a formula carry their period; a year of repetitions is the mean of its periods, computed or reported."""

from decimal import Decimal

from dashboard.domain.dasar.indikator import Perilaku, Rumus
from dashboard.domain.dasar.periode import SampaiDengan
from dashboard.domain.dasar.skala import Status
from dashboard.domain.hitung.tahun import hitung_tahun
from tests.unit.bangun import ATURAN, TAHUN_UJI, data, hitung, indikator, komponen, laporan, rasio, target


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


def test_a_mean_of_groups_weighs_each_group_once():
    p = indikator("P", rumus=Rumus.RERATA)
    anak = [indikator(k, perilaku=Perilaku.PROGRESS) for k in "ABC"]
    bagian = [komponen("P", k, kelompok="1" if k in "AB" else "2") for k in "ABC"]
    nilai = [laporan("TW1", n, k) for k, n in zip("ABC", (10, 20, 90), strict=True)]
    assert hitung(data([p, *anak], [], nilai, bagian), 1).indikator["P"].nilai == Decimal("52.5")
