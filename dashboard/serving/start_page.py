"""Streamlit's index.html turned into ours: Indonesian, our name and icon, our font asked for first.

Done once at start-up on the installed file, so that the language is right before any script runs and the
content policy can name the one inline script by its hash instead of allowing all of them.
"""

import base64
import hashlib
import re
from pathlib import Path

from streamlit import file_util

from dashboard.texts import NAMA_APLIKASI

HURUF = "./app/static/fonts/public-sans-latin-wght-normal.woff2"
IKON = "./app/static/favicon.png"
NO_SCRIPT = "<noscript><p>Dasbor ini membutuhkan JavaScript. Aktifkan JavaScript di peramban Anda.</p></noscript>"

SERVER_ADDRESS = (
    "<script>window.prerenderReady = false; "
    'window.__streamlit = {BACKEND_BASE_URL: new URL("./", window.location.href).href}; '
    'for (const [name, value] of [["language", "id"], ["languages", ["id"]]]) '
    "Object.defineProperty(navigator, name, {get: () => value}); "
    "const here = new URL(window.location.href), kept = sessionStorage.getItem('layar'); "
    "if (kept && !here.searchParams.has('layar')) "
    "{ here.searchParams.set('layar', kept); history.replaceState(null, '', here) } "
    "addEventListener('pagehide', () => "
    "sessionStorage.setItem('layar', new URL(window.location.href).searchParams.get('layar') ?? ''))</script>"
)
"""Our pages lie one level deep. Not told where the server is, Streamlit looks for it under a page's own address
first, and every link straight to a page starts with two errors in the console. Numbers and dates it writes itself
follow the language of the browser; here that is Indonesian, whatever the browser was installed in.

A link of ours names agency, year and quarter; the large type of a hall goes along with whoever follows it."""

_INLINE_SCRIPT = re.compile(r"<script>(.*?)</script>", re.DOTALL)
_GANTI = (
    (r'<html lang="[^"]*">', '<html lang="id">'),
    (r"<title>.*?</title>", f"<title>{NAMA_APLIKASI}</title>"),
    (r'href="\./favicon\.png"', f'href="{IKON}"'),
    (r'href="[^"]*SourceSans[^"]*"', f'href="{HURUF}"'),
    (r"<noscript>.*?</noscript>", NO_SCRIPT),
    (r'<link rel="service-desc"[^>]*>', ""),
    (r"<!--.*?-->", ""),
    (r"<script>\s*window\.prerenderReady = false\s*</script>", SERVER_ADDRESS),
)


def streamlit_page() -> str:
    """The page as Streamlit ships it."""
    return (Path(file_util.get_static_dir()) / "index.html").read_text(encoding="utf-8")


def start_page(gaya: str) -> str:
    """The page our addresses answer with, the style blocks in its head.

    Raises LookupError when Streamlit's page changed its shape.
    """
    html = streamlit_page()
    for pola, pengganti in _GANTI:
        html, kali = re.subn(pola, pengganti, html, flags=re.DOTALL)
        if not kali:
            raise LookupError(f"Streamlit's index.html no longer holds {pola!r}: adapt {Path(__file__).name}")
    return html.strip().replace("</head>", f"{gaya}</head>", 1)


def script_hash(html: str) -> list[str]:
    """The inline scripts' hashes as a content policy writes them: ``'sha256-…'``."""
    sidik = (hashlib.sha256(isi.encode()).digest() for isi in _INLINE_SCRIPT.findall(html))
    return [f"'sha256-{base64.b64encode(s).decode()}'" for s in sidik]
