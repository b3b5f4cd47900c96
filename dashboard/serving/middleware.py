"""What wraps every answer: security headers, compressed assets and no strange addresses.

Plain ASGI classes: Starlette's BaseHTTPMiddleware would copy each body through a task of its own.
"""

import gzip
from collections.abc import Callable, Collection

from anyio import to_thread
from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import HTMLResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

TEXT_STATICS = (".js", ".css", ".svg", ".json", ".map")


def content_policy(sidik: list[str]) -> str:
    """The content policy: only this server, scripts by file or by hash; styles inline because Streamlit's are."""
    return "; ".join(
        (
            "default-src 'self'",
            f"script-src 'self' blob: {' '.join(sidik)}".rstrip(),
            "style-src 'self' 'unsafe-inline'",
            "img-src 'self' data: blob:",
            "font-src 'self' data:",
            "connect-src 'self'",
            "worker-src 'self' blob:",
            "frame-src 'self' data: blob:",
            "frame-ancestors 'self'",
            "form-action 'self'",
            "object-src 'none'",
            "base-uri 'self'",
        )
    )


class SecurityHeaders:
    """Adds the security headers to every HTTP answer."""

    def __init__(self, app: ASGIApp, sidik: list[str]) -> None:
        self._app = app
        self._kepala = {
            "Content-Security-Policy": content_policy(sidik),
            "X-Content-Type-Options": "nosniff",
            "X-Frame-Options": "SAMEORIGIN",
            "Referrer-Policy": "same-origin",
            "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=()",
            "Cross-Origin-Opener-Policy": "same-origin",
        }

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def kirim(pesan: Message) -> None:
            if pesan["type"] == "http.response.start":
                MutableHeaders(scope=pesan).update(self._kepala)
            await send(pesan)

        await self._app(scope, receive, kirim if scope["type"] == "http" else send)


class CompressedStatics:
    """Sends Streamlit's own scripts and styles compressed: 3 MB instead of 9 MB on a first visit.

    Each file is compressed once and kept; their names carry a hash of their content, so they never change.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app
        self._simpanan: dict[str, Response] = {}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if not _compressible(scope):
            await self._app(scope, receive, send)
            return
        jawaban = self._simpanan.get(scope["path"]) or await self._ambil(scope, receive)
        await jawaban(scope, receive, send)

    async def _ambil(self, scope: Scope, receive: Receive) -> Response:
        awal: Message = {}
        isi = bytearray()

        async def tampung(pesan: Message) -> None:
            if pesan["type"] == "http.response.start":
                awal.update(pesan)
            else:
                isi.extend(pesan.get("body", b""))

        await self._app(scope, receive, tampung)
        kepala = Headers(raw=awal["headers"])
        jawaban = Response(bytes(isi), awal["status"])
        jawaban.raw_headers = list(kepala.raw)
        mentah = "content-encoding" not in kepala  # Streamlit compresses our own static files itself
        if awal["status"] == 200 and mentah and not kepala.get("content-type", "").startswith("text/html"):
            jawaban.body = await to_thread.run_sync(gzip.compress, jawaban.body, 6)
            jawaban.headers["Content-Length"] = str(len(jawaban.body))
            jawaban.headers["Content-Encoding"] = "gzip"
            jawaban.headers.add_vary_header("Accept-Encoding")
            self._simpanan[scope["path"]] = jawaban
        return jawaban


class OnlyOurPages:
    """Answers 404 with a page of ours where Streamlit would open the first page and complain in a window over it."""

    def __init__(self, app: ASGIApp, pages: Collection[str], page: Callable[[str], str]) -> None:
        self._app, self._pages, self._page = app, frozenset(pages), page

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["path"] in self._pages:
            await self._app(scope, receive, send)
            return
        salah = False

        async def kirim(pesan: Message) -> None:
            nonlocal salah
            if pesan["type"] == "http.response.start":
                salah = Headers(raw=pesan["headers"]).get("content-type", "").startswith("text/html")
            if not salah:
                await send(pesan)

        await self._app(scope, receive, kirim)
        if salah:
            await HTMLResponse(self._page(scope["path"]), 404)(scope, receive, send)


def _compressible(scope: Scope) -> bool:
    if scope["type"] != "http" or scope["method"] != "GET":
        return False
    if "/static/" not in scope["path"] or not scope["path"].endswith(TEXT_STATICS):
        return False
    kepala = Headers(scope=scope)
    return "gzip" in kepala.get("accept-encoding", "") and "range" not in kepala and "if-none-match" not in kepala
