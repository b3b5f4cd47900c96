"""The recipe as a user and an attacker meet it: TLS, one process a person, one state of the data in both processes."""

import subprocess
import urllib.error
import urllib.request
from collections.abc import Mapping
from http.client import HTTPResponse
from pathlib import Path
from shutil import which

import pytest
from playwright.sync_api import Browser, expect

from dashboard.services.akun.masuk import masuk
from tests.data_access.akun.orang_uji import ALAMAT, SANDI
from tests.e2e.akun.orang_masuk import OrangMasuk, masuk_sebagai, tekanan, tulisan
from tests.e2e.alat import HOST, ROOT, tunggu_tenang
from tests.e2e.operasi.conftest import Instansi

TANYA = "instansi=UJI&tahun=2024&triwulan=IV"


class _TanpaAlihan(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_: object) -> None:
        return None


def minta(
    instansi: Instansi, url: str, kunci: str = "", isi: bytes | None = None, kepala: Mapping[str, str] = {}
) -> HTTPResponse:
    """One request without following where it leads; an answer of 400 and above is one too."""
    layanan = instansi[0]
    kuki = {"Cookie": f"dasbor_masuk={kunci}"} if kunci else {}
    permintaan = urllib.request.Request(url, isi, {**kuki, **kepala})
    pembuka = urllib.request.build_opener(
        urllib.request.ProxyHandler({}), urllib.request.HTTPSHandler(context=layanan.percaya), _TanpaAlihan
    )
    try:
        jawaban: HTTPResponse = pembuka.open(permintaan, timeout=30)
    except urllib.error.HTTPError as error:
        return error  # type: ignore[return-value]
    return jawaban


def buka(instansi: Instansi, kunci: str, halaman: str = "bidang-iki", tanya: str = TANYA) -> OrangMasuk:
    layanan = instansi[0]
    return masuk_sebagai(layanan.url, kunci, halaman, tanya, ssl=layanan.percaya_aliran)


def banyak_kunci(instansi: Instansi, nama: str, jumlah: int) -> list[str]:
    """That many logins of one account, as of a person with that many browsers."""
    return [masuk(instansi[1], nama, SANDI, ALAMAT).kunci for _ in range(jumlah)]


def test_plain_http_leads_to_tls_and_the_cookie_of_a_login_stays_there(instansi: Instansi) -> None:
    layanan = instansi[0]
    alih = minta(instansi, f"{layanan.url_http}/capaian-iku?{TANYA}")
    assert (alih.status, alih.headers["location"]) == (301, f"https://localhost/capaian-iku?{TANYA}")
    isi = f"nama_masuk=kepalabidang&sandi={SANDI.replace(' ', '+')}&ke=/".encode()
    jawaban = minta(instansi, f"{layanan.url}/masuk", isi=isi, kepala={"Origin": layanan.url})
    kuki = jawaban.headers["set-cookie"].casefold()
    assert jawaban.status == 303
    assert all(satu in kuki for satu in ("secure", "httponly", "samesite=lax"))
    assert "max-age=31536000" in jawaban.headers["strict-transport-security"]


@pytest.mark.parametrize(
    ("jalur", "kepala", "status"),
    [
        ("/_stcore/metrics", {}, 404),
        ("/", {"Host": "evil.invalid"}, 403),
        ("/", {}, 401),
        ("/siap", {}, 200),
        ("/sehat", {}, 200),
    ],
)
def test_what_is_not_for_the_network_does_not_leave_it(
    instansi: Instansi, jalur: str, kepala: dict[str, str], status: int
) -> None:
    assert minta(instansi, f"{instansi[0].url}{jalur}", kepala=kepala).status == status


def test_everybody_stays_with_one_process_and_both_are_used(instansi: Instansi) -> None:
    layanan = instansi[0]
    kunci = banyak_kunci(instansi, "kepalabidang", 8)
    for satu in kunci:
        for halaman in ("bidang-iki", "riwayat"):
            with buka(instansi, satu, halaman) as orang:
                orang.buka()
        for _ in range(3):
            assert minta(instansi, f"{layanan.url}/capaian-iku?{TANYA}", satu).status in {200, 307}
    pelayan = [layanan.pelayan(satu) for satu in kunci]
    assert all(len(satu) == 1 for satu in pelayan)
    assert len(set[str]().union(*pelayan)) == 2


def test_what_one_process_wrote_the_other_shows_at_its_next_run(instansi: Instansi) -> None:
    layanan = instansi[0]
    kunci = banyak_kunci(instansi, "perencana", 8)
    halaman = "ketidaksesuaian"
    for satu in kunci:
        with buka(instansi, satu, halaman) as orang:
            orang.buka()
    per_proses = {next(iter(layanan.pelayan(satu))): satu for satu in kunci}
    satu, dua = per_proses.values()
    alasan = "Alasan dari proses lain"
    with buka(instansi, dua, halaman, f"{TANYA}&temuan=T-BIDANG") as pembaca:
        assert alasan.encode() not in pembaca.buka()
        with buka(instansi, satu, halaman, f"{TANYA}&temuan=T-BIDANG") as penulis:
            penulis.buka()
            putuskan(penulis, alasan)
        assert alasan.encode() in pembaca.buka()


def putuskan(orang: OrangMasuk, alasan: str) -> None:
    """Fill in the reason of the finding that is open, and press the last button, which keeps it."""
    teks = [t for satu in orang.elemen if satu.WhichOneof("type") == "text_area" and (t := tulisan(satu, alasan))]
    orang.buka(*teks)
    tombol = [t for satu in orang.elemen if satu.WhichOneof("type") == "button" and (t := tekanan(satu))]
    orang.buka(*teks, tombol[-1])


def test_a_file_handed_in_by_a_browser_reaches_the_process_that_asked_for_it(
    instansi: Instansi, browser: Browser, tmp_path: Path
) -> None:
    """An upload is a request beside the websocket: with the wrong process it would be lost."""
    buku = tmp_path / "dokumen.csv"
    buku.write_text("instansi,kode,judul\nUJI,DOK-LAIN,Keputusan lain\n", encoding="utf-8")
    context = browser.new_context(
        base_url=instansi[0].url.replace("localhost", HOST), ignore_https_errors=True, locale="id-ID"
    )
    page = context.new_page()
    page.goto(f"/data?{TANYA}")
    page.get_by_label("Nama masuk").fill("perencana")
    page.get_by_label("Sandi").fill(SANDI)
    page.get_by_role("button", name="Masuk").click()
    tunggu_tenang(page)
    page.locator("input[type=file]").first.set_input_files(buku)
    expect(page.locator(".st-key-langkah-periksa")).to_contain_text("Keputusan lain")
    context.close()


@pytest.mark.skipif(which("systemd-analyze") is None, reason="tidak ada systemd di mesin ini")
def test_the_unit_of_systemd_is_read_without_complaint(tmp_path: Path) -> None:
    """Its user and folders stand on the server only; everything else must be known to systemd."""
    isi = (ROOT / "docs" / "operasi" / "dasbor@.service").read_text(encoding="utf-8")
    unit = tmp_path / "dasbor@8501.service"
    unit.write_text(isi.replace("/opt/dasbor", str(ROOT)), encoding="utf-8")
    jawab = subprocess.run(["systemd-analyze", "verify", str(unit)], capture_output=True, text=True, check=False)
    assert "dasbor" not in jawab.stderr, jawab.stderr


def test_when_a_process_has_ended_its_people_go_on_with_the_other(instansi: Instansi) -> None:
    """The last of this file: one process is gone after it."""
    kunci = banyak_kunci(instansi, "kepalabidang", 6)
    instansi[0].hentikan_satu()
    for satu in kunci:
        with buka(instansi, satu, "ketidaksesuaian") as orang:
            assert b"tidak sama di dua dokumen" in orang.buka()
