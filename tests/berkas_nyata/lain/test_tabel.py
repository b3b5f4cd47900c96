"""The same table in .xlsx, .ods and .xls holds the same values, and the same is known of what is seen of them."""

from dataclasses import replace
from datetime import time, timedelta
from pathlib import Path

import pytest

from data_access.workbook.berkas.baca import baca_di_sini
from data_access.workbook.berkas.mentah import BukuMentah, LembarMentah, Mentah, SelRusak, Tercoret
from data_access.workbook.berkas_lain.baca_xls import NOL_RUMUS
from data_access.workbook.berkas_xlsx.pindai_lembar import FORMULA_ERRORS
from tests.berkas_nyata.lain.buat import BARIS, FOLDER, FORMAT, buku

DIHITUNG = {"galat", "rumus", "rumus teks", "rumus nol"}
"""openpyxl calculates nothing; LibreOffice did when it wrote the others."""


def tabel(berkas: BukuMentah) -> tuple[dict[str, Mentah], LembarMentah]:
    assert not berkas.masalah
    lembar = next(satu for satu in berkas.lembar if satu.nama == "tabel")
    return {str(isi[0]): isi[1] for isi in lembar.baris}, lembar


def setara(isi: Mentah) -> object:
    """The kind of a cell with its content, so that a percentage is no plain number."""
    if isinstance(isi, Tercoret):
        return "dicoret", str(isi), isi.sisa, isi.seluruh, isi.naik
    if isinstance(isi, SelRusak):
        return str(isi), isi.alasan
    if isinstance(isi, time):
        return "jam", timedelta(hours=isi.hour, minutes=isi.minute)
    if isinstance(isi, float):
        return type(isi).__name__, format(isi, ".15g")
    return ("jam" if isinstance(isi, timedelta) else type(isi).__name__), isi


@pytest.fixture(scope="module")
def acuan(tmp_path_factory: pytest.TempPathFactory) -> BukuMentah:
    berkas = tmp_path_factory.mktemp("acuan") / "tabel.xlsx"
    berkas.write_bytes(buku())
    return baca_di_sini(berkas)


@pytest.mark.parametrize("jenis", FORMAT)
def test_each_cell_is_the_same_in_every_format(acuan: BukuMentah, jenis: str) -> None:
    dari_xlsx, _ = tabel(acuan)
    isi, _ = tabel(baca_di_sini(FOLDER / f"tabel.{jenis}"))
    assert isi.keys() == dari_xlsx.keys()
    assert setara(isi["catatan kaki"]) == ("dicoret", "851", "85", False, True)
    assert {kasus: setara(isi[kasus]) for kasus in isi if kasus not in DIHITUNG} == {
        kasus: setara(satu) for kasus, satu in dari_xlsx.items() if kasus not in DIHITUNG
    }


@pytest.mark.parametrize("jenis", FORMAT)
def test_what_is_seen_of_a_sheet_is_known_in_every_format(acuan: BukuMentah, jenis: str) -> None:
    _, dari_xlsx = tabel(acuan)
    berkas = baca_di_sini(FOLDER / f"tabel.{jenis}")
    _, lembar = tabel(berkas)
    lihat = lembar.pandangan
    assert lihat.rumus_teks == {(BARIS["rumus teks"], 1)}
    assert lihat.tampil.keys() == dari_xlsx.pandangan.tampil.keys()
    assert lihat.tampil[BARIS["bulat"], 1] == "41"
    assert lihat.tampil[BARIS["tanpa angka"], 1] == "tanpa angka"
    assert "140" in lihat.tampil[BARIS["angka pada format"], 1]
    assert lihat.sel == {(BARIS[kasus], 1) for kasus in ("tanpa angka", "nol tak tampil", "putih", "satu titik")}
    assert replace(lihat, tampil={}, rumus_teks=frozenset()) == replace(dari_xlsx.pandangan, tampil={})
    assert [satu.nama for satu in berkas.lembar if satu.pandangan.lembar] == ["arsip"]


@pytest.mark.parametrize("jenis", FORMAT)
def test_a_formula_is_its_stored_value_and_one_in_error_has_none(jenis: str) -> None:
    isi, _ = tabel(baca_di_sini(FOLDER / f"tabel.{jenis}"))
    assert (isi["rumus"], isi["rumus teks"]) == (40.5, "40.5")
    assert setara(isi["galat"]) == ("#DIV/0!", FORMULA_ERRORS)


def test_a_formula_that_is_zero_is_taken_where_the_file_tells_that_it_was_calculated() -> None:
    assert tabel(baca_di_sini(FOLDER / "tabel.ods"))[0]["rumus nol"] == 0
    assert setara(tabel(baca_di_sini(FOLDER / "tabel.xls"))[0]["rumus nol"]) == ("0", NOL_RUMUS)


@pytest.mark.parametrize("nama", ["tabel.xlsx", "tabel.et"])
def test_a_file_is_read_as_what_it_is_whatever_its_name_says(tmp_path: Path, nama: str) -> None:
    for jenis in FORMAT:
        (tmp_path / nama).write_bytes((FOLDER / f"tabel.{jenis}").read_bytes())
        assert tabel(baca_di_sini(tmp_path / nama))[0]["bulat"] == 40.6


def test_an_xls_behind_a_password_or_with_macros_is_named(tmp_path: Path) -> None:
    isi = (FOLDER / "tabel.xls").read_bytes()
    terkunci = isi.replace(b"\xe1\x00\x02\x00", b"\x2f\x00\x02\x00", 1)
    makro = isi + "_VBA_PROJECT_CUR\0".encode("utf-16-le")
    for bita, salah in ((terkunci, "dikunci kata sandi"), (makro, "memuat makro")):
        (tmp_path / "a.xls").write_bytes(bita)
        assert [satu.salah for satu in baca_di_sini(tmp_path / "a.xls").masalah] == [salah]
