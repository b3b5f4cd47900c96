"""What only the person can say of a file: each is asked in its place, alike ones may be answered together."""

from collections.abc import Sequence

import streamlit as st

from dashboard.components.umum.polos import polos
from dashboard.components.umum.tata import subjudul
from dashboard.services.data.tanya_angka import BARIS, PertanyaanAngka, sebut_banyak
from data_access.workbook.periksa.masalah import ABAIKAN, Jawab

BERSAMA_MULAI = 4
SATU_SATU = "Jawab satu per satu"
MAKS_DITAMPILKAN = 50
PILIH = "Dasbor tidak menebak; pilih yang Anda maksud."
PILIH_BARIS = f"{PILIH} Baris yang tidak dikenal dapat juga diabaikan, atau diperbaiki di berkasnya."
Jawaban = tuple[tuple[int, str, Jawab], ...]


def panel_tanya(pertanyaan: Sequence[PertanyaanAngka]) -> Jawaban | None:
    """Draw the questions; the answers once they are given, else None."""
    baris = any(satu.hitungan == BARIS for satu in pertanyaan)
    subjudul(f"{sebut_banyak(pertanyaan)} perlu dipastikan", PILIH_BARIS if baris else PILIH)
    with st.form("tanya-angka"):
        bersama = _pilih_bersama(pertanyaan)
        jawaban = (
            [(satu, _tanya(satu)) for satu in pertanyaan[:MAKS_DITAMPILKAN]]
            if bersama is None
            else [(satu, satu.pilihan[bersama]) for satu in pertanyaan]
        )
        sisa = _abaikan_sisa(pertanyaan)
        kirim = st.form_submit_button("Pakai jawaban ini", type="primary")
    if sisa:
        jawaban = [(satu, ABAIKAN if nilai is None and satu.hitungan == BARIS else nilai) for satu, nilai in jawaban]
    if not kirim or any(nilai is None for _, nilai in jawaban):
        if kirim:
            st.warning("Masih ada yang belum dijawab.", icon=":material/error:")
        return None
    return tuple((satu.buku, satu.sel, nilai) for satu, nilai in jawaban if nilai is not None)


def _tanya(satu: PertanyaanAngka) -> Jawab | None:
    arti = dict(zip(satu.pilihan, satu.arti, strict=True))
    subjek, letak, soal = satu.soal
    if satu.hitungan == BARIS:
        kiri, kanan = st.columns([3, 2], vertical_alignment="center")
        kiri.markdown(f"**{polos(subjek)}**  \n:small[{polos(letak)}: {polos(soal)}]")
        return kanan.selectbox(
            polos(f"{subjek}, {letak}"),
            satu.pilihan,
            index=None,
            format_func=arti.__getitem__,
            placeholder="Pilih yang dimaksud, atau abaikan",
            label_visibility="collapsed",
            key=f"tanya-{satu.buku}-{satu.sel}-{subjek}",
        )
    return st.radio(
        f"**{polos(subjek)}**, {polos(letak)}: {polos(soal)}",
        satu.pilihan,
        index=None,
        format_func=lambda x: polos(arti[x]),
        horizontal=True,
        key=f"tanya-{satu.buku}-{satu.sel}-{satu.tertulis}",
    )


def _abaikan_sisa(pertanyaan: Sequence[PertanyaanAngka]) -> bool:
    """Where many rows are unknown: whether those without a choice are left out."""
    if sum(satu.hitungan == BARIS for satu in pertanyaan) < BERSAMA_MULAI:
        return False
    return st.checkbox("Abaikan semua baris yang tidak saya pilihkan", key="abaikan-sisa")


def _pilih_bersama(pertanyaan: Sequence[PertanyaanAngka]) -> int | None:
    """Where many cells pose the same question: which reading holds for all, None to answer one by one."""
    pertama = pertanyaan[0]
    if len(pertanyaan) < BERSAMA_MULAI or pertama.hitungan == BARIS or len({satu.hal for satu in pertanyaan}) > 1:
        return None
    pilihan = [*range(len(pertama.pilihan)), -1]
    misal = f", misalnya “{pertama.tertulis}” berarti" if pertama.tertulis else ""
    pilih = st.radio(
        polos(f"Berlaku untuk ke-{len(pertanyaan)} {pertama.hitungan}{misal}"),
        pilihan,
        index=len(pertama.pilihan),
        format_func=lambda x: SATU_SATU if x < 0 else polos(pertama.arti[x]),
        horizontal=True,
        key="tanya-bersama",
    )
    return None if pilih is None or pilih < 0 else pilih
