"""The summary: worst first, counted once, and no partial mean that passes for a whole one."""

from dashboard.components.ringkasan.kartu_ringkasan import kartu_ringkasan
from dashboard.domain.dasar.indikator import Komponen, Rumus, Sifat
from dashboard.domain.dasar.skala import Status
from dashboard.services.ringkasan import ringkasan
from tests.unit.services.bangun import iku, lapor, susun


def test_the_worst_iku_comes_first_and_unreported_ones_after_it() -> None:
    k = susun((iku("A"), iku("B"), iku("C")), (lapor("A", "TW2", 80), lapor("B", "TW2", 50)))
    assert [h.kode for h in ringkasan(k).utama] == ["B", "A", "C"]


def test_an_iku_that_repeats_an_iki_is_counted_once() -> None:
    k = susun(
        (iku("A", rumus=Rumus.JUMLAH), iku("IKI-1", jenis="IKI")),
        (lapor("IKI-1", "TW2", 70),),
        komponen=(Komponen("A", "IKI-1", Sifat.DUGAAN),),
    )
    assert ringkasan(k).semua.penyebut == 1


def test_sub_items_are_parts_of_their_criterion_and_not_counted_beside_it() -> None:
    k = susun(
        (iku("K", jenis="kriteria"), iku("K.a", jenis="sub_item")), (lapor("K", "TW2", 90), lapor("K.a", "TW2", 90))
    )
    assert ringkasan(k).semua.penyebut == 1


def test_a_partial_mean_says_its_bounds_and_never_a_status() -> None:
    k = susun((iku("A"), iku("B")), (lapor("A", "TW2", 90),))
    kartu = kartu_ringkasan(ringkasan(k), 2)[0]
    assert kartu.judul.endswith("sementara")
    assert kartu.status is None
    assert kartu.keterangan == (
        "1 dari 2 IKU",
        "1 belum ada nilainya",
        "antara 45 % (yang belum = 0) dan 95 % (yang belum tepat target)",
    )


def test_while_every_iku_waits_the_chart_shows_the_programs() -> None:
    k = susun((iku("A", instrumen="SAKIP"), iku("P", jenis="program")), (lapor("P", "TW2", 90),))
    r = ringkasan(k)
    assert [h.status for h in r.utama] == [Status.MENUNGGU_PENILAIAN]
    assert [h.kode for h in r.sorotan] == ["P"]


def test_without_iku_the_indicators_of_tujuan_and_sasaran_stand_for_them() -> None:
    k = susun((iku("T", jenis="tujuan"), iku("S", jenis="sasaran"), iku("P", jenis="program")), ())
    assert [h.kode for h in k.utama()] == ["S", "T"]


def test_simulated_values_are_marked_on_the_whole_page() -> None:
    assert ringkasan(susun((iku("A"),), (lapor("A", "TW2", 90),))).memuat_contoh
