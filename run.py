"""One command for everything: `python3 run.py` makes what is missing and opens the dashboard.

Standard library only, Linux, macOS and Windows. It must parse under any Python 3.6 or later, so that a machine whose
Python is too old gets a sentence instead of a traceback (tests/unit/test_run.py checks this).
"""

import argparse
import contextlib
import hashlib
import os
import shutil
import signal
import socket
import subprocess
import sys
import typing
from pathlib import Path

if sys.version_info < (3, 11):  # noqa: UP036 - the reason this file exists for an old Python
    sys.exit(
        "Dasbor ini membutuhkan Python 3.11 atau yang lebih baru, sedangkan ini Python {}.{}. "
        "Pasang Python terbaru dari python.org, lalu jalankan lagi dengan Python itu.".format(*sys.version_info[:2])
    )

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
HOST = "127.0.0.1"
PORT = 8501

PASSED_ON = {
    *("import", "export", "workbook", "rebuild", "hapus", "docs", "user"),
    *("backup", "restore", "pindah", "diagnosa"),
}

USAGE = """Pemakaian: python3 run.py [perintah] [pilihan]

Tanpa perintah: menyiapkan semua yang belum ada, lalu membuka dasbor di http://127.0.0.1:8501
  --port N        memakai port lain
  --no-browser    tidak membuka peramban

Perintah:
  instansi --nama NAMA[,NAMA] [--alamat IP] [--port N]
                  melayani komputer lain pada jaringan; setiap orang masuk dengan akun
  user            akun dan penugasan: user list, user add, user serah, user sandi, ...
  test [--cepat]  menjalankan semua pemeriksaan dan pengujian; dengan --cepat kurang dari satu menit,
                  tanpa pengujian basis data, halaman dan peramban
  bench           mengukur kecepatan dan mencetak perbandingannya
  import PATH [--dry-run] [--instansi KODE] [--izinkan-kosong]
                  mengambil alih buku kerja (.xlsx atau folder .csv)
  export --instansi KODE --tahun 2024 [--periode TW1|TW2|TW3|TW4|TAHUN] KELUAR.json|KELUAR.xlsx
                  menulis apa yang ditampilkan layar
  workbook --instansi KODE KELUAR.xlsx|FOLDER
                  menulis kembali buku kerja satu instansi
  rebuild [--instansi KODE]
                  menghitung ulang nilai SKP dan membuktikan kesamaannya
  hapus --instansi KODE [--ketik KODE]
                  menghapus satu instansi, sesudah menulis cadangannya
  backup [TUJUAN] [--sandi]
                  mencadangkan basis data dan berkas bukti ke satu berkas, selagi dipakai
  restore [BERKAS]
                  mengembalikan cadangan itu, atau yang terbaru; yang ada dicadangkan dahulu
  pindah SUMBER TUJUAN
                  memindahkan semua ke basis data yang kosong: SQLite ke PostgreSQL, atau sebaliknya
  diagnosa [BERKAS.json]
                  memeriksa semuanya, dan menulis berkas tanpa data pribadi untuk yang membantu
  docs            menulis ulang dokumen yang dibuat dari program
"""


class Failure(Exception):
    """Something the user can mend; the text says how."""

    def __init__(self, message: str, status: int = 1) -> None:
        super().__init__(message)
        self.status = status


class Parser(argparse.ArgumentParser):
    """Answers a wrong option with the usage in Indonesian instead of argparse's English."""

    def error(self, message: str) -> "typing.NoReturn":
        raise Failure(f"Pilihan tidak dikenal atau tidak lengkap.\n\n{USAGE}", 2)


# --- the environment -------------------------------------------------------------------------------------------------


def environment() -> "dict[str, str]":
    """The variables of every child: the repository importable from any working directory, text in UTF-8."""
    return {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1", "PIP_DISABLE_PIP_VERSION_CHECK": "1"}


def in_venv(*args: str, cwd: Path = ROOT) -> int:
    """Run the virtual environment's Python and return its exit status. -P keeps the working directory off sys.path."""
    return subprocess.call([str(PYTHON), "-P", *args], cwd=str(cwd), env=environment())


def venv_is_sound() -> bool:
    """Whether .venv holds a working Python of its own, new enough, with pip, and no interrupted installation."""
    if not PYTHON.exists() or (VENV / "installing").exists():
        return False
    probe = (
        "import importlib.util, os, sys; "
        "sys.exit(not (os.path.samefile(sys.prefix, sys.argv[1]) and sys.version_info >= (3, 11) "
        "and importlib.util.find_spec('pip')))"
    )
    try:
        return subprocess.call([str(PYTHON), "-c", probe, str(VENV)], stderr=subprocess.DEVNULL) == 0
    except OSError:
        return False


def make_venv() -> None:
    print("Menyiapkan lingkungan Python di .venv ...", flush=True)
    try:
        if VENV.exists():
            shutil.rmtree(VENV)
        VENV.mkdir()
    except OSError as problem:
        raise Failure(f"Folder .venv tidak dapat dibuat; hentikan dasbor yang berjalan. ({problem})") from None
    (VENV / "installing").touch()  # taken away when the packages are in: whatever is interrupted before is rebuilt
    command = [sys.executable, "-m", "venv", str(VENV)]
    if subprocess.call(command) == 0:
        return
    if shutil.which("apt-get") and hasattr(os, "geteuid") and os.geteuid() == 0:
        apt_install("python3-venv")
        if subprocess.call(command) == 0:
            return
    shutil.rmtree(VENV, ignore_errors=True)
    raise Failure("Lingkungan .venv gagal dibuat. Di Debian/Ubuntu: apt install python3-venv, lalu jalankan lagi.")


def apt_install(package: str) -> bool:
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    commands = (["apt-get", "update"], ["apt-get", "install", "-y", package])
    return all(subprocess.call(command, env=quiet, stdout=subprocess.DEVNULL) == 0 for command in commands)


def fingerprint(*requirements: str) -> str:
    return hashlib.sha256(b"\0".join((ROOT / name).read_bytes() for name in requirements)).hexdigest()


@contextlib.contextmanager
def one_at_a_time() -> "typing.Iterator[None]":
    """Hold .venv.lock, which ends with the process: a second run waits instead of building over the first."""
    with open(ROOT / ".venv.lock", "w") as handle:
        if sys.platform == "win32":
            import msvcrt

            locked = False
            while not locked:
                with contextlib.suppress(OSError):  # LK_LOCK gives up after ten seconds
                    msvcrt.locking(handle.fileno(), msvcrt.LK_LOCK, 1)
                    locked = True
        else:
            import fcntl

            fcntl.flock(handle, fcntl.LOCK_EX)
        yield


def ensure_venv(*, dev: bool = False) -> None:
    """Make or mend .venv and install the pinned packages, again only when the requirements changed."""
    with one_at_a_time():
        install(dev)


def install(dev: bool) -> None:
    if not venv_is_sound():
        make_venv()
    marks = {"installed-runtime": fingerprint("requirements.txt")}
    if dev:
        marks["installed-dev"] = fingerprint("requirements.txt", "requirements-dev.txt")
    if all((VENV / name).exists() and (VENV / name).read_text() == mark for name, mark in marks.items()):
        return
    print("Memasang paket yang dibutuhkan (sekali saja, beberapa menit) ...", flush=True)
    (VENV / "installing").touch()
    if in_venv("-m", "pip", "install", "-q", "-r", "requirements-dev.txt" if dev else "requirements.txt"):
        raise Failure("Pemasangan paket gagal. Periksa sambungan internet, lalu jalankan perintah yang sama lagi.")
    for name, mark in marks.items():
        (VENV / name).write_text(mark)
    (VENV / "installing").unlink()


# --- the dashboard ---------------------------------------------------------------------------------------------------


def port_is_free(port: int) -> bool:
    with socket.socket() as probe:
        if os.name != "nt":  # there it would let two programs share the port
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError:
            return False
    return True


def interrupt(signum: int, frame: object) -> None:
    raise KeyboardInterrupt


def serve(args: "list[str]", *, accounts: bool = False) -> int:
    parser = Parser(add_help=False)
    parser.add_argument("--port", type=int, default=PORT)
    parser.add_argument("--no-browser", action="store_true")
    if accounts:
        parser.add_argument("--nama", required=True)
        parser.add_argument("--alamat", default="0.0.0.0")
    options = parser.parse_args(args)
    host = options.alamat if accounts else HOST
    if not 1 <= options.port <= 65535:
        raise Failure("Nomor port harus antara 1 dan 65535.", 2)
    if not port_is_free(options.port):
        raise Failure(
            f"Port {options.port} sedang dipakai program lain (mungkin dasbor ini sudah berjalan). "
            f"Hentikan program itu, atau pilih port lain: python3 run.py --port {options.port % 65535 + 1}",
            2,
        )
    ensure_venv()
    if accounts:
        os.environ.update({"DASBOR_MODE": "instansi", "DASBOR_NAMA": options.nama})
    status = in_venv("-m", "dashboard.cli", "siapkan")
    if status:
        return status
    command = [str(PYTHON), "-m", "uvicorn", "dashboard.asgi:app", "--host", host, "--port", str(options.port)]
    command += ["--log-level", "warning", "--timeout-graceful-shutdown", "3"]
    for ending in (signal.SIGINT, signal.SIGTERM):  # a shell starts a background job deaf to SIGINT
        signal.signal(ending, interrupt)
    url = f"http://{HOST}:{options.port}"
    from dashboard.serving.keeper import keep_serving  # the standard library only, as this file

    if accounts:
        first = options.nama.split(",")[0].strip()
        print(f"Alamat untuk komputer lain: http://{first}:{options.port}")
        print(
            "Tanpa TLS, sandi terbaca di jaringan: pakai hanya pada jaringan kantor yang dipercaya, atau di balik TLS."
        )
    seen = not accounts and not options.no_browser and not os.environ.get("CI")
    return keep_serving(command, ROOT, environment(), url, seen)


# --- the commands ----------------------------------------------------------------------------------------------------


def test(args: "list[str]") -> int:
    ensure_venv(dev=True)
    return in_venv("-m", "tests.pemeriksaan", *args)


def bench(args: "list[str]") -> int:
    ensure_venv(dev=True)
    return in_venv("-m", "pytest", "tests/bench", "-m", "bench", "-s", "-q", *args)


def main(argv: "list[str]") -> int:
    if any(word in ("-h", "--help") for word in argv[:1]):
        print(USAGE)
        return 0
    if not argv or argv[0].startswith("-"):
        return serve(argv)
    command, args = argv[0], argv[1:]
    if command == "test":
        return test(args)
    if command == "bench":
        return bench(args)
    if command == "instansi":
        return serve(args, accounts=True)
    if command in (
        "import",
        "export",
        "workbook",
        "rebuild",
        "hapus",
        "backup",
        "restore",
        "pindah",
        "diagnosa",
        "docs",
        "user",
    ):
        ensure_venv()
        return in_venv("-m", "dashboard.cli", command, *args, cwd=Path.cwd())
    raise Failure(f"Perintah tidak dikenal: {command}\n\n{USAGE}", 2)


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except Failure as failure:
        print(failure, file=sys.stderr)
        sys.exit(failure.status)
    except KeyboardInterrupt:
        print("\nDihentikan.", file=sys.stderr)
        sys.exit(130)
