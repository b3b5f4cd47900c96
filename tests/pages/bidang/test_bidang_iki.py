"""Bidang & IKI for every agency, quarter and unit; and the way of one value through the form."""

import re
from datetime import date
from decimal import Decimal
from html import unescape
from typing import Any
from urllib.parse import parse_qs

import pytest
from sqlalchemy import Engine
from streamlit.testing.v1 import AppTest

from dashboard.domain.dasar.hak import PERENCANA_BAWAAN, Pelaku, Peran
from dashboard.domain.dasar.periode import SampaiDengan
from dashboard.domain.entri.aturan import Entri
from dashboard.domain.entri.draf import Ketikan
from dashboard.services.entri.bidang import bidang
from dashboard.services.entri.bukti import serahkan_bukti
from dashboard.services.entri.lembar import ketik
from dashboard.services.kinerja import kinerja
from data_access.engine import make_engine
from data_access.isian.entri import baca_entri
from tests.pages.alat import SEMUA_FILTER, buka_panel, isi_html, isi_lembar
from tests.pages.conftest import PembukaHalaman
from tests.penulis_entri import ajukan_satu

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
        assert isi_lembar(uji)["baris"] or "Tidak ada yang perlu diisi" in isi_html(uji)


@pytest.fixture
def uji(buka_halaman: PembukaHalaman) -> AppTest:
    return buka_halaman(HALAMAN, **ALAMAT)


@pytest.fixture
def engine(sample_url: str) -> Engine:
    return make_engine(sample_url)


def tekan(uji: AppTest, akhiran: str) -> None:
    (tombol,) = [t for t in uji.button if t.key and t.key.endswith(akhiran)]
    tombol.click()
    uji.run()
    assert not uji.exception, uji.exception


def tersimpan(engine: Engine) -> Entri | None:
    with engine.connect() as connection:
        return baca_entri(connection, "PASER", [2023], [KODE]).get((KODE, 2023, "TW4"))


def diajukan(engine: Engine, nilai: int = 75) -> Entri:
    isi = Entri(indikator=KODE, tahun=2023, periode="TW4", nilai=Decimal(nilai))
    return ajukan_satu(engine, PERENCANA_BAWAAN, "PASER", None, isi)


def test_the_head_says_what_is_late_and_the_table_has_it_first(uji: AppTest) -> None:
    html = isi_html(uji)
    assert "5 dari 55 nilai TW IV belum diajukan, semuanya terlambat" in html
    baris = isi_lembar(uji)["baris"]
    assert next(iter(baris)) == KODE
    assert sum(b["terlambat"] for b in baris.values()) == 5
    assert all(b["buka"] for b in baris.values())


def test_the_page_opens_on_the_unit_with_most_to_do_and_says_what_waits_in_each(buka_halaman: PembukaHalaman) -> None:
    uji = buka_halaman(HALAMAN, instansi="PASER", tahun=2023, triwulan=4)
    tabel = re.search(r'dk-unit".*?</table>', isi_html(uji), re.S)
    assert tabel is not None
    assert "Menunggu persetujuan" in tabel[0]
    urutan = [tuple(map(int, re.findall(r">(\d+)</td>", baris))) for baris in tabel[0].split("<tr")[2:]]
    assert len(urutan) > 1
    assert urutan == sorted(urutan, key=lambda satu: satu[1:], reverse=True)
    assert uji.query_params["unit"] == uji.selectbox(key="bidang-unit").value
    assert tabel[0].index('aria-current="true"') < tabel[0].index("</tr>", tabel[0].index("<tbody"))


def test_what_was_typed_is_there_again_with_what_it_would_give(uji: AppTest, engine: Engine) -> None:
    k = kinerja(engine, PERENCANA_BAWAAN, "PASER", SampaiDengan(2023, 4))
    b = bidang(engine, PERENCANA_BAWAAN, k, "BIDANG-PMP", date(2024, 1, 5))
    ketik(engine, PERENCANA_BAWAAN, b, [Ketikan(KODE, "TW4", "nilai", "52,5", ("",), "")])
    data = isi_lembar(uji.run())
    satu = data["gerak"][f"{KODE}|TW4"]
    assert (satu["isi"], satu["kritis"], satu["akibat"][0]["sesudah"][0]) == ({"nilai": "52,5"}, True, "70 %")
    assert satu["kurang"] == ["Indikator ini kritis: lengkapi kendala, solusi, penanggung jawab, batas waktu."]
    assert data["siap"] == 1
    assert tersimpan(engine) is None


def test_the_approver_sees_what_a_value_would_move(uji: AppTest, engine: Engine) -> None:
    diajukan(engine)
    baris = isi_lembar(uji.run())["baris"][KODE]
    assert (baris["setujui"], baris["buka"]) == (True, False)
    assert baris["akibat"][0]["nilai"] == ["–", "75 %"]
    assert [satu[3] for satu in (baris["akibat"][0]["sebelum"], baris["akibat"][0]["sesudah"])] == [
        "Belum dilaporkan",
        "Tercapai",
    ]


def test_what_is_sent_back_shows_its_reason_to_who_enters(uji: AppTest, engine: Engine) -> None:
    diajukan(engine)
    uji.run()
    tekan(uji, f"kembalikan-{KODE}-2023-TW4")
    assert "Tulis alasan pengembalian" in isi_html(uji)
    uji.text_area(key=f"alasan-{KODE}-2023-TW4").set_value("angka ganda").run()
    tekan(uji, f"kembalikan-{KODE}-2023-TW4")
    assert "Dikembalikan oleh Perencana: angka ganda" in isi_html(uji)


def test_what_was_handed_in_is_taken_back_and_waits_on_the_sheet(uji: AppTest, engine: Engine) -> None:
    diajukan(engine)
    uji.run()
    tekan(uji, f"tarik-{KODE}-2023-TW4")
    data = isi_lembar(uji)
    assert (data["siap"], data["baris"][KODE]["isi"]["nilai"]) == (1, "75")


def test_another_period_of_the_quarter_is_chosen_for_the_row(uji: AppTest) -> None:
    pilihan = next(t for t in uji.button_group if str(t.key).startswith(f"periode-{KODE}"))
    pilihan.set_value("TAHUN").run()
    baris = isi_lembar(uji.run())["baris"][KODE]
    assert (baris["periode"], baris["sebutan"]) == ("TAHUN", "Tahun")


def test_a_row_leads_to_its_drawer_in_the_tree_and_the_drawer_back(uji: AppTest, buka_halaman: PembukaHalaman) -> None:
    tujuan = re.search(r'href="(pohon-kinerja[^"]+)"', isi_html(uji))
    assert tujuan is not None
    alamat = {k: v[0] for k, v in parse_qs(unescape(tujuan[1]).partition("?")[2]).items()}
    assert alamat["indikator"] == KODE
    pohon = buka_halaman("pohon_kinerja.py", **alamat)
    kembali = unescape("\n".join(satu.proto.body for satu in pohon.get("html")))
    assert re.search(rf'href="bidang-iki[^"]+unit=BIDANG-PMP[^"]+iki={KODE}"', kembali)


def test_a_file_as_evidence_has_its_name_on_the_sheet(uji: AppTest, engine: Engine) -> None:
    assert isi_lembar(uji)["berkas"] == {}
    isi: dict[str, Any] = {"nama": "laporan tw4.pdf", "isi": b"%PDF-1.7 laporan"}
    acuan = serahkan_bukti(engine, PERENCANA_BAWAAN, "PASER", KODE, 2023, **isi).acuan
    k = kinerja(engine, PERENCANA_BAWAAN, "PASER", SampaiDengan(2023, 4))
    b = bidang(engine, PERENCANA_BAWAAN, k, "BIDANG-PMP", date(2024, 1, 5))
    ketik(engine, PERENCANA_BAWAAN, b, [Ketikan(KODE, "TW4", "bukti", acuan, ("",), "")])
    assert isi_lembar(uji.run())["berkas"] == {acuan: "laporan tw4.pdf"}


def test_what_a_sheet_said_is_not_said_over_another_unit(uji: AppTest) -> None:
    uji.session_state["_lembar_pesan"] = ["PASER-2023-TW4-BIDANG-PMP", True, "1 nilai diajukan.", []]
    assert isi_lembar(uji.run())["pesan"] == [True, "1 nilai diajukan.", []]
    uji.selectbox(key="bidang-unit").select("BIDANG-PPI").run()
    assert isi_lembar(uji)["pesan"] is None
    uji.selectbox(key="bidang-unit").select("BIDANG-PMP").run()
    assert isi_lembar(uji)["pesan"] is None


def test_a_kabid_is_held_to_the_own_unit_whatever_the_address_says(
    buka_halaman: PembukaHalaman, monkeypatch: pytest.MonkeyPatch
) -> None:
    kabid = Pelaku("Kabid PMP", Peran.KEPALA_BIDANG, "PASER", "BIDANG-PMP")
    monkeypatch.setattr("dashboard.session.pelaku_aktif", lambda: kabid)
    uji = buka_halaman(HALAMAN, **BERSAMA | {"unit": "BIDANG-PPI", "iki": "IKI-18-001"})
    assert uji.selectbox(key="bidang-unit").options == ["Bidang Pengembangan, Mutasi dan Promosi"]
    html = isi_html(uji)
    assert "IKI-18-001" not in html
    assert KODE in isi_lembar(uji)["baris"]
    buka_panel(uji, "panel-kunci", f"panel-target-{KODE}")
    assert "TW IV terbuka" in isi_html(uji)
    assert "Berlaku mulai" in isi_html(uji)
    assert not [t for t in uji.button if t.label == "Lihat akibatnya" or t.key == "kunci-periode"]


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
