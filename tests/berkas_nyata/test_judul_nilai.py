"""Which heading of a foreign table holds its values; where none does, nothing is proposed to be taken."""

import pytest
from sqlalchemy import Engine

from dashboard.services.data.pemetaan import kolom_wajib_kurang
from dashboard.services.data.pemetaan_judul import perbandingan, tanpa_tahun
from data_access.workbook.periksa.masalah import ABAIKAN
from tests.berkas_nyata.formulir import IsiSel, formulir
from tests.berkas_nyata.test_formulir import IKU, PRG2, nilai, realisasi, serahkan, terisi, usulan

__all__ = ["terisi"]


def peta(*judul: str, isi: tuple[IsiSel, ...] = (IKU, 85.5, 40, 47)) -> tuple[str, dict[str, str], list[str]]:
    """Sheet, meaning of each heading taken, and what only a heading could give and none does."""
    satu = usulan(formulir([judul], [isi[: len(judul)]], kop=())).peta
    return satu.lembar, {j: k for j, k in satu.kolom if k}, [k.nama for k in kolom_wajib_kurang(satu)]


@pytest.mark.parametrize(
    ("judul", "kolom"),
    [
        (
            ("Nama Indikator", "Target 2025", "Capaian TW IV"),
            {"Nama Indikator": "indikator", "Capaian TW IV": "nilai@TW4"},
        ),
        (("Indikator", "Realisasi 2025"), {"Indikator": "indikator", "Realisasi 2025": "nilai"}),
        (("Indikator", "Target", "Realisasi Tahun 2025"), {"Indikator": "indikator", "Realisasi Tahun 2025": "nilai"}),
        (("URAIAN", "TARGET", "REALISASI TRIWULAN IV"), {"URAIAN": "indikator", "REALISASI TRIWULAN IV": "nilai@TW4"}),
        (("Indikator", "Target", "Capaian"), {"Indikator": "indikator", "Capaian": "nilai"}),
        (("Indikator", "Target", "Realisasi", "Capaian"), {"Indikator": "indikator", "Realisasi": "nilai"}),
        (("Indikator", "Target", "Capaian", "Realisasi"), {"Indikator": "indikator", "Realisasi": "nilai"}),
    ],
)
def test_the_heading_of_the_value_is_found(judul: tuple[str, ...], kolom: dict[str, str]) -> None:
    assert peta(*judul) == ("realisasi", kolom, [])


@pytest.mark.parametrize("capaian", ["Capaian (%)", "% Capaian", "Persentase Capaian", "Tingkat Capaian", "Capaian %"])
def test_a_capaian_in_percent_of_its_target_is_no_realisasi(capaian: str) -> None:
    lembar, kolom, _ = peta("Indikator", "Target Tahun 2025", "Realisasi s.d. TW IV", capaian)
    assert lembar == ""
    assert capaian not in kolom
    assert peta("Indikator", "Target", "Realisasi TW IV", capaian)[1] == {
        "Indikator": "indikator",
        "Realisasi TW IV": "nilai@TW4",
    }


def test_money_beside_it_does_not_make_a_capaian_a_comparison() -> None:
    assert perbandingan(["Capaian", "Realisasi Anggaran (Rp)"]) == set()
    assert perbandingan(["Capaian", "Realisasi"]) == {"Capaian"}


def test_two_years_side_by_side_are_nobodys_guess() -> None:
    assert tanpa_tahun(["Realisasi 2024", "Realisasi 2025"]) == {
        "Realisasi 2024": "realisasi 2024",
        "Realisasi 2025": "realisasi 2025",
    }
    assert tanpa_tahun(["Target 2024", "Realisasi 2025"]) == {"Target 2024": "target", "Realisasi 2025": "realisasi"}
    assert "Realisasi 2024" not in peta("Indikator", "Realisasi 2024", "Realisasi 2025")[1]


def test_without_a_column_of_values_nothing_is_taken() -> None:
    lembar, _, kurang = peta("Indikator", "Kendala", "Solusi", isi=(IKU, "Anggaran terlambat", "Dipercepat"))
    assert (lembar, kurang) == ("realisasi", ["nilai"])


def test_a_plan_of_a_year_is_offered_for_the_year() -> None:
    satu = usulan(formulir([("Nama Indikator", "Target 2025")], [(IKU, 85.5)], kop=()))
    assert (satu.peta.lembar, satu.petunjuk) == ("target", {"tahun": "2025", "periode": "TAHUN"})


def test_such_a_table_is_taken_whole(terisi: Engine) -> None:
    isi = formulir([("Nama Indikator", "Target 2024", "Capaian TW IV")], [(IKU, 85.5, 40), (PRG2, 5, 3)])
    assert nilai(serahkan(terisi, isi)) == realisasi(IKU_TW4="40", PRG2_TW4="3")


@pytest.mark.parametrize(
    ("tertulis", "maksud"),
    [
        ("Indikatr IKU", ["IKU"]),
        ("INDIKATOR PRG", ["PRG1", "PRG2"]),
        ("Jumlah  ASN pgw", ["JUMLAH_ASN"]),
        ("Sesuatu yang lain sama sekali", []),
    ],
)
def test_an_unknown_row_is_asked_about_with_the_nearest_names_and_may_be_left_out(
    terisi: Engine, tertulis: str, maksud: list[str]
) -> None:
    isi = formulir([("Indikator", "Realisasi TW II")], [(IKU, 40), (tertulis, 3)])
    pratinjau = serahkan(terisi, isi)
    (tanya,) = pratinjau.pertanyaan
    assert (tanya.sel, tanya.subjek, pratinjau.jumlah_masalah) == ("realisasi!A9", " ".join(tertulis.split()), 0)
    *dekat, abaikan = zip(tanya.pilihan, tanya.arti, strict=True)
    assert {kode for kode, _ in dekat[: len(maksud)]} == set(maksud)
    assert all(f"({kode})" in arti for kode, arti in dekat)
    assert abaikan == (ABAIKAN, "abaikan baris")
    assert not pratinjau.boleh_diambil


def test_a_row_whose_value_was_cleared_is_left_out(terisi: Engine) -> None:
    isi = formulir([("Indikator", "Realisasi TW II")], [(IKU, 40), ("Sesuatu yang lain", None)])
    assert nilai(serahkan(terisi, isi)) == realisasi(IKU_TW2="40")


def test_figures_under_no_heading_are_left_out_and_said(terisi: Engine) -> None:
    pratinjau = serahkan(terisi, formulir([("Indikator", None, "TW I", "TW II")], [(IKU, 85.5, 40, 47)]))
    assert "Lembar Rekap: angka pada kolom B tidak berjudul dan tidak diambil." in pratinjau.catatan
    berjudul = serahkan(terisi, formulir([("Indikator", "Target", "TW I", "TW II")], [(IKU, 85.5, 40, 47)]))
    assert not any("tidak berjudul" in satu for satu in berjudul.catatan)
