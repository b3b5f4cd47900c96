"""What a rerun costs, as a ratio to an empty page of stock Streamlit asked in turns. Seconds are never asserted.

Each rerun is a real one: another quarter is chosen. Both sides are asked in turns and held by their medians, so that
busy neighbours slow both alike.
"""

from collections.abc import Iterator

import pytest

from dashboard.registry import HALAMAN, Halaman
from tests.bench.instansi_besar import KODE, basis_data_besar
from tests.bench.instansi_besar import TAHUN as TAHUN_BESAR
from tests.bench.pengukuran import Banding, bandingkan, streamlit_bawaan, ukur_bergantian, ukur_ramai
from tests.contoh_dasar import TAHUN
from tests.e2e.alat import Server, running_server

BATAS, BATAS_RAMAI, BATAS_BESAR = 0.30, 0.40, 0.40
BITA_BESAR = 60 * 1024
TRIWULAN = ("II", "III")

pytestmark = pytest.mark.bench


@pytest.fixture(scope="module")
def kosong(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with streamlit_bawaan(tmp_path_factory.mktemp("kosong")) as url:
        yield url


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with running_server(tmp_path_factory.mktemp("contoh")) as server:
        yield server


@pytest.fixture(scope="module")
def server_besar(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    folder = tmp_path_factory.mktemp("besar")
    with running_server(folder, basis_data_besar(folder)) as server:
        yield server


def _alamat(h: Halaman, instansi: str, tahun: int) -> tuple[str, str]:
    return "" if h.bawaan else h.url_path, f"instansi={instansi}&tahun={tahun}&triwulan={TRIWULAN[-1]}"


def _terlalu_mahal(hasil: list[Banding], batas: float) -> list[str]:
    print("", *hasil, sep="\n", flush=True)
    return [str(b) for b in hasil if b.rasio > batas]


def test_a_rerun_of_every_page_of_every_agency_is_far_cheaper_than_an_empty_one(kosong: str, server: Server) -> None:
    hasil = bandingkan(
        [
            ukur_bergantian(f"{instansi} {h.judul}", kosong, server.url, *_alamat(h, instansi, tahun), TRIWULAN)
            for instansi, tahun in TAHUN.items()
            for h in HALAMAN
        ]
    )
    assert not _terlalu_mahal(hasil, BATAS)


def test_ten_users_at_once_leave_every_page_cheap(kosong: str, server: Server) -> None:
    """Of every page the agency with the most indicators: Paser, and Banten where there is a merit index."""
    semua = []
    for h in HALAMAN:
        instansi = "BANTEN" if h.url_path == "sistem-merit" else "PASER"
        alamat = _alamat(h, instansi, TAHUN[instansi])
        semua.append(ukur_ramai(f"{instansi} {h.judul}, 10 pengguna", kosong, server.url, *alamat, TRIWULAN))
    assert not _terlalu_mahal(bandingkan(semua), BATAS_RAMAI)


def test_an_agency_of_two_thousand_indicators_stays_cheap_and_small(kosong: str, server_besar: Server) -> None:
    semua = []
    for h in HALAMAN:
        alamat = _alamat(h, KODE, TAHUN_BESAR)
        semua.append(ukur_bergantian(f"2.000 indikator {h.judul}", kosong, server_besar.url, *alamat, TRIWULAN))
    hasil = bandingkan(semua)
    assert not _terlalu_mahal(hasil, BATAS_BESAR)
    assert [str(b) for b in hasil if b.bita > BITA_BESAR] == []
