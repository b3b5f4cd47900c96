"""What closing a quarter would close, and what stands open in it: read before anything is written."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy import Engine

from dashboard.domain.dasar.hak import Pelaku, Tindakan, wajib_boleh
from dashboard.domain.dasar.periode import SampaiDengan
from dashboard.domain.entri.draf import KunciNilai
from dashboard.domain.entri.kunci import akan_dikunci
from dashboard.services.entri.bidang import BarisKinerja, KeadaanEntri, semua_baris
from dashboard.services.kinerja import Kinerja, baca_kinerja
from data_access.engine import open_for_reading
from data_access.isian.draf import pengetik
from data_access.kinerja import nomor_versi
from data_access.kunci.keadaan import keadaan_kunci

BELUM = (KeadaanEntri.BELUM, KeadaanEntri.DIKEMBALIKAN)


@dataclass(frozen=True, slots=True)
class NilaiTertinggal:
    """One value that is not official yet, with its unit and, for what was only typed, by whom."""

    kode: str
    nama: str
    unit: str
    pengetik: str = ""


@dataclass(frozen=True, slots=True)
class SisaTriwulan:
    """What closing leaves behind in one quarter: not reported, not approved, not handed in."""

    sd: SampaiDengan
    belum: tuple[NilaiTertinggal, ...]
    terlambat: int
    menunggu: tuple[NilaiTertinggal, ...]
    draf: tuple[NilaiTertinggal, ...]
    berakhir: bool

    @property
    def jumlah(self) -> int:
        return len(self.belum) + len(self.menunggu) + len(self.draf)


@dataclass(frozen=True, slots=True)
class RencanaKunci:
    """The quarters that would be closed, oldest first, and how many figures stand in them; `dasar` marks the data."""

    instansi: str
    triwulan: tuple[SisaTriwulan, ...]
    utama: int
    lain: int
    dasar: int

    @property
    def jumlah(self) -> int:
        return sum(satu.jumlah for satu in self.triwulan)


def rencana_kunci(engine: Engine, pelaku: Pelaku, instansi: str, sd: SampaiDengan, hari_ini: date) -> RencanaKunci:
    """Read it all from one state of the database. Raises KunciDitolak when closed already, and TidakBerwenang."""
    wajib_boleh(pelaku, Tindakan.KUNCI, instansi)
    with open_for_reading(engine) as connection, connection.begin():
        baru = akan_dikunci(keadaan_kunci(connection, instansi), sd.tahun, sd.triwulan)
        k = baca_kinerja(connection, pelaku, instansi, SampaiDengan(sd.tahun, sd.triwulan))
        ketikan, dasar = pengetik(connection, instansi, sd.tahun), nomor_versi(connection, instansi)
        sisa = []
        for tw in baru:
            pada = replace(k, per_triwulan=k.per_triwulan[:tw])
            sisa.append(_sisa(pada, semua_baris(connection, pelaku, pada, hari_ini), ketikan, hari_ini))
    utama = len(k.utama())
    return RencanaKunci(k.data.instansi.nama, tuple(sisa), utama, len(k.hasil.indikator) - utama, dasar)


def _sisa(
    k: Kinerja, baris: Collection[BarisKinerja], ketikan: Collection[tuple[KunciNilai, str]], hari_ini: date
) -> SisaTriwulan:
    unit, per_kode = {u.kode: u.nama for u in k.data.unit}, {b.kode: b for b in baris}

    def sebut(b: BarisKinerja, oleh: str = "") -> NilaiTertinggal:
        return NilaiTertinggal(b.kode, b.nama, unit.get(k.pengisi.get(b.kode, ""), "belum ada pemilik"), oleh)

    diketik = [
        sebut(per_kode[kode], oleh)
        for (kode, tahun, periode), oleh in ketikan
        if kode in per_kode and SampaiDengan.yang_memuat(tahun, periode).triwulan == k.sd.triwulan
    ]
    return SisaTriwulan(
        k.sd,
        tuple(sebut(b) for b in baris if b.keadaan in BELUM),
        sum(b.terlambat for b in baris if b.keadaan in BELUM),
        tuple(sebut(b) for b in baris if b.keadaan is KeadaanEntri.DIAJUKAN),
        (*(sebut(b) for b in baris if b.keadaan is KeadaanEntri.DRAF), *diketik),
        k.sd.hari_akhir < hari_ini,
    )
