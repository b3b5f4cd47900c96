"""The export's scores as WORKBOOK.md says them: what is stored, to two decimals."""

from typing import Any

from sqlalchemy.engine import Connection

from dashboard.domain.dasar.hak import Pelaku, Tindakan, boleh
from dashboard.domain.dasar.periode import akhir_tahun
from dashboard.domain.skp.angka import dua_desimal
from dashboard.domain.skp.predikat import KUADRAN, SEL, PredikatKinerja, Rating, skala_lama
from data_access.aturan import untuk
from data_access.skp.orang import NilaiPegawai, muat_nilai


def isi_skp(koneksi: Connection, pelaku: Pelaku, instansi: str, tahun: int) -> list[dict[str, Any]]:
    """Every month that has rows, and 0 for the year, sorted by nip and month; of the persons one may see."""
    sebutan = [kelas.nama for kelas in untuk(akhir_tahun(tahun)).sebutan]
    semua = muat_nilai(koneksi, instansi, tahun)
    terlihat = {u for u in {satu.unit for satu in semua} if boleh(pelaku, Tindakan.LIHAT_PEGAWAI, instansi, u)}
    return [_baris(satu, tahun, sebutan) for satu in semua if satu.unit in terlihat]


def _baris(satu: NilaiPegawai, tahun: int, sebutan: list[str]) -> dict[str, Any]:
    predikat = predikat_sel(satu.sel) if skala_lama(tahun) else None
    return {
        "nip": satu.nip,
        "tahun": tahun,
        "bulan": satu.bulan,
        "unit": satu.unit,
        "nilai_skp": _angka(satu.skp),
        "nilai_perilaku": _angka(satu.perilaku),
        "nilai_prestasi": _angka(satu.prestasi),
        "sebutan": sebutan[satu.sebutan] if satu.sebutan >= 0 else None,
        "predikat_kinerja": predikat.value if predikat else None,
    }


def predikat_sel(sel: int) -> PredikatKinerja | None:
    """The predikat of a cell of the quadrant; None for -1."""
    if sel < 0:
        return None
    hasil, perilaku = SEL[sel]
    return KUADRAN[hasil][tuple(Rating).index(perilaku)]


def _angka(mikro: int | None) -> int | float | None:
    """A plain JSON number with at most two decimals."""
    nilai = dua_desimal(mikro)
    if nilai is None:
        return None
    return int(nilai) if nilai == nilai.to_integral_value() else float(nilai)
