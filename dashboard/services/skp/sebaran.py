"""The spread of SKP scores of one agency and month: what each group may show to the person who looks.

Reads recaps only, so that the cost does not depend on how many employees there are. Persons are in skp_orang.py.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from sqlalchemy import Engine

from dashboard.domain.aturan.berlaku import AturanBerlaku
from dashboard.domain.aturan.pengaturan import Pengaturan
from dashboard.domain.aturan.predikat import AturanPredikat
from dashboard.domain.dasar.hak import Pelaku, Tindakan, boleh, wajib_boleh
from dashboard.domain.dasar.indikator import SumberNilai
from dashboard.domain.dasar.periode import TAHUN, SampaiDengan, triwulan_dari
from dashboard.domain.entri.kunci import triwulan_bulan
from dashboard.domain.skp.acuan import bulan_acuan, bulan_posisi, bulan_tampil, milik_posisi
from dashboard.domain.skp.kalender import BULAN_TAHUNAN as SETAHUN
from dashboard.domain.skp.kalender import Jatuh
from dashboard.domain.skp.kelompok import kata_kelompok, nama_kelompok, susun_kelompok
from dashboard.domain.skp.predikat import PredikatUnit, jumlah_predikat, peringatan_pola
from dashboard.domain.skp.rezim import Penilaian, Rezim, penilaian
from dashboard.domain.skp.sebaran import Rekap, disembunyikan, gabung
from dashboard.domain.skp.sebaran_batas import Tanda, tanda
from dashboard.services.kinerja import Kinerja, sejalan
from data_access.aturan import untuk_skp
from data_access.engine import open_for_reading
from data_access.kunci.latar import muat_pegawai
from data_access.skp.hitung import tenggat
from data_access.skp.orang import load_predikat_unit
from data_access.skp.rekap import load_jumlah_pegawai, load_rekap
from data_access.skp.rezim import rezim_tahun


@dataclass(frozen=True, slots=True)
class Kelompok:
    """A bidang (or perangkat daerah): its units and what may be shown of it.

    `capaian` is None too where the month is of another quarter than the position's, whose achievement it is.
    `rekap` is None where the group is hidden from this person. `bulanan` are its months' recaps, by month.
    """

    kode: str
    nama: str
    unit: tuple[str, ...]
    pegawai: int
    rekap: Rekap | None
    bulanan: Mapping[int, Rekap | None]
    capaian: Decimal | None
    predikat: PredikatUnit | None
    peringatan: tuple[str, ...]
    tanda: tuple[Tanda, ...]
    boleh_orang: bool


@dataclass(frozen=True, slots=True)
class SebaranSkp:
    """All groups of a month (0: the year), and the agency as a whole. `kata` is what the groups are called.

    `acuan` is the month whose scores are those of the position, None while it waits; `bulan` may be an earlier one.
    """

    sd: SampaiDengan
    bulan: int
    acuan: int | None
    bulan_ada: tuple[int, ...]
    kelompok: tuple[Kelompok, ...]
    semua: Rekap
    semua_bulanan: Mapping[int, Rekap]
    pegawai_bulanan: Mapping[int, int]
    rezim: Rezim
    aturan: AturanBerlaku
    jatuh: Jatuh
    batas: Pengaturan
    contoh: bool
    sebutan: tuple[str, ...]
    kata: str

    @property
    def tahun(self) -> int:
        return self.sd.tahun

    @property
    def pegawai(self) -> int:
        """How many employees the agency has; of a closed month, had when it was closed."""
        return self.pegawai_bulanan[self.bulan]

    def penilaian(self, rekap: Rekap) -> Penilaian:
        """How many of a group or of all are assessed and good, in the regime of the year."""
        return penilaian(rekap, self.rezim, self.aturan.predikat)

    @property
    def sejaman(self) -> bool:
        """Whether the scores are of the position's own quarter, so that its achievement may stand beside them."""
        return milik_posisi(self.bulan, self.sd)

    @property
    def menunggu(self) -> bool:
        """Whether the month shown is of an earlier quarter, because nobody is assessed in the position's own."""
        return self.acuan is None and not self.sejaman and self.bulan != SETAHUN

    @property
    def skala_lama(self) -> bool:
        """Whether numeric scores of the year belong to the scale that the ratings replaced."""
        return self.aturan.predikat.berlaku

    @property
    def tanpa_nilai_setahun(self) -> int:
        """In the year: how many people have no numeric score of it."""
        return self.semua.orang - self.semua.dinilai if self.bulan == SETAHUN else 0

    @property
    def terlihat(self) -> tuple[Kelompok, ...]:
        return tuple(k for k in self.kelompok if k.rekap is not None)

    @property
    def tersembunyi(self) -> int:
        """How many groups with scores are hidden."""
        return len(self.kelompok) - len(self.terlihat)


def sebaran_skp(engine: Engine, pelaku: Pelaku, k: Kinerja, bulan: int | None = None) -> SebaranSkp | None:
    """The spread in a month the position knows of, by default its own; None when it knows of none.

    The year's own scores are there to be asked for from the first month on, with what they wait for.

    Raises TidakBerwenang.
    """
    instansi, tahun = k.data.instansi.kode, k.sd.tahun
    aturan = untuk_skp(tahun)
    wajib_boleh(pelaku, Tindakan.LIHAT, instansi)
    with open_for_reading(engine) as connection:
        k = sejalan(connection, pelaku, k)
        rekap = load_rekap(connection, instansi, tahun, histogram=False)
        rezim = rezim_tahun(connection, instansi, tahun)
        dinilai = {b: penilaian(r, rezim, aturan.predikat).dinilai for b, r in _per_bulan(rekap).items()}
        bawaan = bulan_tampil(dinilai, k.sd)
        if bawaan is None:
            return None
        ada = tuple(sorted({*bulan_posisi(dinilai, k.sd), *({SETAHUN} & dinilai.keys())}))
        dipilih = bulan if bulan in ada else bawaan
        rekap |= load_rekap(connection, instansi, tahun, dipilih)
        kini, tertutup = load_jumlah_pegawai(connection, instansi), muat_pegawai(connection, instansi, tahun)
        predikat = load_predikat_unit(connection, instansi, tahun)
        jatuh = tenggat(connection, instansi, tahun)
    batas = k.pengaturan
    pegawai = {b: tertutup.get(triwulan_bulan(b), kini) for b in ada}
    kelompok = _kelompok(_BahanSebaran(k, pelaku, rekap, pegawai[dipilih], predikat, batas, aturan), ada, dipilih)
    semua = _per_bulan({satu: r for satu, r in rekap.items() if satu[0] in ada})
    return SebaranSkp(
        sd=k.sd,
        bulan=dipilih,
        acuan=bulan_acuan(dinilai, k.sd),
        bulan_ada=ada,
        kelompok=kelompok,
        semua=semua[dipilih],
        semua_bulanan=semua,
        pegawai_bulanan={b: sum(isi.values()) for b, isi in pegawai.items()},
        rezim=rezim,
        aturan=aturan,
        jatuh=jatuh[dipilih],
        batas=batas,
        contoh=batas.sumber_skp == SumberNilai.SIMULASI,
        sebutan=tuple(kelas.nama for kelas in aturan.sebutan),
        kata=kata_kelompok(k.data.unit, [satu.kode for satu in kelompok]),
    )


def _per_bulan(rekap: Mapping[tuple[int, str], Rekap]) -> dict[int, Rekap]:
    """The whole agency, month by month."""
    return {b: gabung(r for (bulan, _), r in rekap.items() if bulan == b) for b in sorted({b for b, _ in rekap})}


@dataclass(frozen=True, slots=True)
class _BahanSebaran:
    """What was read, and for whom."""

    k: Kinerja
    pelaku: Pelaku
    rekap: Mapping[tuple[int, str], Rekap]
    pegawai: Mapping[str, int]
    predikat: Mapping[tuple[str, str], PredikatUnit]
    batas: Pengaturan
    aturan: AturanBerlaku


def _kelompok(bahan: _BahanSebaran, ada: Sequence[int], bulan: int) -> tuple[Kelompok, ...]:
    k, instansi = bahan.k, bahan.k.data.instansi.kode
    nama = nama_kelompok(k.data.unit)
    cabang = susun_kelompok(k.data.unit)
    boleh_orang = {kode: boleh(bahan.pelaku, Tindakan.LIHAT_PEGAWAI, instansi, kode) for kode in cabang}
    per_bulan = {
        b: {kode: gabung(r for u in unit if (r := bahan.rekap.get((b, u)))) for kode, unit in cabang.items()}
        for b in ada
    }
    terlihat = {b: _terlihat(isi, boleh_orang, bahan.batas) for b, isi in per_bulan.items()}
    hasil = []
    for kode, unit in cabang.items():
        isi = per_bulan[bulan][kode]
        if not isi.orang:
            continue
        jelas = isi if kode in terlihat[bulan] else None
        capaian = capaian_unit(k, unit) if milik_posisi(bulan, k.sd) else None
        kata = _predikat(bahan.predikat, kode, min(triwulan_bulan(bulan), k.sd.triwulan))
        hasil.append(
            Kelompok(
                kode,
                nama[kode],
                unit,
                sum(bahan.pegawai.get(u, 0) for u in unit),
                jelas,
                {b: per_bulan[b][kode] if kode in terlihat[b] else None for b in ada if b != SETAHUN},
                capaian,
                kata,
                _peringatan(kata, jelas, bahan.aturan.predikat) if jelas and kata else (),
                tanda(jelas, capaian, bahan.batas) if jelas else (),
                boleh_orang[kode],
            )
        )
    return tuple(hasil)


def _predikat(semua: Mapping[tuple[str, str], PredikatUnit], kode: str, triwulan: int) -> PredikatUnit | None:
    """The latest a unit was given up to that quarter: that of the year is not known before its end."""
    diberi = [
        (triwulan_dari(periode), periode == TAHUN, periode, kata)
        for (unit, periode), kata in semua.items()
        if unit == kode and triwulan_dari(periode) <= triwulan
    ]
    return max(diberi, default=(0, False, "", None))[3]


def _peringatan(kata: PredikatUnit, rekap: Rekap, aturan: AturanPredikat) -> tuple[str, ...]:
    return peringatan_pola(kata, jumlah_predikat(rekap.kuadran, aturan), aturan)


def _terlihat(isi: Mapping[str, Rekap], boleh_orang: Mapping[str, bool], batas: Pengaturan) -> set[str]:
    """Groups shown: those whose persons one may see, and of the rest those that give nobody away."""
    lain = {kode: r.orang for kode, r in isi.items() if not boleh_orang[kode]}
    return set(isi) - disembunyikan(lain, batas.sembunyi_di_bawah)


def capaian_unit(k: Kinerja, unit: Sequence[str]) -> Decimal | None:
    """The mean achievement of the indicators those units own; None while none has one."""
    return k.rerata([h for h in k.hasil.indikator.values() if k.unit_pemilik(h.kode) in unit]).nilai
