"""The part of an agency's year that some indicators are made of: enough to compute these, and nothing else."""

from collections.abc import Collection
from dataclasses import replace

from dashboard.domain.dasar.indikator import DataKinerja
from dashboard.domain.hitung.rumus import komponen_per_induk


def penyusun(data: DataKinerja, kode: Collection[str]) -> DataKinerja:
    """`data` with these indicators and everything below them; their results are those of the whole year."""
    bawah = komponen_per_induk(data.komponen)
    ikut: set[str] = set()
    antrean = list(kode)
    while antrean:
        satu = antrean.pop()
        if satu not in ikut:
            ikut.add(satu)
            antrean += (k.komponen for k in bawah.get(satu, ()))
    ikut |= {v.kode for v in data.variabel}
    return replace(
        data,
        indikator=tuple(i for i in data.indikator if i.kode in ikut),
        komponen=tuple(k for k in data.komponen if k.indikator in ikut),
        target=tuple(t for t in data.target if t.indikator in ikut),
        realisasi=tuple(r for r in data.realisasi if r.indikator in ikut),
    )
