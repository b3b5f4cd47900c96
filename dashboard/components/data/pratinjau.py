"""Step 3: what would happen to every row; then take it over, all or nothing."""

from collections.abc import Callable
from dataclasses import replace

import streamlit as st
from markupsafe import Markup

from dashboard import caching, session
from dashboard.components.data.bertanda import unduh_bertanda
from dashboard.components.data.gerak import panel_gerak
from dashboard.components.data.langkah import langkah, simpulan
from dashboard.components.data.tanya import panel_tanya
from dashboard.components.data.unggah import Terunggah, kosongkan_unggahan
from dashboard.components.umum.polos import polos
from dashboard.components.umum.sabar import SIBUK, bersabar
from dashboard.components.umum.tata import paragraf
from dashboard.formatting import angka
from dashboard.services.data.masuk import PratinjauBuku, TidakDapatDiambil, ambil_serahan, periksa_serahan
from dashboard.services.data.serahan import Serahan
from dashboard.session import Filter
from dashboard.templates import Fragments
from data_access.database_state import DatabaseBusy
from data_access.workbook.terapkan import DataChanged

_HTML = Fragments(__file__)
KATA_AKSI = {
    "ditolak": "✖ Ditolak",
    "diabaikan": "⊘ Diabaikan",
    "dikosongkan": "○ Dikosongkan",
    "ubah": "± Ubah",
    "tambah": "\\+ Tambah",
    "tetap": "\\= Tetap",
}
BARIS_HALAMAN = 25
CATATAN_TERBUKA = 8
"""Notes that are shown unasked: what was left out is seen before the rest is taken."""
AMBIL = "ambil-alih"
_PRATINJAU, _JAWABAN, _HASIL, _BERUBAH = "_pratinjau", "_jawaban_angka", "_hasil_impor", "_data_berubah"
_TANYA_LAGI = "_tanya_lagi"
KETERANGAN = "Setiap baris diperiksa dahulu. Semua baris diambil, atau tidak satu pun."


def langkah_periksa(f: Filter, terunggah: Terunggah | None) -> None:
    """Draw the step: nothing yet, questions, or the preview with its button."""
    hasil = st.session_state.get(_HASIL)
    langkah(3, "Periksa dan ambil alih", KETERANGAN, nanti=terunggah is None and not hasil)
    if terunggah is None or terunggah.serahan is None:
        if hasil and terunggah is None:
            simpulan(hasil, "beres", _sesudah())
        return
    st.session_state.pop(_HASIL, None)
    if st.session_state.pop(_BERUBAH, False):
        st.warning("Data atau kuncinya diubah orang lain sejak diperiksa. Ini pratinjau baru; periksa sekali lagi.")
    jawaban = st.session_state.get(_JAWABAN, {}).get(terunggah.kunci, ())
    serahan = replace(terunggah.serahan, jawaban=jawaban, ingat=st.session_state.get(_TANYA_LAGI) != terunggah.kunci)
    pratinjau = _pratinjau(f, terunggah, serahan)
    if pratinjau.teringat:
        st.html(_HTML("catatan", pratinjau.teringat))
    dijawab = jawaban or pratinjau.teringat
    if dijawab and st.button("Ubah jawaban", key="ubah-jawaban", type="tertiary", icon=":material/edit:"):
        st.session_state.pop(_JAWABAN, None)
        st.session_state[_TANYA_LAGI] = terunggah.kunci
        st.rerun()
    if pratinjau.pertanyaan and not pratinjau.jumlah_masalah:
        if (baru := panel_tanya(pratinjau.pertanyaan)) is not None:
            st.session_state[_JAWABAN] = {terunggah.kunci: (*jawaban, *baru)}
            st.rerun()
        return
    _tampilkan(f, terunggah, serahan, pratinjau)


def _sesudah() -> Markup:
    """Where to look once data was taken."""
    return _HTML("sesudah", session.address("capaian-iku"), session.address("riwayat"))


def _pratinjau(f: Filter, terunggah: Terunggah, serahan: Serahan) -> PratinjauBuku:
    """The check of these files with these decisions at this state of data and locks; made once.

    Whoever presses the button takes what they saw: what was written since is weighed when it is taken.
    """
    kunci = (terunggah.kunci, serahan.peta, serahan.jawaban, serahan.ingat, f.sd)
    penanda, ditekan = session.versi().penanda, bool(st.session_state.get(AMBIL))
    tersimpan = st.session_state.get(_PRATINJAU)
    if tersimpan is None or tersimpan[0] != kunci or (tersimpan[2] != penanda and not ditekan):
        with st.spinner("Memeriksa berkas…"):
            engine, pelaku = caching.shared_engine(), session.pelaku_aktif()
            hasil = bersabar(lambda: periksa_serahan(engine, pelaku, f.instansi, serahan, f.sd))
            tersimpan = (kunci, hasil, penanda)
        st.session_state[_PRATINJAU] = tersimpan
    pratinjau: PratinjauBuku = tersimpan[1]
    return pratinjau


def _tampilkan(f: Filter, terunggah: Terunggah, serahan: Serahan, p: PratinjauBuku) -> None:
    izinkan = False
    if p.jumlah_masalah:
        simpulan(p.kesimpulan, "tolak", "Perbaiki selnya di berkas, simpan, lalu serahkan lagi di langkah 2.")
        unduh_bertanda(f, serahan)
    else:
        simpulan(p.kesimpulan, "biasa" if p.jumlah_perubahan else "beres")
    if p.gerak is not None:
        panel_gerak(p.gerak)
    _baris(p, "-".join(terunggah.kunci))
    if p.catatan:
        with st.expander(f"Catatan pembacaan ({len(p.catatan)})", expanded=len(p.catatan) <= CATATAN_TERBUKA):
            st.html(_HTML("catatan", p.catatan))
    if p.jumlah_kosong and not p.jumlah_masalah:
        kalimat = f"Hapus {p.jumlah_kosong} nilai tersimpan yang selnya kosong pada berkas ini"
        izinkan = st.checkbox(polos(kalimat), key=f"kosong-{terunggah.kunci}")
    if p.jumlah_masalah or not p.jumlah_perubahan:
        return
    boleh = izinkan or not p.jumlah_kosong
    if st.button(
        polos(f"Ambil alih {p.jumlah_perubahan} baris"),
        type="primary",
        disabled=not boleh,
        key=AMBIL,
        icon=":material/check:",
        help=None if boleh else "Centang dahulu pengosongan di atas.",
    ):
        _ambil(f, replace(serahan, izinkan_kosong=izinkan), p)


def _ambil(f: Filter, serahan: Serahan, p: PratinjauBuku) -> None:
    """Take it over with its steps in view; what was taken is told after the page has turned to the new data."""
    with st.status("Mengambil alih…", expanded=True) as status:
        lapor: Callable[[str], None] = status.write
        try:
            engine, pelaku = caching.shared_engine(), session.pelaku_aktif()
            hasil = bersabar(lambda: ambil_serahan(engine, pelaku, f.instansi, serahan, p.versi, lapor))
        except DatabaseBusy:
            status.update(label=SIBUK, state="error")
            return
        except (DataChanged, TidakDapatDiambil):
            st.session_state[_BERUBAH] = True
        else:
            st.session_state[_HASIL] = f"{hasil.kesimpulan} Berkas: {hasil.berkas}.{_disimpan(hasil.pemetaan)}"
            kosongkan_unggahan()
        st.session_state.pop(_PRATINJAU, None)
    st.rerun()


def _disimpan(pemetaan: tuple[str, ...]) -> str:
    """What the answers about headings and columns were kept as, for who hands in the next file by command."""
    if not pemetaan:
        return ""
    nama = " dan ".join(pemetaan)
    return f" Jawaban tentang kolomnya disimpan untuk baris perintah: import BERKAS --pemetaan {nama}."


def _baris(p: PratinjauBuku, kunci: str) -> None:
    """The rows by fate, a page at a time."""
    ada = [aksi for aksi in KATA_AKSI if p.jumlah[aksi]]
    if not ada:
        return
    kiri, kanan = st.columns([3, 2], vertical_alignment="bottom")
    aksi = kiri.segmented_control(
        "Tampilkan baris",
        ada,
        default=ada[0],
        key=f"aksi-{kunci}-{ada[0]}",
        required=True,
        format_func=lambda x: f"{KATA_AKSI[x]} ({angka(p.jumlah[x], 0)})",
    )
    cari = kanan.text_input("Cari kode atau nama", key=f"cari-{kunci}").strip().casefold()
    terpilih = [b for b in p.baris if b.aksi == aksi and cari in f"{b.hal} {b.nama} {b.letak}".casefold()]
    if not terpilih:
        paragraf("Tidak ada baris yang cocok.", redup=True)
        return
    banyak = -(-len(terpilih) // BARIS_HALAMAN)
    halaman = 1
    if banyak > 1:
        halaman = st.pagination(banyak, key=f"halaman-{kunci}-{aksi}-{cari}")
    mulai = (halaman - 1) * BARIS_HALAMAN
    tampil = terpilih[mulai : mulai + BARIS_HALAMAN]
    st.html(_HTML("ditolak", tampil) if aksi == "ditolak" else _HTML("diambil", aksi, tampil))
    if len(terpilih) < p.jumlah[str(aksi)] and not cari:
        paragraf(f"Ditampilkan {angka(len(terpilih), 0)} dari {angka(p.jumlah[str(aksi)], 0)}.", redup=True)
