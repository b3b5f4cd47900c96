"""What was promised with an earlier report, and how it stands when the next one is due."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from dashboard.domain.dasar.periode import SampaiDengan, nama_periode
from dashboard.domain.entri.aturan import Entri, StatusEntri

STATUS_JANJI = ("berjalan", "selesai", "batal")
SELESAI_DIURUS = ("selesai", "batal")


class KeadaanJanji(StrEnum):
    """How a promise stands on a day, in the words of the screen."""

    BERJALAN = "berjalan"
    LEWAT = "lewat batas waktu"
    SELESAI = "selesai"
    BATAL = "batal"


@dataclass(frozen=True, slots=True)
class Janji:
    """One promise: the remedy or follow-up written with a report, unanswered while `status` is None."""

    entri: Entri

    @property
    def isi(self) -> str:
        return self.entri.tindak_lanjut or self.entri.solusi or ""

    @property
    def status(self) -> str | None:
        return self.entri.status_tindak_lanjut

    @property
    def periode(self) -> str:
        return f"{nama_periode(self.entri.periode)} {self.entri.tahun}"

    @property
    def terbuka(self) -> bool:
        return self.status not in SELESAI_DIURUS

    def lewat(self, hari_ini: date) -> bool:
        """Whether it is still open after its day."""
        return self.terbuka and self.entri.batas_waktu is not None and self.entri.batas_waktu < hari_ini

    def keadaan(self, hari_ini: date) -> KeadaanJanji:
        """One without an answer runs on."""
        if not self.terbuka:
            return KeadaanJanji(str(self.status))
        return KeadaanJanji.LEWAT if self.lewat(hari_ini) else KeadaanJanji.BERJALAN


def janji_sampai(entri: Iterable[Entri], sd: SampaiDengan) -> tuple[Janji, ...]:
    """Every promise made up to a position, newest first; what is still a draft is not promised yet."""
    return tuple(
        Janji(e)
        for e in sorted(entri, key=lambda e: (_urutan(e.sd), e.periode), reverse=True)
        if _urutan(e.sd) <= _urutan(sd) and e.status is not StatusEntri.DRAF and _berjanji(e)
    )


def lewat_batas(janji: Iterable[Janji], hari_ini: date) -> tuple[Janji, ...]:
    """Those still open after their day, the longest overdue first."""
    return tuple(sorted((j for j in janji if j.lewat(hari_ini)), key=lambda j: (j.entri.batas_waktu, j.entri.kunci)))


def janji_lalu(entri: Iterable[Entri], sd: SampaiDengan) -> tuple[Janji, ...]:
    """The promises of one indicator a quarter opens with: all of the quarter before, and older ones still open.

    Newest first. A promise dropped or kept in an older quarter is history.
    """
    sebelum = _urutan(sd) - 1
    janji = [
        Janji(e)
        for e in sorted(entri, key=lambda e: (_urutan(e.sd), e.periode), reverse=True)
        if _urutan(e.sd) <= sebelum and _berjanji(e)
    ]
    return tuple(j for j in janji if j.terbuka or _urutan(j.entri.sd) == sebelum)


def ada_janji(laporan: Mapping[str, object]) -> bool:
    """Whether a report promises something: a follow-up, or a remedy with a day."""
    return bool(laporan.get("tindak_lanjut") or (laporan.get("solusi") and laporan.get("batas_waktu")))


def _berjanji(e: Entri) -> bool:
    return ada_janji({kolom: getattr(e, kolom) for kolom in ("tindak_lanjut", "solusi", "batas_waktu")})


def _urutan(sd: SampaiDengan) -> int:
    return sd.tahun * 4 + sd.triwulan
