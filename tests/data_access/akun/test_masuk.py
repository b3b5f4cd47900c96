"""Logging in and administering on both databases."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta

import pytest
import sqlalchemy as sa
from sqlalchemy import Engine

from dashboard.domain.akun.nama import AkunDitolak
from dashboard.domain.akun.penugasan import SifatPenugasan
from dashboard.domain.akun.percobaan import BEBAS_ALAMAT, BEBAS_NAMA
from dashboard.domain.akun.sesi import DIAM
from dashboard.domain.dasar.hak import Pelaku, Peran, TidakBerwenang
from dashboard.domain.entri.draf import Draf
from dashboard.domain.entri.isian import Isian
from dashboard.services.akun import kelola
from dashboard.services.akun.kelola import PermintaanTugas
from dashboard.services.akun.masuk import (
    MasukDitolak,
    bertindak_sebagai,
    ganti_sandi,
    keluar,
    keluar_di_mana_pun,
    masuk,
    siapa,
)
from dashboard.services.akun.sso import buat_akun_sso, hubungkan_sso
from data_access.akun.tabel import AKUN, JEJAK_AKUN, PERCOBAAN_MASUK, SESI_MASUK
from data_access.isian.draf import baca_draf, tulis_draf
from tests.builders import NIP_UJI
from tests.data_access.akun.orang_uji import ADMIN, ALAMAT, HARI, SANDI, bidang


def banyak(engine: Engine, tabel: sa.Table) -> int:
    with engine.connect() as connection:
        return connection.execute(sa.select(sa.func.count()).select_from(tabel)).scalar_one()


def test_who_logs_in_acts_under_the_post_of_the_day(terisi: Engine) -> None:
    satu = siapa(terisi, masuk(terisi, " BUDI ", SANDI, ALAMAT).kunci, HARI)
    assert satu is not None
    assert satu.pelaku == Pelaku("Budi Santoso", Peran.KEPALA_BIDANG, "UJI", "BIDANG")
    besok = siapa(terisi, masuk(terisi, "budi", SANDI, ALAMAT).kunci, HARI - timedelta(days=1))
    assert besok is not None
    assert besok.pelaku is None


def test_a_first_password_opens_nothing_but_its_change(terisi: Engine) -> None:
    awal = kelola.sandi_baru(terisi, ADMIN, "budi")
    with pytest.raises(MasukDitolak):
        masuk(terisi, "budi", SANDI, ALAMAT)
    satu = masuk(terisi, "budi", awal, ALAMAT)
    assert satu.ganti_sandi
    sebelum = siapa(terisi, satu.kunci, HARI)
    assert sebelum is not None
    assert sebelum.pelaku is None
    with pytest.raises(AkunDitolak):
        ganti_sandi(terisi, satu.kunci, awal, awal, ALAMAT)
    baru = ganti_sandi(terisi, satu.kunci, awal, SANDI + " lagi", ALAMAT)
    assert siapa(terisi, satu.kunci, HARI) is None
    sesudah = siapa(terisi, baru.kunci, HARI)
    assert sesudah is not None
    assert sesudah.pelaku is not None


def test_a_weak_new_password_makes_nobody_wait(terisi: Engine) -> None:
    kunci = masuk(terisi, "budi", SANDI, ALAMAT).kunci
    for _ in range(BEBAS_NAMA + 1):
        with pytest.raises(AkunDitolak):
            ganti_sandi(terisi, kunci, SANDI, "pendek", ALAMAT)
    assert ganti_sandi(terisi, kunci, SANDI, SANDI + " lagi", ALAMAT).kunci


def test_what_is_stored_lets_nobody_in(terisi: Engine) -> None:
    kunci = masuk(terisi, "budi", SANDI, ALAMAT).kunci
    with terisi.connect() as connection:
        isi = "".join(map(str, connection.execute(sa.select(SESI_MASUK)))) + "".join(
            map(str, connection.execute(sa.select(AKUN)))
        )
    assert kunci not in isi
    assert SANDI not in isi
    assert "$argon2id$" in isi


def test_leaving_ends_this_login_and_leaving_everywhere_all_of_them(terisi: Engine) -> None:
    satu, dua, tiga = (masuk(terisi, "budi", SANDI, ALAMAT).kunci for _ in range(3))
    keluar(terisi, satu)
    assert [siapa(terisi, k, HARI) is not None for k in (satu, dua, tiga)] == [False, True, True]
    keluar_di_mana_pun(terisi, dua)
    assert [siapa(terisi, k, HARI) for k in (satu, dua, tiga)] == [None, None, None]


def test_a_login_nobody_uses_ends(terisi: Engine) -> None:
    kunci = masuk(terisi, "budi", SANDI, ALAMAT).kunci
    with terisi.begin() as connection:
        connection.execute(sa.update(SESI_MASUK).values(terakhir=(datetime.now(UTC) - DIAM).isoformat()))
    assert siapa(terisi, kunci, HARI) is None


@pytest.mark.parametrize("kunci", [None, "", "x", "' OR 1=1 --", "\x00"])
def test_a_made_up_key_lets_nobody_in(terisi: Engine, kunci: str | None) -> None:
    assert siapa(terisi, kunci, HARI) is None


def test_after_some_wrong_attempts_even_the_right_password_has_to_wait(terisi: Engine) -> None:
    for _ in range(BEBAS_NAMA):
        with pytest.raises(MasukDitolak, match="tidak cocok"):
            masuk(terisi, "budi", "salah", ALAMAT)
    with pytest.raises(MasukDitolak, match="Coba lagi dalam"):
        masuk(terisi, "budi", SANDI, "10.0.0.8")
    with terisi.begin() as connection:
        connection.execute(sa.update(PERCOBAAN_MASUK).values(tahan_sampai=None))
    assert masuk(terisi, "budi", SANDI, "10.0.0.8").kunci


def test_no_answer_tells_whether_there_is_such_an_account(terisi: Engine) -> None:
    jawaban = list[list[str]]()
    for nama in ("budi", "tidakada"):
        satu = list[str]()
        for n in range(BEBAS_NAMA + 1):
            with pytest.raises(MasukDitolak) as ditolak:
                masuk(terisi, nama, "salah sekali", f"10.0.1.{n}")
            satu.append(str(ditolak.value))
        jawaban.append(satu)
    assert jawaban[0] == jawaban[1]


def test_attempts_made_at_once_are_all_counted(terisi: Engine) -> None:
    def coba(n: int) -> str:
        try:
            masuk(terisi, "budi", f"salah {n}", ALAMAT)
        except MasukDitolak as ditolak:
            return str(ditolak)
        return "masuk"

    with ThreadPoolExecutor(8) as kolam:
        jawaban = list(kolam.map(coba, range(16)))
    assert sum("tidak cocok" in satu for satu in jawaban) == BEBAS_NAMA
    assert sum("Coba lagi" in satu for satu in jawaban) == 16 - BEBAS_NAMA


def test_guessing_over_many_names_from_one_address_waits_too(terisi: Engine) -> None:
    ditahan = 0
    for n in range(BEBAS_ALAMAT + 4):
        with pytest.raises(MasukDitolak) as ditolak:
            masuk(terisi, f"nama{n}", "salah", ALAMAT)
        ditahan += "Coba lagi" in str(ditolak.value)
    assert ditahan == 4


def test_a_closed_account_loses_every_login_and_comes_back_by_an_administrator(terisi: Engine) -> None:
    kunci = masuk(terisi, "budi", SANDI, ALAMAT).kunci
    kelola.atur_aktif(terisi, ADMIN, "budi", aktif=False)
    assert siapa(terisi, kunci, HARI) is None
    with pytest.raises(MasukDitolak, match="tidak cocok"):
        masuk(terisi, "budi", SANDI, ALAMAT)
    kelola.atur_aktif(terisi, ADMIN, "budi", aktif=True)
    assert siapa(terisi, kunci, HARI) is None
    assert masuk(terisi, "budi", SANDI, ALAMAT).kunci


def test_a_post_changes_hands_with_its_drafts_and_the_leaver_stays_a_person(terisi: Engine) -> None:
    kelola.buat_akun(terisi, ADMIN, "ani", "Ani Lestari")
    with terisi.begin() as connection:
        for pelaku, periode in (("Budi Santoso", "TW1"), ("Budi Santoso", "TW2"), ("Ani Lestari", "TW2")):
            draf = Draf(kunci=("PRG1", 2024, periode), dasar="", isian=Isian(nilai=pelaku))
            tulis_draf(connection, "UJI", pelaku, [draf])
    kunci = masuk(terisi, "budi", SANDI, ALAMAT).kunci
    besok = HARI + timedelta(days=1)
    assert kelola.serah_terima(terisi, ADMIN, "budi", "ani", besok) == 1
    with terisi.connect() as connection:
        milik = {p: d.isian.nilai for (_, _, p), d in baca_draf(connection, "UJI", "Ani Lestari", 2024).items()}
    assert milik == {"TW1": "Budi Santoso", "TW2": "Ani Lestari"}
    hari_ini, esok = siapa(terisi, kunci, HARI), siapa(terisi, kunci, besok)
    assert hari_ini is not None and esok is not None  # noqa: PT018
    assert hari_ini.pelaku is not None
    assert esok.pelaku is None
    (ani,) = (d for d in kelola.daftar_akun(terisi, ADMIN) if d.akun.nama_masuk == "ani")
    assert [(p.unit, p.mulai) for p in ani.penugasan] == [("BIDANG", besok)]


def test_of_several_posts_one_is_chosen_and_no_other_can_be(terisi: Engine) -> None:
    kelola.tugaskan(terisi, ADMIN, PermintaanTugas("budi", Peran.KEPALA, "UJI", None, HARI, sifat=SifatPenugasan.PLH))
    kunci = masuk(terisi, "budi", SANDI, ALAMAT).kunci
    bertindak_sebagai(terisi, kunci, 2)
    satu = siapa(terisi, kunci, HARI)
    assert satu is not None and satu.pelaku is not None  # noqa: PT018
    assert satu.pelaku.peran is Peran.KEPALA
    bertindak_sebagai(terisi, kunci, 99)
    lain = siapa(terisi, kunci, HARI)
    assert lain is not None and lain.pelaku is not None  # noqa: PT018
    assert lain.pelaku.peran is Peran.KEPALA_BIDANG


def test_an_agency_never_loses_its_last_administrator(terisi: Engine) -> None:
    kelola.buat_akun(terisi, ADMIN, "satu", "Admin Satu")
    kelola.tugaskan(terisi, ADMIN, PermintaanTugas("satu", Peran.ADMIN, None, None, HARI))
    assert kelola.ada_admin(terisi, HARI)
    with pytest.raises(AkunDitolak, match="terakhir"):
        kelola.atur_aktif(terisi, ADMIN, "satu", aktif=False)
    with pytest.raises(AkunDitolak, match="terakhir"):
        kelola.akhiri(terisi, ADMIN, "satu", 1, HARI)


@pytest.mark.parametrize("peran", [p for p in Peran if p is not Peran.ADMIN])
def test_only_an_administrator_administers(terisi: Engine, peran: Peran) -> None:
    pelaku = Pelaku("Seseorang", peran, "UJI", "BIDANG")
    jejak, akun = banyak(terisi, JEJAK_AKUN), banyak(terisi, AKUN)
    for kerja in (
        lambda: kelola.daftar_akun(terisi, pelaku),
        lambda: kelola.buat_akun(terisi, pelaku, "baru", "Baru Sekali"),
        lambda: kelola.catat_nip(terisi, pelaku, "budi", NIP_UJI),
        lambda: kelola.sandi_baru(terisi, pelaku, "budi"),
        lambda: kelola.atur_aktif(terisi, pelaku, "budi", aktif=False),
        lambda: kelola.tugaskan(terisi, pelaku, bidang("budi", unit="LAIN")),
        lambda: kelola.serah_terima(terisi, pelaku, "budi", "budi", HARI),
        lambda: kelola.akhiri(terisi, pelaku, "budi", 1, HARI),
        lambda: hubungkan_sso(terisi, pelaku, "budi", "budi@uji.go.id"),
        lambda: hubungkan_sso(terisi, pelaku, "budi", None),
        lambda: buat_akun_sso(terisi, pelaku, ("ani", "Ani"), "ani@uji.go.id"),
    ):
        with pytest.raises(TidakBerwenang):
            kerja()
    assert (banyak(terisi, JEJAK_AKUN), banyak(terisi, AKUN)) == (jejak, akun)


def test_a_place_that_is_not_there_and_a_name_taken_are_refused_with_nothing_written(terisi: Engine) -> None:
    akun = banyak(terisi, AKUN)
    for nama_masuk, nama in (("BUDI", "Orang Lain"), ("lain", "budi santoso")):
        with pytest.raises(AkunDitolak):
            kelola.buat_akun(terisi, ADMIN, nama_masuk, nama)
    for minta in (bidang("budi", unit="TIDAKADA"), PermintaanTugas("budi", Peran.KEPALA, "TIDAKADA", None, HARI)):
        with pytest.raises(AkunDitolak, match="tidak ada"):
            kelola.tugaskan(terisi, ADMIN, minta)
    assert banyak(terisi, AKUN) == akun
