"""The sample data of Banten and Pemalang: transcribed counts and sums, and the simulation that repeats itself."""

import csv
import re
import shutil
import subprocess
import sys
from collections import Counter
from decimal import Decimal
from pathlib import Path

import pytest

from dashboard.domain.dasar.cycles import urutan_hitung

SAMPLE_DATA = Path(__file__).parents[3] / "sample_data"
AGENCIES = ("banten", "pemalang")
Rows = list[dict[str, str]]


def sheet(agency: str, name: str) -> Rows:
    file = SAMPLE_DATA / agency / f"{name}.csv"
    if not file.exists():
        return []
    with file.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def codes(agency: str, *names: str) -> set[str]:
    return {row["kode"] for name in names for row in sheet(agency, name)}


def number(text: str) -> Decimal:
    return Decimal(text.replace(",", "."))


def annual(agency: str, name: str) -> dict[str, Decimal]:
    return {r["indikator"]: number(r["nilai"]) for r in sheet(agency, name) if r["periode"] == "TAHUN" and r["nilai"]}


def parts(agency: str, parent: str) -> list[str]:
    return [row["komponen"] for row in sheet(agency, "komponen") if row["indikator"] == parent]


def kinds(agency: str, name: str, column: str) -> Counter[str]:
    return Counter(row[column] for row in sheet(agency, name))


def running(agency: str, code: str) -> Decimal:
    rows = [r for r in sheet(agency, "realisasi") if r["indikator"] == code and r["periode"].startswith("TW")]
    return sum((number(row["nilai"]) for row in rows), Decimal(0))


def test_banten_has_3_iku_12_program_indicators_and_37_sub_items() -> None:
    assert kinds("banten", "indikator", "jenis") == {
        "IKU": 3,
        "program": 1,
        "dimensi": 3,
        "kriteria": 8,
        "sub_item": 37,
    }


def test_bantens_criteria_add_up_to_the_printed_merit_target_and_maximum() -> None:
    criteria = parts("banten", "IKU-03")
    target = annual("banten", "target")
    maximum = {row["kode"]: row["maks"] for row in sheet("banten", "indikator")}
    assert sum(target[c] for c in criteria) == target["IKU-03"] == Decimal("321.5")
    assert sum(number(maximum[c]) for c in criteria) == number(maximum["IKU-03"]) == 410


def test_bantens_dimensions_add_up_to_the_printed_ip_asn_target() -> None:
    target = annual("banten", "target")
    assert sum(target[c] for c in parts("banten", "IKU-02")) == target["IKU-02"] == Decimal("24.48")


def test_bantens_sakip_target_is_a_range() -> None:
    row = next(r for r in sheet("banten", "target") if r["indikator"] == "IKU-01")
    assert (row["nilai"], row["nilai_min"], row["nilai_maks"], row["teks"]) == ("", "70", "80", "70-80")


def test_bantens_public_merit_score_is_the_only_value_that_is_not_simulated() -> None:
    public = [r for r in sheet("banten", "realisasi") if r["sumber_nilai"] != "simulasi"]
    assert [(r["indikator"], r["nilai"], r["sumber_nilai"]) for r in public] == [("IKU-03", "330,5", "publik")]
    assert public[0]["keterangan_sumber"]


def test_bantens_simulated_criteria_add_up_to_the_public_score_within_their_maxima() -> None:
    value, target = annual("banten", "realisasi"), annual("banten", "target")
    maximum = {row["kode"]: row.get("maks", "") for row in sheet("banten", "indikator")}
    criteria = parts("banten", "IKU-03")
    assert sum(value[c] for c in criteria) == value["IKU-03"] == Decimal("330.5")
    assert all(value[c] <= number(maximum[c]) for c in criteria)
    assert any(value[c] < target[c] for c in criteria)


@pytest.mark.parametrize("criterion", [f"KRT-0{n}" for n in range(1, 9)])
def test_sub_items_share_out_points_score_and_target_of_their_criterion_exactly(criterion: str) -> None:
    items = parts("banten", criterion)
    value, target = annual("banten", "realisasi"), annual("banten", "target")
    maximum = {row["kode"]: row["maks"] for row in sheet("banten", "indikator")}
    assert sum(number(maximum[i]) for i in items) == number(maximum[criterion])
    assert sum(value[i] for i in items) == value[criterion]
    assert sum(target[i] for i in items) == target[criterion]
    assert all(0 <= value[i] <= number(maximum[i]) for i in items)


def test_pemalangs_tree_has_89_nodes_by_level_and_91_indicators() -> None:
    assert kinds("pemalang", "simpul", "jenjang") == {
        "tujuan": 1,
        "sasaran": 3,
        "program": 8,
        "kegiatan": 22,
        "sub_kegiatan": 55,
    }
    assert kinds("pemalang", "indikator", "jenis") == {
        "tujuan": 1,
        "sasaran": 4,
        "program": 9,
        "kegiatan": 22,
        "sub_kegiatan": 55,
    }


def test_pemalang_keeps_all_99_links_beside_the_missing_inputs() -> None:
    missing = codes("pemalang", "variabel") - {"JUMLAH_ASN"}
    links = [row for row in sheet("pemalang", "komponen") if row["komponen"] not in missing]
    assert len(links) == 99
    assert Counter(row["sifat"] for row in links) == {
        "tertulis": 3,
        "dugaan": 27,
        "sebagian": 5,
        "penyebut_batas": 5,
        "regulasi": 2,
        "satuan_berbeda": 21,
        "kontribusi": 23,
        "tanpa_hubungan": 1,
        "eksternal": 12,
    }


def test_pemalang_has_an_annual_target_for_every_indicator_all_marked_simulated() -> None:
    targets = sheet("pemalang", "target")
    assert {row["sumber_nilai"] for row in targets} == {"simulasi"}
    assert set(annual("pemalang", "target")) == codes("pemalang", "indikator")


def test_pemalang_counts_on_time_documents_within_all_documents() -> None:
    assert running("pemalang", "KEG-10.1") <= running("pemalang", "SUB-16.1")
    assert running("pemalang", "KEG-11.1") <= running("pemalang", "SUB-18.1")
    assert running("pemalang", "KEG-12.1") <= running("pemalang", "SUB-19.1")


def test_pemalangs_stock_of_assessed_staff_grows_by_each_quarters_assessments() -> None:
    reports = [number(r["nilai"]) for r in sheet("pemalang", "realisasi") if r["indikator"] == "KEG-05.1"]
    assert reports[-1] == reports[0] + running("pemalang", "SUB-08.1")


def test_one_sum_of_pemalang_differs_from_its_parts_on_purpose_and_says_why() -> None:
    reported = [r for r in sheet("pemalang", "realisasi") if r["indikator"] == "KEG-07.1"]
    assert running("pemalang", "KEG-07.1") == sum(running("pemalang", c) for c in parts("pemalang", "KEG-07.1")) - 4
    assert "dihitung sekali" in reported[-1]["keterangan_sumber"]


@pytest.mark.parametrize("agency", AGENCIES)
def test_every_indicator_names_its_document_and_place(agency: str) -> None:
    documents = codes(agency, "dokumen")
    assert all(row["dokumen"] in documents and row["letak"] for row in sheet(agency, "indikator"))


@pytest.mark.parametrize("agency", AGENCIES)
def test_every_reference_resolves(agency: str) -> None:
    references = {
        ("unit", "induk"): ("unit",),
        ("jabatan", "unit"): ("unit",),
        ("jabatan", "atasan"): ("jabatan",),
        ("simpul", "induk"): ("simpul",),
        ("simpul", "jabatan"): ("jabatan",),
        ("indikator", "simpul"): ("simpul",),
        ("indikator", "pemilik"): ("jabatan",),
        ("komponen", "indikator"): ("indikator",),
        ("komponen", "komponen"): ("indikator", "variabel"),
        ("target", "indikator"): ("indikator",),
        ("realisasi", "indikator"): ("indikator", "variabel"),
        ("temuan", "dokumen"): ("dokumen",),
        ("temuan", "objek"): ("dokumen", "simpul", "indikator", "variabel"),
    }
    for (name, column), among in references.items():
        known = codes(agency, *among)
        for row in sheet(agency, name):
            given = {code for code in row[column].split("|") if code}
            assert given <= known, f"{agency}/{name}.{column}: {given - known}"


@pytest.mark.parametrize("agency", AGENCIES)
def test_neither_tree_nor_formulas_run_in_a_circle(agency: str) -> None:
    boxes = {row["kode"]: {row["induk"]} - {""} for row in sheet(agency, "simpul")}
    formula: dict[str, set[str]] = {}
    for row in sheet(agency, "komponen"):
        formula.setdefault(row["indikator"], set()).add(row["komponen"])
    for graph in (boxes, formula):
        assert set(urutan_hitung((), graph)) >= graph.keys()


@pytest.mark.parametrize("agency", AGENCIES)
def test_no_persons_number_is_in_the_sample_data(agency: str) -> None:
    for file in sorted((SAMPLE_DATA / agency).glob("*.csv")):
        # Generated employees begin with 9999, which no birth date does.
        assert not re.search(r"(?<!\d)(?!9999)\d{18}", file.read_text(encoding="utf-8")), file.name


@pytest.mark.parametrize("agency", AGENCIES)
def test_every_critical_report_names_who_does_what_until_when(agency: str) -> None:
    for row in sheet(agency, "realisasi"):
        if row.get("kendala"):
            assert all(row[k] for k in ("solusi", "tindak_lanjut", "status_tindak_lanjut", "pic", "batas_waktu"))


def test_the_simulation_writes_the_committed_files_again_byte_for_byte(tmp_path: Path) -> None:
    copy = tmp_path / "sample_data"
    shutil.copytree(SAMPLE_DATA, copy, ignore=shutil.ignore_patterns("__pycache__"))
    subprocess.run([sys.executable, str(copy / "simulasi.py")], check=True, timeout=60)
    files = sorted(path.relative_to(SAMPLE_DATA) for path in SAMPLE_DATA.rglob("*.csv"))
    assert [f for f in files if (copy / f).read_bytes() != (SAMPLE_DATA / f).read_bytes()] == []
    assert not (copy / "__pycache__").exists()


def test_the_simulation_leaves_rows_of_another_source_alone(tmp_path: Path) -> None:
    copy = tmp_path / "sample_data"
    shutil.copytree(SAMPLE_DATA, copy)
    file = copy / "banten" / "realisasi.csv"
    file.write_text(file.read_text(encoding="utf-8").replace("18,7", "19,9").replace("330,5", "331"), encoding="utf-8")
    subprocess.run([sys.executable, str(copy / "simulasi.py"), "banten"], check=True, timeout=60)
    text = file.read_text(encoding="utf-8")
    assert "IKU-03,2023,TAHUN,331,publik" in text.replace('"331"', "331")
    assert '"18,7"' in text
    assert '"19,9"' not in text
