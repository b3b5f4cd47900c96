"""The way between browser and server with a gate in it: answers wait until they are let through.

What a slow network or a busy machine does now and then happens here at a known moment.
"""

from dataclasses import dataclass, field

from playwright.sync_api import Page, WebSocketRoute
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

LANGKAH_MILIDETIK = 20


@dataclass
class SaluranTertahan:
    """``pasang`` before the page is opened; ``tahan`` keeps every answer back, ``lepas`` hands them over in order."""

    selesai: int = 0
    """Runs that the server ended since the gate was closed."""
    _tertutup: bool = False
    _tertahan: list[str | bytes] = field(default_factory=list)
    _peramban: WebSocketRoute | None = None

    def pasang(self, page: Page) -> None:
        page.route_web_socket(lambda url: "/_stcore/stream" in url, self._hubungkan)

    def tahan(self) -> None:
        self._tertutup, self.selesai = True, 0

    def lepas(self) -> None:
        assert self._peramban is not None
        self._tertutup = False
        for pesan in self._tertahan:
            self._peramban.send(pesan)
        self._tertahan.clear()

    def tunggu_selesai(self, page: Page, jumlah: int) -> None:
        """Return when the server has ended that many runs, of which the browser knows nothing yet."""
        for _ in range(20_000 // LANGKAH_MILIDETIK):
            if self.selesai >= jumlah:
                return
            page.wait_for_timeout(LANGKAH_MILIDETIK)  # lets the messages of the socket arrive here
        raise AssertionError(f"only {self.selesai} of {jumlah} runs ended")

    def _hubungkan(self, peramban: WebSocketRoute) -> None:
        self._peramban = peramban
        peramban.connect_to_server().on_message(self._terima)

    def _terima(self, pesan: str | bytes) -> None:
        assert self._peramban is not None
        if not self._tertutup:
            self._peramban.send(pesan)
            return
        self._tertahan.append(pesan)
        if isinstance(pesan, bytes) and ForwardMsg.FromString(pesan).WhichOneof("type") == "script_finished":
            self.selesai += 1
