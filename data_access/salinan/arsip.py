"""A backup as one file: the database as SQLite, the evidence files, and a manifest with the hash of each.

The same format for both databases. A .zip, so that it can be looked into without this program.
"""

import hashlib
import json
import sqlite3
import tempfile
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy.engine import Engine

from data_access.database_state import VERSION_TABLE
from data_access.files.bukti import folder_bukti
from data_access.files.private import PRIVATE, PRIVATE_FOLDER, replacing
from data_access.salinan.isi import SalinanBerbeda, SidikTabel, pastikan_sama, sidik_isi
from data_access.salinan.potret import ambil_potret, close_copy, open_copy

BASIS, MANIFES, BACA, BUKTI = "dasbor.db", "manifes.json", "BACA.txt", "bukti/"
FORMAT = 1
SEKALI_BACA = 1 << 20
NOT_WHOLE = (
    *(zipfile.BadZipFile, zlib.error, sqlite3.Error, SalinanBerbeda),
    *(EOFError, KeyError, ValueError, TypeError, AttributeError),
)
"""What reading a file raises that is none of ours, or not all of it."""
PETUNJUK = """Cadangan seluruh dasbor: basis data (dasbor.db, SQLite), berkas bukti (bukti/), dan manifes.json
dengan hash SHA-256 setiap berkas serta hash isi setiap tabel.

Mengembalikannya: python3 run.py restore BERKAS-INI
"""


class ArsipRusak(Exception):
    """Not a whole backup of ours; the Indonesian sentence says what it is."""


@dataclass(frozen=True, slots=True)
class Manifes:
    """What a backup holds. `dibuat` is UTC; `bukti_hilang` were named by the database and not there, or not whole."""

    dibuat: str
    skema: str | None
    tabel: Mapping[str, SidikTabel]
    berkas: Mapping[str, str]
    bukti_hilang: tuple[str, ...] = ()

    @property
    def banyak_bukti(self) -> int:
        return sum(nama.startswith(BUKTI) for nama in self.berkas)


def tulis_arsip(engine: Engine, tujuan: Path) -> Manifes:
    """Write the backup while the database is in use, and prove it: it is opened again and its content compared.

    It appears under its name only when that was right. Raises ArsipRusak, SalinanBerbeda and OSError.
    """
    tujuan.parent.mkdir(mode=PRIVATE_FOLDER, parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as sementara, replacing(tujuan, PRIVATE) as berkas:
        manifes = _kemas(engine, Path(sementara), berkas)
        with buka_arsip(berkas):  # as a restore would
            pass
    return manifes


@contextmanager
def buka_arsip(arsip: Path) -> Iterator[tuple[Path, Manifes]]:
    """The backup unpacked into a private folder for as long as the block lasts, every hash in it compared.

    Raises ArsipRusak.
    """
    with tempfile.TemporaryDirectory() as sementara:
        folder = Path(sementara)
        try:
            manifes = _bongkar(arsip, folder)
            _periksa_basis(folder / BASIS, manifes)
        except NOT_WHOLE as error:
            raise ArsipRusak(
                f"{arsip} bukan cadangan yang utuh ({error}). Pakai cadangan lain; tidak ada yang diubah."
            ) from error
        yield folder, manifes


def _kemas(engine: Engine, folder: Path, berkas: Path) -> Manifes:
    basis = folder / BASIS
    dibuat = datetime.now(UTC).isoformat(timespec="seconds")
    tabel = ambil_potret(engine, basis)
    with zipfile.ZipFile(berkas, "w", zipfile.ZIP_DEFLATED) as arsip:
        isi, hilang = {BASIS: _hash(basis)}, []
        arsip.write(basis, BASIS)
        for nama in _nama_bukti(basis):
            bukti = folder_bukti(engine) / nama
            if bukti.is_file() and _hash(bukti) == nama.partition(".")[0]:
                arsip.write(bukti, f"{BUKTI}{nama}")
                isi[f"{BUKTI}{nama}"] = nama.partition(".")[0]
            else:
                hilang.append(nama)
        manifes = Manifes(dibuat, _skema(basis), tabel, isi, tuple(hilang))
        arsip.writestr(BACA, PETUNJUK)
        arsip.writestr(MANIFES, json.dumps({"format": FORMAT, **asdict(manifes)}, indent=1))
    return manifes


def _nama_bukti(basis: Path) -> list[str]:
    """The evidence files that the copied state names; a database of an early schema has none."""
    with closing(sqlite3.connect(basis)) as satu:
        ada = satu.execute("SELECT 1 FROM sqlite_schema WHERE name = 'berkas_bukti'").fetchone()
        tanya = "SELECT DISTINCT sha256 || '.' || akhiran FROM berkas_bukti ORDER BY 1"
        return [nama for (nama,) in satu.execute(tanya)] if ada else []


def _skema(basis: Path) -> str | None:
    with closing(sqlite3.connect(basis)) as satu:
        baris = satu.execute(f"SELECT version_num FROM {VERSION_TABLE}").fetchone()
    return baris and str(baris[0])


def _bongkar(arsip: Path, folder: Path) -> Manifes:
    with zipfile.ZipFile(arsip) as isi:
        manifes = _baca_manifes(json.loads(isi.read(MANIFES)))
        (folder / BUKTI).mkdir()
        for nama, sidik in manifes.berkas.items():
            if nama != BASIS and (not nama.startswith(BUKTI) or "/" in nama.removeprefix(BUKTI) or "\\" in nama):
                raise ValueError(f"nama berkas {nama!r}")
            with isi.open(nama) as sumber, (folder / nama).open("wb") as salinan:
                while bagian := sumber.read(SEKALI_BACA):
                    salinan.write(bagian)
            if _hash(folder / nama) != sidik:
                raise ValueError(f"hash {nama} lain dari manifes")
    return manifes


def _baca_manifes(isi: dict[str, object]) -> Manifes:
    if isi.pop("format") != FORMAT:
        raise ValueError("format yang tidak dikenal, mungkin dari versi yang lebih baru")
    manifes = Manifes(**isi)  # type: ignore[arg-type]
    tabel = {nama: SidikTabel(**satu) for nama, satu in manifes.tabel.items()}  # type: ignore[arg-type]
    return Manifes(manifes.dibuat, manifes.skema, tabel, manifes.berkas, tuple(manifes.bukti_hilang))


def _periksa_basis(basis: Path, manifes: Manifes) -> None:
    """The restored database is whole and holds what was said to be copied."""
    with closing(sqlite3.connect(basis)) as satu:
        if satu.execute("PRAGMA quick_check(1)").fetchone() != ("ok",):
            raise ValueError("basis data di dalamnya rusak")
    engine = open_copy(basis)
    try:
        with engine.connect() as connection:
            pastikan_sama(dict(manifes.tabel), sidik_isi(connection))
    finally:
        close_copy(engine, basis)


def _hash(berkas: Path) -> str:
    with berkas.open("rb") as isi:
        return hashlib.file_digest(isi, "sha256").hexdigest()
