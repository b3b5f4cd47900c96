"""What is shown together was read from one state of the database, whoever writes meanwhile, on both databases."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from sqlalchemy import Engine

from dashboard.domain.dasar.hak import PERENCANA_BAWAAN
from dashboard.domain.dasar.periode import SampaiDengan
from dashboard.services.data.batal_impor import batalkan_impor, impor_terakhir
from dashboard.services.data.impor import ambil_alih
from dashboard.services.data.keluar.ekspor import baca_ekspor
from dashboard.services.entri.bidang import bidang
from dashboard.services.entri.kunci import akhiri_koreksi, buka_koreksi, kunci_sampai
from dashboard.services.kinerja import kinerja, sejalan
from dashboard.services.pilihan import versi
from dashboard.services.skp.sebaran import sebaran_skp
from dashboard.services.skp.ulang import hitung_ulang_semua
from data_access.engine import open_for_reading
from data_access.schema import REKAP_SKP
from tests.builders import NIP_UJI, tulis_csv
from tests.buku_segel import ALASAN, HARI_INI, buku, impor, indikator, realisasi

TW1 = SampaiDengan(2024, 1)


@pytest.fixture
def terisi(engine: Engine, tmp_path: Path) -> Engine:
    assert ambil_alih(engine, tulis_csv(tmp_path / "awal", buku()), pelaku=PERENCANA_BAWAAN).diambil
    return engine


@contextmanager
def sebelum_membaca(engine: Engine, tabel: str, tulis: Callable[[], Any]) -> Iterator[list[Any]]:
    """Run `tulis` once, just before the next statement that reads this table; what it answered is in the list."""
    selesai: list[Any] = []

    def menyela(_koneksi: Any, _kursor: Any, perintah: str, *_: Any) -> None:
        if f"FROM {tabel}" in perintah and not selesai:
            selesai.append("sedang")
            selesai[0] = tulis()

    sa.event.listen(engine, "before_cursor_execute", menyela)
    yield selesai
    sa.event.remove(engine, "before_cursor_execute", menyela)


def tambah_januari(engine: Engine, folder: Path) -> bool:
    """A write that moves an indicator and a score."""
    skp = {"nip": NIP_UJI, "tahun": "2024", "bulan": "1", "no": "1", "realisasi_kuantitas": "1"}
    skp |= {"kegiatan": "Menyusun laporan", "target_kuantitas": "2", "target_kualitas": "100", "target_waktu": "1"}
    skp |= {"realisasi_kualitas": "60", "realisasi_waktu": "1"}
    return impor(engine, folder, {"skp": [skp], "realisasi": [realisasi("A", "49")]}).diambil


def test_an_export_holds_one_state_though_somebody_writes_between_its_reads(terisi: Engine, tmp_path: Path) -> None:
    posisi = (terisi, PERENCANA_BAWAAN, "UJI", 2024, "TW1")
    awal = baca_ekspor(*posisi)
    with sebelum_membaca(terisi, "nilai_skp", lambda: tambah_januari(terisi, tmp_path)) as ditulis:
        sela = baca_ekspor(*posisi)
    assert ditulis == [True]
    assert (sela.isi, sela.dasar()) == (awal.isi, awal.dasar())
    assert baca_ekspor(*posisi).isi["skp"] != awal.isi["skp"]


@pytest.mark.parametrize("tabel", ["komponen", "realisasi", "hasil_kunci"])
def test_a_page_holds_one_state_though_somebody_writes_between_its_reads(
    terisi: Engine, tmp_path: Path, tabel: str
) -> None:
    kunci_sampai(terisi, PERENCANA_BAWAAN, "UJI", 2024, 1)
    awal = kinerja(terisi, PERENCANA_BAWAAN, "UJI", SampaiDengan(2024, 2))
    isi = {"indikator": [indikator("BARU")], "realisasi": [realisasi("A", "49", "TW2"), realisasi("BARU", "1", "TW2")]}
    with sebelum_membaca(terisi, tabel, lambda: impor(terisi, tmp_path, isi).diambil) as ditulis:
        sela = kinerja(terisi, PERENCANA_BAWAAN, "UJI", SampaiDengan(2024, 2))
    assert ditulis == [True]
    assert (sela.data, sela.segel) == (awal.data, awal.segel)


def test_what_is_read_after_the_figures_brings_its_own_state_of_them(terisi: Engine, tmp_path: Path) -> None:
    lama = kinerja(terisi, PERENCANA_BAWAAN, "UJI", TW1)
    assert tambah_januari(terisi, tmp_path)
    segar = kinerja(terisi, PERENCANA_BAWAAN, "UJI", TW1)
    s, harus = (sebaran_skp(terisi, PERENCANA_BAWAAN, k) for k in (lama, segar))
    assert s == harus
    b, harus_b = (bidang(terisi, PERENCANA_BAWAAN, k, "BADAN", HARI_INI) for k in (lama, segar))
    assert b.per_kode == harus_b.per_kode
    assert b.per_kode["A"].nilai == 49


def test_figures_read_before_their_scores_were_computed_anew_are_read_again(terisi: Engine, tmp_path: Path) -> None:
    """A rebuild leaves the content as it is; the share of good performers stands on scores."""
    bersama = {"rumus": "skp_baik", "satuan": "%", "perilaku": "progress"}
    assert impor(terisi, tmp_path, {"indikator": [indikator("BAIK", **bersama)]}).diambil
    assert tambah_januari(terisi, tmp_path)
    with terisi.begin() as connection:
        connection.execute(sa.delete(REKAP_SKP))
    lama = kinerja(terisi, PERENCANA_BAWAAN, "UJI", TW1)
    list(hitung_ulang_semua(terisi, PERENCANA_BAWAAN))
    segar = kinerja(terisi, PERENCANA_BAWAAN, "UJI", TW1)
    assert lama.data.versi_data == segar.data.versi_data
    assert lama.data.skp != segar.data.skp
    with open_for_reading(terisi) as connection:
        assert sejalan(connection, PERENCANA_BAWAAN, lama).data == segar.data
        assert sejalan(connection, PERENCANA_BAWAAN, segar) is segar


def test_a_quarter_closed_since_the_figures_were_read_is_shown_as_it_was_closed(terisi: Engine) -> None:
    lama = kinerja(terisi, PERENCANA_BAWAAN, "UJI", TW1)
    kunci_sampai(terisi, PERENCANA_BAWAAN, "UJI", 2024, 1)
    with open_for_reading(terisi) as connection:
        assert "TW1" in sejalan(connection, PERENCANA_BAWAAN, lama).segel


def test_no_two_states_of_data_and_locks_share_what_is_kept_of_a_page(terisi: Engine, tmp_path: Path) -> None:
    """Content that comes back by an undo, or stays while a quarter is closed, is another state to a page."""
    terlihat = [versi(terisi, "UJI")]

    def catat() -> None:
        terlihat.append(versi(terisi, "UJI"))

    assert tambah_januari(terisi, tmp_path)
    catat()
    nomor = impor_terakhir(terisi, PERENCANA_BAWAAN, "UJI").versi
    assert nomor is not None
    batalkan_impor(terisi, PERENCANA_BAWAAN, "UJI", nomor)
    catat()
    kunci_sampai(terisi, PERENCANA_BAWAAN, "UJI", 2024, 1)
    catat()
    koreksi = buka_koreksi(terisi, PERENCANA_BAWAAN, "UJI", 2024, 1, ALASAN)
    catat()
    akhiri_koreksi(terisi, PERENCANA_BAWAAN, "UJI", koreksi.nomor)
    catat()
    assert len({satu.penanda for satu in terlihat}) == len(terlihat)
    assert len({satu.sidik for satu in terlihat}) == 2
