"""Files to take along: made when they are asked for, for whoever is still logged in then and may have them."""

from collections.abc import Callable
from dataclasses import dataclass

import streamlit as st

from dashboard import session
from dashboard.components.umum.polos import polos
from dashboard.domain.dasar.hak import Pelaku, Tindakan, wajib_lingkup

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@dataclass(frozen=True, slots=True)
class Unduhan:
    """A file by its name: what makes it, for whom, and the right it takes."""

    nama: str
    isi: Callable[[Pelaku], bytes]
    jenis: str = XLSX
    hak: Tindakan = Tindakan.EKSPOR


def tombol_unduh(
    label: str,
    unduhan: Unduhan,
    kunci: str,
    *,
    bantuan: str = "",
    lebar: bool = False,
    utama: bool = False,
    mati: bool = False,
) -> None:
    """Draw the button. The file is made outside the run that drew it, so who asks is looked up again then."""
    instansi, siapa = session.filter_aktif().instansi, session.actor_later()

    def buat() -> bytes:
        pelaku = siapa()
        wajib_lingkup(pelaku, unduhan.hak, instansi)
        return unduhan.isi(pelaku)

    st.download_button(
        polos(label),
        buat,
        unduhan.nama,
        unduhan.jenis,
        key=kunci,
        help=polos(bantuan) or None,
        icon=":material/download:",
        type="primary" if utama else "secondary",
        width="stretch" if lebar else "content",
        disabled=mati,
        on_click="ignore",
    )
