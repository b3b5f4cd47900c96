"""The sheet of a unit: what its author typed is kept at once, judged cell by cell, and handed in all or nothing."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, fields, replace
from datetime import date
from decimal import Decimal

from sqlalchemy import Engine
from sqlalchemy.engine import Connection

from dashboard.domain.dasar.hak import Pelaku, TidakBerwenang, Tindakan, boleh
from dashboard.domain.dasar.indikator import Rumus
from dashboard.domain.dasar.periode import TRIWULAN, nama_periode
from dashboard.domain.dasar.satuan_ukur import persen
from dashboard.domain.entri.aturan import AksiDitolak, AksiEntri, Entri, StatusEntri, aksi_mungkin
from dashboard.domain.entri.draf import Draf, Ketikan, KunciNilai, ketikkan, tanda_entri
from dashboard.domain.entri.ganjil import Kebiasaan, Pertanyaan, yang_ganjil
from dashboard.domain.entri.isian import MAKS_TEKS, SEBUTAN, Isian, Masalah, Ukuran, baca_isian, isian_dari
from dashboard.services.entri.alur import BelumLengkap, PratinjauEntri, ajukan, kritis, kurang, pratinjau, unit_pengisi
from dashboard.services.entri.bidang import BarisKinerja, Bidang
from data_access.engine import hold_agency, open_for_reading, open_for_writing
from data_access.isian.draf import baca_draf, hapus_draf, tulis_draf
from data_access.isian.entri import baca_entri
from data_access.kunci.keadaan import keadaan_kunci

BAGIAN = tuple(satu.name for satu in fields(Isian))
PengubahDraf = Callable[[Draf, Entri | None], Draf]


@dataclass(frozen=True, slots=True)
class IsianBaris:
    """One value as typed: what it would be stored as, what is wrong or odd at which cell, what it would give."""

    draf: Draf
    kini: Entri | None
    baru: Entri
    masalah: Mapping[str, Masalah]
    tanya: tuple[Pertanyaan, ...]
    akibat: tuple[PratinjauEntri, ...]
    kritis: bool
    kurang: tuple[str, ...]

    @property
    def bentrok(self) -> bool:
        """Whether the stored row is another one than the typing was begun on, or takes no typing any more."""
        return self.draf.dasar != tanda_entri(self.kini) or AksiEntri.AJUKAN not in aksi_mungkin(self.kini)

    @property
    def belum_dijawab(self) -> tuple[Pertanyaan, ...]:
        return tuple(p for p in self.tanya if p.kalimat not in self.draf.benar)

    @property
    def sebab(self) -> tuple[str, ...]:
        """Why this row cannot be handed in yet, one sentence each; empty when it can."""
        if self.bentrok:
            return ("Baris ini diubah orang lain; pilih dahulu salah satu dari dua isinya.",)
        salah = tuple(f"{SEBUTAN[bagian]} {m.salah}." for bagian, m in self.masalah.items())
        return (*salah, *(p.kalimat for p in self.belum_dijawab), *(() if salah else self.kurang))


def berbagian(b: BarisKinerja) -> bool:
    """Whether the value may be reported as numerator and denominator."""
    return b.hasil is not None and (b.hasil.indikator.rumus is Rumus.RASIO or persen(b.satuan))


def draf_unit(engine: Engine, pelaku: Pelaku, b: Bidang) -> dict[KunciNilai, Draf]:
    """What this person typed for values of the unit in its quarter and has not handed in."""
    with open_for_reading(engine) as connection:
        return _milik(b, baca_draf(connection, b.k.data.instansi.kode, pelaku.nama, b.k.sd.tahun))


def nilai_isian(b: Bidang, draf: Draf, hari_ini: date) -> IsianBaris:
    """Judge one draft: strictly read, computed with the other official figures."""
    baris, kini = b.per_kode[draf.kunci[0]], b.entri.get(draf.kunci)
    awal = kini or Entri(indikator=draf.kunci[0], tahun=draf.kunci[1], periode=draf.kunci[2])
    maks = baris.hasil.indikator.maks if baris.hasil is not None else None
    baru, masalah = baca_isian(draf.isian, awal, Ukuran(baris.satuan, tertinggi=maks))
    akibat = pratinjau(b.k.data, baru)
    return IsianBaris(
        draf,
        kini,
        baru,
        masalah,
        yang_ganjil(baru, _kebiasaan(b, baris, draf.kunci), hari_ini) if not masalah else (),
        akibat,
        kritis(baru, akibat),
        kurang(baru, akibat, baris.janji),
    )


def ketik(engine: Engine, pelaku: Pelaku, b: Bidang, ketikan: Sequence[Ketikan]) -> tuple[Ketikan, ...]:
    """Keep cells as typed. Returns those not kept, because another text was written there meanwhile.

    Raises PeriodeTerkunci, TidakBerwenang and AksiDitolak; then nothing is kept.
    """
    for satu in ketikan:
        _wajib_isi(pelaku, b, satu.kode, satu.periode)
        if satu.bagian not in BAGIAN or len(satu.teks) > MAKS_TEKS * 2:
            raise AksiDitolak("Isian itu terlalu panjang. Ringkas isinya.")
    tolak: list[Ketikan] = []
    with _menulis(engine, b) as connection:
        instansi, tahun = b.k.data.instansi.kode, b.k.sd.tahun
        draf = baca_draf(connection, instansi, pelaku.nama, tahun)
        entri = baca_entri(connection, instansi, [tahun], {satu.kode for satu in ketikan})
        tersentuh: dict[KunciNilai, Draf] = {}
        for satu in ketikan:
            kunci = (satu.kode, tahun, satu.periode)
            awal = tersentuh.get(kunci) or draf.get(kunci)
            awal = awal or Draf(kunci=kunci, dasar=satu.dasar, isian=isian_dari(entri.get(kunci)))
            if (baru := ketikkan(awal, satu)) is None:
                tolak.append(satu)
            else:
                tersentuh[kunci] = baru
        hampa = [k for k, d in tersentuh.items() if d.hampa(entri.get(k))]
        hapus_draf(connection, instansi, pelaku.nama, hampa)
        tulis_draf(connection, instansi, pelaku.nama, [d for k, d in tersentuh.items() if k not in hampa])
    return tuple(tolak)


def benarkan(engine: Engine, pelaku: Pelaku, b: Bidang, kunci: KunciNilai, kalimat: str) -> None:
    """Answer a question about a draft with yes. Raises as `ketik`."""
    _ubah_draf(engine, pelaku, b, kunci, lambda draf, _: replace(draf, benar=draf.benar | {kalimat}))


def lanjutkan(engine: Engine, pelaku: Pelaku, b: Bidang, kunci: KunciNilai) -> None:
    """Keep what was typed, on the row as it is stored now. Raises as `ketik`."""
    _ubah_draf(engine, pelaku, b, kunci, lambda draf, kini: replace(draf, dasar=tanda_entri(kini)))


def buang(engine: Engine, pelaku: Pelaku, b: Bidang, kunci: KunciNilai) -> None:
    """Forget what was typed for a value, also in a closed quarter."""
    with open_for_writing(engine) as connection, connection.begin():
        hapus_draf(connection, b.k.data.instansi.kode, pelaku.nama, [kunci])


def siap_diajukan(b: Bidang, draf: Mapping[KunciNilai, Draf]) -> tuple[Draf, ...]:
    """What handing in takes: every draft, and stored drafts (withdrawn ones, or a workbook's) as they are."""
    tersimpan = (
        Draf(kunci=k, dasar=tanda_entri(e), isian=isian_dari(e))
        for k, e in b.entri.items()
        if e.status is StatusEntri.DRAF and e.berangka and k not in draf
    )
    milik = _milik(b, {satu.kunci: satu for satu in tersimpan})
    return (*draf.values(), *(d for k, d in milik.items() if b.per_kode[k[0]].boleh_isi))


def ajukan_lembar(engine: Engine, pelaku: Pelaku, b: Bidang, hari_ini: date) -> tuple[Entri, ...]:
    """Hand in everything typed on the sheet, all or nothing. Raises BelumLengkap by code, and as `alur.ajukan`."""
    isian = [nilai_isian(b, draf, hari_ini) for draf in siap_diajukan(b, draf_unit(engine, pelaku, b))]
    if sebab := {satu.baru.indikator: satu.sebab for satu in isian if satu.sebab}:
        raise BelumLengkap(sebab)
    return ajukan(engine, pelaku, b.k.data.instansi.kode, [(satu.kini, satu.baru) for satu in isian])


def _milik(b: Bidang, draf: Mapping[KunciNilai, Draf]) -> dict[KunciNilai, Draf]:
    return {
        kunci: satu
        for kunci, satu in draf.items()
        if kunci[1] == b.k.sd.tahun and (baris := b.per_kode.get(kunci[0])) and kunci[2] in baris.pilihan_periode
    }


def _kebiasaan(b: Bidang, baris: BarisKinerja, kunci: KunciNilai) -> Kebiasaan:
    """What earlier quarters of this year and the last reported for it; months and years are left alone."""
    lalu: tuple[Decimal, ...] = ()
    if kunci[2] in TRIWULAN:
        lain = (e for k, e in b.entri.items() if k[0] == kunci[0] and k != kunci and k[2] in TRIWULAN)
        lalu = tuple(e.nilai for e in lain if e.status is StatusEntri.DISETUJUI and e.nilai is not None)
    target = baris.hasil.target.sampai.acuan if baris.hasil is not None and baris.hasil.target.sampai else None
    return Kebiasaan(baris.satuan, target, lalu)


def _wajib_isi(pelaku: Pelaku, b: Bidang, kode: str, periode: str) -> None:
    """Whether this person enters that value of the unit. Raises TidakBerwenang and AksiDitolak."""
    baris, unit = b.per_kode.get(kode), unit_pengisi(b.k.data, pelaku, kode)
    if baris is None or not boleh(pelaku, Tindakan.ISI_REALISASI, b.k.data.instansi.kode, unit):
        raise TidakBerwenang(f"{pelaku.nama} tidak berwenang mengisi {kode}; pemilik pertamanya yang mengisi.")
    if periode not in baris.pilihan_periode:
        raise AksiDitolak(f"{kode} tidak dilaporkan untuk {nama_periode(periode)}.")


def _ubah_draf(engine: Engine, pelaku: Pelaku, b: Bidang, kunci: KunciNilai, ubah: PengubahDraf) -> None:
    _wajib_isi(pelaku, b, kunci[0], kunci[2])
    with _menulis(engine, b) as connection:
        instansi = b.k.data.instansi.kode
        draf = baca_draf(connection, instansi, pelaku.nama, kunci[1]).get(kunci)
        if draf is not None:
            kini = baca_entri(connection, instansi, [kunci[1]], [kunci[0]]).get(kunci)
            tulis_draf(connection, instansi, pelaku.nama, [ubah(draf, kini)])


@contextmanager
def _menulis(engine: Engine, b: Bidang) -> Iterator[Connection]:
    """A transaction on drafts of the unit's quarter; two windows of one author follow one another."""
    with open_for_writing(engine) as connection, connection.begin():
        hold_agency(connection, b.k.data.instansi.kode)
        keadaan_kunci(connection, b.k.data.instansi.kode).izinkan(b.k.sd.tahun, b.k.sd.triwulan)
        yield connection
