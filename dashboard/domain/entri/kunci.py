"""A closed quarter: which changes it stops, and how an opened correction lets one through.

Set for this dashboard [R]. A quarter is closed together with all before it in its year, because figures
"s.d." a quarter rest on them. What was promised in a closed quarter is answered in the quarters after it: that is no
figure, and no report of its own quarter.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from dashboard.domain.dasar.periode import ROMAWI, triwulan_dari
from dashboard.domain.dasar.teks import satu_baris
from dashboard.domain.entri.janji import SELESAI_DIURUS, ada_janji
from dashboard.domain.entri.segel import Gerak, kalimat_gerak

JAWABAN = frozenset({"status_tindak_lanjut", "tanggal_selesai"})
"""Columns of a report that answer its promise, which is done after its quarter was closed."""
LAPORAN = frozenset({"realisasi", "skp", "perilaku", "predikat_unit", "anggaran"})
"""Sheets whose rows are the report of their period: they stay as they are, moved figures or not."""
BANYAK_BULAN = 12
ALASAN_TERPENDEK = 10
"""Letters a reason has at least; "-" is none."""

Nilai = object
Baris = Mapping[str, Nilai]


@dataclass(frozen=True, slots=True)
class KunciPeriode:
    """One closed quarter; `waktu` is UTC in ISO form."""

    tahun: int
    triwulan: int
    waktu: str
    pelaku: str


@dataclass(frozen=True, slots=True)
class Koreksi:
    """A reason to change one closed quarter; open until `ditutup` holds a time."""

    nomor: int
    tahun: int
    triwulan: int
    alasan: str
    waktu: str
    pelaku: str
    ditutup: str | None = None
    penutup: str | None = None

    @property
    def terbuka(self) -> bool:
        return self.ditutup is None


class PeriodeTerkunci(Exception):
    """A change of a closed quarter without an open correction; says so in Indonesian."""

    def __init__(self, tahun: int, triwulan: int, gerak: tuple[Gerak, ...] = ()) -> None:
        self.tahun, self.triwulan, self.gerak = tahun, triwulan, gerak
        super().__init__(f"{kalimat_terkunci(tahun, triwulan)}{self.akibat}. {cara_membuka(tahun, triwulan)}")

    @property
    def akibat(self) -> str:
        """Which kept figures would move, as the end of a sentence; empty when the row itself is closed."""
        return f" dan perubahan ini menggeser hasilnya ({kalimat_gerak(self.gerak)})" if self.gerak else ""


class KunciDitolak(Exception):
    """Closing, opening or ending that does not fit the state of the period; says so in Indonesian."""


def kalimat_terkunci(tahun: int, triwulan: int) -> str:
    return f"TW {ROMAWI[triwulan]} {tahun} sudah dikunci"


def cara_membuka(tahun: int, triwulan: int) -> str:
    return f"Minta perencana membuka koreksi TW {ROMAWI[triwulan]} {tahun} dengan alasan pada halaman Bidang & IKI."


def triwulan_tersentuh(lembar: str, lama: Baris | None, baru: Baris | None) -> tuple[int, int] | None:
    """Year and quarter whose report that row is part of; None for any other row, whose effect the results tell.

    `lama` and `baru` are whole rows with the same key, None for a row that is new or goes.
    """
    if lama is not None and baru is not None:
        berubah = {kolom for kolom in lama if lama[kolom] != baru.get(kolom)}
        if not berubah:
            return None
        if lembar == "realisasi" and berubah <= JAWABAN:
            return _tempat_jawaban(lama, baru)
    if lembar not in LAPORAN:
        return None
    letak = [t for baris in (lama, baru) if baris is not None and (t := _letak(baris)) is not None]
    return min(letak, default=None)


def _tempat_jawaban(lama: Baris, baru: Baris) -> tuple[int, int] | None:
    """Where an answer to a promise belongs, as on the page: an open promise is answered in any later quarter.

    A settled one is asked about in the quarter after its own only. No answer, or one to no promise, is no answer.
    """
    letak, lalu = _letak(lama), lama.get("status_tindak_lanjut")
    if letak is None or not baru.get("status_tindak_lanjut") or not ada_janji(lama):
        return letak
    tahun, triwulan = letak
    return (tahun + triwulan // 4, triwulan % 4 + 1) if lalu in SELESAI_DIURUS else None


def _letak(baris: Baris) -> tuple[int, int] | None:
    tahun = baris.get("tahun")
    if not isinstance(tahun, int):
        return None
    if "periode" in baris:
        return tahun, triwulan_dari(str(baris["periode"]))
    bulan = baris.get("bulan")
    if not isinstance(bulan, int):
        return None
    return tahun, triwulan_bulan(bulan)


def triwulan_bulan(bulan: int) -> int:
    """The quarter a month of scores belongs to; the annual score (0) comes with the fourth."""
    return (bulan - 1) // 3 + 1 if bulan else 4


class KeadaanPosisi(StrEnum):
    """Whether the figures of a position may still move, in the word that stands beside it."""

    SEMENTARA = "sementara"
    DIKUNCI = "dikunci"
    DIKOREKSI = "dikunci, sedang dikoreksi"


@dataclass(frozen=True, slots=True)
class KeadaanKunci:
    """The locks and corrections of one agency."""

    kunci: tuple[KunciPeriode, ...] = ()
    koreksi: tuple[Koreksi, ...] = ()

    def terkunci_sampai(self, tahun: int) -> int:
        """The last closed quarter of a year; 0 when none is."""
        return max((k.triwulan for k in self.kunci if k.tahun == tahun), default=0)

    def terkunci(self, tahun: int, triwulan: int) -> bool:
        return triwulan <= self.terkunci_sampai(tahun)

    def koreksi_terbuka(self, tahun: int, triwulan: int) -> Koreksi | None:
        return next((k for k in self.koreksi if (k.tahun, k.triwulan) == (tahun, triwulan) and k.terbuka), None)

    def posisi(self, tahun: int, triwulan: int) -> KeadaanPosisi:
        """What a reader of that quarter's figures is told about them."""
        if not self.terkunci(tahun, triwulan):
            return KeadaanPosisi.SEMENTARA
        dikoreksi = self.koreksi_meliputi(tahun, triwulan) is not None
        return KeadaanPosisi.DIKOREKSI if dikoreksi else KeadaanPosisi.DIKUNCI

    def bulan_tertutup(self, tahun: int) -> frozenset[int]:
        """Months (0: the year's score) of quarters that are closed and under no open correction."""
        return frozenset(
            bulan
            for bulan in range(BANYAK_BULAN + 1)
            if self.terkunci(tahun, tw := triwulan_bulan(bulan)) and self.koreksi_meliputi(tahun, tw) is None
        )

    def koreksi_meliputi(self, tahun: int, triwulan: int) -> Koreksi | None:
        """The correction under which a result of that quarter may move: its own, or of an earlier one of the year."""
        terbuka = (k for k in self.koreksi if k.tahun == tahun and k.triwulan <= triwulan and k.terbuka)
        return max(terbuka, key=lambda k: k.triwulan, default=None)

    def izinkan(self, tahun: int, triwulan: int) -> Koreksi | None:
        """The correction a change there runs under, None where nothing is closed. Raises PeriodeTerkunci."""
        if not self.terkunci(tahun, triwulan):
            return None
        koreksi = self.koreksi_terbuka(tahun, triwulan)
        if koreksi is None:
            raise PeriodeTerkunci(tahun, triwulan)
        return koreksi


def akan_dikunci(keadaan: KeadaanKunci, tahun: int, triwulan: int) -> tuple[int, ...]:
    """The quarters that closing up to that one closes. Raises KunciDitolak when it is closed already."""
    if keadaan.terkunci(tahun, triwulan):
        raise KunciDitolak(f"{kalimat_terkunci(tahun, triwulan)}.")
    return tuple(range(keadaan.terkunci_sampai(tahun) + 1, triwulan + 1))


def alasan_sah(alasan: str) -> str:
    """The reason without blanks around it. Raises KunciDitolak when it says nothing."""
    isi = satu_baris(alasan)
    if len(isi) < ALASAN_TERPENDEK:
        raise KunciDitolak(f"Tulis alasan koreksi, paling sedikit {ALASAN_TERPENDEK} huruf.")
    return isi


def periksa_buka(keadaan: KeadaanKunci, tahun: int, triwulan: int) -> None:
    """Raises KunciDitolak unless a correction can be opened there."""
    if not keadaan.terkunci(tahun, triwulan):
        raise KunciDitolak(f"TW {ROMAWI[triwulan]} {tahun} belum dikunci; ubah langsung tanpa koreksi.")
    if keadaan.koreksi_terbuka(tahun, triwulan) is not None:
        raise KunciDitolak(f"Koreksi TW {ROMAWI[triwulan]} {tahun} sudah terbuka.")


def nomor_berikut(koreksi: Iterable[Koreksi]) -> int:
    return max((k.nomor for k in koreksi), default=0) + 1
