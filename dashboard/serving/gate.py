"""In *Instansi* nothing of the dashboard is served before somebody has logged in: not a page, not a websocket.

The scripts and styles of Streamlit hold no data and are left open; so are the pages of logging in and the health
checks.
"""

from urllib.parse import urlencode

from starlette.concurrency import run_in_threadpool
from starlette.requests import HTTPConnection
from starlette.responses import HTMLResponse, PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from dashboard.components.akun.halaman import no_post_page
from dashboard.services.akun.masuk import SiapaMasuk
from dashboard.serving.logged_in import COOKIE, NOT_LOGGED_IN, who

LOGIN, LOGOUT, PASSWORD = "/masuk", "/keluar", "/sandi"
SSO, SSO_BACK = "/masuk/sso", "/masuk/sso/kembali"
OPEN = frozenset({LOGIN, LOGOUT, PASSWORD, SSO, SSO_BACK, "/sehat", "/siap"})
OPEN_FOLDERS = ("/static/", "/app/static/")
SEE_OTHER = 303


class LoginGate:
    """Lets through who is logged in and holds a post; everybody else gets to the page that says what is missing."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] not in {"http", "websocket"} or _open(scope):
            await self._app(scope, receive, send)
            return
        satu = await run_in_threadpool(who, HTTPConnection(scope).cookies.get(COOKIE))
        if satu is not None and satu.pelaku is not None:
            await self._app(scope, receive, send)
        elif scope["type"] == "websocket":
            await receive()
            await send({"type": "websocket.close", "code": 1008, "reason": NOT_LOGGED_IN})
        else:
            await _answer(scope, satu)(scope, receive, send)


def _open(scope: Scope) -> bool:
    jalur: str = scope["path"]
    return scope["type"] == "http" and (jalur in OPEN or (jalur.startswith(OPEN_FOLDERS) and ".." not in jalur))


def _answer(scope: Scope, satu: SiapaMasuk | None) -> Response:
    kepala = {"Cache-Control": "no-store"}
    if "text/html" not in HTTPConnection(scope).headers.get("accept", ""):
        return PlainTextResponse(NOT_LOGGED_IN, 401, headers=kepala)
    if satu is None:
        tanya = scope["query_string"].decode("latin-1")
        ke = f"{scope['path']}?{tanya}" if tanya else scope["path"]
        return RedirectResponse(f"{LOGIN}?{urlencode({'ke': ke})}", SEE_OTHER, kepala)
    if satu.akun.ganti_sandi:
        return RedirectResponse(PASSWORD, SEE_OTHER, kepala)
    return HTMLResponse(no_post_page(satu.akun.nama), 403, headers=kepala)
