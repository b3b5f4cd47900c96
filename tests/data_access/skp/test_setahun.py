"""A year of SKP has a score once every targeted month is reported; until then there is one to date, said to be so."""

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from alembic import command
from alembic.config import Config
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Engine

from dashboard.components.skp.bagian import tanpa_prestasi
from dashboard.domain.dasar.hak import PERENCANA_BAWAAN
from dashboard.domain.dasar.periode import SampaiDengan
from dashboard.domain.skp.angka import dua_desimal
from dashboard.domain.skp.rezim import Penilaian
from dashboard.services.kinerja import kinerja
from dashboard.services.skp.orang import Pilihan, daftar_orang, hitungan_orang
from dashboard.services.skp.sebaran import sebaran_skp
from data_access.migrate import FOLDER, migrate
from data_access.schema import NILAI_SKP
from data_access.skp.orang import Orang
from data_access.skp.ulang import hitung_ulang
from tests.data_access.skp.buku import (
    NUMERIK,
    ambil,
    buku_pegawai_skp,
    ekspor,
    kegiatan,
    kosongkan,
    orang,
    persen_baik,
    rating,
    sikap,
)
from tests.unit.skp.bangun import dua

TANPA_NILAI = {"nilai_skp": None, "nilai_perilaku": None, "nilai_prestasi": None, "sebutan": None}
SETAHUN = range(1, 13)
BAIK_SEKALI = {"realisasi_waktu": "9,5", "realisasi_biaya": "800.000"}


def setahun(nip: str, dilaporkan: set[int]) -> list[dict[str, str]]:
    return [kegiatan(nip, b) | BAIK_SEKALI if b in dilaporkan else kegiatan(nip, b, dilaporkan=False) for b in SETAHUN]


def buku(dilaporkan: set[int]) -> dict[str, list[dict[str, Any]]]:
    """One employee of a year of numbers with twelve targeted months, behaviour where SKP is reported."""
    [nip] = orang(1)
    hasil = buku_pegawai_skp([nip])
    hasil["pengaturan"] = NUMERIK
    hasil["skp"] = setahun(nip, dilaporkan)
    hasil["perilaku"] = [sikap(nip, b) for b in SETAHUN if b in dilaporkan]
    return hasil


def per_bulan(engine: Engine, periode: str = "TAHUN") -> dict[int, dict[str, Any]]:
    return {satu["bulan"]: satu for satu in ekspor(engine, periode)["skp"]}


def satu_orang(engine: Engine, triwulan: int) -> Orang:
    [hasil] = daftar_orang(engine, PERENCANA_BAWAAN, "UJI", SampaiDengan(2024, triwulan), Pilihan(("BIDANG",), 0))
    return hasil


def test_a_year_with_january_alone_has_no_score(engine: Engine, tmp_path: Path) -> None:
    ambil(engine, tmp_path / "buku", buku({1}))
    skp = per_bulan(engine)
    assert list(skp) == list(range(13))
    assert skp[0].items() >= TANPA_NILAI.items()
    assert skp[1]["sebutan"] == "Sangat Baik"
    assert all(skp[b].items() >= TANPA_NILAI.items() for b in range(2, 13))
    assert (persen_baik(engine)["realisasi"], persen_baik(engine)["status"]) == (None, "belum_dilaporkan")
    assert persen_baik(engine, "TW1")["realisasi"] == 100


@pytest.mark.parametrize("hilang", [1, 6, 12])
def test_one_unreported_month_leaves_the_year_without_a_score(engine: Engine, tmp_path: Path, hilang: int) -> None:
    ambil(engine, tmp_path / "buku", buku(set(SETAHUN) - {hilang}))
    assert per_bulan(engine)[0].items() >= TANPA_NILAI.items()


def test_the_last_report_completes_the_year(engine: Engine, tmp_path: Path) -> None:
    ambil(engine, tmp_path / "buku", buku(set(SETAHUN) - {12}))
    ambil(engine, tmp_path / "lengkap", buku(set(SETAHUN)))
    assert per_bulan(engine)[0]["sebutan"] == "Sangat Baik"
    assert persen_baik(engine)["realisasi"] == 100
    with engine.connect() as connection:
        assert hitung_ulang(connection, "UJI").sama


@pytest.mark.parametrize("skema", ["0007", "0013"])
def test_an_older_database_loses_the_years_it_had_scored_too_early(engine: Engine, tmp_path: Path, skema: str) -> None:
    ambil(engine, tmp_path / "buku", buku({1}))
    with engine.begin() as connection:
        n = NILAI_SKP.c
        januari = connection.execute(sa.select(n.skp, n.perilaku, n.prestasi, n.sebutan).where(n.bulan == 1)).one()
        connection.execute(sa.update(NILAI_SKP).where(n.bulan == 0).values(januari._asdict()))
        pengaturan = Config()
        pengaturan.set_main_option("script_location", FOLDER.as_posix().replace("%", "%%"))
        pengaturan.attributes["connection"] = connection
        command.downgrade(pengaturan, skema)
    with engine.connect() as connection:
        assert connection.execute(sa.select(n.sebutan).where(n.bulan == 0)).scalar() == januari.sebutan
    migrate(engine)
    assert per_bulan(engine)[0].items() >= TANPA_NILAI.items()
    with engine.connect() as connection:
        assert hitung_ulang(connection, "UJI").sama


def test_a_month_that_is_not_targeted_is_not_waited_for(engine: Engine, tmp_path: Path) -> None:
    isi = buku({1, 2})
    isi["skp"] = [b if b["bulan"] in ("1", "2") else b | {"target_kuantitas": "-"} for b in isi["skp"]]
    ambil(engine, tmp_path / "buku", isi)
    assert per_bulan(engine)[0]["sebutan"] == "Sangat Baik"


def test_a_year_waits_for_months_that_have_no_row_yet(engine: Engine, tmp_path: Path) -> None:
    isi = buku({1, 2})
    isi["skp"] = isi["skp"][:2]
    ambil(engine, tmp_path / "buku", isi)
    assert per_bulan(engine)[0].items() >= TANPA_NILAI.items()
    berjalan = satu_orang(engine, 4).berjalan
    assert berjalan is not None
    assert (berjalan.dilaporkan, berjalan.ditunggu) == (2, 12)
    assert dua_desimal(berjalan.prestasi) == Decimal(str(per_bulan(engine)[1]["nilai_prestasi"]))


def test_who_came_in_june_is_waited_for_from_june_on(engine: Engine, tmp_path: Path) -> None:
    isi = buku(set(SETAHUN))
    for nama in ("skp", "perilaku"):
        isi[nama] = isi[nama][5:]
    ambil(engine, tmp_path / "buku", isi)
    assert per_bulan(engine)[0]["sebutan"] == "Sangat Baik"


@pytest.mark.parametrize(
    ("dinilai", "lengkap"), [({0}, True), (set(SETAHUN), True), ({1}, False)], ids=["setahun", "semua bulan", "Januari"]
)
def test_an_annual_skp_that_was_handed_in_needs_no_month_but_its_behaviour(
    engine: Engine, tmp_path: Path, dinilai: set[int], *, lengkap: bool
) -> None:
    isi = buku_perilaku(dinilai)
    isi["skp"] = [kegiatan(orang(1)[0], 0) | BAIK_SEKALI]
    ambil(engine, tmp_path / "buku", isi)
    assert per_bulan(engine)[0]["nilai_skp"] is not None
    assert per_bulan(engine)[0]["sebutan"] == ("Sangat Baik" if lengkap else None)
    assert persen_baik(engine)["realisasi"] == (100 if lengkap else None)
    berjalan = satu_orang(engine, 4).berjalan
    assert (berjalan and (berjalan.dilaporkan, berjalan.ditunggu)) == (None if lengkap else (1, 12))
    if berjalan is not None:
        assert berjalan.prestasi is not None


def buku_perilaku(dinilai: set[int]) -> dict[str, list[dict[str, Any]]]:
    """All twelve months reported, behaviour assessed in those months (0: the year's own)."""
    [nip] = orang(1)
    isi = buku(set(SETAHUN))
    isi["perilaku"] = [sikap(nip, b) for b in sorted(dinilai)]
    return isi


@pytest.mark.parametrize("dinilai", [{1}, set(SETAHUN) - {12}], ids=["Januari saja", "tanpa Desember"])
def test_a_year_without_the_behaviour_of_some_months_has_a_prestasi_to_date_only(
    engine: Engine, tmp_path: Path, dinilai: set[int]
) -> None:
    ambil(engine, tmp_path / "buku", buku_perilaku(dinilai))
    setahun = per_bulan(engine)[0]
    assert (setahun["nilai_perilaku"], setahun["nilai_prestasi"], setahun["sebutan"]) == (None, None, None)
    assert setahun["nilai_skp"] == per_bulan(engine)[1]["nilai_skp"]
    assert (persen_baik(engine)["realisasi"], persen_baik(engine)["status"]) == (None, "belum_dilaporkan")
    satu = satu_orang(engine, 4)
    assert satu.berjalan is not None
    assert (satu.berjalan.dilaporkan, satu.berjalan.ditunggu) == (len(dinilai), 12)
    hitungan = hitungan_orang(engine, PERENCANA_BAWAAN, "UJI", SampaiDengan(2024, 4), 0, satu.nip)
    assert hitungan is not None
    assert hitungan.bulan_selesai == tuple(sorted(dinilai))
    tepat = (hitungan.skp_berjalan, hitungan.perilaku, hitungan.prestasi_berjalan)
    kolom = (satu.berjalan.skp, satu.berjalan.perilaku, satu.berjalan.prestasi)
    assert [dua_desimal(n) for n in kolom] == [dua(n) for n in tepat]


def test_a_year_whose_behaviour_is_not_known_yet_counts_no_later_month_to_date(engine: Engine, tmp_path: Path) -> None:
    ambil(engine, tmp_path / "buku", buku_perilaku({1, 2, 11}))
    berjalan = [satu_orang(engine, tw).berjalan for tw in (1, 2, 4)]
    assert [(b.dilaporkan, b.ditunggu) for b in berjalan if b is not None] == [(2, 12), (2, 12), (3, 12)]


@pytest.mark.parametrize("dinilai", [{0}, {0, 1}, set(SETAHUN)], ids=["setahun", "setahun dan Januari", "semua bulan"])
def test_a_behaviour_of_the_year_or_of_all_its_months_makes_a_prestasi(
    engine: Engine, tmp_path: Path, dinilai: set[int]
) -> None:
    ambil(engine, tmp_path / "buku", buku_perilaku(dinilai))
    assert per_bulan(engine)[0]["sebutan"] == "Sangat Baik"
    assert satu_orang(engine, 4).berjalan is None
    with engine.connect() as connection:
        assert hitung_ulang(connection, "UJI").sama


@pytest.mark.parametrize("kosong", ["kuantitas", "kualitas", "waktu", "biaya"])
def test_a_blank_realisation_under_a_target_is_not_reported(engine: Engine, tmp_path: Path, kosong: str) -> None:
    isi = buku(set(SETAHUN))
    isi["skp"][4][f"realisasi_{kosong}"] = ""
    ambil(engine, tmp_path / "buku", isi)
    skp = per_bulan(engine)
    assert (skp[5]["nilai_skp"], skp[5]["nilai_prestasi"], skp[5]["sebutan"]) == (None, None, None)
    assert skp[0].items() >= TANPA_NILAI.items()


def test_a_year_begun_shows_a_score_to_date_with_the_months_it_stands_on(engine: Engine, tmp_path: Path) -> None:
    ambil(engine, tmp_path / "buku", buku({1, 2, 5}))
    januari = Decimal(str(per_bulan(engine)[1]["nilai_prestasi"]))
    for triwulan, dari in ((1, (1, 2)), (2, (1, 2, 5)), (4, (1, 2, 5))):
        sd, satu = SampaiDengan(2024, triwulan), satu_orang(engine, triwulan)
        assert (satu.nilai.prestasi, satu.nilai.sebutan) == (None, -1)
        assert satu.berjalan is not None
        assert (satu.berjalan.dilaporkan, satu.berjalan.ditunggu) == (len(dari), 12)
        assert dua_desimal(satu.berjalan.prestasi) == januari
        hitungan = hitungan_orang(engine, PERENCANA_BAWAAN, "UJI", sd, 0, satu.nip)
        assert hitungan is not None
        assert (hitungan.bulan_dihitung, hitungan.prestasi, hitungan.lengkap) == (dari, None, False)
        tepat = (hitungan.skp_berjalan, hitungan.perilaku, hitungan.prestasi_berjalan)
        kolom = (satu.berjalan.skp, satu.berjalan.perilaku, satu.berjalan.prestasi)
        assert [dua_desimal(n) for n in kolom] == [dua(n) for n in tepat]


def test_a_year_of_scores_to_date_counts_as_not_yet_assessed(engine: Engine, tmp_path: Path) -> None:
    ambil(engine, tmp_path / "buku", buku({1}))
    k = kinerja(engine, PERENCANA_BAWAAN, "UJI", SampaiDengan(2024, 4))
    s = sebaran_skp(engine, PERENCANA_BAWAAN, k)
    assert s is not None
    assert tanpa_prestasi(s)[1].startswith("1 pegawai belum mempunyai nilai angka setahun")
    assert (s.bulan, s.semua.orang, s.penilaian(s.semua)) == (0, 1, Penilaian(0, 0))


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sets(st.integers(1, 12)), st.sampled_from([1, 2, 3]), st.booleans(), st.booleans())
def test_what_later_months_bring_leaves_an_earlier_export_as_it_was(
    engine: Engine,
    tmp_path_factory: pytest.TempPathFactory,
    dilaporkan: set[int],
    triwulan: int,
    numerik: bool,
    penuh: bool,
) -> None:
    kosongkan(engine)
    [nip], batas, periode = orang(1), 3 * triwulan, f"TW{triwulan}"
    isi = buku(dilaporkan)
    if not numerik:
        del isi["pengaturan"]
        isi["perilaku"] = [b | rating(nip, int(b["bulan"])) for b in isi["perilaku"]]
    lama = isi | {nama: [b for b in isi[nama] if int(b["bulan"]) <= batas] for nama in ("skp", "perilaku")}
    ambil(engine, tmp_path_factory.mktemp("lama"), lama)
    sebelum, persen = ekspor(engine, periode)["skp"], persen_baik(engine, periode)
    if penuh:
        isi["skp"] = [*isi["skp"][:batas], *setahun(nip, set(SETAHUN))[batas:], kegiatan(nip, 0)]
        isi["perilaku"].append(sikap(nip, 0) | rating(nip, 0, "di_bawah"))
    ambil(engine, tmp_path_factory.mktemp("baru"), isi)
    assert ekspor(engine, periode)["skp"] == sebelum
    assert persen_baik(engine, periode) == persen
