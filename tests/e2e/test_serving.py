"""What the server answers: health, readiness, headers, addresses that carry their filters, and no strangers."""

import gzip
import http.client
import json
import subprocess
import sys
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import expect
from websockets.exceptions import InvalidStatus
from websockets.sync.client import connect
from websockets.typing import Origin

from dashboard.registry import HALAMAN
from tests.e2e.alat import ROOT, Server, tunggu_tenang

LENGKAP = "/?instansi=PASER&tahun=2023&triwulan=II"


def ambil(server: Server, jalur: str, **kepala: str) -> tuple[http.client.HTTPResponse, bytes]:
    sambungan = http.client.HTTPConnection(urlsplit(server.url).netloc, timeout=20)
    sambungan.request("GET", jalur, headers=kepala)
    jawaban = sambungan.getresponse()
    return jawaban, jawaban.read()


def test_health_and_readiness_answer(server):
    assert json.loads(ambil(server, "/sehat")[1]) == {"status": "sehat"}
    jawaban, isi = ambil(server, "/siap")
    assert jawaban.status == 200
    lulus = dict.fromkeys(("terbaca", "bermigrasi", "nilai_terhitung", "berisi"), True)
    assert json.loads(isi) == {"status": "siap", "pemeriksaan": lulus, "keterangan": ""}


def test_a_database_without_schema_is_not_ready(tmp_path):
    perintah = "from dashboard.asgi import check_readiness; print(check_readiness())"
    lingkungan = {"DATABASE_URL": f"sqlite:///{(tmp_path / 'kosong.db').as_posix()}", "PYTHONPATH": str(ROOT)}
    hasil = subprocess.run([sys.executable, "-c", perintah], env=lingkungan, capture_output=True, text=True, check=True)
    assert hasil.stdout.strip() == str(
        {"terbaca": True, "bermigrasi": False, "nilai_terhitung": False, "berisi": False}
    )


def test_every_answer_carries_the_security_headers(server):
    for jalur in (LENGKAP, "/sehat", "/_stcore/health", "/app/static/favicon.png"):
        kepala = ambil(server, jalur)[0].headers
        kebijakan = kepala["Content-Security-Policy"]
        naskah = next(bagian for bagian in kebijakan.split("; ") if bagian.startswith("script-src"))
        assert "unsafe" not in naskah
        assert "frame-ancestors 'self'" in kebijakan
        assert "http" not in kebijakan
        assert kepala["X-Content-Type-Options"] == "nosniff"
        assert kepala["Referrer-Policy"] == "same-origin"
        assert "camera=()" in kepala["Permissions-Policy"]


def test_an_address_without_filters_is_completed_and_keeps_what_it_has(server):
    jawaban, _ = ambil(server, "/capaian-iku?instansi=PASER&indikator=X")
    assert jawaban.status == 307
    tanya = parse_qs(urlsplit(jawaban.headers["Location"]).query)
    assert tanya["instansi"] == ["PASER"]
    assert tanya["indikator"] == ["X"]
    assert set(tanya) == {"instansi", "indikator", "tahun", "triwulan"}


def test_the_start_page_is_ours_at_every_address(server):
    for jalur in (LENGKAP, f"/capaian-iku{LENGKAP[1:]}"):
        html = ambil(server, jalur)[1].decode()
        assert '<html lang="id">' in html
        assert "<title>Dasbor Kinerja BKPSDM</title>" in html
        assert "http://" not in html
        assert "https://" not in html


def test_scripts_travel_compressed_and_arrive_whole(server):
    html = ambil(server, LENGKAP)[1].decode()
    jalur = html.split('src="./')[1].split('"')[0]
    jawaban, ringkas = ambil(server, f"/{jalur}", **{"Accept-Encoding": "gzip"})
    assert jawaban.headers["Content-Encoding"] == "gzip"
    utuh = ambil(server, f"/{jalur}", **{"Accept-Encoding": "identity"})[1]
    assert gzip.decompress(ringkas) == utuh
    assert len(ringkas) < len(utuh) / 2


@pytest.mark.parametrize("berkas", ["logo-terang.svg", "logo-gelap.svg", "lambang.svg"])
def test_our_own_pictures_are_compressed_once_at_most(server, berkas):
    jawaban, isi = ambil(server, f"/app/static/{berkas}", **{"Accept-Encoding": "gzip"})
    teks = gzip.decompress(isi) if jawaban.headers["Content-Encoding"] == "gzip" else isi
    assert jawaban.headers["Content-Type"] == "image/svg+xml"
    assert teks.startswith(b"<svg")


def test_another_sites_page_cannot_open_a_session(server):
    alamat = f"ws://{urlsplit(server.url).netloc}/_stcore/stream"
    with pytest.raises(InvalidStatus), connect(alamat, origin=Origin("https://contoh.invalid"), proxy=None):
        pass


def test_another_name_pointed_at_this_computer_shows_nothing(server):
    jawaban, isi = ambil(server, LENGKAP, Host="evil.invalid")
    assert jawaban.status == 403
    assert isi.decode().startswith("Nama itu bukan nama dasbor ini.")
    alamat = f"ws://{urlsplit(server.url).netloc}/_stcore/stream"
    kepala = {"Host": "evil.invalid"}
    with (
        pytest.raises(InvalidStatus),
        connect(alamat, origin=Origin("http://evil.invalid"), additional_headers=kepala, proxy=None),
    ):
        pass


def test_what_streamlit_counts_about_itself_is_not_told(server):
    assert ambil(server, "/_stcore/metrics")[0].status == 403


def test_options_of_the_configuration_file_take_effect_under_uvicorn():
    perintah = (
        "from dashboard.asgi import app; from streamlit.config import get_option as o; "
        "print(o('runner.postScriptGC'), o('server.fileWatcherType'), o('browser.gatherUsageStats'), "
        "o('client.showErrorDetails'), o('server.address'), o('server.maxUploadSize'))"
    )
    hasil = subprocess.run([sys.executable, "-c", perintah], cwd=ROOT, capture_output=True, text=True, check=True)
    assert hasil.stdout.strip().splitlines()[-1] == "False none False none 127.0.0.1 10"


def test_a_link_reopens_the_same_view(browser_page):
    page = browser_page()
    page.goto(f"/capaian-iku{LENGKAP[1:]}")
    tunggu_tenang(page)
    expect(page.locator(".dk-konteks")).to_contain_text("s.d. TW II 2023")
    page.get_by_test_id("stSidebar").get_by_text("IV", exact=True).click()
    tunggu_tenang(page)
    expect(page.locator(".dk-konteks")).to_contain_text("s.d. TW IV 2023")
    page.get_by_role("link", name="Ringkasan").first.click()
    tunggu_tenang(page)
    page.reload()
    tunggu_tenang(page)
    expect(page.locator(".dk-konteks")).to_contain_text("s.d. TW IV 2023")
    assert parse_qs(urlsplit(page.url).query) == {"instansi": ["PASER"], "tahun": ["2023"], "triwulan": ["IV"]}


def test_a_wrong_value_in_a_link_is_replaced_and_told(browser_page):
    page = browser_page()
    page.goto("/?instansi=TIDAKADA&tahun=2023&triwulan=9")
    expect(page.get_by_text('Pilihan instansi "TIDAKADA" pada tautan tidak tersedia')).to_be_visible()
    tunggu_tenang(page)
    assert parse_qs(urlsplit(page.url).query)["instansi"] == ["BANTEN"]


def test_back_takes_back_one_step_of_the_filter(browser_page):
    page = browser_page()
    page.goto(f"/capaian-iku{LENGKAP[1:]}")
    tunggu_tenang(page)
    for posisi in ("III", "IV"):
        page.get_by_test_id("stSidebar").get_by_text(posisi, exact=True).click()
        tunggu_tenang(page)
    for posisi in ("III", "II"):
        page.go_back()
        expect(page.locator(".dk-konteks")).to_contain_text(f"s.d. TW {posisi} 2023")
        tunggu_tenang(page)
        assert parse_qs(urlsplit(page.url).query)["triwulan"] == [posisi]


@pytest.mark.parametrize("jalur", ["/tidak-ada", "/capaian-iku/lama", "/gambar.png"])
def test_a_wrong_address_gets_a_page_of_ours_with_every_way_back(server, jalur):
    jawaban, isi = ambil(server, jalur)
    assert jawaban.status == 404
    assert "default-src" in jawaban.headers["Content-Security-Policy"]
    html = isi.decode()
    assert '<html lang="id">' in html
    assert "Halaman ini tidak ada" in html
    naik = "../" * (jalur.count("/") - 1) or "./"
    assert all(f'href="{naik}{"" if h.bawaan else h.url_path}"' in html for h in HALAMAN)


def test_the_first_page_under_its_own_name_keeps_its_filters(server):
    jawaban, _ = ambil(server, f"/ringkasan{LENGKAP[1:]}")
    assert (jawaban.status, jawaban.headers["Location"]) == (307, f".{LENGKAP}")


def test_an_agency_that_is_not_there_is_said(browser_page):
    page = browser_page()
    page.goto("/capaian-iku?instansi=TIDAKADA&tahun=2023&triwulan=II")
    tunggu_tenang(page)
    expect(page.get_by_test_id("stToast")).to_contain_text('Pilihan instansi "TIDAKADA" pada tautan tidak tersedia')
