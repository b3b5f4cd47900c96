"""Under a passphrase a backup opens with it alone, and not when one byte of it is another."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import Engine

from dashboard.cli import main
from dashboard.commands.backups import PASSPHRASE_VARIABLE
from dashboard.services.rumah.cadangan import CadanganDitolak, cadangkan, kembalikan
from data_access.salinan import sandi as modul
from data_access.salinan.folder import daftar_cadangan, folder_cadangan
from data_access.salinan.isi import sidik_isi
from data_access.salinan.sandi import GARAM_BITA, POTONG, SEGEL_BITA, TANDA, SandiSalah, buka_berkas, kunci_berkas
from tests.sample_database import copy_sample_database

KINI = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)
SANDI = "kereta api pagi hujan"
KEPALA = len(TANDA) + GARAM_BITA


@pytest.fixture
def murah(monkeypatch: pytest.MonkeyPatch) -> None:
    """Guesses that cost nothing, for tests that open many files."""
    monkeypatch.setattr(modul, "BIAYA", 2)


@pytest.mark.parametrize("panjang", [0, 1, POTONG - 1, POTONG, POTONG + 1, 3 * POTONG])
def test_what_was_locked_comes_out_as_it_was(panjang: int, murah: None, tmp_path: Path) -> None:
    asal, kunci, keluar = (tmp_path / nama for nama in ("asal", "kunci", "keluar"))
    asal.write_bytes(bytes(n % 251 for n in range(panjang)))
    kunci_berkas(asal, kunci, SANDI)
    buka_berkas(kunci, keluar, SANDI)
    assert keluar.read_bytes() == asal.read_bytes()
    assert panjang < 100 or asal.read_bytes()[:100] not in kunci.read_bytes()


def tukar_potongan(isi: bytes) -> bytes:
    n = POTONG + SEGEL_BITA
    return isi[:KEPALA] + isi[KEPALA + n : KEPALA + 2 * n] + isi[KEPALA : KEPALA + n] + isi[KEPALA + 2 * n :]


CARA = {
    "satu bita": lambda isi: isi[:-20] + bytes([isi[-20] ^ 1]) + isi[-19:],
    "garam": lambda isi: isi[: KEPALA - 1] + bytes([isi[KEPALA - 1] ^ 1]) + isi[KEPALA:],
    "potongan terakhir hilang": lambda isi: isi[: KEPALA + 2 * (POTONG + SEGEL_BITA)],
    "potongan bertukar": tukar_potongan,
    "kosong": lambda isi: isi[:KEPALA],
}


@pytest.mark.parametrize("cara", CARA)
def test_a_changed_cut_or_reordered_file_does_not_open(cara: str, murah: None, tmp_path: Path) -> None:
    asal, kunci, keluar = (tmp_path / nama for nama in ("asal", "kunci", "keluar"))
    asal.write_bytes(bytes(2 * POTONG + 99))
    kunci_berkas(asal, kunci, SANDI)
    kunci.write_bytes(CARA[cara](kunci.read_bytes()))
    with pytest.raises(SandiSalah):
        buka_berkas(kunci, keluar, SANDI)
    assert not keluar.exists()


def test_two_files_of_one_content_and_passphrase_have_nothing_in_common(murah: None, tmp_path: Path) -> None:
    (tmp_path / "asal").write_bytes(bytes(1000))
    for nama in ("satu", "dua"):
        kunci_berkas(tmp_path / "asal", tmp_path / nama, SANDI)
    satu, dua = ((tmp_path / nama).read_bytes()[len(TANDA) :] for nama in ("satu", "dua"))
    assert sum(a == b for a, b in zip(satu, dua, strict=True)) < 40


def test_a_locked_backup_comes_back_with_its_passphrase_alone(terisi: Engine) -> None:
    berkas = cadangkan(terisi, None, KINI, SANDI).berkas
    assert daftar_cadangan(folder_cadangan(terisi))[0].bersandi
    with terisi.connect() as connection:
        sebelum = sidik_isi(connection)
    with terisi.begin() as connection:
        connection.exec_driver_sql("UPDATE instansi SET nama = 'lain'")
    with pytest.raises(CadanganDitolak, match="salah"):
        kembalikan(terisi, berkas, lambda: SANDI + ".")
    assert b"Badan Uji" not in berkas.read_bytes()
    kembalikan(terisi, berkas, lambda: SANDI)
    with terisi.connect() as connection:
        assert sidik_isi(connection) == sebelum


def test_a_passphrase_that_is_soon_guessed_is_refused(terisi: Engine) -> None:
    with pytest.raises(CadanganDitolak, match="paling sedikit"):
        cadangkan(terisi, None, KINI, "pendek")
    assert daftar_cadangan(folder_cadangan(terisi)) == []


def test_the_commands_take_it_from_the_environment_and_never_as_an_argument(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("DATABASE_URL", copy_sample_database(tmp_path / "basis" / "dasbor.db"))
    (tmp_path / "stik").mkdir()
    assert main(["backup", str(tmp_path / "stik"), "--sandi"]) == 2
    assert PASSPHRASE_VARIABLE in capsys.readouterr().err
    monkeypatch.setenv(PASSPHRASE_VARIABLE, SANDI)
    assert main(["backup", str(tmp_path / "stik"), "--sandi"]) == 0
    (berkas,) = (tmp_path / "stik").iterdir()
    assert main(["restore", str(berkas)]) == 0
    assert SANDI not in "".join(capsys.readouterr())
