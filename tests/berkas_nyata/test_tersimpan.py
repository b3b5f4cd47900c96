"""A file is read once, however often the page looks at it; what is held is bounded, and never mistaken for another."""

from functools import partial
from pathlib import Path

import pytest
from sqlalchemy import Engine

from dashboard.domain.dasar.hak import PERENCANA_BAWAAN
from dashboard.services.data import serahan as modul
from dashboard.services.data.masuk import ambil_serahan, periksa_serahan
from dashboard.services.data.serahan import Serahan, Unggahan, baca_unggahan
from dashboard.services.data.tanda import tandai_serahan
from data_access.workbook.berkas.mentah import BukuMentah, LembarMentah
from data_access.workbook.berkas.penjaga import baca
from data_access.workbook.berkas.tersimpan import BukuTersimpan
from tests.berkas_nyata.pembuat import buku_xml, realisasi_xml


@pytest.fixture
def dibaca(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The files that were really read."""
    semua: list[str] = []

    def catat(path: Path) -> BukuMentah:
        semua.append(path.name if path.suffix else "folder")
        return baca(path)

    monkeypatch.setattr(modul, "baca", catat)
    monkeypatch.setattr(modul, "TERBACA", BukuTersimpan())
    return semua


def xlsx(nama: str, nilai: object) -> Unggahan:
    return Unggahan(nama, buku_xml({"realisasi": realisasi_xml(nilai)}))


def test_questions_preview_marks_and_taking_read_the_file_once(terisi: Engine, dibaca: list[str]) -> None:
    unggahan = (xlsx("a.xlsx", "1.500"),)
    (tanya,) = periksa_serahan(terisi, PERENCANA_BAWAAN, "UJI", Serahan(unggahan)).pertanyaan
    serahan = Serahan(unggahan, jawaban=((0, tanya.sel, tanya.pilihan[1]),))
    pratinjau = periksa_serahan(terisi, PERENCANA_BAWAAN, "UJI", serahan)
    tandai_serahan(terisi, PERENCANA_BAWAAN, "UJI", serahan, 0)
    assert ambil_serahan(terisi, PERENCANA_BAWAAN, "UJI", serahan, pratinjau.versi, lambda _: None).diambil
    assert dibaca == ["a.xlsx"]


def test_a_check_leaves_no_trace_in_what_is_held(terisi: Engine, dibaca: list[str]) -> None:
    serahan = Serahan((xlsx("a.xlsx", "banyak"),))
    masalah = [periksa_serahan(terisi, PERENCANA_BAWAAN, "UJI", serahan).masalah for _ in range(3)]
    assert masalah[0] == masalah[1] == masalah[2]
    assert (len(masalah[0]), dibaca) == (1, ["a.xlsx"])


def test_another_content_under_the_same_name_is_another_file(dibaca: list[str]) -> None:
    for nilai in (40, 41, 40):
        (buku,) = baca_unggahan([xlsx("a.xlsx", nilai)])
        assert buku.lembar[0].baris[0][3] == nilai
    assert dibaca == ["a.xlsx", "a.xlsx"]


def test_the_same_content_under_another_name_bears_its_own_name(dibaca: list[str]) -> None:
    assert [baca_unggahan([xlsx(nama, 40)])[0].berkas for nama in ("a.xlsx", "b.xlsx")] == ["a.xlsx", "b.xlsx"]


def test_tables_are_read_once_together_and_anew_with_one_more(dibaca: list[str]) -> None:
    satu, dua = (Unggahan(nama, b"kode,nama\nA,B\n") for nama in ("unit.csv", "jabatan.csv"))
    for berkas in ([satu], [satu, dua], [satu, dua]):
        baca_unggahan(berkas)
    assert dibaca == ["folder", "folder"]


def test_what_was_refused_is_tried_again(dibaca: list[str]) -> None:
    for _ in range(2):
        (buku,) = baca_unggahan([Unggahan("a.xlsx", b"bukan")])
        assert len(buku.masalah) == 1
    assert dibaca == ["a.xlsx", "a.xlsx"]


def test_what_is_held_stays_within_its_bound_and_the_longest_unused_goes() -> None:
    simpanan, terbaca = BukuTersimpan(10), list[str]()

    def buka(nama: str, sel: int) -> BukuMentah:
        terbaca.append(nama)
        return BukuMentah(nama, lembar=[LembarMentah("s", (), 1, [2], [[0.0] * sel])])

    for nama, sel in (("a", 4), ("b", 4), ("a", 4), ("c", 4), ("a", 4), ("b", 4), ("besar", 11), ("besar", 11)):
        simpanan.ambil(nama, partial(buka, nama, sel))
        assert simpanan.jumlah_sel <= 10
    assert terbaca == ["a", "b", "c", "b", "besar", "besar"]
