"""Each known discrepancy of the four documents that a rule finds by itself: number, agency, rule, object.

The numbers are those of the list in docs/ketidaksesuaian.md: P Paser, B Banten, K Perjanjian Kinerja, X between
documents, C questions open in Pemalang's chart.
"""

import csv
import re
from collections import Counter
from decimal import Decimal
from functools import cache
from pathlib import Path

import pytest

from dashboard.domain.dasar.terbilang import terbilang
from dashboard.domain.temuan.periksa import SEMUA_ATURAN, Temuan, periksa
from tests.temuan.cacat import SEMUA_CACAT
from tests.temuan.contoh import SAMPLE_DATA, bahan_contoh

DOKUMENTASI = (Path(__file__).parents[3] / "docs" / "ketidaksesuaian.md").read_text(encoding="utf-8")
DITEMUKAN = [
    ("P7", "PASER", "iku_tidak_lengkap", "IKU-01"),
    ("P8", "PASER", "nomor_kosong", "IKU-02"),
    ("P9", "PASER", "nama_hampir_sama", "IKU-02"),
    ("P10", "PASER", "sumber_berbeda", "IKI-01-001"),
    ("P11", "PASER", "uraian_lawan_rumus", "IKU-02"),
    ("P12", "PASER", "sasaran_berbeda", "IKI-01-002"),
    ("P13", "PASER", "penyebut_lain", "IKU-03"),
    ("P14", "PASER", "penyebut_lain", "IKU-04"),
    ("P15", "PASER", "ejaan_unit", "BIDANG-PPI"),
    ("P16", "PASER", "ejaan_unit", "BIDANG-PMP"),
    ("P17", "PASER", "ejaan_unit", "BIDANG-PKDP"),
    ("P18", "PASER", "ejaan_unit", "SUBBAG-UMPEG"),
    ("P19", "PASER", "unit_tak_terdaftar", "IKI-21-009"),
    ("P20", "PASER", "unit_tak_terdaftar", "J02"),
    ("P21", "PASER", "fungsi_berulang", "J02"),
    ("P22", "PASER", "saran_diri", "J30"),
    ("P23", "PASER", "nomor_ganda", "IKI-03-008"),
    ("P24", "PASER", "nomor_ganda", "IKI-19-004"),
    ("P25", "PASER", "nomor_kosong", "IKI-07-002"),
    ("P26", "PASER", "huruf_beda_angka", "IKI-02-002"),
    ("P27", "PASER", "rasio_bertarget_cacah", "IKI-02-002"),
    ("P28", "PASER", "lambang_asing", "IKU-05"),
    ("P29", "PASER", "pecahan_rusak", "IKI-02-007"),
    ("P30", "PASER", "formulasi_asing", "IKI-18-002"),
    ("P31", "PASER", "formulasi_asing", "IKI-08-001"),
    ("P32", "PASER", "formulasi_asing", "IKI-36-001"),
    ("P33", "PASER", "formulasi_milik_lain", "IKI-27-001"),
    ("P35", "PASER", "formulasi_asing", "IKI-24-058"),
    ("P36", "PASER", "formulasi_milik_lain", "IKI-30-004"),
    ("P37", "PASER", "baris_bergeser", "IKI-10-004"),
    ("P38", "PASER", "rasio_bertarget_cacah", "IKI-10-001"),
    ("P40", "PASER", "fungsi_kembar", "J24"),
    ("P41", "PASER", "fungsi_kembar", "J27"),
    ("P42", "PASER", "fungsi_kembar", "J41"),
    ("P43", "PASER", "blok_kembar", "J45"),
    ("P44", "PASER", "target_seragam", "J24"),
    ("P45", "PASER", "indikator_tanpa_objek", "IKI-24-032"),
    ("P46", "PASER", "tidak_ditargetkan", "IKI-19-012"),
    ("P47", "PASER", "tanpa_target", "IKI-27-004"),
    ("P49", "PASER", "ribuan_campur", "IKI-27-001"),
    ("P50", "PASER", "teks_angka", "IKI-06-006"),
    ("P52", "PASER", "besaran_beda_satuan", "IKI-03-007"),
    ("P53", "PASER", "besaran_beda_jumlah", "IKI-06-003"),
    ("P54", "PASER", "besaran_beda_jumlah", "IKI-09-002"),
    ("P55", "PASER", "singkatan_ganda", "IKI-07-004"),
    ("P56", "PASER", "jumlah_bawahan", "IKI-03-001"),
    ("P58", "PASER", "formulasi_kembar", "IKI-04-004"),
    ("P59", "PASER", "frekuensi_target", "IKI-04-009"),
    ("P60", "PASER", "atasan_tak_terjangkau", "IKI-01-004"),
    ("P61", "PASER", "iku_tanpa_turunan", "IKU-02"),
    ("P62", "PASER", "satuan_nama", "IKI-25-002"),
    ("P63", "PASER", "indikator_kembar", "IKI-22-004"),
    ("P65", "PASER", "sasaran_beda_kata", "IKI-31-009"),
    ("P66", "PASER", "tanpa_formulasi", "IKI-33-003"),
    ("P67", "PASER", "bukan_ukuran", "IKI-23-001"),
    ("P70", "PASER", "unit_lain_disebut", "J37"),
    ("P72", "PASER", "teks_terpotong", "J04"),
    ("P75", "PASER", "persen_tanpa_seratus", "IKI-38-003"),
    ("P76", "PASER", "tanpa_penghitungan", "IKI-24-001"),
    ("B1", "BANTEN", "tahun_judul", "SK-055-2024"),
    ("B9", "BANTEN", "definisi_kembar", "KRT-06"),
    ("B10", "BANTEN", "definisi_tertukar", "KRT-08"),
    ("B13", "BANTEN", "target_rentang", "IKU-01"),
    ("B14", "BANTEN", "kelas_tercetak", "IKU-01"),
    ("B17", "BANTEN", "pemilik_lain_cocok", "KRT-04"),
    ("B18", "BANTEN", "satuan_komponen", "IKU-03"),
    ("B19", "BANTEN", "satuan_tak_baku", "PRG-01.1"),
    ("B20", "BANTEN", "kata_rumus_berbeda", "KRT-05"),
    ("B21", "BANTEN", "teks_templat", "KRT-02.b"),
    ("B22", "BANTEN", "teks_terpotong", "KRT-08.b"),
    ("B24", "BANTEN", "porsi_timpang", "KRT-05"),
    ("K1", "PK", "iku_tidak_lengkap", "IKU-03"),
    ("K2", "PK", "tanda_bagi_hilang", "IKU-01"),
    ("K3", "PK", "target_ya_tidak", "IKU-01"),
    ("K4", "PK", "nomor_ganda", "IKU-02"),
    ("X1", "PASER", "indeks_tanpa_maks", "IKI-01-002"),
    ("X12", "PEMALANG", "pimpinan_ganda", "KEG-12.1"),
    ("C9", "PEMALANG", "teks_terpotong", "PRG-04.1"),
    ("C10", "PEMALANG", "teks_terpotong", "SUB-07.1"),
    ("C12", "PEMALANG", "tanpa_penghitungan", "KEG-03.1"),
    ("C14", "PEMALANG", "ejaan_unit", "SUB-26.1"),
]


@cache
def temuan(instansi: str) -> tuple[Temuan, ...]:
    return periksa(bahan_contoh(instansi))


@pytest.mark.parametrize(("nomor", "instansi", "aturan", "objek"), DITEMUKAN, ids=[d[0] for d in DITEMUKAN])
def test_a_known_discrepancy_is_found_by_a_rule_at_its_object(
    nomor: str, instansi: str, aturan: str, objek: str
) -> None:
    assert [t.kode for t in temuan(instansi) if t.aturan == aturan and objek in t.objek], nomor


def test_every_rule_is_proven_on_a_planted_fault_or_a_known_discrepancy() -> None:
    proven = {aturan for aturan, _ in SEMUA_CACAT} | {aturan for _, _, aturan, _ in DITEMUKAN}
    assert [a.kode for a in SEMUA_ATURAN if a.kode not in proven] == []


def test_the_number_of_known_discrepancies_that_the_documentation_names_is_the_true_one() -> None:
    said = re.search(r"aturan menemukan (\d+) dengan sendirinya, ditambah (\w+) pertanyaan", DOKUMENTASI)
    assert said
    jumlah = Counter(nomor[0] in "PBKX" for nomor, *_ in DITEMUKAN)
    assert (int(said[1]), said[2]) == (jumlah[True], terbilang(Decimal(jumlah[False])))


def test_each_finding_has_its_own_code_a_sentence_and_a_reason() -> None:
    for instansi in ("PASER", "BANTEN", "PEMALANG", "PK"):
        semua = temuan(instansi)
        assert len({t.kode for t in semua}) == len(semua)
        assert all(t.uraian.endswith(".") and t.akibat.endswith(".") and t.objek for t in semua)
        assert [t.kode for t in semua if "{" in t.uraian] == []


def test_the_documentation_lists_every_known_discrepancy_that_a_rule_finds() -> None:
    assert [d for d in DITEMUKAN if "| {} | {} | `{}` | {} |".format(*d) not in DOKUMENTASI] == []


def test_what_a_rule_finds_is_not_entered_as_well() -> None:
    """P52 is found in part; what is entered says the rest."""
    tercatat = {kode for a in ("paser", "banten", "pemalang", "pk") for kode in kode_tercatat(a)}
    assert {d[0] for d in DITEMUKAN} & tercatat == {"P52"}


def kode_tercatat(instansi: str) -> list[str]:
    with (SAMPLE_DATA / instansi / "temuan.csv").open(encoding="utf-8", newline="") as berkas:
        return [baris["kode"] for baris in csv.DictReader(berkas)]


def test_the_rules_name_no_code_of_any_agency() -> None:
    kode = {i.kode for a in ("PASER", "BANTEN", "PEMALANG", "PK") for i in bahan_contoh(a).data.indikator}
    wording = " ".join(f"{a.kode} {a.judul} {a.pola} {a.akibat}" for a in SEMUA_ATURAN)
    assert [k for k in kode if k in wording] == []
