"""What the database already holds, as the checks need it; each question is asked once per agency."""

from functools import cached_property
from typing import Any

from sqlalchemy.engine import Connection

from dashboard.domain.kamus.buku_kerja import BERNILAI, PEMISAH_DAFTAR, lembar
from data_access.baris import Baris, ambil
from data_access.kinerja import daftar_instansi, nomor_versi


class Pangkalan:
    """Reads through one connection; keeps what it read."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection
        self._ingat: dict[tuple[str, ...], Any] = {}

    @cached_property
    def instansi(self) -> tuple[str, ...]:
        return tuple(satu.kode for satu in daftar_instansi(self.connection))

    def kode(self, instansi: str, nama: str) -> frozenset[str]:
        """The codes of that sheet."""
        kunci = lembar(nama).kunci[0]
        return frozenset(str(baris[kunci]) for baris in self.kolom(instansi, nama, kunci))

    def kolom(self, instansi: str, nama: str, *kolom: str) -> list[Baris]:
        """Those columns of all rows of a sheet."""
        tanya = (instansi, nama, *kolom)
        if tanya not in self._ingat:
            self._ingat[tanya] = ambil(self.connection, nama, instansi, kolom)
        isi: list[Baris] = self._ingat[tanya]
        return isi

    def satuan(self, instansi: str) -> dict[str, str | None]:
        """The unit of every indikator and variabel."""
        return {
            str(baris["kode"]): None if baris["satuan"] is None else str(baris["satuan"])
            for nama in BERNILAI
            for baris in self.kolom(instansi, nama, "kode", "satuan")
        }

    def alias_unit(self, instansi: str) -> dict[str, str]:
        """Other spellings of a unit to its code."""
        return alias_unit(self.kolom(instansi, "unit", "kode", "alias"))

    def nomor_versi(self, instansi: str) -> int:
        return nomor_versi(self.connection, instansi)


def alias_unit(baris: list[Baris]) -> dict[str, str]:
    return {
        ejaan.casefold(): str(satu["kode"])
        for satu in baris
        for ejaan in str(satu.get("alias") or "").split(PEMISAH_DAFTAR)
        if ejaan and satu.get("kode")
    }
