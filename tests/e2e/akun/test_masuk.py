"""*Instansi*: from a deep link over the login to that page, and out again, in a real browser."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect
from sqlalchemy import Engine

from dashboard.domain.dasar.hak import Pelaku, Peran
from dashboard.services.akun import kelola
from dashboard.services.akun.kelola import PermintaanTugas
from dashboard.services.akun.masuk import ganti_sandi
from dashboard.services.akun.masuk import masuk as layanan_masuk
from dashboard.services.jam import hari_ini
from data_access.engine import make_engine
from tests.e2e.alat import Pengamat, Server, new_context, running_server, tunggu_tenang
from tests.sample_database import copy_sample_database

ADMIN = Pelaku("Pengelola", Peran.ADMIN)
BARU = "kuda kayu pagar biru"
TUJUAN = "/capaian-iku?instansi=PASER&tahun=2023&triwulan=III"


@pytest.fixture(scope="module")
def instansi(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Server, Engine]]:
    """A server with accounts, and its database: the planner of Paser, who is its acting head as well."""
    folder = tmp_path_factory.mktemp("instansi")
    alamat = copy_sample_database(folder / "akun.db")
    engine, hari = make_engine(alamat), hari_ini()
    kelola.buat_akun(engine, ADMIN, "admin", "Admin Uji")
    kelola.tugaskan(engine, ADMIN, PermintaanTugas("admin", Peran.ADMIN, None, None, hari))
    awal = kelola.buat_akun(engine, ADMIN, "rencana", "Perencana Paser")
    kelola.tugaskan(engine, ADMIN, PermintaanTugas("rencana", Peran.PERENCANA, "PASER", None, hari))
    kelola.tugaskan(engine, ADMIN, PermintaanTugas("rencana", Peran.KEPALA, "PASER", None, hari))
    ganti_sandi(engine, layanan_masuk(engine, "rencana", awal, "uji").kunci, awal, BARU, "uji")
    for nama, peran, unit in (("kabid", Peran.KEPALA_BIDANG, "BIDANG-PMP"), ("forum", Peran.FORUM, None)):
        awal = kelola.buat_akun(engine, ADMIN, nama, f"Orang {nama}")
        kelola.tugaskan(engine, ADMIN, PermintaanTugas(nama, peran, "PASER", unit, hari))
        ganti_sandi(engine, layanan_masuk(engine, nama, awal, "uji").kunci, awal, BARU, "uji")
    with running_server(folder, alamat, variables={"DASBOR_MODE": "instansi"}) as server:
        yield server, engine


@pytest.fixture
def halaman(browser: Browser, instansi: tuple[Server, Engine]) -> Iterator[Page]:
    pengamat = Pengamat()
    context = new_context(browser, instansi[0])
    page = context.new_page()
    pengamat.watch(page)
    yield page
    context.close()
    assert pengamat.outside_requests == []


def isi_masuk(page: Page, sandi: str, nama: str = "rencana") -> None:
    page.get_by_label("Nama masuk").fill(nama)
    page.get_by_label("Sandi").fill(sandi)
    page.get_by_role("button", name="Masuk").click()


def test_a_deep_link_comes_back_after_the_login_and_a_login_ended_elsewhere_ends_an_open_page(
    halaman: Page, instansi: tuple[Server, Engine], browser: Browser
) -> None:
    server, engine = instansi
    awal = kelola.sandi_baru(engine, ADMIN, "rencana")
    halaman.goto(TUJUAN)
    expect(halaman).to_have_url(re.compile(r"/masuk\?ke="))
    isi_masuk(halaman, "bukan sandinya")
    expect(halaman.get_by_role("alert")).to_contain_text("tidak cocok")
    isi_masuk(halaman, awal)
    expect(halaman).to_have_url(re.compile(r"/sandi$"))
    halaman.get_by_label("Sandi lama").fill(awal)
    halaman.get_by_label("Sandi baru", exact=True).fill(BARU)
    halaman.get_by_label("Sandi baru sekali lagi").fill(BARU)
    halaman.get_by_role("button", name="Simpan").click()
    tunggu_tenang(halaman)
    halaman.goto(TUJUAN)
    tunggu_tenang(halaman)
    expect(halaman.get_by_role("complementary").or_(halaman.locator("[data-testid=stSidebar]")).first).to_contain_text(
        "Perencana Paser"
    )
    expect(halaman.locator("[data-testid=stSidebar]")).not_to_contain_text("Provinsi Banten")

    lain = new_context(browser, server).new_page()
    lain.goto(TUJUAN)
    isi_masuk(lain, BARU)
    tunggu_tenang(lain)
    expect(lain).to_have_url(re.compile(r"/capaian-iku\?instansi=PASER&tahun=2023&triwulan=III"))
    lain.get_by_role("link", name="Keluar").click()
    lain.get_by_role("button", name="Keluar di semua peramban").click()
    expect(lain).to_have_url(re.compile("/masuk$"))
    lain.context.close()

    halaman.locator("[data-testid=stSidebarNav]").get_by_role("link", name="Pohon Kinerja").click()
    expect(halaman.get_by_text("Anda belum masuk, atau sudah keluar.")).to_be_visible()
    halaman.reload()
    expect(halaman).to_have_url(re.compile(r"/masuk\?ke="))


def test_somebody_with_two_posts_chooses_under_which_to_act(halaman: Page) -> None:
    halaman.goto("/")
    isi_masuk(halaman, BARU)
    tunggu_tenang(halaman)
    expect(halaman.locator("[data-testid=stSidebarNav]")).to_contain_text("Data")
    sebagai = halaman.get_by_role("combobox", name="Bertindak sebagai")
    sebagai.scroll_into_view_if_needed()
    sebagai.press("ArrowDown")
    halaman.get_by_role("option", name="Kepala Badan, PASER").click()
    tunggu_tenang(halaman)
    expect(halaman.locator(".dk-kartu-masuk")).to_contain_text("Kepala Badan, PASER")


def test_a_link_to_a_page_of_another_role_says_whose_it_is_and_leads_on(halaman: Page) -> None:
    halaman.goto("/data?instansi=PASER&tahun=2023&triwulan=III")
    isi_masuk(halaman, BARU, "kabid")
    tunggu_tenang(halaman)
    expect(halaman.get_by_role("heading", level=1)).to_have_text("Halaman ini bukan untuk peran Anda")
    expect(halaman.locator(".dk-kosong")).to_contain_text("Untuk mengambil alih buku kerja: Admin, Perencana.")
    menu = halaman.locator("[data-testid=stSidebarNav]")
    expect(menu.get_by_role("link", name="Bidang & IKI")).to_be_visible()
    expect(menu.get_by_role("link", name="Data", exact=True)).to_have_count(0)
    halaman.locator(".dk-kosong").get_by_role("link", name="Riwayat").click()
    tunggu_tenang(halaman)
    expect(halaman.get_by_role("heading", level=1)).to_contain_text("Perubahan terakhir")


@pytest.mark.parametrize("alamat", ["/", "/distribusi-skp?instansi=PASER&tahun=2023&triwulan=III"])
def test_the_forum_sees_no_data_whatever_the_link(halaman: Page, alamat: str) -> None:
    halaman.goto(alamat)
    isi_masuk(halaman, BARU, "forum")
    tunggu_tenang(halaman)
    expect(halaman.get_by_role("heading", level=1)).to_have_text(
        re.compile("Belum ada potret untuk forum|Halaman ini bukan untuk peran Anda")
    )
    expect(halaman.locator("body")).not_to_contain_text("Badan Kepegawaian")
