"""SKP scoring: the worked examples of the regulation, and the columns against a plain Decimal reference."""

from decimal import ROUND_HALF_UP, Decimal, getcontext, localcontext
from fractions import Fraction
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.domain.skp.angka import dua_desimal, mikro, sen
from dashboard.domain.skp.baris import (
    ASPEK_PERILAKU,
    KOLOM_ANGKA,
    BarisSkp,
    aspek,
    nilai_kegiatan,
    nilai_perilaku,
    nilai_prestasi,
    poin_kreativitas,
    poin_tugas_tambahan,
)
from dashboard.domain.skp.kolom import KOSONG_MIKRO, ke_mikro
from dashboard.domain.skp.kolom import sen as sen_kolom
from dashboard.domain.skp.massal import MasukanPerilaku, MasukanSkp, hitung_massal
from dashboard.domain.skp.pegawai import BarisPerilaku, hitung_pegawai

D = Decimal


def baris(**isi) -> BarisSkp:
    aspek = (("kuantitas", 10), ("kualitas", 100), ("waktu", 12))
    bawaan: dict[str, Any] = {f"{sisi}_{nama}": D(nilai) for nama, nilai in aspek for sisi in ("target", "realisasi")}
    lain = {kunci: nilai if nilai is None or isinstance(nilai, str) else D(str(nilai)) for kunci, nilai in isi.items()}
    return BarisSkp(**({"no": "1", "kegiatan": "Kegiatan"} | bawaan | lain))


def waktu(target: int | str, realisasi: int | str) -> Fraction:
    nilai = aspek(baris(target_waktu=target, realisasi_waktu=realisasi)).waktu
    assert nilai is not None
    return nilai


def dua(nilai: Fraction | None) -> Decimal | None:
    return None if nilai is None else dua_desimal(mikro(nilai))


@pytest.mark.parametrize(
    ("realisasi", "nilai"), [("9", "75.00"), ("10", "92.67"), ("12", "76.00"), ("14", "59.33"), ("9.12", "100.00")]
)
def test_time_against_twelve_months_gives_the_printed_values(realisasi, nilai) -> None:
    assert dua(aspek(baris(realisasi_waktu=realisasi)).waktu) == D(nilai)


def test_exactly_24_percent_efficiency_is_the_best_score_and_just_beyond_it_drops_below_76() -> None:
    assert waktu(100, 76) == 100
    assert waktu(100, "75.999999") < 76


def test_beyond_176_percent_time_is_negative_without_a_floor() -> None:
    assert aspek(baris(target_waktu=100, realisasi_waktu=176)).waktu == 0
    assert aspek(baris(target_waktu=100, realisasi_waktu=200)).waktu == -24


def test_a_row_with_cost_is_the_mean_of_four_aspects() -> None:
    satu = baris(realisasi_kualitas=90, target_biaya=1000, realisasi_biaya=1000)
    assert dua(nilai_kegiatan([satu])) == D("85.50")


def test_a_row_without_cost_is_the_mean_of_three() -> None:
    dua_dokumen = baris(target_kuantitas=2, realisasi_kuantitas=2, realisasi_kualitas=90)
    assert dua(nilai_kegiatan([dua_dokumen])) == D("88.67")


def test_a_cost_target_of_zero_is_no_cost_target() -> None:
    assert aspek(baris(target_biaya=0, realisasi_biaya=5)).dipakai == aspek(baris()).dipakai


def test_an_activity_not_done_has_no_time_and_no_cost_to_its_credit() -> None:
    nihil = aspek(baris(realisasi_kuantitas=0, realisasi_kualitas=0, realisasi_waktu=None, target_biaya=10))
    assert {nihil.kuantitas, nihil.waktu, nihil.biaya, nihil.nilai} == {Fraction(0)}


def test_a_quality_for_nothing_made_is_a_finding() -> None:
    assert baris(realisasi_kuantitas=0).mutu_tanpa_hasil
    assert not baris(realisasi_kuantitas=0, realisasi_kualitas=0).mutu_tanpa_hasil


def test_a_row_not_targeted_that_month_is_left_out() -> None:
    tidak = baris(no="2", target_kuantitas=None, realisasi_kuantitas=None)
    assert nilai_kegiatan([baris(), tidak]) == nilai_kegiatan([baris()])
    assert nilai_kegiatan([tidak]) is None


def test_a_blank_realisation_leaves_the_month_without_a_score() -> None:
    assert nilai_kegiatan([baris(), baris(no="2", realisasi_kualitas=None)]) is None


def test_a_target_of_zero_is_refused() -> None:
    with pytest.raises(ValueError, match="nol"):
        aspek(baris(target_kuantitas=0))


@pytest.mark.parametrize(("jumlah", "poin"), [(None, 0), (0, 0), (1, 1), (3, 1), (4, 2), (6, 2), (7, 3), (40, 3)])
def test_extra_duties_bring_points_by_their_number(jumlah, poin) -> None:
    assert poin_tugas_tambahan(jumlah) == poin


def test_creativity_brings_points_by_who_benefits() -> None:
    assert [poin_kreativitas(k) for k in (None, "tidak", "skpd", "pemda", "negara")] == [0, 0, 3, 6, 12]


ENAM = dict(zip(ASPEK_PERILAKU, map(D, (80, 90, 90, 90, 90)), strict=True)) | {"kepemimpinan": D(91)}


def test_behaviour_of_a_leader_is_the_mean_of_six_and_weighs_forty_percent() -> None:
    nilai = nilai_perilaku(ENAM, "ya")
    assert dua(nilai) == D("88.50")
    assert nilai is not None
    assert nilai * Fraction(40, 100) == Fraction("35.4")


def test_behaviour_of_others_is_the_mean_of_five_and_a_blank_is_not_zero() -> None:
    assert nilai_perilaku(ENAM, "tidak") == 88
    assert nilai_perilaku(ENAM | {"kepemimpinan": None}, "tidak") == 88
    assert nilai_perilaku(ENAM | {"kepemimpinan": None}, "ya") is None
    assert nilai_perilaku(ENAM | {"disiplin": None}, "tidak") is None


def test_prestasi_needs_both_parts() -> None:
    assert nilai_prestasi(Fraction(90), Fraction(80)) == 86
    assert nilai_prestasi(Fraction(90), None) is None


def test_a_year_adds_up_the_months_and_counts_extra_duties_over_the_year() -> None:
    skp = {1: [baris(realisasi_kuantitas=8)], 2: [baris(realisasi_kuantitas=12, realisasi_kualitas=80)]}
    perilaku = {1: BarisPerilaku(tugas_tambahan=3, kreativitas="skpd"), 2: BarisPerilaku(tugas_tambahan=4)}
    hasil = hitung_pegawai(skp, perilaku, "tidak")
    assert hasil[0].kegiatan == Fraction(100 + 90 + 76, 3)
    assert hasil[0].tambahan == 3 + 3
    assert [hasil[b].tambahan for b in (1, 2)] == [4, 2]


def test_an_annual_skp_that_was_handed_in_holds() -> None:
    hasil = hitung_pegawai({0: [baris()], 1: [baris(realisasi_kuantitas=1)]}, {}, None)
    assert hasil[0].kegiatan == Fraction(276, 3)
    assert hasil[0].bulan_dihitung == ()


def test_a_month_without_a_score_does_not_spoil_the_year() -> None:
    hasil = hitung_pegawai({1: [baris()], 2: [baris(realisasi_waktu=None)]}, {}, None)
    assert hasil[2].skp is None
    assert hasil[0].bulan_dihitung == (1,)


# --- columns against a plain Decimal reference -------------------------------------------------------------------

JUMLAH_TARGET = st.integers(1, 400)
ANGKA = st.decimals(0, 400, places=2)
KUALITAS = st.integers(0, 100).map(D)


@st.composite
def satu_baris(draw) -> BarisSkp:
    biaya = draw(st.none() | st.integers(1, 2_000_000_000).map(D))
    target = {
        "target_kuantitas": draw(st.none() | JUMLAH_TARGET.map(D)),
        "target_kualitas": D(100),
        "target_waktu": draw(JUMLAH_TARGET.map(D)),
        "target_biaya": biaya,
    }
    waktu = target["target_waktu"]
    realisasi = {
        "realisasi_kuantitas": draw(st.none() | ANGKA | st.just(D(0))),
        "realisasi_kualitas": draw(KUALITAS),
        "realisasi_waktu": draw(st.sampled_from([waktu, waktu * 76 / 100, waktu * 76 / 100 - D("0.01")]) | ANGKA),
        "realisasi_biaya": None if biaya is None else (biaya * draw(st.integers(50, 130)) / 100),
    }
    isi = {**target, **realisasi}
    bersih = {k: None if v is None else max(v, D(0)) for k, v in isi.items()}
    return BarisSkp(draw(st.sampled_from("123")), "K", **bersih)


def acuan_desimal(baris: list[Any]) -> Decimal | None:
    """The rule in plain Decimal with many digits, written apart from the program."""
    nilai: list[Decimal] = []
    for b in baris:
        if b.target_kuantitas is None:
            continue
        if b.realisasi_kuantitas is None:
            return None
        bagian = [b.realisasi_kuantitas / b.target_kuantitas * 100, b.realisasi_kualitas / b.target_kualitas * 100]
        for t, r in ((b.target_waktu, b.realisasi_waktu), (b.target_biaya, b.realisasi_biaya)):
            if t is None:
                continue
            if b.realisasi_kuantitas == 0:
                bagian.append(D(0))
            elif 100 * (t - r) <= 24 * t:
                bagian.append((D("1.76") * t - r) / t * 100)
            else:
                bagian.append(76 - ((D("1.76") * t - r) / t * 100 - 100))
        nilai.append(sum(bagian, D(0)) / len(bagian))
    return sum(nilai, D(0)) / len(nilai) if nilai else None


def masukan(bulan: dict[int, list[BarisSkp]]) -> MasukanSkp:
    semua = [(b, satu) for b, isi in bulan.items() for satu in isi]
    angka = {
        nama: np.array([np.nan if (n := getattr(satu, nama)) is None else float(n * 10_000) for _, satu in semua])
        for nama in KOLOM_ANGKA
    }
    return MasukanSkp(
        np.zeros(len(semua), np.int64),
        np.array([b for b, _ in semua], np.int64),
        np.array([int(satu.no) for _, satu in semua], np.int64),
        angka,
    )


def tanpa_perilaku() -> MasukanPerilaku:
    kosong = np.zeros(0, np.int64)
    return MasukanPerilaku(kosong, kosong, np.zeros(0), kosong, np.zeros(0), kosong)


@settings(max_examples=300, deadline=None)
@given(st.lists(satu_baris(), min_size=1, max_size=6))
def test_columns_round_like_a_plain_decimal_reference(semua) -> None:
    hasil = hitung_massal(masukan({1: semua}), tanpa_perilaku())
    kolom = int(hasil.skp[hasil.bulan == 1][0])
    with localcontext() as konteks:
        konteks.prec = 60
        acuan = acuan_desimal(semua)
        harapan = None if acuan is None else acuan.quantize(D("0.01"), ROUND_HALF_UP)
    assert (None if kolom == KOSONG_MIKRO else dua_desimal(kolom)) == harapan


@settings(max_examples=150, deadline=None)
@given(st.dictionaries(st.integers(0, 12), st.lists(satu_baris(), max_size=4), min_size=1, max_size=5), st.randoms())
def test_columns_equal_the_exact_employee_in_any_row_order(bulan, acak) -> None:
    tepat = hitung_pegawai({b: isi for b, isi in bulan.items() if isi}, {}, None)
    terurut = masukan(bulan)
    letak = list(range(len(terurut.bulan)))
    acak.shuffle(letak)
    pilih = np.array(letak, np.int64)
    campur = MasukanSkp(
        terurut.pegawai[pilih],
        terurut.bulan[pilih],
        terurut.kegiatan[pilih],
        {k: v[pilih] for k, v in terurut.angka.items()},
    )
    satu, lain = (hitung_massal(isi, tanpa_perilaku()) for isi in (terurut, campur))
    assert satu.skp.tolist() == lain.skp.tolist()
    for b, kolom in zip(satu.bulan.tolist(), satu.skp.tolist(), strict=True):
        harapan = tepat[b].skp
        assert (kolom == KOSONG_MIKRO) == (harapan is None)
        if harapan is not None:
            assert sen(kolom) == sen(mikro(harapan))
            assert abs(kolom - mikro(harapan)) <= 1


@given(st.integers(1, 10**9))
def test_reaching_the_target_exactly_gives_76_for_time_and_cost(target) -> None:
    hasil = aspek(baris(target_waktu=target, realisasi_waktu=target, target_biaya=target, realisasi_biaya=target))
    assert hasil.waktu == hasil.biaya == 76


@given(st.fractions(Fraction(0), Fraction(3)).filter(lambda r: abs(r - Fraction(76, 100)) > Fraction(1, 1000)))
def test_the_score_is_continuous_except_at_24_percent(bagian) -> None:
    sekitar = [waktu(10**6, int(bagian * 10**6) + geser) for geser in (0, 1)]
    assert abs(sekitar[1] - sekitar[0]) <= Fraction(1, 10**4)


@given(st.fractions(-500, 500, max_denominator=10**7))
def test_stored_millionths_round_like_the_exact_fraction(nilai) -> None:
    with localcontext(getcontext()) as konteks:
        konteks.prec = 60
        tepat = (D(nilai.numerator) / D(nilai.denominator)).quantize(D("0.01"), ROUND_HALF_UP)
    assert dua_desimal(mikro(nilai)) == tepat
    kolom = ke_mikro(np.array([float(nilai)]), lambda _: nilai)
    assert D(int(sen_kolom(kolom)[0])).scaleb(-2) == tepat


def test_prestasi_and_behaviour_of_columns_equal_the_exact_employee() -> None:
    skp = {1: [baris(realisasi_kualitas=91)], 3: [baris(realisasi_kuantitas=7)]}
    perilaku = {
        1: BarisPerilaku(ENAM, 2, "skpd"),
        2: BarisPerilaku(ENAM | {"disiplin": None}, 5),
        3: BarisPerilaku(ENAM, None),
    }
    tepat = hitung_pegawai(skp, perilaku, "ya")
    jumlah = np.array([float(sum(ENAM.values())), np.nan, float(sum(ENAM.values()))])
    nol = np.zeros(3, np.int64)
    kolom = hitung_massal(
        masukan(skp),
        MasukanPerilaku(nol, np.array([1, 2, 3]), jumlah, nol + 6, np.array([2, 5, np.nan]), np.array([3, 0, 0])),
    )
    for i, b in enumerate(kolom.bulan.tolist()):
        isi = [kolom.skp[i], kolom.perilaku[i], kolom.prestasi[i]]
        assert [None if x == KOSONG_MIKRO else dua_desimal(int(x)) for x in isi] == [
            None if x is None else dua_desimal(x) for x in tepat[b].mikro
        ]
