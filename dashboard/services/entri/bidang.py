"""A unit's indicators in one quarter: what is late, what must be entered, what waits for approval."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import cached_property

from sqlalchemy import Engine
from sqlalchemy.engine import Connection

from dashboard.domain.dasar.hak import Pelaku, Tindakan, boleh, wajib_boleh
from dashboard.domain.dasar.indikator import Rumus, Variabel
from dashboard.domain.dasar.periode import BULAN, TAHUN
from dashboard.domain.dasar.skala import Status
from dashboard.domain.entri.aturan import Entri, StatusEntri, batas_lapor
from dashboard.domain.entri.janji import Janji, janji_lalu
from dashboard.domain.entri.kunci import KeadaanKunci, Koreksi
from dashboard.domain.entri.pengisi import bidang_nilai, pemilik_nilai, rantai_unit
from dashboard.domain.hitung.hasil import HasilIndikator
from dashboard.services.entri.alur import batas_hari, unit_izin
from dashboard.services.entri.dua_orang import harus_dua_orang, pengaju
from dashboard.services.kinerja import Kinerja, sejalan
from data_access.engine import open_for_reading
from data_access.isian.entri import KunciEntri, LangkahEntri, baca_entri, baca_langkah
from data_access.kunci.keadaan import keadaan_kunci


class KeadaanEntri(StrEnum):
    """How the entry of a quarter stands; the order is that of the table."""

    DIKEMBALIKAN = "dikembalikan"
    BELUM = "belum"
    DRAF = "draf"
    DIAJUKAN = "diajukan"
    DISETUJUI = "disetujui"
    DIHITUNG = "dihitung"
    MENUNGGU = "menunggu"
    TIDAK_DITARGETKAN = "tidak_ditargetkan"


PERLU_DIISI = (KeadaanEntri.DIKEMBALIKAN, KeadaanEntri.BELUM, KeadaanEntri.DRAF)
BERANGKA = (KeadaanEntri.DISETUJUI, KeadaanEntri.DIHITUNG)


@dataclass(frozen=True, slots=True)
class BarisKinerja:
    """One value of a unit: an indicator, or a variabel (then `hasil` is None). `periode` is entered by default."""

    kode: str
    nama: str
    satuan: str | None
    hasil: HasilIndikator | None
    tren: tuple[HasilIndikator, ...]
    nilai: Decimal | None
    pemilik: tuple[str, ...]
    periode: str
    pilihan_periode: tuple[str, ...]
    entri: Entri | None
    keadaan: KeadaanEntri
    terlambat: bool
    janji: tuple[Janji, ...]
    boleh_isi: bool

    @property
    def bersama(self) -> bool:
        return len(self.pemilik) > 1


@dataclass(frozen=True, slots=True)
class PilihanUnit:
    """A unit one may open, and what is to be done there: values past their day, still to be handed in, waiting."""

    kode: str
    nama: str
    jumlah: int
    terlambat: int
    perlu: int
    menunggu: int
    janji_lewat: int

    @property
    def mendesak(self) -> tuple[int, ...]:
        """The larger, the more there is to do: what is late counts before all else."""
        return self.terlambat, self.perlu, self.menunggu, self.janji_lewat


@dataclass(frozen=True)
class Bidang:
    """A unit at a quarter. `entri` holds this year's and last year's rows by (indikator, tahun, periode).

    `diajukan_sendiri`: what the person handed in and somebody else has to approve.
    """

    k: Kinerja
    kode: str
    nama: str
    baris: tuple[BarisKinerja, ...]
    entri: Mapping[KunciEntri, Entri]
    langkah: tuple[LangkahEntri, ...]
    kunci: KeadaanKunci
    batas: date
    boleh_setujui: bool
    diajukan_sendiri: frozenset[KunciEntri] = frozenset()

    @cached_property
    def per_kode(self) -> dict[str, BarisKinerja]:
        return {b.kode: b for b in self.baris}

    @property
    def terkunci(self) -> bool:
        return self.kunci.terkunci(self.k.sd.tahun, self.k.sd.triwulan)

    @property
    def koreksi(self) -> Koreksi | None:
        """The open correction of this quarter."""
        return self.kunci.koreksi_terbuka(self.k.sd.tahun, self.k.sd.triwulan)

    def dapat_disetujui(self, entri: Entri | None) -> bool:
        """Whether it waits for an approval that the person may give."""
        if entri is None or entri.status is not StatusEntri.DIAJUKAN:
            return False
        return self.boleh_setujui and entri.kunci not in self.diajukan_sendiri

    def jumlah(self, *keadaan: KeadaanEntri) -> int:
        return sum(b.keadaan in keadaan for b in self.baris)

    def alasan_kembali(self, entri: Entri) -> LangkahEntri | None:
        """The step that sent this entry back last."""
        balik = [s for s in self.langkah if (s.indikator, s.tahun, s.periode) == entri.kunci and s.alasan]
        return balik[-1] if balik else None


def pilihan_unit(engine: Engine, pelaku: Pelaku, k: Kinerja, hari_ini: date) -> tuple[PilihanUnit, ...]:
    """The units this person may open here, the agency's divisions or only the own one, those with most to do first."""
    with open_for_reading(engine) as connection, connection.begin():
        k = sejalan(connection, pelaku, k)
        milik = {unit: kode for unit in _unit_terbuka(k, pelaku) if (kode := kode_per_unit(k).get(unit))}
        entri = _entri(connection, k, {satu for kode in milik.values() for satu in kode})
    susun, nama = _penyusun(k, pelaku, entri, hari_ini), {u.kode: u.nama for u in k.data.unit}
    pilihan = (_pilihan(u, nama[u], [susun.baris(satu) for satu in kode], hari_ini) for u, kode in milik.items())
    return tuple(sorted(pilihan, key=lambda p: p.mendesak, reverse=True))


def _unit_terbuka(k: Kinerja, pelaku: Pelaku) -> list[str]:
    """The agency's divisions for who approves, else the own unit."""
    if boleh(pelaku, Tindakan.SETUJUI, k.data.instansi.kode):
        return list(dict.fromkeys(rantai[-1] for rantai in rantai_unit(k.data.unit).values()))
    return [u.kode for u in k.data.unit if u.kode == pelaku.unit]


def _pilihan(kode: str, nama: str, baris: Sequence[BarisKinerja], hari_ini: date) -> PilihanUnit:
    return PilihanUnit(
        kode,
        nama,
        len(baris),
        sum(b.terlambat for b in baris),
        sum(b.keadaan in PERLU_DIISI for b in baris),
        sum(b.keadaan is KeadaanEntri.DIAJUKAN for b in baris),
        sum(j.lewat(hari_ini) for b in baris for j in b.janji),
    )


def bidang(engine: Engine, pelaku: Pelaku, k: Kinerja, unit: str, hari_ini: date) -> Bidang:
    """Read a unit's entries. Raises TidakBerwenang for a unit that is not the person's, LookupError when unknown."""
    instansi, sd = k.data.instansi.kode, k.sd
    rantai = rantai_unit(k.data.unit)
    boleh_setujui = boleh(pelaku, Tindakan.SETUJUI, instansi)
    if not boleh_setujui:
        milik = pelaku.unit if pelaku.unit in rantai[unit] else unit
        wajib_boleh(pelaku, Tindakan.ISI_REALISASI, instansi, milik)
    with open_for_reading(engine) as connection, connection.begin():
        k = sejalan(connection, pelaku, k)
        kode_unit = kode_per_unit(k).get(unit, ())
        entri = _entri(connection, k, kode_unit)
        langkah = baca_langkah(connection, instansi, sd.tahun, kode_unit)
        kunci = keadaan_kunci(connection, instansi)
    baris = sorted(map(_penyusun(k, pelaku, entri, hari_ini).baris, kode_unit), key=_urutan)
    nama = next(u.nama for u in k.data.unit if u.kode == unit)
    oleh = pengaju(langkah) if harus_dua_orang(k.data, sd) else {}
    sendiri = frozenset(satu for satu, siapa in oleh.items() if siapa == pelaku.nama)
    return Bidang(k, unit, nama, tuple(baris), entri, langkah, kunci, batas_unit(k), boleh_setujui, sendiri)


def batas_unit(k: Kinerja) -> date:
    """The last day on which the position's quarter is reported in time."""
    return batas_lapor(k.sd.tahun, f"TW{k.sd.triwulan}", batas_hari(k.data, k.sd))


def _entri(connection: Connection, k: Kinerja, kode: Collection[str]) -> dict[KunciEntri, Entri]:
    """This year's and last year's entries of these values."""
    return baca_entri(connection, k.data.instansi.kode, [k.sd.tahun - 1, k.sd.tahun], kode)


def semua_baris(connection: Connection, pelaku: Pelaku, k: Kinerja, hari_ini: date) -> tuple[BarisKinerja, ...]:
    """Every value of the agency at a position as a unit's sheet shows it, also one without an owner."""
    kode = sorted(pemilik_nilai(k.data))
    return tuple(map(_penyusun(k, pelaku, _entri(connection, k, kode), hari_ini).baris, kode))


def _penyusun(k: Kinerja, pelaku: Pelaku, entri: Mapping[KunciEntri, Entri], hari_ini: date) -> "_PenyusunBaris":
    return _PenyusunBaris(k, pelaku, entri, lewat=hari_ini > batas_unit(k))


def kode_per_unit(k: Kinerja) -> dict[str, tuple[str, ...]]:
    """What positions of each unit (or of units below it) own, alone or together."""
    hasil: dict[str, list[str]] = {}
    for kode, bidang in bidang_nilai(k.data).items():
        for unit in bidang:
            hasil.setdefault(unit, []).append(kode)
    return {unit: tuple(isi) for unit, isi in hasil.items()}


def _urutan(b: BarisKinerja) -> tuple[int, int, Decimal, str]:
    """Late and missing first, then what else must be entered, then the worst achievement."""
    if b.keadaan in PERLU_DIISI:
        terlambat = b.terlambat and b.keadaan is KeadaanEntri.BELUM
        return (0 if terlambat else 1, list(KeadaanEntri).index(b.keadaan), Decimal(0), b.kode)
    nilai = b.hasil.persen if b.hasil is not None else None
    letak = {KeadaanEntri.DIAJUKAN: 2, KeadaanEntri.DISETUJUI: 3, KeadaanEntri.DIHITUNG: 3}.get(b.keadaan, 4)
    return (letak, int(nilai is None), nilai or Decimal(0), b.kode)


class _PenyusunBaris:
    """Puts the rows of one unit together; reads nothing."""

    def __init__(self, k: Kinerja, pelaku: Pelaku, entri: Mapping[KunciEntri, Entri], *, lewat: bool) -> None:
        self.k, self.pelaku, self.entri, self.lewat = k, pelaku, entri, lewat
        self.pemilik, self.rantai = pemilik_nilai(k.data), rantai_unit(k.data.unit)
        self.variabel: dict[str, Variabel] = {v.kode: v for v in k.data.variabel}
        self.sendiri: dict[str, list[Entri]] = {}
        for satu in entri.values():
            self.sendiri.setdefault(satu.indikator, []).append(satu)
        terisi = (k.data.target, k.data.realisasi, entri.values())
        bertarget, terlapor, tertulis = ({(b.indikator, b.periode) for b in baris} for baris in terisi)
        self.periode_dipakai = bertarget | terlapor | tertulis

    def baris(self, kode: str) -> BarisKinerja:
        k, hasil = self.k, self.k.hasil.indikator.get(kode)
        asal = hasil.indikator if hasil is not None else self.variabel[kode]
        nilai = (hasil.simpul if hasil is not None else k.hasil.variabel[kode]).nilai
        pilihan = self._pilihan_periode(kode, hasil)
        ada = [p for p in (TAHUN, *pilihan) if p in pilihan and (kode, k.sd.tahun, p) in self.entri]
        periode = ada[0] if ada else pilihan[0]
        entri = self.entri.get((kode, k.sd.tahun, periode))
        keadaan = self._keadaan(kode, hasil, entri)
        luar = hasil is not None and hasil.indikator.dinilai_luar
        unit = unit_izin(self.pelaku, k.unit_jabatan.get(next(iter(self.pemilik[kode]), "")), self.rantai)
        return BarisKinerja(
            kode,
            asal.nama,
            asal.satuan,
            hasil,
            k.tren(kode) if hasil is not None else (),
            nilai,
            self.pemilik[kode],
            periode,
            pilihan,
            entri,
            keadaan,
            self.lewat and not luar and keadaan in PERLU_DIISI,
            janji_lalu(self.sendiri.get(kode, ()), k.sd),
            boleh(self.pelaku, Tindakan.ISI_REALISASI, k.data.instansi.kode, unit),
        )

    def _pilihan_periode(self, kode: str, hasil: HasilIndikator | None) -> tuple[str, ...]:
        """The periods of this quarter a value can be reported for: months only where months are in use."""
        if hasil is not None and hasil.indikator.dinilai_luar:
            return (TAHUN,)
        tw = self.k.sd.triwulan
        bulan = BULAN[(tw - 1) * 3 : tw * 3]
        bulanan = any((kode, b) in self.periode_dipakai for b in bulan)
        return (f"TW{tw}", *(bulan if bulanan else ()), *((TAHUN,) if tw == 4 else ()))

    def _keadaan(self, kode: str, hasil: HasilIndikator | None, entri: Entri | None) -> KeadaanEntri:
        if entri is not None and (entri.berangka or entri.status is not StatusEntri.DISETUJUI):
            belum_berlaku = entri.periode == TAHUN and self.k.sd.triwulan < 4
            disetujui = entri.status is StatusEntri.DISETUJUI
            return KeadaanEntri.MENUNGGU if disetujui and belum_berlaku else KeadaanEntri(entri.status.value)
        if hasil is None:
            return KeadaanEntri.BELUM
        if self._dihitung(kode, hasil):
            return KeadaanEntri.DIHITUNG
        if hasil.indikator.dinilai_luar and hasil.status is not Status.TIDAK_DITARGETKAN:
            return KeadaanEntri.DISETUJUI if hasil.nilai is not None else KeadaanEntri.MENUNGGU
        tidak_jatuh = hasil.target.sampai is not None and hasil.target.jatuh_tempo < self.k.sd.triwulan
        if hasil.status is Status.TIDAK_DITARGETKAN or tidak_jatuh:
            return KeadaanEntri.TIDAK_DITARGETKAN
        return KeadaanEntri.DISETUJUI if hasil.realisasi.terakhir >= self.k.sd.triwulan else KeadaanEntri.BELUM

    def _dihitung(self, kode: str, hasil: HasilIndikator) -> bool:
        """Whether the value comes from komponen, so that nobody has to enter it."""
        if hasil.indikator.rumus is Rumus.SKP_BAIK:
            return True
        return kode in self.k.hasil.graph.bagian
