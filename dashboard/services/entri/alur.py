"""Entering a value: preview, save, hand in, approve or send back; and answering last quarter's promise."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy import Engine

from dashboard.domain.dasar.hak import Pelaku, Tindakan
from dashboard.domain.dasar.indikator import DataKinerja
from dashboard.domain.dasar.periode import SampaiDengan
from dashboard.domain.dasar.skala import Status
from dashboard.domain.dasar.teks import satu_baris
from dashboard.domain.entri.aturan import (
    ALUR,
    AksiDitolak,
    AksiEntri,
    Entri,
    batas_lapor,
    dijawab,
    kurang_untuk_diajukan,
    status_sesudah,
)
from dashboard.domain.entri.janji import STATUS_JANJI, Janji, janji_lalu
from dashboard.domain.entri.pengisi import pemilik_nilai, rantai_unit
from dashboard.domain.hitung.hasil import HasilIndikator
from dashboard.domain.hitung.penyusun import penyusun
from dashboard.domain.hitung.tahun import hitung_tahun
from dashboard.services.pengaturan import pengaturan_pada
from data_access.engine import open_for_reading
from data_access.entri import baca_entri, catat_langkah, tulis_entri
from data_access.kinerja import load_kinerja
from data_access.pengaturan import aturan_instansi
from data_access.uow import UnitOfWork


class BelumLengkap(AksiDitolak):
    """An entry that may not be handed in yet; `kurang` says what is missing, one sentence each."""

    def __init__(self, kurang: tuple[str, ...]) -> None:
        self.kurang = kurang
        super().__init__(" ".join(kurang))


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


def terlambat(data: DataKinerja, entri: Entri, hari_ini: date) -> bool:
    """Whether the period of an entry is past its reporting day; yearly scores of outside bodies are never late."""
    indikator = next((i for i in data.indikator if i.kode == entri.indikator), None)
    if indikator is not None and indikator.dinilai_luar:
        return False
    return hari_ini > batas_lapor(entri.tahun, entri.periode, batas_hari(data, entri.sd))


def batas_hari(data: DataKinerja, sd: SampaiDengan) -> int:
    """Days after the quarter's end that count as in time: the agency's setting at that end, else the default."""
    return pengaturan_pada(data, sd.hari_akhir).batas_lapor_hari


def kurang(
    data: DataKinerja, entri: Entri, akibat: Sequence[PratinjauEntri], janji: tuple[Janji, ...], hari_ini: date
) -> tuple[str, ...]:
    """What the entry still lacks to be handed in; `akibat` is its preview."""
    sendiri = [p.sesudah for p in akibat if p.sesudah.kode == entri.indikator]
    kritis = any(h.status is Status.KRITIS for h in sendiri)
    belum = sum(j.status is None for j in janji)
    return kurang_untuk_diajukan(
        entri, kritis=kritis, terlambat=terlambat(data, entri, hari_ini), janji_belum_dijawab=belum
    )


def simpan(engine: Engine, pelaku: Pelaku, instansi: str, dasar: Entri | None, baru: Entri) -> Entri:
    """Keep an entry as a draft. `dasar` is the stored row the form was opened on, None where there was none.

    Raises EntriChanged when the row was changed meanwhile, AksiDitolak, PeriodeTerkunci and TidakBerwenang; then
    nothing is written.
    """
    return _jalankan(engine, pelaku, instansi, AksiEntri.SIMPAN, dasar, baru)


def ajukan(engine: Engine, pelaku: Pelaku, instansi: str, dasar: Entri | None, baru: Entri, hari_ini: date) -> Entri:
    """Save an entry and hand it in. Raises BelumLengkap, and as `simpan`."""

    def periksa(data: DataKinerja, entri: Entri, janji: tuple[Janji, ...]) -> None:
        if hilang := kurang(data, entri, pratinjau(data, entri), janji, hari_ini):
            raise BelumLengkap(hilang)

    return _jalankan(engine, pelaku, instansi, AksiEntri.AJUKAN, dasar, baru, periksa=periksa)


def pindahkan(engine: Engine, pelaku: Pelaku, instansi: str, aksi: AksiEntri, dasar: Entri, alasan: str = "") -> Entri:
    """Withdraw, approve or send back an entry as it stands. Raises as `simpan`."""
    return _jalankan(engine, pelaku, instansi, aksi, dasar, dasar, alasan=alasan)


def jawab_janji(engine: Engine, pelaku: Pelaku, instansi: str, dasar: Entri, status: str, hari_ini: date) -> Entri:
    """Say how an earlier promise stands; possible in a closed quarter too. Raises as `simpan`."""
    if status not in STATUS_JANJI:
        raise AksiDitolak(f"Pilih {', '.join(STATUS_JANJI)}.")
    _, unit = _load_with_unit(engine, pelaku, instansi, dasar)
    baru = dijawab(dasar, status, hari_ini)
    with UnitOfWork(engine, pelaku, instansi, Tindakan.ISI_REALISASI, unit) as uow:
        tulis_entri(uow, instansi, dasar, baru)
        uow.commit()
    return baru


Pemeriksa = Callable[[DataKinerja, Entri, tuple[Janji, ...]], None]


def _jalankan(
    engine: Engine,
    pelaku: Pelaku,
    instansi: str,
    aksi: AksiEntri,
    dasar: Entri | None,
    isi: Entri,
    *,
    alasan: str = "",
    periksa: Pemeriksa | None = None,
) -> Entri:
    """One step of an entry in one transaction."""
    data, unit = _load_with_unit(engine, pelaku, instansi, isi)
    baru = replace(isi, status_entri=status_sesudah(aksi, dasar, satu_baris(alasan)).value)
    with UnitOfWork(engine, pelaku, instansi, ALUR[aksi].tindakan, unit) as uow:
        if periksa is not None:
            tersimpan = baca_entri(uow.connection, instansi, [baru.tahun - 1, baru.tahun], [baru.indikator])
            periksa(data, baru, janji_lalu(tersimpan.values(), baru.sd))
        tulis_entri(uow, instansi, dasar, baru)
        if baru != dasar:
            catat_langkah(uow, instansi, pelaku, baru, aksi, satu_baris(alasan) or None)
        uow.commit()
    return baru


def _load_with_unit(engine: Engine, pelaku: Pelaku, instansi: str, entri: Entri) -> tuple[DataKinerja, str | None]:
    """The agency's year, and the unit to ask permission for."""
    with open_for_reading(engine) as connection, connection.begin():
        data = load_kinerja(connection, instansi, entri.tahun)
    if entri.indikator not in {i.kode for i in data.indikator} | {v.kode for v in data.variabel}:
        raise AksiDitolak(f"Indikator {entri.indikator} tidak dikenal.")
    return data, unit_pengisi(data, pelaku, entri.indikator)


def unit_pengisi(data: DataKinerja, pelaku: Pelaku, kode: str) -> str | None:
    """The unit whose permission decides over that value."""
    pemilik = pemilik_nilai(data).get(kode, ())
    unit = {j.kode: j.unit for j in data.jabatan}.get(pemilik[0]) if pemilik else None
    return unit_izin(pelaku, unit, rantai_unit(data.unit))


def unit_izin(pelaku: Pelaku, unit: str | None, rantai: Mapping[str, tuple[str, ...]]) -> str | None:
    """The unit to ask permission for: that of the first owner, or the person's where it stands above that."""
    return pelaku.unit if unit is not None and pelaku.unit in rantai.get(unit, ()) else unit
