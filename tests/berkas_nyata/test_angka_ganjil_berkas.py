"""A cell that holds more than a number: each kind in a sentence of its own, with the cells to fill, and a question."""

from decimal import Decimal
from pathlib import Path

import pytest
import sqlalchemy as sa
from sqlalchemy import Engine

from dashboard.domain.dasar.hak import PERENCANA_BAWAAN
from dashboard.services.data.impor import ambil_alih
from dashboard.services.data.jawaban import Jawaban
from dashboard.services.data.laporan_impor import LaporanImpor
from dashboard.services.data.masuk import PratinjauBuku, ambil_serahan, periksa_serahan
from dashboard.services.data.serahan import Serahan, Unggahan
from data_access.schema import TABEL
from tests.builders import IsiBuku, buku_kecil, tulis_csv, tulis_xlsx

KOLOM = ("nilai", "nilai_min", "nilai_maks", "predikat")


def target(isi: object, *kolom: str, **lain: object) -> IsiBuku:
    """One quarter's target of PRG2 (satuan nilai); the columns are what the agency's sheet has."""
    baris = {"indikator": "PRG2", "tahun": "2024", "periode": "TW2", "nilai": isi}
    return {"target": [baris | dict.fromkeys(kolom, "") | lain]}


@pytest.fixture
def terisi(engine: Engine, tmp_path: Path) -> Engine:
    assert ambil_alih(engine, tulis_csv(tmp_path / "awal", buku_kecil()), pelaku=PERENCANA_BAWAAN).diambil
    return engine


def impor(engine: Engine, folder: Path, isi: IsiBuku, **jawaban: str) -> LaporanImpor:
    jawab = {kunci.replace("_", "."): nilai for kunci, nilai in jawaban.items()}
    return ambil_alih(
        engine, tulis_csv(folder / "b", isi), pelaku=PERENCANA_BAWAAN, instansi="UJI", jawaban=Jawaban(jawab)
    )


def serahan(folder: Path, isi: IsiBuku, *jawaban: tuple[int, str, Decimal]) -> Serahan:
    return Serahan((Unggahan("b.xlsx", tulis_xlsx(folder / "b.xlsx", isi).read_bytes()),), jawaban=jawaban)


def periksa(engine: Engine, satu: Serahan) -> PratinjauBuku:
    return periksa_serahan(engine, PERENCANA_BAWAAN, "UJI", satu)


def tersimpan(engine: Engine, periode: str = "TW2") -> tuple[object, ...]:
    tabel = TABEL["target"]
    pilih = sa.select(*(tabel.c[k] for k in KOLOM)).where(tabel.c.indikator == "PRG2", tabel.c.periode == periode)
    with engine.connect() as connection:
        return tuple(connection.execute(pilih).one())


KALIMAT = [
    ("3,6-4,4", "rentang 3,6 sampai 4,4. Isi target!E2 (nilai_min) dengan 3,6 dan target!F2 (nilai_maks) dengan 4,4"),
    ("BB (75,20)", "predikat BB dan nilai 75,2. Tulis 75,2 pada target!D2 (nilai) dan BB pada target!G2 (predikat)"),
    ("0,9 Angka", "satuan Angka. Tulis 0,9 saja pada target!D2 (nilai). Satuan Angka ditulis pada kolom satuan PRG2"),
    ("80 persen", "perbaiki kolom satuan PRG2 pada lembar indikator"),
    ("1:17,9", "rasio 1 banding 17,9. Tulis 17,9 pada target!D2 (nilai) dan satuan rasio 1 : n pada kolom satuan PRG2"),
    ("3 Kali 12 Hari", "2 ukuran: 3 Kali dan 12 Hari. Pakai satu indikator per ukuran"),
    ("≥ 90", "tanda batas ≥. Tulis 90 pada target!D2 (nilai); bila ≥ berarti makin tinggi makin baik, kolom polaritas"),
    ("< 5", "kolom polaritas PRG2 pada lembar indikator harus negatif. Sekarang positif."),
]


@pytest.mark.parametrize(("isi", "kalimat"), KALIMAT)
def test_the_command_line_says_which_cells_to_fill(terisi: Engine, tmp_path: Path, isi: str, kalimat: str) -> None:
    laporan = impor(terisi, tmp_path, target(isi, *KOLOM[1:]))
    assert [m.sel for m in laporan.masalah] == ["target!D2"]
    assert kalimat in laporan.teks()
    assert not laporan.diambil


def test_the_cells_of_the_indicator_are_named_where_the_file_holds_them(engine_sqlite: Engine, tmp_path: Path) -> None:
    isi = buku_kecil()
    isi["target"][2] |= {"nilai": "≥ 90", "teks": ""}
    assert "indikator!F4 (polaritas) harus positif" in impor(engine_sqlite, tmp_path, isi).teks()


@pytest.mark.parametrize("kolom", [KOLOM[1:], ()])
@pytest.mark.parametrize(
    ("isi", "nilai", "jadi"),
    [
        ("3,6-4,4", "3,6", (None, "3.6", "4.4", None)),
        ("BB (75,20)", "75,2", ("75.2", None, None, "BB")),
        ("0,9 Angka", "0,9", ("0.9", None, None, None)),
        ("1:17,9", "17,9", ("17.9", None, None, None)),
        ("3 Kali 12 Hari", "12", ("12", None, None, None)),
        ("≥ 90", "90", ("90", None, None, None)),
    ],
)
def test_what_is_agreed_to_is_taken_into_its_cells_whether_the_file_has_them_or_not(
    terisi: Engine, tmp_path: Path, isi: str, nilai: str, jadi: tuple[str | None, ...], kolom: tuple[str, ...]
) -> None:
    """On the page by the question, on the command line by --jawab."""
    diharap = tuple(satu if satu in {None, "BB"} else Decimal(str(satu)) for satu in jadi)
    satu = serahan(tmp_path, target(isi, *kolom))
    (tanya,) = periksa(terisi, satu).pertanyaan
    assert (tanya.subjek, tanya.letak, tanya.tertulis) == ("PRG2 Indikator PRG2", "target!D2", isi)
    pilih = Decimal(nilai.replace(",", "."))
    assert pilih in tanya.pilihan
    satu = serahan(tmp_path, target(isi, *kolom), (0, tanya.sel, pilih))
    pratinjau = periksa(terisi, satu)
    assert pratinjau.boleh_diambil, pratinjau.masalah
    ambil_serahan(terisi, PERENCANA_BAWAAN, "UJI", satu, pratinjau.versi, lambda _: None)
    assert tersimpan(terisi) == diharap
    lain = {nama: [baris | {"periode": "TW3"} for baris in semua] for nama, semua in target(isi, *kolom).items()}
    assert impor(terisi, tmp_path, lain, target_D2=nilai).diambil
    assert tersimpan(terisi, "TW3") == diharap


def test_the_other_rows_keep_what_they_have_in_a_column_that_the_file_lacks(terisi: Engine, tmp_path: Path) -> None:
    dahulu = target("", *KOLOM[1:], nilai_min="1", nilai_maks="2", predikat="C")
    assert impor(terisi, tmp_path, dahulu).diambil
    isi = target("3,6-4,4")
    isi["target"][0]["periode"] = "TW3"
    assert impor(terisi, tmp_path, isi, target_D2="3,6").diambil
    assert tersimpan(terisi) == (None, 1, 2, "C")


def test_an_answer_against_what_its_row_says_is_refused(terisi: Engine, tmp_path: Path) -> None:
    laporan = impor(terisi, tmp_path, target("BB (75,20)", *KOLOM[1:], predikat="A"), target_D2="75,2")
    assert [m.sel for m in laporan.masalah] == ["target!G2"]
    assert "Kosongkan target!G2, atau tulis BB." in laporan.teks()


def test_a_bound_is_taken_only_under_the_polarity_it_means(terisi: Engine, tmp_path: Path) -> None:
    pratinjau = periksa(terisi, serahan(tmp_path, target("< 5")))
    assert (pratinjau.pertanyaan, pratinjau.jumlah_masalah) == ((), 1)
    turun = buku_kecil()["indikator"]
    turun[2]["polaritas"] = "negatif"
    bersama = {"indikator": turun} | target("< 5")
    assert len(periksa(terisi, serahan(tmp_path, bersama)).pertanyaan) == 1


def test_a_range_is_no_report(terisi: Engine, tmp_path: Path) -> None:
    baris = {"indikator": "PRG2", "tahun": "2024", "periode": "TW2", "nilai": "3,6-4,4", "sumber_nilai": "resmi"}
    pratinjau = periksa(terisi, serahan(tmp_path, {"realisasi": [baris]}))
    (masalah,) = pratinjau.masalah
    assert "rentang hanya ada pada target" in masalah.teks()
    assert pratinjau.pertanyaan == ()
