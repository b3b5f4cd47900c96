"""The four sample agencies in one database file, migrated and imported once for all workers and runs.

The file stands in pytest's folder of temporary things, named after the content of everything that makes it: the sheets,
the schema, and the code of the import. Whoever comes first builds it, the others wait; nobody opens it, each takes a
copy.
"""

import getpass
import hashlib
import os
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from filecmp import cmp
from functools import cache
from pathlib import Path
from time import time

from sqlalchemy import Engine

from dashboard.services.data.contoh import isi_contoh
from data_access.engine import make_engine
from data_access.migrate import migrate

ROOT = Path(__file__).resolve().parents[1]
MADE_FROM = ("sample_data", "data_access", "dashboard/domain", "dashboard/services")
SUFFIXES = (".py", ".csv")
LONGEST_BUILD_SECONDS = 180
KEPT_SECONDS = 60 * 60
_own_folder = tempfile.TemporaryDirectory(prefix="contoh-", ignore_cleanup_errors=True)


@cache
def sample_database() -> Path:
    """The file to copy from. Raises AssertionError with the problems when an agency is refused."""
    shelf = _shelf()
    finished = shelf / f"contoh-{_fingerprint()}.db"
    with _one_builder(shelf / "contoh.lock"):
        if not finished.exists():
            _remove_old(shelf)
            _build(finished)
    os.utime(finished)
    return finished


def copy_sample_database(target: Path) -> str:
    """A database of the caller's own with the sample agencies at this path; returns its address."""
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(sample_database(), target)
    return f"sqlite:///{target.as_posix()}"


def is_untouched(url: str) -> bool:
    """Whether nobody wrote into this copy: byte for byte what it was copied from."""
    return cmp(url.removeprefix("sqlite:///"), sample_database(), shallow=False)


@cache
def sample_engine() -> Engine:
    """The sample agencies to read, one copy for each process."""
    return make_engine(copy_sample_database(Path(_own_folder.name) / "contoh.db"))


def _shelf() -> Path:
    """pytest's own folder of temporary things: only this user's, and not one test run's."""
    root = Path(os.environ.get("PYTEST_DEBUG_TEMPROOT") or tempfile.gettempdir())
    shelf = root.resolve() / f"pytest-of-{getpass.getuser()}"
    shelf.mkdir(mode=0o700, parents=True, exist_ok=True)
    return shelf


def _fingerprint() -> str:
    digest = hashlib.sha256((ROOT / "requirements.txt").read_bytes())
    for folder in MADE_FROM:
        for path in sorted((ROOT / folder).rglob("*")):
            if path.suffix in SUFFIXES:
                digest.update(path.relative_to(ROOT).as_posix().encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()[:20]


@contextmanager
def _one_builder(lock: Path) -> Iterator[None]:
    """SQLite's lock on a file of its own: the same on every system, and it ends with the process that holds it."""
    with closing(sqlite3.connect(lock, timeout=LONGEST_BUILD_SECONDS, isolation_level=None)) as holder:
        holder.execute("BEGIN EXCLUSIVE")
        yield


def _remove_old(shelf: Path) -> None:
    for old in shelf.glob("contoh-*.db"):
        if old.stat().st_mtime < time() - KEPT_SECONDS:
            old.unlink()


def _build(finished: Path) -> None:
    with tempfile.TemporaryDirectory(dir=finished.parent, ignore_cleanup_errors=True) as folder:
        draft = Path(folder) / "contoh.db"
        engine = make_engine(f"sqlite:///{draft.as_posix()}")
        migrate(engine)
        for laporan in isi_contoh(engine):
            assert laporan.diambil, [str(satu) for satu in laporan.masalah]
        engine.dispose()
        os.replace(draft, finished)
