"""Entering values on both databases: steps, rights, two people on one row, promises, targets, evidence."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from threading import Barrier

import pytest
from sqlalchemy import Engine

from dashboard.domain.dasar.hak import PERENCANA_BAWAAN, TidakBerwenang
from dashboard.domain.dasar.periode import SampaiDengan
from dashboard.domain.entri.aturan import AksiDitolak, AksiEntri, Entri, EntriChanged, StatusEntri
from dashboard.domain.entri.bukti import BuktiDitolak
from dashboard.domain.entri.kunci import PeriodeTerkunci
from dashboard.domain.entri.perubahan_target import PerubahanDitolak, TargetBaru
from dashboard.services.data.impor import ambil_alih
from dashboard.services.entri.alur import BelumLengkap, jawab_janji, pratinjau
from dashboard.services.entri.bidang import KeadaanEntri, bidang, pilihan_unit
from dashboard.services.entri.bukti import berkas_bukti, serahkan_bukti
from dashboard.services.entri.kunci import kunci_sampai
from dashboard.services.entri.perubahan_target import AlasanTarget, ubah_target
from data_access.baris import ambil
from data_access.files.bukti import folder_bukti
from data_access.isian.entri import baca_langkah
from data_access.kinerja import versi_data
from tests.builders import buku_kecil, tulis_csv
from tests.penulis_entri import (
    KABID,
    KABID_LAIN,
    KEPALA,
    LENGKAP,
    SAAT_ITU,
    ajukan_satu,
    baru,
    hitung,
    isi_tw1,
    pindahkan_satu,
    simpan,
    tersimpan,
)
from tests.sidik import hitung_sidik


def test_only_the_approved_value_counts_in_official_figures(terisi: Engine) -> None:
    isi_tw1(terisi)
    draf = simpan(terisi, KABID, "UJI", None, baru("1200"))
    assert hitung(terisi).hasil.indikator["PRG1"].nilai is None
    diajukan = ajukan_satu(terisi, KABID, "UJI", draf, draf)
    assert hitung(terisi).hasil.indikator["PRG1"].nilai is None
    pindahkan_satu(terisi, KEPALA, "UJI", AksiEntri.SETUJUI, diajukan)
    assert hitung(terisi).hasil.indikator["PRG1"].nilai == 2300
    with terisi.connect() as connection:
        langkah = [(s.periode, s.aksi, s.ke, s.pelaku) for s in baca_langkah(connection, "UJI", 2024, ["PRG1"])]
        assert hitung_sidik(connection, "UJI").startswith(versi_data(connection, "UJI"))
    assert langkah == [
        ("TW1", "ajukan", "diajukan", "Kabid Satu"),
        ("TW1", "setujui", "disetujui", "Kepala"),
        ("TW2", "ajukan", "diajukan", "Kabid Satu"),
        ("TW2", "setujui", "disetujui", "Kepala"),
    ]


def test_the_preview_is_what_approval_gives(terisi: Engine) -> None:
    isi_tw1(terisi)
    (satu,) = pratinjau(hitung(terisi).data, baru("1200"))
    entri = ajukan_satu(terisi, KABID, "UJI", None, baru("1200"))
    pindahkan_satu(terisi, KEPALA, "UJI", AksiEntri.SETUJUI, entri)
    hasil = hitung(terisi).hasil.indikator["PRG1"]
    assert (satu.sesudah.nilai, satu.sesudah.persen, satu.sesudah.status) == (hasil.nilai, hasil.persen, hasil.status)
    assert satu.sebelum.nilai is None


def test_a_variabel_shows_what_it_does_to_the_indicator_it_feeds(terisi: Engine) -> None:
    data = hitung(terisi, 1).data
    (satu,) = pratinjau(data, Entri(indikator="JUMLAH_ASN", tahun=2024, periode="TW1", nilai=Decimal(6000)))
    assert satu.sesudah.kode == "IKU"


def test_what_is_sent_back_leaves_the_official_figures_and_says_why(terisi: Engine) -> None:
    isi_tw1(terisi)
    lama = tersimpan(terisi, "TW1")
    assert lama is not None
    balik = pindahkan_satu(terisi, KEPALA, "UJI", AksiEntri.KEMBALIKAN, lama, "angka ganda")
    assert hitung(terisi, 1).hasil.indikator["PRG1"].nilai is None
    isi = bidang(terisi, KABID, hitung(terisi, 1), "BIDANG", SAAT_ITU)
    assert isi.per_kode["PRG1"].keadaan is KeadaanEntri.DIKEMBALIKAN
    alasan = isi.alasan_kembali(balik)
    assert alasan is not None
    assert (alasan.alasan, alasan.pelaku) == ("angka ganda", "Kepala")


def test_a_reason_pasted_with_invisible_letters_is_stored_as_it_can_be_read(terisi: Engine) -> None:
    isi_tw1(terisi)
    lama = tersimpan(terisi, "TW1")
    assert lama is not None
    pindahkan_satu(terisi, KEPALA, "UJI", AksiEntri.KEMBALIKAN, lama, "angka\x00 ganda\x07\u200b\r\ndi \x1b[2Jlampiran")
    with terisi.connect() as connection:
        assert baca_langkah(connection, "UJI", 2024, ["PRG1"])[-1].alasan == "angka ganda di [2Jlampiran"


def test_a_red_value_is_not_handed_in_without_its_remedy(terisi: Engine) -> None:
    isi_tw1(terisi)
    with pytest.raises(BelumLengkap, match="PRG1: Indikator ini kritis: lengkapi kendala, solusi"):
        ajukan_satu(terisi, KABID, "UJI", None, baru("10"))
    assert tersimpan(terisi) is None
    assert ajukan_satu(terisi, KABID, "UJI", None, baru("10", **LENGKAP)).status is StatusEntri.DIAJUKAN


# rights


def test_another_kabid_neither_sees_nor_writes_the_entries_of_a_unit(terisi: Engine) -> None:
    k = hitung(terisi)
    with pytest.raises(TidakBerwenang):
        bidang(terisi, KABID_LAIN, k, "BIDANG", SAAT_ITU)
    draf = simpan(terisi, KABID, "UJI", None, baru())
    lain: list[Callable[[], object]] = [
        lambda: ajukan_satu(terisi, KABID_LAIN, "UJI", None, baru(periode="TW3")),
        lambda: ajukan_satu(terisi, KABID_LAIN, "UJI", draf, draf),
        lambda: jawab_janji(terisi, KABID_LAIN, "UJI", draf, "selesai", hari_ini=SAAT_ITU, sd=SampaiDengan(2024, 3)),
        lambda: serahkan_bukti(terisi, KABID_LAIN, "UJI", "PRG1", 2024, nama="a.pdf", isi=b"%PDF-1"),
    ]
    for kerja in lain:
        with pytest.raises(TidakBerwenang):
            kerja()
    assert tersimpan(terisi) == draf
    assert [p.kode for p in pilihan_unit(terisi, KABID, k, SAAT_ITU)] == ["BIDANG"]
    assert pilihan_unit(terisi, KABID_LAIN, k, SAAT_ITU) == ()
    assert {p.kode for p in pilihan_unit(terisi, KEPALA, k, SAAT_ITU)} == {"BADAN", "BIDANG"}


def test_a_shared_indicator_is_entered_by_the_first_owner_and_seen_by_all(terisi: Engine) -> None:
    baris = bidang(terisi, KABID, hitung(terisi), "BIDANG", SAAT_ITU).per_kode["IKU"]
    assert (baris.bersama, baris.boleh_isi) == (True, False)
    with pytest.raises(TidakBerwenang):
        ajukan_satu(terisi, KABID, "UJI", None, Entri(indikator="IKU", tahun=2024, periode="TW2", nilai=Decimal(1)))
    assert bidang(terisi, PERENCANA_BAWAAN, hitung(terisi), "BADAN", SAAT_ITU).per_kode["IKU"].boleh_isi


def test_who_enters_does_not_approve_and_who_approves_does_not_enter(terisi: Engine) -> None:
    entri = ajukan_satu(terisi, KABID, "UJI", None, baru("1100", "TW1"))
    with pytest.raises(TidakBerwenang):
        pindahkan_satu(terisi, KABID, "UJI", AksiEntri.SETUJUI, entri)
    with pytest.raises(TidakBerwenang):
        ajukan_satu(terisi, KEPALA, "UJI", None, baru())


def test_an_unknown_indicator_is_not_entered(terisi: Engine) -> None:
    with pytest.raises(AksiDitolak, match="tidak dikenal"):
        ajukan_satu(terisi, PERENCANA_BAWAAN, "UJI", None, replace(baru(), indikator="TIDAK-ADA"))


# where to begin


def test_the_unit_with_most_to_do_stands_first_with_what_is_late_waiting_and_overdue(terisi: Engine) -> None:
    isi_tw1(terisi)
    isi = baru("900", **LENGKAP | {"batas_waktu": date(2024, 7, 1)})
    janji = ajukan_satu(terisi, KABID, "UJI", None, isi)
    pilihan = pilihan_unit(terisi, KEPALA, hitung(terisi), date(2024, 8, 1))
    assert [p.mendesak for p in pilihan] == sorted((p.mendesak for p in pilihan), reverse=True)
    per_kode = {p.kode: p for p in pilihan}
    assert per_kode["BIDANG"].mendesak == (2, 2, 1, 0)
    pindahkan_satu(terisi, KEPALA, "UJI", AksiEntri.SETUJUI, janji)
    per_kode = {p.kode: p for p in pilihan_unit(terisi, KEPALA, hitung(terisi, 3), date(2024, 10, 1))}
    assert (per_kode["BIDANG"].terlambat, per_kode["BIDANG"].janji_lewat) == (0, 1)


# two people, one row


def test_the_second_of_two_people_is_told_and_nothing_is_overwritten(terisi: Engine) -> None:
    dasar = simpan(terisi, KABID, "UJI", None, baru("1"))
    satu = simpan(terisi, KABID, "UJI", dasar, replace(dasar, nilai=Decimal(2)))
    with pytest.raises(EntriChanged) as error:
        ajukan_satu(terisi, PERENCANA_BAWAAN, "UJI", dasar, replace(dasar, nilai=Decimal(3000)))
    assert (error.value.kode, error.value.kini, error.value.pelaku) == ("PRG1", satu, "Kabid Satu")
    assert tersimpan(terisi) == satu


@pytest.mark.parametrize("ada", [True, False], ids=["over a draft", "on an empty row"])
def test_of_many_at_the_same_moment_one_wins_and_the_others_are_told(terisi: Engine, ada: bool) -> None:
    dasar = simpan(terisi, KABID, "UJI", None, baru("1")) if ada else None
    bersama = Barrier(4)

    def tulis(nilai: int) -> object:
        bersama.wait()
        try:
            return ajukan_satu(terisi, KABID, "UJI", dasar, replace(dasar or baru(), nilai=Decimal(nilai)))
        except EntriChanged as error:
            return error

    with ThreadPoolExecutor(4) as kolam:
        hasil = list(kolam.map(tulis, (4010, 4011, 4012, 4013)))
    menang = [h for h in hasil if isinstance(h, Entri)]
    assert [tersimpan(terisi)] == menang
    assert [h.kini for h in hasil if isinstance(h, EntriChanged)] == menang * 3
    with terisi.connect() as connection:
        assert hitung_sidik(connection, "UJI").startswith(versi_data(connection, "UJI"))


# promises


def test_the_next_quarter_opens_with_the_promise_and_wants_an_answer(terisi: Engine) -> None:
    janji = {**LENGKAP, "tindak_lanjut": "tarik data tiap minggu"}
    awal = ajukan_satu(terisi, KABID, "UJI", None, baru("1100", "TW1", **janji))
    awal = pindahkan_satu(terisi, KEPALA, "UJI", AksiEntri.SETUJUI, awal)
    kunci_sampai(terisi, PERENCANA_BAWAAN, "UJI", 2024, 1)
    (satu,) = bidang(terisi, KABID, hitung(terisi), "BIDANG", SAAT_ITU).per_kode["PRG1"].janji
    assert (satu.isi, satu.status) == ("tarik data tiap minggu", None)
    with pytest.raises(BelumLengkap, match="janji periode lalu"):
        ajukan_satu(terisi, KABID, "UJI", None, baru("3000"))
    jawab_janji(terisi, KABID, "UJI", awal, "selesai", hari_ini=SAAT_ITU, sd=SampaiDengan(2024, 2))
    assert ajukan_satu(terisi, KABID, "UJI", None, baru("3000")).status is StatusEntri.DIAJUKAN
    dijawab = tersimpan(terisi, "TW1")
    assert dijawab is not None
    assert (dijawab.status_tindak_lanjut, dijawab.tanggal_selesai) == ("selesai", SAAT_ITU)
    assert dijawab.status is StatusEntri.DISETUJUI


# what is closed


def test_a_closed_quarter_takes_no_entry(terisi: Engine) -> None:
    kunci_sampai(terisi, PERENCANA_BAWAAN, "UJI", 2024, 2)
    with pytest.raises(PeriodeTerkunci):
        ajukan_satu(terisi, KABID, "UJI", None, baru("4000"))
    assert tersimpan(terisi) is None
    assert bidang(terisi, KABID, hitung(terisi), "BIDANG", SAAT_ITU).terkunci


# targets and evidence


def test_a_changed_target_holds_from_its_day_and_both_versions_stay(terisi: Engine) -> None:
    dasar = AlasanTarget("anggaran", "DPA perubahan nomor 5", date(2024, 7, 1))
    ubah_target(terisi, PERENCANA_BAWAAN, "UJI", "PRG1", 2024, baru={"TAHUN": TargetBaru(Decimal(4000))}, dasar=dasar)
    with terisi.connect() as connection:
        baris = ambil(connection, "target", "UJI", saring={"indikator": ["PRG1"]})
    assert {(b["versi"], b["nilai"], b["penjelasan"]) for b in baris} == {
        ("awal", Decimal(4230), None),
        ("perubahan", Decimal(4000), "Perubahan anggaran: DPA perubahan nomor 5"),
    }
    tahunan = [hitung(terisi, tw).hasil.indikator["PRG1"].target.tahunan for tw in (2, 3)]
    assert [t.nilai for t in tahunan if t is not None] == [4230, 4000]


def test_a_target_changes_only_with_a_reason_by_the_planner_and_not_in_a_closed_quarter(terisi: Engine) -> None:
    isi = {"TAHUN": TargetBaru(Decimal(4000))}
    sah = AlasanTarget("anggaran", "DPA perubahan nomor 5", date(2024, 5, 1))
    with pytest.raises(PerubahanDitolak):
        ubah_target(terisi, PERENCANA_BAWAAN, "UJI", "PRG1", 2024, baru=isi, dasar=replace(sah, alasan="sulit"))
    with pytest.raises(PerubahanDitolak, match="belum ditetapkan"):
        ubah_target(terisi, PERENCANA_BAWAAN, "UJI", "PRG1", 2024, baru={"BLN08": isi["TAHUN"]}, dasar=sah)
    with pytest.raises(TidakBerwenang):
        ubah_target(terisi, KABID, "UJI", "PRG1", 2024, baru=isi, dasar=sah)
    kunci_sampai(terisi, PERENCANA_BAWAAN, "UJI", 2024, 2)
    with pytest.raises(PeriodeTerkunci):
        ubah_target(terisi, PERENCANA_BAWAAN, "UJI", "PRG1", 2024, baru=isi, dasar=sah)
    nanti = replace(sah, berlaku_mulai=date(2024, 8, 1))
    assert ubah_target(terisi, PERENCANA_BAWAAN, "UJI", "PRG1", 2024, baru=isi, dasar=nanti).periode == ("TAHUN",)


def test_an_evidence_file_lies_under_its_hash_and_comes_back_whole(engine_sqlite: Engine, tmp_path: Path) -> None:
    ambil_alih(engine_sqlite, tulis_csv(tmp_path / "awal", buku_kecil()), pelaku=PERENCANA_BAWAAN)
    isi = b"%PDF-1.7 laporan"
    for nama in ("lap.pdf", "lagi.pdf"):
        berkas = serahkan_bukti(engine_sqlite, PERENCANA_BAWAAN, "UJI", "PRG1", 2024, nama=nama, isi=isi)
    assert [p.name for p in folder_bukti(engine_sqlite).iterdir()] == [f"{berkas.sha256}.pdf"]
    entri = simpan(engine_sqlite, KABID, "UJI", None, baru(bukti=berkas.acuan))
    kembali = berkas_bukti(engine_sqlite, PERENCANA_BAWAAN, "UJI", entri.kunci)
    assert kembali is not None
    assert (kembali[0].nama, kembali[1]) == ("lap.pdf", isi)
    assert berkas_bukti(engine_sqlite, PERENCANA_BAWAAN, "UJI", ("PRG1", 2024, "TW3")) is None, "no such entry"
    with pytest.raises(BuktiDitolak):
        serahkan_bukti(engine_sqlite, PERENCANA_BAWAAN, "UJI", "PRG1", 2024, nama="a.pdf", isi=b"<html>")
