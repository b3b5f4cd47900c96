"""What every answer of logging in keeps to: not stored, only to pages of ours, the key of a login in a safe cookie."""

from typing import Any
from urllib.parse import urlsplit

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from dashboard.serving.logged_in import COOKIE

SEE_OTHER = 303
NO_STORE = {"Cache-Control": "no-store"}


def ours(ke: str, pages: frozenset[str]) -> str:
    """Where to go afterwards: one of our pages, never elsewhere."""
    bagian = urlsplit(ke)
    if bagian.scheme or bagian.netloc or bagian.path not in pages or "\\" in ke:
        return "/"
    return f"{bagian.path}?{bagian.query}" if bagian.query else bagian.path


def page(html: str, status: int = 200) -> Response:
    """A page of ours."""
    return HTMLResponse(html, status, headers=NO_STORE)


def with_key(request: Request, jawaban: Response, kunci: str) -> Response:
    """The answer with the key of a login in it."""
    pilihan: dict[str, Any] = {"path": "/", "httponly": True, "samesite": "lax", "secure": secure(request)}
    jawaban.set_cookie(COOKIE, kunci, **pilihan)
    jawaban.headers.update(NO_STORE)
    return jawaban


def secure(request: Request) -> bool:
    """Whether the browser came over TLS."""
    return request.url.scheme == "https"
