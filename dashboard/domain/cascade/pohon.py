"""The cascade as a tree of boxes: who stands under whom, and which boxes stand wrongly or alone.

Source: DOMAIN.md section 6, WORKBOOK.md (roots are tujuan, else sasaran). Row order never matters.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from dashboard.domain.dasar.cycles import urutan_hitung, urutan_kode
from dashboard.domain.dasar.indikator import JENJANG, Indikator, Simpul

JENJANG_AKAR = ("tujuan", "sasaran")
YAKIN = "pasti"


@dataclass(frozen=True, slots=True)
class Pohon:
    """The tree. `anak` and `indikator` have an entry for every box; `yatim` head subtrees without a place.

    `terbalik` are boxes of a higher level than the box they hang on.
    """

    simpul: Mapping[str, Simpul]
    anak: Mapping[str, tuple[str, ...]]
    akar: tuple[str, ...]
    yatim: tuple[str, ...]
    terbalik: tuple[str, ...]
    indikator: Mapping[str, tuple[str, ...]]

    @property
    def puncak(self) -> tuple[str, ...]:
        """Roots, then what found no place."""
        return (*self.akar, *self.yatim)

    @property
    def tanpa_indikator(self) -> tuple[str, ...]:
        return tuple(kode for kode, _ in self.telusuri() if not self.indikator[kode])

    @property
    def belum_pasti(self) -> tuple[str, ...]:
        """Boxes whose place was inferred or is doubted; the reason is their catatan."""
        return tuple(kode for kode, _ in self.telusuri() if self.simpul[kode].keyakinan not in (None, YAKIN))

    def telusuri(self, dari: str | None = None) -> Iterator[tuple[str, int]]:
        """Code and depth of every box (or of one box and all below it), parents before children."""
        tumpukan = [(kode, 0) for kode in reversed(self.puncak if dari is None else (dari,))]
        while tumpukan:
            kode, dalam = tumpukan.pop()
            yield kode, dalam
            tumpukan.extend((anak, dalam + 1) for anak in reversed(self.anak[kode]))

    def jalur(self, kode: str) -> tuple[str, ...]:
        """The way from the top down to a box, itself included. Raises KeyError on an unknown code."""
        jalur = [kode]
        while (induk := self.simpul[jalur[-1]].induk) in self.simpul and induk is not None:
            jalur.append(induk)
        return tuple(reversed(jalur))


def susun_pohon(simpul: Iterable[Simpul], indikator: Iterable[Indikator]) -> Pohon:
    """Build the tree. Raises Cycle when boxes hang on each other in a circle."""
    per_kode = {s.kode: s for s in sorted(simpul, key=lambda s: urutan_kode(s.kode))}
    urutan_hitung(per_kode, {s.kode: (s.induk,) for s in per_kode.values() if s.induk})
    anak: dict[str, list[str]] = {kode: [] for kode in per_kode}
    milik: dict[str, list[str]] = {kode: [] for kode in per_kode}
    for s in per_kode.values():
        if s.induk in anak:
            anak[s.induk].append(s.kode)
    for i in sorted(indikator, key=lambda i: urutan_kode(i.kode)):
        if i.simpul in milik:
            milik[i.simpul].append(i.kode)
    akar, yatim = _puncak(per_kode)
    return Pohon(per_kode, _beku(anak), akar, yatim, _terbalik(per_kode), _beku(milik))


def _puncak(simpul: Mapping[str, Simpul]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Roots are the tujuan, in an agency without one the sasaran; any other box without a known parent is orphaned."""
    ada = {s.jenjang for s in simpul.values()}
    jenjang = next((j for j in JENJANG_AKAR if j in ada), None)
    tanpa_induk = [s for s in simpul.values() if s.induk not in simpul]
    akar = tuple(s.kode for s in tanpa_induk if s.induk is None and s.jenjang == jenjang)
    return akar, tuple(s.kode for s in tanpa_induk if s.kode not in akar)


def _terbalik(simpul: Mapping[str, Simpul]) -> tuple[str, ...]:
    tinggi = {s.kode: JENJANG.index(s.jenjang) for s in simpul.values()}
    return tuple(s.kode for s in simpul.values() if s.induk in tinggi and tinggi[s.kode] < tinggi[s.induk])


def _beku(daftar: Mapping[str, list[str]]) -> dict[str, tuple[str, ...]]:
    return {kode: tuple(isi) for kode, isi in daftar.items()}
