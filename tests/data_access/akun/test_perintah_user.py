"""The commands about accounts, as they are typed on the server."""

import re

import pytest
from sqlalchemy import Engine

from dashboard.cli import main
from dashboard.commands.base import MISUSE
from dashboard.domain.akun.sso import Identitas
from dashboard.mode import running_mode
from dashboard.services.akun.kelola import daftar_akun
from dashboard.services.akun.masuk import MasukDitolak, masuk, siapa
from dashboard.services.akun.sso import TidakTerhubung, masuk_sso
from dashboard.serving.sso.settings import sso_settings
from tests.data_access.akun.orang_uji import ADMIN, ALAMAT, HARI, SANDI


@pytest.fixture
def basis(terisi: Engine, monkeypatch: pytest.MonkeyPatch) -> Engine:
    monkeypatch.setenv("DATABASE_URL", terisi.url.render_as_string(hide_password=False))
    return terisi


def terakhir(capsys: pytest.CaptureFixture[str]) -> str:
    return capsys.readouterr().out.split()[-1]


def test_an_account_is_made_with_its_post_and_the_printed_password_logs_in(
    basis: Engine, capsys: pytest.CaptureFixture[str]
) -> None:
    isi = ["--peran", "kepala", "--instansi", "uji", "--mulai", "1 Januari 2024", "--sifat", "plt"]
    assert main(["user", "add", "Ani.L", "--nama", "Ani Lestari", *isi]) == 0
    assert masuk(basis, "ani.l", terakhir(capsys), ALAMAT).ganti_sandi
    assert main(["user", "list"]) == 0
    assert "kepala (plt), UJI, mulai 1 Januari 2024" in capsys.readouterr().out


def test_a_post_is_handed_over_ended_and_a_password_given_anew(
    basis: Engine, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["user", "add", "ani", "--nama", "Ani Lestari"]) == 0
    assert main(["user", "serah", "budi", "ani", "--mulai", "1 Januari 2099"]) == 0
    assert main(["user", "akhiri", "ani", "1", "--selesai", "31 Januari 2099"]) == 0
    assert main(["user", "nonaktifkan", "ani"]) == main(["user", "aktifkan", "ani"]) == 0
    (ani,) = (d for d in daftar_akun(basis, ADMIN) if d.akun.nama_masuk == "ani")
    assert [(p.mulai.year, p.selesai and p.selesai.month) for p in ani.penugasan] == [(2099, 1)]
    capsys.readouterr()
    assert main(["user", "sandi", "budi"]) == 0
    assert masuk(basis, "budi", terakhir(capsys), ALAMAT).ganti_sandi
    with pytest.raises(MasukDitolak):
        masuk(basis, "budi", SANDI, ALAMAT)


@pytest.mark.parametrize(
    ("perintah", "kalimat"),
    [
        (["add", "b", "--nama", "X"], "Nama masuk berisi"),
        (["add", "lain", "--nama", "budi santoso"], "Sudah ada akun"),
        (["add", "lain", "--nama", "Lain", "--peran", "kepala"], "Sebutkan instansi"),
        (["add", "lain", "--nama", "Lain", "--peran", "kepala", "--instansi", "TIDAK"], "tidak ada di basis data"),
        (["tugaskan", "budi"], "Sebutkan perannya"),
        (["tugaskan", "budi", "--peran", "raja"], "tidak dikenal"),
        (["tugaskan", "budi", "--peran", "kepala", "--instansi", "UJI", "--mulai", "1/2/2025"], "bukan tanggal"),
        (["serah", "budi", "budi"], "akun yang sama"),
        (["serah", "siapa", "budi"], "Tidak ada akun"),
        (["akhiri", "budi", "9"], "tidak mempunyai penugasan nomor 9"),
        (["akhiri", "budi", "1", "--selesai", "1 Januari 2020"], "baru mulai"),
        (["sandi", "siapa"], "Tidak ada akun"),
        (["sso", "siapa", "a@uji.go.id"], "Tidak ada akun"),
        (["sso", "budi"], "atau --lepas"),
        (["sso", "budi", "a@uji.go.id", "--lepas"], "atau --lepas"),
        (["sso", "budi", "a b"], "Pengenal SSO adalah"),
        (["add", "lain", "--nama", "Lain", "--sso", "a b"], "Pengenal SSO adalah"),
    ],
)
def test_what_cannot_be_done_is_said_and_nothing_changes(
    basis: Engine, capsys: pytest.CaptureFixture[str], perintah: list[str], kalimat: str
) -> None:
    sebelum = daftar_akun(basis, ADMIN)
    try:
        status = main(["user", *perintah])
    except SystemExit as keluar:
        status = int(keluar.code or 0)
    assert status == MISUSE
    assert kalimat in re.sub(r"\s+", " ", capsys.readouterr().err)
    assert daftar_akun(basis, ADMIN) == sebelum


def test_serving_other_computers_is_refused_while_nobody_could_administer(
    basis: Engine, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for mode, kalimat in (("instansi", "Belum ada admin"), ("jaringan", "tidak dikenal")):
        monkeypatch.setenv("DASBOR_MODE", mode)
        running_mode.cache_clear()
        assert main(["siapkan"]) == MISUSE
        assert kalimat in capsys.readouterr().err
    assert main(["user", "add", "admin", "--nama", "Admin Uji", "--peran", "admin"]) == 0
    monkeypatch.setenv("DASBOR_MODE", "instansi")
    running_mode.cache_clear()
    assert main(["siapkan"]) == 0
    monkeypatch.undo()
    running_mode.cache_clear()


def test_an_account_waits_for_one_person_of_the_sso_and_no_other_account_for_the_same(
    basis: Engine, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["user", "add", "ani", "--nama", "Ani Lestari", "--sso", "Ani@uji.go.id"]) == 0
    assert "Sandi" not in capsys.readouterr().out
    assert main(["user", "sso", "budi", "ani@UJI.go.id"]) == MISUSE
    assert "sudah tercatat pada akun ani" in capsys.readouterr().err
    assert main(["user", "list"]) == 0
    assert "SSO: ani@uji.go.id (belum pernah masuk)" in capsys.readouterr().out
    (ani,) = (d for d in daftar_akun(basis, ADMIN) if d.akun.nama_masuk == "ani")
    assert (ani.akun.sandi, ani.akun.ganti_sandi) == (None, False)


def test_who_is_linked_keeps_a_password_of_their_own_and_loses_one_never_used(basis: Engine) -> None:
    assert main(["user", "sso", "budi", "budi@uji.go.id"]) == 0
    assert not masuk(basis, "budi", SANDI, ALAMAT).ganti_sandi
    assert main(["user", "sandi", "budi"]) == main(["user", "sso", "budi", "budi@uji.go.id"]) == 0
    (budi,) = (d for d in daftar_akun(basis, ADMIN) if d.akun.nama_masuk == "budi")
    assert (budi.akun.sandi, budi.sso) == (None, ("budi@uji.go.id", False))


def test_who_is_unlinked_comes_in_no_more_and_linked_anew_a_new_person_does(basis: Engine) -> None:
    lama, baru = (Identitas("https://sso.uji.go.id", kode, "budi@uji.go.id") for kode in ("1", "2"))
    main(["user", "sso", "budi", "budi@uji.go.id"])
    kunci = masuk_sso(basis, lama).kunci
    assert siapa(basis, kunci, HARI) is not None
    assert main(["user", "sso", "budi", "--lepas"]) == 0
    assert siapa(basis, kunci, HARI) is None
    for satu in (lama, baru):
        with pytest.raises(TidakTerhubung):
            masuk_sso(basis, satu)
    main(["user", "sso", "budi", "budi@uji.go.id"])
    assert masuk_sso(basis, baru).kunci
    with pytest.raises(TidakTerhubung):
        masuk_sso(basis, lama)


@pytest.mark.parametrize(
    "lain", [Identitas("https://lain.uji.go.id", "1", None), Identitas("https://lain.uji.go.id", "1", "budi@uji.go.id")]
)
def test_the_same_code_at_another_provider_is_another_person(basis: Engine, lain: Identitas) -> None:
    main(["user", "sso", "budi", "budi@uji.go.id"])
    masuk_sso(basis, Identitas("https://sso.uji.go.id", "1", "budi@uji.go.id"))
    with pytest.raises(TidakTerhubung):
        masuk_sso(basis, lain)


def test_settings_that_lead_nowhere_are_said_before_anything_is_served(
    basis: Engine, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    main(["user", "tugaskan", "budi", "--peran", "admin"])
    monkeypatch.setenv("DASBOR_MODE", "instansi")
    monkeypatch.setenv("DASBOR_OIDC", "tidak-ada.toml")
    running_mode.cache_clear()
    sso_settings.cache_clear()
    try:
        assert main(["siapkan"]) == MISUSE
    finally:
        running_mode.cache_clear()
        sso_settings.cache_clear()
    assert "DASBOR_OIDC menunjuk tidak-ada.toml" in capsys.readouterr().err
