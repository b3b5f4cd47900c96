"""Writing a checked plan: one transaction for the whole workbook, with its audit rows and one impor row an agency."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import TypeVar

from sqlalchemy.engine import Connection, Engine

from dashboard.domain.dasar.hak import Pelaku, Tindakan
from dashboard.domain.entri.kunci import PeriodeTerkunci
from data_access.baris import pemilik_baris
from data_access.uow import UnitOfWork
from data_access.workbook.landasan import landasan_berubah
from data_access.workbook.periksa.rencana import RencanaLembar

T = TypeVar("T")
AKSI = ("tambah", "ubah", "tetap", "kosong")


class DataChanged(Exception):
    """Someone else wrote what the plan rests on after it was made; make it again."""


def terapkan(
    engine: Engine,
    pelaku: Pelaku,
    rencana: Sequence[RencanaLembar],
    versi: Mapping[str, int],
    asal: Mapping[str, str | None],
) -> None:
    """Write the plan made at those versions of those agencies, unless what it rests on was written since.

    `asal` holds berkas, sha256 and catatan.
    Raises DataChanged and TidakBerwenang, both with nothing written.
    """
    with UnitOfWork(engine, pelaku, tuple(versi), Tindakan.IMPOR) as uow:
        for instansi, nomor in versi.items():
            if landasan_berubah(uow.connection, instansi, rencana, nomor, uow.nomor_versi(instansi)):
                raise DataChanged(instansi)
        try:
            _tulis(uow, rencana)
            for instansi, jumlah in _jumlah(rencana).items():
                if jumlah["tambah"] or jumlah["ubah"]:
                    uow.catat_impor(instansi, **asal, **{f"jumlah_{aksi}": jumlah[aksi] for aksi in AKSI})
            uow.commit()
        except PeriodeTerkunci as error:  # closed since the plan was made: checked again, its cells are named
            raise DataChanged(str(error)) from error


def coba(
    engine: Engine,
    pelaku: Pelaku,
    rencana: Sequence[RencanaLembar],
    instansi: Sequence[str],
    lihat: Callable[[Connection], T],
) -> tuple[T, T]:
    """Write the plan and take it back: what `lihat` reads before and after, for some is known only from the results.

    Raises PeriodeTerkunci with the figures of closed quarters that would move, and TidakBerwenang.
    """
    with UnitOfWork(engine, pelaku, instansi, Tindakan.IMPOR) as uow:
        sebelum = lihat(uow.connection)
        _tulis(uow, rencana)
        uow.selesaikan()
        return sebelum, lihat(uow.connection)


def _tulis(uow: UnitOfWork, rencana: Sequence[RencanaLembar]) -> None:
    for satu in rencana:
        uow.tambah(satu.nama, satu.tambah)
        uow.ubah(satu.nama, satu.ubah)


def _jumlah(rencana: Sequence[RencanaLembar]) -> dict[str, Counter[str]]:
    """Per agency: how many rows are new, changed and unchanged, and how many values are blanked."""
    hasil: dict[str, Counter[str]] = {}
    for satu in rencana:
        for aksi, baris in (("tambah", satu.tambah), ("ubah", [baru for _, baru in satu.ubah]), ("tetap", satu.tetap)):
            for isi in baris:
                hasil.setdefault(pemilik_baris(satu.nama, isi), Counter())[aksi] += 1
        for sel in satu.kosong:
            hasil.setdefault(sel.instansi, Counter())["kosong"] += 1
    return hasil
