"""The one table of Bidang & IKI: target, realisation, achievement, trend, status, and how the entry stands."""

from collections.abc import Collection, Sequence
from decimal import Decimal
from typing import Any

import streamlit as st

from dashboard import session
from dashboard.charts.kalimat import nilai_bersatuan, target_tertulis
from dashboard.domain.dasar.periode import ROMAWI
from dashboard.domain.hitung.hasil import HasilIndikator
from dashboard.formatting import capaian_teks
from dashboard.services.entri.bidang import BarisKinerja, KeadaanEntri
from dashboard.services.kinerja import Kinerja
from dashboard.templates import Fragments
from dashboard.texts import STATUS

KEPALA = ("Indikator", "Entri", "Target s.d.", "Realisasi", "Capaian", "Tren", "Status")
_HTML = Fragments(__file__)
KATA_KEADAAN: dict[KeadaanEntri, tuple[str, str]] = {
    KeadaanEntri.DIKEMBALIKAN: ("✖", "Dikembalikan"),
    KeadaanEntri.BELUM: ("○", "Belum diisi"),
    KeadaanEntri.DRAF: ("◐", "Draf"),
    KeadaanEntri.DIAJUKAN: ("◆", "Menunggu persetujuan"),
    KeadaanEntri.DISETUJUI: ("●", "Disetujui"),
    KeadaanEntri.DIHITUNG: ("=", "Dihitung dari komponen"),
    KeadaanEntri.MENUNGGU: ("○", "Menunggu penilaian"),
    KeadaanEntri.TIDAK_DITARGETKAN: ("–", "Tanpa target periode ini"),
}
PUNCAK = Decimal(130)


def tabel_bidang(k: Kinerja, baris: Sequence[BarisKinerja], dipilih: str | None, dikoreksi: Collection[str]) -> None:
    """Draw the table; `dikoreksi` are the codes whose value was changed after the quarter was closed."""
    st.html(_HTML("nilai", KEPALA, [_baris(k, b, b.kode == dipilih, b.kode in dikoreksi) for b in baris]))


def _baris(k: Kinerja, b: BarisKinerja, dipilih: bool, dikoreksi: bool) -> dict[str, Any]:
    h = b.hasil
    return {
        "dipilih": dipilih,
        "alamat": session.address("bidang-iki", unit=str(st.query_params.get("unit", "")), iki=b.kode),
        "kode": b.kode,
        "nama": b.nama,
        "tanda": [kata for kata, ya in (("bersama", b.bersama), ("dikoreksi", dikoreksi)) if ya],
        "pemilik": ", ".join(k.jabatan.get(j, j) for j in b.pemilik) or "pemilik belum ditetapkan",
        "tampilan": KATA_KEADAAN[b.keadaan],
        "terlambat": b.terlambat,
        "angka": (
            target_tertulis(h) if h is not None and h.target.sampai else "–",
            nilai_bersatuan(b.nilai, b.satuan),
            capaian_teks(h.capaian if h is not None else None),
        ),
        "tren": _tren(b.tren),
        "status": None if h is None else h.status,
    }


def _tren(tren: Sequence[HasilIndikator]) -> tuple[str, list[tuple[str, int]]]:
    """Achievement by quarter in words, and the colour and height of each bar."""
    terhitung = [(tw, h) for tw, h in enumerate(tren, 1) if h.persen is not None or h.tak_hingga]
    teks = ", ".join(f"TW {ROMAWI[tw]} {capaian_teks(h.capaian)}" for tw, h in terhitung)
    return teks, [(STATUS[h.status].kelas, _tinggi(h)) for h in tren]


def _tinggi(h: HasilIndikator) -> int:
    """In percent of the box, whose top is 130 % achievement; a quarter without a value leaves its place empty."""
    if h.tak_hingga:
        return 100
    return 0 if h.persen is None else max(4, round(min(h.persen, PUNCAK) * 100 / PUNCAK))
