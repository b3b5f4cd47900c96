"""Who is let in: this computer by its own names, with accounts others by the names given, and no other site's page.

The guard sits in the application, since whoever starts uvicorn can bind it to any address. Without it a page elsewhere
could point its own name at 127.0.0.1 and read everything through the visitor's browser (DNS rebinding).
"""

from ipaddress import ip_address
from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from dashboard.mode import Mode

ALONE = Mode()
NAMES = frozenset({"localhost", "127.0.0.1", "::1"})
CLOSED = frozenset({"/_stcore/metrics"})
FOREIGN_NAME = "Nama itu bukan nama dasbor ini. Buka dasbor di http://127.0.0.1 dengan nomor portnya."
OTHER_COMPUTER = (
    "Dasbor ini berjalan tanpa akun, jadi hanya melayani komputer tempat ia dijalankan. Jalankan di komputer Anda "
    "sendiri: python3 run.py; untuk melayani komputer lain, jalankan dengan akun: python3 run.py instansi"
)
FOREIGN_PAGE = "Halaman situs lain tidak boleh membuka dasbor ini."
NOT_SERVED = "Alamat itu tidak dilayani."


class Guard:
    """Refuses requests and websockets that come from elsewhere, by another name, or out of another site's page.

    Streamlit would refuse a foreign page too, but only after asking an outside service for this machine's address.
    """

    def __init__(self, app: ASGIApp, mode: Mode) -> None:
        self._app, self._mode = app, mode

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        alasan = refusal(scope, self._mode) if scope["type"] in {"http", "websocket"} else None
        if alasan is None:
            await self._app(scope, receive, send)
        elif scope["type"] == "websocket":
            await receive()
            await send({"type": "websocket.close", "code": 1008, "reason": alasan[:100]})
        else:
            await PlainTextResponse(alasan, 403)(scope, receive, send)


def refusal(scope: Scope, mode: Mode = ALONE) -> str | None:
    """Why that request is not answered, as a sentence for who made it; None when it is."""
    kepala = Headers(scope=scope)
    if not mode.accounts and not all(_is_here(scope.get(ujung)) for ujung in ("server", "client")):
        return OTHER_COMPUTER
    if urlsplit(f"//{kepala.get('host', '')}").hostname not in NAMES | mode.names:
        return FOREIGN_NAME
    asal = kepala.get("origin")
    if scope["type"] == "websocket" and asal is not None and urlsplit(asal).netloc != kepala["host"]:
        return FOREIGN_PAGE
    return NOT_SERVED if scope["path"] in CLOSED else None


def _is_here(ujung: tuple[str, int | None] | None) -> bool:
    """Whether that end of the connection is this computer: a loopback address, or a socket in its file system."""
    if ujung is None or ujung[1] is None:
        return True
    try:
        return ip_address(ujung[0]).is_loopback
    except ValueError:
        return False
