"""What moves when a value moves: the official graph over changed leaves, nothing invented.

Source: DOMAIN.md section 6. Only the links of a formula carry a number (dashboard/domain/hitung/graf.py); a reported
value that differs from its formula keeps that distance. No change gives the official number in every node.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from dashboard.domain.dasar.indikator import DataKinerja, Indikator, Komponen, Rumus
from dashboard.domain.dasar.lingkaran import urutan_hitung
from dashboard.domain.dasar.penjelasan import Kepastian
from dashboard.domain.hitung.graf import NilaiSimpul, bagian_rumus, komponen_per_induk, terapkan_rumus
from dashboard.domain.hitung.hasil import HasilTahun

TAK_DIKENAL = NilaiSimpul(None, Kepastian.TIDAK_DIKETAHUI)


@dataclass(frozen=True, slots=True)
class Graf:
    """The formulas of one agency with their official values; `urutan` has children before parents."""

    indikator: Mapping[str, Indikator]
    bagian: Mapping[str, tuple[Komponen, ...]]
    nilai: Mapping[str, NilaiSimpul]
    urutan: tuple[str, ...]

    def daun(self, kode: str) -> tuple[str, ...]:
        """The codes at the bottom of an indicator's formula, sorted; empty when it has no formula."""
        hasil: set[str] = set()
        tumpukan = [k.komponen for k in self.bagian.get(kode, ())]
        while tumpukan:
            satu = tumpukan.pop()
            bawah = self.bagian.get(satu, ())
            tumpukan.extend(k.komponen for k in bawah)
            if not bawah:
                hasil.add(satu)
        return tuple(sorted(hasil))


def susun_graf(data: DataKinerja, hasil: HasilTahun) -> Graf:
    """The formula graph behind a computed year."""
    indikator = {i.kode: i for i in data.indikator}
    bagian = {
        induk: isi
        for induk, ks in komponen_per_induk(data.komponen).items()
        if induk in indikator and (isi := bagian_rumus(indikator[induk], ks))
    }
    nilai = {k.komponen: TAK_DIKENAL for ks in bagian.values() for k in ks}
    nilai.update(hasil.variabel)
    nilai.update({kode: h.simpul for kode, h in hasil.indikator.items()})
    urutan = urutan_hitung(sorted(indikator), {i: [k.komponen for k in ks] for i, ks in bagian.items()})
    return Graf(indikator, bagian, nilai, tuple(urutan))


def dengan_nilai(graf: Graf, ubahan: Mapping[str, Decimal]) -> Mapping[str, NilaiSimpul]:
    """The values of all nodes when those in `ubahan` take other values and everything else stays."""
    nilai = dict(graf.nilai)
    berubah = set()
    for kode in (*(k for k in ubahan if k not in graf.indikator), *graf.urutan):
        lama = graf.nilai.get(kode, TAK_DIKENAL)
        if kode in ubahan:
            nilai[kode] = replace(lama, nilai=ubahan[kode])
        elif any(k.komponen in berubah for k in graf.bagian.get(kode, ())):
            nilai[kode] = _hitung_ulang(graf, kode, lama, nilai)
        if nilai.get(kode, TAK_DIKENAL).nilai != lama.nilai:
            berubah.add(kode)
    return nilai


def _hitung_ulang(graf: Graf, kode: str, lama: NilaiSimpul, nilai: Mapping[str, NilaiSimpul]) -> NilaiSimpul:
    """The formula over the new values, at the old distance from the report."""
    bagian = graf.bagian[kode]
    baru = terapkan_rumus(graf.indikator[kode], bagian, nilai, _stok_awal(graf, kode, lama))
    if lama.nilai is None or baru.nilai is None:
        return baru
    if lama.terhitung is None:
        return lama
    return replace(baru, nilai=lama.nilai + (baru.nilai - lama.terhitung))


def _stok_awal(graf: Graf, kode: str, lama: NilaiSimpul) -> NilaiSimpul | None:
    """Last year's end of a stock, read back from the official computation."""
    if graf.indikator[kode].rumus is not Rumus.STOK or lama.terhitung is None:
        return None
    perubahan = jumlah_suku(graf.bagian[kode], graf.nilai)
    return NilaiSimpul(lama.terhitung - perubahan)


def jumlah_suku(bagian: Sequence[Komponen], nilai: Mapping[str, NilaiSimpul]) -> Decimal:
    """The weighted sum of terms that all have a value."""
    return sum((k.bobot * (nilai[k.komponen].nilai or Decimal(0)) for k in bagian), Decimal(0))
