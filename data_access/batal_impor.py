"""Undoing the last import: what it wrote is written back from the audit trail, if nothing was built on it since.

Reads impor and jejak; writes through a UnitOfWork, so that the undoing is audited like any other change.
"""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection, Engine, Row

from dashboard.domain.dasar.hak import Pelaku, Tindakan
from dashboard.domain.entri.kunci import PeriodeTerkunci
from dashboard.domain.kamus.buku_kerja import BERKODE, LEMBAR, PEMISAH_DAFTAR, Jenis, Lembar, kolom, lembar
from dashboard.domain.kamus.jejak import sebut_baris
from data_access.baris import Baris, Nilai, ambil, kolom_instansi, kunci_baris
from data_access.engine import open_for_reading
from data_access.kunci.keadaan import keadaan_kunci
from data_access.schema import IMPOR, JEJAK
from data_access.uow import TAMBAH, UBAH, UnitOfWork
from data_access.workbook.periksa.rencana import KOLOM_SARING

MAKS_CONTOH = 3
Pasangan = tuple[Baris, Baris]
BarisKini = Mapping[tuple[Nilai, ...], Baris]


class TidakDapatDibatalkan(Exception):
    """The import stays; the Indonesian sentence says why."""


@dataclass(frozen=True, slots=True)
class Pembatalan:
    """What was undone."""

    versi: int
    berkas: str
    jumlah_hapus: int
    jumlah_pulih: int


def periksa_batal(engine: Engine, pelaku: Pelaku, instansi: str, versi: int) -> str | None:
    """Why that import cannot be undone, as a sentence; None when it can.

    Under a closed quarter it is undone and taken back: what that does to closed results only they can tell.
    Raises TidakBerwenang.
    """
    try:
        with open_for_reading(engine) as connection, connection.begin():
            _wajib_bebas(connection, instansi, versi)
            ada_kunci = bool(keadaan_kunci(connection, instansi).kunci)
        if ada_kunci:
            with UnitOfWork(engine, pelaku, instansi, Tindakan.IMPOR) as uow, _halangan_kunci():
                _tulis_balik(uow, instansi, _jejak(uow.connection, instansi, versi))
                uow.selesaikan()
    except TidakDapatDibatalkan as halangan:
        return str(halangan)
    return None


def batalkan(engine: Engine, pelaku: Pelaku, instansi: str, versi: int) -> Pembatalan:
    """Write back what that import changed, in one transaction.

    Raises TidakDapatDibatalkan and TidakBerwenang, both with nothing written.
    """
    with UnitOfWork(engine, pelaku, instansi, Tindakan.IMPOR) as uow:
        _wajib_bebas(uow.connection, instansi, versi)
        jejak = _jejak(uow.connection, instansi, versi)
        milik_ini = (IMPOR.c.instansi == instansi, IMPOR.c.versi == versi)
        berkas = uow.connection.execute(sa.select(IMPOR.c.berkas).where(*milik_ini)).scalar_one()
        baru = uow.nomor_versi(instansi) + 1
        uow.connection.execute(sa.update(IMPOR).where(*milik_ini).values(dibatalkan=baru))
        with _halangan_kunci():
            _tulis_balik(uow, instansi, jejak)
            uow.commit()
    aksi = Counter(satu.aksi for satu in jejak)
    return Pembatalan(versi, berkas, aksi[TAMBAH], aksi[UBAH])


@contextmanager
def _halangan_kunci() -> Iterator[None]:
    try:
        yield
    except PeriodeTerkunci as error:
        raise TidakDapatDibatalkan(f"Tidak dapat dibatalkan: {error}") from error


def _jejak(connection: Connection, instansi: str, versi: int) -> list[Row[Any]]:
    """What that import wrote, in its order."""
    return list(connection.execute(sa.select(JEJAK).where(*_milik(instansi, versi)).order_by(JEJAK.c.urut)))


def _tulis_balik(uow: UnitOfWork, instansi: str, jejak: Iterable[Row[Any]]) -> None:
    for nama, milik in _menurut_lembar(jejak):
        kini = _baris_kini(uow.connection, nama, instansi, milik)
        pasangan = [_pulihkan(nama, satu, kini, instansi) for satu in milik if satu.aksi == UBAH]
        setempat, pindah = _menurut_kunci(nama, pasangan)
        uow.ubah(nama, setempat)
        uow.hapus(nama, [_kini(nama, satu, kini, instansi) for satu in milik if satu.aksi == TAMBAH])
        _pindah_balik(uow, nama, pindah, kini)


def _menurut_kunci(nama: str, pasangan: Iterable[Pasangan]) -> tuple[list[Pasangan], list[Pasangan]]:
    """Those that keep their key, and those that do not."""
    hasil: tuple[list[Pasangan], list[Pasangan]] = ([], [])
    for satu in pasangan:
        hasil[kunci_baris(nama, satu[0]) != kunci_baris(nama, satu[1])].append(satu)
    return hasil


def _pindah_balik(uow: UnitOfWork, nama: str, pindah: Sequence[Pasangan], kini: BarisKini) -> None:
    """Rows that an older program gave another key in place: the one goes, the one that was comes back."""
    ada = [sebut_baris(nama, dulu) for _, dulu in pindah if kunci_baris(nama, dulu) in kini]
    _tolak_bila(ada, "sudah diisi lagi sesudahnya")
    uow.hapus(nama, [baris for baris, _ in pindah])
    uow.tambah(nama, [dulu for _, dulu in pindah])


def _milik(instansi: str, versi: int) -> tuple[sa.ColumnElement[bool], ...]:
    return JEJAK.c.instansi == instansi, JEJAK.c.versi == versi


def _wajib_bebas(connection: Connection, instansi: str, versi: int) -> None:
    """Raise unless it is the last import that stands and nothing rests on it. Reads the trail after it only."""
    terakhir = connection.execute(
        sa.select(sa.func.max(IMPOR.c.versi)).where(IMPOR.c.instansi == instansi, IMPOR.c.dibatalkan.is_(None))
    ).scalar()
    if terakhir != versi:
        raise TidakDapatDibatalkan("Hanya impor terakhir yang dapat dibatalkan.")
    j, sesudah = JEJAK.c, JEJAK.alias("sesudah")
    pendaftaran = sa.select(j.urut).where(*_milik(instansi, versi), j.lembar == "instansi", j.aksi == TAMBAH)
    if connection.execute(pendaftaran.limit(1)).first():
        raise TidakDapatDibatalkan("Impor ini mendaftarkan instansinya, sehingga semua data lain bertumpu padanya.")
    tanya = (
        sa.select(sesudah.c.lembar, sesudah.c.kunci, sesudah.c.baru)
        .where(
            sesudah.c.instansi == instansi,
            sesudah.c.versi > versi,
            sesudah.c.versi.not_in(_versi_pulang_pergi(connection, instansi)),
        )
        .order_by(sesudah.c.versi, sesudah.c.urut)
    )
    sama = sa.and_(*_milik(instansi, versi), j.lembar == sesudah.c.lembar, j.kunci == sesudah.c.kunci)
    diubah = connection.execute(tanya.where(sa.exists().where(sama)))
    _tolak_bila([sebut_baris(satu.lembar, json.loads(satu.kunci)) for satu in diubah], "sudah diubah lagi sesudahnya")
    berkode = sa.select(JEJAK).where(*_milik(instansi, versi), j.aksi == TAMBAH, j.lembar.in_(BERKODE))
    _tolak_bila(
        _dirujuk(connection.execute(berkode), connection.execute(tanya.where(sesudah.c.baru.is_not(None)))),
        "sudah dipakai data yang masuk sesudahnya",
    )


def _versi_pulang_pergi(connection: Connection, instansi: str) -> set[int]:
    """Versions of imports that were undone, and of their undoing: together they changed nothing."""
    tanya = sa.select(IMPOR.c.versi, IMPOR.c.dibatalkan).where(
        IMPOR.c.instansi == instansi, IMPOR.c.dibatalkan.is_not(None)
    )
    return {nomor for pasangan in connection.execute(tanya) for nomor in pasangan}


def _dirujuk(tambahan: Iterable[Any], sesudah: Iterable[Any]) -> list[str]:
    """Codes which the import brought and rows written later name."""
    baru = {(satu.lembar, str(next(iter(json.loads(satu.kunci).values())))) for satu in tambahan}
    return [
        f"{nama} {kode}"
        for satu in (sesudah if baru else ())
        for nama, kode in _acuan(lembar(satu.lembar), satu.baru)
        if (nama, kode) in baru
    ]


def _acuan(milik: Lembar, isi: str) -> Iterator[tuple[str, str]]:
    nilai = json.loads(isi)
    for satu in milik.kolom:
        if satu.acuan and satu.nama in nilai:
            teks = str(nilai[satu.nama])
            for kode in teks.split(PEMISAH_DAFTAR) if satu.jenis is Jenis.DAFTAR else (teks,):
                yield from ((nama, kode) for nama in satu.acuan)


def _tolak_bila(halangan: list[str], mengapa: str) -> None:
    if halangan:
        tunggal = list(dict.fromkeys(halangan))
        lain = f" dan {len(tunggal) - MAKS_CONTOH} lainnya" if len(tunggal) > MAKS_CONTOH else ""
        contoh = ", ".join(tunggal[:MAKS_CONTOH])
        raise TidakDapatDibatalkan(f"Tidak dapat dibatalkan: {contoh}{lain} {mengapa}.")


def _menurut_lembar(jejak: Iterable[Row[Any]]) -> Iterator[tuple[str, list[Row[Any]]]]:
    kelompok: dict[str, list[Row[Any]]] = {}
    for satu in jejak:
        kelompok.setdefault(satu.lembar, []).append(satu)
    return ((satu.nama, kelompok[satu.nama]) for satu in LEMBAR if satu.nama in kelompok)


def _baris_kini(connection: Connection, nama: str, instansi: str, jejak: Iterable[Row[Any]]) -> BarisKini:
    """The stored rows the trail may speak of, by key; a month's import does not read all years."""
    kunci = [_bertipe(nama, json.loads(satu.kunci)) for satu in jejak]
    saring = {satu: {isi[satu] for isi in kunci} for satu in KOLOM_SARING if satu in lembar(nama).kunci}
    return {kunci_baris(nama, baris): baris for baris in ambil(connection, nama, instansi, saring=saring)}


def _kini(nama: str, satu: Row[Any], kini: BarisKini, instansi: str) -> Baris:
    """The stored row that the trail speaks of; it must still hold what the import wrote."""
    kunci = _bertipe(nama, json.loads(satu.kunci)) | {kolom_instansi(nama): instansi}
    baris = kini.get(tuple(kunci.get(k) for k in lembar(nama).kunci_penuh))
    baru = _bertipe(nama, json.loads(satu.baru or "{}"))
    if baris is None or any(baris[k] != nilai for k, nilai in baru.items()):
        baris_ini = sebut_baris(nama, json.loads(satu.kunci))
        raise TidakDapatDibatalkan(f"Tidak dapat dibatalkan: {baris_ini} tidak lagi berisi nilai dari impor ini.")
    return baris


def _pulihkan(nama: str, satu: Row[Any], kini: BarisKini, instansi: str) -> Pasangan:
    """(as it is, as it was): a column that the trail has on one side only was or became blank, as its default is."""
    baris = _kini(nama, satu, kini, instansi)
    lama, baru = json.loads(satu.lama or "{}"), json.loads(satu.baru or "{}")
    dulu: Baris = {k: bawaan if isinstance(bawaan := kolom(nama, k).bawaan, date) else None for k in lama | baru}
    return baris, baris | dulu | _bertipe(nama, lama)


def _bertipe(nama: str, isi: Mapping[str, Any]) -> Baris:
    return {k: _nilai(kolom(nama, k).jenis, nilai) for k, nilai in isi.items()}


def _nilai(jenis: Jenis, isi: str | int) -> Nilai:
    if jenis is Jenis.BILANGAN:
        return Decimal(isi)
    return date.fromisoformat(str(isi)) if jenis is Jenis.TANGGAL else isi
