"""One table with 89.49 beside 83,02, and dates as 1/2/2025: decided by the column and said, else asked once."""

import csv
from decimal import Decimal
from pathlib import Path

import pytest
from sqlalchemy import Engine

from dashboard.domain.dasar.hak import PERENCANA_BAWAAN
from dashboard.services.data.impor import ambil_alih
from dashboard.services.data.jawaban import Jawaban
from dashboard.services.data.laporan_impor import LaporanImpor
from dashboard.services.data.masuk import PratinjauBuku, periksa_serahan
from dashboard.services.data.serahan import Serahan, Unggahan
from data_access.workbook.periksa.masalah import Jawab
from tests.berkas_nyata.pembuat import JUDUL

PERIODE = ("TW1", "TW2", "TW3", "TW4")


def tulis(folder: Path, kolom: str, *isi: str, indikator: str = "IKU") -> Path:
    """A folder with a realisasi.csv: one row for each text, in that column."""
    (folder / "buku").mkdir(exist_ok=True)
    path = folder / "buku" / "realisasi.csv"
    judul = JUDUL if kolom in JUDUL else (*JUDUL, kolom)
    with path.open("w", newline="", encoding="utf-8") as alir:
        penulis = csv.writer(alir)
        penulis.writerow(judul)
        for i, satu in enumerate(isi):
            baris = dict(zip(JUDUL, (indikator, 2024 + i // 4, PERIODE[i % 4], "80", "resmi"), strict=True))
            penulis.writerow([(baris | {kolom: satu})[nama] for nama in judul])
    return path.parent


def perintah(engine: Engine, folder: Path, **jawaban: str) -> LaporanImpor:
    kunci = {nama.replace("__", "."): isi for nama, isi in jawaban.items()}
    return ambil_alih(engine, folder, pelaku=PERENCANA_BAWAAN, jawaban=Jawaban(kunci, True), dry_run=True)


def halaman(engine: Engine, folder: Path, *jawaban: tuple[str, Jawab]) -> PratinjauBuku:
    berkas = (Unggahan("realisasi.csv", (folder / "realisasi.csv").read_bytes()),)
    semua = tuple((0, sel, nilai) for sel, nilai in jawaban)
    return periksa_serahan(engine, PERENCANA_BAWAAN, "UJI", Serahan(berkas, jawaban=semua))


def nilai_baru(p: PratinjauBuku, kolom: str = "Realisasi") -> list[str]:
    return [baru for baris in p.baris for nama, _, baru in baris.isi if nama == kolom]


def test_two_decimal_signs_in_a_column_are_asked_once_and_the_answer_reads_both(terisi: Engine, tmp_path: Path) -> None:
    folder = tulis(tmp_path, "nilai", "89.49", "83,02", "80.5", "81")
    (tanya,) = halaman(terisi, folder).pertanyaan
    assert (tanya.sel, tanya.subjek, tanya.letak) == ("realisasi!nilai", "Kolom Realisasi", "realisasi!D2")
    assert tanya.soal[2] == (
        "tertulis “89.49”. Memakai titik sebagai tanda desimal, sedangkan realisasi!D3 memakai koma (83,02); "
        "begitu pula 1 sel lain pada kolom ini. Tanda desimal mana yang dipakai kolom ini?"
    )
    assert tanya.arti == ("titik dan koma sama-sama tanda desimal: 89.49 = 89,49; 83,02 = 83,02",)
    p = halaman(terisi, folder, (tanya.sel, tanya.pilihan[0]))
    assert p.boleh_diambil
    assert nilai_baru(p) == ["89,49", "83,02", "80,5", "81"]


def test_what_a_dot_between_three_digits_means_hangs_on_the_answer(terisi: Engine, tmp_path: Path) -> None:
    folder = tulis(tmp_path, "nilai", "89.49", "1.234")
    (tanya,) = halaman(terisi, folder).pertanyaan
    assert tanya.arti == (
        "titik tanda desimal, koma tanda ribuan: 89.49 = 89,49; 1.234 = 1,234",
        "titik dan koma sama-sama tanda desimal: 89.49 = 89,49; 1.234 = ditanyakan tersendiri",
    )
    titik, keduanya = tanya.pilihan
    assert nilai_baru(halaman(terisi, folder, (tanya.sel, titik))) == ["89,49", "1,234"]
    (lagi,) = halaman(terisi, folder, (tanya.sel, keduanya)).pertanyaan
    assert (lagi.sel, lagi.pilihan) == ("realisasi!D3", (Decimal(1234), Decimal("1.234")))


def test_english_thousands_are_read_when_the_dot_is_the_sign(terisi: Engine, tmp_path: Path) -> None:
    folder = tulis(tmp_path, "nilai", "1,234.5", "89.49", indikator="PRG2")
    assert [satu.sel for satu in perintah(terisi, folder).masalah] == ["realisasi!D2"]
    (tanya,) = halaman(terisi, folder).pertanyaan
    assert nilai_baru(halaman(terisi, folder, (tanya.sel, tanya.pilihan[0]))) == ["1234,5", "89,49"]


def test_people_are_never_three_thousandths_by_an_answer_about_percentages(terisi: Engine, tmp_path: Path) -> None:
    folder = tulis(tmp_path, "nilai", "2.5", "4.230", indikator="PRG1")
    laporan = perintah(terisi, folder, realisasi__nilai="titik")
    assert [(satu.sel, satu.pilihan) for satu in laporan.masalah] == [
        ("realisasi!D3", (Decimal(4230), Decimal("4.23")))
    ]


def test_the_command_line_refuses_with_the_sentence_and_takes_the_answer(terisi: Engine, tmp_path: Path) -> None:
    folder = tulis(tmp_path, "nilai", "89.49", "83,02")
    laporan = perintah(terisi, folder)
    (masalah,) = laporan.masalah
    assert '✖ realisasi!D2: "89.49" memakai titik sebagai tanda desimal, sedangkan realisasi!D3' in laporan.teks()
    assert "Atau jawab: --jawab realisasi.nilai=keduanya." in laporan.teks()
    assert masalah.kunci == "realisasi!nilai"
    assert perintah(terisi, folder, realisasi__nilai="keduanya").jumlah_masalah == 0


def test_a_column_with_commas_alone_is_not_asked(terisi: Engine, tmp_path: Path) -> None:
    assert halaman(terisi, tulis(tmp_path, "nilai", "89,49", "83,02")).pertanyaan == ()


def test_what_is_no_number_either_way_stays_a_problem_of_its_own(terisi: Engine, tmp_path: Path) -> None:
    laporan = perintah(terisi, tulis(tmp_path, "nilai", "89.49", "83,02", "banyak"))
    assert sorted(satu.sel for satu in laporan.masalah) == ["realisasi!D2", "realisasi!D4"]


@pytest.mark.parametrize(
    ("tertulis", "tersimpan", "bukti"),
    [
        (("1/2/2025", "25/12/2025"), ["1 Februari 2025", "25 Desember 2025"], "hari/bulan/tahun"),
        (("1/2/2025", "12/25/2025"), ["2 Januari 2025", "25 Desember 2025"], "bulan/hari/tahun"),
        (("1-2-2025", "25.12.2025"), ["1 Februari 2025", "25 Desember 2025"], "hari/bulan/tahun"),
    ],
)
def test_another_cell_of_the_column_decides_the_order_of_a_date_and_it_is_said(
    terisi: Engine, tmp_path: Path, tertulis: tuple[str, ...], tersimpan: list[str], bukti: str
) -> None:
    p = halaman(terisi, tulis(tmp_path, "batas_waktu", *tertulis))
    assert p.pertanyaan == ()
    (catatan,) = p.catatan
    assert catatan.startswith(f"realisasi!F2: {tertulis[0]} dibaca {tersimpan[0]} ({bukti}), karena {tertulis[1]}")
    assert nilai_baru(p, "Batas waktu")[1:] == tersimpan[1:]


@pytest.mark.parametrize("lain", ["3/4/2025", "25/12/2025|12/25/2025"])
def test_a_date_with_two_meanings_is_asked_once_where_the_column_does_not_say(
    terisi: Engine, tmp_path: Path, lain: str
) -> None:
    folder = tulis(tmp_path, "batas_waktu", "1/2/2025", *lain.split("|"))
    (tanya,) = halaman(terisi, folder).pertanyaan
    assert tanya.arti == ("hari/bulan/tahun: 1/2/2025 = 1 Februari 2025", "bulan/hari/tahun: 1/2/2025 = 2 Januari 2025")
    for pilihan, hari in zip(tanya.pilihan, ("1 Februari 2025", "2 Januari 2025"), strict=True):
        assert nilai_baru(halaman(terisi, folder, (tanya.sel, pilihan)), "Batas waktu")[0] == hari
    laporan = perintah(terisi, folder)
    assert "--jawab realisasi.batas_waktu=hari-bulan, atau --jawab realisasi.batas_waktu=bulan-hari." in laporan.teks()
    assert perintah(terisi, folder, realisasi__batas_waktu="bulan-hari").jumlah_masalah == 0


def test_a_date_that_is_the_same_either_way_is_no_question(terisi: Engine, tmp_path: Path) -> None:
    p = halaman(terisi, tulis(tmp_path, "batas_waktu", "5/5/2025", "17/8/2025"))
    assert (p.pertanyaan, nilai_baru(p, "Batas waktu")) == ((), ["5 Mei 2025", "17 Agustus 2025"])


@pytest.mark.parametrize("tertulis", ["31/2/2025", "1/2/25", "13/13/2025", "1/2.2025"])
def test_what_is_no_day_is_refused_with_its_cell(terisi: Engine, tmp_path: Path, tertulis: str) -> None:
    (masalah,) = perintah(terisi, tulis(tmp_path, "batas_waktu", tertulis)).masalah
    assert (masalah.sel, masalah.salah, masalah.pilihan) == ("realisasi!F2", "bukan tanggal", ())
