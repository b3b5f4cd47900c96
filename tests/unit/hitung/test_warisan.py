"""Targets taken over from komponen where an indicator's own document prints none."""

import pytest

from dashboard.domain.dasar.indikator import Perilaku, Sifat, SumberNilai
from dashboard.domain.dasar.penjelasan import Kepastian
from dashboard.domain.dasar.skala import Status
from dashboard.domain.hitung.jalur_target import CATATAN_JALUR
from tests.unit.bangun import data, hitung, indikator, jumlah, komponen, laporan, target


def iku_paser(target_iki, masuk=(), bobot=1, triwulan=4):
    isi = data(
        [jumlah("IKU", jenis="IKU", perilaku=Perilaku.PROGRESS), indikator("IKI", jenis="IKI")],
        target_iki,
        masuk,
        [komponen("IKU", "IKI", Sifat.DUGAAN, bobot)],
    )
    return hitung(isi, triwulan).indikator["IKU"]


def test_an_iku_without_a_target_takes_target_and_realisasi_from_its_iki_as_an_assumption():
    hasil = iku_paser([target("TAHUN", 65, "IKI", predikat="B", teks="B (65)")], [laporan("TAHUN", 65, "IKI")])
    assert (hasil.persen, hasil.target_dari, hasil.kepastian) == (100, ("IKI",), Kepastian.DIHITUNG_DENGAN_ASUMSI)
    assert hasil.target.sampai.predikat == "B"
    assert any("Target diambil dari komponen IKI" in c for c in hasil.catatan)


def test_an_inherited_target_weakens_a_reported_value_too():
    hasil = iku_paser([target("TAHUN", 65, "IKI")], [laporan("TAHUN", 65, "IKU")])
    assert hasil.kepastian is Kepastian.DIHITUNG_DENGAN_ASUMSI


def test_an_inherited_dash_is_not_targeted_and_an_inherited_blank_is_no_target():
    assert iku_paser([target("TAHUN", None, "IKI", teks="-")]).status is Status.TIDAK_DITARGETKAN
    kosong = iku_paser([target("TAHUN", None, "IKI")])
    assert (kosong.status, kosong.target_dari) == (Status.TARGET_BELUM_ADA, ())


def test_an_inherited_path_that_starts_later_is_not_due_yet():
    hasil = iku_paser([target("TW2", 60, "IKI"), target("TW4", 65, "IKI")], triwulan=1)
    assert hasil.status is Status.TIDAK_DITARGETKAN


def test_several_komponen_add_their_targets_and_a_missing_one_leaves_none():
    milik = [jumlah("P"), indikator("A"), indikator("B", perilaku=Perilaku.PROGRESS)]
    tautan = [komponen("P", "A"), komponen("P", "B", bobot=2)]
    dua = [target("TAHUN", 10), target("TAHUN", 5, "B", sumber_nilai=SumberNilai.SIMULASI)]
    hasil = hitung(data(milik, dua, (), tautan), 2).indikator["P"]
    assert hasil.target.tahunan.nilai == 20
    assert hasil.target.sumber_nilai is SumberNilai.SIMULASI
    assert CATATAN_JALUR in hasil.catatan
    kurang = hitung(data(milik, dua[:1], (), tautan)).indikator["P"]
    assert kurang.status is Status.TARGET_BELUM_ADA


def test_a_variabel_among_the_terms_leaves_no_inherited_target():
    tautan = [komponen("P", "A"), komponen("P", "V")]
    isi = data([jumlah("P"), indikator("A")], [target("TAHUN", 10)], (), tautan, ["V"])
    assert hitung(isi).indikator["P"].status is Status.TARGET_BELUM_ADA


def test_an_own_target_is_never_replaced():
    isi = data([jumlah("P"), indikator("A")], [target("TAHUN", 10), target("TAHUN", 7, "P")], (), [komponen("P", "A")])
    hasil = hitung(isi).indikator["P"]
    assert hasil.target_dari == ()
    assert hasil.target.tahunan.nilai == 7


@pytest.mark.parametrize("sifat", [Sifat.KONTRIBUSI, Sifat.EKSTERNAL])
def test_a_causal_or_outside_link_passes_neither_target_nor_value(sifat):
    tautan = [komponen("P", "A", sifat)]
    isi = data([jumlah("P"), indikator("A")], [target("TAHUN", 10)], [laporan("TAHUN", 10)], tautan)
    hasil = hitung(isi).indikator["P"]
    assert (hasil.nilai, hasil.status) == (None, Status.TARGET_BELUM_ADA)
