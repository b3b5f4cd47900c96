"""A whole population at once: rows copied in, scored in columns and added up chunk by chunk, in one transaction.

For generated and migrated populations; a workbook goes the audited way of data_access.workbook. The content hash is
kept like everywhere else; of the audit trail there is one impor row.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from itertools import islice
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection, Engine

from dashboard.domain.dasar.hak import Pelaku, Tindakan, wajib_boleh
from dashboard.domain.kamus.buku_kerja import Jenis, lembar
from dashboard.domain.skp.sebaran import Rekap, gabung
from data_access.engine import open_for_writing
from data_access.schema import IMPOR, NILAI_SKP, REKAP_SKP, TABEL, VERSI
from data_access.sidik import MODULUS, format_hash, row_hash
from data_access.skp.hitung import KOLOM_NILAI, susun_nilai, tenggat
from data_access.skp.masukan import KOLOM_PERILAKU, KOLOM_SKP, BahanSkp
from data_access.skp.rekap import baris_rekap
from data_access.skp.salin import salin
from data_access.skp.simpan import KOLOM_KE_REKAP, rekap_baris, simpan_pegawai_unit

SEPOTONG = 2000
"""Employees taken at a time."""

Orang = tuple[Mapping[str, object], Sequence[Mapping[str, object]], Sequence[Mapping[str, object]]]
"""An employee's rows of pegawai, skp and perilaku, as a workbook would hold them, already typed."""


@dataclass(frozen=True, slots=True)
class HasilMuat:
    pegawai: int
    baris: int


def muat_penduduk(
    engine: Engine,
    pelaku: Pelaku,
    instansi: Mapping[str, object],
    unit: Iterable[Mapping[str, object]],
    orang: Iterable[Orang],
    tahun: int,
) -> HasilMuat:
    """Load a new agency, its units and employees; all rows are of one year. Raises TidakBerwenang, IntegrityError."""
    kode = str(instansi["kode"])
    wajib_boleh(pelaku, Tindakan.IMPOR, kode)
    with open_for_writing(engine) as connection, connection.begin():
        muatan = _Muatan(connection, kode, tahun)
        muatan.salin_lembar("instansi", [instansi])
        muatan.salin_lembar("unit", unit)
        for potong in _potong(orang):
            muatan.ambil(potong)
        muatan.selesai(pelaku.nama)
    return HasilMuat(muatan.pegawai, muatan.baris)


class _Muatan:
    """What has gone in so far."""

    def __init__(self, connection: Connection, instansi: str, tahun: int) -> None:
        self._connection, self._instansi, self._tahun = connection, instansi, tahun
        self._jatuh = tenggat(connection, instansi, tahun)
        self._rekap: dict[tuple[int, str], Rekap] = {}
        self._sidik = 0
        self.pegawai = self.baris = 0

    def salin_lembar(self, nama: str, baris: Iterable[Mapping[str, object]]) -> list[dict[str, Any]]:
        """Copy rows of one sheet; they come back whole, as they are stored."""
        milik: dict[str, Any] = {} if nama == "instansi" else {"instansi": self._instansi}
        isian = lembar(nama).nama_kolom
        penuh = [milik | {k: satu.get(k) for k in isian} for satu in baris]
        kolom = [satu.name for satu in TABEL[nama].c]
        salin(self._connection, TABEL[nama], kolom, ([satu[k] for k in kolom] for satu in penuh))
        self._sidik += sum(row_hash(nama, satu) for satu in penuh)
        self.baris += len(penuh)
        return penuh

    def ambil(self, potong: Sequence[Orang]) -> None:
        """One chunk: its rows, its scores, and its part of the recaps."""
        pegawai = self.salin_lembar("pegawai", (satu[0] for satu in potong))
        skp = self.salin_lembar("skp", (baris for satu in potong for baris in satu[1]))
        perilaku = self.salin_lembar("perilaku", (baris for satu in potong for baris in satu[2]))
        bahan = BahanSkp(
            {satu["nip"]: (satu["unit"], satu["memimpin"]) for satu in pegawai},
            [tuple(satu[k] for k in KOLOM_SKP) for satu in skp],
            [tuple(satu[k] for k in KOLOM_PERILAKU) for satu in perilaku],
        )
        nilai = susun_nilai(bahan, self._instansi, self._tahun, self._jatuh)
        salin(self._connection, NILAI_SKP, KOLOM_NILAI, nilai)
        letak = [KOLOM_NILAI.index(k) for k in ("bulan", "unit", *KOLOM_KE_REKAP)]
        for kunci, rekap in rekap_baris([tuple(satu[i] for i in letak) for satu in nilai]).items():
            self._rekap[kunci] = gabung([self._rekap[kunci], rekap]) if kunci in self._rekap else rekap
        self.pegawai += len(pegawai)

    def selesai(self, pelaku: str) -> None:
        """Recaps, headcounts, version and the row that says where all this came from."""
        self._connection.execute(
            sa.insert(REKAP_SKP),
            [baris_rekap(self._instansi, self._tahun, bulan, unit, r) for (bulan, unit), r in self._rekap.items()],
        )
        simpan_pegawai_unit(self._connection, self._instansi)
        sidik = format_hash(self._sidik % MODULUS)
        self._connection.execute(sa.insert(VERSI), [{"instansi": self._instansi, "nomor": 1, "sidik": sidik}])
        self._connection.execute(
            sa.insert(IMPOR),
            [
                {
                    "instansi": self._instansi,
                    "versi": 1,
                    "waktu": datetime.now(UTC).isoformat(timespec="seconds"),
                    "pelaku": pelaku,
                    "berkas": "muat massal",
                    "sha256": "",
                    "jumlah_tambah": self.baris,
                    "jumlah_ubah": 0,
                    "jumlah_tetap": 0,
                    "jumlah_kosong": 0,
                    "catatan": "tanpa jejak per baris",
                }
            ],
        )


def bertipe(nama: str, baris: Mapping[str, object]) -> dict[str, object]:
    """A generated row with its dates as dates; "-" (not targeted) and blanks are None."""
    tanggal = {kolom.nama for kolom in lembar(nama).kolom if kolom.jenis is Jenis.TANGGAL}
    isi = {k: v for k, v in baris.items() if v not in {"-", ""}}
    return {k: date.fromisoformat(str(v)) if k in tanggal else v for k, v in isi.items()}


def _potong(orang: Iterable[Orang]) -> Iterator[list[Orang]]:
    sisa = iter(orang)
    while potong := list(islice(sisa, SEPOTONG)):
        yield potong
