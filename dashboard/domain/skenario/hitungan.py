"""What-if: the official calculation over changed inputs, and nothing else.

Source: DOMAIN.md section 6. A scenario sets inputs at the reporting position; hitung/tahun.py does the rest.
No change gives the official number in every node.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from dashboard.domain.dasar.penjelasan import Kepastian
from dashboard.domain.hitung.batas import Jepitan
from dashboard.domain.hitung.hasil import HasilIndikator
from dashboard.domain.hitung.tahun import dengan_masukan, ubah
from dashboard.domain.skenario.arah import Arah, arah_di_atas
from dashboard.domain.skenario.dasar import DasarSkenario, KunciUbahan, Ubahan
from dashboard.domain.skenario.masukan import baca_masukan, bagian_target, propagate_ubahan


@dataclass(frozen=True, slots=True)
class SimpulSkenario:
    """One indicator before and after.

    `selisih` is the reported minus computed difference that the scenario keeps, None where there is none.
    """

    lama: HasilIndikator
    baru: HasilIndikator
    selisih: Decimal | None = None

    @property
    def kode(self) -> str:
        return self.lama.kode

    @property
    def masukan(self) -> bool:
        """Whether the scenario itself set its value."""
        return self.baru.simpul.masukan and self.baru.simpul is not self.lama.simpul

    @property
    def kepastian(self) -> Kepastian:
        return self.baru.kepastian

    @property
    def berubah(self) -> bool:
        return self.lama.nilai != self.baru.nilai or self.lama.persen != self.baru.persen

    @property
    def pindah_kelas(self) -> bool:
        return (self.lama.status, self.lama.predikat) != (self.baru.status, self.baru.predikat)


@dataclass(frozen=True, slots=True)
class HasilSkenario:
    """Every indicator the changes reach with a number, by code; above them only directions."""

    ubahan: Ubahan
    simpul: Mapping[str, SimpulSkenario]
    arah: tuple[Arah, ...]
    jepitan: tuple[Jepitan, ...]

    def baru(self, dasar: DasarSkenario, kode: str) -> HasilIndikator:
        """The indicator in the scenario: changed, or as it officially is."""
        return self.simpul[kode].baru if kode in self.simpul else dasar.hasil.indikator[kode]


@dataclass(frozen=True, slots=True)
class Sumbangan:
    """What each change does to one indicator alone, and what only their combination does (`bersama`)."""

    total: Decimal
    per_ubahan: tuple[tuple[KunciUbahan, Decimal], ...]
    bersama: Decimal


def hitung_skenario(dasar: DasarSkenario, ubahan: Ubahan) -> HasilSkenario:
    """The scenario. Raises KeyError on a code the agency does not have."""
    masukan, jepitan = baca_masukan(dasar, ubahan)
    baru = ubah(dasar.hasil, masukan, dasar.aturan)
    simpul = {
        kode: SimpulSkenario(dasar.hasil.indikator[kode], h, baru.propagation.selisih.get(kode))
        for kode, h in baru.indikator.items()
    }
    arah = arah_di_atas(dasar.graph, baru.propagation)
    return HasilSkenario(dict(ubahan), simpul, arah, (*baru.propagation.jepitan, *jepitan))


def dasar_skenario(dasar: DasarSkenario, ubahan: Ubahan) -> DasarSkenario:
    """The scenario as a start of its own: what it sets is what further changes start from."""
    masukan, _ = baca_masukan(dasar, ubahan)
    return replace(dasar, hasil=dengan_masukan(dasar.hasil, masukan, dasar.aturan))


def sumbangan(dasar: DasarSkenario, ubahan: Ubahan, kode: str) -> Sumbangan | None:
    """The contribution of each change to the value of an indicator, one at a time. None without a number."""
    awal = dasar.nilai(kode).nilai
    akhir = nilai_dalam(dasar, ubahan, kode)
    if awal is None or akhir is None:
        return None
    bagian = []
    for kunci, nilai in ubahan.items():
        sendiri = nilai_dalam(dasar, {kunci: nilai}, kode)
        if sendiri is not None and sendiri != awal:
            bagian.append((kunci, sendiri - awal))
    bagian.sort(key=lambda satu: (-abs(satu[1]), satu[0]))
    jumlah = sum((besar for _, besar in bagian), Decimal(0))
    return Sumbangan(akhir - awal, tuple(bagian), akhir - awal - jumlah)


def sumbangan_target(dasar: DasarSkenario, ubahan: Ubahan, kode: str) -> tuple[tuple[str, SimpulSkenario], ...]:
    """What each changed target does alone to the capaian and class of an indicator, by the target's code."""
    sendiri = ((asal, hitung_skenario(dasar, isi).simpul) for asal, isi in sorted(bagian_target(ubahan).items()))
    return tuple((asal, n[kode]) for asal, n in sendiri if kode in n and (n[kode].berubah or n[kode].pindah_kelas))


def nilai_dalam(dasar: DasarSkenario, ubahan: Ubahan, kode: str) -> Decimal | None:
    """The value of a node in a scenario, the official one where nothing reaches it."""
    return propagate_ubahan(dasar, ubahan).nilai.get(kode, dasar.nilai(kode)).nilai
