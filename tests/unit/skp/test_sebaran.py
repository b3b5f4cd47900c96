"""Recaps of scores: they add up, their quartiles are close, and small groups cannot be worked out."""

from decimal import Decimal
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from dashboard.domain.aturan.pengaturan import baca_pengaturan
from dashboard.domain.skp.angka import MIKRO, sen
from dashboard.domain.skp.sebaran import (
    BIN_PER_POIN,
    BIN_TERENDAH,
    BIN_TERTINGGI,
    KOSONG,
    Rekap,
    disembunyikan,
    gabung,
    kuantil,
    lima_angka,
)
from dashboard.domain.skp.sebaran_batas import Tanda, menggelembung, seragam, tanda
from tests.unit.bangun import ATURAN

NILAI = st.lists(st.integers(0, 130 * MIKRO), min_size=1, max_size=60)

BAWAAN = baca_pengaturan({}, ATURAN)


def nomor_bin(nilai_mikro: int) -> int:
    """The half point a score lies in, read on the score rounded to two decimals."""
    return min(max(sen(nilai_mikro) * BIN_PER_POIN // 100, BIN_TERENDAH), BIN_TERTINGGI)


def rekap(nilai: list[int], **lain) -> Rekap:
    jumlah: dict[int, int] = {}
    for satu in nilai:
        jumlah[nomor_bin(satu)] = jumlah.get(nomor_bin(satu), 0) + 1
    return Rekap(
        orang=len(nilai),
        dinilai=len(nilai),
        jumlah_prestasi=sum(nilai),
        terendah=min(nilai),
        tertinggi=max(nilai),
        histogram=tuple(sorted(jumlah.items())),
        **lain,
    )


@given(NILAI, NILAI)
def test_recaps_add_up_to_the_recap_of_everybody(satu, lain) -> None:
    assert gabung([rekap(satu), rekap(lain)]) == rekap(satu + lain)
    assert gabung([rekap(satu), KOSONG]) == rekap(satu)


def test_nothing_added_up_is_empty() -> None:
    assert gabung([]) == KOSONG
    assert KOSONG.rerata is None
    assert lima_angka(KOSONG) is None


@given(NILAI)
def test_the_median_of_the_bins_is_at_most_half_a_point_from_a_median_of_the_scores(nilai) -> None:
    urut = sorted(nilai)
    tengah = kuantil(rekap(nilai).histogram, Fraction(1, 2))
    assert tengah is not None
    bawah, atas = urut[(len(urut) - 1) // 2] / MIKRO, urut[len(urut) // 2] / MIKRO
    assert bawah - 0.51 <= float(tengah) <= atas + 0.51


@given(NILAI)
def test_the_five_numbers_never_cross(nilai) -> None:
    angka = lima_angka(rekap(nilai))
    assert angka is not None
    assert list(angka) == sorted(angka)


@given(st.dictionaries(st.text("abcdef", min_size=1), st.integers(0, 40), max_size=8), st.integers(2, 6))
def test_hidden_groups_cannot_be_had_by_subtraction(jumlah, batas) -> None:
    hilang = disembunyikan(jumlah, batas)
    terlihat = {nama for nama, n in jumlah.items() if n} - hilang
    assert all(jumlah[nama] >= batas for nama in terlihat)
    if hilang and terlihat:
        assert len(hilang) >= 2
        assert sum(jumlah[nama] for nama in hilang) >= batas


def test_nothing_is_hidden_where_every_group_is_large() -> None:
    assert disembunyikan({"a": 5, "b": 9, "kosong": 0}, 5) == frozenset()


def test_one_small_group_takes_the_next_smallest_with_it() -> None:
    assert disembunyikan({"kecil": 1, "sedang": 6, "besar": 20}, 5) == {"kecil", "sedang"}


def test_five_people_within_half_a_point_are_uniform() -> None:
    assert seragam(rekap([88_000_000] * 4 + [88_500_000]), BAWAAN)
    assert not seragam(rekap([88_000_000] * 4 + [88_500_001]), BAWAAN)
    assert not seragam(rekap([88_000_000] * 4), BAWAAN)


def test_very_good_people_in_a_failing_unit_are_inflated() -> None:
    tinggi = rekap([91 * MIKRO] * 3)
    assert menggelembung(tinggi, Decimal("75.99"), BAWAAN)
    assert not menggelembung(tinggi, Decimal(76), BAWAAN)
    assert not menggelembung(tinggi, None, BAWAAN)


def test_more_than_a_tenth_late_at_one_step_is_a_remark() -> None:
    sepuluh = [(70 + i) * MIKRO for i in range(10)]
    assert tanda(rekap(sepuluh, lambat=(0, 2, 0)), None, BAWAAN) == (Tanda.TERLAMBAT,)
    assert tanda(rekap(sepuluh, lambat=(1, 1, 1)), None, BAWAAN) == ()
