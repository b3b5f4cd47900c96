"""A value a hundred times off its target is asked: on the page, and by a refusal on the command line."""

from pathlib import Path

import pytest
from sqlalchemy import Engine

from dashboard.domain.dasar.hak import PERENCANA_BAWAAN
from dashboard.services.data.impor import ambil_alih, periksa_berkas
from dashboard.services.data.jawaban import Jawaban, JawabanDitolak
from dashboard.services.data.masuk import periksa_serahan
from dashboard.services.data.serahan import Serahan, Unggahan
from tests.berkas_nyata.pembuat import buku_xml, realisasi_xml
from tests.builders import buku_kecil, tulis_csv


def berkas(folder: Path, *nilai: object) -> Path:
    path = folder / "a.xlsx"
    path.write_bytes(buku_xml({"realisasi": realisasi_xml(*nilai)}))
    return path


def ditanya(engine: Engine, path: Path) -> list[str]:
    serahan = Serahan((Unggahan(path.name, path.read_bytes()),))
    return [satu.sel for satu in periksa_serahan(engine, PERENCANA_BAWAAN, "UJI", serahan).pertanyaan]


def atur(engine: Engine, folder: Path, satuan: str, *target: tuple[str, str], perilaku: str = "") -> None:
    """The unit of IKU and its targets."""
    isi = buku_kecil()
    isi["komponen"] = []
    isi["indikator"][0] |= {"satuan": satuan, "perilaku": perilaku}
    isi["target"] = [{"indikator": "IKU", "tahun": "2024", "periode": p, "nilai": n} for p, n in target]
    del isi["realisasi"]
    isi = {nama: baris for nama, baris in isi.items() if baris}
    assert ambil_alih(engine, tulis_csv(folder / "atur", isi), pelaku=PERENCANA_BAWAAN).jumlah_masalah == 0


@pytest.mark.parametrize(
    ("satuan", "target", "nilai", "tanya"),
    [
        ("%", "85,5", (0.855,), True),
        ("%", "85,5", (8550,), True),
        ("persen", "0,855", (85.5,), True),
        ("indeks", "0,855", (85.5,), True),
        ("nilai", "85,5", (0.855,), True),
        ("%", "85,5", (80,), False),
        ("orang", "100", (1,), False),
        ("hektare", "100", (1,), False),
    ],
)
def test_page_and_command_line_judge_alike(
    terisi: Engine, tmp_path: Path, satuan: str, target: str, nilai: tuple[float, ...], tanya: bool
) -> None:
    atur(terisi, tmp_path, satuan, ("TAHUN", target), perilaku="progress")
    path = berkas(tmp_path, *nilai)
    laporan = periksa_berkas(terisi, path)
    assert ditanya(terisi, path) == (["realisasi!D2"] if tanya else [])
    assert [satu.sel for satu in laporan.masalah] == ditanya(terisi, path)


def test_a_quarter_is_held_against_its_own_target(terisi: Engine, tmp_path: Path) -> None:
    atur(terisi, tmp_path, "%", ("TW2", "1"), ("TAHUN", "100"))
    assert ditanya(terisi, berkas(tmp_path, 1, 1)) == ["realisasi!D3"]


def test_the_target_in_the_same_file_counts_and_so_does_a_new_indicator(engine_sqlite: Engine, tmp_path: Path) -> None:
    isi = buku_kecil()
    isi["realisasi"][0]["nilai"] = "0,855"
    laporan = ambil_alih(engine_sqlite, tulis_csv(tmp_path / "baru", isi), pelaku=PERENCANA_BAWAAN)
    assert [satu.sel for satu in laporan.masalah] == ["realisasi!D2"]
    assert not laporan.diambil


def test_the_refusal_says_how_to_answer_and_the_answer_is_taken(terisi: Engine, tmp_path: Path) -> None:
    path = berkas(tmp_path, 0.855)
    laporan = ambil_alih(terisi, path, pelaku=PERENCANA_BAWAAN)
    assert not laporan.diambil
    assert (
        '✖ realisasi!D2: "0,855" seratus kali lebih kecil dari targetnya, 85,5 %. Tulis 85,5 bila itu maksudnya. '
        "Atau jawab: --jawab realisasi.D2=85,5, atau --jawab realisasi.D2=0,855."
    ) in laporan.teks()
    hasil = ambil_alih(terisi, path, pelaku=PERENCANA_BAWAAN, jawaban=Jawaban({"realisasi.D2": "85,5"}))
    assert hasil.diambil
    assert ambil_alih(terisi, berkas(tmp_path, 85.5), pelaku=PERENCANA_BAWAAN).jumlah_perubahan == 0


def test_values_can_be_taken_as_written_all_at_once(terisi: Engine, tmp_path: Path) -> None:
    path = berkas(tmp_path, 0.855, 0.86)
    assert periksa_berkas(terisi, path).jumlah_masalah == 2
    assert ambil_alih(terisi, path, pelaku=PERENCANA_BAWAAN, jawaban=Jawaban(seperti_tertulis=True)).diambil


def test_a_number_that_was_answered_is_not_asked_again(terisi: Engine, tmp_path: Path) -> None:
    path = berkas(tmp_path, "1.500")
    laporan = ambil_alih(terisi, path, pelaku=PERENCANA_BAWAAN, jawaban=Jawaban({"realisasi.D2": "1,5"}))
    assert laporan.diambil


@pytest.mark.parametrize(
    ("jawaban", "kalimat"),
    [
        ({"realisasi.D2": "86"}, "--jawab realisasi.D2=86 bukan jawabannya. Pilih 85,5 atau 0,855."),
        ({"realisasi.D9": "85,5"}, "--jawab realisasi.D9: tidak ada yang ditanyakan di sana pada berkas ini."),
    ],
)
def test_an_answer_to_nothing_is_refused(terisi: Engine, tmp_path: Path, jawaban: dict[str, str], kalimat: str) -> None:
    with pytest.raises(JawabanDitolak) as ditolak:
        ambil_alih(terisi, berkas(tmp_path, 0.855), pelaku=PERENCANA_BAWAAN, jawaban=Jawaban(jawaban))
    assert str(ditolak.value) == kalimat
