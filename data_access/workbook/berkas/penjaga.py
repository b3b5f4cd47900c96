"""Files are read in a process of their own, with limits of memory and seconds: a hostile file ends that one alone.

A process that has read a file well waits for the next one, so that only the first pays for its start.
"""

import atexit
import json
import pickle
import subprocess
import sys
import threading
from contextlib import suppress
from pathlib import Path

from data_access.workbook.berkas.mentah import BukuMentah
from data_access.workbook.berkas.proses import PANJANG
from data_access.workbook.berkas.tolak import TERLALU_BERAT, TERLALU_LAMA, BerkasDitolak

AKAR = Path(__file__).resolve().parents[3]
MAKS_DETIK = 30
MAKS_MENGANGGUR = 2
BESAR = 16 << 20
"""Bytes of an answer after which the process is not kept: it would hold on to the memory."""


class Penjaga:
    """Hands files to reading processes; several at a time, each its own."""

    def __init__(self, detik: float = MAKS_DETIK) -> None:
        self._detik = detik
        self._menganggur: list[subprocess.Popen[bytes]] = []
        self._kunci = threading.Lock()

    def baca(self, path: Path) -> BukuMentah:
        """The workbook; one that ended its reader or took too long comes back as a problem. Raises OSError."""
        proses = self._ambil()
        habis = threading.Event()

        def hentikan() -> None:
            habis.set()
            proses.kill()

        waktu = threading.Timer(self._detik, hentikan)
        waktu.start()
        try:
            isi = _tanya(proses, path)
        finally:
            waktu.cancel()
        if isi is None:
            self._akhiri(proses)
            return _ditolak(path, TERLALU_LAMA if habis.is_set() else TERLALU_BERAT)
        self._simpan(proses, kembali=len(isi) < BESAR)
        hasil = pickle.loads(isi)
        if isinstance(hasil, OSError):
            raise hasil
        buku: BukuMentah = hasil
        return buku

    def tutup(self) -> None:
        """End the processes that wait."""
        with self._kunci:
            sisa, self._menganggur = self._menganggur, []
        for satu in sisa:
            self._akhiri(satu)

    def _ambil(self) -> "subprocess.Popen[bytes]":
        with self._kunci:
            while self._menganggur:
                satu = self._menganggur.pop()
                if satu.poll() is None:
                    return satu
        return subprocess.Popen(
            [sys.executable, "-m", "data_access.workbook.berkas.proses"],
            cwd=AKAR,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )

    def _simpan(self, proses: "subprocess.Popen[bytes]", *, kembali: bool) -> None:
        with self._kunci:
            if kembali and len(self._menganggur) < MAKS_MENGANGGUR:
                self._menganggur.append(proses)
                return
        self._akhiri(proses)

    @staticmethod
    def _akhiri(proses: "subprocess.Popen[bytes]") -> None:
        proses.kill()
        proses.wait()
        for alir in (proses.stdin, proses.stdout):
            if alir is not None:
                with suppress(OSError):
                    alir.close()


def _tanya(proses: "subprocess.Popen[bytes]", path: Path) -> bytes | None:
    """The answer about that file; None when the process ended before it."""
    masuk, keluar = proses.stdin, proses.stdout
    if masuk is None or keluar is None:
        return None
    try:
        masuk.write(json.dumps(str(path.absolute())).encode() + b"\n")
        masuk.flush()
        kepala = keluar.read(PANJANG.size)
        if len(kepala) < PANJANG.size:
            return None
        (panjang,) = PANJANG.unpack(kepala)
        isi = keluar.read(panjang)
    except OSError:
        return None
    return isi if len(isi) == panjang else None


def _ditolak(path: Path, alasan: BerkasDitolak) -> BukuMentah:
    buku = BukuMentah(path.name)
    buku.masalah.tambah("", path.name, "", alasan.salah, alasan.benar)
    return buku


PENJAGA = Penjaga()
atexit.register(PENJAGA.tutup)


def baca(path: Path) -> BukuMentah:
    """Read a workbook in a process of its own; what cannot be opened comes back as a problem. Raises OSError."""
    return PENJAGA.baca(path)
