"""Pohon Kinerja: the whole cascade, from a red indicator down to those who can mend it."""

from functools import partial
from typing import Any

import streamlit as st

from dashboard import caching, session
from dashboard.charts.kotak_pohon import temuan_pohon
from dashboard.components.pohon import isi_untuk_peramban, pohon_interaktif
from dashboard.components.pohon.bagian import pilih_bagian
from dashboard.components.pohon.catatan import catatan_pohon
from dashboard.components.pohon.laci import buka, follow_address, laci, lompatan
from dashboard.components.pohon.peta import peta
from dashboard.components.pohon.saringan import harus_ulang, pindah_tampilan, saringan_pohon
from dashboard.components.pohon.tabel import legenda_garis, tabel_pohon
from dashboard.components.pohon.unduh import unduhan_pohon
from dashboard.components.umum.loading import kinerja_aktif
from dashboard.components.umum.tata import catatan_contoh, keadaan_kosong, legenda_status, page_footer, page_header
from dashboard.domain.dasar.cycles import Cycle
from dashboard.services.pohon import PohonKinerja, pohon_kinerja
from dashboard.services.pohon_bagian import ATAS, MAKS_KOTAK, pandangan_pohon

JUDUL = "Pohon Kinerja"
PETA = "Peta"
TAMPILAN = ("Pohon", "Tabel", PETA)


def header(p: PohonKinerja) -> None:
    sebaran = p.sebaran(p.urutan)
    contoh = any(h.memuat_contoh for h in p.k.hasil.indikator.values())
    page_header(JUDUL, temuan_pohon(sebaran, len(p.urutan)), (p.k.data.instansi.nama,), contoh=contoh)


@st.fragment
def pandangan(p: PohonKinerja) -> None:
    """Filters, the chosen view, and the files of what it shows."""
    mode, saringan = saringan_pohon(p, TAMPILAN)
    semua = caching.compute_once("pohon-pandangan", partial(pandangan_pohon, p, saringan), saringan)
    bagian = pilih_bagian(p, semua) if mode != PETA else ATAS
    tampil = semua.bagian[bagian]
    if not semua.cocok:
        keadaan_kosong("Tidak ada kotak yang cocok", "Longgarkan saringan pemilik, bidang, jenjang, atau status.")
    elif mode == "Pohon":
        papan(
            p, caching.compute_once("isi-pohon", partial(isi_untuk_peramban, p, tampil, semua.cocok), saringan, bagian)
        )
        caching.draw_once("legenda-pohon", lambda: legenda(p))
    elif mode == "Tabel":
        caching.draw_once("tabel-pohon", lambda: tabel_pohon(p, tampil, alamat_simpul), saringan, bagian)
    else:
        caching.draw_once("peta-pohon", lambda: peta(p, semua.tampil), saringan)
    if mode != "Pohon" or not semua.cocok:
        laci(p)
    unduhan_pohon(p, tampil if len(p.urutan) > MAKS_KOTAK else p.pohon.simpul)


@st.fragment
def papan(p: PohonKinerja, isi: dict[str, Any]) -> None:
    """The drawer and the tree: all that reruns when somebody clicks a box, the drawer first."""
    if harus_ulang():
        st.rerun()
    laci(p)
    pohon_interaktif(isi, lompatan(), buka, partial(pindah_tampilan, PETA))


def legenda(p: PohonKinerja) -> None:
    legenda_status([s for s, _ in p.sebaran(p.urutan)], p.k.aturan.status)
    legenda_garis({*p.garis.values(), *(t.garis for t in p.lintas)})


def alamat_simpul(kode: str) -> str:
    return session.address("pohon-kinerja", simpul=kode)


def footer(p: PohonKinerja) -> None:
    catatan_pohon(p)
    if any(h.memuat_contoh for h in p.k.hasil.indikator.values()):
        catatan_contoh()
    page_footer(p.k.data.versi_data)


def halaman() -> None:
    k = kinerja_aktif()
    try:
        p = caching.compute_once("pohon", lambda: pohon_kinerja(k))
    except Cycle as error:
        keadaan_kosong("Pohon kinerja berputar", f"Putuskan salah satu hubungan induk: {error}.")
        return
    if not p.urutan:
        keadaan_kosong("Belum ada pohon kinerja", "Buku kerja instansi ini belum memuat lembar simpul.")
        return
    follow_address(p)
    caching.draw_once("kepala-pohon", partial(header, p))
    pandangan(p)
    caching.draw_once("kaki-pohon", partial(footer, p))


halaman()
