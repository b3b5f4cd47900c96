"""A tree of thousands of boxes in parts that can be drawn: the upper levels, and each branch of its own."""

from collections.abc import Mapping
from dataclasses import dataclass

from dashboard.services.pohon import PohonKinerja, SaringanPohon

MAKS_KOTAK = 300
ATAS = ""


@dataclass(frozen=True)
class PandanganPohon:
    """What a filter shows: the boxes that pass (`cocok`), with the way to each (`tampil`), and `bagian`, the parts
    of it by their topmost box, the upper levels first; one part where everything can be drawn at once."""

    cocok: frozenset[str]
    tampil: frozenset[str]
    bagian: Mapping[str, frozenset[str]]

    def memuat(self, kode: str) -> str:
        """The part that shows a box; the upper levels where none does."""
        return next((nama for nama, kotak in self.bagian.items() if kode in kotak), ATAS)


def pandangan_pohon(p: PohonKinerja, saringan: SaringanPohon, maks: int = MAKS_KOTAK) -> PandanganPohon:
    """The view of a filter, no part of it larger than `maks` boxes where its branches allow that."""
    cocok = p.cocok(saringan)
    tampil = p.beserta_induk(cocok)
    if len(tampil) <= maks:
        return PandanganPohon(cocok, tampil, {ATAS: tampil})
    atas = _atas(p, tampil, maks)
    return PandanganPohon(cocok, tampil, {ATAS: atas} | _cabang(p, tampil, atas, maks))


def _atas(p: PohonKinerja, tampil: frozenset[str], maks: int) -> frozenset[str]:
    """Level by level, while they stay few; the first level is always there."""
    hasil: set[str] = set()
    lapis = [kode for kode in p.pohon.puncak if kode in tampil]
    while lapis and (not hasil or len(hasil) + len(lapis) <= maks):
        hasil.update(lapis)
        lapis = [anak for kode in lapis for anak in p.pohon.anak[kode] if anak in tampil]
    return frozenset(hasil)


def _cabang(p: PohonKinerja, tampil: frozenset[str], atas: frozenset[str], maks: int) -> dict[str, frozenset[str]]:
    """The largest branches of at most `maks` boxes, and of a larger one the leaves at its top; each with the way."""
    hasil: dict[str, frozenset[str]] = {}
    utuh: set[str] = set()
    for kode in p.urutan:
        jalur = p.pohon.jalur(kode)
        if kode not in tampil or not utuh.isdisjoint(jalur):
            continue
        isi = frozenset(satu for satu, _ in p.pohon.telusuri(kode) if satu in tampil)
        if len(isi) <= maks and p.pohon.anak[kode]:
            utuh.add(kode)
        else:
            isi = frozenset(a for a in p.pohon.anak[kode] if a in tampil and a not in atas and not p.pohon.anak[a])
        if not isi <= atas:
            hasil[kode] = isi.union(jalur)
    return hasil
