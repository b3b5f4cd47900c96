"""The one way to write HTML and SVG: autoescaping Jinja2 templates beside the Python files that fill them.

`components/umum/tata.html` holds the fragments (macros) of `components/umum/tata.py`. Everything put into one is
escaped unless it came out of one. A name that nobody gave is an error and never an empty place.
"""

import re
from pathlib import Path
from textwrap import shorten

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from jinja2.ext import Extension
from markupsafe import Markup

from dashboard.formatting import angka, capaian_teks, menyatu, persen, selisih, waktu
from dashboard.texts import DATA_CONTOH, STATUS

_ROOT = Path(__file__).parent
_FOLDERS = ("components", "exports")
_SUFFIXES = ("html", "svg")
_BETWEEN_TAGS = re.compile(r"(?<=[>}])[ \t]*\n\s*(?=[<{])")


class TagsJoin(Extension):
    """Drops the line breaks between two tags: they are layout of the template, and no spaces on the page.

    A space between two tags is written on one line; inside text a line break stays a space. Line numbers of errors
    stay right.
    """

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:
        return _BETWEEN_TAGS.sub(lambda gap: f"{{#{gap[0]}#}}", source)


class Fragments:
    """The fragments of the template beside a module: ``Fragments(__file__)("kartu", kartu)``."""

    def __init__(self, module_file: str, suffix: str = ".html") -> None:
        path = Path(module_file).with_suffix(suffix).relative_to(_ROOT)
        self._name = path.relative_to(path.parts[0]).as_posix()

    def __call__(self, fragment: str, *values: object, **named: object) -> Markup:
        """One fragment, escaped. Raises AttributeError where there is none, UndefinedError for a missing value."""
        macro = getattr(_ENVIRONMENT.get_template(self._name).module, fragment)
        return Markup(menyatu(macro(*values, **named)))


def _shortened(text: str, width: int = 120) -> str:
    """How a long text begins: a description can be a page long."""
    return shorten(text, width, placeholder=" …") if len(text) > width else text


def load_all() -> None:
    """Compile every template, so that nobody's first visit waits for it."""
    for name in _ENVIRONMENT.list_templates(extensions=_SUFFIXES):
        _ENVIRONMENT.get_template(name)


_ENVIRONMENT = Environment(
    autoescape=True,
    auto_reload=False,
    cache_size=-1,
    extensions=[TagsJoin],
    loader=FileSystemLoader([_ROOT / folder for folder in _FOLDERS]),
    lstrip_blocks=True,
    trim_blocks=True,
    undefined=StrictUndefined,
)
_ENVIRONMENT.filters |= {
    "angka": angka,
    "capaian": capaian_teks,
    "persen": persen,
    "ringkas": _shortened,
    "selisih": selisih,
    "waktu": waktu,
}
_ENVIRONMENT.globals |= {"DATA_CONTOH": DATA_CONTOH, "STATUS": STATUS}
