"""The tree of the cascade: order of rows never matters, circles are refused by name, what stands alone is listed."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.domain.cascade.pohon import susun_pohon
from dashboard.domain.cascade.tautan import Garis, garis_anak, lintas, tautan_simpul
from dashboard.domain.dasar.cycles import Cycle
from dashboard.domain.dasar.indikator import Indikator, Simpul
from tests.unit.bangun_pohon import buatan, contoh, pohon

PUNCAK = Simpul("T", "tujuan", "Tujuan")


@pytest.mark.parametrize(("kode", "jumlah"), [("PEMALANG", 89), ("BANTEN", 14), ("PASER", 160), ("PK", 3)])
def test_every_box_of_a_sample_agency_has_its_place(kode: str, jumlah: int) -> None:
    p = pohon(contoh(kode))
    assert len([k for k, _ in p.telusuri()]) == jumlah
    assert p.yatim == p.terbalik == ()


def test_pemalangs_levels_are_as_reconstructed() -> None:
    p = pohon(contoh("PEMALANG"))
    dalam = [d for _, d in p.telusuri()]
    assert [dalam.count(d) for d in range(5)] == [1, 3, 8, 22, 55]
    assert p.jalur("SUB-14") == ("TUJ-01", "SAS-02", "PRG-06", "KEG-09", "SUB-14")


def test_without_a_tujuan_the_sasaran_are_the_roots() -> None:
    assert pohon(contoh("BANTEN")).akar == ("SAS-01", "SAS-02", "SAS-03")


def test_beside_a_tujuan_a_sasaran_without_parent_is_an_orphan() -> None:
    p = susun_pohon([PUNCAK, Simpul("S", "sasaran", "Sasaran"), Simpul("P", "program", "Program", induk="S")], [])
    assert (p.akar, p.yatim) == (("T",), ("S",))
    assert [kode for kode, _ in p.telusuri()] == ["T", "S", "P"]


def test_a_box_whose_parent_is_unknown_is_an_orphan_and_still_drawn() -> None:
    p = susun_pohon([PUNCAK, Simpul("P", "program", "Program", induk="HILANG")], [])
    assert p.yatim == ("P",)


def test_a_circle_is_refused_and_named() -> None:
    simpul = [
        PUNCAK,
        Simpul("A", "program", "A", induk="C"),
        Simpul("B", "program", "B", induk="A"),
        Simpul("C", "program", "C", induk="B"),
    ]
    with pytest.raises(Cycle) as error:
        susun_pohon(simpul, [])
    assert error.value.jalur == ("A", "C", "B", "A")
    assert str(error.value) == "A → C → B → A"


def test_a_child_above_its_parents_level_is_listed_and_individuals_may_hang_on_each_other() -> None:
    p = susun_pohon(
        [
            PUNCAK,
            Simpul("I1", "individu", "Kepala", induk="T"),
            Simpul("I2", "individu", "Staf", induk="I1"),
            Simpul("P", "program", "Program", induk="I2"),
        ],
        [],
    )
    assert p.terbalik == ("P",)


def test_boxes_without_indicator_and_uncertain_places_are_listed() -> None:
    p = susun_pohon(
        [PUNCAK, Simpul("S", "sasaran", "Sasaran", induk="T", keyakinan="ragu", catatan="Batas kolom tidak terbaca.")],
        [Indikator("S.1", "S", "Indikator", "sasaran")],
    )
    assert (p.tanpa_indikator, p.belum_pasti) == (("T",), ("S",))


def test_codes_are_ordered_as_a_reader_counts() -> None:
    p = susun_pohon([PUNCAK, *(Simpul(f"S-{n}", "sasaran", "S", induk="T") for n in (10, 2, 1))], [])
    assert p.anak["T"] == ("S-1", "S-2", "S-10")


@given(st.integers(1, 60), st.integers(1, 5), st.randoms(use_true_random=False))
def test_the_order_of_rows_does_not_matter(jumlah: int, cabang: int, acak: random.Random) -> None:
    data = buatan(jumlah, cabang)
    simpul, indikator = list(data.simpul), list(data.indikator)
    acak.shuffle(simpul)
    acak.shuffle(indikator)
    urut, kacau = pohon(data), susun_pohon(simpul, indikator)
    assert list(urut.telusuri()) == list(kacau.telusuri())
    assert urut.indikator == kacau.indikator


@given(st.lists(st.integers(0, 14), min_size=1, max_size=15))
def test_every_box_is_reached_once_or_the_circle_is_named(induk: list[int]) -> None:
    simpul = [
        PUNCAK,
        *(Simpul(f"N{i}", "individu", "n", induk=f"N{j}" if j < len(induk) else "T") for i, j in enumerate(induk)),
    ]
    assert periksa(simpul)


def periksa(simpul: list[Simpul]) -> bool:
    try:
        kode = [k for k, _ in susun_pohon(simpul, []).telusuri()]
    except Cycle as error:
        per_kode = {s.kode: s.induk for s in simpul}
        langkah = zip(error.jalur, error.jalur[1:], strict=False)
        return error.jalur[0] == error.jalur[-1] and all(per_kode[a] == b for a, b in langkah)
    return sorted(kode) == sorted(s.kode for s in simpul)


def test_links_are_drawn_by_their_sifat() -> None:
    data = contoh("PEMALANG")
    p = pohon(data)
    garis = garis_anak(p, tautan_simpul(p, data.komponen))
    assert garis["SAS-01"] is Garis.EKSTERNAL
    assert garis["SUB-01"] is Garis.ASUMSI
    assert garis["SUB-17"] is Garis.PENEMPATAN
    assert {Garis.HANYA_ARAH, Garis.ASUMSI, Garis.EKSTERNAL} <= set(garis.values())


def test_a_criterion_of_banten_is_linked_by_its_printed_sum() -> None:
    data = contoh("BANTEN")
    p = pohon(data)
    garis = garis_anak(p, tautan_simpul(p, data.komponen))
    assert (garis["PRG-03"], garis["KEG-01"]) == (Garis.DIHITUNG, Garis.ASUMSI)


def test_links_beside_the_tree_are_found() -> None:
    data = contoh("PEMALANG")
    p = pohon(data)
    samping = {(t.dari, t.ke) for t in lintas(p, tautan_simpul(p, data.komponen))}
    assert {("SUB-16", "PRG-06"), ("SUB-18", "PRG-06"), ("PRG-03", "SAS-03")} <= samping
