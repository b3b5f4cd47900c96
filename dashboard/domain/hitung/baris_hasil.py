"""One indicator's result as plain values: the row that an export prints and a closed quarter keeps.

Source: WORKBOOK.md, "The way out". Numbers are rounded half-up to two decimals; what is missing is None.
"""

from decimal import Decimal
from typing import Any

from dashboard.domain.dasar.penjelasan import bulat2
from dashboard.domain.hitung.hasil import HasilIndikator

BarisHasil = dict[str, Any]


def baris_hasil(h: HasilIndikator) -> BarisHasil:
    """The row in the contract's order. `target` is the target to date, against which `capaian` stands."""
    sampai = h.target.sampai
    return {
        "kode": h.kode,
        "nama": h.indikator.nama,
        "jenis": h.indikator.jenis,
        "simpul": h.indikator.simpul,
        "satuan": h.indikator.satuan,
        "polaritas": h.indikator.polaritas.value,
        "target": angka_ekspor(sampai.nilai if sampai else None),
        "target_min": angka_ekspor(sampai.nilai_min if sampai else None),
        "target_maks": angka_ekspor(sampai.nilai_maks if sampai else None),
        "realisasi": angka_ekspor(h.nilai),
        "capaian": angka_ekspor(h.persen),
        "capaian_tahunan": angka_ekspor(h.capaian_tahunan.nilai if h.capaian_tahunan else None),
        "predikat": h.predikat,
        "status": h.status.value,
        "kepastian": h.kepastian.value,
        "sumber_nilai": h.sumber_nilai.value if h.sumber_nilai else None,
    }


def angka_ekspor(nilai: Decimal | None) -> int | float | None:
    """A plain JSON number with at most two decimals; a whole number without a fraction."""
    if nilai is None:
        return None
    dibulatkan = bulat2(nilai)
    return int(dibulatkan) if dibulatkan == dibulatkan.to_integral_value() else float(dibulatkan)
