"""The preview says what taking a file would move, and the pages then show just that; looking writes nothing."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine

from dashboard.domain.dasar.hak import PERENCANA_BAWAAN
from dashboard.domain.dasar.periode import SampaiDengan
from dashboard.domain.dasar.skala import Status
from dashboard.services.data import gerak_impor as modul
from dashboard.services.data.gerak_impor import GerakImpor
from dashboard.services.data.masuk import PratinjauBuku, ambil_serahan, periksa_serahan
from dashboard.services.data.serahan import Serahan, Unggahan
from dashboard.services.kinerja import kinerja
from data_access.engine import make_engine
from data_access.kinerja import nomor_versi
from tests.berkas_rusak import realisasi
from tests.sample_database import copy_sample_database

TW4 = SampaiDengan(2024, 4)
JUDUL = ("indikator", "tahun", "periode", "nilai", "sumber_nilai")
KETERANGAN = ("kendala", "solusi", "pic", "batas_waktu")
LENGKAP = ("Anggaran terlambat", "Dipercepat", "Sekretaris", date(2025, 3, 1))


@pytest.fixture
def engine_pk(tmp_path: Path) -> Iterator[Engine]:
    engine = make_engine(copy_sample_database(tmp_path / "contoh.db"))
    yield engine
    engine.dispose()


def serahan(*baris: tuple[Any, ...], judul: tuple[str, ...] = JUDUL) -> Serahan:
    return Serahan((Unggahan("a.xlsx", realisasi(*baris, judul=judul)),))


def periksa(engine: Engine, isi: Serahan, sd: SampaiDengan = TW4) -> PratinjauBuku:
    pratinjau = periksa_serahan(engine, PERENCANA_BAWAAN, "PK", isi, sd)
    assert not pratinjau.masalah, pratinjau.masalah
    return pratinjau


def gerak(engine: Engine, isi: Serahan, sd: SampaiDengan = TW4) -> GerakImpor:
    hasil = periksa(engine, isi, sd).gerak
    assert hasil is not None
    return hasil


def test_a_value_moves_its_indicator_and_a_red_one_is_named_with_what_it_lacks(engine_pk: Engine) -> None:
    g = gerak(engine_pk, serahan(("IKU-03", 2024, "TAHUN", 50, "resmi")))
    (satu,) = g.gerak
    assert satu.lama is not None
    assert (satu.baru.kode, satu.lama.status, satu.baru.status) == ("IKU-03", Status.PERLU_PERHATIAN, Status.KRITIS)
    (tanpa,) = g.tanpa_kendala
    assert (tanpa.hasil.kode, tanpa.sd) == ("IKU-03", TW4)
    assert tanpa.hilang == ("kendala", "solusi", "penanggung jawab", "batas waktu")


def test_a_red_value_that_brings_its_obstacle_lacks_nothing(engine_pk: Engine) -> None:
    isi = serahan(("IKU-03", 2024, "TAHUN", 50, "resmi", *LENGKAP), judul=(*JUDUL, *KETERANGAN))
    g = gerak(engine_pk, isi)
    assert [satu.baru.status for satu in g.gerak] == [Status.KRITIS]
    assert g.tanpa_kendala == ()


def test_an_obstacle_that_is_stored_already_need_not_come_again(engine_pk: Engine) -> None:
    lengkap = serahan(("IKU-03", 2024, "TAHUN", 50, "resmi", *LENGKAP), judul=(*JUDUL, *KETERANGAN))
    versi = periksa(engine_pk, lengkap).versi
    ambil_serahan(engine_pk, PERENCANA_BAWAAN, "PK", lengkap, versi, lambda _: None)
    assert gerak(engine_pk, serahan(("IKU-03", 2024, "TAHUN", 51, "resmi"))).tanpa_kendala == ()


def test_a_variabel_moves_what_it_feeds_in_every_quarter_the_file_names(engine_pk: Engine) -> None:
    baris = [("JUMLAH_ASN", 2024, f"TW{tw}", 9000, "resmi") for tw in (2, 3)]
    g = gerak(engine_pk, serahan(*baris), SampaiDengan(2024, 3))
    menurut_kode = {satu.baru.kode: satu for satu in g.gerak}
    assert "IKU-02" in menurut_kode
    assert menurut_kode["IKU-02"].sd == SampaiDengan(2024, 3)
    assert menurut_kode["IKU-02"].juga == (SampaiDengan(2024, 2),)
    assert g.tanpa_kendala == ()


def test_a_remark_moves_nothing_and_the_positions_looked_at_are_known(engine_pk: Engine) -> None:
    isi = serahan(("IKU-03", 2024, "TAHUN", "resmi", "Kata lain"), judul=(*JUDUL[:3], "sumber_nilai", "bukti"))
    g = gerak(engine_pk, isi)
    assert (g.gerak, g.posisi) == ((), (TW4,))


def test_what_it_says_is_what_the_pages_show_once_it_is_taken(engine_pk: Engine) -> None:
    isi = serahan(("JUMLAH_ASN", 2024, "TW4", 9000, "resmi"), ("IKU-03", 2024, "TAHUN", 80, "resmi"))
    pratinjau = periksa(engine_pk, isi)
    assert pratinjau.gerak is not None
    lama = kinerja(engine_pk, PERENCANA_BAWAAN, "PK", TW4).hasil.indikator
    ambil_serahan(engine_pk, PERENCANA_BAWAAN, "PK", isi, pratinjau.versi, lambda _: None)
    baru = kinerja(engine_pk, PERENCANA_BAWAAN, "PK", TW4).hasil.indikator
    berubah = {k for k in baru if (baru[k].persen, baru[k].status) != (lama[k].persen, lama[k].status)}
    assert {g.baru.kode for g in pratinjau.gerak.gerak} == berubah
    for g in pratinjau.gerak.gerak:
        assert (g.baru.persen, g.baru.status) == (baru[g.baru.kode].persen, baru[g.baru.kode].status)


def test_looking_writes_nothing(engine_pk: Engine) -> None:
    with engine_pk.connect() as connection:
        semula = nomor_versi(connection, "PK")
    gerak(engine_pk, serahan(("IKU-03", 2024, "TAHUN", 50, "resmi")))
    with engine_pk.connect() as connection:
        assert nomor_versi(connection, "PK") == semula
    assert kinerja(engine_pk, PERENCANA_BAWAAN, "PK", TW4).hasil.indikator["IKU-03"].status is Status.PERLU_PERHATIAN


def test_a_file_that_is_too_large_is_not_written_for_a_look(engine_pk: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(modul, "MAKS_BARIS", 0)
    g = gerak(engine_pk, serahan(("IKU-03", 2024, "TAHUN", 50, "resmi")))
    assert g.terlalu_besar
    assert g.gerak == ()
