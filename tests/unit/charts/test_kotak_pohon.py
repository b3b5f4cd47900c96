"""The finding that heads the cascade."""

import pytest

from dashboard.charts.kotak_pohon import temuan_pohon
from dashboard.domain.dasar.skala import Status


@pytest.mark.parametrize(
    ("sebaran", "temuan"),
    [
        (
            {Status.PERLU_PERHATIAN: 2, Status.TERCAPAI: 1, Status.BELUM_DILAPORKAN: 84, Status.KRITIS: 1},
            "84 belum dilaporkan, 1 kritis, 2 perlu perhatian dari 88 indikator pada 9 kotak",
        ),
        ({Status.TERCAPAI: 3}, "Tidak ada indikator di bawah target pada 9 kotak"),
        ({Status.BELUM_DILAPORKAN: 3}, "3 indikator pada 9 kotak, belum ada yang dapat dinilai"),
    ],
)
def test_the_finding_counts_what_is_unreported_before_it_judges(sebaran: dict[Status, int], temuan: str) -> None:
    assert temuan_pohon(tuple(sebaran.items()), 9) == temuan
