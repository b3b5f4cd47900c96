"""What-if for any indicator of any agency: which inputs can be moved, within which range, and what comes of it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal
from functools import cached_property

from dashboard.domain.hitung.batas import batas_nilai
from dashboard.domain.hitung.hasil import HasilIndikator
from dashboard.domain.skenario.batas import batas_masukan, penyebut, tahan_pada_batas
from dashboard.domain.skenario.cari_nilai import Pencarian, cari_nilai, utuh
from dashboard.domain.skenario.dasar import BAGIAN_RASIO, BAGIAN_TARGET, Bagian, DasarSkenario, KunciUbahan, Ubahan
from dashboard.domain.skenario.gabungan import Gabungan, cari_gabungan
from dashboard.domain.skenario.hitungan import (
    HasilSkenario,
    SimpulSkenario,
    Sumbangan,
    hitung_skenario,
    sumbangan,
    sumbangan_target,
)
from dashboard.domain.skenario.proyeksi import Proyeksi
from dashboard.domain.skenario.proyeksi_dasar import AkhirTahun, akhir_tahun, rentang_proyeksi
from dashboard.services.kinerja import Kinerja
from data_access.skenario import AWAL_POSISI, AWAL_PROYEKSI, AWAL_TAHUN

NOL = Decimal(0)
MAKS_MASUKAN = 12
AWAL = (AWAL_POSISI, AWAL_PROYEKSI)


@dataclass(frozen=True, slots=True)
class MasukanGeser:
    """One input that can be moved: its name and unit, the value it starts from (`asal` says whether official or
    projected), slider range and step, and owner."""

    kunci: KunciUbahan
    nama: str
    satuan: str | None
    resmi: Decimal | None
    bawah: Decimal
    atas: Decimal
    langkah: Decimal
    pemilik: str
    asal: str = "resmi"

    @property
    def jumlah_langkah(self) -> int:
        """How often a slider can be moved; the last step may be a short one."""
        return max(1, int((self.atas - self.bawah) / self.langkah // 1 + bool((self.atas - self.bawah) % self.langkah)))

    def letak(self, nilai: Decimal | None) -> int:
        """The step at which a value lies, within the range: only a place, never a measured value."""
        dalam = max(nilai if nilai is not None else self.bawah, self.bawah)
        if dalam >= self.atas:
            return self.jumlah_langkah
        return min(int(((dalam - self.bawah) / self.langkah).to_integral_value(ROUND_HALF_UP)), self.jumlah_langkah)

    def nilai_pada(self, letak: int) -> Decimal:
        """The value of a step; the step at which the official value lies is that value."""
        if self.resmi is not None and self.bawah <= self.resmi <= self.atas and letak == self.letak(self.resmi):
            return self.resmi
        return min(max(self.bawah, self.bawah + letak * self.langkah), self.atas)


@dataclass(frozen=True)
class Simulasi:
    """A starting point: the official position, a quarter or the year, or the projected year end (`akhir`)."""

    kinerja: Kinerja
    dasar: DasarSkenario
    awal: str = AWAL_POSISI
    akhir: AkhirTahun | None = None

    @cached_property
    def kode_masukan(self) -> tuple[str, ...]:
        """Everything that may be moved: indicators that are no sum of others, and variabel, by code."""
        graph = self.dasar.graph
        return tuple(sorted(k for k in (*graph.indikator, *self.dasar.variabel) if not graph.bagian.get(k)))

    def kunci_untuk(self, kode: str) -> tuple[KunciUbahan, ...]:
        """The inputs that make up an indicator with numbers: its leaves, or itself, and last its own target."""
        structure = self.dasar.graph.structure
        daun = structure.leaves(kode) or (kode, *structure.inputs.get(kode, ()))
        if self.dasar.hasil.indikator[kode].simpul.terhitung is None and kode not in daun:
            daun = (kode, *daun)
        isi = [kunci for satu in daun for kunci in self._kunci(satu)]
        target = (KunciUbahan(kode, bagian) for bagian in BAGIAN_TARGET)
        return (*isi, *(k for k in target if self.dasar.nilai_kunci(k) is not None))

    def _kunci(self, kode: str) -> tuple[KunciUbahan, ...]:
        if self.dasar.bagian_rasio(kode) is not None:
            return tuple(KunciUbahan(kode, bagian) for bagian in BAGIAN_RASIO)
        return (KunciUbahan(kode),)

    def kunci_lain(self, kode: str) -> tuple[KunciUbahan, ...]:
        """Inputs that make up no number of this indicator; they may still push it."""
        dipakai = set(self.kunci_untuk(kode))
        return tuple(k for satu in self.kode_masukan for k in self._kunci(satu) if k not in dipakai)

    def masukan(self, kunci: KunciUbahan) -> MasukanGeser:
        """All that a slider needs. Raises KeyError on an unknown code."""
        resmi = self.dasar.nilai_kunci(kunci)
        bawah, atas = self._rentang(kunci, resmi)
        langkah = Decimal(1) if utuh(self.dasar, kunci) else _langkah(atas - bawah)
        asal = "proyeksi" if self.akhir and kunci.bagian not in BAGIAN_TARGET else "resmi"
        pemilik = self._pemilik(kunci.kode)
        return MasukanGeser(kunci, self.nama(kunci), self.satuan(kunci), resmi, bawah, atas, langkah, pemilik, asal)

    def nama(self, kunci: KunciUbahan) -> str:
        if kunci.kode in self.dasar.variabel:
            return self.dasar.variabel[kunci.kode].nama
        return self.dasar.graph.indikator[kunci.kode].nama

    def satuan(self, kunci: KunciUbahan) -> str | None:
        if kunci.kode in self.dasar.variabel:
            return self.dasar.variabel[kunci.kode].satuan
        if kunci.bagian in BAGIAN_RASIO:
            return None
        return self.dasar.graph.indikator[kunci.kode].satuan

    def hitung(self, ubahan: Ubahan) -> HasilSkenario:
        """The scenario, each input within its bounds; what was held is said with the rest."""
        dalam, jepitan = tahan_pada_batas(self.dasar, ubahan)
        hasil = hitung_skenario(self.dasar, dalam)
        return replace(hasil, jepitan=(*jepitan, *hasil.jepitan)) if jepitan else hasil

    def sumbangan(self, ubahan: Ubahan, kode: str) -> Sumbangan | None:
        return sumbangan(self.dasar, ubahan, kode)

    def sumbangan_target(self, ubahan: Ubahan, kode: str) -> tuple[tuple[str, SimpulSkenario], ...]:
        return sumbangan_target(self.dasar, ubahan, kode)

    def cari(self, ubahan: Ubahan, kunci: KunciUbahan, kode: str, tujuan: Decimal) -> Pencarian:
        """What one input must be. Raises KeyError on an unknown code."""
        return cari_nilai(self.dasar, tahan_pada_batas(self.dasar, ubahan)[0], kunci, kode, tujuan)

    def gabungan(self, ubahan: Ubahan, kode: str, tujuan: Decimal) -> Gabungan:
        """The smallest mix of what an indicator is made of, without what it is divided by."""
        kunci = [k for k in self.kunci_untuk(kode) if k.bagian not in BAGIAN_TARGET and not self.penyebut(k, kode)]
        return cari_gabungan(self.dasar, tahan_pada_batas(self.dasar, ubahan)[0], kunci, kode, tujuan)

    def penyebut(self, kunci: KunciUbahan, kode: str) -> bool:
        """Whether moving this input changes what is divided by, not what is done."""
        return penyebut(self.dasar, kunci, kode)

    def proyeksi(self, kode: str) -> Proyeksi | None:
        """How an indicator was projected; None when the start is the official position."""
        return rentang_proyeksi(self.akhir, kode) if self.akhir else None

    def proyeksi_masukan(self, kode: str) -> Proyeksi | None:
        """As `proyeksi`, for an indicator or a variabel; None where neither was projected."""
        if kode in self.dasar.variabel:
            return self.akhir.masukan.get(kode) if self.akhir else None
        return self.proyeksi(kode)

    def target_kini(self, ubahan: Ubahan, kode: str) -> Decimal | None:
        """The number the indicator must reach in a scenario: its target to date, of a range the bound it must pass."""
        bertarget = {k: nilai for k, nilai in ubahan.items() if k.bagian in BAGIAN_TARGET}
        sampai = self.hitung(bertarget).baru(self.dasar, kode).target.sampai
        return sampai.tujuan(self.dasar.graph.indikator[kode].polaritas) if sampai else None

    def sahkan(self, ubahan: Ubahan) -> dict[KunciUbahan, Decimal]:
        """The changes that exist here: since a scenario was saved a code may have gone, a report in parts become one
        number, a target a range."""
        return {k: n for k, n in ubahan.items() if self._ada(k)}

    def _ada(self, kunci: KunciUbahan) -> bool:
        if kunci.bagian is Bagian.REALISASI:
            return kunci.kode in self.dasar.graph.indikator or kunci.kode in self.dasar.variabel
        return kunci.kode in self.dasar.graph.indikator and self.dasar.nilai_kunci(kunci) is not None

    def _pemilik(self, kode: str) -> str:
        return self.kinerja.pemilik(kode) if kode in self.dasar.graph.indikator else "data umum instansi"

    def _rentang(self, kunci: KunciUbahan, resmi: Decimal | None) -> tuple[Decimal, Decimal]:
        """The range of a slider: up to the bound where there is one, else around what is official."""
        pusat = resmi or NOL
        if kunci.bagian in BAGIAN_TARGET:
            return NOL, _bulat_atas(max(pusat * Decimal("1.5"), Decimal(10)))
        batas = batas_masukan(self.dasar, {}, kunci)
        bawah = NOL if kunci.bagian is not Bagian.REALISASI else batas_nilai(self.dasar.graph, kunci.kode).bawah or NOL
        if batas.atas is not None and batas.atas > bawah:
            return bawah, batas.atas
        if kunci.kode in self.dasar.variabel and pusat >= 100:
            return max(bawah, _bulat_bawah(pusat * Decimal("0.8"))), _bulat_atas(pusat * Decimal("1.2"))
        target = self.target_kini({}, kunci.kode) if kunci.kode in self.dasar.graph.indikator else None
        return bawah, _bulat_atas(max(pusat * Decimal("1.5"), (target or NOL) * Decimal("1.5"), Decimal(10)))


def susun_simulasi(k: Kinerja, awal: str = AWAL_POSISI) -> Simulasi:
    """The start of scenarios. At the fourth quarter the year is over, and the projection is the position itself."""
    dasar = DasarSkenario(k.data, k.hasil, k.aturan)
    if awal != AWAL_PROYEKSI or k.sd.triwulan == 4:
        return Simulasi(k, dasar, pilihan_awal(k)[0])
    akhir = akhir_tahun(dasar, k.per_triwulan)
    return Simulasi(k, akhir.dasar, awal, akhir)


def proyeksi_utama(k: Kinerja) -> tuple[tuple[HasilIndikator, Proyeksi], ...]:
    """The main indicators at the projected year end, each with method and interval: for the summary page."""
    s = susun_simulasi(k, AWAL_PROYEKSI)
    if s.akhir is None:
        return tuple((h, Proyeksi(h.kode, h.nilai, h.nilai, h.nilai, "realisasi akhir tahun")) for h in k.utama())
    return tuple((s.akhir.indikator(h.kode), rentang_proyeksi(s.akhir, h.kode)) for h in k.utama())


def _langkah(lebar: Decimal) -> Decimal:
    """A step that gives at most a few hundred positions."""
    langkah = (Decimal(n) for n in ("0.01", "0.05", "0.1", "0.5", "1", "5", "10"))
    return next((satu for satu in langkah if lebar / satu <= 400), Decimal(100))


def _bulat_atas(nilai: Decimal) -> Decimal:
    return _ke(nilai, lambda n, satuan: -(-n // satuan) * satuan)


def _bulat_bawah(nilai: Decimal) -> Decimal:
    return _ke(nilai, lambda n, satuan: n // satuan * satuan)


def _ke(nilai: Decimal, cara: Callable[[Decimal, Decimal], Decimal]) -> Decimal:
    """To two leading digits, so that the ends of a slider are numbers one can say."""
    satuan = Decimal(10) ** max(nilai.adjusted() - 1, 0)
    return cara(nilai, satuan)


def pilihan_awal(k: Kinerja) -> Sequence[str]:
    """Where a scenario can start: the year at its own position; projected only while quarters are to come."""
    if k.sd.setahun:
        return (AWAL_TAHUN,)
    return AWAL if k.sd.triwulan < 4 else AWAL[:1]


def terpenting(k: Kinerja) -> tuple[HasilIndikator, ...]:
    """Indicators to aim at: the main ones first, then all others but the parts of criteria."""
    utama = {h.kode for h in k.utama()}
    ada = [h for h in k.hasil.indikator.values() if h.indikator.jenis != "sub_item"]
    return tuple(sorted(ada, key=lambda h: (h.kode not in utama, h.kode)))
