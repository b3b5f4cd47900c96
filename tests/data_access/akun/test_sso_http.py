"""Through a provider and back over HTTP, as a person and as an attacker would: the provider is a real one."""

from urllib.parse import urlsplit

import pytest
from sqlalchemy import Engine
from starlette.testclient import TestClient

from dashboard.services.akun import kelola
from dashboard.services.akun.sso import hubungkan_sso
from dashboard.serving.logged_in import COOKIE
from dashboard.serving.sso import provider, routes
from dashboard.serving.sso.settings import SsoSettings
from tests.data_access.akun.alur_sso import LAIN, MULAI, TUJUAN, ditolak, kembali, mulai
from tests.data_access.akun.orang_uji import ADMIN, SANDI
from tests.data_access.akun.test_gerbang import ASAL, HOST, HTML, terbuka
from tests.data_access.akun.test_gerbang import ISI as ISI_LOKAL
from tests.penyedia_sso import EMAIL, KLIEN, Penyedia, tanya


def test_who_is_linked_gets_to_the_page_asked_for_in_the_role_of_our_table(
    peramban: TestClient, penyedia: Penyedia
) -> None:
    assert "Masuk dengan SSO Uji" in peramban.get("/masuk").text
    jawaban = kembali(peramban, penyedia)
    assert (jawaban.status_code, jawaban.headers["location"]) == (303, TUJUAN)
    kuki = [satu for satu in jawaban.headers.get_list("set-cookie") if satu.startswith(COOKIE)]
    assert all(sifat in kuki[0].casefold() for sifat in ("httponly", "samesite=lax", "path=/"))
    assert terbuka(peramban)


def test_what_is_asked_of_the_provider_is_bound_to_this_browser_and_to_our_own_address(
    peramban: TestClient, penyedia: Penyedia
) -> None:
    alamat = mulai(peramban)
    minta = tanya(alamat)
    assert (minta["redirect_uri"], minta["response_type"]) == (f"{HOST}/masuk/sso/kembali", "code")
    assert minta["code_challenge_method"] == "S256"
    peramban.get(penyedia.setujui(alamat))
    (token,) = penyedia.diminta
    from authlib.oauth2.rfc7636 import create_s256_code_challenge

    assert create_s256_code_challenge(token["code_verifier"]) == minta["code_challenge"]
    assert tanya(mulai(peramban))["state"] != minta["state"]
    assert len({minta["state"], minta["nonce"], token["code_verifier"]}) == 3


@pytest.mark.parametrize("ke", [LAIN, "//lain.invalid", "/\\lain.invalid", "javascript:alert(1)", "/keluar"])
def test_nobody_is_led_elsewhere_afterwards(peramban: TestClient, penyedia: Penyedia, ke: str) -> None:
    alamat = peramban.get("/masuk/sso", params={"ke": ke}).headers["location"]
    assert peramban.get(penyedia.setujui(alamat)).headers["location"] == "/"


def test_where_a_changed_cookie_leads_is_looked_at_again(peramban: TestClient, penyedia: Penyedia) -> None:
    import base64

    alamat = penyedia.setujui(mulai(peramban))
    rahasia = peramban.cookies[routes.SSO_COOKIE].partition(".")[0]
    for ke in (base64.urlsafe_b64encode(LAIN.encode()).decode(), "bukan base64", ""):
        peramban.cookies.clear()
        peramban.cookies.set(routes.SSO_COOKIE, f"{rahasia}.{ke}")
        jawaban = peramban.get(alamat)
        assert jawaban.headers.get("location", "/") == "/"


def test_an_answer_to_another_browser_opens_nothing_here(peramban: TestClient, penyedia: Penyedia) -> None:
    milik_penyerang = penyedia.setujui(mulai(peramban), "p-1")
    peramban.cookies.clear()
    assert ditolak(peramban, peramban.get(milik_penyerang))
    mulai(peramban)
    assert ditolak(peramban, peramban.get(milik_penyerang))
    assert penyedia.diminta == [], "the code is not even handed on"


@pytest.mark.parametrize("kuki", [None, "", ".Lw=="])
def test_a_login_somebody_else_worked_out_from_no_secret_is_not_taken(
    peramban: TestClient, penyedia: Penyedia, kuki: str | None
) -> None:
    """Anybody can work out what an empty secret gives; a link with it would log people in as somebody else."""
    atur = SsoSettings(penyedia.penerbit, KLIEN, HOST)
    jebakan = penyedia.setujui(provider.authorization_address(atur, ""))
    if kuki is not None:
        peramban.cookies.set(routes.SSO_COOKIE, kuki)
    assert ditolak(peramban, peramban.get(jebakan))


@pytest.mark.parametrize("ganti", [{"state": "x"}, {"state": "é"}, {"code": "x"}, {"iss": LAIN}, {"error": "x"}])
def test_an_answer_with_something_changed_is_refused(
    peramban: TestClient, penyedia: Penyedia, ganti: dict[str, str]
) -> None:
    alamat = penyedia.setujui(mulai(peramban))
    assert ditolak(peramban, peramban.get(urlsplit(alamat).path, params=tanya(alamat) | ganti))


def test_who_changes_their_mind_at_the_provider_is_back_at_the_login(peramban: TestClient) -> None:
    state = tanya(mulai(peramban))["state"]
    assert ditolak(peramban, peramban.get("/masuk/sso/kembali", params={"error": "access_denied", "state": state}))


def test_a_code_opens_once(peramban: TestClient, penyedia: Penyedia) -> None:
    alamat = penyedia.setujui(mulai(peramban))
    kuki = peramban.cookies[routes.SSO_COOKIE]
    assert peramban.get(alamat).status_code == 303
    assert routes.SSO_COOKIE not in peramban.cookies
    peramban.cookies.clear()
    assert ditolak(peramban, peramban.get(alamat))
    peramban.cookies.set(routes.SSO_COOKIE, kuki)
    assert ditolak(peramban, peramban.get(alamat)), "nor with the secret of the attempt"


@pytest.mark.parametrize("orang", ["p-2", "p-3"])
def test_whom_no_account_waits_for_sees_no_data_whatever_the_provider_claims(
    peramban: TestClient, penyedia: Penyedia, orang: str
) -> None:
    """p-2 is nobody here and claims to be an admin, p-3 has an e-mail of ours that nobody verified."""
    jawaban = kembali(peramban, penyedia, orang)
    assert (jawaban.status_code, "Belum ada akun" in jawaban.text) == (403, True)
    assert not terbuka(peramban)


def test_an_address_given_to_somebody_else_later_is_not_the_account(peramban: TestClient, penyedia: Penyedia) -> None:
    assert kembali(peramban, penyedia, "p-1").status_code == 303
    peramban.cookies.clear()
    assert "Belum ada akun" in kembali(peramban, penyedia, "p-4").text
    assert kembali(peramban, penyedia, "p-1").status_code == 303


def test_a_closed_account_stays_closed_through_the_provider(
    peramban: TestClient, penyedia: Penyedia, terisi: Engine
) -> None:
    kembali(peramban, penyedia)
    kelola.atur_aktif(terisi, ADMIN, "budi", aktif=False)
    assert not terbuka(peramban)
    assert "Belum ada akun" in kembali(peramban, penyedia).text


def test_logging_out_everywhere_ends_a_login_through_the_provider(peramban: TestClient, penyedia: Penyedia) -> None:
    kembali(peramban, penyedia)
    kunci = peramban.cookies[COOKIE]
    peramban.cookies.clear()
    peramban.post("/masuk", data=ISI_LOKAL, headers=ASAL)
    peramban.post("/keluar", data={"di": "semua"}, headers=ASAL)
    peramban.cookies.set(COOKIE, kunci)
    assert not terbuka(peramban)


def test_a_key_given_beforehand_is_never_the_key_of_a_login(peramban: TestClient, penyedia: Penyedia) -> None:
    peramban.post("/masuk", data=ISI_LOKAL, headers=ASAL)
    lama = peramban.cookies[COOKIE]
    assert lama not in str(kembali(peramban, penyedia).headers)
    peramban.cookies.clear()
    peramban.cookies.set(COOKIE, lama)
    assert not terbuka(peramban)


def test_while_the_provider_is_silent_the_local_way_stays_open(
    peramban: TestClient, penyedia: Penyedia, monkeypatch: pytest.MonkeyPatch
) -> None:
    alamat = penyedia.setujui(mulai(peramban))
    mati = SsoSettings("http://127.0.0.1:9", KLIEN, HOST)
    monkeypatch.setattr(routes, "sso_settings", lambda: mati)
    for jawaban in (peramban.get(MULAI), peramban.get(alamat)):
        assert ditolak(peramban, jawaban, 503)
        assert "SSO tidak menjawab" in jawaban.text
    assert peramban.post("/masuk", data=ISI_LOKAL, headers=ASAL).status_code == 303
    assert terbuka(peramban)


@pytest.mark.parametrize("isi", [{"issuer": LAIN}, {"token_endpoint": "http://lain.invalid/token"}, {"jwks_uri": None}])
def test_a_provider_that_leads_elsewhere_is_none(
    peramban: TestClient, monkeypatch: pytest.MonkeyPatch, isi: dict[str, object]
) -> None:
    asli = provider._json
    monkeypatch.setattr(provider, "_json", lambda *a: asli(*a) | isi)
    assert ditolak(peramban, peramban.get(MULAI), 503)


def test_an_account_without_a_password_has_none_to_change_or_to_guess(
    peramban: TestClient, penyedia: Penyedia, terisi: Engine
) -> None:
    kelola.sandi_baru(terisi, ADMIN, "budi")
    hubungkan_sso(terisi, ADMIN, "budi", EMAIL)
    assert peramban.post("/masuk", data=ISI_LOKAL | {"sandi": ""}, headers=ASAL).status_code == 403
    assert kembali(peramban, penyedia).headers["location"] == TUJUAN
    assert peramban.get("/sandi", headers=HTML).headers["location"] == "/"
    assert SANDI not in peramban.get("/masuk").text


def test_without_settings_there_is_no_way_through_a_provider(
    peramban: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(routes, "sso_settings", lambda: None)
    assert "SSO" not in peramban.get("/masuk").text
    for alamat in (MULAI, "/masuk/sso/kembali?code=x&state=y"):
        assert peramban.get(alamat).headers["location"] == "/masuk"
