"""Who enters a value, when a target may change, and what evidence is taken."""

from datetime import date
from decimal import Decimal

import pytest

from dashboard.domain.dasar.angka import Ambigu, NumberError
from dashboard.domain.dasar.indikator import (
    DataKinerja,
    Indikator,
    Instansi,
    Jabatan,
    Komponen,
    Sifat,
    Simpul,
    Unit,
    Variabel,
)
from dashboard.domain.entri.bukti import MAKS_BYTE, BuktiDitolak, file_hash, periksa_berkas, tautan
from dashboard.domain.entri.pengisi import pemilik_nilai, rantai_unit
from dashboard.domain.entri.perubahan_target import (
    ALASAN,
    PerubahanDitolak,
    TargetBaru,
    baca_target,
    penjelasan_perubahan,
    periksa_berlaku,
)

# who enters


def data() -> DataKinerja:
    return DataKinerja(
        Instansi("X", "X"),
        2024,
        "v",
        unit=(Unit("BADAN", "Badan"), Unit("SEK", "Sekretariat", "BADAN"), Unit("SUB", "Subbagian", "SEK")),
        jabatan=(Jabatan("KA", "Kepala", "BADAN"), Jabatan("SK", "Sekretaris", "SEK"), Jabatan("KS", "Kasubag", "SUB")),
        simpul=(Simpul("S", "program", "sasaran", jabatan="SK"),),
        indikator=(
            Indikator("B", "S", "bersama", "IKU", pemilik=("KS", "KA")),
            Indikator("T", "S", "tanpa pemilik", "IKU"),
            Indikator("H", "S", "pemilik hilang", "IKU", pemilik=("TIDAK-ADA",)),
        ),
        variabel=(Variabel("V", "variabel"), Variabel("L", "lepas")),
        komponen=(Komponen("T", "V", Sifat.TERTULIS), Komponen("B", "V", Sifat.TERTULIS)),
    )


def test_the_first_owner_enters_else_the_node_and_a_variabel_goes_with_what_it_feeds() -> None:
    assert pemilik_nilai(data()) == {"B": ("KS", "KA"), "T": ("SK",), "H": (), "V": ("KS", "KA", "SK"), "L": ()}


def test_a_unit_stands_under_its_division_but_not_under_the_agency() -> None:
    assert rantai_unit(data().unit) == {"BADAN": ("BADAN",), "SEK": ("SEK",), "SUB": ("SUB", "SEK")}


# targets


def test_a_target_changes_for_one_of_five_reasons_with_words() -> None:
    assert len(ALASAN) == 5
    assert penjelasan_perubahan("anggaran", " DPA perubahan  nomor 5 ") == "Perubahan anggaran: DPA perubahan nomor 5"
    with pytest.raises(PerubahanDitolak, match="lima alasan"):
        penjelasan_perubahan("malas", "karena terlalu tinggi")
    with pytest.raises(PerubahanDitolak, match="Jelaskan"):
        penjelasan_perubahan("cuti", "cuti")


def test_a_target_changes_within_its_own_year() -> None:
    assert periksa_berlaku(2024, date(2024, 7, 1)) == date(2024, 7, 1)
    for mulai in (None, date(2025, 1, 1)):
        with pytest.raises(PerubahanDitolak, match="tahun 2024"):
            periksa_berlaku(2024, mulai)


def test_a_new_target_is_a_number_or_a_range() -> None:
    assert baca_target("85,5", "%") == TargetBaru(Decimal("85.5"))
    assert baca_target("70–80", "nilai") == TargetBaru(None, Decimal(70), Decimal(80))
    assert isinstance(baca_target("1.500", "%"), Ambigu)
    assert isinstance(baca_target("80-70", "nilai"), NumberError)
    assert isinstance(baca_target("70-delapan", "nilai"), NumberError)


# evidence


@pytest.mark.parametrize(
    ("nama", "isi"),
    [
        ("a.exe", b"MZ"),
        ("a.html", b"<script>"),
        ("a.svg", b"<svg>"),
        ("a.pdf", b"<html>"),
        ("a.pdf", b""),
        ("a.png", b"%PDF-1.4"),
        ("tanpa", b"%PDF-1.4"),
        ("a.pdf", b"%PDF-" + b"0" * MAKS_BYTE),
    ],
)
def test_files_of_the_wrong_kind_content_or_size_are_refused(nama: str, isi: bytes) -> None:
    with pytest.raises(BuktiDitolak):
        periksa_berkas(nama, isi, "2024", "Uji")


def test_a_file_is_known_by_its_content_and_its_name_is_harmless() -> None:
    berkas = periksa_berkas("../../etc/lap<or>an.PDF", b"%PDF-1.4", "2024", "Uji")
    assert berkas.nama == "lap_or_an.PDF"
    assert file_hash(berkas.acuan) == berkas.sha256
    assert file_hash("berkas:../../etc/passwd") is None


@pytest.mark.parametrize("bukti", ["javascript:alert(1)", "ftp://x", "lihat https://a.id", None, "https://a b"])
def test_only_an_address_of_the_web_is_a_link(bukti: str | None) -> None:
    assert tautan(bukti) is None
    assert tautan("https://drive.go.id/x?y=1") == "https://drive.go.id/x?y=1"
