"""A row about something nobody knows: which one is meant is asked once, and what is left out is said ever after."""

import shlex
from dataclasses import replace
from pathlib import Path

import pytest
import sqlalchemy as sa
from sqlalchemy import Engine

from dashboard.domain.dasar.hak import PERENCANA_BAWAAN
from dashboard.services.data.impor import ambil_alih
from dashboard.services.data.jawaban import Jawaban, JawabanDitolak
from dashboard.services.data.masuk import PratinjauBuku, ambil_serahan, periksa_serahan
from dashboard.services.data.serahan import Serahan, Unggahan
from dashboard.services.riwayat import SaringanRiwayat, riwayat
from data_access.schema import IMPOR
from data_access.workbook.periksa.acuan import MAKS_DUGAAN
from data_access.workbook.periksa.masalah import ABAIKAN, Jawab
from tests.berkas_nyata.formulir import IsiSel, formulir
from tests.berkas_nyata.test_formulir import IKU, PRG2, nilai, realisasi, terisi, usulan
from tests.builders import buku_pegawai, tulis_csv

__all__ = ["terisi"]

ASING = "Persentase entah apa"
JUDUL = ("Indikator", "Triwulan", "Realisasi")
BARIS: tuple[tuple[IsiSel, ...], ...] = ((IKU, "II", 40), (ASING, "II", 3), (ASING, "III", 4), (PRG2, "II", 5))


def serahan(isi: bytes, *jawaban: tuple[str, Jawab]) -> Serahan:
    satu = usulan(isi)
    tetap = tuple((nama, kata) for nama, kata in (("tahun", "2024"), ("sumber_nilai", "resmi")))
    peta = ((satu.buku, replace(satu.peta, tetap=tetap)),)
    return Serahan((Unggahan("a.xlsx", isi),), peta=peta, jawaban=tuple((0, *dua) for dua in jawaban))


def periksa(engine: Engine, isi: bytes, *jawaban: tuple[str, Jawab]) -> PratinjauBuku:
    return periksa_serahan(engine, PERENCANA_BAWAAN, "UJI", serahan(isi, *jawaban))


def test_a_name_in_several_rows_is_one_question_and_its_answer_holds_for_all(terisi: Engine) -> None:
    isi = formulir([JUDUL], BARIS)
    (tanya,) = periksa(terisi, isi).pertanyaan
    assert (tanya.subjek, tanya.letak) == (ASING, "Rekap!A9")
    assert "2 baris" in tanya.hal
    hasil = periksa(terisi, isi, (tanya.sel, "PRG1"))
    assert nilai(hasil) == realisasi(IKU_TW2="40", PRG1_TW2="3", PRG1_TW3="4", PRG2_TW2="5")


def test_rows_left_out_stand_in_the_preview_in_the_import_and_in_history(terisi: Engine) -> None:
    isi = formulir([JUDUL], BARIS)
    pratinjau = periksa(terisi, isi, ("realisasi!A9", ABAIKAN))
    assert [(b.letak, b.nama) for b in pratinjau.baris if b.aksi == "diabaikan"] == [
        ("Rekap, baris 9", ASING),
        ("Rekap, baris 10", ASING),
    ]
    assert pratinjau.jumlah["diabaikan"] == 2
    assert pratinjau.kesimpulan.endswith("siap diambil alih. 2 baris diabaikan sesuai jawaban Anda.")
    assert f"Lembar realisasi: baris 9-10 (“{ASING}”) diabaikan sesuai jawaban Anda." in pratinjau.catatan
    satu = serahan(isi, ("realisasi!A9", ABAIKAN))
    assert ambil_serahan(terisi, PERENCANA_BAWAAN, "UJI", satu, pratinjau.versi, print).diambil
    catatan = f"Diabaikan: realisasi baris 9-10 (“{ASING}”)."
    with terisi.connect() as connection:
        assert connection.execute(sa.select(IMPOR.c.catatan).order_by(IMPOR.c.versi)).scalars().all()[-1] == catatan
    (teratas, *_) = riwayat(terisi, PERENCANA_BAWAAN, "UJI", SaringanRiwayat(), 5).perubahan
    assert teratas.lewat == f"buku kerja a.xlsx. {catatan[:-1]}"


def test_a_merged_name_is_left_out_with_every_row_it_covers(terisi: Engine) -> None:
    baris: list[tuple[IsiSel, ...]] = [(ASING, "II", 3), (None, "III", 4), (PRG2, "II", 5)]
    pratinjau = periksa(terisi, formulir([JUDUL], baris, gabungan=("A8:A9",)), ("realisasi!A8", ABAIKAN))
    assert pratinjau.jumlah["diabaikan"] == 2
    assert [b.hal for b in pratinjau.baris if b.aksi == "tambah"] == ["realisasi PRG2 / 2024 / TW II"]


def test_a_name_beside_the_same_period_of_the_one_chosen_is_refused_as_twice(terisi: Engine) -> None:
    (masalah, *_) = periksa(terisi, formulir([JUDUL], BARIS), ("realisasi!A9", "PRG2")).masalah
    assert "sudah dipakai pada baris" in masalah.salah


def perintah(engine: Engine, path: Path, **sel: str) -> str:
    jawaban = Jawaban({kunci.replace("__", "."): isi for kunci, isi in sel.items()})
    return ambil_alih(engine, path, pelaku=PERENCANA_BAWAAN, instansi="UJI", dry_run=True, jawaban=jawaban).teks()


def test_on_the_command_line_the_refusal_says_once_what_to_type(terisi: Engine, tmp_path: Path) -> None:
    satu = {"indikator": "PGR2", "tahun": "2024", "nilai": "3", "sumber_nilai": "resmi"}
    path = tulis_csv(tmp_path / "b", {"realisasi": [satu | {"periode": tw} for tw in ("TW2", "TW3")]})
    teks = perintah(terisi, path)
    assert teks.count("tidak ada di lembar indikator atau variabel") == 2
    (saran,) = [kata for kata in teks.splitlines() if "--jawab" in kata]
    assert [shlex.split(kata)[1] for kata in saran.rstrip(".").split("Atau jawab: ")[1].split(", atau ")] == [
        "realisasi.A2=PRG2",
        "realisasi.A2=abaikan",
    ]
    assert "tambah realisasi PRG2 / 2024 / TW III" in perintah(terisi, path, realisasi__A2="PRG2")
    abai = perintah(terisi, path, realisasi__A2="abaikan")
    assert "Lembar realisasi: baris 2-3 (“PGR2”) diabaikan sesuai jawaban Anda." in abai
    assert abai.endswith("Tidak ada perubahan.")
    with pytest.raises(JawabanDitolak, match=r"realisasi\.A2=PRG1 bukan jawabannya\. Pilih PRG2 atau abaikan\."):
        perintah(terisi, path, realisasi__A2="PRG1")


def test_a_person_nobody_knows_can_be_left_out_but_is_not_named(terisi: Engine, tmp_path: Path) -> None:
    isi = buku_pegawai()
    nip = str(isi["skp"][0]["nip"])
    (baris, *_) = [satu for satu in isi["skp"] if satu["nip"] == nip]
    ambil_alih(terisi, tulis_csv(tmp_path / "awal", isi), pelaku=PERENCANA_BAWAAN)
    path = tulis_csv(tmp_path / "b", {"skp": [baris | {"nip": f"{nip[:-1]}{(int(nip[-1]) + 5) % 10}"}]})
    (masalah,) = ambil_alih(terisi, path, pelaku=PERENCANA_BAWAAN, instansi="UJI", dry_run=True).masalah
    assert list(masalah.jawaban) == ["abaikan"]
    assert "Lembar skp: baris 2 diabaikan sesuai jawaban Anda." in perintah(terisi, path, skp__A2="abaikan")


def test_a_file_of_nothing_but_unknown_rows_is_refused_where_asking_ends(terisi: Engine) -> None:
    baris = [(f"Entah apa nomor {n}", "II", n) for n in range(MAKS_DUGAAN + 1)]
    pratinjau = periksa(terisi, formulir([JUDUL], baris))
    assert (len(pratinjau.pertanyaan), pratinjau.jumlah_masalah) == (MAKS_DUGAAN, 1)
