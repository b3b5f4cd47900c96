"""Everything that must pass, in one run: ruff, mypy, the import contracts, pytest. Started by `python3 run.py test`.

All of them run and each is reported; pytest comes last so that its summary ends the output.
"""

import subprocess
import sys

from tests.lingkungan import ensure_browser, in_ci, postgres_answers

PYTHON = sys.executable
IMPORT_CONTRACTS = "from importlinter.cli import lint_imports_command; lint_imports_command()"
CHECKS = {
    "ruff": [PYTHON, "-m", "ruff", "check", "."],
    "format": [PYTHON, "-m", "ruff", "format", "--check", "."],
    "mypy": [PYTHON, "-m", "mypy", "--no-error-summary"],
    "kontrak impor": [PYTHON, "-c", IMPORT_CONTRACTS, "--no-cache"],
}
PYTEST = [PYTHON, "-m", "pytest", "-q", "-n", "2", "--dist", "loadfile"]


def check_machine() -> list[str]:
    """What is missing on this machine, as sentences; printed here, an error only under CI."""
    missing = []
    if ensure_browser() is None:
        missing.append("Tidak ada Chromium/Chrome dan pemasangannya gagal: pengujian di peramban tidak dapat berjalan.")
    if not postgres_answers():
        missing.append("PostgreSQL di 127.0.0.1:5432 tidak menjawab: pengujian pada PostgreSQL tidak dapat berjalan.")
    for sentence in missing:
        print(f"{'GAGAL' if in_ci() else 'DILEWATI'}: {sentence}", flush=True)
    return missing


def main(pytest_args: list[str]) -> int:
    results = {}
    missing = check_machine()
    if in_ci():
        results["mesin"] = not missing
    for name, command in CHECKS.items():
        print(f"\n== {name}", flush=True)
        results[name] = subprocess.call(command) == 0
    print("\n== " + " · ".join(f"{name} {'lulus' if passed else 'GAGAL'}" for name, passed in results.items()))
    print("== pytest", flush=True)
    pytest_status = subprocess.call([*PYTEST, *pytest_args])
    return 0 if all(results.values()) and pytest_status == 0 else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
