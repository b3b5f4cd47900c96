"""Rows of an SKP and of behaviour with good defaults, and scores as they are shown."""

from decimal import Decimal
from fractions import Fraction
from typing import Any

from dashboard.domain.skp.angka import dua_desimal, mikro
from dashboard.domain.skp.baris import ASPEK_PERILAKU, BarisSkp

D = Decimal
ENAM = dict(zip(ASPEK_PERILAKU, map(D, (80, 90, 90, 90, 90)), strict=True)) | {"kepemimpinan": D(91)}


def baris(**isi) -> BarisSkp:
    aspek = (("kuantitas", 10), ("kualitas", 100), ("waktu", 12))
    bawaan: dict[str, Any] = {f"{sisi}_{nama}": D(nilai) for nama, nilai in aspek for sisi in ("target", "realisasi")}
    lain = {kunci: nilai if nilai is None or isinstance(nilai, str) else D(str(nilai)) for kunci, nilai in isi.items()}
    return BarisSkp(**({"no": "1", "kegiatan": "Kegiatan"} | bawaan | lain))


def dua(nilai: Fraction | None) -> Decimal | None:
    return None if nilai is None else dua_desimal(mikro(nilai))
