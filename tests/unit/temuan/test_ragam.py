"""A fault is found whatever its shape, by its own rule, and once."""

from functools import cache

import pytest

from dashboard.domain.temuan.periksa import Temuan, periksa
from tests.temuan.buatan import Buatan, agensi
from tests.temuan.cacat_ragam import RAGAM, Cacat, tak_satu_pun_dipasok


def dasar() -> Buatan:
    return agensi(5, 3)


@cache
def bersih() -> frozenset[str]:
    return frozenset(t.kode for t in periksa(dasar().bahan()))


def ditemukan(b: Buatan) -> list[Temuan]:
    return [t for t in periksa(b.bahan()) if t.kode not in bersih()]


@pytest.mark.parametrize(("aturan", "tanam"), RAGAM.values(), ids=RAGAM)
def test_a_fault_of_a_known_kind_is_found_in_another_shape(aturan: str, tanam: Cacat) -> None:
    b = dasar()
    kode = tanam(b)
    semua = ditemukan(b)
    assert [t.aturan for t in semua].count(aturan) == 1, [(t.kode, t.uraian) for t in semua]
    assert [(t.kode, t.uraian) for t in semua if kode not in t.objek] == []


def test_an_agency_without_any_cascade_is_told_so_once() -> None:
    b = dasar()
    tak_satu_pun_dipasok(b)
    (satu,) = ditemukan(b)
    assert satu.uraian == "IKU-1, IKU-2 dan IKU-3 tidak dipasok oleh satu indikator pun di bawahnya."
