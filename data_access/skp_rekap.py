"""Recaps as they lie in rekap_skp: numbers in columns, counts packed into short texts."""

from collections.abc import Collection
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection, Row

from dashboard.domain.sebaran import DERET, Rekap
from data_access.schema import REKAP_PEGAWAI, REKAP_SKP

TUNGGAL = (
    "orang", "dinilai", "jumlah_skp", "jumlah_perilaku", "jumlah_prestasi", "terendah", "tertinggi", "keberatan",
)


def baris_rekap(instansi: str, tahun: int, bulan: int, unit: str, rekap: Rekap) -> dict[str, Any]:
    """The row of rekap_skp: bins as "152:3 153:1", counts as "1,2,0"."""
    kunci = {"instansi": instansi, "tahun": tahun, "bulan": bulan, "unit": unit}
    tunggal = {nama: getattr(rekap, nama) for nama in TUNGGAL}
    deret = {nama: ",".join(map(str, getattr(rekap, nama))) for nama in DERET}
    return kunci | tunggal | deret | {"histogram": " ".join(f"{letak}:{n}" for letak, n in rekap.histogram)}


def _rekap(baris: Row[Any]) -> Rekap:
    isi = baris._mapping
    nilai: dict[str, Any] = {nama: isi[nama] for nama in TUNGGAL}
    nilai |= {nama: tuple(map(int, isi[nama].split(","))) for nama in DERET}
    histogram = tuple((int(letak), int(n)) for letak, n in (satu.split(":") for satu in isi["histogram"].split()))
    return Rekap(**nilai, histogram=histogram)


def muat_rekap(
    koneksi: Connection, instansi: str, tahun: int, bulan: Collection[int] | None = None,
) -> dict[tuple[int, str], Rekap]:
    """The agency's recaps of a year by month and unit: a row a unit and month, however many employees."""
    r = REKAP_SKP.c
    tanya = sa.select(REKAP_SKP).where(r.instansi == instansi, r.tahun == tahun)
    if bulan is not None:
        tanya = tanya.where(r.bulan.in_(sorted(bulan)))
    return {(baris.bulan, baris.unit): _rekap(baris) for baris in koneksi.execute(tanya)}


def muat_jumlah_pegawai(koneksi: Connection, instansi: str) -> dict[str, int]:
    """How many employees each unit has."""
    r = REKAP_PEGAWAI.c
    tanya = sa.select(r.unit, r.jumlah).where(r.instansi == instansi)
    return {baris.unit: baris.jumlah for baris in koneksi.execute(tanya)}


def daftar_tahun_skp(koneksi: Connection, instansi: str) -> tuple[int, ...]:
    """The years with scores, newest first."""
    tanya = sa.select(REKAP_SKP.c.tahun).where(REKAP_SKP.c.instansi == instansi).distinct()
    return tuple(sorted(koneksi.execute(tanya).scalars(), reverse=True))
