"""A number that a rule sets stands in the rule's row and nowhere else: not in code, not in wording."""

import ast
import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from pathlib import Path

import pytest

from data_access.aturan import semua_baris
from tests.meta import berkas
from tests.meta.berkas import ROOT, name, own_files, python_files

TOO_COMMON = {Decimal(n) for n in (*range(13), 16, 100)}
"""Every program counts with these; they tell nothing about where they come from."""
OF_DRAWINGS = {Decimal(n) for n in ("24", "30", "40", "50", "60", "70", "80", "90", "110", "120", "130", "250", "400")}
"""Round numbers that are also sizes: where things are drawn they count only as words ("60 %"), not bare."""
FRACTIONS_OF_DRAWINGS = {Decimal(n) for n in ("0.1", "0.4", "0.5", "0.6", "0.7", "1.1", "1.2")}
DRAWN = ("dashboard/charts/", "dashboard/components/", "dashboard/exports/", "dashboard/templates.py", "pages/")
NUMBER = r"(?<![\w#.,/:{-])\d+(?:[.,]\d+)?(?![\w/:}-]|[.,]\d)"
IN_WORDS = re.compile(NUMBER)
PERCENT_IN_WORDS = re.compile(NUMBER + r"(?= ?(?:%|persen|poin)(?![;\"]))")
IN_TEMPLATE = re.compile(r"\{[{%#].*?[}%#]\}|<[^>]*>", re.S)

ALLOWED: dict[str, dict[str, str]] = {
    "dashboard/charts/skp_kelas.py": {"50": "the middle of an axis from 0 to 100 %"},
    "dashboard/cli.py": {"130": "the exit status of a command ended by Ctrl+C"},
    "data_access/postgres.py": {"0.1": "seconds between two looks at a connection, as psycopg has it"},
    "data_access/database_state.py": {"24": "a place in the header of an SQLite file"},
    "data_access/workbook/berkas/kalender.py": {"60": "a day of 1900 that never was, and letters of a cell"},
    "data_access/files/private.py": {"24": "hours of a day", "60": "minutes and seconds"},
    "dashboard/domain/dasar/penjelasan.py": {"80": "digits that huge quotients are rounded in"},
    "dashboard/domain/entri/bukti.py": {"120": "letters of a file name", "40": "letters of a file name in a sentence"},
    "dashboard/domain/skenario/cari_nilai.py": {"24": "steps of a search"},
    "dashboard/domain/skp/kolom.py": {"0.5": "rounding half-up"},
    "dashboard/domain/skp/massal.py": {"30": "the common multiple of five and six aspects"},
    "dashboard/domain/temuan/formulasi.py": {"0.4": "how much of a sentence two formulas share, a check's own"},
    "dashboard/domain/temuan/teks.py": {"90": "letters of a quotation"},
    "dashboard/domain/temuan/angka/deret.py": {"0.1": "a step of a series that is worth a look, a check's own"},
    "dashboard/services/simulasi.py": {
        "0.1": "steps of a slider",
        "0.5": "steps of a slider",
        "400": "slider stops",
        "1.2": "room on a slider",
    },
    "dashboard/serving/keeper.py": {"120": "seconds until it is ready", "30": "seconds a server should live"},
    "dashboard/huruf_ukur.py": {"400": "the weight of a font"},
    "dashboard/services/skenario.py": {"80": "letters of a name"},
    "dashboard/domain/aturan/pengaturan.py": {"0.6": "likeness of two names (difflib)", "90": "an upper bound of days"},
    "data_access/workbook/berkas/format_angka.py": {"40": "the number of a format of Excel", "50": "of another"},
    "data_access/workbook/berkas/kenali.py": {"24": "bytes as a power of two"},
    "data_access/workbook/berkas/penjaga.py": {"30": "seconds a file may take"},
    "data_access/workbook/berkas/proses.py": {"30": "bytes as a power of two"},
    "data_access/workbook/berkas_xlsx/pindai_lembar.py": {"60": "a number format of Excel"},
    "data_access/workbook/berkas/warna.py": {"24": "how near two colours are, of 255"},
    "data_access/workbook/berkas_xlsx/warna_xlsx.py": {"65": "the number of a colour of Excel"},
    "data_access/workbook/periksa/graf.py": {"50": "how deep a chain may be"},
    "data_access/workbook/periksa/masalah.py": {"60": "letters of a value in a sentence"},
    "data_access/workbook/periksa/sel.py": {"0.7": "likeness of two words (difflib)"},
}
"""Numbers that mean something else, by file, with what they mean."""


@cache
def rule_numbers() -> frozenset[Decimal]:
    """What the rows say, and the fractions of one that percentages stand for."""
    rows = [row.ketentuan for rows in semua_baris().values() for row in rows]
    values = {row.angka for row in rows if re.fullmatch(r"\d+(,\d+)?", row.nilai)}
    percent = {row.angka / 100 for row in rows if row.satuan == "%" and re.fullmatch(r"\d+(,\d+)?", row.nilai)}
    return frozenset((values | percent) - TOO_COMMON)


def docstrings(tree: ast.Module) -> set[int]:
    """The ids of string nodes that stand alone: docstrings, and the notes under constants."""
    return {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}


def numbers(path: Path) -> Iterator[Decimal]:
    """Every number in code or inside a string of it that could be a rule's."""
    drawn = name(path).startswith(DRAWN)
    tree = ast.parse(path.read_text(encoding="utf-8"))
    notes = docstrings(tree)
    for node in ast.walk(tree):
        if not isinstance(node, ast.Constant) or id(node) in notes or isinstance(node.value, bool):
            continue
        if isinstance(node.value, int | float):
            number = Decimal(str(node.value))
            if not (drawn and number in OF_DRAWINGS | FRACTIONS_OF_DRAWINGS):
                yield number
        elif isinstance(node.value, str):
            yield from _in_words(node.value, drawn)


def _in_words(text: str, drawn: bool) -> Iterator[Decimal]:
    for found in IN_WORDS.findall(text):
        number = Decimal(found.replace(",", "."))
        if not (drawn and number in OF_DRAWINGS | FRACTIONS_OF_DRAWINGS):
            yield number
    if drawn:
        yield from (Decimal(found.replace(",", ".")) for found in PERCENT_IN_WORDS.findall(text))


def rules_in(path: Path) -> set[str]:
    found = {format(number.normalize(), "f") for number in set(numbers(path)) & rule_numbers()}
    return found - set(ALLOWED.get(name(path), {}))


def test_no_rule_number_stands_in_code_or_in_its_wording() -> None:
    files = [p for p in python_files("dashboard", "data_access", "pages") if "migrations" not in p.parts]
    found = {name(path): sorted(here) for path in files if (here := rules_in(path))}
    assert found == {}, "take it from data_access/aturan/; one that means something else is named in ALLOWED"


def test_no_rule_number_stands_in_the_words_of_a_template() -> None:
    templates = [p for p in own_files() if p.suffix == ".html" and p.is_relative_to(ROOT / "dashboard")]
    assert templates
    found = {}
    for path in templates:
        words = IN_TEMPLATE.sub(" ", path.read_text(encoding="utf-8"))
        rules = set(_in_words(words, drawn=False)) & rule_numbers()
        if rules:
            found[name(path)] = sorted(rules)
    assert found == {}


def test_the_exceptions_still_occur() -> None:
    here = {path: {format(n.normalize(), "f") for n in numbers(ROOT / path)} for path in ALLOWED}
    assert {path: sorted(set(allowed) - here[path]) for path, allowed in ALLOWED.items()} == {p: [] for p in ALLOWED}


@pytest.mark.parametrize(
    "source",
    [
        "BATAS = 76",
        "PENGALI = 1.76",
        "BOBOT = 0.6",
        'TEKS = "Di bawah 76 %."',
        'TEKS = "60 % nilai SKP"',
        'TEKS = f"{nama}: 1,76 kali"',
    ],
)
def test_a_rule_number_written_down_is_found(source: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "dashboard" / "domain" / "baru.py"
    path.parent.mkdir(parents=True)
    path.write_text(f'"""A module: 76 here is only talk."""\n\n{source}\n', encoding="utf-8")
    monkeypatch.setattr(berkas, "ROOT", tmp_path)
    assert len(rules_in(path)) == 1
