"""Targets an indicator takes over from its komponen where its own document prints none (Paser's five IKU).

Source: DOMAIN.md section 2. Only a sum inherits, and its komponen's targets as they stand.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from dashboard.domain.dasar.indikator import Indikator, Komponen, Rumus
from dashboard.domain.hitung.capaian import NilaiTarget
from dashboard.domain.hitung.jalur_target import jumlah_target
from dashboard.domain.hitung.posisi_target import PosisiTarget, sumber_target


def target_warisan(
    kode: str,
    indikator: Mapping[str, Indikator],
    bagian: Mapping[str, Sequence[Komponen]],
    posisi: Mapping[str, PosisiTarget],
) -> tuple[PosisiTarget, tuple[str, ...]]:
    """The own target, else for a sum the komponen's: one is taken over whole, several add up.

    `bagian` are the links of each formula, `posisi` the own targets.
    """
    sendiri = posisi[kode]
    if sendiri.ada or sendiri.tidak_ditargetkan or indikator[kode].rumus is not Rumus.JUMLAH:
        return sendiri, ()
    suku = bagian.get(kode, ())
    warisan = [(k.bobot, posisi[k.komponen]) for k in suku if k.komponen in indikator]
    if not warisan or len(warisan) < len(suku):
        return sendiri, ()
    dari = tuple(k.komponen for k in suku)
    catatan = f"Target diambil dari komponen {', '.join(dari)}: indikator ini tidak mencetak target."
    if len(warisan) == 1 and suku[0].bobot == 1:
        satu = warisan[0][1]
        bertarget = satu.ada or satu.tidak_ditargetkan
        return (replace(satu, catatan=(*satu.catatan, catatan)), dari) if bertarget else (sendiri, ())
    jumlah = _jumlah_target(warisan, catatan)
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
        sumber_nilai=sumber_target(baris),
        catatan=(*dict.fromkeys(c for _, p in bagian for c in p.catatan), catatan),
        lowong=frozenset.intersection(*(p.lowong for _, p in bagian)),
        menyusul=any(p.menyusul for _, p in bagian),
    )
