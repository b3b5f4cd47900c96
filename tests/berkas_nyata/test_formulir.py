"""A form of an agency is read as it is meant: headers joined, quarters made rows, what is no data left out and said."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import Engine

from dashboard.domain.dasar.hak import PERENCANA_BAWAAN
from dashboard.domain.dasar.periode import ROMAWI, nama_periode
from dashboard.services.data.impor import ambil_alih
from dashboard.services.data.masuk import PratinjauBuku, periksa_serahan
from dashboard.services.data.pemetaan import Usulan, kolom_diisikan, kolom_wajib_kurang, perlu_lembar, usulkan
from dashboard.services.data.serahan import Serahan, Unggahan, baca_unggahan
from tests.berkas_nyata.formulir import TRIWULAN, IsiSel, dua_baris, formulir
from tests.builders import buku_kecil, tulis_csv

IKU, PRG1, PRG2 = "Indikator IKU", "Indikator PRG1", "Indikator PRG2"
TETAP = {"tahun": "2024", "sumber_nilai": "resmi", "periode": "TW2"}
SATU: list[tuple[IsiSel, ...]] = [("No", "Indikator Kinerja", "Satuan", "Target", *TRIWULAN)]


@pytest.fixture
def terisi(engine: Engine, tmp_path: Path) -> Engine:
    laporan = ambil_alih(engine, tulis_csv(tmp_path / "awal", buku_kecil()), pelaku=PERENCANA_BAWAAN)
    assert laporan.diambil, laporan.teks()
    return engine


def usulan(isi: bytes, nama: str = "a.xlsx") -> Usulan:
    (satu,) = usulkan(baca_unggahan([Unggahan(nama, isi)]), {})
    return satu


def pertanyaan(satu: Usulan) -> list[str]:
    """What the page asks about a form: what it is, where its headings do not say, and what the file does not hold."""
    assert kolom_wajib_kurang(satu.peta) == ()
    return [*(["lembar"] if perlu_lembar(satu.peta) else []), *(kolom.nama for kolom in kolom_diisikan(satu.peta))]


def serahkan(engine: Engine, isi: bytes, nama: str = "a.xlsx") -> PratinjauBuku:
    """Handed in as proposed, each question answered as offered."""
    satu = usulan(isi, nama)
    ditanya = pertanyaan(satu)
    assert len(ditanya) <= 3
    tetap = tuple((kolom, satu.petunjuk.get(kolom, TETAP[kolom])) for kolom in ditanya if kolom != "lembar")
    serahan = Serahan((Unggahan(nama, isi),), peta=((satu.buku, replace(satu.peta, tetap=tetap)),))
    return periksa_serahan(engine, PERENCANA_BAWAAN, "UJI", serahan)


def nilai(pratinjau: PratinjauBuku) -> dict[str, str]:
    """The values by sheet and key, as they would be written."""
    assert not pratinjau.masalah, pratinjau.masalah
    return {
        b.hal: next(baru for label, _, baru in b.isi if label in {"Realisasi", "Target"})
        for b in pratinjau.baris
        if b.aksi != "tetap"
    }


def realisasi(**isi: str) -> dict[str, str]:
    """IKU_TW2="40" as the preview names it."""
    return {
        f"realisasi {k.rpartition('_')[0]} / 2024 / {nama_periode(k.rpartition('_')[2])}": v for k, v in isi.items()
    }


DATA: list[tuple[IsiSel, ...]] = [(1, IKU, "%", 85.5, None, 40, 50.5, None), (2, PRG2, "nilai", None, None, 3, None, 4)]
HASIL = realisasi(IKU_TW2="40", IKU_TW3="50,5", PRG2_TW2="3", PRG2_TW4="4")


@pytest.mark.parametrize("mulai", [4, 6, 7, 9])
def test_a_header_under_a_letterhead_is_found_and_its_quarters_become_rows(terisi: Engine, mulai: int) -> None:
    isi = formulir(SATU, DATA, mulai=mulai)
    satu = usulan(isi)
    assert (satu.peta.lembar, satu.peta.baris_judul, satu.petunjuk["tahun"]) == ("realisasi", mulai, "2024")
    assert pertanyaan(satu) == ["lembar", "tahun", "sumber_nilai"]
    assert nilai(serahkan(terisi, isi)) == HASIL


@pytest.mark.parametrize(
    "judul",
    [
        ("Triwulan 1", "Triwulan 2", "Triwulan 3", "Triwulan 4"),
        ("TW.1", "TW.2", "TW.3", "TW.4"),
        ("Trw I", "Trw II", "Trw III", "Trw IV"),
        ("TRIWULAN-I", "TRIWULAN-II", "TRIWULAN-III", "TRIWULAN-IV"),
        ("Triw. I", "Triw. II", "Triw. III", "Triw. IV"),
        ("Triwulan\nI", "Triwulan\nII", "Triwulan\nIII", "Triwulan\nIV"),
        ("TW1", "TW2", "TW3", "TW4"),
        ("Triwulan ke-1", "Triwulan ke-2", "Triwulan ke-3", "Triwulan ke-4"),
        ("Triwulan Pertama", "Triwulan Kedua", "Triwulan Ketiga", "Triwulan Keempat"),
        ("I", "II", "III", "IV"),
        ("Q1", "Q2", "Q3", "Q4"),
        ("Realisasi TW I", "Realisasi TW II", "Realisasi TW III", "Realisasi TW IV"),
        ("Capaian Kinerja Triwulan I", "Capaian Kinerja Triwulan II", "Capaian TW III", "Capaian Tw. IV Tahun 2024"),
    ],
)
def test_the_quarters_are_known_by_many_names(terisi: Engine, judul: Sequence[str]) -> None:
    assert nilai(serahkan(terisi, formulir([(*SATU[0][:4], *judul)], DATA))) == HASIL


def test_months_side_by_side_are_months(terisi: Engine) -> None:
    isi = formulir([("No", "Indikator", "Januari", "Feb", "Mar", "April")], [(1, IKU, 1, None, 3, 4)])
    assert nilai(serahkan(terisi, isi)) == realisasi(IKU_BLN01="1", IKU_BLN03="3", IKU_BLN04="4")


@pytest.mark.parametrize("bergabung", [True, False])
def test_a_header_of_two_rows_is_joined_and_gives_both_target_and_realisasi(terisi: Engine, *, bergabung: bool) -> None:
    judul, gabungan = dua_baris({"Target": TRIWULAN, "Realisasi": TRIWULAN}, "No", "Indikator Kinerja", "Satuan")
    isi = formulir(
        judul, [(1, PRG2, "nilai", 1, 2, 3, 4, 1, 2, None, None)], gabungan=gabungan if bergabung else (), kaki=()
    )
    satu = usulan(isi)
    assert (satu.peta.baris_judul, satu.peta.tinggi) == (8, 2)
    assert pertanyaan(satu) == ["tahun", "sumber_nilai"]
    assert nilai(serahkan(terisi, isi)) == {
        **{f"target PRG2 / 2024 / TW {romawi} / awal": str(i) for i, romawi in ROMAWI.items()},
        **realisasi(PRG2_TW1="1", PRG2_TW2="2"),
    }


def test_target_and_realisasi_under_each_quarter_are_told_apart_and_the_percentage_is_not_taken(terisi: Engine) -> None:
    bawah = ("Target", "Realisasi", "Capaian (%)")
    judul, gabungan = dua_baris({"TW I": bawah, "TW II": bawah}, "No", "Indikator Kinerja")
    isi = formulir(judul, [(1, PRG2, 1, 2, 200, 3, 4, 133)], gabungan=gabungan, kaki=())
    hasil = nilai(serahkan(terisi, isi))
    assert sorted(hasil.values()) == ["1", "2", "3", "4"]
    assert {k for k in hasil if k.startswith("realisasi")} == set(realisasi(PRG2_TW1="", PRG2_TW2=""))


def test_letters_and_whole_numbers_head_columns_too(terisi: Engine) -> None:
    judul, gabungan = dua_baris({"TW 1": ("T", "R", "%"), "TW 2": ("T", "R", "%")}, "No", "Indikator Kinerja")
    isi = formulir(judul, [(1, PRG2, 1, 2, 200, 3, 4, 133)], gabungan=gabungan)
    assert sorted(nilai(serahkan(terisi, isi)).values()) == ["1", "2", "3", "4"]
    judul, gabungan = dua_baris({"Realisasi Triwulan ke-": (1, 2, 3, 4)}, "No", "Indikator Kinerja")
    isi = formulir(judul, [(1, IKU, None, 40, 50.5, None), (2, PRG2, None, 3, None, 4)], gabungan=gabungan)
    assert nilai(serahkan(terisi, isi)) == HASIL


def test_three_rows_of_header_are_joined(terisi: Engine) -> None:
    judul: list[tuple[IsiSel, ...]] = [
        ("No", "Indikator", "Tahun 2024", None, None, None),
        (None, None, "Realisasi", None, None, None),
        (None, None, *TRIWULAN),
    ]
    baris: list[tuple[IsiSel, ...]] = [(1, IKU, None, 40, 50.5, None), (2, PRG2, None, 3, None, 4)]
    gabungan = ["A7:A9", "B7:B9", "C7:F7", "C8:F8"]
    assert nilai(serahkan(terisi, formulir(judul, baris, gabungan=gabungan))) == HASIL


def test_a_title_that_names_a_quarter_is_no_header_and_offers_year_and_quarter(terisi: Engine) -> None:
    isi = formulir(
        [("No", "Indikator Kinerja", "Target", "Realisasi", "%")],
        [(1, IKU, 85.5, 40, 50), (2, PRG2, None, 3, None)],
        kop=("LAPORAN KINERJA", "TRIWULAN III TAHUN 2024"),
    )
    satu = usulan(isi)
    assert (satu.peta.baris_judul, dict(satu.petunjuk)) == (7, {"tahun": "2024", "periode": "TW3"})
    assert pertanyaan(satu) == ["tahun", "periode", "sumber_nilai"]
    assert nilai(serahkan(terisi, isi)) == realisasi(IKU_TW3="40", PRG2_TW3="3")


def test_numerals_alone_under_a_word_are_its_quarters(terisi: Engine) -> None:
    judul, gabungan = dua_baris({"Realisasi Kinerja Triwulan": ("I", "II", "III", "IV")}, "No", "Indikator Kinerja")
    isi = formulir(judul, [(1, IKU, None, 40, 50.5, None), (2, PRG2, None, 3, None, 4)], gabungan=gabungan)
    assert pertanyaan(usulan(isi)) == ["tahun", "sumber_nilai"]
    assert nilai(serahkan(terisi, isi)) == HASIL


def test_a_plan_of_action_is_taken_for_targets(terisi: Engine) -> None:
    isi = formulir(SATU, [(1, PRG2, "nilai", 9, 1, 3, 5, 9)], kop=("RENCANA AKSI PERJANJIAN KINERJA", "TAHUN 2024"))
    satu = usulan(isi)
    assert satu.peta.lembar == "target"
    assert dict(satu.peta.kolom)["Target"] == "nilai@TAHUN"


NOMOR_KOLOM = "berisi nomor kolom"
SISIPAN: list[tuple[tuple[IsiSel, ...], str]] = [
    ((None, "(1)", "(2)", "(3)", "(4)", "(5)", "(6)"), NOMOR_KOLOM),
    ((1, 2, 3, 4, 5, 6, "7 = 6 : 5"), NOMOR_KOLOM),
    ((None, "Jumlah", None, None, 0, 43, 50.5, 4), "adalah jumlah atau rata-rata (“Jumlah”)"),
    (("Rata-rata capaian kinerja", None, None, None, 0, 21, 25, 2), "adalah jumlah atau rata-rata"),
    ((None, "SUB TOTAL PROGRAM I", None, None, 0, 21, 25, 2), "adalah jumlah atau rata-rata"),
    ((None, "Total :", None, None, 0, 21, 25, 2), "adalah jumlah atau rata-rata"),
    ((None, "Rerata", None, None, 0, 21, 25, 2), "adalah jumlah atau rata-rata"),
    (("I", "Sasaran: Meningkatnya mutu", None, None, None, None, None, None), "tidak memuat nilai"),
    (SATU[0], "mengulang judul kolom (“Indikator Kinerja”)"),
]


@pytest.mark.parametrize(
    ("sisipan", "kata", "letak"),
    [(*satu, letak) for satu in SISIPAN for letak in ((0,) if satu[1] == NOMOR_KOLOM else (0, 1))],
)
def test_what_is_no_data_is_left_out_and_said(
    terisi: Engine, sisipan: tuple[IsiSel, ...], kata: str, letak: int
) -> None:
    baris = [*DATA[:letak], sisipan, *DATA[letak:]]
    pratinjau = serahkan(terisi, formulir(SATU, baris))
    assert nilai(pratinjau) == HASIL
    assert any(f"Lembar Rekap: baris {8 + letak} {kata}" in satu for satu in pratinjau.catatan), pratinjau.catatan
    assert any("berada di bawah tabel" in satu for satu in pratinjau.catatan)


def test_an_indicator_that_begins_like_a_sum_is_no_sum(terisi: Engine) -> None:
    baris = [(1, "Jumlah ASN", "orang", None, None, 5100, None, None), (2, "Jumlah", None, None, None, 3, None, None)]
    satu = usulan(formulir(SATU, baris))
    pratinjau = serahkan(terisi, formulir(SATU, baris))
    assert satu.peta.lembar == "realisasi"
    assert [t.sel for t in pratinjau.pertanyaan] == ["realisasi!B9"], "an item with a number of its own is an indicator"
    assert [b.hal for b in pratinjau.baris if b.aksi == "tambah"] == ["realisasi JUMLAH_ASN / 2024 / TW II"]


def test_letters_under_an_indicator_are_rows_where_known_and_details_where_not(terisi: Engine) -> None:
    baris: list[tuple[IsiSel, ...]] = [
        (1, f"1. {IKU}", "%", 85.5, None, 40, None, None),
        ("a.", PRG1, "orang", None, None, 4000, None, None),
        (None, "b. Jumlah ASN;", "orang", None, None, 5000, None, None),
        ("c", "Pegawai yang pensiun", "orang", None, None, 7, None, None),
        (None, "- dari daerah lain", "orang", None, None, 8, None, None),
        (2, PRG2, "nilai", None, None, 3, None, None),
    ]
    pratinjau = serahkan(terisi, formulir(SATU, baris))
    assert nilai(pratinjau) == realisasi(IKU_TW2="40", PRG1_TW2="4000", JUMLAH_ASN_TW2="5000", PRG2_TW2="3")
    assert (
        "Lembar Rekap: baris 11-12 merinci angka indikator di atasnya (“Pegawai yang pensiun”, “- dari daerah lain”), "
        "tidak diambil." in pratinjau.catatan
    )


def test_unknown_letters_under_an_indicator_without_a_figure_are_asked_about_at_their_cell(terisi: Engine) -> None:
    baris: list[tuple[IsiSel, ...]] = [
        (1, IKU, "%", 85.5, None, None, None, None),
        ("a.", "Entah apa", "%", None, None, 40, None, None),
    ]
    assert [t.sel for t in serahkan(terisi, formulir(SATU, baris)).pertanyaan] == ["realisasi!B9"]


def test_an_unknown_indicator_is_asked_about_once_and_a_figure_without_one_refused_at_its_cell(terisi: Engine) -> None:
    baris = [*DATA, (3, "Indikator lain", "%", None, 4, 5, None, None), (4, None, None, None, None, 6, None, None)]
    pratinjau = serahkan(terisi, formulir(SATU, baris))
    assert [t.sel for t in pratinjau.pertanyaan] == ["realisasi!B10"], "a table of targets and reports asks once"
    assert [m.sel for m in pratinjau.masalah] == ["realisasi!B11"]


def test_a_name_merged_over_its_periods_is_read_for_each_and_said(terisi: Engine) -> None:
    judul = [("No", "Indikator", "Triwulan", "Realisasi")]
    baris: list[tuple[IsiSel, ...]] = [
        (1, IKU, "II", 40),
        (None, None, "III", 50.5),
        (2, PRG2, "II", 3),
        (None, None, "IV", 4),
    ]
    gabungan = ("B8:B9", "A8:A9", "B10:B11")
    pratinjau = serahkan(terisi, formulir(judul, baris, gabungan=gabungan))
    assert nilai(pratinjau) == HASIL
    assert "Lembar Rekap: isi sel gabungan B8:B9 dibaca untuk setiap barisnya." in pratinjau.catatan
    tanpa = serahkan(terisi, formulir(judul, baris))
    assert [m.sel for m in tanpa.masalah] == ["realisasi!B9", "realisasi!B11"], (
        "a blank that is not merged is not filled"
    )


@pytest.mark.parametrize(("rentang", "sel"), [("E8:H8", "realisasi!E8"), ("F8:F9", "realisasi!F8")])
def test_one_figure_merged_over_several_rows_or_quarters_is_refused(terisi: Engine, rentang: str, sel: str) -> None:
    baris: list[tuple[IsiSel, ...]] = [
        (1, IKU, "%", None, 40, 40, None, None),
        (2, PRG2, "nilai", None, None, None, None, 4),
    ]
    (masalah,) = serahkan(terisi, formulir(SATU, baris, gabungan=[rentang])).masalah
    assert masalah.sel == sel
    assert rentang in masalah.salah


def test_one_heading_over_number_and_name_heads_the_name(terisi: Engine) -> None:
    judul = [("Indikator Kinerja", None, "Satuan", *TRIWULAN)]
    baris: list[tuple[IsiSel, ...]] = [(1, IKU, "%", None, 40, 50.5, None), ("a.", PRG2, "nilai", None, 3, None, 4)]
    isi = formulir(judul, baris, gabungan=["A7:B7"])
    assert dict(usulan(isi).peta.kolom)["Indikator Kinerja"] == "indikator"
    assert nilai(serahkan(terisi, isi)) == HASIL


def test_a_csv_of_such_a_form_is_read_alike(terisi: Engine) -> None:
    isi = (
        "LAPORAN CAPAIAN KINERJA TAHUN 2024,,,,,\n\n,,Realisasi,,,\nNo,Indikator,TW I,TW II,TW III,TW IV\n"
        f'1,{IKU},,40,"50,5",\n2,{PRG2},,3,,4\n,Jumlah,,43,"50,5",4\n\n,,,,,"Kota Contoh, 10 Januari 2025"\n'
    )
    pratinjau = serahkan(terisi, isi.encode(), "rekap.csv")
    assert nilai(pratinjau) == HASIL
    assert any("baris 7 adalah jumlah" in satu for satu in pratinjau.catatan)


def test_a_running_total_names_no_quarter_and_a_single_numeral_none(terisi: Engine) -> None:
    kolom = dict(usulan(formulir([("No", "Indikator", "TW I", "Realisasi s.d. TW I", "TW II")], DATA)).peta.kolom)
    assert kolom["Realisasi s.d. TW I"] == ""
    kolom = dict(usulan(formulir([("Indikator", "Tahun", "Triwulan", "Realisasi", "II")], DATA)).peta.kolom)
    assert kolom["II"] == ""
