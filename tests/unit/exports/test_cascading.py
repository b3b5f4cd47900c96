"""The tree handed out: a picture with every box, and the wide sheet whose cells span what lies below them."""

import xml.etree.ElementTree as ET
from dataclasses import replace
from io import BytesIO
from itertools import pairwise

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from dashboard.charts.icicle import AKAR, icicle
from dashboard.charts.kotak_pohon import lencana
from dashboard.components.pohon.isi import isi_pohon
from dashboard.components.pohon.unduh import bahan_unduhan
from dashboard.domain.dasar.periode import SampaiDengan
from dashboard.exports.cascading_halaman import LANJUTAN
from dashboard.exports.cascading_xlsx import LEBAR, LEBAR_JENJANG, cascading_xlsx
from dashboard.exports.pohon_png import svg_ke_png
from dashboard.exports.pohon_svg import BahanPohon, pohon_svg
from dashboard.lembar_cetak import ruang_halaman
from dashboard.services.kinerja import hitung_kinerja
from dashboard.services.pohon import PohonKinerja, SaringanPohon, pohon_kinerja
from tests.unit.bangun_pohon import TAHUN_CONTOH, contoh

TEKS = "{http://www.w3.org/2000/svg}text"


def pohon_contoh(kode: str, triwulan: int = 3) -> PohonKinerja:
    data = contoh(kode)
    return pohon_kinerja(hitung_kinerja(data, SampaiDengan(data.tahun, triwulan)))


def bahan(kode: str) -> BahanPohon:
    return bahan_unduhan(pohon_contoh(kode))


def lembar_panjang(kode: str) -> Worksheet:
    return load_workbook(BytesIO(cascading_xlsx(bahan(kode))))["Cascading"]


@pytest.mark.parametrize("kode", TAHUN_CONTOH)
def test_the_picture_is_well_formed_and_names_every_box(kode: str) -> None:
    b = bahan(kode)
    tulisan = {e.text for e in ET.fromstring(pohon_svg(b)).iter(TEKS)}
    assert set(b.pohon.simpul) <= tulisan


def test_a_part_of_the_picture_holds_only_its_branch() -> None:
    tulisan = {e.text for e in ET.fromstring(pohon_svg(bahan("PEMALANG"), "PRG-06")).iter(TEKS)}
    assert {"PRG-06", "KEG-09", "SUB-16"} <= tulisan
    assert not {"SAS-02", "PRG-07"} & tulisan


def test_text_of_a_document_cannot_break_the_picture() -> None:
    p = pohon_contoh("PK")
    data = replace(p.k.data, simpul=tuple(replace(s, sasaran='<b>& "kutip"') for s in p.k.data.simpul))
    jahat = pohon_kinerja(hitung_kinerja(data, p.k.sd))
    assert '<b>& "kutip"' in {e.text for e in ET.fromstring(pohon_svg(bahan_unduhan(jahat))).iter(TEKS)}


def test_the_picture_becomes_a_png_without_a_browser() -> None:
    png = svg_ke_png(pohon_svg(bahan("BANTEN")))
    assert png.startswith(b"\x89PNG")
    assert len(png) > 50_000


def test_the_wide_sheet_has_the_forms_columns_and_merges_parents_over_their_children() -> None:
    lembar = lembar_panjang("PEMALANG")
    assert [sel.value for sel in lembar[4]] == [
        "Tujuan",
        "Sasaran",
        "Indikator",
        "Target",
        "Program",
        "Kegiatan",
        "Sub Kegiatan",
        "Penanggung Jawab",
    ]
    assert lembar.max_row == 4 + 55
    assert wilayah(lembar, 1) == {5: range(5, 60)}
    assert wilayah(lembar, 2) == {5: range(5, 18), 18: range(18, 55), 55: range(55, 60)}
    assert str(lembar["A5"].value).startswith("Terwujudnya Meritokrasi")
    assert "1. Indeks Kepuasan Masyarakat" in str(lembar["C18"].value)
    assert all(lembar.cell(b, 8).value for b in range(5, 60))


def wilayah(lembar: Worksheet, kolom: int) -> dict[int, range]:
    """By first row: the rows of each box of that column, what stands on later pages with it."""
    akhir = {r.min_row: r.max_row for r in lembar.merged_cells.ranges if r.min_col == kolom}
    mulai = [b for b in range(5, lembar.max_row + 1) if lembar.cell(b, kolom).value]
    hasil: dict[int, range] = {}
    for b in mulai:
        lanjutan = str(lembar.cell(b, kolom).value).endswith(LANJUTAN)
        awal = max(hasil) if lanjutan else b
        assert not lanjutan or hasil[awal].stop == b, "a box goes on where its last page ended"
        hasil[awal] = range(awal, akhir.get(b, b) + 1)
    return hasil


@pytest.mark.parametrize("kode", TAHUN_CONTOH)
def test_every_page_of_the_wide_sheet_begins_with_the_text_of_every_box_that_goes_on(kode: str) -> None:
    lembar = lembar_panjang(kode)
    awal = [satu.id + 1 for satu in lembar.row_breaks.brk]
    assert len(awal) > 1 or kode == "PK"
    for baris in awal:
        assert all(lembar.cell(baris, k).value for k in range(1, lembar.max_column + 1)), baris


def test_a_leaf_higher_than_a_page_goes_on_over_rows_that_pages_can_part() -> None:
    lembar = lembar_panjang("PASER")
    batas = [satu.id for satu in lembar.row_breaks.brk]
    tinggi = [lembar.row_dimensions[b].height for b in range(5, lembar.max_row + 1)]
    halaman = [sum(tinggi[a - 4 : z - 4]) for a, z in pairwise([4, *batas, lembar.max_row])]
    lebar = [LEBAR.get(str(sel.value), LEBAR_JENJANG) for sel in lembar[4]]
    assert max(halaman) <= ruang_halaman(lebar)
    assert any(str(sel.value).startswith("(lanjutan)\n•") for baris in lembar.iter_rows(min_row=5) for sel in baris)


def test_a_printed_target_has_its_space_before_the_percent_sign() -> None:
    teks = {str(sel.value) for sel in lembar_panjang("PASER")["D"][4:]}
    assert any("80 %" in satu for satu in teks)
    assert not any("0%" in satu for satu in teks)


def test_columns_that_hold_nothing_are_left_out_and_named() -> None:
    lembar = lembar_panjang("PASER")
    assert [sel.value for sel in lembar[4]][3:6] == ["Target", "Individu 1", "Individu 2"]
    assert str(lembar["A2"].value).endswith("Kolom tanpa isi: Program, Kegiatan, Sub Kegiatan.")


@pytest.mark.parametrize("kode", TAHUN_CONTOH)
def test_no_two_cells_of_the_wide_sheet_overlap(kode: str) -> None:
    lembar = lembar_panjang(kode)
    wilayah = [(r.min_row, r.max_row, r.min_col) for r in lembar.merged_cells.ranges]
    terpakai = [(b, k) for awal, akhir, k in wilayah for b in range(awal, akhir + 1)]
    assert len(terpakai) == len(set(terpakai))


def test_the_overview_has_a_cell_for_every_box_and_one_root() -> None:
    for kode in TAHUN_CONTOH:
        p = pohon_contoh(kode)
        jejak = icicle(p.pohon, p.k.hasil.indikator, "Badan", p.pohon.simpul)["data"][0]
        assert set(p.pohon.simpul) <= set(jejak["ids"])
        assert jejak["parents"].count("") == 1
        assert set(jejak["parents"]) - {""} <= set(jejak["ids"])


def test_the_overview_of_a_filter_holds_its_boxes_with_their_way_and_their_names() -> None:
    p = pohon_contoh("PEMALANG")
    tampil = p.beserta_induk(p.cocok(SaringanPohon(jenjang=("program",))))
    jejak = icicle(p.pohon, p.k.hasil.indikator, "Badan", tampil)["data"][0]
    assert set(jejak["ids"]) - {AKAR} == tampil < set(p.pohon.simpul)
    program = [kode for kode in tampil if p.pohon.simpul[kode].jenjang == "program"]
    assert len(program) > 1
    for kode in program:
        urutan = jejak["ids"].index(kode)
        assert jejak["values"][urutan] == 1
        assert p.pohon.simpul[kode].sasaran.split()[0] in jejak["labels"][urutan]


def test_a_crowded_box_counts_its_indicators_by_status_worst_first() -> None:
    p = pohon_contoh("PASER", 4)
    isi = lencana(p.hasil("IND-24-01"))
    assert sum(satu.jumlah for satu in isi) == 75
    assert isi[0].teks.endswith("kritis")
    assert all(not satu.nama for satu in isi)


def test_filtered_boxes_keep_the_way_to_them_as_context() -> None:
    p = pohon_contoh("PEMALANG")
    cocok = p.cocok(SaringanPohon(jenjang=("kegiatan",)))
    isi = isi_pohon(p, p.beserta_induk(cocok), cocok)
    konteks = {s["kode"] for s in isi["simpul"] if s["konteks"]}
    assert len(cocok) == 22
    assert konteks == {kode for kode in p.pohon.simpul if kode[:3] in ("TUJ", "SAS", "PRG")}


def test_all_parts_of_a_filter_must_fit() -> None:
    p = pohon_contoh("PEMALANG")
    pemilik = p.pemilik_kode["KEG-11"]
    keduanya = p.cocok(SaringanPohon(pemilik=pemilik, jenjang=("sub_kegiatan",)))
    assert keduanya == frozenset({"SUB-03", "SUB-04", "SUB-18"})
    assert p.cocok(SaringanPohon()) == frozenset(p.pohon.simpul)
