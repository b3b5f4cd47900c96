"""What stands in place of a page that is not for this role: why, for whom it is, and where to go on."""

import streamlit as st

from dashboard import session
from dashboard.domain.dasar.hak import KALIMAT, NAMA_PERAN, Pelaku, Peran
from dashboard.registry import Halaman, halaman_untuk
from dashboard.templates import Fragments

_HTML = Fragments(__file__)


def refused_page(h: Halaman, pelaku: Pelaku) -> None:
    """Draw it; the page itself is not run."""
    alamat = session.address if session.has_view() else str
    terbuka = [(alamat(satu.url_path), satu.judul) for satu in halaman_untuk(pelaku.peran)]
    st.html(_HTML("ditolak", h.judul, refusal(h, pelaku.peran), terbuka))


def refusal(h: Halaman, peran: Peran) -> str:
    """ "Halaman Data tidak terbuka bagi Kepala bidang. Untuk mengambil alih buku kerja: Admin, Perencana." """
    guna = " atau ".join(KALIMAT[satu] for satu in h.hak)
    siapa = ", ".join(NAMA_PERAN[satu] for satu in Peran if satu in h.peran)
    return f"Halaman {h.judul} tidak terbuka bagi {NAMA_PERAN[peran]}. Untuk {guna}: {siapa}."


def forum_page() -> None:
    """Draw what the forum sees until a state of the data is published to it."""
    st.html(_HTML("forum"))
