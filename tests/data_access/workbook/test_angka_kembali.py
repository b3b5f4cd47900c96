"""A number written by `workbook` is read back as itself by its own reader, whatever its unit, from .csv and .xlsx."""

from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import Engine

from dashboard.domain.dasar.angka import Ambigu, NumberError, baca_angka, muat_dalam_excel, tulis_terbaca
from dashboard.domain.dasar.hak import PERENCANA_BAWAAN
from dashboard.domain.dasar.satuan_ukur import GolonganSatuan, ejaan_satuan
from dashboard.domain.entri.aturan import Entri
from dashboard.domain.entri.isian import isian_dari
from dashboard.domain.kamus.buku_kerja import LEMBAR, Jenis
from dashboard.services.data.impor import ambil_alih, tulis_buku_kerja
from data_access.workbook.berkas.mentah import Persen
from data_access.workbook.periksa.sel import baca_sel
from data_access.workbook.tulis import _teks
from tests.builders import buku_kecil, tulis_xlsx

SATUAN = [*(e for g in GolonganSatuan for e in sorted(ejaan_satuan(g))), "Rp", "nilai", "indeks", "hari", None]
KOLOM = next(k for lembar in LEMBAR if lembar.nama == "realisasi" for k in lembar.kolom if k.nama == "nilai")
PENUH = st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**12), max_value=10**12, places=6)
TIGA = st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**4), max_value=10**4, places=3)


@settings(max_examples=300, deadline=None)
@given(PENUH | TIGA, st.sampled_from(SATUAN))
def test_what_the_writer_writes_the_reader_reads_as_the_same_number(nilai: Decimal, satuan: str | None) -> None:
    assert KOLOM.jenis is Jenis.BILANGAN
    assert baca_sel(KOLOM, _teks(nilai), satuan) == nilai
    if muat_dalam_excel(nilai):
        assert baca_sel(KOLOM, float(nilai), satuan) == nilai


@given(TIGA, st.sampled_from(SATUAN))
def test_a_number_offered_for_editing_or_advised_is_read_as_itself(nilai: Decimal, satuan: str | None) -> None:
    entri = Entri(indikator="A", tahun=2024, periode="TW1", nilai=nilai)
    assert baca_angka(isian_dari(entri).nilai, satuan) == nilai
    tanya = baca_angka("3,125", "orang")
    assert isinstance(tanya, Ambigu)
    assert "3,1250 dengan koma" in tanya.benar
    assert baca_angka(tulis_terbaca(tanya.sebagai_desimal), "orang") == Decimal("3.125")


@pytest.mark.parametrize("tujuan", ["kembali", "kembali.xlsx"])
def test_counts_from_native_excel_survive_the_way_out_and_in(engine: Engine, tmp_path: Path, tujuan: str) -> None:
    isi = buku_kecil()
    nilai: Sequence[float] = (3.125, 3125, 12.5, -7.25, 999.999)
    isi["realisasi"] = [
        {"indikator": "PRG1", "tahun": 2024, "periode": f"BLN{i:02d}", "nilai": n, "sumber_nilai": "resmi"}
        for i, n in enumerate(nilai, 1)
    ]
    masuk = ambil_alih(engine, tulis_xlsx(tmp_path / "a.xlsx", isi), pelaku=PERENCANA_BAWAAN)
    assert masuk.diambil, masuk.teks()
    tulis_buku_kerja(engine, "UJI", tmp_path / tujuan)
    kembali = ambil_alih(engine, tmp_path / tujuan, pelaku=PERENCANA_BAWAAN)
    assert kembali.kesimpulan == "Tidak ada perubahan.", kembali.teks()


def test_a_percentage_that_the_way_back_would_refuse_is_refused_on_the_way_in() -> None:
    assert baca_sel(KOLOM, Persen(9e12), "%") == Decimal(9 * 10**14)
    hasil = baca_sel(KOLOM, Persen(9e13), "%")
    assert isinstance(hasil, NumberError)
    assert hasil.salah == "bilangan terlalu panjang"
