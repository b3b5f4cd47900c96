"""Forms that say their periods or rows in another way: read where one can, else named, never something else."""

from dataclasses import replace

import pytest
from sqlalchemy import Engine

from dashboard.domain.dasar.hak import PERENCANA_BAWAAN
from dashboard.services.data.masuk import PratinjauBuku, periksa_serahan
from dashboard.services.data.pemetaan import usulkan
from dashboard.services.data.serahan import Serahan, Unggahan, baca_unggahan
from data_access.workbook.bentuk.nama_periode import periode_judul
from tests.berkas_nyata.formulir import IsiSel, formulir

IKU, PRG2 = "Indikator IKU", "Indikator PRG2"
TW = ("TW II", "TW III")


def serahkan(engine: Engine, judul: tuple[str, ...], *baris: tuple[IsiSel, ...], **arti: str) -> PratinjauBuku:
    """Handed in as a report with what is proposed, and with `arti` said on the page: heading to column."""
    unggahan = Unggahan("a.xlsx", formulir([judul], baris))
    (satu,) = usulkan(baca_unggahan([unggahan]), {})
    kolom = tuple((j, arti.get(f"kolom_{i}", dict(satu.peta.kolom).get(j, ""))) for i, j in enumerate(judul))
    tetap = [("tahun", "2024"), ("sumber_nilai", "resmi")]
    if not any("@" in k or k == "periode" for _, k in kolom):
        tetap.append(("periode", "TW2"))
    peta = replace(satu.peta, lembar="realisasi", baris_judul=7, tinggi=1, kolom=kolom, tetap=tuple(tetap))
    return periksa_serahan(engine, PERENCANA_BAWAAN, "UJI", Serahan((unggahan,), peta=((0, peta),)))


def nilai(p: PratinjauBuku) -> dict[str, str]:
    assert not p.masalah, p.masalah
    return {b.hal: baru for b in p.baris for nama, _, baru in b.isi if nama == "Realisasi"}


@pytest.mark.parametrize("ulang", [None, IKU])
@pytest.mark.parametrize("kata", [("Target", "Realisasi", "Capaian (%)"), ("T", "R", "C"), ("TARGET", "REALISASI", "")])
def test_rows_that_are_targets_are_no_report(terisi: Engine, kata: tuple[str, str, str], ulang: str | None) -> None:
    t, r, c = (satu.replace(" (%)", "") for satu in kata)
    tiga = (ulang, c, None, None) if not c else (ulang, c, 105, 102)
    p = serahkan(terisi, ("Indikator", "Uraian", *TW), (IKU, t, 40, 60), (ulang, r, 42, 61), tiga)
    assert nilai(p) == {"realisasi IKU / 2024 / TW II": "42", "realisasi IKU / 2024 / TW III": "61"}
    assert any("baris 8 berisi target, bukan realisasi, dan dilewati" in satu for satu in p.catatan)


def test_a_plan_that_is_not_reported_on_yet_is_no_report(terisi: Engine) -> None:
    p = serahkan(terisi, ("Indikator", "Uraian", *TW), (IKU, "Target", 40, 60), (None, "Realisasi", None, None))
    assert p.jumlah["tambah"] == 0


def test_a_column_of_other_words_parts_nothing(terisi: Engine) -> None:
    p = serahkan(terisi, ("Indikator", "Uraian", *TW), (IKU, "Target", 40, None), (PRG2, "menurut Renstra", 3, None))
    assert len(nilai(p)) == 2


@pytest.mark.parametrize(
    "judul", ["Realisasi s.d. TW II", "Realisasi hingga Triwulan II", "Realisasi Semester I", "Smt. I"]
)
def test_a_running_total_or_a_half_year_is_named_and_never_a_quarter(terisi: Engine, judul: str) -> None:
    p = serahkan(terisi, ("Indikator", "Realisasi TW III", judul), (IKU, 60, 90))
    assert nilai(p) == {"realisasi IKU / 2024 / TW III": "60"}
    assert any(f"kolom {judul} berisi angka" in satu and "tidak diambil" in satu for satu in p.catatan)
    p = serahkan(terisi, ("Indikator", judul), (IKU, 90), kolom_0="indikator", kolom_1="nilai")
    (masalah,) = p.masalah
    assert masalah.sel == "realisasi!B7"
    assert masalah.salah.startswith("berisi angka")


@pytest.mark.parametrize(
    "judul",
    ["tw i ii", "tw 1 2", "tw i dan ii", "triwulan i iv", "tw i sd ii", "tw i hingga iii", "tw i dan tw ii", "jan feb"],
)
def test_two_quarters_in_a_heading_are_not_the_first(judul: str) -> None:
    assert periode_judul([judul]) == {}


def test_a_half_year_in_a_column_of_periods_is_refused_at_its_cell(terisi: Engine) -> None:
    p = serahkan(terisi, ("Indikator", "Periode", "Realisasi"), (IKU, "Semester I", 40), (PRG2, "s.d. TW II", 3))
    assert [satu.sel for satu in p.masalah] == ["realisasi!B8", "realisasi!B9"]


@pytest.mark.parametrize(
    ("judul", "salah"),
    [
        ("Realisasi (ribu rupiah)", "menyebut angka dalam ribu"),
        ("Realisasi TW II (Rp Juta)", "menyebut angka dalam juta"),
        ("Capaian dlm jutaan", "menyebut angka dalam jutaan"),
        ("TW II 2023", "berisi angka tahun 2023, bukan 2024"),
        ("Realisasi TW II TA 2023/2025", "berisi angka tahun 2023, 2025, bukan 2024"),
    ],
)
def test_a_heading_that_makes_other_figures_of_its_column_is_refused(terisi: Engine, judul: str, salah: str) -> None:
    p = serahkan(terisi, ("Indikator", judul), (IKU, 40), kolom_0="indikator", kolom_1="nilai")
    assert [(satu.sel, satu.salah) for satu in p.masalah] == [("realisasi!B7", salah)]


@pytest.mark.parametrize("judul", ["Realisasi TW II 2024", "Realisasi 2023-2024", "Hasil Sribu", "Realisasi TW II"])
def test_a_heading_of_the_year_that_was_given_is_read(terisi: Engine, judul: str) -> None:
    p = serahkan(terisi, ("Indikator", judul), (IKU, 40), kolom_0="indikator", kolom_1="nilai")
    assert nilai(p) == {"realisasi IKU / 2024 / TW II": "40"}


@pytest.mark.parametrize("kolom", ["TW II 2023", "Pagu (juta)"])
def test_a_column_that_is_not_taken_may_say_what_it_likes(terisi: Engine, kolom: str) -> None:
    p = serahkan(terisi, ("Indikator", "TW II 2024", kolom), (IKU, 40, 1), kolom_1="nilai@TW2", kolom_2="")
    assert nilai(p) == {"realisasi IKU / 2024 / TW II": "40"}


@pytest.mark.parametrize(
    "judul", ["Realisasi (%)", "Realisasi (dalam persen)", "Realisasi ( Persen )", "Realisasi dalam %"]
)
@pytest.mark.parametrize("angka", [85, 85.5, "85,5"])
def test_figures_under_percent_are_no_figures_of_another_unit(terisi: Engine, judul: str, angka: IsiSel) -> None:
    arti = {"kolom_0": "indikator", "kolom_1": "nilai"}
    p = serahkan(terisi, ("Indikator", judul), (IKU, 80), ("Indikator PRG1", angka), **arti)
    (masalah,) = p.masalah
    assert masalah.sel == "realisasi!B9"
    assert "menyebut persen, padahal satuannya bukan persen" in masalah.salah


def test_figures_under_percent_are_read_as_they_are_where_the_unit_is_percent(terisi: Engine) -> None:
    for angka in (82, 82.5, "82,5", "82,5 %"):
        p = serahkan(terisi, ("Indikator", "Realisasi (%)"), (IKU, angka), kolom_1="nilai")
        assert nilai(p) == {"realisasi IKU / 2024 / TW II": "82" if angka == 82 else "82,5"}


def test_a_unit_of_another_kind_beside_a_figure_is_refused_at_its_cell(terisi: Engine) -> None:
    baris = ((IKU, "orang", 80), ("Indikator PRG1", "org", 40), (PRG2, "poin", 3))
    p = serahkan(terisi, ("Indikator", "Satuan", "Realisasi"), *baris, kolom_2="nilai")
    assert [(satu.sel, satu.nilai) for satu in p.masalah] == [("realisasi!B8", "orang")]
    p = serahkan(terisi, ("Indikator", "Satuan", *TW), (IKU, "%", 42, 61), ("Indikator PRG1", "%", 40, None))
    assert [satu.sel for satu in p.masalah] == ["realisasi!B9"]


def test_a_unit_nobody_knows_or_beside_no_figure_says_nothing(terisi: Engine) -> None:
    p = serahkan(
        terisi, ("Indikator", "Satuan", "Realisasi"), (IKU, "wqx", 80), ("Indikator PRG1", "%", None), kolom_2="nilai"
    )
    assert nilai(p) == {"realisasi IKU / 2024 / TW II": "80"}
