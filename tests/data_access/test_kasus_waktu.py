"""Rules of time, missing inputs and percents from the workbook to the export, on both databases.

One indicator A (or what its formula is made of) in four quarters; each case says what an export must say.
"""

from pathlib import Path

import pytest
from sqlalchemy import Engine

from tests.data_access.kasus import (
    APRIL,
    BELUM,
    OKTOBER,
    PEMBAGIAN,
    RASIO,
    SEPTEMBER,
    TAMBAHAN,
    TW,
    ULANGAN,
    Kasus,
    bagian,
    jalur,
    lapor,
    periksa,
    r,
    t,
)

SERATUS = {"target": 50, "capaian": 100}
AKHIR_TAHUN = [*(t("0", f"BLN{b:02}") for b in range(1, 12)), t("0,9", "BLN12")]
BELUM_TEMPO: dict[str, object] = {"target": 0, "capaian": None, "status": "tidak_ditargetkan"}

KASUS = (
    Kasus(
        "a version of a target counts from its date on",
        TAMBAHAN, [t("100")], r("25", "25"), {"TW2": SERATUS},
        kelak=jalur("10", "10", "40", "60", mulai=SEPTEMBER),
    ),
    Kasus(
        "periods that a version does not name keep the earlier one",
        TAMBAHAN, [t("100")], r("25", "25"),
        {"TW1": {"target": 25, "capaian": 100}, "TW2": SERATUS, "TW3": {"target": 90}},
        kelak=[t("40", "TW3", SEPTEMBER)],
    ),
    Kasus(
        "every version stays: the first change holds in June beside a second of October",
        {"satuan": "nilai", "perilaku": "progress"}, [t("100")], r("40", "40"),
        {"TW1": {"target": 100}, "TW2": {"target": 80, "capaian": 50}, "TW4": {"target": 60}},
        kelak=[t("80", mulai=APRIL), t("60", mulai=OKTOBER)],
    ),
    Kasus(
        "where the quarters named use the year up, those after them owe no report",
        TAMBAHAN, [t("100"), *jalur("60", "40")], r("60", "40"),
        {tw: {"realisasi": 100, "status": "tercapai"} for tw in ("TW3", "TW4", "TAHUN")},
    ),
    Kasus(
        "a printed zero is a target, and its quarter owes a report: a late 40 may still come, or be taken back",
        TAMBAHAN, [t("100"), *jalur("60", "40", "0", "0")], r("60", "20"),
        {"TW2": {"target": 100, "realisasi": 80}}
        | {tw: {"target": 100, "status": "belum_dilaporkan"} for tw in ("TW3", "TW4", "TAHUN")},
    ),
    Kasus(
        "a zero reported for a printed zero keeps the running total",
        TAMBAHAN, [t("100"), *jalur("60", "0", "40", "0")], r("60", "0", "40", "0"),
        {"TW2": {"target": 60, "capaian": 100}, "TW3": SERATUS | {"target": 100}, "TW4": {"status": "tercapai"}},
    ),
    Kasus(
        "a running total that has reached its year owes no report in the quarters left out",
        TAMBAHAN | {"penyajian": "sd_periode"}, [t("100"), *jalur("60", "100")], r("60", "100"),
        {tw: {"realisasi": 100, "status": "tercapai"} for tw in ("TW3", "TW4", "TAHUN")},
    ),
    Kasus(
        "percentages without a word are running totals",
        {"satuan": "%", "perilaku": "akumulasi"}, [t("100"), *jalur("25", "50", "75", "100")],
        r("25", "50", "75", "100"),
        {tw: {"target": n, "capaian": 100} for tw, n in zip(TW, (25, 50, 75, 100), strict=True)},
    ),
    Kasus(
        "percentages stated as increments are added as parts of one denominator, which is an assumption",
        {"satuan": "%", "perilaku": "akumulasi", "penyajian": "tambahan"},
        [t("100"), *jalur("29,29", "16,43", "32,86", "21,42")], r("29,29", "16,43", "32,86", "21,42"),
        {"TW4": {"realisasi": 100, "capaian": 100, "kepastian": "dihitung_dengan_asumsi"}, "TW2": {"realisasi": 45.72}},
    ),
    Kasus(
        "the printed word rules where the behaviour is blank",
        {"satuan": "orang", "tipe_penghitungan": "Non kumulatif"}, [t("100")], r("100", "100"),
        {"TW2": {"realisasi": 100, "capaian": 100}},
    ),
    Kasus(
        "a numerator of the first quarter makes no ratio of the fourth",
        RASIO, [t("90")], [*r("95", kode="X"), *r("100", "", "", "100", kode="Y")],
        {"TW4": BELUM, "TW1": {"realisasi": 95}}, komponen=PEMBAGIAN,
    ),
    Kasus(
        "a denominator holds its latest level and says that this is assumed",
        RASIO, [t("90")], [*r("", "", "", "95", kode="X"), *r("", "", "100", kode="Y")],
        {"TW4": {"realisasi": 95, "kepastian": "dihitung_dengan_asumsi"}}, komponen=PEMBAGIAN,
    ),
    Kasus(
        "a denominator of a later quarter belongs to no earlier numerator",
        RASIO, [t("90", "TW2")], [*r("", "95", kode="X"), *r("", "100", "50", kode="Y")], {"TW4": {"realisasi": 95}},
        komponen=PEMBAGIAN,
    ),
    Kasus(
        "the year of a computed repetition is the mean of its periods",
        ULANGAN | {"rumus": "rasio"}, [t("100")],
        [*r("10", "20", "30", "100", kode="X"), *r("100", "100", "100", "100", kode="Y")],
        {"TW4": {"realisasi": 100, "capaian_tahunan": 40}, "TAHUN": {"realisasi": 40, "status": "kritis"}},
        komponen=PEMBAGIAN,
    ),
    Kasus(
        "the year of a reported repetition is the mean of its periods, with a row of obstacles alone beside it",
        ULANGAN, [t("100")], [*r("10", "20", "30", "100"), lapor("TAHUN", "", kendala="banjir")],
        {"TW4": {"realisasi": 100, "capaian_tahunan": 40}, "TAHUN": {"realisasi": 40, "status": "kritis"}},
    ),
    Kasus(
        "a report of the year leaves a repetition's fourth quarter alone",
        ULANGAN, [t("100")], r("10", "20", "30", "100"), {"TW4": {"realisasi": 100, "status": "tercapai"}},
        kelak=[lapor("TAHUN", "45")],
    ),
    Kasus(
        "a repetition is asked for its own quarter and its year for the year's",
        ULANGAN, [t("85"), *jalur("80", "80", "90", "90")], r("85", "85", "85", "85"),
        {"TW4": {"target": 90, "capaian": 94.44}, "TAHUN": {"target": 85, "capaian": 100}},
    ),
    Kasus(
        "the year's report of a numerator leaves the mean of a repetition's earlier quarters alone",
        ULANGAN | {"rumus": "rasio"}, [t("100")],
        [*r("10", "20", "30", kode="X"), *r("100", "100", "100", kode="Y")],
        {"TW2": {"realisasi": 20, "capaian_tahunan": 15}, "TW3": {"capaian_tahunan": 20}},
        kelak=[lapor("TAHUN", "90", "X")], komponen=PEMBAGIAN,
    ),
    Kasus(
        "a year of repetitions with a gap has no colour",
        ULANGAN, [t("100")], r("100", "", "100", "100"),
        {"TAHUN": {"realisasi": 100, "capaian": None, "status": "belum_dilaporkan"}},
    ),
    Kasus(
        "the source is that of the values used",
        {"satuan": "%", "perilaku": "progress"}, [t("100")],
        [lapor(tw, "50", sumber_nilai="simulasi") for tw in TW[:3]] + [lapor("TAHUN", "90", sumber_nilai="publik")],
        {"TW3": {"sumber_nilai": "simulasi"}, "TW4": {"sumber_nilai": "publik"}, "TAHUN": {"sumber_nilai": "publik"}},
    ),
    Kasus(
        "the year of a computed repetition is as official and as sure as the least of its periods",
        ULANGAN | {"rumus": "rasio"}, [t("100")],
        [lapor("TW1", "10", "X", sumber_nilai="simulasi"), *r("", "20", "30", "40", kode="X"),
         *r("100", "100", "", "100", kode="Y")],
        {"TW1": {"sumber_nilai": "simulasi", "kepastian": "dihitung"},
         "TW3": {"sumber_nilai": "resmi", "kepastian": "dihitung_dengan_asumsi"},
         "TW4": {"sumber_nilai": "resmi", "kepastian": "dihitung"},
         "TAHUN": {"realisasi": 25, "sumber_nilai": "simulasi", "kepastian": "dihitung_dengan_asumsi"}},
        komponen=PEMBAGIAN,
    ),
    Kasus(
        "a mean of groups weighs each group once",
        {"satuan": "%", "rumus": "rerata"}, [t("100")],
        [*r("10", kode="B"), *r("20", kode="C"), *r("90", kode="D")], {"TW1": {"realisasi": 52.5}},
        anak=[{"kode": k, "satuan": "%", "perilaku": "progress"} for k in "BCD"],
        komponen=[bagian("B", kelompok="1"), bagian("C", kelompok="1"), bagian("D", kelompok="2")],
    ),
    Kasus(
        "a target divided by nothing left is exceeded, without a number",
        {"satuan": "hari", "perilaku": "progress", "polaritas": "negatif", "rumus_capaian": "T/R"},
        [t("10")], r("0"), {"TW1": {"realisasi": 0, "capaian": None, "status": "melampaui"}},
    ),
    Kasus(
        "a path that begins with nothing is not due until it asks for something",
        {"satuan": "nilai", "perilaku": "progress"}, AKHIR_TAHUN, [lapor("BLN04", "0,2"), lapor("BLN12", "0,9")],
        {"TW1": BELUM_TEMPO, "TW2": BELUM_TEMPO | {"realisasi": 0.2}, "TW3": BELUM_TEMPO}
        | {tw: {"target": 0.9, "realisasi": 0.9, "capaian": 100} for tw in ("TW4", "TAHUN")},
    ),
    Kasus(
        "a repetition asked for in December alone misses no month of its quarter",
        ULANGAN | {"satuan": "nilai"}, AKHIR_TAHUN, [lapor("BLN04", "0,2"), lapor("BLN12", "0,9")],
        {"TW3": BELUM_TEMPO, "TW4": {"realisasi": 0.9, "capaian": 100, "status": "tercapai"}},
    ),
    Kasus(
        "increments asked for in December alone miss no month before it",
        TAMBAHAN | {"satuan": "nilai"}, AKHIR_TAHUN, [lapor("BLN04", "0,2"), lapor("BLN12", "0,7")],
        {"TW2": BELUM_TEMPO | {"realisasi": 0.2}, "TW3": BELUM_TEMPO | {"realisasi": 0.2}}
        | {tw: {"target": 0.9, "realisasi": 0.9, "capaian": 100} for tw in ("TW4", "TAHUN")},
    ),
    Kasus(
        "quarters in another unit than the year are a series of their own, and the index waits",
        {"satuan": "poin", "perilaku": "progress"},
        [t("74,75"), *(t(n, tw, teks=f"{n} %") for tw, n in zip(TW, ("25", "50", "75", "100"), strict=True))],
        r("25", "50"), {"TW2": {"realisasi": None, "status": "menunggu_penilaian"}},
    ),
    Kasus(
        "a change of one month leaves the other months of its quarter",
        TAMBAHAN, [t("10", f"BLN{b:02}") for b in range(1, 13)], r("30", "30", "40"),
        {"TW2": {"target": 60}, "TW3": {"target": 100, "capaian": 100}}, kelak=[t("20", "BLN08", "1 Agustus 2024")],
    ),
)  # fmt: skip


@pytest.mark.parametrize("kasus", KASUS, ids=lambda kasus: kasus.benar)
def test_the_export_says_what_is_right(engine: Engine, tmp_path: Path, kasus: Kasus) -> None:
    periksa(engine, tmp_path, kasus)
