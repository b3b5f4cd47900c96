"""One write, one transaction: permission, changes, audit rows, version bump; rolled back unless committed."""

import json
from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime
from decimal import Decimal
from types import TracebackType
from typing import Any, Self

import sqlalchemy as sa
from sqlalchemy.engine import Connection, Engine

from dashboard.domain.dasar.angka import kanonik
from dashboard.domain.dasar.hak import Pelaku, Tindakan, wajib_boleh
from dashboard.domain.kamus.buku_kerja import lembar
from data_access.baris import Baris, Nilai, kunci_baris, pemilik_baris
from data_access.engine import hold_agency, open_for_writing
from data_access.kinerja import versi_penghapusan
from data_access.kunci.keadaan import PenjagaKunci
from data_access.schema import IMPOR, JEJAK, TABEL, VERSI
from data_access.sidik import format_hash, row_hash
from data_access.skp.asal import catat_asal
from data_access.skp.dampak import DampakSkp
from data_access.skp.salin import salin

TAMBAH, UBAH, HAPUS = "tambah", "ubah", "hapus"
MULAI_SALIN = 1000
"""From so many rows on they are copied in at once."""


class UnitOfWork:
    """`with UnitOfWork(engine, pelaku, instansi, tindakan) as uow: uow.ubah(...); uow.commit()`.

    Every row written through it is audited and counted into the content hash of its agency. Leaving the block
    without `commit`, by an error or not, leaves the database as it was. Raises TidakBerwenang on entry, and
    PeriodeTerkunci when a row would change a closed quarter.
    """

    connection: Connection

    def __init__(
        self, engine: Engine, pelaku: Pelaku, instansi: str | Sequence[str], tindakan: Tindakan, unit: str | None = None
    ) -> None:
        self._engine = engine
        self._pelaku = pelaku
        self._instansi = sorted({instansi} if isinstance(instansi, str) else set(instansi))
        self._tindakan = tindakan
        self._unit = unit
        self._jejak: dict[str, list[dict[str, Any]]] = {}
        self._selisih: dict[str, int] = {}
        self._dampak_skp = DampakSkp()
        self._penjaga = PenjagaKunci()

    def __enter__(self) -> Self:
        for kode in self._instansi:
            wajib_boleh(self._pelaku, self._tindakan, kode, self._unit)
        self._waktu = datetime.now(UTC).isoformat(timespec="seconds")
        self.connection = open_for_writing(self._engine)
        self._transaksi = self.connection.begin()
        self._versi = {kode: self._kunci_versi(kode) for kode in self._instansi}
        for kode in self._instansi:
            self._penjaga.baca(self.connection, kode)
        return self

    def __exit__(
        self, jenis: type[BaseException] | None, error: BaseException | None, jejak: TracebackType | None
    ) -> None:
        try:
            if self._transaksi.is_active:
                self._transaksi.rollback()
        finally:
            self.connection.close()

    def nomor_versi(self, instansi: str) -> int:
        """The version the agency was at when this transaction began; 0 before the first write."""
        return self._versi[instansi][0]

    def tambah(self, nama: str, baris: Sequence[Baris]) -> None:
        """Insert whole rows."""
        for satu in baris:
            self._catat(TAMBAH, nama, satu, None, satu)
        self._sisipkan(TABEL[nama], baris)

    def ubah(self, nama: str, pasangan: Sequence[tuple[Baris, Baris]]) -> None:
        """Update rows, given as (old, new), both whole and with the same key. Raises ValueError on another key."""
        tabel, isi = TABEL[nama], lembar(nama)
        for lama, baru in pasangan:
            if kunci_baris(nama, lama) != kunci_baris(nama, baru):
                raise ValueError(f"a row of {nama} that changes its key: {self._kunci(nama, lama)}")
            self._catat(UBAH, nama, baru, lama, baru)
        nilai = [kolom for kolom in isi.nama_kolom if kolom not in isi.kunci]
        pengganti: dict[str, Any] = {kolom: sa.bindparam(f"v_{kolom}") for kolom in nilai}
        perintah = sa.update(tabel).where(*self._pada_kunci(nama)).values(pengganti)
        self._jalankan(
            perintah, [self._kunci(nama, baru) | {f"v_{kolom}": baru[kolom] for kolom in nilai} for _, baru in pasangan]
        )

    def hapus(self, nama: str, baris: Sequence[Baris]) -> None:
        """Delete rows, given whole."""
        for satu in baris:
            self._catat(HAPUS, nama, satu, satu, None)
        perintah = sa.delete(TABEL[nama]).where(*self._pada_kunci(nama))
        self._jalankan(perintah, [self._kunci(nama, satu) for satu in baris])

    def catat_impor(self, instansi: str, **isi: str | int | None) -> None:
        """The row that says which workbook made this version."""
        nilai = {"instansi": instansi, "versi": self.nomor_versi(instansi) + 1, "waktu": self._waktu}
        self.connection.execute(sa.insert(IMPOR), [nilai | {"pelaku": self._pelaku.nama} | isi])

    def selesaikan(self) -> None:
        """Compute what follows from the rows written, and hold it against what is closed. Raises PeriodeTerkunci."""
        self._dampak_skp.selesaikan(self.connection, self._penjaga.bulan_tertutup)
        self._penjaga.selesaikan(self.connection)

    def commit(self) -> None:
        """Make it last. Where nothing was changed, nothing is written and the version stays.

        Raises PeriodeTerkunci when a result of a closed quarter would move; then nothing is written.
        """
        self.selesaikan()
        for instansi, jejak in self._jejak.items():
            nomor, sidik = self._versi[instansi]
            baru = {"nomor": nomor + 1, "sidik": format_hash(sidik + self._selisih[instansi])}
            berubah = self.connection.execute(sa.update(VERSI).where(VERSI.c.instansi == instansi).values(baru))
            if not berubah.rowcount:
                self.connection.execute(sa.insert(VERSI), [baru | {"instansi": instansi}])
                catat_asal(self.connection, instansi)
            self._sisipkan(JEJAK, jejak)
        self._transaksi.commit()

    def _kunci_versi(self, instansi: str) -> tuple[int, int]:
        """The agency's version, held until the end: two writers of one agency follow one another."""
        hold_agency(self.connection, instansi)
        tanya = sa.select(VERSI.c.nomor, VERSI.c.sidik).where(VERSI.c.instansi == instansi)
        ada = self.connection.execute(tanya).one_or_none()
        return (ada.nomor, int(ada.sidik, 16)) if ada else (versi_penghapusan(self.connection, instansi), 0)

    def _catat(self, aksi: str, nama: str, baris: Baris, lama: Baris | None, baru: Baris | None) -> None:
        instansi = pemilik_baris(nama, baris)
        if instansi not in self._versi:
            raise ValueError(f"row of {instansi} in a unit of work for {self._instansi}")
        jejak = self._jejak.setdefault(instansi, [])
        self._penjaga.catat(nama, instansi, lama, baru, self.nomor_versi(instansi) + 1, len(jejak) + 1)
        beda = [kolom for kolom in lembar(nama).nama_kolom if (lama or {}).get(kolom) != (baru or {}).get(kolom)]
        jejak.append(
            {
                "instansi": instansi,
                "versi": self.nomor_versi(instansi) + 1,
                "urut": len(jejak) + 1,
                "waktu": self._waktu,
                "pelaku": self._pelaku.nama,
                "tindakan": self._tindakan.value,
                "aksi": aksi,
                "lembar": nama,
                "kunci": _json(baris, lembar(nama).kunci),
                "lama": lama and _json(lama, beda),
                "baru": baru and _json(baru, beda),
            }
        )
        self._dampak_skp.catat(nama, instansi, lama, baru)
        tukar = (row_hash(nama, baru) if baru else 0) - (row_hash(nama, lama) if lama else 0)
        self._selisih[instansi] = self._selisih.get(instansi, 0) + tukar

    @staticmethod
    def _pada_kunci(nama: str) -> list[sa.ColumnElement[bool]]:
        return [TABEL[nama].c[kolom] == sa.bindparam(f"k_{kolom}") for kolom in lembar(nama).kunci_penuh]

    @staticmethod
    def _kunci(nama: str, baris: Baris) -> dict[str, Nilai]:
        return {f"k_{kolom}": baris[kolom] for kolom in lembar(nama).kunci_penuh}

    def _sisipkan(self, tabel: sa.Table, isi: Sequence[dict[str, Any]]) -> None:
        if len(isi) < MULAI_SALIN:
            self._jalankan(sa.insert(tabel), isi)
            return
        kolom = [satu.name for satu in tabel.c]
        salin(self.connection, tabel, kolom, ([satu[nama] for nama in kolom] for satu in isi))

    def _jalankan(self, perintah: sa.Executable, isi: Sequence[dict[str, Any]]) -> None:
        if isi:
            self.connection.execute(perintah, list(isi))


def _json(baris: Baris, kolom: Iterable[str]) -> str:
    isi = {nama: baris[nama] for nama in kolom if baris.get(nama) is not None}
    return json.dumps(isi, ensure_ascii=False, default=_nilai_json)


def _nilai_json(nilai: object) -> str:
    if isinstance(nilai, Decimal):
        return format(kanonik(nilai), "f")
    if isinstance(nilai, date):
        return nilai.isoformat()
    raise TypeError(f"no JSON form for {type(nilai).__name__}")
