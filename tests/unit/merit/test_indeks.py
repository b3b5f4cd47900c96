"""The merit index of the samples: gaps, categories, the conflict of its maximum, and the cheapest way up."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from dashboard.charts.waterfall_merit import temuan_merit
from dashboard.domain.hitung.rumus import NilaiSimpul
from dashboard.domain.merit.indeks import (
    PetaMerit,
    indeks_merit,
    kategori,
    kategori_berikut,
    kelonggaran,
    pekerjaan,
    peta_merit,
)
from dashboard.domain.merit.jalur_termurah import jalur_termurah
from dashboard.domain.skenario.dasar import DasarSkenario, KunciUbahan
from dashboard.domain.skenario.hitungan import hitung_skenario
from dashboard.domain.skenario.masukan import propagate_ubahan
from data_access.aturan import untuk
from tests.contoh_dasar import dasar_contoh

D = Decimal


@pytest.fixture
def dasar() -> DasarSkenario:
    return dasar_contoh("BANTEN", 4)


@pytest.fixture
def peta(dasar: DasarSkenario) -> PetaMerit:
    return peta_dari(dasar)


def peta_dari(dasar: DasarSkenario) -> PetaMerit:
    kode = indeks_merit(dasar.hasil)[0].kode
    return peta_merit(dasar.hasil, kode, dasar.aturan)


def pada_target(peta: PetaMerit) -> dict[KunciUbahan, Decimal]:
    """Each sub item at its target: the starting point of the printed target of the index."""
    return {KunciUbahan(u.kode): u.target for k in peta.kriteria for u in k.bagian if u.target is not None}


def test_a_score_shown_on_the_bound_is_in_the_category_and_misses_nothing(peta: PetaMerit) -> None:
    batas = next(k for k in peta.kelas if k.nama == "Sangat Baik")
    assert batas.batas == D(325)
    nilai = D("324.996")
    assert kategori(nilai, peta.kelas) == batas
    assert kategori_berikut(nilai, peta.kelas) is None
    assert kelonggaran(nilai, peta.kelas) == 0
    indeks = replace(peta.indeks, hasil=replace(peta.indeks.hasil, simpul=NilaiSimpul(D("321.498"))))
    assert indeks.hasil.nilai == D("321.498")
    assert indeks.ke_target == 0
    assert temuan_merit(replace(peta, indeks=indeks)) == "Indeks merit 321,5 (Baik), tepat pada target 321,5"


def test_the_public_score_has_5_5_points_to_lose_before_its_category_changes(peta: PetaMerit) -> None:
    nilai = peta.indeks.hasil.nilai
    assert nilai == D("330.5")
    assert kelonggaran(nilai, peta.kelas) == D("5.5")
    assert kategori_berikut(nilai, peta.kelas) is None


def test_the_printed_target_lacks_3_5_points_to_the_best_category(peta: PetaMerit) -> None:
    target = peta.indeks.target
    assert target == D("321.5")
    kini, berikut = kategori(target, peta.kelas), kategori_berikut(target, peta.kelas)
    assert kini is not None
    assert berikut is not None
    assert (kini.nama, berikut[0].nama, berikut[1]) == ("Baik", "Sangat Baik", D("3.5"))


def test_sub_items_at_target_make_the_index_its_printed_target(dasar: DasarSkenario, peta: PetaMerit) -> None:
    assert hitung_skenario(dasar, pada_target(peta)).simpul["IKU-03"].baru.nilai == D("321.5")


def test_from_the_target_one_piece_of_work_reaches_325_and_the_official_calculation_agrees(
    dasar: DasarSkenario, peta: PetaMerit
) -> None:
    awal = pada_target(peta)
    nilai = {**dasar.graph.nilai, **propagate_ubahan(dasar, awal).nilai}
    daftar, ruang = pekerjaan(peta, lambda kode: nilai[kode].nilai)
    jawab = jalur_termurah(daftar, D("3.5"), ruang)
    assert {tuple(p.kode for p in j.pekerjaan) for j in jawab.jalur} == {("KRT-05.e",), ("KRT-05.h",)}
    for jalur in jawab.jalur:
        penuh = {KunciUbahan(p.kode): dasar.graph.indikator[p.kode].maks or D(0) for p in jalur.pekerjaan}
        hasil = hitung_skenario(dasar, awal | penuh).simpul["IKU-03"].baru
        assert hasil.nilai == D("321.5") + jalur.tambah
        assert hasil.predikat == "Sangat Baik"


def test_the_410_points_and_the_scale_of_400_are_both_kept(peta: PetaMerit) -> None:
    assert peta.instrumen is not None
    assert (peta.instrumen.jumlah_poin, peta.instrumen.maks_skala) == (D(410), D(400))
    assert peta.instrumen.bertentangan
    assert sum((k.maks or D(0) for k in peta.kriteria), D(0)) == D(410)


def test_criteria_below_target_come_first_widest_gap_first(peta: PetaMerit) -> None:
    assert [k.kode for k in peta.kriteria][:3] == ["KRT-06", "KRT-01", "KRT-05"]


def test_all_work_together_fills_the_index(dasar: DasarSkenario, peta: PetaMerit) -> None:
    daftar, ruang = pekerjaan(peta, lambda kode: dasar.nilai(kode).nilai)
    assert jalur_termurah(daftar, D(1), ruang).terbanyak == D("79.5")


def test_the_instrument_of_2026_has_eight_aspects_whose_points_are_entered() -> None:
    baru = untuk(date(2026, 1, 1)).merit
    lama = untuk(date(2025, 12, 31))
    assert baru is not None
    assert lama.merit is not None
    assert (baru.versi, len(baru.aspek), baru.jumlah_poin, baru.dikonfirmasi) == ("PermenPANRB 19/2025", 8, None, False)
    assert lama.merit.versi != baru.versi
    assert lama.merit_berikut == baru


@pytest.mark.parametrize(("instansi", "kode"), [("PASER", "IKU-02"), ("PEMALANG", "TUJ-01.1")])
def test_an_agency_with_an_index_alone_has_no_criteria(instansi: str, kode: str) -> None:
    peta = peta_dari(dasar_contoh(instansi, 4))
    assert peta.indeks.kode == kode
    assert peta.kriteria == ()


def test_an_agency_without_the_index_has_none() -> None:
    assert indeks_merit(dasar_contoh("PK", 4).hasil) == ()
