"""What an entry would change, how it stands, who moved it, and two versions side by side. No widget in here."""

from collections.abc import Sequence
from datetime import datetime

import streamlit as st
from markupsafe import Markup

from dashboard.charts.kalimat import nilai_bersatuan, target_tertulis
from dashboard.components.umum.tata import lencana_html
from dashboard.domain.dasar.indikator import SumberNilai
from dashboard.domain.entri.aturan import KATA_KERJA, AksiEntri, Entri
from dashboard.domain.entri.bukti import file_hash, tautan
from dashboard.domain.entri.isian import Isian, isian_dari
from dashboard.domain.hitung.hasil import HasilIndikator
from dashboard.formatting import tanggal, waktu
from dashboard.services.entri.alur import PratinjauEntri
from dashboard.services.entri.bidang import BarisKinerja, Bidang
from dashboard.templates import Fragments
from dashboard.texts import SUMBER_NILAI
from data_access.entri import LangkahEntri

_HTML = Fragments(__file__)
LABEL: dict[str, str] = {
    "nilai": "Realisasi",
    "pembilang": "Pembilang",
    "penyebut": "Penyebut",
    "kendala": "Kendala",
    "solusi": "Solusi",
    "tindak_lanjut": "Tindak lanjut",
    "pic": "Penanggung jawab",
    "batas_waktu": "Batas waktu",
    "bukti": "Bukti dukung",
}


def pesan(berhasil: bool, teks: str) -> None:
    """Draw what the last action had to say."""
    st.html(_HTML("pesan", berhasil, teks))


def kotak_pratinjau(b: BarisKinerja, pratinjau: Sequence[PratinjauEntri], kurang: Sequence[str]) -> None:
    """Draw the achievement this entry will give, beside the official one, and what is missing to hand it in."""
    st.html(_HTML("pratinjau", [_satu_pratinjau(p, p.sesudah.kode != b.kode) for p in pratinjau], kurang))


def _satu_pratinjau(p: PratinjauEntri, bernama: bool) -> tuple[str, HasilIndikator, list[tuple[str, str | Markup]]]:
    h = p.sesudah
    judul = f"{h.kode} bila disetujui" if bernama else "Capaian bila disetujui"
    fakta: list[tuple[str, str | Markup]] = [
        ("Realisasi s.d. periode", nilai_bersatuan(h.nilai, h.indikator.satuan)),
        ("Target s.d. periode", target_tertulis(h)),
        ("Sekarang", _HTML("persen_status", p.sebelum)),
    ]
    if h.realisasi.catatan:
        fakta.append(("Catatan", " ".join(h.realisasi.catatan)))
    return judul, h, fakta


def kotak_entri(b: BarisKinerja, entri: Entri) -> None:
    """Draw a stored entry to be read."""
    isi = _isi_tampil(isian_dari(entri), b)
    fakta: list[tuple[str, str | Markup]] = [(LABEL[k], bukti_html(v) if k == "bukti" else v) for k, v in isi.items()]
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
    isi = {nama: getattr(isian, nama) for nama in LABEL}
    isi["batas_waktu"] = tanggal(isian.batas_waktu) if isian.batas_waktu else ""
    if isi["nilai"] and b.satuan:
        isi["nilai"] = f"{isi['nilai']} {b.satuan}"
    return {nama: teks for nama, teks in isi.items() if teks}


def banding(b: BarisKinerja, tersimpan: Entri | None, isian: Isian, penulis: str) -> None:
    """Draw what is stored beside what was typed, where they differ."""
    kiri, kanan = _isi_tampil(isian_dari(tersimpan), b), _isi_tampil(isian, b)
    baris = [
        (LABEL[nama], kiri.get(nama, "kosong"), kanan.get(nama, "kosong"))
        for nama in LABEL
        if kiri.get(nama) != kanan.get(nama)
    ]
    st.html(_HTML("banding", ("Bagian", f"Tersimpan oleh {penulis}", "Isian Anda, belum disimpan"), baris))


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
