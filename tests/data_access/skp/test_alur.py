"""From a workbook to the export: scores to two decimals, on both databases, whole or not at all."""

import json
from decimal import Decimal
from pathlib import Path

import pytest
import sqlalchemy as sa
import xlsxwriter
from sqlalchemy import Engine

from dashboard.domain.dasar.hak import PERENCANA_BAWAAN, Pelaku, Peran
from dashboard.domain.dasar.periode import SampaiDengan
from dashboard.domain.dasar.skala import Status
from dashboard.services.data.impor import ambil_alih
from dashboard.services.data.keluar.ekspor import baca_ekspor
from dashboard.services.kinerja import kinerja
from data_access.schema import NILAI_SKP, TABEL
from tests.builders import buku_kecil, tulis_csv
from tests.data_access.skp.buku import KEGIATAN, NIP, NUMERIK, buku_skp, tanpa_target


def test_the_export_prints_the_scores_of_the_worked_examples(engine: Engine, tmp_path: Path) -> None:
    buku = buku_skp(tugas_tambahan="2", rating_hasil="sesuai", rating_perilaku="di_atas")
    assert ambil_alih(engine, tulis_csv(tmp_path / "buku", buku), pelaku=PERENCANA_BAWAAN).diambil
    skp = baca_ekspor(engine, PERENCANA_BAWAAN, "UJI", 2024, "TAHUN").isi["skp"]
    satu = {
        "nip": NIP,
        "tahun": 2024,
        "bulan": 1,
        "unit": "BIDANG",
        "nilai_skp": 86.5,
        "nilai_perilaku": 88.5,
        "nilai_prestasi": 87.3,
        "sebutan": "Baik",
        "predikat_kinerja": "Baik",
    }
    setahun = {kolom: satu[kolom] if kolom in ("nip", "tahun", "unit") else None for kolom in satu} | {"bulan": 0}
    assert json.loads(json.dumps(skp)) == [setahun, satu]


def test_nothing_about_persons_is_exported_to_who_may_not_see_them(engine: Engine, tmp_path: Path) -> None:
    assert ambil_alih(engine, tulis_csv(tmp_path / "buku", buku_skp()), pelaku=PERENCANA_BAWAAN).diambil
    lain = Pelaku("Kabid", Peran.KEPALA_BIDANG, "UJI", "BADAN")
    assert baca_ekspor(engine, lain, "UJI", 2024, "TAHUN").isi["skp"] == []


def test_the_share_of_good_performers_is_partial_until_everybody_is_scored(engine: Engine, tmp_path: Path) -> None:
    buku = buku_skp() | {"pengaturan": NUMERIK}
    buku["skp"] += tanpa_target(NIP, *range(2, 13))
    assert ambil_alih(engine, tulis_csv(tmp_path / "buku", buku), pelaku=PERENCANA_BAWAAN).diambil
    hasil = kinerja(engine, PERENCANA_BAWAAN, "UJI", SampaiDengan(2024, 4)).hasil.indikator["BAIK"]
    assert hasil.nilai is not None
    assert round(hasil.nilai, 4) == round(100 / hasil.simpul.langkah[0].nilai[1], 4)
    assert (hasil.status, hasil.capaian) == (Status.BELUM_DILAPORKAN, None)
    assert hasil.simpul.batas is not None
    assert hasil.catatan[-1].startswith("1 dari 5.000 dinilai")


def test_the_share_has_colour_once_everybody_is_scored(engine: Engine, tmp_path: Path) -> None:
    buku = buku_skp() | {"pengaturan": NUMERIK}
    buku["skp"] += tanpa_target(NIP, *range(2, 13))
    buku["realisasi"][1]["nilai"] = "1"
    assert ambil_alih(engine, tulis_csv(tmp_path / "buku", buku), pelaku=PERENCANA_BAWAAN).diambil
    hasil = kinerja(engine, PERENCANA_BAWAAN, "UJI", SampaiDengan(2024, 4)).hasil.indikator["BAIK"]
    assert (hasil.nilai, hasil.status) == (Decimal(100), Status.MELAMPAUI)


def test_a_leader_without_a_leading_score_is_refused(engine: Engine, tmp_path: Path) -> None:
    laporan = ambil_alih(engine, tulis_csv(tmp_path / "buku", buku_skp(kepemimpinan="")), pelaku=PERENCANA_BAWAAN)
    assert [m.sel for m in laporan.masalah] == ["perilaku!I2"]


def tulis_besar(berkas: Path, baris: int, rusak: dict[int, tuple[int, object]]) -> Path:
    """Sheets pegawai and skp of an .xlsx; `rusak` maps a row to a column and what stands there instead."""
    kolom = [*KEGIATAN]
    with xlsxwriter.Workbook(str(berkas), {"constant_memory": True, "strings_to_formulas": False}) as buku:
        pegawai = buku.add_worksheet("pegawai")
        orang = -(-baris // 60)
        pegawai.write_row(0, 0, ("nip", "nama", "unit", "memimpin"))
        for n in range(orang):
            pegawai.write_row(n + 1, 0, (f"9999{n:014d}", f"Pegawai {n}", "BIDANG", "tidak"))
        skp = buku.add_worksheet("skp")
        skp.write_row(0, 0, kolom)
        for i in range(baris):
            n, sisa = divmod(i, 60)
            isi = [
                f"9999{n:014d}",
                2024,
                sisa // 5 + 1,
                str(sisa % 5 + 1),
                f"Kegiatan {sisa % 5}",
                10,
                "dokumen",
                100,
                22,
                "hari",
                1_000_000,
                8 + i % 4,
                80 + i % 20,
                17 + i % 7,
                900_000,
            ]
            if i + 2 in rusak:
                isi[rusak[i + 2][0]] = rusak[i + 2][1]
            skp.write_row(i + 1, 0, isi)
    return berkas


@pytest.fixture
def beralas(engine_sqlite: Engine, tmp_path: Path) -> Engine:
    assert ambil_alih(engine_sqlite, tulis_csv(tmp_path / "alas", buku_kecil()), pelaku=PERENCANA_BAWAAN).diambil
    return engine_sqlite


def jumlah(engine: Engine, tabel: sa.Table) -> int:
    with engine.connect() as connection:
        return int(connection.execute(sa.select(sa.func.count()).select_from(tabel)).scalar_one())


def test_fifty_thousand_rows_of_excel_are_taken_whole(beralas: Engine, tmp_path: Path) -> None:
    laporan = ambil_alih(
        beralas, tulis_besar(tmp_path / "besar.xlsx", 50_000, {}), pelaku=PERENCANA_BAWAAN, instansi="UJI"
    )
    assert laporan.diambil
    assert jumlah(beralas, TABEL["skp"]) == 50_000
    assert jumlah(beralas, NILAI_SKP) == 50_000 // 5 + 834


def test_every_bad_row_of_fifty_thousand_is_named_by_cell_and_nothing_is_taken(beralas: Engine, tmp_path: Path) -> None:
    rusak = {2: (5, 0), 25_000: (12, 101), 50_001: (7, "banyak"), 49_999: (0, "999999999999999999")}
    laporan = ambil_alih(
        beralas, tulis_besar(tmp_path / "besar.xlsx", 50_000, rusak), pelaku=PERENCANA_BAWAAN, instansi="UJI"
    )
    assert {m.sel for m in laporan.masalah} == {"skp!F2", "skp!M25000", "skp!H50001", "skp!A49999"}
    assert jumlah(beralas, TABEL["skp"]) == jumlah(beralas, TABEL["pegawai"]) == 0
