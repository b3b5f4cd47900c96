"""Above the last number only a direction: which way a change pushes, and how far that is known.

Source: DOMAIN.md section 6. Contributions and other units give "hanya arah"; beyond a score given by an outside
body it is "tidak diketahui". A link without content carries nothing at all.
"""

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass

from dashboard.domain.dasar.indikator import Komponen, PeranKomponen, Polaritas, Rumus, Sifat
from dashboard.domain.dasar.penjelasan import Kepastian, terlemah
from dashboard.domain.hitung.graph import Graph
from dashboard.domain.hitung.propagation import Propagation


@dataclass(frozen=True, slots=True)
class Arah:
    """A node that is pushed but has no number: `tanda` +1 up, -1 down, 0 pushed both ways.

    `bertentangan`: doing better below pushes this node the worse way, by its own polarity.
    """

    kode: str
    tanda: int
    kepastian: Kepastian
    dari: str
    bertentangan: bool = False


def arah_di_atas(graph: Graph, propagation: Propagation) -> tuple[Arah, ...]:
    """Every node above the changed ones that a direction reaches, by code."""
    hasil: dict[str, Arah] = {}
    antre = deque((kode, tanda, Kepastian.DIHITUNG) for kode, tanda in _sumber(graph, propagation))
    while antre:
        kode, tanda, kepastian = antre.popleft()
        for k in graph.structure.tautan_atas.get(kode, ()):
            if k.sifat is Sifat.TANPA_HUBUNGAN or k.indikator in propagation.nilai:
                continue
            baru = _arah(graph, k, tanda, kepastian)
            lama = hasil.get(k.indikator)
            if lama is not None:
                baru = _gabung(lama, baru)
            if baru != lama:
                hasil[k.indikator] = baru
                antre.append((k.indikator, baru.tanda, baru.kepastian))
    return tuple(hasil[kode] for kode in sorted(hasil))


def _sumber(graph: Graph, propagation: Propagation) -> Iterator[tuple[str, int]]:
    for kode, simpul in propagation.nilai.items():
        lama = graph.nilai[kode].nilai
        if simpul.nilai is not None and simpul.nilai != lama:
            yield kode, 1 if lama is None or simpul.nilai > lama else -1


def _arah(graph: Graph, k: Komponen, tanda: int, kepastian: Kepastian) -> Arah:
    anak, induk = graph.indikator.get(k.komponen), graph.indikator[k.indikator]
    naik = tanda * _tanda_tautan(graph, k)
    luar = k.sifat is Sifat.EKSTERNAL or induk.rumus is Rumus.EKSTERNAL
    kepastian = terlemah(kepastian, Kepastian.TIDAK_DIKETAHUI if luar else Kepastian.HANYA_ARAH)
    bertentangan = anak is not None and naik != 0 and _baik(anak.polaritas, tanda) != _baik(induk.polaritas, naik)
    return Arah(k.indikator, naik, kepastian, k.komponen, bertentangan)


def _tanda_tautan(graph: Graph, k: Komponen) -> int:
    """Printed direction first; else a denominator or a subtracted term turns it; else better below is better above."""
    if k.arah in ("+", "-"):
        return 1 if k.arah == "+" else -1
    if k.peran is PeranKomponen.PENYEBUT or k.bobot < 0:
        return -1
    anak, induk = graph.indikator.get(k.komponen), graph.indikator[k.indikator]
    return -1 if anak is not None and anak.polaritas is not induk.polaritas else 1


def _baik(polaritas: Polaritas, tanda: int) -> bool:
    return (tanda > 0) == (polaritas is Polaritas.POSITIF)


def _gabung(lama: Arah, baru: Arah) -> Arah:
    tanda = lama.tanda if lama.tanda == baru.tanda else 0
    return Arah(
        lama.kode,
        tanda,
        terlemah(lama.kepastian, baru.kepastian),
        min(lama.dari, baru.dari),
        lama.bertentangan or baru.bertentangan,
    )
