"""Entries (rows of realisasi) and the steps they took. Reads and writes the database."""

import json
from collections.abc import Collection
from dataclasses import asdict, dataclass, fields
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from dashboard.domain.dasar.hak import Pelaku
from dashboard.domain.entri.aturan import AksiEntri, Entri, EntriChanged
from data_access.baris import Baris, ambil
from data_access.kunci.keadaan import sekarang
from data_access.schema import JEJAK, LANGKAH_ENTRI
from data_access.uow import UnitOfWork

KOLOM_LANGKAH = ("indikator", "tahun", "periode", "versi", "waktu", "pelaku", "aksi", "ke", "alasan")
KunciEntri = tuple[str, int, str]


@dataclass(frozen=True, slots=True)
class LangkahEntri:
    """One step of an entry; `waktu` is UTC."""

    indikator: str
    tahun: int
    periode: str
    versi: int
    waktu: str
    pelaku: str
    aksi: str
    ke: str
    alasan: str | None = None


def baca_entri(
    connection: Connection, instansi: str, tahun: Collection[int], kode: Collection[str] | None = None
) -> dict[KunciEntri, Entri]:
    """The entries of those years, of all or of some indicators and variabel, by (indikator, tahun, periode).

    Never one of another: a long list of codes does not narrow the query, so the rows are looked at as well.
    """
    saring: dict[str, Collection[Any]] = {"tahun": tahun} | ({"indikator": kode} if kode is not None else {})
    kolom = [satu.name for satu in fields(Entri)]
    baris = ambil(connection, "realisasi", instansi, kolom, saring)
    entri = [_entri(satu) for satu in baris if kode is None or satu["indikator"] in kode]
    return {satu.kunci: satu for satu in sorted(entri, key=lambda e: e.kunci)}


def baca_langkah(connection: Connection, instansi: str, tahun: int, kode: Collection[str]) -> tuple[LangkahEntri, ...]:
    """Every step of that year's entries of those values, oldest first."""
    c = LANGKAH_ENTRI.c
    tanya = sa.select(*(c[k] for k in KOLOM_LANGKAH)).where(c.instansi == instansi, c.tahun == tahun)
    urut = (c.versi, c.indikator, c.periode)
    return tuple(LangkahEntri(*baris) for baris in connection.execute(tanya.order_by(*urut)) if baris[0] in kode)


def penulis_baris(connection: Connection, instansi: str, entri: Entri) -> str | None:
    """Who wrote that entry's row last, whatever they wrote."""
    c = JEJAK.c
    isi = json.dumps({"indikator": entri.indikator, "tahun": entri.tahun, "periode": entri.periode}, ensure_ascii=False)
    milik = (c.instansi == instansi, c.lembar == "realisasi", c.kunci == isi)
    nama: str | None = connection.execute(sa.select(c.pelaku).where(*milik).order_by(c.versi.desc()).limit(1)).scalar()
    return nama


def penulis_terakhir(connection: Connection, instansi: str) -> str | None:
    """Who made the agency's newest change."""
    c = JEJAK.c
    tanya = sa.select(c.pelaku).where(c.instansi == instansi).order_by(c.versi.desc(), c.urut.desc()).limit(1)
    nama: str | None = connection.execute(tanya).scalar()
    return nama


def tulis_entri(uow: UnitOfWork, instansi: str, dasar: Entri | None, baru: Entri) -> None:
    """Write an entry that was edited from `dasar`. Raises EntriChanged when that is no longer what is stored."""
    kini = baca_entri(uow.connection, instansi, [baru.tahun], [baru.indikator]).get(baru.kunci)
    if kini != dasar:
        raise EntriChanged(baru.indikator, kini, penulis_terakhir(uow.connection, instansi))
    if dasar is None:
        uow.tambah("realisasi", [_baris(instansi, baru)])
    elif baru != dasar:
        uow.ubah("realisasi", [(_baris(instansi, dasar), _baris(instansi, baru))])


def catat_langkah(
    uow: UnitOfWork, instansi: str, pelaku: Pelaku, entri: Entri, aksi: AksiEntri, alasan: str | None
) -> None:
    """Write down the step that led to the entry's state."""
    isi = {
        "instansi": instansi,
        "indikator": entri.indikator,
        "tahun": entri.tahun,
        "periode": entri.periode,
        "versi": uow.nomor_versi(instansi) + 1,
        "waktu": sekarang(),
        "pelaku": pelaku.nama,
        "aksi": aksi.value,
        "ke": entri.status.value,
        "alasan": alasan,
    }
    uow.connection.execute(sa.insert(LANGKAH_ENTRI), [isi])


def _entri(baris: Baris) -> Entri:
    isi: dict[str, Any] = {kolom: nilai for kolom, nilai in baris.items() if kolom != "instansi"}
    return Entri(**isi)


def _baris(instansi: str, entri: Entri) -> Baris:
    return {"instansi": instansi, **asdict(entri)}
