"""The register on screen: its sentence, its filters, and the list of findings."""

from collections.abc import Callable, Sequence

import streamlit as st
from markupsafe import Markup

from dashboard import session
from dashboard.components.temuan.tanda import BENTUK, KATA
from dashboard.components.umum.ikuti import ikuti_tautan
from dashboard.components.umum.polos import polos
from dashboard.components.umum.tata import keadaan_kosong, paragraf
from dashboard.domain.temuan.periksa import Keparahan
from dashboard.services.temuan import ButirTemuan, Register, StatusTemuan
from dashboard.templates import Fragments

SEKALI_TAMPIL = 15
OBJEK_DISEBUT = 3
_HTML = Fragments(__file__)
STATUS: dict[StatusTemuan, tuple[str, str]] = {
    StatusTemuan.TERBUKA: ("○", "Terbuka"),
    StatusTemuan.DIKONFIRMASI: ("●", "Dikonfirmasi"),
    StatusTemuan.DIJELASKAN: ("◐", "Dijelaskan"),
    StatusTemuan.SELESAI: ("✓", "Selesai"),
}


def kalimat_register(r: Register) -> str:
    """The finding about the findings: how many ask for something, and how many of these are grave."""
    perlu = [b for b in r.butir if b.perlu_tindakan]
    berat = sum(b.temuan.keparahan is Keparahan.TINGGI for b in perlu)
    if not perlu:
        return "Tidak ada ketidaksesuaian yang menunggu tindakan" if r.butir else "Tidak ada ketidaksesuaian"
    return f"{len(perlu)} ketidaksesuaian menunggu tindakan, {berat or 'tidak ada yang'} berkeparahan tinggi"


def rincian_jumlah(r: Register) -> tuple[str, str]:
    """Where the findings come from and what became of them, as two quiet phrases."""
    aturan = sum(b.temuan.aturan is not None for b in r.butir)
    status = [f"{n} {kata.lower()}" for s, (_, kata) in STATUS.items() if (n := sum(b.status is s for b in r.butir))]
    return f"{aturan} ditemukan pemeriksaan otomatis, {len(r.butir) - aturan} dicatat dari dokumen", ", ".join(status)


def saringan_temuan(r: Register, objek: str | None) -> tuple[ButirTemuan, ...]:
    """Draw the filters and return what they let through; `objek` comes from the address of a mark."""
    f = session.filter_aktif()
    kunci = f"temuan-{f.instansi}"
    if objek is not None and st.session_state.get("objek-diminta") != objek:
        st.session_state["objek-diminta"] = st.session_state[f"{kunci}-objek"] = objek
    kolom = st.columns([1.1, 1.2, 1.6, 1.5], vertical_alignment="bottom")
    keparahan = _banyak(kolom[0], "Keparahan", {k.value: f"{BENTUK[k]} {KATA[k]}" for k in Keparahan}, f"{kunci}-berat")
    status = _banyak(kolom[1], "Status", {s.value: f"{b} {k}" for s, (b, k) in STATUS.items()}, f"{kunci}-status")
    jenis = {b.temuan.jenis: b.temuan.jenis for b in r.butir}
    pilih_jenis = _banyak(kolom[2], "Jenis", jenis, f"{kunci}-jenis")
    cari = kolom[3].text_input(
        "Objek", key=f"{kunci}-objek", placeholder="Kode atau nama indikator, jabatan", persist_state="session"
    )
    return r.saring(keparahan, status, pilih_jenis, cari or "")


def _banyak(kolom: st.delta_generator.DeltaGenerator, label: str, isi: dict[str, str], kunci: str) -> tuple[str, ...]:
    terpilih = kolom.multiselect(
        polos(label), list(isi), key=kunci, format_func=isi.__getitem__, placeholder="Semua", persist_state="session"
    )
    return tuple(terpilih)


def daftar_temuan(r: Register, butir: Sequence[ButirTemuan], buka: Callable[[str], None]) -> None:
    """Draw the findings, a screenful at a time; the link beside each calls `buka` with its code."""
    if not butir:
        keadaan_kosong("Tidak ada temuan yang cocok", "Longgarkan saringan keparahan, status, jenis, atau objek.")
        return
    sebanyak = st.session_state.get("temuan-tampil", SEKALI_TAMPIL)
    paragraf(f"Menampilkan {min(sebanyak, len(butir))} dari {len(butir)} temuan.", redup=True)
    st.html(daftar_html(r, butir[:sebanyak]))
    ikuti_tautan("temuan", buka)
    if len(butir) > sebanyak:
        st.button(f"Tampilkan {min(SEKALI_TAMPIL, len(butir) - sebanyak)} lagi", key="temuan-lagi", on_click=_tambah)


def _tambah() -> None:
    st.session_state["temuan-tampil"] = st.session_state.get("temuan-tampil", SEKALI_TAMPIL) + SEKALI_TAMPIL


def daftar_html(r: Register, butir: Sequence[ButirTemuan]) -> Markup:
    """The findings as one escaped list, each with the link that opens it."""
    return _HTML("daftar", [_baris(r, b) for b in butir])


def _baris(r: Register, b: ButirTemuan) -> dict[str, object]:
    t = b.temuan
    return {
        "t": t,
        "kode": b.kode,
        "alamat": session.address("ketidaksesuaian", temuan=b.kode),
        "keparahan": (BENTUK[t.keparahan], KATA[t.keparahan]),
        "status": status_teks(b),
        "tempat": " · ".join(bagian for bagian in (sebut_objek(r, t.objek), t.letak or "") if bagian),
    }


def status_teks(b: ButirTemuan) -> str:
    """Shape and word of a state; a mended finding says that it is gone."""
    bentuk, kata = STATUS[b.status]
    ekor = "" if b.masih_ada else ", tidak lagi ditemukan"
    return f"{bentuk} {kata}{ekor}{', data berubah sejak diputuskan' if b.berubah else ''}"


def sebut_objek(r: Register, objek: Sequence[str]) -> str:
    """The objects with their names; a long list keeps its first ones and its count."""
    nama = [f"{kode} {r.nama[kode]}" if kode in r.nama else kode for kode in objek[:OBJEK_DISEBUT]]
    sisa = len(objek) - OBJEK_DISEBUT
    return "; ".join(nama) + (f"; dan {sisa} lainnya" if sisa > 0 else "")
