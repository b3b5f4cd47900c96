"""Targets an indicator takes over from its komponen where its own document prints none (Paser's five IKU).

Source: DOMAIN.md section 2. Only a sum inherits, and its komponen's targets as they stand.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from dashboard.domain.dasar.indikator import Indikator, Komponen, Rumus
from dashboard.domain.hitung.capaian import NilaiTarget
from dashboard.domain.hitung.graf import bagian_rumus
from dashboard.domain.hitung.posisi_target import PosisiTarget, jumlah_target, sumber_terlemah


def target_warisan(
    kode: str,
    per_kode: Mapping[str, Indikator],
    induk: Mapping[str, Sequence[Komponen]],
    posisi: Mapping[str, PosisiTarget],
) -> tuple[PosisiTarget, tuple[str, ...]]:
    """The own target, else for a sum the komponen's: one is taken over whole, several add up."""
    sendiri = posisi[kode]
    if sendiri.ada or sendiri.tidak_ditargetkan or per_kode[kode].rumus is not Rumus.JUMLAH:
        return sendiri, ()
    suku = bagian_rumus(per_kode[kode], induk.get(kode, ()))
    bagian = [(k.bobot, posisi[k.komponen]) for k in suku if k.komponen in per_kode]
    if not bagian or len(bagian) < len(suku):
        return sendiri, ()
    dari = tuple(k.komponen for k in suku)
    catatan = f"Target diambil dari komponen {', '.join(dari)}: indikator ini tidak mencetak target."
    if len(bagian) == 1 and suku[0].bobot == 1:
        warisan = bagian[0][1]
        bertarget = warisan.ada or warisan.tidak_ditargetkan
        return (replace(warisan, catatan=(*warisan.catatan, catatan)), dari) if bertarget else (sendiri, ())
    jumlah = _jumlah_target(bagian, catatan)
    return (jumlah, dari) if jumlah.ada else (sendiri, ())


def _jumlah_target(bagian: Sequence[tuple[Decimal, PosisiTarget]], catatan: str) -> PosisiTarget:
    """The komponen's targets added up, to date and of the year; each only when none of them is missing."""

    def total(nilai: Sequence[tuple[Decimal, NilaiTarget | None]]) -> NilaiTarget | None:
        ada = [(bobot, n) for bobot, n in nilai if n is not None]
        return jumlah_target(ada) if len(ada) == len(nilai) else None

    baris = tuple(b for _, posisi in bagian for b in posisi.baris)
    return PosisiTarget(
        total([(bobot, p.sampai) for bobot, p in bagian]),
        total([(bobot, p.tahunan) for bobot, p in bagian]),
        baris,
        max(p.jatuh_tempo for _, p in bagian),
        sumber_nilai=sumber_terlemah(baris),
        catatan=(*dict.fromkeys(c for _, p in bagian for c in p.catatan), catatan),
        lowong=frozenset.intersection(*(p.lowong for _, p in bagian)),
    )
