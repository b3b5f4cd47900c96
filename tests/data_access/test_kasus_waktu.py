"""Rules of time, missing inputs and percents from the workbook to the export, on both databases.

One indicator A (or what its formula is made of) in four quarters; each case says what an export must say.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

import pytest
from sqlalchemy import Engine

from dashboard.domain.dasar.hak import PERENCANA_BAWAAN
from dashboard.services.data.impor import ambil_alih
from dashboard.services.data.keluar.ekspor import baca_ekspor
from tests.builders import BarisBuku, IsiBuku, buku_kecil, tulis_csv

TW = ("TW1", "TW2", "TW3", "TW4")
TAMBAHAN = {"satuan": "orang", "perilaku": "akumulasi", "penyajian": "tambahan"}
ULANGAN = {"satuan": "%", "perilaku": "pengulangan"}
RASIO = {"satuan": "%", "rumus": "rasio"}
BELUM = {"realisasi": None, "capaian": None, "status": "belum_dilaporkan"}
Lihat = Mapping[str, Mapping[str, object]]
"""By position: what the export says of A; numbers to two decimals."""


@dataclass(frozen=True)
class Kasus:
    """What is right, the indicator, its rows, what comes later, and what the export says."""

    benar: str
    milik: BarisBuku
    target: Sequence[BarisBuku]
    realisasi: Sequence[BarisBuku]
    lihat: Lihat
    kelak: Sequence[BarisBuku] = ()
    anak: Sequence[BarisBuku] = ()
    komponen: Sequence[BarisBuku] = ()


def t(nilai: str, periode: str = "TAHUN", mulai: str = "", **isi: str) -> BarisBuku:
    dasar = {"indikator": "A", "tahun": "2024", "periode": periode, "nilai": nilai, "nilai_min": "", "nilai_maks": ""}
    penjelasan = "Perubahan anggaran: DPA perubahan nomor 12" if mulai else ""
    versi = {"versi": "perubahan" if mulai else "awal", "berlaku_mulai": mulai, "penjelasan": penjelasan}
    return dasar | versi | isi


def jalur(*nilai: str, mulai: str = "") -> list[BarisBuku]:
    return [t(n, tw, mulai) for tw, n in zip(TW, nilai, strict=False)]


def r(*nilai: str, kode: str = "A") -> list[BarisBuku]:
    """Reports of the quarters in turn; a blank one is not reported."""
    return [lapor(tw, n, kode) for tw, n in zip(TW, nilai, strict=False) if n]


def lapor(periode: str, nilai: str, kode: str = "A", **isi: str) -> BarisBuku:
    dasar = {"indikator": kode, "tahun": "2024", "periode": periode, "nilai": nilai, "sumber_nilai": "resmi"}
    return dasar | {"pembilang": "", "penyebut": "", "kendala": ""} | isi


def bagian(kode: str, peran: str = "suku", kelompok: str = "") -> BarisBuku:
    dasar = {"indikator": "A", "komponen": kode, "sifat": "tertulis", "bobot": "1"}
    return dasar | {"peran": peran, "kelompok": kelompok}


PEMBAGIAN = (bagian("X", "pembilang"), bagian("Y", "penyebut"))
SEPTEMBER, APRIL, OKTOBER = "1 September 2024", "1 April 2024", "1 Oktober 2024"
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
        "a printed zero after a full year owes no report either",
        TAMBAHAN, [t("100"), *jalur("60", "40", "0", "0")], r("60", "40"),
        {tw: {"target": 100, "realisasi": 100, "status": "tercapai"} for tw in ("TW2", "TW3", "TW4", "TAHUN")},
    ),
    Kasus(
        "a printed zero between two increments owes no report",
        TAMBAHAN, [t("100"), *jalur("60", "0", "40", "0")], r("60", "", "40"),
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


TAHUN_DIUBAH = (
    Kasus(
        "the assumed path is that of the year in force",
        TAMBAHAN, [t("100")], r("25", "45"),
        {"TW1": {"target": 25, "capaian": 100}, "TW2": {"target": 70, "capaian": 100}, "TW3": {"target": 105},
         "TW4": {"target": 140}},
        kelak=[t("140", mulai=APRIL)],
    ),
    Kasus(
        "a quarter that the first version prints as not targeted stays so, and the others share the new year",
        TAMBAHAN, [t("100"), t("", "TW1", teks="-")], r("", "46"),
        {"TW1": {"target": None, "status": "tidak_ditargetkan"}, "TW2": {"target": 46.67, "capaian": 98.57},
         "TW3": {"target": 93.33}, "TAHUN": {"target": 140}},
        kelak=[t("140", mulai=APRIL)],
    ),
    Kasus(
        "a printed quarter stays, and the others share what is left of the new year",
        TAMBAHAN, [t("100"), t("20", "TW1")], r("20", "40"),
        {"TW1": {"target": 20, "capaian": 100}, "TW2": {"target": 60, "capaian": 100}, "TW4": {"target": 140}},
        kelak=[t("140", mulai=APRIL)],
    ),
    Kasus(
        "a printed level stays beside the level of the new year",
        {"satuan": "nilai", "perilaku": "progress"}, [t("100"), t("50", "TW2")], r("40", "40"),
        {"TW1": {"target": None}, "TW2": {"target": 50, "capaian": 80}, "TAHUN": {"target": 80}},
        kelak=[t("80", mulai=APRIL)],
    ),
)  # fmt: skip


def buku(kasus: Kasus) -> IsiBuku:
    isi = buku_kecil()
    kosong = {"satuan": "", "polaritas": "positif", "perilaku": "", "penyajian": "", "tipe_penghitungan": ""}
    kosong |= {"rumus": "", "rumus_capaian": ""}
    semua = [{"kode": "A"} | kasus.milik, *kasus.anak]
    isi["indikator"] = [
        {"simpul": "PRG", "nama": f"Indikator {satu['kode']}", "jenis": "program"} | kosong | satu for satu in semua
    ]
    isi["variabel"] = [{"kode": k, "nama": f"Jumlah {k}", "satuan": "orang"} for k in "XY"]
    isi["komponen"] = list(kasus.komponen)
    isi["target"] = [{"teks": ""} | satu for satu in kasus.target]
    isi["realisasi"] = list(kasus.realisasi)
    return {lembar: baris for lembar, baris in isi.items() if baris}


def ambil(engine: Engine, folder: Path, isi: IsiBuku, instansi: str | None = None) -> None:
    laporan = ambil_alih(engine, tulis_csv(folder, isi), pelaku=PERENCANA_BAWAAN, instansi=instansi)
    assert laporan.diambil, laporan.teks()


def terlihat(engine: Engine, periode: str, kunci: Mapping[str, object]) -> dict[str, object]:
    baris = baca_ekspor(engine, PERENCANA_BAWAAN, "UJI", 2024, periode).isi["indikator"]
    a = next(satu for satu in baris if satu["kode"] == "A")
    return {k: _dua(a[k]) for k in kunci}


def _dua(nilai: object) -> object:
    return round(float(nilai), 2) if isinstance(nilai, int | float | Decimal) else nilai


@pytest.mark.parametrize("kasus", KASUS, ids=lambda kasus: kasus.benar)
def test_the_export_says_what_is_right(engine: Engine, tmp_path: Path, kasus: Kasus) -> None:
    periksa(engine, tmp_path, kasus)


@pytest.mark.parametrize("kasus", TAHUN_DIUBAH, ids=lambda kasus: kasus.benar)
def test_a_change_of_the_year_alone_leaves_what_an_earlier_version_printed(
    engine: Engine, tmp_path: Path, kasus: Kasus
) -> None:
    """DOMAIN.md section 2, "Versions of a target": "at a position the latest in force on its last day holds, for the
    periods it names; for the others the one before it". What is printed, "-" too, is named. What is assumed is no
    period of its own but "annual x p/4", and "where some quarters are given, the others share evenly what is left of
    the annual target": of the year in force (row 10 of the issue: 80 from April on is June's target).
    """
    periksa(engine, tmp_path, kasus)


def periksa(engine: Engine, folder: Path, kasus: Kasus) -> None:
    ambil(engine, folder / "awal", buku(kasus))
    if kasus.kelak:
        lembar = "realisasi" if "sumber_nilai" in kasus.kelak[0] else "target"
        isi: IsiBuku = {lembar: [({"teks": ""} if lembar == "target" else {}) | satu for satu in kasus.kelak]}
        ambil(engine, folder / "kelak", isi, "UJI")
    for periode, kata in kasus.lihat.items():
        assert (periode, terlihat(engine, periode, kata)) == (periode, dict(kata))
