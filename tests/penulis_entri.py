"""Entries as tests write them: people, one value at a time, and a stored draft as a workbook brings it."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from sqlalchemy import Engine

from dashboard.domain.dasar.hak import PERENCANA_BAWAAN, Pelaku, Peran, Tindakan
from dashboard.domain.dasar.periode import SampaiDengan
from dashboard.domain.entri.aturan import AksiEntri, Entri, StatusEntri
from dashboard.services.entri.alur import ajukan, pindahkan
from dashboard.services.kinerja import Kinerja, kinerja
from data_access.isian.entri import baca_entri, tulis_entri
from data_access.uow import UnitOfWork

SAAT_ITU = date(2024, 7, 5)
KABID = Pelaku("Kabid Satu", Peran.KEPALA_BIDANG, "UJI", "BIDANG")
KABID_LAIN = Pelaku("Kabid Lain", Peran.KEPALA_BIDANG, "UJI", "LAIN")
KEPALA = Pelaku("Kepala", Peran.KEPALA, "UJI")
LENGKAP: dict[str, Any] = {
    "kendala": "data terlambat",
    "solusi": "tarik data",
    "pic": "Kasubag",
    "batas_waktu": date(2024, 9, 30),
}


def baru(nilai: str | None = "4300", periode: str = "TW2", **isi: Any) -> Entri:
    angka = None if nilai is None else Decimal(nilai)
    return Entri(indikator="PRG1", tahun=2024, periode=periode, nilai=angka, **isi)


def ajukan_satu(engine: Engine, pelaku: Pelaku, instansi: str, dasar: Entri | None, isi: Entri) -> Entri:
    (hasil,) = ajukan(engine, pelaku, instansi, [(dasar, isi)])
    return hasil


def pindahkan_satu(
    engine: Engine, pelaku: Pelaku, instansi: str, aksi: AksiEntri, dasar: Entri, alasan: str = ""
) -> Entri:
    (hasil,) = pindahkan(engine, pelaku, instansi, aksi, [dasar], alasan)
    return hasil


def simpan(engine: Engine, pelaku: Pelaku, instansi: str, dasar: Entri | None, isi: Entri) -> Entri:
    """A draft among the data, such as a workbook brings; a sent back one stays sent back."""
    kembali = dasar is not None and dasar.status is StatusEntri.DIKEMBALIKAN
    isi = replace(isi, status_entri=(StatusEntri.DIKEMBALIKAN if kembali else StatusEntri.DRAF).value)
    with UnitOfWork(engine, pelaku, instansi, Tindakan.ISI_REALISASI, pelaku.unit) as uow:
        tulis_entri(uow, instansi, dasar, isi)
        uow.commit()
    return isi


def isi_tw1(engine: Engine) -> None:
    entri = ajukan_satu(engine, KABID, "UJI", None, baru("1100", "TW1"))
    pindahkan_satu(engine, KEPALA, "UJI", AksiEntri.SETUJUI, entri)


def tersimpan(engine: Engine, periode: str = "TW2", kode: str = "PRG1") -> Entri | None:
    with engine.connect() as connection:
        return baca_entri(connection, "UJI", [2024], [kode]).get((kode, 2024, periode))


def hitung(engine: Engine, tw: int = 2) -> Kinerja:
    return kinerja(engine, PERENCANA_BAWAAN, "UJI", SampaiDengan(2024, tw))
