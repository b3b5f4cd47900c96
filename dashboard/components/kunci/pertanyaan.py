"""The question before a quarter is closed: what it covers, what stands open, and a button that says both."""

import streamlit as st

from dashboard import caching, session
from dashboard.components.bidang.pesan import DITOLAK, kalimat_tolakan, lakukan
from dashboard.components.umum.polos import polos
from dashboard.components.umum.tata import tolakan
from dashboard.domain.dasar.periode import BULAN_TRIWULAN, ROMAWI, SampaiDengan
from dashboard.services.entri.kunci import kunci_sampai
from dashboard.services.entri.rencana_kunci import NilaiTertinggal, RencanaKunci, SisaTriwulan, rencana_kunci
from dashboard.services.jam import hari_ini
from dashboard.templates import Fragments
from dashboard.texts_skp import nama_bulan

_HTML = Fragments(__file__)


def tanya_kunci(tempat: str, instansi: str, sd: SampaiDengan) -> None:
    """Read what closing would close, and ask; what is shown is what will be closed, or nothing."""
    try:
        rencana = rencana_kunci(caching.shared_engine(), session.pelaku_aktif(), instansi, sd, hari_ini())
    except DITOLAK as error:
        tolakan(kalimat_tolakan(error))
        return
    _tanya(tempat, instansi, sd, rencana)


@st.dialog("Kunci triwulan ini?", width="large")
def _tanya(tempat: str, instansi: str, sd: SampaiDengan, rencana: RencanaKunci) -> None:
    bagian = [_bagian(satu) for satu in rencana.triwulan]
    st.html(_HTML("rencana", rencana.instansi, rentang(rencana), lingkup(rencana), bagian))

    def kerja() -> None:
        letak = (instansi, sd.tahun, sd.triwulan)
        kunci_sampai(caching.shared_engine(), session.pelaku_aktif(), *letak, dasar=rencana.dasar)

    with st.container(horizontal=True):
        batal = st.button("Batal", key="batal-kunci")
        kunci = st.button(
            polos(kata_tombol(rencana)),
            type="primary",
            key="ya-kunci",
            icon=":material/lock:",
            on_click=lakukan,
            args=(tempat, kerja, f"{rentang(rencana)} dikunci."),
        )
    if batal or kunci:
        st.rerun()


def rentang(r: RencanaKunci) -> str:
    """ "TW II 2023", or "TW I–IV 2023" where earlier quarters are closed with it."""
    awal, akhir = r.triwulan[0].sd, r.triwulan[-1].sd
    mulai = "" if awal == akhir else f"{ROMAWI[awal.triwulan]}–"
    return f"TW {mulai}{ROMAWI[akhir.triwulan]} {akhir.tahun}"


def kata_tombol(r: RencanaKunci) -> str:
    """What the button will do, and what it will leave behind."""
    sisa = f", {r.jumlah} tertinggal" if r.jumlah else ""
    return f"Kunci {rentang(r)}{sisa}"


def lingkup(r: RencanaKunci) -> tuple[str, ...]:
    """What is closed, and what stays open."""
    awal, akhir = r.triwulan[0].sd, r.triwulan[-1].sd
    bulan = f"{nama_bulan((awal.triwulan - 1) * BULAN_TRIWULAN + 1)} sampai {nama_bulan(akhir.bulan_akhir)}"
    return (
        f"Target, realisasi, capaian, dan status {r.utama} IKU dan {r.lain} indikator lain, termasuk IKI.",
        "Kendala, solusi, tindak lanjut, penanggung jawab, dan batas waktu yang dilaporkan.",
        f"SKP, perilaku, predikat unit, dan anggaran {bulan} {akhir.tahun}.",
        "Banyaknya pegawai, pengaturan, dan batas hari yang menentukan angka-angka itu.",
    )


def _bagian(s: SisaTriwulan) -> tuple[str, str, list[tuple[str, tuple[NilaiTertinggal, ...]]]]:
    """A quarter: its name, a warning, and each kind of what is left with the names."""
    nama = f"TW {ROMAWI[s.sd.triwulan]} {s.sd.tahun}"
    lewat = "semuanya" if s.terlambat == len(s.belum) else s.terlambat
    jenis = [
        (f"{len(s.belum)} nilai belum diajukan" + (f", {lewat} terlambat" if s.terlambat else ""), s.belum),
        (f"{len(s.menunggu)} nilai menunggu persetujuan", s.menunggu),
        (f"{len(s.draf)} draf belum diajukan", s.draf),
    ]
    return nama, "" if s.berakhir else f"{nama} belum berakhir.", [(teks, isi) for teks, isi in jenis if isi]
