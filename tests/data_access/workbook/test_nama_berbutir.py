"""Names in a form, counted by numbers, letters and dashes, are the names they count."""

import pytest

from data_access.workbook.bentuk.baris_tabel import kode_bernama


@pytest.mark.parametrize(
    ("isi", "kode"),
    [
        ("Nilai 1) umum", "A"),
        ("a. Nilai 1) umum", "A"),
        ("(2) nilai  1) umum :", "A"),
        ("- Nilai 1) umum", "A"),
        ("X.1 Nilai dua", "X.1"),
        ("X.2 Nilai dua", None),
        ("Nilai umum", None),
        (3.0, None),
    ],
)
def test_a_name_is_known_however_it_is_counted(isi: str | float, kode: str | None) -> None:
    assert kode_bernama(isi, {"nilai 1) umum": "A", "nilai dua": "X.1"}) == kode
