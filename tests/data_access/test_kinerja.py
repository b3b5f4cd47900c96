"""What the domain receives: the same on both databases, in the order of code points, with its defaults."""

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from sqlalchemy import Engine

from dashboard.domain.dasar.hak import PERENCANA_BAWAAN
from dashboard.domain.dasar.indikator import DataKinerja, PeranKomponen, Rumus, Sifat, SumberNilai
from dashboard.domain.dasar.periode import SampaiDengan
from dashboard.services.data.impor import ambil_alih
from dashboard.services.pengaturan import pengaturan_pada
from data_access.kinerja import daftar_instansi, daftar_tahun, load_kinerja, nomor_versi, versi_data
from tests.builders import IsiBuku, buku_kecil, tulis_csv

CONTOH = sorted(satu.parent for satu in Path(__file__).parents[2].glob("sample_data/*/instansi.csv"))


def isi(engine: Engine, tempat: Path, buku: IsiBuku) -> None:
    laporan = ambil_alih(engine, tulis_csv(tempat, buku), pelaku=PERENCANA_BAWAAN)
    assert laporan.diambil, laporan.teks()


def muat_tahun(engine: Engine, tahun: int = 2024, instansi: str = "UJI") -> DataKinerja:
    with engine.connect() as connection:
        return load_kinerja(connection, instansi, tahun)


def realisasi(indikator: str, tahun: str, periode: str = "TAHUN") -> dict[str, str]:
    return {"indikator": indikator, "tahun": tahun, "periode": periode, "nilai": "80", "sumber_nilai": "resmi"}


@pytest.mark.parametrize("folder", CONTOH, ids=lambda folder: folder.name)
def test_a_sample_agency_is_the_same_on_both_databases(
    engine_sqlite: Engine, engine_postgres: Engine, folder: Path
) -> None:
    for engine in (engine_sqlite, engine_postgres):
        (kode,) = ambil_alih(engine, folder, pelaku=PERENCANA_BAWAAN).instansi
    with engine_sqlite.connect() as satu, engine_postgres.connect() as dua:
        tahun = daftar_tahun(satu, kode)
        assert tahun == daftar_tahun(dua, kode)
        assert tahun
        for satu_tahun in tahun:
            assert repr(load_kinerja(satu, kode, satu_tahun)) == repr(load_kinerja(dua, kode, satu_tahun))


def test_rows_become_domain_objects_with_their_types_and_defaults(engine: Engine, tmp_path: Path) -> None:
    isi(engine, tmp_path / "b", buku_kecil())
    data = muat_tahun(engine)
    iku = data.indikator[0]
    assert (iku.kode, iku.pemilik, iku.rumus, iku.rumus_capaian) == ("IKU", ("KABAN", "KABID"), Rumus.NILAI, "baku")
    assert (iku.perilaku, iku.poin_asumsi, iku.maks) == (None, False, None)
    komponen = data.komponen[0]
    assert (komponen.kelompok, komponen.peran, komponen.bobot) == (None, PeranKomponen.PENYEBUT, Decimal(1))
    assert komponen.sifat is Sifat.TERTULIS
    assert [satu.nilai for satu in data.target] == [Decimal("85.5"), Decimal(4230), None]
    assert [satu.sumber_nilai for satu in data.target] == [SumberNilai.RESMI] * 3
    assert data.target[2].tidak_ditargetkan
    assert data.realisasi[0].status_entri == "disetujui"


def test_codes_are_ordered_by_code_point(engine: Engine, tmp_path: Path) -> None:
    buku = buku_kecil()
    buku["variabel"] += [
        {"kode": kode, "nama": kode, "satuan": ""} for kode in ("b", "C", "_a", "é", "a-1", "a_1", "D")
    ]
    isi(engine, tmp_path / "b", buku)
    kode = [satu.kode for satu in muat_tahun(engine).variabel]
    assert kode == sorted(kode)
    assert kode == ["C", "D", "JUMLAH_ASN", "_a", "a-1", "a_1", "b", "é"]


def test_targets_are_of_the_year_and_realisasi_of_the_year_before_too(engine: Engine, tmp_path: Path) -> None:
    buku = buku_kecil()
    buku["realisasi"] = [realisasi("IKU", tahun) for tahun in ("2022", "2023", "2024", "2025")]
    isi(engine, tmp_path / "b", buku)
    data = muat_tahun(engine)
    assert {satu.tahun for satu in data.target} == {2024}
    assert [satu.tahun for satu in data.realisasi] == [2023, 2024]
    assert muat_tahun(engine, 2023).target == ()


def test_the_opening_level_of_a_year_makes_no_year_of_its_own(engine: Engine, tmp_path: Path) -> None:
    buku = buku_kecil()
    buku["realisasi"] = [realisasi("IKU", "2023"), realisasi("IKU", "2025", "TW1")]
    isi(engine, tmp_path / "b", buku)
    with engine.connect() as connection:
        assert daftar_tahun(connection, "UJI") == (2025, 2024)


def test_a_setting_holds_from_its_day_on(engine: Engine, tmp_path: Path) -> None:
    aturan = [
        ("batas_rerata", "100", ""),
        ("batas_rerata", "110", "2024-07-01"),
        ("batas_rerata", "120", "1 Januari 2025"),
    ]
    buku = buku_kecil()
    buku["pengaturan"] = [dict(zip(("kunci", "nilai", "berlaku_mulai"), satu, strict=True)) for satu in aturan]
    isi(engine, tmp_path / "b", buku)
    posisi = [SampaiDengan(2023, 4), SampaiDengan(2024, 2), SampaiDengan(2024, 3), SampaiDengan(2025, 1)]
    batas = [pengaturan_pada(muat_tahun(engine, sd.tahun), sd.hari_akhir).batas_rerata for sd in posisi]
    assert batas == [100, 100, 110, 120]


def test_an_unknown_agency_has_nothing_and_cannot_be_loaded(engine: Engine) -> None:
    with engine.connect() as connection:
        assert daftar_instansi(connection) == ()
        assert daftar_tahun(connection, "X") == ()
        assert nomor_versi(connection, "X") == 0
        assert versi_data(connection, "X") == "0" * 16
        with pytest.raises(KeyError):
            load_kinerja(connection, "X", 2024)


def test_one_agency_does_not_see_another(engine: Engine, tmp_path: Path) -> None:
    isi(engine, tmp_path / "a", buku_kecil("SATU"))
    isi(engine, tmp_path / "b", buku_kecil("DUA"))
    satu, dua = muat_tahun(engine, instansi="SATU"), muat_tahun(engine, instansi="DUA")
    assert replace(satu, instansi=dua.instansi, versi_data=dua.versi_data) == dua
    with engine.connect() as connection:
        assert [instansi.kode for instansi in daftar_instansi(connection)] == ["DUA", "SATU"]
        assert nomor_versi(connection, "SATU") == 1
