"""Rules that regulations set and agencies change, as rows with their source and validity."""

import csv
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path

from dashboard.domain.aturan.berlaku import AturanBerlaku
from dashboard.domain.dasar.skala import Kelas, kelas_skala

FOLDER = Path(__file__).parent


@cache
def semua_kelas() -> tuple[Kelas, ...]:
    """Every class row of skala.csv. Raises KeyError or ValueError on a broken file (a packaging fault)."""
    with (FOLDER / "skala.csv").open(encoding="utf-8", newline="") as berkas:
        return tuple(_kelas(baris) for baris in csv.DictReader(berkas))


@cache
def untuk(hari: date) -> AturanBerlaku:
    """The rules in force on that day."""
    nama = dict.fromkeys(k.skala for k in semua_kelas())
    kelas = {satu: kelas_skala(semua_kelas(), satu, hari.year) for satu in nama}
    return AturanBerlaku(hari, kelas)


def _kelas(baris: dict[str, str]) -> Kelas:
    batas = baris["batas"].replace(",", ".")
    return Kelas(
        skala=baris["skala"],
        kode=baris["kode"],
        nama=baris["nama"],
        batas=Decimal(batas) if batas else None,
        inklusif=baris["inklusif"] == "ya",
        tahun_mulai=int(baris["tahun_mulai"]) if baris["tahun_mulai"] else None,
        tahun_selesai=int(baris["tahun_selesai"]) if baris["tahun_selesai"] else None,
        sumber=baris["sumber"],
        dikonfirmasi=baris["dikonfirmasi"] == "ya",
    )
