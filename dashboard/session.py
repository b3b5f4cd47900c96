"""Typed access to what a session holds: the filter, its lock, the data version of this run, record ids in the address.

The URL keeps year, quarter, agency and record ids (a link reopens the same view); nothing else is read from it.
"""

from collections.abc import Collection
from dataclasses import dataclass
from urllib.parse import urlencode

import streamlit as st

from dashboard.domain.dasar.hak import PERENCANA_BAWAAN, Pelaku
from dashboard.domain.dasar.periode import SampaiDengan, nama_posisi
from dashboard.domain.entri.kunci import KeadaanPosisi
from dashboard.services.pilihan import Versi

_FILTER = "_filter"
_VERSI = "_versi"
_KEADAAN = "_keadaan_posisi"


@dataclass(frozen=True, slots=True)
class Filter:
    """The view everyone shares for the same link. Hashable: it is half of every cache key.

    `periode` is TW1..TW4 or TAHUN.
    """

    instansi: str
    tahun: int
    periode: str

    @property
    def sd(self) -> SampaiDengan:
        return SampaiDengan.dari_kode(self.tahun, self.periode)


def atur_tampilan(filter_: Filter, versi: Versi, keadaan: KeadaanPosisi) -> None:
    """Set by the shell at the start of every run, before the page."""
    st.session_state[_FILTER] = filter_
    st.session_state[_VERSI] = versi
    st.session_state[_KEADAAN] = keadaan


def filter_aktif() -> Filter:
    """The filter the shell set. Raises KeyError when a page runs outside the shell."""
    filter_: Filter = st.session_state[_FILTER]
    return filter_


def versi() -> Versi:
    """The state of the data this run shows, read once by the shell."""
    versi_: Versi = st.session_state[_VERSI]
    return versi_


def keadaan_posisi() -> KeadaanPosisi:
    """Whether the shown position is closed, read once by the shell."""
    keadaan: KeadaanPosisi = st.session_state[_KEADAAN]
    return keadaan


def pelaku_aktif() -> Pelaku:
    """Who acts: the planner until there are accounts."""
    return PERENCANA_BAWAAN


def record(nama: str, yang_ada: Collection[str]) -> str | None:
    """A record id from the address, only if it is one of `yang_ada`: "?indikator=IKU-1"."""
    nilai = st.query_params.get(nama)
    return nilai if nilai in yang_ada else None


def set_record(nama: str, nilai: str | None) -> None:
    """Write a record id into the address, or take it out."""
    if nilai is not None:
        st.query_params[nama] = nilai
    elif nama in st.query_params:
        del st.query_params[nama]


def address(url_path: str, **record: str) -> str:
    """The address of a page with this filter and record ids: a link that reopens the same view."""
    f = filter_aktif()
    saringan = {"instansi": f.instansi, "tahun": f.tahun, "triwulan": nama_posisi(f.periode)}
    return f"{url_path}?" + urlencode({**saringan, **record})
