"""What is wrong with a database, in one Indonesian sentence each: where it is, what it is, and what to do."""

import sqlite3
import time
from contextlib import closing
from pathlib import Path

from sqlalchemy.engine import URL, ExceptionContext
from sqlalchemy.exc import DBAPIError, OperationalError, SQLAlchemyError

VERSION_TABLE = "alembic_version"
SIGNATURE = b"SQLite format 3\0"
HEADER_BYTES = 100
CHANGED, VOUCHED = 24, 92
"""Where the header keeps its change counter, and the counter its size was written at."""
DAMAGED = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}
BUSY = frozenset({sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED})
LOCK_NOT_AVAILABLE = "55P03"
"""PostgreSQL, appendix "Error Codes": the wait for a lock ended."""
SERVER_SENTENCES: tuple[tuple[tuple[tuple[str, ...], ...], str], ...] = (
    (
        (("password",), ("authentication",), ("role", "does not exist")),
        "PostgreSQL di {server} menolak pengguna atau kata sandinya. Periksa DATABASE_URL.",
    ),
    (
        (("does not exist", "database"),),
        'Basis data "{nama}" belum ada di {server}. Buat dahulu (createdb {nama}), atau periksa DATABASE_URL.',
    ),
    (
        (("no space left",), ("disk full",)),
        "Disk server PostgreSQL {server} penuh. Kosongkan ruang di sana, lalu ulangi.",
    ),
    (
        (("read-only",), ("permission denied",)),
        'Basis data "{nama}" di {server} hanya boleh dibaca. Minta hak tulis kepada pengelolanya.',
    ),
    (
        (("too many",), ("starting up",), ("shutting down",)),
        "PostgreSQL di {server} sedang tidak menerima sambungan. Tunggu sebentar, lalu ulangi.",
    ),
    ((("lock", "timeout"),), 'Basis data "{nama}" sedang ditulis program lain. Tunggu sampai selesai, lalu ulangi.'),
    (
        (("statement timeout",),),
        "PostgreSQL di {server} terlalu sibuk: jawabannya tidak selesai pada waktunya. Tunggu sebentar, lalu ulangi.",
    ),
    (
        (("terminating connection",), ("connection is lost",), ("consuming input failed",)),
        "Sambungan ke PostgreSQL di {server} terputus. Yang belum selesai tidak disimpan; ulangi.",
    ),
    (
        (("refused",), ("could not connect",), ("connection failed",), ("timeout",), ("resolve",), ("closed",)),
        "PostgreSQL di {server} tidak menjawab. Nyalakan servernya, atau periksa DATABASE_URL.",
    ),
)
"""By what the server or the line to it said, the first that holds. Known by words that stand together, in any way."""

BIRTH_SECONDS = 1.0
"""How long another start may need between making the file and writing its first page.

SQLite's own busy_timeout does not wait for it: a reader of a file of 0 bytes is told at once that it is an empty
database, also while a writer holds its lock, and a copy that broke off would pass for one.
"""
CONTOH_ALAMAT = "sqlite:///data/dasbor.db atau postgresql://pengguna@127.0.0.1/dasbor"
CADANGAN = (
    "Kembalikan berkas itu dari cadangan; bila memang ingin mulai dari awal, pindahkan dahulu berkas itu ke tempat lain"
)


class DatabaseUnusable(ValueError):
    """The database is not touched; the Indonesian sentence says what it is and what to do."""


class DatabaseDamaged(DatabaseUnusable):
    """The file is no whole database any more; what it held comes from a backup."""


class DatabaseNewer(DatabaseUnusable):
    """Whole, but of a newer version of this program."""


def check_file(berkas: Path, tunggu_ms: int, *, semua: bool = False) -> None:
    """Raises DatabaseUnusable for a file that is there and is no whole database of ours; never writes.

    A file that is not there is a database not yet made. `semua` looks at every page.
    """
    if not berkas.exists():
        return
    _check_head(berkas)
    try:
        with closing(
            sqlite3.connect(f"{berkas.absolute().as_uri()}?mode=ro", timeout=tunggu_ms / 1000, uri=True)
        ) as db:
            tabel = {nama for (nama,) in db.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")}
            utuh = not semua or db.execute("PRAGMA quick_check(1)").fetchone() == ("ok",)
    except sqlite3.Error as error:
        kode = getattr(error, "sqlite_errorcode", None)
        rusak = kode is not None and kode & 0xFF in DAMAGED
        jenis = DatabaseDamaged if rusak else DatabaseUnusable
        raise jenis(_explain_sqlite(kode, str(error), berkas)) from error
    if not utuh:
        raise DatabaseDamaged(_explain_sqlite(sqlite3.SQLITE_CORRUPT, "", berkas))
    if tabel and VERSION_TABLE not in tabel:
        contoh = ", ".join(sorted(tabel)[:3])
        raise DatabaseUnusable(
            f"{berkas} adalah basis data milik program lain (tabel {contoh}). Pilih DATABASE_URL yang lain."
        )


def _check_head(berkas: Path) -> None:
    """What can be seen without opening it as a database."""
    lahir = time.monotonic() + BIRTH_SECONDS
    try:
        while berkas.is_file() and not berkas.stat().st_size and time.monotonic() < lahir:
            time.sleep(0.05)
        if not berkas.is_file():
            raise DatabaseUnusable(f"{berkas} bukan berkas basis data. Pindahkan, atau pilih DATABASE_URL yang lain.")
        ukuran = berkas.stat().st_size
        with berkas.open("rb") as isi:
            kepala = isi.read(HEADER_BYTES)
    except OSError as error:
        raise DatabaseUnusable(f"{berkas} tidak dapat dibaca. Periksa hak akses berkas dan foldernya.") from error
    if not ukuran:
        raise DatabaseDamaged(f"{berkas} kosong (0 bita), mungkin salinannya terputus. {CADANGAN}.")
    if not kepala.startswith(SIGNATURE):
        raise DatabaseDamaged(f"{berkas} bukan basis data SQLite; isinya tertimpa atau berkas lain. {CADANGAN}.")
    if ukuran < _stated_bytes(kepala) and not _has_journal(berkas):
        raise DatabaseDamaged(f"{berkas} terpotong: isinya kurang dari yang dicatatnya sendiri. {CADANGAN}.")


def _stated_bytes(kepala: bytes) -> int:
    """The size the header states, where it vouches for it (https://sqlite.org/fileformat2.html, 1.3.7)."""
    if len(kepala) < HEADER_BYTES:
        return HEADER_BYTES
    if kepala[CHANGED:][:4] != kepala[VOUCHED:][:4]:
        return 0
    halaman = int.from_bytes(kepala[16:18], "big")
    return (65536 if halaman == 1 else halaman) * int.from_bytes(kepala[28:32], "big")


def _has_journal(berkas: Path) -> bool:
    """Whether pages may still lie in a journal beside it, after a crash."""
    beside = (berkas.with_name(berkas.name + akhiran) for akhiran in ("-wal", "-journal"))
    return any(satu.exists() and satu.stat().st_size for satu in beside)


def explain(error: SQLAlchemyError, alamat: URL) -> str:
    """Why the database did not answer, by what it said itself. Never holds a password."""
    kata = str(error.orig) if isinstance(error, DBAPIError) else str(error)
    if alamat.get_backend_name() == "sqlite":
        kode = getattr(error.orig, "sqlite_errorcode", None) if isinstance(error, DBAPIError) else None
        return _explain_sqlite(kode, kata, alamat.database or "")
    return _explain_server(kata.casefold(), alamat)


def _explain_sqlite(kode: int | None, kata: str, berkas: Path | str) -> str:
    kalimat = {
        sqlite3.SQLITE_FULL: f"Disk penuh: {berkas} tidak dapat ditulis. Kosongkan ruang pada disk itu, lalu ulangi.",
        sqlite3.SQLITE_READONLY: f"{berkas} atau foldernya hanya boleh dibaca. Beri hak tulis pada keduanya.",
        sqlite3.SQLITE_CANTOPEN: f"{berkas} tidak dapat dibuka atau dibuat. Periksa hak tulis pada foldernya.",
        sqlite3.SQLITE_PERM: f"{berkas} tidak boleh dibuka. Periksa hak akses berkas dan foldernya.",
        sqlite3.SQLITE_BUSY: f"{berkas} sedang ditulis program lain. Tunggu sampai selesai, lalu ulangi.",
        sqlite3.SQLITE_LOCKED: f"{berkas} sedang ditulis program lain. Tunggu sampai selesai, lalu ulangi.",
        sqlite3.SQLITE_NOTADB: f"{berkas} bukan basis data SQLite; isinya tertimpa atau berkas lain. {CADANGAN}.",
        sqlite3.SQLITE_CORRUPT: f"{berkas} rusak: sebagian isinya hilang atau tertimpa. {CADANGAN}.",
        sqlite3.SQLITE_IOERR: f"Disk tempat {berkas} gagal dibaca atau ditulis. Periksa disk itu, lalu ulangi.",
    }.get(kode & 0xFF if kode is not None else 0)
    return kalimat or f"Basis data {berkas} tidak dapat dipakai ({_ringkas(kata)}). Periksa DATABASE_URL."


def _explain_server(kata: str, alamat: URL) -> str:
    server, nama = f"{alamat.host or 'localhost'}:{alamat.port or 5432}", alamat.database or ""
    for tanda, kalimat in SERVER_SENTENCES:
        if any(all(satu in kata for satu in cara) for cara in tanda):
            return kalimat.format(server=server, nama=nama)
    return f'Basis data "{nama}" di {server} menolak perintah ({_ringkas(kata)}). Periksa DATABASE_URL.'


def _ringkas(kata: str) -> str:
    return kata.strip().split("\n")[0]


class DatabaseBusy(OperationalError):
    """The wait for another writer ended before it did: nothing was written, and the same may be tried again."""


def tell_busy(context: ExceptionContext) -> None:
    """For SQLAlchemy's event "handle_error", whose handler may raise what stands in place of the error."""
    asal = context.original_exception
    kode = getattr(asal, "sqlite_errorcode", None)
    if (kode is not None and kode & 0xFF in BUSY) or getattr(asal, "sqlstate", None) == LOCK_NOT_AVAILABLE:
        raise DatabaseBusy(context.statement, context.parameters, asal) from asal
