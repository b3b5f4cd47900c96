"""The scores an agency's rows amount to. Reads skp, perilaku, pegawai, hari_libur and pengaturan; writes nothing."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date
from typing import Any

import numpy as np
from sqlalchemy.engine import Connection

from dashboard.domain.aturan.pengaturan import baca_pengaturan
from dashboard.domain.aturan.skp import AturanSkp
from dashboard.domain.dasar.periode import akhir_bulan, akhir_tahun
from dashboard.domain.dasar.setelan import setelan_pada
from dashboard.domain.skp.kalender import Jatuh, KeadaanNilai, Tahapan, jatuh_tempo
from dashboard.domain.skp.kolom import KOSONG_MIKRO
from dashboard.domain.skp.massal import hitung_massal
from dashboard.domain.skp.pegawai import hitung_pegawai
from dashboard.domain.skp.predikat import Rating, nomor_sel
from dashboard.domain.skp.rekap import BELUM, LAMBAT, TEPAT, TIDAK_ADA, nomor_sebutan
from data_access.aturan import untuk, untuk_skp
from data_access.baris import ambil
from data_access.pengaturan import setelan_bertanggal
from data_access.schema import NILAI_SKP
from data_access.skp.masukan import (
    BahanSkp,
    Isi,
    baris_perilaku,
    baris_skp,
    kolom_perilaku,
    kolom_skp,
    load_bahan,
    terlalu_panjang,
)

KOLOM_NILAI = tuple(satu.name for satu in NILAI_SKP.c)
TANPA_BARIS: tuple[Any, ...] = (None, None, None, None, None, None)
"""Ratings and dates of a month without a behaviour row."""

BarisNilai = tuple[Any, ...]


def hitung_nilai(
    connection: Connection, instansi: str, tahun: int, nip: Collection[str] | None = None
) -> list[BarisNilai]:
    """The rows nilai_skp should have for those employees (None: all) in that year, in the order of KOLOM_NILAI."""
    bahan = load_bahan(connection, instansi, tahun, nip)
    return susun_nilai(bahan, instansi, tahun, tenggat(connection, instansi, tahun))


def tenggat(connection: Connection, instansi: str, tahun: int) -> tuple[Jatuh, ...]:
    """The due dates of the year's months, each by the week set on its last day; index 0 is the year's."""
    libur = {hari for satu in ambil(connection, "hari_libur", instansi) if isinstance(hari := satu["tanggal"], date)}
    setelan = setelan_bertanggal(connection, instansi)
    akhir = [akhir_tahun(tahun), *(akhir_bulan(tahun, bulan) for bulan in range(1, 13))]
    sepekan = [baca_pengaturan(setelan_pada(setelan, hari), untuk(hari)).hari_kerja_pekan for hari in akhir]
    kalender = untuk_skp(tahun).kalender
    return tuple(jatuh_tempo(tahun, bulan, libur, hari, kalender) for bulan, hari in enumerate(sepekan))


def susun_nilai(bahan: BahanSkp, instansi: str, tahun: int, jatuh: Sequence[Jatuh]) -> list[BarisNilai]:
    """Score the rows and set beside each score its unit, class, cell and where it stands."""
    aturan = untuk_skp(tahun)
    unit = _unit_bulan(bahan.skp)
    perilaku = {(satu[0], satu[1]): satu[-6:] for satu in bahan.perilaku}
    nilai = list(nilai_semua(bahan, aturan.skp))
    prestasi = np.array([KOSONG_MIKRO if satu[4] is None else satu[4] for satu in nilai], np.int64)
    sebutan = nomor_sebutan(prestasi, aturan.sebutan)
    return [
        (
            instansi,
            nip,
            tahun,
            bulan,
            unit.get((nip, bulan)) or bahan.pegawai[nip][0],
            skp,
            sikap,
            akhir,
            nomor,
            *_keadaan(perilaku.get((nip, bulan), TANPA_BARIS), jatuh[bulan]),
        )
        for (nip, bulan, skp, sikap, akhir), nomor in zip(nilai, sebutan.tolist(), strict=True)
    ]


def nilai_semua(
    bahan: BahanSkp, aturan: AturanSkp, *, berjalan: bool = False
) -> Iterator[tuple[str, int, int | None, int | None, int | None]]:
    """(nip, bulan, skp, perilaku, prestasi): in columns, one by one where numbers are too long for them.

    `berjalan`: years with the behaviour they have so far, as `hitung_massal` says.
    """
    satu_satu = terlalu_panjang(bahan, aturan)
    nip = [satu for satu in bahan.nip if satu not in satu_satu]
    nomor = {satu: i for i, satu in enumerate(nip)}
    hasil = hitung_massal(
        kolom_skp([satu for satu in bahan.skp if satu[0] in nomor], nomor),
        kolom_perilaku([satu for satu in bahan.perilaku if satu[0] in nomor], nomor, bahan.pegawai, aturan),
        aturan,
        berjalan=berjalan,
    )
    nilai = [
        [None if isi == KOSONG_MIKRO else isi for isi in kolom.tolist()]
        for kolom in (hasil.skp, hasil.perilaku, hasil.prestasi)
    ]
    yield from zip((nip[i] for i in hasil.pegawai.tolist()), hasil.bulan.tolist(), *nilai, strict=True)
    for satu in sorted(satu_satu):
        yield from _satu_pegawai(bahan, satu, aturan, berjalan)


def _satu_pegawai(
    bahan: BahanSkp, nip: str, aturan: AturanSkp, berjalan: bool
) -> Iterator[tuple[str, int, int | None, int | None, int | None]]:
    skp: dict[int, list[Any]] = {}
    for isi in bahan.skp:
        if isi[0] == nip:
            skp.setdefault(isi[1], []).append(baris_skp(isi))
    perilaku = {isi[1]: baris_perilaku(isi) for isi in bahan.perilaku if isi[0] == nip}
    for bulan, nilai in hitung_pegawai(skp, perilaku, bahan.pegawai[nip][1], aturan).items():
        yield (nip, bulan, *(nilai.mikro_berjalan if berjalan else nilai.mikro))


def _unit_bulan(skp: Iterable[Isi]) -> dict[tuple[str, int], str]:
    """The unit a month's rows name, where they do."""
    bernama = sorted((satu for satu in skp if satu[-1] is not None), key=lambda satu: satu[2], reverse=True)
    return {(satu[0], satu[1]): satu[-1] for satu in bernama}


def _keadaan(isi: Sequence[Any], jatuh: Jatuh) -> tuple[int, ...]:
    """Cell, state, three times 0/1/2, objection."""
    hasil, sikap, lapor, nilai, keberatan, verifikasi = isi
    tahap = Tahapan(lapor, nilai, keberatan, verifikasi)
    sel = nomor_sel(Rating(hasil), Rating(sikap)) if hasil and sikap else TIDAK_ADA
    waktu = (BELUM if tepat is None else TEPAT if tepat else LAMBAT for tepat in tahap.tepat(jatuh))
    return (sel, list(KeadaanNilai).index(tahap.keadaan), *waktu, int(keberatan is not None))
