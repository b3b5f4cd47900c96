"""Removing an agency: a backup first, then everything of it in one transaction, and a row that says so."""

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import sqlalchemy as sa
from sqlalchemy.engine import Connection, Engine

from dashboard.domain.dasar.hak import Pelaku, Tindakan, wajib_boleh
from data_access.engine import hold_agency, open_for_writing
from data_access.files.bukti import folder_bukti
from data_access.files.cadangan import nama_bukti, tulis_cadangan
from data_access.kinerja import nomor_versi
from data_access.schema import BERKAS_BUKTI, METADATA, PENGHAPUSAN, TABEL


class PenghapusanDitolak(Exception):
    """Nothing was removed; the Indonesian sentence says why."""


@dataclass(frozen=True, slots=True)
class Penghapusan:
    """What was removed, and where its backup lies."""

    instansi: str
    nama: str
    jumlah: int
    cadangan: Path


def hapus_instansi(engine: Engine, pelaku: Pelaku, instansi: str, ketikan: str) -> Penghapusan:
    """Remove an agency whose code was typed exactly.

    Raises PenghapusanDitolak, TidakBerwenang and OSError (no backup), each with nothing removed.
    """
    wajib_boleh(pelaku, Tindakan.HAPUS_INSTANSI, instansi)
    if ketikan.strip() != instansi:
        raise PenghapusanDitolak(f"Kode yang diketik bukan {instansi}. Tidak ada yang dihapus.")
    with open_for_writing(engine) as connection, connection.begin():
        hold_agency(connection, instansi)
        c = TABEL["instansi"].c
        nama = connection.execute(sa.select(c.nama).where(c.kode == instansi)).scalar()
        if nama is None:
            raise PenghapusanDitolak(f"Instansi {instansi} tidak ada di basis data.")
        cadangan = tulis_cadangan(engine, connection, instansi)
        bukti = nama_bukti(connection, instansi)
        versi = nomor_versi(connection, instansi) + 1
        jumlah = _kosongkan(connection, instansi)
        isi = {"instansi": instansi, "versi": versi, "nama": nama, "pelaku": pelaku.nama, "jumlah": jumlah}
        waktu = datetime.now(UTC).isoformat(timespec="seconds")
        connection.execute(sa.insert(PENGHAPUSAN), [isi | {"waktu": waktu, "cadangan": cadangan.name}])
        bukti -= _bukti_lain(connection)
    for berkas in bukti:
        (folder_bukti(engine) / berkas).unlink(missing_ok=True)
    return Penghapusan(instansi, nama, jumlah, cadangan)


def _kosongkan(connection: Connection, instansi: str) -> int:
    """Delete the agency's rows of every table; returns how many of them were its workbook's."""
    jumlah = 0
    for nama, tabel in METADATA.tables.items():
        if tabel is not PENGHAPUSAN:
            milik = tabel.c.kode if nama == "instansi" else tabel.c.instansi
            terhapus = connection.execute(sa.delete(tabel).where(milik == instansi)).rowcount
            jumlah += terhapus if nama in TABEL else 0
    return jumlah


def _bukti_lain(connection: Connection) -> set[str]:
    c = BERKAS_BUKTI.c
    return {f"{satu.sha256}.{satu.akhiran}" for satu in connection.execute(sa.select(c.sha256, c.akhiran))}
