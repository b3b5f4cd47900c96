"""Which scores a transaction touches; brought up to date before it ends, so that rows and scores never part."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from dashboard.domain.aturan.pengaturan import HARI_KERJA
from data_access.baris import Baris, Nilai
from data_access.schema import NILAI_SKP, TABEL
from data_access.skp.hitung import hitung_nilai
from data_access.skp.simpan import simpan_nilai, simpan_pegawai_unit

BERNIP = ("skp", "perilaku")
PEGAWAI_BERARTI = ("unit", "memimpin")
SEMUA = None


@dataclass(slots=True)
class DampakSkp:
    """Changed employees by agency and year (None: everybody), gathered row by row."""

    _nip: dict[tuple[str, int], set[str] | None] = field(default_factory=dict)
    _pegawai: dict[str, set[str]] = field(default_factory=dict)
    _semua_tahun: set[str] = field(default_factory=set)

    def catat(self, nama: str, instansi: str, lama: Baris | None, baru: Baris | None) -> None:
        """Note one changed row of any sheet."""
        isi: Mapping[str, Nilai] = baru or lama or {}
        if nama in BERNIP:
            self._tambah(instansi, int(str(isi["tahun"])), str(isi["nip"]))
        elif nama == "pegawai" and any((lama or {}).get(k) != (baru or {}).get(k) for k in PEGAWAI_BERARTI):
            self._pegawai.setdefault(instansi, set()).add(str(isi["nip"]))
        elif nama == "hari_libur" and isinstance(hari := isi["tanggal"], date):
            for tahun in (hari.year - 1, hari.year):
                self._nip[instansi, tahun] = SEMUA
        elif nama == "pengaturan" and isi["kunci"] == HARI_KERJA:
            self._semua_tahun.add(instansi)

    def _tambah(self, instansi: str, tahun: int, nip: str) -> None:
        tercatat = self._nip.setdefault((instansi, tahun), set())
        if tercatat is not SEMUA:
            tercatat.add(nip)

    def selesaikan(self, connection: Connection, tertutup: Callable[[str, int], frozenset[int]]) -> None:
        """Compute and store what was touched, in the transaction of `koneksi`.

        `tertutup` gives the months of an agency's year whose scores stay as they are: an employee who moves, a
        holiday or a setting of today does not reach into a closed quarter.
        """
        for instansi in self._pegawai:
            simpan_pegawai_unit(connection, instansi)
            for nip, tahun in _tahun_pegawai(connection, instansi, self._pegawai[instansi]):
                self._tambah(instansi, tahun, nip)
        for instansi in self._semua_tahun:
            for tahun in tahun_bernilai(connection, instansi):
                self._nip[instansi, tahun] = SEMUA
        for (instansi, tahun), pegawai in sorted(self._nip.items(), key=lambda satu: satu[0]):
            nilai = hitung_nilai(connection, instansi, tahun, pegawai)
            simpan_nilai(connection, instansi, tahun, nilai, pegawai, tertutup(instansi, tahun))


def tahun_bernilai(connection: Connection, instansi: str) -> list[int]:
    """The years that have, or should have, scores."""
    tahun: set[int] = set()
    for tabel in (*(TABEL[nama] for nama in BERNIP), NILAI_SKP):
        tahun |= set(
            connection.execute(sa.select(tabel.c.tahun).where(tabel.c.instansi == instansi).distinct()).scalars()
        )
    return sorted(tahun)


def _tahun_pegawai(connection: Connection, instansi: str, nip: set[str]) -> set[tuple[str, int]]:
    """The years in which employees already have scores."""
    n = NILAI_SKP.c
    hasil: set[tuple[str, int]] = set()
    urut = sorted(nip)
    for awal in range(0, len(urut), 500):
        tanya = sa.select(n.nip, n.tahun).where(n.instansi == instansi, n.nip.in_(urut[awal : awal + 500])).distinct()
        hasil |= {(satu, tahun) for satu, tahun in connection.execute(tanya)}
    return hasil
