"""What is odd about a value is asked, never refused."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from dashboard.domain.entri.aturan import Entri
from dashboard.domain.entri.ganjil import Kebiasaan, yang_ganjil

HARI_INI = date(2024, 7, 5)


def tanya(satuan: str = "%", *, lalu: tuple[int, ...] = (), target: int | None = None, **isi: Any) -> list[str]:
    angka: dict[str, Any] = {k: Decimal(n) if isinstance(n, int | str) else n for k, n in isi.items()}
    entri = Entri(indikator="I", tahun=2024, periode="TW2", **angka)
    biasa = Kebiasaan(satuan, Decimal(target) if target is not None else None, tuple(map(Decimal, lalu)))
    return [p.kalimat for p in yang_ganjil(entri, biasa, HARI_INI)]


def test_more_than_the_whole_is_asked_about() -> None:
    assert tanya(pembilang=900, penyebut=800) == ["900 dari 800 lebih dari seluruhnya. Sudah benar?"]
    assert tanya(pembilang=800, penyebut=800) == []


def test_a_share_above_a_hundred_is_asked_about_unless_its_target_is_too() -> None:
    assert tanya(nilai=132) == ["132 % lebih dari seluruhnya. Sudah benar?"]
    assert tanya(nilai=100) == []
    assert tanya(nilai=132, target=140) == []
    assert tanya("orang", nilai=132) == []


@pytest.mark.parametrize(("nilai", "ditanya"), [(39, False), (40, True), (400, True)])
def test_four_times_the_usual_quarter_is_asked_about(nilai: int, ditanya: bool) -> None:
    assert bool(tanya("orang", nilai=nilai, lalu=(0, 9, 10, 11))) is ditanya


def test_without_a_usual_quarter_nothing_is_asked() -> None:
    assert tanya("orang", nilai=400) == []
    assert tanya("orang", nilai=400, lalu=(0, 0)) == []


def test_a_day_that_has_passed_is_asked_about() -> None:
    assert tanya(nilai=80, batas_waktu=date(2024, 7, 4)) == ["Batas waktu 4 Juli 2024 sudah lewat. Sudah benar?"]
    assert tanya(nilai=80, batas_waktu=HARI_INI) == []
