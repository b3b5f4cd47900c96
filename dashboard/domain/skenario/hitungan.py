"""What-if: the official calculation over changed inputs, and nothing else.

Source: DOMAIN.md section 6. A scenario replaces values at the reporting position; hasil.hitung_tahun does the rest.
No change gives the official number in every node.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from dashboard.domain.dasar.indikator import DataKinerja
from dashboard.domain.dasar.penjelasan import Kepastian
from dashboard.domain.hitung.hasil import HasilIndikator, HasilTahun, hitung_tahun
from dashboard.domain.skenario.arah import Arah, arah_di_atas
from dashboard.domain.skenario.batas import Jepitan
from dashboard.domain.skenario.dasar import Bagian, DasarSkenario, KunciUbahan, Ubahan
from dashboard.domain.skenario.masukan import tulis_realisasi, tulis_target
from dashboard.domain.skenario.rambat import Rambatan, rambatkan


@dataclass(frozen=True, slots=True)
class SimpulSkenario:
    """One indicator before and after. `masukan` says that the scenario itself set its value or its target.

    `selisih` is the reported minus computed difference that the scenario keeps, None where there is none.
    """

    lama: HasilIndikator
    baru: HasilIndikator
    kepastian: Kepastian
    masukan: bool = False
    selisih: Decimal | None = None

    @property
    def kode(self) -> str:
        return self.lama.kode

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
    rambatan: Rambatan

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
    rambatan = rambatkan(dasar, ubahan)
    bertarget = {k.kode for k in ubahan if k.bagian is Bagian.TARGET}
    pewaris = {h.kode for h in dasar.hasil.indikator.values() if not bertarget.isdisjoint(h.target_dari)}
    kena = {*rambatan.nilai, *bertarget, *pewaris} & set(dasar.hasil.indikator)
    baru = hitung_tahun(_bagian_data(_terapkan(dasar, ubahan, rambatan), dasar, kena), dasar.sd, dasar.aturan)
    simpul = {kode: _simpul(dasar, ubahan, rambatan, kode, baru.indikator[kode]) for kode in sorted(kena)}
    return HasilSkenario(dict(ubahan), simpul, arah_di_atas(dasar, rambatan), rambatan.jepitan, rambatan)


def data_skenario(dasar: DasarSkenario, ubahan: Ubahan) -> DataKinerja:
    """The whole year's data with the scenario's inputs in it: what a fresh official calculation would start from."""
    return _terapkan(dasar, ubahan, rambatkan(dasar, ubahan))


def hasil_penuh(dasar: DasarSkenario, ubahan: Ubahan) -> HasilTahun:
    """The fresh official calculation of every indicator over `data_skenario`."""
    return hitung_tahun(data_skenario(dasar, ubahan), dasar.sd, dasar.aturan)


def sumbangan(dasar: DasarSkenario, ubahan: Ubahan, kode: str) -> Sumbangan | None:
    """The contribution of each change to the value of an indicator, one at a time. None without a number."""
    awal = dasar.graf.nilai[kode].nilai
    akhir = nilai_dalam(dasar, rambatkan(dasar, ubahan), kode)
    if awal is None or akhir is None:
        return None
    bagian = []
    for kunci, nilai in ubahan.items():
        sendiri = nilai_dalam(dasar, rambatkan(dasar, {kunci: nilai}), kode)
        if sendiri is not None and sendiri != awal:
            bagian.append((kunci, sendiri - awal))
    bagian.sort(key=lambda satu: (-abs(satu[1]), satu[0]))
    jumlah = sum((besar for _, besar in bagian), Decimal(0))
    return Sumbangan(akhir - awal, tuple(bagian), akhir - awal - jumlah)


def nilai_dalam(dasar: DasarSkenario, rambatan: Rambatan, kode: str) -> Decimal | None:
    """The value of a node after propagation, the official one where nothing reached it."""
    return (rambatan.nilai.get(kode) or dasar.graf.nilai[kode]).nilai


def _simpul(
    dasar: DasarSkenario, ubahan: Ubahan, rambatan: Rambatan, kode: str, baru: HasilIndikator
) -> SimpulSkenario:
    lama = dasar.hasil.indikator[kode]
    kepastian = rambatan.nilai[kode].kepastian if kode in rambatan.nilai else lama.kepastian
    masukan = any(k.kode == kode for k in ubahan)
    return SimpulSkenario(lama, baru, kepastian, masukan, rambatan.selisih.get(kode))


def _terapkan(dasar: DasarSkenario, ubahan: Ubahan, rambatan: Rambatan) -> DataKinerja:
    """The official rows with those of changed codes written anew."""
    nilai = {kode: rambatan.nilai[kode].nilai for kode in rambatan.ditulis}
    target = {k.kode: nilai for k, nilai in ubahan.items() if k.bagian is Bagian.TARGET}
    realisasi = [r for r in dasar.data.realisasi if r.indikator not in nilai]
    for kode, isi in nilai.items():
        realisasi += tulis_realisasi(dasar, kode, isi)
    baris = [t for t in dasar.data.target if t.indikator not in target]
    for kode, isi in target.items():
        baris += tulis_target(dasar, kode, isi)
    return replace(dasar.data, realisasi=tuple(realisasi), target=tuple(baris))


def _bagian_data(data: DataKinerja, dasar: DasarSkenario, kena: set[str]) -> DataKinerja:
    """Only what the reached indicators are computed from: they, everything below them, and its rows."""
    perlu = dasar.di_bawah(kena)
    return replace(
        data,
        indikator=tuple(i for i in data.indikator if i.kode in perlu),
        komponen=tuple(k for k in data.komponen if k.indikator in perlu and k.komponen in perlu),
        variabel=tuple(v for v in data.variabel if v.kode in perlu),
        target=tuple(t for t in data.target if t.indikator in perlu),
        realisasi=tuple(r for r in data.realisasi if r.indikator in perlu),
    )
