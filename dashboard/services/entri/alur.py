"""Entering values: preview, hand in, approve or send back; and answering last quarter's promise."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy import Engine

from dashboard.domain.dasar.hak import Pelaku, Tindakan, wajib_boleh
from dashboard.domain.dasar.indikator import DataKinerja
from dashboard.domain.dasar.periode import SampaiDengan
from dashboard.domain.dasar.skala import Status
from dashboard.domain.dasar.teks import satu_baris
from dashboard.domain.entri.aturan import (
    ALUR,
    AksiDitolak,
    AksiEntri,
    Entri,
    dijawab,
    kurang_untuk_diajukan,
    status_sesudah,
)
from dashboard.domain.entri.janji import STATUS_JANJI, Janji, janji_lalu
from dashboard.domain.entri.pengisi import pemilik_nilai, rantai_unit
from dashboard.domain.hitung.hasil import HasilIndikator
from dashboard.domain.hitung.penyusun import penyusun
from dashboard.domain.hitung.tahun import hitung_tahun
from dashboard.services.entri.dua_orang import periksa_dua_orang
from dashboard.services.pengaturan import pengaturan_pada
from data_access.engine import open_for_reading
from data_access.isian.draf import hapus_draf
from data_access.isian.entri import baca_entri, catat_langkah, tulis_entri
from data_access.kinerja import load_kinerja
from data_access.kunci.keadaan import keadaan_kunci
from data_access.pengaturan import aturan_instansi
from data_access.uow import UnitOfWork


class BelumLengkap(AksiDitolak):
    """Entries that may not be handed in yet; `kurang` says what each lacks, one sentence each, by code."""

    def __init__(self, kurang: Mapping[str, tuple[str, ...]]) -> None:
        self.kurang = kurang
        super().__init__(" ".join(f"{kode}: {' '.join(kalimat)}" for kode, kalimat in kurang.items()))


@dataclass(frozen=True, slots=True)
class PratinjauEntri:
    """An indicator as it stands officially and as it would stand with the entry approved."""

    sebelum: HasilIndikator
    sesudah: HasilIndikator


def pratinjau(data: DataKinerja, entri: Entri) -> tuple[PratinjauEntri, ...]:
    """What approving this entry would do at its quarter: to its indicator, or to those a variabel feeds.

    Only what these are made of is computed, by the calculation behind all numbers.
    """
    variabel = all(i.kode != entri.indikator for i in data.indikator)
    dipakai = {k.indikator for k in data.komponen if k.komponen == entri.indikator} if variabel else {entri.indikator}
    data = penyusun(data, dipakai)
    lain = tuple(r for r in data.realisasi if (r.indikator, r.tahun, r.periode) != entri.kunci)
    laporan = (entri.seakan_disetujui(),) if entri.berangka else ()
    kini, nanti = (
        hitung_tahun(d, entri.sd, aturan_instansi(data.pengaturan, entri.sd.hari_akhir)).indikator
        for d in (data, replace(data, realisasi=(*lain, *laporan)))
    )
    return tuple(PratinjauEntri(kini[k], nanti[k]) for k in sorted(dipakai))


def batas_hari(data: DataKinerja, sd: SampaiDengan) -> int:
    """Days after the quarter's end that count as in time: the agency's setting at that end, else the default."""
    return pengaturan_pada(data, sd.hari_akhir).batas_lapor_hari


def kurang(entri: Entri, akibat: Sequence[PratinjauEntri], janji: tuple[Janji, ...]) -> tuple[str, ...]:
    """What the entry still lacks to be handed in; `akibat` is its preview."""
    belum = sum(j.status is None for j in janji)
    return kurang_untuk_diajukan(entri, kritis=kritis(entri, akibat), janji_belum_dijawab=belum)


def kritis(entri: Entri, akibat: Sequence[PratinjauEntri]) -> bool:
    """Whether its own indicator would be red."""
    return any(p.sesudah.kode == entri.indikator and p.sesudah.status is Status.KRITIS for p in akibat)


Pasangan = tuple[Entri | None, Entri]
"""The stored row an entry was begun on (None where there was none), and what it shall be."""


def ajukan(engine: Engine, pelaku: Pelaku, instansi: str, isi: Sequence[Pasangan]) -> tuple[Entri, ...]:
    """Hand in entries, all of them or none; their drafts end with it.

    Raises BelumLengkap, EntriChanged when a row was changed meanwhile, AksiDitolak, PeriodeTerkunci and
    TidakBerwenang; then nothing is written.
    """

    def periksa(uow: UnitOfWork, data: DataKinerja, baru: Sequence[Entri]) -> None:
        tahun = {t for e in baru for t in (e.tahun - 1, e.tahun)}
        tersimpan = baca_entri(uow.connection, instansi, tahun, [e.indikator for e in baru]).values()
        hilang = {}
        for entri in baru:
            janji = janji_lalu((e for e in tersimpan if e.indikator == entri.indikator), entri.sd)
            hilang[entri.indikator] = kurang(entri, pratinjau(data, entri), janji)
        if any(hilang.values()):
            raise BelumLengkap({kode: kalimat for kode, kalimat in hilang.items() if kalimat})
        hapus_draf(uow.connection, instansi, pelaku.nama, [e.kunci for e in baru])

    return _jalankan(engine, pelaku, instansi, AksiEntri.AJUKAN, isi, periksa=periksa)


def pindahkan(
    engine: Engine, pelaku: Pelaku, instansi: str, aksi: AksiEntri, dasar: Sequence[Entri], alasan: str = ""
) -> tuple[Entri, ...]:
    """Withdraw, approve or send back entries as they stand, all of them or none. Raises as `ajukan`."""
    return _jalankan(engine, pelaku, instansi, aksi, [(satu, satu) for satu in dasar], alasan=alasan)


def jawab_janji(
    engine: Engine, pelaku: Pelaku, instansi: str, dasar: Entri, status: str, *, hari_ini: date, sd: SampaiDengan
) -> Entri:
    """Say in the quarter `sd` how an earlier promise stands.

    Its own quarter may be closed; where `sd` is, a correction of it is needed. Raises as `ajukan`.
    """
    if status not in STATUS_JANJI:
        raise AksiDitolak(f"Pilih {', '.join(STATUS_JANJI)}.")
    _, (unit,) = _load_with_units(engine, pelaku, instansi, [dasar])
    baru = dijawab(dasar, status, hari_ini)
    with UnitOfWork(engine, pelaku, instansi, Tindakan.ISI_REALISASI, unit) as uow:
        keadaan_kunci(uow.connection, instansi).izinkan(sd.tahun, sd.triwulan)
        tulis_entri(uow, instansi, dasar, baru)
        uow.commit()
    return baru


Pemeriksa = Callable[[UnitOfWork, DataKinerja, Sequence[Entri]], None]


def _jalankan(
    engine: Engine,
    pelaku: Pelaku,
    instansi: str,
    aksi: AksiEntri,
    isi: Sequence[Pasangan],
    *,
    alasan: str = "",
    periksa: Pemeriksa | None = None,
) -> tuple[Entri, ...]:
    """One step of entries of one year in one transaction."""
    data, unit = _load_with_units(engine, pelaku, instansi, [entri for _, entri in isi])
    for satu in unit:
        wajib_boleh(pelaku, ALUR[aksi].tindakan, instansi, satu)
    alasan = satu_baris(alasan)
    baru = tuple(replace(e, status_entri=status_sesudah(aksi, dasar, alasan).value) for dasar, e in isi)
    with UnitOfWork(engine, pelaku, instansi, ALUR[aksi].tindakan, unit[0]) as uow:
        if aksi is AksiEntri.SETUJUI:
            periksa_dua_orang(uow.connection, pelaku, data, baru)
        if periksa is not None:
            periksa(uow, data, baru)
        for (dasar, _), entri in zip(isi, baru, strict=True):
            tulis_entri(uow, instansi, dasar, entri)
            catat_langkah(uow, instansi, pelaku, entri, aksi, alasan or None)
        uow.commit()
    return baru


def _load_with_units(
    engine: Engine, pelaku: Pelaku, instansi: str, entri: Sequence[Entri]
) -> tuple[DataKinerja, tuple[str | None, ...]]:
    """The agency's year, and the units to ask permission for. Raises AksiDitolak for an unknown or empty choice."""
    if not entri:
        raise AksiDitolak("Belum ada nilai yang dipilih.")
    with open_for_reading(engine) as connection, connection.begin():
        data = load_kinerja(connection, instansi, entri[0].tahun)
    dikenal = {i.kode for i in data.indikator} | {v.kode for v in data.variabel}
    for satu in entri:
        if satu.indikator not in dikenal:
            raise AksiDitolak(f"Indikator {satu.indikator} tidak dikenal.")
    return data, tuple(dict.fromkeys(unit_pengisi(data, pelaku, satu.indikator) for satu in entri))


def unit_pengisi(data: DataKinerja, pelaku: Pelaku, kode: str) -> str | None:
    """The unit whose permission decides over that value."""
    pemilik = pemilik_nilai(data).get(kode, ())
    unit = {j.kode: j.unit for j in data.jabatan}.get(pemilik[0]) if pemilik else None
    return unit_izin(pelaku, unit, rantai_unit(data.unit))


def unit_izin(pelaku: Pelaku, unit: str | None, rantai: Mapping[str, tuple[str, ...]]) -> str | None:
    """The unit to ask permission for: that of the first owner, or the person's where it stands above that."""
    return pelaku.unit if unit is not None and pelaku.unit in rantai.get(unit, ()) else unit
