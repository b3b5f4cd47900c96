"""Beside the period stands on every page whether its figures may still move."""

import re

import pytest

from dashboard.domain.dasar.hak import PERENCANA_BAWAAN
from dashboard.domain.dasar.periode import SampaiDengan
from dashboard.registry import HALAMAN
from dashboard.services.entri.kunci import buka_koreksi, kunci_sampai
from dashboard.services.pilihan import keadaan_posisi
from dashboard.texts import SEPERTI_SEKARANG, YANG_TERSEGEL
from data_access.engine import make_engine
from tests.pages.alat import isi_html
from tests.pages.conftest import PembukaHalaman

PASER = {"instansi": "PASER", "tahun": 2023, "triwulan": "III"}
SELALU_SEKARANG = ("data.py", "riwayat.py", "ketidaksesuaian.py")
KEADAAN = re.compile(r'<span>([^<]*)</span><span class="dk-lencana dk-keadaan">([^<]*)</span>')


def keadaan(isi: str) -> tuple[str, str]:
    (satu,) = KEADAAN.finditer(isi)
    return satu[1], satu[2]


@pytest.mark.parametrize("halaman", [h.berkas for h in HALAMAN])
def test_an_open_quarter_is_called_sementara_and_a_closed_one_dikunci(
    buka_halaman: PembukaHalaman, sample_url: str, halaman: str
) -> None:
    uji = buka_halaman(halaman, **PASER)
    assert keadaan(isi_html(uji)) == ("s.d. TW III 2023", "sementara")
    kunci_sampai(make_engine(sample_url), PERENCANA_BAWAAN, "PASER", 2023, 3)
    assert keadaan(isi_html(uji.run())) == ("s.d. TW III 2023", "dikunci")


@pytest.mark.parametrize("halaman", [h.berkas for h in HALAMAN])
def test_a_closed_quarter_says_what_stays_and_what_does_not(
    buka_halaman: PembukaHalaman, sample_url: str, halaman: str
) -> None:
    uji = buka_halaman(halaman, **PASER)
    assert YANG_TERSEGEL not in isi_html(uji)
    kunci_sampai(make_engine(sample_url), PERENCANA_BAWAAN, "PASER", 2023, 3)
    isi = isi_html(uji.run())
    assert (YANG_TERSEGEL in isi) == (halaman not in SELALU_SEKARANG)
    assert (SEPERTI_SEKARANG in isi) == (halaman == "ketidaksesuaian.py")


def test_a_closed_quarter_under_a_correction_says_so(sample_url: str) -> None:
    engine = make_engine(sample_url)
    kunci_sampai(engine, PERENCANA_BAWAAN, "PASER", 2023, 3)
    buka_koreksi(engine, PERENCANA_BAWAAN, "PASER", 2023, 2, "Realisasi salah ketik.")
    kata = [keadaan_posisi(engine, "PASER", SampaiDengan(2023, tw)).value for tw in (1, 2, 3, 4)]
    assert kata == ["dikunci", "dikunci, sedang dikoreksi", "dikunci, sedang dikoreksi", "sementara"]
