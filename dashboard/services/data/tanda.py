"""The problems of a workbook put where they belong: which cell of the person's own .xlsx gets which sentence."""

import io
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Engine

from dashboard.domain.dasar.hak import Pelaku
from dashboard.services.data.masuk import periksa_buku
from dashboard.services.data.serahan import Serahan, Unggahan, baca_unggahan
from data_access.workbook.berkas.mentah import nama_baku
from data_access.workbook.periksa.masalah import Masalah

MAKS_BITA_TANDAI = 32 * 1024 * 1024
"""Unpacked size up to which a file is marked: openpyxl holds it whole, at about ten times that size."""
BarisTanda = tuple[str, str, str, str, str]
"""(the file's own sheet name, address in it, what stands there, what is wrong, what is right). A problem of the whole
file has neither sheet nor address."""


@dataclass(frozen=True, slots=True)
class BukuBertanda:
    """A workbook as it was handed in and the marks it gets."""

    nama: str
    isi: bytes
    tanda: tuple[BarisTanda, ...]


def dapat_ditandai(unggahan: Unggahan) -> bool:
    """Whether a file is an .xlsx of a size that can be marked."""
    if not unggahan.nama.lower().endswith(".xlsx") or not zipfile.is_zipfile(io.BytesIO(unggahan.isi)):
        return False
    with zipfile.ZipFile(io.BytesIO(unggahan.isi)) as arsip:
        return sum(satu.file_size for satu in arsip.infolist()) <= MAKS_BITA_TANDAI


def tandai_serahan(engine: Engine, pelaku: Pelaku, instansi: str, serahan: Serahan, urutan: int) -> BukuBertanda:
    """The workbook of that place with all its problems, unclear numbers included. Raises TidakBerwenang.

    `urutan` counts the files that are no .csv, as `baca_unggahan` does.
    """
    _, hasil = periksa_buku(engine, pelaku, instansi, serahan)
    return _tandai(_buku(serahan)[urutan], hasil[urutan].laporan.masalah, _asal(serahan, urutan))


def daftar_masalah(engine: Engine, pelaku: Pelaku, instansi: str, serahan: Serahan) -> tuple[BarisTanda, ...]:
    """The problems of all files that cannot be marked, in their order. Raises TidakBerwenang."""
    lain = [i for i, satu in enumerate(_buku(serahan)) if not dapat_ditandai(satu)]
    _, hasil = periksa_buku(engine, pelaku, instansi, serahan)
    if len(hasil) > len(_buku(serahan)):
        lain.append(len(hasil) - 1)  # the tables, all of them one workbook
    return tuple(satu for i in lain for satu in daftar_saja(hasil[i].laporan.masalah, _asal(serahan, i)))


def daftar_saja(masalah: Sequence[Masalah], asal: Mapping[str, str]) -> tuple[BarisTanda, ...]:
    """The problems of a file that cannot be marked; `asal` names the sheets that bear another name in it."""
    return tuple(
        (asal.get(satu.lembar, satu.lembar), satu.sel.rpartition("!")[2], satu.nilai, satu.salah, satu.benar)
        for satu in masalah
    )


def _buku(serahan: Serahan) -> list[Unggahan]:
    """The files that are a workbook each, as `baca_unggahan` counts them."""
    return [satu for satu in serahan.berkas if not satu.nama.lower().endswith(".csv")]


def _asal(serahan: Serahan, urutan: int) -> dict[str, str]:
    """By sheet of ours: what it is called in that file."""
    return {lembar: peta.asal for letak, peta in serahan.peta if letak == urutan for lembar in peta.lembar_hasil}


def tandai_berkas(path: Path, masalah: Sequence[Masalah], asal: Mapping[str, str]) -> BukuBertanda:
    """A file on disk with the problems that its import reported; `asal` as it reported them. Raises OSError."""
    return _tandai(Unggahan(path.name, path.read_bytes()), masalah, asal)


def _tandai(unggahan: Unggahan, masalah: Sequence[Masalah], asal: Mapping[str, str]) -> BukuBertanda:
    """Each problem at its sheet; `asal` names those that bear another name in the file than with us."""
    (buku,) = baca_unggahan([unggahan])
    nama = {nama_baku(satu.nama): satu.nama for satu in buku.lembar} | dict(asal)
    return BukuBertanda(unggahan.nama, unggahan.isi, tuple(_baris(satu, nama) for satu in masalah))


def _baris(satu: Masalah, nama: Mapping[str, str]) -> BarisTanda:
    lembar, _, sel = satu.sel.rpartition("!")
    milik = nama.get(lembar, "")
    return milik, sel if milik else "", satu.nilai, satu.salah, satu.benar
