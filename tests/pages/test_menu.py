"""Each role opens every page it is offered, and no other."""

from html import escape

import pytest

from dashboard import session
from dashboard.domain.dasar.hak import Pelaku, Peran
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
        with pytest.raises(ValueError, match="Could not find a navigation page"):
            buka_halaman(h.berkas, **PASER)
