"""What the global filters offer: agencies, years, and the quarter to open with."""

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import Engine

from dashboard.domain.indikator import Instansi
from dashboard.domain.peran import Pelaku, Tindakan, boleh
from dashboard.domain.periode import TAHUN, triwulan_dari
from data_access.kinerja import daftar_instansi, daftar_tahun
from data_access.kinerja import versi_data as baca_versi
from data_access.pilihan import periode_terlapor

TRIWULAN_AKHIR = 4


@dataclass(frozen=True, slots=True)
class PilihanTahun:
    """A year that can be shown and the last quarter reported in it."""

    tahun: int
    triwulan_bawaan: int


def instansi_terlihat(engine: Engine, pelaku: Pelaku) -> tuple[Instansi, ...]:
    """The agencies that person may look at, by code."""
    with engine.connect() as koneksi:
        semua = daftar_instansi(koneksi)
    return tuple(i for i in semua if boleh(pelaku, Tindakan.LIHAT, i.kode))


def versi(engine: Engine, instansi: str) -> str:
    """The agency's data version: changes with every change of its data."""
    with engine.connect() as koneksi:
        return baca_versi(koneksi, instansi)


def pilihan_tahun(engine: Engine, instansi: str) -> tuple[PilihanTahun, ...]:
    """The years of that agency, newest first; empty when it has neither targets nor reports."""
    with engine.connect() as koneksi:
        return tuple(
            PilihanTahun(tahun, triwulan_terakhir(periode_terlapor(koneksi, instansi, tahun)))
            for tahun in daftar_tahun(koneksi, instansi)
        )


def triwulan_terakhir(periode: Iterable[str]) -> int:
    """The last quarter with a report, the fourth where there is none.

    A yearly figure alone says nothing about the quarters: it counts only when nothing else was reported.
    """
    return max((triwulan_dari(p) for p in periode if p != TAHUN), default=TRIWULAN_AKHIR)
