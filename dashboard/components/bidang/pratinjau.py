"""What an entry would change, how it stands, who moved it, and two versions side by side. No widget in here."""

from collections.abc import Iterable, Sequence
from datetime import datetime

import streamlit as st
from markupsafe import Markup

from dashboard.charts.kalimat import nilai_bersatuan, target_tertulis
from dashboard.components.umum.tata import lencana_html, status_html
from dashboard.domain.dasar.indikator import SumberNilai
from dashboard.domain.entri.aturan import KATA_KERJA, AksiEntri, Entri
from dashboard.domain.entri.bukti import sidik_berkas, tautan
from dashboard.domain.entri.isian import Isian, isian_dari
from dashboard.domain.hitung.hasil import HasilIndikator
from dashboard.formatting import persen, tanggal, waktu
from dashboard.services.entri.alur import PratinjauEntri
from dashboard.services.entri.bidang import BarisKinerja, Bidang
from dashboard.texts import SUMBER_NILAI

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
    pola = '<p class="dk dk-pesan {}" role="{}">{}</p>'
    st.html(Markup(pola).format("dk-berhasil" if berhasil else "dk-gagal", "status" if berhasil else "alert", teks))


def kotak_pratinjau(b: BarisKinerja, pratinjau: Sequence[PratinjauEntri], kurang: Sequence[str]) -> None:
    """Draw the achievement this entry will give, beside the official one, and what is missing to hand it in."""
    bagian = _gabung(_satu_pratinjau(p, p.sesudah.kode != b.kode) for p in pratinjau)
    butir = _gabung(Markup("<li>{}</li>").format(k) for k in kurang)
    sisa = Markup("<section><h3>Sebelum diajukan</h3><ul>{}</ul></section>").format(butir) if kurang else Markup("")
    st.html(Markup('<div class="dk dk-isi" aria-live="polite">{}{}</div>').format(bagian, sisa))


def _satu_pratinjau(p: PratinjauEntri, bernama: bool) -> Markup:
    h = p.sesudah
    judul = f"{h.kode} bila disetujui" if bernama else "Capaian bila disetujui"
    fakta = [
        ("Realisasi s.d. periode", nilai_bersatuan(h.nilai, h.indikator.satuan)),
        ("Target s.d. periode", target_tertulis(h)),
        ("Sekarang", _kini(p.sebelum)),
    ]
    if h.realisasi.catatan:
        fakta.append(("Catatan", " ".join(h.realisasi.catatan)))
    pola = '<section><h3>{}</h3><p class="dk-besar dk-angka">{} {}</p><dl>{}</dl></section>'
    return Markup(pola).format(judul, persen(h.persen), status_html(h.status), daftar_fakta(fakta))


def _kini(h: HasilIndikator) -> Markup:
    return Markup("{} {}").format(persen(h.persen) if h.persen is not None else "", status_html(h.status))


def daftar_fakta(isi: Iterable[tuple[str, str | Markup]]) -> Markup:
    return _gabung(Markup("<dt>{}</dt><dd>{}</dd>").format(nama, nilai) for nama, nilai in isi)


def kotak_entri(b: BarisKinerja, entri: Entri) -> None:
    """Draw a stored entry to be read."""
    isi = _isi_tampil(isian_dari(entri), b)
    fakta: list[tuple[str, str | Markup]] = [(LABEL[k], bukti_html(v) if k == "bukti" else v) for k, v in isi.items()]
    sumber = SumberNilai(entri.sumber_nilai)
    kata = SUMBER_NILAI[sumber]
    fakta.append(("Sumber nilai", lencana_html(kata) if sumber is SumberNilai.SIMULASI else kata))
    st.html(Markup('<div class="dk dk-isi"><dl>{}</dl></div>').format(daftar_fakta(fakta)))


def bukti_html(bukti: str) -> str | Markup:
    """Only an address of the web becomes a link, and it opens elsewhere."""
    if sidik_berkas(bukti):
        return "berkas, lihat tombol unduh"
    if alamat := tautan(bukti):
        return Markup('<a href="{}" target="_blank" rel="noopener noreferrer">{}</a>').format(alamat, alamat)
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
    baris = _gabung(
        Markup('<tr><th scope="row">{}</th><td>{}</td><td>{}</td></tr>').format(
            LABEL[nama], kiri.get(nama, "kosong"), kanan.get(nama, "kosong")
        )
        for nama in LABEL
        if kiri.get(nama) != kanan.get(nama)
    )
    pola = (
        '<div class="dk dk-gulir"><table class="dk-tabel dk-ringkas"><caption class="dk-tersembunyi">Dua versi'
        '</caption><thead><tr><th scope="col">Bagian</th><th scope="col">Tersimpan oleh {}</th>'
        '<th scope="col">Isian Anda, belum disimpan</th></tr></thead><tbody>{}</tbody></table></div>'
    )
    st.html(Markup(pola).format(penulis, baris))


def riwayat_entri(b: Bidang, kosong: Entri) -> None:
    """Draw the steps of an entry, newest first; nothing where there are none."""
    langkah = [s for s in reversed(b.langkah) if (s.indikator, s.tahun, s.periode) == kosong.kunci]
    if not langkah:
        return
    butir = _gabung(
        Markup("<li>{} oleh {}, {}{}</li>").format(
            KATA_KERJA[AksiEntri(s.aksi)].capitalize(),
            s.pelaku,
            waktu(datetime.fromisoformat(s.waktu)),
            f": {s.alasan}" if s.alasan else "",
        )
        for s in langkah
    )
    pola = '<div class="dk dk-isi"><h3>Perjalanan entri</h3><ul>{}</ul></div>'
    st.html(Markup(pola).format(butir))


def _gabung(bagian: Iterable[Markup]) -> Markup:
    return Markup("").join(bagian)
