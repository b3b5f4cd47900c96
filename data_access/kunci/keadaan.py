"""Closed quarters and their corrections: reading them, writing them, and guarding every other write."""

import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from dashboard.domain.dasar.hak import Pelaku
from dashboard.domain.entri.kunci import KeadaanKunci, Koreksi, KunciPeriode, triwulan_tersentuh
from data_access.baris import Baris
from data_access.jejak_milik import JejakMilik, syarat_milik
from data_access.kunci.latar import jaga_latar, lengkapi_pegawai, perbarui_pegawai
from data_access.kunci.segel import jaga_segel, lengkapi_segel
from data_access.schema import JEJAK, KOREKSI, KOREKSI_ISI, KUNCI_PERIODE

KOLOM_KUNCI = ("tahun", "triwulan", "waktu", "pelaku")
KOLOM_KOREKSI = ("nomor", "tahun", "triwulan", "alasan", "waktu", "pelaku", "ditutup", "penutup")


@dataclass(frozen=True, slots=True)
class PerubahanTerkoreksi:
    """One changed row under a correction, as the audit trail holds it; `lama` and `baru` are its changed columns."""

    nomor: int
    versi: int
    urut: int
    waktu: str
    pelaku: str
    lembar: str
    kunci: Mapping[str, Any]
    lama: Mapping[str, Any]
    baru: Mapping[str, Any]


def keadaan_kunci(connection: Connection, instansi: str) -> KeadaanKunci:
    """All locks and corrections of an agency, oldest first."""
    kunci = sa.select(*(KUNCI_PERIODE.c[k] for k in KOLOM_KUNCI)).where(KUNCI_PERIODE.c.instansi == instansi)
    koreksi = sa.select(*(KOREKSI.c[k] for k in KOLOM_KOREKSI)).where(KOREKSI.c.instansi == instansi)
    return KeadaanKunci(
        tuple(
            KunciPeriode(*b)
            for b in connection.execute(kunci.order_by(KUNCI_PERIODE.c.tahun, KUNCI_PERIODE.c.triwulan))
        ),
        tuple(Koreksi(*b) for b in connection.execute(koreksi.order_by(KOREKSI.c.nomor))),
    )


def perubahan_terkoreksi(connection: Connection, instansi: str, milik: JejakMilik) -> tuple[PerubahanTerkoreksi, ...]:
    """Every change made under a correction that may be read, oldest first; (versi, urut) names its row of the trail."""
    isi = KOREKSI_ISI
    kolom = (JEJAK.c[k] for k in ("versi", "urut", "waktu", "pelaku", "lembar", "kunci", "lama", "baru"))
    tanya = (
        sa.select(isi.c.nomor, *kolom)
        .join(JEJAK, sa.and_(*(JEJAK.c[k] == isi.c[k] for k in ("instansi", "versi", "urut"))))
        .where(isi.c.instansi == instansi, syarat_milik(connection, instansi, milik))
        .order_by(isi.c.versi, isi.c.urut)
    )
    return tuple(
        PerubahanTerkoreksi(*baris[:-3], *(json.loads(isi) if isi else {} for isi in baris[-3:]))
        for baris in connection.execute(tanya)
    )


def tulis_kunci(connection: Connection, instansi: str, tahun: int, triwulan: Collection[int], pelaku: Pelaku) -> None:
    """Close those quarters."""
    bersama = {"instansi": instansi, "tahun": tahun, "waktu": sekarang(), "pelaku": pelaku.nama}
    connection.execute(sa.insert(KUNCI_PERIODE), [bersama | {"triwulan": satu} for satu in triwulan])


def tulis_koreksi(connection: Connection, instansi: str, koreksi: Koreksi) -> None:
    """Open a correction."""
    isi = {kolom: getattr(koreksi, kolom) for kolom in KOLOM_KOREKSI}
    connection.execute(sa.insert(KOREKSI), [isi | {"instansi": instansi}])


def tutup_koreksi(connection: Connection, instansi: str, nomor: int, pelaku: Pelaku) -> bool:
    """End a correction; False when none of that number was open."""
    di_sini = sa.and_(KOREKSI.c.instansi == instansi, KOREKSI.c.nomor == nomor, KOREKSI.c.ditutup.is_(None))
    hasil = connection.execute(sa.update(KOREKSI).where(di_sini).values(ditutup=sekarang(), penutup=pelaku.nama))
    return hasil.rowcount == 1


def sekarang() -> str:
    """This moment as it is stored: UTC, to the second."""
    return datetime.now(UTC).isoformat(timespec="seconds")


@dataclass(slots=True)
class PenjagaKunci:
    """Watches the rows of one unit of work: what touches a closed quarter needs an open correction."""

    _keadaan: dict[str, KeadaanKunci] = field(default_factory=dict)
    _tersentuh: dict[str, list[tuple[str, Baris]]] = field(default_factory=dict)
    _terkoreksi: list[dict[str, str | int]] = field(default_factory=list)

    def baca(self, connection: Connection, instansi: str) -> None:
        """Read the locks of an agency; called when its version row is held, so that they stay as they are."""
        self._keadaan[instansi] = keadaan_kunci(connection, instansi)
        lengkapi_segel(connection, instansi, self._keadaan[instansi])
        lengkapi_pegawai(connection, instansi, self._keadaan[instansi])

    def catat(self, nama: str, instansi: str, lama: Baris | None, baru: Baris | None, versi: int, urut: int) -> None:
        """Look at one row before it is written. Raises PeriodeTerkunci."""
        keadaan = self._keadaan[instansi]
        if not keadaan.kunci:
            return
        self._tersentuh.setdefault(instansi, []).append((nama, baru or lama or {}))
        letak = triwulan_tersentuh(nama, lama, baru)
        koreksi = None if letak is None else keadaan.izinkan(*letak)
        if koreksi is not None:
            isi: dict[str, str | int] = {"instansi": instansi, "versi": versi, "urut": urut, "nomor": koreksi.nomor}
            self._terkoreksi.append(isi)

    def bulan_tertutup(self, instansi: str, tahun: int) -> frozenset[int]:
        """The months whose scores stay as they were kept: those of closed quarters without an open correction."""
        return self._keadaan[instansi].bulan_tertutup(tahun)

    def selesaikan(self, connection: Connection) -> None:
        """Let nothing that a closed quarter shows move, and write down which changes were corrections.

        Raises PeriodeTerkunci. Called when everything else of the transaction is written.
        """
        for instansi, baris in self._tersentuh.items():
            keadaan, lembar = self._keadaan[instansi], {nama for nama, _ in baris}
            jaga_segel(connection, instansi, keadaan, baris)
            jaga_latar(connection, instansi, keadaan, lembar)
            perbarui_pegawai(connection, instansi, keadaan, lembar)
        if self._terkoreksi:
            connection.execute(sa.insert(KOREKSI_ISI), self._terkoreksi)
