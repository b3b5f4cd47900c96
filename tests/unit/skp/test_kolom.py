"""SKP scoring on whole columns against a plain Decimal reference and against the exact single employee."""

from decimal import ROUND_HALF_UP, Decimal, getcontext, localcontext
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.domain.skp.angka import dua_desimal, mikro, sen
from dashboard.domain.skp.baris import KOLOM_ANGKA, BarisSkp
from dashboard.domain.skp.kolom import KOSONG_MIKRO, ke_mikro
from dashboard.domain.skp.kolom import sen as sen_kolom
from dashboard.domain.skp.massal import MasukanPerilaku, MasukanSkp, hitung_massal
from dashboard.domain.skp.pegawai import BarisPerilaku, hitung_pegawai
from tests.unit.bangun import SKP
from tests.unit.skp.bangun import ENAM, D, baris

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
    hasil = hitung_massal(masukan({1: semua}), tanpa_perilaku(), SKP)
    kolom = int(hasil.skp[hasil.bulan == 1][0])
    with localcontext() as konteks:
        konteks.prec = 60
        acuan = acuan_desimal(semua)
        harapan = None if acuan is None else acuan.quantize(D("0.01"), ROUND_HALF_UP)
    assert (None if kolom == KOSONG_MIKRO else dua_desimal(kolom)) == harapan


@settings(max_examples=150, deadline=None)
@given(
    st.dictionaries(st.integers(0, 12), st.lists(satu_baris(), max_size=4), min_size=1, max_size=5),
    st.randoms(),
    st.integers(1, 13),
)
def test_columns_equal_the_exact_employee_in_any_row_order(bulan, acak, sejak) -> None:
    """From `sejak` on months without a row have one that targets nothing, so that some years are complete."""
    bulan = {b: [baris(target_kuantitas=None)] for b in range(sejak, 13)} | bulan
    tepat = hitung_pegawai({b: isi for b, isi in bulan.items() if isi}, {}, None, SKP)
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
    satu, lain = (hitung_massal(isi, tanpa_perilaku(), SKP) for isi in (terurut, campur))
    assert satu.skp.tolist() == lain.skp.tolist()
    for b, kolom in zip(satu.bulan.tolist(), satu.skp.tolist(), strict=True):
        harapan = tepat[b].skp
        assert (kolom == KOSONG_MIKRO) == (harapan is None)
        if harapan is not None:
            assert sen(kolom) == sen(mikro(harapan))
            assert abs(kolom - mikro(harapan)) <= 1


@given(st.fractions(-500, 500, max_denominator=10**7))
def test_stored_millionths_round_like_the_exact_fraction(nilai) -> None:
    with localcontext(getcontext()) as konteks:
        konteks.prec = 60
        tepat = (D(nilai.numerator) / D(nilai.denominator)).quantize(D("0.01"), ROUND_HALF_UP)
    assert dua_desimal(mikro(nilai)) == tepat
    kolom = ke_mikro(np.array([float(nilai)]), lambda _: nilai)
    assert D(int(sen_kolom(kolom)[0])).scaleb(-2) == tepat


@pytest.mark.parametrize("lain", [2, 3])
@pytest.mark.parametrize("maret", [{"realisasi_kuantitas": 7}, {"realisasi_kualitas": None}])
def test_prestasi_and_behaviour_of_columns_equal_the_exact_employee(maret: dict[str, Any], lain: int) -> None:
    """`lain` is the other targeted month: 2 has no behaviour."""
    skp = {b: [baris(target_kuantitas=None)] for b in range(1, 13)}
    skp |= {1: [baris(realisasi_kualitas=91)], lain: [baris(**maret)]}
    perilaku = {
        1: BarisPerilaku(ENAM, 2, "skpd"),
        2: BarisPerilaku(ENAM | {"disiplin": None}, 5),
        3: BarisPerilaku(ENAM, None),
    }
    tepat = hitung_pegawai(skp, perilaku, "ya", SKP)
    jumlah = np.array([float(sum(ENAM.values())), np.nan, float(sum(ENAM.values()))])
    nol = np.zeros(3, np.int64)
    masukan_perilaku = MasukanPerilaku(
        nol, np.array([1, 2, 3]), jumlah, nol + 6, np.array([2, 5, np.nan]), np.array([3, 0, 0])
    )
    kolom = hitung_massal(masukan(skp), masukan_perilaku, SKP)
    for i, b in enumerate(kolom.bulan.tolist()):
        isi = [kolom.skp[i], kolom.perilaku[i], kolom.prestasi[i]]
        assert [None if x == KOSONG_MIKRO else dua_desimal(int(x)) for x in isi] == [
            None if x is None else dua_desimal(x) for x in tepat[b].mikro
        ]
    if tepat[0].kegiatan_lengkap:
        sampai_kini = hitung_massal(masukan(skp), masukan_perilaku, SKP, berjalan=True)
        tahunan = [kolom[0] for kolom in (sampai_kini.skp, sampai_kini.perilaku, sampai_kini.prestasi)]
        assert [dua_desimal(int(x)) for x in tahunan] == [dua_desimal(x or 0) for x in tepat[0].mikro_berjalan]
