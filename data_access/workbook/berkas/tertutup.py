"""What lies under a merged cell: nobody sees it, and the readers of values hand it over all the same."""

from collections.abc import Sequence

from data_access.workbook.berkas.mentah import Gabungan, Mentah, kosong
from data_access.workbook.berkas.tolak import RUSAK


def buang_tertutup(semua: list[list[Mentah]], gabungan: Sequence[Gabungan]) -> tuple[tuple[int, int], ...]:
    """Blank what stands under a merged cell and is not what is seen of it; returns where: (row number, column).

    Merged cells of a sane file do not overlap. Raises BerkasDitolak where they cover more than there is.
    """
    sisa, hasil = sum(map(len, semua)), []
    for b1, k1, b2, k2 in gabungan:
        terlihat = semua[b1 - 1][k1] if b1 <= len(semua) and k1 < len(semua[b1 - 1]) else None
        for i in range(b1 - 1, min(b2, len(semua))):
            sisa -= len(semua[i][k1 : k2 + 1])
            lain = [k for k, isi in enumerate(semua[i][k1 : k2 + 1], k1) if not kosong(isi) and isi != terlihat]
            if lain:
                semua[i] = [None if k in lain else isi for k, isi in enumerate(semua[i])]
                hasil += [(i + 1, k) for k in lain]
        if sisa < 0:
            raise RUSAK
    return tuple(hasil)
