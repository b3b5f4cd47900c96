"""Names, passwords, waiting and posts: the rules without a database."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from dashboard.domain.akun.nama import AkunDitolak, nama_masuk_sah, nama_sah
from dashboard.domain.akun.penugasan import Penugasan, SifatPenugasan, berlaku, periksa, terpilih
from dashboard.domain.akun.percobaan import BEBAS_NAMA, DILUPAKAN, MULAI, TERLAMA, Percobaan, sesudah_gagal
from dashboard.domain.akun.sandi import sandi_sah
from dashboard.domain.akun.sesi import DIAM, Sesi
from dashboard.domain.akun.sesi import TERLAMA as SESI_TERLAMA
from dashboard.domain.dasar.hak import Peran

KINI = datetime(2026, 11, 26, 1, 0, tzinfo=UTC)
HARI = date(2026, 11, 26)


@pytest.mark.parametrize(("ditulis", "masuk"), [("  Budi.S ", "budi.s"), ("ＢＵＤＩ", "budi"), ("a@b.id", "a@b.id")])
def test_a_name_to_log_in_by_has_one_spelling(ditulis: str, masuk: str) -> None:
    assert nama_masuk_sah(ditulis) == masuk


@pytest.mark.parametrize("salah", ["", "ab", "budi santoso", ".budi", "budi\u200b", "x" * 65, "<b>budi"])
def test_a_name_that_could_be_misread_is_refused(salah: str) -> None:
    with pytest.raises(AkunDitolak):
        nama_masuk_sah(salah)


@pytest.mark.parametrize("salah", ["", "  ", "Budi\x1b[31m", "Bu\u202edi", "B" * 101])
def test_a_shown_name_holds_nothing_that_cannot_be_seen(salah: str) -> None:
    with pytest.raises(AkunDitolak):
        nama_sah(salah)


def test_words_make_a_password_and_what_is_guessed_first_does_not() -> None:
    assert sandi_sah("kuda kayu pagar biru", "budi") == "kuda kayu pagar biru"
    for mudah in (
        "pendek",
        "aaaaaaaaaaaaaaaa",
        "121212121212",
        "password1234",
        "budibudibudi",
        "Rahasia123456",
        "x" * 201,
    ):
        with pytest.raises(AkunDitolak):
            sandi_sah(mudah, "budi")


def test_waiting_grows_with_wrong_attempts_ends_and_is_forgotten_after_a_day() -> None:
    satu, tunggu = Percobaan(), list[timedelta]()
    for _ in range(BEBAS_NAMA - 1):
        satu = sesudah_gagal(satu, KINI, BEBAS_NAMA)
    assert not satu.ditahan(KINI)
    for _ in range(12):
        satu = sesudah_gagal(satu, KINI, BEBAS_NAMA)
        assert satu.tahan_sampai is not None
        tunggu.append(satu.tahan_sampai - KINI)
    assert tunggu[:3] == [MULAI, MULAI * 2, MULAI * 4]
    assert tunggu[-1] == TERLAMA
    assert not satu.ditahan(KINI + TERLAMA)
    assert sesudah_gagal(satu, KINI + DILUPAKAN + timedelta(seconds=1), BEBAS_NAMA).gagal == 1


def test_a_login_ends_with_the_day_with_silence_and_when_it_is_taken_away() -> None:
    baru = Sesi("a", KINI, KINI)
    assert baru.berlaku(KINI + DIAM - timedelta(seconds=1))
    assert not baru.berlaku(KINI + DIAM)
    assert not Sesi("a", KINI, KINI + SESI_TERLAMA).berlaku(KINI + SESI_TERLAMA)
    assert not Sesi("a", KINI, KINI, dicabut=KINI).berlaku(KINI)


def tugas(nomor: int, akun: str = "a", **isi: Any) -> Penugasan:
    bawaan: dict[str, Any] = {"peran": Peran.KEPALA_BIDANG, "instansi": "UJI", "unit": "B1", "mulai": date(2026, 1, 1)}
    return Penugasan(nomor=nomor, akun=akun, **(bawaan | isi))


def test_a_post_has_one_holder_in_his_own_right_and_may_have_an_acting_one() -> None:
    ada = [tugas(1)]
    with pytest.raises(AkunDitolak, match="masih dipegang"):
        periksa(tugas(1, "b"), ada)
    periksa(tugas(1, "b", sifat=SifatPenugasan.PLH), ada)
    periksa(tugas(1, "b", unit="B2"), ada)
    periksa(tugas(1, "b", mulai=date(2026, 7, 1)), [tugas(1, selesai=date(2026, 6, 30))])
    periksa(tugas(1, "b", peran=Peran.PEGAWAI), [tugas(1, peran=Peran.PEGAWAI)])


@pytest.mark.parametrize(
    "isi", [{"instansi": None}, {"unit": None}, {"selesai": date(2025, 12, 31)}, {"peran": Peran.PEGAWAI, "unit": None}]
)
def test_an_incomplete_post_is_refused(isi: dict[str, Any]) -> None:
    with pytest.raises(AkunDitolak):
        periksa(tugas(1, **isi), [])


def test_the_posts_of_a_day_and_the_one_chosen_among_them() -> None:
    lama, kini, plt = tugas(1, selesai=date(2026, 3, 1)), tugas(2, unit="B2"), tugas(3, sifat=SifatPenugasan.PLT)
    dipegang = berlaku([plt, kini, lama], HARI)
    assert [p.nomor for p in dipegang] == [2, 3]
    assert [terpilih(dipegang, nomor) for nomor in (3, 1, None)] == [plt, kini, kini]
    assert terpilih((), 1) is None
    assert plt.pelaku("Budi").unit == "B1"
