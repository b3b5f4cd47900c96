"""People of one class and one person's calculation, aspect by aspect. Drawn anew each time, never replayed."""

from collections.abc import Sequence

import streamlit as st

from dashboard.components.indikator.penjelasan import langkah_teks
from dashboard.domain.dasar.skala import Kelas
from dashboard.domain.skp.angka import dua_desimal
from dashboard.domain.skp.pegawai import NilaiBulan
from dashboard.domain.skp.uraian import desimal, uraikan, uraikan_baris
from dashboard.formatting import angka, dasar_teks
from dashboard.templates import Fragments
from dashboard.texts import KEPASTIAN
from dashboard.texts_skp import berjalan
from data_access.skp.orang import Orang

KEPALA = ("Nama", "Jabatan", "Nilai SKP", "Perilaku", "Prestasi", "Sebutan")
_HTML = Fragments(__file__)


def daftar_nama(orang: Sequence[Orang], sebutan: Sequence[str]) -> None:
    """Draw the people of a class as a table."""
    st.html(_HTML("orang", KEPALA, [_baris(satu, sebutan) for satu in orang]))


def _baris(orang: Orang, sebutan: Sequence[str]) -> tuple[str, str, list[str], str]:
    """A year that waits for a month shows its score to date and the months it stands on, no class."""
    n = orang.berjalan or orang.nilai
    isi = [angka(dua_desimal(m)) for m in (n.skp, n.perilaku, n.prestasi)]
    kata = sebutan[orang.nilai.sebutan] if orang.nilai.sebutan >= 0 else "belum ada"
    if orang.berjalan:
        kata = f"belum ada; {berjalan(orang.berjalan.dilaporkan, orang.berjalan.ditunggu)}"
    return orang.nama, orang.jabatan or "–", isi, kata


def _hasil(nilai: NilaiBulan) -> str:
    if nilai.prestasi_berjalan is None:
        return "Belum ada prestasi"
    teks = angka(desimal(nilai.prestasi_berjalan))
    if nilai.lengkap:
        return teks
    return f"{teks} (berjalan, {berjalan(len(nilai.bulan_selesai), len(nilai.bulan_ditunggu))})"


def hitungan(nama: str, nilai: NilaiBulan, sebutan: Kelas | None, wilayah: str | None) -> None:
    """Draw one person's calculation: every kegiatan to open, then how they become one number."""
    p = uraikan(nilai, sebutan)
    st.html(
        _HTML(
            "hitungan",
            nama,
            _hasil(nilai),
            [langkah_teks(satu) for satu in p.langkah],
            [(u, [langkah_teks(satu) for satu in u.langkah]) for u in uraikan_baris(nilai)],
            (
                ("Rumus", p.rumus),
                *((r.perihal, dasar_teks(r.ketentuan, wilayah)) for r in p.rujukan),
                ("Kepastian", KEPASTIAN[p.kepastian]),
            ),
            p.catatan,
        )
    )
