"""Every .xlsx that a page or a command hands out prints as wide as its page, and no text is higher than its row."""

import re
from decimal import Decimal
from functools import cache
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from openpyxl import load_workbook
from openpyxl.cell import Cell, MergedCell
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from dashboard.components.pohon.unduh import bahan_unduhan
from dashboard.components.temuan.unduh import baris_temuan, dokumen_temuan
from dashboard.domain.dasar.hak import PERENCANA_BAWAAN
from dashboard.domain.dasar.periode import SampaiDengan
from dashboard.exports.berkas_xlsx import tulis_xlsx as tulis_ekspor
from dashboard.exports.cascading_xlsx import UKURAN, cascading_xlsx
from dashboard.exports.riwayat_xlsx import tulis_riwayat
from dashboard.exports.skenario_xlsx import skenario_xlsx
from dashboard.exports.tanda_xlsx import tulis_tanda
from dashboard.exports.templat_xlsx import tulis_templat
from dashboard.exports.temuan_xlsx import ketidaksesuaian_xlsx
from dashboard.lembar_cetak import (
    LEBAR_TEKS,
    PIKSEL_GANJAL,
    PIKSEL_HURUF,
    SISA_LEBAR,
    TINGGI_MAKS,
    lebar_kata,
    skala_cetak,
    tinggi_teks,
)
from dashboard.services.data.impor import tulis_buku_kerja
from dashboard.services.data.keluar.ekspor import baca_ekspor
from dashboard.services.data.keluar.templat import ISI_TEMPLAT, susun_templat
from dashboard.services.kinerja import kinerja
from dashboard.services.pohon import pohon_kinerja
from dashboard.services.riwayat import SaringanRiwayat, baris_ekspor, riwayat
from dashboard.services.simulasi import susun_simulasi, terpenting
from dashboard.services.temuan import daftar
from tests.contoh_dasar import TAHUN
from tests.sample_database import sample_engine

SKALA_TERBACA = 0.5
"""Letters of 11 points are then at least 5,5 points high on paper."""
SEBARIS = tinggi_teks("", 10)
PEMBULATAN = 0.75
"""A file keeps heights in whole pixels."""
KODE_PERIODE = re.compile(r"\b(TW[1-4]|BLN\d\d)\b")
KERTAS = {"9": "A4", "8": "A3"}
TAK_TERBACA = b""
"""Of a file that cannot be read only the list comes back, the sheet that is ours."""
PANJANG = "Tulis angka dengan koma untuk desimal dan titik untuk ribuan, seperti 13,7 atau 1.234,5. " * 2
BERKAS = ("cascading", "ketidaksesuaian", "riwayat", "skenario", "templat", "ekspor", "buku-kerja", "bertanda")


@cache
def berkas(instansi: str, jenis: str) -> bytes:
    """One file of a sample agency as the program writes it, at the end of its year."""
    engine, tahun = sample_engine(), TAHUN[instansi]
    if jenis in {"buku-kerja", "ekspor"}:
        with TemporaryDirectory() as folder:
            tujuan = Path(folder) / "berkas.xlsx"
            if jenis == "ekspor":
                tulis_ekspor(baca_ekspor(engine, PERENCANA_BAWAAN, instansi, tahun, "TW4").isi, tujuan)
            else:
                tulis_buku_kerja(engine, instansi, tujuan)
            return tujuan.read_bytes()
    if jenis == "templat":
        t = susun_templat(engine, PERENCANA_BAWAAN, instansi, tahun, ISI_TEMPLAT["Realisasi dan target"])
        return tulis_templat(t.nama_instansi, t.tahun, t.baris, t.kode, t.satuan)
    if jenis == "bertanda":
        masalah = [("realisasi", f"D{b}", "13.7", PANJANG, PANJANG) for b in range(2, 40)]
        return tulis_tanda(TAK_TERBACA, masalah)
    if jenis == "riwayat":
        semua = riwayat(engine, PERENCANA_BAWAAN, instansi, SaringanRiwayat(), 300)
        return tulis_riwayat(f"Riwayat perubahan data {instansi}", baris_ekspor(semua.perubahan))
    if jenis == "ketidaksesuaian":
        r = daftar(engine, PERENCANA_BAWAAN, instansi, tahun)
        return ketidaksesuaian_xlsx(
            [baris_temuan(r, b) for b in r.butir], dokumen_temuan(r, r.butir), f"{instansi}, tahun {tahun}"
        )
    k = kinerja(engine, PERENCANA_BAWAAN, instansi, SampaiDengan(tahun, 4))
    if jenis == "cascading":
        return cascading_xlsx(bahan_unduhan(pohon_kinerja(k)))
    s = susun_simulasi(k)
    kunci = next(satu for h in terpenting(k) for satu in s.kunci_untuk(h.kode))
    return skenario_xlsx(s.dasar, s.hitung({kunci: Decimal(60)}), "Uji", {"Instansi": instansi})


def lembar(instansi: str, jenis: str) -> list[Worksheet]:
    return list(load_workbook(BytesIO(berkas(instansi, jenis))).worksheets)


def lebar(satu: Worksheet) -> list[float]:
    """The widths of the columns that hold something, ranges of equal columns spelt out."""
    ukuran = {
        k: round(d.width - PIKSEL_GANJAL / PIKSEL_HURUF)
        for d in satu.column_dimensions.values()
        for k in range(d.min or 0, (d.max or 0) + 1)
    }
    return [ukuran[k] for k in range(1, satu.max_column + 1)]


@pytest.mark.parametrize("jenis", BERKAS)
@pytest.mark.parametrize("instansi", TAHUN)
def test_every_sheet_is_as_wide_as_its_page_with_headings_and_a_page_number(instansi: str, jenis: str) -> None:
    for satu in lembar(instansi, jenis):
        cetak = satu.page_setup
        assert cetak.orientation == "landscape"
        if satu.row_breaks.brk:  # pages end where we say, which a fitted sheet ignores
            skala = skala_cetak(lebar(satu), KERTAS[str(cetak.paperSize)])
            assert SKALA_TERBACA <= (cetak.scale or 100) / 100 <= skala * SISA_LEBAR
        else:
            assert satu.sheet_properties.pageSetUpPr is not None
            assert satu.sheet_properties.pageSetUpPr.fitToPage
            assert (cetak.fitToWidth or 1, cetak.fitToHeight) == (1, 0)
        assert satu.print_title_rows
        assert satu.oddFooter is not None
        assert "&P dari &N" in str(satu.oddFooter.right.text)
        assert skala_cetak(lebar(satu), KERTAS[str(cetak.paperSize)]) >= SKALA_TERBACA, satu.title


@pytest.mark.parametrize("jenis", [satu for satu in BERKAS if satu not in {"templat", "buku-kerja"}])
@pytest.mark.parametrize("instansi", TAHUN)
def test_what_is_read_and_not_handed_in_again_names_periods_and_leaves_no_sheet_empty(
    instansi: str, jenis: str
) -> None:
    for satu in lembar(instansi, jenis):
        teks = [str(sel) for baris in satu.iter_rows(values_only=True) for sel in baris if sel is not None]
        assert [t for t in teks if KODE_PERIODE.search(t)] == []
        assert satu.max_row > 1 + bool(satu.freeze_panes and satu.freeze_panes.endswith("3")), satu.title


@pytest.mark.parametrize("jenis", BERKAS)
@pytest.mark.parametrize("instansi", TAHUN)
def test_no_text_is_higher_than_its_row(instansi: str, jenis: str) -> None:
    for satu in lembar(instansi, jenis):
        gabung = {r.coord.split(":")[0]: r for r in satu.merged_cells.ranges}
        kolom = lebar(satu)
        for sel in (sel for baris in satu.iter_rows() for sel in baris if isinstance(sel.value, str)):
            rentang = gabung.get(sel.coordinate)
            akhir = rentang.max_row if rentang else sel.row
            tinggi = [satu.row_dimensions[b].height for b in range(sel.row, akhir + 1)]
            assert all(t is None or t <= TINGGI_MAKS for t in tinggi)
            perlu = tinggi_teks(str(sel.value), kolom[sel.column - 1], sel.font.sz or UKURAN)
            if not sel.alignment.wrap_text:
                assert _sebaris(sel, perlu), (satu.title, sel.coordinate)
                continue
            assert sum(t or SEBARIS for t in tinggi) >= perlu - PEMBULATAN, (satu.title, sel.coordinate)


def _sebaris(sel: Cell | MergedCell, perlu: float) -> bool:
    """One line is right for a title over empty cells, for what fits, and, cut at its edge, for what no row holds."""
    return (
        sel.column == 1 or perlu <= 2 * SEBARIS or (perlu > TINGGI_MAKS * 0.95 and sel.alignment.horizontal == "fill")
    )


@pytest.mark.parametrize("jenis", BERKAS)
@pytest.mark.parametrize("instansi", TAHUN)
def test_no_word_is_torn_that_a_wider_column_could_hold(instansi: str, jenis: str) -> None:
    """The contract's headings are single words with underlines, which may be torn."""
    for satu in lembar(instansi, jenis):
        kolom = lebar(satu)
        sempit = {k for k, muat in enumerate(kolom) if muat < LEBAR_TEKS}
        kata = {
            (sel.column - 1, w)
            for baris in satu.iter_rows()
            for sel in baris
            if isinstance(sel.value, str) and sel.alignment.wrap_text and sel.column - 1 in sempit
            for w in sel.value.split()
            if sel.row > 1 or (jenis != "buku-kerja" and "_" not in w)
        }
        assert {w for k, w in kata if lebar_kata(w) > kolom[k]} == set(), satu.title


def test_a_leaf_too_high_for_one_row_takes_several() -> None:
    (satu,) = lembar("PASER", "cascading")
    assert max(satu.row_dimensions[b].height for b in range(5, satu.max_row + 1)) <= TINGGI_MAKS
    assert get_column_letter(satu.max_column) >= "I"
