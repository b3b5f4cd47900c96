"""Saved scenarios: rows beside the official data. Writing one touches no other table, not even the data version."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from decimal import Decimal

import sqlalchemy as sa
from sqlalchemy import Engine
from sqlalchemy.engine import Connection, Row

from dashboard.domain.dasar.angka import kanonik
from dashboard.domain.dasar.periode import SampaiDengan
from dashboard.domain.skenario.dasar import Bagian, KunciUbahan, Ubahan
from data_access.engine import open_for_writing
from data_access.schema import SKENARIO

AWAL_POSISI = "posisi"
AWAL_PROYEKSI = "proyeksi"
AWAL_TAHUN = "tahun"


@dataclass(frozen=True, slots=True)
class Skenario:
    """One saved what-if. `waktu` is UTC.

    `awal` is where it starts: the end of its quarter, the year's own result, or the projected year end.

    `sasaran` are the codes of the indicators aimed at, in the order chosen; stored one a line.
    """

    instansi: str
    kode: str
    nama: str
    pelaku: str
    waktu: datetime
    tahun: int
    triwulan: int
    awal: str
    sasaran: tuple[str, ...]
    versi_data: str
    ubahan: Ubahan

    @property
    def sd(self) -> SampaiDengan:
        """The position it starts from."""
        return SampaiDengan(self.tahun, self.triwulan, self.awal == AWAL_TAHUN)


def simpan(engine: Engine, skenario: Skenario) -> None:
    """Insert one scenario. Raises IntegrityError when its kode exists."""
    isi = {
        "instansi": skenario.instansi,
        "kode": skenario.kode,
        "nama": skenario.nama,
        "pelaku": skenario.pelaku,
        "waktu": skenario.waktu.astimezone(UTC).isoformat(timespec="seconds"),
        "tahun": skenario.tahun,
        "triwulan": skenario.triwulan,
        "awal": skenario.awal,
        "sasaran": "\n".join(skenario.sasaran),
        "versi_data": skenario.versi_data,
        "ubahan": tulis_ubahan(skenario.ubahan),
    }
    with open_for_writing(engine) as connection, connection.begin():
        connection.execute(sa.insert(SKENARIO), [isi])


def pemilik(connection: Connection, instansi: str, kode: str) -> str | None:
    """Who saved that scenario; None where there is none."""
    c = SKENARIO.c
    nama: str | None = connection.execute(sa.select(c.pelaku).where(c.instansi == instansi, c.kode == kode)).scalar()
    return nama


def hapus(engine: Engine, instansi: str, kode: str) -> bool:
    """Delete one scenario; whether there was one."""
    perintah = sa.delete(SKENARIO).where(SKENARIO.c.instansi == instansi, SKENARIO.c.kode == kode)
    with open_for_writing(engine) as connection, connection.begin():
        return connection.execute(perintah).rowcount > 0


def daftar(connection: Connection, instansi: str) -> tuple[Skenario, ...]:
    """The agency's scenarios, newest first."""
    baris = connection.execute(sa.select(SKENARIO).where(SKENARIO.c.instansi == instansi))
    return tuple(sorted((_baca(satu) for satu in baris), key=lambda s: (-s.waktu.timestamp(), s.kode)))


def tulis_ubahan(ubahan: Ubahan) -> str:
    """The changes as a JSON list, numbers as exact text."""
    isi = [
        {"kode": k.kode, "bagian": k.bagian.value, "nilai": format(kanonik(n), "f")} for k, n in sorted(ubahan.items())
    ]
    return json.dumps(isi, ensure_ascii=False)


def baca_ubahan(teks: str) -> dict[KunciUbahan, Decimal]:
    isi: list[Mapping[str, str]] = json.loads(teks)
    return {KunciUbahan(satu["kode"], Bagian(satu["bagian"])): Decimal(satu["nilai"]) for satu in isi}


def _baca(baris: Row[tuple[object, ...]]) -> Skenario:
    isi = dict(baris._mapping)
    terbaca = {
        "waktu": datetime.fromisoformat(isi["waktu"]),
        "sasaran": tuple(isi["sasaran"].split("\n")),
        "ubahan": baca_ubahan(isi["ubahan"]),
    }
    return Skenario(**isi | terbaca)
