"""Changing a target within its year: a version of its own beside those before it, for one of five reasons.

What it moves is computed from the rows as written, in the transaction that writes them; a look at it takes them back.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy import Engine

from dashboard.domain.dasar.hak import Pelaku, Tindakan
from dashboard.domain.dasar.indikator import DataKinerja, SumberNilai, Target
from dashboard.domain.dasar.periode import POSISI, TAHUN, TRIWULAN, SampaiDengan, nama_periode
from dashboard.domain.entri.perubahan_target import (
    GerakTarget,
    PerubahanDitolak,
    TargetBaru,
    penjelasan_perubahan,
    periksa_berlaku,
    posisi_periode,
    tak_bergerak,
)
from dashboard.domain.hitung.hasil import HasilIndikator
from dashboard.domain.hitung.penyusun import penyusun
from dashboard.domain.hitung.structure import build_structure
from dashboard.domain.hitung.tahun import hitung_posisi
from data_access.baris import Baris
from data_access.kinerja import load_kinerja
from data_access.pengaturan import aturan_instansi
from data_access.target import AWAL, PERUBAHAN, baca_target
from data_access.uow import UnitOfWork


@dataclass(frozen=True, slots=True)
class AlasanTarget:
    """Why and from when a target changes: one of the five reasons, its explanation, the day."""

    alasan: str
    keterangan: str
    berlaku_mulai: date | None


@dataclass(frozen=True, slots=True)
class AkibatTarget:
    """What a change does: the periods changed, the positions they stand in or move, and why some stay.

    `dasar` is the number of the data it was computed on.
    """

    periode: tuple[str, ...]
    gerak: tuple[GerakTarget, ...]
    tetap: tuple[str, ...]
    dasar: int


def pratinjau_target(
    engine: Engine,
    pelaku: Pelaku,
    instansi: str,
    indikator: str,
    tahun: int,
    *,
    baru: Mapping[str, TargetBaru],
    dasar: AlasanTarget,
) -> AkibatTarget:
    """What `ubah_target` would do; nothing is written. Raises as it does."""
    with UnitOfWork(engine, pelaku, instansi, Tindakan.UBAH_TARGET) as uow:
        akibat = _tulis(uow, instansi, indikator, tahun, baru, dasar)
        uow.selesaikan()
    return akibat


def ubah_target(
    engine: Engine,
    pelaku: Pelaku,
    instansi: str,
    indikator: str,
    tahun: int,
    *,
    baru: Mapping[str, TargetBaru],
    dasar: AlasanTarget,
    dilihat: AkibatTarget | None = None,
) -> AkibatTarget:
    """Write a changed version of the targets of those periods; every version before it stays as it is.

    `dilihat` is the preview it was decided on. Raises PerubahanDitolak, also when a period would move nothing or the
    data are others than those looked at, PeriodeTerkunci and TidakBerwenang; then nothing is written.
    """
    with UnitOfWork(engine, pelaku, instansi, Tindakan.UBAH_TARGET) as uow:
        if dilihat is not None and dilihat.dasar != uow.nomor_versi(instansi):
            raise PerubahanDitolak("Data berubah sesudah akibatnya dilihat, jadi target belum diubah. Lihat lagi.")
        akibat = _tulis(uow, instansi, indikator, tahun, baru, dasar)
        uow.commit()
    return akibat


def periode_berubah(data: DataKinerja, indikator: str) -> tuple[str, ...]:
    """The periods whose target may be changed: those that have one, and each quarter of a year that is divided."""
    ada = {t.periode for t in data.target if t.indikator == indikator and t.versi == AWAL}
    luar = any(i.kode == indikator and i.dinilai_luar for i in data.indikator)
    triwulan = () if luar or not ada else TRIWULAN
    return (*(TAHUN,) * (TAHUN in ada), *(tw for tw in TRIWULAN if tw in (*ada, *triwulan)), *sorted(ada - {*POSISI}))


def _tulis(
    uow: UnitOfWork, instansi: str, indikator: str, tahun: int, baru: Mapping[str, TargetBaru], dasar: AlasanTarget
) -> AkibatTarget:
    penjelasan = penjelasan_perubahan(dasar.alasan, dasar.keterangan)
    mulai = periksa_berlaku(tahun, dasar.berlaku_mulai)
    if not baru:
        raise PerubahanDitolak("Isi sedikitnya satu target baru.")
    data = load_kinerja(uow.connection, instansi, tahun)
    mungkin = periode_berubah(data, indikator)
    tersimpan = baca_target(uow.connection, instansi, indikator, tahun)
    for periode, target in baru.items():
        asal = _asal(tersimpan, periode)
        if asal is None or periode not in mungkin:
            raise PerubahanDitolak(f"Target {nama_periode(periode)} {tahun} belum ditetapkan, jadi belum dapat diubah.")
        baris = asal | {
            "periode": periode,
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
        lama = tersimpan.get((periode, PERUBAHAN, mulai))
        if lama is None:
            uow.tambah("target", [baris])
        elif lama != baris:
            uow.ubah("target", [(lama, baris)])
    kini = load_kinerja(uow.connection, instansi, tahun)
    return _akibat(data, kini, indikator, dict.fromkeys(baru, mulai), uow.nomor_versi(instansi))


def _asal(tersimpan: Mapping[tuple[str, str, date], Baris], periode: str) -> Baris | None:
    """The first version of that period; of a quarter without one, of the year it is divided from."""
    awal = {p: baris for (p, versi, _), baris in tersimpan.items() if versi == AWAL}
    return awal.get(periode) or (awal.get(TAHUN) if periode in TRIWULAN else None)


def _akibat(
    lama: DataKinerja, kini: DataKinerja, indikator: str, mulai: Mapping[str, date], dasar: int
) -> AkibatTarget:
    """Raises PerubahanDitolak where a period moves no position at all, and says why."""
    sebelum, sesudah = _hasil(lama, indikator), _hasil(kini, indikator)
    semua = _gerak(sebelum, sesudah)
    milik = [t for t in kini.target if t.indikator == indikator]
    baru = [t for t in milik if t.versi == PERUBAHAN and mulai.get(t.periode) == t.berlaku_mulai]
    hampa = [t for t in baru if not any(g.bergerak for g in _gerak(_hasil(_tanpa(kini, t, lama), indikator), sesudah))]
    if hampa:
        raise PerubahanDitolak(" ".join(tak_bergerak((), hampa, milik)))
    tetap = tak_bergerak(semua, baru, milik)
    disebut = {posisi for periode in mulai for posisi in posisi_periode(periode)}
    gerak = tuple(g for g in semua if g.bergerak or g.sd.kode in disebut)
    return AkibatTarget(tuple(mulai), gerak, tetap, dasar)


def _gerak(
    sebelum: Mapping[SampaiDengan, HasilIndikator], sesudah: Mapping[SampaiDengan, HasilIndikator]
) -> list[GerakTarget]:
    return [GerakTarget(sd, sebelum[sd], h) for sd, h in sesudah.items()]


def _tanpa(data: DataKinerja, satu: Target, lama: DataKinerja) -> DataKinerja:
    """`data` with that row as it stood in `lama`, or without it where it is new."""
    lain = (t for t in data.target if t is not satu)
    letak = (satu.indikator, satu.periode, satu.versi, satu.berlaku_mulai)
    dulu = (t for t in lama.target if (t.indikator, t.periode, t.versi, t.berlaku_mulai) == letak)
    return replace(data, target=(*lain, *dulu))


def _hasil(data: DataKinerja, indikator: str) -> dict[SampaiDengan, HasilIndikator]:
    structure, hasil = build_structure(penyusun(data, {indikator})), {}
    for kode in POSISI:
        sd = SampaiDengan.dari_kode(data.tahun, kode)
        hasil[sd] = hitung_posisi(structure, sd, aturan_instansi(data.pengaturan, sd.hari_akhir)).indikator[indikator]
    return hasil
