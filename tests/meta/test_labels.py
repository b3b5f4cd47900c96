"""Names of indicators, files and people are text: nothing of them is read as Markdown in a widget of Streamlit."""

import ast
from collections.abc import Iterator

import pytest

from tests.meta.berkas import name, python_files, tree

SCREEN = ("dashboard/app.py", "dashboard/components/", "pages/")
TEXT_FIRST = frozenset(
    {"badge", "button", "caption", "checkbox", "date_input", "dialog", "download_button", "error", "expander"}
    | {"feedback", "file_uploader", "form_submit_button", "header", "info", "link_button", "markdown", "metric"}
    | {"multiselect", "number_input", "page_link", "pills", "popover", "progress", "radio", "segmented_control"}
    | {"select_slider", "selectbox", "slider", "spinner", "status", "subheader", "success", "text_area", "text_input"}
    | {"title", "toast", "toggle", "warning", "write"}
)
"""Calls whose first argument is a label or a text that is read as Markdown."""
TEXT_NAMED = frozenset({"label", "help", "body", "caption", "captions"})
CHOICES_AS_MARKDOWN = frozenset({"radio", "segmented_control", "pills"})
"""Whose choices are read as Markdown too; those of the others are plain."""
HELPER = "polos"
OWN_WORDS = frozenset({HELPER, "angka", "len", "min", "nama_periode", "nama_posisi"})
"""What makes text that is safe: the helper, numbers, and words that are ours."""


def plain(node: ast.expr) -> bool:
    """Whether an expression is text of ours, a number, or went through the helper."""
    return all(
        isinstance(part, ast.Constant)
        or (isinstance(part, ast.Name) and (part.id.isupper() or part.id in OWN_WORDS))
        or (isinstance(part, ast.Call) and isinstance(part.func, ast.Name) and part.func.id in OWN_WORDS)
        for part in _parts(node)
    )


def _parts(node: ast.expr) -> Iterator[ast.expr]:
    """What the text is put together from; a part that is none of the ways to put together stands for itself."""
    inner: list[ast.expr] = []
    match node:
        case ast.JoinedStr(values):
            inner = [v.value for v in values if isinstance(v, ast.FormattedValue)]
            if not inner:
                return
        case ast.Subscript(value=one) | ast.Attribute(value=one, attr="__getitem__") | ast.Lambda(body=one):
            inner = [one]
        case ast.IfExp(body=one, orelse=other) | ast.BinOp(left=one, right=other):
            inner = [one, other]
        case ast.BoolOp(values=parts) | ast.List(elts=parts):
            inner = parts
        case ast.ListComp(elt=one):
            inner = [one]
    if not inner:
        yield node
    for part in inner:
        yield from _parts(part)


def texts(call: ast.Call) -> Iterator[ast.expr]:
    """The arguments of a call to Streamlit that are read as Markdown."""
    if not isinstance(call.func, ast.Attribute) or call.func.attr not in TEXT_FIRST:
        return
    yield from call.args[:1]
    named = TEXT_NAMED | ({"format_func"} if call.func.attr in CHOICES_AS_MARKDOWN else set())
    yield from (k.value for k in call.keywords if k.arg in named)


def faults(module: ast.AST) -> list[str]:
    calls = (node for node in ast.walk(module) if isinstance(node, ast.Call))
    return [f"{text.lineno}: {ast.unparse(text)}" for call in calls for text in texts(call) if not plain(text)]


def test_every_text_for_streamlit_that_is_made_of_data_goes_through_the_helper() -> None:
    files = [path for path in python_files("dashboard", "pages") if name(path).startswith(SCREEN)]
    assert {name(path): found for path in files if (found := faults(tree(path)))} == {}


@pytest.mark.parametrize(
    "line",
    [
        'st.button(f"Buka {nama}")',
        "kiri.toast(pesan)",
        'st.radio("Apa", pilihan, format_func=nama.__getitem__)',
        'st.selectbox(f"{kolom.label}", x)',
        'st.button("Buka", help=h.indikator.nama)',
        'st.markdown("**" + nama + "**")',
        'st.segmented_control("Apa", x, format_func=lambda k: nama[k])',
    ],
)
def test_a_text_made_without_it_is_found(line: str) -> None:
    assert faults(ast.parse(line))


@pytest.mark.parametrize(
    "line",
    [
        'st.button("Simpan")',
        'st.button(f"Buka {polos(nama)} ({len(isi)})")',
        'st.selectbox("Apa", x, format_func=nama.__getitem__)',
        'st.radio("Apa", x, format_func=KATA.__getitem__)',
    ],
)
def test_text_of_ours_and_text_that_went_through_it_are_let_be(line: str) -> None:
    assert not faults(ast.parse(line))
