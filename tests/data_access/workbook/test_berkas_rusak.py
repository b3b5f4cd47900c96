"""Broken files end in one clear sentence, in bounded time and memory, and the database stays as it was."""

import json
import os
import subprocess
import sys
from decimal import Decimal
from functools import cache
from pathlib import Path

import pytest
import sqlalchemy as sa
from sqlalchemy import Engine

from dashboard.domain.dasar.hak import PERENCANA_BAWAAN
from dashboard.services.data.impor import ambil_alih, tulis_buku_kerja
from dashboard.services.data.masuk import PratinjauBuku, ambil_serahan, periksa_serahan
from dashboard.services.data.pemetaan import usulkan
from dashboard.services.data.serahan import MAKS_BERKAS, Serahan, Unggahan, baca_unggahan, nama_aman
from data_access.schema import METADATA
from tests.berkas_rusak import BENAR, JUDUL, RUSAK, berkas_xlsx, dengan, realisasi
from tests.builders import buku_kecil, buku_pegawai, tulis_csv

AKAR = Path(__file__).resolve().parents[3]
DETIK, MEGABITA = 60, 1400
"""For all broken files together; each alone takes a small part of it."""


@cache
def rusak(jenis: str) -> Unggahan:
    """That broken file, made once for all the tests that hand it in."""
    nama, buat, _ = RUSAK[jenis]
    return Unggahan(nama, buat())


@pytest.fixture
def terisi(engine_sqlite: Engine, tmp_path: Path) -> Engine:
    ambil_alih(engine_sqlite, tulis_csv(tmp_path / "awal", buku_kecil() | buku_pegawai()), pelaku=PERENCANA_BAWAAN)
    return engine_sqlite


def potret(engine: Engine) -> dict[str, list[str]]:
    with engine.connect() as connection:
        return {nama: sorted(map(str, connection.execute(sa.select(tabel)))) for nama, tabel in METADATA.tables.items()}


def periksa(engine: Engine, *berkas: Unggahan) -> PratinjauBuku:
    return periksa_serahan(engine, PERENCANA_BAWAAN, "UJI", Serahan(berkas))


@pytest.mark.parametrize("jenis", RUSAK)
def test_a_broken_file_is_told_in_one_sentence_and_nothing_is_written(terisi: Engine, jenis: str) -> None:
    kalimat = RUSAK[jenis][2]
    sebelum = potret(terisi)
    pratinjau = periksa(terisi, rusak(jenis))
    semua = [masalah.teks() for masalah in pratinjau.masalah]
    assert any(kalimat in satu for satu in semua), semua
    assert all(satu.endswith(".") for satu in semua)
    assert not pratinjau.boleh_diambil
    assert f"{pratinjau.jumlah_masalah} masalah harus diperbaiki dahulu. Tidak ada yang disimpan." == (
        pratinjau.kesimpulan
    )
    with pytest.raises(ValueError, match="harus diperbaiki"):
        ambil_serahan(terisi, PERENCANA_BAWAAN, "UJI", Serahan((rusak(jenis),)), pratinjau.versi, print)
    assert potret(terisi) == sebelum


def test_there_are_more_than_twenty_kinds() -> None:
    assert len(RUSAK) >= 20


@pytest.mark.skipif(os.name == "nt", reason="limits of a process are a matter of POSIX")
def test_all_broken_files_together_stay_within_time_and_memory(terisi: Engine, tmp_path: Path) -> None:
    for jenis in RUSAK:
        (tmp_path / jenis).write_bytes(rusak(jenis).isi)
    daftar = {jenis: nama for jenis, (nama, _, _) in RUSAK.items()}
    program = f"""
import json, resource, sys, time
resource.setrlimit(resource.RLIMIT_AS, ({MEGABITA} << 20,) * 2)
resource.setrlimit(resource.RLIMIT_CPU, ({DETIK},) * 2)
from dashboard.domain.dasar.hak import PERENCANA_BAWAAN
from dashboard.services.data.masuk import periksa_serahan
from dashboard.services.data.pemetaan import usulkan
from dashboard.services.data.serahan import Serahan, Unggahan, baca_unggahan
from data_access.engine import make_engine
lama = {{}}
for jenis, nama in {daftar!r}.items():
    unggahan = (Unggahan(nama, open(sys.argv[1] + "/" + jenis, "rb").read()),)
    mulai = time.process_time()
    usulkan(baca_unggahan(unggahan), {{}})
    assert periksa_serahan(make_engine(), PERENCANA_BAWAAN, "UJI", Serahan(unggahan)).jumlah_masalah
    lama[jenis] = time.process_time() - mulai
print(json.dumps(lama))
"""
    lingkungan = os.environ | {
        "DATABASE_URL": terisi.url.render_as_string(hide_password=False),
        "OPENBLAS_NUM_THREADS": "1",
    }
    hasil = subprocess.run(
        [sys.executable, "-c", program, str(tmp_path)],
        cwd=AKAR,
        env=lingkungan,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert hasil.returncode == 0, hasil.stderr[-2000:]
    lama = json.loads(hasil.stdout)
    assert {jenis: detik for jenis, detik in lama.items() if detik > DETIK / 6} == {}


DITERIMA = [
    ("IKU", "13,7", "13.7"),
    ("PRG2", "1.234,5", "1234.5"),
    ("PRG1", "4.230", "4230"),
    ("IKU", "85,5 %", "85.5"),
    ("PRG2", 0.1 + 0.2, "0.3"),
    ("PRG1", "−5", "-5"),
]


@pytest.mark.parametrize(("kode", "tertulis", "nilai"), DITERIMA)
def test_numbers_as_people_write_them_are_read_exactly(terisi: Engine, kode: str, tertulis: object, nilai: str) -> None:
    isi = realisasi((kode, 2024, "TW3", tertulis, "resmi", None, None))
    pratinjau = periksa(terisi, Unggahan("a.xlsx", isi))
    assert pratinjau.kesimpulan == "1 baris baru siap diambil alih.", pratinjau
    ((_, _, baru),) = [satu for satu in pratinjau.baris[0].isi if satu[0] == "Realisasi"]
    assert Decimal(baru.replace(",", ".")) == Decimal(nilai)


def test_text_that_looks_like_a_command_is_text(terisi: Engine, tmp_path: Path) -> None:
    jahat = "=cmd|'/C calc'!A0"

    def tulis(buku):
        kertas = buku.add_worksheet("realisasi")
        kertas.write_row(0, 0, JUDUL)
        kertas.write_row(1, 0, BENAR)
        kertas.write_string(1, 6, jahat)

    serahan = Serahan((Unggahan("a.xlsx", berkas_xlsx(tulis)),))
    pratinjau = periksa_serahan(terisi, PERENCANA_BAWAAN, "UJI", serahan)
    assert ambil_serahan(terisi, PERENCANA_BAWAAN, "UJI", serahan, pratinjau.versi, print).diambil
    tulis_buku_kerja(terisi, "UJI", tmp_path / "b.xlsx")
    kembali = periksa(terisi, Unggahan("b.xlsx", (tmp_path / "b.xlsx").read_bytes()))
    assert kembali.kesimpulan.startswith("Tidak ada perubahan")


@pytest.mark.parametrize("tujuan", ["b.xlsx", "folder"])
def test_a_workbook_written_by_the_command_line_changes_nothing_when_handed_in(
    terisi: Engine, tmp_path: Path, tujuan: str
) -> None:
    tulis_buku_kerja(terisi, "UJI", tmp_path / tujuan)
    berkas = sorted((tmp_path / tujuan).iterdir()) if tujuan == "folder" else [tmp_path / tujuan]
    pratinjau = periksa(terisi, *(Unggahan(satu.name, satu.read_bytes()) for satu in berkas[:MAKS_BERKAS]))
    assert pratinjau.kesimpulan == "Tidak ada perubahan: isi berkas sama dengan data yang tersimpan."
    assert pratinjau.jumlah["tetap"] > 0


def test_too_many_files_and_files_of_the_same_name_are_refused(terisi: Engine) -> None:
    satu = Unggahan("variabel.csv", b"kode,nama\nA,B\n")
    assert "lebih dari 10 berkas" in periksa(terisi, *[satu] * (MAKS_BERKAS + 1)).masalah[0].salah
    assert "diserahkan dua kali" in periksa(terisi, satu, satu).masalah[0].salah


def test_a_workbook_of_another_agency_is_refused(terisi: Engine, tmp_path: Path) -> None:
    ambil_alih(terisi, tulis_csv(tmp_path / "lain", buku_kecil("LAIN")), pelaku=PERENCANA_BAWAAN)
    tulis_buku_kerja(terisi, "LAIN", tmp_path / "lain.xlsx")
    pratinjau = periksa(terisi, Unggahan("lain.xlsx", (tmp_path / "lain.xlsx").read_bytes()))
    assert [satu.salah for satu in pratinjau.masalah] == ["bukan instansi buku kerja ini"]


def test_unknown_columns_and_sheets_are_passed_over_and_said(terisi: Engine) -> None:
    pratinjau = periksa(terisi, Unggahan("a.xlsx", realisasi((*BENAR, "biru"), judul=(*JUDUL, "Warna"))))
    assert pratinjau.boleh_diambil
    assert pratinjau.catatan == ("realisasi!H1: kolom Warna tidak dikenal dan dilewati.",)


def test_a_very_wide_sheet_is_looked_at_in_no_time(terisi: Engine) -> None:
    lebar = tuple(f"kolom {i}" for i in range(16_000))
    buku = baca_unggahan((Unggahan("a.xlsx", realisasi(judul=lebar, nama="Sheet1")),))
    (usulan,) = usulkan(buku, {})
    assert len(dict(usulan.kepala)[usulan.kepala_usulan]) == 100


@pytest.mark.parametrize(
    ("nama", "aman"),
    [
        ("../../etc/passwd.xlsx", "passwd.xlsx"),
        ("C:\\Data\\a.xlsx", "a.xlsx"),
        ("a\x00\nb.xlsx", "ab.xlsx"),
        ("x" * 500 + ".xlsx", "x" * 100 + ".xlsx"),
        ("...", "berkas"),
        ("", "berkas"),
    ],
)
def test_a_file_name_cannot_lead_anywhere(nama: str, aman: str) -> None:
    assert nama_aman(nama) == aman


def test_a_formula_is_read_by_the_value_it_showed(terisi: Engine) -> None:
    def tulis(buku):
        kertas = buku.add_worksheet("realisasi")
        kertas.write_row(0, 0, JUDUL)
        kertas.write_row(1, 0, BENAR)
        kertas.write_formula(1, 3, "=20*2+2,5", None, 42.5)

    pratinjau = periksa(terisi, Unggahan("a.xlsx", berkas_xlsx(tulis)))
    assert ("Realisasi", "", "42,5") in pratinjau.baris[0].isi


def test_a_dot_that_can_be_read_two_ways_is_asked_and_the_answer_holds(terisi: Engine) -> None:
    unggahan = (Unggahan("a.xlsx", dengan("nilai", "1.500")),)
    pratinjau = periksa(terisi, *unggahan)
    (tanya,) = pratinjau.pertanyaan
    assert (tanya.subjek, tanya.letak, tanya.tertulis) == ("IKU Indikator IKU", "realisasi!D2", "1.500")
    assert tanya.arti == ("1500 = seribu lima ratus", "1,5 = satu koma lima")
    assert pratinjau.kesimpulan == "1 angka perlu Anda pastikan dahulu."
    for pilihan, tertulis in zip(tanya.pilihan, ("1500", "1,5"), strict=True):
        serahan = Serahan(unggahan, jawaban=((tanya.buku, tanya.sel, pilihan),))
        jadi = periksa_serahan(terisi, PERENCANA_BAWAAN, "UJI", serahan)
        assert ("Realisasi", "", tertulis) in jadi.baris[0].isi
        assert all("Titik" not in satu.hal for satu in jadi.pertanyaan)


@pytest.mark.parametrize(("tertulis", "pilihan"), [(0.855, ("85.5", "0.855")), (8550, ("85.5", "8550"))])
def test_a_percentage_a_hundred_times_off_its_target_is_asked(
    terisi: Engine, tertulis: float, pilihan: tuple[str, ...]
) -> None:
    unggahan = (Unggahan("a.xlsx", dengan("nilai", tertulis)),)
    (tanya,) = periksa(terisi, *unggahan).pertanyaan
    assert tanya.pilihan == tuple(map(Decimal, pilihan))
    for jawaban in tanya.pilihan:
        serahan = Serahan(unggahan, jawaban=((0, tanya.sel, jawaban),))
        assert periksa_serahan(terisi, PERENCANA_BAWAAN, "UJI", serahan).boleh_diambil


def test_a_small_percentage_with_a_small_target_is_not_asked(terisi: Engine) -> None:
    assert periksa(terisi, Unggahan("a.xlsx", dengan("nilai", 40))).pertanyaan == ()
    assert periksa(terisi, Unggahan("a.xlsx", dengan("nilai", 9))).pertanyaan == ()


def test_several_workbooks_are_one_decision_and_the_same_row_twice_is_refused(terisi: Engine) -> None:
    satu = Unggahan("satu.xlsx", realisasi(BENAR))
    dua = Unggahan("dua.xlsx", realisasi(("IKU", 2024, "TW3", 50, "resmi", None, None)))
    serahan = Serahan((satu, dua))
    pratinjau = periksa_serahan(terisi, PERENCANA_BAWAAN, "UJI", serahan)
    assert pratinjau.kesimpulan == "2 baris baru siap diambil alih."
    ganda = periksa(terisi, satu, Unggahan("tiga.xlsx", realisasi((*BENAR[:3], 41, "resmi", None, None))))
    assert [masalah.salah for masalah in ganda.masalah] == ["baris yang sama juga ada pada satu.xlsx"]
    langkah: list[str] = []
    hasil = ambil_serahan(terisi, PERENCANA_BAWAAN, "UJI", serahan, pratinjau.versi, langkah.append)
    assert hasil.kesimpulan == "2 baris baru tersimpan."
    assert langkah[-1] == "Menyimpan 2 baris dalam satu transaksi"
