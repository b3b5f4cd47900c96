"""A scenario's value written as the rows an agency would have reported, so that the official reading yields it.

Whatever the behaviour over periods, the rows written here read back as exactly the value asked for.
"""

from dataclasses import replace
from decimal import Decimal

from dashboard.domain.dasar.indikator import Indikator, Penyajian, Perilaku, Realisasi, SumberNilai, Target
from dashboard.domain.dasar.perilaku import penyajian_dari, perilaku_dari
from dashboard.domain.dasar.periode import TAHUN, triwulan_dari
from dashboard.domain.hitung.capaian import NOL
from dashboard.domain.skenario.dasar import DasarSkenario


def tulis_realisasi(dasar: DasarSkenario, kode: str, nilai: Decimal | None) -> list[Realisasi]:
    """All reports of a code, those up to the position replaced where they must be for its value to be `nilai`."""
    sd, lama = dasar.sd, dasar.realisasi.get(kode, ())
    depan = [r for r in lama if r.tahun != sd.tahun or triwulan_dari(r.periode) > sd.triwulan]
    kini = [r for r in lama if r.tahun == sd.tahun and triwulan_dari(r.periode) <= sd.triwulan]
    hasil = dasar.hasil.indikator.get(kode)
    tw = hasil.realisasi.terakhir if hasil and hasil.realisasi.nilai is not None else sd.triwulan
    contoh = Realisasi(kode, sd.tahun, f"TW{tw}", nilai, sumber_nilai=SumberNilai.SIMULASI)
    if hasil is None:
        return [*depan, contoh]
    if perilaku_dari(hasil.indikator)[0] is Perilaku.AKUMULASI:
        return [*depan, *_menjumlah(contoh, tw)]
    sebelum = [r for r in kini if triwulan_dari(r.periode) < tw]
    setahun = tw == 4 and any(r.periode == TAHUN for r in kini)
    return [*depan, *sebelum, replace(contoh, periode=TAHUN) if setahun else contoh]


def _menjumlah(contoh: Realisasi, tw: int) -> list[Realisasi]:
    """Increments that add up to the value: the year's own figure, or nothing until the last quarter."""
    if tw == 4:
        return [replace(contoh, periode=TAHUN)]
    return [*(replace(contoh, periode=f"TW{i}", nilai=NOL) for i in range(1, tw)), contoh]


def tulis_target(dasar: DasarSkenario, kode: str, nilai: Decimal) -> list[Target]:
    """All targets of a code, replaced where they must be for the target to date to be `nilai`."""
    sd, lama = dasar.sd, dasar.target.get(kode, ())
    hasil = dasar.hasil.indikator[kode]
    bertarget_tahun = any(t.periode == TAHUN and t.bernilai for t in lama)
    berjalur = sorted({triwulan_dari(t.periode) for t in lama if t.periode != TAHUN and t.bernilai})
    baru = Target(kode, sd.tahun, TAHUN, nilai, sumber_nilai=SumberNilai.SIMULASI)
    if sd.triwulan == 4 and (bertarget_tahun or not berjalur):
        return [*(t for t in lama if t.periode != TAHUN), baru]
    tempo = hasil.target.jatuh_tempo or sd.triwulan
    triwulan = [tw for tw in berjalur if tw < tempo] if berjalur else list(range(1, tempo))
    sisa = [t for t in lama if not _diganti(t, tempo)]
    sebelum = NOL if _bertambah(hasil.indikator) else nilai
    jalur = [replace(baru, periode=f"TW{tw}", nilai=sebelum) for tw in triwulan]
    warisan = hasil.target.tahunan.nilai if hasil.target_dari and hasil.target.tahunan else None
    setahun = [replace(baru, nilai=warisan)] if warisan is not None else []
    return [*sisa, *setahun, *jalur, replace(baru, periode=f"TW{tempo}")]


def _diganti(target: Target, tempo: int) -> bool:
    """Numbers of quarters up to the one due go; a year printed "-" goes too, or nothing would be targeted."""
    if target.periode == TAHUN:
        return target.tidak_ditargetkan
    return target.bernilai and triwulan_dari(target.periode) <= tempo


def _bertambah(indikator: Indikator) -> bool:
    akumulasi = perilaku_dari(indikator)[0] is Perilaku.AKUMULASI
    return akumulasi and penyajian_dari(indikator) is Penyajian.TAMBAHAN
