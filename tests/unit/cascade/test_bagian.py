"""A large tree is shown in parts: together they hold every box, each can be drawn, each has the way down to it."""

import pytest

from dashboard.domain.dasar.periode import SampaiDengan
from dashboard.services.kinerja import hitung_kinerja
from dashboard.services.pohon import PohonKinerja, SaringanPohon, pohon_kinerja
from dashboard.services.pohon_bagian import ATAS, PandanganPohon, pandangan_pohon
from tests.unit.bangun_pohon import buatan, contoh


@pytest.fixture(scope="module")
def pohon() -> PohonKinerja:
    return pohon_kinerja(hitung_kinerja(contoh("PEMALANG"), SampaiDengan(2025, 3)))


def pandangan(p: PohonKinerja, maks: int, saringan: SaringanPohon | None = None) -> PandanganPohon:
    return pandangan_pohon(p, saringan or SaringanPohon(), maks)


def test_a_tree_that_can_be_drawn_is_one_part(pohon: PohonKinerja) -> None:
    assert dict(pandangan(pohon, 89).bagian) == {ATAS: frozenset(pohon.pohon.simpul)}


@pytest.mark.parametrize("maks", [10, 20, 40, 88])
def test_parts_are_small_enough_and_leave_no_box_out(pohon: PohonKinerja, maks: int) -> None:
    semua = pandangan(pohon, maks)
    assert len(semua.bagian) > 1
    assert frozenset().union(*semua.bagian.values()) == semua.tampil == frozenset(pohon.pohon.simpul)
    assert len(semua.bagian[ATAS]) <= maks
    for kode, kotak in semua.bagian.items():
        assert sum(kode in pohon.pohon.jalur(satu) for satu in kotak) <= maks
        assert all(kotak.issuperset(pohon.pohon.jalur(satu)) for satu in kotak)


def test_each_box_is_found_in_its_part(pohon: PohonKinerja) -> None:
    semua = pandangan(pohon, 20)
    assert all(kode in semua.bagian[semua.memuat(kode)] for kode in pohon.pohon.simpul)


def test_a_filter_that_leaves_few_boxes_shows_them_at_once() -> None:
    besar = pohon_kinerja(hitung_kinerja(buatan(600), SampaiDengan(2025, 4)))
    assert len(pandangan(besar, 300).bagian) > 1
    assert len(pandangan(besar, 300, SaringanPohon(jenjang=("program",))).bagian) == 1
