"""A year of any number of employees at once: the rule of `pegawai.py` over columns.

Rows are sorted into groups by an integer key, employee times thirteen plus month; month 0 is the year.
"""

from dataclasses import dataclass
from fractions import Fraction

import numpy as np
import numpy.typing as npt

from dashboard.domain.aturan.skp import AturanSkp
from dashboard.domain.skp.baris import ASPEK_SKP, KOLOM_ANGKA
from dashboard.domain.skp.kolom import (
    BULAN_SETAHUN,
    KOSONG_MIKRO,
    Angka,
    Bulat,
    KolomSkp,
    hitung_skp,
    ke_mikro,
    nilai_baris_nano,
    nilai_grup,
    poin_tugas,
)

BAGIAN_PERILAKU = 30
"""Thirtieths: a mean of five and a mean of six aspects are both whole numbers of them."""


@dataclass(frozen=True, slots=True)
class MasukanSkp:
    """SKP rows of one year. `kegiatan` numbers the activities (no and wording), `angka` as in KolomSkp.

    A row that is not targeted has NaN as its quantity target.
    """

    pegawai: Bulat
    bulan: Bulat
    kegiatan: Bulat
    angka: dict[str, Angka]


@dataclass(frozen=True, slots=True)
class MasukanPerilaku:
    """Behaviour rows of one year: `jumlah` is the sum of the `banyak` (5 or 6) aspects scaled by `skala`.

    NaN where one is missing. `tugas` is NaN where not given; `kreativitas` holds points.
    """

    pegawai: Bulat
    bulan: Bulat
    jumlah: Angka
    banyak: Bulat
    tugas: Angka
    kreativitas: Bulat
    skala: int = 1


@dataclass(frozen=True, slots=True)
class NilaiMassal:
    """Scores in whole millionths (KOSONG_MIKRO: none), one row an employee and month, in that order."""

    pegawai: Bulat
    bulan: Bulat
    skp: Bulat
    perilaku: Bulat
    prestasi: Bulat


def hitung_massal(
    skp: MasukanSkp, perilaku: MasukanPerilaku, aturan: AturanSkp, *, berjalan: bool = False
) -> NilaiMassal:
    """Score every month that occurs, and the year of every employee that occurs and has no month missing.

    A year whose kegiatan are complete and whose behaviour is that of some months only has an SKP alone; to date
    (`berjalan`) it has that behaviour too, and waits for no month that has no row.
    """
    urut = np.lexsort((skp.kegiatan, skp.bulan, skp.pegawai))
    kunci_skp = (skp.pegawai * BULAN_SETAHUN + skp.bulan)[urut]
    kunci_perilaku = perilaku.pegawai * BULAN_SETAHUN + perilaku.bulan
    bulanan = np.concatenate([kunci_skp, kunci_perilaku])
    kunci = np.unique(np.concatenate([bulanan, bulanan // BULAN_SETAHUN * BULAN_SETAHUN]))
    isi = _Perilaku(kunci, kunci_perilaku, perilaku, aturan)
    ditunggu = None if berjalan else _Ditunggu(skp, kunci, isi.sendiri)
    kolom, belum = _kolom(skp, urut, kunci_skp, kunci, aturan, ditunggu)
    nilai, skp_mikro, tepat = hitung_skp(kolom, isi.tambahan, aturan)
    if ditunggu is not None:
        isi.tunggu(kunci, ditunggu.tanpa_perilaku)
    prestasi = float(aturan.bagian_skp) * nilai + float(aturan.bagian_perilaku) * isi.nilai

    def prestasi_tepat(i: int) -> Fraction:
        perilaku_tepat = Fraction(int(isi.pembilang[i]), int(isi.penyebut[i]))
        return aturan.bagian_skp * tepat(i) + aturan.bagian_perilaku * perilaku_tepat

    return NilaiMassal(
        kunci // BULAN_SETAHUN,
        kunci % BULAN_SETAHUN,
        skp_mikro,
        np.where(belum, KOSONG_MIKRO, isi.mikro),
        ke_mikro(prestasi, prestasi_tepat),
    )


class _Perilaku:
    """Behaviour and extra points of each month and year of `kunci`."""

    def __init__(self, kunci: Bulat, kunci_baris: Bulat, masukan: MasukanPerilaku, aturan: AturanSkp) -> None:
        letak = np.searchsorted(kunci, kunci_baris)
        setahun = kunci % BULAN_SETAHUN == 0
        tahun = np.flatnonzero(setahun)[np.cumsum(setahun) - 1]
        tugas = np.full(len(kunci), np.nan)
        tugas[letak] = masukan.tugas
        tugas_setahun = np.zeros(len(kunci))
        np.add.at(tugas_setahun, tahun[~setahun], np.nan_to_num(tugas[~setahun]))
        tugas = np.where(setahun & np.isnan(tugas), tugas_setahun, np.nan_to_num(tugas))
        kreativitas = np.zeros(len(kunci), np.int64)
        kreativitas[letak] = masukan.kreativitas
        np.maximum.at(kreativitas, tahun[~setahun], kreativitas[~setahun])
        self.tambahan: Bulat = poin_tugas(tugas.astype(np.int64), aturan) + kreativitas
        self._nilai(letak, setahun, tahun, masukan)

    def tunggu(self, kunci: Bulat, pegawai: Bulat) -> None:
        """Leave those employees' years without a behaviour that stands on some of their months only."""
        menunggu = np.isin(kunci, pegawai * BULAN_SETAHUN) & ~self.sendiri
        self.nilai[menunggu], self.mikro[menunggu] = np.nan, KOSONG_MIKRO

    def _nilai(self, letak: Bulat, setahun: np.ndarray, tahun: Bulat, masukan: MasukanPerilaku) -> None:
        """Numerator and denominator of each mean; the year's from its months where it has none of its own."""
        jumlah = np.full(len(setahun), np.nan)
        jumlah[letak] = masukan.jumlah * (BAGIAN_PERILAKU // masukan.banyak)
        ada = ~np.isnan(jumlah)
        self.sendiri: npt.NDArray[np.bool_] = ada.copy()
        dari_bulan = ~setahun & ada
        pembilang = np.zeros(len(setahun), np.int64)
        banyak = np.zeros(len(setahun), np.int64)
        np.add.at(pembilang, tahun[dari_bulan], jumlah[dari_bulan].astype(np.int64))
        np.add.at(banyak, tahun[dari_bulan], 1)
        pembilang[ada] = jumlah[ada].astype(np.int64)
        banyak[ada] = 1
        ada = banyak > 0
        self.pembilang: Bulat = pembilang
        self.penyebut: Bulat = np.maximum(banyak, 1) * BAGIAN_PERILAKU * masukan.skala
        self.nilai: Angka = np.where(ada, pembilang / self.penyebut, np.nan)
        self.mikro: Bulat = ke_mikro(self.nilai, lambda i: Fraction(int(pembilang[i]), int(self.penyebut[i])))


class _Ditunggu:
    """Which employees' years wait for a month: `tanpa_baris` for a row of SKP, `tanpa_perilaku` for its behaviour.

    The months of `kalender.bulan_ditunggu`, counted: from the first with a row, without those that target nothing.
    """

    def __init__(self, skp: MasukanSkp, kunci: Bulat, bersikap: npt.NDArray[np.bool_]) -> None:
        banyak = int(kunci.max(initial=-1)) // BULAN_SETAHUN + 1
        diserahkan = np.zeros(banyak, np.bool_)
        diserahkan[skp.pegawai[skp.bulan == 0]] = True
        kunci_skp = skp.pegawai * BULAN_SETAHUN + skp.bulan
        bulanan = skp.bulan > 0
        bertarget = np.unique(kunci_skp[bulanan & ~np.isnan(skp.angka[KOLOM_ANGKA[0]])])
        tanpa_target = np.setdiff1d(kunci_skp[bulanan], bertarget)
        sikap = kunci[bersikap & (kunci % BULAN_SETAHUN > 0)]
        mulai = self._mulai(kunci_skp[bulanan], banyak)
        mulai = np.where(diserahkan & (mulai == BULAN_SETAHUN), self._mulai(sikap, banyak), mulai)
        ditunggu = BULAN_SETAHUN - mulai - np.bincount(tanpa_target // BULAN_SETAHUN, minlength=banyak)
        dalam = sikap[(sikap % BULAN_SETAHUN >= mulai[sikap // BULAN_SETAHUN]) & ~np.isin(sikap, tanpa_target)]
        berbaris = np.bincount(bertarget // BULAN_SETAHUN, minlength=banyak)
        self.tanpa_baris: Bulat = np.flatnonzero(~diserahkan & (berbaris < ditunggu))
        self.tanpa_perilaku: Bulat = np.flatnonzero(np.bincount(dalam // BULAN_SETAHUN, minlength=banyak) < ditunggu)

    @staticmethod
    def _mulai(kunci: Bulat, banyak: int) -> Bulat:
        """The first of those months of each employee; one more than the last where there is none."""
        mulai = np.full(banyak, BULAN_SETAHUN, np.int64)
        np.minimum.at(mulai, kunci // BULAN_SETAHUN, kunci % BULAN_SETAHUN)
        return mulai


def _kolom(
    skp: MasukanSkp, urut: Bulat, kunci_skp: Bulat, kunci: Bulat, aturan: AturanSkp, ditunggu: _Ditunggu | None
) -> tuple[KolomSkp, npt.NDArray[np.bool_]]:
    """The targeted rows of every month, and those of every year after its own key: handed in, or added up.

    Beside them, which of `kunci` are years that wait for a month: they have no row.
    """
    ditargetkan = ~np.isnan(skp.angka[KOLOM_ANGKA[0]][urut])
    kunci_baris = kunci_skp[ditargetkan]
    angka = {nama: nilai[urut][ditargetkan] for nama, nilai in skp.angka.items()}
    bulanan = KolomSkp(angka, np.searchsorted(kunci_baris, np.append(kunci, np.iinfo(np.int64).max)))
    nilai = nilai_grup(bulanan, nilai_baris_nano(angka, aturan))
    pegawai = kunci_baris // BULAN_SETAHUN
    banyak = int(skp.pegawai.max(initial=-1)) + 1
    diserahkan, menunggu = np.zeros(banyak, np.bool_), np.zeros(banyak, np.bool_)
    diserahkan[skp.pegawai[skp.bulan == 0]] = True
    bertarget = (np.diff(bulanan.mulai) > 0) & (kunci % BULAN_SETAHUN > 0)
    menunggu[kunci[bertarget & ~np.isfinite(nilai)] // BULAN_SETAHUN] = True
    if ditunggu is not None:
        menunggu[ditunggu.tanpa_baris] = True
    menunggu &= ~diserahkan
    dipakai = (kunci_baris % BULAN_SETAHUN > 0) & ~(diserahkan | menunggu)[pegawai]
    kunci_tahun, tahunan = _jumlah_setahun(
        pegawai[dipakai],
        skp.kegiatan[urut][ditargetkan][dipakai],
        {nama: satu[dipakai] for nama, satu in angka.items()},
    )
    semua = np.concatenate([kunci_baris, kunci_tahun * BULAN_SETAHUN])
    rapi = np.argsort(semua, kind="stable")
    gabung = {nama: np.concatenate([angka[nama], tahunan[nama]])[rapi] for nama in angka}
    kolom = KolomSkp(gabung, np.searchsorted(semua[rapi], np.append(kunci, np.iinfo(np.int64).max)))
    return kolom, np.isin(kunci, np.flatnonzero(menunggu) * BULAN_SETAHUN)


def _jumlah_setahun(pegawai: Bulat, kegiatan: Bulat, angka: dict[str, Angka]) -> tuple[Bulat, dict[str, Angka]]:
    """Sums per employee and activity; averages of quality compare as their sums do."""
    urut = np.lexsort((kegiatan, pegawai))
    pegawai, kegiatan = pegawai[urut], kegiatan[urut]
    if not len(pegawai):
        return pegawai, angka
    baru = np.flatnonzero(np.r_[True, (np.diff(pegawai) != 0) | (np.diff(kegiatan) != 0)])
    berbiaya = np.nan_to_num(angka["target_biaya"]) > 0
    jumlah = {}
    for nama, nilai in angka.items():
        isi = np.where(berbiaya, nilai, 0.0) if nama.endswith(ASPEK_SKP[-1]) else nilai
        jumlah[nama] = np.add.reduceat(np.nan_to_num(isi)[urut], baru)
    return pegawai[baru], jumlah
