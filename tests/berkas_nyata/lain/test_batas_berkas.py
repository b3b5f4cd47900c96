"""What hostile files cost the process that reads them: peak memory and processor time, below the limits it is given."""

import io
import json
import os
import pickle
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from data_access.workbook.berkas.baca import baca_di_sini
from data_access.workbook.berkas.mentah import BukuMentah
from data_access.workbook.berkas.proses import PANJANG
from data_access.workbook.berkas_xlsx.pindai_xlsx import MAKS_BITA_BERKAS
from tests.berkas_nyata.lain.ods_xml import buku_ods
from tests.berkas_nyata.pembuat import UTAMA, buku_xml, lembar_xml

MAKS_MB, MAKS_CPU = 512, 20
"""Measured: 407 MB and 12 s at most; the process ends at 1 GB and 30 s."""
PESAN = {"padat.xlsx": ["memuat lebih dari 200000 baris pada lembar realisasi"]}
SEMUA_BARIS = 'table:number-rows-repeated="1048576"'


def sel(banyak: int) -> str:
    return f'<table:table-cell table:number-columns-repeated="{banyak}" office:value-type="float" office:value="1"/>'


def baris(isi: str, sifat: str = "") -> str:
    return f"<table:table-row {sifat}>{isi}</table:table-row>"


def teks(isi: str) -> str:
    return f'<table:table-cell office:value-type="string"><text:p>{isi}</text:p></table:table-cell>'


def tersimpan_polos(isi: bytes) -> bytes:
    """The same archive uncompressed, so that nothing is refused for how far it unfolds."""
    keluar = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(isi)) as asal, zipfile.ZipFile(keluar, "w", zipfile.ZIP_STORED) as baru:
        for satu in asal.namelist():
            baru.writestr(satu, asal.read(satu))
    return keluar.getvalue()


def terjauh_yang_dibaca() -> bytes:
    """Nearly the budget of cells of a file, of which two are filled."""
    jauh = '<row r="1"><c r="A1"><v>1</v></c></row><row r="300000"><c r="S300000"><v>1</v></c></row>'
    return buku_xml({"realisasi": lembar_xml(jauh)})


def teks_bersama() -> bytes:
    isi = "".join(f"<si><t>{'x' * 1000}{i}</t></si>" for i in range(100_000))
    satu = lembar_xml('<row r="1"><c r="A1" t="s"><v>99999</v></c></row>')
    return buku_xml({"realisasi": satu}, teks=f'<sst xmlns="{UTAMA}">{isi}</sst>')


def bersarang_xlsx() -> bytes:
    isi = "<a>" * 300_000 + "</a>" * 300_000
    return tersimpan_polos(
        buku_xml({"realisasi": f'<worksheet xmlns="{UTAMA}"><sheetData>{isi}</sheetData></worksheet>'})
    )


def padat(baris: int = 250_000) -> bytes:
    """A hundred and fifty megabytes of XML in less than ten: five million cells of ours, half of them with address."""
    bernama = "".join(f'<c r="{chr(65 + i)}{{0}}" t="n"><v>{i}.5</v></c>' for i in range(20))
    polos = "".join(f'<c t="n" s="0"><v>{i}.5</v></c>' for i in range(20))
    semua = "".join(f'<row r="{n}">{bernama.format(n) if n % 2 else polos}</row>' for n in range(1, baris))
    return buku_xml({"realisasi": lembar_xml(semua)})


BERKAS: dict[str, Callable[[], bytes]] = {
    "padat.xlsx": padat,
    "luas.xlsx": terjauh_yang_dibaca,
    "teks.xlsx": teks_bersama,
    "bersarang.xlsx": bersarang_xlsx,
    "baris.ods": lambda: buku_ods(baris(sel(1), SEMUA_BARIS)),
    "kolom.ods": lambda: buku_ods(baris(sel(16_384))),
    "keduanya.ods": lambda: buku_ods(baris(sel(16_384), SEMUA_BARIS)),
    "kosong.ods": lambda: buku_ods(baris("<table:table-cell table:number-columns-repeated='16384'/>", SEMUA_BARIS)),
    "spasi.ods": lambda: buku_ods(baris(teks('<text:s text:c="2000000000"/>') * 2000)),
    "bersarang.ods": lambda: tersimpan_polos(
        buku_ods(baris(teks("<text:span>" * 100_000 + "x" + "</text:span>" * 100_000)))
    ),
    "kosong.xls": lambda: (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(1000) + "Workbook".encode("utf-16-le") + bytes(9 << 20)
    ),
}


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="the peak of a process is read from /proc")
@pytest.mark.parametrize("nama", BERKAS)
def test_a_hostile_file_stays_far_below_the_limits_of_its_reader(tmp_path: Path, nama: str) -> None:
    assert (tmp_path / nama).write_bytes(BERKAS[nama]()) < MAKS_BITA_BERKAS
    perintah = [sys.executable, "-m", "data_access.workbook.berkas.proses"]
    with subprocess.Popen(perintah, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as proses:
        assert proses.stdin is not None
        assert proses.stdout is not None
        proses.stdin.write(json.dumps(str(tmp_path / nama)).encode() + b"\n")
        proses.stdin.flush()
        kepala = proses.stdout.read(PANJANG.size)
        assert kepala, "the process did not die of it"
        buku = pickle.loads(proses.stdout.read(*PANJANG.unpack(kepala)))
        status = dict(satu.split(":", 1) for satu in Path(f"/proc/{proses.pid}/status").read_text().splitlines())
        waktu = Path(f"/proc/{proses.pid}/stat").read_text().rpartition(")")[2].split()
    assert isinstance(buku, BukuMentah)
    assert buku.lembar or buku.masalah
    if nama in PESAN:
        assert [satu.salah for satu in buku.masalah] == PESAN[nama]
    assert int(status["VmHWM"].split()[0]) / 1024 < MAKS_MB
    assert (int(waktu[11]) + int(waktu[12])) / os.sysconf("SC_CLK_TCK") < MAKS_CPU


def test_a_sheet_of_more_rows_than_are_taken_is_refused_and_not_handed_on(tmp_path: Path) -> None:
    (tmp_path / "a.ods").write_bytes(buku_ods(baris(sel(1), 'table:number-rows-repeated="200002"')))
    buku = baca_di_sini(tmp_path / "a.ods")
    assert [satu.salah for satu in buku.masalah] == ["memuat lebih dari 200000 baris pada lembar realisasi"]
    assert buku.lembar == []
