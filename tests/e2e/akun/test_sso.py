"""*Instansi* with a provider, in a real browser: from a deep link over the provider's page to that page, and out."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from dashboard.domain.dasar.hak import Pelaku, Peran
from dashboard.services.akun import kelola
from dashboard.services.akun.kelola import PermintaanTugas
from dashboard.services.akun.sso import buat_akun_sso
from dashboard.services.jam import hari_ini
from data_access.engine import make_engine
from tests.e2e.alat import Server, free_port, new_context, pelanggaran_axe, running_server, tunggu_tenang
from tests.penyedia_sso import EMAIL, KLIEN, penyedia_berjalan
from tests.sample_database import copy_sample_database

ADMIN = Pelaku("Pengelola", Peran.ADMIN)
TUJUAN = "/capaian-iku?instansi=PASER&tahun=2023&triwulan=III"


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server with accounts beside a provider: Budi comes in through it alone, as planner of Paser."""
    folder = tmp_path_factory.mktemp("sso")
    alamat, port, hari = copy_sample_database(folder / "sso.db"), free_port(), hari_ini()
    engine = make_engine(alamat)
    kelola.buat_akun(engine, ADMIN, "admin", "Admin Uji", tugas=PermintaanTugas("admin", Peran.ADMIN, None, None, hari))
    tugas = PermintaanTugas("budi", Peran.PERENCANA, "PASER", None, hari)
    buat_akun_sso(engine, ADMIN, ("budi", "Budi Contoh"), EMAIL, tugas=tugas)
    engine.dispose()
    with penyedia_berjalan() as penyedia:
        berkas = folder / "oidc.toml"
        isi = {"penerbit": penyedia.penerbit, "klien": KLIEN, "rahasia": "rahasia", "nama": "SSO Kabupaten Uji"}
        isi["alamat"] = f"http://127.0.0.1:{port}"
        berkas.write_text("\n".join(f'{nama} = "{nilai}"' for nama, nilai in isi.items()), encoding="utf-8")
        variabel = {"DASBOR_MODE": "instansi", "DASBOR_OIDC": str(berkas)}
        with running_server(folder, alamat, port, variables=variabel) as satu:
            yield satu


@pytest.fixture
def halaman(browser: Browser, server: Server) -> Iterator[Page]:
    context = new_context(browser, server)
    yield context.new_page()
    context.close()


def setujui(page: Page, orang: str) -> None:
    """At the provider: this person it is."""
    page.get_by_role("button", name=orang, exact=False).first.click()


def test_a_deep_link_comes_back_through_the_provider_and_leaving_everywhere_ends_it(halaman: Page) -> None:
    halaman.goto(TUJUAN)
    expect(halaman).to_have_url(re.compile(r"/masuk\?ke="))
    assert pelanggaran_axe(halaman) == []
    halaman.get_by_role("link", name="Masuk dengan SSO Kabupaten Uji").click()
    setujui(halaman, "p-1")
    tunggu_tenang(halaman)
    expect(halaman).to_have_url(re.compile(r"/capaian-iku\?instansi=PASER&tahun=2023&triwulan=III"))
    kartu = halaman.locator(".dk-kartu-masuk")
    expect(kartu).to_contain_text("Perencana, PASER")
    expect(kartu.get_by_role("link", name="Ganti sandi")).to_have_count(0)
    kartu.get_by_role("link", name="Keluar").click()
    halaman.get_by_role("button", name="Keluar di semua peramban").click()
    halaman.goto(TUJUAN)
    expect(halaman).to_have_url(re.compile(r"/masuk\?ke="))


def test_whom_the_dashboard_does_not_know_is_told_whom_to_ask(halaman: Page) -> None:
    halaman.goto("/")
    halaman.get_by_role("link", name="Masuk dengan SSO Kabupaten Uji").click()
    setujui(halaman, "p-2")
    expect(halaman.get_by_role("heading", level=1)).to_have_text("Belum ada akun")
    expect(halaman.get_by_text("asing@uji.go.id")).to_be_visible()
    halaman.get_by_role("link", name="Kembali ke halaman masuk").click()
    expect(halaman.get_by_label("Nama masuk")).to_be_visible()
