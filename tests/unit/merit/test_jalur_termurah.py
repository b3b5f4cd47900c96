"""The cheapest path equals brute force, alternatives included."""

from decimal import Decimal
from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.domain.merit.jalur_termurah import Pekerjaan, belanja_upaya, jalur_termurah

D = Decimal
POIN = st.integers(0, 12).map(lambda n: D(n) / 4)
UPAYA = st.integers(0, 5).map(D)
BUTIR = st.tuples(POIN, UPAYA, st.sampled_from("AB"))
RUANG = st.dictionaries(st.sampled_from("AB"), st.integers(0, 6).map(D))


def buat(butir: list[tuple[Decimal, Decimal, str]]) -> list[Pekerjaan]:
    return [Pekerjaan(f"P{i}", t, u, k) for i, (t, u, k) in enumerate(butir)]


def tambah(pilihan: tuple[Pekerjaan, ...], ruang: dict[str, Decimal]) -> Decimal:
    per = {k: sum((p.tambah for p in pilihan if p.kelompok == k), D(0)) for k in "AB"}
    return sum((min(t, ruang.get(k, t)) for k, t in per.items()), D(0))


def semua_himpunan(pekerjaan: list[Pekerjaan]) -> list[tuple[Pekerjaan, ...]]:
    return [c for n in range(len(pekerjaan) + 1) for c in combinations(pekerjaan, n)]


@settings(max_examples=250, deadline=None)
@given(st.lists(BUTIR, max_size=8), st.integers(1, 60).map(lambda n: D(n) / 4), RUANG)
def test_the_cheapest_sets_are_those_that_brute_force_finds(
    butir: list[tuple[Decimal, Decimal, str]], perlu: Decimal, ruang: dict[str, Decimal]
) -> None:
    pekerjaan = buat(butir)
    cukup = [h for h in semua_himpunan(pekerjaan) if tambah(h, ruang) >= perlu]
    jawab = jalur_termurah(pekerjaan, perlu, ruang, maks_alternatif=400)
    assert jawab.terbanyak == max(tambah(h, ruang) for h in semua_himpunan(pekerjaan))
    if not cukup:
        assert jawab.jalur == ()
        return
    termurah = min(sum((p.upaya for p in h), D(0)) for h in cukup)
    perlu_semua = [
        frozenset(p.kode for p in h)
        for h in cukup
        if sum((p.upaya for p in h), D(0)) == termurah
        and not any(tambah(tuple(q for q in h if q is not p), ruang) >= perlu for p in h)
    ]
    assert {j.upaya for j in jawab.jalur} == {termurah}
    assert {frozenset(p.kode for p in j.pekerjaan) for j in jawab.jalur} == set(perlu_semua)


@settings(max_examples=100, deadline=None)
@given(st.lists(BUTIR, max_size=8), st.integers(0, 20).map(D), RUANG)
def test_a_budget_buys_as_much_as_brute_force_can(
    butir: list[tuple[Decimal, Decimal, str]], anggaran: Decimal, ruang: dict[str, Decimal]
) -> None:
    pekerjaan = buat(butir)
    terjangkau = [h for h in semua_himpunan(pekerjaan) if sum((p.upaya for p in h), D(0)) <= anggaran]
    terbaik = max(tambah(h, ruang) for h in terjangkau)
    jalur = belanja_upaya(pekerjaan, anggaran, ruang)
    assert jalur.tambah == terbaik
    assert jalur.upaya <= anggaran


def test_several_equally_cheap_sets_are_all_listed_the_larger_gain_first() -> None:
    pekerjaan = [Pekerjaan("a", D(4), D(1)), Pekerjaan("b", D(6), D(1)), Pekerjaan("c", D(9), D(2))]
    jawab = jalur_termurah(pekerjaan, D("3.5"))
    assert [[p.kode for p in j.pekerjaan] for j in jawab.jalur] == [["b"], ["a"]]


def test_more_alternatives_than_listed_are_said() -> None:
    pekerjaan = [Pekerjaan(f"p{i}", D(1), D(1)) for i in range(40)]
    jawab = jalur_termurah(pekerjaan, D(20))
    assert len(jawab.jalur) == 12
    assert jawab.terpotong


def test_out_of_reach_says_how_far_all_work_together_goes() -> None:
    jawab = jalur_termurah([Pekerjaan("a", D(4), D(1))], D(5))
    assert (jawab.jalur, jawab.terbanyak) == ((), D(4))


def test_nothing_needed_takes_no_work() -> None:
    assert jalur_termurah([Pekerjaan("a", D(4), D(1))], D(0)).jalur[0].pekerjaan == ()
