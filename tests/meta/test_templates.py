"""HTML and SVG are written in templates and nowhere else, and every fragment is there, used, and escaped."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from jinja2 import nodes
from jinja2.meta import find_undeclared_variables

from dashboard.templates import _ENVIRONMENT, Fragments
from tests.meta.berkas import ROOT, name, python_files

THE_ONE_MODULE = "dashboard/templates.py"
THE_START_PAGE = ("dashboard/serving/start_page.py", "dashboard/serving/styles.py")
"""What wraps Streamlit's own page is patterns of that page, and the element that holds a style file."""

PLOTLY_TEXTS = "dashboard/charts/"
"""A figure's texts break their lines with a tag that Plotly reads itself."""

TAG = re.compile(r"</?[a-z][a-z0-9]*(\s[^<>]*)?/?>")
FOLDERS = (ROOT / "dashboard" / "components", ROOT / "dashboard" / "exports")


def templates() -> dict[str, Path]:
    """Every template that Python fills, by the name the loader knows it under."""
    return {
        path.relative_to(folder).as_posix(): path
        for folder in FOLDERS
        for path in sorted(folder.rglob("*"))
        if path.suffix in (".html", ".svg") and "peramban" not in path.parts
    }


def docstrings(tree: ast.AST) -> set[ast.expr]:
    """Texts that stand alone: of a module, a class, a function, or below a constant."""
    return {node.value for node in ast.walk(tree) if isinstance(node, ast.Expr)}


def texts(path: Path) -> Iterator[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    explaining = docstrings(tree)
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node not in explaining:
            yield node.value


def test_no_python_file_spells_a_tag() -> None:
    spelled = [
        f"{name(path)}: {text[:60]}"
        for path in python_files("dashboard", "pages")
        if name(path) not in THE_START_PAGE and not name(path).startswith(PLOTLY_TEXTS)
        for text in texts(path)
        if TAG.search(text)
    ]
    assert spelled == []


def test_only_the_one_module_declares_text_to_be_markup() -> None:
    """`Markup` as a type is everywhere; called with content it would pass by the escaping."""
    calls = [
        f"{name(path)}:{node.lineno}"
        for path in python_files("dashboard", "pages")
        if name(path) != THE_ONE_MODULE
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Markup" and node.args
    ]
    assert calls == []


def test_no_template_passes_by_the_escaping() -> None:
    assert [place for place, path in templates().items() if re.search(r"\|\s*safe|autoescape", path.read_text())] == []


def calls_from_python(path: Path) -> Iterator[tuple[str, ast.Call]]:
    """What a module asks of the template beside it: ``_HTML("kartu", …)``."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ("_HTML", "_SVG")):
            continue
        if isinstance(node.args[0], ast.Constant) and isinstance(node.args[0].value, str):
            yield node.args[0].value, node


def parsed(path: Path) -> nodes.Template:
    return _ENVIRONMENT.parse(path.read_text(encoding="utf-8"))


def fragments(path: Path) -> dict[str, nodes.Macro]:
    return {macro.name: macro for macro in parsed(path).find_all(nodes.Macro)}


def test_every_fragment_asked_for_is_there_and_gets_as_many_values_as_it_takes() -> None:
    wrong = []
    for path in python_files("dashboard"):
        calls = list(calls_from_python(path))
        beside = next((path.with_suffix(s) for s in (".html", ".svg") if path.with_suffix(s).exists()), None)
        there = fragments(beside) if beside else {}
        for asked, call in calls:
            if asked not in there:
                wrong.append(f"{name(path)}:{call.lineno}: no fragment {asked}")
            elif not any(isinstance(value, ast.Starred) for value in call.args):
                given, most = len(call.args) - 1, len(there[asked].args)
                if not most - len(there[asked].defaults) <= given <= most:
                    wrong.append(f"{name(path)}:{call.lineno}: {asked} takes {most} values, not {given}")
    assert wrong == []


def test_every_name_in_a_template_is_given_to_it() -> None:
    known = set(_ENVIRONMENT.globals)
    missing = {
        place: names
        for place, path in templates().items()
        if (names := find_undeclared_variables(parsed(path)) - known - {"caller"})
    }
    assert missing == {}


def test_every_fragment_is_used() -> None:
    used: set[tuple[str, str]] = set()
    for place, path in templates().items():
        used |= {(place, fragment) for fragment, _ in calls_from_python(path.with_suffix(".py"))}
        tree = parsed(path)
        called = {call.node.name for call in tree.find_all(nodes.Call) if isinstance(call.node, nodes.Name)}
        for imported in tree.find_all(nodes.FromImport):
            assert isinstance(imported.template, nodes.Const), place
            assert set(imported.names) <= called, f"{place} imports what it does not use"
            used |= {(str(imported.template.value), str(entry)) for entry in imported.names}
        used |= {(place, fragment) for fragment in called}
    defined = {(place, fragment) for place, path in templates().items() for fragment in fragments(path)}
    assert defined - used == set()


def test_every_table_has_a_caption_and_every_heading_a_scope() -> None:
    for place, path in templates().items():
        text = path.read_text(encoding="utf-8")
        assert text.count("<table") == text.count("<caption"), place
        assert [th for th in re.findall(r"<th\b[^>]*>", text) if "scope=" not in th] == [], place


def test_a_table_is_spelled_by_the_one_macro_unless_it_is_of_another_kind() -> None:
    """The explanation's inputs, the quadrant and the plain list of predikat are not tables of rows of data."""
    spelled = {place for place, path in templates().items() if "<table" in path.read_text(encoding="utf-8")}
    assert spelled == {"umum/tata.html", "indikator/penjelasan.html", "skp/bagian.html", "skp/tabel.html"}


def test_fragments_name_the_file_beside_the_module() -> None:
    assert Fragments(str(ROOT / "dashboard" / "components" / "umum" / "tata.py"))("lencana", "<b>") == (
        '<span class="dk-lencana">&lt;b&gt;</span>'
    )
