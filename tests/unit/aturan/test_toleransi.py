"""A tolerance that an agency sets: just under the target is reached, far under it is not, and everything says so."""

from datetime import date
from decimal import Decimal

import pytest

from dashboard.charts.gauge import gauge
from dashboard.charts.palet import warna
from dashboard.components.indikator.penjelasan import penjelasan_html
from dashboard.components.umum.tata import legenda_html
from dashboard.domain.dasar.indikator import Realisasi
from dashboard.domain.dasar.setelan import SetelanBertanggal
from dashboard.domain.dasar.skala import Status
from dashboard.services.kinerja import Kinerja
from tests.unit.services.bangun import TAHUN, iku, susun

BERWARNA = [s for s in Status if s.berwarna]


def pada(nilai: str, toleransi: str | None, mulai: date = date(TAHUN, 1, 1)) -> Kinerja:
    """One IKU at that achievement in two quarters, with what the agency has set."""
    setelan = (SetelanBertanggal(mulai, "toleransi_tercapai", toleransi),) if toleransi else ()
    laporan = tuple(Realisasi("A", TAHUN, tw, Decimal(nilai)) for tw in ("TW1", "TW2"))
    return susun((iku("A"),), laporan, pengaturan=setelan)


@pytest.mark.parametrize(
    ("nilai", "toleransi", "status"),
    [
        ("99.99", None, Status.PERLU_PERHATIAN),
        ("99.99", "0,5", Status.TERCAPAI),
        ("99.5", "0,5", Status.TERCAPAI),
        ("99.49", "0,5", Status.PERLU_PERHATIAN),
        ("77", "10", Status.PERLU_PERHATIAN),
        ("100.01", "0,5", Status.MELAMPAUI),
    ],
)
def test_just_under_the_target_is_reached_only_within_a_tolerance(
    nilai: str, toleransi: str | None, status: Status
) -> None:
    h = pada(nilai, toleransi).hasil.indikator["A"]
    assert (h.status, h.persen) == (status, Decimal(nilai)), "the achievement itself stays as computed"


def test_the_tolerance_counts_from_its_day() -> None:
    tren = pada("99.9", "1", date(TAHUN, 4, 1)).tren("A")
    assert [h.status for h in tren] == [Status.PERLU_PERHATIAN, Status.TERCAPAI]


def test_legend_explanation_and_gauge_say_and_show_it() -> None:
    k = pada("99.9", "1")
    h = k.hasil.indikator["A"]
    assert "99\xa0% ke atas, sampai 100\xa0%" in legenda_html(BERWARNA, k.aturan.status)
    assert "toleransi 1 poin menurut pengaturan instansi" in penjelasan_html(h, k.penjelasan("A"), {}, "pemilik", None)
    assert gauge(h, k.aturan)["data"][0]["gauge"]["bar"]["color"] == warna(Status.TERCAPAI)
