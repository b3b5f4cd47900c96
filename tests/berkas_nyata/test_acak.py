"""The reader against files spoilt at random, with a fixed seed: a workbook or a sentence, never a traceback."""

import io
import re
import time
import zipfile
from random import Random

import pytest

from data_access.workbook.berkas.baca import baca_di_sini
from tests.berkas_nyata.lain.buat import FOLDER
from tests.berkas_rusak import BENAR, realisasi

DETIK = 6
TERBANYAK = 1500
SELIPAN = (
    b"<",
    b">",
    b'"',
    b"&#0;",
    b"&a;",
    b"<!DOCTYPE a>",
    b"<v/>",
    b'<c r="XFD1048576"><v>1</v></c>',
    b' r="A0"',
    b' t="s"',
    b' t="d"',
    b' s="-1"',
    b"99999999999999999999",
    b"-1",
    b"1e400",
    b"\xff\xfe",
    b"<row>",
    b"</row>",
    b'hidden="1"',
    b' table:number-rows-repeated="1048576"',
    b' table:number-columns-repeated="16384"',
    b' office:value-type="percentage"',
    b"<text:p>",
    b"<table:table-cell>",
    b"NaN",
)
SIFAT = (
    b"",
    b"-1",
    b"0",
    b"2",
    b"1048576",
    b"16384",
    b"99999999999999999999",
    b"1e400",
    b"NaN",
    b"true",
    b"A1:XFD1048576",
    b"XFD1048576",
    b"0.00%",
    b"percentage",
    b"time",
    b"date",
    b"9999-99-99",
    b"PT9999999999999H",
    b"hidden",
    b"collapse",
    b"ce1",
)
_SIFAT = re.compile(rb'="([^"]*)"')


def rusakkan(acak: Random, isi: bytes) -> bytes:
    """One to three places struck out, doubled, filled with noise or with a piece of XML."""
    hasil = bytearray(isi)
    for _ in range(acak.randint(1, 3)):
        letak = acak.randrange(len(hasil) + 1)
        ujung = min(len(hasil), letak + acak.choice((0, 1, 3, 20, 200)))
        ganti = acak.choice((b"", acak.randbytes(ujung - letak), bytes(hasil[letak:ujung]) * 2, acak.choice(SELIPAN)))
        hasil[letak:ujung] = ganti
    return bytes(hasil)


def sifat_lain(acak: Random, isi: bytes) -> bytes:
    """The XML sound, one to three of its attributes with another value."""
    for _ in range(acak.randint(1, 3)):
        satu = acak.choice(list(_SIFAT.finditer(isi)) or [None])
        if satu is not None:
            isi = isi[: satu.start(1)] + acak.choice(SIFAT) + isi[satu.end(1) :]
    return isi


def bagian_rusak(acak: Random, isi: dict[str, bytes]) -> bytes:
    """The archive sound, one part of it spoilt, left out, or named anew."""
    nama = acak.choice(sorted(isi))
    baru = dict(isi)
    match acak.randrange(8):
        case 0:
            del baru[nama]
        case 1:
            baru[acak.choice(("x", "../x", nama.upper(), "xl/workbook.xml"))] = baru.pop(nama)
        case 2 | 3 | 4:
            baru[nama] = sifat_lain(acak, isi[nama])
        case _:
            baru[nama] = rusakkan(acak, isi[nama])
    keluar = io.BytesIO()
    with zipfile.ZipFile(keluar, "w", zipfile.ZIP_DEFLATED) as arsip:
        for satu, bita in baru.items():
            arsip.writestr(satu, bita)
    return keluar.getvalue()


def utuh(jenis: str) -> bytes:
    if jenis == "xlsx":
        return realisasi(BENAR, ("PRG2", 2024, "TW2", 0.5, "resmi", None, "a < b"))
    return (FOLDER / f"tabel.{jenis}").read_bytes()


def isi_arsip(isi: bytes) -> dict[str, bytes]:
    """The parts of a workbook that is an archive, without pictures and folders; an .xls is none."""
    if not zipfile.is_zipfile(io.BytesIO(isi)):
        return {}
    with zipfile.ZipFile(io.BytesIO(isi)) as arsip:
        return {nama: arsip.read(nama) for nama in arsip.namelist() if not nama.endswith((".png", "/"))}


@pytest.mark.parametrize(("jenis", "benih"), [("xlsx", 1), ("xlsx", 2), ("ods", 3), ("ods", 4), ("xls", 5), ("xls", 6)])
def test_whatever_happens_to_a_file_it_is_read_or_refused_in_a_sentence(tmp_path, jenis: str, benih: int) -> None:
    acak, asal = Random(benih), utuh(jenis)
    bagian = isi_arsip(asal)
    berkas, habis, banyak = tmp_path / f"a.{jenis}", time.monotonic() + DETIK / 2, 0
    while time.monotonic() < habis and banyak < TERBANYAK:
        banyak += 1
        seluruh = not bagian or acak.random() < 0.3
        berkas.write_bytes(rusakkan(acak, asal) if seluruh else bagian_rusak(acak, bagian))
        mulai = time.monotonic()
        hasil = baca_di_sini(berkas)
        assert time.monotonic() - mulai < DETIK, banyak
        assert all(satu.teks().endswith(".") for satu in hasil.masalah), banyak
    assert banyak > 20
