"""A table with its quarters side by side, handed in: problems, questions and values at the cells they stand in."""

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from sqlalchemy import Engine

from dashboard.domain.dasar.hak import PERENCANA_BAWAAN
from dashboard.services.data.impor import ambil_alih
from dashboard.services.data.masuk import PratinjauBuku, periksa_serahan
from dashboard.services.data.pemetaan import usulkan
from dashboard.services.data.serahan import Serahan, Unggahan, baca_unggahan
from data_access.workbook.berkas.lebar import buka_lebar
from data_access.workbook.berkas.mentah import LembarMentah, SelRusak, Tercoret
from tests.berkas_rusak import realisasi
from tests.builders import buku_kecil, tulis_csv

JUDUL = ("Indikator Kinerja", "TW I", "TW II", "TW III", "TW IV")


@pytest.fixture
def terisi(engine: Engine, tmp_path: Path) -> Engine:
    ambil_alih(engine, tulis_csv(tmp_path / "awal", buku_kecil()), pelaku=PERENCANA_BAWAAN)
    return engine


def serahan(*baris: tuple[object, ...]) -> Serahan:
    berkas = (Unggahan("bidang.xlsx", realisasi(*baris, judul=JUDUL, nama="Rekap TW")),)
    (usulan,) = usulkan(baca_unggahan(berkas), {})
    assert usulan.peta.lembar == "realisasi"
    tetap = (("tahun", "2024"), ("sumber_nilai", "resmi"))
    return Serahan(berkas, peta=((usulan.buku, replace(usulan.peta, tetap=tetap)),))


def periksa(engine: Engine, satu: Serahan) -> PratinjauBuku:
    return periksa_serahan(engine, PERENCANA_BAWAAN, "UJI", satu)


def test_each_quarter_is_a_row_and_empty_ones_are_none(terisi: Engine) -> None:
    pratinjau = periksa(terisi, serahan(("Indikator IKU", None, 40, 60.5, None), ("PRG2", None, 3, None, None)))
    assert pratinjau.kesimpulan == "3 baris baru siap diambil alih.", pratinjau.masalah
    assert [satu.hal for satu in pratinjau.baris] == [
        "realisasi IKU / 2024 / TW II",
        "realisasi IKU / 2024 / TW III",
        "realisasi PRG2 / 2024 / TW II",
    ]


def test_a_problem_names_the_cell_of_its_quarter(terisi: Engine) -> None:
    pratinjau = periksa(terisi, serahan(("IKU", None, 40, "13;7", None), ("PRG2", None, None, None, "n/a")))
    assert [satu.sel for satu in pratinjau.masalah] == ["realisasi!D2", "realisasi!E3"]


def test_quarters_side_by_side_are_one_column_to_ask_about(terisi: Engine) -> None:
    satu = serahan(("IKU", None, "40.49", "41,02", None), ("PRG2", None, "3.5", None, None))
    (tanya,) = periksa(terisi, satu).pertanyaan
    assert (tanya.sel, tanya.letak.rpartition("!")[2]) == ("realisasi!nilai", "C2")
    jadi = periksa(terisi, replace(satu, jawaban=((0, tanya.sel, tanya.pilihan[0]),)))
    assert [baru for b in jadi.baris for kolom, _, baru in b.isi if kolom == "Realisasi"] == ["40,49", "41,02", "3,5"]


def test_an_answer_reaches_the_cell_that_was_asked_about(terisi: Engine) -> None:
    satu = serahan(("IKU", None, "1.500", "2.500", None))
    tanya = periksa(terisi, satu).pertanyaan
    assert [satu.sel for satu in tanya] == ["realisasi!C2", "realisasi!D2"]
    jawaban = tuple((t.buku, t.sel, pilih) for t, pilih in zip(tanya, (Decimal(1500), Decimal("2.5")), strict=True))
    isi = {baris.hal: baris.isi for baris in periksa(terisi, replace(satu, jawaban=jawaban)).baris}
    assert ("Realisasi", "", "1500") in isi["realisasi IKU / 2024 / TW II"]
    assert ("Realisasi", "", "2,5") in isi["realisasi IKU / 2024 / TW III"]


def test_a_letter_beside_a_number_is_proposed_at_its_quarter_and_taken_there(terisi: Engine) -> None:
    satu = serahan(("PRG2", None, "BB (75,20)", None, None), ("IKU", "40", None, None, None))
    (tanya,) = periksa(terisi, satu).pertanyaan
    assert (tanya.sel, tanya.arti) == ("realisasi!C2", ("75,2, tanpa BB",))
    jadi = periksa(terisi, replace(satu, jawaban=((tanya.buku, tanya.sel, Decimal("75.2")),)))
    assert (jadi.masalah, jadi.pertanyaan) == ((), ())
    isi = {baris.hal: baris.isi for baris in jadi.baris}
    assert ("Realisasi", "", "75,2") in isi["realisasi PRG2 / 2024 / TW II"]


def test_a_table_of_texts_keeps_what_is_struck_out_and_what_is_broken() -> None:
    isi = ["IKU", Tercoret("80", 80.0, True), SelRusak("#DIV/0!", "berisi galat rumus")]
    lembar = LembarMentah("realisasi", ["indikator", "nilai@TW1", "nilai@TW2"], 1, [2], [isi])
    dibuka = buka_lebar(lembar)
    assert [type(satu[1]) for satu in dibuka.baris] == [Tercoret, SelRusak]
