"""A browser reduced to what the server sees of it: a websocket that asks for reruns and waits for their end."""

from collections.abc import Iterable, Mapping
from contextlib import ExitStack
from dataclasses import dataclass, field
from ssl import SSLContext
from time import perf_counter
from types import TracebackType
from typing import Self
from urllib.parse import urlsplit

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState
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
    kepala: Mapping[str, str] = field(default_factory=dict)
    """Further headers of the websocket, such as the cookie of a login."""
    ssl: SSLContext | None = None
    """What to trust where the address is one of TLS."""
    lanjutan: str = ""
    """The session to go on with, as a browser names it after a lost connection."""
    _tutup: ExitStack = field(init=False, default_factory=ExitStack)
    _soket: ClientConnection = field(init=False)
    _sidik_halaman: str = field(init=False, default="")
    sesi: str = field(init=False, default="")
    """The name of the session, as the server gave it."""
    _widget: dict[str, str] = field(init=False, default_factory=dict)

    def __enter__(self) -> Self:
        alamat = urlsplit(self.url)
        protokol = ("streamlit", "-", self.lanjutan) if self.lanjutan else ("streamlit",)
        sambungan = connect(
            f"{'wss' if self.ssl else 'ws'}://{alamat.netloc}/_stcore/stream",
            ssl=self.ssl,
            subprotocols=[Subprotocol(satu) for satu in protokol],
            max_size=None,
            compression=None,
            open_timeout=TUNGGU_DETIK,
            proxy=None,
            additional_headers=self.kepala,
        )
        self._soket = self._tutup.enter_context(sambungan)
        return self

    def __exit__(
        self, jenis: type[BaseException] | None, error: BaseException | None, jejak: TracebackType | None
    ) -> None:
        self._tutup.close()

    def jalankan(self, keadaan: Iterable[WidgetState] = (), **sentuh: str) -> Jalan:
        """Ask for one run of the page and wait for its end. Raises RuntimeError when the page failed.

        `sentuh` are widgets touched before, by their keys: ``jalankan(triwulan="II")``; a widget that holds a list
        of choices gets that one. Raises KeyError on a widget the page has not drawn. `keadaan` are states as the
        browser sends them, of whatever widget.
        """
        isi = self._permintaan(keadaan, sentuh)
        mulai = perf_counter()
        self._soket.send(isi)
        pesan = bita = 0
        while True:
            isi = self._soket.recv(timeout=TUNGGU_DETIK, decode=False)
            terima = ForwardMsg.FromString(isi)
            pesan, bita = pesan + 1, bita + len(isi)
            self._perhatikan(terima)
            if terima.WhichOneof("type") == "script_finished" and terima.script_finished == BERHASIL:
                return Jalan(perf_counter() - mulai, pesan, bita)

    def _permintaan(self, keadaan: Iterable[WidgetState], sentuh: Mapping[str, str]) -> bytes:
        permintaan = BackMsg()
        permintaan.rerun_script.widget_states.widgets.extend(keadaan)
        for kunci, nilai in sentuh.items():
            widget = permintaan.rerun_script.widget_states.widgets.add(id=self._widget[kunci])
            widget.string_array_value.data.append(nilai)
        permintaan.rerun_script.query_string = self.tanya
        if self._sidik_halaman:
            permintaan.rerun_script.page_script_hash = self._sidik_halaman
        else:
            permintaan.rerun_script.page_name = self.halaman
        isi: bytes = permintaan.SerializeToString()
        return isi

    def _perhatikan(self, pesan: ForwardMsg) -> None:
        if pesan.HasField("new_session"):
            self.sesi = pesan.new_session.initialize.session_id
        if pesan.HasField("navigation"):
            self._sidik_halaman = pesan.navigation.page_script_hash
        if pesan.HasField("page_info_changed"):
            self.tanya = pesan.page_info_changed.query_string
        if not pesan.HasField("delta"):
            return
        elemen = pesan.delta.new_element
        jenis = elemen.WhichOneof("type")
        id_widget = str(getattr(getattr(elemen, jenis), "id", "")) if jenis else ""
        if id_widget.startswith("$$ID-"):
            self._widget[id_widget.split("-", 2)[2]] = id_widget
        if "dk-kosong dk-galat" in elemen.html.body:
            raise RuntimeError("the page failed; see the server's output")
