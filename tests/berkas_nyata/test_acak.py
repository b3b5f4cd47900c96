"""The reader against files spoilt at random, with a fixed seed: a workbook or a sentence, never a traceback."""

import io
import time
import zipfile
from random import Random

import pytest

from data_access.workbook.berkas.baca import baca_di_sini
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
    b"NaN",
)


def rusakkan(acak: Random, isi: bytes) -> bytes:
    """One to three places struck out, doubled, filled with noise or with a piece of XML."""
    hasil = bytearray(isi)
    for _ in range(acak.randint(1, 3)):
        letak = acak.randrange(len(hasil) + 1)
        ujung = min(len(hasil), letak + acak.choice((0, 1, 3, 20, 200)))
        ganti = acak.choice((b"", acak.randbytes(ujung - letak), bytes(hasil[letak:ujung]) * 2, acak.choice(SELIPAN)))
        hasil[letak:ujung] = ganti
    return bytes(hasil)


def bagian_rusak(acak: Random, isi: dict[str, bytes]) -> bytes:
    """The archive sound, one part of it spoilt, left out, or named anew."""
    nama = acak.choice(sorted(isi))
    baru = dict(isi)
    match acak.randrange(8):
        case 0:
            del baru[nama]
        case 1:
            baru[acak.choice(("x", "../x", nama.upper(), "xl/workbook.xml"))] = baru.pop(nama)
        case _:
            baru[nama] = rusakkan(acak, isi[nama])
    keluar = io.BytesIO()
    with zipfile.ZipFile(keluar, "w", zipfile.ZIP_DEFLATED) as arsip:
        for satu, bita in baru.items():
            arsip.writestr(satu, bita)
    return keluar.getvalue()


@pytest.mark.parametrize("benih", [1, 2])
def test_whatever_happens_to_a_file_it_is_read_or_refused_in_a_sentence(tmp_path, benih: int) -> None:
    acak, utuh = Random(benih), realisasi(BENAR, ("PRG2", 2024, "TW2", 0.5, "resmi", None, "a < b"))
    with zipfile.ZipFile(io.BytesIO(utuh)) as arsip:
        isi = {nama: arsip.read(nama) for nama in arsip.namelist()}
    berkas, habis, banyak = tmp_path / "a.xlsx", time.monotonic() + DETIK / 2, 0
    while time.monotonic() < habis and banyak < TERBANYAK:
        banyak += 1
        berkas.write_bytes(rusakkan(acak, utuh) if acak.random() < 0.3 else bagian_rusak(acak, isi))
        mulai = time.monotonic()
        hasil = baca_di_sini(berkas)
        assert time.monotonic() - mulai < DETIK, banyak
        assert all(satu.teks().endswith(".") for satu in hasil.masalah), banyak
    assert banyak > 20
