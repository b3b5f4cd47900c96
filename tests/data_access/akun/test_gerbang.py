"""The gate and the routes of logging in, asked over HTTP and by websocket as a browser and as an attacker would."""

from collections.abc import Iterator
from urllib.parse import parse_qs, urlsplit

import pytest
from sqlalchemy import Engine
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import Route, WebSocketRoute
from starlette.testclient import TestClient
from starlette.websockets import WebSocket, WebSocketDisconnect

from dashboard.services.akun import kelola
from dashboard.services.akun.masuk import masuk
from dashboard.serving import logged_in, login
from dashboard.serving.gate import LoginGate
from dashboard.serving.logged_in import COOKIE
from tests.data_access.akun.orang_uji import ADMIN, ALAMAT, SANDI

HOST = "http://dasbor.uji"
ALIRAN = "ws://dasbor.uji/_stcore/stream"
ASAL = {"origin": HOST}
HTML = {"accept": "text/html"}
ISI = {"nama_masuk": "budi", "sandi": SANDI, "ke": "/bidang-iki?instansi=UJI"}


async def data(_: Request) -> PlainTextResponse:
    return PlainTextResponse("isi rahasia")


async def aliran(websocket: WebSocket) -> None:
    await websocket.accept()
    await websocket.send_text("isi rahasia")
    await websocket.close()


@pytest.fixture
def peramban(terisi: Engine, monkeypatch: pytest.MonkeyPatch) -> Iterator[TestClient]:
    for modul in (logged_in, login):
        monkeypatch.setattr(modul, "make_engine", lambda: terisi)
    jalur = ("/", "/bidang-iki", "/media/a.xlsx", "/_stcore/upload_file/x", "/sehat", "/app/static/favicon.png")
    rute = [*(Route(j, data) for j in jalur), WebSocketRoute("/_stcore/stream", aliran)]
    app = Starlette(routes=[*rute, *login.login_routes(("/", "/bidang-iki"))], middleware=[Middleware(LoginGate)])
    with TestClient(app, base_url=HOST, follow_redirects=False) as klien:
        yield klien


def masukkan(peramban: TestClient, **isi: str) -> None:
    assert peramban.post("/masuk", data=ISI | isi, headers=ASAL).status_code == 303


def terbuka(peramban: TestClient) -> bool:
    return bool(peramban.get("/bidang-iki", headers=HTML).text == "isi rahasia")


@pytest.mark.parametrize("jalur", ["/", "/bidang-iki", "/media/a.xlsx", "/_stcore/upload_file/x"])
def test_without_a_login_nothing_is_served(peramban: TestClient, jalur: str) -> None:
    for kepala in (HTML, {"accept": "*/*"}, {}):
        jawaban = peramban.get(jalur, headers=kepala)
        assert "rahasia" not in jawaban.text
        assert jawaban.status_code in {303, 401}


@pytest.mark.parametrize("kuki", [{}, {COOKIE: "tebakan"}, {COOKIE: ""}, {"sesi": "x"}])
def test_a_websocket_without_a_login_is_closed_before_it_says_anything(
    peramban: TestClient, kuki: dict[str, str]
) -> None:
    peramban.cookies.update(kuki)
    with pytest.raises(WebSocketDisconnect), peramban.websocket_connect(ALIRAN) as w:
        w.receive_text()


def test_health_and_looks_are_open(peramban: TestClient) -> None:
    assert [peramban.get(j).status_code for j in ("/sehat", "/app/static/favicon.png")] == [200, 200]


def test_logging_in_leads_to_the_page_that_was_asked_for(peramban: TestClient) -> None:
    diminta = peramban.get("/bidang-iki?instansi=UJI&tahun=2024", headers=HTML)
    ke = parse_qs(urlsplit(diminta.headers["location"]).query)["ke"][0]
    assert ke == "/bidang-iki?instansi=UJI&tahun=2024"
    assert "instansi=UJI&amp;tahun=2024" in peramban.get(diminta.headers["location"]).text
    jawaban = peramban.post("/masuk", data=ISI | {"ke": ke}, headers=ASAL)
    assert jawaban.headers["location"] == ke
    kuki = jawaban.headers["set-cookie"].casefold()
    assert all(satu in kuki for satu in ("httponly", "samesite=lax", "path=/"))
    assert terbuka(peramban)
    with peramban.websocket_connect(ALIRAN) as w:
        assert w.receive_text() == "isi rahasia"


def test_over_tls_the_cookie_never_leaves_it(peramban: TestClient) -> None:
    aman = TestClient(peramban.app, base_url="https://dasbor.uji", follow_redirects=False)
    jawaban = aman.post("/masuk", data=ISI, headers={"origin": "https://dasbor.uji"})
    assert "secure" in jawaban.headers["set-cookie"].casefold()


@pytest.mark.parametrize(
    "ke", ["https://evil.invalid", "//evil.invalid", "/\\evil.invalid", "javascript:alert(1)", "x"]
)
def test_nobody_is_led_elsewhere(peramban: TestClient, ke: str) -> None:
    assert peramban.post("/masuk", data=ISI | {"ke": ke}, headers=ASAL).headers["location"] == "/"


@pytest.mark.parametrize("kepala", [{}, {"origin": "https://evil.invalid"}, {"origin": "null"}])
@pytest.mark.parametrize("jalur", ["/masuk", "/keluar", "/sandi"])
def test_a_form_from_elsewhere_is_not_taken(peramban: TestClient, kepala: dict[str, str], jalur: str) -> None:
    masukkan(peramban)
    assert peramban.post(jalur, data=ISI | {"di": "semua"}, headers=kepala).status_code == 403
    assert terbuka(peramban)


def test_a_key_given_beforehand_is_never_the_key_of_a_login(peramban: TestClient, terisi: Engine) -> None:
    milik_penyerang = masuk(terisi, "budi", SANDI, ALAMAT).kunci
    peramban.cookies.set(COOKIE, milik_penyerang)
    jawaban = peramban.post("/masuk", data=ISI, headers=ASAL)
    assert milik_penyerang not in jawaban.headers["set-cookie"]
    peramban.cookies.clear()
    peramban.cookies.set(COOKIE, milik_penyerang)
    assert not terbuka(peramban)


def test_a_changed_cookie_opens_nothing(peramban: TestClient) -> None:
    masukkan(peramban)
    kunci = peramban.cookies[COOKIE]
    for salah in (kunci[:-1], kunci + "x", kunci.swapcase(), "a" * 5000):
        peramban.cookies.clear()
        peramban.cookies.set(COOKIE, salah)
        assert not terbuka(peramban)


def test_leaving_needs_a_press_and_ends_the_login(peramban: TestClient) -> None:
    masukkan(peramban)
    kunci = peramban.cookies[COOKIE]
    assert "semua" in peramban.get("/keluar").text
    assert terbuka(peramban)
    assert peramban.post("/keluar", data={"di": "sini"}, headers=ASAL).status_code == 303
    peramban.cookies.set(COOKIE, kunci)
    assert not terbuka(peramban)


def test_a_wrong_password_keeps_the_name_and_never_the_password(peramban: TestClient) -> None:
    jawaban = peramban.post("/masuk", data=ISI | {"sandi": "bukan sandinya", "nama_masuk": '"><b>x'}, headers=ASAL)
    assert jawaban.status_code == 403
    assert "tidak cocok" in jawaban.text
    assert "bukan sandinya" not in jawaban.text
    assert "<b>x" not in jawaban.text
    assert not terbuka(peramban)


def test_a_first_password_leads_to_its_change_and_nowhere_else(peramban: TestClient, terisi: Engine) -> None:
    awal = kelola.sandi_baru(terisi, ADMIN, "budi")
    assert peramban.post("/masuk", data=ISI | {"sandi": awal}, headers=ASAL).headers["location"] == "/sandi"
    assert peramban.get("/bidang-iki", headers=HTML).headers["location"] == "/sandi"
    isi = {"lama": awal, "baru": "sandi baru yang panjang", "ulang": "lain"}
    assert "tidak sama" in peramban.post("/sandi", data=isi, headers=ASAL).text
    assert peramban.post("/sandi", data=isi | {"ulang": isi["baru"]}, headers=ASAL).status_code == 303
    assert terbuka(peramban)


def test_who_holds_no_post_is_told_so_and_sees_no_data(peramban: TestClient, terisi: Engine) -> None:
    awal = kelola.buat_akun(terisi, ADMIN, "ani", "Ani <i>Lestari")
    peramban.post("/masuk", data=ISI | {"nama_masuk": "ani", "sandi": awal}, headers=ASAL)
    peramban.post("/sandi", data={"lama": awal, "baru": SANDI, "ulang": SANDI}, headers=ASAL)
    jawaban = peramban.get("/", headers=HTML)
    assert (jawaban.status_code, "penugasan" in jawaban.text, "<i>" in jawaban.text) == (403, True, False)


@pytest.mark.parametrize("isi", [b"x" * 9000, b"a=1&" * 50, b"nama_masuk=%ff&sandi=%fe", "ééé".encode()])
def test_a_form_that_is_none_is_refused_in_a_sentence(peramban: TestClient, isi: bytes) -> None:
    kepala = ASAL | {"content-type": "application/x-www-form-urlencoded"}
    jawaban = peramban.post("/masuk", content=isi, headers=kepala)
    assert jawaban.status_code in {400, 403, 413}
    assert not terbuka(peramban)
