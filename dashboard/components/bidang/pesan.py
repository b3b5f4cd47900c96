"""What the last action on the page had to say, and the words of every refusal. Session state only."""

from collections.abc import Callable

import streamlit as st

from dashboard.components.umum.sabar import SIBUK, bersabar
from dashboard.domain.dasar.hak import TidakBerwenang
from dashboard.domain.entri.aturan import AksiDitolak, EntriChanged
from dashboard.domain.entri.bukti import BuktiDitolak
from dashboard.domain.entri.kunci import KunciDitolak, PeriodeTerkunci
from dashboard.domain.entri.perubahan_target import PerubahanDitolak
from dashboard.templates import Fragments
from data_access.database_state import DatabaseBusy

_HTML = Fragments(__file__)
_PESAN = "_pesan_entri"
DITOLAK = (
    AksiDitolak,
    BuktiDitolak,
    DatabaseBusy,
    EntriChanged,
    KunciDitolak,
    PeriodeTerkunci,
    PerubahanDitolak,
    TidakBerwenang,
)
KALIMAT_BENTROK = "Orang lain menyimpan baris ini lebih dulu. Belum ada yang ditimpa; periksa isinya, lalu ulangi."


def kalimat_tolakan(error: Exception) -> str:
    """What a refusal says on screen. Raises whatever is no refusal."""
    if isinstance(error, EntriChanged):
        return f"{error.kode}: {KALIMAT_BENTROK}"
    if isinstance(error, DatabaseBusy):
        return SIBUK
    if isinstance(error, DITOLAK):
        return str(error)
    raise error


def coba(tempat: str, kerja: Callable[[], object], berhasil: str) -> bool:
    """Do a write from a callback and remember what to say about it there; True when it was done.

    It waits for a busy database; what was typed stays where it is.
    """
    try:
        bersabar(kerja)
    except DITOLAK as error:
        st.session_state[_PESAN] = (tempat, False, kalimat_tolakan(error))
        return False
    st.session_state[_PESAN] = (tempat, True, berhasil)
    return True


def lakukan(tempat: str, kerja: Callable[[], object], berhasil: str) -> None:
    """As `coba`, as a callback."""
    coba(tempat, kerja, berhasil)


def gambar_pesan(tempat: str) -> None:
    """Draw what the last action of that place had to say, once; a place of its own keeps what follows in place."""
    with st.container():
        pesan: tuple[str, bool, str] | None = st.session_state.get(_PESAN)
        if pesan is not None and pesan[0] == tempat:
            del st.session_state[_PESAN]
            st.html(_HTML("pesan", pesan[1], pesan[2]))
