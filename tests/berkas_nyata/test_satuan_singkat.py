"""Abbreviated units count like the words they stand for; a unit that says nothing under a blank perilaku is asked."""

from decimal import Decimal
from pathlib import Path

import pytest
import sqlalchemy as sa
from sqlalchemy import Engine

from dashboard.domain.dasar.hak import PERENCANA_BAWAAN
from dashboard.domain.dasar.periode import SampaiDengan
from dashboard.domain.hitung.tahun import hitung_tahun
from dashboard.services.data.angka_periode.perilaku_satuan import KATA, PILIHAN
from dashboard.services.data.impor import ambil_alih
from dashboard.services.data.masuk import PratinjauBuku, ambil_serahan, periksa_serahan
from dashboard.services.data.serahan import Serahan, Unggahan
from data_access.aturan import untuk
from data_access.kinerja import load_kinerja
from data_access.schema import TABEL
from tests.builders import IsiBuku, buku_kecil, tulis_csv, tulis_xlsx

LAPOR = {"TW1": "0,8", "TW2": "1,2", "TW3": "0"}


def isi_satuan(satuan: str) -> IsiBuku:
    """An annual 4 with quarters of 2, and what came of them, in that unit and without a word about behaviour."""
    isi = buku_kecil()
    del isi["komponen"]
    isi["indikator"] = [satu | {"perilaku": ""} for satu in isi["indikator"]]
    isi["indikator"][0]["satuan"] = satuan
    jalur = {"TAHUN": "4", "TW1": "2", "TW2": "2"}
    isi["target"] = [{"indikator": "IKU", "tahun": "2024", "periode": p, "nilai": n} for p, n in jalur.items()]
    isi["realisasi"] = [
        {"indikator": "IKU", "tahun": "2024", "periode": p, "nilai": n, "sumber_nilai": "resmi"}
        for p, n in LAPOR.items()
    ]
    return isi


def nilai(engine: Engine, triwulan: int = 3) -> Decimal | None:
    posisi = SampaiDengan(2024, triwulan)
    with engine.connect() as connection:
        data = load_kinerja(connection, "UJI", 2024)
    return hitung_tahun(data, posisi, untuk(posisi.hari_akhir)).indikator["IKU"].nilai


@pytest.mark.parametrize(
    "satuan", ["Dokumen", "Dok", "dok.", "Lap", "org", "bh", "keg", "dokumen/laporan", "orang/bulan"]
)
def test_an_abbreviated_unit_adds_up_like_the_word(engine_sqlite: Engine, tmp_path: Path, satuan: str) -> None:
    laporan = ambil_alih(engine_sqlite, tulis_csv(tmp_path / "b", isi_satuan(satuan)), pelaku=PERENCANA_BAWAAN)
    assert laporan.diambil, laporan.teks()
    assert not [c for c in laporan.catatan if "satuan" in c]
    assert nilai(engine_sqlite) == 2


def serahan(folder: Path, satuan: str, *jawaban: tuple[int, str, Decimal]) -> Serahan:
    berkas = tulis_xlsx(folder / "b.xlsx", isi_satuan(satuan))
    return Serahan((Unggahan("b.xlsx", berkas.read_bytes()),), jawaban=jawaban)


@pytest.fixture
def kosong(engine: Engine, tmp_path: Path) -> Engine:
    instansi = {"instansi": buku_kecil()["instansi"]}
    assert ambil_alih(engine, tulis_csv(tmp_path / "awal", instansi), pelaku=PERENCANA_BAWAAN).diambil
    return engine


def periksa(engine: Engine, satu: Serahan) -> PratinjauBuku:
    return periksa_serahan(engine, PERENCANA_BAWAAN, "UJI", satu)


@pytest.mark.parametrize(
    ("pilih", "perilaku", "hasil"), [(0, "akumulasi", 2), (1, "progress", 0), (2, "pengulangan", 0)]
)
def test_an_unknown_unit_is_asked_once_and_the_answer_is_its_behaviour(
    kosong: Engine, tmp_path: Path, pilih: int, perilaku: str, hasil: int
) -> None:
    (tanya,) = periksa(kosong, serahan(tmp_path, "zak")).pertanyaan
    assert (tanya.subjek, tanya.letak, tanya.sel) == ("Satuan zak", "IKU", "indikator!E2@zak")
    assert (tanya.pilihan, tanya.arti) == (PILIHAN, KATA)
    jawab = serahan(tmp_path, "zak", (0, tanya.sel, PILIHAN[pilih]))
    jadi = periksa(kosong, jawab)
    assert (jadi.pertanyaan, jadi.boleh_diambil) == ((), True)
    ambil_serahan(kosong, PERENCANA_BAWAAN, "UJI", jawab, jadi.versi, lambda _: None)
    with kosong.connect() as connection:
        tabel = TABEL["indikator"]
        tersimpan = connection.execute(sa.select(tabel.c.perilaku).where(tabel.c.kode == "IKU")).scalar_one()
    assert tersimpan == perilaku
    assert nilai(kosong) == hasil


def test_the_question_comes_back_until_it_is_answered_also_for_stored_indicators(
    kosong: Engine, tmp_path: Path
) -> None:
    isi = isi_satuan("zak")
    lapor = {"realisasi": [isi["realisasi"][0] | {"periode": "TW4", "nilai": "1"}]}
    assert ambil_alih(kosong, tulis_csv(tmp_path / "a", isi), pelaku=PERENCANA_BAWAAN).diambil
    berkas = tulis_xlsx(tmp_path / "c.xlsx", lapor)
    (tanya,) = periksa(kosong, Serahan((Unggahan("c.xlsx", berkas.read_bytes()),))).pertanyaan
    assert tanya.sel == "realisasi!D2@zak"


def test_many_indicators_of_one_unit_are_one_question(kosong: Engine, tmp_path: Path) -> None:
    isi = isi_satuan("Zak")
    isi["indikator"] += [isi["indikator"][0] | {"kode": f"I{n}", "satuan": "zak "} for n in range(7)]
    berkas = tulis_xlsx(tmp_path / "d.xlsx", isi)
    (tanya,) = periksa(kosong, Serahan((Unggahan("d.xlsx", berkas.read_bytes()),))).pertanyaan
    assert tanya.letak == "I0, I1, I2, I3, I4 dan 3 lainnya"


def test_the_command_line_lists_what_was_assumed(engine_sqlite: Engine, tmp_path: Path) -> None:
    laporan = ambil_alih(engine_sqlite, tulis_csv(tmp_path / "b", isi_satuan("zak")), pelaku=PERENCANA_BAWAAN)
    assert laporan.diambil
    (kalimat,) = [c for c in laporan.catatan if "zak" in c]
    assert kalimat.startswith('indikator!E2: satuan "zak" tidak menentukan')
    assert "dibaca sebagai progress. Isi kolom perilaku" in kalimat


def test_no_unit_and_a_stated_behaviour_ask_nothing(kosong: Engine, tmp_path: Path) -> None:
    assert periksa(kosong, serahan(tmp_path, "")).pertanyaan == ()
    isi = isi_satuan("zak")
    isi["indikator"][0]["perilaku"] = "progress"
    berkas = tulis_xlsx(tmp_path / "e.xlsx", isi)
    assert periksa(kosong, Serahan((Unggahan("e.xlsx", berkas.read_bytes()),))).pertanyaan == ()
