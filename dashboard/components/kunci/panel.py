"""Closing a quarter, opening a correction of it, and every change that was made under one."""

from collections.abc import Sequence
from datetime import datetime

import streamlit as st
from markupsafe import Markup

from dashboard import caching, session
from dashboard.components.bidang.pesan import coba, gambar_pesan, lakukan
from dashboard.components.kunci.pertanyaan import tanya_kunci
from dashboard.components.umum.polos import polos
from dashboard.domain.dasar.hak import Tindakan, boleh
from dashboard.domain.dasar.periode import ROMAWI
from dashboard.domain.entri.kunci import Koreksi
from dashboard.domain.kamus.jejak import KATA_AKSI, beda, kalimat_beda, sebut_baris
from dashboard.formatting import waktu
from dashboard.services.entri.bidang import Bidang
from dashboard.services.entri.kunci import BukuKunci, akhiri_koreksi, buka_koreksi
from dashboard.services.riwayat import KUNCI as LEMBAR_KUNCI
from dashboard.templates import Fragments
from data_access.kunci.keadaan import PerubahanTerkoreksi

_HTML = Fragments(__file__)
TEMPAT = "kunci"
ALASAN = "alasan-koreksi"


def kode_terkoreksi(b: Bidang, buku: BukuKunci) -> set[str]:
    """The indicators whose reports of this quarter were changed after it was closed."""
    nomor = {k.nomor for k in buku.keadaan.koreksi if (k.tahun, k.triwulan) == (b.k.sd.tahun, b.k.sd.triwulan)}
    return {str(p.kunci["indikator"]) for p in buku.perubahan if p.nomor in nomor and "indikator" in p.kunci}


def panel_kunci(b: Bidang, buku: BukuKunci) -> None:
    """Draw the state of the year's quarters, the planner's buttons, and the corrections."""
    panel = st.expander("Kunci periode dan koreksi", key="panel-kunci", on_change="rerun")
    if not panel.open:
        return
    with panel:
        st.html(_daftar_kunci(b, buku))
        if boleh(session.pelaku_aktif(), Tindakan.KUNCI, b.k.data.instansi.kode):
            _button(b)
        gambar_pesan(TEMPAT)
        for koreksi in reversed(buku.keadaan.koreksi):
            st.html(_koreksi(koreksi, [p for p in buku.perubahan if p.nomor == koreksi.nomor]))
        st.html(_HTML("riwayat", session.address("riwayat", lembar=LEMBAR_KUNCI)))


def _daftar_kunci(b: Bidang, buku: BukuKunci) -> Markup:
    ada = {k.triwulan: k for k in buku.keadaan.kunci if k.tahun == b.k.sd.tahun}
    isi = [
        (ROMAWI[tw], f"dikunci {ada[tw].pelaku}, {_waktu(ada[tw].waktu)}" if tw in ada else "terbuka") for tw in ROMAWI
    ]
    return _HTML("triwulan", isi)


def _button(b: Bidang) -> None:
    sd, instansi = b.k.sd, b.k.data.instansi.kode
    nama = f"TW {ROMAWI[sd.triwulan]} {sd.tahun}"
    if (koreksi := b.koreksi) is not None:

        def kerja() -> None:
            akhiri_koreksi(caching.shared_engine(), session.pelaku_aktif(), instansi, koreksi.nomor)

        st.button(
            "Akhiri koreksi", key="akhiri-koreksi", on_click=lakukan, args=(TEMPAT, kerja, f"Koreksi {nama} diakhiri.")
        )
    elif b.terkunci:
        st.text_input(
            polos(f"Alasan membuka lagi {nama}"),
            key=ALASAN,
            max_chars=500,
            placeholder="misalnya laporan bidang salah ketik",
        )
        st.button(polos(f"Buka koreksi {nama}"), key="buka-koreksi", on_click=_buka, args=(b,))
    elif st.button(polos(f"Kunci sampai {nama}…"), key="kunci-periode", icon=":material/lock:"):
        tanya_kunci(TEMPAT, instansi, sd)


def _buka(b: Bidang) -> None:
    sd, alasan = b.k.sd, str(st.session_state.get(ALASAN) or "")

    def kerja() -> None:
        letak = (b.k.data.instansi.kode, sd.tahun, sd.triwulan)
        buka_koreksi(caching.shared_engine(), session.pelaku_aktif(), *letak, alasan)

    if coba(TEMPAT, kerja, f"TW {ROMAWI[sd.triwulan]} {sd.tahun} dibuka lagi untuk koreksi."):
        st.session_state[ALASAN] = ""


def _koreksi(koreksi: Koreksi, perubahan: Sequence[PerubahanTerkoreksi]) -> Markup:
    akhir = f"diakhiri {koreksi.penutup}, {_waktu(koreksi.ditutup)}" if koreksi.ditutup else "masih terbuka"
    kalimat = [kalimat_perubahan(p) for p in perubahan]
    return _HTML("koreksi", koreksi, ROMAWI[koreksi.triwulan], _waktu(koreksi.waktu), akhir, kalimat)


def kalimat_perubahan(p: PerubahanTerkoreksi) -> str:
    """ "realisasi IKU-01 / 2026 / TW I, Realisasi: 20,25 → 21, oleh Perencana, 21 November 2026 pukul 10.02 WIB" """
    isi = "; ".join(kalimat_beda(satu) for satu in beda(p.lembar, p.lama, p.baru))
    return f"{sebut_baris(p.lembar, p.kunci)}, {isi or KATA_AKSI['hapus']}, oleh {p.pelaku}, {_waktu(p.waktu)}"


def _waktu(iso: str) -> str:
    return waktu(datetime.fromisoformat(iso))
