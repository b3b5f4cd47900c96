"""The realised value of an indicator at a reporting position, from its approved reports.

Source: DOMAIN.md section 2. Missing reports are said, never taken as zero.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from dashboard.domain.dasar.indikator import Perilaku, Realisasi, SumberNilai
from dashboard.domain.dasar.penjelasan import Kepastian
from dashboard.domain.dasar.perilaku import PerilakuPeriode
from dashboard.domain.dasar.periode import BULAN, TAHUN, TRIWULAN, SampaiDengan, nama_periode, triwulan_dari
from dashboard.domain.hitung.capaian import NOL, SERATUS
from dashboard.domain.hitung.rumus import sumber_terlemah

CATATAN_PERSEN = "Tambahan persentase dijumlahkan sebagai bagian dari satu penyebut yang sama (asumsi)."
POLA_MASUKAN = "masukan skenario"
CATATAN_PENYEBUT_NOL = "Penyebut yang dilaporkan nol: rasio tidak dapat dihitung."


@dataclass(frozen=True, slots=True)
class PosisiRealisasi:
    """A value to date and the year's value so far; `nilai` is None while a due report is missing.

    `terakhir` is the last quarter reported (0: none), `nilai_terakhir` the value then;
    of the year of a repetition `periode_terisi` are in the mean and `periode_bolong` missing though due;
    `hilang` are the due periods without a report where others have one;
    `tak_terhitung` says that all due reports are in but yield no number (a denominator of zero).
    """

    nilai: Decimal | None
    tahunan: Decimal | None
    baris: tuple[Realisasi, ...] = ()
    terakhir: int = 0
    nilai_terakhir: Decimal | None = None
    sumber_nilai: SumberNilai | None = None
    pola: str = ""
    catatan: tuple[str, ...] = ()
    tak_terhitung: bool = False
    kepastian: Kepastian = Kepastian.DILAPORKAN
    periode_terisi: int = 0
    periode_bolong: tuple[int, ...] = ()
    hilang: tuple[str, ...] = ()


KOSONG = PosisiRealisasi(None, None)

PerTriwulan = Mapping[int, tuple[Realisasi, ...]]


@dataclass(frozen=True, slots=True)
class _Bacaan:
    """What the reports say together: the value at the last of them, the year's so far, what is missing."""

    nilai: Decimal | None
    tahunan: Decimal | None
    pola: str
    dipakai: tuple[Realisasi, ...]
    hilang: tuple[str, ...] = ()
    catatan: tuple[str, ...] = ()
    kepastian: Kepastian = Kepastian.DILAPORKAN


def posisi_realisasi(
    perilaku: PerilakuPeriode,
    realisasi: Sequence[Realisasi],
    sd: SampaiDengan,
    jatuh_tempo: int,
    lowong: Collection[str] = (),
) -> PosisiRealisasi:
    """Read the reports of one indicator in `sd.tahun`; only approved ones count.

    `jatuh_tempo` is the last quarter for which a value was due, `lowong` the period codes for which
    none was (the target path says both).
    """
    masuk = [r for r in realisasi if r.tahun == sd.tahun and sah(r)]
    berulang = perilaku.perilaku is Perilaku.PENGULANGAN
    per_tw = _per_triwulan(masuk, sd, tahun_dulu=sd.setahun or not berulang)
    if not per_tw:
        return KOSONG
    baca = _BACA[perilaku.perilaku]
    bacaan = baca(perilaku, per_tw, jatuh_tempo, frozenset(lowong))
    catatan = bacaan.catatan
    if bacaan.hilang:
        catatan = (*catatan, ", ".join(nama_periode(p) for p in bacaan.hilang) + " belum dilaporkan.")
    tak_terhitung = bacaan.nilai is None and not bacaan.hilang
    if tak_terhitung:
        catatan = (*catatan, CATATAN_PENYEBUT_NOL)
    baris = tuple(b for tw in sorted(per_tw) for b in per_tw[tw])
    setahun = [r for r in masuk if r.periode == TAHUN] if berulang and sd.triwulan == len(TRIWULAN) else []
    tahunan = nilai_laporan(perilaku, setahun[0]) if setahun else bacaan.tahunan
    rerata_tahun = berulang and sd.setahun and not setahun
    dipakai = baris if rerata_tahun else bacaan.dipakai
    nilai = tahunan if sd.setahun else bacaan.nilai
    return PosisiRealisasi(
        nilai=None if bacaan.hilang else nilai,
        tahunan=tahunan,
        baris=baris,
        terakhir=max(per_tw),
        nilai_terakhir=bacaan.nilai,
        sumber_nilai=sumber_terlemah(b.sumber_nilai for b in dipakai),
        pola=bacaan.pola,
        catatan=catatan,
        tak_terhitung=tak_terhitung,
        kepastian=bacaan.kepastian,
        periode_terisi=len(per_tw),
        periode_bolong=_bolong(per_tw, jatuh_tempo, frozenset(lowong)) if rerata_tahun else (),
        hilang=bacaan.hilang,
    )


def _bolong(per_tw: PerTriwulan, sampai: int, lowong: frozenset[str]) -> tuple[int, ...]:
    return tuple(tw for tw in range(1, sampai + 1) if tw not in per_tw and _jatuh(tw, lowong))


def ganti_nilai(
    perilaku: PerilakuPeriode, posisi: PosisiRealisasi, nilai: Decimal, sd: SampaiDengan
) -> PosisiRealisasi:
    """The position had this value to date been reported, in the place of the last report or where none was."""
    tw = posisi.terakhir if posisi.nilai is not None else sd.triwulan
    setahun = sd.setahun or any(b.periode == TAHUN for b in posisi.baris)
    tahunan = nilai
    if perilaku.perilaku is Perilaku.PENGULANGAN and not setahun:
        sebelum = [_rerata([nilai_laporan(perilaku, b) for b in baris]) for baris in _sebelum(posisi.baris, tw)]
        tahunan = _rerata([*sebelum, nilai]) or nilai
    return PosisiRealisasi(nilai, tahunan, (), tw, nilai, None, POLA_MASUKAN)


def _sebelum(baris: Sequence[Realisasi], tw: int) -> list[list[Realisasi]]:
    """The reports of the quarters before `tw`, quarter by quarter."""
    return [isi for satu in range(1, tw) if (isi := [b for b in baris if triwulan_dari(b.periode) == satu])]


def nilai_laporan(perilaku: PerilakuPeriode, baris: Realisasi) -> Decimal | None:
    """The reported value, or the ratio of the reported parts (in percent for a percentage)."""
    if baris.nilai is not None or baris.pembilang is None or baris.penyebut is None:
        return baris.nilai
    return nilai_rasio(baris.pembilang, baris.penyebut, dalam_persen=perilaku.persen)


def nilai_rasio(pembilang: Decimal, penyebut: Decimal, *, dalam_persen: bool) -> Decimal | None:
    """The ratio of two reported parts; None over zero."""
    return pembilang * (SERATUS if dalam_persen else 1) / penyebut if penyebut else None


def sah(baris: Realisasi) -> bool:
    """An approved report of a number; a row of obstacles alone is none."""
    berisi = baris.nilai is not None or (baris.pembilang is not None and baris.penyebut is not None)
    return baris.status_entri == "disetujui" and berisi


def _per_triwulan(sah: Sequence[Realisasi], sd: SampaiDengan, *, tahun_dulu: bool) -> dict[int, tuple[Realisasi, ...]]:
    """Reports by quarter up to the position; a quarter's own stands over its months'.

    The year's report, too, is one of the fourth quarter: it stands over that quarter's own where `tahun_dulu`, and in
    its place where there is none.
    """
    per_tw: dict[int, list[Realisasi]] = {}
    for baris in sorted(sah, key=lambda r: r.periode):
        if (tw := triwulan_dari(baris.periode)) <= sd.triwulan:
            per_tw.setdefault(tw, []).append(baris)
    return {tw: _terpilih(baris, tahun_dulu=tahun_dulu) for tw, baris in per_tw.items()}


def _terpilih(baris: Sequence[Realisasi], *, tahun_dulu: bool) -> tuple[Realisasi, ...]:
    tahun = [b for b in baris if b.periode == TAHUN]
    triwulan = [b for b in baris if b.periode in TRIWULAN]
    bulan = [b for b in baris if b.periode in BULAN]
    return tuple(tahun or triwulan or bulan) if tahun_dulu else tuple(triwulan or bulan or tahun)


def _akumulasi(perilaku: PerilakuPeriode, per_tw: PerTriwulan, jatuh_tempo: int, lowong: frozenset[str]) -> _Bacaan:
    terakhir = per_tw[max(per_tw)][-1]
    baris = tuple(b for tw in sorted(per_tw) for b in per_tw[tw])
    bagian = _berbagian(perilaku, baris) if perilaku.bagian_bertambah else []
    if terakhir.periode == TAHUN or not (bagian or perilaku.bertambah):
        nilai = nilai_laporan(perilaku, terakhir)
        hilang = _penutup_hilang(terakhir, jatuh_tempo, lowong)
        return _Bacaan(nilai, nilai, f"jumlah berjalan {nama_periode(terakhir.periode)}", (terakhir,), hilang)
    daftar = " + ".join(nama_periode(b.periode) for b in baris)
    hilang = _periode_hilang(per_tw, max(jatuh_tempo, max(per_tw)), lowong)
    if bagian:
        nilai = nilai_rasio(sum((p for p, _ in bagian), NOL), bagian[-1][1], dalam_persen=perilaku.persen)
        pola = f"jumlah pembilang {daftar} dibagi penyebut terakhir" if len(bagian) > 1 else f"rasio {daftar}"
        return _Bacaan(nilai, nilai, pola, baris, hilang)
    semua = [nilai_laporan(perilaku, b) for b in baris]
    if None in semua:
        return _Bacaan(None, None, f"jumlah {daftar}", baris, hilang)
    nilai = sum((n for n in semua if n is not None), NOL)
    if not perilaku.persen or len(baris) == 1:
        return _Bacaan(nilai, nilai, f"jumlah {daftar}", baris, hilang)
    kepastian = Kepastian.DIHITUNG_DENGAN_ASUMSI
    return _Bacaan(nilai, nilai, f"jumlah {daftar}", baris, hilang, (CATATAN_PERSEN,), kepastian)


def _berbagian(perilaku: PerilakuPeriode, baris: Sequence[Realisasi]) -> list[tuple[Decimal, Decimal]]:
    """Numerator and denominator of each report, when the indicator is a ratio reported in parts throughout."""
    rasio = perilaku.persen or all(b.nilai is None for b in baris)
    bagian = [(b.pembilang, b.penyebut) for b in baris if b.pembilang is not None and b.penyebut is not None]
    return bagian if rasio and len(bagian) == len(baris) else []


def _penutup_hilang(terakhir: Realisasi, jatuh_tempo: int, lowong: frozenset[str]) -> tuple[str, ...]:
    """A running total must reach the end of the last quarter due: its own report or its last month's."""
    tw = triwulan_dari(terakhir.periode)
    if tw < jatuh_tempo:
        return (f"TW{jatuh_tempo}",)
    if tw > jatuh_tempo or terakhir.periode not in BULAN:
        return ()
    sisa = BULAN[BULAN.index(terakhir.periode) + 1 : tw * 3]
    return tuple(b for b in sisa if b not in lowong)


def _periode_hilang(per_tw: PerTriwulan, sampai: int, lowong: frozenset[str]) -> tuple[str, ...]:
    """Quarters without a report, or the months missing in a quarter reported by months."""
    hilang: list[str] = []
    for tw in range(1, sampai + 1):
        if tw not in per_tw:
            hilang += [f"TW{tw}"] if _jatuh(tw, lowong) else []
        else:
            hilang += _bulan_hilang(per_tw, tw, lowong)
    return tuple(hilang)


def _bulan_hilang(per_tw: PerTriwulan, tw: int, lowong: frozenset[str]) -> tuple[str, ...]:
    """The months missing in a quarter that is reported by months."""
    if per_tw[tw][0].periode not in BULAN:
        return ()
    ada = {b.periode for b in per_tw[tw]} | lowong
    return tuple(b for b in _bulan(tw) if b not in ada)


def _jatuh(tw: int, lowong: frozenset[str]) -> bool:
    return f"TW{tw}" not in lowong and not lowong.issuperset(_bulan(tw))


def _bulan(tw: int) -> tuple[str, ...]:
    return BULAN[(tw - 1) * 3 : tw * 3]


def _progress(perilaku: PerilakuPeriode, per_tw: PerTriwulan, jatuh_tempo: int, lowong: frozenset[str]) -> _Bacaan:
    terakhir = per_tw[max(per_tw)][-1]
    nilai = nilai_laporan(perilaku, terakhir)
    hilang = _penutup_hilang(terakhir, jatuh_tempo, lowong)
    return _Bacaan(nilai, nilai, f"tingkat terakhir, {nama_periode(terakhir.periode)}", (terakhir,), hilang)


def _pengulangan(perilaku: PerilakuPeriode, per_tw: PerTriwulan, jatuh_tempo: int, lowong: frozenset[str]) -> _Bacaan:
    rerata = {tw: _rerata([nilai_laporan(perilaku, b) for b in baris]) for tw, baris in per_tw.items()}
    akhir = max(rerata)
    tahunan = _rerata(list(rerata.values()))
    hilang = (f"TW{jatuh_tempo}",) if akhir < jatuh_tempo else _bulan_hilang(per_tw, akhir, lowong)
    nama = ", ".join(nama_periode(b.periode) for b in per_tw[akhir])
    return _Bacaan(rerata[akhir], tahunan, f"periode itu saja, {nama}", per_tw[akhir], hilang)


def _rerata(nilai: Sequence[Decimal | None]) -> Decimal | None:
    ada = [n for n in nilai if n is not None]
    return sum(ada, NOL) / len(ada) if ada else None


_BACA = {Perilaku.AKUMULASI: _akumulasi, Perilaku.PROGRESS: _progress, Perilaku.PENGULANGAN: _pengulangan}
