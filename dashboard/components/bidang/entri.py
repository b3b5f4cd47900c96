"""An entry to be read, and who moved it. No widget in here."""

from datetime import datetime

import streamlit as st
from markupsafe import Markup

from dashboard.components.umum.tata import lencana_html
from dashboard.domain.dasar.indikator import SumberNilai
from dashboard.domain.entri.aturan import KATA_KERJA, AksiEntri, Entri
from dashboard.domain.entri.bukti import file_hash, tautan
from dashboard.domain.entri.isian import SEBUTAN, Isian, isian_dari
from dashboard.formatting import waktu
from dashboard.services.entri.bidang import BarisKinerja, Bidang
from dashboard.templates import Fragments
from dashboard.texts import SUMBER_NILAI
from data_access.isian.entri import LangkahEntri

_HTML = Fragments(__file__)


def kotak_entri(b: BarisKinerja, entri: Entri) -> None:
    """Draw a stored entry to be read."""
    isi = _isi_tampil(isian_dari(entri), b)
    fakta: list[tuple[str, str | Markup]] = [(SEBUTAN[k], bukti_html(v) if k == "bukti" else v) for k, v in isi.items()]
    sumber = SumberNilai(entri.sumber_nilai)
    kata = SUMBER_NILAI[sumber]
    fakta.append(("Sumber nilai", lencana_html(kata) if sumber is SumberNilai.SIMULASI else kata))
    st.html(_HTML("entri", fakta))


def bukti_html(bukti: str) -> str | Markup:
    """Only an address of the web becomes a link, and it opens elsewhere."""
    if file_hash(bukti):
        return "berkas, lihat tombol unduh"
    if alamat := tautan(bukti):
        return _HTML("tautan", alamat)
    return bukti


def _isi_tampil(isian: Isian, b: BarisKinerja) -> dict[str, str]:
    """What is filled in, as text."""
    isi = {nama: getattr(isian, nama) for nama in SEBUTAN}
    if isi["nilai"] and b.satuan:
        isi["nilai"] = f"{isi['nilai']} {b.satuan}"
    return {nama: teks for nama, teks in isi.items() if teks}


def riwayat_entri(b: Bidang, kosong: Entri) -> None:
    """Draw the steps of an entry, newest first; nothing where there are none."""
    langkah = [s for s in reversed(b.langkah) if (s.indikator, s.tahun, s.periode) == kosong.kunci]
    if not langkah:
        return
    st.html(_HTML("perjalanan", [_kalimat_langkah(s) for s in langkah]))


def _kalimat_langkah(s: LangkahEntri) -> str:
    kata = KATA_KERJA[AksiEntri(s.aksi)].capitalize()
    alasan = f": {s.alasan}" if s.alasan else ""
    return f"{kata} oleh {s.pelaku}, {waktu(datetime.fromisoformat(s.waktu))}{alasan}"
