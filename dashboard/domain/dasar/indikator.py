"""What an agency is measured by: indicators, their targets, realisations and places in the cascade.

Everything is a frozen value object that carries what the workbook says and nothing computed.
All measured numbers are ``Decimal``: rules branch on exact bounds (24 %, 91, 100).
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum

from dashboard.domain.dasar.setelan import SetelanBertanggal

SEMUA_STRIP = frozenset("-\u2010\u2011\u2012\u2013\u2014\u2015\u2212")
"""Word processors make a longer one of the hyphen that people type."""


class Polaritas(StrEnum):
    POSITIF = "positif"
    NEGATIF = "negatif"


class Perilaku(StrEnum):
    """How period values build the year (DOMAIN.md section 2)."""

    PROGRESS = "progress"
    AKUMULASI = "akumulasi"
    PENGULANGAN = "pengulangan"


class Penyajian(StrEnum):
    """Whether period figures are increments or running totals."""

    TAMBAHAN = "tambahan"
    SD_PERIODE = "sd_periode"


class SumberNilai(StrEnum):
    SIMULASI = "simulasi"
    PUBLIK = "publik"
    RESMI = "resmi"


class Rumus(StrEnum):
    """How an indicator's value arises from its komponen."""

    NILAI = "nilai"
    JUMLAH = "jumlah"
    RERATA = "rerata"
    RASIO = "rasio"
    STOK = "stok"
    EKSTERNAL = "eksternal"
    SKP_BAIK = "skp_baik"


class Sifat(StrEnum):
    """The nature of a link between an indicator and its parent (DOMAIN.md section 6)."""

    TERTULIS = "tertulis"
    REGULASI = "regulasi"
    DUGAAN = "dugaan"
    SEBAGIAN = "sebagian"
    PENYEBUT_BATAS = "penyebut_batas"
    SATUAN_BERBEDA = "satuan_berbeda"
    KONTRIBUSI = "kontribusi"
    TANPA_HUBUNGAN = "tanpa_hubungan"
    EKSTERNAL = "eksternal"


class PeranKomponen(StrEnum):
    """The part a komponen plays in the formula."""

    SUKU = "suku"
    PEMBILANG = "pembilang"
    PENYEBUT = "penyebut"


JENIS_INDIKATOR = (
    "IKU",
    "tujuan",
    "sasaran",
    "program",
    "kegiatan",
    "sub_kegiatan",
    "IKI",
    "dimensi",
    "kriteria",
    "sub_item",
)
JENIS_UNSUR_INDEKS = ("dimensi", "kriteria", "sub_item")
JENJANG = ("tujuan", "sasaran", "program", "kegiatan", "sub_kegiatan", "individu")
INSTRUMEN = ("SAKIP", "MERIT", "IPASN", "SKM", "NSPK")


@dataclass(frozen=True, slots=True)
class Instansi:
    kode: str
    nama: str
    jenis: str | None = None
    wilayah: str | None = None


@dataclass(frozen=True, slots=True)
class Dokumen:
    kode: str
    judul: str
    nomor: str | None = None
    tanggal: date | None = None


@dataclass(frozen=True, slots=True)
class Unit:
    kode: str
    nama: str
    induk: str | None = None
    jenis: str | None = None


@dataclass(frozen=True, slots=True)
class Jabatan:
    kode: str
    nama: str
    unit: str
    jenis: str | None = None
    atasan: str | None = None


@dataclass(frozen=True, slots=True)
class Simpul:
    """A box of the cascade: one outcome at one level."""

    kode: str
    jenjang: str
    sasaran: str
    nomenklatur: str | None = None
    kode_acuan: str | None = None
    induk: str | None = None
    jabatan: str | None = None
    keyakinan: str | None = None
    catatan: str | None = None


@dataclass(frozen=True, slots=True)
class Indikator:
    kode: str
    simpul: str
    nama: str
    jenis: str
    polaritas: Polaritas = Polaritas.POSITIF
    nomor: str | None = None
    satuan: str | None = None
    perilaku: Perilaku | None = None
    tipe_penghitungan: str | None = None
    penyajian: Penyajian | None = None
    maks: Decimal | None = None
    instrumen: str | None = None
    instrumen_versi: str | None = None
    skala: str | None = None
    rumus_capaian: str = "baku"
    formulasi: str | None = None
    rumus: Rumus = Rumus.NILAI
    upaya: Decimal | None = None
    poin_asumsi: bool = False
    pemilik: tuple[str, ...] = ()
    sumber_data: str | None = None
    definisi: str | None = None
    relevansi: str | None = None
    dokumen: str | None = None
    letak: str | None = None

    @property
    def dinilai_luar(self) -> bool:
        """Scored once a year by an outside body: waits for publication instead of being late.

        Dimensions, criteria and sub items exist only inside such an index.
        """
        return self.rumus is Rumus.EKSTERNAL or self.instrumen is not None or self.jenis in JENIS_UNSUR_INDEKS


def indikator_utama(indikator: Iterable[Indikator]) -> tuple[Indikator, ...]:
    """The IKU; where an agency has none, the indicators of its tujuan and sasaran."""
    semua = tuple(indikator)
    iku = tuple(i for i in semua if i.jenis == "IKU")
    return iku or tuple(i for i in semua if i.jenis in ("tujuan", "sasaran"))


@dataclass(frozen=True, slots=True)
class Komponen:
    """An edge of the formula graph: `komponen` (indikator or variabel) feeds `indikator`."""

    indikator: str
    komponen: str
    sifat: Sifat
    kelompok: str | None = None
    peran: PeranKomponen = PeranKomponen.SUKU
    bobot: Decimal = Decimal(1)
    arah: str | None = None
    catatan: str | None = None


@dataclass(frozen=True, slots=True)
class Variabel:
    """An input that is no indicator, such as the number of ASN."""

    kode: str
    nama: str
    satuan: str | None = None
    batas_bawah: Decimal | None = None
    batas_atas: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Target:
    indikator: str
    tahun: int
    periode: str
    nilai: Decimal | None = None
    nilai_min: Decimal | None = None
    nilai_maks: Decimal | None = None
    predikat: str | None = None
    teks: str | None = None
    versi: str = "awal"
    berlaku_mulai: date | None = None
    sumber_nilai: SumberNilai = SumberNilai.RESMI
    dokumen: str | None = None
    letak: str | None = None
    penjelasan: str | None = None

    @property
    def tidak_ditargetkan(self) -> bool:
        """Printed as "-": outside every denominator, not zero."""
        return (self.teks or "").strip() in SEMUA_STRIP

    @property
    def bernilai(self) -> bool:
        return self.nilai is not None or self.nilai_min is not None or self.nilai_maks is not None


@dataclass(frozen=True, slots=True)
class Realisasi:
    """A reported value of an indicator or variabel in one period.

    What was written beside it (obstacle, promise, evidence) is the entry's, for those who may read entries.
    """

    indikator: str
    tahun: int
    periode: str
    nilai: Decimal | None = None
    pembilang: Decimal | None = None
    penyebut: Decimal | None = None
    sumber_nilai: SumberNilai = SumberNilai.RESMI
    keterangan_sumber: str | None = None
    status_entri: str = "disetujui"


@dataclass(frozen=True, slots=True)
class HitunganSkp:
    """Of a month (0: the year): how many were assessed, how many of them are Baik or Sangat Baik, and whose figures.

    `menurut` is the appraisal that counts in the year, in words.
    """

    bulan: int
    dinilai: int
    baik: int
    sumber_nilai: SumberNilai = SumberNilai.RESMI
    menurut: str = ""


@dataclass(frozen=True, slots=True)
class DataKinerja:
    """All that is needed to compute one agency's year; built by data_access, read-only.

    `target` holds the rows of `tahun`; `realisasi` those of `tahun` and of the year before
    (a stock formula starts from last year's end). `skp` counts scores by month, where an indicator needs them.
    """

    instansi: Instansi
    tahun: int
    versi_data: str
    unit: tuple[Unit, ...] = ()
    jabatan: tuple[Jabatan, ...] = ()
    dokumen: tuple[Dokumen, ...] = ()
    simpul: tuple[Simpul, ...] = ()
    indikator: tuple[Indikator, ...] = ()
    komponen: tuple[Komponen, ...] = ()
    variabel: tuple[Variabel, ...] = ()
    target: tuple[Target, ...] = ()
    realisasi: tuple[Realisasi, ...] = ()
    pengaturan: tuple[SetelanBertanggal, ...] = ()
    skp: Mapping[int, HitunganSkp] = field(default_factory=dict)
