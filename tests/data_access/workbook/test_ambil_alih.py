"""Handing in a workbook: taken whole, audited, and the same again changes nothing."""

from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from sqlalchemy import Engine

from dashboard.domain.dasar.hak import PERENCANA_BAWAAN, Pelaku, Peran, TidakBerwenang
from dashboard.services.data import impor
from dashboard.services.data.impor import ambil_alih, periksa_berkas, tulis_buku_kerja
from dashboard.services.data.laporan_impor import LaporanImpor
from data_access.kinerja import nomor_versi, versi_data
from data_access.schema import IMPOR, JEJAK, TABEL
from data_access.workbook.terapkan import terapkan
from tests.builders import IsiBuku, alamat, buku_kecil, buku_pegawai, tulis_csv, tulis_xlsx
from tests.sidik import hitung_sidik

CONTOH = sorted(satu.parent for satu in Path(__file__).parents[3].glob("sample_data/*/instansi.csv"))

TEKS_NAKAL = ("=1+1", "+62 812", "-lima", "@nama", '=HYPERLINK("http://x")', "baris satu\nbaris dua")


def ambil(engine: Engine, tempat: Path, isi: IsiBuku, **pilihan: Any) -> LaporanImpor:
    return ambil_alih(engine, tulis_csv(tempat, isi), pelaku=PERENCANA_BAWAAN, **pilihan)


def satu_nilai(engine: Engine, lembar: str, kolom: str, **kunci: str | int) -> object:
    tabel = TABEL[lembar]
    with engine.connect() as connection:
        tanya = sa.select(tabel.c[kolom]).where(*(tabel.c[nama] == nilai for nama, nilai in kunci.items()))
        return connection.execute(tanya).scalar_one()


@pytest.mark.parametrize("folder", CONTOH, ids=lambda folder: folder.name)
@pytest.mark.parametrize("tujuan", ["kembali", "kembali.xlsx"])
def test_a_sample_agency_written_back_and_handed_in_changes_nothing(
    engine: Engine, folder: Path, tujuan: str, tmp_path: Path
) -> None:
    pertama = ambil_alih(engine, folder, pelaku=PERENCANA_BAWAAN)
    assert pertama.diambil, pertama.teks()
    (instansi,) = pertama.instansi
    tulis_buku_kerja(engine, instansi, tmp_path / tujuan)
    lagi = ambil_alih(engine, tmp_path / tujuan, pelaku=PERENCANA_BAWAAN)
    assert lagi.kesimpulan == "Tidak ada perubahan.", lagi.teks()
    with engine.connect() as connection:
        assert nomor_versi(connection, instansi) == 1
        assert hitung_sidik(connection, instansi).startswith(versi_data(connection, instansi))


def test_there_are_sample_agencies() -> None:
    assert {folder.name for folder in CONTOH} >= {"banten", "pemalang", "paser", "pk"}


def test_the_same_workbook_twice_writes_once(engine: Engine, tmp_path: Path) -> None:
    assert ambil(engine, tmp_path / "b", buku_kecil() | buku_pegawai()).diambil
    lagi = ambil(engine, tmp_path / "b", buku_kecil() | buku_pegawai())
    assert (lagi.diambil, lagi.jumlah_perubahan, lagi.jumlah_masalah) == (False, 0, 0)
    assert "Tidak ada perubahan." in lagi.teks()
    with engine.connect() as connection:
        assert connection.execute(sa.select(sa.func.count()).select_from(IMPOR)).scalar() == 1
        assert nomor_versi(connection, "UJI") == 1


def test_an_import_leaves_one_impor_row_and_an_audit_row_for_each_change(engine: Engine, tmp_path: Path) -> None:
    ambil(engine, tmp_path / "a", buku_kecil())
    isi = buku_kecil()
    isi["realisasi"][0]["nilai"] = "21"
    laporan = ambil(engine, tmp_path / "b", isi)
    assert [satu.teks() for satu in laporan.perubahan] == ["ubah realisasi IKU / 2024 / TW I (Realisasi: 20,25 → 21)"]
    with engine.connect() as connection:
        impor = connection.execute(sa.select(IMPOR).where(IMPOR.c.versi == 2)).one()
        jejak = connection.execute(sa.select(JEJAK).where(JEJAK.c.versi == 2)).all()
    assert (impor.berkas, impor.jumlah_tambah, impor.jumlah_ubah, impor.jumlah_kosong) == ("b", 0, 1, 0)
    assert len(impor.sha256) == 64
    assert [(satu.aksi, satu.lembar) for satu in jejak] == [("ubah", "realisasi")]


def test_a_dry_run_says_what_would_happen_and_writes_nothing(engine: Engine, tmp_path: Path) -> None:
    laporan = ambil(engine, tmp_path / "b", buku_kecil(), dry_run=True)
    assert not laporan.diambil
    assert laporan.kesimpulan.endswith("baris akan disimpan.")
    assert periksa_berkas(engine, tmp_path / "b") == laporan
    with engine.connect() as connection:
        assert connection.execute(sa.select(sa.func.count()).select_from(TABEL["instansi"])).scalar() == 0


def test_a_blank_over_a_value_must_be_allowed(engine: Engine, tmp_path: Path) -> None:
    ambil(engine, tmp_path / "a", buku_kecil())
    isi = buku_kecil()
    isi["realisasi"][0]["nilai"] = ""
    ditolak = ambil(engine, tmp_path / "b", isi)
    assert [satu.sel for satu in ditolak.masalah] == [alamat(isi, "realisasi", "nilai", 0)]
    assert "20,25" in ditolak.masalah[0].salah
    assert satu_nilai(engine, "realisasi", "nilai", indikator="IKU") is not None
    diambil = ambil(engine, tmp_path / "b", isi, izinkan_kosong=True)
    assert diambil.diambil
    assert [satu.kosong for satu in diambil.lembar if satu.nama == "realisasi"] == [1]
    assert satu_nilai(engine, "realisasi", "nilai", indikator="IKU") is None


def test_an_absent_column_leaves_values_untouched(engine: Engine, tmp_path: Path) -> None:
    ambil(engine, tmp_path / "a", buku_kecil())
    isi = {"realisasi": [{"indikator": "IKU", "tahun": "2024", "periode": "TW1", "sumber_nilai": "publik"}]}
    assert ambil(engine, tmp_path / "b", isi).diambil
    assert satu_nilai(engine, "realisasi", "sumber_nilai", indikator="IKU") == "publik"
    assert str(satu_nilai(engine, "realisasi", "nilai", indikator="IKU")) == "20.25"


def test_rows_that_a_workbook_does_not_name_stay(engine: Engine, tmp_path: Path) -> None:
    ambil(engine, tmp_path / "a", buku_kecil())
    ambil(engine, tmp_path / "b", {"variabel": [{"kode": "BARU", "nama": "Baru"}]})
    with engine.connect() as connection:
        assert set(connection.execute(sa.select(TABEL["variabel"].c.kode)).scalars()) == {"JUMLAH_ASN", "BARU"}


@pytest.mark.parametrize("teks", TEKS_NAKAL)
@pytest.mark.parametrize("tujuan", ["kembali", "kembali.xlsx"])
def test_text_that_looks_like_a_formula_stays_text(engine: Engine, tmp_path: Path, teks: str, tujuan: str) -> None:
    isi = buku_kecil()
    isi["indikator"][0] |= {"definisi": teks}
    for satu in isi["indikator"][1:]:
        satu["definisi"] = ""
    ambil(engine, tmp_path / "a", isi)
    assert satu_nilai(engine, "indikator", "definisi", kode="IKU") == teks
    tulis_buku_kerja(engine, "UJI", tmp_path / tujuan)
    assert ambil_alih(engine, tmp_path / tujuan, pelaku=PERENCANA_BAWAAN).kesimpulan == "Tidak ada perubahan."


def test_numbers_of_any_length_survive_the_way_out_and_in(engine: Engine, tmp_path: Path) -> None:
    isi = buku_kecil()
    del isi["realisasi"]
    isi["variabel"] = [
        {"kode": kode, "nama": kode, "satuan": "nilai", "batas_atas": nilai}
        for kode, nilai in (("JUMLAH_ASN", "0,1"), ("B", "123456789012,123456789"), ("C", "-0,000000000001"))
    ]
    assert ambil(engine, tmp_path / "a", isi).diambil
    for tujuan in ("kembali", "kembali.xlsx"):
        tulis_buku_kerja(engine, "UJI", tmp_path / tujuan)
        assert ambil_alih(engine, tmp_path / tujuan, pelaku=PERENCANA_BAWAAN).kesimpulan == "Tidak ada perubahan."


def test_a_month_without_target_is_stored_and_written_back(engine: Engine, tmp_path: Path) -> None:
    ambil(engine, tmp_path / "a", buku_kecil() | buku_pegawai())
    assert satu_nilai(engine, "skp", "target_kuantitas", no="2") is None
    tulis_buku_kerja(engine, "UJI", tmp_path / "kembali")
    assert ",-,berkas" in (tmp_path / "kembali" / "skp.csv").read_text(encoding="utf-8")


def test_another_spelling_of_a_unit_becomes_its_code(engine: Engine, tmp_path: Path) -> None:
    ambil(engine, tmp_path / "a", buku_kecil() | buku_pegawai())
    assert satu_nilai(engine, "pegawai", "unit") == "BIDANG"


def test_two_agencies_in_one_workbook_are_taken_together(engine: Engine, tmp_path: Path) -> None:
    satu, dua = buku_kecil("SATU"), buku_kecil("DUA")
    isi = {"instansi": satu["instansi"] + dua["instansi"]}
    for nama in ("dokumen", "unit", "jabatan"):
        isi[nama] = [baris | {"instansi": "SATU"} for baris in satu[nama]]
        isi[nama] += [baris | {"instansi": "DUA"} for baris in dua[nama]]
    laporan = ambil(engine, tmp_path / "b", isi)
    assert laporan.diambil, laporan.teks()
    assert laporan.instansi == ("DUA", "SATU")
    with engine.connect() as connection:
        assert nomor_versi(connection, "SATU") == nomor_versi(connection, "DUA") == 1


def test_who_may_not_import_is_told_so_and_nothing_is_written(engine: Engine, tmp_path: Path) -> None:
    berkas = tulis_csv(tmp_path / "b", buku_kecil())
    with pytest.raises(TidakBerwenang):
        ambil_alih(engine, berkas, pelaku=Pelaku("K", Peran.KEPALA, "UJI"))
    with engine.connect() as connection:
        assert nomor_versi(connection, "UJI") == 0


def test_a_plan_made_before_someone_else_wrote_is_made_anew(
    engine: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ambil(engine, tmp_path / "awal", buku_kecil())
    punya_lain, punya_kita = buku_kecil(), buku_kecil()
    punya_lain["realisasi"][0]["nilai"] = "30"
    punya_kita["realisasi"][1]["nilai"] = "6.000"
    tulis_csv(tmp_path / "lain", punya_lain)
    panggilan: list[int] = []

    def didahului(engine: Engine, *rencana: Any) -> None:
        panggilan.append(1)
        if len(panggilan) == 1:
            ambil_alih(engine, tmp_path / "lain", pelaku=PERENCANA_BAWAAN)
        terapkan(engine, *rencana)

    monkeypatch.setattr(impor, "terapkan", didahului)
    laporan = ambil(engine, tmp_path / "kita", punya_kita)
    assert laporan.diambil
    assert len(panggilan) == 3
    # Planned again over what the other had written: this workbook is whole, so its 20,25 stands again.
    assert [satu.teks() for satu in laporan.perubahan] == [
        "ubah realisasi IKU / 2024 / TW I (Realisasi: 30 → 20,25)",
        "ubah realisasi JUMLAH_ASN / 2024 / TW I (Realisasi: 5000 → 6000)",
    ]


def test_a_csv_and_an_xlsx_of_the_same_content_have_the_same_version(
    engine_sqlite: Engine, engine_postgres: Engine, tmp_path: Path
) -> None:
    isi = buku_kecil() | buku_pegawai()
    ambil_alih(engine_sqlite, tulis_csv(tmp_path / "b", isi), pelaku=PERENCANA_BAWAAN)
    terbalik = {nama: baris[::-1] for nama, baris in reversed(isi.items())}
    ambil_alih(engine_postgres, tulis_xlsx(tmp_path / "b.xlsx", terbalik), pelaku=PERENCANA_BAWAAN)
    with engine_sqlite.connect() as satu, engine_postgres.connect() as dua:
        assert versi_data(satu, "UJI") == versi_data(dua, "UJI") != "0" * 16
