"""The commands about accounts, as they are typed on the server."""

import re

import pytest
from sqlalchemy import Engine

from dashboard.cli import main
from dashboard.commands.base import MISUSE
from dashboard.mode import running_mode
from dashboard.services.akun.kelola import daftar_akun
from dashboard.services.akun.masuk import MasukDitolak, masuk
from tests.data_access.akun.orang_uji import ADMIN, ALAMAT, SANDI


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
