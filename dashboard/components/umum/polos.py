"""Text that Streamlit would read as Markdown: labels, tooltips, notices, choices. The one way data gets into them."""

import re

from dashboard.formatting import menyatu

_TANDA = re.compile(r"([\\`*_\[\]<>$~#:&@+\-.])")
"""Marks, links (also bare ones), formulas, icons and colours, entities, and what begins a heading or a list."""


def polos(teks: str) -> str:
    """The text as it stands, on one line: nothing in a name becomes a link, formula, icon, colour or heading."""
    return _TANDA.sub(r"\\\1", menyatu(" ".join(teks.split())))
