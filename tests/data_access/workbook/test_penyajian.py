"""Percentages whose quarters add up to the year: asked, noted on the command line, the answer kept as penyajian."""

import io
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
import sqlalchemy as sa
from sqlalchemy import Engine

from dashboard.domain.dasar.hak import PERENCANA_BAWAAN
from dashboard.domain.dasar.penjelasan import Kepastian
from dashboard.domain.dasar.periode import SampaiDengan
from dashboard.domain.hitung.tahun import hitung_tahun
from dashboard.services.data.impor import ambil_alih
from dashboard.services.data.masuk import ambil_serahan, periksa_serahan
from dashboard.services.data.serahan import Serahan, Unggahan
from dashboard.services.entri.kunci import kunci_sampai
from data_access.aturan import untuk
from data_access.kinerja import load_kinerja
from data_access.schema import TABEL
from tests.builders import IsiBuku, buku_kecil, tulis_csv

PERSEN = {"TAHUN": "100", "TW1": "29,29", "TW2": "16,43", "TW3": "32,86", "TW4": "21,42"}
LAPOR = {"TW1": "29,29", "TW2": "16,43"}


def awal(penyajian: str = "", perilaku: str = "akumulasi") -> IsiBuku:
    isi = buku_kecil()
    isi["komponen"] = []
    for satu in isi["indikator"]:
        satu |= {"perilaku": perilaku, "penyajian": penyajian}
    isi["target"], isi["realisasi"] = [], []
    return {nama: baris for nama, baris in isi.items() if baris}


def ukuran(jalur: dict[str, str] = PERSEN) -> IsiBuku:
    return {
        "target": [{"indikator": "IKU", "tahun": "2024", "periode": p, "nilai": n} for p, n in jalur.items()],
        "realisasi": [
            {"indikator": "IKU", "tahun": "2024", "periode": p, "nilai": n, "sumber_nilai": "resmi"}
            for p, n in LAPOR.items()
        ],
    }


def serahan(isi: IsiBuku) -> Serahan:
    buku, keluar = openpyxl.Workbook(), io.BytesIO()
    for nama, baris in isi.items():
        lembar = buku.create_sheet(nama)
        lembar.append(list(baris[0]))
        for satu in baris:
            lembar.append(list(satu.values()))
    del buku["Sheet"]
    buku.save(keluar)
    return Serahan((Unggahan("buku.xlsx", keluar.getvalue()),))


def isi_awal(engine: Engine, folder: Path, isi: IsiBuku) -> None:
    laporan = ambil_alih(engine, tulis_csv(folder / "awal", isi), pelaku=PERENCANA_BAWAAN)
    assert laporan.diambil, laporan.teks()


@pytest.mark.parametrize("serentak", [False, True])
@pytest.mark.parametrize(
    ("pilih", "penyajian", "nilai", "target"), [(0, "tambahan", "45.72", "45.72"), (1, "sd_periode", "16.43", "16.43")]
)
def test_the_answer_sets_penyajian_and_with_it_the_running_sum(
    engine: Engine, tmp_path: Path, pilih: int, penyajian: str, nilai: str, target: str, serentak: bool
) -> None:
    """Whether the indicator is stored already or comes in the same workbook."""
    if not serentak:
        isi_awal(engine, tmp_path, awal())
    satu = serahan(awal() | ukuran() if serentak else ukuran())
    if serentak:
        isi_awal(engine, tmp_path, {"instansi": buku_kecil()["instansi"]})
    pratinjau = periksa_serahan(engine, PERENCANA_BAWAAN, "UJI", satu)
    (tanya,) = pratinjau.pertanyaan
    assert (tanya.subjek, tanya.letak, tanya.tertulis) == (
        "IKU" if serentak else "IKU Indikator IKU",
        "target!D3",
        "29,29; 16,43; 32,86; 21,42",
    )
    assert not pratinjau.boleh_diambil
    satu = Serahan(satu.berkas, jawaban=((tanya.buku, tanya.sel, tanya.pilihan[pilih]),))
    jadi = periksa_serahan(engine, PERENCANA_BAWAAN, "UJI", satu)
    assert (jadi.pertanyaan, jadi.boleh_diambil) == ((), True)
    if not serentak:
        assert [(b.letak, b.hal) for b in jadi.baris if b.letak.startswith("indikator")] == [
            ("indikator, jawaban Anda", jadi.baris[0].hal)
        ]
    ambil_serahan(engine, PERENCANA_BAWAAN, "UJI", satu, jadi.versi, lambda _: None)
    posisi = SampaiDengan(2024, 2)
    with engine.connect() as connection:
        tabel = TABEL["indikator"]
        tersimpan = connection.execute(sa.select(tabel.c.penyajian).where(tabel.c.kode == "IKU")).scalar_one()
        hasil = hitung_tahun(load_kinerja(connection, "UJI", 2024), posisi, untuk(posisi.hari_akhir)).indikator["IKU"]
    assert tersimpan == penyajian
    assert (hasil.nilai, hasil.target.sampai and hasil.target.sampai.nilai) == (Decimal(nilai), Decimal(target))
    assert (hasil.kepastian is Kepastian.DIHITUNG_DENGAN_ASUMSI) == (penyajian == "tambahan")


def test_an_answer_that_would_move_a_closed_quarter_is_refused(engine: Engine, tmp_path: Path) -> None:
    isi_awal(engine, tmp_path, awal() | ukuran())
    kunci_sampai(engine, PERENCANA_BAWAAN, "UJI", 2024, 2)
    satu = serahan({"target": [{"indikator": "IKU", "tahun": "2024", "periode": "TW4", "nilai": "21,421"}]})
    (tanya,) = periksa_serahan(engine, PERENCANA_BAWAAN, "UJI", satu).pertanyaan
    satu = Serahan(satu.berkas, jawaban=((tanya.buku, tanya.sel, tanya.pilihan[0]),))
    jadi = periksa_serahan(engine, PERENCANA_BAWAAN, "UJI", satu)
    assert not jadi.boleh_diambil
    assert ("indikator", "indikator") in {(m.lembar, m.sel) for m in jadi.masalah}
    assert all("tidak dapat diambil" in m.salah for m in jadi.masalah)


def test_the_command_line_notes_what_the_page_asks(engine: Engine, tmp_path: Path) -> None:
    isi_awal(engine, tmp_path, awal())
    laporan = ambil_alih(engine, tulis_csv(tmp_path / "b", ukuran()), pelaku=PERENCANA_BAWAAN)
    assert laporan.diambil
    assert "Catatan: target!D3: persentase triwulan IKU (29,29; 16,43; 32,86; 21,42) berjumlah" in laporan.teks()


@pytest.mark.parametrize(
    ("dahulu", "jalur"),
    [
        (awal("tambahan"), PERSEN),
        (awal("sd_periode"), PERSEN),
        (awal(perilaku="progress"), PERSEN),
        (awal(), {"TAHUN": "100", "TW1": "25", "TW2": "50", "TW3": "75", "TW4": "100"}),
        (awal(), {"TAHUN": "100", "TW4": "100"}),
    ],
)
def test_what_is_said_or_can_only_be_running_totals_is_not_asked(
    engine_sqlite: Engine, tmp_path: Path, dahulu: IsiBuku, jalur: dict[str, str]
) -> None:
    isi_awal(engine_sqlite, tmp_path, dahulu)
    assert periksa_serahan(engine_sqlite, PERENCANA_BAWAAN, "UJI", serahan(ukuran(jalur))).pertanyaan == ()
