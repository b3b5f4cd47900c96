"""Columns of scores to recaps per group: classes, bins, cells and states are counted, never listed."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from dashboard.domain.dasar.skala import Kelas
from dashboard.domain.skp.kalender import KeadaanNilai
from dashboard.domain.skp.kolom import KOSONG_MIKRO, Bulat, sen
from dashboard.domain.skp.predikat import SEL
from dashboard.domain.skp.sebaran import BIN_PER_POIN, BIN_TERENDAH, BIN_TERTINGGI, DERET, KELAS_SEBUTAN, Rekap

TIDAK_ADA = -1
BELUM, TEPAT, LAMBAT = 0, 1, 2
JUMLAH_BIN = BIN_TERTINGGI - BIN_TERENDAH + 1


@dataclass(frozen=True, slots=True)
class KolomNilai:
    """Scores and what stands beside them, as they are stored; `grup` numbers the groups to add up."""

    grup: Bulat
    skp: Bulat
    perilaku: Bulat
    prestasi: Bulat
    sebutan: Bulat
    sel: Bulat
    keadaan: Bulat
    lapor: Bulat
    nilai: Bulat
    verifikasi: Bulat
    keberatan: Bulat


def nomor_sebutan(prestasi: Bulat, kelas: Sequence[Kelas]) -> Bulat:
    """The index of each score's class (best first), read on the score rounded to two decimals; -1 without a score."""
    batas = [int(k.batas * 100) + (0 if k.inklusif else 1) for k in kelas if k.batas is not None]
    nomor = len(batas) - np.searchsorted(np.array(batas[::-1]), sen(prestasi), side="right")
    return np.where(prestasi == KOSONG_MIKRO, TIDAK_ADA, nomor).astype(np.int64)


def rekap_grup(kolom: KolomNilai, banyak: int) -> list[Rekap]:
    """One Rekap for each of the `banyak` groups, in their order."""
    ada = kolom.prestasi != KOSONG_MIKRO
    grup = kolom.grup[ada]
    letak = np.clip(sen(kolom.prestasi[ada]) * BIN_PER_POIN // 100, BIN_TERENDAH, BIN_TERTINGGI) - BIN_TERENDAH
    histogram = _hitung(grup, letak, banyak, JUMLAH_BIN)
    rendah = np.full(banyak, np.iinfo(np.int64).max)
    tinggi = np.full(banyak, np.iinfo(np.int64).min)
    np.minimum.at(rendah, grup, kolom.prestasi[ada])
    np.maximum.at(tinggi, grup, kolom.prestasi[ada])
    dinilai = np.bincount(grup, minlength=banyak)
    jumlah = [_jumlah(grup, isi[ada], banyak) for isi in (kolom.skp, kolom.perilaku, kolom.prestasi)]
    orang = np.bincount(kolom.grup, minlength=banyak)
    keberatan = _jumlah(kolom.grup, kolom.keberatan, banyak)
    deret = [
        _hitung(kolom.grup, kolom.sebutan, banyak, KELAS_SEBUTAN),
        _hitung(kolom.grup, kolom.sel, banyak, len(SEL)),
        _hitung(kolom.grup, kolom.keadaan, banyak, len(KeadaanNilai)),
    ]
    tahap = (kolom.lapor, kolom.nilai, kolom.verifikasi)
    for waktu in (TEPAT, LAMBAT):
        deret.append(np.stack([np.bincount(kolom.grup[t == waktu], minlength=banyak) for t in tahap], axis=1))
    return [
        Rekap(
            orang=int(orang[i]),
            dinilai=int(dinilai[i]),
            jumlah_skp=int(jumlah[0][i]),
            jumlah_perilaku=int(jumlah[1][i]),
            jumlah_prestasi=int(jumlah[2][i]),
            terendah=int(rendah[i]) if dinilai[i] else None,
            tertinggi=int(tinggi[i]) if dinilai[i] else None,
            keberatan=int(keberatan[i]),
            histogram=tuple((int(b) + BIN_TERENDAH, int(histogram[i, b])) for b in np.flatnonzero(histogram[i])),
            **{nama: tuple(isi[i].tolist()) for nama, isi in zip(DERET, deret, strict=True)},
        )
        for i in range(banyak)
    ]


def _hitung(grup: Bulat, isi: Bulat, banyak: int, lebar: int) -> Bulat:
    """How often each value 0..lebar-1 occurs in each group; anything below 0 does not count."""
    sah = isi >= 0
    return np.bincount(grup[sah] * lebar + isi[sah], minlength=banyak * lebar).reshape(banyak, lebar)


def _jumlah(grup: Bulat, isi: Bulat, banyak: int) -> Bulat:
    """Exact sums; weights of bincount would go through floats."""
    hasil = np.zeros(banyak, np.int64)
    np.add.at(hasil, grup, isi)
    return hasil
