"""Each role opens every page it is offered, and no other; a link to another says why."""

from html import escape

import pytest
from streamlit.testing.v1 import AppTest
from streamlit.util import calc_hash

from dashboard import session
from dashboard.domain.dasar.hak import NAMA_PERAN, Pelaku, Peran
from dashboard.registry import HALAMAN, halaman_untuk
from tests.pages.alat import isi_teks
from tests.pages.conftest import PembukaHalaman

PASER = {"instansi": "PASER", "tahun": 2023, "triwulan": 2}


@pytest.fixture
def peran(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Peran:
    """That role's person looks at the dashboard, in a bidang of Paser."""
    dipilih: Peran = request.param
    monkeypatch.setattr(session, "pelaku_aktif", lambda: Pelaku("Uji", dipilih, "PASER", "BIDANG-PMP"))
    return dipilih


@pytest.mark.parametrize("peran", Peran, indirect=True)
def test_a_role_opens_every_page_it_is_offered_under_its_own_title(buka_halaman: PembukaHalaman, peran: Peran) -> None:
    dibuka = {h: isi_teks(buka_halaman(h.berkas, **PASER)) for h in halaman_untuk(peran)}
    assert [h.judul for h, isi in dibuka.items() if not isi.startswith(escape(h.judul))] == []


@pytest.mark.parametrize("peran", Peran, indirect=True)
def test_a_page_that_a_role_is_not_offered_is_not_there_for_it(buka_halaman: PembukaHalaman, peran: Peran) -> None:
    for h in (h for h in HALAMAN if h not in halaman_untuk(peran)):
        isi = isi_teks(by_link(buka_halaman(**PASER), h.url_path))
        assert isi.startswith(f"{escape(h.judul)} Halaman ini bukan untuk peran Anda")
        assert f"tidak terbuka bagi {NAMA_PERAN[peran]}" in isi


@pytest.mark.parametrize("peran", [Peran.FORUM], indirect=True)
def test_the_forum_gets_nothing_but_the_page_that_says_so(buka_halaman: PembukaHalaman, peran: Peran) -> None:
    uji = buka_halaman(**PASER)
    assert isi_teks(uji).startswith("Forum Belum ada potret untuk forum")
    assert not uji.sidebar.selectbox, "not even the names of the agencies"


def by_link(uji: AppTest, address: str) -> AppTest:
    """The page of that address, as a browser asks for it that was given the link."""
    uji._page_hash = calc_hash(address)
    return uji.run()
