"""Servers to compare and the loop that measures them: closed, bounded, on this machine only."""

import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from itertools import cycle
from pathlib import Path
from statistics import median
from threading import Event
from time import monotonic
from urllib.error import URLError
from urllib.request import ProxyHandler, build_opener

from tests.e2e.alat import HOST, free_port
from tests.klien import Jalan, Klien

PEMANASAN = 5
PASANGAN = 21
PUTARAN_RAMAI = 8
HALAMAN_KOSONG = "import streamlit as st\n"
SIAP_DETIK = 60


@dataclass(frozen=True, slots=True)
class Ukuran:
    """What a page costs: the median rerun in milliseconds, and what was sent for one."""

    nama: str
    milidetik: float
    bita: int
    pesan: int

    def __str__(self) -> str:
        return f"{self.nama:<34} {self.milidetik:8.1f} ms {self.bita / 1024:8.1f} KB {self.pesan:5d} pesan"


def ukur(nama: str, url: str, halaman: str = "", tanya: str = "", *, rerun: int = 40, pengguna: int = 1) -> Ukuran:
    """The median of `rerun` reruns by each of `pengguna` sessions, each asking again only after its answer."""
    with ThreadPoolExecutor(pengguna) as kolam:
        semua = [j for deret in kolam.map(lambda _: _sesi(url, halaman, tanya, rerun), range(pengguna)) for j in deret]
    bita, pesan = round(median(j.bita for j in semua)), round(median(j.pesan for j in semua))
    return Ukuran(nama, median(j.detik for j in semua) * 1000, bita, pesan)


def _sesi(url: str, halaman: str, tanya: str, rerun: int) -> list[Jalan]:
    with Klien(url, tanya, halaman) as klien:
        for _ in range(PEMANASAN):
            klien.jalankan()
        return [klien.jalankan() for _ in range(rerun)]


@dataclass(frozen=True, slots=True)
class Pasangan:
    """The reruns of a page, and those of stock Streamlit's empty page asked in turns with them."""

    nama: str
    dasar: tuple[Jalan, ...]
    jalan: tuple[Jalan, ...]


@dataclass(frozen=True, slots=True)
class Banding:
    """A page beside the empty page of stock Streamlit: the ratio, and what one rerun sends."""

    nama: str
    rasio: float
    bita: int
    pesan: int

    def __str__(self) -> str:
        return f"{self.nama:<44} {self.rasio:5.2f} {self.bita / 1024:8.1f} KB {self.pesan:4d} pesan"


def bandingkan(semua: Sequence[Pasangan]) -> list[Banding]:
    """Each page's median over the median of all empty ones of the run.

    Of all: the stock server waits for one delayed acknowledgement or for two, and stays with either for a while, so
    that beside a single page its median is 46 ms or 90.
    """
    dasar = median(j.detik for satu in semua for j in satu.dasar)
    return [_banding(satu, dasar) for satu in semua]


def ukur_bergantian(nama: str, kosong: str, url: str, halaman: str, tanya: str, triwulan: Sequence[str]) -> Pasangan:
    """Another quarter is chosen on every rerun; in between the empty page runs, so that busy neighbours slow both.

    What a first visit computes once is done before: each of `triwulan` is shown twice.
    """
    with Klien(kosong) as dasar, Klien(url, tanya, halaman) as klien:
        pilih = cycle(triwulan)
        klien.jalankan()
        for _ in range(PEMANASAN):
            dasar.jalankan()
            klien.jalankan(triwulan=next(pilih))
        pasangan = [(dasar.jalankan(), klien.jalankan(triwulan=next(pilih))) for _ in range(PASANGAN)]
    return Pasangan(nama, tuple(a for a, _ in pasangan), tuple(b for _, b in pasangan))


def ukur_ramai(
    nama: str, kosong: str, url: str, halaman: str, tanya: str, triwulan: Sequence[str], pengguna: int = 10
) -> Pasangan:
    """As `ukur_bergantian`, with several users at once on either side in turns."""
    with ExitStack() as tumpuk, ThreadPoolExecutor(pengguna) as kolam:
        dasar = [tumpuk.enter_context(Klien(kosong)) for _ in range(pengguna)]
        semua = [tumpuk.enter_context(Klien(url, tanya, halaman)) for _ in range(pengguna)]
        for satu in semua:
            satu.jalankan()
        pilih = cycle(triwulan)
        putaran: list[tuple[list[Jalan], list[Jalan]]] = []
        for _ in range(PUTARAN_RAMAI):
            tw = next(pilih)
            jalan_dasar = list(kolam.map(Klien.jalankan, dasar))
            putaran.append((jalan_dasar, list(kolam.map(lambda k, tw=tw: k.jalankan(triwulan=tw), semua))))
    hangat = putaran[len(triwulan) :]
    return Pasangan(nama, tuple(j for a, _ in hangat for j in a), tuple(j for _, b in hangat for j in b))


def _banding(satu: Pasangan, dasar: float) -> Banding:
    rasio = median(j.detik for j in satu.jalan) / dasar
    bita, pesan = (round(median(n)) for n in ([j.bita for j in satu.jalan], [j.pesan for j in satu.jalan]))
    return Banding(satu.nama, rasio, bita, pesan)


@contextmanager
def streamlit_bawaan(folder: Path, naskah: str = HALAMAN_KOSONG) -> Iterator[str]:
    """Stock Streamlit as everyone starts it, ``streamlit run``, with its own defaults; yields its address."""
    berkas = folder / "kosong.py"
    berkas.write_text(naskah, encoding="utf-8")
    url = f"http://{HOST}:{(port := free_port())}"
    perintah = [sys.executable, "-m", "streamlit", "run", str(berkas), "--server.port", str(port)]
    perintah += ["--server.address", HOST, "--server.headless", "true", "--browser.gatherUsageStats", "false"]
    lingkungan = {**os.environ, "HOME": str(folder), "USERPROFILE": str(folder)}
    with (folder / "streamlit.log").open("wb") as log:
        proses = subprocess.Popen(perintah, cwd=folder, env=lingkungan, stdout=log, stderr=log)
        try:
            tunggu_layanan(f"{url}/_stcore/health", proses)
            yield url
        finally:
            proses.terminate()
            proses.wait(15)


def tunggu_layanan(url: str, proses: "subprocess.Popen[bytes]") -> None:
    """Return when the server answers. Raises RuntimeError when it ends or stays silent."""
    buka = build_opener(ProxyHandler({})).open
    batas = monotonic() + SIAP_DETIK
    while proses.poll() is None and monotonic() < batas:
        try:
            with buka(url, timeout=5):
                return
        except (URLError, OSError):
            Event().wait(0.2)
    raise RuntimeError(f"nothing answers at {url}")
