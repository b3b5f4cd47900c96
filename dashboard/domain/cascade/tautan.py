"""How boxes of the cascade are linked through their indicators: computed, assumed, direction only, external.

Source: DOMAIN.md section 6, the sifat of a link. A box's place and its formula are two things: a child may hang
on a parent without feeding any of its numbers.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from dashboard.domain.cascade.pohon import Pohon
from dashboard.domain.dasar.cycles import urutan_kode
from dashboard.domain.dasar.indikator import Komponen, Sifat
from dashboard.domain.dasar.penjelasan import Kepastian
from dashboard.domain.hitung.rumus import KEPASTIAN_SIFAT, aritmetik


class Garis(StrEnum):
    """How a link is drawn, strongest first."""

    DIHITUNG = "dihitung"
    ASUMSI = "asumsi"
    HANYA_ARAH = "hanya_arah"
    EKSTERNAL = "eksternal"
    PENEMPATAN = "penempatan"


@dataclass(frozen=True, slots=True)
class Tautan:
    """A link between the boxes `dari` (below, feeds) and `ke` (above), with the komponen it stands for."""

    dari: str
    ke: str
    garis: Garis
    komponen: tuple[Komponen, ...]


def garis_komponen(komponen: Komponen) -> Garis:
    """How one komponen is drawn; a bound that is no denominator is never added, so it shows a direction."""
    if komponen.sifat is Sifat.EKSTERNAL:
        return Garis.EKSTERNAL
    if komponen.sifat is Sifat.TANPA_HUBUNGAN:
        return Garis.PENEMPATAN
    if not aritmetik(komponen):
        return Garis.HANYA_ARAH
    return Garis.DIHITUNG if KEPASTIAN_SIFAT[komponen.sifat] is Kepastian.DIHITUNG else Garis.ASUMSI


def tautan_simpul(pohon: Pohon, komponen: Iterable[Komponen]) -> tuple[Tautan, ...]:
    """All links between different boxes, one for each pair; the strongest komponen gives it its line."""
    rumah = {i: simpul for simpul, isi in pohon.indikator.items() for i in isi}
    pasangan: dict[tuple[str, str], list[Komponen]] = {}
    for k in komponen:
        dari, ke = rumah.get(k.komponen), rumah.get(k.indikator)
        if dari is not None and ke is not None and dari != ke:
            pasangan.setdefault((dari, ke), []).append(k)
    return tuple(
        Tautan(dari, ke, min((garis_komponen(k) for k in isi), key=list(Garis).index), tuple(sorted(isi, key=_urut)))
        for (dari, ke), isi in sorted(pasangan.items(), key=lambda p: (urutan_kode(p[0][0]), urutan_kode(p[0][1])))
    )


def garis_anak(pohon: Pohon, tautan: Iterable[Tautan]) -> Mapping[str, Garis]:
    """The line from each box to its parent; PENEMPATAN where no komponen stands behind it."""
    ada = {(t.dari, t.ke): t.garis for t in tautan}
    return {
        s.kode: ada.get((s.kode, s.induk), Garis.PENEMPATAN)
        for s in pohon.simpul.values()
        if s.induk is not None and s.induk in pohon.simpul
    }


def lintas(pohon: Pohon, tautan: Iterable[Tautan]) -> tuple[Tautan, ...]:
    """The links that run beside the tree."""
    return tuple(t for t in tautan if pohon.simpul[t.dari].induk != t.ke)


def _urut(k: Komponen) -> tuple[str, str, str, str]:
    return (k.indikator, k.kelompok or "", k.peran.value, k.komponen)
