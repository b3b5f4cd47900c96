"""The formulas: which links of the graph count, and what each formula makes of its komponen.

Source: DOMAIN.md section 6. Only arithmetic links enter a formula; the rest show a direction at most.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from dashboard.domain.dasar.indikator import Indikator, Komponen, PeranKomponen, Rumus, Sifat, SumberNilai
from dashboard.domain.dasar.penjelasan import Kepastian, Langkah, bulat2, terlemah
from dashboard.domain.dasar.satuan_ukur import persen
from dashboard.domain.hitung.capaian import SERATUS

KEPASTIAN_SIFAT = {
    Sifat.TERTULIS: Kepastian.DIHITUNG,
    Sifat.REGULASI: Kepastian.DIHITUNG,
    Sifat.DUGAAN: Kepastian.DIHITUNG_DENGAN_ASUMSI,
    Sifat.SEBAGIAN: Kepastian.DIHITUNG_DENGAN_ASUMSI,
    Sifat.PENYEBUT_BATAS: Kepastian.DIHITUNG,
    Sifat.SATUAN_BERBEDA: Kepastian.HANYA_ARAH,
    Sifat.KONTRIBUSI: Kepastian.HANYA_ARAH,
    Sifat.TANPA_HUBUNGAN: Kepastian.TIDAK_DIKETAHUI,
    Sifat.EKSTERNAL: Kepastian.TIDAK_DIKETAHUI,
}
URUTAN_SUMBER = {sumber: nomor for nomor, sumber in enumerate(SumberNilai)}
PERAN_RUMUS = {
    Rumus.JUMLAH: frozenset({PeranKomponen.SUKU}),
    Rumus.STOK: frozenset({PeranKomponen.SUKU}),
    Rumus.RASIO: frozenset({PeranKomponen.PEMBILANG, PeranKomponen.PENYEBUT}),
    Rumus.RERATA: frozenset(PeranKomponen),
}


@dataclass(frozen=True, slots=True)
class NilaiSimpul:
    """The value of one node of the graph at a position.

    `nilai` is the one that holds; `terhitung` what the komponen yield, when complete; `kurang` the
    komponen without a value. `batas` encloses the full value where `nilai` covers only a part of it: such a
    value carries no colour and enters no formula. `masukan`: a scenario set it, so it has no source of its own.
    `triwulan` is the last quarter a variabel was reported for, `sebelum` its levels of quarters before; None where
    that does not matter.
    """

    nilai: Decimal | None
    kepastian: Kepastian = Kepastian.DILAPORKAN
    sumber_nilai: SumberNilai | None = None
    terhitung: Decimal | None = None
    langkah: tuple[Langkah, ...] = ()
    kurang: tuple[str, ...] = ()
    batas: tuple[Decimal, Decimal] | None = None
    catatan: tuple[str, ...] = ()
    masukan: bool = False
    triwulan: int | None = None
    sebelum: "tuple[NilaiSimpul, ...]" = ()

    @property
    def sebagian(self) -> bool:
        return self.batas is not None

    @property
    def selisih(self) -> Decimal | None:
        """Reported minus computed, where both exist and differ as shown (half-up to two decimals).

        A report rounded for print (92,86 of 92,857...) is no finding; a scenario that must keep the exact
        distance subtracts `terhitung` from `nilai` itself.
        """
        if self.nilai is None or self.terhitung is None or bulat2(self.nilai) == bulat2(self.terhitung):
            return None
        return self.nilai - self.terhitung


def aritmetik(komponen: Komponen) -> bool:
    """Whether a link enters its parent's formula as a number."""
    if komponen.sifat is Sifat.PENYEBUT_BATAS:
        return komponen.peran is PeranKomponen.PENYEBUT
    return KEPASTIAN_SIFAT[komponen.sifat] in (Kepastian.DIHITUNG, Kepastian.DIHITUNG_DENGAN_ASUMSI)


def bagian_rumus(indikator: Indikator, komponen: Iterable[Komponen]) -> tuple[Komponen, ...]:
    """The links that make up an indicator's formula; none when a ratio in it lacks its upper or lower part."""
    peran = PERAN_RUMUS.get(indikator.rumus, frozenset())
    bagian = tuple(k for k in komponen if aritmetik(k) and k.peran in peran)
    per_rasio: dict[str | None, set[PeranKomponen]] = {}
    for k in bagian:
        if k.peran is not PeranKomponen.SUKU:
            per_rasio.setdefault(k.kelompok if indikator.rumus is Rumus.RERATA else None, set()).add(k.peran)
    return bagian if all(p == PERAN_RUMUS[Rumus.RASIO] for p in per_rasio.values()) else ()


def penyebut_skp(komponen: Iterable[Komponen]) -> Komponen | None:
    """The link to the head count that a share of good performers is taken of."""
    return next((k for k in komponen if k.peran is PeranKomponen.PENYEBUT and aritmetik(k)), None)


def komponen_per_induk(komponen: Iterable[Komponen]) -> dict[str, tuple[Komponen, ...]]:
    """Links by parent, ordered so that row order never matters."""
    per_induk: dict[str, list[Komponen]] = {}
    for k in komponen:
        per_induk.setdefault(k.indikator, []).append(k)
    return {induk: tuple(sorted(ks, key=_urutan)) for induk, ks in per_induk.items()}


def _urutan(k: Komponen) -> tuple[str, str, str]:
    return (k.kelompok or "", k.peran.value, k.komponen)


def terapkan_rumus(
    indikator: Indikator, bagian: Sequence[Komponen], nilai: Mapping[str, NilaiSimpul], stok_awal: NilaiSimpul | None
) -> NilaiSimpul:
    """Apply one indicator's formula to its arithmetic links; without a value when an input is missing."""
    tanpa = {kode for kode in {k.komponen for k in bagian} if nilai[kode].nilai is None or nilai[kode].sebagian}
    kurang = tuple(sorted(tanpa))
    awal = (stok_awal or NilaiSimpul(None)) if indikator.rumus is Rumus.STOK else NilaiSimpul(Decimal(0))
    if awal.nilai is None:
        kurang = (*kurang, f"{indikator.kode} akhir tahun lalu")
    if kurang or awal.nilai is None:
        return NilaiSimpul(None, Kepastian.TIDAK_DIKETAHUI, kurang=kurang)
    angka = {k.komponen: nilai[k.komponen].nilai or Decimal(0) for k in bagian}
    hasil, langkah = _RUMUS[indikator.rumus](indikator, bagian, angka)
    if indikator.rumus is Rumus.STOK and hasil is not None:
        langkah = (*langkah, Langkah("akhir tahun lalu {} + {}", (awal.nilai, hasil), awal.nilai + hasil))
        hasil = awal.nilai + hasil
    if hasil is None:
        return NilaiSimpul(None, Kepastian.TIDAK_DIKETAHUI, langkah=langkah)
    masukan = [awal, *(nilai[k.komponen] for k in bagian)]
    kepastian = terlemah(*(KEPASTIAN_SIFAT[k.sifat] for k in bagian), *(m.kepastian for m in masukan))
    return NilaiSimpul(hasil, kepastian, sumber_terlemah(m.sumber_nilai for m in masukan), hasil, langkah)


def sumber_terlemah(sumber: Iterable[SumberNilai | None]) -> SumberNilai | None:
    """The least official of the sources known; None where none is."""
    return min((s for s in sumber if s is not None), key=URUTAN_SUMBER.__getitem__, default=None)


HasilRumus = tuple[Decimal | None, tuple[Langkah, ...]]


def _jumlah(_: Indikator, bagian: Sequence[Komponen], nilai: Mapping[str, Decimal]) -> HasilRumus:
    hasil = sum((k.bobot * nilai[k.komponen] for k in bagian), Decimal(0))
    return hasil, (_langkah_jumlah(bagian, nilai, hasil),)


def _langkah_jumlah(suku: Sequence[Komponen], nilai: Mapping[str, Decimal], hasil: Decimal) -> Langkah:
    if len(suku) == 1 and suku[0].bobot == 1:
        return Langkah(f"sama dengan {suku[0].komponen}", (), hasil)
    pola, angka = "", []
    for k in suku:
        tanda = " − " if k.bobot < 0 else (" + " if pola else "")
        if abs(k.bobot) != 1:
            angka.append(abs(k.bobot))
        pola += tanda.lstrip() if not pola else tanda
        pola += "{}" if abs(k.bobot) == 1 else "{} × {}"
        angka.append(nilai[k.komponen])
    return Langkah(pola, tuple(angka), hasil)


def _rasio(indikator: Indikator, bagian: Sequence[Komponen], nilai: Mapping[str, Decimal]) -> HasilRumus:
    faktor = SERATUS if persen(indikator.satuan) else Decimal(1)
    atas = [k for k in bagian if k.peran is PeranKomponen.PEMBILANG]
    bawah = [k for k in bagian if k.peran is PeranKomponen.PENYEBUT]
    pembilang = sum((k.bobot * nilai[k.komponen] for k in atas), Decimal(0))
    penyebut = sum((k.bobot * nilai[k.komponen] for k in bawah), Decimal(0))
    langkah = [_langkah_jumlah(ks, nilai, n) for ks, n in ((atas, pembilang), (bawah, penyebut)) if len(ks) > 1]
    if penyebut == 0:
        return None, (*langkah, Langkah("penyebut {}: tidak dapat dihitung", (penyebut,)))
    hasil = pembilang * faktor / penyebut
    pola = "{} ÷ {} × 100" if faktor == SERATUS else "{} ÷ {}"
    return hasil, (*langkah, Langkah(pola, (pembilang, penyebut), hasil))


def _rerata(indikator: Indikator, bagian: Sequence[Komponen], nilai: Mapping[str, Decimal]) -> HasilRumus:
    bobot, hasil = Decimal(0), Decimal(0)
    langkah: list[Langkah] = []
    for ks in kelompok_rerata(bagian):
        nilai_kelompok, langkah_kelompok = hitung_kelompok(indikator, ks, nilai)
        langkah.extend(langkah_kelompok)
        if nilai_kelompok is None:
            return None, tuple(langkah)
        bobot += berat_kelompok(ks)
        hasil += berat_kelompok(ks) * nilai_kelompok
    if bobot == 0:
        return None, tuple(langkah)
    return hasil / bobot, (*langkah, Langkah("{} ÷ {}", (hasil, bobot), hasil / bobot))


def kelompok_rerata(bagian: Iterable[Komponen]) -> tuple[tuple[Komponen, ...], ...]:
    """The groups that a mean is taken over: a ratio's links, or one term."""
    kelompok: dict[str, list[Komponen]] = {}
    for k in bagian:
        kelompok.setdefault(k.kelompok or f"\0{k.komponen}", []).append(k)
    return tuple(tuple(ks) for ks in kelompok.values())


def berasio(kelompok: Iterable[Komponen]) -> bool:
    """Whether a group is a ratio: it has a denominator."""
    return any(k.peran is PeranKomponen.PENYEBUT for k in kelompok)


def berat_kelompok(kelompok: Sequence[Komponen]) -> Decimal:
    """What a group weighs in its mean: a named group one, a term without a group its own weight."""
    return kelompok[0].bobot if kelompok[0].kelompok is None else Decimal(1)


def hitung_kelompok(indikator: Indikator, kelompok: Sequence[Komponen], nilai: Mapping[str, Decimal]) -> HasilRumus:
    """One group of a mean: a ratio when it has a denominator, else the weighted mean of its terms."""
    if berasio(kelompok):
        return _rasio(indikator, kelompok, nilai)
    berat = sum((k.bobot for k in kelompok), Decimal(0))
    return (sum((k.bobot * nilai[k.komponen] for k in kelompok), Decimal(0)) / berat if berat else None), ()


_RUMUS: Mapping[Rumus, Callable[[Indikator, Sequence[Komponen], Mapping[str, Decimal]], HasilRumus]] = {
    Rumus.JUMLAH: _jumlah,
    Rumus.STOK: _jumlah,
    Rumus.RASIO: _rasio,
    Rumus.RERATA: _rerata,
}
