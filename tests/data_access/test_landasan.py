"""A preview falls by what it rests on, and by nothing else that is written beside it."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import Engine

from dashboard.domain.dasar.hak import PERENCANA_BAWAAN
from dashboard.services.data.batal_impor import batalkan_impor
from dashboard.services.data.impor import ambil_alih
from dashboard.services.data.masuk import ambil_serahan, periksa_serahan
from dashboard.services.data.serahan import Serahan, Unggahan
from data_access.engine import open_for_reading
from data_access.files.penghapusan import hapus_instansi
from data_access.kinerja import nomor_versi
from data_access.workbook.terapkan import DataChanged
from tests.berkas_rusak import realisasi
from tests.builders import BarisBuku, buku_kecil, tulis_csv
from tests.dua_bidang import isi_dua_bidang
from tests.penulis_entri import ajukan_satu, baru

SERAHAN = Serahan((Unggahan("a.xlsx", realisasi(("PRG1", 2024, "TW4", 40, "resmi", None, None))),))
Penulis = Callable[[Engine, Path], object]


@pytest.fixture
def terisi(engine: Engine, tmp_path: Path) -> Engine:
    isi_dua_bidang(engine, tmp_path)
    return engine


def _entri(kode: str) -> Penulis:
    def tulis(engine: Engine, _: Path) -> object:
        isi = replace(baru("100", "TW4"), indikator=kode)
        return ajukan_satu(engine, PERENCANA_BAWAAN, "UJI", None, isi)

    return tulis


def _impor(lembar: str, **isi: object) -> Penulis:
    def tulis(engine: Engine, folder: Path) -> None:
        baris: BarisBuku = {"instansi": "UJI", **isi}
        laporan = ambil_alih(engine, tulis_csv(folder / lembar, {lembar: [baris]}), pelaku=PERENCANA_BAWAAN)
        assert laporan.diambil, laporan.teks()

    return tulis


def _hapus(engine: Engine, _: Path) -> None:
    hapus_instansi(engine, PERENCANA_BAWAAN, "UJI", "UJI")


def _hapus_dan_kembali(engine: Engine, folder: Path) -> None:
    _hapus(engine, folder)
    assert ambil_alih(engine, tulis_csv(folder / "kembali", buku_kecil()), pelaku=PERENCANA_BAWAAN).diambil


TARGET = {"indikator": "PRG2", "tahun": 2025, "periode": "TAHUN", "nilai": "100", "teks": "100"}
LAIN: dict[str, Penulis] = {
    "isian nilai lain": _entri("PRG2"),
    "target indikator lain": _impor("target", **TARGET),
    "dokumen baru": _impor("dokumen", kode="DOK-LAIN", judul="Keputusan lain"),
}
DASAR: dict[str, Penulis] = {
    "isian nilai yang sama": _entri("PRG1"),
    "target indikatornya": _impor("target", **TARGET | {"indikator": "PRG1"}),
    "pengaturan": _impor("pengaturan", kunci="dua_orang", nilai="ya"),
    "hari libur": _impor("hari_libur", tanggal="17 Agustus 2024", nama="Hari Kemerdekaan"),
    "instansi dihapus dan dibuat lagi": _hapus_dan_kembali,
}


def ambil(engine: Engine, versi: dict[str, int]) -> bool:
    return ambil_serahan(engine, PERENCANA_BAWAAN, "UJI", SERAHAN, versi, lambda _: None).diambil


@pytest.mark.parametrize("nama", LAIN)
def test_what_is_written_beside_it_lets_a_preview_stand(terisi: Engine, tmp_path: Path, nama: str) -> None:
    versi = dict(periksa_serahan(terisi, PERENCANA_BAWAAN, "UJI", SERAHAN).versi)
    LAIN[nama](terisi, tmp_path)
    with open_for_reading(terisi) as connection:
        assert nomor_versi(connection, "UJI") > versi["UJI"]
    assert ambil(terisi, versi)


@pytest.mark.parametrize("nama", DASAR)
def test_what_it_rests_on_lets_it_fall(terisi: Engine, tmp_path: Path, nama: str) -> None:
    versi = dict(periksa_serahan(terisi, PERENCANA_BAWAAN, "UJI", SERAHAN).versi)
    DASAR[nama](terisi, tmp_path)
    with pytest.raises(DataChanged):
        ambil(terisi, versi)


def test_an_import_that_was_undone_meanwhile_counts_by_its_rows(terisi: Engine, tmp_path: Path) -> None:
    _impor("dokumen", kode="DOK-LAIN", judul="Keputusan lain")(terisi, tmp_path)
    with open_for_reading(terisi) as connection:
        nomor = nomor_versi(connection, "UJI")
    versi = dict(periksa_serahan(terisi, PERENCANA_BAWAAN, "UJI", SERAHAN).versi)
    batalkan_impor(terisi, PERENCANA_BAWAAN, "UJI", nomor)
    assert ambil(terisi, versi)
