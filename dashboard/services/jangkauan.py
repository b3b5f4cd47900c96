"""How far a person's right reaches in an agency: which values, which units. Asked before rows are read, by the reader.

None stands for all of the agency; an empty set for nothing at all.
"""

from collections.abc import Callable
from functools import partial

from sqlalchemy.engine import Connection

from dashboard.domain.dasar.hak import Lingkup, Pelaku, Tindakan, lingkup, wajib_lingkup
from dashboard.domain.dasar.indikator import DataKinerja
from dashboard.domain.entri.pengisi import bidang_nilai, pemilik_nilai, rantai_unit
from data_access.jejak_milik import JejakMilik
from data_access.kinerja import daftar_unit, load_struktur
from data_access.skp.orang import jabatan_pegawai

SELURUH = (Lingkup.SEMUA, Lingkup.INSTANSI)


def kode_terjangkau(
    connection: Connection,
    pelaku: Pelaku,
    instansi: str,
    data: Callable[[], DataKinerja],
    tindakan: Tindakan = Tindakan.LIHAT_ISIAN,
) -> frozenset[str] | None:
    """The codes of the values whose entries and history that person may read: the unit's list, or one's own.

    `data` is asked for only where the right reaches less than the agency.
    """
    sejauh = lingkup(pelaku, tindakan, instansi)
    if sejauh in SELURUH:
        return None
    if sejauh is Lingkup.UNIT:
        return frozenset(kode for kode, unit in bidang_nilai(data()).items() if pelaku.unit in unit)
    if sejauh is Lingkup.SENDIRI and pelaku.nip:
        milik = jabatan_pegawai(connection, instansi, pelaku.nip)
        return frozenset(kode for kode, jabatan in pemilik_nilai(data()).items() if milik in jabatan)
    return frozenset()


def unit_orang(connection: Connection, pelaku: Pelaku, instansi: str) -> frozenset[str] | None:
    """The units whose people that person may see: the own one and those below it. Raises TidakBerwenang."""
    sejauh = wajib_lingkup(pelaku, Tindakan.LIHAT_PEGAWAI, instansi)
    if sejauh in SELURUH:
        return None
    if sejauh is not Lingkup.UNIT:
        return frozenset()
    rantai = rantai_unit(daftar_unit(connection, instansi))
    return frozenset(kode for kode, atas in rantai.items() if pelaku.unit in atas)


def jejak_terjangkau(connection: Connection, pelaku: Pelaku, instansi: str) -> JejakMilik:
    """The rows of the trail that person may read: the agency's, or the unit's; people's only as people may be seen.

    Raises TidakBerwenang.
    """
    wajib_lingkup(pelaku, Tindakan.LIHAT_RIWAYAT, instansi)
    orang = lingkup(pelaku, Tindakan.LIHAT_PEGAWAI, instansi)
    unit = frozenset[str]() if orang is None else unit_orang(connection, pelaku, instansi)
    data = partial(load_struktur, connection, instansi)
    return JejakMilik(kode_terjangkau(connection, pelaku, instansi, data, Tindakan.LIHAT_RIWAYAT), unit)
