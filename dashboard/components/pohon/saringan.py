"""View and filters of the cascade page: owner, bidang, level, status."""

from collections.abc import Sequence

import streamlit as st

from dashboard.components.umum.polos import polos
from dashboard.components.umum.tata import status_teks
from dashboard.domain.dasar.skala import Status
from dashboard.services.pohon import PohonKinerja, SaringanPohon
from dashboard.texts import JENIS

KUNCI_TAMPILAN = "tampilan-pohon"
_BERPINDAH = "_pohon-berpindah"


def pindah_tampilan(tampilan: str) -> None:
    """Choose a view from elsewhere than its control; a fragment below asks `harus_ulang` afterwards."""
    st.session_state[KUNCI_TAMPILAN] = tampilan
    st.session_state[_BERPINDAH] = True


def harus_ulang() -> bool:
    """Whether the view was changed from a fragment that does not hold its control; once."""
    return bool(st.session_state.pop(_BERPINDAH, False))


def saringan_pohon(p: PohonKinerja, tampilan: Sequence[str]) -> tuple[str, SaringanPohon]:
    """Draw the controls; returns the chosen view and what to let through."""
    kode = p.k.data.instansi.kode
    with st.container(key="saringan-pohon"):
        atas, *kolom = st.columns([1.35, 1.5, 1.5, 1.1, 1.1], vertical_alignment="bottom")
    mode = atas.segmented_control(
        "Tampilan", tampilan, default=tampilan[0], key=KUNCI_TAMPILAN, required=True, persist_state="session"
    )
    jabatan = {j.kode: j.nama for j in p.k.data.jabatan}
    unit = {u.kode: u.nama for u in p.k.data.unit}
    pemilik_ada = [x for x in p.pilihan_pemilik if x in jabatan]
    unit_ada = list(dict.fromkeys(u for x in pemilik_ada if (u := p.k.unit_jabatan.get(x)) in unit))
    with kolom[0]:
        pemilik = _banyak("Pemilik", pemilik_ada, f"pohon-pemilik-{kode}", jabatan)
    with kolom[1]:
        bidang = _banyak("Bidang", unit_ada, f"pohon-unit-{kode}", unit)
    with kolom[2]:
        jenjang = _banyak("Jenjang", p.pilihan_jenjang, f"pohon-jenjang-{kode}", JENIS)
    with kolom[3]:
        nama_status = {s.value: status_teks(s) for s in Status}
        status = _banyak("Status", [s.value for s in p.pilihan_status], f"pohon-status-{kode}", nama_status)
    return str(mode), SaringanPohon(pemilik, bidang, jenjang, tuple(Status(s) for s in status))


def _banyak(label: str, pilihan: Sequence[str], kunci: str, nama: dict[str, str]) -> tuple[str, ...]:
    terpilih = st.multiselect(
        polos(label),
        pilihan,
        key=kunci,
        format_func=lambda x: nama.get(x, x),
        placeholder="Semua",
        persist_state="session",
    )
    return tuple(terpilih)
