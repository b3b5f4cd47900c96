"""Whatever an import asks can be answered on the command line, and the report says what to type."""

import shlex
from pathlib import Path

import pytest
import sqlalchemy as sa
from sqlalchemy import Engine

from dashboard.commands.parser import make_parser
from dashboard.domain.dasar.hak import PERENCANA_BAWAAN
from dashboard.services.data.impor import ambil_alih
from dashboard.services.data.jawaban import Jawaban, JawabanDitolak
from dashboard.services.data.laporan_impor import LaporanImpor
from data_access.schema import TABEL
from tests.berkas_nyata.pembuat import buku_xml, realisasi_xml
from tests.builders import IsiBuku, buku_kecil, tulis_csv

SEMBUNYI = 'hidden="1"'
KOLOM_D = f'<cols><col min="4" max="4" {SEMBUNYI}/></cols>'
BAGIAN = {
    "baris": buku_xml({"realisasi": realisasi_xml(40, 41, baris={3: SEMBUNYI})}),
    "kolom": buku_xml({"realisasi": realisasi_xml(40, sebelum=KOLOM_D)}),
    "lembar": buku_xml({"realisasi": realisasi_xml(40)}, sifat={"realisasi": 'state="hidden"'}),
}

TERSISA = {"baris": 1, "kolom": 1, "lembar": 0}
"""Rows that stay when the hidden part is left out; a row whose value was hidden comes without it."""


def perintah(engine: Engine, path: Path, *diketik: str, dry_run: bool = True) -> LaporanImpor:
    """What `import PATH` with those words does, as the command line takes them apart."""
    jawaban = Jawaban(dict(make_parser().parse_args(["import", str(path), *diketik]).jawab))
    return ambil_alih(engine, path, pelaku=PERENCANA_BAWAAN, instansi="UJI", dry_run=dry_run, jawaban=jawaban)


def yang_diketik(laporan: LaporanImpor) -> list[tuple[str, str]]:
    """The answers that the printed report offers, each as the shell hands it over."""
    semua = [satu for satu in laporan.teks().splitlines() if "--jawab " in satu]
    pilihan = [kata for satu in semua for kata in satu.removesuffix(".").partition("Atau jawab: ")[2].split(", atau ")]
    return [(awalan, kata) for awalan, kata in map(shlex.split, pilihan)]


def tanpa_masalah(laporan: LaporanImpor) -> LaporanImpor:
    assert not laporan.masalah, laporan.teks()
    return laporan


@pytest.mark.parametrize("bagian", BAGIAN)
def test_what_is_hidden_is_left_out_by_what_the_note_says_to_type(terisi: Engine, tmp_path: Path, bagian: str) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(BAGIAN[bagian])
    biasa = tanpa_masalah(perintah(terisi, path))
    ikut, lewati = yang_diketik(biasa)
    assert [ikut, lewati] == [("--jawab", f"realisasi.{bagian}={kata}") for kata in ("ikut", "lewati")]
    assert perintah(terisi, path, *ikut).jumlah_perubahan == biasa.jumlah_perubahan
    lain = perintah(terisi, path, *lewati)
    assert not yang_diketik(lain)
    assert lain.jumlah_perubahan == TERSISA[bagian]


def bersatuan(satuan: str) -> IsiBuku:
    isi = buku_kecil()
    isi["indikator"][1] |= {"satuan": satuan, "perilaku": ""}
    return {"indikator": [isi["indikator"][1]]}


@pytest.mark.parametrize("satuan", ["rancangan aksi", "tata = baik", "Jum'at!?"])
def test_a_unit_that_says_nothing_is_answered_by_its_name(terisi: Engine, tmp_path: Path, satuan: str) -> None:
    path = tulis_csv(tmp_path / "b", bersatuan(satuan))
    pilihan = yang_diketik(tanpa_masalah(perintah(terisi, path)))
    assert [kata.rpartition("=")[2] for _, kata in pilihan] == ["akumulasi", "progress", "pengulangan"]
    (ubah,) = perintah(terisi, path, *pilihan[2]).perubahan
    assert ("Perilaku", "pengulangan") in {(nama, baru) for nama, _, baru in ubah.kolom}


def test_quarters_that_add_up_to_a_percentage_are_answered_at_their_cell(terisi: Engine, tmp_path: Path) -> None:
    isi = buku_kecil()
    persen = isi["indikator"][1] | {"satuan": "%", "perilaku": "akumulasi"}
    jalur = (("TAHUN", "100"), ("TW1", "10"), ("TW2", "20"), ("TW3", "30"), ("TW4", "40"))
    target = [{"indikator": "PRG1", "tahun": "2024", "periode": p, "nilai": n} for p, n in jalur]
    path = tulis_csv(tmp_path / "b", {"indikator": [persen], "target": target})
    pilihan = yang_diketik(tanpa_masalah(perintah(terisi, path)))
    assert [kata.rpartition("=")[2] for _, kata in pilihan] == ["tambahan", "sd_periode"]
    assert perintah(terisi, path, *pilihan[0], dry_run=False).diambil
    with terisi.connect() as connection:
        c = TABEL["indikator"].c
        assert connection.execute(sa.select(c.penyajian).where(c.kode == "PRG1")).scalar() == "tambahan"


def test_an_answer_that_is_none_of_those_offered_is_refused(terisi: Engine, tmp_path: Path) -> None:
    (tmp_path / "a.xlsx").write_bytes(BAGIAN["baris"])
    with pytest.raises(JawabanDitolak, match=r"realisasi\.baris=tidak bukan jawabannya\. Pilih ikut atau lewati\."):
        perintah(terisi, tmp_path / "a.xlsx", "--jawab", "realisasi.baris=tidak")
    with pytest.raises(JawabanDitolak, match=r"realisasi\.kolom: tidak ada yang ditanyakan"):
        perintah(terisi, tmp_path / "a.xlsx", "--jawab", "realisasi.kolom=ikut")


def test_no_column_is_called_like_a_part_that_can_be_hidden() -> None:
    assert not {"baris", "kolom", "lembar"} & {kolom.name for nama in TABEL.values() for kolom in nama.c}
