"""The talk with the provider: code flow with PKCE, state and nonce (OpenID Connect Core 3.1, RFC 7636, RFC 9207).

What one login needs is worked out from one random secret in the browser's cookie: nothing is kept on the server, any
process can take the answer, and what another browser brings fits nothing.
"""

import base64
import hmac
from collections.abc import Mapping
from datetime import timedelta
from hashlib import sha256
from typing import Any

import requests
from authlib.common.errors import AuthlibBaseError
from authlib.integrations.requests_client import OAuth2Session
from authlib.oidc.core import CodeIDToken
from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwk import KeySet

from dashboard.domain.akun.sso import Identitas, baca_identitas
from dashboard.serving.sso.settings import SsoSettings, is_safe

TIMEOUT = (3.0, 6.0)
"""Seconds to connect, and to wait for an answer."""
SIGNATURES = ("RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512")
"""Only what the provider alone can sign: neither "none" nor what our own secret would sign."""
SKEW = timedelta(minutes=2)
SCOPE = "openid email profile"
METADATA = "/.well-known/openid-configuration"


class SsoUnavailable(Exception):
    """The provider does not answer, or not as one."""


class SsoRefused(Exception):
    """The answer does not belong to a login of this browser, or proves nobody. For the log, not for the screen."""


def derived(rahasia: str, guna: str) -> str:
    """One of the values of a login: state, nonce, verifier. None of them tells another."""
    sidik = hmac.new(rahasia.encode(), guna.encode(), sha256).digest()
    return base64.urlsafe_b64encode(sidik).rstrip(b"=").decode()


def authorization_address(atur: SsoSettings, rahasia: str) -> str:
    """Where the provider asks who it is. Raises SsoUnavailable."""
    alamat, _ = _client(atur).create_authorization_url(
        _metadata(atur)["authorization_endpoint"],
        state=derived(rahasia, "state"),
        nonce=derived(rahasia, "nonce"),
        code_verifier=derived(rahasia, "verifier"),
    )
    return str(alamat)


def identity(atur: SsoSettings, rahasia: str, jawaban: Mapping[str, str]) -> Identitas:
    """Who came back with this answer. Raises SsoRefused and SsoUnavailable."""
    if not hmac.compare_digest(jawaban.get("state", "").encode(), derived(rahasia, "state").encode()):
        raise SsoRefused("state")
    if "error" in jawaban or "code" not in jawaban:
        raise SsoRefused("error")
    keterangan = _metadata(atur)
    wajib = keterangan.get("authorization_response_iss_parameter_supported") is True
    if jawaban.get("iss", None if wajib else atur.penerbit) != atur.penerbit:
        raise SsoRefused("iss")
    klien = _client(atur, keterangan)
    token = _token(klien, keterangan, jawaban["code"], derived(rahasia, "verifier"))
    klaim = _claims(atur, keterangan, token, derived(rahasia, "nonce"))
    if atur.klaim not in klaim and "userinfo_endpoint" in keterangan:
        klaim = _userinfo(keterangan, token, klaim["sub"]) | klaim
    return baca_identitas(atur.penerbit, klaim, atur.klaim)


def _client(atur: SsoSettings, keterangan: Mapping[str, Any] | None = None) -> OAuth2Session:
    cara = (keterangan or {}).get("token_endpoint_auth_methods_supported") or ["client_secret_basic"]
    dipakai = "client_secret_basic" if "client_secret_basic" in cara else "client_secret_post"
    return OAuth2Session(
        atur.klien,
        atur.rahasia or None,
        token_endpoint_auth_method=dipakai if atur.rahasia else "none",
        scope=SCOPE,
        redirect_uri=atur.kembali,
        code_challenge_method="S256",
    )


def _metadata(atur: SsoSettings) -> dict[str, Any]:
    isi = _json(f"{atur.penerbit.rstrip('/')}{METADATA}")
    wajib = ("authorization_endpoint", "token_endpoint", "jwks_uri")
    if isi.get("issuer") != atur.penerbit or not all(is_safe(str(isi.get(satu, ""))) for satu in wajib):
        raise SsoUnavailable("metadata")
    return isi


def _json(alamat: str, kepala: Mapping[str, str] | None = None) -> dict[str, Any]:
    try:
        jawaban = requests.get(alamat, headers=kepala, timeout=TIMEOUT, allow_redirects=False)
        isi = jawaban.json()
    except requests.RequestException as error:
        raise SsoUnavailable(type(error).__name__) from error
    if jawaban.status_code != requests.codes.ok or not isinstance(isi, dict):
        raise SsoUnavailable(str(jawaban.status_code))
    return isi


def _token(klien: OAuth2Session, keterangan: Mapping[str, Any], kode: str, verifier: str) -> dict[str, Any]:
    try:
        token: dict[str, Any] = klien.fetch_token(
            keterangan["token_endpoint"],
            grant_type="authorization_code",
            code=kode,
            code_verifier=verifier,
            timeout=TIMEOUT,
            allow_redirects=False,
        )
    except AuthlibBaseError as error:
        raise SsoRefused(str(error.error)) from error
    except (requests.RequestException, ValueError) as error:
        raise SsoUnavailable(type(error).__name__) from error
    return token


def _claims(atur: SsoSettings, keterangan: Mapping[str, Any], token: Mapping[str, Any], nonce: str) -> dict[str, Any]:
    """What the signed token says, once everything about it is right. Raises SsoRefused."""
    pilihan = {"iss": {"essential": True, "value": atur.penerbit}, "aud": {"essential": True, "value": atur.klien}}
    parameter = {"nonce": nonce, "client_id": atur.klien, "access_token": token.get("access_token")}
    kunci = _json(keterangan["jwks_uri"])
    try:
        dibuka = jwt.decode(str(token["id_token"]), KeySet.import_key_set(kunci), algorithms=list(SIGNATURES))  # type: ignore[arg-type]
        klaim = CodeIDToken(dibuka.claims, dibuka.header, options=pilihan, params=parameter)
        klaim.validate(leeway=int(SKEW.total_seconds()))
    except (JoseError, ValueError, KeyError, TypeError) as error:
        raise SsoRefused(f"id_token: {type(error).__name__}") from error
    if not isinstance(klaim["sub"], str) or not klaim["sub"]:
        raise SsoRefused("sub")
    return dict(klaim)


def _userinfo(keterangan: Mapping[str, Any], token: Mapping[str, Any], subjek: str) -> dict[str, Any]:
    """What the provider says beside the token; the signed claims go before it. Raises SsoRefused for another person."""
    alamat = str(keterangan["userinfo_endpoint"])
    if not is_safe(alamat):
        raise SsoUnavailable("userinfo")
    isi = _json(alamat, {"Authorization": f"Bearer {token.get('access_token')}"})
    if isi.get("sub") != subjek:
        raise SsoRefused("userinfo")
    return isi
