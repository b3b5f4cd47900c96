"""A workbook with problems goes home as the person's own file, marked at its cells, and comes back mended."""

import io
import re
import zipfile
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
import xlsxwriter
from openpyxl.comments import Comment
from sqlalchemy import Engine

from dashboard.domain.dasar.hak import PERENCANA_BAWAAN, Pelaku, Peran, TidakBerwenang
from dashboard.exports.tanda_xlsx import tulis_tanda
from dashboard.services.data.impor import ambil_alih
from dashboard.services.data.masuk import periksa_serahan
from dashboard.services.data.pemetaan import usulkan
from dashboard.services.data.serahan import Serahan, Unggahan, baca_unggahan
from dashboard.services.data.tanda import daftar_masalah, dapat_ditandai, tandai_serahan
from tests.berkas_nyata.pembuat import buku_xml, realisasi_xml
from tests.berkas_rusak import BENAR, JUDUL, berkas_xlsx, realisasi, sel_digabung
from tests.builders import buku_kecil, buku_pegawai, tulis_csv


@pytest.fixture
def terisi(engine_sqlite: Engine, tmp_path: Path) -> Engine:
    ambil_alih(engine_sqlite, tulis_csv(tmp_path / "awal", buku_kecil() | buku_pegawai()), pelaku=PERENCANA_BAWAAN)
    return engine_sqlite


def salah() -> bytes:
    """An unknown code, a number in the English way, and a text that looks like a formula."""

    def tulis(buku: xlsxwriter.Workbook) -> None:
        kertas = buku.add_worksheet("realisasi")
        for nomor, baris in enumerate((JUDUL, ("IKU-99", *BENAR[1:]), ("IKU", 2024, "TW3", "13.7", "resmi"))):
            kertas.write_row(nomor, 0, baris)
        kertas.write_string(2, JUDUL.index("kendala"), "=1+1 kata")

    return berkas_xlsx(tulis)


def bertanda(engine: Engine, isi: bytes, nama: str = "a.xlsx") -> bytes:
    serahan = Serahan((Unggahan("lain.csv", b"kode,nama\nA,B\n"), Unggahan(nama, isi)))
    buku = tandai_serahan(engine, PERENCANA_BAWAAN, "UJI", serahan, 0)
    return tulis_tanda(buku.isi, buku.tanda)


def buka(isi: bytes) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(isi))


def catatan(buku: openpyxl.Workbook, lembar: str) -> dict[str, str]:
    return {
        sel.coordinate: sel.comment.text
        for baris in buku[lembar].iter_rows()
        for sel in baris
        if sel.comment is not None
    }


def test_each_problem_is_a_note_at_its_coloured_cell_and_a_line_in_front(terisi: Engine) -> None:
    buku = buka(bertanda(terisi, salah()))
    assert buku.sheetnames == ["_masalah", "realisasi"]
    isi = catatan(buku, "realisasi")
    assert isi.keys() == {"A2", "D3"}
    assert isi["A2"].startswith('"IKU-99" tidak ada di lembar indikator atau variabel. ')
    assert buku["realisasi"]["A2"].fill.fgColor.rgb == "FFF8D7D4"
    assert buku["realisasi"]["B2"].fill.fill_type is None
    daftar = [[sel.value for sel in baris] for baris in buku["_masalah"].iter_rows(min_row=3)]
    assert [satu[:3] for satu in daftar] == [["realisasi", "D3", "13.7"], ["realisasi", "A2", "IKU-99"]]
    assert all(str(satu[3])[0].isupper() for satu in daftar)
    tautan = buku["_masalah"]["B3"].hyperlink
    assert tautan is not None
    assert tautan.location == "'realisasi'!D3"


def test_the_mended_file_is_taken_and_what_was_text_is_still_text(terisi: Engine) -> None:
    buku = buka(bertanda(terisi, salah()))
    buku["realisasi"]["A2"], buku["realisasi"]["D3"] = "IKU", 13.7
    keluar = io.BytesIO()
    buku.save(keluar)
    pratinjau = periksa_serahan(
        terisi, PERENCANA_BAWAAN, "UJI", Serahan((Unggahan("a-bertanda.xlsx", keluar.getvalue()),))
    )
    assert pratinjau.kesimpulan == "2 baris baru siap diambil alih.", pratinjau.masalah
    assert ("Kendala", "", "=1+1 kata") in pratinjau.baris[1].isi


def test_a_second_round_wipes_off_the_marks_of_the_first_and_leaves_other_notes(terisi: Engine) -> None:
    buku = buka(bertanda(terisi, salah()))
    lembar = buku["realisasi"]
    lembar["A2"] = "IKU"
    lembar["C2"].comment = Comment("ditanyakan kepada Kabid", "Perencana")
    keluar = io.BytesIO()
    buku.save(keluar)
    lagi = buka(bertanda(terisi, keluar.getvalue()))
    assert lagi.sheetnames == ["_masalah", "realisasi"]
    assert catatan(lagi, "realisasi").keys() == {"C2", "D3"}
    assert catatan(lagi, "realisasi")["D3"].count("13.7") == 1
    assert lagi["realisasi"]["A2"].fill.fill_type is None


def test_a_merged_cell_is_marked_at_its_first_one(terisi: Engine) -> None:
    isi = catatan(buka(bertanda(terisi, sel_digabung())), "realisasi")
    assert isi.keys() == {"A2"}
    assert "wajib diisi" in isi["A2"]


def test_a_sheet_of_another_name_is_marked_under_its_own_and_made_visible(terisi: Engine) -> None:
    def tulis(buku: xlsxwriter.Workbook) -> None:
        buku.add_worksheet("Sampul").write(0, 0, "Laporan")
        kertas = buku.add_worksheet("Data TW")
        kertas.write_row(0, 0, ("Indikator Kinerja", "Tahun", "Triwulan", "Realisasi", "Sumber"))
        kertas.write_row(1, 0, ("IKU-99", 2024, "II", 4, "resmi"))
        kertas.hide()

    unggahan = (Unggahan("a.xlsx", berkas_xlsx(tulis)),)
    peta = tuple((satu.buku, satu.peta) for satu in usulkan(baca_unggahan(unggahan), {}) if satu.peta.lembar)
    hasil = tandai_serahan(terisi, PERENCANA_BAWAAN, "UJI", Serahan(unggahan, peta=peta), 0)
    bertanda = buka(tulis_tanda(hasil.isi, hasil.tanda))
    assert catatan(bertanda, "Data TW").keys() == {"A2"}
    assert bertanda["Data TW"].sheet_state == "visible"


def test_a_file_that_openpyxl_cannot_read_comes_back_as_the_list_alone() -> None:
    buku = buka(tulis_tanda(b"bukan zip", [("", "", "=1", "rusak", "Simpan ulang.")]))
    assert buku.sheetnames == ["_masalah"]
    assert (buku["_masalah"]["C3"].value, buku["_masalah"]["C3"].data_type) == ("=1", "s")


def test_only_a_workbook_of_bounded_size_is_marked() -> None:
    assert dapat_ditandai(Unggahan("a.XLSX", realisasi(BENAR)))
    assert not dapat_ditandai(Unggahan("a.xlsx", b"bukan zip"))
    assert not dapat_ditandai(Unggahan("a.csv", realisasi(BENAR)))
    besar = realisasi(*[("x" * 30_000,) * len(JUDUL)] * 200)
    assert not dapat_ditandai(Unggahan("a.xlsx", besar))


def test_who_may_not_import_gets_no_marked_file(terisi: Engine) -> None:
    with pytest.raises(TidakBerwenang):
        tandai_serahan(
            terisi,
            Pelaku("Perencana lain", Peran.PERENCANA, instansi="LAIN"),
            "UJI",
            Serahan((Unggahan("a.xlsx", realisasi()),)),
            0,
        )


def test_what_was_struck_out_is_struck_out_in_the_marked_file_too(terisi: Engine) -> None:
    def tulis(buku: xlsxwriter.Workbook) -> None:
        kertas, coret = buku.add_worksheet("realisasi"), buku.add_format({"font_strikeout": True})
        kertas.write_row(0, 0, JUDUL)
        kertas.write_row(1, 0, BENAR)
        kertas.write_rich_string("D2", coret, "80", buku.add_format(), "85")

    isi = berkas_xlsx(tulis)
    for satu in (isi, bertanda(terisi, isi)):
        (tanya,) = periksa_serahan(terisi, PERENCANA_BAWAAN, "UJI", Serahan((Unggahan("a.xlsx", satu),))).pertanyaan
        assert (tanya.tertulis, tanya.pilihan) == ("8085", (Decimal(85),))


def test_a_note_of_the_person_stays_theirs_through_every_round(terisi: Engine) -> None:
    buku = buka(salah())
    buku["realisasi"]["A2"].comment = Comment("ditanyakan kepada Kabid", "Perencana")
    keluar = io.BytesIO()
    buku.save(keluar)
    pertama = bertanda(terisi, keluar.getvalue())
    tulisan = buka(pertama)["realisasi"]["A2"].comment
    assert tulisan is not None
    assert tulisan.text.startswith('ditanyakan kepada Kabid\n\nDasbor Kinerja:\n"IKU-99" tidak ada')
    buku = buka(pertama)
    buku["realisasi"]["A2"] = "IKU"
    keluar = io.BytesIO()
    buku.save(keluar)
    sesudah = buka(bertanda(terisi, keluar.getvalue()))["realisasi"]["A2"]
    assert sesudah.comment is not None
    assert (sesudah.comment.text, sesudah.comment.author) == ("ditanyakan kepada Kabid", "Perencana")
    assert sesudah.fill.fill_type is None


def test_what_the_marked_file_lacks_is_a_line_of_its_list(terisi: Engine) -> None:
    def tulis(buku: xlsxwriter.Workbook) -> None:
        kertas = buku.add_worksheet("realisasi")
        kertas.write_row(0, 0, JUDUL)
        kertas.write_row(1, 0, ("IKU-99", *BENAR[1:]))
        kertas.data_validation("C2:C9", {"validate": "list", "source": ["TW1", "TW2"]})
        kertas.protect("x")
        kertas.insert_textbox("J2", "Petunjuk")
        kertas.add_sparkline("I2", {"range": "realisasi!D2:D3"})
        grafik = buku.add_chart({"type": "column"})
        grafik.add_series({"values": "=realisasi!$D$2:$D$3"})
        kertas.insert_chart("J9", grafik)

    buku = buka(bertanda(terisi, berkas_xlsx(tulis)))
    akhir = [sel.value for sel in buku["_masalah"][buku["_masalah"].max_row]]
    assert akhir[3] == "Tidak ikut ke salinan ini: bentuk dan kotak teks, grafik mini (sparkline)"
    assert buku["realisasi"].protection.sheet
    assert [str(satu.sqref) for satu in buku["realisasi"].data_validations.dataValidation] == ["C2:C9"]


def _tinggi_catatan(isi: bytes) -> float:
    """Of the only note of a book; openpyxl writes it and reads none."""
    with zipfile.ZipFile(io.BytesIO(isi)) as arsip:
        (gambar,) = (satu for satu in arsip.namelist() if satu.endswith(".vml"))
        cocok = re.search(rb"height:([\d.]+)px", arsip.read(gambar))
    assert cocok is not None
    return float(cocok[1])


def test_a_note_is_as_high_as_its_sentences_and_what_has_no_cell_says_so() -> None:
    tanda = [("realisasi", "A2", "x", "salah", "Tulis. " * n) for n in (1, 60)] + [("", "", "", "tidak memuat", "Isi.")]
    asal = buku_xml({"realisasi": realisasi_xml(40)})
    pendek, panjang = (_tinggi_catatan(tulis_tanda(asal, tanda[i : i + 1])) for i in (0, 1))
    assert pendek < 100 < 180 < panjang
    baris = [sel.value for sel in buka(tulis_tanda(asal, tanda))["_masalah"][5]]
    assert baris[:4] == ["(seluruh berkas)", None, None, "Tidak memuat"]


def test_problems_of_files_that_cannot_be_marked_come_as_a_list(terisi: Engine) -> None:
    tabel = b"indikator,tahun,periode,nilai,sumber_nilai\nIKU-99,2024,TW2,40,resmi\n"
    serahan = Serahan((Unggahan("realisasi.csv", tabel), Unggahan("a.xlsx", salah())))
    daftar = daftar_masalah(terisi, PERENCANA_BAWAAN, "UJI", serahan)
    assert [satu[:3] for satu in daftar] == [("realisasi", "A2", "IKU-99")]
    lembar = buka(tulis_tanda(b"", daftar))["_masalah"]
    assert str(lembar["A1"].value).startswith("Sel yang harus diperbaiki pada berkas Anda.")
    assert (lembar["B3"].value, lembar["B3"].hyperlink) == ("A2", None)
