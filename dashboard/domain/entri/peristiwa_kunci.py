"""What happened to the closed quarters of an agency, in order, and its place among other changes."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import TypeVar

from dashboard.domain.entri.kunci import KeadaanKunci, KeadaanPosisi

T = TypeVar("T")


class AksiKunci(StrEnum):
    """What was done to a quarter, in the word of the screen."""

    DIKUNCI = "dikunci"
    DIBUKA = "dibuka lagi"
    DIAKHIRI = "ditutup kembali"


AKIBAT_KUNCI: dict[AksiKunci, tuple[KeadaanPosisi, KeadaanPosisi]] = {
    AksiKunci.DIKUNCI: (KeadaanPosisi.SEMENTARA, KeadaanPosisi.DIKUNCI),
    AksiKunci.DIBUKA: (KeadaanPosisi.DIKUNCI, KeadaanPosisi.DIKOREKSI),
    AksiKunci.DIAKHIRI: (KeadaanPosisi.DIKOREKSI, KeadaanPosisi.DIKUNCI),
}
"""How the quarter stood before and after."""


@dataclass(frozen=True, slots=True)
class PeristiwaKunci:
    """One closing, opening or ending; `waktu` is UTC in ISO form, `nomor` and `alasan` are those of the correction."""

    waktu: str
    pelaku: str
    aksi: AksiKunci
    tahun: int
    triwulan: int
    nomor: int = 0
    alasan: str = ""


def peristiwa_kunci(keadaan: KeadaanKunci) -> tuple[PeristiwaKunci, ...]:
    """Everything that happened, newest first; of one moment the later quarter and step first."""
    semua = [PeristiwaKunci(k.waktu, k.pelaku, AksiKunci.DIKUNCI, k.tahun, k.triwulan) for k in keadaan.kunci]
    for k in keadaan.koreksi:
        letak = (k.tahun, k.triwulan, k.nomor, k.alasan)
        semua.append(PeristiwaKunci(k.waktu, k.pelaku, AksiKunci.DIBUKA, *letak))
        if k.ditutup is not None and k.penutup is not None:
            semua.append(PeristiwaKunci(k.ditutup, k.penutup, AksiKunci.DIAKHIRI, *letak))
    langkah = list(AksiKunci)
    return tuple(
        sorted(semua, key=lambda p: (p.waktu, p.nomor, langkah.index(p.aksi), p.tahun, p.triwulan), reverse=True)
    )


def mulai_ambil(lewati: int, sisipan: Sequence[object]) -> int:
    """How many of the many rows may be left unread to show what follows `lewati` rows of both kinds."""
    return max(0, lewati - len(sisipan))


def sisipkan(
    banyak: Sequence[T], sisipan: Sequence[T], waktu: Callable[[T], datetime], *, mulai: int, lewati: int, batas: int
) -> list[T]:
    """A page of two lists that are both newest first: many rows, of which those from `mulai` on were read, and a few.

    `banyak` holds `batas` rows and as many more as `sisipan` has, where there are so many (`mulai_ambil`).
    """
    sisa, hasil = list(sisipan), list[T]()
    for satu in banyak:
        while sisa and waktu(sisa[0]) >= waktu(satu):
            hasil.append(sisa.pop(0))
        hasil.append(satu)
    return [*hasil, *sisa][lewati - mulai : lewati - mulai + batas]
