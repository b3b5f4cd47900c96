"""The chosen value in full: its promises, its period, evidence as a file, the steps onward, and its journey."""

import streamlit as st

from dashboard import caching, session
from dashboard.components.bidang.entri import kotak_entri, riwayat_entri
from dashboard.components.bidang.janji import janji_baris
from dashboard.components.bidang.keadaan import KATA_KEADAAN
from dashboard.components.bidang.pesan import coba, gambar_pesan
from dashboard.components.indikator.rincian_indikator import tautan_lanjut
from dashboard.components.umum.polos import polos
from dashboard.components.umum.tata import catatan, paragraf, subjudul
from dashboard.domain.dasar.periode import nama_periode
from dashboard.domain.entri.aturan import AksiEntri, Entri, StatusEntri, aksi_mungkin
from dashboard.domain.entri.bukti import TANDA, file_hash
from dashboard.domain.entri.draf import Ketikan, tanda_entri
from dashboard.domain.entri.isian import isian_dari
from dashboard.domain.entri.kunci import cara_membuka, kalimat_terkunci
from dashboard.services.entri.alur import pindahkan
from dashboard.services.entri.bidang import BarisKinerja, Bidang
from dashboard.services.entri.bukti import BuktiRusak, berkas_bukti, serahkan_bukti
from dashboard.services.entri.lembar import draf_unit, ketik
from dashboard.templates import Fragments

_HTML = Fragments(__file__)
_PERIODE = "_periode_lembar"
TEMPAT = "rincian"
SESUDAH = {
    AksiEntri.TARIK: "Entri ditarik menjadi draf.",
    AksiEntri.KEMBALIKAN: "Entri dikembalikan beserta alasannya; nilainya keluar dari angka resmi.",
}


def periode_terpilih(b: Bidang) -> dict[str, str]:
    """For which period each value is entered, where somebody chose another than the quarter."""
    semua: dict[str, str] = st.session_state.get(_PERIODE, {})
    return {k: p for k, p in semua.items() if k in b.per_kode and p in b.per_kode[k].pilihan_periode}


def rincian(b: Bidang, baris: BarisKinerja) -> None:
    """Draw all that belongs to one value beside its row in the sheet."""
    subjudul(f"{baris.kode} {baris.nama}", ", ".join(b.k.jabatan.get(j, j) for j in baris.pemilik))
    if baris.hasil is not None:
        tautan_lanjut(baris.kode, baris.hasil.indikator.simpul)
    with st.container():
        if b.terkunci and b.koreksi is None:
            catatan(f"{kalimat_terkunci(b.k.sd.tahun, b.k.sd.triwulan)}. {cara_membuka(b.k.sd.tahun, b.k.sd.triwulan)}")
        janji_baris(b, baris)
    periode = _periode(b, baris)
    kosong = Entri(indikator=baris.kode, tahun=b.k.sd.tahun, periode=periode)
    kini = b.entri.get(kosong.kunci)
    with st.container():
        _alasan_kembali(b, kini)
    kiri, kanan = st.columns([3, 2], gap="large")
    with kiri:
        _entri(b, baris, kini)
    with kanan:
        if not b.terkunci or b.koreksi is not None:
            _langkah(b, baris, kini)
            if baris.boleh_isi and AksiEntri.AJUKAN in aksi_mungkin(kini):
                _unggah(b, baris, kosong, kini)
        gambar_pesan(TEMPAT)
    with st.container():
        riwayat_entri(b, kosong)


def _periode(b: Bidang, baris: BarisKinerja) -> str:
    if len(baris.pilihan_periode) == 1:
        return baris.periode
    kunci = f"periode-{baris.kode}-{'-'.join(baris.pilihan_periode)}"

    def pilih() -> None:
        st.session_state[_PERIODE] = st.session_state.get(_PERIODE, {}) | {baris.kode: st.session_state[kunci]}

    pilihan = st.segmented_control(
        "Periode yang diisi pada lembar",
        baris.pilihan_periode,
        default=periode_terpilih(b).get(baris.kode, baris.periode),
        format_func=nama_periode,
        key=kunci,
        required=True,
        on_change=pilih,
    )
    return str(pilihan or baris.periode)


def _alasan_kembali(b: Bidang, kini: Entri | None) -> None:
    if kini is None or AksiEntri.AJUKAN not in aksi_mungkin(kini):
        return
    if (langkah := b.alasan_kembali(kini)) is not None:
        catatan(f"Dikembalikan oleh {langkah.pelaku}: {langkah.alasan}")


def _entri(b: Bidang, baris: BarisKinerja, kini: Entri | None) -> None:
    if kini is None:
        paragraf("Belum ada yang diajukan untuk periode ini.", redup=True)
        return
    st.html(_HTML("keadaan", KATA_KEADAAN[baris.keadaan], baris.terlambat))
    kotak_entri(baris, kini)
    if b.boleh_setujui and kini.status is StatusEntri.DIAJUKAN and kini.kunci in b.diajukan_sendiri:
        paragraf("Anda yang mengajukannya, jadi orang lain yang menyetujui.", redup=True)
    if file_hash(kini.bukti):
        _unduh_bukti(kini)


def _langkah(b: Bidang, baris: BarisKinerja, kini: Entri | None) -> None:
    if kini is None:
        return
    mungkin, nama = aksi_mungkin(kini), "-".join(map(str, kini.kunci))
    if AksiEntri.KEMBALIKAN in mungkin and b.boleh_setujui:
        alasan = f"alasan-{nama}"
        st.text_area("Alasan pengembalian", key=alasan, max_chars=500, height=68)
        st.button(
            "Kembalikan", key=f"kembalikan-{nama}", on_click=_pindah, args=(b, AksiEntri.KEMBALIKAN, kini, alasan)
        )
    if AksiEntri.TARIK in mungkin and baris.boleh_isi:
        st.button("Tarik kembali", key=f"tarik-{nama}", on_click=_pindah, args=(b, AksiEntri.TARIK, kini))


def _pindah(b: Bidang, aksi: AksiEntri, kini: Entri, alasan: str = "") -> None:
    teks = str(st.session_state.get(alasan) or "") if alasan else ""

    def pindah() -> None:
        pindahkan(caching.shared_engine(), session.pelaku_aktif(), b.k.data.instansi.kode, aksi, [kini], teks)

    coba(TEMPAT, pindah, SESUDAH[aksi])


def _unggah(b: Bidang, baris: BarisKinerja, kosong: Entri, kini: Entri | None) -> None:
    """A file as evidence goes into the draft of the row; the sheet shows it in the row's own field."""
    kunci = f"unggah-{'-'.join(map(str, kosong.kunci))}"

    def terima() -> None:
        if (berkas := st.session_state.get(kunci)) is None:
            return
        isi = {"nama": berkas.name, "isi": berkas.getvalue()}

        def serahkan() -> None:
            engine, pelaku, instansi = caching.shared_engine(), session.pelaku_aktif(), b.k.data.instansi.kode
            acuan = serahkan_bukti(engine, pelaku, instansi, baris.kode, b.k.sd.tahun, **isi).acuan
            draf = draf_unit(engine, pelaku, b).get(kosong.kunci)
            lama = (draf.isian if draf is not None else isian_dari(kini)).bukti
            ketik(engine, pelaku, b, [Ketikan(baris.kode, kosong.periode, "bukti", acuan, (lama,), tanda_entri(kini))])

        coba(TEMPAT, serahkan, "Berkas bukti diterima dan ikut diajukan bersama barisnya.")

    st.file_uploader("Unggah berkas bukti", type=list(TANDA), key=kunci, max_upload_size=10, on_change=terima)


def _unduh_bukti(kini: Entri) -> None:
    """A button that hands the evidence file out as a download, never shown in the page."""
    try:
        pelaku, instansi = session.pelaku_aktif(), session.filter_aktif().instansi
        ada = berkas_bukti(caching.shared_engine(), pelaku, instansi, kini.kunci)
    except BuktiRusak as rusak:
        st.caption(polos(f"▲ {rusak}"))
        return
    if ada is None:
        st.caption("Berkas bukti tidak ditemukan di penyimpanan.")
        return
    berkas, isi = ada
    st.download_button(
        polos(f"Unduh bukti: {berkas.nama}"),
        isi,
        file_name=berkas.nama,
        mime="application/octet-stream",
        key=f"unduh-{'-'.join(map(str, kini.kunci))}",
        on_click="ignore",
        icon=":material/attach_file:",
    )
