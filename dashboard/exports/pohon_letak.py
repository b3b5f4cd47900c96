"""Where each box of the printed tree stands: upper levels side by side, the others listed under their parent.

In a picture as large as it likes a list is one column; on a sheet it runs over as many columns as fill it best.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from math import inf, log

from dashboard.domain.cascade.pohon import Pohon

LEBAR_KOTAK = 250.0
JARAK_DATAR, JARAK_TURUN, JARAK_TUMPUK, MASUK = 24.0, 52.0, 12.0, 34.0
SUMBU, PALANG = 13.0, 36.0
"""How far right of a list's edge its line runs down, and how far above a row of boxes the bar to them runs."""
BANGUN_HALAMAN = 1.5
"""Width to height of a landscape sheet; as many levels stand side by side as come nearest to it."""
SKALA_DICOBA = tuple(2.0 * 0.93**n for n in range(20))
"""Sizes that are tried for a sheet; the last is smaller than any that is printed."""


@dataclass(slots=True)
class Letak:
    """The upper left corner of each box; `tegak` are the boxes listed under their parent.

    `sumbu` is, for a box in one of several columns, how far right its line runs down and how high it begins.
    """

    x: dict[str, float] = field(default_factory=dict)
    y: dict[str, float] = field(default_factory=dict)
    tegak: set[str] = field(default_factory=set)
    sumbu: dict[str, tuple[float, float]] = field(default_factory=dict)
    lebar: float = 0.0
    tinggi: float = 0.0


def susun_letak(pohon: Pohon, akar: Sequence[str], tinggi: Mapping[str, float]) -> Letak:
    """Place the boxes under `akar`, starting at (0, 0); `tinggi` is the height of each box."""
    calon = (letak for batas, letak in _calon(pohon, akar, tinggi, inf) if batas >= 0)
    return min(calon, key=lambda letak: abs(log(letak.lebar / letak.tinggi / BANGUN_HALAMAN)))


def letak_di_bidang(
    pohon: Pohon, akar: Sequence[str], tinggi: Mapping[str, float], bidang: tuple[float, float], terbesar: float
) -> tuple[Letak, float]:
    """Place them so that they can be drawn largest on a surface of that width and height, and how large that is.

    More than `terbesar` is not sought.
    """
    terbaik, skala = Letak(), 0.0
    for dicoba in SKALA_DICOBA:
        if dicoba <= skala:
            break
        for _, letak in _calon(pohon, akar, tinggi, bidang[1] / dicoba):
            muat = min(bidang[0] / letak.lebar, bidang[1] / letak.tinggi, terbesar)
            if muat > skala:
                terbaik, skala = letak, muat
    return terbaik, skala


def _calon(
    pohon: Pohon, akar: Sequence[str], tinggi: Mapping[str, float], terendah: float
) -> Iterator[tuple[int, Letak]]:
    """A way for each number of levels side by side, the most first; under 0 the roots themselves are a list."""
    dalam = {kode: d for a in akar for kode, d in pohon.telusuri(a)}
    for batas in range(max(dalam.values()), -2, -1):
        penyusun = _PenyusunLetak(pohon, tinggi, dalam, batas, terendah)
        penyusun.semua(akar)
        yield batas, penyusun.letak


class _PenyusunLetak:
    """`batas` levels stand side by side, what is below them in lists that reach no lower than `terendah`."""

    def __init__(
        self, pohon: Pohon, tinggi: Mapping[str, float], dalam: Mapping[str, int], batas: int, terendah: float
    ) -> None:
        self.pohon, self.tinggi, self.dalam = pohon, tinggi, dalam
        self.batas, self.terendah = batas, terendah
        self.letak = Letak()
        self.baris: dict[int, float] = {}
        for kode, d in dalam.items():
            if d <= batas:
                self.baris[d] = max(self.baris.get(d, 0.0), tinggi[kode])

    def semua(self, akar: Sequence[str]) -> None:
        if self.batas < 0:
            self.letak.lebar, self.letak.tinggi = self._kolom(akar, 0.0, 0.0, 0.0)
        else:
            self.letak.lebar, self.letak.tinggi = self._berjajar(akar, 0.0, 0.0)

    def _berjajar(self, kotak: Sequence[str], x: float, y: float) -> tuple[float, float]:
        """Place boxes side by side with all below them; returns the width taken and the lowest y."""
        kanan, dasar = x, y
        for satu in kotak:
            lebar, bawah = self._taruh(satu, kanan, y)
            kanan, dasar = kanan + lebar + JARAK_DATAR, max(dasar, bawah)
        return kanan - JARAK_DATAR - x, dasar

    def _taruh(self, kode: str, x: float, y: float) -> tuple[float, float]:
        anak, dalam = self.pohon.anak[kode], self.dalam[kode]
        if not anak or (dalam == self.batas and y + self._panjang(kode) <= self.terendah):
            return self._tumpuk(kode, x, y)
        bawah = y + self.baris[dalam] + JARAK_TURUN
        if dalam == self.batas:
            lebar, dasar = self._kolom(anak, x, bawah, MASUK)
            tengah = x + (lebar - LEBAR_KOTAK) / 2
        else:
            lebar, dasar = self._berjajar(anak, x, bawah)
            tengah = (self.letak.x[anak[0]] + self.letak.x[anak[-1]]) / 2
        self.letak.x[kode], self.letak.y[kode] = tengah, y
        return max(lebar, tengah + LEBAR_KOTAK - x), dasar

    def _kolom(self, kotak: Sequence[str], x: float, y: float, masuk: float) -> tuple[float, float]:
        """Boxes under each other, and beside where they would reach too low; each column is `masuk` from its line."""
        kiri, lebar, bawah, dasar = x, 0.0, y, y
        for satu in kotak:
            if bawah > y and bawah + self._panjang(satu) > self.terendah:
                kiri, lebar, bawah = kiri + lebar + JARAK_DATAR, 0.0, y
            if masuk:
                self.letak.sumbu[satu] = (kiri + SUMBU, y - PALANG)
            lebar_satu, sampai = self._tumpuk(satu, kiri + masuk, bawah)
            lebar, bawah, dasar = max(lebar, masuk + lebar_satu), sampai + JARAK_TUMPUK, max(dasar, sampai)
        return kiri + lebar - x, dasar

    def _panjang(self, kode: str) -> float:
        """The height of a box with all below it in one list."""
        return self.tinggi[kode] + sum(JARAK_TUMPUK + self._panjang(a) for a in self.pohon.anak[kode])

    def _tumpuk(self, kode: str, x: float, y: float) -> tuple[float, float]:
        self.letak.x[kode], self.letak.y[kode] = x, y
        if self.dalam[kode] > max(self.batas, 0):
            self.letak.tegak.add(kode)
        lebar, bawah = LEBAR_KOTAK, y + self.tinggi[kode]
        for a in self.pohon.anak[kode]:
            lebar_anak, bawah = self._tumpuk(a, x + MASUK, bawah + JARAK_TUMPUK)
            lebar = max(lebar, MASUK + lebar_anak)
        return lebar, bawah
