"""What keeping closed quarters costs a write: the same write with nothing closed and with three quarters closed.

An entry's own cost is small and gets smaller, so what it pays beside closed quarters is held to computing them, not
to the entry. Asked in turns in one run. Seconds are printed, never asserted.
"""

from collections.abc import Callable
from decimal import Decimal
from functools import partial
from itertools import count, cycle
from pathlib import Path
from statistics import median
from time import perf_counter

import pytest
from sqlalchemy import Engine

from dashboard.domain.dasar.hak import PERENCANA_BAWAAN
from dashboard.domain.dasar.periode import SampaiDengan
from dashboard.domain.entri.aturan import Entri
from dashboard.domain.hitung.structure import build_structure
from dashboard.domain.hitung.tahun import hitung_posisi
from dashboard.services.data.impor import ambil_alih
from dashboard.services.entri.kunci import kunci_sampai
from data_access.engine import make_engine
from data_access.isian.entri import baca_entri
from data_access.kinerja import load_kinerja
from data_access.pengaturan import aturan_instansi
from data_access.workbook.tulis import tulis_folder
from tests.penulis_entri import simpan
from tests.sample_database import copy_sample_database

INSTANSI, TAHUN, IKI = "PASER", 2023, "IKI-30-001"
PASANGAN = 9
TRIWULAN_TERKUNCI = (1, 2, 3)
KALI_HITUNGAN, KALI_IMPOR = 1.5, 10.0


@pytest.fixture
def basis(tmp_path: Path) -> dict[str, Engine]:
    semua = {}
    for nama in ("terbuka", "terkunci"):
        (tmp_path / nama).mkdir()
        semua[nama] = make_engine(copy_sample_database(tmp_path / nama / "contoh.db"))
    kunci_sampai(semua["terkunci"], PERENCANA_BAWAAN, INSTANSI, TAHUN, TRIWULAN_TERKUNCI[-1])
    return semua


def bandingkan(kerja: dict[str, Callable[[], object]]) -> tuple[float, ...]:
    """Medians in seconds, in the order given, asked in turns after one round to warm up."""
    waktu: dict[str, list[float]] = {nama: [] for nama in kerja}
    for putaran in range(PASANGAN + 1):
        for nama, satu in kerja.items():
            mulai = perf_counter()
            satu()
            if putaran:
                waktu[nama].append(perf_counter() - mulai)
    return tuple(median(satu) for satu in waktu.values())


@pytest.mark.bench
def test_an_entry_beside_closed_quarters_costs_what_computing_them_costs(basis: dict[str, Engine]) -> None:
    nilai = count(50)

    def isi(engine: Engine) -> None:
        with engine.connect() as connection:
            lama = baca_entri(connection, INSTANSI, [TAHUN]).get((IKI, TAHUN, "TW4"))
        baru = Entri(indikator=IKI, tahun=TAHUN, periode="TW4", nilai=Decimal(next(nilai)))
        simpan(engine, PERENCANA_BAWAAN, INSTANSI, lama, baru)

    def hitung() -> None:
        with basis["terkunci"].connect() as connection:
            data = load_kinerja(connection, INSTANSI, TAHUN)
        structure = build_structure(data)
        for sd in (SampaiDengan(TAHUN, tw) for tw in TRIWULAN_TERKUNCI):
            hitung_posisi(structure, sd, aturan_instansi(data.pengaturan, sd.hari_akhir))

    kerja: dict[str, Callable[[], object]] = {nama: partial(isi, e) for nama, e in basis.items()}
    terbuka, terkunci, hitungan = bandingkan({**kerja, "hitungan": hitung})
    rasio = (terkunci - terbuka) / hitungan
    print(f"\nentri: {terbuka * 1000:.0f} ms, terkunci {terkunci * 1000:.0f} ms, di atas hitungannya {rasio:.2f} kali")
    assert rasio <= KALI_HITUNGAN


@pytest.mark.bench
def test_a_workbook_taken_over_beside_closed_quarters_computes_them_twice(
    basis: dict[str, Engine], tmp_path: Path
) -> None:
    """Once for the preview, which writes and takes back, and once when it is taken."""
    folder = tmp_path / "buku"
    with basis["terbuka"].connect() as connection:
        tulis_folder(connection, INSTANSI, folder)
    asli = (folder / "realisasi.csv").read_text(encoding="utf-8-sig")
    awal = next(b for b in asli.splitlines() if f",{TAHUN},TW4,100," in b)
    bergantian = cycle(("41", "41", "42", "42"))

    def impor(engine: Engine) -> None:
        baru = awal.replace(",TW4,100,", f",TW4,{next(bergantian)},")
        (folder / "realisasi.csv").write_text(asli.replace(awal, baru), encoding="utf-8-sig")
        laporan = ambil_alih(engine, folder, pelaku=PERENCANA_BAWAAN)
        assert laporan.diambil, laporan.masalah

    terbuka, terkunci = bandingkan({nama: partial(impor, e) for nama, e in basis.items()})
    print(f"\nimpor: {terbuka * 1000:.0f} ms, terkunci {terkunci * 1000:.0f} ms, rasio {terkunci / terbuka:.2f}")
    assert terkunci / terbuka <= KALI_IMPOR
