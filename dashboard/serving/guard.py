"""Who is let in: this computer only, under the names it has, and no page of another site.

The guard sits in the application, since whoever starts uvicorn can bind it to any address. Without it a page elsewhere
could point its own name at 127.0.0.1 and read everything through the visitor's browser (DNS rebinding).
"""

from ipaddress import ip_address
from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

NAMES = frozenset({"localhost", "127.0.0.1", "::1"})
CLOSED = frozenset({"/_stcore/metrics"})
FOREIGN_NAME = "Nama itu bukan nama dasbor ini. Buka dasbor di http://127.0.0.1 dengan nomor portnya."
OTHER_COMPUTER = (
    "Dasbor ini belum mempunyai akun pengguna, jadi hanya melayani komputer tempat ia dijalankan. "
    "Jalankan di komputer Anda sendiri: python3 run.py"
)
FOREIGN_PAGE = "Halaman situs lain tidak boleh membuka dasbor ini."
NOT_SERVED = "Alamat itu tidak dilayani."


class OnlyThisComputer:
    """Refuses requests and websockets that come from elsewhere, by another name, or out of another site's page.

    Streamlit would refuse a foreign page too, but only after asking an outside service for this machine's address.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        alasan = refusal(scope) if scope["type"] in {"http", "websocket"} else None
        if alasan is None:
            await self._app(scope, receive, send)
        elif scope["type"] == "websocket":
            await receive()
            await send({"type": "websocket.close", "code": 1008, "reason": alasan[:100]})
        else:
            await PlainTextResponse(alasan, 403)(scope, receive, send)


def refusal(scope: Scope) -> str | None:
    """Why that request is not answered, as a sentence for who made it; None when it is."""
    kepala = Headers(scope=scope)
    if not all(_is_here(scope.get(ujung)) for ujung in ("server", "client")):
        return OTHER_COMPUTER
    if urlsplit(f"//{kepala.get('host', '')}").hostname not in NAMES:
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
