"""The letters in a cell of an .ods: paragraphs, blanks written as elements, and what of it is struck out or raised."""

from data_access.workbook.berkas.mentah import Huruf, Tercoret, pilah
from data_access.workbook.berkas_lain.gaya_ods import RUANG, TEKS, GayaOds

ALINEA = {f"{TEKS}p", f"{TEKS}h"}
BISU = {f"{RUANG}office:1.0 annotation", f"{TEKS}ruby-text", f"{TEKS}note"}
"""What stands inside a cell and is not its text."""
SELIPAN = {f"{TEKS}s": " ", f"{TEKS}tab": "\t", f"{TEKS}line-break": "\n"}
MAKS_HURUF = 100_000
"""More than a cell may hold: what is longer is refused where it is read."""


class TulisanSel:
    """Told of the elements inside one cell. `ada` says whether it shows any text at all, be it empty."""

    def __init__(self, gaya: GayaOds) -> None:
        self._gaya = gaya
        self._bagian: list[Huruf] = []
        self._panjang = self._alinea = self._bisu = 0
        self._gaya_kini: list[tuple[bool, bool]] = []
        self.ada = False

    @property
    def penuh(self) -> str:
        return "".join(satu.teks for satu in self._bagian)

    @property
    def tercoret(self) -> Tercoret | None:
        """The text where part of it is struck out or raised."""
        return pilah(self._bagian)

    def mulai(self, elemen: str, sifat: dict[str, str]) -> None:
        if elemen in BISU or self._bisu:
            self._bisu += 1
        elif elemen in ALINEA:
            if self.ada:
                self._tambah("\n")
            self.ada = True
            self._alinea += 1
            self._gaya_kini.append((self._gaya.coret("paragraph", sifat.get(f"{TEKS}style-name", "")), False))
        elif self._alinea:
            gaya = sifat.get(f"{TEKS}style-name")
            kini = self._gaya_kini[-1] if gaya is None else (self._gaya.coret("text", gaya), self._gaya.naik(gaya))
            self._gaya_kini.append(kini)
            if elemen in SELIPAN:
                self._tambah(SELIPAN[elemen] * min(int(sifat.get(f"{TEKS}c", 1)), MAKS_HURUF))

    def teks(self, teks: str) -> None:
        if self._alinea and not self._bisu:
            self._tambah(teks)

    def akhir(self, elemen: str) -> None:
        if self._bisu:
            self._bisu -= 1
        elif self._alinea:
            self._gaya_kini.pop()
            self._alinea -= elemen in ALINEA

    def _tambah(self, teks: str) -> None:
        if self._panjang > MAKS_HURUF:
            return
        self._panjang += len(teks)
        self._bagian.append(Huruf(teks, *(self._gaya_kini[-1] if self._gaya_kini else (False, False))))
