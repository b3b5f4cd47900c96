"""The realised value of an indicator at a reporting position, from its approved reports.

Source: DOMAIN.md section 2. Missing reports are said, never taken as zero.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import TypeAlias

from dashboard.domain.capaian import SERATUS
from dashboard.domain.indikator import Indikator, Penyajian, Perilaku, Realisasi, SumberNilai
from dashboard.domain.perilaku import penyajian_dari, perilaku_dari, persen
from dashboard.domain.periode import TAHUN, SampaiDengan, nama_periode, triwulan_dari

CATATAN_PERSEN = "Persentase tidak dijumlahkan: dipakai nilai terakhir yang dilaporkan."


@dataclass(frozen=True, slots=True)
class PosisiRealisasi:
    """A value to date and the year's value so far; `nilai` is None while a due report is missing.

    `terakhir` is the last quarter reported (0: none), `nilai_terakhir` the value then.
    """

    nilai: Decimal | None
    tahunan: Decimal | None
    baris: tuple[Realisasi, ...] = ()
    terakhir: int = 0
    nilai_terakhir: Decimal | None = None
    sumber_nilai: SumberNilai | None = None
    pola: str = ""
    catatan: tuple[str, ...] = ()


KOSONG = PosisiRealisasi(None, None)


def posisi_realisasi(
    indikator: Indikator, realisasi: Sequence[Realisasi], sd: SampaiDengan, jatuh_tempo: int
) -> PosisiRealisasi:
    """Read the reports of one indicator in `sd.tahun`; only approved ones count.

    `jatuh_tempo` is the last quarter for which a value was due (the target path says it).
    """
    sah = [r for r in realisasi if r.tahun == sd.tahun and _sah(indikator, r)]
    per_tw = _per_triwulan(sah, sd.triwulan)
    if not per_tw:
        return KOSONG
    perilaku, _ = perilaku_dari(indikator)
    hitung = {Perilaku.AKUMULASI: _akumulasi, Perilaku.PROGRESS: _progress, Perilaku.PENGULANGAN: _pengulangan}
    hasil = hitung[perilaku](indikator, per_tw, jatuh_tempo)
    baris = tuple(b for tw in sorted(per_tw) for b in per_tw[tw])
    sumber = min((b.sumber_nilai for b in baris), key=list(SumberNilai).index)
    nilai, tahunan, nilai_terakhir, pola, catatan = hasil
    return PosisiRealisasi(nilai, tahunan, baris, max(per_tw), nilai_terakhir, sumber, pola, catatan)


Hasil: TypeAlias = tuple[Decimal | None, Decimal | None, Decimal | None, str, tuple[str, ...]]


def _nilai(indikator: Indikator, baris: Realisasi) -> Decimal | None:
    """The reported value, or the ratio of the reported parts (in percent for a percentage)."""
    if baris.nilai is not None:
        return baris.nilai
    if baris.pembilang is None or not baris.penyebut:
        return None
    return baris.pembilang * (SERATUS if persen(indikator.satuan) else 1) / baris.penyebut


def _sah(indikator: Indikator, baris: Realisasi) -> bool:
    return baris.status_entri == "disetujui" and _nilai(indikator, baris) is not None


def _per_triwulan(sah: Sequence[Realisasi], n: int) -> dict[int, tuple[Realisasi, ...]]:
    """Reports by quarter up to n. A report of the quarter itself stands over its months."""
    per_tw: dict[int, list[Realisasi]] = {}
    for baris in sorted(sah, key=lambda r: r.periode):
        per_tw.setdefault(triwulan_dari(baris.periode), []).append(baris)
    terpilih: dict[int, tuple[Realisasi, ...]] = {}
    for tw, baris_tw in per_tw.items():
        if tw > n:
            continue
        tahun = [b for b in baris_tw if b.periode == TAHUN]
        kuartal = [b for b in baris_tw if b.periode.startswith("TW")]
        terpilih[tw] = tuple(tahun or kuartal or baris_tw)
    return terpilih


def _lubang(ada: Sequence[int], sampai: int) -> tuple[int, ...]:
    return tuple(tw for tw in range(1, sampai + 1) if tw not in ada)


def _akumulasi(indikator: Indikator, per_tw: dict[int, tuple[Realisasi, ...]], jatuh_tempo: int) -> Hasil:
    akhir = max(per_tw)
    terakhir = per_tw[akhir]
    tahun_penuh = terakhir[-1].periode == TAHUN
    if tahun_penuh or penyajian_dari(indikator) is Penyajian.SD_PERIODE:
        nilai = _nilai(indikator, terakhir[-1])
        pola = f"jumlah berjalan {nama_periode(terakhir[-1].periode)}"
        return (nilai if akhir >= jatuh_tempo else None), nilai, nilai, pola, ()
    baris = [b for tw in sorted(per_tw) for b in per_tw[tw]]
    nilai, catatan = _jumlahkan(indikator, baris)
    lengkap = tuple(tw for tw, b in per_tw.items() if not b[0].periode.startswith("BLN") or len(b) == 3)
    kosong = _lubang(lengkap, max(jatuh_tempo, akhir))
    if kosong:
        catatan = (*catatan, _kalimat_lubang(kosong))
    return (None if kosong else nilai), nilai, nilai, "jumlah " + _daftar(tuple(per_tw)), catatan


def _jumlahkan(indikator: Indikator, baris: Sequence[Realisasi]) -> tuple[Decimal | None, tuple[str, ...]]:
    """Increments added up; a ratio is summed numerators over the latest denominator."""
    if all(b.pembilang is not None and b.penyebut for b in baris):
        pembilang = sum((b.pembilang or Decimal(0) for b in baris), Decimal(0))
        penyebut = baris[-1].penyebut
        assert penyebut is not None
        return pembilang * (SERATUS if persen(indikator.satuan) else 1) / penyebut, ()
    if persen(indikator.satuan):
        return _nilai(indikator, baris[-1]), (CATATAN_PERSEN,)
    return sum((_nilai(indikator, b) or Decimal(0) for b in baris), Decimal(0)), ()


def _progress(indikator: Indikator, per_tw: dict[int, tuple[Realisasi, ...]], jatuh_tempo: int) -> Hasil:
    akhir = max(per_tw)
    nilai = _nilai(indikator, per_tw[akhir][-1])
    pola = f"tingkat terakhir, {nama_periode(per_tw[akhir][-1].periode)}"
    if akhir < jatuh_tempo:
        return None, nilai, nilai, pola, (_kalimat_lubang(_lubang(tuple(per_tw), jatuh_tempo)[-1:]),)
    return nilai, nilai, nilai, pola, ()


def _pengulangan(indikator: Indikator, per_tw: dict[int, tuple[Realisasi, ...]], jatuh_tempo: int) -> Hasil:
    rerata = {tw: _rerata([_nilai(indikator, b) for b in baris]) for tw, baris in per_tw.items()}
    akhir = max(rerata)
    tahun_penuh = per_tw[akhir][-1].periode == TAHUN
    tahunan = rerata[akhir] if tahun_penuh else _rerata(list(rerata.values()))
    nilai = rerata[akhir] if akhir >= jatuh_tempo else None
    catatan = () if nilai is not None else (_kalimat_lubang((jatuh_tempo,)),)
    return nilai, tahunan, rerata[akhir], f"periode itu saja, {nama_periode(per_tw[akhir][-1].periode)}", catatan


def _rerata(nilai: Sequence[Decimal | None]) -> Decimal | None:
    ada = [n for n in nilai if n is not None]
    return sum(ada, Decimal(0)) / len(ada) if ada else None


def _daftar(triwulan: Sequence[int]) -> str:
    return " + ".join(nama_periode(f"TW{tw}") for tw in sorted(triwulan))


def _kalimat_lubang(kosong: Sequence[int]) -> str:
    return _daftar(kosong).replace(" + ", ", ") + " belum dilaporkan."
