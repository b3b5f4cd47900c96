"""A marker stands on the colour of its status, for any target, polarity and variant."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.charts.rentang_status import pita_status, skala_maks
from dashboard.domain.dasar.indikator import Indikator, Perilaku, Polaritas
from dashboard.domain.dasar.skala import Status
from dashboard.domain.hitung.capaian import NilaiTarget
from tests.unit.bangun import ATURAN, indikator, laporan, satu, target

RAGAM = st.sampled_from([(Polaritas.POSITIF, "baku"), (Polaritas.NEGATIF, "baku"), (Polaritas.NEGATIF, "T/R")])
ANGKA = st.decimals(min_value=0, max_value=2000, places=2)
D = Decimal


def milik(ragam: tuple[Polaritas, str]) -> Indikator:
    polaritas, rumus = ragam
    return indikator(polaritas=polaritas, rumus_capaian=rumus, perilaku=Perilaku.PROGRESS)


@settings(deadline=None, max_examples=300)
@given(RAGAM, ANGKA, st.none() | ANGKA, ANGKA, st.sampled_from(["0.76", "1", "1.24", "1.3", "1.00005", "0.99995", ""]))
def test_a_marker_never_stands_on_another_colour_than_its_status(ragam, bawah, lebar, realisasi, kali) -> None:
    """Drawn at random, and near each bound."""
    realisasi = bawah * D(kali) if kali else realisasi
    isi = {"nilai": bawah} if lebar is None else {"nilai_min": bawah, "nilai_maks": bawah + lebar}
    i = milik(ragam)
    hasil = satu(i, [target("TAHUN", isi.pop("nilai", None), **isi)], [laporan("TAHUN", realisasi)])
    sampai = hasil.target.sampai
    pita = pita_status(sampai, i, skala_maks(hasil.nilai, sampai, i.polaritas, None), ATURAN)
    di_bawahnya = {p.status for p in pita if p.mulai <= realisasi <= p.akhir}
    if hasil.status.berwarna:
        assert hasil.status in di_bawahnya or not pita
    else:
        assert not di_bawahnya or realisasi == 0


def test_the_variant_has_bands_of_its_own() -> None:
    pita = pita_status(NilaiTarget(D(10)), milik((Polaritas.NEGATIF, "T/R")), D(20), ATURAN)
    assert next(p.status for p in pita if p.mulai <= 13 <= p.akhir) is Status.PERLU_PERHATIAN
    assert next(p.mulai for p in pita if p.status is Status.KRITIS) == D(1000) / D("75.995")


@pytest.mark.parametrize("ragam", [(Polaritas.POSITIF, "baku"), (Polaritas.NEGATIF, "baku")])
def test_the_best_end_lies_where_better_values_are(ragam) -> None:
    pita = pita_status(NilaiTarget(D(10)), milik(ragam), D(20), ATURAN)
    urut = [p.status for p in pita]
    assert urut[0 if ragam[0] is Polaritas.NEGATIF else -1] is Status.MELAMPAUI
    assert urut[-1 if ragam[0] is Polaritas.NEGATIF else 0] is Status.KRITIS


def test_a_range_is_reached_all_the_way_through() -> None:
    pita = pita_status(NilaiTarget(None, D(70), D(80)), milik((Polaritas.POSITIF, "baku")), D(100), ATURAN)
    tercapai = next(p for p in pita if p.status is Status.TERCAPAI)
    assert tercapai.mulai < 70
    assert tercapai.akhir > 80
    assert (pita[-1].status, pita[-1].akhir) == (Status.MELAMPAUI, D(100))
