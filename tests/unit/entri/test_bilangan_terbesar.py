"""A number that the way back would refuse is refused wherever it comes in: in a workbook and on every form."""

from decimal import Decimal

import pytest

from dashboard.domain.dasar.angka import NumberError
from dashboard.domain.entri.aturan import Entri
from dashboard.domain.entri.isian import Isian, Ukuran, baca_isian
from dashboard.domain.entri.perubahan_target import TargetBaru, baca_target
from dashboard.domain.kamus.buku_kerja import LEMBAR, Jenis
from data_access.workbook.berkas.mentah import Persen
from data_access.workbook.periksa.sel import baca_sel

TERLALU = (
    "1000000000000000",
    "-1.000.000.000.000.000",
    "9" * 29,
    "1," + "0" * 20 + "1",
    "1," + "0" * 28 + "1",
    "0," + "1" * 28,
)
TERBESAR = "999999999999999"
BAGIAN = ("nilai", "pembilang", "penyebut")
KOLOM = [(lembar.nama, kolom) for lembar in LEMBAR for kolom in lembar.kolom if kolom.jenis is Jenis.BILANGAN]


@pytest.mark.parametrize("teks", TERLALU)
@pytest.mark.parametrize("bagian", BAGIAN)
def test_the_form_of_a_report_refuses_it(bagian: str, teks: str) -> None:
    isian = Isian(**{"pembilang": "1", "penyebut": "2", bagian: teks})
    baru, masalah = baca_isian(isian, Entri(indikator="IKU", tahun=2024, periode="TW2"), Ukuran())
    assert isinstance(masalah[bagian], NumberError)
    assert getattr(baru, bagian) is None


@pytest.mark.parametrize("teks", TERLALU)
def test_the_form_of_a_target_refuses_it_alone_and_as_a_bound(teks: str) -> None:
    semua = [teks, f"1-{teks}"] if not teks.startswith("-") else [teks]
    assert all(isinstance(baca_target(satu, "Rp"), NumberError) for satu in semua)
    assert baca_target(TERBESAR, "Rp") == TargetBaru(Decimal(TERBESAR))


@pytest.mark.parametrize(("lembar", "kolom"), KOLOM, ids=lambda satu: getattr(satu, "nama", satu))
def test_every_column_of_numbers_refuses_it_as_text_and_as_a_native_number(lembar: str, kolom) -> None:
    for satu in (*TERLALU, 1e15, -1e15, 1e300, 5e-324, 10**15):
        assert isinstance(baca_sel(kolom, satu, "Rp"), NumberError), satu
    assert isinstance(baca_sel(kolom, Persen(1e13), "%"), NumberError)
