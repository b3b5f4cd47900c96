"""Bidang & IKI for every agency, quarter and unit; and the way of one value through the form."""

import json
import re
from base64 import b64decode
from datetime import date
from decimal import Decimal
from html import unescape
from typing import Any
from urllib.parse import parse_qs
from zlib import decompress

import pytest
from sqlalchemy import Engine
from streamlit.testing.v1 import AppTest

from dashboard.domain.dasar.hak import PERENCANA_BAWAAN, Pelaku, Peran
from dashboard.domain.dasar.periode import SampaiDengan
from dashboard.domain.entri.aturan import Entri
from dashboard.domain.entri.draf import Ketikan
from dashboard.services.entri.bidang import bidang
from dashboard.services.entri.bukti import serahkan_bukti
from dashboard.services.entri.kunci import buku_kunci, kunci_sampai
from dashboard.services.entri.lembar import ketik
from dashboard.services.kinerja import kinerja
from data_access.baris import ambil
from data_access.engine import make_engine
from data_access.isian.entri import baca_entri
from tests.pages.alat import SEMUA_FILTER, buka_panel, isi_html, isi_teks
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
        assert lembar(uji)["baris"] or "Tidak ada yang perlu diisi" in isi_html(uji)


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


def lembar(uji: AppTest) -> dict[str, Any]:
    """What the sheet in the browser is given."""
    (komponen,) = uji.main.get("bidi_component")
    data: dict[str, Any] = json.loads(komponen.proto.json)
    tetap: dict[str, Any] = json.loads(decompress(b64decode(data["padat"])))
    return data | tetap | {"baris": {b["kode"]: b for b in tetap["baris"]}}


def dialog(uji: AppTest) -> str:
    """What an open dialog says, as words."""
    semua = "\n".join(satu.proto.body for satu in uji.get("html") if "dk-rencana" in satu.proto.body)
    return " ".join(re.sub(r"<[^>]+>", " ", semua).split())


def test_the_head_says_what_is_late_and_the_table_has_it_first(uji: AppTest) -> None:
    html = isi_html(uji)
    assert "5 dari 55 nilai TW IV belum diajukan, semuanya terlambat" in html
    baris = lembar(uji)["baris"]
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
    data = lembar(uji.run())
    satu = data["gerak"][f"{KODE}|TW4"]
    assert (satu["isi"], satu["kritis"], satu["akibat"][0]["sesudah"][0]) == ({"nilai": "52,5"}, True, "70 %")
    assert satu["kurang"] == ["Indikator ini kritis: lengkapi kendala, solusi, penanggung jawab, batas waktu."]
    assert data["siap"] == 1
    assert tersimpan(engine) is None


def test_the_approver_sees_what_a_value_would_move(uji: AppTest, engine: Engine) -> None:
    diajukan(engine)
    baris = lembar(uji.run())["baris"][KODE]
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
    data = lembar(uji)
    assert (data["siap"], data["baris"][KODE]["isi"]["nilai"]) == (1, "75")


def test_another_period_of_the_quarter_is_chosen_for_the_row(uji: AppTest) -> None:
    pilihan = next(t for t in uji.button_group if str(t.key).startswith(f"periode-{KODE}"))
    pilihan.set_value("TAHUN").run()
    baris = lembar(uji.run())["baris"][KODE]
    assert (baris["periode"], baris["sebutan"]) == ("TAHUN", "Tahun")


def test_a_closed_quarter_is_opened_by_a_correction_and_its_changes_are_marked(uji: AppTest, engine: Engine) -> None:
    buka_panel(uji, "panel-kunci")
    uji.button(key="kunci-periode").click().run()
    assert all(b["buka"] for b in lembar(uji)["baris"].values())
    uji.button(key="ya-kunci").click().run()
    assert "TW I–IV 2023 dikunci." in isi_html(uji)
    assert not any(b["buka"] for b in lembar(uji)["baris"].values())
    uji.button(key="buka-koreksi").click().run()
    assert "Tulis alasan koreksi" in isi_html(uji)
    uji.text_input(key="alasan-koreksi").set_value("laporan PPPK menyusul")
    uji.run()
    uji.button(key="buka-koreksi").click().run()
    assert "TW IV 2023 dibuka lagi untuk koreksi." in isi_html(uji)
    assert lembar(uji)["baris"][KODE]["buka"]
    diajukan(engine, 60)
    html = isi_html(uji.run())
    assert "dikoreksi" in lembar(uji)["baris"][KODE]["tanda"]
    assert "laporan PPPK menyusul" in html
    assert re.search(rf"realisasi {KODE} / 2023 / TW4, Realisasi: \S+ → 60", html)
    uji.button(key="akhiri-koreksi").click().run()
    assert not any(b["buka"] for b in lembar(uji)["baris"].values())


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


def test_a_row_leads_to_its_drawer_in_the_tree_and_the_drawer_back(uji: AppTest, buka_halaman: PembukaHalaman) -> None:
    tujuan = re.search(r'href="(pohon-kinerja[^"]+)"', isi_html(uji))
    assert tujuan is not None
    alamat = {k: v[0] for k, v in parse_qs(unescape(tujuan[1]).partition("?")[2]).items()}
    assert alamat["indikator"] == KODE
    pohon = buka_halaman("pohon_kinerja.py", **alamat)
    kembali = unescape("\n".join(satu.proto.body for satu in pohon.get("html")))
    assert re.search(rf'href="bidang-iki[^"]+unit=BIDANG-PMP[^"]+iki={KODE}"', kembali)


def test_a_file_as_evidence_has_its_name_on_the_sheet(uji: AppTest, engine: Engine) -> None:
    assert lembar(uji)["berkas"] == {}
    isi: dict[str, Any] = {"nama": "laporan tw4.pdf", "isi": b"%PDF-1.7 laporan"}
    acuan = serahkan_bukti(engine, PERENCANA_BAWAAN, "PASER", KODE, 2023, **isi).acuan
    k = kinerja(engine, PERENCANA_BAWAAN, "PASER", SampaiDengan(2023, 4))
    b = bidang(engine, PERENCANA_BAWAAN, k, "BIDANG-PMP", date(2024, 1, 5))
    ketik(engine, PERENCANA_BAWAAN, b, [Ketikan(KODE, "TW4", "bukti", acuan, ("",), "")])
    assert lembar(uji.run())["berkas"] == {acuan: "laporan tw4.pdf"}


def test_what_a_sheet_said_is_not_said_over_another_unit(uji: AppTest) -> None:
    uji.session_state["_lembar_pesan"] = ["PASER-2023-TW4-BIDANG-PMP", True, "1 nilai diajukan.", []]
    assert lembar(uji.run())["pesan"] == [True, "1 nilai diajukan.", []]
    uji.selectbox(key="bidang-unit").select("BIDANG-PPI").run()
    assert lembar(uji)["pesan"] is None
    uji.selectbox(key="bidang-unit").select("BIDANG-PMP").run()
    assert lembar(uji)["pesan"] is None


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
    assert "Target TW I, TW II 2023 dikunci. Minta perencana membuka koreksi TW II 2023" in isi_teks(uji)
    kunci_sampai(engine, PERENCANA_BAWAAN, "PASER", 2023, 4)
    uji.run()
    assert not [t for t in uji.button if t.label == "Lihat akibatnya"]


def test_a_kabid_is_held_to_the_own_unit_whatever_the_address_says(
    buka_halaman: PembukaHalaman, monkeypatch: pytest.MonkeyPatch
) -> None:
    kabid = Pelaku("Kabid PMP", Peran.KEPALA_BIDANG, "PASER", "BIDANG-PMP")
    monkeypatch.setattr("dashboard.session.pelaku_aktif", lambda: kabid)
    uji = buka_halaman(HALAMAN, **BERSAMA | {"unit": "BIDANG-PPI", "iki": "IKI-18-001"})
    assert uji.selectbox(key="bidang-unit").options == ["Bidang Pengembangan, Mutasi dan Promosi"]
    html = isi_html(uji)
    assert "IKI-18-001" not in html
    assert KODE in lembar(uji)["baris"]
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
