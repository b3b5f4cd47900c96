"""Files made to exhaust the reader end in a sentence, within the budget, and never end the server."""

import io
import sys
import time
import zipfile
from pathlib import Path

import pytest

from data_access.workbook.berkas.kalender import DI_LUAR_KALENDER
from data_access.workbook.berkas.mentah import BukuMentah, SelRusak
from data_access.workbook.berkas.penjaga import Penjaga
from data_access.workbook.berkas.tolak import TERLALU_BERAT
from tests.berkas_nyata.pembuat import UTAMA, buku_xml, gaya_xml, lembar_xml
from tests.berkas_rusak import BENAR, ganti_bagian, realisasi

JAUH = '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="G1048576"><v>1</v></c></row>'
UJUNG = '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
DETIK = 20


def pesan(buku: BukuMentah) -> list[str]:
    return [satu.salah for satu in buku.masalah]


@pytest.fixture
def penjaga():
    satu = Penjaga()
    yield satu
    satu.tutup()


def tulis(folder: Path, isi: bytes, nama: str = "a.xlsx") -> Path:
    (folder / nama).write_bytes(isi)
    return folder / nama


@pytest.mark.parametrize("sifat", ["", ' s="0"'])
def test_a_plain_number_in_the_last_cell_of_a_sheet_is_refused_with_its_cell(
    penjaga: Penjaga, tmp_path: Path, sifat: str
) -> None:
    ujung = UJUNG.replace("<c ", f"<c{sifat} ")
    isi = ganti_bagian(realisasi(BENAR), "xl/worksheets/sheet1.xml", b"</sheetData>", f"{ujung}</sheetData>".encode())
    assert pesan(penjaga.baca(tulis(tmp_path, isi))) == ["memuat sel sangat jauh, XFD1048576, pada lembar realisasi"]


@pytest.mark.parametrize("bagian", ["worksheet", "c"])
def test_cells_in_a_vocabulary_nobody_knows_are_not_read_unseen(penjaga: Penjaga, tmp_path: Path, bagian: str) -> None:
    asing = lembar_xml(UJUNG)
    asing = asing.replace(UTAMA, "x") if bagian == "worksheet" else asing.replace("<c ", '<c xmlns="x" ')
    assert pesan(penjaga.baca(tulis(tmp_path, buku_xml({"realisasi": asing})))) == ["rusak atau bukan buku kerja Excel"]


def test_a_date_that_no_calendar_holds_is_a_sentence(penjaga: Penjaga, tmp_path: Path) -> None:
    lembar = lembar_xml('<row r="1"><c r="A1" s="1"><v>-9e300</v></c></row>')
    berkas = tulis(tmp_path, buku_xml({"realisasi": lembar}, gaya=gaya_xml("dd/mm/yyyy")))
    (masalah,) = penjaga.baca(berkas).masalah
    assert (masalah.sel, masalah.salah) == ("realisasi!A1", DI_LUAR_KALENDER)


def test_a_sheet_that_names_no_part_is_a_sentence(penjaga: Penjaga, tmp_path: Path) -> None:
    tanpa = ganti_bagian(realisasi(BENAR), "xl/workbook.xml", b'r:id="rId1"', b"")
    assert pesan(penjaga.baca(tulis(tmp_path, tanpa))) == ["rusak atau bukan buku kerja Excel"]


def test_sheets_that_are_not_ours_and_cannot_be_held_are_left_out_and_said(penjaga: Penjaga, tmp_path: Path) -> None:
    milik = lembar_xml('<row r="1"><c r="A1" t="inlineStr"><is><t>indikator</t></is></c></row>')
    lain = {f"Lampiran {i}": lembar_xml(JAUH) for i in range(10)}
    mulai = time.monotonic()
    buku = penjaga.baca(tulis(tmp_path, buku_xml(lain | {"realisasi": milik})))
    assert time.monotonic() - mulai < DETIK
    assert ([satu.nama for satu in buku.lembar], pesan(buku)) == (["realisasi"], [])
    assert len(buku.catatan) == 10
    assert (
        buku.catatan[0] == "Lembar Lampiran 0 tidak dibaca: memuat sel sangat jauh, G1048576, pada lembar Lampiran 0."
    )


def test_the_sheets_of_a_file_share_one_budget_of_cells(penjaga: Penjaga, tmp_path: Path) -> None:
    luas = lembar_xml('<row r="1"><c r="A1"><v>1</v></c></row><row r="300000"><c r="J300000"><v>1</v></c></row>')
    buku = penjaga.baca(tulis(tmp_path, buku_xml({f"Lampiran {i}": luas for i in range(4)})))
    assert [satu.nama for satu in buku.lembar] == ["Lampiran 0", "Lampiran 1"]
    assert len(buku.catatan) == 2


def test_a_reader_that_takes_too_long_is_ended_and_the_next_file_is_read(tmp_path: Path) -> None:
    lambat = Penjaga(detik=0.01)
    assert pesan(lambat.baca(tulis(tmp_path, realisasi(BENAR)))) == ["terlalu lama dibaca"]
    lambat.tutup()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows sets a process no limit of memory")
def test_a_reader_that_dies_is_a_sentence_and_the_next_file_is_read(
    penjaga: Penjaga, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    berkas = tulis(tmp_path, realisasi(BENAR))
    assert penjaga.baca(berkas).lembar
    (satu,) = penjaga._menganggur
    satu.kill()
    satu.wait()
    assert penjaga.baca(berkas).lembar, "one that died while it waited is not asked"
    mati = tmp_path / "python"
    mati.write_text("#!/bin/sh\nexit 1\n", encoding="ascii")
    mati.chmod(0o700)
    with monkeypatch.context() as lain:
        lain.setattr(sys, "executable", str(mati))
        sekali = Penjaga()
        assert pesan(sekali.baca(berkas)) == [TERLALU_BERAT.salah]
    assert penjaga.baca(berkas).lembar


def test_a_file_that_is_not_there_is_an_error_of_the_system(penjaga: Penjaga, tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        penjaga.baca(tmp_path / "tidak ada.xlsx")


def test_broken_cells_keep_their_reason_on_the_way_back(penjaga: Penjaga, tmp_path: Path) -> None:
    galat = lembar_xml('<row r="1"><c r="A1" t="e"><v>#N/A</v></c></row>')
    (lembar,) = penjaga.baca(tulis(tmp_path, buku_xml({"realisasi": galat}))).lembar
    (sel,) = lembar.judul
    assert isinstance(sel, SelRusak)
    assert (sel, sel.alasan) == ("#N/A", "berisi galat rumus")


def test_a_zip_that_names_one_part_twice_is_read_once_or_refused(penjaga: Penjaga, tmp_path: Path) -> None:
    keluar = io.BytesIO(realisasi(BENAR))
    with pytest.warns(UserWarning, match="Duplicate"), zipfile.ZipFile(keluar, "a") as arsip:
        arsip.writestr("xl/worksheets/sheet1.xml", lembar_xml(UJUNG))
    assert len(penjaga.baca(tulis(tmp_path, keluar.getvalue())).masalah) == 1
