"""The figures of the summary: the main indicators worst first, means with their coverage, how each unit stands."""

from collections import Counter
from dataclasses import dataclass
from decimal import Decimal

from dashboard.domain.dasar.skala import Status
from dashboard.domain.hitung.agregat import Agregat, SebaranStatus
from dashboard.domain.hitung.hasil import HasilIndikator
from dashboard.services.kinerja import Kinerja


@dataclass(frozen=True, slots=True)
class Ringkasan:
    """`utama` are the IKU; `sorotan` what the chart shows: the IKU, or the programs while all IKU wait."""

    utama: tuple[HasilIndikator, ...]
    sorotan: tuple[HasilIndikator, ...]
    rerata: Agregat
    semua: Agregat
    per_unit: tuple[SebaranStatus, ...]
    terakhir_lapor: int
    memuat_contoh: bool


def ringkasan(k: Kinerja) -> Ringkasan:
    """The summary of a computed performance."""
    utama = terburuk_dahulu(k.utama())
    semua = k.terhitung_sekali()
    return Ringkasan(
        utama=utama,
        sorotan=_sorotan(k, utama),
        rerata=k.rerata(utama),
        semua=k.rerata(semua),
        per_unit=_per_unit(k),
        terakhir_lapor=max((h.realisasi.terakhir for h in semua), default=0),
        memuat_contoh=any(h.memuat_contoh for h in semua),
    )


def _sorotan(k: Kinerja, utama: tuple[HasilIndikator, ...]) -> tuple[HasilIndikator, ...]:
    if any(h.persen is not None for h in utama):
        return utama
    program = tuple(h for h in k.terhitung_sekali() if h.indikator.jenis == "program")
    return terburuk_dahulu(program) if any(h.persen is not None for h in program) else utama


def terburuk_dahulu(hasil: tuple[HasilIndikator, ...]) -> tuple[HasilIndikator, ...]:
    """Lowest achievement first; those without a number after, by code."""
    return tuple(sorted(hasil, key=lambda h: (h.persen is None, h.persen or Decimal(0), h.kode)))


def _per_unit(k: Kinerja) -> tuple[SebaranStatus, ...]:
    hitung: dict[str, Counter[Status]] = {}
    nama = {u.kode: u.nama for u in k.data.unit}
    for h in k.terhitung_sekali():
        hitung.setdefault(k.unit_pemilik(h.kode) or "", Counter())[h.status] += 1
    baris = [
        SebaranStatus(nama.get(u, u) or "Tanpa pemilik", tuple((s, c[s]) for s in Status if c[s]))
        for u, c in hitung.items()
    ]
    return tuple(sorted(baris, key=lambda b: (-b.jumlah, b.nama)))
