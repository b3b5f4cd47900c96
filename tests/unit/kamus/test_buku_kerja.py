"""The dictionary is whole: what it refers to exists, and the domain knows no column it does not hold."""

from dataclasses import fields

import pytest

from dashboard.domain.dasar import indikator as domain
from dashboard.domain.kamus.buku_kerja import BERKODE, LEMBAR, LEMBAR_BERNAMA, Jenis, kolom, lembar
from dashboard.domain.kamus.jenis import Kolom, Lembar

SEMUA = [(isi, satu) for isi in LEMBAR for satu in isi.kolom]
KELAS = (
    domain.Instansi,
    domain.Dokumen,
    domain.Unit,
    domain.Jabatan,
    domain.Simpul,
    domain.Indikator,
    domain.Komponen,
    domain.Variabel,
    domain.Target,
    domain.Realisasi,
)


def test_the_workbook_has_the_agreed_sheets() -> None:
    assert list(LEMBAR_BERNAMA) == [
        "instansi",
        "dokumen",
        "unit",
        "jabatan",
        "simpul",
        "indikator",
        "variabel",
        "komponen",
        "target",
        "realisasi",
        "pegawai",
        "skp",
        "perilaku",
        "predikat_unit",
        "temuan",
        "hari_libur",
        "pengaturan",
        "anggaran",
    ]


def test_no_sheet_has_a_column_twice_or_one_called_instansi() -> None:
    for isi in LEMBAR:
        assert len(set(isi.nama_kolom)) == len(isi.kolom)
        assert "instansi" not in isi.nama_kolom


def test_what_a_column_refers_to_is_a_sheet_with_codes() -> None:
    assert {nama for _, satu in SEMUA for nama in satu.acuan} <= set(BERKODE)


def test_a_unit_taken_from_another_column_is_in_the_same_sheet() -> None:
    assert all(satu.satuan_dari in isi.nama_kolom for isi, satu in SEMUA if satu.satuan_dari)


def test_a_choice_has_choices_and_they_are_plain_text() -> None:
    for _, satu in SEMUA:
        assert bool(satu.pilihan) == (satu.jenis in {Jenis.PILIHAN, Jenis.YA_TIDAK})
        assert all(type(isi) is str for isi in satu.pilihan)


def test_every_sheet_and_column_is_labelled_and_described() -> None:
    assert all(isi.judul and isi.keterangan for isi in LEMBAR)
    assert all(satu.label and satu.keterangan for _, satu in SEMUA)


def test_a_key_column_is_required_or_has_a_default() -> None:
    assert all(
        isi.kolom_bernama(nama).wajib or isi.kolom_bernama(nama).bawaan is not None
        for isi in LEMBAR
        for nama in isi.kunci
    )


@pytest.mark.parametrize("kelas", KELAS)
def test_the_domain_holds_no_field_that_is_not_a_column(kelas: type) -> None:
    assert {satu.name for satu in fields(kelas)} <= set(lembar(kelas.__name__.lower()).nama_kolom)


def test_the_defaults_of_the_domain_and_of_the_dictionary_agree() -> None:
    assert kolom("target", "versi").bawaan == domain.Target("X", 2024, "TAHUN").versi
    assert kolom("target", "sumber_nilai").bawaan == domain.Target("X", 2024, "TAHUN").sumber_nilai
    assert kolom("realisasi", "status_entri").bawaan == domain.Realisasi("X", 2024, "TAHUN").status_entri
    assert kolom("komponen", "peran").bawaan == domain.Komponen("X", "Y", domain.Sifat.TERTULIS).peran
    assert kolom("indikator", "rumus").bawaan == domain.Indikator("X", "S", "n", "IKU").rumus
    assert kolom("indikator", "rumus_capaian").bawaan == domain.Indikator("X", "S", "n", "IKU").rumus_capaian


def test_a_key_without_a_column_is_refused() -> None:
    with pytest.raises(ValueError, match="key columns without definition"):
        Lembar("x", "X", "x", ("kode",), (Kolom("nama", Jenis.TEKS, "Nama"),))
