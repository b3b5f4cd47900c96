"""The transcribed sheets of Paser (decree 84/2023) and of the Perjanjian Kinerja 2024.

Only rows of printed values are looked at: simulated targets and realisations are another subject.
"""

import csv
import re
from collections import Counter
from pathlib import Path

import pytest

from dashboard.domain.dasar.cycles import urutan_hitung

SAMPLE_DATA = Path(__file__).parents[3] / "sample_data"
Rows = list[dict[str, str]]


def sheet(agency: str, name: str) -> Rows:
    with (SAMPLE_DATA / agency / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def codes(agency: str, name: str) -> set[str]:
    return {row["kode"] for row in sheet(agency, name)}


def iki() -> Rows:
    return [row for row in sheet("paser", "indikator") if row["jenis"] == "IKI"]


def printed_targets(agency: str) -> Rows:
    return [row for row in sheet(agency, "target") if row["sumber_nilai"] == "resmi"]


def test_paser_has_45_positions_with_36_distinct_names() -> None:
    positions = sheet("paser", "jabatan")
    assert len(positions) == 45
    assert len({row["nama"] for row in positions}) == 36
    assert all(row["tugas"] and row["fungsi"] for row in positions)
    assert len(positions[0]["fungsi"].split("|")) == 20


def test_only_the_head_of_paser_has_no_superior() -> None:
    assert [row["kode"] for row in sheet("paser", "jabatan") if not row["atasan"]] == ["J01"]


def test_the_389_iki_are_spread_over_the_units_as_printed() -> None:
    unit_of = {row["kode"]: row["unit"] for row in sheet("paser", "jabatan")}
    per_unit = Counter(unit_of[row["pemilik"]] for row in iki())
    assert per_unit == {
        "BADAN": 5,
        "SEKRETARIAT": 7,
        "SUBBAG-RENKEU": 45,
        "SUBBAG-UMPEG": 59,
        "BIDANG-PPI": 173,
        "BIDANG-PMP": 51,
        "BIDANG-PKDP": 49,
    }
    assert per_unit.total() == 389


def test_every_position_has_iki_and_their_codes_count_up() -> None:
    per_position: dict[str, list[str]] = {}
    for row in iki():
        per_position.setdefault(row["pemilik"], []).append(row["kode"])
    assert len(per_position) == 45
    for position, found in per_position.items():
        assert found == [f"IKI-{position[1:]}-{number:03d}" for number in range(1, len(found) + 1)]


def test_372_iki_have_a_number_16_are_not_targeted_and_one_has_no_target() -> None:
    targets = {row["indikator"]: row for row in printed_targets("paser")}
    assert len(targets) == len(printed_targets("paser"))
    assert {(row["tahun"], row["periode"]) for row in targets.values()} == {("2023", "TAHUN")}
    assert sum(row["nilai"] != "" for row in targets.values()) == 372
    assert sum(row["teks"] == "-" and row["nilai"] == "" for row in targets.values()) == 16
    assert [row["kode"] for row in iki() if row["kode"] not in targets] == ["IKI-27-004"]


@pytest.mark.parametrize(
    ("code", "text", "value", "grade"),
    [
        ("IKI-01-001", "B (65)", "65", "B"),
        ("IKI-02-004", "B(80)", "80", "B"),
        ("IKI-06-006", "1 3dokumen", "13", ""),
        ("IKI-27-001", "4.230 data", "4230", ""),
        ("IKI-01-004", "85%", "85", ""),
        ("IKI-40-002", "2600 dokumen", "2600", ""),
    ],
)
def test_a_target_keeps_its_printed_text_beside_the_number(code: str, text: str, value: str, grade: str) -> None:
    row = next(row for row in printed_targets("paser") if row["indikator"] == code)
    assert (row["teks"], row["nilai"], row["predikat"]) == (text, value, grade)


def test_the_number_of_a_target_consists_of_the_printed_digits() -> None:
    for row in printed_targets("paser") + printed_targets("pk"):
        if row["nilai"]:
            printed = re.sub(r"[^\d,]", "", row["teks"])
            printed = printed.rstrip("0").rstrip(",") if "," in printed else printed
            assert row["nilai"] == printed, row["indikator"]


def test_the_five_iku_print_no_target_and_take_it_from_the_iki_of_the_head() -> None:
    iku = [row for row in sheet("paser", "indikator") if row["jenis"] == "IKU"]
    assert [row["kode"] for row in iku] == [f"IKU-{number:02d}" for number in range(1, 6)]
    assert {row["rumus"] for row in iku} == {"jumlah"}
    assert not {row["kode"] for row in iku} & {row["indikator"] for row in printed_targets("paser")}
    links = {row["indikator"]: row for row in sheet("paser", "komponen") if row["indikator"].startswith("IKU-")}
    assert {code: (row["komponen"], row["sifat"]) for code, row in links.items()} == {
        f"IKU-{number:02d}": (f"IKI-01-{number:03d}", "dugaan") for number in range(1, 6)
    }


def test_a_way_of_counting_is_given_only_where_it_is_printed() -> None:
    stated = [row for row in iki() if row["tipe_penghitungan"]]
    assert len(stated) == 11
    assert {(row["tipe_penghitungan"], row["perilaku"]) for row in stated} == {
        ("Kumulatif", "akumulasi"),
        ("Non kumulatif", "progress"),
    }
    assert not any(row["perilaku"] for row in iki() if not row["tipe_penghitungan"])


def test_a_node_of_an_individual_hangs_on_a_node_of_the_superior() -> None:
    nodes = {row["kode"]: row for row in sheet("paser", "simpul")}
    superior = {row["kode"]: row["atasan"] for row in sheet("paser", "jabatan")}
    for row in nodes.values():
        if row["jenjang"] != "individu":
            continue
        above = nodes[row["induk"]]
        assert above["jabatan"] == superior[row["jabatan"]], row["kode"]
        assert above["jenjang"] == ("individu" if superior[row["jabatan"]] else "sasaran"), row["kode"]
        assert row["keyakinan"], row["kode"]
        assert row["catatan"], row["kode"]


def test_an_individual_has_one_node_per_distinct_outcome() -> None:
    nodes = [row for row in sheet("paser", "simpul") if row["jenjang"] == "individu"]
    assert len({(row["jabatan"], row["sasaran"]) for row in nodes}) == len(nodes)
    assert {row["simpul"] for row in iki()} == {row["kode"] for row in nodes}


def test_links_between_iki_give_a_direction_and_a_reason() -> None:
    links = [row for row in sheet("paser", "komponen") if row["sifat"] == "kontribusi"]
    superior = {row["kode"]: row["atasan"] for row in sheet("paser", "jabatan")}
    owner = {row["kode"]: row["pemilik"] for row in iki()}
    for row in links:
        assert row["arah"] == "+", row
        assert row["catatan"], row
        assert superior[owner[row["komponen"]]] == owner[row["indikator"]], row
    assert ("IKI-01-004", "IKI-30-003") in {(row["indikator"], row["komponen"]) for row in links}


def test_the_pk_has_three_iku_with_relevance_and_an_explained_target() -> None:
    iku = sheet("pk", "indikator")
    assert [row["rumus"] for row in iku] == ["rasio", "rasio", "eksternal"]
    assert all(row["jenis"] == "IKU" and row["relevansi"] and row["formulasi"] for row in iku)
    assert [row["formulasi"] for row in iku][2] == "-"
    targets = printed_targets("pk")
    assert [(row["nilai"], row["teks"]) for row in targets] == [("99,99", "99,99%"), ("83,5", "83,50%"), ("77", "77")]
    assert all(row["penjelasan"] and row["tahun"] == "2024" for row in targets)


def test_each_ratio_of_the_pk_has_a_printed_numerator_and_denominator() -> None:
    found = {(row["indikator"], row["peran"], row["komponen"], row["sifat"]) for row in sheet("pk", "komponen")}
    assert found == {
        ("IKU-01", "pembilang", "ASN_TANPA_HUKUMAN", "tertulis"),
        ("IKU-01", "penyebut", "JUMLAH_ASN", "tertulis"),
        ("IKU-02", "pembilang", "ASN_BERSERTIFIKAT", "tertulis"),
        ("IKU-02", "penyebut", "JUMLAH_ASN", "tertulis"),
    }


@pytest.mark.parametrize("agency", ["paser", "pk"])
def test_every_reference_resolves(agency: str) -> None:
    documents, units, positions = (codes(agency, name) for name in ("dokumen", "unit", "jabatan"))
    nodes, variables = codes(agency, "simpul"), codes(agency, "variabel")
    indicators = codes(agency, "indikator")
    for row in sheet(agency, "jabatan"):
        assert row["unit"] in units, row["kode"]
        assert row["atasan"] in positions | {""}, row["kode"]
    for row in sheet(agency, "indikator"):
        assert row["simpul"] in nodes, row["kode"]
        assert set(row["pemilik"].split("|")) <= positions, row["kode"]
    for row in sheet(agency, "komponen"):
        assert row["indikator"] in indicators, row
        assert row["komponen"] in indicators | variables, row
    for row in printed_targets(agency):
        assert row["indikator"] in indicators, row["indikator"]
        assert row["dokumen"] in documents, row["indikator"]
        assert row["letak"], row["indikator"]
    for row in sheet(agency, "temuan"):
        assert row["objek"] in indicators | variables | positions | units | nodes | {""}, row["kode"]
        assert row["dokumen"] in documents, row["kode"]
        assert row["letak"], row["kode"]
        assert row["kutipan"], row["kode"]
        assert row["uraian"], row["kode"]


@pytest.mark.parametrize("agency", ["paser", "pk"])
def test_codes_are_unique_within_the_agency(agency: str) -> None:
    shared = [row["kode"] for name in ("indikator", "variabel") for row in sheet(agency, name)]
    assert len(set(shared)) == len(shared)
    for name in ("dokumen", "unit", "jabatan", "simpul", "temuan"):
        assert len(codes(agency, name)) == len(sheet(agency, name)), name


@pytest.mark.parametrize("agency", ["paser", "pk"])
def test_no_hierarchy_runs_in_a_circle(agency: str) -> None:
    for name, column in (("unit", "induk"), ("jabatan", "atasan"), ("simpul", "induk")):
        above = {row["kode"]: {row.get(column, "")} - {""} for row in sheet(agency, name)}
        assert set(urutan_hitung((), above)) >= above.keys()


@pytest.mark.parametrize("agency", ["paser", "pk"])
def test_every_indicator_names_its_document_and_a_place_of_its_own(agency: str) -> None:
    rows = sheet(agency, "indikator")
    assert {row["dokumen"] for row in rows} <= codes(agency, "dokumen")
    assert all(row["letak"] for row in rows)
    assert len({row["letak"] for row in rows}) == len(rows)


@pytest.mark.parametrize("agency", ["paser", "pk"])
def test_no_employee_number_entered_the_sheets(agency: str) -> None:
    for path in (SAMPLE_DATA / agency).glob("*.csv"):
        # Generated employees begin with 9999, which no birth date does.
        assert not re.search(r"(?<!\d)(?!9999)\d{8} ?\d{6} ?\d ?\d{3}", path.read_text(encoding="utf-8")), path.name
