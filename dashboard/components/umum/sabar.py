"""Writing while somebody else writes: waiting is said, what was typed stays, and it is tried again."""

from collections.abc import Callable
from typing import TypeVar

import streamlit as st

from data_access.database_state import DatabaseBusy

T = TypeVar("T")

PERCOBAAN = 3
"""How often a write is tried; each try waits its seconds for the database."""
MENUNGGU = "Basis data sedang menyimpan pekerjaan lain. Menunggu giliran, isian Anda tetap ada."
SIBUK = (
    "Basis data masih menyimpan pekerjaan lain, misalnya buku kerja yang besar. Belum ada yang tersimpan; isian Anda "
    "tetap ada. Ulangi sebentar lagi."
)


def bersabar(kerja: Callable[[], T]) -> T:
    """Do a write, again where the database was busy. Raises DatabaseBusy when it still is after the last try."""
    for _ in range(PERCOBAAN - 1):
        try:
            return kerja()
        except DatabaseBusy:
            st.toast(MENUNGGU, icon=":material/hourglass_top:")
    return kerja()
