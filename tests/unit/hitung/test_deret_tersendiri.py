"""Quarters in another unit than the year are a series of their own, and the index waits for its score."""

from datetime import date

import pytest

from dashboard.domain.dasar.indikator import Penyajian, Perilaku
from dashboard.domain.dasar.skala import Status
from tests.unit.bangun import indikator, laporan, satu, target

INDEKS = indikator(satuan="poin", perilaku=Perilaku.PROGRESS)
TAHUN = target("TAHUN", "74.75", teks="74,75 poin")
PUTARAN = [target(f"TW{tw}", 25 * tw) for tw in (1, 2, 3, 4)]
LAPOR = [laporan(f"TW{tw}", 25 * tw) for tw in (1, 2, 3, 4)]


def tercetak(satuan, *nilai):
    return [target(f"TW{tw}", n, teks=f"{n} {satuan}") for tw, n in enumerate(nilai, start=1)]


@pytest.mark.parametrize("milik", [INDEKS, indikator(satuan="Nilai", perilaku=Perilaku.AKUMULASI), indikator()])
@pytest.mark.parametrize("jalur", [tercetak("%", 25, 50, 75, 100), tercetak("persen", 20, 40, 60, 90)])
def test_an_index_under_a_path_printed_in_percent_waits(milik, jalur):
    for tw in (1, 2, 3, 4):
        hasil = satu(milik, [TAHUN, *jalur], LAPOR[:tw], triwulan=tw)
        assert (hasil.status, hasil.nilai, hasil.persen) == (Status.MENUNGGU_PENILAIAN, None, None)
        assert any("deret tersendiri" in c and f"{jalur[tw - 1].nilai} %" in c for c in hasil.catatan)
        assert any(f"dilaporkan {25 * tw} %" in c for c in hasil.catatan)


def test_the_score_of_the_year_is_held_against_the_year():
    for jalur in (PUTARAN, tercetak("%", 25, 50, 75, 100)):
        hasil = satu(INDEKS, [TAHUN, *jalur], [*LAPOR, laporan("TAHUN", "74.75")])
        assert (hasil.persen, hasil.status) == (100, Status.TERCAPAI)


def test_an_index_whose_path_ends_at_one_hundred_and_not_at_its_year_is_under_percent_of_the_rounds():
    tambahan = indikator(satuan="indeks", perilaku=Perilaku.AKUMULASI, penyajian=Penyajian.TAMBAHAN)
    rata = [target(f"TW{tw}", 25) for tw in (1, 2, 3, 4)]
    for milik, jalur in ((INDEKS, PUTARAN), (tambahan, rata)):
        for tw in (1, 2, 3, 4):
            hasil = satu(milik, [TAHUN, *jalur], LAPOR[:tw], triwulan=tw)
            assert hasil.status is Status.MENUNGGU_PENILAIAN


@pytest.mark.parametrize(
    ("milik", "tahun", "jalur"),
    [
        (INDEKS, 100, PUTARAN),
        (INDEKS, "74.75", [target(f"TW{tw}", n) for tw, n in enumerate((70, 72, 74, 75), start=1)]),
        (indikator(satuan="dokumen", perilaku=Perilaku.PROGRESS), 80, PUTARAN),
        (indikator(satuan="%", perilaku=Perilaku.PROGRESS), 90, tercetak("%", 25, 50, 75, 100)),
        (indikator(satuan="orang", perilaku=Perilaku.PROGRESS), 100, tercetak("pegawai", 25, 50, 75, 100)),
        (INDEKS, 80, tercetak("(dua puluh)", 20, 40, 60, 80)),
    ],
)
def test_a_path_in_the_unit_of_its_year_is_its_path(milik, tahun, jalur):
    hasil = satu(milik, [target("TAHUN", tahun), *jalur], LAPOR[:2], triwulan=2)
    assert hasil.target.sampai.nilai == jalur[1].nilai
    assert hasil.status is not Status.MENUNGGU_PENILAIAN


def test_a_version_of_the_year_alone_keeps_the_series_and_a_later_one_changes_nothing_earlier():
    baru = [
        target(f"TW{tw}", 25 * tw, teks=f"{25 * tw} %", versi="perubahan", berlaku_mulai=date(2025, 9, 1))
        for tw in (1, 2, 3, 4)
    ]
    awal = [target(f"TW{tw}", n) for tw, n in enumerate(("70", "72", "74", "74.75"), start=1)]
    kedua = [satu(INDEKS, [TAHUN, *awal, *lebih], [laporan("TW2", 72)], triwulan=2) for lebih in ((), baru)]
    assert kedua[0].status is kedua[1].status is Status.TERCAPAI
    ketiga = satu(INDEKS, [TAHUN, *awal, *baru], [laporan("TW3", 74)], triwulan=3)
    assert ketiga.status is Status.MENUNGGU_PENILAIAN
