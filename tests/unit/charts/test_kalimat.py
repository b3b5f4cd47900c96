"""The generated sentence of a figure: what a screen reader hears and a slide notes."""

import pytest

from dashboard.charts.gauge import gauge
from dashboard.charts.kalimat import kalimat, temuan_utama
from dashboard.domain.dasar.indikator import Polaritas
from dashboard.domain.dasar.periode import SampaiDengan
from data_access.aturan import untuk
from tests.unit.bangun import indikator, laporan, satu
from tests.unit.bangun import target as bertarget
from tests.unit.services.bangun import iku, lapor, susun

ATURAN = untuk(SampaiDengan(2024, 4).hari_akhir)


def test_the_sentence_says_value_target_gap_and_last_quarter() -> None:
    k = susun((iku("A"),), (lapor("A", "TW1", 80), lapor("A", "TW2", 82)))
    assert kalimat(k.hasil.indikator["A"], k.per_triwulan[0].indikator["A"]) == (
        "A mencapai 82 % dari target 100 %; kurang 18 poin; triwulan lalu 80."
    )


@pytest.mark.parametrize(
    ("nilai", "target", "kata"),
    [
        ("99.998", "100", "mencapai 100 % dari target 100 %; tepat pada target."),
        ("100.004", "100", "mencapai 100 % dari target 100 %; tepat pada target."),
        ("99.99", "100", "mencapai 99,99 % dari target 100 %; kurang 0,01 poin."),
        ("0.0994", "0.1", "mencapai 0,099 % dari target 0,1 %; kurang 0,001 poin."),
    ],
)
def test_what_is_shown_as_reached_misses_nothing_and_a_gap_is_never_nought(nilai: str, target: str, kata: str) -> None:
    h = satu(indikator(satuan="%"), [bertarget(nilai=target)], [laporan("TW4", nilai)])
    assert kalimat(h) == f"A {kata}"


def test_the_sentence_of_a_missing_report_gives_no_number() -> None:
    k = susun((iku("A"),), ())
    assert kalimat(k.hasil.indikator["A"]) == "A belum dilaporkan; target s.d. periode 100 %."


def test_lower_is_better_is_worded_as_a_limit() -> None:
    k = susun((iku("A", polaritas=Polaritas.NEGATIF),), (lapor("A", "TW2", 120),))
    assert "melewati batas 20" in kalimat(k.hasil.indikator["A"])


@pytest.mark.parametrize(
    ("nilai", "temuan"),
    [
        ((90, 90), "2 dari 2 IKU di bawah target"),
        ((100, 110), "2 dari 2 IKU mencapai target"),
        ((90,), "1 dari 2 IKU belum dilaporkan, 1 di bawah target"),
    ],
)
def test_the_finding_counts_what_is_missing_and_then_what_is_below_target(nilai: tuple[int, ...], temuan: str) -> None:
    laporan = tuple(lapor(kode, "TW2", n) for kode, n in zip("AB", nilai, strict=False))
    assert temuan_utama(susun((iku("A"), iku("B")), laporan).utama()) == temuan


def test_a_gauge_without_a_value_shows_a_dash_no_bar_and_no_colour() -> None:
    figur = gauge(susun((iku("A"),), ()).hasil.indikator["A"], ATURAN)
    assert figur["data"][0]["value"] == 0
    assert figur["data"][0]["gauge"]["steps"] == []
    assert figur["layout"]["annotations"][0]["text"] == "–"
