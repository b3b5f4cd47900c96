"""A browser reduced to what the server sees of it: a websocket that asks for reruns and waits for their end."""

from contextlib import ExitStack
from dataclasses import dataclass, field
from time import perf_counter
from types import TracebackType
from typing import Self
from urllib.parse import urlsplit

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.sync.client import ClientConnection, connect
from websockets.typing import Subprotocol

TUNGGU_DETIK = 60.0
BERHASIL = ForwardMsg.ScriptFinishedStatus.FINISHED_SUCCESSFULLY


@dataclass(frozen=True, slots=True)
class Jalan:
    """One run as the client saw it: seconds from asking to the end, messages and bytes received."""

    detik: float
    pesan: int
    bita: int


@dataclass
class Klien:
    """One visitor's session. ``with Klien(url, "instansi=PASER") as klien: klien.jalankan()`` ."""

    url: str
    tanya: str = ""
    halaman: str = ""
    _tutup: ExitStack = field(init=False, default_factory=ExitStack)
    _soket: ClientConnection = field(init=False)
    _sidik_halaman: str = field(init=False, default="")

    def __enter__(self) -> Self:
        alamat = urlsplit(self.url)
        sambungan = connect(
            f"ws://{alamat.netloc}/_stcore/stream",
            subprotocols=[Subprotocol("streamlit")],
            max_size=None,
            compression=None,
            open_timeout=TUNGGU_DETIK,
            proxy=None,
        )
        self._soket = self._tutup.enter_context(sambungan)
        return self

    def __exit__(
        self, jenis: type[BaseException] | None, galat: BaseException | None, jejak: TracebackType | None
    ) -> None:
        self._tutup.close()

    def jalankan(self) -> Jalan:
        """Ask for one run of the page and wait for its end. Raises RuntimeError when the page failed."""
        mulai = perf_counter()
        self._soket.send(self._permintaan())
        pesan = bita = 0
        while True:
            isi = self._soket.recv(timeout=TUNGGU_DETIK, decode=False)
            terima = ForwardMsg.FromString(isi)
            pesan, bita = pesan + 1, bita + len(isi)
            self._perhatikan(terima)
            if terima.WhichOneof("type") == "script_finished" and terima.script_finished == BERHASIL:
                return Jalan(perf_counter() - mulai, pesan, bita)

    def _permintaan(self) -> bytes:
        permintaan = BackMsg()
        permintaan.rerun_script.query_string = self.tanya
        if self._sidik_halaman:
            permintaan.rerun_script.page_script_hash = self._sidik_halaman
        else:
            permintaan.rerun_script.page_name = self.halaman
        isi: bytes = permintaan.SerializeToString()
        return isi

    def _perhatikan(self, pesan: ForwardMsg) -> None:
        if pesan.HasField("navigation"):
            self._sidik_halaman = pesan.navigation.page_script_hash
        if pesan.HasField("page_info_changed"):
            self.tanya = pesan.page_info_changed.query_string
        if pesan.HasField("delta") and "dk-galat" in pesan.delta.new_element.html.body:
            raise RuntimeError("the page failed; see the server's output")
