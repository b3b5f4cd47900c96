"""SKP of one employee, exactly: aspects, rows, months and the year in fractions.

Source: the rows of data_access/aturan/skp.csv (DOMAIN.md section 3). This is the rule as it is written; `kolom.py`
applies it to whole columns and comes back here where a float could not decide.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from dashboard.domain.aturan.skp import SERATUS, AturanSkp


class Kreativitas(StrEnum):
    """Who benefits from what an employee created."""

    TIDAK = "tidak"
    SKPD = "skpd"
    PEMDA = "pemda"
    NEGARA = "negara"


ASPEK_PERILAKU = ("orientasi_pelayanan", "integritas", "komitmen", "disiplin", "kerjasama")
KEPEMIMPINAN = "kepemimpinan"
ASPEK_SKP = ("kuantitas", "kualitas", "waktu", "biaya")
KOLOM_ANGKA = tuple(f"{sisi}_{aspek}" for aspek in ASPEK_SKP for sisi in ("target", "realisasi"))


@dataclass(frozen=True, slots=True)
class BarisSkp:
    """One kegiatan tugas jabatan of a month. `target_kuantitas` None: not targeted that month."""

    no: str
    kegiatan: str
    target_kuantitas: Decimal | None
    target_kualitas: Decimal | None = None
    target_waktu: Decimal | None = None
    target_biaya: Decimal | None = None
    realisasi_kuantitas: Decimal | None = None
    realisasi_kualitas: Decimal | None = None
    realisasi_waktu: Decimal | None = None
    realisasi_biaya: Decimal | None = None

    @property
    def ditargetkan(self) -> bool:
        return self.target_kuantitas is not None

    @property
    def berbiaya(self) -> bool:
        """Only a cost target above zero brings the fourth aspect."""
        return bool(self.target_biaya)

    @property
    def mutu_tanpa_hasil(self) -> bool:
        """A finding: nothing was made, yet its quality was assessed."""
        return self.realisasi_kuantitas == 0 and bool(self.realisasi_kualitas)


@dataclass(frozen=True, slots=True)
class NilaiAspek:
    """The value of each aspect in points; None where a realisation or its target is missing."""

    kuantitas: Fraction | None
    kualitas: Fraction | None
    waktu: Fraction | None
    biaya: Fraction | None
    berbiaya: bool

    @property
    def dipakai(self) -> tuple[Fraction | None, ...]:
        tiga = (self.kuantitas, self.kualitas, self.waktu)
        return (*tiga, self.biaya) if self.berbiaya else tiga

    @property
    def nilai(self) -> Fraction | None:
        """The mean of the three or four aspects that count."""
        ada = [satu for satu in self.dipakai if satu is not None]
        return sum(ada, Fraction(0)) / len(ada) if len(ada) == len(self.dipakai) else None


def aspek(baris: BarisSkp, aturan: AturanSkp) -> NilaiAspek:
    """Score one row. Raises ValueError where a target is not above zero."""
    kosong = baris.realisasi_kuantitas == 0
    return NilaiAspek(
        _perbandingan(baris.realisasi_kuantitas, baris.target_kuantitas),
        _perbandingan(baris.realisasi_kualitas, baris.target_kualitas),
        _hemat(baris.realisasi_waktu, baris.target_waktu, kosong, aturan),
        _hemat(baris.realisasi_biaya, baris.target_biaya, kosong, aturan) if baris.berbiaya else None,
        baris.berbiaya,
    )


def _perbandingan(realisasi: Decimal | None, target: Decimal | None) -> Fraction | None:
    if realisasi is None or target is None:
        return None
    if target <= 0:
        raise ValueError("target tidak boleh nol")
    return SERATUS * Fraction(realisasi) / Fraction(target)


def _hemat(
    realisasi: Decimal | None, target: Decimal | None, tidak_dikerjakan: bool, aturan: AturanSkp
) -> Fraction | None:
    """Time and cost: efficiency up to the bound is rewarded, more than that is a target set too wide."""
    if target is None or (realisasi is None and not tidak_dikerjakan):
        return None
    if tidak_dikerjakan or realisasi is None:
        return Fraction(0)
    persen = _perbandingan(realisasi, target)
    if persen is None:
        return None
    wajar = SERATUS - persen <= aturan.batas.pecahan
    return aturan.puncak - persen if wajar else persen + aturan.geser


def nilai_kegiatan(baris: Iterable[BarisSkp], aturan: AturanSkp) -> Fraction | None:
    """The mean of the rows targeted; None when there are none or one is not reported in full."""
    nilai = [aspek(satu, aturan).nilai for satu in baris if satu.ditargetkan]
    lengkap = [satu for satu in nilai if satu is not None]
    return sum(lengkap, Fraction(0)) / len(nilai) if nilai and len(lengkap) == len(nilai) else None


def poin_tugas_tambahan(jumlah: int | None, aturan: AturanSkp) -> int:
    return max((poin for mulai, poin in aturan.tangga_tugas if (jumlah or 0) >= mulai), default=0)


def poin_kreativitas(tingkat: str | None, aturan: AturanSkp) -> int:
    """Raises ValueError on a level that is none."""
    return aturan.poin_kreativitas.get(Kreativitas(tingkat or Kreativitas.TIDAK), 0)


def jumlah_aspek(memimpin: str | None, kepemimpinan: Decimal | None) -> int:
    """Six aspects for who leads, else five; where `memimpin` was left open, what was filled in decides."""
    return 6 if memimpin == "ya" or (memimpin != "tidak" and kepemimpinan is not None) else 5


def nilai_perilaku(aspek_perilaku: Mapping[str, Decimal | None], memimpin: str | None) -> Fraction | None:
    """The mean of five or six aspects; a missing one leaves no value, it never counts as zero."""
    enam = jumlah_aspek(memimpin, aspek_perilaku.get(KEPEMIMPINAN)) == 6
    nama = (*ASPEK_PERILAKU, KEPEMIMPINAN) if enam else ASPEK_PERILAKU
    isi = [nilai for satu in nama if (nilai := aspek_perilaku.get(satu)) is not None]
    return sum(map(Fraction, isi), Fraction(0)) / len(nama) if len(isi) == len(nama) else None


def nilai_prestasi(skp: Fraction | None, perilaku: Fraction | None, aturan: AturanSkp) -> Fraction | None:
    """The weighted sum of SKP and behaviour; without both there is none."""
    if skp is None or perilaku is None:
        return None
    return aturan.bagian_skp * skp + aturan.bagian_perilaku * perilaku


def kegiatan_setahun(bulan: Iterable[Sequence[BarisSkp]]) -> tuple[BarisSkp, ...]:
    """The year's rows out of the scored months: sums per kegiatan. Averages of quality compare as their sums do."""
    per_kegiatan: dict[tuple[str, str], list[BarisSkp]] = {}
    for satu_bulan in bulan:
        for baris in satu_bulan:
            if baris.ditargetkan:
                per_kegiatan.setdefault((baris.no, baris.kegiatan), []).append(baris)
    return tuple(_jumlah_kegiatan(no, nama, baris) for (no, nama), baris in sorted(per_kegiatan.items()))


def _jumlah_kegiatan(no: str, kegiatan: str, baris: Sequence[BarisSkp]) -> BarisSkp:
    jumlah: dict[str, Decimal | None] = {
        kolom: sum((nilai for b in baris if (nilai := getattr(b, kolom)) is not None), Decimal(0))
        for kolom in KOLOM_ANGKA
        if not kolom.endswith("biaya")
    }
    berbiaya = [b for b in baris if b.berbiaya]
    if berbiaya:
        jumlah["target_biaya"] = sum((b.target_biaya or Decimal(0) for b in berbiaya), Decimal(0))
        jumlah["realisasi_biaya"] = sum((b.realisasi_biaya or Decimal(0) for b in berbiaya), Decimal(0))
    return BarisSkp(no, kegiatan, **jumlah)
