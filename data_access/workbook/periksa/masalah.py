"""What is wrong with a workbook: one sentence a cell, and the list that gathers them."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from dashboard.domain.dasar.angka import tulis_angka

MAKS_MASALAH = 1000
PANJANG_NILAI = 60
Jawab = Decimal | str
"""An answer: a number, or the code that an unknown row stands for; ABAIKAN leaves the row out."""
ABAIKAN = ""
KATA_ABAIKAN = "abaikan"


@dataclass(frozen=True, slots=True)
class TanyaKolom:
    """A question about a whole column, "realisasi!nilai": a word for each answer, and what it means."""

    kunci: str
    hal: str
    kata: tuple[str, ...]
    arti: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TanyaBaris:
    """A question about rows whose code nobody knows: the first cell that holds it, and in how many rows it stands."""

    kunci: str
    banyak: int


@dataclass(frozen=True, slots=True)
class Masalah:
    """`sel` is the address as Excel shows it, "realisasi!D14"; `salah` and `benar` complete a sentence each.

    A number that can be read in several ways has its readings in `pilihan`; where a whole column can (`tanya`), they
    are the numbers of the answers, and of an unknown row codes. `arti` says each in words where it is more
    than the number.
    """

    lembar: str
    sel: str
    nilai: str
    salah: str
    benar: str
    pilihan: tuple[Jawab, ...] = ()
    tanya: TanyaKolom | TanyaBaris | None = None
    arti: tuple[str, ...] = ()

    @property
    def kunci(self) -> str:
        """What an answer is given to."""
        return self.tanya.kunci if self.tanya else self.sel

    @property
    def jawaban(self) -> dict[str, Jawab]:
        """The answers as one types them."""
        kata = self.tanya.kata if isinstance(self.tanya, TanyaKolom) else tuple(map(kata_jawab, self.pilihan))
        return dict(zip(kata, self.pilihan, strict=True))

    def teks(self) -> str:
        isi = f'"{self.nilai}" ' if self.nilai else ""
        return f"{self.sel}: {isi}{self.salah}. {self.benar}"


def kata_jawab(satu: Jawab) -> str:
    """An answer as one types it."""
    return tulis_angka(satu) if isinstance(satu, Decimal) else satu or KATA_ABAIKAN


def kunci_jawab(sel: str) -> str:
    """ "realisasi!D14" as one types it where "!" and "?" mean something to the shell: "realisasi.D14"."""
    return sel.replace("!", ".").replace("?", ".")


class DaftarMasalah:
    """All problems in the order found; beyond MAKS_MASALAH they are only counted."""

    def __init__(self) -> None:
        self._isi: dict[Masalah, None] = {}
        self.jumlah = 0

    def __len__(self) -> int:
        return self.jumlah

    def __iter__(self) -> Iterator[Masalah]:
        return iter(self._isi)

    def tambah(
        self,
        lembar: str,
        sel: str,
        nilai: object,
        salah: str,
        benar: str,
        *,
        pilihan: tuple[Jawab, ...] = (),
        tanya: TanyaKolom | TanyaBaris | None = None,
        arti: tuple[str, ...] = (),
    ) -> None:
        """Add a problem; one that was said of its cell already is the same, as where a cell was read for four rows."""
        satu = Masalah(lembar, sel, ringkas(nilai), salah, benar, pilihan, tanya, arti)
        if satu in self._isi:
            return
        self.jumlah += 1
        if len(self._isi) < MAKS_MASALAH:
            self._isi[satu] = None

    def salinan(self) -> "DaftarMasalah":
        """A list of its own with the same problems."""
        lain = DaftarMasalah()
        lain._isi, lain.jumlah = dict(self._isi), self.jumlah
        return lain


def ringkas(nilai: object) -> str:
    """The value as far as it fits into a sentence."""
    isi = "" if nilai is None else " ".join(str(nilai).split())
    return isi if len(isi) <= PANJANG_NILAI else isi[: PANJANG_NILAI - 1] + "…"
