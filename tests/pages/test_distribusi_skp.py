"""Distribusi SKP for every agency: what is said, what may be seen by whom, and the way to one calculation."""

import re

import pytest
from streamlit.testing.v1 import AppTest

from dashboard import session
from dashboard.domain.dasar.hak import PERENCANA_BAWAAN, Pelaku, Peran, Tindakan
from dashboard.domain.dasar.indikator import Rumus
from dashboard.domain.dasar.periode import ROMAWI, SampaiDengan
from dashboard.services.entri.kunci import kunci_sampai
from dashboard.services.kinerja import kinerja
from data_access.baris import ambil
from data_access.engine import make_engine
from data_access.uow import UnitOfWork
from tests.pages.alat import SEMUA_FILTER, isi_html
from tests.pages.conftest import PembukaHalaman
from tests.sample_database import sample_engine

HALAMAN = "distribusi_skp.py"
PASER = {"instansi": "PASER", "tahun": 2023, "triwulan": 4}
BERSKP = ("PASER", "PEMALANG")


@pytest.fixture
def paser(buka_halaman: PembukaHalaman) -> AppTest:
    return buka_halaman(HALAMAN, **PASER)


def bagian(uji: AppTest, nama: str) -> str:
    uji.segmented_control(key="skp-bagian").set_value(nama).run()
    assert not uji.exception
    return isi_html(uji)


def sebagai(monkeypatch: pytest.MonkeyPatch, peran: Peran, unit: str | None = None) -> None:
    monkeypatch.setattr(session, "pelaku_aktif", lambda: Pelaku("Uji", peran, "PASER", unit))


@pytest.mark.parametrize(("instansi", "tahun", "tw"), SEMUA_FILTER)
def test_the_page_is_drawn_for_every_agency_and_quarter(
    buka_halaman: PembukaHalaman, instansi: str, tahun: int, tw: int
) -> None:
    isi = isi_html(buka_halaman(HALAMAN, instansi=instansi, tahun=tahun, triwulan=tw))
    assert isi.count("<h1>") == 1
    assert (f"Belum ada nilai SKP s.d. TW {ROMAWI[tw]} {tahun}" in isi) == (instansi not in BERSKP)


@pytest.mark.parametrize("nama", ["Sebaran", "Bulanan", "Predikat", "Kalender", "Pegawai"])
@pytest.mark.parametrize("instansi", ["PASER", "PEMALANG"])
def test_every_part_is_drawn_and_marked_as_simulated(buka_halaman: PembukaHalaman, instansi: str, nama: str) -> None:
    uji = buka_halaman(HALAMAN, instansi=instansi, tahun=2023 if instansi == "PASER" else 2025, triwulan=3)
    isi = bagian(uji, nama)
    assert "data contoh" in isi
    assert "skala lama" in isi


def test_the_head_counts_the_good_and_the_groups_worth_a_look(paser: AppTest) -> None:
    assert "24 dari 31 pegawai berpredikat Baik ke atas; 2 bidang perlu dilihat" in isi_html(paser)


def test_page_and_indicator_count_the_same_good_people(paser: AppTest) -> None:
    k = kinerja(sample_engine(), PERENCANA_BAWAAN, "PASER", SampaiDengan(2023, 4))
    hasil = next(h for h in k.hasil.indikator.values() if h.indikator.rumus is Rumus.SKP_BAIK)
    assert hasil.simpul.langkah[0].nilai[0] == 24
    assert hasil.catatan[-1].startswith("31 dari ")
    assert re.search(r"Seluruh instansi</th>.*?>31</td>.*?>24 dari 31</td>", isi_html(paser), re.DOTALL)


def test_a_year_that_waits_for_a_month_shows_a_score_to_date(paser: AppTest) -> None:
    assert "1 pegawai belum mempunyai nilai angka setahun" in isi_html(paser)
    bagian(paser, "Pegawai")
    paser.selectbox(key="skp-kelompok").set_value("SEKRETARIAT").run()
    isi = isi_html(paser)
    assert re.search(r">7\d,\d\d</td>\s*<td>belum ada; 11 dari 12 bulan</td>", isi)
    next(s for s in paser.selectbox if s.label == "Hitungan untuk").set_value("999900000002023008").run()
    isi = isi_html(paser)
    assert re.search(r"7\d,\d\d \(berjalan, 11 dari 12 bulan\)", isi)
    assert "Nilai berjalan: 11 dari 12 bulan sudah dihitung" in isi


def test_uniform_and_inflated_groups_are_remarked_on_with_their_meaning(paser: AppTest) -> None:
    isi = isi_html(paser)
    assert re.search(r"Bidang Pengembangan, Mutasi dan Promosi</th>.*?Seragam", isi)
    assert re.search(r"Bidang Pengadaan, Pemberhentian dan Informasi</th>.*?Menggelembung", isi)
    assert "penilaian mungkin tidak membedakan" in isi


def test_groups_stand_in_the_order_of_the_organisation(paser: AppTest) -> None:
    nama = re.findall(r'<th scope="row">(.*?)</th>', isi_html(paser))
    assert nama[0] == "Pimpinan dan staf langsung"
    assert nama[-1] == "Seluruh instansi"


def test_the_quadrant_counts_everybody_with_two_ratings(paser: AppTest) -> None:
    isi = bagian(paser, "Predikat")
    assert sum(map(int, re.findall(r"<td class=\"dk-(?:berisi|kosong-sel)\"><b>(\d+)</b>", isi))) == 31
    assert "Acuan, bukan kuota." in isi


def test_the_calendar_of_a_month_names_its_due_dates_after_holidays(buka_halaman: PembukaHalaman) -> None:
    uji = buka_halaman(HALAMAN, **PASER)
    uji.selectbox(key="skp-bulan-PASER-s.d. TW IV 2023").set_value(5).run()
    isi = bagian(uji, "Kalender")
    assert "Lapor sampai 5 Juni 2023" in isi
    assert "verifikasi tim sampai 10 Juni 2023" in isi


def test_a_class_leads_to_its_people_and_a_person_to_the_calculation(paser: AppTest) -> None:
    bagian(paser, "Pegawai")
    paser.selectbox(key="skp-kelompok").set_value("SEKRETARIAT")
    paser.selectbox(key="skp-sebutan").set_value(2).run()
    isi = isi_html(paser)
    assert isi.count("<td>Cukup</td>") == 6
    assert "Prestasi kerja: 60 % ×" in isi
    assert re.search(r"Kuantitas: [\d,.]+ ÷ [\d,.]+ × 100 = ", isi)


def test_a_closed_month_says_what_it_holds_where_the_data_of_today_come_to_something_else(
    buka_halaman: PembukaHalaman, sample_url: str
) -> None:
    engine = make_engine(sample_url)
    kunci_sampai(engine, PERENCANA_BAWAAN, "PASER", 2023, 4)
    uji = buka_halaman(HALAMAN, **PASER)
    assert "seperti ketika dikunci. Hitungan" not in bagian(uji, "Pegawai")
    with engine.connect() as connection:
        semua = ambil(connection, "pegawai", "PASER")
    with UnitOfWork(engine, PERENCANA_BAWAAN, "PASER", Tindakan.IMPOR) as uow:
        uow.ubah("pegawai", [(p, p | {"memimpin": "tidak" if p["memimpin"] == "ya" else "ya"}) for p in semua])
        uow.commit()
    assert "seperti ketika dikunci. Hitungan" in bagian(uji.run(), "Pegawai")


def test_who_may_not_see_persons_gets_no_name_and_no_small_group(
    buka_halaman: PembukaHalaman, monkeypatch: pytest.MonkeyPatch
) -> None:
    sebagai(monkeypatch, Peran.TIM)
    uji = buka_halaman(HALAMAN, **PASER)
    isi = isi_html(uji)
    assert re.search(r"Pimpinan dan staf langsung</th>.*?disembunyikan", isi)
    assert isi.count("disembunyikan</td>") == 2, "one group alone could be had by subtraction"
    assert "2 kelompok disembunyikan" in isi
    isi = bagian(uji, "Pegawai")
    assert "Nama pegawai tidak ditampilkan untuk peran ini" in isi
    assert "Zahra Firmanto" not in isi


def test_a_head_of_a_bidang_sees_the_own_people_only(
    buka_halaman: PembukaHalaman, monkeypatch: pytest.MonkeyPatch
) -> None:
    sebagai(monkeypatch, Peran.KEPALA_BIDANG, "BIDANG-PMP")
    uji = buka_halaman(HALAMAN, **PASER)
    bagian(uji, "Pegawai")
    assert uji.selectbox(key="skp-kelompok").options == ["Bidang Pengembangan, Mutasi dan Promosi"]
