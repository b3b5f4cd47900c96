"""The letters a number format puts around and among the digits: "1"0.0 shows 40,6 as 140.6, 0"."00 4056 as 40.56."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

MINUS = "-\u2010\u2011\u2012\u2013\u2212"
_MENYATU = r"[\d.,:/'\s\u00a0\u202f]*"
_KIRI, _KANAN = re.compile(_MENYATU + "$"), re.compile(_MENYATU)
_UANG = re.compile(r"Rp\.?|IDR|\$", re.IGNORECASE)
_PEMISAH = re.compile(r"['\s\u00a0\u202f]")
_BACAAN = (re.compile(r"(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))?"), re.compile(r"(\d{1,3}(?:\.\d{3})+|\d+)(?:,(\d+))?"))


def bacaan_angka(teks: str) -> tuple[Decimal, ...]:
    """The readings of digits with their signs: the dot as the decimal sign, or the comma."""
    angka = _PEMISAH.sub("", teks)
    cocok = (satu.fullmatch(angka) for satu in _BACAAN)
    return tuple(Decimal(re.sub(r"\D", "", c[1]) + (f".{c[2]}" if c[2] else "")) for c in cocok if c)


def menandai_minus(depan: str) -> bool:
    """Whether what stands before digits makes them negative: a minus, or a bracket that is not closed.

    "BB (" names a class, and is no such bracket.
    """
    sebelum, kurung, _ = depan.rpartition(")")[2].partition("(")
    return any(satu in depan for satu in MINUS) or (bool(kurung) and not _UANG.sub("", sebelum).strip())


@dataclass(frozen=True, slots=True)
class HurufBagian:
    """`depan` and `belakang` stand before and behind the digits, `tengah` among them: (place, letters).

    A place is how many digits of the whole number stand to the right, or, below 0, of its fraction to the left.
    """

    depan: str
    tengah: tuple[tuple[int, str], ...]
    belakang: str

    @property
    def semua(self) -> str:
        return self.depan + "".join(huruf for _, huruf in self.tengah) + self.belakang

    @property
    def berangka(self) -> bool:
        """Whether the digits run into others, or are parted."""
        return bool(self.tengah) or any(map(str.isdigit, self._kiri + self._kanan))

    @property
    def minus(self) -> bool:
        """Whether a minus or a bracket that is not closed stands before the digits."""
        return menandai_minus(self.depan)

    def bertanda(self, *, negatif: bool) -> bool:
        """Whether they show a number as negative; a minus behind it does so only where it is (1.000,- is money)."""
        return self.minus or (negatif and any(satu in self.belakang for satu in MINUS + ")"))

    def susun(self, nilai: Decimal) -> str:
        """The whole cell as it is shown."""
        return self.depan + self._angka(nilai) + self.belakang

    def bacaan(self, nilai: Decimal) -> tuple[Decimal, ...]:
        """The numbers one may read there."""
        return bacaan_angka(self._kiri + self._angka(nilai) + self._kanan)

    @property
    def _kiri(self) -> str:
        cocok = _KIRI.search(self.depan)
        return cocok[0] if cocok and any(map(str.isdigit, cocok[0])) else ""

    @property
    def _kanan(self) -> str:
        cocok = _KANAN.match(self.belakang)
        return cocok[0] if cocok and any(map(str.isdigit, cocok[0])) else ""

    def _angka(self, nilai: Decimal) -> str:
        bulat, _, pecahan = format(nilai, "f").partition(".")
        bulat = bulat.zfill(max((letak for letak, _ in self.tengah), default=0) + 1)
        for letak, huruf in self.tengah:
            if letak > 0:
                potong = max(len(bulat) - letak - sum(len(h) for n, h in self.tengah if 0 < n < letak), 0)
                bulat = bulat[:potong] + huruf + bulat[potong:]
        for letak, huruf in reversed(self.tengah):
            if letak < 0:
                pecahan = pecahan[:-letak] + huruf + pecahan[-letak:]
        return f"{bulat}.{pecahan}" if pecahan else bulat


def baca_huruf(tanda: Sequence[tuple[str, str]]) -> HurufBagian:
    """From the signs of a section in their order: (letters that are shown, what stands for digits)."""
    tempat = [i for i, (_, angka) in enumerate(tanda) if angka and angka in "0#?"]
    if not tempat:
        return HurufBagian("".join(huruf for huruf, _ in tanda), (), "")
    titik = next((i for i, (_, angka) in enumerate(tanda) if angka == "."), len(tanda))
    tengah: list[tuple[int, str]] = []
    for i, (huruf, _) in enumerate(tanda[tempat[0] : tempat[-1] + 1], start=tempat[0]):
        if huruf.strip():
            kanan, kiri = sum(i < n < titik for n in tempat), sum(titik < n < i for n in tempat)
            tengah.append((-kiri if i > titik else kanan, huruf))
    depan, belakang = tanda[: tempat[0]], tanda[tempat[-1] + 1 :]
    return HurufBagian("".join(h for h, _ in depan), tuple(tengah), "".join(h for h, _ in belakang))
