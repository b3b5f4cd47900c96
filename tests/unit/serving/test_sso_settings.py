"""The settings of SSO: a file that is made private, variables before it, and a sentence for each mistake."""

import stat
import sys
from pathlib import Path

import pytest

from dashboard.serving.sso.settings import KEYS, SsoMisconfigured, SsoSettings, read_settings

ISI = 'penerbit = "https://sso.uji.go.id/realms/uji"\nklien = "dasbor"\nalamat = "https://dasbor.uji.go.id/"\n'


def baca(folder: Path, isi: str, **variabel: str) -> SsoSettings | None:
    berkas = folder / "oidc.toml"
    berkas.write_text(isi, encoding="utf-8")
    return read_settings({"DASBOR_OIDC": str(berkas)} | {f"DASBOR_OIDC_{n.upper()}": v for n, v in variabel.items()})


def test_the_file_is_read_and_variables_go_before_it(tmp_path: Path) -> None:
    atur = baca(tmp_path, ISI + 'rahasia = "dari berkas"\nklaim = "preferred_username"', rahasia="dari lingkungan")
    assert atur is not None
    assert (atur.rahasia, atur.klaim, atur.nama) == ("dari lingkungan", "preferred_username", "SSO")
    assert atur.kembali == "https://dasbor.uji.go.id/masuk/sso/kembali"


def test_variables_alone_are_enough(tmp_path: Path) -> None:
    isi = {"penerbit": "https://sso.uji.go.id", "klien": "dasbor", "alamat": "http://dasbor.lan:8501"}
    assert baca(tmp_path, "", **isi) == SsoSettings(**isi)


def test_without_any_there_is_no_sso(tmp_path: Path) -> None:
    assert baca(tmp_path, "") is None


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such bits")
def test_the_secret_is_readable_by_nobody_else(tmp_path: Path) -> None:
    (tmp_path / "oidc.toml").touch(mode=0o644)
    baca(tmp_path, ISI)
    assert stat.S_IMODE((tmp_path / "oidc.toml").stat().st_mode) == 0o600


@pytest.mark.parametrize(
    ("isi", "kalimat"),
    [
        ("penerbit = ", "bukan TOML"),
        ('penerbit = "https://sso.uji.go.id"', "belum menyebut klien, alamat"),
        (ISI + 'peran = "admin"', "peran tidak dikenal"),
        (ISI + "rahasia = 123", "rahasia diisi teks"),
        (ISI + 'klaim = "role"', "Isi email atau preferred_username"),
        (ISI.replace("https://sso", "http://sso"), "penerbit"),
        (ISI.replace("https://sso", "ftp://sso"), "penerbit"),
        (ISI.replace("dasbor.uji.go.id/", "dasbor.uji.go.id/jalur"), "tanpa jalur"),
        (ISI.replace("https://dasbor.uji.go.id/", "dasbor"), "alamat"),
    ],
)
def test_a_mistake_is_said(tmp_path: Path, isi: str, kalimat: str) -> None:
    with pytest.raises(SsoMisconfigured, match=kalimat):
        baca(tmp_path, isi)


def test_a_file_that_is_named_must_be_there(tmp_path: Path) -> None:
    with pytest.raises(SsoMisconfigured, match="tidak ada"):
        read_settings({"DASBOR_OIDC": str(tmp_path / "tidak-ada.toml")})


def test_the_guide_names_every_setting() -> None:
    panduan = Path(__file__).parents[3].joinpath("docs", "masuk-sso.md").read_text(encoding="utf-8")
    assert [nama for nama in KEYS if f"`{nama}`" not in panduan] == []
