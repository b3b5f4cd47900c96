"""The backup of one agency: everything the database and the evidence folder hold of it, in one private .zip."""

import csv
import io
import tempfile
import zipfile
from datetime import UTC, datetime
from pathlib import Path

import sqlalchemy as sa
from sqlalchemy.engine import Connection, Engine

from data_access.files.bukti import folder_bukti
from data_access.files.private import PRIVATE, replacing
from data_access.schema import BERKAS_BUKTI, METADATA, TABEL
from data_access.workbook.tulis import tulis_folder

PETUNJUK = """Cadangan instansi {instansi}, ditulis sebelum instansi itu dihapus.

buku-kerja/  data instansi. Untuk mengembalikannya: python3 run.py import FOLDER
sistem/      jejak perubahan, kunci periode, koreksi, skenario, dan catatan lain, untuk dibaca
bukti/       berkas bukti, dengan nama hash isinya
"""


def tulis_cadangan(engine: Engine, connection: Connection, instansi: str) -> Path:
    """Write the backup beside the database as this transaction sees it, and read it back. Raises OSError."""
    folder = folder_bukti(engine).parent / "cadangan"
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    aman = "".join(huruf if huruf.isalnum() else "-" for huruf in instansi)
    tujuan = folder / f"{aman}-{datetime.now(UTC):%Y%m%d-%H%M%S-%f}.zip"
    with replacing(tujuan, PRIVATE) as sementara:
        with zipfile.ZipFile(sementara, "w", zipfile.ZIP_DEFLATED) as arsip, tempfile.TemporaryDirectory() as buku:
            arsip.writestr("BACA.txt", PETUNJUK.format(instansi=instansi))
            tulis_folder(connection, instansi, Path(buku))
            for satu in sorted(Path(buku).glob("*.csv")):
                arsip.write(satu, f"buku-kerja/{satu.name}")
            for nama, tabel in METADATA.tables.items():
                if nama not in TABEL:
                    arsip.writestr(f"sistem/{nama}.csv", _csv(connection, tabel, instansi))
            for nama in nama_bukti(connection, instansi):
                berkas = folder_bukti(engine) / nama
                if berkas.is_file():
                    arsip.write(berkas, f"bukti/{nama}")
        with zipfile.ZipFile(sementara) as arsip:
            if arsip.testzip() is not None:
                raise OSError(None, "cadangan tidak terbaca kembali", str(tujuan))
    return tujuan


def nama_bukti(connection: Connection, instansi: str) -> set[str]:
    """The names of an agency's evidence files."""
    c = BERKAS_BUKTI.c
    tanya = sa.select(c.sha256, c.akhiran).where(c.instansi == instansi)
    return {f"{satu.sha256}.{satu.akhiran}" for satu in connection.execute(tanya)}


def _csv(connection: Connection, tabel: sa.Table, instansi: str) -> str:
    isi = io.StringIO(newline="")
    penulis = csv.writer(isi, lineterminator="\n")
    penulis.writerow(tabel.c.keys())
    penulis.writerows(connection.execute(sa.select(tabel).where(tabel.c.instansi == instansi)))
    return isi.getvalue()
