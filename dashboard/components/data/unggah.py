"""Step 2: the files, and what their headings mean where they are not ours."""

from collections.abc import Sequence
from dataclasses import dataclass

import streamlit as st

from dashboard import caching
from dashboard.components.data.langkah import langkah
from dashboard.components.data.pemetaan import panel_pemetaan
from dashboard.services.data.pemetaan import Usulan, ingatan, usulkan
from dashboard.services.data.serahan import MAKS_BERKAS, Serahan, Unggahan, baca_unggahan, sidik_unggahan
from dashboard.session import Filter

JENIS_UNGGAH = ("xlsx", "csv", "ods", "xls", "et", "xlsb", "xlsm")
"""The last two are not read, but named, with what to do."""
_URUTAN = "_urutan_unggah"
_PETA = "_peta_disetujui"
_USULAN = "_usulan_peta"
_SIDIK = "_sidik_berkas"


@dataclass(frozen=True, slots=True)
class Terunggah:
    """What lies in the box: `kunci` names exactly these contents, `serahan` is None while headings are unsettled."""

    kunci: tuple[str, ...]
    serahan: Serahan | None


def kunci_unggah(f: Filter) -> str:
    """The key of the upload box; a new one empties it."""
    return f"unggah-{f.instansi}-{st.session_state.get(_URUTAN, 0)}"


def kosongkan_unggahan() -> None:
    """Put the files away, after they were taken."""
    st.session_state[_URUTAN] = st.session_state.get(_URUTAN, 0) + 1


def langkah_serahkan(f: Filter) -> Terunggah | None:
    """Draw the step; None while there is no file."""
    langkah(
        2,
        "Serahkan berkas",
        "Templat yang sudah diisi, atau berkas lain (.xlsx, .xls, .ods, .csv). Belum ada yang disimpan.",
    )
    berkas = st.file_uploader(
        f"Pilih sampai {MAKS_BERKAS} berkas, masing-masing paling besar 10 MB",
        type=list(JENIS_UNGGAH),
        accept_multiple_files=True,
        max_upload_size=10,
        key=kunci_unggah(f),
    )
    if not berkas:
        return None
    unggahan = tuple(Unggahan(satu.name, satu.getvalue()) for satu in berkas)
    kunci = (f.instansi, *_sidik([satu.file_id for satu in berkas], unggahan))
    usulan = _usulan(f, kunci, unggahan)
    peta = st.session_state.get(_PETA, {}).get(kunci)
    if usulan and peta is None:
        peta = panel_pemetaan(f, usulan)
        if peta is None:
            return Terunggah(kunci, None)
        st.session_state[_PETA] = {kunci: peta}
        st.rerun()
    if peta and st.button("Ubah arti judul kolom", key="ubah-peta", type="tertiary", icon=":material/edit:"):
        del st.session_state[_PETA]
        st.rerun()
    return Terunggah(kunci, Serahan(unggahan, peta=peta or ()))


def _sidik(nomor: Sequence[str], unggahan: Sequence[Unggahan]) -> tuple[str, ...]:
    """Each file by its content, so that what was answered about it holds when it is handed in again; hashed once."""
    lama: dict[str, str] = st.session_state.get(_SIDIK, {})
    kini = {i: lama.get(i) or sidik_unggahan([satu]) for i, satu in zip(nomor, unggahan, strict=True)}
    st.session_state[_SIDIK] = kini
    return tuple(kini.values())


def _usulan(f: Filter, kunci: tuple[str, ...], unggahan: tuple[Unggahan, ...]) -> tuple[Usulan, ...]:
    """What to ask about the headings of these files; read once."""
    tersimpan = st.session_state.get(_USULAN)
    if tersimpan is None or tersimpan[0] != kunci:
        usulan = usulkan(baca_unggahan(unggahan), ingatan(caching.shared_engine(), f.instansi))
        st.session_state[_USULAN] = tersimpan = (kunci, usulan)
    isi: tuple[Usulan, ...] = tersimpan[1]
    return isi
