"""Rich text of an .xlsx: runs of letters, some struck out or raised, which the reader of values joins."""

import zipfile
from typing import IO
from xml.parsers.expat import ParserCreate

from data_access.workbook.berkas.mentah import Huruf, Tercoret, pilah
from data_access.workbook.berkas.tolak import RUSAK
from data_access.workbook.berkas_xlsx.gaya_xlsx import TIDAK

POTONGAN = 1 << 18
CORETAN, NAIK = "strike", "vertAlign"
TANDA = (CORETAN.encode(), NAIK.encode())


class TeksKaya:
    """Gathers one text: told of elements by their names without namespace, and of letters."""

    def __init__(self) -> None:
        self._bagian: list[Huruf] = []
        self._coret = self._naik = self._dibaca = self._lafal = False

    def mulai(self, elemen: str, sifat: dict[str, str]) -> None:
        if elemen == "r":
            self._coret = self._naik = False
        elif elemen == NAIK:
            self._naik = sifat.get("val") in {"superscript", "subscript"}
        elif elemen == CORETAN:
            self._coret = sifat.get("val", "1") not in TIDAK
        elif elemen == "rPh":
            self._lafal = True
        elif elemen == "t":
            self._dibaca = not self._lafal

    def teks(self, teks: str) -> None:
        if self._dibaca:
            self._bagian.append(Huruf(teks, self._coret, self._naik))

    def akhir(self, elemen: str) -> None:
        if elemen == "t":
            self._dibaca = False
        elif elemen == "rPh":
            self._lafal = False
        elif elemen == "r":
            self._coret = self._naik = False

    def tercoret(self) -> Tercoret | None:
        """The text where part of it is struck out or raised."""
        return pilah(self._bagian)


def memuat_coretan(alir: IO[bytes]) -> bool:
    """Whether the bytes of a part speak of struck-out or raised letters at all. Reads it to its end."""
    ekor, ada = b"", False
    while potongan := alir.read(POTONGAN):
        ada = ada or any(satu in potongan or satu in ekor + potongan[: len(satu)] for satu in TANDA)
        ekor = potongan[-max(map(len, TANDA)) :]
    return ada


def teks_tercoret(arsip: zipfile.ZipFile, bagian: str) -> dict[int, Tercoret]:
    """The shared strings that are struck out or raised, by their index. Raises ExpatError."""
    hasil: dict[int, Tercoret] = {}
    satu, nomor = TeksKaya(), -1

    def mulai(elemen: str, sifat: dict[str, str]) -> None:
        nonlocal satu, nomor
        nama = elemen.rpartition(" ")[2]
        if nama == "si":
            satu, nomor = TeksKaya(), nomor + 1
        satu.mulai(nama, sifat)

    def akhir(elemen: str) -> None:
        nama = elemen.rpartition(" ")[2]
        satu.akhir(nama)
        if nama == "si" and (tercoret := satu.tercoret()) is not None:
            hasil[nomor] = tercoret

    def tolak(*_: object) -> None:
        raise RUSAK

    pengurai = ParserCreate(namespace_separator=" ")
    pengurai.StartDoctypeDeclHandler = tolak
    pengurai.StartElementHandler, pengurai.EndElementHandler = mulai, akhir
    pengurai.CharacterDataHandler = lambda teks: satu.teks(teks)
    with arsip.open(bagian) as alir:
        pengurai.ParseFile(alir)
    return hasil
