"""The way to the provider and back. What comes back ends in the same login as a password: one key, one table.

Whatever fails leads to the login page with a sentence: the local way stays open. The reason goes to the log.
"""

import base64
import logging
import secrets
from binascii import Error as NotBase64
from collections.abc import Collection
from functools import partial
from urllib.parse import urlencode

from anyio import CapacityLimiter, to_thread
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from dashboard.components.akun.halaman import SsoLink, login_page, sso_unknown_page
from dashboard.services.akun.masuk import keluar
from dashboard.services.akun.sso import TidakTerhubung, masuk_sso
from dashboard.serving.gate import LOGIN, PASSWORD, SSO, SSO_BACK
from dashboard.serving.logged_in import COOKIE
from dashboard.serving.login_answers import SEE_OTHER, ours, page, secure, with_key
from dashboard.serving.sso.provider import SsoRefused, SsoUnavailable, authorization_address, identity
from dashboard.serving.sso.settings import SsoSettings, sso_settings
from data_access.engine import make_engine

LOG = logging.getLogger(__name__)
SSO_COOKIE, SECRET_BYTES, COOKIE_SECONDS = "dasbor_sso", 32, 600
LONGEST_ADDRESS = 2_000
LIMITER = CapacityLimiter(4)
"""A provider that hangs holds up nobody but those who come through it."""
UNAVAILABLE = "SSO tidak menjawab. Coba lagi sebentar lagi, atau masuk dengan nama masuk dan sandi dasbor."
REFUSED = "Masuk lewat SSO tidak selesai, atau terlalu lama. Mulai lagi dari halaman ini."


def sso_link(ke: str) -> SsoLink | None:
    """The button of the login page, at the address registered with the provider; None without SSO."""
    atur = sso_settings()
    return SsoLink(atur.nama, f"{atur.alamat}{SSO}?{urlencode({'ke': ke})}") if atur else None


def sso_routes(pages: Collection[str]) -> list[Route]:
    """The routes; after logging in somebody gets to one of `pages`. Raises SsoMisconfigured, at the start."""
    sso_settings()
    return [
        Route(SSO, partial(go_to_provider, pages=frozenset(pages)), methods=["GET"]),
        Route(SSO_BACK, partial(come_back, pages=frozenset(pages)), methods=["GET"]),
    ]


async def go_to_provider(request: Request, pages: frozenset[str]) -> Response:
    """To the provider, with the secret of this attempt in the browser."""
    atur, ke = sso_settings(), ours(request.query_params.get("ke", ""), pages)
    if atur is None:
        return RedirectResponse(LOGIN, SEE_OTHER)
    rahasia = secrets.token_urlsafe(SECRET_BYTES)
    try:
        alamat = await to_thread.run_sync(authorization_address, atur, rahasia, limiter=LIMITER)
    except SsoUnavailable as error:
        LOG.warning("the SSO provider does not answer: %s", error)
        return page(login_page(ke, UNAVAILABLE, sso=sso_link(ke)), 503)
    jawaban = RedirectResponse(alamat, SEE_OTHER, {"Cache-Control": "no-store"})
    isi = f"{rahasia}.{base64.urlsafe_b64encode(ke[:LONGEST_ADDRESS].encode()).decode()}"
    jawaban.set_cookie(SSO_COOKIE, isi, COOKIE_SECONDS, path=SSO, httponly=True, samesite="lax", secure=secure(request))
    return jawaban


async def come_back(request: Request, pages: frozenset[str]) -> Response:
    """From the provider, to the page that was asked for first. The secret of the attempt is gone afterwards."""
    atur = sso_settings()
    if atur is None:
        return RedirectResponse(LOGIN, SEE_OTHER)
    jawaban = await _come_back(request, atur, pages)
    jawaban.delete_cookie(SSO_COOKIE, path=SSO, httponly=True, samesite="lax", secure=secure(request))
    return jawaban


async def _come_back(request: Request, atur: SsoSettings, pages: frozenset[str]) -> Response:
    rahasia, ke = _attempt(request.cookies.get(SSO_COOKIE, ""), pages)
    try:
        if not rahasia:
            raise SsoRefused("no attempt of this browser")
        satu = await to_thread.run_sync(identity, atur, rahasia, dict(request.query_params), limiter=LIMITER)
        hasil = await run_in_threadpool(masuk_sso, make_engine(), satu)
    except SsoUnavailable as error:
        LOG.warning("the SSO provider does not answer: %s", error)
        return page(login_page(ke, UNAVAILABLE, sso=sso_link(ke)), 503)
    except SsoRefused as error:
        LOG.warning("a login through SSO was refused: %s", error)
        return page(login_page(ke, REFUSED, sso=sso_link(ke)), 403)
    except TidakTerhubung as error:
        return page(sso_unknown_page(str(error)), 403)
    if lama := request.cookies.get(COOKIE):
        await run_in_threadpool(keluar, make_engine(), lama)
    return with_key(request, RedirectResponse(PASSWORD if hasil.ganti_sandi else ke, SEE_OTHER), hasil.kunci)


def _attempt(kuki: str, pages: frozenset[str]) -> tuple[str, str]:
    """The secret of this browser's attempt and where it wanted to go; the latter is looked at again."""
    rahasia, _, ke = kuki.partition(".")
    try:
        return rahasia, ours(base64.urlsafe_b64decode(ke).decode(), pages)
    except (NotBase64, ValueError):
        return rahasia, "/"
