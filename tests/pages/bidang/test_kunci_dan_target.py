"""On Bidang & IKI: closing a quarter, opening it again, and changing a target, as pages tell them."""

import re
from datetime import date

import pytest
from sqlalchemy import Engine
from streamlit.testing.v1 import AppTest

from dashboard.domain.dasar.hak import PERENCANA_BAWAAN, Pelaku, Peran
from dashboard.services.entri.kunci import buku_kunci, kunci_sampai
from data_access.baris import ambil
from data_access.engine import make_engine
from tests.pages.alat import buka_panel, isi_html, isi_lembar, isi_teks
from tests.pages.bidang.test_bidang_iki import ALAMAT, HALAMAN, KODE, diajukan
from tests.pages.conftest import PembukaHalaman


@pytest.fixture
def uji(buka_halaman: PembukaHalaman) -> AppTest:
    return buka_halaman(HALAMAN, **ALAMAT)


@pytest.fixture
def engine(sample_url: str) -> Engine:
    return make_engine(sample_url)


def dialog(uji: AppTest) -> str:
    """What an open dialog says, as words."""
    semua = "\n".join(satu.proto.body for satu in uji.get("html") if "dk-rencana" in satu.proto.body)
    return " ".join(re.sub(r"<[^>]+>", " ", semua).split())


def test_a_closed_quarter_is_opened_by_a_correction_and_its_changes_are_marked(uji: AppTest, engine: Engine) -> None:
    buka_panel(uji, "panel-kunci")
    uji.button(key="kunci-periode").click().run()
    assert all(b["buka"] for b in isi_lembar(uji)["baris"].values())
    uji.button(key="ya-kunci").click().run()
    assert "TW I–IV 2023 dikunci." in isi_html(uji)
    assert not any(b["buka"] for b in isi_lembar(uji)["baris"].values())
    uji.button(key="buka-koreksi").click().run()
    assert "Tulis alasan koreksi" in isi_html(uji)
    uji.text_input(key="alasan-koreksi").set_value("laporan PPPK menyusul")
    uji.run()
    uji.button(key="buka-koreksi").click().run()
    assert "TW IV 2023 dibuka lagi untuk koreksi." in isi_html(uji)
    assert isi_lembar(uji)["baris"][KODE]["buka"]
    diajukan(engine, 60)
    html = isi_html(uji.run())
    assert "dikoreksi" in isi_lembar(uji)["baris"][KODE]["tanda"]
    assert "laporan PPPK menyusul" in html
    assert re.search(rf"realisasi {KODE} / 2023 / TW IV, Realisasi: \S+ → 60", html)
    uji.button(key="akhiri-koreksi").click().run()
    assert not any(b["buka"] for b in isi_lembar(uji)["baris"].values())


def test_before_a_quarter_is_closed_it_is_said_what_that_covers_and_what_is_left(uji: AppTest, engine: Engine) -> None:
    diajukan(engine)
    buka_panel(uji, "panel-kunci")
    uji.button(key="kunci-periode").click().run()
    teks = dialog(uji)
    assert "TW I–IV 2023 , BKPSDM Kabupaten Paser" in teks
    assert "capaian, dan status 5 IKU dan 389 indikator lain, termasuk IKI" in teks
    assert "SKP, perilaku, predikat unit, dan anggaran Januari sampai Desember 2023." in teks
    assert "TW IV 2023: 28 nilai belum diajukan, semuanya terlambat" in teks
    assert f"TW IV 2023: 1 nilai menunggu persetujuan {KODE}" in teks
    assert uji.button(key="ya-kunci").label == "Kunci TW I–IV 2023, 49 tertinggal"
    uji.button(key="batal-kunci").click().run()
    assert all(not k.kunci for k in [buku_kunci(engine, PERENCANA_BAWAAN, "PASER").keadaan])


def test_who_may_not_close_any_more_when_the_button_is_pressed_is_refused(
    uji: AppTest, engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    buka_panel(uji, "panel-kunci")
    uji.button(key="kunci-periode").click().run()
    kepala = Pelaku("Kepala", Peran.KEPALA, "PASER")
    monkeypatch.setattr("dashboard.session.pelaku_aktif", lambda: kepala)
    uji.button(key="ya-kunci").click().run()
    assert "tidak berwenang" in isi_teks(uji)
    assert not buku_kunci(engine, PERENCANA_BAWAAN, "PASER").keadaan.kunci


def test_what_changed_after_it_was_read_is_not_closed_unseen(uji: AppTest, engine: Engine) -> None:
    buka_panel(uji, "panel-kunci")
    uji.button(key="kunci-periode").click().run()
    diajukan(engine)
    uji.button(key="ya-kunci").click().run()
    assert "Data berubah sesudah ringkasan itu dibaca, jadi belum dikunci." in isi_html(uji)
    assert not buku_kunci(engine, PERENCANA_BAWAAN, "PASER").keadaan.kunci


def test_a_closed_row_says_what_is_closed_and_how_it_is_opened(uji: AppTest, engine: Engine) -> None:
    assert "Minta perencana membuka koreksi" not in isi_teks(uji)
    kunci_sampai(engine, PERENCANA_BAWAAN, "PASER", 2023, 4)
    teks = isi_teks(uji.run())
    assert "TW IV 2023 sudah dikunci. Minta perencana membuka koreksi TW IV 2023 dengan alasan" in teks
    assert not uji.get("file_uploader")


NAMA_TARGET = f"target-PASER-2023-{KODE}"


def isi_target(uji: AppTest, mulai: date, **baru: str) -> str:
    """Fill in a change of target, ask what it would do, and return what the page says."""
    buka_panel(uji, f"panel-target-{KODE}")
    for periode, teks in baru.items():
        uji.text_input(key=f"{NAMA_TARGET}-{periode}").set_value(teks)
    uji.selectbox(key=f"{NAMA_TARGET}-alasan").set_value("anggaran")
    uji.date_input(key=f"{NAMA_TARGET}-mulai").set_value(mulai)
    uji.text_input(key=f"{NAMA_TARGET}-keterangan").set_value("DPA perubahan nomor 5")
    next(t for t in uji.button if t.label == "Lihat akibatnya").click().run()
    assert not uji.exception, uji.exception
    return isi_teks(uji)


def versi_target_tersimpan(engine: Engine) -> set[str]:
    with engine.connect() as connection:
        return {str(b["versi"]) for b in ambil(connection, "target", "PASER", saring={"indikator": [KODE]})}


def test_a_target_change_is_seen_before_it_is_written_and_keeps_both_versions(uji: AppTest, engine: Engine) -> None:
    buka_panel(uji, f"panel-target-{KODE}")
    uji.text_input(key=f"{NAMA_TARGET}-TAHUN").set_value("70")
    next(t for t in uji.button if t.label == "Lihat akibatnya").click().run()
    assert "Pilih satu dari lima alasan" in isi_html(uji)
    teks = isi_target(uji, date(2023, 10, 1), TAHUN="70")
    assert "Belum ada yang ditulis" in teks
    assert re.search(r"s\.d\. TW IV 2023 75 % → 70 %", teks)
    assert versi_target_tersimpan(engine) == {"awal"}
    uji.button(key=f"{NAMA_TARGET}-ya").click().run()
    html = isi_html(uji)
    assert "Perubahan anggaran: DPA perubahan nomor 5" in html
    assert "<td>awal</td>" in html
    assert "<td>perubahan</td>" in html
    assert uji.text_input(key=f"{NAMA_TARGET}-TAHUN").value == ""
    assert uji.selectbox(key=f"{NAMA_TARGET}-alasan").value is None
    assert not [t for t in uji.button if t.key == f"{NAMA_TARGET}-ya"]


def test_a_target_change_that_moves_nothing_says_why_and_is_not_offered(uji: AppTest, engine: Engine) -> None:
    teks = isi_target(uji, date(2023, 10, 1), TW1="70")
    assert "perubahannya baru berlaku 1 Oktober 2023, sesudah TW I berakhir pada 31 Maret 2023" in teks
    assert not [t for t in uji.button if t.key == f"{NAMA_TARGET}-ya"]
    assert versi_target_tersimpan(engine) == {"awal"}


def test_a_closed_target_is_not_offered_and_it_is_said_how_to_open_it(uji: AppTest, engine: Engine) -> None:
    kunci_sampai(engine, PERENCANA_BAWAAN, "PASER", 2023, 2)
    buka_panel(uji, f"panel-target-{KODE}")
    fields = {str(t.key).rsplit("-", 1)[1] for t in uji.text_input if str(t.key).startswith(NAMA_TARGET)}
    assert fields == {"TAHUN", "TW3", "TW4", "keterangan"}
    assert "Target TW I, TW II 2023 dikunci. Minta perencana membuka koreksi triwulan itu" in isi_teks(uji)
    kunci_sampai(engine, PERENCANA_BAWAAN, "PASER", 2023, 4)
    uji.run()
    assert not [t for t in uji.button if t.label == "Lihat akibatnya"]
