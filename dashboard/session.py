"""Typed access to what a session holds: the filter, its lock, the data version of this run, record ids in the address.

The URL keeps year, quarter, agency and record ids (a link reopens the same view); nothing else is read from it.
"""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from time import monotonic
from urllib.parse import urlencode

import streamlit as st

from dashboard.domain.dasar.hak import PERENCANA_BAWAAN, Pelaku, TidakBerwenang, Tindakan, boleh
from dashboard.domain.dasar.periode import SampaiDengan, nama_posisi
from dashboard.domain.entri.kunci import KeadaanPosisi
from dashboard.mode import running_mode
from dashboard.services.akun.masuk import SiapaMasuk
from dashboard.services.pilihan import Versi
from dashboard.serving.logged_in import COOKIE, NOT_LOGGED_IN, who

_FILTER = "_filter"
_VERSI = "_versi"
_KEADAAN = "_keadaan_posisi"
_MASUK = "_masuk"
LOGIN_SECONDS = 1.0
"""How long a run trusts that somebody is still logged in."""


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


def has_view() -> bool:
    """Whether the shell set a filter: the forum has none."""
    return _FILTER in st.session_state


def versi() -> Versi:
    """The state of the data this run shows, read once by the shell."""
    versi_: Versi = st.session_state[_VERSI]
    return versi_


def keadaan_posisi() -> KeadaanPosisi:
    """Whether the shown position is closed, read once by the shell."""
    keadaan: KeadaanPosisi = st.session_state[_KEADAAN]
    return keadaan


def pelaku_aktif() -> Pelaku:
    """Who acts: the planner without accounts, else who is logged in. Raises TidakBerwenang when nobody is any more."""
    return _actor(who_is_here()) if running_mode().accounts else PERENCANA_BAWAAN


def actor_later() -> Callable[[], Pelaku]:
    """As `pelaku_aktif`, for what is made after this run and outside of it: asked then, with the login of now."""
    if not running_mode().accounts:
        return lambda: PERENCANA_BAWAAN
    kunci = st.context.cookies.get(COOKIE)
    return lambda: _actor(who(kunci))


def _actor(satu: SiapaMasuk | None) -> Pelaku:
    if satu is None or satu.pelaku is None:
        raise TidakBerwenang(NOT_LOGGED_IN)
    return satu.pelaku


def may(tindakan: Tindakan) -> bool:
    """Whether who looks may do that in the agency shown: what somebody may not do is not offered."""
    return boleh(pelaku_aktif(), tindakan, filter_aktif().instansi)


def hak() -> tuple[str, str, str, str]:
    """As far as it matters to what is shown: role, agency, unit and own NIP of who looks. A part of cache keys."""
    pelaku = pelaku_aktif()
    return pelaku.peran.value, pelaku.instansi or "", pelaku.unit or "", pelaku.nip or ""


def who_is_here() -> SiapaMasuk | None:
    """Who is logged in, looked up again after a moment: a login that ends elsewhere ends an open page as well."""
    kunci = st.context.cookies.get(COOKIE)
    dilihat: tuple[float, str | None, SiapaMasuk | None] | None = st.session_state.get(_MASUK)
    if dilihat is None or dilihat[1] != kunci or monotonic() - dilihat[0] > LOGIN_SECONDS:
        dilihat = (monotonic(), kunci, who(kunci))
        st.session_state[_MASUK] = dilihat
    return dilihat[2]


def forget_who_is_here() -> None:
    """After another post was chosen: look again."""
    st.session_state.pop(_MASUK, None)


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
