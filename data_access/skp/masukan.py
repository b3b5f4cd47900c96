"""SKP and behaviour rows of a year as the columns that are scored at once, and as one employee's exact rows.

Reads skp, perilaku and pegawai. Numbers become floats that are whole after scaling; an employee whose numbers are too
long for that is left to the exact way (`terlalu_panjang`).
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

import numpy as np
import sqlalchemy as sa
from sqlalchemy.engine import Connection

from dashboard.domain.aturan.skp import AturanSkp
from dashboard.domain.skp.baris import (
    ASPEK_PERILAKU,
    ASPEK_SKP,
    KEPEMIMPINAN,
    KOLOM_ANGKA,
    BarisSkp,
    jumlah_aspek,
    poin_kreativitas,
)
from dashboard.domain.skp.kolom import Angka, Bulat, terbesar
from dashboard.domain.skp.massal import MasukanPerilaku, MasukanSkp
from dashboard.domain.skp.pegawai import BarisPerilaku
from data_access.schema import TABEL

MAKS_DESIMAL = 6
ANGKA_PASTI = 15
"""Digits that a float gives back as they were written."""
ASPEK = (*ASPEK_PERILAKU, KEPEMIMPINAN)
TANGGAL = ("tanggal_lapor", "tanggal_nilai", "tanggal_keberatan", "tanggal_verifikasi")
KOLOM_SKP = ("nip", "bulan", "no", "kegiatan", *KOLOM_ANGKA, "unit")
KOLOM_PERILAKU = ("nip", "bulan", *ASPEK, "tugas_tambahan", "kreativitas", "rating_hasil", "rating_perilaku", *TANGGAL)
SEPOTONG = 500

Isi = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class BahanSkp:
    """The rows of one agency's year for some employees, in the order of KOLOM_SKP and KOLOM_PERILAKU."""

    pegawai: dict[str, tuple[str, str | None]]
    skp: list[Isi] = field(default_factory=list)
    perilaku: list[Isi] = field(default_factory=list)

    @property
    def nip(self) -> list[str]:
        return sorted({satu[0] for satu in self.skp} | {satu[0] for satu in self.perilaku})


def load_bahan(connection: Connection, instansi: str, tahun: int, nip: Collection[str] | None = None) -> BahanSkp:
    """Read what is needed to score those employees (None: all) in that year."""
    pegawai = TABEL["pegawai"]
    milik = _ambil(connection, sa.select(pegawai.c.nip, pegawai.c.unit, pegawai.c.memimpin), pegawai, instansi, nip)
    bahan = BahanSkp({satu[0]: (satu[1], satu[2]) for satu in milik})
    for nama, kolom, tujuan in (("skp", KOLOM_SKP, bahan.skp), ("perilaku", KOLOM_PERILAKU, bahan.perilaku)):
        tabel = TABEL[nama]
        tanya = sa.select(*(tabel.c[satu] for satu in kolom)).where(tabel.c.tahun == tahun)
        # A row of nobody is refused when the transaction ends; until then it has no score.
        tujuan.extend(satu for satu in _ambil(connection, tanya, tabel, instansi, nip) if satu[0] in bahan.pegawai)
    return bahan


def _ambil(
    connection: Connection, tanya: sa.Select[Any], tabel: sa.Table, instansi: str, nip: Collection[str] | None
) -> Iterator[Isi]:
    tanya = tanya.where(tabel.c.instansi == instansi)
    if nip is None:
        yield from map(tuple, connection.execute(tanya))
        return
    urut = sorted(nip)
    for awal in range(0, len(urut), SEPOTONG):
        yield from map(tuple, connection.execute(tanya.where(tabel.c.nip.in_(urut[awal : awal + SEPOTONG]))))


def bertarget(isi: Isi) -> bool:
    """Whether a row of skp is targeted that month."""
    return isi[4] is not None


def banyak_aspek(isi: Isi, pegawai: dict[str, tuple[str, str | None]]) -> int:
    """How many aspects of a row of perilaku count for its employee."""
    return jumlah_aspek(pegawai[isi[0]][1], isi[1 + len(ASPEK)])


def bersikap(isi: Isi, pegawai: dict[str, tuple[str, str | None]]) -> bool:
    """Whether a row of perilaku has every aspect that counts."""
    return None not in isi[2 : 2 + banyak_aspek(isi, pegawai)]


def baris_skp(isi: Isi) -> BarisSkp:
    return BarisSkp(isi[2], isi[3], **dict(zip(KOLOM_ANGKA, isi[4 : 4 + len(KOLOM_ANGKA)], strict=True)))


def baris_perilaku(isi: Isi) -> BarisPerilaku:
    akhir = 2 + len(ASPEK)
    return BarisPerilaku(dict(zip(ASPEK, isi[2:akhir], strict=True)), isi[akhir], isi[akhir + 1])


def terlalu_panjang(bahan: BahanSkp, aturan: AturanSkp) -> set[str]:
    """Employees with a number that no scaled float holds well enough to decide by these rules."""
    batas = terbesar(aturan)
    pasangan = [(bahan.skp, range(awal, awal + 2)) for awal in range(4, 4 + len(KOLOM_ANGKA), 2)]
    hasil: set[str] = set()
    for baris, letak in [*pasangan, (bahan.perilaku, range(2, 2 + len(ASPEK)))]:
        berbeda = {satu[i] for i in letak for satu in baris}  # few distinct numbers, whatever the number of rows
        skala = _skala(berbeda)
        panjang = {nilai for nilai in berbeda if _panjang(nilai, skala, batas)}
        if panjang:
            hasil |= {satu[0] for satu in baris if any(satu[i] in panjang for i in letak)}
    return hasil


def _panjang(nilai: Decimal | None, skala: int, batas: int) -> bool:
    if nilai is None:
        return False
    _, angka, pangkat = nilai.as_tuple()
    return len(angka) > ANGKA_PASTI or int(pangkat) < -MAKS_DESIMAL or nilai * skala >= batas


def kolom_skp(baris: Sequence[Isi], nomor: dict[str, int]) -> MasukanSkp:
    """The rows in columns; `nomor` numbers the employees."""
    kegiatan: dict[tuple[str, str], int] = {}
    return MasukanSkp(
        _bulat(nomor[satu[0]] for satu in baris),
        _bulat(satu[1] for satu in baris),
        _bulat(kegiatan.setdefault((satu[2], satu[3]), len(kegiatan)) for satu in baris),
        _kolom_angka(baris),
    )


def _kolom_angka(baris: Sequence[Isi]) -> dict[str, Angka]:
    """Target and realisasi of an aspect scaled alike."""
    hasil = {}
    for i, aspek in enumerate(ASPEK_SKP):
        target, realisasi = ([satu[4 + 2 * i + sisi] for satu in baris] for sisi in (0, 1))
        skala = _skala({*target, *realisasi})
        hasil[f"target_{aspek}"] = _terskala(target, skala)
        hasil[f"realisasi_{aspek}"] = _terskala(realisasi, skala)
    return hasil


def kolom_perilaku(
    baris: Sequence[Isi], nomor: dict[str, int], pegawai: dict[str, tuple[str, str | None]], aturan: AturanSkp
) -> MasukanPerilaku:
    """Behaviour rows in columns: the sum of the five or six aspects that count, NaN when one is missing."""
    banyak = [banyak_aspek(satu, pegawai) for satu in baris]
    skala = _skala({nilai for satu in baris for nilai in satu[2 : 2 + len(ASPEK)]})
    jumlah = [
        None if None in satu[2 : 2 + n] else sum(satu[2 : 2 + n], Decimal(0))
        for satu, n in zip(baris, banyak, strict=True)
    ]
    letak = 2 + len(ASPEK)
    return MasukanPerilaku(
        _bulat(nomor[satu[0]] for satu in baris),
        _bulat(satu[1] for satu in baris),
        _terskala(jumlah, skala),
        _bulat(banyak),
        np.array([np.nan if satu[letak] is None else satu[letak] for satu in baris], np.float64),
        _bulat(poin_kreativitas(satu[letak + 1], aturan) for satu in baris),
        skala,
    )


def _bulat(isi: Iterable[int]) -> Bulat:
    return np.fromiter(isi, np.int64)


def _skala(nilai: Collection[Decimal | None]) -> int:
    """The power of ten that makes them whole, up to MAKS_DESIMAL."""
    terkecil = min((int(satu.as_tuple().exponent) for satu in nilai if satu is not None), default=0)
    return int(10 ** min(max(-terkecil, 0), MAKS_DESIMAL))


def _terskala(nilai: Sequence[Decimal | None], skala: int) -> Angka:
    mentah = np.array([np.nan if satu is None else float(satu) for satu in nilai], np.float64)
    return np.rint(mentah * skala)
