"""Closing a quarter for an agency, and opening and ending the correction of a closed one."""

from dataclasses import dataclass

from sqlalchemy import Engine

from dashboard.domain.dasar.hak import Pelaku, Tindakan
from dashboard.domain.entri.kunci import (
    KeadaanKunci,
    Koreksi,
    KunciDitolak,
    akan_dikunci,
    alasan_sah,
    nomor_berikut,
    periksa_buka,
)
from dashboard.services.jangkauan import jejak_terjangkau
from data_access.engine import open_for_reading
from data_access.kunci.keadaan import (
    PerubahanTerkoreksi,
    keadaan_kunci,
    perubahan_terkoreksi,
    sekarang,
    tulis_koreksi,
    tulis_kunci,
    tutup_koreksi,
)
from data_access.kunci.latar import simpan_pegawai
from data_access.kunci.segel import simpan_segel
from data_access.uow import UnitOfWork


@dataclass(frozen=True, slots=True)
class BukuKunci:
    """What is closed, what was corrected since, and the changes made under each correction."""

    keadaan: KeadaanKunci
    perubahan: tuple[PerubahanTerkoreksi, ...]


def buku_kunci(engine: Engine, pelaku: Pelaku, instansi: str) -> BukuKunci:
    """Read the locks of an agency, and what that person may read of the changes. Raises TidakBerwenang."""
    with open_for_reading(engine) as connection, connection.begin():
        milik = jejak_terjangkau(connection, pelaku, instansi)
        return BukuKunci(keadaan_kunci(connection, instansi), perubahan_terkoreksi(connection, instansi, milik))


def kunci_sampai(
    engine: Engine, pelaku: Pelaku, instansi: str, tahun: int, triwulan: int, *, dasar: int | None = None
) -> tuple[int, ...]:
    """Close that quarter and all before it in its year; returns those newly closed.

    `dasar` is the number of the data that was looked at before (`rencana_kunci`). Raises KunciDitolak, also when they
    changed since, and TidakBerwenang.
    """
    with UnitOfWork(engine, pelaku, instansi, Tindakan.KUNCI) as uow:
        if dasar not in (None, uow.nomor_versi(instansi)):
            raise KunciDitolak("Data berubah sesudah ringkasan itu dibaca, jadi belum dikunci. Periksa lagi isinya.")
        baru = akan_dikunci(keadaan_kunci(uow.connection, instansi), tahun, triwulan)
        tulis_kunci(uow.connection, instansi, tahun, baru, pelaku)
        simpan_segel(uow.connection, instansi, tahun, baru)
        simpan_pegawai(uow.connection, instansi, [(tahun, triwulan) for triwulan in baru])
        uow.commit()
    return baru


def buka_koreksi(engine: Engine, pelaku: Pelaku, instansi: str, tahun: int, triwulan: int, alasan: str) -> Koreksi:
    """Let changes of one closed quarter through, for a reason. Raises KunciDitolak and TidakBerwenang."""
    with UnitOfWork(engine, pelaku, instansi, Tindakan.KUNCI) as uow:
        keadaan = keadaan_kunci(uow.connection, instansi)
        periksa_buka(keadaan, tahun, triwulan)
        nomor = nomor_berikut(keadaan.koreksi)
        koreksi = Koreksi(nomor, tahun, triwulan, alasan_sah(alasan), sekarang(), pelaku.nama)
        tulis_koreksi(uow.connection, instansi, koreksi)
        uow.commit()
    return koreksi


def akhiri_koreksi(engine: Engine, pelaku: Pelaku, instansi: str, nomor: int) -> None:
    """Close the quarter again. Raises KunciDitolak when no such correction is open, and TidakBerwenang."""
    with UnitOfWork(engine, pelaku, instansi, Tindakan.KUNCI) as uow:
        if not tutup_koreksi(uow.connection, instansi, nomor, pelaku):
            raise KunciDitolak(f"Koreksi nomor {nomor} tidak sedang terbuka.")
        uow.commit()
