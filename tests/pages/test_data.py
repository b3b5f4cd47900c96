"""The pages Data and Riwayat: what each step offers, what it refuses, and who may open it."""

import io
import re
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
from streamlit.testing.v1 import AppTest

from dashboard.domain.dasar.hak import IZIN, Pelaku, Peran, TidakBerwenang, Tindakan
from dashboard.registry import HALAMAN
from dashboard.services.data.batal_impor import impor_terakhir
from dashboard.services.data.keluar.templat import ISI_TEMPLAT, susun_templat
from dashboard.services.data.masuk import periksa_serahan
from dashboard.services.data.serahan import Serahan
from data_access.engine import make_engine
from data_access.pemetaan import PetaBernama, simpan_bernama, simpan_ingatan
from tests.berkas_rusak import realisasi
from tests.pages.alat import CONTOH, isi_html
from tests.pages.conftest import PembukaHalaman

HALAMAN_DATA, HALAMAN_RIWAYAT = "data.py", "riwayat.py"
PK = {"instansi": "PK", "tahun": 2024, "triwulan": 4}
BARU = ("IKU-03", 2024, "TW4", 80, "resmi", None, None)


def serahkan(uji: AppTest, nama: str, isi: bytes) -> AppTest:
    uji.file_uploader[0].upload(nama, isi).run()
    assert not uji.exception, uji.exception
    return uji


def primer(uji: AppTest) -> list[str]:
    """The labels of the buttons that call for attention, a download's included."""
    tombol = [satu.label for satu in uji.button if satu.proto.type == "primary"]
    return tombol + [satu.label for satu in uji.download_button if satu.proto.type == "primary"]


@pytest.mark.parametrize(("instansi", "tahun"), CONTOH)
@pytest.mark.parametrize("halaman", [HALAMAN_DATA, HALAMAN_RIWAYAT])
def test_the_page_is_drawn_for_every_agency(
    buka_halaman: PembukaHalaman, instansi: str, tahun: int, halaman: str
) -> None:
    isi = isi_html(buka_halaman(halaman, instansi=instansi, tahun=tahun, triwulan=4))
    assert isi.count("<h1>") == 1


def test_three_numbered_steps_and_the_download_is_what_to_do_first(buka_halaman: PembukaHalaman) -> None:
    uji = buka_halaman(HALAMAN_DATA, **PK)
    isi = isi_html(uji)
    for nomor, judul in enumerate(("Unduh templat", "Serahkan berkas", "Periksa dan ambil alih"), start=1):
        assert f"Langkah {nomor}: </span>{judul}</h2>" in isi
    assert primer(uji) == ["Unduh templat 2024"]


def test_a_good_file_is_previewed_taken_and_told(buka_halaman: PembukaHalaman) -> None:
    uji = serahkan(buka_halaman(HALAMAN_DATA, **PK), "realisasi.xlsx", realisasi(BARU))
    assert "1 baris baru siap diambil alih." in isi_html(uji)
    assert "realisasi IKU-03 / 2024 / TW IV" in isi_html(uji)
    assert primer(uji) == ["Ambil alih 1 baris"]
    uji.button(key="ambil-alih").click().run()
    isi = isi_html(uji)
    assert "1 baris baru tersimpan. Berkas: realisasi.xlsx." in isi
    assert "Data terakhir masuk lewat realisasi.xlsx" in isi
    assert primer(uji) == ["Unduh templat 2024"]


def test_a_bad_file_shows_each_problem_with_its_cell_and_offers_nothing_to_take(buka_halaman: PembukaHalaman) -> None:
    salah = realisasi(("IKU-03", 2024, "TW9", "13;7", "resmi", None, None))
    uji = serahkan(buka_halaman(HALAMAN_DATA, **PK), "realisasi.xlsx", salah)
    isi = isi_html(uji)
    assert "2 masalah harus diperbaiki dahulu. Tidak ada yang disimpan." in isi
    assert "<b>realisasi!C2</b>" in isi
    assert "<b>realisasi!D2</b>" in isi
    assert primer(uji) == []
    assert [satu.label for satu in uji.download_button][1:] == ["Unduh realisasi\\.xlsx dengan masalah ditandai"]


def test_a_blank_over_a_value_waits_for_a_tick(buka_halaman: PembukaHalaman) -> None:
    kosong = realisasi(("IKU-03", 2024, "TAHUN", None, "resmi", None, None))
    uji = serahkan(buka_halaman(HALAMAN_DATA, **PK), "realisasi.xlsx", kosong)
    assert uji.button(key="ambil-alih").disabled
    assert "76,42 → <b>kosong</b>" in isi_html(uji)
    uji.checkbox[0].check().run()
    assert not uji.button(key="ambil-alih").disabled
    uji.button(key="ambil-alih").click().run()
    assert "1 baris dikosongkan tersimpan." in isi_html(uji)


def test_an_unclear_number_is_asked_before_anything_else(buka_halaman: PembukaHalaman) -> None:
    berkas = realisasi(("IKU-03", 2024, "TW4", "1.500", "resmi", None, None))
    uji = serahkan(buka_halaman(HALAMAN_DATA, **PK), "realisasi.xlsx", berkas)
    assert primer(uji) == ["Pakai jawaban ini"]
    (soal,) = uji.radio
    assert soal.options == ["1500 = seribu lima ratus", "1,5 = satu koma lima"]
    soal.set_value(soal.options[0])
    next(satu for satu in uji.button if satu.label == "Pakai jawaban ini").click().run()
    assert "<b>1500</b>" in isi_html(uji)
    assert primer(uji) == ["Ambil alih 1 baris"]


@pytest.mark.parametrize(
    ("isi", "pilihan", "jadi"),
    [
        ("3,6-4,4", "target terendah 3,6, target tertinggi 4,4", "<b>4,4</b>"),
        ("BB (75,20)", "nilai 75,2, predikat BB", "<b>BB</b>"),
    ],
)
def test_a_cell_that_holds_more_than_a_number_is_a_question_with_its_cells(
    buka_halaman: PembukaHalaman, isi: str, pilihan: str, jadi: str
) -> None:
    judul = ("indikator", "tahun", "periode", "nilai")
    berkas = realisasi(("IKU-03", 2024, "TW1", isi), judul=judul, nama="target")
    uji = serahkan(buka_halaman(HALAMAN_DATA, **PK), "target.xlsx", berkas)
    (soal,) = uji.radio
    assert soal.options == [pilihan]
    soal.set_value(soal.options[0])
    next(satu for satu in uji.button if satu.label == "Pakai jawaban ini").click().run()
    assert not uji.exception, uji.exception
    assert jadi in isi_html(uji)
    assert primer(uji) == ["Ambil alih 1 baris"]


def test_a_unit_that_does_not_say_whether_quarters_add_up_is_asked(buka_halaman: PembukaHalaman) -> None:
    judul = ("kode", "simpul", "nama", "jenis", "satuan", "polaritas", "perilaku")
    baris = [(f"IKU-1{n}", "SAS-01", f"Bantuan {n}", "IKU", "zak", "positif", None) for n in range(2)]
    uji = serahkan(buka_halaman(HALAMAN_DATA, **PK), "buku.xlsx", realisasi(*baris, judul=judul, nama="indikator"))
    (soal,) = uji.radio
    assert "Satuan zak" in soal.label
    assert all(kode in soal.label.replace("\\", "") for kode in ("IKU-10", "IKU-11"))
    soal.set_value(soal.options[0])
    next(satu for satu in uji.button if satu.label == "Pakai jawaban ini").click().run()
    assert not uji.exception, uji.exception
    uji.button(key="ambil-alih").click().run()
    assert "2 baris baru tersimpan." in isi_html(uji)


def test_percentages_that_add_up_to_the_year_are_asked_and_the_answer_is_kept_as_penyajian(
    buka_halaman: PembukaHalaman,
) -> None:
    uji = serahkan(buka_halaman(HALAMAN_DATA, **PK), "buku.xlsx", persen_berjumlah())
    assert primer(uji) == ["Pakai jawaban ini"]
    (soal,) = uji.radio
    assert soal.options == ["tambahan\\: setahun 100\xa0%", "jumlah sampai dengan triwulan\\: setahun 21,42\xa0%"]
    soal.set_value(soal.options[0])
    next(satu for satu in uji.button if satu.label == "Pakai jawaban ini").click().run()
    assert not uji.exception, uji.exception
    uji.button(key="ambil-alih").click().run()
    assert "tersimpan." in isi_html(uji)


def persen_berjumlah() -> bytes:
    buku, keluar = openpyxl.Workbook(), io.BytesIO()
    baris: dict[str, list[tuple[object, ...]]] = {
        "indikator": [
            ("kode", "simpul", "nama", "jenis", "satuan", "polaritas", "perilaku"),
            ("IKU-09", "SAS-01", "Persentase arsip tertata", "IKU", "%", "positif", "akumulasi"),
        ],
        "target": [
            ("indikator", "tahun", "periode", "nilai"),
            *(
                ("IKU-09", 2024, p, n)
                for p, n in (("TAHUN", 100), ("TW1", 29.29), ("TW2", 16.43), ("TW3", 32.86), ("TW4", 21.42))
            ),
        ],
    }
    for nama, isi in baris.items():
        lembar = buku.create_sheet(nama)
        for satu in isi:
            lembar.append(satu)
    del buku["Sheet"]
    buku.save(keluar)
    return keluar.getvalue()


def laporan_asing(isi: str | float = 81) -> bytes:
    buku, keluar = openpyxl.Workbook(), io.BytesIO()
    lembar = buku.active
    assert lembar is not None
    for baris in (("LAPORAN",), ("Indikator Kinerja", "Hasil Kinerja Kami"), ("Nilai SAKIP", isi)):
        lembar.append(baris)
    buku.save(keluar)
    return keluar.getvalue()


def test_foreign_headings_are_settled_once_and_remembered(buka_halaman: PembukaHalaman) -> None:
    uji = serahkan(buka_halaman(HALAMAN_DATA, **PK), "laporan.xlsx", laporan_asing())
    pilih = {satu.label: satu for satu in uji.selectbox}
    pilih["Lembar ini berisi"].set_value("realisasi").run()
    pilih = {satu.label: satu for satu in uji.selectbox}
    pilih["Judul kolom ada pada"].set_value((2, 1)).run()
    pilih = {satu.label: satu for satu in uji.selectbox}
    assert pilih["“Indikator Kinerja”"].value == "indikator"
    assert pilih["Periode"].value == "TW4"
    pilih["“Hasil Kinerja Kami”"].set_value("nilai").run()
    uji.button(key="pakai-peta").click().run()
    assert "realisasi IKU-03 / 2024 / TW IV" in isi_html(uji)
    assert "Sheet, baris 3" in isi_html(uji)
    lagi = serahkan(buka_halaman(HALAMAN_DATA, **PK), "laporan.xlsx", laporan_asing())
    pilih = {satu.label: satu for satu in lagi.selectbox}
    assert pilih["“Hasil Kinerja Kami”"].value == "nilai"


def test_what_was_said_of_a_column_is_taken_again_said_and_can_be_asked_anew(buka_halaman: PembukaHalaman) -> None:
    uji = buka_halaman(HALAMAN_DATA, **PK)
    arti = {("realisasi", "indikator kinerja"): "indikator", ("realisasi", "hasil kinerja kami"): "nilai"}
    simpan_bernama(make_engine(), "PK", {"laporan-tw-iii": PetaBernama(arti, {"realisasi!nilai": "titik"})})
    simpan_ingatan(make_engine(), "PK", arti)
    serahkan(uji, "laporan.xlsx", laporan_asing("81.25"))
    next(satu for satu in uji.selectbox if satu.label == "Judul kolom ada pada").set_value((2, 1)).run()
    uji.button(key="pakai-peta").click().run()
    assert "titik tanda desimal, koma tanda ribuan, seperti pada pemetaan laporan-tw-iii." in isi_html(uji)
    uji.button(key="ubah-jawaban").click().run()
    assert "1 kolom perlu dipastikan" in isi_html(uji)


def test_the_history_tells_who_when_what_and_by_which_workbook(buka_halaman: PembukaHalaman) -> None:
    uji = serahkan(
        buka_halaman(HALAMAN_DATA, **PK), "revisi.xlsx", realisasi(("IKU-03", 2024, "TAHUN", 78, "resmi", None, None))
    )
    uji.button(key="ambil-alih").click().run()
    uji.switch_page(f"../pages/{HALAMAN_RIWAYAT}").run()
    uji.text_input(key="riwayat-kode").set_value("IKU-03").run()
    isi = isi_html(uji)
    assert "realisasi IKU-03 / 2024 / Tahun" in isi
    assert "76,42 → <b>78</b>" in isi
    assert "buku kerja revisi.xlsx" in isi
    assert "WIB" in isi
    assert "Perencana" in isi


def test_only_who_may_import_sees_the_page_and_the_services_ask_again(sample_url: str) -> None:
    boleh = {peran for peran in Peran if Tindakan.IMPOR in IZIN[peran]}
    assert next(satu for satu in HALAMAN if satu.berkas == HALAMAN_DATA).peran == boleh
    engine = make_engine(sample_url)
    for peran in set(Peran) - boleh:
        pelaku = Pelaku("X", peran, "PK")
        for coba in (
            lambda p=pelaku: periksa_serahan(engine, p, "PK", Serahan(())),
            lambda p=pelaku: susun_templat(engine, p, "PK", 2024, ISI_TEMPLAT["Semua lembar"]),
            lambda p=pelaku: impor_terakhir(engine, p, "PK"),
        ):
            with pytest.raises(TidakBerwenang):
                coba()
    engine.dispose()


def test_the_page_file_reads_like_a_table_of_contents() -> None:
    teks = (Path(__file__).resolve().parents[2] / "pages" / HALAMAN_DATA).read_text(encoding="utf-8")
    langkah = ["langkah_templat(", "langkah_serahkan(", "langkah_periksa(", "panel_impor("]
    letak = [teks.rindex(satu) for satu in langkah]
    assert letak == sorted(letak)


def test_the_agency_shown_is_removed_when_its_code_is_typed(buka_halaman: PembukaHalaman) -> None:
    uji = buka_halaman("data.py", instansi="PK", tahun=2024, triwulan="II")
    uji.button(key="hapus-instansi").click().run()
    assert "Kode yang diketik bukan PK. Tidak ada yang dihapus." in isi_html(uji)
    uji.text_input(key="ketik-hapus-PK").input("PK").run()
    uji.button(key="hapus-instansi").click().run()
    assert not uji.exception
    assert re.search(r"\(PK\) dihapus, \d+ baris\. Cadangan: PK-[-\d]+\.zip\.", isi_html(uji))
    assert "Penghapusan itu tercatat di Riwayat." in isi_html(uji)
    assert "PK" not in uji.query_params.get("instansi", [""])
    riwayat = isi_html(buka_halaman(HALAMAN_RIWAYAT, instansi="PASER", tahun=2023, triwulan=4))
    assert "Instansi yang dihapus" in riwayat
    assert "<small>PK</small>" in riwayat
    assert "<small>Perencana</small>" in riwayat
    assert "<code>PK-" in riwayat


@pytest.mark.parametrize(
    ("sifat", "kalimat"), [(("D",), "1 bagian tersembunyi perlu dipastikan"), ((), "1 angka perlu dipastikan")]
)
def test_what_is_asked_is_called_what_it_is(buka_halaman: PembukaHalaman, sifat: tuple[str, ...], kalimat: str) -> None:
    buku = openpyxl.load_workbook(io.BytesIO(realisasi((*BARU[:3], 80 if sifat else "1.500", *BARU[4:]))))
    for kolom in sifat:
        buku["realisasi"].column_dimensions[kolom].hidden = True
    keluar = io.BytesIO()
    buku.save(keluar)
    uji = serahkan(buka_halaman(HALAMAN_DATA, **PK), "a.xlsx", keluar.getvalue())
    assert kalimat in isi_html(uji)
    (soal,) = [satu.label for satu in uji.radio if "realisasi" in satu.label]
    assert ("tertulis" in soal) is not bool(sifat)


def test_an_answer_holds_for_the_same_file_handed_in_again_and_can_be_changed(buka_halaman: PembukaHalaman) -> None:
    isi = realisasi((*BARU[:3], "1.500", *BARU[4:]))
    uji = serahkan(buka_halaman(HALAMAN_DATA, **PK), "a.xlsx", isi)
    soal = next(satu for satu in uji.radio if "realisasi" in satu.label)
    soal.set_value(soal.options[1] if isinstance(soal.options[1], Decimal) else Decimal("1.5"))
    next(satu for satu in uji.button if satu.label == "Pakai jawaban ini").click().run()
    assert "perlu dipastikan" not in isi_html(uji)
    uji.file_uploader[0].set_value([]).run()
    serahkan(uji, "a.xlsx", isi)
    assert "perlu dipastikan" not in isi_html(uji)
    uji.button(key="ubah-jawaban").click().run()
    assert "1 angka perlu dipastikan" in isi_html(uji)
