"""Every machine gets the same versions: all packages, also those that others need, are pinned exactly."""

import re
from importlib.metadata import PackageNotFoundError, distribution, version

import pytest

from tests.meta.berkas import ROOT

PIN = re.compile(r"(?P<name>[A-Za-z0-9._-]+)(\[[a-z,]+\])?==(?P<version>[0-9][0-9a-z.]*)( ; .+)?")
FILES = ("requirements.txt", "requirements-dev.txt")


def canonical(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def lines(file: str) -> list[str]:
    text = (ROOT / file).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#") and line != "-r requirements.txt"]


def pins(file: str) -> dict[str, str]:
    matches = [PIN.fullmatch(line) for line in lines(file)]
    return {canonical(match["name"]): match["version"] for match in matches if match}


@pytest.mark.parametrize("file", FILES)
def test_every_requirement_is_pinned_exactly_and_names_no_host(file: str) -> None:
    assert [line for line in lines(file) if not PIN.fullmatch(line)] == []


def test_no_package_is_pinned_twice() -> None:
    names = [canonical(line.split("==")[0].split("[")[0]) for file in FILES for line in lines(file)]
    assert sorted({name for name in names if names.count(name) > 1}) == []


@pytest.mark.parametrize("file", FILES)
def test_what_is_installed_is_what_is_pinned(file: str) -> None:
    different = {}
    for name, pinned in pins(file).items():
        try:
            installed = version(name)
        except PackageNotFoundError:
            continue  # for another operating system
        if installed != pinned:
            different[name] = (installed, pinned)
    assert different == {}


def test_what_the_packages_need_in_turn_is_pinned_too() -> None:
    pinned = {**pins("requirements.txt"), **pins("requirements-dev.txt")}
    missing = set()
    for name in pinned:
        try:
            needs = distribution(name).requires or []
        except PackageNotFoundError:
            continue
        for need in needs:
            match = re.match(r"[A-Za-z0-9._-]+", need)
            if match and ";" not in need and canonical(match.group()) not in pinned:
                missing.add(f"{name} needs {match.group()}")
    assert missing == set()
