"""One employee's months and year, exactly: what the screen explains and what no column of floats may hold."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction

from dashboard.domain.aturan.skp import AturanSkp
from dashboard.domain.skp.angka import mikro
from dashboard.domain.skp.baris import (
    BarisSkp,
    kegiatan_setahun,
    nilai_kegiatan,
    nilai_perilaku,
    nilai_prestasi,
    poin_kreativitas,
    poin_tugas_tambahan,
)
from dashboard.domain.skp.kalender import BULAN_TAHUNAN


@dataclass(frozen=True, slots=True)
class BarisPerilaku:
    """The behaviour sheet's row of a month: aspects by name, extra duties, creativity."""

    aspek: Mapping[str, Decimal | None] = field(default_factory=dict)
    tugas_tambahan: int | None = None
    kreativitas: str | None = None


KOSONG = BarisPerilaku()


@dataclass(frozen=True, slots=True)
class NilaiBulan:
    """One month's (or the year's) scores and what they are made of. `bulan_dihitung`: the months a year adds up.

    `aturan` are the rules they were computed by.
    """

    bulan: int
    baris: tuple[BarisSkp, ...]
    kegiatan: Fraction | None
    tugas_tambahan: int
    kreativitas: str | None
    perilaku: Fraction | None
    aturan: AturanSkp
    bulan_dihitung: tuple[int, ...] = ()
    bulan_perilaku: tuple[int, ...] = ()

    @property
    def tambahan(self) -> int:
        return self.poin_tugas + self.poin_kreativitas

    @property
    def poin_tugas(self) -> int:
        return poin_tugas_tambahan(self.tugas_tambahan, self.aturan)

    @property
    def poin_kreativitas(self) -> int:
        return poin_kreativitas(self.kreativitas, self.aturan)

    @property
    def skp(self) -> Fraction | None:
        return None if self.kegiatan is None else self.kegiatan + self.tambahan

    @property
    def prestasi(self) -> Fraction | None:
        return nilai_prestasi(self.skp, self.perilaku, self.aturan)

    @property
    def mikro(self) -> tuple[int | None, int | None, int | None]:
        """SKP, behaviour and prestasi as they are stored."""
        skp, perilaku, prestasi = (
            None if nilai is None else mikro(nilai) for nilai in (self.skp, self.perilaku, self.prestasi)
        )
        return skp, perilaku, prestasi


def hitung_pegawai(
    skp: Mapping[int, Sequence[BarisSkp]],
    perilaku: Mapping[int, BarisPerilaku],
    memimpin: str | None,
    aturan: AturanSkp,
) -> dict[int, NilaiBulan]:
    """Scores by month, and of the year under 0. `skp` and `perilaku` are by month; empty when both are."""
    bulan = sorted((set(skp) | set(perilaku)) - {BULAN_TAHUNAN})
    hasil = {b: _bulan(b, skp.get(b, ()), perilaku.get(b, KOSONG), memimpin, aturan) for b in bulan}
    if bulan or BULAN_TAHUNAN in skp or BULAN_TAHUNAN in perilaku:
        hasil[BULAN_TAHUNAN] = _tahun(skp, perilaku, hasil, memimpin, aturan)
    return dict(sorted(hasil.items()))


def _bulan(
    bulan: int, baris: Sequence[BarisSkp], perilaku: BarisPerilaku, memimpin: str | None, aturan: AturanSkp
) -> NilaiBulan:
    return NilaiBulan(
        bulan,
        tuple(baris),
        nilai_kegiatan(baris, aturan),
        perilaku.tugas_tambahan or 0,
        perilaku.kreativitas,
        nilai_perilaku(perilaku.aspek, memimpin),
        aturan,
    )


def _tahun(
    skp: Mapping[int, Sequence[BarisSkp]],
    perilaku: Mapping[int, BarisPerilaku],
    bulan: Mapping[int, NilaiBulan],
    memimpin: str | None,
    aturan: AturanSkp,
) -> NilaiBulan:
    """An annual SKP that was handed in holds; else the scored months are added up."""
    dinilai = tuple(b for b, nilai in bulan.items() if nilai.kegiatan is not None)
    diserahkan = tuple(skp.get(BULAN_TAHUNAN, ()))
    baris = diserahkan or kegiatan_setahun(skp[b] for b in dinilai)
    setahun = perilaku.get(BULAN_TAHUNAN, KOSONG)
    tugas = setahun.tugas_tambahan
    if tugas is None:
        tugas = sum(nilai.tugas_tambahan for nilai in bulan.values())
    tingkat = max(
        (setahun.kreativitas, *(nilai.kreativitas for nilai in bulan.values())),
        key=lambda satu: poin_kreativitas(satu, aturan),
    )
    nilai_tahunan = nilai_perilaku(setahun.aspek, memimpin)
    per_bulan = {b: nilai.perilaku for b, nilai in bulan.items() if nilai.perilaku is not None}
    if nilai_tahunan is None and per_bulan:
        nilai_tahunan = sum(per_bulan.values(), Fraction(0)) / len(per_bulan)
    elif nilai_tahunan is not None:
        per_bulan = {}
    return NilaiBulan(
        BULAN_TAHUNAN,
        baris,
        nilai_kegiatan(baris, aturan),
        tugas,
        tingkat,
        nilai_tahunan,
        aturan,
        () if diserahkan else dinilai,
        tuple(per_bulan),
    )
