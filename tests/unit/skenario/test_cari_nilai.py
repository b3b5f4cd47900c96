"""Goal seek: the nearest input that reaches a value, in whole people where people are counted."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.domain.dasar.indikator import (
    DataKinerja,
    Indikator,
    Instansi,
    Komponen,
    PeranKomponen,
    Polaritas,
    Realisasi,
    Rumus,
    Sifat,
    Variabel,
)
from dashboard.domain.dasar.periode import SampaiDengan
from dashboard.domain.skenario.batas import BATAS_TERJADI
from dashboard.domain.skenario.cari_nilai import Pencarian, cari_nilai
from dashboard.domain.skenario.dasar import DasarSkenario, KunciUbahan, susun_dasar
from dashboard.domain.skenario.hitungan import hitung_skenario
from data_access.aturan import untuk
from tests.contoh_dasar import dasar_contoh

D = Decimal


def dasar_di(data: DataKinerja, triwulan: int) -> DasarSkenario:
    sd = SampaiDengan(2025, triwulan)
    return susun_dasar(data, sd, untuk(sd.hari_akhir))


def rasio(pembilang: int, penyebut: int, maks: int = 400) -> DasarSkenario:
    """P = 100 * A / B, both counted in people."""
    indikator = Indikator("P", "S", "P", "program", satuan="%", rumus=Rumus.RASIO)
    komponen = (
        Komponen("P", "A", Sifat.TERTULIS, peran=PeranKomponen.PEMBILANG),
        Komponen("P", "B", Sifat.TERTULIS, peran=PeranKomponen.PENYEBUT),
    )
    variabel = tuple(Variabel(k, k, "orang", D(0 if k == "A" else 1), D(maks)) for k in "AB")
    nilai = {"A": pembilang, "B": penyebut}
    realisasi = tuple(Realisasi(k, 2025, "TW4", D(n)) for k, n in nilai.items())
    data = DataKinerja(
        Instansi("X", "X"), 2025, "v", indikator=(indikator,), komponen=komponen, variabel=variabel, realisasi=realisasi
    )
    return dasar_di(data, 4)


@settings(max_examples=80, deadline=None)
@given(st.integers(0, 60), st.integers(1, 60), st.integers(1, 100), st.sampled_from("AB"))
def test_the_answer_is_the_nearest_whole_number_that_brute_force_finds(a: int, b: int, tujuan: int, kode: str) -> None:
    dasar = rasio(a, b, 80)
    kini = D(a if kode == "A" else b)

    def cukup(x: int) -> bool:
        atas, bawah = (x, b) if kode == "A" else (a, x)
        return min(D(atas) * 100 / bawah, max(D(100), D(a) * 100 / b)) >= tujuan

    cocok = [x for x in range(0 if kode == "A" else 1, 81) if cukup(x)]
    jawab = cari_nilai(dasar, {}, KunciUbahan(kode), "P", D(tujuan))
    if not cocok:
        assert jawab.nilai is None
    else:
        assert jawab.nilai == min((D(x) for x in cocok), key=lambda x: abs(x - kini))


def capai(dasar: DasarSkenario, jawab: Pencarian) -> Decimal | None:
    assert jawab.nilai is not None
    return hitung_skenario(dasar, {jawab.kunci: jawab.nilai}).baru(dasar, jawab.kode).persen


@pytest.mark.parametrize(
    ("instansi", "tw", "masukan", "kode"),
    [
        ("PEMALANG", 3, "SUB-08.1", "PRG-04.1"),
        ("PEMALANG", 3, "PENEMPATAN_SESUAI", "PRG-02.1"),
        ("PK", 2, "ASN_TANPA_HUKUMAN", "IKU-01"),
        ("PASER", 4, "IKI-01-003", "IKU-03"),
    ],
)
def test_what_is_found_reaches_the_target_and_one_step_less_does_not(
    instansi: str, tw: int, masukan: str, kode: str
) -> None:
    dasar = dasar_contoh(instansi, tw)
    sampai = dasar.hasil.indikator[kode].target.sampai
    assert sampai is not None
    assert sampai.nilai is not None
    jawab = cari_nilai(dasar, {}, KunciUbahan(masukan), kode, sampai.nilai)
    assert jawab.nilai is not None
    persen = capai(dasar, jawab)
    assert persen is not None
    assert persen >= 100
    langkah = D(1) if masukan != "IKI-01-003" else D("0.01")
    kurang = hitung_skenario(dasar, {jawab.kunci: jawab.nilai - langkah}).baru(dasar, kode).persen
    assert kurang is not None
    assert kurang < 100


def test_people_are_sought_whole() -> None:
    jawab = cari_nilai(rasio(28, 90), {}, KunciUbahan("A"), "P", D("85.5"))
    assert (jawab.nilai, jawab.kini) == (D(77), D(28))


def test_from_321_5_banten_needs_3_5_points_more_to_be_sangat_baik() -> None:
    dasar = dasar_contoh("BANTEN", 4)
    jawab = cari_nilai(dasar, {KunciUbahan("IKU-03"): D("321.5")}, KunciUbahan("IKU-03"), "IKU-03", D(325))
    assert jawab.nilai == D(325)
    assert jawab.nilai - (jawab.kini or D(0)) == D("3.5")


def test_a_goal_already_met_asks_for_nothing() -> None:
    dasar = dasar_contoh("BANTEN", 4)
    jawab = cari_nilai(dasar, {}, KunciUbahan("KRT-05"), "IKU-03", D(325))
    assert jawab.sudah
    assert jawab.hasil_kini == D("330.5")


def test_what_no_value_can_reach_says_how_close_it_comes_and_what_stops_it() -> None:
    dasar = dasar_contoh("BANTEN", 4)
    jawab = cari_nilai(dasar, {}, KunciUbahan("KRT-08"), "IKU-03", D(340))
    assert jawab.nilai is None
    assert jawab.terbaik == (D(16), D("331.5"))
    assert jawab.batas == "nilai maksimum"


def test_cases_that_have_happened_cannot_be_taken_back() -> None:
    indikator = Indikator("N", "S", "N", "kegiatan", Polaritas.NEGATIF, satuan="kasus")
    realisasi = (Realisasi("N", 2025, "TW1", D(4)), Realisasi("N", 2025, "TW2", D(3)))
    data = DataKinerja(Instansi("X", "X"), 2025, "v", indikator=(indikator,), realisasi=realisasi)
    jawab = cari_nilai(dasar_di(data, 2), {}, KunciUbahan("N"), "N", D(5))
    assert (jawab.nilai, jawab.terbaik, jawab.batas) == (None, (D(7), D(7)), BATAS_TERJADI)


def test_an_input_without_a_way_to_the_indicator_says_so() -> None:
    jawab = cari_nilai(dasar_contoh("PEMALANG", 3), {}, KunciUbahan("SUB-08.1"), "PRG-07.1", D(100))
    assert jawab.nilai is None
    assert not jawab.berpengaruh
