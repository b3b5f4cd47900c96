"""What a simulation is about: the indicators aimed at, where it starts, and which inputs are on the table."""

from collections.abc import Sequence

import streamlit as st

from dashboard import session
from dashboard.components.simulasi.daftar import DaftarPilihan, daftar_masukan, daftar_sasaran, sekaligus
from dashboard.components.simulasi.papan import Papan
from dashboard.components.umum.polos import polos
from dashboard.domain.skenario.dasar import KunciUbahan
from dashboard.services.kinerja import Kinerja
from dashboard.services.simulasi import MAKS_MASUKAN, Simulasi, pilihan_awal
from data_access.skenario import Skenario

MAKS_SASARAN = 3
DI_MUKA = 6
TERMUAT = "_skenario_termuat"
NAMA_AWAL = {"posisi": "Posisi sekarang", "proyeksi": "Proyeksi akhir tahun"}


def buka_tersimpan(k: Kinerja, tersimpan: Sequence[Skenario]) -> None:
    """Put the scenario of the address on the table, once; later movements stay."""
    kode = session.record("skenario", [s.kode for s in tersimpan])
    if kode is None:
        _katakan_tak_dikenal()
        return
    satu = next(s for s in tersimpan if s.kode == kode)
    sasaran = [x for x in satu.sasaran if x in k.hasil.indikator]
    if satu.sd != k.sd or not sasaran:
        sebab = (
            "disimpan pada posisi lain; buka dari daftar di bawah"
            if satu.sd != k.sd
            else f"menuju {', '.join(satu.sasaran)}, yang tidak ada lagi pada data; susun skenario baru"
        )
        st.toast(f"Skenario “{polos(satu.nama)}” {polos(sebab)}.", icon=":material/info:")
        return
    papan = Papan(nama_papan(k, satu.awal))
    if st.session_state.get(TERMUAT) == (kode, k.data.versi_data):
        return
    st.session_state[TERMUAT] = (kode, k.data.versi_data)
    st.session_state[_kunci_sasaran(k)] = sasaran
    st.session_state[_kunci_awal(k)] = satu.awal
    papan.ganti(satu.ubahan)
    st.session_state.pop(_kunci_masukan(papan, sasaran), None)


def _katakan_tak_dikenal() -> None:
    """A link to a scenario that is not there is said once and taken out of the address."""
    if diminta := st.query_params.get("skenario"):
        session.set_record("skenario", None)
        st.toast(
            f"Skenario “{polos(diminta)}” tidak ada pada instansi ini; mungkin sudah dihapus.",
            icon=":material/info:",
            duration="long",
        )


def lepas_yang_hilang(papan: Papan, s: Simulasi) -> None:
    """Take off the board what the data no longer has, and say so."""
    ada = s.sahkan(papan.ubahan)
    hilang = sorted({k.kode for k in papan.ubahan if k not in ada})
    if hilang:
        papan.ganti(ada)
        st.toast(polos(f"Dilepas karena tidak ada lagi dalam data: {', '.join(hilang)}."), icon=":material/info:")


def nama_papan(k: Kinerja, awal: str) -> str:
    return f"sim-{k.data.instansi.kode}-{k.sd.tahun}-{k.sd.triwulan}-{awal}"


def pilih_sasaran(k: Kinerja) -> tuple[str, ...]:
    """One to three indicators; the one that needs it most where nothing is chosen."""
    daftar, kunci = daftar_sasaran(k), _kunci_sasaran(k)
    if diminta := session.record("indikator", daftar.label):
        st.session_state.setdefault(kunci, [diminta])
    st.session_state.setdefault(kunci, list(daftar.bawaan))
    pilih = st.multiselect(
        "Indikator yang ingin dicapai (paling banyak tiga)",
        sekaligus(daftar, st.session_state[kunci], f"{kunci}-unit"),
        key=kunci,
        format_func=daftar.label.__getitem__,
        placeholder="Pilih sampai tiga indikator",
    )
    return tuple(pilih[:MAKS_SASARAN]) or daftar.bawaan


def pilih_awal(k: Kinerja) -> str:
    """The official position, or, while quarters are to come, the projected year end."""
    pilihan = pilihan_awal(k)
    if len(pilihan) == 1:
        return pilihan[0]
    terpilih = st.segmented_control(
        "Titik awal",
        pilihan,
        key=_kunci_awal(k),
        default=None if _kunci_awal(k) in st.session_state else pilihan[0],
        required=True,
        format_func=NAMA_AWAL.__getitem__,
    )
    return terpilih or pilihan[0]


def pilih_masukan(papan: Papan, s: Simulasi, sasaran: Sequence[str]) -> tuple[KunciUbahan, ...]:
    """The inputs on the table: those the aims are made of, any other on request."""
    daftar, kunci = daftar_masukan(s, sasaran), _kunci_masukan(papan, sasaran)
    if kunci not in st.session_state:
        diubah = [k for k in papan.ubahan if k in daftar.label]
        muka = daftar.bawaan if len(daftar.bawaan) <= DI_MUKA + 2 else daftar.bawaan[:DI_MUKA]
        st.session_state[kunci] = list(dict.fromkeys([*diubah, *muka]))[:MAKS_MASUKAN]
    terpilih: list[KunciUbahan] = st.session_state[kunci]
    judul = f"Masukan yang digeser ({len(terpilih)} dari {len(daftar.label)}; paling banyak {MAKS_MASUKAN})"
    lipatan = st.expander(polos(judul), key=f"{papan.awalan}-pilih-masukan", on_change="rerun")
    if lipatan.open:  # hundreds of options are sent to those who want to see them
        with lipatan:
            _daftar_masukan(daftar, terpilih, kunci)
    return tuple(terpilih[:MAKS_MASUKAN])


def _daftar_masukan(daftar: DaftarPilihan[KunciUbahan], terpilih: list[KunciUbahan], kunci: str) -> None:
    isian = f"{kunci}-isian"
    st.session_state.setdefault(isian, terpilih)

    def simpan() -> None:
        st.session_state[kunci] = st.session_state[isian]

    st.multiselect(
        "Masukan",
        sekaligus(daftar, terpilih, f"{kunci}-unit"),
        key=isian,
        format_func=daftar.label.__getitem__,
        label_visibility="collapsed",
        placeholder="Pilih masukan",
        on_change=simpan,
    )


def _kunci_sasaran(k: Kinerja) -> str:
    return f"sasaran-{k.data.instansi.kode}"


def _kunci_awal(k: Kinerja) -> str:
    return f"awal-{k.data.instansi.kode}-{k.sd.tahun}-{k.sd.triwulan}"


def _kunci_masukan(papan: Papan, sasaran: Sequence[str]) -> str:
    return f"{papan.awalan}-masukan-{'+'.join(sasaran)}"
