"""The cascade of one computed performance: boxes with owners and statuses, filters, and what hangs on what."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from dashboard.domain.cascade.kontribusi import Kontribusi, kontribusi
from dashboard.domain.cascade.penyebab import Kekurangan, kekurangan
from dashboard.domain.cascade.pohon import Pohon, susun_pohon
from dashboard.domain.cascade.tautan import Garis, Tautan, garis_anak, lintas, tautan_simpul
from dashboard.domain.dasar.indikator import JENJANG, Komponen
from dashboard.domain.dasar.skala import Status
from dashboard.domain.hitung.graph import Graph
from dashboard.domain.hitung.hasil import HasilIndikator
from dashboard.services.kinerja import Kinerja

Sebaran = tuple[tuple[Status, int], ...]


@dataclass(frozen=True, slots=True)
class SaringanPohon:
    """What to show of the tree; an empty part lets everything through. Codes of jabatan, unit and jenjang."""

    pemilik: tuple[str, ...] = ()
    unit: tuple[str, ...] = ()
    jenjang: tuple[str, ...] = ()
    status: tuple[Status, ...] = ()

    @property
    def kosong(self) -> bool:
        return not (self.pemilik or self.unit or self.jenjang or self.status)


@dataclass(frozen=True, slots=True)
class Hubungan:
    """What feeds an indicator (`turun`), what it feeds (`naik`), and the leaves behind its shortfall."""

    turun: tuple[Kontribusi, ...]
    naik: tuple[Kontribusi, ...]
    kekurangan: Kekurangan


@dataclass(frozen=True)
class PohonKinerja:
    """The tree of an agency's year at a position, with its links; everything else is read off it."""

    k: Kinerja
    pohon: Pohon

    @cached_property
    def tautan(self) -> tuple[Tautan, ...]:
        return tautan_simpul(self.pohon, self.k.data.komponen)

    @cached_property
    def garis(self) -> Mapping[str, Garis]:
        return garis_anak(self.pohon, self.tautan)

    @cached_property
    def lintas(self) -> tuple[Tautan, ...]:
        return lintas(self.pohon, self.tautan)

    @property
    def graph(self) -> Graph:
        return self.k.hasil.graph

    @property
    def komponen(self) -> Mapping[str, tuple[Komponen, ...]]:
        """All links by parent."""
        return self.graph.structure.tautan

    @cached_property
    def nama(self) -> Mapping[str, str]:
        """Names of indicators and variabel by code."""
        return {v.kode: v.nama for v in self.k.data.variabel} | {i.kode: i.nama for i in self.k.data.indikator}

    @cached_property
    def urutan(self) -> tuple[str, ...]:
        return tuple(kode for kode, _ in self.pohon.telusuri())

    def hasil(self, simpul: str) -> tuple[HasilIndikator, ...]:
        """The results of a box's own indicators."""
        return tuple(self.k.hasil.indikator[i] for i in self.pohon.indikator[simpul])

    @cached_property
    def pemilik_kode(self) -> Mapping[str, tuple[str, ...]]:
        """Owners by box: its own jabatan, else those of its indicators."""
        return {kode: self._pemilik(kode) for kode in self.pohon.simpul}

    def _pemilik(self, kode: str) -> tuple[str, ...]:
        jabatan = self.pohon.simpul[kode].jabatan
        dari_indikator = (p for h in self.hasil(kode) for p in h.indikator.pemilik)
        return (jabatan,) if jabatan else tuple(dict.fromkeys(dari_indikator))

    @cached_property
    def pemilik(self) -> Mapping[str, str]:
        """Owners' titles by box; empty where the documents name none."""
        nama = self.k.jabatan
        return {kode: ", ".join(nama.get(p, p) for p in isi) for kode, isi in self.pemilik_kode.items()}

    def sebaran(self, simpul: Iterable[str]) -> Sebaran:
        """How many indicators of these boxes are in each status, in the order of the statuses."""
        hitung = Counter(h.status for kode in simpul for h in self.hasil(kode))
        return tuple((s, hitung[s]) for s in Status if hitung[s])

    def di_bawah(self, kode: str) -> tuple[str, ...]:
        return tuple(satu for satu, dalam in self.pohon.telusuri(kode) if dalam)

    def cocok(self, saringan: SaringanPohon) -> frozenset[str]:
        """The boxes that pass every part of the filter."""
        return frozenset(kode for kode in self.pohon.simpul if self._lolos(kode, saringan))

    def _lolos(self, kode: str, s: SaringanPohon) -> bool:
        pemilik = self.pemilik_kode[kode]
        unit = {self.k.unit_jabatan.get(p) for p in pemilik}
        return (
            (not s.pemilik or bool(set(s.pemilik) & set(pemilik)))
            and (not s.unit or bool(set(s.unit) & unit))
            and (not s.jenjang or self.pohon.simpul[kode].jenjang in s.jenjang)
            and (not s.status or any(h.status in s.status for h in self.hasil(kode)))
        )

    def beserta_induk(self, kode: Iterable[str]) -> frozenset[str]:
        """These boxes and the way down to each."""
        return frozenset(satu for k in kode for satu in self.pohon.jalur(k))

    def hubungan(self, indikator: str) -> Hubungan:
        """The contributions of one indicator downwards and upwards. Raises KeyError on an unknown code."""
        hasil = self.k.hasil
        atas = self.graph.structure.tautan_atas.get(indikator, ())
        return Hubungan(
            kontribusi(hasil, indikator, self.komponen.get(indikator, ())),
            tuple(satu for k in atas for satu in kontribusi(hasil, k.indikator, (k,))),
            kekurangan(hasil, self.pohon, self.k.data.komponen, indikator),
        )

    @cached_property
    def pilihan_pemilik(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(p for kode in self.urutan for p in self.pemilik_kode[kode]))

    @cached_property
    def pilihan_jenjang(self) -> tuple[str, ...]:
        ada = {s.jenjang for s in self.pohon.simpul.values()}
        return tuple(j for j in JENJANG if j in ada)

    @cached_property
    def pilihan_status(self) -> tuple[Status, ...]:
        return tuple(s for s, _ in self.sebaran(self.pohon.simpul))


def pohon_kinerja(k: Kinerja) -> PohonKinerja:
    """The cascade of a computed performance. Raises Cycle when boxes hang on each other in a circle."""
    return PohonKinerja(k, susun_pohon(k.data.simpul, k.data.indikator))
