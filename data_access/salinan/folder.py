"""Where backups lie, what they are called, and which of them are kept."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from pathlib import Path

from sqlalchemy.engine import Engine

from data_access.files.bukti import folder_bukti

HARIAN, BULANAN = 14, 13
"""How many days and how many months keep their last backup."""
SEHARI = timedelta(days=1)
SAAT = "%Y%m%d-%H%M%S"
POLA = re.compile(r"cadangan-(?P<sebab>[a-z-]+)-(?P<saat>\d{8}-\d{6})\.zip(?P<sandi>\.sandi)?")


class SebabCadangan(StrEnum):
    """Why a backup was written; only those of a day and those asked for are ever cleared away."""

    HARIAN = "harian"
    DIMINTA = "diminta"
    SEBELUM_MIGRASI = "sebelum-migrasi"
    SEBELUM_PULIH = "sebelum-pulih"


BERPUTAR = {SebabCadangan.HARIAN, SebabCadangan.DIMINTA}


@dataclass(frozen=True, slots=True, order=True)
class Cadangan:
    """One backup file; `saat` is UTC."""

    saat: datetime
    berkas: Path
    sebab: str
    bersandi: bool


def folder_cadangan(engine: Engine) -> Path:
    """Beside the evidence files, so that it is private with them."""
    return folder_bukti(engine).parent / "cadangan"


def nama_cadangan(sebab: SebabCadangan, saat: datetime, *, bersandi: bool = False) -> str:
    return f"cadangan-{sebab}-{saat.astimezone(UTC):{SAAT}}{akhiran_cadangan(bersandi=bersandi)}"


def akhiran_cadangan(*, bersandi: bool) -> str:
    return ".zip.sandi" if bersandi else ".zip"


def daftar_cadangan(folder: Path) -> list[Cadangan]:
    """The whole backups in that folder, newest first, by their names; other files are not looked at."""
    semua = [_terbaca(satu) for satu in folder.glob("cadangan-*")] if folder.is_dir() else []
    return sorted((satu for satu in semua if satu is not None), reverse=True)


def perlu_dicadangkan(semua: Iterable[Cadangan], kini: datetime) -> bool:
    """Whether the newest is older than a day; one of the future, from a wrong clock, does not count."""
    return not any(timedelta() <= kini - satu.saat < SEHARI for satu in semua)


def berlebih(semua: Iterable[Cadangan]) -> list[Cadangan]:
    """Those to clear away: all but the last of each of the newest days and months, and what is no part of it."""
    berputar = sorted((satu for satu in semua if satu.sebab in BERPUTAR), reverse=True)
    disimpan: set[Cadangan] = set()
    for pola, banyak in (("%Y-%m-%d", HARIAN), ("%Y-%m", BULANAN)):
        terakhir: dict[str, Cadangan] = {}
        for satu in berputar:
            terakhir.setdefault(f"{satu.saat:{pola}}", satu)
        disimpan.update(list(terakhir.values())[:banyak])
    return [satu for satu in berputar if satu not in disimpan]


def _terbaca(berkas: Path) -> Cadangan | None:
    cocok = POLA.fullmatch(berkas.name)
    if cocok is None:
        return None
    try:
        saat = datetime.strptime(cocok["saat"], SAAT).replace(tzinfo=UTC)
    except ValueError:
        return None
    return Cadangan(saat, berkas, cocok["sebab"], cocok["sandi"] is not None)
