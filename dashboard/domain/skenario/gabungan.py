"""A goal that no input reaches alone: the mix of inputs that does, smallest in total.

People and documents come before what is not counted, and among them the one that moves the indicator most for each
person or document; each goes to its bound, the last only as far as the goal needs. Where the indicator grows evenly
with its inputs no other mix is smaller.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from dashboard.domain.dasar.indikator import Polaritas
from dashboard.domain.hitung.capaian import NOL
from dashboard.domain.skenario.batas import batas_masukan
from dashboard.domain.skenario.cari_nilai import cari_nilai, utuh
from dashboard.domain.skenario.dasar import DasarSkenario, KunciUbahan, Ubahan
from dashboard.domain.skenario.hitungan import nilai_dalam


@dataclass(frozen=True, slots=True)
class LangkahGabungan:
    """One input of a mix: from what to what. `cacah`: counted in people, documents, decrees."""

    kunci: KunciUbahan
    dari: Decimal
    ke: Decimal
    cacah: bool


@dataclass(frozen=True, slots=True)
class Gabungan:
    """The inputs to move together and what the indicator then is; `tercapai` False: even all of them are too little."""

    langkah: tuple[LangkahGabungan, ...]
    hasil: Decimal | None
    tercapai: bool

    @property
    def total(self) -> Decimal | None:
        """How many people and documents in all; None where something else is moved too."""
        if not all(satu.cacah for satu in self.langkah):
            return None
        return sum((abs(satu.ke - satu.dari) for satu in self.langkah), NOL)

    @property
    def ubahan(self) -> dict[KunciUbahan, Decimal]:
        return {satu.kunci: satu.ke for satu in self.langkah}


def cari_gabungan(
    dasar: DasarSkenario, ubahan: Ubahan, kunci: Iterable[KunciUbahan], kode: str, tujuan: Decimal
) -> Gabungan:
    """The smallest mix of these inputs with which the indicator is at least (or at most) `tujuan`."""
    naik = 1 if dasar.graph.indikator[kode].polaritas is Polaritas.POSITIF else -1
    keadaan, langkah = dict(ubahan), []
    hasil = nilai_dalam(dasar, keadaan, kode)
    for satu in _berpengaruh(dasar, ubahan, kunci, kode, naik):
        baru = nilai_dalam(dasar, {**keadaan, satu.kunci: satu.ke}, kode)
        if baru is None or (hasil is not None and (baru - hasil) * naik <= 0):
            continue
        if (baru - tujuan) * naik >= 0:
            jawab = cari_nilai(dasar, keadaan, satu.kunci, kode, tujuan)
            akhir = satu.ke if jawab.nilai is None else jawab.nilai
            langkah.append(LangkahGabungan(satu.kunci, satu.dari, akhir, satu.cacah))
            return Gabungan(tuple(langkah), nilai_dalam(dasar, {**keadaan, satu.kunci: akhir}, kode), tercapai=True)
        keadaan[satu.kunci], hasil = satu.ke, baru
        langkah.append(satu)
    return Gabungan(tuple(langkah), hasil, tercapai=False)


def _berpengaruh(
    dasar: DasarSkenario, ubahan: Ubahan, kunci: Iterable[KunciUbahan], kode: str, naik: int
) -> list[LangkahGabungan]:
    """Each input to the bound that helps, the greatest help for one person or document first."""
    awal = nilai_dalam(dasar, ubahan, kode)
    nilai: list[tuple[bool, Decimal, LangkahGabungan]] = []
    for satu in kunci:
        dari = ubahan.get(satu, dasar.nilai_kunci(satu)) or NOL
        for ke in _ujung(dasar, ubahan, satu, dari):
            hasil = nilai_dalam(dasar, {**ubahan, satu: ke}, kode)
            manfaat = NOL if hasil is None else (hasil - (awal or NOL)) * naik
            if manfaat > 0:
                cacah = utuh(dasar, satu)
                nilai.append((not cacah, -manfaat / abs(ke - dari), LangkahGabungan(satu, dari, ke, cacah)))
    return [langkah for _, _, langkah in sorted(nilai, key=lambda n: (n[0], n[1], n[2].kunci))]


def _ujung(dasar: DasarSkenario, ubahan: Ubahan, kunci: KunciUbahan, dari: Decimal) -> Iterator[Decimal]:
    batas = batas_masukan(dasar, ubahan, kunci)
    if batas.atas is not None and batas.atas > dari:
        yield batas.atas
    if batas.bawah is not None and batas.bawah < dari:
        yield batas.bawah
