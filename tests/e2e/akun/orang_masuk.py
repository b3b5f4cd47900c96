"""Somebody logged in, as the server sees them: a websocket that reads what is sent and may send what it likes."""

import json
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from ssl import SSLContext
from urllib.request import HTTPSHandler, ProxyHandler, Request, build_opener

from sqlalchemy import Engine
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.Element_pb2 import Element
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState

from dashboard.domain.dasar.hak import Peran
from dashboard.services.akun import kelola
from dashboard.services.akun.kelola import PermintaanTugas
from dashboard.services.akun.masuk import ganti_sandi, masuk
from dashboard.services.jam import hari_ini
from dashboard.serving.logged_in import COOKIE
from tests.data_access.akun.orang_uji import ADMIN, ALAMAT, SANDI
from tests.dua_bidang import ORANG
from tests.klien import Klien

TOMBOL = ("button", "download_button")
TEKS = ("text_input", "text_area", "selectbox")


@dataclass
class OrangMasuk(Klien):
    """What was sent in the last run: its raw messages, elements by their place, and files on offer."""

    mentah: bytes = b""
    elemen: list[Element] = field(default_factory=list)

    def buka(self, *keadaan: WidgetState) -> bytes:
        """Run the page with these widget states beside the address; returns everything that was sent."""
        self.mentah, self.elemen = b"", []
        self.jalankan(keadaan)
        return self.mentah

    def unduhan(self) -> Iterator[bytes]:
        """What every file holds that the last run offers, packed ones unpacked."""
        for satu in self.elemen:
            tombol = satu.download_button
            if tombol.deferred_file_id:
                yield self._ambil(self._susun(tombol.deferred_file_id))
            elif tombol.url:
                yield self._ambil(tombol.url)

    def _susun(self, id_berkas: str) -> str:
        minta = BackMsg()
        minta.backend_operation_request.request_id = id_berkas
        minta.backend_operation_request.session_id = self.sesi
        minta.backend_operation_request.deferred_file.file_id = id_berkas
        self._soket.send(minta.SerializeToString())
        while True:
            jawab = ForwardMsg.FromString(self._soket.recv(timeout=60, decode=False))
            if jawab.HasField("backend_operation_response"):
                assert not jawab.backend_operation_response.error_msg, jawab
                return str(jawab.backend_operation_response.deferred_file.url)

    def _ambil(self, url: str) -> bytes:
        minta = Request(f"{self.url}{url}", headers=dict(self.kepala))
        with build_opener(ProxyHandler({}), HTTPSHandler(context=self.ssl)).open(minta, timeout=60) as jawab:
            isi: bytes = jawab.read()
        if not isi.startswith(b"PK"):
            return isi
        with zipfile.ZipFile(BytesIO(isi)) as paket:
            return b"\n".join(paket.read(nama) for nama in paket.namelist())

    def _perhatikan(self, pesan: ForwardMsg) -> None:
        super()._perhatikan(pesan)
        self.mentah += pesan.SerializeToString()
        if pesan.HasField("delta") and pesan.delta.HasField("new_element"):
            self.elemen.append(pesan.delta.new_element)


def masuk_sebagai(
    url: str, kunci: str, halaman: str, tanya: str, *, lanjutan: str = "", ssl: SSLContext | None = None
) -> OrangMasuk:
    """A page of the server at `url` with the key of a login in its cookie."""
    return OrangMasuk(url, tanya, halaman, {"Cookie": f"{COOKIE}={kunci}"}, ssl, lanjutan)


def kunci_setiap_peran(engine: Engine) -> dict[Peran, str]:
    """Accounts for one person of each role in the agency of two divisions; returns the key of each one's login."""
    kunci: dict[Peran, str] = {}
    for peran, p in ORANG.items():
        nama = peran.value.replace("_", "")
        awal = kelola.buat_akun(engine, ADMIN, nama, p.nama)
        kelola.tugaskan(engine, ADMIN, PermintaanTugas(nama, peran, p.instansi, p.unit, hari_ini()))
        if p.nip:
            kelola.catat_nip(engine, ADMIN, nama, p.nip)
        kunci[peran] = ganti_sandi(engine, masuk(engine, nama, awal, ALAMAT).kunci, awal, SANDI, ALAMAT).kunci
    return kunci


def id_widget(satu: Element) -> str:
    """The id of an element that takes input, empty for others."""
    jenis = satu.WhichOneof("type")
    return str(getattr(getattr(satu, jenis), "id", "")) if jenis else ""


def tekanan(satu: Element) -> WidgetState | None:
    """That button pressed; None for what is no button."""
    jenis = satu.WhichOneof("type")
    return WidgetState(id=id_widget(satu), trigger_value=True) if jenis in TOMBOL else None


def tulisan(satu: Element, isi: str) -> WidgetState | None:
    """That text or choice set to `isi`, whatever its options are; None for another kind of element."""
    jenis = satu.WhichOneof("type")
    return WidgetState(id=id_widget(satu), string_value=isi) if jenis in TEKS else None


def kiriman(satu: Element, nama: str, isi: object) -> WidgetState | None:
    """What a component of our own sends to the server; None for any other element."""
    if satu.WhichOneof("type") != "bidi_component":
        return None
    pemicu = f"$$STREAMLIT_INTERNAL_KEY_{satu.bidi_component.id}__events"
    return WidgetState(id=pemicu, json_trigger_value=json.dumps([{"event": nama, "value": isi}]))
