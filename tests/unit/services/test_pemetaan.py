"""Headings of other files find their columns; what nobody can know is asked, and what was confirmed is remembered."""

from dataclasses import replace

import pytest

from dashboard.services.data.pemetaan import arti_kolom, kolom_kurang, perlu_lembar, usulkan, usulkan_lagi
from dashboard.services.data.pemetaan_judul import judul_polos
from data_access.workbook.bentuk.nama_periode import baca_periode
from data_access.workbook.berkas.mentah import BukuMentah, Mentah, Persen, susun
from data_access.workbook.berkas.peta import PetaLembar, petakan

JUDUL_SIPD = ("No", "Kode Sub Kegiatan", "Pagu Indikatif (Rp)", "Realisasi Keuangan (Rp)", "Tahun Anggaran", "Triwulan")
JUDUL_EKINERJA = (
    "NIP",
    "Nama Pegawai",
    "Tahun",
    "Bulan",
    "No",
    "Kegiatan Tugas Jabatan",
    "Target Kuantitas/Output",
    "Satuan",
    "Realisasi Kuantitas/Output",
    "Target Kualitas/Mutu",
    "Realisasi Kualitas/Mutu",
)
JUDUL_SENDIRI = ("Indikator Kinerja Utama", "Tahun", "Triwulan", "Realisasi", "Permasalahan", "Penanggung Jawab")


def buku(*baris: tuple[Mentah, ...], nama: str = "Sheet1") -> BukuMentah:
    return BukuMentah("laporan.xlsx", lembar=[susun(nama, baris)])


def peta_tunggal(*baris: tuple[Mentah, ...], nama: str = "Sheet1", ingatan: dict[tuple[str, str], str] | None = None):
    (usulan,) = usulkan([buku(*baris, nama=nama)], ingatan or {})
    return usulan.peta


def test_an_export_of_sipd_becomes_the_budget_sheet() -> None:
    peta = peta_tunggal(JUDUL_SIPD, (1, "1.03.02", 5, 4, 2025, "I"))
    assert peta.lembar == "anggaran"
    assert dict(peta.kolom) == {
        "No": "",
        "Kode Sub Kegiatan": "simpul",
        "Pagu Indikatif (Rp)": "pagu",
        "Tahun Anggaran": "tahun",
        "Realisasi Keuangan (Rp)": "realisasi",
        "Triwulan": "periode",
    }


def test_an_export_of_ekinerja_becomes_the_skp_sheet() -> None:
    peta = peta_tunggal(JUDUL_EKINERJA)
    kolom = dict(peta.kolom)
    assert peta.lembar == "skp"
    assert kolom["Kegiatan Tugas Jabatan"] == "kegiatan"
    assert kolom["Target Kuantitas/Output"] == "target_kuantitas"
    assert kolom["Realisasi Kualitas/Mutu"] == "realisasi_kualitas"
    assert kolom["Satuan"] == "satuan_kuantitas"
    assert kolom["Nama Pegawai"] == ""


def test_the_header_is_found_below_a_title() -> None:
    kepala = (("LAPORAN REALISASI",), ("Badan Kepegawaian",), (None,))
    peta = peta_tunggal(*kepala, JUDUL_SENDIRI, ("IKU-01", 2024, "I", 5))
    assert (peta.lembar, peta.baris_judul) == ("realisasi", 4)


def test_a_misspelled_heading_is_still_found() -> None:
    peta = peta_tunggal(("Indikator", "Tahun", "Triwulan", "Realisasi", "Permasalahn", "Tindak Lanjutt"))
    assert dict(peta.kolom)["Permasalahn"] == "kendala"
    assert dict(peta.kolom)["Tindak Lanjutt"] == "tindak_lanjut"


def test_no_column_is_given_to_two_headings() -> None:
    kolom = [k for _, k in peta_tunggal(("Indikator", "Nama Indikator", "Realisasi", "Capaian", "Tahun")).kolom if k]
    assert len(kolom) == len(set(kolom))


def test_what_was_confirmed_wins_over_what_looks_alike() -> None:
    ingatan = {("realisasi", "realisasi"): "", ("realisasi", "capaian akhir"): "nilai"}
    peta = peta_tunggal(("Indikator", "Tahun", "Triwulan", "Realisasi", "Capaian Akhir"), ingatan=ingatan)
    assert dict(peta.kolom)["Realisasi"] == ""
    assert dict(peta.kolom)["Capaian Akhir"] == "nilai"


def test_a_sheet_of_ours_needs_no_mapping_and_helper_sheets_are_passed_over() -> None:
    lengkap = buku(("indikator", "tahun", "periode", "nilai", "sumber_nilai"), nama="Realisasi")
    assert usulkan([lengkap], {}) == ()
    assert usulkan([buku(("apa saja",), nama="_petunjuk")], {}) == ()


def test_an_unknown_sheet_beside_ours_is_not_asked_about() -> None:
    dua = buku(("indikator", "tahun", "periode", "nilai", "sumber_nilai"), nama="realisasi")
    dua.lembar.append(susun("Catatan rapat", [("hadir", "izin")]))
    assert usulkan([dua], {}) == ()


def test_a_file_of_which_nothing_is_known_is_asked_about() -> None:
    assert peta_tunggal(("warna", "rasa")).lembar == ""


def test_what_a_required_column_lacks_is_named_and_can_be_given_once() -> None:
    peta = peta_tunggal(JUDUL_SENDIRI)
    assert [satu.nama for satu in kolom_kurang(peta)] == ["sumber_nilai"]
    lengkap = PetaLembar(peta.asal, peta.lembar, peta.baris_judul, peta.kolom, (("sumber_nilai", "resmi"),))
    assert kolom_kurang(lengkap) == ()


def test_choosing_another_sheet_proposes_its_columns() -> None:
    (usulan,) = usulkan([buku(("NIP", "Nama Pegawai", "Unit Kerja"))], {})
    assert usulan.peta.lembar == "pegawai"
    assert dict(usulkan_lagi(usulan, "perilaku", (1, 1), {}).kolom) == {
        "NIP": "nip",
        "Nama Pegawai": "",
        "Unit Kerja": "",
    }
    assert usulkan_lagi(usulan, "", (1, 1), {}).lembar == ""


def test_a_mapped_sheet_keeps_its_rows_and_columns_in_place() -> None:
    asal = buku(("LAPORAN",), JUDUL_SENDIRI, ("Nilai  SAKIP", 2024, "Triwulan II", 5.5, "-", "Kabid"))
    peta = peta_tunggal(("LAPORAN",), JUDUL_SENDIRI)
    peta = PetaLembar(peta.asal, peta.lembar, peta.baris_judul, peta.kolom, (("sumber_nilai", "resmi"),))
    (lembar,) = petakan(asal, [peta], {"indikator": {"nilai sakip": "IKU-01"}}).lembar
    assert lembar.nama == "realisasi"
    assert list(lembar.judul) == ["indikator", "tahun", "periode", "nilai", "kendala", "pic", "sumber_nilai"]
    assert lembar.nomor == [3]
    assert lembar.baris == [["IKU-01", 2024, "TW2", 5.5, "-", "Kabid", "resmi"]]


@pytest.mark.parametrize(
    ("tertulis", "periode"),
    [
        ("Triwulan II", "TW2"),
        ("tw 4", "TW4"),
        ("III", "TW3"),
        (1.0, "TW1"),
        ("Maret", "BLN03"),
        ("Tahunan", "TAHUN"),
        ("TW2", "TW2"),
        ("Semester 1", "Semester 1"),
        (None, None),
        (5.0, 5.0),
    ],
)
def test_periods_are_read_as_people_write_them(tertulis: Mentah, periode: Mentah) -> None:
    assert baca_periode(tertulis) == periode


def test_headings_are_compared_without_case_units_and_signs() -> None:
    assert judul_polos("Realisasi (Rp) *") == "realisasi"
    assert judul_polos("(%)") == "%"


JUDUL_LEBAR = ("No", "Indikator Kinerja", "Satuan", "TW I", "Realisasi TW II", "Triwulan 3", "TW IV", "Keterangan")


def test_quarters_side_by_side_become_one_row_each_with_their_own_cells() -> None:
    isi = buku(
        JUDUL_LEBAR, (1, "IKU-01", "%", 10.5, Persen(0.2), None, "", "a"), (2, "IKU-02", "%", None, "-", 3, 4, "b")
    )
    (usulan,) = usulkan([isi], {})
    assert usulan.peta.lembar == "realisasi"
    assert [kolom for _, kolom in usulan.peta.kolom] == [
        "", "indikator", "", "nilai@TW1", "nilai@TW2", "nilai@TW3", "nilai@TW4", "keterangan_sumber",
    ]  # fmt: skip
    assert [satu.nama for satu in kolom_kurang(usulan.peta)] == ["tahun", "sumber_nilai"]
    peta = replace(usulan.peta, tetap=(("tahun", "2024"), ("sumber_nilai", "resmi")))
    (lembar,) = petakan(isi, [peta], {}).lembar
    assert list(lembar.judul)[-4:] == ["tahun", "sumber_nilai", "nilai", "periode"]
    assert [(baris[1], *baris[-4:]) for baris in lembar.baris] == [
        ("IKU-01", "2024", "resmi", 10.5, "TW1"),
        ("IKU-01", "2024", "resmi", Persen(0.2), "TW2"),
        ("IKU-02", "2024", "resmi", "-", "TW2"),
        ("IKU-02", "2024", "resmi", 3, "TW3"),
        ("IKU-02", "2024", "resmi", 4, "TW4"),
    ]
    assert isinstance(lembar.baris[1][-2], Persen)
    assert lembar.nomor == [2, 2, 3, 3, 3]
    letak = list(lembar.judul).index("nilai")
    assert [lembar.kolom_asal(i, letak) for i in range(5)] == [3, 4, 4, 5, 6]
    assert lembar.kolom_asal(2, list(lembar.judul).index("keterangan_sumber")) == 7


def test_a_table_without_a_filled_quarter_has_no_row_and_an_at_sign_in_a_heading_is_no_period() -> None:
    for isi in ((), (("IKU-01", None, "", "a@b"),)):
        asal = buku(("Indikator", "TW I", "TW II", "E@MAIL"), *isi)
        (usulan,) = usulkan([asal], {})
        (lembar,) = petakan(asal, [usulan.peta], {}).lembar
        assert (list(lembar.judul), lembar.baris) == (["indikator", "(E@MAIL)", "nilai", "periode"], [])


def test_a_target_beside_reports_belongs_to_the_sheet_of_targets() -> None:
    peta = peta_tunggal(("Indikator", "Target TW I", "Realisasi TW I", "Realisasi TW II"))
    assert dict(peta.kolom)["Target TW I"] == "target.nilai@TW1"
    assert dict(peta.kolom)["Realisasi TW I"] == "nilai@TW1"


def test_the_quarters_are_among_the_meanings_a_person_can_choose() -> None:
    assert arti_kolom("realisasi")["nilai@TW2"] == "Realisasi TW II"
    assert "nilai@TAHUN" in arti_kolom("target")
    assert not any("@" in kolom for kolom in arti_kolom("pegawai"))


def test_what_quarters_without_a_word_were_taken_for_is_remembered() -> None:
    isi = buku(("Indikator", "TW I", "TW II"), ("IKU-01", 1, 2))
    (pertama,) = usulkan([isi], {})
    assert (pertama.peta.lembar, perlu_lembar(pertama.peta)) == ("realisasi", True)
    ingatan = {("target", "tw i"): "nilai@TW1", ("target", "tw ii"): "nilai@TW2"}
    assert usulkan([isi], ingatan)[0].peta.lembar == "target"
