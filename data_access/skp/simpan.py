"""Scores kept beside the rows they come from, and what they add up to. Writes nilai_skp, rekap_skp, rekap_pegawai."""

from collections.abc import Collection, Sequence

import numpy as np
import sqlalchemy as sa
from sqlalchemy.engine import Connection

from dashboard.domain.skp.kolom import KOSONG_MIKRO, Bulat
from dashboard.domain.skp.rekap import KolomNilai, rekap_grup
from dashboard.domain.skp.sebaran import Rekap
from data_access.schema import NILAI_SKP, REKAP_PEGAWAI, REKAP_SKP, TABEL
from data_access.skp.hitung import KOLOM_NILAI, BarisNilai
from data_access.skp.rekap import baris_rekap
from data_access.skp.salin import salin

BULAN, UNIT = KOLOM_NILAI.index("bulan"), KOLOM_NILAI.index("unit")
KOLOM_KE_REKAP = (
    "skp",
    "perilaku",
    "prestasi",
    "sebutan",
    "sel",
    "keadaan",
    "lapor",
    "nilai",
    "verifikasi",
    "keberatan",
)


def simpan_nilai(
    connection: Connection,
    instansi: str,
    tahun: int,
    baris: Sequence[BarisNilai],
    nip: Collection[str] | None = None,
    kecuali: Collection[int] = (),
) -> None:
    """Replace those employees' scores of the year (None: everybody's) and the recaps they count in.

    The months in `kecuali` keep the scores that are stored.
    """
    baris = [satu for satu in baris if satu[BULAN] not in kecuali] if kecuali else baris
    tersentuh = _hapus(connection, instansi, tahun, nip, kecuali) | {(satu[BULAN], satu[UNIT]) for satu in baris}
    salin(connection, NILAI_SKP, KOLOM_NILAI, baris)
    rekap = hitung_rekap(connection, instansi, tahun, None if nip is None else tersentuh)
    _ganti_rekap(connection, instansi, tahun, rekap, None if nip is None else tersentuh)


def _hapus(
    connection: Connection, instansi: str, tahun: int, nip: Collection[str] | None, kecuali: Collection[int]
) -> set[tuple[int, str]]:
    """Delete the scores; the months and units they counted in."""
    n = NILAI_SKP.c
    terbuka = (n.bulan.not_in(sorted(kecuali)),) if kecuali else ()
    if nip is None:
        connection.execute(sa.delete(NILAI_SKP).where(n.instansi == instansi, n.tahun == tahun, *terbuka))
        return set()
    tersentuh: set[tuple[int, str]] = set()
    urut = sorted(nip)
    for awal in range(0, len(urut), 500):
        milik = (n.instansi == instansi, n.tahun == tahun, n.nip.in_(urut[awal : awal + 500]), *terbuka)
        tersentuh |= {(bulan, unit) for bulan, unit in connection.execute(sa.select(n.bulan, n.unit).where(*milik))}
        connection.execute(sa.delete(NILAI_SKP).where(*milik))
    return tersentuh


def hitung_rekap(
    connection: Connection, instansi: str, tahun: int, tersentuh: Collection[tuple[int, str]] | None = None
) -> dict[tuple[int, str], Rekap]:
    """The recaps of the stored scores by month and unit; of the whole year, or of those months and units."""
    n = NILAI_SKP.c
    tanya = sa.select(n.bulan, n.unit, *(n[satu] for satu in KOLOM_KE_REKAP)).where(
        n.instansi == instansi, n.tahun == tahun
    )
    if tersentuh is not None:
        bulan, unit = {satu for satu, _ in tersentuh}, {satu for _, satu in tersentuh}
        tanya = tanya.where(n.bulan.in_(sorted(bulan)), n.unit.in_(sorted(unit)))
    return rekap_baris(list(map(tuple, connection.execute(tanya))))


def rekap_baris(baris: Sequence[BarisNilai]) -> dict[tuple[int, str], Rekap]:
    """Recaps of rows given as (bulan, unit, *KOLOM_KE_REKAP)."""
    nomor: dict[tuple[int, str], int] = {}
    grup = np.fromiter((nomor.setdefault((satu[0], satu[1]), len(nomor)) for satu in baris), np.int64)
    kolom = {nama: _kolom([satu[2 + i] for satu in baris]) for i, nama in enumerate(KOLOM_KE_REKAP)}
    return dict(zip(nomor, rekap_grup(KolomNilai(grup, **kolom), len(nomor)), strict=True))


def _kolom(isi: Sequence[int | None]) -> Bulat:
    return np.array([KOSONG_MIKRO if satu is None else satu for satu in isi], np.int64)


def _ganti_rekap(
    connection: Connection,
    instansi: str,
    tahun: int,
    rekap: dict[tuple[int, str], Rekap],
    tersentuh: Collection[tuple[int, str]] | None,
) -> None:
    r = REKAP_SKP.c
    milik = sa.delete(REKAP_SKP).where(r.instansi == instansi, r.tahun == tahun)
    if tersentuh is None:
        connection.execute(milik)
    else:
        for bulan, unit in sorted(tersentuh):
            connection.execute(milik.where(r.bulan == bulan, r.unit == unit))
        rekap = {kunci: isi for kunci, isi in rekap.items() if kunci in tersentuh}
    if rekap:
        connection.execute(
            sa.insert(REKAP_SKP),
            [baris_rekap(instansi, tahun, bulan, unit, isi) for (bulan, unit), isi in sorted(rekap.items())],
        )


def hitung_pegawai_unit(connection: Connection, instansi: str) -> dict[str, int]:
    """How many employees each unit has."""
    p = TABEL["pegawai"].c
    tanya = sa.select(p.unit, sa.func.count()).where(p.instansi == instansi).group_by(p.unit)
    return {baris[0]: baris[1] for baris in connection.execute(tanya)}


def simpan_pegawai_unit(connection: Connection, instansi: str) -> None:
    connection.execute(sa.delete(REKAP_PEGAWAI).where(REKAP_PEGAWAI.c.instansi == instansi))
    jumlah = hitung_pegawai_unit(connection, instansi)
    if jumlah:
        connection.execute(
            sa.insert(REKAP_PEGAWAI),
            [{"instansi": instansi, "unit": unit, "jumlah": n} for unit, n in sorted(jumlah.items())],
        )
