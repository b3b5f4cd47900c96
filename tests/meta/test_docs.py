"""What the documents point at is there, and each decision says its day and what was refused."""

import re

import pytest

from tests.meta.berkas import ROOT, name, own_files

DECISIONS = ROOT / "docs" / "keputusan"
LINK = re.compile(r"\]\((?!https?:)([^)#]+)[^)]*\)")
OUR_PATH = re.compile(r"`((?:dashboard|data_access|pages|tests|docs|sample_data)/[\w/.-]*)`")
DOCUMENTS = [name(path) for path in own_files() if path.suffix == ".md"]


def decisions() -> list[str]:
    return [path.relative_to(DECISIONS).as_posix() for path in own_files() if DECISIONS in path.parent.parents]


@pytest.mark.parametrize("document", DOCUMENTS)
def test_a_document_points_only_at_what_is_there(document: str) -> None:
    path = ROOT / document
    text = path.read_text(encoding="utf-8")
    linked = {target: path.parent / target for target in LINK.findall(text)}
    named = {target: ROOT / target for target in OUR_PATH.findall(text)}
    assert [target for target, place in (linked | named).items() if not place.exists()] == []


def test_each_decision_says_its_day_its_place_and_what_was_refused() -> None:
    form = re.compile(r"# .+\n\nDecided on \d{4}-\d\d-\d\d\. It stands in [^§]+\n\n[^§]+\n\n\*\*Refused:\*\* [^§]+\.\n")
    assert decisions()
    assert [file for file in decisions() if not form.fullmatch((DECISIONS / file).read_text(encoding="utf-8"))] == []


def test_each_decision_is_in_the_list() -> None:
    listed = LINK.findall((DECISIONS / "README.md").read_text(encoding="utf-8"))
    assert sorted(listed) == sorted(decisions())
