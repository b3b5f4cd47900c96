"""Reading the rule files: every row typed, a broken one refused with its file and line."""

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from dashboard.domain.dasar.ketentuan import Ketentuan

KOLOM = (
    "kunci",
    "nilai",
    "satuan",
    "berlaku_mulai",
    "berlaku_selesai",
    "peraturan",
    "letak",
    "dikonfirmasi",
    "catatan",
)
WAJIB = ("kunci", "berlaku_mulai", "peraturan", "letak", "dikonfirmasi")
YA_TIDAK = {"ya": True, "tidak": False}


@dataclass(frozen=True, slots=True)
class BarisAturan:
    """A row with the columns that only its file has."""

    ketentuan: Ketentuan
    lain: Mapping[str, str]


def baca_folder(folder: Path) -> dict[str, tuple[BarisAturan, ...]]:
    """The rows of every .csv file by the file's name. Raises ValueError on a row that is not complete."""
    return {berkas.stem: _baca(berkas) for berkas in sorted(folder.glob("*.csv"))}


def _baca(berkas: Path) -> tuple[BarisAturan, ...]:
    with berkas.open(encoding="utf-8", newline="") as isi:
        return tuple(_baris(f"{berkas.name}:{nomor}", satu) for nomor, satu in enumerate(csv.DictReader(isi), start=2))


def _baris(letak: str, isi: dict[str, str]) -> BarisAturan:
    if kosong := [nama for nama in WAJIB if not isi[nama]]:
        raise ValueError(f"{letak}: {', '.join(kosong)} is empty")
    if isi["dikonfirmasi"] not in YA_TIDAK:
        raise ValueError(f"{letak}: dikonfirmasi is neither ya nor tidak: {isi['dikonfirmasi']!r}")
    ketentuan = Ketentuan(
        isi["kunci"],
        isi["nilai"],
        isi["satuan"],
        date.fromisoformat(isi["berlaku_mulai"]),
        date.fromisoformat(isi["berlaku_selesai"]) if isi["berlaku_selesai"] else None,
        isi["peraturan"],
        isi["letak"],
        YA_TIDAK[isi["dikonfirmasi"]],
        isi["catatan"],
    )
    return BarisAturan(ketentuan, {nama: nilai for nama, nilai in isi.items() if nama not in KOLOM})
