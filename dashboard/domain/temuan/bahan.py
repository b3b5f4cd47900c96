"""What the checks read: an agency's year with the texts beside it, and the evidence a check hands back."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from functools import cached_property

from dashboard.domain.aturan.berlaku import AturanBerlaku
from dashboard.domain.dasar.angka import tulis_angka
from dashboard.domain.dasar.indikator import (
    DataKinerja,
    Indikator,
    Jabatan,
    Komponen,
    Realisasi,
    Sifat,
    SumberNilai,
    Target,
    Unit,
    indikator_utama,
)
from dashboard.domain.dasar.perilaku import PerilakuPeriode, perilaku_periode
from dashboard.domain.dasar.periode import TAHUN, SampaiDengan
from dashboard.domain.dasar.satuan_ukur import GolonganSatuan, ejaan_satuan, persen
from dashboard.domain.hitung.jalur_target import versi_berlaku
from dashboard.domain.hitung.rumus import komponen_per_induk
from dashboard.domain.skp.janggal import RingkasanSkp
from dashboard.domain.temuan.teks import rapikan

SATUAN_SKOR = ejaan_satuan(GolonganSatuan.NILAI)
"""Units of scores and classes: figures that are read on a scale, not counted."""
SATUAN_WAKTU = frozenset({"hari", "jam", "menit", "detik", "minggu", "bulan", "tahun"})


class Keparahan(StrEnum):
    """What goes wrong: a number or the hierarchy; a reader or a join; only the form."""

    TINGGI = "tinggi"
    SEDANG = "sedang"
    RENDAH = "rendah"


@dataclass(frozen=True, slots=True)
class Bukti:
    """One case a check found. `objek` names every code concerned, the one to look at first in front.

    `kunci` tells cases of one check apart and stays the same when the data is read again; default the first object.
    """

    objek: tuple[str, ...]
    isi: Mapping[str, object]
    kutipan: str = ""
    kunci: str = ""
    dokumen: str | None = None
    letak: str | None = None


@dataclass(frozen=True)
class Bahan:
    """The agency's year, with the texts that only these checks need. `aturan` are the rules of its last day."""

    data: DataKinerja
    aturan: AturanBerlaku
    alias: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    tugas: Mapping[str, str] = field(default_factory=dict)
    fungsi: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    tahun_dokumen: Mapping[str, tuple[int | None, int | None]] = field(default_factory=dict)
    skp: RingkasanSkp = field(default_factory=RingkasanSkp)

    @cached_property
    def indikator(self) -> dict[str, Indikator]:
        return {i.kode: i for i in self.data.indikator}

    @cached_property
    def jabatan(self) -> dict[str, Jabatan]:
        return {j.kode: j for j in self.data.jabatan}

    @cached_property
    def unit(self) -> dict[str, Unit]:
        return {u.kode: u for u in self.data.unit}

    @cached_property
    def sasaran(self) -> dict[str, str]:
        """The outcome statement under which each indicator stands."""
        simpul = {s.kode: s.sasaran for s in self.data.simpul}
        return {i.kode: simpul.get(i.simpul, "") for i in self.data.indikator}

    @cached_property
    def target(self) -> dict[str, Target]:
        """The yearly target in force at the year's end, per indicator."""
        return {kode: baris[TAHUN] for kode, baris in self.target_periode.items() if TAHUN in baris}

    @cached_property
    def target_tercetak(self) -> dict[str, Target]:
        """The yearly targets that stand in a document."""
        return {kode: t for kode, t in self.target.items() if t.sumber_nilai is not SumberNilai.SIMULASI}

    @cached_property
    def target_bernilai(self) -> frozenset[str]:
        """The codes that aim at a figure in some period."""
        return frozenset(t.indikator for t in self.data.target if t.bernilai)

    @cached_property
    def target_periode(self) -> dict[str, dict[str, Target]]:
        """The targets in force at the year's end, per code and period."""
        akhir = SampaiDengan(self.data.tahun, 4)
        semua: dict[str, list[Target]] = {}
        for t in self.data.target:
            semua.setdefault(t.indikator, []).append(t)
        return {kode: versi_berlaku(baris, akhir) for kode, baris in semua.items()}

    @cached_property
    def perilaku(self) -> dict[str, PerilakuPeriode]:
        return {i.kode: perilaku_periode(i) for i in self.data.indikator}

    @cached_property
    def realisasi(self) -> dict[str, dict[str, Realisasi]]:
        """Reported rows of the year itself, per code and period."""
        semua: dict[str, dict[str, Realisasi]] = {}
        for r in self.data.realisasi:
            if r.tahun == self.data.tahun:
                semua.setdefault(r.indikator, {})[r.periode] = r
        return semua

    @cached_property
    def komponen(self) -> dict[str, tuple[Komponen, ...]]:
        """The komponen rows under each indicator."""
        return komponen_per_induk(self.data.komponen)

    def terhubung(self, kode: str) -> list[Komponen]:
        """The links that say something comes from below."""
        return [k for k in self.komponen.get(kode, ()) if k.sifat is not Sifat.TANPA_HUBUNGAN]

    @cached_property
    def iki_jabatan(self) -> dict[str, tuple[Indikator, ...]]:
        """The IKI of each position in the order of their codes."""
        semua: dict[str, list[Indikator]] = {}
        for i in self.data.indikator:
            if i.jenis == "IKI" and i.pemilik:
                semua.setdefault(i.pemilik[0], []).append(i)
        return {kode: tuple(sorted(baris, key=lambda i: i.kode)) for kode, baris in semua.items()}

    @cached_property
    def utama(self) -> tuple[Indikator, ...]:
        """The IKU; where there are none, the indicators of tujuan and sasaran."""
        return indikator_utama(self.data.indikator)

    @cached_property
    def kembaran(self) -> tuple[tuple[Indikator, Indikator], ...]:
        """Pairs of an IKU and the IKI that carries the same name."""
        iki: dict[str, Indikator] = {}
        for i in self.data.indikator:
            if i.jenis == "IKI":
                iki.setdefault(rapikan(i.nama), i)
        pasangan = ((i, iki.get(rapikan(i.nama))) for i in self.data.indikator if i.jenis == "IKU")
        return tuple((satu, lain) for satu, lain in pasangan if lain is not None)

    def nilai_target(self, kode: str) -> Decimal | None:
        """The single yearly figure an indicator aims at."""
        target = self.target.get(kode)
        return target.nilai if target else None

    def unit_pemilik(self, i: Indikator) -> str | None:
        jabatan = self.jabatan.get(i.pemilik[0]) if i.pemilik else None
        return jabatan.unit if jabatan else None

    def persen(self, kode: str) -> bool:
        i = self.indikator.get(kode)
        return i is not None and persen(i.satuan)


Pemeriksa = Callable[[Bahan], Iterable[Bukti]]


@dataclass(frozen=True, slots=True)
class Aturan:
    """A check as data: what it is called, how grave it is, its sentence, and why that matters."""

    kode: str
    jenis: str
    keparahan: Keparahan
    judul: str
    pola: str
    akibat: str
    cari: Pemeriksa


@dataclass(frozen=True, slots=True)
class Temuan:
    """A discrepancy with its place. `aturan` is None for one entered by hand."""

    kode: str
    keparahan: Keparahan
    jenis: str
    judul: str
    uraian: str
    akibat: str
    objek: tuple[str, ...]
    kutipan: str = ""
    dokumen: str | None = None
    letak: str | None = None
    aturan: str | None = None

    @property
    def lanjutan(self) -> str:
        """What the description says beyond the title."""
        return self.uraian.removeprefix(self.judul).lstrip(".; ")

    @property
    def asal(self) -> str:
        """Where it comes from, in words."""
        return "ditemukan pemeriksaan otomatis" if self.aturan else f"dicatat dari dokumen, nomor {self.kode}"


def berjumlah(satuan: str | None) -> bool:
    """Whether a unit measures an amount: neither a share nor a score, whatever else it is called."""
    kata = rapikan(satuan).split()
    return bool(kata) and not persen(satuan) and kata[0] not in SATUAN_SKOR


def tulis(nilai: Decimal | None, satuan: str | None = None) -> str:
    """A number with its unit as it stands in a sentence."""
    if nilai is None:
        return "-"
    teks = tulis_angka(nilai)
    return teks if not satuan else f"{teks} {'%' if persen(satuan) else satuan}"


def sebut(kode: Iterable[str], paling_banyak: int = 6) -> str:
    """Codes in a sentence: "A, B dan C", a long list cut with its count."""
    semua = list(kode)
    if len(semua) > paling_banyak:
        return f"{', '.join(semua[:paling_banyak])} dan {len(semua) - paling_banyak} lainnya"
    return semua[0] if len(semua) == 1 else f"{', '.join(semua[:-1])} dan {semua[-1]}"
