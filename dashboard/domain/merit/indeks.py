"""The merit index as what it is: an index with criteria, a maximum and a scale; and the gaps in it.

Source: DOMAIN.md section 5. Nothing here computes a score: the values are those of hasil.hitung_tahun.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from dashboard.domain.aturan.berlaku import AturanBerlaku
from dashboard.domain.aturan.merit import NOL, Instrumen
from dashboard.domain.dasar.penjelasan import bulat2
from dashboard.domain.dasar.skala import Kelas, klasifikasi
from dashboard.domain.hitung.capaian import NilaiTarget
from dashboard.domain.hitung.hasil import JENIS_PUNCAK, SKALA_MERIT, HasilIndikator, HasilTahun, kelas_indeks
from dashboard.domain.merit.jalur_termurah import Pekerjaan

UPAYA_BAWAAN = Decimal(1)


@dataclass(frozen=True, slots=True)
class Unsur:
    """A criterion or sub item: its result, the weight with which it enters its parent, and its own parts."""

    hasil: HasilIndikator
    bobot: Decimal = Decimal(1)
    bagian: tuple["Unsur", ...] = ()

    @property
    def kode(self) -> str:
        return self.hasil.kode

    @property
    def sasaran(self) -> NilaiTarget | None:
        """The target to date, else the year's: a number or a range."""
        return self.hasil.target.sampai or self.hasil.target.tahunan

    @property
    def target(self) -> Decimal | None:
        """The number to reach, the lower bound of a range."""
        return self.sasaran.acuan if self.sasaran else None

    @property
    def maks(self) -> Decimal | None:
        return self.hasil.indikator.maks

    @property
    def ke_target(self) -> Decimal | None:
        """Points missing to the target; negative when above it. Nothing where both are shown as one number."""
        beda = _beda(self.target, self.hasil.nilai)
        return NOL if beda is not None and not bulat2(beda) else beda

    @property
    def ke_maks(self) -> Decimal | None:
        return _beda(self.maks, self.hasil.nilai)


@dataclass(frozen=True, slots=True)
class PetaMerit:
    """The index with its criteria (what matters first), its categories and its instrument."""

    indeks: Unsur
    kriteria: tuple[Unsur, ...]
    kelas: tuple[Kelas, ...]
    instrumen: Instrumen | None


def indeks_merit(hasil: HasilTahun) -> tuple[HasilIndikator, ...]:
    """The indicators that are a merit index; one that merely repeats another (its only target's source) comes first."""
    semua = [h for h in hasil.indikator.values() if h.indikator.instrumen == SKALA_MERIT]
    puncak = [h for h in semua if h.indikator.jenis in JENIS_PUNCAK]
    terwakili = {k for h in puncak for k in h.target_dari}
    return tuple(sorted((h for h in puncak if h.kode not in terwakili), key=lambda h: (h.indikator.jenis, h.kode)))


def peta_merit(hasil: HasilTahun, kode: str, aturan: AturanBerlaku) -> PetaMerit:
    """The map of one merit index, by the classes and the instrument in force."""
    indeks = _unsur(hasil, kode, Decimal(1))
    kriteria = tuple(u for u in indeks.bagian if u.hasil.indikator.jenis == "kriteria")
    kelas = kelas_indeks(indeks.hasil.indikator, SKALA_MERIT, aturan)
    return PetaMerit(indeks, tuple(sorted(kriteria, key=_yang_penting)), kelas, aturan.merit)


def _unsur(hasil: HasilTahun, kode: str, bobot: Decimal) -> Unsur:
    anak = [k for k in hasil.graph.bagian.get(kode, ()) if k.komponen in hasil.indikator]
    return Unsur(hasil.indikator[kode], bobot, tuple(_unsur(hasil, k.komponen, k.bobot) for k in anak))


def _yang_penting(u: Unsur) -> tuple[bool, Decimal, Decimal, str]:
    """Widest gap to the target first, then most points left to the maximum."""
    return (u.ke_target is None, -max(u.ke_target or NOL, NOL), -(u.ke_maks or NOL), u.kode)


def kategori(nilai: Decimal | None, kelas: Sequence[Kelas]) -> Kelas | None:
    return klasifikasi(nilai, kelas) if nilai is not None and kelas else None


def kategori_berikut(nilai: Decimal, kelas: Sequence[Kelas]) -> tuple[Kelas, Decimal] | None:
    """The next better category and the points missing to it; None at the top.

    Read, as the category itself, from the score as it is shown (half-up to two decimals).
    """
    nilai = bulat2(nilai)
    lebih = [(k, k.batas - nilai) for k in kelas if k.batas is not None and k.batas > nilai]
    return min(lebih, key=lambda satu: satu[1], default=None)


def kelonggaran(nilai: Decimal, kelas: Sequence[Kelas]) -> Decimal | None:
    """Points the score may lose before its category changes; None in the last one."""
    kini = kategori(nilai, kelas)
    return bulat2(nilai) - kini.batas if kini is not None and kini.batas is not None else None


def pekerjaan(peta: PetaMerit, nilai: Callable[[str], Decimal | None]) -> tuple[list[Pekerjaan], dict[str, Decimal]]:
    """What can be raised to full and by how much, given present values; and each criterion's room to its maximum.

    Sub items where a criterion has them, else the criterion itself. An unknown effort counts as one.
    """
    daftar: list[Pekerjaan] = []
    ruang: dict[str, Decimal] = {}
    for k in peta.kriteria:
        ke_maks = _beda(k.maks, nilai(k.kode))
        if ke_maks is not None:
            ruang[k.kode] = max(ke_maks, NOL) * k.bobot
        for u in k.bagian or (k,):
            tambah = _beda(u.maks, nilai(u.kode))
            if tambah is not None and tambah > 0:
                bobot = k.bobot * u.bobot if k.bagian else k.bobot
                daftar.append(Pekerjaan(u.kode, tambah * bobot, upaya(u), k.kode))
    return daftar, ruang


def upaya(u: Unsur) -> Decimal:
    return u.hasil.indikator.upaya if u.hasil.indikator.upaya is not None else UPAYA_BAWAAN


def _beda(atas: Decimal | None, bawah: Decimal | None) -> Decimal | None:
    return None if atas is None or bawah is None else atas - bawah
