"""Who is logged in, at the foot of the menu: the post one acts under, the others one holds, the ways out."""

import streamlit as st

from dashboard import caching, session
from dashboard.domain.akun.penugasan import Penugasan, SifatPenugasan
from dashboard.domain.dasar.hak import NAMA_PERAN
from dashboard.mode import running_mode
from dashboard.services.akun.masuk import bertindak_sebagai
from dashboard.serving.logged_in import COOKIE
from dashboard.templates import Fragments

_HTML = Fragments(__file__)
KUNCI = "penugasan-dipilih"


def kartu_masuk() -> None:
    """Draw it in the sidebar; nothing without accounts."""
    if not running_mode().accounts:
        return
    satu = session.who_is_here()
    if satu is None or satu.penugasan is None:
        return
    with st.sidebar:
        if len(satu.dipegang) > 1:
            nama = {p.nomor: nama_penugasan(p) for p in satu.dipegang}
            st.session_state[KUNCI] = satu.penugasan.nomor
            st.selectbox(
                "Bertindak sebagai",
                tuple(nama),
                key=KUNCI,
                required=True,
                format_func=nama.__getitem__,
                on_change=_pilih,
            )
        bersandi = satu.akun.sandi is not None
        st.html(_HTML("kartu", satu.akun.nama, nama_penugasan(satu.penugasan), bersandi))


def nama_penugasan(p: Penugasan) -> str:
    """ "Plt. Kepala bidang PPI, PASER"."""
    sifat = "" if p.sifat is SifatPenugasan.DEFINITIF else f"{p.sifat.value.capitalize()}. "
    return sifat + " ".join(filter(None, (NAMA_PERAN[p.peran], p.unit))) + (f", {p.instansi}" if p.instansi else "")


def _pilih() -> None:
    kunci = st.context.cookies.get(COOKIE)
    if kunci:
        bertindak_sebagai(caching.shared_engine(), kunci, int(st.session_state[KUNCI]))
        session.forget_who_is_here()
