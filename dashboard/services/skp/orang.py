"""Persons and their scores, for those who may see them (checked here, unit by unit)."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Engine

from dashboard.domain.dasar.hak import Pelaku, Tindakan, wajib_boleh
from dashboard.domain.dasar.periode import SampaiDengan
from dashboard.domain.skp.kalender import BULAN_TAHUNAN
from dashboard.domain.skp.pegawai import NilaiBulan
from data_access.engine import open_for_reading
from data_access.skp.orang import Orang, dengan_berjalan, load_orang, load_pegawai

BATAS_DAFTAR = 200


@dataclass(frozen=True, slots=True)
class Pilihan:
    """Which people: of a group of units, in a month, in one class (index of sebutan) or one cell of the quadrant."""

    unit: tuple[str, ...]
    bulan: int
    sebutan: int | None = None
    sel: int | None = None


def daftar_orang(
    engine: Engine, pelaku: Pelaku, instansi: str, sd: SampaiDengan, kelompok: str, pilihan: Pilihan
) -> tuple[Orang, ...]:
    """At most BATAS_DAFTAR people of a group; scores to date of a year are those of the position.

    Raises TidakBerwenang.
    """
    wajib_boleh(pelaku, Tindakan.LIHAT_PEGAWAI, instansi, kelompok)
    with open_for_reading(engine) as connection:
        orang = load_orang(
            connection,
            instansi,
            sd.tahun,
            pilihan.bulan,
            pilihan.unit,
            sebutan=pilihan.sebutan,
            sel=pilihan.sel,
            batas=BATAS_DAFTAR,
        )
        if pilihan.bulan != BULAN_TAHUNAN:
            return orang
        return dengan_berjalan(connection, instansi, sd.tahun, orang, sd.bulan_akhir)


def hitungan_orang(
    engine: Engine, pelaku: Pelaku, instansi: str, sd: SampaiDengan, *, kelompok: str, unit: Sequence[str], orang: Orang
) -> NilaiBulan | None:
    """One person's month with all it is made of. Raises TidakBerwenang; None when the person is not in the group."""
    wajib_boleh(pelaku, Tindakan.LIHAT_PEGAWAI, instansi, kelompok)
    if orang.nilai.unit not in unit:
        return None
    with open_for_reading(engine) as connection:
        return load_pegawai(connection, instansi, sd.tahun, orang.nip, sd.bulan_akhir).get(orang.nilai.bulan)
