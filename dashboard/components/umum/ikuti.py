"""Links that change what the page shows without loading it again: one element for as many links as there are.

A link is an ordinary one, with the address of what it leads to and, in an attribute, its name:
``<a href="…" target="_self" data-temuan="bobot:IKU-1">``. Until the script is there, or without it, the browser follows
the address and shows the same.
"""

from collections.abc import Callable

import streamlit as st

from dashboard.components.umum.kode_peramban import browser_code

_IKUTI = st.components.v2.component("dasbor_ikuti", isolate_styles=False, js=browser_code(__file__, "ikuti.js"))


def ikuti_tautan(atribut: str, tuju: Callable[[str], None]) -> None:
    """Call `tuju` with the value of ``data-<atribut>`` when such a link of this page, or of this dialog, is clicked."""
    kunci = f"ikuti-{atribut}"
    _IKUTI(key=kunci, data=atribut, on_tuju_change=lambda: tuju(st.session_state[kunci]["tuju"]))
