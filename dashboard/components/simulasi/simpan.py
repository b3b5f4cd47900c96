"""Saved scenarios: save, open by link, compare two or three, export, delete. Each is marked SIMULASI."""

from collections.abc import Mapping, Sequence
from urllib.parse import urlencode

import streamlit as st
from markupsafe import Markup
from streamlit.delta_generator import DeltaGenerator

from dashboard import caching, session
from dashboard.charts.simulasi import TANDA_SIMULASI
from dashboard.components.simulasi.banding import banding_html
from dashboard.components.simulasi.papan import Papan, jumlah_ubahan
from dashboard.components.simulasi.pilih import TERMUAT
from dashboard.components.umum.polos import polos
from dashboard.components.umum.sabar import SIBUK, bersabar
from dashboard.components.umum.tata import catatan, keadaan_kosong, subjudul
from dashboard.components.umum.unduh import Unduhan, tombol_unduh
from dashboard.domain.dasar.hak import Tindakan
from dashboard.domain.dasar.periode import nama_posisi
from dashboard.domain.skenario.dasar import KunciUbahan, Ubahan
from dashboard.exports.skenario_xlsx import skenario_xlsx
from dashboard.services import skenario as layanan
from dashboard.services.simulasi import Simulasi
from dashboard.templates import Fragments
from data_access.database_state import DatabaseBusy
from data_access.skenario import Skenario

_HTML = Fragments(__file__)
REKAMAN = "skenario"
USANG = "data berubah sejak disimpan"
PESAN = "_pesan_skenario"
PERLU_ULANG = "_skenario_berubah"
"""The list of the saved stands outside the fragment: after saving the whole page runs again."""


def panel_simpan(papan: Papan, s: Simulasi, sasaran: Sequence[str]) -> None:
    """Draw saving and export of what is on screen, as far as one may; part of the fragment of the sliders."""
    simpan, ekspor = session.may(Tindakan.SKENARIO), session.may(Tindakan.EKSPOR)
    if not simpan and not ekspor:
        return
    ubahan = dict(papan.ubahan)
    kosong = not ubahan
    kolom = st.columns([5, 2, 2], vertical_alignment="bottom")
    nama = kolom[0].text_input(
        polos(f"Nama skenario ({jumlah_ubahan(ubahan)})"), key=f"{papan.awalan}-nama", max_chars=layanan.PANJANG_NAMA
    )
    if simpan:
        kolom[1].button(
            "Simpan skenario",
            on_click=_simpan,
            args=(papan, s, sasaran),
            width="stretch",
            disabled=kosong,
            key=f"{papan.awalan}-simpan",
        )
    if ekspor:
        tentang = _info(s, sasaran)
        isi = Unduhan(nama_berkas(nama), lambda _: _xlsx(s, ubahan, nama or "Tanpa nama", tentang))
        with kolom[2]:
            tombol_unduh("Unduh XLSX", isi, f"{papan.awalan}-unduh", lebar=True, mati=kosong)
    if st.session_state.pop(PERLU_ULANG, False):
        st.rerun()
    if pesan := st.session_state.get(PESAN):
        catatan(pesan, langsung=True)


def nama_berkas(nama: str) -> str:
    """The file bears the scenario's name, with a hyphen for what a file name cannot hold."""
    bersih = "".join(huruf if huruf.isalnum() or huruf in " ._()" else "-" for huruf in nama).strip(" .-")
    return f"simulasi-{bersih}.xlsx" if bersih else "simulasi.xlsx"


def _xlsx(s: Simulasi, ubahan: Ubahan, nama: str, tentang: Mapping[str, str]) -> bytes:
    return skenario_xlsx(s.dasar, s.hitung(ubahan), nama, tentang)


def panel_tersimpan(papan: Papan, s: Simulasi, tersimpan: Sequence[Skenario]) -> None:
    """Draw the saved scenarios: open, compare, delete."""
    subjudul("Skenario tersimpan", "Skenario tidak mengubah data resmi; tautannya membuka papan yang sama.")
    if not tersimpan:
        keadaan_kosong("Belum ada skenario tersimpan", "Geser satu masukan, beri nama, lalu simpan.")
        return
    st.html(daftar_html(s, tersimpan))
    _banding_dan_hapus(papan, s, tersimpan)


def daftar_html(s: Simulasi, tersimpan: Sequence[Skenario]) -> Markup:
    """The saved scenarios with their links; one whose data has changed since is flagged."""
    return _HTML("daftar", TANDA_SIMULASI, [_baris(s, satu) for satu in tersimpan])


def _baris(s: Simulasi, satu: Skenario) -> tuple[Skenario, str, str, str]:
    alamat = "simulasi?" + urlencode(
        {"instansi": satu.instansi, "tahun": satu.tahun, "triwulan": nama_posisi(satu.sd.kode), REKAMAN: satu.kode}
    )
    posisi = f"{', '.join(satu.sasaran)}, {satu.sd.label}" + (
        " (proyeksi akhir tahun)" if satu.awal == "proyeksi" else ""
    )
    return satu, alamat, posisi, USANG if layanan.usang(satu, s) else ""


def _banding_dan_hapus(papan: Papan, s: Simulasi, tersimpan: Sequence[Skenario]) -> None:
    nama = {x.kode: x for x in tersimpan}
    sebanding = [x.kode for x in tersimpan if layanan.sebanding(x, s)]
    kiri, kanan = st.columns([5, 3], vertical_alignment="bottom")
    pilih = kiri.multiselect(
        "Bandingkan dua atau tiga skenario dari posisi ini",
        sebanding,
        key=f"{papan.awalan}-banding",
        format_func=lambda k: nama[k].nama,
        placeholder="Pilih skenario",
    )
    pelaku = session.pelaku_aktif()
    dapat = [x.kode for x in tersimpan if layanan.dapat_dihapus(pelaku, x)]
    if dapat:
        _pilih_hapus(papan, s, kanan, {kode: nama[kode] for kode in dapat})
    if len(pilih) > 1:
        st.html(banding_html(s, layanan.bandingkan(s, [nama[k] for k in pilih])))


def _pilih_hapus(papan: Papan, s: Simulasi, tempat: DeltaGenerator, nama: Mapping[str, Skenario]) -> None:
    with tempat.popover("Hapus skenario", width="stretch"):
        hapus = st.selectbox(
            "Skenario yang dihapus",
            list(nama),
            index=None,
            format_func=lambda k: nama[k].nama,
            key=f"{papan.awalan}-hapus-pilih",
            placeholder="Pilih skenario",
        )
        st.button("Hapus", on_click=_hapus, args=(s, hapus), disabled=hapus is None, key=f"{papan.awalan}-hapus")


def _simpan(papan: Papan, s: Simulasi, sasaran: Sequence[str]) -> None:
    nama = str(st.session_state[f"{papan.awalan}-nama"])
    try:
        engine, pelaku = caching.shared_engine(), session.pelaku_aktif()
        baru = bersabar(lambda: layanan.simpan_skenario(engine, pelaku, s, nama, sasaran, papan.ubahan))
    except (DatabaseBusy, layanan.SkenarioDitolak) as error:
        st.session_state[PESAN] = SIBUK if isinstance(error, DatabaseBusy) else str(error)
        return
    session.set_record(REKAMAN, baru.kode)
    st.session_state[TERMUAT] = (baru.kode, s.kinerja.data.versi_data)
    st.session_state[PESAN] = f"Tersimpan: {baru.nama}. Tautan pada baris alamat membukanya kembali."
    st.session_state[PERLU_ULANG] = True


def _hapus(s: Simulasi, kode: str | None) -> None:
    if kode is not None:
        engine, pelaku, instansi = caching.shared_engine(), session.pelaku_aktif(), s.kinerja.data.instansi.kode
        try:
            bersabar(lambda: layanan.hapus_skenario(engine, pelaku, instansi, kode))
        except DatabaseBusy:
            st.session_state[PESAN] = SIBUK
            return
        if st.query_params.get(REKAMAN) == kode:
            session.set_record(REKAMAN, None)


def _info(s: Simulasi, sasaran: Sequence[str]) -> dict[str, str]:
    return {
        "Instansi": s.kinerja.data.instansi.nama,
        "Posisi": s.kinerja.sd.label + (" (proyeksi akhir tahun)" if s.akhir else ""),
        "Indikator yang ingin dicapai": "; ".join(f"{kode} {s.nama(KunciUbahan(kode))}" for kode in sasaran),
        "Versi data": s.kinerja.data.versi_data,
        "Pembuat": session.pelaku_aktif().nama,
    }
