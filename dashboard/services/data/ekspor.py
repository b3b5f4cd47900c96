"""The way out as WORKBOOK.md says it: the same numbers as on screen, rounded half-up to two decimals."""

from decimal import Decimal
from typing import Any

from sqlalchemy import Engine

from dashboard.domain.dasar.hak import Pelaku
from dashboard.domain.dasar.penjelasan import bulat2
from dashboard.domain.dasar.periode import SampaiDengan
from dashboard.domain.hitung.hasil import HasilIndikator
from dashboard.domain.hitung.uraian import rujukan
from dashboard.services.data.ekspor_skp import isi_skp
from dashboard.services.kinerja import Kinerja, kinerja
from data_access.engine import buka_baca


def isi_ekspor(engine: Engine, pelaku: Pelaku, instansi: str, tahun: int, periode: str) -> dict[str, Any]:
    """The export as plain values, keys in the contract's order. Raises ValueError on an unknown period."""
    sd = SampaiDengan.dari_kode(tahun, periode)
    k = kinerja(engine, pelaku, instansi, sd)
    with buka_baca(engine) as koneksi:
        skp = isi_skp(koneksi, pelaku, instansi, tahun)
    return {
        "instansi": k.data.instansi.kode,
        "tahun": tahun,
        "periode": periode,
        "versi_data": k.data.versi_data,
        "indikator": [baris_indikator(k, h) for h in k.hasil.indikator.values()],
        "skp": skp,
    }


def dasar_ekspor(engine: Engine, pelaku: Pelaku, instansi: str, tahun: int, periode: str) -> list[dict[str, Any]]:
    """The rows each indicator's capaian, status and predikat rest on. Raises as `isi_ekspor`."""
    k = kinerja(engine, pelaku, instansi, SampaiDengan.dari_kode(tahun, periode))
    return [
        {
            "kode": kode,
            "perihal": r.perihal,
            "peraturan": r.ketentuan.peraturan,
            "letak": r.ketentuan.letak,
            "berlaku_mulai": r.ketentuan.berlaku_mulai.isoformat(),
            "dikonfirmasi": "ya" if r.ketentuan.dikonfirmasi else "tidak",
            "nilai": r.ketentuan.nilai,
            "satuan": r.ketentuan.satuan,
            "catatan": r.ketentuan.catatan,
        }
        for kode, h in k.hasil.indikator.items()
        for r in rujukan(h)
    ]


def baris_indikator(k: Kinerja, h: HasilIndikator) -> dict[str, Any]:
    """One indicator's row; missing is None. `target` is the target to date, against which `capaian` stands."""
    sampai = h.target.sampai
    return {
        "kode": h.kode,
        "nama": h.indikator.nama,
        "jenis": h.indikator.jenis,
        "simpul": h.indikator.simpul,
        "satuan": h.indikator.satuan,
        "polaritas": h.indikator.polaritas.value,
        "target": _angka(sampai.nilai if sampai else None),
        "target_min": _angka(sampai.nilai_min if sampai else None),
        "target_maks": _angka(sampai.nilai_maks if sampai else None),
        "realisasi": _angka(h.nilai),
        "capaian": _angka(h.persen),
        "capaian_tahunan": _angka(h.capaian_tahunan.nilai if h.capaian_tahunan else None),
        "predikat": h.predikat,
        "status": h.status.value,
        "kepastian": h.kepastian.value,
        "sumber_nilai": h.sumber_nilai.value if h.sumber_nilai else None,
    }


def _angka(nilai: Decimal | None) -> int | float | None:
    """A plain JSON number with at most two decimals; a whole number without a fraction."""
    if nilai is None:
        return None
    dibulatkan = bulat2(nilai)
    return int(dibulatkan) if dibulatkan == dibulatkan.to_integral_value() else float(dibulatkan)
