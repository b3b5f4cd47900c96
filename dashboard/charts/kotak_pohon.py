"""What is written on a box of the cascade, the same in the tree, the table, the overview and the picture."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from dashboard.domain.cascade.tautan import Garis
from dashboard.domain.dasar.skala import Status
from dashboard.domain.hitung.hasil import HasilIndikator
from dashboard.formatting import capaian_teks
from dashboard.texts import STATUS

LENCANA_TERBANYAK = 4
"""With more indicators than this a box counts them by status instead of naming each."""

URUTAN_STATUS = (
    Status.KRITIS,
    Status.PERLU_PERHATIAN,
    Status.TERCAPAI,
    Status.MELAMPAUI,
    *(s for s in Status if not s.berwarna),
)

NAMA_GARIS: dict[Garis, str] = {
    Garis.DIHITUNG: "dihitung: rumus tertulis atau menurut peraturan",
    Garis.ASUMSI: "dihitung dengan asumsi: rumusnya perkiraan atau sebagian masukan belum ada",
    Garis.HANYA_ARAH: "mendukung: tanpa hitungan ke nilai induk",
    Garis.EKSTERNAL: "dinilai lembaga luar: nilai induk tidak dihitung dari sini",
    Garis.PENEMPATAN: "tanpa rumus: hanya ditempatkan di bawah induknya",
}
KATA_GARIS: dict[Garis, str] = {g: teks.split(":")[0] for g, teks in NAMA_GARIS.items()}
KATA_KEYAKINAN = {"disimpulkan": "letak disimpulkan", "ragu": "letak diragukan"}


@dataclass(frozen=True, slots=True)
class Lencana:
    """A chip: one indicator (`nama` set) or, on a crowded box, all of one status (`jumlah` set)."""

    status: Status
    nama: str = ""
    capaian: str = ""
    jumlah: int = 0

    @property
    def teks(self) -> str:
        """The words beside the shape: "Kritis 62,5 %", "5 kritis"."""
        kata = STATUS[self.status].kata
        return f"{self.jumlah} {kata.lower()}" if self.jumlah else f"{kata} {self.capaian}".strip()


def lencana(hasil: Sequence[HasilIndikator]) -> tuple[Lencana, ...]:
    """The chips of one box: each indicator, or the counts by status, the worst first."""
    if len(hasil) <= LENCANA_TERBANYAK:
        return tuple(Lencana(h.status, h.indikator.nama, _capaian(h)) for h in hasil)
    hitung = Counter(h.status for h in hasil)
    return tuple(Lencana(s, jumlah=hitung[s]) for s in URUTAN_STATUS if hitung[s])


def _capaian(h: HasilIndikator) -> str:
    return capaian_teks(h.capaian) if h.persen is not None or h.tak_hingga else ""


def status_terburuk(hasil: Sequence[HasilIndikator]) -> Status | None:
    """The status a box is known by when there is room for one; None without an indicator."""
    return min((h.status for h in hasil), key=URUTAN_STATUS.index, default=None)


def kalimat_sebaran(sebaran: Sequence[tuple[Status, int]]) -> str:
    """ "5 kritis, 10 perlu perhatian, 60 tercapai", the worst first."""
    hitung = dict(sebaran)
    return ", ".join(f"{hitung[s]} {STATUS[s].kata.lower()}" for s in URUTAN_STATUS if s in hitung)


def temuan_pohon(sebaran: Sequence[tuple[Status, int]], kotak: int) -> str:
    """The finding that heads the page: what is unreported, then what is red and orange among all indicators."""
    hitung = dict(sebaran)
    jumlah = sum(hitung.values())
    if not any(hitung.get(s) for s in Status if s.berwarna):
        return f"{jumlah} indikator pada {kotak} kotak, belum ada yang dapat dinilai"
    urut = (Status.BELUM_DILAPORKAN, Status.KRITIS, Status.PERLU_PERHATIAN)
    perlu = [f"{hitung[s]} {STATUS[s].kata.lower()}" for s in urut if hitung.get(s)]
    if perlu:
        return f"{', '.join(perlu)} dari {jumlah} indikator pada {kotak} kotak"
    return f"Tidak ada indikator di bawah target pada {kotak} kotak"
