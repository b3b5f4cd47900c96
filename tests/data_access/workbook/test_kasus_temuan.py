"""Contradictions in reports and paths, from the workbook to the register, on both databases; right data has none."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from sqlalchemy import Engine

from dashboard.domain.dasar.hak import PERENCANA_BAWAAN
from dashboard.services.temuan import daftar
from tests.builders import BarisBuku
from tests.data_access.kasus import PEMBAGIAN, RASIO, TW, Kasus, ambil, buku, jalur, lapor, r, t

TINGKAT = {"satuan": "%", "perilaku": "progress"}
INDEKS = {"satuan": "indeks", "perilaku": "progress"}
TIPE = {"satuan": "orang", "perilaku": "progress", "tipe_penghitungan": "Kumulatif"}


def persen(*nilai: str) -> list[BarisBuku]:
    return [t(n, tw, teks=f"{n} %") for tw, n in zip(TW, nilai, strict=True)]


def perkara(
    aturan: str, milik: BarisBuku, target: Sequence[BarisBuku], salah: Sequence[BarisBuku], benar: Sequence[BarisBuku]
) -> tuple[str, Kasus, Kasus]:
    """Which rule must speak, the wrong reports, and the right ones on which it is silent."""
    komponen = PEMBAGIAN if milik is RASIO else ()
    keliru, betul = (Kasus(aturan, milik, target, isi, {}, komponen=komponen) for isi in (salah, benar))
    return aturan, keliru, betul


PERKARA = {
    "a value beside other parts": perkara(
        "nilai_beda_bagian", TINGKAT, [t("90")],
        [lapor("TW1", "90", pembilang="50", penyebut="100")], [lapor("TW1", "50", pembilang="50", penyebut="100")],
    ),
    "a ratio reported otherwise than its variabel": perkara(
        "laporan_beda_hitungan", RASIO, [t("90")],
        [*r("100"), *r("50", kode="X"), *r("100", kode="Y")], [*r("50"), *r("50", kode="X"), *r("100", kode="Y")],
    ),
    "a part above its whole": perkara(
        "bagian_melebihi_seluruh", TINGKAT, [t("90")],
        [lapor("TW1", "", pembilang="39", penyebut="36")], [lapor("TW1", "", pembilang="36", penyebut="39")],
    ),
    "a zero among figures of an index": perkara(
        "realisasi_nol", INDEKS, [t("75")], r("74,2", "74,4", "74,5", "0"), r("74,2", "74,4", "74,5", "74,6"),
    ),
    "a running total that falls from month to month": perkara(
        "realisasi_lompat", {"satuan": "%", "perilaku": "akumulasi"}, [t("90")],
        [lapor("BLN10", "82"), lapor("BLN12", "81")], [lapor("BLN10", "81"), lapor("BLN12", "82")],
    ),
    "more than the whole": perkara("realisasi_melebihi_maks", TINGKAT, [t("90")], r("95", "132"), r("95", "100")),
}  # fmt: skip
JALUR = {
    "a month's target above the year's": ("target_periode_di_atas", TINGKAT, [t("90"), t("95", "BLN12")]),
    "a path in another unit": ("jalur_satuan_lain", INDEKS, [t("74,75"), *persen("25", "50", "75", "100")]),
    "percentages that add up to the year": (
        "persen_tambahan", {"satuan": "%", "perilaku": "akumulasi"},
        [t("100"), *jalur("29,29", "16,43", "32,86", "21,42")],
    ),
    "a level printed as Kumulatif": ("perilaku_lawan_tipe", TIPE, [t("100")]),
}  # fmt: skip


def aturan_bicara(engine: Engine, folder: Path, kasus: Kasus) -> set[str | None]:
    ambil(engine, folder, buku(kasus))
    return {b.temuan.aturan for b in daftar(engine, PERENCANA_BAWAAN, "UJI", 2024).menurut_kode.values()}


@pytest.mark.parametrize("nama", PERKARA)
def test_a_report_that_contradicts_itself_is_a_finding(engine: Engine, tmp_path: Path, nama: str) -> None:
    aturan, salah, _ = PERKARA[nama]
    assert aturan in aturan_bicara(engine, tmp_path, salah)


@pytest.mark.parametrize("nama", PERKARA)
def test_a_report_that_is_right_is_none(engine: Engine, tmp_path: Path, nama: str) -> None:
    aturan, _, benar = PERKARA[nama]
    assert aturan not in aturan_bicara(engine, tmp_path, benar)


@pytest.mark.parametrize("nama", JALUR)
def test_a_path_that_does_not_lead_to_its_year_is_a_finding(engine: Engine, tmp_path: Path, nama: str) -> None:
    aturan, milik, target = JALUR[nama]
    assert aturan in aturan_bicara(engine, tmp_path, Kasus(nama, milik, target, (), {}))


def test_a_path_that_leads_to_its_year_is_none(engine: Engine, tmp_path: Path) -> None:
    kasus = Kasus("", TINGKAT, [t("90"), *jalur("60", "70", "80", "90")], (), {})
    assert not aturan_bicara(engine, tmp_path, kasus) & {aturan for aturan, _, _ in JALUR.values()}
