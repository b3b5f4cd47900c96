"""A year of repetitions with a gap stays without a colour in a scenario: what is changed fills no missing quarter."""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

import pytest

from dashboard.domain.dasar.indikator import DataKinerja, Perilaku, Rumus
from dashboard.domain.dasar.periode import SampaiDengan
from dashboard.domain.dasar.skala import Status
from dashboard.domain.hitung.hasil import HasilIndikator
from dashboard.domain.skenario.dasar import Bagian, DasarSkenario, KunciUbahan, susun_dasar
from dashboard.domain.skenario.hitungan import dasar_skenario, hitung_skenario
from dashboard.domain.skenario.proyeksi_dasar import akhir_tahun
from tests.unit.bangun import ATURAN, TAHUN_UJI, data, hitung, indikator, komponen, laporan, rasio, sd, target

D = Decimal
SETAHUN = SampaiDengan(TAHUN_UJI, 4, setahun=True)
ULANG = {"satuan": "nilai", "perilaku": Perilaku.PENGULANGAN}
BOLONG = {1: 100, 3: 100, 4: 100}
"""Quarters reported, at the target each."""


def dilaporkan(lapor: dict[int, int]) -> DataKinerja:
    """A, a reported repetition, and W, the whole it is the only term of."""
    milik = [indikator("A", **ULANG), indikator("W", rumus=Rumus.JUMLAH, satuan="nilai", perilaku=Perilaku.PROGRESS)]
    isi = [laporan(f"TW{tw}", n) for tw, n in lapor.items()]
    return data(milik, [target("TAHUN", 100), target("TAHUN", 100, "W")], isi, [komponen("W", "A")])


def dihitung(lapor: dict[int, int]) -> DataKinerja:
    """A, the ratio of a numerator X reported in some quarters only and a denominator Y."""
    milik = indikator("A", rumus=Rumus.RASIO, satuan="%", perilaku=Perilaku.PENGULANGAN)
    isi = [laporan(f"TW{tw}", n, "X") for tw, n in lapor.items()] + [laporan(f"TW{tw}", 100, "Y") for tw in range(1, 5)]
    return data([milik], [target("TAHUN", 100)], isi, rasio("A", "X", "Y"), "XY")


def setahun(isi: DataKinerja) -> DasarSkenario:
    return susun_dasar(isi, SETAHUN, ATURAN)


def tanpa_warna(h: HasilIndikator) -> bool:
    return (h.status, h.persen, h.kelas_status) == (Status.BELUM_DILAPORKAN, None, None) and h.simpul.sebagian


@pytest.mark.parametrize("nilai", [100, 120, 50])
def test_a_changed_mean_is_still_that_of_the_periods_reported(nilai: int) -> None:
    baru = hitung_skenario(setahun(dilaporkan(BOLONG)), {KunciUbahan("A"): D(nilai)}).simpul["A"].baru
    assert tanpa_warna(baru)
    assert baru.nilai == nilai
    lengkap = D(nilai) * 3 / 4
    assert baru.simpul.batas == (lengkap, lengkap + 25)
    assert [c for c in baru.catatan if "belum dilaporkan" in c] == ["Rerata 3 dari 4 periode; TW II belum dilaporkan."]


def test_the_whole_of_such_a_part_has_no_value_in_the_scenario_either() -> None:
    dasar = setahun(dilaporkan(BOLONG))
    assert hitung_skenario(dasar, {KunciUbahan("A"): D(120)}).baru(dasar, "W").nilai is None


def test_a_changed_target_gives_such_a_year_no_colour() -> None:
    ubahan = {KunciUbahan("A", Bagian.TARGET): D(50), KunciUbahan("A"): D(100)}
    assert tanpa_warna(hitung_skenario(setahun(dilaporkan(BOLONG)), ubahan).simpul["A"].baru)


@pytest.mark.parametrize("kode", ["X", "Y", "A"])
@pytest.mark.parametrize("lapor", [BOLONG, {1: 100, 2: 100, 3: 100}], ids=["TW II", "TW IV"])
def test_a_computed_repetition_with_a_gap_has_no_colour_over_changed_inputs(lapor: dict[int, int], kode: str) -> None:
    dasar = setahun(dihitung(lapor))
    baru = hitung_skenario(dasar, {KunciUbahan(kode): D(110)}).baru(dasar, "A")
    assert baru.status is Status.BELUM_DILAPORKAN
    assert baru.persen is None


def test_a_report_beside_its_formula_keeps_its_gap_when_the_formula_moves() -> None:
    isi = dihitung(dict.fromkeys(range(1, 5), 100))
    dasar = setahun(replace(isi, realisasi=(*isi.realisasi, *(laporan(f"TW{tw}", 90) for tw in BOLONG))))
    baru = hitung_skenario(dasar, {KunciUbahan("X"): D(120)}).simpul["A"].baru
    assert baru.nilai == 95
    assert tanpa_warna(baru)


def test_a_change_upon_a_change_fills_no_quarter() -> None:
    dasar = dasar_skenario(setahun(dilaporkan(BOLONG)), {KunciUbahan("A"): D(80)})
    assert tanpa_warna(dasar.hasil.indikator["A"])
    assert tanpa_warna(hitung_skenario(dasar, {KunciUbahan("A"): D(100)}).simpul["A"].baru)


def test_a_complete_year_keeps_its_colour() -> None:
    dasar = setahun(dilaporkan(dict.fromkeys(range(1, 5), 100)))
    assert hitung_skenario(dasar, {KunciUbahan("A"): D(120)}).simpul["A"].baru.persen == 120


@pytest.mark.parametrize("susun", [dilaporkan, dihitung])
def test_a_projection_foresees_the_quarters_to_come_and_fills_none_that_was_missed(
    susun: Callable[[dict[int, int]], DataKinerja],
) -> None:
    for lapor, lengkap in (({1: 100, 2: 100}, True), ({2: 100}, False)):
        isi = susun(lapor)
        akhir = akhir_tahun(susun_dasar(isi, sd(2), ATURAN), (hitung(isi, 1), hitung(isi, 2)))
        for h in (
            akhir.indikator("A"),
            hitung_skenario(akhir.dasar, {KunciUbahan("A"): D(100)}).baru(akhir.dasar, "A"),
        ):
            assert (h.persen is not None) == lengkap, lapor
            assert h.nilai == 100


def test_a_projection_that_stays_where_it_is_still_makes_the_year_of_what_it_is_part_of() -> None:
    for susun, kode in ((dilaporkan, "W"), (dihitung, "A")):
        isi = susun({1: 100, 2: 100})
        akhir = akhir_tahun(susun_dasar(isi, sd(2), ATURAN), (hitung(isi, 1), hitung(isi, 2)))
        assert akhir.indikator(kode).persen == 100
