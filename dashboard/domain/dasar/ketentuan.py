"""One dated row of a rule, with the regulation it comes from: what every result that rests on it carries along."""

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from fractions import Fraction

SEBELUM_ADA_DATA = date(2000, 1, 1)
"""The day on rows that hold for as long as there is data; no year before it can be handed in."""
BELUM_DIKONFIRMASI = "belum dikonfirmasi"
PERATURAN_DAERAH = {"Pergub": "Provinsi ", "Perbup": "Kabupaten ", "Perwal": "Kota ", "Perda": "", "Keputusan": ""}
"""How the regulations of one region begin, and how the region that makes such ones is called."""


@dataclass(frozen=True, slots=True)
class Ketentuan:
    """What one rule says from `berlaku_mulai` on, both days included.

    `nilai` is written as in the file (numbers with a decimal comma), in `satuan`. `letak` is the article or place in
    `peraturan`. `dikonfirmasi`: read in the regulation's own text or in public guides to it.
    """

    kunci: str
    nilai: str
    satuan: str
    berlaku_mulai: date
    berlaku_selesai: date | None
    peraturan: str
    letak: str
    dikonfirmasi: bool
    catatan: str = ""

    @property
    def angka(self) -> Decimal:
        """The value as a number. Raises ValueError where the rule is no number."""
        try:
            return Decimal(self.nilai.replace(",", "."))
        except InvalidOperation:
            raise ValueError(f"rule {self.kunci} is no number: {self.nilai!r}") from None

    @property
    def pecahan(self) -> Fraction:
        """The value, exactly. Raises ValueError where the rule is no number."""
        return Fraction(self.angka)

    @property
    def bulat(self) -> int:
        """The value as a whole number. Raises ValueError where the rule is none."""
        if self.angka != self.angka.to_integral_value():
            raise ValueError(f"rule {self.kunci} is no whole number: {self.nilai!r}")
        return int(self.angka)

    @property
    def sumber(self) -> str:
        """Regulation and place, and that it is not confirmed where it is not."""
        tempat = ", ".join(satu for satu in (self.peraturan, self.letak) if satu)
        return tempat if self.dikonfirmasi else f"{tempat} ({BELUM_DIKONFIRMASI})"

    def acuan(self, wilayah: str | None) -> bool:
        """Whether it is another region's own, no more than a reference for an agency of `wilayah` ("Kota Bogor")."""
        jenis = next((kata for awal, kata in PERATURAN_DAERAH.items() if self.peraturan.startswith(awal)), None)
        if jenis is None or not wilayah or not wilayah.startswith(jenis):
            return jenis is not None
        return re.search(rf"\b{re.escape(wilayah.split(' ', 1)[-1])}\b", self.peraturan) is None

    def berlaku(self, hari: date) -> bool:
        return self.berlaku_mulai <= hari and (self.berlaku_selesai is None or hari <= self.berlaku_selesai)
