"""Foreign headings on the command line: what the page kept under a name is used again, and nothing is guessed."""

import io
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
import sqlalchemy as sa
from sqlalchemy import Engine

from dashboard.domain.dasar.hak import PERENCANA_BAWAAN
from dashboard.services.data.impor import ambil_alih
from dashboard.services.data.jawaban import Jawaban, JawabanDitolak
from dashboard.services.data.laporan_impor import LaporanImpor
from dashboard.services.data.masuk import PratinjauBuku, ambil_serahan, periksa_buku, periksa_serahan
from dashboard.services.data.serahan import Serahan, Unggahan, ingat_bernama, nama_pemetaan
from data_access.schema import PETA_BERNAMA, TABEL
from data_access.workbook.berkas.peta import PetaLembar
from data_access.workbook.periksa.masalah import Jawab
from tests.builders import buku_kecil, tulis_csv

JUDUL = ("Ukuran", "Hasil Kami", "Asal Angka", "Paraf")
PETA = PetaLembar(
    "Rekap",
    "realisasi",
    3,
    (("Ukuran", "indikator"), ("Hasil Kami", "nilai"), ("Asal Angka", "sumber_nilai"), ("Paraf", "")),
    (("tahun", "2024"), ("periode", "TW2")),
)
ISI = {"tahun": "2024", "periode": "TW3"}


def rekap(*nilai: str | float, judul: Sequence[str] = JUDUL, atas: int = 2, nama: str = "Rekap") -> bytes:
    buku, keluar = openpyxl.Workbook(), io.BytesIO()
    lembar = buku.active
    assert lembar is not None
    lembar.title = nama
    for nomor in range(1, atas + 1):
        lembar.cell(nomor, 1, "Rekap kinerja")
    for kolom, tulisan in enumerate(judul, start=1):
        lembar.cell(atas + 1, kolom, tulisan)
    for baris, (kode, satu) in enumerate(zip(("IKU", "PRG2"), nilai, strict=False), start=atas + 2):
        for kolom, isi in enumerate((kode, satu, "resmi", "x"), start=1):
            lembar.cell(baris, kolom, isi)
    buku.save(keluar)
    return keluar.getvalue()


def lewat_halaman(engine: Engine, isi: bytes, *jawaban: tuple[int, str, Jawab]) -> PratinjauBuku:
    """What the page does with that file: taken with confirmed headings."""
    serahan = Serahan((Unggahan("Rekap TW II (akhir).xlsx", isi),), ((0, PETA),), jawaban)
    versi = periksa_serahan(engine, PERENCANA_BAWAAN, "UJI", serahan).versi
    return ambil_serahan(engine, PERENCANA_BAWAAN, "UJI", serahan, versi, lambda _: None)


@pytest.fixture
def terpetakan(engine: Engine, tmp_path: Path) -> Engine:
    ambil_alih(engine, tulis_csv(tmp_path / "awal", buku_kecil()), pelaku=PERENCANA_BAWAAN)
    assert lewat_halaman(engine, rekap(41, 3)).pemetaan == ("rekap-tw-ii-akhir",)
    return engine


def perintah(engine: Engine, folder: Path, isi: bytes, jawaban: Jawaban, instansi: str | None = "UJI") -> LaporanImpor:
    (folder / "b.xlsx").write_bytes(isi)
    return ambil_alih(engine, folder / "b.xlsx", pelaku=PERENCANA_BAWAAN, instansi=instansi, jawaban=jawaban)


def pakai(**isi: str) -> Jawaban:
    return Jawaban(pemetaan="rekap-tw-ii-akhir", isi=isi or ISI)


def nilai(engine: Engine, periode: str) -> dict[str, Decimal]:
    c = TABEL["realisasi"].c
    with engine.connect() as connection:
        return {
            satu.indikator: satu.nilai
            for satu in connection.execute(sa.select(c.indikator, c.nilai).where(c.periode == periode))
        }


@pytest.mark.parametrize("atas", [2, 0, 5])
def test_a_kept_mapping_reads_the_next_file_wherever_its_header_stands(
    terpetakan: Engine, tmp_path: Path, atas: int
) -> None:
    laporan = perintah(terpetakan, tmp_path, rekap(42, 4, atas=atas, nama="Lain"), pakai())
    assert laporan.diambil, laporan.teks()
    assert nilai(terpetakan, "TW3") == {"IKU": 42, "PRG2": 4}


def test_year_and_period_are_never_those_of_the_file_before(terpetakan: Engine, tmp_path: Path) -> None:
    with pytest.raises(JawabanDitolak) as ditolak:
        perintah(terpetakan, tmp_path, rekap(42), pakai(periode="TW3"))
    assert str(ditolak.value) == "Lembar Rekap tidak menyebutkan tahun. Tulis, misalnya: --isi tahun=2024."
    assert nilai(terpetakan, "TW3") == {}


@pytest.mark.parametrize(
    ("jawaban", "kalimat"),
    [
        (Jawaban(pemetaan="rekap", isi=ISI), "Pemetaan rekap tidak ada pada UJI. Yang ada: rekap-tw-ii-akhir."),
        (Jawaban(isi=ISI), "--isi hanya berlaku bersama --pemetaan."),
        (
            Jawaban(pemetaan="rekap-tw-ii-akhir", isi=ISI | {"bulan": "6"}),
            "--isi bulan: berkas ini sudah menyebutkannya, atau tidak memerlukannya.",
        ),
    ],
)
def test_a_wrong_call_is_told_what_there_is(terpetakan: Engine, tmp_path: Path, jawaban: Jawaban, kalimat: str) -> None:
    with pytest.raises(JawabanDitolak) as ditolak:
        perintah(terpetakan, tmp_path, rekap(42), jawaban)
    assert str(ditolak.value) == kalimat


@pytest.mark.parametrize(
    ("judul", "kalimat"),
    [
        (("Nama", "Angka", "Dari", "x"), "Tidak satu pun judul kolom b.xlsx ada pada pemetaan rekap-tw-ii-akhir."),
        ((*JUDUL[:3], "Kendala"), "Judul “Kendala” pada lembar Rekap tidak ada pada pemetaan"),
        (("Indikator", *JUDUL[1:]), "Judul “Indikator” pada lembar Rekap tidak ada pada pemetaan"),
    ],
)
def test_a_heading_that_nobody_confirmed_is_not_guessed(
    terpetakan: Engine, tmp_path: Path, judul: tuple[str, ...], kalimat: str
) -> None:
    with pytest.raises(JawabanDitolak, match=kalimat):
        perintah(terpetakan, tmp_path, rekap(42, judul=judul), pakai())


def test_an_agency_has_its_own_mappings(terpetakan: Engine, tmp_path: Path) -> None:
    with pytest.raises(JawabanDitolak, match="sebutkan instansinya dengan --instansi"):
        perintah(terpetakan, tmp_path, rekap(42), pakai(), instansi=None)
    ambil_alih(terpetakan, tulis_csv(tmp_path / "lain", buku_kecil("LAIN")), pelaku=PERENCANA_BAWAAN)
    with pytest.raises(JawabanDitolak, match="Belum ada; ambil alih satu berkas seperti itu di halaman Data"):
        perintah(terpetakan, tmp_path, rekap(42), pakai(), instansi="LAIN")


def test_what_was_said_of_a_column_goes_with_the_mapping(terpetakan: Engine, tmp_path: Path) -> None:
    isi = rekap("40.49", "3,02")
    serahan = Serahan((Unggahan("Rekap TW II (akhir).xlsx", isi),), ((0, PETA),))
    (tanya,) = periksa_serahan(terpetakan, PERENCANA_BAWAAN, "UJI", serahan).pertanyaan
    assert (tanya.sel, tanya.letak) == ("realisasi!nilai", "Rekap!B4")
    lewat_halaman(terpetakan, isi, (0, tanya.sel, tanya.pilihan[0]))
    laporan = perintah(terpetakan, tmp_path, rekap("41.5", "4,25"), pakai())
    assert laporan.diambil, laporan.teks()
    kata = "titik dan koma sama-sama tanda desimal, seperti pada pemetaan rekap-tw-ii-akhir."
    assert f"Kolom realisasi.nilai: {kata}" in laporan.catatan
    assert nilai(terpetakan, "TW3") == {"IKU": Decimal("41.5"), "PRG2": Decimal("4.25")}


def test_foreign_headings_without_a_mapping_are_told_which_one_knows_them(terpetakan: Engine, tmp_path: Path) -> None:
    laporan = perintah(terpetakan, tmp_path, rekap(42), Jawaban())
    assert laporan.jumlah_masalah == 1
    assert "Judul kolom lembar Rekap berbeda dari templat." in laporan.teks()
    assert "tambahkan --pemetaan rekap-tw-ii-akhir." in laporan.teks()
    tanpa = perintah(terpetakan, tmp_path, rekap(42), Jawaban(), instansi=None)
    assert "tambahkan --pemetaan rekap-tw-ii-akhir --instansi UJI." in tanpa.teks()
    lain = perintah(terpetakan, tmp_path, rekap(42, judul=("Nama", "Angka", "Dari", "x")), Jawaban())
    assert "sekali di halaman Data; artinya lalu dapat dipakai dengan --pemetaan NAMA." in lain.teks()


def test_a_column_answered_once_on_the_page_is_not_asked_again_there_and_that_is_said(terpetakan: Engine) -> None:
    lewat_halaman(terpetakan, rekap("40.49", "3,02"), (0, "realisasi!nilai", Decimal(3)))
    lagi = Serahan((Unggahan("lain.xlsx", rekap("41.5", "4,25")),), ((0, replace(PETA, tetap=(*ISI.items(),))),))
    p = periksa_serahan(terpetakan, PERENCANA_BAWAAN, "UJI", lagi)
    kata = "titik dan koma sama-sama tanda desimal, seperti pada pemetaan rekap-tw-ii-akhir."
    assert (p.pertanyaan, p.teringat) == ((), (f"Kolom realisasi.nilai: {kata}",))
    (tanya,) = periksa_serahan(terpetakan, PERENCANA_BAWAAN, "UJI", replace(lagi, ingat=False)).pertanyaan
    assert tanya.sel == "realisasi!nilai"
    assert ambil_serahan(terpetakan, PERENCANA_BAWAAN, "UJI", lagi, p.versi, lambda _: None).pemetaan == ("lain",)
    assert nilai(terpetakan, "TW3") == {"IKU": Decimal("41.5"), "PRG2": Decimal("4.25")}


def test_a_column_answered_in_two_ways_or_under_another_heading_is_asked(terpetakan: Engine) -> None:
    def simpan(nama: str, cara: int) -> None:
        satu = Serahan(
            (Unggahan(nama, rekap("40.49", "3.02")),), ((0, PETA),), ((0, "realisasi!nilai", Decimal(cara)),)
        )
        ingat_bernama(terpetakan, "UJI", periksa_buku(terpetakan, PERENCANA_BAWAAN, "UJI", satu)[0], satu)

    def ditanya(judul: Sequence[str]) -> int:
        peta = replace(PETA, kolom=tuple((j, k) for j, (_, k) in zip(judul, PETA.kolom, strict=True)))
        lagi = Serahan((Unggahan("c.xlsx", rekap("41.5", "4,25", judul=judul)),), ((0, peta),))
        return len(periksa_serahan(terpetakan, PERENCANA_BAWAAN, "UJI", lagi).pertanyaan)

    simpan("a.xlsx", 3)
    assert (ditanya(JUDUL), ditanya(("Ukuran", "Capaian Kami", *JUDUL[2:]))) == (0, 1)
    simpan("b.xlsx", 2)
    assert ditanya(JUDUL) == 1


def test_a_problem_names_the_sheet_it_lies_in(terpetakan: Engine, tmp_path: Path) -> None:
    laporan = perintah(terpetakan, tmp_path, rekap("banyak"), pakai())
    assert [satu.sel for satu in laporan.masalah] == ["realisasi!B4"]
    assert laporan.asal == (("realisasi", "Rekap"),)


def test_the_same_file_taken_again_keeps_one_mapping(terpetakan: Engine) -> None:
    lewat_halaman(terpetakan, rekap(43, 5))
    with terpetakan.connect() as connection:
        assert connection.execute(sa.select(PETA_BERNAMA.c.nama)).scalars().all() == ["rekap-tw-ii-akhir"]


@pytest.mark.parametrize(
    ("berkas", "nama"), [("Rekap TW II (akhir).xlsx", "rekap-tw-ii-akhir"), ("a.csv, b.csv", "a"), ("—.xlsx", "berkas")]
)
def test_a_mapping_is_named_by_its_file_in_one_word(berkas: str, nama: str) -> None:
    assert nama_pemetaan(berkas) == nama
