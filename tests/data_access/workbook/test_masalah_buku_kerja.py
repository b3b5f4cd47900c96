"""A bad workbook gets every problem with its cell, all at once, and the database stays as it was."""

from collections.abc import Callable
from pathlib import Path

import pytest
import sqlalchemy as sa
from sqlalchemy import Engine

from dashboard.domain.dasar.hak import PERENCANA_BAWAAN
from dashboard.services.data.impor import ambil_alih, periksa_berkas
from data_access.schema import METADATA
from data_access.workbook.periksa.masalah import MAKS_MASALAH
from tests.builders import NIP_UJI, IsiBuku, alamat, buku_kecil, buku_pegawai, tulis_csv, tulis_xlsx


def potret(engine: Engine) -> dict[str, list[str]]:
    with engine.connect() as connection:
        return {nama: sorted(map(str, connection.execute(sa.select(tabel)))) for nama, tabel in METADATA.tables.items()}


def enam_masalah() -> tuple[IsiBuku, dict[str, str]]:
    """A workbook with the six kinds of mistakes, and the cell of each with a word of what is said about it."""
    isi = buku_kecil()
    isi["target"][0]["nilai"] = "38.5"
    isi["komponen"][1]["komponen"] = "JUMLAH_PNS"
    isi["simpul"][0]["induk"] = "SAS"
    isi["variabel"].append(dict(isi["variabel"][0]))
    for baris in isi["realisasi"]:
        del baris["sumber_nilai"]
    isi["indikator"][2]["polaritas"] = "positiv"
    return isi, {
        alamat(isi, "target", "nilai", 0): "titik sebagai tanda desimal",
        alamat(isi, "komponen", "komponen", 1): "tidak ada di lembar indikator atau variabel",
        alamat(isi, "simpul", "induk", 0): "lingkaran TUJ → SAS → TUJ",
        alamat(isi, "variabel", "kode", 1): "sudah dipakai pada baris 2",
        "realisasi!E1": "tidak memuat kolom wajib sumber_nilai",
        alamat(isi, "indikator", "polaritas", 2): "bukan salah satu pilihan",
    }


@pytest.mark.parametrize("tulis", [tulis_csv, tulis_xlsx])
def test_six_mistakes_are_six_problems_each_with_its_cell(
    engine: Engine, tmp_path: Path, tulis: Callable[[Path, IsiBuku], Path]
) -> None:
    ambil_alih(engine, tulis_csv(tmp_path / "benar", buku_kecil()), pelaku=PERENCANA_BAWAAN)
    sebelum = potret(engine)
    isi, harapan = enam_masalah()
    laporan = ambil_alih(engine, tulis(tmp_path / "salah.xlsx", isi), pelaku=PERENCANA_BAWAAN)
    assert {satu.sel for satu in laporan.masalah} == set(harapan), laporan.teks()
    assert laporan.jumlah_masalah == 6
    for satu in laporan.masalah:
        assert harapan[satu.sel] in satu.salah
        assert satu.benar.endswith(".")
        assert satu.teks() in laporan.teks()
    assert not laporan.diambil
    assert "Ditolak: 6 masalah. Tidak ada yang disimpan." in laporan.teks()
    assert potret(engine) == sebelum


Rusak = Callable[[IsiBuku], None]


def ganti(lembar: str, indeks: int, **nilai: object) -> Rusak:
    def rusak(isi: IsiBuku) -> None:
        for satu in isi[lembar]:
            for kolom in nilai:
                satu.setdefault(kolom, "")
        isi[lembar][indeks] |= nilai

    return rusak


def tambah(lembar: str, **nilai: object) -> Rusak:
    def rusak(isi: IsiBuku) -> None:
        isi.setdefault(lembar, []).append({**dict.fromkeys(isi[lembar][0], ""), **nilai} if isi[lembar] else nilai)

    return rusak


SATU_MASALAH: list[tuple[Rusak, str, str, int, str]] = [
    (ganti("target", 0, nilai="1.500"), "target", "nilai", 0, "dapat berarti 1500 atau 1,5"),
    (ganti("target", 1, nilai="85,5%"), "target", "nilai", 1, "satuannya bukan persen"),
    (ganti("target", 0, nilai="-"), "target", "nilai", 0, "bukan bilangan"),
    (ganti("target", 0, nilai="", nilai_min="80", nilai_maks="70"), "target", "nilai_min", 0, "lebih besar dari"),
    (ganti("target", 0, nilai_min="70", nilai_maks="80"), "target", "nilai", 0, "terisi bersama batas rentangnya"),
    (ganti("target", 0, nilai_maks="90"), "target", "nilai", 0, "terisi bersama batas rentangnya"),
    (ganti("target", 2, nilai="5"), "target", "teks", 2, "tidak ditargetkan padahal"),
    (ganti("target", 0, periode="TW5"), "target", "periode", 0, "bukan salah satu pilihan"),
    (ganti("target", 0, tahun="1924"), "target", "tahun", 0, "kurang dari 2000"),
    (ganti("target", 0, tahun="2024,5"), "target", "tahun", 0, "bukan bilangan bulat"),
    (ganti("dokumen", 0, tanggal="31/02/2024"), "dokumen", "tanggal", 0, "bukan tanggal"),
    (ganti("indikator", 0, nama=""), "indikator", "nama", 0, "kosong padahal wajib diisi"),
    (ganti("indikator", 0, pemilik="KABAN|CAMAT"), "indikator", "pemilik", 0, "tidak ada di lembar jabatan"),
    (ganti("indikator", 0, nama="a\x00b"), "indikator", "nama", 0, "huruf kendali"),
    (
        tambah("simpul", kode="PRG", jenjang="program", sasaran="Lagi", induk="SAS"),
        "simpul",
        "kode",
        3,
        "sudah dipakai pada baris 4",
    ),
    (ganti("simpul", 2, jenjang="tujuan"), "simpul", "induk", 2, "menaruh PRG (tujuan) di bawah SAS (sasaran)"),
    (ganti("jabatan", 0, atasan="KABAN"), "jabatan", "atasan", 0, "lingkaran KABAN → KABAN"),
    (ganti("unit", 0, induk="BIDANG"), "unit", "induk", 0, "lingkaran BADAN → BIDANG → BADAN"),
    (
        tambah("komponen", indikator="PRG1", komponen="IKU", sifat="dugaan"),
        "komponen",
        "komponen",
        0,
        "lingkaran IKU → PRG1 → IKU",
    ),
    (tambah("variabel", kode="PRG2", nama="P"), "variabel", "kode", 1, "sudah dipakai sebagai kode indikator"),
    (tambah("pegawai", nip="1,98E+17", nama="P", unit="BADAN"), "pegawai", "nip", 1, "angka belakangnya hilang"),
    (ganti("skp", 0, target_kuantitas="0"), "skp", "target_kuantitas", 0, "tidak boleh nol"),
    (
        ganti("skp", 0, target_kuantitas="0,00000000000000000001", realisasi_kuantitas="999999999999999"),
        *("skp", "realisasi_kuantitas", 0, "100000 kali target_kuantitas"),
    ),
    (ganti("target", 0, nilai="0,000000000000000000000000001"), "target", "nilai", 0, "20 angka di belakang koma"),
    (ganti("skp", 0, bulan="13"), "skp", "bulan", 0, "lebih dari 12"),
    (ganti("perilaku", 0, integritas="101"), "perilaku", "integritas", 0, "lebih dari 100"),
    (ganti("perilaku", 0, kepemimpinan=""), "perilaku", "kepemimpinan", 0, "padahal pegawai ini memimpin"),
]


@pytest.mark.parametrize(
    ("rusak", "lembar", "kolom", "indeks", "salah"), SATU_MASALAH, ids=[satu[4] for satu in SATU_MASALAH]
)
def test_one_mistake_is_one_problem(
    engine_sqlite: Engine, tmp_path: Path, rusak: Rusak, lembar: str, kolom: str, indeks: int, salah: str
) -> None:
    isi = buku_kecil() | buku_pegawai()
    rusak(isi)
    laporan = periksa_berkas(engine_sqlite, tulis_csv(tmp_path / "b", isi))
    assert [satu.sel for satu in laporan.masalah] == [alamat(isi, lembar, kolom, indeks)], laporan.teks()
    assert salah in laporan.masalah[0].salah


def test_a_child_may_stand_on_the_level_of_its_parent(engine_sqlite: Engine, tmp_path: Path) -> None:
    isi = buku_kecil()
    tambah("simpul", kode="SAS2", jenjang="sasaran", sasaran="Sasaran bersama", induk="SAS")(isi)
    assert periksa_berkas(engine_sqlite, tulis_csv(tmp_path / "b", isi)).jumlah_masalah == 0


def test_a_causal_circle_is_allowed(engine_sqlite: Engine, tmp_path: Path) -> None:
    isi = buku_kecil()
    tambah("komponen", indikator="PRG1", komponen="IKU", sifat="kontribusi")(isi)
    assert periksa_berkas(engine_sqlite, tulis_csv(tmp_path / "b", isi)).jumlah_masalah == 0


def test_a_circle_closed_over_what_is_stored_is_found(engine: Engine, tmp_path: Path) -> None:
    ambil_alih(engine, tulis_csv(tmp_path / "a", buku_kecil()), pelaku=PERENCANA_BAWAAN)
    isi = {"unit": [{"kode": "BADAN", "nama": "Badan", "induk": "BIDANG"}]}
    laporan = periksa_berkas(engine, tulis_csv(tmp_path / "b", isi))
    assert [(satu.sel, satu.salah) for satu in laporan.masalah] == [
        ("unit!C2", "membentuk lingkaran BADAN → BIDANG → BADAN")
    ]


def test_a_code_close_to_a_known_one_is_suggested(engine_sqlite: Engine, tmp_path: Path) -> None:
    isi = buku_kecil()
    isi["komponen"][1]["komponen"] = "JUMLAH_ASM"
    laporan = periksa_berkas(engine_sqlite, tulis_csv(tmp_path / "b", isi))
    assert laporan.masalah[0].benar.endswith("Mungkin maksudnya JUMLAH_ASN.")


def test_unknown_sheets_and_columns_are_noted_not_refused(engine_sqlite: Engine, tmp_path: Path) -> None:
    isi = buku_kecil() | {"petunjuk": [{"isi": "baca dulu"}]}
    isi["unit"] = [satu | {"warna": "biru"} for satu in isi["unit"]]
    laporan = periksa_berkas(engine_sqlite, tulis_csv(tmp_path / "b", isi))
    assert laporan.jumlah_masalah == 0
    assert laporan.catatan == (
        "Lembar petunjuk tidak dikenal dan dilewati.",
        "unit!E1: kolom warna tidak dikenal dan dilewati.",
    )


def test_headers_may_have_spaces_capitals_and_stars(engine_sqlite: Engine, tmp_path: Path) -> None:
    isi = buku_kecil() | buku_pegawai()
    isi["skp"] = [
        {f"{kolom.replace('_', ' ').title()} *": nilai for kolom, nilai in satu.items()} for satu in isi["skp"]
    ]
    laporan = periksa_berkas(engine_sqlite, tulis_csv(tmp_path / "b", isi))
    assert laporan.jumlah_masalah == 0
    assert "tidak dikenal" not in " ".join(laporan.catatan)


def test_without_an_agency_the_workbook_is_refused_unless_there_is_only_one(engine: Engine, tmp_path: Path) -> None:
    isi = {"variabel": [{"kode": "B", "nama": "B"}]}
    berkas = tulis_csv(tmp_path / "b", isi)
    assert "tidak diketahui instansinya" in periksa_berkas(engine, berkas).masalah[0].salah
    ambil_alih(engine, tulis_csv(tmp_path / "satu", buku_kecil("SATU")), pelaku=PERENCANA_BAWAAN)
    assert periksa_berkas(engine, berkas).instansi == ("SATU",)
    ambil_alih(engine, tulis_csv(tmp_path / "dua", buku_kecil("DUA")), pelaku=PERENCANA_BAWAAN)
    assert "--instansi" in periksa_berkas(engine, berkas).masalah[0].benar
    assert periksa_berkas(engine, berkas, instansi="DUA").instansi == ("DUA",)
    assert "tidak terdaftar" in periksa_berkas(engine, berkas, instansi="TIGA").masalah[0].salah


def test_another_agency_than_chosen_is_refused(engine_sqlite: Engine, tmp_path: Path) -> None:
    ambil_alih(engine_sqlite, tulis_csv(tmp_path / "satu", buku_kecil("SATU")), pelaku=PERENCANA_BAWAAN)
    laporan = periksa_berkas(engine_sqlite, tulis_csv(tmp_path / "dua", buku_kecil("DUA")), instansi="SATU")
    assert [satu.salah for satu in laporan.masalah] == ["bukan instansi buku kerja ini"]


def test_several_agencies_need_the_column_instansi(engine_sqlite: Engine, tmp_path: Path) -> None:
    isi = {"instansi": buku_kecil("A")["instansi"] + buku_kecil("B")["instansi"], "unit": buku_kecil()["unit"]}
    laporan = periksa_berkas(engine_sqlite, tulis_csv(tmp_path / "b", isi))
    assert [(satu.sel, satu.salah) for satu in laporan.masalah] == [("unit!E1", "tidak memuat kolom instansi")]


def test_thousands_of_problems_are_counted_and_the_first_are_listed(engine_sqlite: Engine, tmp_path: Path) -> None:
    isi = buku_kecil()
    isi["realisasi"] = [
        {"indikator": f"TIDAK{i}", "tahun": "dua", "periode": "TW1", "nilai": "x", "sumber_nilai": "resmi"}
        for i in range(2000)
    ]
    laporan = periksa_berkas(engine_sqlite, tulis_csv(tmp_path / "b", isi))
    assert (len(laporan.masalah), laporan.jumlah_masalah) == (MAKS_MASALAH, 6000)
    assert "dan 5000 masalah lain" in laporan.teks()


def test_a_nip_in_groups_is_one_number(engine_sqlite: Engine, tmp_path: Path) -> None:
    isi = buku_kecil() | buku_pegawai()
    isi["pegawai"][0]["nip"] = f"{NIP_UJI[:8]} {NIP_UJI[8:]}"
    assert periksa_berkas(engine_sqlite, tulis_csv(tmp_path / "b", isi)).jumlah_masalah == 0


def test_the_variant_for_lower_is_better_is_refused_where_higher_is_better(
    engine_sqlite: Engine, tmp_path: Path
) -> None:
    isi = buku_kecil()
    isi["indikator"][0]["rumus_capaian"] = "T/R"
    for baris in isi["indikator"][1:]:
        baris["rumus_capaian"] = ""
    laporan = periksa_berkas(engine_sqlite, tulis_csv(tmp_path / "b", isi))
    assert [satu.sel for satu in laporan.masalah] == [alamat(isi, "indikator", "rumus_capaian", 0)]
    assert "berpolaritas positif" in laporan.masalah[0].salah


RENTANG = {"nilai": "", "nilai_min": "70", "nilai_maks": "80", "teks": "70-80"}
ANGKA = {"nilai": "85,5", "nilai_min": "", "nilai_maks": "", "teks": "85,5"}


@pytest.mark.parametrize(
    ("dahulu", "kolom"), [(RENTANG, {"nilai": "85"}), (ANGKA, {"nilai_min": "70", "nilai_maks": "80"})]
)
def test_a_figure_over_a_stored_range_or_a_range_over_a_stored_figure_is_refused_at_its_cell(
    engine: Engine, tmp_path: Path, dahulu: dict[str, str], kolom: dict[str, str]
) -> None:
    isi = buku_kecil()
    for baris in isi["target"]:
        baris |= {"nilai_min": "", "nilai_maks": ""}
    isi["target"][0] |= dahulu
    assert ambil_alih(engine, tulis_csv(tmp_path / "a", isi), pelaku=PERENCANA_BAWAAN).diambil
    sebagian = {"target": [{"instansi": "UJI", "indikator": "IKU", "tahun": "2024", "periode": "TAHUN", **kolom}]}
    laporan = ambil_alih(engine, tulis_csv(tmp_path / "b", sebagian), pelaku=PERENCANA_BAWAAN)
    assert [satu.sel for satu in laporan.masalah] == [alamat(sebagian, "target", next(iter(kolom)), 0)]
    assert "padahal yang tersimpan" in laporan.masalah[0].salah
    lengkap = {"target": [sebagian["target"][0] | dict.fromkeys(RENTANG, "") | kolom]}
    assert ambil_alih(engine, tulis_csv(tmp_path / "c", lengkap), pelaku=PERENCANA_BAWAAN, izinkan_kosong=True).diambil


@pytest.mark.parametrize(("penjelasan", "masalah"), [("", 1), ("Pagu dipotong", 1), ("Perubahan anggaran: DPA-P", 0)])
def test_a_changed_target_in_a_workbook_names_one_of_the_five_reasons(
    engine_sqlite: Engine, tmp_path: Path, penjelasan: str, masalah: int
) -> None:
    isi = buku_kecil()
    for baris in isi["target"]:
        baris |= {"versi": "awal", "penjelasan": ""}
    isi["target"][0] |= {"versi": "perubahan", "penjelasan": penjelasan}
    laporan = periksa_berkas(engine_sqlite, tulis_csv(tmp_path / "b", isi))
    assert laporan.jumlah_masalah == masalah, laporan.teks()


@pytest.mark.parametrize(
    ("kunci", "nilai", "kolom", "benar"),
    [
        ("batas_rerata", "0", "nilai", "Pilih tanpa batas, 100, 110, 120"),
        ("rezim_skp", "xyz", "nilai", "Pilih menurut tahun, numerik, predikat"),
        ("skp_seragam_minimum", "lima", "nilai", "Tulis bilangan bulat"),
        ("batas_rata", "100", "kunci", "Mungkin maksudnya batas_rerata."),
    ],
)
def test_a_setting_that_is_none_is_refused_at_its_cell(
    engine_sqlite: Engine, tmp_path: Path, kunci: str, nilai: str, kolom: str, benar: str
) -> None:
    isi = buku_kecil()
    isi["pengaturan"] = [{"kunci": "batas_lapor_hari", "nilai": "14"}, {"kunci": kunci, "nilai": nilai}]
    laporan = ambil_alih(engine_sqlite, tulis_csv(tmp_path / "b", isi), pelaku=PERENCANA_BAWAAN)
    assert [satu.sel for satu in laporan.masalah] == [alamat(isi, "pengaturan", kolom, 1)]
    assert laporan.masalah[0].benar.startswith(benar)
    assert not laporan.diambil
