"""What is possible but odd about a value: a question that a yes answers, never a refusal.

Set for this dashboard [R].
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from statistics import median

from dashboard.domain.dasar.angka import tulis_angka
from dashboard.domain.dasar.satuan_ukur import persen
from dashboard.domain.dasar.tanggal import tulis_tanggal
from dashboard.domain.entri.aturan import Entri

LIPAT = 4
"""A value this many times the usual one is asked about."""
SELURUHNYA = Decimal(100)


@dataclass(frozen=True, slots=True)
class Pertanyaan:
    """A question at one cell. Its sentence names the figures, so that a yes to it holds for these only."""

    bagian: str
    kalimat: str


@dataclass(frozen=True, slots=True)
class Kebiasaan:
    """What is usual for a value: its unit, the highest target, and what earlier periods of its kind reported."""

    satuan: str | None = None
    target: Decimal | None = None
    lalu: tuple[Decimal, ...] = ()


def yang_ganjil(entri: Entri, biasa: Kebiasaan, hari_ini: date) -> tuple[Pertanyaan, ...]:
    """The questions about an entry, none of which keeps it from being handed in once answered."""
    return tuple(_pertanyaan(entri, biasa, hari_ini))


def _pertanyaan(entri: Entri, biasa: Kebiasaan, hari_ini: date) -> Iterator[Pertanyaan]:
    nilai, atas, bawah = entri.nilai, entri.pembilang, entri.penyebut
    if atas is not None and bawah is not None and atas > bawah:
        kalimat = f"{tulis_angka(atas)} dari {tulis_angka(bawah)} lebih dari seluruhnya. Sudah benar?"
        yield Pertanyaan("pembilang", kalimat)
    elif nilai is not None and persen(biasa.satuan) and nilai > max(SELURUHNYA, biasa.target or SELURUHNYA):
        yield Pertanyaan("nilai", f"{tulis_angka(nilai)} % lebih dari seluruhnya. Sudah benar?")
    elif nilai is not None and (tengah := _tengah(biasa.lalu)) > 0 and nilai >= LIPAT * tengah:
        kali = tulis_angka(nilai // tengah)
        yield Pertanyaan(
            "nilai", f"{tulis_angka(nilai)} itu {kali} kali biasanya ({tulis_angka(tengah)}). Sudah benar?"
        )
    if entri.batas_waktu is not None and entri.batas_waktu < hari_ini:
        yield Pertanyaan("batas_waktu", f"Batas waktu {tulis_tanggal(entri.batas_waktu)} sudah lewat. Sudah benar?")


def _tengah(lalu: Sequence[Decimal]) -> Decimal:
    """The middle of what was reported; a quarter of nothing says nothing about the next."""
    berisi = [satu for satu in lalu if satu > 0]
    return median(berisi) if berisi else Decimal(0)
