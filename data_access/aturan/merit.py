"""The instruments of the merit index by year, as rows."""

import csv
from decimal import Decimal
from functools import cache

from dashboard.domain.merit.indeks import AspekMerit, Instrumen
from data_access.aturan import FOLDER


@cache
def semua_instrumen() -> tuple[Instrumen, ...]:
    """Every instrument of instrumen_merit.csv, oldest first."""
    with (FOLDER / "instrumen_merit.csv").open(encoding="utf-8", newline="") as berkas:
        baris = list(csv.DictReader(berkas))
    versi = list(dict.fromkeys(b["versi"] for b in baris))
    return tuple(_instrumen(satu, [b for b in baris if b["versi"] == satu]) for satu in versi)


def _instrumen(versi: str, baris: list[dict[str, str]]) -> Instrumen:
    kepala = baris[0]
    return Instrumen(
        versi,
        aspek=tuple(AspekMerit(b["aspek"], Decimal(b["poin"]) if b["poin"] else None) for b in baris),
        tahun_mulai=int(kepala["tahun_mulai"]) if kepala["tahun_mulai"] else None,
        tahun_selesai=int(kepala["tahun_selesai"]) if kepala["tahun_selesai"] else None,
        maks_skala=Decimal(kepala["maks_skala"]) if kepala["maks_skala"] else None,
        dikonfirmasi=all(b["dikonfirmasi"] == "ya" for b in baris),
        sumber=kepala["sumber"],
    )
