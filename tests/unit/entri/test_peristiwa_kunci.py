"""Closings and corrections stand among other changes, newest first, whichever page of them is looked at."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.domain.entri.kunci import KeadaanKunci, Koreksi, KunciPeriode
from dashboard.domain.entri.peristiwa_kunci import AksiKunci, mulai_ambil, peristiwa_kunci, sisipkan

AWAL = datetime(2024, 1, 1, tzinfo=UTC)


def koreksi(nomor: int, waktu: str, ditutup: str | None = None) -> Koreksi:
    return Koreksi(nomor, 2024, 1, "salah ketik bidang", waktu, "Perencana", ditutup, ditutup and "Kepala")


def test_what_happened_is_told_newest_first_with_who_and_why() -> None:
    keadaan = KeadaanKunci(
        (KunciPeriode(2024, 1, "2024-04-02", "Perencana"), KunciPeriode(2024, 2, "2024-07-02", "Perencana")),
        (koreksi(1, "2024-05-01", "2024-05-03"), koreksi(2, "2024-08-01")),
    )
    semua = [(p.aksi, p.triwulan, p.pelaku, p.nomor) for p in peristiwa_kunci(keadaan)]
    assert semua == [
        (AksiKunci.DIBUKA, 1, "Perencana", 2),
        (AksiKunci.DIKUNCI, 2, "Perencana", 0),
        (AksiKunci.DIAKHIRI, 1, "Kepala", 1),
        (AksiKunci.DIBUKA, 1, "Perencana", 1),
        (AksiKunci.DIKUNCI, 1, "Perencana", 0),
    ]
    assert {p.alasan for p in peristiwa_kunci(keadaan)} == {"", "salah ketik bidang"}


def test_of_one_moment_the_ending_stands_above_its_opening() -> None:
    keadaan = KeadaanKunci((), (koreksi(1, "2024-05-01", "2024-05-01"),))
    assert [p.aksi for p in peristiwa_kunci(keadaan)] == [AksiKunci.DIAKHIRI, AksiKunci.DIBUKA]


@given(st.lists(st.integers(0, 20), max_size=30), st.lists(st.integers(0, 20), max_size=8), st.integers(1, 7))
def test_pages_of_both_follow_one_another_without_gap_or_repetition(
    banyak: list[int], sedikit: list[int], batas: int
) -> None:
    baris = [(AWAL + timedelta(n), "baris", k) for k, n in enumerate(sorted(banyak, reverse=True))]
    kunci = [(AWAL + timedelta(n), "kunci", k) for k, n in enumerate(sorted(sedikit, reverse=True))]
    semua = []
    for lewati in range(0, len(baris) + len(kunci), batas):
        mulai = mulai_ambil(lewati, kunci)
        terbaca = baris[mulai : mulai + batas + len(kunci)]
        semua += sisipkan(terbaca, kunci, lambda s: s[0], mulai=mulai, lewati=lewati, batas=batas)
    assert sorted(semua) == sorted([*baris, *kunci])
    assert [s[0] for s in semua] == sorted((s[0] for s in semua), reverse=True)


@pytest.mark.parametrize(("lewati", "mulai"), [(0, 0), (3, 0), (20, 15)])
def test_rows_are_left_unread_only_where_no_closing_could_have_moved_them(lewati: int, mulai: int) -> None:
    assert mulai_ambil(lewati, [object()] * 5) == mulai
