"""Streamlit's own words in Indonesian: its scripts are served with the texts of streamlit_words.csv put in place.

Streamlit has no translation. A row names the script (without its hash), the piece of it as it stands there, and what
is served instead; a comma comes with the language the start page sets (start_page.py). One row is no text: a changed
filter becomes a step of the browser's history, so that Back takes back one step. Done once at start-up.
"""

import csv
from collections.abc import Mapping
from functools import cache
from hashlib import sha256
from pathlib import Path

from starlette.datastructures import Headers
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send
from streamlit import file_util

FOLDER = "/static/js/"


@cache
def translated_scripts() -> Mapping[str, bytes]:
    """The scripts with our words, by file name.

    Raises LookupError when one no longer holds a text of the table: a new Streamlit needs the table looked through.
    """
    berkas = {p.name: p for p in sorted(Path(file_util.get_static_dir(), "static", "js").glob("*.js"))}
    isi: dict[str, str] = {}
    diubah: set[str] = set()
    with Path(__file__).with_suffix(".csv").open(encoding="utf-8", newline="") as tabel:
        for baris in csv.DictReader(tabel):
            for nama in (n for n in berkas if n.split(".")[0] == baris["berkas"] and n not in isi):
                isi[nama] = berkas[nama].read_text(encoding="utf-8")
            nama = _pemilik(isi, baris["berkas"], baris["semula"])
            isi[nama] = isi[nama].replace(baris["semula"], baris["menjadi"])
            diubah.add(nama)
    return {nama: isi[nama].encode() for nama in sorted(diubah)}


def _pemilik(isi: Mapping[str, str], berkas: str, semula: str) -> str:
    for nama, teks in isi.items():
        if nama.split(".")[0] == berkas and semula in teks:
            return nama
    raise LookupError(
        f"Streamlit's {berkas} no longer holds {semula!r}: adapt {Path(__file__).with_suffix('.csv').name}"
    )


class TranslatedStatics:
    """Answers with our words where Streamlit's scripts are asked for.

    Their names carry a hash of Streamlit's text, not of ours, so a browser asks each time whether it still holds.
    """

    def __init__(self, app: ASGIApp, isi: Mapping[str, bytes]) -> None:
        self._app = app
        self._jawaban = {
            nama: Response(teks, media_type="text/javascript", headers=_kepala(teks)) for nama, teks in isi.items()
        }

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        jawaban = self._jawaban.get(scope["path"].rpartition(FOLDER)[2]) if scope["type"] == "http" else None
        if jawaban is None:
            await self._app(scope, receive, send)
            return
        if Headers(scope=scope).get("if-none-match") == jawaban.headers["ETag"]:
            jawaban = Response(status_code=304, headers={n: jawaban.headers[n] for n in ("ETag", "Cache-Control")})
        await jawaban(scope, receive, send)


def _kepala(teks: bytes) -> dict[str, str]:
    return {"ETag": f'W/"{sha256(teks).hexdigest()[:16]}"', "Cache-Control": "no-cache"}
