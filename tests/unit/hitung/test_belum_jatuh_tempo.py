"""A path that asks for nothing yet is not due: no division by its zero, no report missed, no colour."""

from decimal import Decimal

import pytest

from dashboard.domain.dasar.indikator import Penyajian, Perilaku, Polaritas
from dashboard.domain.dasar.periode import BULAN
from dashboard.domain.dasar.skala import Status
from tests.unit.bangun import data, hitung, indikator, jumlah, komponen, laporan, satu, target

TINGKAT = indikator(perilaku=Perilaku.PROGRESS)
BERJALAN = indikator(perilaku=Perilaku.AKUMULASI, penyajian=Penyajian.SD_PERIODE)
TAMBAH = indikator(perilaku=Perilaku.AKUMULASI, penyajian=Penyajian.TAMBAHAN)
ULANG = indikator(perilaku=Perilaku.PENGULANGAN)
BULANAN = [*(target(bulan, 0) for bulan in BULAN[:11]), target("BLN12", "0.9"), target("TAHUN", "0.9")]
TRIWULANAN = [target("TW1", 0), target("TW2", 0), target("TW3", 4), target("TW4", 6)]


def jatuh_tempo(hasil):
    return not any("belum jatuh tempo" in c.lower() for c in hasil.catatan)


@pytest.mark.parametrize("milik", [TINGKAT, BERJALAN, TAMBAH])
def test_a_value_before_its_month_is_due_is_not_held_against_a_target_of_zero(milik):
    hasil = satu(milik, BULANAN, [laporan("BLN04", "0.2")], triwulan=2)
    assert (hasil.status, hasil.persen, hasil.nilai) == (Status.TIDAK_DITARGETKAN, None, Decimal("0.2"))
    assert not jatuh_tempo(hasil)


@pytest.mark.parametrize("milik", [TINGKAT, BERJALAN, TAMBAH, ULANG])
@pytest.mark.parametrize("tahunan", [[], [target("TAHUN", 10)]])
@pytest.mark.parametrize("lapor", [[], [laporan("TW1", 0), laporan("TW2", 0)], [laporan("TW2", 3)]])
def test_every_path_that_begins_with_zero_is_not_due_until_it_asks_for_something(milik, tahunan, lapor):
    baris = [*TRIWULANAN, *tahunan]
    for tw in (1, 2):
        hasil = satu(milik, baris, lapor, triwulan=tw)
        assert (hasil.status, jatuh_tempo(hasil)) == (Status.TIDAK_DITARGETKAN, False)
    ketiga = satu(milik, baris, [*lapor, laporan("TW3", 4)], triwulan=3)
    assert jatuh_tempo(ketiga)
    assert ketiga.status not in (Status.TIDAK_DITARGETKAN, Status.TIDAK_DAPAT_DIHITUNG)


def test_a_quarter_that_was_not_due_is_not_missed_later():
    hasil = satu(TAMBAH, TRIWULANAN, [laporan("TW3", 4)], triwulan=3)
    assert (hasil.persen, hasil.status) == (100, Status.TERCAPAI)


def test_a_sum_is_due_as_soon_as_one_of_its_parts_is():
    isi = data(
        [jumlah(), indikator("A", perilaku=Perilaku.PROGRESS), indikator("B", perilaku=Perilaku.PROGRESS)],
        [
            *(target(f"TW{tw}", n, "A") for tw, n in ((1, 0), (2, 0), (3, 0), (4, 6))),
            *(target(f"TW{tw}", n, "B") for tw, n in ((1, 0), (2, 5), (3, 5), (4, 5))),
        ],
        [laporan(f"TW{tw}", n, k) for tw in (1, 2) for k, n in (("A", 0), ("B", 5))],
        komponen=[komponen("P", "A"), komponen("P", "B")],
    )
    status = [hitung(isi, tw).indikator["P"].status for tw in (1, 2)]
    assert status == [Status.TIDAK_DITARGETKAN, Status.TERCAPAI]


def test_fewer_is_better_is_due_at_zero_and_a_year_of_zero_cannot_be_computed():
    kasus = indikator(perilaku=Perilaku.PROGRESS, polaritas=Polaritas.NEGATIF)
    assert satu(kasus, TRIWULANAN, [laporan("TW1", 0)], triwulan=1).status is Status.TERCAPAI
    nol = [target(f"TW{tw}", 0) for tw in (1, 2, 3, 4)]
    assert satu(TINGKAT, nol, [laporan("TW1", 1)], triwulan=1).status is Status.TIDAK_DAPAT_DIHITUNG
