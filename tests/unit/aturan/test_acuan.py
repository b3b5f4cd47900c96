"""A regulation of a region is the basis of its own agency, and no more than a reference for any other."""

from dataclasses import replace
from datetime import date

import pytest

from dashboard.formatting import dasar_teks
from data_access.aturan import untuk

DASAR = untuk(date(2023, 12, 31)).skp.bobot_skp


@pytest.mark.parametrize(
    ("peraturan", "wilayah", "acuan"),
    [
        ("Pergub Banten 5/2017; Perka BKN 1/2013", "Provinsi Banten", False),
        ("Pergub Banten 5/2017; Perka BKN 1/2013", "Kabupaten Paser", True),
        ("Pergub Banten 5/2017; Perka BKN 1/2013", None, True),
        ("Keputusan IKU Banten", "Provinsi Banten", False),
        ("Keputusan IKU Banten", "Kabupaten Pemalang", True),
        ("Perbup Bogor 3/2020", "Kabupaten Bogor", False),
        ("Perbup Bogor 3/2020", "Kota Bogor", True),
        ("Perwal Banjar 1/2021", "Kota Banjarbaru", True),
        ("PermenPANRB 6/2022", "Provinsi Banten", False),
        ("PermenPANRB 6/2022", None, False),
    ],
)
def test_only_a_regulation_of_another_region_is_a_reference(
    peraturan: str, wilayah: str | None, *, acuan: bool
) -> None:
    teks = dasar_teks(replace(DASAR, peraturan=peraturan), wilayah)
    assert teks.startswith("acuan ") is acuan
    assert peraturan in teks
