"""What a file would move: each indicator's capaian and status before and after, the biggest change first."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from dashboard.domain.dasar.penjelasan import bulat2
from dashboard.domain.dasar.periode import SampaiDengan
from dashboard.domain.hitung.capaian import SERATUS
from dashboard.domain.hitung.hasil import HasilIndikator

Posisi = Mapping[SampaiDengan, Mapping[str, HasilIndikator]]
"""Results by code at each position."""


@dataclass(frozen=True, slots=True)
class GerakCapaian:
    """One indicator before (None: it comes new) and after, at one position; `juga` are the others at which it moves."""

    sd: SampaiDengan
    lama: HasilIndikator | None
    baru: HasilIndikator
    juga: tuple[SampaiDengan, ...] = ()

    @property
    def ganti_status(self) -> bool:
        return self.lama is None or self.lama.status is not self.baru.status

    @property
    def beda(self) -> Decimal | None:
        """Capaian after minus before, in points; None where one side has none."""
        if self.lama is None or self.lama.persen is None or self.baru.persen is None:
            return None
        return self.baru.persen - self.lama.persen

    @property
    def besar(self) -> Decimal:
        """How much it is: the points it moves, or how far from its target a capaian appears or goes."""
        if self.beda is not None:
            return abs(self.beda)
        ada = [h.persen for h in (self.lama, self.baru) if h is not None and h.persen is not None]
        return abs(SERATUS - ada[0]) if ada else Decimal(0)


def gerak_capaian(lama: Posisi, baru: Posisi, utama: SampaiDengan) -> tuple[GerakCapaian, ...]:
    """Every indicator whose capaian, as shown, or status moves: changed status first, then the biggest.

    It stands once: at `utama` where it moves there, else at the last position at which it moves.
    """
    menurut_kode: dict[str, list[GerakCapaian]] = {}
    for sd in sorted(baru, key=_urutan):
        for kode, h in baru[sd].items():
            semula = lama.get(sd, {}).get(kode)
            if semula is None or _tampil(semula) != _tampil(h):
                menurut_kode.setdefault(kode, []).append(GerakCapaian(sd, semula, h))
    semua = [_satu(gerak, utama) for gerak in menurut_kode.values()]
    return tuple(sorted(semua, key=lambda g: (not g.ganti_status, -g.besar, g.baru.kode)))


def _satu(gerak: list[GerakCapaian], utama: SampaiDengan) -> GerakCapaian:
    pilih = next((g for g in gerak if g.sd == utama), gerak[-1])
    return GerakCapaian(pilih.sd, pilih.lama, pilih.baru, tuple(g.sd for g in gerak if g is not pilih))


def _tampil(h: HasilIndikator) -> tuple[object, ...]:
    return h.status, None if h.persen is None else bulat2(h.persen), h.tak_hingga


def _urutan(sd: SampaiDengan) -> tuple[int, int, bool]:
    return sd.tahun, sd.triwulan, sd.setahun
