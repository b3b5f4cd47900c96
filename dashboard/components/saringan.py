"""The global filters in the sidebar, bound to the address so that a link reopens the same view.

The widgets have no default of their own (``index=None``): Streamlit leaves defaults out of the address, and a
link without its year would show another view once a new year is there. The first value is set by us instead.
"""

from collections.abc import Callable, Sequence
from typing import TypeVar

import streamlit as st
from markupsafe import Markup

from dashboard.domain.indikator import Instansi
from dashboard.domain.periode import ROMAWI
from dashboard.services.pilihan import PilihanTahun
from dashboard.session import Filter

N = TypeVar("N")

TRIWULAN = tuple(ROMAWI)
_EJAAN_TRIWULAN = {e: n for n, romawi in ROMAWI.items() for e in (str(n), romawi, f"TW{n}", f"TW {romawi}")}


def saringan(instansi: Sequence[Instansi], tahun_dari: Callable[[str], Sequence[PilihanTahun]]) -> Filter | None:
    """Draw the filters and return what they say; None when the chosen agency has no year to show."""
    nama = {i.kode: i.nama for i in instansi}
    with st.sidebar:
        kode = _pilih_instansi(tuple(nama))
        st.html(Markup('<p class="dk dk-instansi dk-redup">{}</p>').format(nama[kode]))
        pilihan = {p.tahun: p for p in tahun_dari(kode)}
        if not pilihan:
            return None
        tahun = _pilih_tahun(tuple(pilihan))
        triwulan = _pilih_triwulan(pilihan[tahun].triwulan_bawaan)
    _lengkapi_alamat()
    return Filter(kode, tahun, triwulan)


def _lengkapi_alamat() -> None:
    """Run the shell once more at the start of a session: values we set reach the address from the second run on."""
    if "_alamat_lengkap" not in st.session_state:
        st.session_state["_alamat_lengkap"] = True
        st.rerun()


def _pilih_instansi(kode: tuple[str, ...]) -> str:
    _siapkan("instansi", kode, kode[0], str.upper)
    terpilih = st.selectbox("Instansi", kode, index=None, key="instansi", required=True, bind="query-params")
    return terpilih or kode[0]


def _pilih_tahun(tahun: tuple[int, ...]) -> int:
    _siapkan("tahun", tahun, tahun[0], lambda teks: int(teks) if teks.isdecimal() else None)
    terpilih = st.selectbox("Tahun", tahun, index=None, key="tahun", required=True, bind="query-params")
    return terpilih or tahun[0]


def _pilih_triwulan(bawaan: int) -> int:
    _siapkan("triwulan", TRIWULAN, bawaan, lambda teks: _EJAAN_TRIWULAN.get(teks.upper()))
    terpilih = st.segmented_control(
        "s.d. triwulan",
        TRIWULAN,
        format_func=ROMAWI.__getitem__,
        key="triwulan",
        required=True,
        width="stretch",
        bind="query-params",
    )
    return terpilih or bawaan


def _siapkan(kunci: str, pilihan: Sequence[N], bawaan: N, baca: Callable[[str], N | None]) -> None:
    """Give the widget a value that exists before it is drawn, and say so when the address asked for another."""
    nilai = st.session_state.get(kunci)
    if nilai in pilihan:
        if kunci not in st.query_params:
            st.session_state[kunci] = nilai  # assigned anew, Streamlit writes it into the address
        return
    diminta = st.query_params.get(kunci) if nilai is None else None
    dibaca = baca(diminta) if diminta else None
    st.session_state[kunci] = dibaca if dibaca in pilihan else bawaan
    if diminta and dibaca not in pilihan:
        st.toast(f'Pilihan {kunci} "{diminta}" pada tautan tidak tersedia; ditampilkan {_sebut(kunci, bawaan)}.')


def _sebut(kunci: str, nilai: object) -> str:
    return f"TW {ROMAWI[nilai]}" if kunci == "triwulan" and isinstance(nilai, int) else str(nilai)
