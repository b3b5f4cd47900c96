"""What the checks of a year of SKP read: counts per position. Reads skp, perilaku and pegawai.

Two partial indexes hold only the rows that are looked for, so that a large agency costs what it has of them.
"""

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from dashboard.domain.skp.janggal import KelompokSkp, RingkasanSkp
from data_access.schema import BERBIAYA, TABEL, TANPA_HASIL

TERISI = ("realisasi_kualitas", "realisasi_waktu", "realisasi_biaya")
NOL = Decimal(0)
"""Nothing is below it, so that canonical text on SQLite compares with it as the number does."""


def load_ringkasan_skp(connection: Connection, instansi: str, tahun: int) -> RingkasanSkp:
    """The rows of that year worth a look, and who leads, counted per position."""
    skp, perilaku, pegawai = TABEL["skp"], TABEL["perilaku"], TABEL["pegawai"]
    s, b, p = skp.c, perilaku.c, pegawai.c
    jabatan, unit = sa.func.coalesce(s.jabatan, p.jabatan), sa.func.coalesce(s.unit, p.unit)
    baris = (
        sa.select(jabatan, unit, s.bulan, sa.func.count())
        .join_from(skp, pegawai, (p.instansi == s.instansi) & (p.nip == s.nip))
        .where(s.instansi == instansi, s.tahun == tahun, s.target_kuantitas.is_not(None))
        .group_by(jabatan, unit, s.bulan)
    )
    orang = sa.select(p.jabatan, p.unit, sa.literal(0), sa.func.count(sa.distinct(p.nip)))
    orang = orang.where(p.instansi == instansi).group_by(p.jabatan, p.unit)
    dinilai = orang.join_from(pegawai, perilaku, (b.instansi == p.instansi) & (b.nip == p.nip)).where(
        p.memimpin.is_(None), b.tahun == tahun, b.kepemimpinan.is_not(None)
    )
    terisi = sa.or_(*(s[nama] > NOL for nama in TERISI))
    tanya = (
        baris.where(sa.text(f"skp.{TANPA_HASIL}"), terisi),
        baris.where(sa.text(f"skp.{BERBIAYA}")),
        orang.where(p.memimpin == "ya"),
        dinilai,
    )
    return RingkasanSkp(*(_kelompok(connection.execute(satu)) for satu in tanya))


def _kelompok(baris: Iterable[Any]) -> tuple[KelompokSkp, ...]:
    """Rows of (jabatan, unit, bulan, count), one group a position; one a unit where no position is known."""
    isi: dict[tuple[str, str], list[tuple[str | None, str, int, int]]] = {}
    for jabatan, unit, bulan, banyak in baris:
        kunci = (jabatan or "", "" if jabatan else unit)
        isi.setdefault(kunci, []).append((jabatan, unit, bulan, banyak))
    return tuple(
        KelompokSkp(
            semua[0][0],
            min(unit for _, unit, _, _ in semua),
            sum(banyak for *_, banyak in semua),
            tuple(sorted({bulan for _, _, bulan, _ in semua})),
        )
        for _, semua in sorted(isi.items())
    )
