"""A backup is one checked file; it brings everything back, into either kind of database."""

import hashlib
import json
import os
import stat
import threading
import zipfile
from datetime import UTC, datetime
from pathlib import Path

import pytest
import sqlalchemy as sa
from sqlalchemy import Engine

from dashboard.domain.dasar.hak import PERENCANA_BAWAAN
from dashboard.services.data.impor import ambil_alih
from dashboard.services.rumah.cadangan import CadanganDitolak, cadangkan
from dashboard.services.rumah.cadangan import kembalikan as kembalikan_bersandi
from data_access.akun.tabel import METADATA_AKUN
from data_access.engine import open_for_writing
from data_access.files import bukti as modul_bukti
from data_access.kinerja import nomor_versi
from data_access.salinan import arsip as modul_arsip
from data_access.salinan.arsip import BASIS, MANIFES, ArsipRusak, buka_arsip, tulis_arsip
from data_access.salinan.isi import SidikTabel, sidik_isi
from data_access.salinan.potret import ambil_potret, open_copy
from data_access.salinan.pulih import Pemulihan
from data_access.schema import METADATA
from tests.builders import buku_kecil, tulis_csv
from tests.sidik import hitung_sidik

KINI = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)


def kembalikan(engine: Engine, berkas: Path | None) -> tuple[Path, Pemulihan]:
    return kembalikan_bersandi(engine, berkas, lambda: pytest.fail("a backup without a passphrase asks for one"))


def isi(engine: Engine) -> dict[str, SidikTabel]:
    with engine.connect() as connection:
        return sidik_isi(connection)


def test_it_holds_every_table_there_is_and_the_evidence(terisi: Engine, tmp_path: Path) -> None:
    manifes = tulis_arsip(terisi, tmp_path / "cadangan.zip")
    assert set(manifes.tabel) == {*METADATA.tables, *METADATA_AKUN.tables}
    assert manifes.tabel == isi(terisi)
    assert manifes.banyak_bukti == 1
    assert manifes.bukti_hilang == ()


def test_it_comes_back_into_either_kind_with_its_evidence(terisi: Engine, tujuan: Engine, tmp_path: Path) -> None:
    tulis_arsip(terisi, tmp_path / "cadangan.zip")
    _, hasil = kembalikan(tujuan, tmp_path / "cadangan.zip")
    assert hasil.sebelumnya is None
    assert isi(tujuan) == isi(terisi)
    with tujuan.connect() as connection:
        tersimpan = connection.execute(sa.select(METADATA.tables["versi"].c.sidik)).scalar_one()
        assert hitung_sidik(connection, "UJI") == tersimpan
    asal, salinan = (modul_bukti.folder_bukti(satu) for satu in (terisi, tujuan))
    assert {satu.name: satu.read_bytes() for satu in salinan.iterdir()} == {
        satu.name: satu.read_bytes() for satu in asal.iterdir()
    }


def test_what_was_there_is_backed_up_before_and_can_be_brought_back_itself(terisi: Engine, tmp_path: Path) -> None:
    tulis_arsip(terisi, tmp_path / "dulu.zip")
    dulu = isi(terisi)
    assert ambil_alih(terisi, tulis_csv(tmp_path / "LAIN", buku_kecil("LAIN")), pelaku=PERENCANA_BAWAAN).diambil
    sekarang = isi(terisi)
    _, hasil = kembalikan(terisi, tmp_path / "dulu.zip")
    assert isi(terisi) == dulu
    assert hasil.sebelumnya is not None
    kembalikan(terisi, hasil.sebelumnya)
    assert isi(terisi) == sekarang


def test_a_backup_while_others_write_holds_one_state(terisi: Engine, tmp_path: Path) -> None:
    """Each write changes two tables in one transaction: a copy from in between would hold one of them only."""
    selesai = threading.Event()

    def tulis() -> None:
        with open_for_writing(terisi) as connection, connection.begin():
            connection.execute(sa.text("UPDATE versi SET nomor = nomor + 1"))
            connection.execute(sa.text("UPDATE instansi SET nama = 'ke-' || (SELECT nomor FROM versi)"))

    def tulis_terus() -> None:
        while not selesai.is_set():
            tulis()

    tulis()
    penulis = threading.Thread(target=tulis_terus)
    penulis.start()
    try:
        for nomor in range(3):
            tulis_arsip(terisi, tmp_path / f"{nomor}.zip")
    finally:
        selesai.set()
        penulis.join()
    for nomor in range(3):
        with buka_arsip(tmp_path / f"{nomor}.zip") as (folder, _):
            salinan = open_copy(folder / BASIS)
            with salinan.connect() as connection:
                nama = connection.execute(sa.text("SELECT nama FROM instansi")).scalar_one()
                assert nama == f"ke-{nomor_versi(connection, 'UJI')}"
            salinan.dispose()


def balik_satu_bita(berkas: Path, nama: str) -> None:
    """Another content under the old manifest; the .zip itself is sound."""
    with zipfile.ZipFile(berkas) as asal:
        semua = {satu: asal.read(satu) for satu in asal.namelist()}
    tengah = len(semua[nama]) // 2
    semua[nama] = semua[nama][:tengah] + bytes([semua[nama][tengah] ^ 1]) + semua[nama][tengah + 1 :]
    with zipfile.ZipFile(berkas, "w") as baru:
        for satu, bita in semua.items():
            baru.writestr(satu, bita)


def potong(berkas: Path) -> None:
    os.truncate(berkas, berkas.stat().st_size // 2)


def tukar_tabel(berkas: Path) -> None:
    with zipfile.ZipFile(berkas) as asal:
        semua = {satu: asal.read(satu) for satu in asal.namelist()}
    manifes = json.loads(semua[MANIFES])
    manifes["tabel"]["instansi"]["baris"] = 5
    with zipfile.ZipFile(berkas, "w") as baru:
        for satu, bita in (semua | {MANIFES: json.dumps(manifes).encode()}).items():
            baru.writestr(satu, bita)


def basis_data_sampah(berkas: Path) -> None:
    """A manifest that vouches for it: only opening it as a database tells."""
    with zipfile.ZipFile(berkas) as asal:
        semua = {satu: asal.read(satu) for satu in asal.namelist()}
    semua[BASIS] = b"sampah" * 1000
    manifes = json.loads(semua[MANIFES])
    manifes["berkas"][BASIS] = hashlib.sha256(semua[BASIS]).hexdigest()
    with zipfile.ZipFile(berkas, "w") as baru:
        for satu, bita in (semua | {MANIFES: json.dumps(manifes).encode()}).items():
            baru.writestr(satu, bita)


def manifes_lain(berkas: Path) -> None:
    with zipfile.ZipFile(berkas, "w") as baru:
        baru.writestr(MANIFES, "[1, 2]")


def keluar_folder(berkas: Path) -> None:
    with zipfile.ZipFile(berkas) as asal:
        semua = {satu: asal.read(satu) for satu in asal.namelist()}
    manifes = json.loads(semua[MANIFES])
    manifes["berkas"]["bukti/../../jahat"] = hashlib.sha256(b"").hexdigest()
    with zipfile.ZipFile(berkas, "w") as baru:
        baru.writestr("bukti/../../jahat", b"")
        for satu, bita in (semua | {MANIFES: json.dumps(manifes).encode()}).items():
            baru.writestr(satu, bita)


def balik_bukti(berkas: Path) -> None:
    with zipfile.ZipFile(berkas) as arsip:
        (nama,) = (satu for satu in arsip.namelist() if satu.startswith("bukti/"))
    balik_satu_bita(berkas, nama)


RUSAK = {
    "satu bita bukti": balik_bukti,
    "satu bita basis data": lambda berkas: balik_satu_bita(berkas, BASIS),
    "terpotong": potong,
    "bukan zip": lambda berkas: berkas.write_bytes(b"bukan cadangan"),
    "tabel lain": tukar_tabel,
    "keluar folder": keluar_folder,
    "basis data sampah": basis_data_sampah,
    "manifes lain": manifes_lain,
}


@pytest.mark.parametrize("cara", RUSAK)
def test_a_spoiled_backup_is_refused_and_changes_nothing(
    cara: str, terisi: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    berkas = tmp_path / "cadangan.zip"
    tulis_arsip(terisi, berkas)
    RUSAK[cara](berkas)
    sebelum = isi(terisi)
    (tmp_path / "sementara").mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "sementara"))
    with pytest.raises(CadanganDitolak, match="bukan cadangan yang utuh"):
        kembalikan(terisi, berkas)
    assert isi(terisi) == sebelum
    assert list((tmp_path / "sementara").iterdir()) == []


def test_a_backup_that_cannot_be_brought_back_gets_no_name(
    terisi: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asli = ambil_potret

    def salah(engine: Engine, berkas: Path) -> dict[str, SidikTabel]:
        return asli(engine, berkas) | {"unit": SidikTabel(0, "0")}

    monkeypatch.setattr(modul_arsip, "ambil_potret", salah)
    with pytest.raises(ArsipRusak, match="tabel unit"):
        tulis_arsip(terisi, tmp_path / "baru" / "cadangan.zip")
    assert list((tmp_path / "baru").iterdir()) == []


def test_lost_and_spoiled_evidence_is_said_and_not_kept_as_if_it_were_whole(terisi: Engine, tmp_path: Path) -> None:
    (bukti,) = modul_bukti.folder_bukti(terisi).iterdir()
    bukti.write_bytes(b"lain")
    manifes = tulis_arsip(terisi, tmp_path / "cadangan.zip")
    assert manifes.bukti_hilang == (bukti.name,)
    assert manifes.banyak_bukti == 0


@pytest.mark.skipif(os.name == "nt", reason="Windows has access lists, not modes")
def test_only_its_owner_reads_it(terisi: Engine) -> None:
    berkas = cadangkan(terisi, None, KINI).berkas
    assert stat.S_IMODE(berkas.stat().st_mode) == 0o600
    assert stat.S_IMODE(berkas.parent.stat().st_mode) == 0o700


def test_a_file_that_is_there_is_not_written_over(terisi: Engine, tmp_path: Path) -> None:
    (tmp_path / "ada.zip").write_bytes(b"penting")
    with pytest.raises(CadanganDitolak, match="sudah ada"):
        cadangkan(terisi, tmp_path / "ada.zip", KINI)
    with pytest.raises(CadanganDitolak, match="bukan folder yang ada"):
        cadangkan(terisi, tmp_path / "stik-yang-dicabut", KINI)
    assert (tmp_path / "ada.zip").read_bytes() == b"penting"


def test_into_a_folder_it_takes_a_name_with_its_time(terisi: Engine, tmp_path: Path) -> None:
    (tmp_path / "stik").mkdir()
    assert cadangkan(terisi, tmp_path / "stik", KINI).berkas.name == "cadangan-diminta-20260102-030405.zip"


def test_a_damaged_file_is_put_aside_and_the_backup_takes_its_place(engine_sqlite: Engine, tmp_path: Path) -> None:
    assert ambil_alih(engine_sqlite, tulis_csv(tmp_path / "UJI", buku_kecil()), pelaku=PERENCANA_BAWAAN).diambil
    sebelum = isi(engine_sqlite)
    cadangkan(engine_sqlite, None, KINI)
    engine_sqlite.dispose()
    berkas = Path(engine_sqlite.url.database or "")
    berkas.write_bytes(rusak := b"tertimpa" * 1000)
    _, hasil = kembalikan(engine_sqlite, None)
    assert isi(engine_sqlite) == sebelum
    assert hasil.sebelumnya is not None
    assert (hasil.sebelumnya / berkas.name).read_bytes() == rusak


def test_sessions_end_with_a_restore(terisi: Engine, tmp_path: Path) -> None:
    with terisi.begin() as connection:
        connection.execute(sa.text("INSERT INTO akun VALUES ('a', 'a', 'A', NULL, 0, NULL, '2026', NULL)"))
        connection.execute(sa.text("INSERT INTO sesi_masuk VALUES ('s', 'a', '2026', '2026', NULL, NULL)"))
    tulis_arsip(terisi, tmp_path / "cadangan.zip")
    kembalikan(terisi, tmp_path / "cadangan.zip")
    assert isi(terisi)["sesi_masuk"].baris == 0
    assert isi(terisi)["akun"].baris == 1
