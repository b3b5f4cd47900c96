"""The title of an entered finding says what is wrong; the rest of its description follows below."""

import pytest

from dashboard.domain.temuan.bahan import Keparahan, Temuan
from dashboard.domain.temuan.teks import judul_uraian


@pytest.mark.parametrize(
    ("uraian", "judul", "lanjutan"),
    [
        ("Diktum KETIGA tidak ada.", "Diktum KETIGA tidak ada", ""),
        ("Apakah berbobot sama? Dibaca sebagai rerata.", "Apakah berbobot sama?", "Dibaca sebagai rerata."),
        ("Menurut PP No. 11 batasnya 2,5. Mohon dipastikan.", "Menurut PP No. 11 batasnya 2,5", "Mohon dipastikan."),
        ("Dua nama dipakai; asal tidak jelas.", "Dua nama dipakai", "asal tidak jelas."),
    ],
)
def test_the_first_sentence_is_the_title_and_is_not_said_twice(uraian: str, judul: str, lanjutan: str) -> None:
    assert judul_uraian(uraian) == judul
    assert Temuan("C17", Keparahan.TINGGI, "", judul, uraian, "", ()).lanjutan == lanjutan


def test_a_long_sentence_is_cut_between_words_and_stands_whole_below() -> None:
    uraian = "kata " * 60 + "akhir."
    judul = judul_uraian(uraian)
    assert judul.endswith("kata …")
    assert len(judul) <= 105
    assert Temuan("C17", Keparahan.TINGGI, "", judul, uraian, "", ()).lanjutan == uraian


def test_where_a_finding_comes_from_is_said_in_words() -> None:
    aturan = Temuan("atasan_tak_terjangkau:J1", Keparahan.TINGGI, "", "", "", "", (), aturan="atasan_tak_terjangkau")
    assert aturan.asal == "ditemukan pemeriksaan otomatis"
    assert Temuan("C17", Keparahan.TINGGI, "", "", "", "", ()).asal == "dicatat dari dokumen, nomor C17"
