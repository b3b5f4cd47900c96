"""The routes of logging in, in *Instansi* only: a real request sets the cookie, since a script of Streamlit cannot.

The cookie holds a key and nothing else. Forms are taken from our own pages alone (Origin), and a login always makes a
new key, so that nobody can be given one beforehand.
"""

from collections.abc import Collection
from functools import partial
from http import HTTPStatus
from urllib.parse import parse_qsl, urlsplit

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.routing import Route

from dashboard.components.akun.halaman import login_page, logout_page, password_page
from dashboard.domain.akun.nama import AkunDitolak
from dashboard.services.akun.masuk import MasukDitolak, ganti_sandi, keluar, keluar_di_mana_pun, masuk
from dashboard.serving.gate import LOGIN, LOGOUT, PASSWORD
from dashboard.serving.logged_in import COOKIE, who
from dashboard.serving.login_answers import NO_STORE, SEE_OTHER, ours, page, secure, with_key
from dashboard.serving.sso.routes import sso_link, sso_routes
from data_access.engine import make_engine

FORM_BYTES, FIELDS = 8_192, 10
FOREIGN_FORM = "Formulir ini tidak berasal dari dasbor. Buka lagi halaman masuknya."
TOO_LARGE = "Isian terlalu panjang."


def login_routes(pages: Collection[str]) -> list[Route]:
    """The routes; after logging in somebody gets to one of `pages`."""
    return [
        Route(LOGIN, partial(log_in, pages=frozenset(pages)), methods=["GET", "POST"]),
        Route(LOGOUT, log_out, methods=["GET", "POST"]),
        Route(PASSWORD, change_password, methods=["GET", "POST"]),
        *sso_routes(pages),
    ]


async def log_in(request: Request, pages: frozenset[str]) -> Response:
    """The form; sent in, a cookie and the page that was asked for."""
    if request.method == "GET":
        ke = ours(request.query_params.get("ke", ""), pages)
        return page(login_page(ke, sso=sso_link(ke)))
    form = await _form(request)
    if isinstance(form, Response):
        return form
    ke, nama = ours(form.get("ke", ""), pages), form.get("nama_masuk", "")
    try:
        hasil = await run_in_threadpool(masuk, make_engine(), nama, form.get("sandi", ""), _address(request))
    except MasukDitolak as ditolak:
        return page(login_page(ke, str(ditolak), nama, sso_link(ke)), 403)
    if lama := request.cookies.get(COOKIE):
        await run_in_threadpool(keluar, make_engine(), lama)
    return with_key(request, RedirectResponse(PASSWORD if hasil.ganti_sandi else ke, SEE_OTHER), hasil.kunci)


async def log_out(request: Request) -> Response:
    """Asks; sent in, the login ends, or all of the account."""
    if request.method == "GET":
        return page(logout_page())
    form = await _form(request)
    if isinstance(form, Response):
        return form
    if kunci := request.cookies.get(COOKIE):
        await run_in_threadpool(keluar_di_mana_pun if form.get("di") == "semua" else keluar, make_engine(), kunci)
    jawaban = RedirectResponse(LOGIN, SEE_OTHER, NO_STORE)
    jawaban.delete_cookie(COOKIE, path="/", httponly=True, samesite="lax", secure=secure(request))
    return jawaban


async def change_password(request: Request) -> Response:
    """The form; sent in, a new key for this browser and none for the others."""
    satu = await run_in_threadpool(who, request.cookies.get(COOKIE))
    if satu is None:
        return RedirectResponse(LOGIN, SEE_OTHER, NO_STORE)
    if satu.akun.sandi is None:  # comes in through SSO alone
        return RedirectResponse("/", SEE_OTHER, NO_STORE)
    wajib = satu.akun.ganti_sandi
    if request.method == "GET":
        return page(password_page(wajib=wajib))
    form = await _form(request)
    if isinstance(form, Response):
        return form
    try:
        if form.get("baru") != form.get("ulang"):
            raise AkunDitolak("Kedua sandi baru tidak sama.")
        isi = (request.cookies[COOKIE], form.get("lama", ""), form.get("baru", ""), _address(request))
        hasil = await run_in_threadpool(ganti_sandi, make_engine(), *isi)
    except (MasukDitolak, AkunDitolak) as ditolak:
        return page(password_page(wajib=wajib, salah=str(ditolak)), 403)
    return with_key(request, RedirectResponse("/", SEE_OTHER), hasil.kunci)


async def _form(request: Request) -> dict[str, str] | Response:
    """What was typed, or why it is not taken."""
    asal = request.headers.get("origin")
    if asal is None or urlsplit(asal).netloc != request.headers.get("host"):
        return PlainTextResponse(FOREIGN_FORM, 403)
    isi = bytearray()
    async for bagian in request.stream():
        isi += bagian
        if len(isi) > FORM_BYTES:
            return PlainTextResponse(TOO_LARGE, 413)
    try:
        return dict(parse_qsl(isi.decode("ascii"), keep_blank_values=True, errors="strict", max_num_fields=FIELDS))
    except ValueError:
        return PlainTextResponse(FOREIGN_FORM, HTTPStatus.BAD_REQUEST)


def _address(request: Request) -> str:
    return request.client.host if request.client else "setempat"
