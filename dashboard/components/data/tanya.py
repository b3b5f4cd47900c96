"""What only the person can say of a file: each is asked in its place, alike ones may be answered together."""

from collections.abc import Sequence
from decimal import Decimal

import streamlit as st

from dashboard.components.data.langkah import polos
from dashboard.components.umum.tata import subjudul
from dashboard.services.data.tanya_angka import PertanyaanAngka, sebut_banyak

BERSAMA_MULAI = 4
SATU_SATU = "Jawab satu per satu"
MAKS_DITAMPILKAN = 50
Jawaban = tuple[tuple[int, str, Decimal], ...]


def panel_tanya(pertanyaan: Sequence[PertanyaanAngka]) -> Jawaban | None:
    """Draw the questions; the answers once they are given, else None."""
    subjudul(f"{sebut_banyak(pertanyaan)} perlu dipastikan", "Dasbor tidak menebak; pilih yang Anda maksud.")
    with st.form("tanya-angka"):
        bersama = _pilih_bersama(pertanyaan)
        jawaban = (
            [(satu, _tanya(satu)) for satu in pertanyaan[:MAKS_DITAMPILKAN]]
            if bersama is None
            else [(satu, satu.pilihan[bersama]) for satu in pertanyaan]
        )
        kirim = st.form_submit_button("Pakai jawaban ini", type="primary")
    if not kirim or any(nilai is None for _, nilai in jawaban):
        if kirim:
            st.warning("Masih ada yang belum dijawab.", icon=":material/error:")
        return None
    return tuple((satu.buku, satu.sel, nilai) for satu, nilai in jawaban if nilai is not None)


def _tanya(satu: PertanyaanAngka) -> Decimal | None:
    arti = dict(zip(satu.pilihan, satu.arti, strict=True))
    subjek, letak, soal = map(polos, satu.soal)
    return st.radio(
        f"**{subjek}**, {letak}: {soal}",
        satu.pilihan,
        index=None,
        format_func=arti.__getitem__,
        horizontal=True,
        key=f"tanya-{satu.buku}-{satu.sel}-{satu.tertulis}",
    )


def _pilih_bersama(pertanyaan: Sequence[PertanyaanAngka]) -> int | None:
    """Where many cells pose the same question: which reading holds for all, None to answer one by one."""
    if len(pertanyaan) < BERSAMA_MULAI or len({satu.hal for satu in pertanyaan}) > 1:
        return None
    pertama = pertanyaan[0]
    pilihan = [*range(len(pertama.pilihan)), -1]
    misal = f", misalnya “{polos(pertama.tertulis)}” berarti" if pertama.tertulis else ""
    pilih = st.radio(
        f"Berlaku untuk ke-{len(pertanyaan)} {pertama.hitungan}{misal}",
        pilihan,
        index=len(pertama.pilihan),
        format_func=lambda x: SATU_SATU if x < 0 else pertama.arti[x],
        horizontal=True,
        key="tanya-bersama",
    )
    return None if pilih is None or pilih < 0 else pilih
