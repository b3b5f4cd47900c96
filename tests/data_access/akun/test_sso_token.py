"""What a provider says of a person, wrong in one place each: nobody comes in by it."""

import time
from typing import Any

import pytest
from joserfc.jwk import OctKey, RSAKey
from starlette.testclient import TestClient

from dashboard.serving.sso.provider import SKEW, derived
from tests.data_access.akun.alur_sso import LAIN, RAHASIA, ditolak, kembali
from tests.data_access.akun.test_gerbang import terbuka
from tests.penyedia_sso import KLIEN, Penyedia

LEWAT = int(SKEW.total_seconds()) + 30
SALAH = {
    "nonce_lain": lambda k: k | {"nonce": derived("lain", "nonce")},
    "tanpa_nonce": lambda k: {n: v for n, v in k.items() if n != "nonce"},
    "kedaluwarsa": lambda k: k | {"exp": int(time.time()) - LEWAT},
    "tanpa_akhir": lambda k: {n: v for n, v in k.items() if n != "exp"},
    "dari_masa_depan": lambda k: k | {"iat": int(time.time()) + LEWAT, "nbf": int(time.time()) + LEWAT},
    "penerbit_lain": lambda k: k | {"iss": LAIN},
    "klien_lain": lambda k: k | {"aud": "klien-lain"},
    "klien_lain_demi_kami": lambda k: k | {"aud": "klien-lain", "azp": KLIEN},
    "tanpa_klien": lambda k: {n: v for n, v in k.items() if n != "aud"},
    "sejam_lewat": lambda k: k | {"exp": int(time.time()) - 900},
    "atas_nama_lain": lambda k: k | {"aud": [KLIEN, "klien-lain"], "azp": "klien-lain"},
    "token_lain": lambda k: k | {"at_hash": "AAAAAAAAAAAAAAAAAAAAAA"},
    "tanpa_orang": lambda k: k | {"sub": ""},
}


@pytest.mark.parametrize("salah", SALAH)
def test_a_token_that_is_not_for_this_login_is_refused(peramban: TestClient, penyedia: Penyedia, salah: str) -> None:
    penyedia.ubah = SALAH[salah]
    assert ditolak(peramban, kembali(peramban, penyedia))


@pytest.mark.parametrize("geser", [-LEWAT + 60, LEWAT - 60])
def test_a_clock_a_little_off_locks_nobody_out(peramban: TestClient, penyedia: Penyedia, geser: int) -> None:
    kini = int(time.time()) + geser
    penyedia.ubah = lambda k: k | {"iat": kini, "nbf": kini, "exp": kini + 1}
    assert kembali(peramban, penyedia).status_code == 303


@pytest.mark.parametrize(
    ("algoritma", "kunci"),
    [
        ("RS256", RSAKey.generate_key(2048, {"kid": "a"})),
        ("HS256", OctKey.import_key(RAHASIA, {"kid": "a"})),
        ("none", OctKey.import_key("x" * 32, {"kid": "a"})),
    ],
    ids=["another_key", "our_own_secret", "unsigned"],
)
def test_a_token_the_provider_did_not_sign_is_refused(
    peramban: TestClient, penyedia: Penyedia, algoritma: str, kunci: object
) -> None:
    penyedia.ubah, penyedia.algoritma, penyedia.kunci = dict, algoritma, kunci
    assert ditolak(peramban, kembali(peramban, penyedia))


def test_the_control_a_token_signed_anew_by_the_published_key_is_taken(
    peramban: TestClient, penyedia: Penyedia
) -> None:
    penyedia.ubah = dict
    assert kembali(peramban, penyedia).status_code == 303


def tanpa_surel(klaim: dict[str, Any]) -> dict[str, Any]:
    return {n: v for n, v in klaim.items() if not n.startswith("email")}


def test_what_the_token_leaves_out_is_asked_of_the_provider_about_the_same_person(
    peramban: TestClient, penyedia: Penyedia
) -> None:
    penyedia.ubah = lambda k: tanpa_surel(k) | {"sub": "p-9"}
    assert ditolak(peramban, kembali(peramban, penyedia)), "the provider answers about p-1"
    penyedia.ubah = tanpa_surel
    assert kembali(peramban, penyedia).status_code == 303
    assert terbuka(peramban)
