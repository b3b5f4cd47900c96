"""The frame of closed quarters: compared around every write that may move it; headcounts are kept at closing.

Reads unit, pengaturan, hari_libur and rekap_skp; writes pegawai_kunci. Employees come and go every week, so a closed
quarter keeps how many there were; what is set seldom is refused without an open correction.
"""

import json
from collections.abc import Collection, Iterable, Mapping

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from dashboard.domain.dasar.periode import SampaiDengan
from dashboard.domain.entri.kunci import KeadaanKunci, PeriodeTerkunci, triwulan_bulan
from dashboard.domain.entri.latar import PENENTU_LATAR, latar_bulan, latar_setelan, latar_unit
from dashboard.domain.entri.segel import BarisSegel, yang_bergerak
from data_access.kinerja import daftar_unit
from data_access.pengaturan import pengaturan
from data_access.schema import PEGAWAI_KUNCI, REKAP_SKP
from data_access.skp.hitung import tenggat
from data_access.skp.rekap import load_jumlah_pegawai
from data_access.skp.rezim import rezim_tahun

LEMBAR = frozenset(satu for semua in PENENTU_LATAR.values() for satu in semua)


def jaga_latar(connection: Connection, instansi: str, keadaan: KeadaanKunci, lembar: Collection[str]) -> None:
    """Raises PeriodeTerkunci when a transaction that touches those sheets would move the frame of a closed quarter."""
    if LEMBAR.isdisjoint(lembar):
        return
    terkunci = [
        SampaiDengan(k.tahun, k.triwulan)
        for k in keadaan.kunci
        if keadaan.koreksi_meliputi(k.tahun, k.triwulan) is None
    ]
    with connection.engine.connect() as sebelum:
        lama = {sd: _latar(sebelum, instansi, sd) for sd in terkunci}
    for sd in sorted(terkunci, key=lambda satu: (satu.tahun, satu.triwulan)):
        gerak = yang_bergerak(lama[sd], _latar(connection, instansi, sd))
        if gerak:
            raise PeriodeTerkunci(sd.tahun, sd.triwulan, gerak)


def _latar(connection: Connection, instansi: str, sd: SampaiDengan) -> dict[str, BarisSegel]:
    """Of units, months and settings by code; what only scores are shown in where the quarter has some."""
    r = REKAP_SKP.c
    tanya = sa.select(r.bulan, r.unit).where(r.instansi == instansi, r.tahun == sd.tahun)
    rekap = [(bulan, unit) for bulan, unit in connection.execute(tanya) if triwulan_bulan(bulan) == sd.triwulan]
    setelan = pengaturan(connection, instansi, sd.hari_akhir)
    latar = latar_setelan(setelan, rezim_tahun(connection, instansi, sd.tahun))
    if rekap:
        jatuh = tenggat(connection, instansi, sd.tahun)
        latar |= latar_bulan({bulan: jatuh[bulan] for bulan, _ in rekap})
        latar |= latar_unit(daftar_unit(connection, instansi), {satu for _, satu in rekap})
    return latar


def muat_pegawai(connection: Connection, instansi: str, tahun: int) -> dict[int, Mapping[str, int]]:
    """How many employees each unit had, as the closed quarters of a year kept it."""
    p = PEGAWAI_KUNCI.c
    tanya = sa.select(p.triwulan, p.isi).where(p.instansi == instansi, p.tahun == tahun)
    return {triwulan: json.loads(isi) for triwulan, isi in connection.execute(tanya)}


def simpan_pegawai(connection: Connection, instansi: str, terkunci: Iterable[tuple[int, int]]) -> None:
    """Keep the employees there are now with those quarters, in place of what they kept before."""
    p, isi = PEGAWAI_KUNCI.c, json.dumps(load_jumlah_pegawai(connection, instansi), sort_keys=True)
    for tahun, triwulan in terkunci:
        connection.execute(
            sa.delete(PEGAWAI_KUNCI).where(p.instansi == instansi, p.tahun == tahun, p.triwulan == triwulan)
        )
        baris = {"instansi": instansi, "tahun": tahun, "triwulan": triwulan, "isi": isi}
        connection.execute(sa.insert(PEGAWAI_KUNCI), [baris])


def lengkapi_pegawai(connection: Connection, instansi: str, keadaan: KeadaanKunci) -> None:
    """Keep headcounts with quarters that were closed by an older program; called before anything is written."""
    p = PEGAWAI_KUNCI.c
    ada = set(map(tuple, connection.execute(sa.select(p.tahun, p.triwulan).where(p.instansi == instansi))))
    simpan_pegawai(connection, instansi, sorted({(k.tahun, k.triwulan) for k in keadaan.kunci} - ada))


def perbarui_pegawai(connection: Connection, instansi: str, keadaan: KeadaanKunci, lembar: Collection[str]) -> None:
    """Under an open correction a change of employees is one of the closed quarter too."""
    if "pegawai" in lembar:
        semua = ((k.tahun, k.triwulan) for k in keadaan.kunci)
        simpan_pegawai(connection, instansi, [satu for satu in semua if keadaan.koreksi_meliputi(*satu) is not None])
