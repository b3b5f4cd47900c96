"""The template holds what Bidang & IKI waits for: filled in whole and handed in, nothing is late any more."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from sqlalchemy import Engine

from dashboard.domain.dasar.hak import PERENCANA_BAWAAN
from dashboard.domain.dasar.periode import SampaiDengan
from dashboard.exports.templat_xlsx import tulis_templat
from dashboard.services.data.impor import ambil_alih
from dashboard.services.data.jawaban import Jawaban
from dashboard.services.data.keluar.templat import ISI_TEMPLAT, Templat, susun_templat
from dashboard.services.entri.bidang import bidang, pilihan_unit
from dashboard.services.kinerja import kinerja
from data_access.baris import Baris, Nilai
from data_access.engine import make_engine
from tests.pages.alat import CONTOH
from tests.sample_database import copy_sample_database, sample_engine

KELAK = date(2099, 1, 1)
"""A day on which whatever was ever due is late."""
Letak = tuple[str, str]
"""Code and period."""


def terlambat(engine: Engine, instansi: str, tahun: int, triwulan: int) -> set[Letak]:
    """What Bidang & IKI calls late at that quarter, in all units."""
    k = kinerja(engine, PERENCANA_BAWAAN, instansi, SampaiDengan(tahun, triwulan))
    unit = [satu.kode for satu in pilihan_unit(engine, PERENCANA_BAWAAN, k, KELAK)]
    semua = (b for satu in unit for b in bidang(engine, PERENCANA_BAWAAN, k, satu, KELAK).baris)
    return {(b.kode, b.periode) for b in semua if b.terlambat}


def templat(engine: Engine, instansi: str, tahun: int) -> Templat:
    return susun_templat(engine, PERENCANA_BAWAAN, instansi, tahun, ISI_TEMPLAT["Realisasi dan target"])


def kosong(t: Templat) -> set[Letak]:
    """The rows of the template that wait for a value."""
    return {(str(b["indikator"]), str(b["periode"])) for b in t.baris["realisasi"] if b["sumber_nilai"] is None}


@contextmanager
def salinan(folder: Path) -> Iterator[Engine]:
    engine = make_engine(copy_sample_database(folder / "contoh.db"))
    yield engine
    engine.dispose()


@pytest.mark.parametrize("triwulan", [1, 2, 3, 4])
@pytest.mark.parametrize(("instansi", "tahun"), CONTOH)
def test_what_is_late_stands_in_the_template_as_a_row_to_fill(instansi: str, tahun: int, triwulan: int) -> None:
    engine = sample_engine()
    assert terlambat(engine, instansi, tahun, triwulan) <= kosong(templat(engine, instansi, tahun))


def test_the_variabel_of_a_formula_are_asked_for_too() -> None:
    wajib = terlambat(sample_engine(), "PEMALANG", 2025, 4)
    assert ("JUMLAH_ASN", "TW4") in wajib
    assert ("JUMLAH_ASN", "TW4") in kosong(templat(sample_engine(), "PEMALANG", 2025))


@pytest.mark.parametrize(("instansi", "tahun"), CONTOH)
def test_a_template_filled_in_whole_leaves_nothing_late(tmp_path: Path, instansi: str, tahun: int) -> None:
    with salinan(tmp_path) as engine:
        t = templat(engine, instansi, tahun)
        isi: Baris = {"nilai": Decimal(1), "sumber_nilai": "resmi"}
        baris: list[Mapping[str, Nilai]] = [b if b["sumber_nilai"] else {**b, **isi} for b in t.baris["realisasi"]]
        lengkap = replace(t, baris={**t.baris, "realisasi": baris})
        berkas = tmp_path / "t.xlsx"
        berkas.write_bytes(tulis_templat(lengkap.nama_instansi, tahun, lengkap.baris, lengkap.kode, lengkap.satuan))
        laporan = ambil_alih(
            engine, berkas, pelaku=PERENCANA_BAWAAN, jawaban=Jawaban(seperti_tertulis=True), instansi=instansi
        )
        assert laporan.diambil, laporan.teks()
        assert [terlambat(engine, instansi, tahun, tw) for tw in (1, 2, 3, 4)] == [set()] * 4
