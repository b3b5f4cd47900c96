"""What the global filters offer, and what an address asks of them."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Engine

from dashboard.domain.dasar.hak import Pelaku, Tindakan, boleh
from dashboard.domain.dasar.indikator import Instansi
from dashboard.domain.dasar.periode import ROMAWI, TAHUN, SampaiDengan, nama_posisi, triwulan_dari
from dashboard.domain.entri.kunci import KeadaanPosisi
from data_access.kinerja import daftar_instansi, daftar_tahun, sidik_dan_penanda
from data_access.kunci.keadaan import keadaan_kunci
from data_access.pilihan import periode_terlapor

TRIWULAN_AKHIR = 4
KUNCI_FILTER = ("instansi", "tahun", "triwulan")
_EJAAN_POSISI = {ejaan: r for n, r in ROMAWI.items() for ejaan in (r, str(n), f"TW{n}", f"TW {r}")}
_EJAAN_POSISI[TAHUN] = nama_posisi(TAHUN)


@dataclass(frozen=True, slots=True)
class PilihanTahun:
    """A year that can be shown and the last quarter reported in it."""

    tahun: int
    triwulan_bawaan: int


@dataclass(frozen=True, slots=True)
class Versi:
    """The hash of the content, which people read, and what names this state of content and locks alone.

    The content of two states may be one: after an undo, or before and after a quarter is closed.
    """

    sidik: str
    penanda: str


TahunDari = Callable[[str], Sequence[PilihanTahun]]


def instansi_terlihat(engine: Engine, pelaku: Pelaku) -> tuple[Instansi, ...]:
    """The agencies that person may look at, by code."""
    with engine.connect() as connection:
        semua = daftar_instansi(connection)
    return tuple(i for i in semua if boleh(pelaku, Tindakan.LIHAT, i.kode))


def versi(engine: Engine, instansi: str) -> Versi:
    """The agency's data as it stands."""
    with engine.connect() as connection:
        return Versi(*sidik_dan_penanda(connection, instansi))


def keadaan_posisi(engine: Engine, instansi: str, sd: SampaiDengan) -> KeadaanPosisi:
    """Whether the position is closed; a lock changes no content, but `Versi.penanda` tells."""
    with engine.connect() as connection:
        return keadaan_kunci(connection, instansi).posisi(sd.tahun, sd.triwulan)


def pilihan_tahun(engine: Engine, instansi: str) -> tuple[PilihanTahun, ...]:
    """The years of that agency, newest first; empty when it has neither targets nor reports."""
    with engine.connect() as connection:
        return tuple(
            PilihanTahun(tahun, triwulan_terakhir(periode_terlapor(connection, instansi, tahun)))
            for tahun in daftar_tahun(connection, instansi)
        )


def triwulan_terakhir(periode: Iterable[str]) -> int:
    """The last quarter with a report, the fourth where there is none.

    A yearly figure alone says nothing about the quarters: it counts only when nothing else was reported.
    """
    return max((triwulan_dari(p) for p in periode if p != TAHUN), default=TRIWULAN_AKHIR)


def complete_address(diminta: Mapping[str, str], instansi: Sequence[Instansi], tahun_dari: TahunDari) -> dict[str, str]:
    """The filters as they stand in an address: what was asked for where it exists, else where to begin.

    Spellings are made one ("paser", "TW2"). Empty without agencies; without year where the agency has none.
    """
    kode = [i.kode for i in instansi]
    if not kode:
        return {}
    pilih = diminta.get("instansi", "").upper()
    pilih = pilih if pilih in kode else kode[0]
    pilihan = {str(p.tahun): p for p in tahun_dari(pilih)}
    if not pilihan:
        return {"instansi": pilih}
    tahun = diminta.get("tahun", "").strip()
    tahun = tahun if tahun in pilihan else next(iter(pilihan))
    posisi = _EJAAN_POSISI.get(diminta.get("triwulan", "").strip().upper(), ROMAWI[pilihan[tahun].triwulan_bawaan])
    return {"instansi": pilih, "tahun": tahun, "triwulan": posisi}


def tidak_tersedia(diminta: Mapping[str, str], lengkap: Mapping[str, str]) -> list[str]:
    """Sentences about what an address asked for in vain."""
    return [
        f'Pilihan {kunci} "{diminta[kunci]}" pada tautan tidak tersedia; ditampilkan {nilai}.'
        for kunci, nilai in lengkap.items()
        if kunci in diminta and not _sama(kunci, diminta[kunci], nilai)
    ]


def _sama(kunci: str, diminta: str, nilai: str) -> bool:
    ejaan = diminta.strip().upper()
    return (_EJAAN_POSISI.get(ejaan) if kunci == "triwulan" else ejaan) == nilai
