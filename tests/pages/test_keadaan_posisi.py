"""Beside the period stands on every page whether its figures may still move; a preview of the page Data follows too."""

import re
from typing import Any

import pytest

from dashboard.components.data import pratinjau
from dashboard.domain.dasar.hak import PERENCANA_BAWAAN
from dashboard.domain.dasar.periode import SampaiDengan
from dashboard.registry import HALAMAN
from dashboard.services.data.masuk import PratinjauBuku, ambil_serahan
from dashboard.services.entri.kunci import buka_koreksi, kunci_sampai
from dashboard.services.pilihan import keadaan_posisi
from dashboard.texts import SEPERTI_SEKARANG, YANG_TERSEGEL
from data_access.engine import make_engine
from tests.berkas_rusak import realisasi
from tests.pages.alat import isi_html
from tests.pages.conftest import PembukaHalaman
from tests.pages.test_data import BARU, HALAMAN_DATA, PK, primer, serahkan

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


@pytest.mark.parametrize("kapan", ["sebelum ditekan", "sesudah ditekan"])
def test_a_quarter_closed_after_the_preview_is_told_by_its_cells_and_taken_under_a_correction(
    buka_halaman: PembukaHalaman, sample_url: str, monkeypatch: pytest.MonkeyPatch, kapan: str
) -> None:
    def kunci() -> None:
        kunci_sampai(make_engine(sample_url), PERENCANA_BAWAAN, "PK", 2024, 4)

    def ambil_terkunci(*isi: Any) -> PratinjauBuku:
        kunci()
        return ambil_serahan(*isi)

    uji = serahkan(buka_halaman(HALAMAN_DATA, **PK), "realisasi.xlsx", realisasi(BARU))
    if kapan == "sebelum ditekan":
        kunci()
    else:
        monkeypatch.setattr(pratinjau, "ambil_serahan", ambil_terkunci)
    uji.button(key="ambil-alih").click().run()
    assert not uji.exception, uji.exception
    assert "TW IV 2024 sudah dikunci" in isi_html(uji)
    assert primer(uji) == []
    buka_koreksi(make_engine(sample_url), PERENCANA_BAWAAN, "PK", 2024, 4, "laporan terlambat masuk")
    assert primer(uji.run()) == ["Ambil alih 1 baris"]
