"""The formula graph: computed values, their weakest link, and refusal of circles."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.domain.dasar.cycles import Cycle
from dashboard.domain.dasar.indikator import PeranKomponen, Rumus, Sifat, SumberNilai
from dashboard.domain.dasar.penjelasan import Kepastian
from dashboard.domain.hitung.graph import evaluate_graph
from dashboard.domain.hitung.rumus import NilaiSimpul, aritmetik
from dashboard.domain.hitung.structure import build_structure
from tests.unit.bangun import data, des, indikator, jumlah, komponen, rasio, simpul

TAK_BERANGKA = [Sifat.SATUAN_BERBEDA, Sifat.KONTRIBUSI, Sifat.TANPA_HUBUNGAN, Sifat.EKSTERNAL]


def graph(milik, tautan, nilai, awal=None):
    laporan = {k: n if isinstance(n, NilaiSimpul) else simpul(n) for k, n in nilai.items()}
    stok = None if awal is None else (awal if isinstance(awal, NilaiSimpul) else simpul(awal))
    awal = {} if stok is None else {i.kode: stok for i in milik}
    return evaluate_graph(build_structure(data(milik, komponen=tautan)), laporan, awal).nilai


def test_a_sum_adds_its_weighted_terms():
    hasil = graph([jumlah()], [komponen("P", "A"), komponen("P", "B", bobot=-1)], {"A": 10, "B": "2.5"})["P"]
    assert (hasil.nilai, hasil.terhitung, hasil.kepastian) == (Decimal("7.5"), Decimal("7.5"), Kepastian.DIHITUNG)
    assert (hasil.langkah[0].pola, hasil.langkah[0].nilai, hasil.langkah[0].hasil) == (
        "{} − {}",
        (10, Decimal("2.5")),
        Decimal("7.5"),
    )


def test_a_sum_of_one_term_says_what_it_equals_instead_of_repeating_its_number():
    langkah = graph([jumlah()], [komponen("P", "A")], {"A": 10})["P"].langkah[0]
    assert (langkah.pola, langkah.hasil) == ("sama dengan A", Decimal(10))


def test_the_printed_sums_of_banten_are_recomputed():
    kriteria = ["38.5", "38.5", "21", "32", "65", "78", "34", "14.5"]
    kode = [f"K{n}" for n in range(8)]
    hasil = graph([jumlah()], [komponen("P", k) for k in kode], dict(zip(kode, kriteria, strict=True)))
    assert hasil["P"].nilai == Decimal("321.5")
    dimensi = {"D1": "4.98", "D2": "2.5", "D3": "17"}
    assert graph([jumlah()], [komponen("P", k) for k in dimensi], dimensi)["P"].nilai == Decimal("24.48")


def test_a_percentage_is_a_ratio_times_one_hundred_and_another_ratio_is_not():
    for satuan, harapan in (("persen", 75), ("rasio", Decimal("0.75"))):
        p = indikator("P", rumus=Rumus.RASIO, satuan=satuan)
        assert graph([p], rasio("P", "A", "B"), {"A": 90, "B": 120})["P"].nilai == harapan


def test_a_ratio_may_subtract_in_its_numerator():
    tautan = [*rasio("P", "DATA", "DATA"), komponen("P", "BEDA", bobot=-1, peran=PeranKomponen.PEMBILANG)]
    p = indikator("P", rumus=Rumus.RASIO, satuan="%")
    assert graph([p], tautan, {"DATA": 200, "BEDA": 10})["P"].nilai == 95


def test_a_denominator_of_zero_yields_no_number_and_says_why():
    p = indikator("P", rumus=Rumus.RASIO, satuan="%")
    hasil = graph([p], rasio("P", "A", "B"), {"A": 0, "B": 0})["P"]
    assert (hasil.nilai, hasil.kurang) == (None, ())
    assert "tidak dapat dihitung" in hasil.langkah[-1].pola


def prg06(sk_terbit, tepat_waktu):
    p = indikator("P", rumus=Rumus.RERATA, satuan="persen")
    tautan = [k for huruf in "abcd" for k in rasio("P", f"T{huruf}", f"S{huruf}", kelompok=huruf)]
    nilai = {f"{jenis}{huruf}": 80 for jenis in "TS" for huruf in "abcd"}
    hasil = graph([p], tautan, {**nilai, "Tb": tepat_waktu, "Sb": sk_terbit})["P"].nilai
    assert hasil is not None
    return hasil


def test_more_decrees_with_the_same_number_on_time_lower_the_percentage():
    assert prg06(120, 90) - prg06(100, 90) == Decimal("-3.75")


def test_a_stock_is_last_years_end_plus_the_flow():
    p = indikator("P", rumus=Rumus.STOK)
    hasil = graph([p], [komponen("P", "A")], {"A": 40}, awal=1200)["P"]
    assert hasil.nilai == 1240
    assert hasil.langkah[-1].nilai == (1200, 40)


def test_a_stock_without_last_years_end_has_no_number_and_names_it():
    p = indikator("P", rumus=Rumus.STOK)
    hasil = graph([p], [komponen("P", "A")], {"A": 40})["P"]
    assert (hasil.nilai, hasil.kurang) == (None, ("P akhir tahun lalu",))


def test_last_years_end_weakens_the_source_of_a_stock():
    p = indikator("P", rumus=Rumus.STOK)
    resmi = NilaiSimpul(Decimal(1), sumber_nilai=SumberNilai.RESMI)
    simulasi = NilaiSimpul(Decimal(1), sumber_nilai=SumberNilai.SIMULASI)
    assert graph([p], [komponen("P", "A")], {"A": resmi}, awal=simulasi)["P"].sumber_nilai is SumberNilai.SIMULASI


def test_a_missing_komponen_ends_the_number_and_is_named():
    hasil = graph([jumlah()], [komponen("P", "A"), komponen("P", "B")], {"A": 10})["P"]
    assert (hasil.nilai, hasil.kurang, hasil.kepastian) == (None, ("B",), Kepastian.TIDAK_DIKETAHUI)


def test_a_reported_value_wins_and_the_difference_is_kept():
    hasil = graph([jumlah()], [komponen("P", "A")], {"A": 10, "P": 12})["P"]
    assert (hasil.nilai, hasil.terhitung, hasil.selisih) == (12, 10, 2)
    assert hasil.kepastian is Kepastian.DILAPORKAN


def test_a_report_rounded_for_print_is_no_difference():
    p = indikator("P", rumus=Rumus.RASIO, satuan="%")
    hasil = graph([p], rasio("P", "A", "B"), {"A": 65, "B": 70, "P": "92.86"})["P"]
    assert hasil.selisih is None
    assert hasil.terhitung is not None
    assert hasil.terhitung != hasil.nilai
    jauh = graph([p], rasio("P", "A", "B"), {"A": 65, "B": 70, "P": "92.85"})["P"]
    assert jauh.selisih is not None


def test_a_parent_is_computed_from_what_its_child_reported():
    milik = [jumlah("P"), jumlah("Q")]
    hasil = graph(milik, [komponen("P", "Q"), komponen("Q", "A")], {"A": 10, "Q": 11})
    assert hasil["P"].nilai == 11


@pytest.mark.parametrize(
    ("sifat", "kepastian"),
    [
        (Sifat.TERTULIS, Kepastian.DIHITUNG),
        (Sifat.REGULASI, Kepastian.DIHITUNG),
        (Sifat.DUGAAN, Kepastian.DIHITUNG_DENGAN_ASUMSI),
        (Sifat.SEBAGIAN, Kepastian.DIHITUNG_DENGAN_ASUMSI),
    ],
)
def test_a_value_carries_its_weakest_link(sifat, kepastian):
    milik = [jumlah("P"), jumlah("Q")]
    tautan = [komponen("P", "Q"), komponen("P", "B"), komponen("Q", "A", sifat)]
    hasil = graph(milik, tautan, {"A": 1, "B": 1})
    assert hasil["P"].kepastian is hasil["Q"].kepastian is kepastian


@pytest.mark.parametrize("sifat", TAK_BERANGKA)
def test_a_causal_or_outside_link_never_passes_a_number(sifat):
    assert graph([jumlah()], [komponen("P", "A", sifat)], {"A": 10})["P"].nilai is None
    campur = graph([jumlah()], [komponen("P", "A", sifat), komponen("P", "B")], {"A": 10, "B": 1})["P"]
    assert campur.nilai == 1


def test_a_bound_or_denominator_is_never_added():
    batas = komponen("P", "A", Sifat.PENYEBUT_BATAS)
    assert not aritmetik(batas)
    assert graph([jumlah()], [batas], {"A": 10})["P"].nilai is None
    p = indikator("P", rumus=Rumus.RASIO, satuan="%")
    tautan = [
        komponen("P", "A", peran=PeranKomponen.PEMBILANG),
        komponen("P", "B", Sifat.PENYEBUT_BATAS, peran=PeranKomponen.PENYEBUT),
    ]
    assert graph([p], tautan, {"A": 9, "B": 10})["P"].nilai == 90


@pytest.mark.parametrize("rumus", [Rumus.NILAI, Rumus.EKSTERNAL, Rumus.SKP_BAIK])
def test_an_indicator_without_a_formula_is_never_computed(rumus):
    assert graph([indikator("P", rumus=rumus)], [komponen("P", "A")], {"A": 10})["P"].nilai is None


def test_a_formula_without_its_necessary_parts_is_no_formula():
    p = indikator("P", rumus=Rumus.RASIO, satuan="%")
    atas = komponen("P", "A", peran=PeranKomponen.PEMBILANG)
    assert graph([p], [atas], {"A": 10})["P"] == NilaiSimpul(None, Kepastian.TIDAK_DIKETAHUI)
    assert graph([jumlah()], [atas], {"A": 10})["P"].nilai is None
    rerata = indikator("P", rumus=Rumus.RERATA, satuan="%")
    sebelah = [*rasio("P", "A", "B", "a"), komponen("P", "A", peran=PeranKomponen.PEMBILANG, kelompok="b")]
    assert graph([rerata], sebelah, {"A": 10, "B": 20})["P"].nilai is None


def test_a_circle_is_refused_and_named():
    milik = [jumlah("P"), jumlah("Q"), jumlah("R")]
    tautan = [komponen("P", "Q"), komponen("Q", "R"), komponen("R", "Q")]
    with pytest.raises(Cycle) as error:
        graph(milik, tautan, {})
    assert error.value.jalur == ("Q", "R", "Q")
    assert str(error.value) == "Q → R → Q"


def test_an_indicator_that_feeds_itself_is_refused():
    with pytest.raises(Cycle, match="P → P"):
        graph([jumlah()], [komponen("P", "P")], {})


def test_a_circle_of_causal_links_is_no_circle_of_formulas():
    tautan = [komponen("P", "Q", Sifat.KONTRIBUSI), komponen("Q", "P", Sifat.KONTRIBUSI)]
    assert graph([jumlah("P"), jumlah("Q")], tautan, {"P": 1})["P"].nilai == 1


def test_the_source_of_a_computed_value_is_the_weakest_of_its_inputs():
    nilai = {
        "A": NilaiSimpul(Decimal(1), sumber_nilai=SumberNilai.RESMI),
        "B": NilaiSimpul(Decimal(1), sumber_nilai=SumberNilai.PUBLIK),
    }
    assert graph([jumlah()], [komponen("P", "A"), komponen("P", "B")], nilai)["P"].sumber_nilai is SumberNilai.PUBLIK


ANGKA = st.decimals(min_value=0, max_value=1000, places=2)


@given(st.lists(st.tuples(ANGKA, st.integers(1, 9)), min_size=1, max_size=10))
def test_a_weighted_mean_lies_between_its_children(anak):
    p = indikator("P", rumus=Rumus.RERATA)
    tautan = [komponen("P", f"A{n}", bobot=bobot) for n, (_, bobot) in enumerate(anak)]
    hasil = graph([p], tautan, {f"A{n}": nilai for n, (nilai, _) in enumerate(anak)})["P"].nilai
    assert hasil is not None
    assert min(n for n, _ in anak) <= hasil <= max(n for n, _ in anak)


@st.composite
def pohon(draw: st.DrawFn):
    """Sums over earlier nodes only, so that no circle arises; leaves are sometimes not reported."""
    ukuran = draw(st.integers(2, 8))
    bobot: dict[tuple[int, int], Decimal] = {}
    for induk in range(1, ukuran):
        for anak in draw(st.sets(st.integers(0, induk - 1), max_size=3)):
            bobot[induk, anak] = Decimal(draw(st.integers(-3, 3).filter(bool)))
    laporan = draw(st.dictionaries(st.integers(0, ukuran - 1), st.integers(-50, 50)))
    return ukuran, bobot, {n: Decimal(v) for n, v in laporan.items()}


def rujukan(n, bobot, laporan):
    """The plain recursive definition."""
    if n in laporan:
        return laporan[n]
    anak = [(rujukan(a, bobot, laporan), b) for (induk, a), b in bobot.items() if induk == n]
    return sum((v * b for v, b in anak), Decimal(0)) if anak and all(v is not None for v, _ in anak) else None


@given(pohon(), st.randoms())
def test_values_equal_a_plain_recursion_in_any_order_of_rows(isi, acak):
    ukuran, bobot, laporan = isi
    tautan = [komponen(f"N{induk}", f"N{anak}", bobot=b) for (induk, anak), b in bobot.items()]
    milik = [jumlah(f"N{n}") for n in range(ukuran)]
    dilaporkan = {f"N{n}": v for n, v in laporan.items()}
    tertib = graph(milik, tautan, dilaporkan)
    acak.shuffle(tautan)
    acak.shuffle(milik)
    hasil = graph(milik, tautan, dilaporkan)
    assert hasil == tertib
    assert {k: h.nilai for k, h in hasil.items()} == {f"N{n}": des(rujukan(n, bobot, laporan)) for n in range(ukuran)}


@given(st.integers(1, 8), st.integers(0, 7), st.randoms())
def test_any_circle_is_found_and_its_name_closes(panjang, mulai, acak):
    kode = [f"N{n}" for n in range(panjang)]
    tautan = [komponen(kode[n], kode[(n + 1) % panjang]) for n in range(panjang)]
    luar = [komponen("AWAL", kode[mulai % panjang])]
    acak.shuffle(tautan)
    with pytest.raises(Cycle) as error:
        graph([jumlah(k) for k in [*kode, "AWAL"]], [*tautan, *luar], {})
    jalur = error.value.jalur
    assert jalur[0] == jalur[-1]
    assert set(jalur) == set(kode)
    assert len(jalur) == panjang + 1
