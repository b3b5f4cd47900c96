"""Bidang & IKI for every agency, quarter and unit; and the way of one value through the form."""

import re
from datetime import date
from decimal import Decimal

import pytest
from sqlalchemy import Engine
from streamlit.testing.v1 import AppTest

from dashboard.domain.dasar.hak import PERENCANA_BAWAAN, Pelaku, Peran
from dashboard.domain.entri.aturan import Entri
from dashboard.services.entri.alur import simpan
from data_access.engine import make_engine
from data_access.entri import baca_entri
from tests.pages.alat import SEMUA_FILTER, buka_panel, isi_html
from tests.pages.conftest import PembukaHalaman

HALAMAN = "bidang_iki.py"
KODE, BERSAMA = "IKI-30-001", {"instansi": "PASER", "tahun": 2023, "triwulan": 4, "unit": "BIDANG-PMP"}
ALAMAT = BERSAMA | {"iki": KODE}


@pytest.mark.parametrize(("instansi", "tahun", "tw"), SEMUA_FILTER)
def test_the_page_is_drawn_for_every_agency_quarter_and_unit(
    buka_halaman: PembukaHalaman, instansi: str, tahun: int, tw: int
) -> None:
    uji = buka_halaman(HALAMAN, instansi=instansi, tahun=tahun, triwulan=tw)
    for unit in uji.selectbox(key="bidang-unit").options:
        uji.selectbox(key="bidang-unit").select(unit).run()
        assert not uji.exception, (unit, uji.exception)
        assert 'class="dk-tabel"' in isi_html(uji)


@pytest.fixture
def uji(buka_halaman: PembukaHalaman) -> AppTest:
    return buka_halaman(HALAMAN, **ALAMAT)


@pytest.fixture
def engine(sample_url: str) -> Engine:
    return make_engine(sample_url)


def isi(uji: AppTest, bagian: str, nilai: str) -> None:
    """Type into a field of the open form; its number rises with each opening."""
    semua = (*uji.text_input, *uji.text_area)
    (kolom,) = [k for k in semua if k.key and k.key.startswith("isi-") and k.key.endswith(f"-{bagian}")]
    kolom.set_value(nilai)
    uji.run()


def tekan(uji: AppTest, akhiran: str) -> None:
    (tombol,) = [t for t in uji.button if t.key and t.key.endswith(akhiran)]
    tombol.click()
    uji.run()
    assert not uji.exception, uji.exception


def tersimpan(engine: Engine) -> Entri | None:
    with engine.connect() as connection:
        return baca_entri(connection, "PASER", [2023], [KODE]).get((KODE, 2023, "TW4"))


def lengkapi(uji: AppTest) -> None:
    for bagian in ("kendala", "solusi", "pic"):
        isi(uji, bagian, f"isi {bagian}")
    (batas,) = [d for d in uji.date_input if d.key and d.key.endswith("-batas_waktu")]
    batas.set_value(date(2024, 3, 31))
    uji.run()


def test_the_head_says_what_is_late_and_the_table_has_it_first(uji: AppTest) -> None:
    html = isi_html(uji)
    assert "5 dari 55 nilai TW IV belum diajukan, semuanya terlambat" in html
    assert html.count('<span class="dk-lencana">terlambat</span>') == 5


def test_an_ambiguous_number_is_asked_about_and_a_button_answers(uji: AppTest, engine: Engine) -> None:
    isi(uji, "nilai", "1.500")
    assert "dapat berarti 1500 atau 1,5" in isi_html(uji)
    tekan(uji, "-simpan")
    assert tersimpan(engine) is None
    tekan(uji, "-nilai-1,5")
    tekan(uji, "-simpan")
    lama = tersimpan(engine)
    assert lama is not None
    assert lama.nilai == Decimal("1.5")


def test_the_preview_shows_the_achievement_before_anything_is_saved(uji: AppTest, engine: Engine) -> None:
    isi(uji, "nilai", "52,5")
    html = isi_html(uji)
    assert "70 %" in html
    assert "Indikator ini kritis: lengkapi kendala, solusi, penanggung jawab, batas waktu." in html
    assert tersimpan(engine) is None


def test_a_value_goes_from_the_form_over_approval_into_the_official_figures(uji: AppTest, engine: Engine) -> None:
    isi(uji, "nilai", "52,5")
    tekan(uji, "-ajukan")
    assert tersimpan(engine) is None
    lengkapi(uji)
    tekan(uji, "-ajukan")
    assert "Entri diajukan dan menunggu persetujuan." in isi_html(uji)
    tekan(uji, "-setujui")
    html = isi_html(uji)
    assert "Entri disetujui dan masuk angka resmi." in html
    assert "4 dari 55 nilai TW IV belum diajukan" in html
    lama = tersimpan(engine)
    assert lama is not None
    assert (lama.status_entri, lama.sumber_nilai, lama.pic) == ("disetujui", "resmi", "isi pic")


def test_what_is_sent_back_shows_its_reason_to_who_enters(uji: AppTest) -> None:
    isi(uji, "nilai", "75")
    lengkapi(uji)
    tekan(uji, "-ajukan")
    tekan(uji, "-kembalikan")
    assert "Tulis alasan pengembalian" in isi_html(uji)
    isi(uji, "alasan", "angka ganda")
    tekan(uji, "-kembalikan")
    assert "Dikembalikan oleh Perencana: angka ganda" in isi_html(uji)


def test_who_saves_second_sees_both_values_and_decides(uji: AppTest, engine: Engine) -> None:
    isi(uji, "nilai", "60")
    orang_lain = Entri(indikator=KODE, tahun=2023, periode="TW4", nilai=Decimal(65))
    simpan(engine, PERENCANA_BAWAAN, "PASER", None, orang_lain)
    tekan(uji, "-simpan")
    html = isi_html(uji)
    assert "Orang lain menyimpan baris ini lebih dulu." in html
    assert "<td>65 %</td><td>60 %</td>" in html
    assert tersimpan(engine) == orang_lain
    tekan(uji, "-lanjut")
    tekan(uji, "-simpan")
    lama = tersimpan(engine)
    assert lama is not None
    assert lama.nilai == 60


def test_a_form_nobody_typed_in_follows_what_is_stored(uji: AppTest, engine: Engine) -> None:
    simpan(engine, PERENCANA_BAWAAN, "PASER", None, Entri(indikator=KODE, tahun=2023, periode="TW4", nilai=Decimal(65)))
    uji.run()
    assert "Isian Anda" not in isi_html(uji)
    assert [k.value for k in uji.text_input if k.key and k.key.endswith("-nilai")] == ["65"]


def test_a_closed_quarter_is_opened_by_a_correction_and_its_changes_are_marked(uji: AppTest, engine: Engine) -> None:
    buka_panel(uji, "panel-kunci")
    uji.button(key="kunci-periode").click().run()
    assert "TW IV 2023 dikunci." in isi_html(uji)
    assert not [k for k in uji.text_input if k.key and k.key.endswith("-nilai")]
    uji.button(key="buka-koreksi").click().run()
    assert "Tulis alasan koreksi" in isi_html(uji)
    uji.text_input(key="alasan-koreksi").set_value("laporan PPPK menyusul")
    uji.run()
    uji.button(key="buka-koreksi").click().run()
    isi(uji, "nilai", "60")
    tekan(uji, "-simpan")
    html = isi_html(uji)
    assert '<span class="dk-lencana">dikoreksi</span>' in html
    assert "laporan PPPK menyusul" in html
    assert re.search(rf"realisasi {KODE} / 2023 / TW4, Realisasi: \S+ → 60", html)
    uji.button(key="akhiri-koreksi").click().run()
    assert not [k for k in uji.text_input if k.key and k.key.endswith("-nilai")]


def test_a_target_change_keeps_both_versions_in_sight(uji: AppTest) -> None:
    nama = f"target-PASER-{KODE}"
    buka_panel(uji, f"panel-target-{KODE}")
    kirim = next(t for t in uji.button if t.label == "Ubah target")
    uji.text_input(key=f"{nama}-TAHUN").set_value("70")
    kirim.click().run()
    assert "Pilih satu dari lima alasan" in isi_html(uji)
    uji.text_input(key=f"{nama}-TAHUN").set_value("70")
    uji.selectbox(key=f"{nama}-alasan").set_value("anggaran")
    uji.date_input(key=f"{nama}-mulai").set_value(date(2023, 10, 1))
    uji.text_input(key=f"{nama}-keterangan").set_value("DPA perubahan nomor 5")
    next(t for t in uji.button if t.label == "Ubah target").click().run()
    html = isi_html(uji)
    assert "Perubahan anggaran: DPA perubahan nomor 5" in html
    assert "<td>awal</td>" in html
    assert "<td>perubahan</td>" in html


def test_a_kabid_is_held_to_the_own_unit_whatever_the_address_says(
    buka_halaman: PembukaHalaman, monkeypatch: pytest.MonkeyPatch
) -> None:
    kabid = Pelaku("Kabid PMP", Peran.KEPALA_BIDANG, "PASER", "BIDANG-PMP")
    monkeypatch.setattr("dashboard.session.pelaku_aktif", lambda: kabid)
    uji = buka_halaman(HALAMAN, **BERSAMA | {"unit": "BIDANG-PPI", "iki": "IKI-18-001"})
    assert uji.selectbox(key="bidang-unit").options == ["Bidang Pengembangan, Mutasi dan Promosi"]
    html = isi_html(uji)
    assert "IKI-18-001" not in html
    assert f"<b>{KODE}</b>" in html
    buka_panel(uji, "panel-kunci", f"panel-target-{KODE}")
    assert "TW IV terbuka" in isi_html(uji)
    assert "Berlaku mulai" in isi_html(uji)
    assert not [t for t in uji.button if t.label == "Ubah target" or t.key == "kunci-periode"]


def test_a_promise_is_answered_with_one_click(buka_halaman: PembukaHalaman, engine: Engine) -> None:
    with engine.connect() as connection:
        semua = baca_entri(connection, "PASER", [2023])
    janji = next(e for e in semua.values() if e.periode == "TW3" and e.status_tindak_lanjut == "berjalan")
    unit = {"02": "SEKRETARIAT", "18": "BIDANG-PPI", "30": "BIDANG-PMP", "38": "BIDANG-PKDP"}
    nomor = max(k for k in unit if k <= janji.indikator.split("-")[1])
    uji = buka_halaman(HALAMAN, **BERSAMA | {"unit": unit[nomor], "iki": janji.indikator})
    pilihan = next(t for t in uji.button_group if str(t.key).startswith(f"janji-{janji.indikator}"))
    pilihan.set_value("selesai").run()
    with engine.connect() as connection:
        sesudah = baca_entri(connection, "PASER", [2023], [janji.indikator])[janji.kunci]
    assert sesudah.status_tindak_lanjut == "selesai"
    assert sesudah.tanggal_selesai is not None
