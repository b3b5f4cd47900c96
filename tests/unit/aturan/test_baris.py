"""Rules are dated rows: what is in force on a day, where it comes from, and that a changed row reaches the numbers."""

from dataclasses import replace
from datetime import date
from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.domain.aturan.skp import AturanSkp
from dashboard.domain.skp.baris import KOLOM_ANGKA
from dashboard.domain.skp.kolom import KolomSkp, hitung_skp, terbesar
from dashboard.domain.skp.pegawai import hitung_pegawai
from data_access.aturan import FOLDER, semua_baris, untuk
from data_access.aturan.baca import BarisAturan, baca_folder
from data_access.aturan.susun import susun_aturan
from tests.unit.aturan.conftest import Sisip
from tests.unit.skp.bangun import D, baris


def test_a_row_holds_from_its_day_and_the_one_before_it_until_the_day_before(sisip: Sisip) -> None:
    sisip("kelas", "STATUS/perlu_perhatian", nilai="80", berlaku_mulai="2025-04-01")
    batas = [untuk(date(2025, bulan, hari)).status[2].batas for bulan, hari in ((3, 31), (4, 1))]
    assert batas == [D(76), D(80)]


def test_a_default_that_follows_a_class_moves_with_it_and_says_so(sisip: Sisip) -> None:
    sisip("kelas", "STATUS/perlu_perhatian", nilai="80", berlaku_mulai="2025-04-01")
    bawaan = untuk(date(2025, 6, 30)).bawaan["skp_menggelembung_capaian"]
    assert bawaan.angka == 80
    assert "Mengikuti Aturan dasbor" in bawaan.catatan


def test_every_row_names_its_regulation_its_place_and_its_day() -> None:
    semua = [b.ketentuan for isi in semua_baris().values() for b in isi]
    assert len(semua) > 100
    assert all(k.peraturan and k.letak and k.berlaku_mulai for k in semua)


def test_a_row_without_its_source_or_with_a_word_that_is_none_is_refused_with_its_line(sisip: Sisip) -> None:
    sisip("skp", "bobot/skp", letak="")
    with pytest.raises(ValueError, match=r"skp\.csv:15: letak is empty"):
        untuk(date(2025, 1, 1))


@pytest.mark.parametrize(("hari", "berlaku"), [(date(2021, 12, 31), False), (date(2022, 1, 1), True)])
def test_the_matrix_of_ratings_is_in_force_from_its_day(hari: date, berlaku: bool) -> None:
    aturan = untuk(hari).predikat
    assert aturan.berlaku is berlaku
    assert (aturan.dasar.peraturan, aturan.dasar.berlaku_mulai) == ("PermenPANRB 6/2022", date(2022, 1, 1))


def aturan_lain(folder: Path, **nilai: str) -> AturanSkp:
    """The SKP constants with some of them changed."""
    semua = baca_folder(folder)
    for kunci, isi in nilai.items():
        semua["skp"] = tuple(_ganti(b, kunci.replace("__", "/"), isi) for b in semua["skp"])
    return susun_aturan(semua, date(2025, 1, 1)).skp


def _ganti(b: BarisAturan, kunci: str, isi: str) -> BarisAturan:
    return replace(b, ketentuan=replace(b.ketentuan, nilai=isi)) if b.ketentuan.kunci == kunci else b


LAIN = aturan_lain(FOLDER, efisiensi__batas="20", efisiensi__pengali="1,8", efisiensi__pangkal="75")


@settings(deadline=None)
@given(st.integers(1, 400), st.integers(0, 900), st.none() | st.integers(1, 10**6), st.integers(0, 10**6))
def test_columns_and_fractions_follow_changed_constants_alike(
    target: int, realisasi: int, biaya: int | None, keluar: int
) -> None:
    satu = baris(target_waktu=target, realisasi_waktu=realisasi, target_biaya=biaya, realisasi_biaya=keluar)
    tepat = hitung_pegawai({1: [satu]}, {}, None, LAIN)[1].mikro[0]
    angka = {nama: np.array([float(getattr(satu, nama) or 0)]) for nama in KOLOM_ANGKA}
    _, mikro, pecahan = hitung_skp(KolomSkp(angka, np.array([0, 1])), np.zeros(1, np.int64), LAIN)
    assert tepat is not None
    assert abs(int(mikro[0]) - tepat) <= 1
    assert pecahan(0) == hitung_pegawai({1: [satu]}, {}, None, LAIN)[1].skp


def test_changed_constants_give_other_scores() -> None:
    waktu = baris(target_waktu=100, realisasi_waktu=79)
    assert hitung_pegawai({1: [waktu]}, {}, None, LAIN)[1].skp == (200 + Fraction(79 + 75 + 100 - 180)) / 3


@settings(deadline=None)
@given(st.data())
def test_a_bound_of_any_fraction_is_decided_exactly_up_to_the_largest_input(data: st.DataObject) -> None:
    aturan = aturan_lain(FOLDER, efisiensi__batas=data.draw(st.sampled_from(["24", "24,5", "33,37"])))
    target = data.draw(st.integers(1, terbesar(aturan) - 1))
    a, b = aturan.wajar
    tepi = target * a // b
    for realisasi in (tepi, tepi + 1):
        assert (b * float(realisasi) >= a * float(target)) == (b * realisasi >= a * target)
