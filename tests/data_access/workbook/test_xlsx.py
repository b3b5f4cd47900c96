"""What only an .xlsx can hold: native values, formulas, formats, and files that are not what they claim."""

import zipfile
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

import pytest
import sqlalchemy as sa
import xlsxwriter
from sqlalchemy import Engine

from dashboard.domain.dasar.hak import PERENCANA_BAWAAN
from dashboard.services.data.impor import ambil_alih, periksa_berkas, tulis_buku_kerja
from dashboard.services.data.laporan_impor import LaporanImpor
from data_access.schema import TABEL
from data_access.workbook.berkas_xlsx.pindai_xlsx import MAKS_BITA_BERKAS
from tests.builders import NIP_UJI, buku_kecil, buku_pegawai, tulis_csv, tulis_xlsx

JUDUL = ("indikator", "tahun", "periode", "nilai", "sumber_nilai", "batas_waktu")


def buku_realisasi(berkas: Path, *nilai: object, format_sel: str = "", rumus: tuple[str, object] | None = None) -> Path:
    """A workbook with one row of realisasi for the agency already stored."""
    with xlsxwriter.Workbook(str(berkas)) as buku:
        kertas = buku.add_worksheet("Realisasi")
        kertas.write_row(0, 0, JUDUL)
        kertas.write_row(1, 0, nilai)
        if format_sel:
            kertas.write_number(1, 3, nilai[3], buku.add_format({"num_format": format_sel}))
        if rumus:
            kertas.write_formula(1, 3, rumus[0], None, rumus[1])
    return berkas


@pytest.fixture
def terisi(engine_sqlite: Engine, tmp_path: Path) -> Engine:
    ambil_alih(engine_sqlite, tulis_csv(tmp_path / "awal", buku_kecil() | buku_pegawai()), pelaku=PERENCANA_BAWAAN)
    return engine_sqlite


def ambil(engine: Engine, berkas: Path) -> LaporanImpor:
    return ambil_alih(engine, berkas, pelaku=PERENCANA_BAWAAN)


def tersimpan(engine: Engine, kolom: str, **kunci: object) -> object:
    tabel = TABEL["realisasi"]
    with engine.connect() as connection:
        tanya = sa.select(tabel.c[kolom]).where(*(tabel.c[nama] == isi for nama, isi in kunci.items()))
        return connection.execute(tanya).scalar_one()


def test_native_numbers_and_dates_are_what_they_are(terisi: Engine, tmp_path: Path) -> None:
    isi = {
        "realisasi": [
            dict(zip(JUDUL, ("IKU", 2024, "TW2", 40.1 + 0.2, "resmi", date(2024, 8, 17)), strict=True)),
            dict(zip(JUDUL, ("PRG2", 2024.0, "tw 2", 1.5, "Resmi", "17 Agustus 2024"), strict=True)),
        ]
    }
    laporan = ambil(terisi, tulis_xlsx(tmp_path / "b.xlsx", isi))
    assert laporan.diambil, laporan.teks()
    assert tersimpan(terisi, "nilai", indikator="IKU", periode="TW2") == Decimal("40.3")
    assert tersimpan(terisi, "nilai", indikator="PRG2", periode="TW2") == Decimal("1.5")
    assert tersimpan(terisi, "batas_waktu", indikator="IKU", periode="TW2") == date(2024, 8, 17)
    assert tersimpan(terisi, "batas_waktu", indikator="PRG2", periode="TW2") == date(2024, 8, 17)


def test_a_formula_counts_by_its_stored_value(terisi: Engine, tmp_path: Path) -> None:
    berkas = buku_realisasi(tmp_path / "b.xlsx", "IKU", 2024, "TW2", "", "resmi", rumus=("=40+2", 42))
    assert ambil(terisi, berkas).diambil
    assert tersimpan(terisi, "nilai", indikator="IKU", periode="TW2") == 42


@pytest.mark.parametrize(("hasil", "salah"), [("#DIV/0!", "galat rumus"), (None, "belum dihitung")])
def test_a_formula_without_a_value_is_not_a_blank(
    terisi: Engine, tmp_path: Path, hasil: str | None, salah: str
) -> None:
    berkas = buku_realisasi(tmp_path / "b.xlsx", "IKU", 2024, "TW2", "", "resmi", rumus=("=1/0", hasil or "HAPUS"))
    if hasil is None:
        tulis_ulang(berkas, "xl/worksheets/sheet1.xml", b"<v>HAPUS</v>", b"<v></v>", (b' t="str"', b""))
    masalah = ambil(terisi, berkas).masalah
    assert [satu.sel for satu in masalah] == ["realisasi!D2"]
    assert salah in masalah[0].salah


def test_a_percentage_in_a_percent_column_is_the_number_excel_shows(terisi: Engine, tmp_path: Path) -> None:
    berkas = buku_realisasi(tmp_path / "b.xlsx", "IKU", 2024, "TW2", 0.855, "resmi", format_sel="0.0%")
    assert ambil(terisi, berkas).diambil
    assert tersimpan(terisi, "nilai", indikator="IKU", periode="TW2") == Decimal("85.5")


def test_a_percentage_of_another_unit_is_refused(terisi: Engine, tmp_path: Path) -> None:
    berkas = buku_realisasi(tmp_path / "b.xlsx", "PRG1", 2024, "TW2", 0.855, "resmi", format_sel="0%")
    assert ["berformat persen" in satu.salah for satu in ambil(terisi, berkas).masalah] == [True]


def test_a_nip_in_a_numeric_cell_is_refused(terisi: Engine, tmp_path: Path) -> None:
    isi = {"pegawai": [{"nip": float(NIP_UJI), "nama": "P", "unit": "BADAN"}]}
    masalah = ambil(terisi, tulis_xlsx(tmp_path / "b.xlsx", isi)).masalah
    assert [satu.sel for satu in masalah] == ["pegawai!A2"]
    assert "angka belakangnya hilang" in masalah[0].salah


def test_coordinates_hold_where_rows_and_columns_are_left_empty(terisi: Engine, tmp_path: Path) -> None:
    with xlsxwriter.Workbook(str(tmp_path / "b.xlsx")) as buku:
        kertas = buku.add_worksheet("variabel")
        kertas.write_row(3, 2, ("kode", "nama", "batas_atas"))
        kertas.write_row(9, 2, ("BARU", "Baru", "38.5"))
    assert [satu.sel for satu in ambil(terisi, tmp_path / "b.xlsx").masalah] == ["variabel!E10"]


def test_what_is_written_is_text_numbers_and_dates_but_no_formula(terisi: Engine, tmp_path: Path) -> None:
    isi = buku_kecil()
    isi["realisasi"][0] |= {"kendala": "=cmd|' /C calc'!A0", "batas_waktu": "2024-08-17"}
    isi["realisasi"][1] |= {"kendala": "", "batas_waktu": ""}
    ambil(terisi, tulis_csv(tmp_path / "a", isi))
    tulis_buku_kerja(terisi, "UJI", tmp_path / "b.xlsx")
    with zipfile.ZipFile(tmp_path / "b.xlsx") as arsip:
        semua = b"".join(arsip.read(nama) for nama in arsip.namelist() if nama.startswith("xl/worksheets/sheet"))
    assert b"<f>" not in semua
    assert b"<v>20.25</v>" in semua
    assert b"=cmd|" in semua


# What is not a plain, sane .xlsx


def tulis_ulang(berkas: Path, bagian: str, lama: bytes, baru: bytes, *lain: tuple[bytes, bytes]) -> None:
    with zipfile.ZipFile(berkas) as arsip:
        isi = {nama: arsip.read(nama) for nama in arsip.namelist()}
    assert lama in isi[bagian]
    for dari, ke in ((lama, baru), *lain):
        isi[bagian] = isi[bagian].replace(dari, ke)
    with zipfile.ZipFile(berkas, "w", zipfile.ZIP_DEFLATED) as arsip:
        for nama, bita in isi.items():
            arsip.writestr(nama, bita)


def bom(berkas: Path) -> None:
    tulis_xlsx(berkas, buku_kecil())
    with zipfile.ZipFile(berkas, "a", zipfile.ZIP_DEFLATED) as arsip:
        arsip.writestr("xl/media/nol.bin", b"\0" * (30 * 1024 * 1024))


def bermakro(berkas: Path) -> None:
    tulis_xlsx(berkas, buku_kecil())
    with zipfile.ZipFile(berkas, "a") as arsip:
        arsip.writestr("xl/vbaProject.bin", b"x")


def sel_jauh(berkas: Path) -> None:
    with xlsxwriter.Workbook(str(berkas)) as buku:
        kertas = buku.add_worksheet("variabel")
        kertas.write(0, 0, "kode")
        kertas.write(1_048_575, 16_383, "jauh")


def beracun(berkas: Path) -> None:
    tulis_xlsx(berkas, buku_kecil())
    tulis_ulang(berkas, "xl/workbook.xml", b"<workbook ", b'<!DOCTYPE w [<!ENTITY a "b">]>\n<workbook ')


def terpotong(berkas: Path) -> None:
    tulis_xlsx(berkas, buku_kecil())
    bita = berkas.read_bytes()
    berkas.write_bytes(bita[:100] + b"\0" * 50 + bita[150:])


@pytest.mark.parametrize(
    ("nama", "buat", "salah"),
    [
        ("b.xlsx", lambda berkas: berkas.write_bytes(b"bukan zip"), "bukan berkas .xlsx"),
        ("b.xlsx", lambda berkas: zipfile.ZipFile(berkas, "w").close(), "rusak"),
        ("b.xlsx", lambda berkas: berkas.write_bytes(b"x" * (MAKS_BITA_BERKAS + 1)), "lebih besar dari 10 MB"),
        ("b.xlsx", bom, "mengembang tidak wajar"),
        ("b.xlsx", bermakro, "memuat makro"),
        ("b.xlsx", sel_jauh, "sel sangat jauh"),
        ("b.xlsx", beracun, "rusak"),
        ("b.xlsx", terpotong, "rusak"),
        ("b.xlsm", bermakro, "dapat memuat makro"),
        ("b.csv", lambda berkas: berkas.write_text("kode\n"), "hanya satu lembar"),
        ("b.pdf", lambda berkas: berkas.write_text("%PDF"), "adalah PDF"),
    ],
)
def test_a_file_that_is_no_plain_workbook_is_refused_unopened(
    engine_sqlite: Engine, tmp_path: Path, nama: str, buat: object, salah: str
) -> None:
    assert callable(buat)
    buat(tmp_path / nama)
    laporan = periksa_berkas(engine_sqlite, tmp_path / nama)
    assert [salah in satu.salah for satu in laporan.masalah] == [True], laporan.teks()


def test_a_folder_without_csv_or_with_broken_csv_is_refused(engine_sqlite: Engine, tmp_path: Path) -> None:
    (tmp_path / "kosong").mkdir()
    assert "tidak memuat berkas .csv" in periksa_berkas(engine_sqlite, tmp_path / "kosong").masalah[0].salah
    folder = tulis_csv(tmp_path / "b", buku_kecil())
    (folder / "unit.csv").write_bytes("kode,nama\nA,Bidang é\n".encode("latin-1"))
    (folder / "jabatan.csv").write_text('kode,nama,unit\nA,"tidak ditutup,B\n', encoding="utf-8")
    masalah = {satu.sel: satu.salah for satu in periksa_berkas(engine_sqlite, folder).masalah}
    assert masalah["unit!A2"] == "memuat huruf yang bukan UTF-8"
    assert masalah["jabatan!A2"] == "tidak dapat dibaca sebagai CSV"


def test_a_csv_with_semicolons_and_a_byte_order_mark_is_read(engine_sqlite: Engine, tmp_path: Path) -> None:
    folder = tulis_csv(tmp_path / "b", buku_kecil())
    (folder / "variabel.csv").write_text("\ufeffkode;nama;satuan\nJUMLAH_ASN;Jumlah, semua;orang\n", encoding="utf-8")
    assert periksa_berkas(engine_sqlite, folder).jumlah_masalah == 0


def test_two_hundred_thousand_empty_rows_cost_little(engine_sqlite: Engine, tmp_path: Path) -> None:
    folder = tulis_csv(tmp_path / "b", buku_kecil())
    with (folder / "variabel.csv").open("a", encoding="utf-8") as berkas:
        berkas.write(",,\n" * 250_000)
    mulai = datetime.now().astimezone()
    assert periksa_berkas(engine_sqlite, folder).jumlah_masalah == 0
    assert (datetime.now().astimezone() - mulai).total_seconds() < 20
