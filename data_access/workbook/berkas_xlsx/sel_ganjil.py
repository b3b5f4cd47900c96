"""Cells of an .xlsx that the reader of values cannot take, or takes in part, looked for once it has failed."""

import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import IO
from xml.parsers.expat import ParserCreate

from data_access.workbook.berkas.mentah import SelRusak
from data_access.workbook.berkas.tolak import tolak_dtd
from data_access.workbook.berkas_xlsx.kosakata import ARTI
from data_access.workbook.cell_address import Letak, parse_cell_address

TAK_TERBACA = "berisi nilai yang tidak dapat dibaca dari berkasnya"
KETIK_ULANG = "Ketik ulang isi sel itu, lalu simpan sebagai .xlsx."
MAKS_GANJIL = 1000
POTONGAN = 1 << 18
GALAT = {"#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!", "#DATA!", "#GETTING_DATA"}
BENAR_SALAH = {"0", "1", "true", "false"}


@dataclass(frozen=True, slots=True)
class SelXml:
    """One filled cell as it stands in the XML; `banyak` is how many values it has."""

    letak: Letak
    jenis: str
    nilai: str
    banyak: int

    def terbaca(self, banyak_teks: int) -> bool:
        """Whether it is what its kind says; of shared texts there are so many."""
        if self.jenis == "n":
            try:
                return math.isfinite(float(self.nilai)) and self.nilai == self.nilai.strip()
            except ValueError:
                return False
        if self.jenis == "s":
            return self.nilai.isdecimal() and int(self.nilai) < banyak_teks
        biasa = {"b": BENAR_SALAH, "e": GALAT}
        return self.nilai in biasa[self.jenis] if self.jenis in biasa else self.jenis in {"str", "inlineStr", "d"}


def sel_ganjil(alir: IO[bytes], ganjil: Callable[[SelXml], bool]) -> dict[Letak, SelRusak]:
    """The filled cells of a sheet of which that holds, the first of very many. Raises ExpatError and ValueError."""
    semua = (satu for satu in _sel(alir) if ganjil(satu))
    return {
        satu.letak: SelRusak(satu.nilai, TAK_TERBACA, KETIK_ULANG)
        for satu, _ in zip(semua, range(MAKS_GANJIL), strict=False)
    }


class _Pembaca:
    """Told of the elements of a sheet; `jadi` are the filled cells since it was last emptied."""

    def __init__(self) -> None:
        self.jadi: list[SelXml] = []
        self._baris = self._kolom = -1
        self._jenis, self._nilai, self._banyak, self._didengar = "n", "", 0, False

    def mulai(self, elemen: str, sifat: dict[str, str]) -> None:
        arti, alamat = ARTI.get(elemen), sifat.get("r")
        if arti == "row":
            self._baris, self._kolom = self._baris + 1 if alamat is None else int(alamat) - 1, -1
        elif arti == "c":
            kanan = self._baris, self._kolom + 1
            self._baris, self._kolom = kanan if alamat is None else parse_cell_address(alamat)
            self._jenis, self._nilai, self._banyak = sifat.get("t", "n"), "", 0
        elif arti in {"v", "is"}:
            self._banyak, self._didengar = self._banyak + 1, True

    def akhir(self, elemen: str) -> None:
        arti = ARTI.get(elemen)
        self._didengar = self._didengar and arti not in {"v", "is"}
        if arti == "c" and self._nilai.strip():
            self.jadi.append(SelXml((self._baris, self._kolom), self._jenis, self._nilai, self._banyak))

    def teks(self, isi: str) -> None:
        if self._didengar:
            self._nilai += isi


def _sel(alir: IO[bytes]) -> Iterator[SelXml]:
    pembaca, pengurai = _Pembaca(), ParserCreate(namespace_separator=" ")
    pengurai.buffer_text = True
    pengurai.StartDoctypeDeclHandler = tolak_dtd
    pengurai.StartElementHandler, pengurai.EndElementHandler = pembaca.mulai, pembaca.akhir
    pengurai.CharacterDataHandler = pembaca.teks
    while potongan := alir.read(POTONGAN):
        pengurai.Parse(potongan, False)
        yield from pembaca.jadi
        pembaca.jadi.clear()
    pengurai.Parse(b"", True)
