"""A quarter closed by an older program is guarded like one closed today, on both databases."""

import json
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
import sqlalchemy as sa
from sqlalchemy import Engine

from dashboard.domain.aturan.berlaku import AturanBerlaku
from dashboard.domain.dasar.hak import PERENCANA_BAWAAN
from dashboard.domain.entri.segel import HANYA_DISIMPAN, LABEL
from dashboard.services import pengaturan as layanan_pengaturan
from dashboard.services.entri.kunci import akhiri_koreksi, buka_koreksi, kunci_sampai
from data_access.aturan import untuk
from data_access.kunci import segel as penjaga
from data_access.kunci.segel import muat_segel
from data_access.schema import HASIL_KUNCI
from tests.builders import IsiBuku
from tests.buku_segel import (
    ALASAN,
    PENGGESER_RERATA,
    ekspor,
    impor,
    indikator,
    isi_dan_tutup,
    realisasi,
    rerata,
    target,
)

BERIKUT: IsiBuku = {"realisasi": [realisasi("A", "60", "TW2")]}
"""A write that moves nothing closed."""


@pytest.fixture
def terkunci(engine: Engine, tmp_path: Path) -> Engine:
    return isi_dan_tutup(engine, tmp_path)


def buat_lama(engine: Engine, hilang: tuple[str, ...] = HANYA_DISIMPAN) -> None:
    """Leave the kept rows as a program wrote them that did not keep those columns yet."""
    h = HASIL_KUNCI.c
    with engine.begin() as connection:
        for baris in connection.execute(sa.select(HASIL_KUNCI)).all():
            isi = {kolom: nilai for kolom, nilai in json.loads(baris.isi).items() if kolom not in hilang}
            ini = sa.and_(*(h[k] == getattr(baris, k) for k in ("instansi", "tahun", "periode", "kode")))
            connection.execute(sa.update(HASIL_KUNCI).where(ini).values(isi=json.dumps(isi)))


@pytest.mark.parametrize("hilang", [HANYA_DISIMPAN, ("unit",)], ids=["ketiganya", "unit saja"])
@pytest.mark.parametrize("isi", PENGGESER_RERATA.values(), ids=PENGGESER_RERATA)
def test_what_would_move_a_mean_closed_by_an_older_program_is_refused(
    terkunci: Engine, tmp_path: Path, isi: IsiBuku, hilang: tuple[str, ...]
) -> None:
    buat_lama(terkunci, hilang)
    sebelum = rerata(terkunci), ekspor(terkunci)
    laporan = impor(terkunci, tmp_path, isi)
    assert not laporan.diambil, laporan.teks()
    assert (rerata(terkunci), ekspor(terkunci)) == sebelum


def test_the_first_write_completes_every_kept_row_and_changes_no_kept_figure(terkunci: Engine, tmp_path: Path) -> None:
    with terkunci.connect() as connection:
        asli = muat_segel(connection, "UJI", 2024)
    buat_lama(terkunci)
    assert impor(terkunci, tmp_path, BERIKUT).diambil
    with terkunci.connect() as connection:
        assert muat_segel(connection, "UJI", 2024) == asli
    assert all(set(LABEL) <= set(baris) for baris in asli["TW1"].values())


def test_a_year_that_was_not_kept_with_its_fourth_quarter_is_kept_before_the_next_write(
    terkunci: Engine, tmp_path: Path
) -> None:
    kunci_sampai(terkunci, PERENCANA_BAWAAN, "UJI", 2024, 4)
    with terkunci.begin() as connection:
        connection.execute(sa.delete(HASIL_KUNCI).where(HASIL_KUNCI.c.periode == "TAHUN"))
    assert impor(terkunci, tmp_path, {"indikator": [indikator("BARU")], "target": [target("BARU", "5")]}).diambil
    with terkunci.connect() as connection:
        assert sorted(muat_segel(connection, "UJI", 2024)["TAHUN"]) == ["A", "B", "C", "R"]


@pytest.fixture
def bawaan_110(monkeypatch: pytest.MonkeyPatch) -> None:
    """A newer program in which means are capped at 110 where an agency sets nothing."""

    def baru(hari: date) -> AturanBerlaku:
        lama = untuk(hari)
        return replace(lama, bawaan={**lama.bawaan, "batas_rerata": replace(lama.bawaan["batas_rerata"], nilai="110")})

    for modul in (layanan_pengaturan, penjaga):
        monkeypatch.setattr(modul, "untuk", baru)


@pytest.fixture
def tertutup_tinggi(engine: Engine, tmp_path: Path) -> Engine:
    """A closed quarter whose one main indicator is at 160 %."""
    isi_dan_tutup(engine, tmp_path)
    nomor = buka_koreksi(engine, PERENCANA_BAWAAN, "UJI", 2024, 1, ALASAN).nomor
    isi: IsiBuku = {"indikator": [indikator("A", jenis="IKU")], "realisasi": [realisasi("A", "80")]}
    assert impor(engine, tmp_path, isi).diambil
    akhiri_koreksi(engine, PERENCANA_BAWAAN, "UJI", nomor)
    return engine


def test_a_closed_mean_keeps_the_cap_it_was_closed_with(tertutup_tinggi: Engine, bawaan_110: None) -> None:
    assert rerata(tertutup_tinggi) == (Decimal(160), 1)


def test_a_correction_that_leaves_the_cap_alone_keeps_it(
    tertutup_tinggi: Engine, tmp_path: Path, bawaan_110: None
) -> None:
    nomor = buka_koreksi(tertutup_tinggi, PERENCANA_BAWAAN, "UJI", 2024, 1, ALASAN).nomor
    assert impor(tertutup_tinggi, tmp_path, {"realisasi": [realisasi("A", "75")]}).diambil
    akhiri_koreksi(tertutup_tinggi, PERENCANA_BAWAAN, "UJI", nomor)
    assert rerata(tertutup_tinggi) == (Decimal(150), 1)


def test_a_correction_of_the_cap_renews_it(tertutup_tinggi: Engine, tmp_path: Path) -> None:
    buka_koreksi(tertutup_tinggi, PERENCANA_BAWAAN, "UJI", 2024, 1, ALASAN)
    assert impor(tertutup_tinggi, tmp_path, PENGGESER_RERATA["batas rerata"]).diambil
    assert rerata(tertutup_tinggi) == (Decimal(100), 1)
