"""Goal seek: what one input must be for an indicator to reach a value, or why no value of it can.

Counted inputs are sought in whole people or documents, all others to two decimals. The search is exact wherever
the indicator runs one way between two neighbouring probes: it bisects the first pair that brackets the goal.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from dashboard.domain.dasar.indikator import Polaritas
from dashboard.domain.dasar.satuan_ukur import dicacah
from dashboard.domain.hitung.capaian import NOL
from dashboard.domain.skenario.batas import batas_masukan
from dashboard.domain.skenario.dasar import BAGIAN_RASIO, DasarSkenario, KunciUbahan, Ubahan
from dashboard.domain.skenario.hitungan import nilai_dalam

LANGKAH_DESIMAL = Decimal("0.01")
JUMLAH_PERIKSA = 24
TERJAUH = Decimal(10) ** 9


@dataclass(frozen=True, slots=True)
class Pencarian:
    """The answer. `nilai` is what the input must be (None: impossible) and `hasil` what the indicator then is.

    `terbaik` is the closest the indicator can come and the input that does it; `batas` says in words what stops it.
    """

    kunci: KunciUbahan
    kode: str
    tujuan: Decimal
    kini: Decimal | None
    hasil_kini: Decimal | None
    nilai: Decimal | None = None
    hasil: Decimal | None = None
    terbaik: tuple[Decimal, Decimal] | None = None
    batas: str = ""
    berpengaruh: bool = True

    @property
    def sudah(self) -> bool:
        """The goal is met as things are."""
        return self.nilai is not None and self.nilai == self.kini


def cari_nilai(dasar: DasarSkenario, ubahan: Ubahan, kunci: KunciUbahan, kode: str, tujuan: Decimal) -> Pencarian:
    """The value of `kunci` nearest to its present one with which `kode` is at least (or at most) `tujuan`."""
    pelacak = _Pelacak(dasar, ubahan, kunci, kode, tujuan)
    kini = pelacak.kini
    hasil_kini = pelacak.hasil(kini)
    jawab = Pencarian(kunci, kode, tujuan, kini, hasil_kini)
    if hasil_kini is not None and pelacak.cukup(kini):
        return replace(jawab, nilai=kini, hasil=hasil_kini)
    calon = [c for arah in (1, -1) if (c := pelacak.telusuri(arah)) is not None]
    if calon:
        nilai = min(calon, key=lambda c: abs(c - kini))
        return replace(jawab, nilai=nilai, hasil=pelacak.hasil(nilai))
    return replace(
        jawab,
        terbaik=pelacak.terbaik,
        batas=pelacak.batas_terbaik(),
        berpengaruh=len({h for h in pelacak.diperiksa.values() if h is not None}) > 1,
    )


class _Pelacak:
    """Evaluates the indicator for values of one input, remembering what was tried."""

    def __init__(self, dasar: DasarSkenario, ubahan: Ubahan, kunci: KunciUbahan, kode: str, tujuan: Decimal) -> None:
        self._dasar, self._ubahan, self._kunci, self._kode, self._tujuan = dasar, ubahan, kunci, kode, tujuan
        self._positif = dasar.graph.indikator[kode].polaritas is Polaritas.POSITIF
        self.langkah = Decimal(1) if utuh(dasar, kunci) else LANGKAH_DESIMAL
        self.batas = batas_masukan(dasar, ubahan, kunci)
        awal = ubahan.get(kunci)
        resmi = dasar.nilai_kunci(kunci)
        self.kini = awal if awal is not None else resmi if resmi is not None else self.batas.bawah or NOL
        self.diperiksa: dict[Decimal, Decimal | None] = {}

    def hasil(self, nilai: Decimal) -> Decimal | None:
        if nilai not in self.diperiksa:
            ubahan = {**self._ubahan, self._kunci: nilai}
            self.diperiksa[nilai] = nilai_dalam(self._dasar, ubahan, self._kode)
        return self.diperiksa[nilai]

    def cukup(self, nilai: Decimal) -> bool:
        hasil = self.hasil(nilai)
        if hasil is None:
            return False
        return hasil >= self._tujuan if self._positif else hasil <= self._tujuan

    @property
    def terbaik(self) -> tuple[Decimal, Decimal] | None:
        """The input and value closest to the goal among all tried, the smallest change first."""
        ada = [(x, y) for x, y in self.diperiksa.items() if y is not None]
        tanda = -1 if self._positif else 1
        return min(ada, key=lambda p: (tanda * p[1], abs(p[0] - self.kini)), default=None)

    def batas_terbaik(self) -> str:
        terbaik = self.terbaik
        if terbaik is not None and terbaik[0] == self.batas.atas:
            return self.batas.alasan_atas
        if terbaik is not None and terbaik[0] == self.batas.bawah:
            return self.batas.alasan_bawah
        return ""

    def telusuri(self, arah: int) -> Decimal | None:
        """The nearest value on that side that meets the goal."""
        lalu = self.kini
        for x in self._titik(arah):
            if self.cukup(x):
                return self._bagi_dua(lalu, x)
            lalu = x
        return None

    def _titik(self, arah: int) -> Iterator[Decimal]:
        """Probes from the present value to the bound; without a bound ever wider steps."""
        ujung = self.batas.atas if arah > 0 else self.batas.bawah
        if ujung is None:
            lompat = self.langkah
            while lompat <= TERJAUH:
                yield self.kini + arah * lompat
                lompat *= 2
            return
        jarak = ujung - self.kini
        if jarak * arah <= 0:
            return
        for i in range(1, JUMLAH_PERIKSA):
            titik = self._kisi(self.kini + jarak * i / JUMLAH_PERIKSA, arah)
            if abs(titik - self.kini) < abs(jarak) and titik != self.kini:
                yield titik
        yield ujung

    def _kisi(self, nilai: Decimal, arah: int) -> Decimal:
        """The value on the grid, rounded away from the present one."""
        cara = ROUND_CEILING if arah > 0 else ROUND_FLOOR
        return (nilai / self.langkah).to_integral_value(cara) * self.langkah

    def _bagi_dua(self, belum: Decimal, sudah: Decimal) -> Decimal:
        """The nearest grid value between one that fails and one that meets the goal."""
        arah = 1 if sudah > belum else -1
        while abs(sudah - belum) > self.langkah:
            tengah = self._kisi((belum + sudah) / 2, -arah)
            if tengah == belum:
                tengah += arah * self.langkah
            if abs(tengah - belum) >= abs(sudah - belum):
                break
            if self.cukup(tengah):
                sudah = tengah
            else:
                belum = tengah
        terdekat = self._kisi(belum, arah)
        lewat = abs(terdekat - belum) < abs(sudah - belum) and terdekat != belum
        return terdekat if lewat and self.cukup(terdekat) else sudah


def utuh(dasar: DasarSkenario, kunci: KunciUbahan) -> bool:
    """Whether an input is counted whole: people, documents, decrees."""
    if kunci.kode in dasar.variabel:
        return dicacah(dasar.variabel[kunci.kode].satuan)
    if kunci.bagian in BAGIAN_RASIO:
        bagian = dasar.bagian_rasio(kunci.kode) or ()
        return all(b == b.to_integral_value() for b in bagian)
    return dicacah(dasar.graph.indikator[kunci.kode].satuan)
