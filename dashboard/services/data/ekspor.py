"""The way out as WORKBOOK.md says it: the same numbers as on screen, rounded half-up to two decimals."""

from typing import Any

from sqlalchemy import Engine

from dashboard.domain.dasar.hak import Pelaku
from dashboard.domain.dasar.periode import SampaiDengan
from dashboard.domain.entri.segel import untuk_ekspor
from dashboard.domain.hitung.baris_hasil import BarisHasil, baris_hasil
from dashboard.domain.hitung.uraian import rujukan
from dashboard.services.data.ekspor_skp import isi_skp
from dashboard.services.kinerja import Kinerja, kinerja
from data_access.engine import open_for_reading


def isi_ekspor(engine: Engine, pelaku: Pelaku, instansi: str, tahun: int, periode: str) -> dict[str, Any]:
    """The export as plain values, keys in the contract's order. Raises ValueError on an unknown period."""
    sd = SampaiDengan.dari_kode(tahun, periode)
    k = kinerja(engine, pelaku, instansi, sd)
    with open_for_reading(engine) as connection:
        skp = isi_skp(connection, pelaku, instansi, sd)
    return {
        "instansi": k.data.instansi.kode,
        "tahun": tahun,
        "periode": periode,
        "versi_data": k.data.versi_data,
        "indikator": _indikator(k),
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


def _indikator(k: Kinerja) -> list[BarisHasil]:
    """The results by code; of a closed quarter the kept ones, whatever came after."""
    segel = k.segel.get(k.sd.kode)
    if segel is None:
        return [baris_hasil(h) for h in k.hasil.indikator.values()]
    return [untuk_ekspor(segel[kode]) for kode in sorted(segel)]
