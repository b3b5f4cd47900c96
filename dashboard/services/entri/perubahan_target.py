"""Changing a target within its year: a version of its own beside those before it, for one of five reasons."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Engine

from dashboard.domain.dasar.hak import Pelaku, Tindakan
from dashboard.domain.dasar.indikator import SumberNilai
from dashboard.domain.entri.perubahan_target import PerubahanDitolak, TargetBaru, penjelasan_perubahan, periksa_berlaku
from data_access.target import AWAL, PERUBAHAN, baca_target
from data_access.uow import UnitOfWork


@dataclass(frozen=True, slots=True)
class AlasanTarget:
    """Why and from when a target changes: one of the five reasons, its explanation, the day."""

    alasan: str
    keterangan: str
    berlaku_mulai: date | None


def ubah_target(
    engine: Engine,
    pelaku: Pelaku,
    instansi: str,
    indikator: str,
    tahun: int,
    *,
    baru: Mapping[str, TargetBaru],
    dasar: AlasanTarget,
) -> tuple[str, ...]:
    """Write a changed version of the targets of those periods; every version before it stays as it is.

    Returns the periods changed. Raises PerubahanDitolak, PeriodeTerkunci and TidakBerwenang.
    """
    penjelasan = penjelasan_perubahan(dasar.alasan, dasar.keterangan)
    mulai = periksa_berlaku(tahun, dasar.berlaku_mulai)
    if not baru:
        raise PerubahanDitolak("Isi sedikitnya satu target baru.")
    with UnitOfWork(engine, pelaku, instansi, Tindakan.UBAH_TARGET) as uow:
        tersimpan = baca_target(uow.connection, instansi, indikator, tahun)
        for periode, target in baru.items():
            awal = next((baris for (p, versi, _), baris in tersimpan.items() if (p, versi) == (periode, AWAL)), None)
            if awal is None:
                raise PerubahanDitolak(f"Target {periode} {tahun} belum ditetapkan, jadi belum dapat diubah.")
            lama = tersimpan.get((periode, PERUBAHAN, mulai))
            baris = awal | {
                "nilai": target.nilai,
                "nilai_min": target.nilai_min,
                "nilai_maks": target.nilai_maks,
                "predikat": None,
                "teks": None,
                "versi": PERUBAHAN,
                "berlaku_mulai": mulai,
                "sumber_nilai": SumberNilai.RESMI.value,
                "dokumen": None,
                "letak": None,
                "penjelasan": penjelasan,
            }
            if lama is None:
                uow.tambah("target", [baris])
            elif lama != baris:
                uow.ubah("target", [(lama, baris)])
        uow.commit()
    return tuple(baru)
