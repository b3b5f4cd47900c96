"""What moves: by capaian as shown and by status, each indicator once, the biggest change first."""

from decimal import Decimal

from dashboard.domain.dasar.periode import SampaiDengan
from dashboard.domain.entri.gerak import GerakCapaian, gerak_capaian
from dashboard.domain.hitung.hasil import HasilIndikator
from tests.unit.services.bangun import TAHUN, iku, lapor, susun

TW = {tw: SampaiDengan(TAHUN, tw) for tw in (1, 2, 3, 4)}
KODE = ("A", "B", "C", "D")
Isi = dict[SampaiDengan, dict[str, HasilIndikator]]


def posisi(*isi: tuple[str, str, int], triwulan: tuple[int, ...] = (2,)) -> Isi:
    laporan = tuple(lapor(*satu) for satu in isi)
    return {TW[tw]: dict(susun(tuple(map(iku, KODE)), laporan, tw).hasil.indikator) for tw in triwulan}


def gerak(lama: Isi, baru: Isi, utama: int = 2) -> list[GerakCapaian]:
    return list(gerak_capaian(lama, baru, TW[utama]))


def test_a_changed_status_comes_first_then_the_biggest_change() -> None:
    lama = posisi(("A", "TW2", 90), ("B", "TW2", 80), ("C", "TW2", 99))
    baru = posisi(("A", "TW2", 92), ("B", "TW2", 90), ("C", "TW2", 100), ("D", "TW2", 60))
    hasil = gerak(lama, baru)
    assert [g.baru.kode for g in hasil] == ["D", "C", "B", "A"]
    assert [g.ganti_status for g in hasil] == [True, True, False, False]
    assert [g.beda for g in hasil] == [None, Decimal(1), Decimal(10), Decimal(2)]
    assert hasil[0].besar == Decimal(40)


def test_what_shows_the_same_does_not_move() -> None:
    lama, baru = posisi(("A", "TW2", 90)), posisi(("A", "TW2", 90))
    assert gerak(lama, baru) == []


def test_an_indicator_stands_once_where_the_reader_stands_and_names_the_other_quarters() -> None:
    lama = posisi(triwulan=(1, 2, 3))
    baru = posisi(("A", "TW1", 50), ("A", "TW2", 60), ("A", "TW3", 70), triwulan=(1, 2, 3))
    (satu,) = gerak(lama, baru, utama=2)
    assert (satu.sd, satu.juga) == (TW[2], (TW[1], TW[3]))
    (satu,) = gerak(lama, baru, utama=4)
    assert (satu.sd, satu.juga) == (TW[3], (TW[1], TW[2]))


def test_an_indicator_that_comes_new_has_nothing_before() -> None:
    baru = posisi(("A", "TW2", 90))
    lama = {sd: {k: h for k, h in isi.items() if k != "A"} for sd, isi in baru.items()}
    (satu,) = gerak(lama, baru)
    assert satu.lama is None
    assert satu.ganti_status
