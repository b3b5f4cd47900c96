"""Computing every score and recap again, and saying whether what is stored was right. Writes only what differs.

Scores of closed quarters stay as they were kept, under a correction too: what one moves is written down with it. That
they would be others today is counted.
"""

from dataclasses import dataclass, replace

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from data_access.engine import hold_agency
from data_access.kunci.keadaan import keadaan_kunci
from data_access.schema import NILAI_SKP
from data_access.skp.asal import catat_asal
from data_access.skp.dampak import tahun_bernilai
from data_access.skp.hitung import KOLOM_NILAI, hitung_nilai
from data_access.skp.rekap import load_jumlah_pegawai, load_rekap
from data_access.skp.simpan import BULAN, hitung_pegawai_unit, hitung_rekap, simpan_nilai, simpan_pegawai_unit

BANYAK_KUNCI = 4
"""KOLOM_NILAI begins with the key: instansi, nip, tahun, bulan."""


@dataclass(frozen=True, slots=True)
class HasilUlang:
    """How many scores and recaps an agency has, and how many of them were not as they should be.

    `terkunci_beda` counts scores of closed quarters that would be others today; they stay as they were kept.
    """

    instansi: str
    nilai: int
    rekap: int
    nilai_beda: int
    rekap_beda: int
    terkunci_beda: int = 0

    @property
    def sama(self) -> bool:
        return not self.nilai_beda and not self.rekap_beda


def hitung_ulang(connection: Connection, instansi: str) -> HasilUlang:
    """Recompute in this transaction, no writer beside it; where something differs, replace the year it belongs to."""
    hold_agency(connection, instansi)
    keadaan = replace(keadaan_kunci(connection, instansi), koreksi=())
    jumlah_nilai = jumlah_rekap = nilai_beda = rekap_beda = terkunci = 0
    for tahun in tahun_bernilai(connection, instansi):
        seharusnya, tertutup = hitung_nilai(connection, instansi, tahun), keadaan.bulan_tertutup(tahun)
        tersimpan = _nilai_tersimpan(connection, instansi, tahun)
        beda = {baris[:BANYAK_KUNCI] for baris in tersimpan.symmetric_difference(seharusnya)}
        rekap_lama = load_rekap(connection, instansi, tahun)
        if beda or rekap_lama != hitung_rekap(connection, instansi, tahun):
            simpan_nilai(connection, instansi, tahun, seharusnya, kecuali=tertutup)
        rekap = load_rekap(connection, instansi, tahun)
        disimpan = {kunci for kunci in beda if kunci[BULAN] in tertutup}
        terkunci += len(disimpan)
        nilai_beda += len(beda) - len(disimpan)
        rekap_beda += sum(rekap.get(kunci) != rekap_lama.get(kunci) for kunci in set(rekap) | set(rekap_lama))
        jumlah_nilai += len(seharusnya)
        jumlah_rekap += len(rekap)
    if load_jumlah_pegawai(connection, instansi) != hitung_pegawai_unit(connection, instansi):
        simpan_pegawai_unit(connection, instansi)
        rekap_beda += 1
    hasil = HasilUlang(instansi, jumlah_nilai, jumlah_rekap, nilai_beda, rekap_beda, terkunci)
    catat_asal(connection, instansi, berubah=not hasil.sama)
    return hasil


def _nilai_tersimpan(connection: Connection, instansi: str, tahun: int) -> set[tuple[object, ...]]:
    kolom = [NILAI_SKP.c[nama] for nama in KOLOM_NILAI]
    tanya = sa.select(*kolom).where(NILAI_SKP.c.instansi == instansi, NILAI_SKP.c.tahun == tahun)
    return set(map(tuple, connection.execute(tanya)))
