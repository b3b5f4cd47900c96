"""Year-end projection from the quarters so far: one named method by behaviour, with the interval it rests on.

A rule of this dashboard [R], not of a regulation: the interval is what the year becomes if the remaining quarters
all go as the worst or all as the best quarter so far. With a single quarter there is no interval.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Decimal
from itertools import pairwise

from dashboard.domain.dasar.indikator import Perilaku
from dashboard.domain.dasar.satuan_ukur import dicacah
from dashboard.domain.hitung.capaian import NOL
from dashboard.domain.hitung.hasil import HasilIndikator, HasilTahun
from dashboard.domain.hitung.jalur_target import CATATAN_JALUR

AKHIR = 4
JALUR_TARGET = "mengikuti pola jalur target"
LAJU = "laju rata-rata per triwulan diteruskan"
PERUBAHAN = "perubahan rata-rata per triwulan diteruskan"
RERATA = "rata-rata triwulan yang dilaporkan"
TINGKAT = "tingkat terakhir dipertahankan"
TERBIT = "nilai tahunan sudah terbit"
REALISASI = "realisasi akhir tahun"

TANPA_LAPORAN = "belum ada laporan s.d. periode"
DINILAI_LUAR = "dinilai pihak luar setahun sekali; tidak diproyeksikan dari triwulan"


@dataclass(frozen=True, slots=True)
class Proyeksi:
    """The projected value at year end. `nilai` None: `alasan` says why; `bawah`/`atas` None: one quarter only."""

    kode: str
    nilai: Decimal | None = None
    bawah: Decimal | None = None
    atas: Decimal | None = None
    metode: str = ""
    alasan: str = ""


def proyeksi(per_triwulan: Sequence[HasilTahun], kode: str) -> Proyeksi:
    """Project one indicator from the results of quarter I up to the position."""
    deret = tuple(h.indikator[kode] for h in per_triwulan)
    kini = deret[-1]
    if kini.nilai is None:
        return Proyeksi(kode, alasan=DINILAI_LUAR if kini.indikator.dinilai_luar else TANPA_LAPORAN)
    if kini.indikator.dinilai_luar:
        return Proyeksi(kode, kini.nilai, kini.nilai, kini.nilai, TERBIT)
    if len(deret) == AKHIR:
        return Proyeksi(kode, kini.nilai, kini.nilai, kini.nilai, REALISASI)
    return _wajar(kini, _hitung(deret))


def proyeksi_variabel(per_triwulan: Sequence[HasilTahun], kode: str) -> Proyeksi:
    """A variabel is a level: its mean change per quarter goes on."""
    nilai = [n for h in per_triwulan if (n := h.variabel[kode].nilai) is not None]
    if not nilai:
        return Proyeksi(kode, alasan=TANPA_LAPORAN)
    tengah, bawah, atas, metode = _perubahan(nilai, AKHIR - len(per_triwulan))
    ujung = [n.to_integral_value(ROUND_HALF_UP) if n is not None else None for n in (tengah, bawah, atas)]
    return Proyeksi(kode, max(ujung[0] or NOL, NOL), ujung[1], ujung[2], metode)


Hitungan = tuple[Decimal, Decimal | None, Decimal | None, str]
"""Middle, lower and upper value, and the method's name."""


def _hitung(deret: Sequence[HasilIndikator]) -> Hitungan:
    perilaku = deret[-1].perilaku.perilaku
    nilai = [h.nilai for h in deret if h.nilai is not None]
    sisa = AKHIR - len(deret)
    if perilaku is Perilaku.PENGULANGAN:
        tengah = sum(nilai, NOL) / len(nilai)
        return tengah, *_rentang(nilai, min(nilai), max(nilai)), RERATA
    if (rasio := _rasio_jalur(deret)) is not None:
        setahun = deret[-1].target.tahunan
        tahunan = (setahun.nilai if setahun else None) or NOL
        return rasio[-1] * tahunan, *_rentang(rasio, min(rasio) * tahunan, max(rasio) * tahunan), JALUR_TARGET
    if perilaku is Perilaku.AKUMULASI:
        return _laju(nilai, sisa, len(deret))
    return _perubahan(nilai, sisa)


def _rentang(deret: Sequence[Decimal], bawah: Decimal, atas: Decimal) -> tuple[Decimal | None, Decimal | None]:
    return (bawah, atas) if len(deret) > 1 else (None, None)


def _rasio_jalur(deret: Sequence[HasilIndikator]) -> list[Decimal] | None:
    """Value to target at each quarter, where a quarterly path with numbers is printed."""
    kini = deret[-1].target
    if CATATAN_JALUR in kini.catatan or kini.tahunan is None or kini.tahunan.nilai is None:
        return None
    pasangan = [(h.nilai, h.target.sampai.nilai if h.target.sampai else None) for h in deret]
    if pasangan[-1][1] in (None, NOL):
        return None
    return [n / t for n, t in pasangan if n is not None and t]


def _laju(nilai: Sequence[Decimal], sisa: int, jumlah: int) -> Hitungan:
    kini = nilai[-1]
    tambahan = [b - a for a, b in pairwise((NOL, *nilai))]
    ujung = _rentang(tambahan, kini + sisa * min(tambahan), kini + sisa * max(tambahan))
    return kini + sisa * kini / jumlah, *ujung, LAJU


def _perubahan(nilai: Sequence[Decimal], sisa: int) -> Hitungan:
    kini = nilai[-1]
    beda = [b - a for a, b in pairwise(nilai)]
    if not beda:
        return kini, None, None, TINGKAT
    ujung = (kini + sisa * min(beda), kini + sisa * max(beda))
    return kini + sisa * sum(beda, NOL) / len(beda), *ujung, PERUBAHAN


def _wajar(h: HasilIndikator, hitungan: Hitungan) -> Proyeksi:
    """Within what the value can be: not below zero or what is reached already, not above its scale, counted whole."""
    tengah, bawah, atas, metode = hitungan
    lantai, langit = _lantai(h), h.indikator.maks

    def batasi(nilai: Decimal | None, cara: str) -> Decimal | None:
        if nilai is None:
            return None
        nilai = nilai.to_integral_value(cara) if dicacah(h.indikator.satuan) else nilai
        nilai = max(nilai, lantai) if lantai is not None else nilai
        return min(nilai, max(langit, h.nilai or langit)) if langit is not None else nilai

    return Proyeksi(
        h.kode, batasi(tengah, ROUND_HALF_UP), batasi(bawah, ROUND_FLOOR), batasi(atas, ROUND_CEILING), metode
    )


def _lantai(h: HasilIndikator) -> Decimal | None:
    if h.nilai is None or h.nilai < 0:
        return None
    return h.nilai if h.perilaku.perilaku is Perilaku.AKUMULASI else NOL
