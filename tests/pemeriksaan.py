"""Everything that must pass, in one run: ruff, mypy, the import contracts, pytest. Started by `python3 run.py test`.

All of them run and each is reported; pytest comes last so that its summary ends the output. `--cepat` runs the same
checks and the tests that need neither a database server nor a browser nor a page, and says what it left out.
"""

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from tests.lingkungan import ensure_browser, ensure_nginx, in_ci, postgres_answers

PYTHON = sys.executable
TESTS = Path(__file__).parent
IMPORT_CONTRACTS = "from importlinter.cli import lint_imports_command; lint_imports_command()"
CHECKS = {
    "ruff": [PYTHON, "-m", "ruff", "check", "."],
    "format": [PYTHON, "-m", "ruff", "format", "--check", "."],
    "mypy": [PYTHON, "-m", "mypy", "--no-error-summary"],
    "kontrak impor": [PYTHON, "-c", IMPORT_CONTRACTS, "--no-cache"],
}
PYTEST = [PYTHON, "-m", "pytest", "-q", "-n", "2"]
QUICK = "--cepat"
QUICK_FOLDERS = ("unit", "meta")
ON_DEMAND = "bench"
"""Never a part of the tests: `python3 run.py bench` measures."""


def check_machine() -> list[str]:
    """What is missing on this machine, as sentences; printed here, an error only under CI."""
    missing = []
    if ensure_browser() is None:
        missing.append("Tidak ada Chromium/Chrome dan pemasangannya gagal: pengujian di peramban tidak dapat berjalan.")
    if ensure_nginx() is None:
        missing.append("Tidak ada nginx dan pemasangannya gagal: pengujian beberapa proses tidak dapat berjalan.")
    if not postgres_answers():
        missing.append("PostgreSQL di 127.0.0.1:5432 tidak menjawab: pengujian pada PostgreSQL tidak dapat berjalan.")
    for sentence in missing:
        print(f"{'GAGAL' if in_ci() else 'DILEWATI'}: {sentence}", flush=True)
    return missing


def left_out() -> list[str]:
    """The folders of tests that `--cepat` does not run."""
    with_tests = {path.relative_to(TESTS).parts[0] for path in TESTS.rglob("test_*.py")}
    return sorted(with_tests - {*QUICK_FOLDERS, ON_DEMAND})


def run_checks() -> dict[str, bool]:
    """Two at a time, each reported in its turn with whatever it printed."""
    results = {}
    with ThreadPoolExecutor(max_workers=2) as pool:
        running = {name: pool.submit(_output, command) for name, command in CHECKS.items()}
        for name, check in running.items():
            status, said = check.result()
            print(f"\n== {name}\n{said}", end="", flush=True)
            results[name] = status == 0
    return results


def _output(command: list[str]) -> tuple[int, str]:
    finished = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", errors="replace", check=False)
    return finished.returncode, finished.stdout + finished.stderr


def main(args: list[str]) -> int:
    quick = QUICK in args
    pytest_args = [word for word in args if word != QUICK]
    missing = [] if quick else check_machine()
    results = {"mesin": not missing} if in_ci() and not quick else {}
    results |= run_checks()
    print("\n== " + " · ".join(f"{name} {'lulus' if passed else 'GAGAL'}" for name, passed in results.items()))
    print("== pytest", flush=True)
    # A browser is started once per file, and only tests that share nothing may change their worker.
    how = ["--dist", "worksteal", *(f"tests/{name}" for name in QUICK_FOLDERS)] if quick else ["--dist", "loadfile"]
    pytest_status = subprocess.call([*PYTEST, *how, *pytest_args])
    if quick:
        folders = ", ".join(f"tests/{name}" for name in left_out())
        print(f"== {QUICK}: tidak dijalankan {folders}. Jalankan `python3 run.py test` sebelum menyerahkan perubahan.")
    return 0 if all(results.values()) and pytest_status == 0 else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
