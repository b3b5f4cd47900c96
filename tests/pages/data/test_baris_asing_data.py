"""On the page Data: rows nobody knows are chosen for, or left out together, before anything is taken."""

from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import Selectbox

from tests.berkas_rusak import realisasi
from tests.pages.alat import isi_html
from tests.pages.conftest import PembukaHalaman
from tests.pages.test_data import HALAMAN_DATA, PK, primer, serahkan


def soal_baris(uji: AppTest) -> list[Selectbox[str]]:
    return [satu for satu in uji.selectbox if str(satu.key).startswith("tanya-")]


def kirim(uji: AppTest) -> AppTest:
    next(satu for satu in uji.button if satu.label == "Pakai jawaban ini").click().run()
    assert not uji.exception, uji.exception
    return uji


def test_an_unknown_row_offers_the_nearest_and_to_leave_it_out(buka_halaman: PembukaHalaman) -> None:
    berkas = realisasi(("IKU-033", 2024, "TW4", "1,5", "resmi", None, None))
    uji = serahkan(buka_halaman(HALAMAN_DATA, **PK), "realisasi.xlsx", berkas)
    (soal,) = soal_baris(uji)
    assert soal.options == ["IKU-03", "abaikan baris"]
    kirim(uji)
    assert [satu.value for satu in uji.warning] == ["Masih ada yang belum dijawab."]
    soal_baris(uji)[0].set_value("IKU-03")
    assert primer(kirim(uji)) == ["Ambil alih 1 baris"]


def test_of_many_unknown_rows_those_without_a_choice_are_left_out_together(buka_halaman: PembukaHalaman) -> None:
    asing = [(f"Entah apa {n}", 2024, "TW4", "1,5", "resmi", None, None) for n in range(4)]
    berkas = realisasi(*asing, ("IKU-03", 2024, "TW4", "1,5", "resmi", None, None))
    uji = serahkan(buka_halaman(HALAMAN_DATA, **PK), "realisasi.xlsx", berkas)
    assert len(soal_baris(uji)) == 4
    uji.checkbox(key="abaikan-sisa").check()
    kirim(uji)
    assert "siap diambil alih. 4 baris diabaikan sesuai jawaban Anda." in isi_html(uji)
    assert primer(uji) == ["Ambil alih 1 baris"]
