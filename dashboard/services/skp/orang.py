"""Persons and their scores, for those who may see them: the agency's, a unit's, or one's own, narrowed in the query."""

from dataclasses import dataclass

from sqlalchemy import Engine
from sqlalchemy.engine import Connection

from dashboard.domain.dasar.hak import Lingkup, Pelaku, TidakBerwenang, Tindakan, kalimat_ditolak, wajib_lingkup
from dashboard.domain.dasar.periode import SampaiDengan
from dashboard.domain.skp.kalender import BULAN_TAHUNAN
from dashboard.domain.skp.pegawai import NilaiBulan
from dashboard.services.jangkauan import unit_orang
from data_access.engine import open_for_reading
from data_access.skp.orang import Orang, dengan_berjalan, load_orang, load_pegawai, satu_orang

BATAS_DAFTAR = 200


@dataclass(frozen=True, slots=True)
class Pilihan:
    """Which people: of a group of units, in a month, in one class (index of sebutan) or one cell of the quadrant."""

    unit: tuple[str, ...]
    bulan: int
    sebutan: int | None = None
    sel: int | None = None


def daftar_orang(
    engine: Engine, pelaku: Pelaku, instansi: str, sd: SampaiDengan, pilihan: Pilihan
) -> tuple[Orang, ...]:
    """At most BATAS_DAFTAR people of those units; scores to date of a year are those of the position.

    Raises TidakBerwenang, also where one of the units is none whose people that person may see.
    """
    with open_for_reading(engine) as connection:
        terlihat = unit_orang(connection, pelaku, instansi)
        if terlihat is not None and not terlihat.issuperset(pilihan.unit):
            unit = ", ".join(sorted(set(pilihan.unit) - terlihat))
            raise TidakBerwenang(kalimat_ditolak(pelaku, Tindakan.LIHAT_PEGAWAI, instansi, unit))
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
        return _berjalan(connection, instansi, sd, pilihan.bulan, orang)


def diri_sendiri(engine: Engine, pelaku: Pelaku, instansi: str, sd: SampaiDengan, bulan: int) -> tuple[Orang, ...]:
    """The person's own score of a month, for who may see nobody else's; empty without one. Raises TidakBerwenang."""
    sejauh = wajib_lingkup(pelaku, Tindakan.LIHAT_PEGAWAI, instansi)
    if sejauh is not Lingkup.SENDIRI or pelaku.nip is None:
        return ()
    with open_for_reading(engine) as connection:
        satu = satu_orang(connection, instansi, sd.tahun, bulan, pelaku.nip)
        return _berjalan(connection, instansi, sd, bulan, (satu,) if satu else ())


def hitungan_orang(
    engine: Engine, pelaku: Pelaku, instansi: str, sd: SampaiDengan, bulan: int, nip: str
) -> NilaiBulan | None:
    """One person's month with all it is made of; None for who has no score then. Raises TidakBerwenang.

    Whose it is and in which unit is read from the stored score, not taken from the caller.
    """
    sejauh = wajib_lingkup(pelaku, Tindakan.LIHAT_PEGAWAI, instansi)
    with open_for_reading(engine) as connection:
        orang = satu_orang(connection, instansi, sd.tahun, bulan, nip)
        if orang is None:
            return None
        terlihat = unit_orang(connection, pelaku, instansi)
        sendiri = sejauh is Lingkup.SENDIRI and nip == pelaku.nip
        if not sendiri and terlihat is not None and orang.nilai.unit not in terlihat:
            raise TidakBerwenang(kalimat_ditolak(pelaku, Tindakan.LIHAT_PEGAWAI, instansi, orang.nilai.unit))
        return load_pegawai(connection, instansi, sd.tahun, nip, sd.bulan_akhir).get(bulan)


def _berjalan(
    connection: Connection, instansi: str, sd: SampaiDengan, bulan: int, orang: tuple[Orang, ...]
) -> tuple[Orang, ...]:
    if bulan != BULAN_TAHUNAN:
        return orang
    return dengan_berjalan(connection, instansi, sd.tahun, orang, sd.bulan_akhir)
