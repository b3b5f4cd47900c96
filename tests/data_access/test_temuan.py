"""Decisions on findings, on both databases: stored with who, when and why; they stick; nobody is overwritten."""

import dataclasses
from pathlib import Path

import pytest
from sqlalchemy import Engine

from dashboard.domain.dasar.hak import PERENCANA_BAWAAN, Pelaku, Peran, TidakBerwenang
from dashboard.services.data.impor import ambil_alih, periksa_berkas, tulis_buku_kerja
from dashboard.services.temuan import ButirTemuan, KeputusanDitolak, Register, StatusTemuan, daftar, putuskan
from tests.builders import buku_kecil, tulis_csv

CONTOH = Path(__file__).parents[2] / "sample_data"
DARI_ATURAN = "target_rentang:IKU-01"
DICATAT = "B11"


@pytest.fixture
def banten(engine: Engine) -> Engine:
    assert ambil_alih(engine, CONTOH / "banten", pelaku=PERENCANA_BAWAAN).diambil
    return engine


def register(engine: Engine) -> Register:
    return daftar(engine, PERENCANA_BAWAAN, "BANTEN", 2023)


def butir(engine: Engine, kode: str) -> ButirTemuan:
    return register(engine).menurut_kode[kode]


def tetapkan(engine: Engine, kode: str, status: StatusTemuan, alasan: str = "Sudah dicek ke dokumen.") -> None:
    putuskan(engine, PERENCANA_BAWAAN, "BANTEN", butir(engine, kode), status, alasan)


def test_the_register_holds_what_rules_find_and_what_was_entered(banten: Engine) -> None:
    semua = register(banten).menurut_kode
    assert semua[DARI_ATURAN].temuan.aturan == "target_rentang"
    assert semua[DICATAT].temuan.aturan is None
    assert {b.status for b in semua.values()} == {StatusTemuan.TERBUKA}


@pytest.mark.parametrize("kode", [DARI_ATURAN, DICATAT])
def test_a_decision_is_kept_with_its_reason_and_who_made_it(banten: Engine, kode: str) -> None:
    tetapkan(banten, kode, StatusTemuan.DIJELASKAN)
    hasil = butir(banten, kode)
    assert (hasil.status, hasil.alasan, hasil.oleh) == (StatusTemuan.DIJELASKAN, "Sudah dicek ke dokumen.", "Perencana")
    assert hasil.pada is not None
    assert not hasil.berubah


def test_a_decision_sticks_when_the_data_is_taken_in_again(banten: Engine, tmp_path: Path) -> None:
    tetapkan(banten, DARI_ATURAN, StatusTemuan.DIKONFIRMASI)
    tulis_buku_kerja(banten, "BANTEN", tmp_path / "banten")
    laporan = ambil_alih(banten, tmp_path / "banten", pelaku=PERENCANA_BAWAAN)
    assert (laporan.masalah, laporan.jumlah_perubahan) == ((), 0)
    assert ambil_alih(banten, CONTOH / "banten", pelaku=PERENCANA_BAWAAN).masalah == ()
    assert butir(banten, DARI_ATURAN).status is StatusTemuan.DIKONFIRMASI


def test_a_reason_pasted_with_control_characters_does_not_spoil_the_agencys_own_workbook(
    banten: Engine, tmp_path: Path
) -> None:
    kotor = "Sudah\x00 dicek\x07 ke\x1b[2J dokumen.\u200b"
    putuskan(banten, PERENCANA_BAWAAN, "BANTEN", butir(banten, DICATAT), StatusTemuan.DIJELASKAN, kotor)
    assert butir(banten, DICATAT).alasan == "Sudah dicek ke[2J dokumen."
    for nama in ("banten", "banten.xlsx"):
        tulis_buku_kerja(banten, "BANTEN", tmp_path / nama)
        assert periksa_berkas(banten, tmp_path / nama).masalah == ()


def test_a_decision_says_when_the_data_changed_since(banten: Engine, tmp_path: Path) -> None:
    tetapkan(banten, DARI_ATURAN, StatusTemuan.DIJELASKAN)
    folder = tmp_path / "ubah"
    folder.mkdir()
    isi = "indikator,tahun,periode,nilai_min,nilai_maks,teks\nIKU-01,2023,TAHUN,72,80,72-80\n"
    (folder / "target.csv").write_text(isi, encoding="utf-8")
    assert ambil_alih(banten, folder, pelaku=PERENCANA_BAWAAN, instansi="BANTEN").diambil
    hasil = butir(banten, DARI_ATURAN)
    assert (hasil.status, hasil.berubah) == (StatusTemuan.DIJELASKAN, True)


def test_a_decided_finding_that_is_mended_stays_in_the_register_as_no_longer_there(
    banten: Engine, tmp_path: Path
) -> None:
    tetapkan(banten, DARI_ATURAN, StatusTemuan.SELESAI)
    folder = tmp_path / "ubah"
    folder.mkdir()
    isi = "indikator,tahun,periode,nilai,nilai_min,nilai_maks,teks\nIKU-01,2023,TAHUN,75,,,75\n"
    (folder / "target.csv").write_text(isi, encoding="utf-8")
    laporan = ambil_alih(banten, folder, pelaku=PERENCANA_BAWAAN, instansi="BANTEN", izinkan_kosong=True)
    assert laporan.diambil
    hasil = butir(banten, DARI_ATURAN)
    assert (hasil.masih_ada, hasil.perlu_tindakan, hasil.status) == (False, False, StatusTemuan.SELESAI)


def test_a_settled_finding_no_longer_marks_its_indicator(banten: Engine) -> None:
    assert DARI_ATURAN in {b.kode for b in register(banten).menurut_objek["IKU-01"]}
    tetapkan(banten, DARI_ATURAN, StatusTemuan.SELESAI)
    assert DARI_ATURAN not in {b.kode for b in register(banten).menurut_objek.get("IKU-01", ())}


def test_two_people_deciding_the_second_is_told_and_the_first_stands(banten: Engine) -> None:
    dilihat = butir(banten, DARI_ATURAN)
    tetapkan(banten, DARI_ATURAN, StatusTemuan.DIKONFIRMASI, "Benar rentang.")
    with pytest.raises(KeputusanDitolak, match="orang lain"):
        putuskan(banten, PERENCANA_BAWAAN, "BANTEN", dilihat, StatusTemuan.SELESAI, "Tidak apa-apa.")
    assert butir(banten, DARI_ATURAN).alasan == "Benar rentang."


def test_a_decision_without_a_reason_is_refused(banten: Engine) -> None:
    with pytest.raises(KeputusanDitolak, match="alasannya"):
        tetapkan(banten, DARI_ATURAN, StatusTemuan.SELESAI, "   ")


@pytest.mark.parametrize("peran", [Peran.FORUM, Peran.PEGAWAI])
def test_who_may_only_look_cannot_decide(banten: Engine, peran: Peran) -> None:
    with pytest.raises(TidakBerwenang, match="memutuskan"):
        putuskan(banten, Pelaku("X", peran), "BANTEN", butir(banten, DICATAT), StatusTemuan.SELESAI, "Sudah.")


def test_a_kabid_decides_on_findings_of_the_own_bidang_only(banten: Engine) -> None:
    definisi = butir(banten, "definisi_tertukar:KRT-07")
    assert definisi.unit == "BID-PDK"
    luar = Pelaku("Kabid lain", Peran.KEPALA_BIDANG, "BANTEN", "BID-PMP")
    with pytest.raises(TidakBerwenang):
        putuskan(banten, luar, "BANTEN", definisi, StatusTemuan.DIKONFIRMASI, "Tertukar.")
    sendiri = dataclasses.replace(luar, nama="Kabid Pembinaan", unit="BID-PDK")
    putuskan(banten, sendiri, "BANTEN", definisi, StatusTemuan.DIKONFIRMASI, "Tertukar.")
    assert butir(banten, definisi.kode).oleh == "Kabid Pembinaan"


def test_the_titles_of_an_office_are_no_finding(engine: Engine, tmp_path: Path) -> None:
    isi = buku_kecil()
    fungsi = ("Perumusan kebijakan teknis|Pembinaan bawahan", "Penyelarasan rencana|Pengendalian anggaran")
    for satu, nama, tugas in zip(isi["jabatan"], ("Kepala Dinas", "Sekretaris Dinas"), fungsi, strict=True):
        satu |= {"nama": nama, "fungsi": tugas}
    assert ambil_alih(engine, tulis_csv(tmp_path / "buku", isi), pelaku=PERENCANA_BAWAAN).diambil
    ditemukan = daftar(engine, PERENCANA_BAWAAN, "UJI", 2024).butir
    assert [b.kode for b in ditemukan if {"KABAN", "KABID"} & set(b.temuan.objek)] == []
