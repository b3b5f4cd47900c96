"""Recaps as they lie in rekap_skp: numbers in columns, counts packed into short texts."""

from collections.abc import Callable
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection, Row

from dashboard.domain.dasar.indikator import HitunganSkp, SumberNilai
from dashboard.domain.skp.rezim import MENURUT, penilaian
from dashboard.domain.skp.sebaran import DERET, Histogram, Rekap, gabung
from data_access.aturan import untuk_skp
from data_access.schema import REKAP_PEGAWAI, REKAP_SKP
from data_access.skp.rezim import rezim_tahun

TUNGGAL = ("orang", "dinilai", "jumlah_skp", "jumlah_perilaku", "jumlah_prestasi", "terendah", "tertinggi", "keberatan")


def baris_rekap(instansi: str, tahun: int, bulan: int, unit: str, rekap: Rekap) -> dict[str, Any]:
    """The row of rekap_skp: bins as "152,153;3,1", counts as "1,2,0"."""
    kunci = {"instansi": instansi, "tahun": tahun, "bulan": bulan, "unit": unit}
    tunggal = {nama: getattr(rekap, nama) for nama in TUNGGAL}
    deret = {nama: ",".join(map(str, getattr(rekap, nama))) for nama in DERET}
    return kunci | tunggal | deret | {"histogram": _kemas(rekap.histogram)}


def _rekap(baris: Row[Any]) -> Rekap:
    isi = baris._mapping
    nilai: dict[str, Any] = {nama: isi[nama] for nama in TUNGGAL}
    nilai |= {nama: tuple(map(int, isi[nama].split(","))) for nama in DERET}
    return Rekap(**nilai, histogram=_buka(isi.get("histogram", "")))


def _kemas(histogram: Histogram) -> str:
    """Bins, a semicolon, their counts: "152,153;3,1"."""
    return ";".join(",".join(map(str, satu)) for satu in zip(*histogram, strict=True))


def _buka(teks: str) -> Histogram:
    if not teks:
        return ()
    letak, jumlah = teks.split(";")
    return tuple(zip(map(int, letak.split(",")), map(int, jumlah.split(",")), strict=True))


def load_rekap(
    connection: Connection, instansi: str, tahun: int, bulan: int | None = None, *, histogram: bool = True
) -> dict[tuple[int, str], Rekap]:
    """The agency's recaps of a year (or of one month of it) by month and unit.

    A row a unit and month, however many employees. Without `histogram` the rows are as short for many people as
    for few.
    """
    r = REKAP_SKP.c
    kolom = [satu for satu in r if histogram or satu.name != "histogram"]
    tanya = sa.select(*kolom).where(r.instansi == instansi, r.tahun == tahun)
    if bulan is not None:
        tanya = tanya.where(r.bulan == bulan)
    return {(baris.bulan, baris.unit): _rekap(baris) for baris in connection.execute(tanya)}


def load_jumlah_pegawai(connection: Connection, instansi: str) -> dict[str, int]:
    """How many employees each unit has."""
    r = REKAP_PEGAWAI.c
    tanya = sa.select(r.unit, r.jumlah).where(r.instansi == instansi)
    return {baris.unit: baris.jumlah for baris in connection.execute(tanya)}


def hitungan_skp(
    connection: Connection, instansi: str, tahun: int, sumber: Callable[[int], SumberNilai]
) -> dict[int, HitunganSkp]:
    """By month, how many were assessed and are at least Baik, in the regime of the year.

    `sumber` says whose figures those of a month are.
    """
    aturan, rezim = untuk_skp(tahun).predikat, rezim_tahun(connection, instansi, tahun)
    per_bulan: dict[int, list[Rekap]] = {}
    for (bulan, _), rekap in load_rekap(connection, instansi, tahun, histogram=False).items():
        per_bulan.setdefault(bulan, []).append(rekap)
    hasil = {}
    for bulan, semua in sorted(per_bulan.items()):
        orang = penilaian(gabung(semua), rezim, aturan)
        hasil[bulan] = HitunganSkp(bulan, orang.dinilai, orang.baik, sumber(bulan), MENURUT[rezim])
    return hasil


def daftar_tahun_skp(connection: Connection, instansi: str) -> tuple[int, ...]:
    """The years with scores, newest first."""
    tanya = sa.select(REKAP_SKP.c.tahun).where(REKAP_SKP.c.instansi == instansi).distinct()
    return tuple(sorted(connection.execute(tanya).scalars(), reverse=True))
