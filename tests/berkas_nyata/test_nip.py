"""A NIP is eighteen digits however it was pasted; anything else is refused at its cell, never another person."""

from pathlib import Path

import pytest
import sqlalchemy as sa
from sqlalchemy import Engine

from dashboard.domain.dasar.hak import PERENCANA_BAWAAN
from dashboard.services.data.impor import ambil_alih
from dashboard.services.data.laporan_impor import LaporanImpor
from data_access.schema import TABEL
from tests.builders import NIP_UJI, buku_kecil, buku_pegawai, tulis_csv, tulis_xlsx

LAIN = "008001012005011002"
A, B, C, D = NIP_UJI[:8], NIP_UJI[8:14], NIP_UJI[14], NIP_UJI[15:]


def serahkan(engine: Engine, folder: Path, nip: object, tulis=tulis_xlsx) -> LaporanImpor:
    isi = {"pegawai": [{"nip": nip, "nama": "Pegawai Uji", "unit": "BIDANG", "memimpin": "ya"}]}
    return ambil_alih(engine, tulis(folder / "b.xlsx", isi), pelaku=PERENCANA_BAWAAN)


@pytest.fixture
def berpegawai(engine: Engine, tmp_path: Path) -> Engine:
    isi = buku_kecil() | buku_pegawai()
    assert ambil_alih(engine, tulis_csv(tmp_path / "awal", isi), pelaku=PERENCANA_BAWAAN).diambil
    return engine


def tersimpan(engine: Engine) -> set[str]:
    with engine.connect() as connection:
        return set(connection.execute(sa.select(TABEL["pegawai"].c.nip)).scalars())


@pytest.mark.parametrize("tulis", [tulis_xlsx, tulis_csv])
@pytest.mark.parametrize(
    "nip",
    [
        f"{A}\xa0{B}\u202f{C}\u2009{D}",
        f"\u200b{NIP_UJI}\ufeff",
        f"'{NIP_UJI}",
        f"’{NIP_UJI}",
        f"NIP. {A} {B} {C} {D}",
        f"{A}.{B}.{C}.{D}",
        f"{A}-{B}–{C}-{D}",
        "".join(chr(ord(huruf) + 0xFEE0) for huruf in NIP_UJI),
    ],
)
def test_the_same_person_however_the_nip_was_pasted(berpegawai: Engine, tmp_path: Path, nip: str, tulis) -> None:
    laporan = serahkan(berpegawai, tmp_path, nip, tulis)
    assert laporan.masalah == ()
    assert tersimpan(berpegawai) == {NIP_UJI}


@pytest.mark.parametrize("tulis", [tulis_xlsx, tulis_csv])
@pytest.mark.parametrize(
    ("nip", "salah"),
    [
        (NIP_UJI[:17], "17 angka, bukan 18"),
        (NIP_UJI + "1", "19 angka, bukan 18"),
        (NIP_UJI[:9], "9 angka, bukan 18"),
        ("-", "bukan NIP"),
        ("Belum ada", "bukan NIP"),
        (NIP_UJI.replace("1", "l", 1), "bukan NIP"),
        (f"{NIP_UJI} {LAIN}", "36 angka"),
        ("1,98E+17", "angka belakangnya hilang"),
    ],
)
def test_what_is_no_nip_is_refused_at_its_cell(berpegawai: Engine, tmp_path: Path, nip: str, salah: str, tulis) -> None:
    (masalah,) = serahkan(berpegawai, tmp_path, nip, tulis).masalah
    assert masalah.sel == "pegawai!A2"
    assert salah in masalah.salah
    assert tersimpan(berpegawai) == {NIP_UJI}


def test_a_nip_without_a_possible_birth_date_is_taken_and_said(berpegawai: Engine, tmp_path: Path) -> None:
    laporan = serahkan(berpegawai, tmp_path, LAIN)
    assert laporan.diambil
    assert [c for c in laporan.catatan if "NIP" in c and "diambil seperti tertulis: pegawai!A2." in c]
    mungkin = serahkan(berpegawai, tmp_path, "1980" + LAIN[4:])
    assert not [c for c in mungkin.catatan if "NIP" in c]
