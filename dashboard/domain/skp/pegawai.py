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
from dashboard.domain.skp.kalender import BULAN_TAHUNAN, BULAN_TERAKHIR, bulan_ditunggu


@dataclass(frozen=True, slots=True)
class BarisPerilaku:
    """The behaviour sheet's row of a month: aspects by name, extra duties, creativity."""

    aspek: Mapping[str, Decimal | None] = field(default_factory=dict)
    tugas_tambahan: int | None = None
    kreativitas: str | None = None


KOSONG = BarisPerilaku()


@dataclass(frozen=True, slots=True)
class NilaiBulan:
    """One month's (or the year's) scores and what they are made of; `aturan` are the rules they were computed by.

    A year that was not handed in (`diserahkan`) adds up `bulan_dihitung`, the reported ones of `bulan_ditunggu`; its
    behaviour is the mean of `bulan_perilaku`, unless it has one of its own. While a month it waits for lacks either,
    the year has no prestasi, only one to date.
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
    bulan_ditunggu: tuple[int, ...] = ()
    diserahkan: bool = False

    @property
    def bertarget(self) -> bool:
        """Whether any kegiatan is targeted."""
        return any(satu.ditargetkan for satu in self.baris)

    @property
    def kegiatan_lengkap(self) -> bool:
        """Whether the kegiatan of no month are missing."""
        return self.diserahkan or self.bulan_dihitung == self.bulan_ditunggu

    @property
    def perilaku_lengkap(self) -> bool:
        """Whether the behaviour is not that of some months only."""
        return not self.bulan_perilaku or set(self.bulan_ditunggu) <= set(self.bulan_perilaku)

    @property
    def lengkap(self) -> bool:
        """Whether no month is missing, in kegiatan or behaviour."""
        return self.kegiatan_lengkap and self.perilaku_lengkap

    @property
    def bulan_selesai(self) -> tuple[int, ...]:
        """The months whose kegiatan and behaviour are both in the year to date."""
        dihitung = self.bulan_ditunggu if self.diserahkan else self.bulan_dihitung
        return tuple(b for b in dihitung if not self.bulan_perilaku or b in self.bulan_perilaku)

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
    def skp_berjalan(self) -> Fraction | None:
        """Of the months added up, whether or not they are the whole year."""
        return None if self.kegiatan is None else self.kegiatan + self.tambahan

    @property
    def prestasi_berjalan(self) -> Fraction | None:
        return nilai_prestasi(self.skp_berjalan, self.perilaku, self.aturan)

    @property
    def skp(self) -> Fraction | None:
        return self.skp_berjalan if self.kegiatan_lengkap else None

    @property
    def prestasi(self) -> Fraction | None:
        return self.prestasi_berjalan if self.lengkap else None

    @property
    def mikro(self) -> tuple[int | None, int | None, int | None]:
        """SKP, behaviour and prestasi as they are stored; nothing of a year that is not complete."""
        return _mikro(self.skp, self.perilaku if self.lengkap else None, self.prestasi)

    @property
    def mikro_berjalan(self) -> tuple[int | None, int | None, int | None]:
        """The same to date."""
        return _mikro(self.skp_berjalan, self.perilaku, self.prestasi_berjalan)


def _mikro(*nilai: Fraction | None) -> tuple[int | None, int | None, int | None]:
    skp, sikap, prestasi = (None if satu is None else mikro(satu) for satu in nilai)
    return skp, sikap, prestasi


def hitung_pegawai(
    skp: Mapping[int, Sequence[BarisSkp]],
    perilaku: Mapping[int, BarisPerilaku],
    memimpin: str | None,
    aturan: AturanSkp,
    sampai: int = BULAN_TERAKHIR,
) -> dict[int, NilaiBulan]:
    """Scores by month, and of the year under 0. `skp` and `perilaku` are by month; empty when both are.

    A year that is not complete has a score to date over the reported months up to `sampai`.
    """
    bulan = sorted((set(skp) | set(perilaku)) - {BULAN_TAHUNAN})
    hasil = {b: _bulan(b, skp.get(b, ()), perilaku.get(b, KOSONG), memimpin, aturan) for b in bulan}
    if bulan or BULAN_TAHUNAN in skp or BULAN_TAHUNAN in perilaku:
        hasil[BULAN_TAHUNAN] = _tahun(skp, perilaku, hasil, memimpin, aturan, sampai)
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
    sampai: int,
) -> NilaiBulan:
    """An annual SKP that was handed in holds; else the months are added up."""
    diserahkan = tuple(skp.get(BULAN_TAHUNAN, ()))
    setahun = perilaku.get(BULAN_TAHUNAN, KOSONG)
    sikap = nilai_perilaku(setahun.aspek, memimpin)
    bersikap = {b for b, isi in bulan.items() if isi.perilaku is not None and sikap is None}
    berbaris = {b for b, isi in skp.items() if b != BULAN_TAHUNAN and isi}
    tanpa_target = {b for b in berbaris if not bulan[b].bertarget}
    ditunggu = bulan_ditunggu(berbaris or (bersikap if diserahkan else ()), tanpa_target)
    berkegiatan = {b for b, isi in bulan.items() if diserahkan or isi.kegiatan is not None}
    if any(b not in berkegiatan or (bersikap and b not in bersikap) for b in ditunggu):
        bulan = {b: isi for b, isi in bulan.items() if b <= sampai}
    dinilai = () if diserahkan else tuple(b for b, isi in bulan.items() if isi.kegiatan is not None)
    baris = diserahkan or kegiatan_setahun(skp[b] for b in dinilai)
    tugas = setahun.tugas_tambahan
    if tugas is None:
        tugas = sum(nilai.tugas_tambahan for nilai in bulan.values())
    tingkat = max(
        (setahun.kreativitas, *(nilai.kreativitas for nilai in bulan.values())),
        key=lambda satu: poin_kreativitas(satu, aturan),
    )
    per_bulan = {b: nilai.perilaku for b, nilai in bulan.items() if nilai.perilaku is not None and b in bersikap}
    if per_bulan:
        sikap = sum(per_bulan.values(), Fraction(0)) / len(per_bulan)
    return NilaiBulan(
        BULAN_TAHUNAN,
        baris,
        nilai_kegiatan(baris, aturan),
        tugas,
        tingkat,
        sikap,
        aturan,
        bulan_dihitung=dinilai,
        bulan_perilaku=tuple(per_bulan),
        bulan_ditunggu=ditunggu,
        diserahkan=bool(diserahkan),
    )
