"""Files on their way: private while they are unfinished, whole when they appear, cleared away after a crash.

A file or folder being worked on is locked by the process that works on it. The lock ends with the process, so whatever
is found unlocked was left by a crash.
"""

import os
import shutil
import stat
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

UNFINISHED = ".tulis-"
FOLDER, FOLDER_LOCK = "dasbor-", "dipakai"
PRIVATE, PRIVATE_FOLDER = 0o600, 0o700
UMASK = os.umask(0)
os.umask(UMASK)
ON_WINDOWS_SECONDS = 24 * 60 * 60
"""There a locked file cannot be written: an unfinished one counts as left behind when it is that old."""


@contextmanager
def private_temporary_files() -> Iterator[None]:
    """Everything this process writes temporarily lies in a folder of its own, which ends with it.

    What earlier processes left behind is removed first.
    """
    before, root = tempfile.tempdir, Path(tempfile.gettempdir())
    remove_leftovers(root)
    new = Path(tempfile.mkdtemp(prefix=f"baru-{FOLDER}", dir=root))
    lock = _locked(new / FOLDER_LOCK)
    folder = root / new.name.removeprefix("baru-")
    if lock is None or sys.platform == "win32":  # there a folder with an open file cannot be renamed
        folder = new
    else:
        new.rename(folder)  # only now does it have a name that others look at
    tempfile.tempdir = str(folder)
    try:
        yield
    finally:
        tempfile.tempdir = before
        if lock is not None:
            os.close(lock)
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def replacing(tujuan: Path, mode: int | None = None) -> Iterator[Path]:
    """A private file beside the target that takes its place when all of it is written and on the disk.

    It then has that mode; without one, that of the file it replaces, else the one a new file has here.
    """
    remove_leftovers(tujuan.parent)
    handle, nama = tempfile.mkstemp(dir=tujuan.parent, prefix=UNFINISHED, suffix=tujuan.suffix)
    sementara = Path(nama)
    try:
        if sys.platform != "win32":
            fcntl.flock(handle, fcntl.LOCK_EX)
        else:
            os.close(handle)
        yield sementara
        with sementara.open("r+b") as isi:
            os.fsync(isi.fileno())
        sementara.chmod(mode if mode is not None else _usual_mode(tujuan))
        sementara.replace(tujuan)
    finally:
        if sys.platform != "win32":
            os.close(handle)
        sementara.unlink(missing_ok=True)


def write_private(tujuan: Path, isi: bytes) -> None:
    """The content whole or not at all, for this user only."""
    tujuan.parent.mkdir(mode=PRIVATE_FOLDER, parents=True, exist_ok=True)
    with replacing(tujuan, PRIVATE) as sementara:
        sementara.write_bytes(isi)


def make_private(berkas: Path) -> None:
    """Take from others what they may do with a file or folder of ours; nothing where there is none, or not ours."""
    with suppress(OSError):  # another process may just have removed it, or another user may own it
        mode = stat.S_IMODE(berkas.stat().st_mode)
        if mode & 0o077:
            berkas.chmod(mode & PRIVATE_FOLDER)


def remove_leftovers(folder: Path) -> None:
    """Remove what a crash left in that folder: unfinished files, and folders of temporary files."""
    with suppress(OSError):
        berkas = [satu for satu in folder.glob(f"{UNFINISHED}*") if satu.is_file()]
        sementara = [*folder.glob(f"{FOLDER}*"), *folder.glob(f"baru-{FOLDER}*")]
        for satu in [*berkas, *(satu for satu in sementara if satu.is_dir())]:  # a file of that name is somebody's
            with suppress(OSError):
                _remove_unlocked(satu)


def _remove_unlocked(satu: Path) -> None:
    if satu.is_symlink():
        return
    if satu.is_file() and sys.platform == "win32" and time.time() - satu.stat().st_mtime < ON_WINDOWS_SECONDS:
        return
    gembok = satu / FOLDER_LOCK if satu.is_dir() else satu
    lock = _locked(gembok) if gembok.is_file() else None
    if lock is None:
        return
    os.close(lock)
    if satu.is_dir():
        shutil.rmtree(satu, ignore_errors=True)
    else:
        satu.unlink()


def _locked(berkas: Path) -> int | None:
    """The handle that holds the lock on that file until it is closed; None where another process holds it."""
    handle = os.open(berkas, os.O_RDWR | os.O_CREAT, PRIVATE)
    try:
        if sys.platform == "win32":
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        else:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        os.close(handle)
        return None
    return handle


def _usual_mode(tujuan: Path) -> int:
    return stat.S_IMODE(tujuan.stat().st_mode) if tujuan.exists() else 0o666 & ~UMASK
