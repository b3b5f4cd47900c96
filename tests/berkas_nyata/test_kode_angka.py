"""A code is text: typed as a number or turned into a date it is refused with its cell and what to do."""

from datetime import date, time, timedelta
from pathlib import Path

import openpyxl
import pytest
from sqlalchemy import Engine

from dashboard.domain.dasar.hak import PERENCANA_BAWAAN
from dashboard.domain.kamus.buku_kerja import LEMBAR, Jenis
from dashboard.services.data.impor import ambil_alih
from dashboard.services.data.laporan_impor import LaporanImpor
from data_access.workbook.periksa.sel import baca_sel
from tests.builders import IsiBuku, buku_kecil, buku_pegawai, tulis_csv, tulis_xlsx


def serahkan(engine: Engine, berkas: Path) -> LaporanImpor:
    return ambil_alih(engine, berkas, pelaku=PERENCANA_BAWAAN)


def xlsx(berkas: Path, isi: IsiBuku) -> Path:
    """Native values of every kind, times included."""
    buku = openpyxl.Workbook()
    for nama, baris in isi.items():
        lembar = buku.create_sheet(nama)
        lembar.append(list(baris[0]))
        for satu in baris:
            lembar.append(list(satu.values()))
    del buku["Sheet"]
    buku.save(berkas)
    return berkas


@pytest.mark.parametrize(
    ("kode", "salah"),
    [
        (1.1, "tersimpan sebagai bilangan"),
        (7, "tersimpan sebagai bilangan"),
        (time(5, 3), "tanggal atau waktu"),
        (date(2026, 3, 5), "tanggal atau waktu"),
        (timedelta(hours=29, minutes=3), "tanggal atau waktu"),
    ],
)
def test_a_code_typed_as_a_value_is_refused_at_its_cell(
    engine_sqlite: Engine, tmp_path: Path, kode: object, salah: str
) -> None:
    isi = buku_kecil() | {"realisasi": [], "target": [], "komponen": []}
    isi = {nama: baris for nama, baris in isi.items() if baris}
    isi["variabel"][0]["kode"] = kode
    laporan = serahkan(engine_sqlite, xlsx(tmp_path / "b.xlsx", isi))
    assert [m.sel for m in laporan.masalah] == ["variabel!A2"]
    assert salah in laporan.masalah[0].salah
    assert laporan.masalah[0].benar.startswith("Tulis kode sebagai teks")


def test_1_1_and_1_10_typed_as_numbers_are_both_refused(engine_sqlite: Engine, tmp_path: Path) -> None:
    assert serahkan(engine_sqlite, tulis_csv(tmp_path / "a", buku_kecil())).diambil
    variabel = [{"kode": 1.1, "nama": "Satu"}, {"kode": 1.10, "nama": "Dua"}]
    laporan = serahkan(engine_sqlite, tulis_xlsx(tmp_path / "b.xlsx", {"variabel": variabel}))
    assert [m.sel for m in laporan.masalah] == ["variabel!A2", "variabel!A3"]
    teks = [satu | {"kode": kode} for satu, kode in zip(variabel, ("1.1", "1.10"), strict=True)]
    assert serahkan(engine_sqlite, tulis_xlsx(tmp_path / "c.xlsx", {"variabel": teks})).diambil


BERACUAN = [(satu.nama, kolom.nama) for satu in LEMBAR for kolom in satu.kolom if kolom.acuan]
BERKODE = [*BERACUAN, *((s.nama, "kode") for s in LEMBAR if "kode" in s.kunci), ("simpul", "kode_acuan")]


@pytest.mark.parametrize(("lembar", "kolom"), BERKODE)
@pytest.mark.parametrize("isi", [1.1, 7.0, 7, True, time(5, 3), date(2026, 3, 5), "1,1", "05:03:00", "1,5E+10"])
def test_every_code_and_every_reference_to_one_is_text(lembar: str, kolom: str, isi: object) -> None:
    satu = next(k for s in LEMBAR if s.nama == lembar for k in s.kolom if k.nama == kolom)
    hasil = baca_sel(satu, isi, None)  # type: ignore[arg-type]
    assert not isinstance(hasil, str)
    assert hasil is not None


@pytest.mark.parametrize(
    "kode", ["1,1", "05:03:00", "5:03", "03/05/2026", "2026-05-03", "2026-05-03 00:00", "05-Mar", "Mei-03", "1,2E+11"]
)
def test_what_an_application_made_of_a_code_is_refused_in_a_csv_too(
    engine_sqlite: Engine, tmp_path: Path, kode: str
) -> None:
    isi = buku_kecil()
    isi["variabel"].append({"kode": kode, "nama": "Lain", "satuan": "orang"})
    laporan = serahkan(engine_sqlite, tulis_csv(tmp_path / "b", isi))
    assert [m.sel for m in laporan.masalah] == ["variabel!A3"]
    assert "Tulis kode sebagai teks" in laporan.teks()


@pytest.mark.parametrize("kode", ["1.1", "1.10", "5.03", "5.03.02.2.01", "01", "2026", "IKU-1", "800/12/2026", "'1.10"])
def test_codes_written_as_text_are_taken(engine_sqlite: Engine, tmp_path: Path, kode: str) -> None:
    isi = buku_kecil()
    isi["variabel"].append({"kode": kode, "nama": "Lain", "satuan": "orang"})
    laporan = serahkan(engine_sqlite, tulis_csv(tmp_path / "b", isi))
    assert laporan.diambil, laporan.teks()


def test_a_dash_is_none_where_a_reference_may_be_blank_and_no_code_elsewhere(
    engine_sqlite: Engine, tmp_path: Path
) -> None:
    isi = buku_kecil() | buku_pegawai()
    isi["jabatan"][0]["atasan"] = isi["unit"][0]["induk"] = isi["indikator"][1]["pemilik"] = "-"
    laporan = serahkan(engine_sqlite, tulis_xlsx(tmp_path / "b.xlsx", isi))
    assert laporan.diambil, laporan.teks()
    isi["unit"].append({"kode": "-", "nama": "Tanpa kode", "induk": "", "alias": ""})
    assert [m.sel for m in serahkan(engine_sqlite, tulis_xlsx(tmp_path / "c.xlsx", isi)).masalah] == ["unit!A4"]


def test_a_number_in_print_may_be_whole_but_no_fraction_and_no_date() -> None:
    nomor = [k for s in LEMBAR for k in s.kolom if k.nama in {"no", "nomor", "kelompok"} and k.jenis is Jenis.TEKS]
    assert len(nomor) == 4
    for kolom in nomor:
        assert baca_sel(kolom, 7.0, None) == "7"
        for isi in (1.1, date(2026, 3, 5), time(5, 3)):
            assert not isinstance(baca_sel(kolom, isi, None), str)


def test_a_printed_range_that_became_a_date_is_refused() -> None:
    kolom = next(k for s in LEMBAR if s.nama == "target" for k in s.kolom if k.nama == "teks")
    assert baca_sel(kolom, 85.5, None) == "85,5"
    assert not isinstance(baca_sel(kolom, date(2026, 4, 3), None), str)
