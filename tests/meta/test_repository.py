"""What may stand in this repository, and what may not."""

import ast
import re

import pytest

from tests.meta.berkas import ROOT, name, own_files, python_files, text_files, tree

TOP_LEVEL = {
    *(".ci", ".git-blame-ignore-revs", ".gitattributes", ".gitignore", ".pre-commit-config.yaml"),
    *("CHANGELOG.md", "CONTRIBUTING.md", "LICENSE", "README.md"),
    *("pyproject.toml", "requirements.txt", "requirements-dev.txt", "run.py"),
    *("dashboard", "data_access", "docs", "pages", "sample_data", "tests"),
}
LONGEST_FILE = 300

# Written in pieces, so that this file does not find itself.
FORBIDDEN = {
    "a path of one machine": r"/work" r"/|/ro" r"ot/|/ho" r"me/\w|[A-Z]:\\Us" r"ers",
    "a folder beside the repository": r"\.\./sha" r"red|\bshared/(design|reference|seeds)",
    "a package registry": r"pypi\." r"org|python" r"hosted|--(extra-)?index" r"-url|--find" r"-links",
    "HTML put in by hand": r"unsafe_allow" r"_html\s*=\s*True",
    "an argument Streamlit dropped": r"use_container" r"_width",
    "an unfinished thought": r"\b(TO" r"DO|FIX" r"ME|XX" r"X)\b",
    "an ignore without its reason": r"#\s*type:\s*ignore(?!\[)|#\s*no" r"qa(?!:)",
}
# Birth date, month of appointment, sex, serial number: what could be a person's. Generated ones fall outside of it.
NIP = re.compile(r"(?<!\d)(19|20)\d\d(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(19|20)\d\d(0[1-9]|1[0-2])[12]\d{3}(?!\d)")


def occurrences(pattern: re.Pattern[str]) -> list[str]:
    found = []
    for path in text_files():
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
            if match := pattern.search(line):
                found.append(f"{name(path)}:{number}: {match.group()}")
    return found


@pytest.mark.parametrize("what", FORBIDDEN)
def test_no_file_holds(what: str) -> None:
    assert occurrences(re.compile(FORBIDDEN[what])) == []


def test_no_file_holds_a_number_that_could_be_a_real_nip() -> None:
    assert occurrences(NIP) == []


def test_the_nip_pattern_would_find_one() -> None:
    assert NIP.search("19800101" + "200501" + "1" + "001")
    assert not NIP.search("00800101" + "200501" + "1" + "001")


def test_every_text_file_is_utf8_with_unix_line_ends() -> None:
    assert [name(path) for path in text_files() if b"\r" in path.read_bytes()] == []


def test_the_top_level_holds_only_what_was_agreed() -> None:
    found = {path.relative_to(ROOT).parts[0] for path in own_files()}
    assert found - TOP_LEVEL == set()


def test_no_python_file_is_longer_than_agreed() -> None:
    lengths = {name(path): len(path.read_text(encoding="utf-8").splitlines()) for path in python_files()}
    assert {path: length for path, length in lengths.items() if length > LONGEST_FILE} == {}


def _catches_everything(handler: ast.ExceptHandler) -> bool:
    caught = handler.type.elts if isinstance(handler.type, ast.Tuple) else [handler.type]
    return any(one is None or ast.unparse(one) in ("Exception", "BaseException") for one in caught)


def test_no_error_is_caught_without_being_named() -> None:
    blind = [
        f"{name(path)}:{node.lineno}"
        for path in python_files()
        for node in ast.walk(tree(path))
        if isinstance(node, ast.ExceptHandler) and _catches_everything(node)
    ]
    assert blind == []


def test_no_test_waits_by_sleeping() -> None:
    sleeping = re.compile(r"\btime\.sleep\(|from time import .*\bsleep\b")
    assert [name(path) for path in python_files("tests") if sleeping.search(path.read_text(encoding="utf-8"))] == []


def test_ci_runs_exactly_what_a_developer_runs() -> None:
    lines = (ROOT / ".ci" / "run").read_text(encoding="utf-8").splitlines()
    assert lines[-1] == "python3 run.py test"
    assert "export CI=true" in lines
    assert "set -euo pipefail" in lines


def test_the_day_is_the_agencys_and_asked_in_one_place() -> None:
    """A server in Greenwich has yesterday's date until seven in the morning: a post of today was none there."""
    asked = [
        f"{name(path)}:{node.lineno}"
        for path in python_files()
        if name(path).startswith(("dashboard/", "data_access/", "pages/"))
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and (node.func.attr == "today" or (node.func.attr == "date" and "now" in ast.dump(node.func.value)))
    ]
    assert [satu for satu in asked if not satu.startswith("dashboard/services/jam.py:")] == []
