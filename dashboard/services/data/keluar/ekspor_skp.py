"""The export's scores as WORKBOOK.md says them: what is stored, to two decimals."""

from typing import Any

from sqlalchemy.engine import Connection

from dashboard.domain.aturan.berlaku import AturanBerlaku
from dashboard.domain.dasar.hak import Pelaku, Tindakan, lingkup
from dashboard.domain.dasar.periode import SampaiDengan
from dashboard.domain.entri.kunci import triwulan_bulan
from dashboard.domain.skp.angka import dua_desimal
from dashboard.domain.skp.predikat import SEL, predikat_kinerja
from dashboard.services.jangkauan import unit_orang
from data_access.aturan import untuk_skp
from data_access.skp.orang import NilaiPegawai, load_nilai


def isi_skp(connection: Connection, pelaku: Pelaku, instansi: str, sd: SampaiDengan) -> list[dict[str, Any]]:
    """Every month of the position that has rows, sorted by nip and month; of the persons one may see.

    The year's score (0) comes with its last quarter: before, it would say what later months report.
    """
    aturan = untuk_skp(sd.tahun)
    if lingkup(pelaku, Tindakan.LIHAT_PEGAWAI, instansi) is None:
        return []
    semua = load_nilai(connection, instansi, sd.tahun, unit_orang(connection, pelaku, instansi))
    return [_baris(satu, sd.tahun, aturan) for satu in semua if triwulan_bulan(satu.bulan) <= sd.triwulan]


def _baris(satu: NilaiPegawai, tahun: int, aturan: AturanBerlaku) -> dict[str, Any]:
    predikat = predikat_kinerja(*SEL[satu.sel], aturan.predikat) if satu.sel >= 0 else None
    return {
        "nip": satu.nip,
        "tahun": tahun,
        "bulan": satu.bulan,
        "unit": satu.unit,
        "nilai_skp": _angka(satu.skp),
        "nilai_perilaku": _angka(satu.perilaku),
        "nilai_prestasi": _angka(satu.prestasi),
        "sebutan": aturan.sebutan[satu.sebutan].nama if satu.sebutan >= 0 else None,
        "predikat_kinerja": predikat.value if predikat else None,
    }


def _angka(mikro: int | None) -> int | float | None:
    """A plain JSON number with at most two decimals."""
    nilai = dua_desimal(mikro)
    if nilai is None:
        return None
    return int(nilai) if nilai == nilai.to_integral_value() else float(nilai)
