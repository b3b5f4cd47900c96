"""The tree drawn by the browser: boxes that open, zoom, are searched and walked by keyboard, without a request."""

import json
from base64 import b64encode
from collections.abc import Callable, Collection
from typing import Any
from zlib import compress, crc32

import streamlit as st

from dashboard.components.pohon.isi import isi_pohon
from dashboard.components.umum.kode_peramban import browser_code
from dashboard.formatting import menyatu
from dashboard.services.pohon import PohonKinerja

KUNCI = "pohon-kinerja"
_KOMPONEN = st.components.v2.component(
    "dasbor_pohon_kinerja",
    html=browser_code(__file__, "pohon.html"),
    css=browser_code(__file__, "pohon.css"),
    js=browser_code(__file__, "tata_letak.js", "kotak.js", "pohon.js"),
)


def isi_untuk_peramban(p: PohonKinerja, tampil: Collection[str], cocok: Collection[str]) -> dict[str, Any]:
    """What the tree needs, once per view; the browser keeps open branches under the same `id`.

    `padat` is the JSON of `isi_pohon`, deflated: a tenth of the bytes, since boxes resemble one another.
    """
    k = p.k
    isi = isi_pohon(p, tampil, cocok)
    tanda = crc32(" ".join(s["kode"] for s in isi["simpul"] if not s["konteks"]).encode())
    teks = menyatu(json.dumps(isi, ensure_ascii=False, separators=(",", ":")))
    padat = b64encode(compress(teks.encode(), 6)).decode()
    return {"id": f"{k.data.instansi.kode}-{k.sd.tahun}-{k.sd.kode}-{k.data.versi_data}-{tanda:x}", "padat": padat}


def pohon_interaktif(
    isi: dict[str, Any], lompatan: tuple[str, int] | None, pilih: Callable[[str], None], lihat_peta: Callable[[], None]
) -> None:
    """Draw the tree; `pilih` is called with the code of a clicked box, `lihat_peta` by the way out, before the rerun.

    `lompatan` is a box to jump to and the number of that jump. It does not follow the clicks: so a click sends the
    tree nothing new, and the browser keeps what it has drawn.
    """

    def terpilih() -> None:
        pilih(st.session_state[KUNCI]["pilih"])

    _KOMPONEN(key=KUNCI, data=isi | {"lompatan": lompatan}, on_pilih_change=terpilih, on_peta_change=lihat_peta)
