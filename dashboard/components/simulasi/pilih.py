"""What a simulation is about: the indicators aimed at, where it starts, and which inputs are on the table."""

from collections.abc import Sequence
from decimal import Decimal
from textwrap import shorten

import streamlit as st

from dashboard import session
from dashboard.components.simulasi.deret import label_masukan
from dashboard.components.simulasi.papan import Papan
from dashboard.domain.dasar.indikator import Indikator
from dashboard.domain.skenario.dasar import KunciUbahan
from dashboard.services.kinerja import Kinerja
from dashboard.services.simulasi import MAKS_MASUKAN, Simulasi, pilihan_awal
from dashboard.texts import JENIS
from data_access.skenario import Skenario

MAKS_SASARAN = 3
DI_MUKA = 6
TERMUAT = "_skenario_termuat"
NAMA_AWAL = {"posisi": "Posisi sekarang", "proyeksi": "Proyeksi akhir tahun"}


def buka_tersimpan(k: Kinerja, tersimpan: Sequence[Skenario]) -> None:
    """Put the scenario of the address on the table, once; later movements stay."""
    kode = session.rekaman("skenario", [s.kode for s in tersimpan])
    if kode is None:
        return
    satu = next(s for s in tersimpan if s.kode == kode)
    sasaran = [x for x in satu.sasaran if x in k.hasil.indikator]
    if (satu.tahun, satu.triwulan) != (k.sd.tahun, k.sd.triwulan) or not sasaran:
        pesan = f"Skenario “{satu.nama}” disimpan pada posisi lain; buka dari daftar di bawah."
        st.toast(pesan, icon=":material/info:")
        return
    papan = Papan(nama_papan(k, satu.awal))
    if st.session_state.get(TERMUAT) == (kode, k.data.versi_data):
        return
    st.session_state[TERMUAT] = (kode, k.data.versi_data)
    st.session_state[_kunci_sasaran(k)] = sasaran
    st.session_state[_kunci_awal(k)] = satu.awal
    papan.ganti(satu.ubahan)
    st.session_state.pop(_kunci_masukan(papan, sasaran), None)


def nama_papan(k: Kinerja, awal: str) -> str:
    return f"sim-{k.data.instansi.kode}-{k.sd.tahun}-{k.sd.triwulan}-{awal}"


def pilih_sasaran(k: Kinerja, urut: Sequence[str]) -> tuple[str, ...]:
    """One to three indicators; the first of `urut` where nothing is chosen."""
    nama = {kode: k.hasil.indikator[kode].indikator for kode in urut}
    kunci = _kunci_sasaran(k)
    if diminta := session.rekaman("indikator", nama):
        st.session_state.setdefault(kunci, [diminta])
    st.session_state.setdefault(kunci, [_bawaan(k, urut)])
    pilih = st.multiselect(
        "Indikator yang ingin dicapai (paling banyak tiga)",
        urut,
        key=kunci,
        format_func=lambda x: _label(nama[x]),
        placeholder="Pilih sampai tiga indikator",
    )
    return tuple(pilih[:MAKS_SASARAN]) or (_bawaan(k, urut),)


def _label(i: Indikator) -> str:
    return f"{i.kode} {shorten(i.nama, 60, placeholder='…')} ({JENIS.get(i.jenis, i.jenis)})"


def _bawaan(k: Kinerja, urut: Sequence[str]) -> str:
    """The worst with a number: of the main indicators made of others, else of the programs, else of the main ones."""
    utama = {h.kode for h in k.utama()}
    berumus = [h for h in k.hasil.indikator.values() if h.persen is not None and h.simpul.terhitung is not None]
    calon = [h for h in berumus if h.kode in utama] or [h for h in berumus if h.indikator.jenis == "program"]
    calon = calon or [h for h in k.utama() if h.persen is not None]
    return min(calon, key=lambda h: (h.persen or Decimal(0), h.kode)).kode if calon else urut[0]


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
    penyusun = list(dict.fromkeys(k for kode in sasaran for k in s.kunci_untuk(kode)))
    lain = [k for k in s.kunci_lain(sasaran[0]) if k not in penyusun]
    kunci = _kunci_masukan(papan, sasaran)
    if kunci not in st.session_state:
        diubah = [k for k in papan.ubahan if k in penyusun or k in lain]
        muka = penyusun if len(penyusun) <= DI_MUKA + 2 else penyusun[:DI_MUKA]
        st.session_state[kunci] = list(dict.fromkeys([*diubah, *muka]))[:MAKS_MASUKAN]
    jumlah = f"{len(st.session_state[kunci])} dari {len(penyusun) + len(lain)}"
    with st.expander(f"Masukan yang digeser ({jumlah}; paling banyak {MAKS_MASUKAN})"):
        pilih = st.multiselect(
            "Masukan",
            [*penyusun, *lain],
            key=kunci,
            format_func=lambda k: label_masukan(s.masukan(k), 70),
            label_visibility="collapsed",
            placeholder="Pilih masukan",
        )
    return tuple(pilih[:MAKS_MASUKAN])


def _kunci_sasaran(k: Kinerja) -> str:
    return f"sasaran-{k.data.instansi.kode}"


def _kunci_awal(k: Kinerja) -> str:
    return f"awal-{k.data.instansi.kode}-{k.sd.tahun}-{k.sd.triwulan}"


def _kunci_masukan(papan: Papan, sasaran: Sequence[str]) -> str:
    return f"{papan.awalan}-masukan-{'+'.join(sasaran)}"
