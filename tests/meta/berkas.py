"""The repository's own files, as the meta tests see them."""

import ast
import subprocess
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
TEXT = {".py", ".md", ".toml", ".txt", ".csv", ".json", ".ini", ".mako", ".css", ".js", ".html", ".svg", ".yml", ""}
NOT_OURS = {".git", ".venv", "__pycache__"}
NOT_OURS_ABOVE = {"data", "potret"}


def _from_git() -> list[Path]:
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, check=True).stdout.decode()
    return [ROOT / name for name in listed.split("\0") if name]


def _from_folder() -> list[Path]:
    return [path for path in ROOT.rglob("*") if _is_ours(path.relative_to(ROOT).parts)]


def _is_ours(parts: tuple[str, ...]) -> bool:
    return parts[0] not in NOT_OURS_ABOVE and not any(part in NOT_OURS or part.endswith("_cache") for part in parts)


@cache
def own_files() -> tuple[Path, ...]:
    """Every file that is, or would be, committed: git's answer, or the folder's where git has none."""
    try:
        found = _from_git()
    except (OSError, subprocess.CalledProcessError):
        found = _from_folder()
    return tuple(sorted(path for path in found if path.is_file()))


def text_files() -> list[Path]:
    return [path for path in own_files() if path.suffix in TEXT]


def python_files(*folders: str) -> list[Path]:
    """Python files under the given top-level folders, or all of them."""
    return [
        path
        for path in own_files()
        if path.suffix == ".py" and (not folders or path.relative_to(ROOT).parts[0] in folders)
    ]


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@cache
def tree(path: Path) -> ast.Module:
    """The file as its syntax tree, read once for all the tests that look at it."""
    return ast.parse(path.read_text(encoding="utf-8"))
