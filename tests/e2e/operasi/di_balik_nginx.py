"""The recipe of docs/operasi started for real: nginx with TLS, two processes of the dashboard, one database."""

import re
import ssl
import subprocess
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from threading import Event
from time import monotonic

import trustme

from tests.e2e.alat import HOST, ROOT, Server, free_port, running_server
from tests.lingkungan import is_root

RESEP = ROOT / "docs" / "operasi" / "nginx-dasbor.conf"
NAMA_RESEP, NAMA = "dasbor.kabupaten.example", "localhost"
SIAP_DETIK = 10
BUNGKUS = """
{pengguna}
daemon off;
pid {folder}/nginx.pid;
error_log {folder}/galat.log;
events {{ worker_connections 1024; }}
http {{
    log_format uji '$upstream_addr|$cookie_dasbor_masuk|$request';
    access_log {folder}/akses.log uji;
    client_body_temp_path {folder}/isi;
    proxy_temp_path {folder}/antara;
    fastcgi_temp_path {folder}/f;
    uwsgi_temp_path {folder}/u;
    scgi_temp_path {folder}/s;
    include {folder}/dasbor.conf;
}}
"""


@dataclass(frozen=True, slots=True)
class DiBalikNginx:
    """How it is reached, what to trust, and the processes behind it.

    `percaya_aliran` is for the websockets of the tests, which read and write one connection in two threads: OpenSSL
    promises nothing there, and under TLS 1.3 one request in fifty was lost on its way out.
    """

    url: str
    url_http: str
    percaya: ssl.SSLContext
    percaya_aliran: ssl.SSLContext
    hentikan_satu: Callable[[], None]
    folder: Path

    def pelayan(self, kunci: str) -> set[str]:
        """The processes that served whoever has this key of a login in the cookie."""
        baris = (satu.split("|") for satu in (self.folder / "akses.log").read_text().splitlines())
        return {alamat for alamat, punya, _ in baris if punya == kunci}


@contextmanager
def di_balik_nginx(folder: Path, nginx: Path, database_url: str) -> Iterator[DiBalikNginx]:
    """Two processes in *Instansi*, nginx before them with a certificate made here."""
    folder.chmod(0o755)  # nginx gives up being root
    with ExitStack() as tumpuk:
        variabel = {"DASBOR_MODE": "instansi", "DASBOR_NAMA": NAMA}
        proses, satu = [], tumpuk.enter_context(ExitStack())
        for nomor, tempat in (("satu", satu), ("dua", tumpuk)):
            (milik := folder / nomor).mkdir()
            proses.append(tempat.enter_context(running_server(milik, database_url, variables=variabel)))
        http, https = free_port(), free_port()
        konteks, konteks_aliran = _sertifikat(folder)
        konteks_aliran.maximum_version = ssl.TLSVersion.TLSv1_2
        (folder / "dasbor.conf").write_text(_isi_resep(folder, proses, http, https), encoding="utf-8")
        pengguna = "user www-data;" if is_root() else ""
        (folder / "nginx.conf").write_text(BUNGKUS.format(folder=folder, pengguna=pengguna), encoding="utf-8")
        tumpuk.enter_context(_menyala(folder, nginx))
        yield DiBalikNginx(
            f"https://{NAMA}:{https}", f"http://{NAMA}:{http}", konteks, konteks_aliran, satu.close, folder
        )


def _sertifikat(folder: Path) -> tuple[ssl.SSLContext, ssl.SSLContext]:
    """A certificate for the name in this folder; returns two who trust it."""
    ca = trustme.CA()
    milik = ca.issue_cert(NAMA, HOST)
    milik.private_key_pem.write_to_path(str(folder / "kunci.pem"))
    for bagian in milik.cert_chain_pems:
        bagian.write_to_path(str(folder / "rantai.pem"), append=True)
    konteks = ssl.create_default_context(), ssl.create_default_context()
    for satu in konteks:
        ca.configure_trust(satu)
    return konteks


def _isi_resep(folder: Path, proses: list[Server], http: int, https: int) -> str:
    """The recipe with what its first line tells to replace, each replacement seen to be needed."""
    isi = RESEP.read_text(encoding="utf-8")
    ganti = {
        NAMA_RESEP: NAMA,
        "/etc/ssl/dasbor": str(folder),
        "listen 80;": f"listen {HOST}:{http};",
        "listen 443 ssl;": f"listen {HOST}:{https} ssl;",
        "127.0.0.1:8501": proses[0].url.removeprefix("http://"),
        "127.0.0.1:8502": proses[1].url.removeprefix("http://"),
    }
    for lama, baru in ganti.items():
        assert lama in isi, lama
        isi = re.sub(re.escape(lama), baru, isi)
    return isi


@contextmanager
def _menyala(folder: Path, nginx: Path) -> Iterator[None]:
    perintah = [str(nginx), "-p", str(folder), "-c", str(folder / "nginx.conf"), "-e", str(folder / "galat.log")]
    proses = subprocess.Popen(perintah)
    try:
        batas = monotonic() + SIAP_DETIK
        while not (folder / "nginx.pid").exists():
            galat = folder / "galat.log"
            if proses.poll() is not None or monotonic() > batas:
                raise RuntimeError(f"nginx did not start: {galat.read_text() if galat.exists() else ''}")
            Event().wait(0.05)
        yield
    finally:
        proses.terminate()
        proses.wait(10)
