"""Where each box of the printed tree stands: upper levels side by side, the others listed under their parent."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from math import log

from dashboard.domain.cascade.pohon import Pohon

LEBAR_KOTAK = 250.0
JARAK_DATAR, JARAK_TURUN, JARAK_TUMPUK, MASUK = 24.0, 52.0, 12.0, 34.0
BANGUN_HALAMAN = 1.5
"""Width to height of a landscape sheet; as many levels stand side by side as come nearest to it."""


@dataclass(slots=True)
class Letak:
    """The upper left corner of each box; `tegak` are the boxes listed under their parent."""

    x: dict[str, float] = field(default_factory=dict)
    y: dict[str, float] = field(default_factory=dict)
    tegak: set[str] = field(default_factory=set)
    lebar: float = 0.0
    tinggi: float = 0.0


def susun_letak(
    pohon: Pohon, akar: tuple[str, ...], tinggi: Mapping[str, float], bidang: tuple[float, float] | None = None
) -> Letak:
    """Place the boxes under `akar`, starting at (0, 0); `tinggi` is the height of each box.

    In a `bidang` of that width and height they stand so that they can be drawn largest.
    """
    dalam = {kode: d for a in akar for kode, d in pohon.telusuri(a)}
    calon = (_susun(pohon, akar, tinggi, dalam, batas) for batas in range(max(dalam.values()) + 1))
    if bidang is not None:
        lebar, atas = bidang
        return max(calon, key=lambda letak: min(lebar / letak.lebar, atas / letak.tinggi))
    return min(calon, key=lambda letak: abs(log(letak.lebar / letak.tinggi / BANGUN_HALAMAN)))


def _susun(
    pohon: Pohon, akar: tuple[str, ...], tinggi: Mapping[str, float], dalam: Mapping[str, int], batas: int
) -> Letak:
    penyusun = _PenyusunLetak(pohon, tinggi, dalam, batas)
    x = 0.0
    for kode in akar:
        lebar, bawah = penyusun.taruh(kode, x, 0.0)
        x += lebar + JARAK_DATAR
        penyusun.letak.tinggi = max(penyusun.letak.tinggi, bawah)
    penyusun.letak.lebar = x - JARAK_DATAR
    return penyusun.letak


class _PenyusunLetak:
    def __init__(self, pohon: Pohon, tinggi: Mapping[str, float], dalam: Mapping[str, int], batas: int) -> None:
        self.pohon, self.tinggi, self.dalam, self.batas = pohon, tinggi, dalam, batas
        self.letak = Letak()
        self.baris: dict[int, float] = {}
        for kode, d in dalam.items():
            if d <= batas:
                self.baris[d] = max(self.baris.get(d, 0.0), tinggi[kode])

    def taruh(self, kode: str, x: float, y: float) -> tuple[float, float]:
        """Place a box and all below it; returns the width taken and the lowest y."""
        anak = self.pohon.anak[kode]
        if self.dalam[kode] >= self.batas or not anak:
            return self._tumpuk(kode, x, y)
        bawah = y + self.baris[self.dalam[kode]] + JARAK_TURUN
        kanan, dasar = x, bawah
        for a in anak:
            lebar, sampai = self.taruh(a, kanan, bawah)
            kanan += lebar + JARAK_DATAR
            dasar = max(dasar, sampai)
        tengah = (self.letak.x[anak[0]] + self.letak.x[anak[-1]]) / 2
        self.letak.x[kode], self.letak.y[kode] = tengah, y
        return max(kanan - JARAK_DATAR, tengah + LEBAR_KOTAK) - x, dasar

    def _tumpuk(self, kode: str, x: float, y: float) -> tuple[float, float]:
        self.letak.x[kode], self.letak.y[kode] = x, y
        if self.dalam[kode] > self.batas:
            self.letak.tegak.add(kode)
        lebar, bawah = LEBAR_KOTAK, y + self.tinggi[kode]
        for a in self.pohon.anak[kode]:
            lebar_anak, bawah = self._tumpuk(a, x + MASUK, bawah + JARAK_TUMPUK)
            lebar = max(lebar, MASUK + lebar_anak)
        return lebar, bawah
