"""Visitors who have gone leave no open files behind, and go on when they come back at once."""

import os
import sys
from collections.abc import Iterator

import pytest

from tests.e2e.alat import Server, running_server
from tests.klien import Klien

TANYA, HALAMAN = "instansi=PASER&tahun=2023&triwulan=III", "capaian-iku"
BANYAK, SEKADARNYA = 30, 6


@pytest.fixture(scope="module")
def layanan(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with running_server(tmp_path_factory.mktemp("sesi")) as server:
        yield server


def open_files(server: Server) -> int:
    """Of the process that serves; its number stands in its log."""
    nomor = server.output().split("Started server process [", 1)[1].split("]", 1)[0]
    return len(os.listdir(f"/proc/{nomor}/fd"))


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="berkas terbuka dihitung lewat /proc")
def test_visitors_who_have_gone_leave_no_open_files(layanan: Server) -> None:
    with Klien(layanan.url, TANYA, HALAMAN) as pertama:
        pertama.jalankan()
    sebelum = open_files(layanan)
    for _ in range(BANYAK):
        with Klien(layanan.url, TANYA, HALAMAN) as klien:
            klien.jalankan()
    assert open_files(layanan) - sebelum < SEKADARNYA


def test_who_comes_back_at_once_goes_on_with_the_same_session(layanan: Server) -> None:
    with Klien(layanan.url, TANYA, HALAMAN) as klien:
        klien.jalankan()
        sesi = klien.sesi
    with Klien(layanan.url, TANYA, HALAMAN, lanjutan=sesi) as lagi:
        lagi.jalankan()
        lagi.jalankan(triwulan="IV")
        assert lagi.sesi == sesi
    assert "closed" not in layanan.output()
