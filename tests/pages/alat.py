"""What the tests of pages read off an AppTest."""

import json
import re
from base64 import b64decode
from typing import Any
from zlib import decompress

from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import Slider, TextInput

CONTOH = (("BANTEN", 2023), ("PASER", 2023), ("PEMALANG", 2025), ("PK", 2024))
SEMUA_FILTER = tuple((instansi, tahun, tw) for instansi, tahun in CONTOH for tw in (1, 2, 3, 4))


def isi_html(uji: AppTest) -> str:
    """All HTML the page drew, as one text."""
    return "\n".join(elemen.proto.body for elemen in uji.main.get("html"))


def isi_teks(uji: AppTest) -> str:
    """What a reader of that HTML reads: the words without tags, single spaces between them."""
    return " ".join(re.sub(r"<[^>]+>", " ", isi_html(uji)).split())


def ketikan(uji: AppTest, papan: str, kode: str, bagian: str = "realisasi") -> TextInput:
    """The exact field of an input of what-if; its number rises each time the server rewrites it."""
    return next(w for w in uji.text_input if str(w.key).startswith(f"{papan}-ketik-{kode}-{bagian}-"))


def geseran(uji: AppTest, papan: str, kode: str, bagian: str = "realisasi") -> "Slider[float]":
    """The slider beside it."""
    return next(w for w in uji.slider if str(w.key).startswith(f"{papan}-geser-{kode}-{bagian}-"))


def buka_panel(uji: AppTest, *kunci: str) -> AppTest:
    """Open folded panels: what lies in them is drawn only then."""
    for satu in kunci:
        uji.session_state[satu] = True
    return uji.run()


def isi_lembar(uji: AppTest) -> dict[str, Any]:
    """What the sheet in the browser is given."""
    (komponen,) = uji.main.get("bidi_component")
    data: dict[str, Any] = json.loads(komponen.proto.json)
    tetap: dict[str, Any] = json.loads(decompress(b64decode(data["padat"])))
    return data | tetap | {"baris": {b["kode"]: b for b in tetap["baris"]}}
