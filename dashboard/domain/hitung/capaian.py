"""Capaian: achievement of one indicator in percent of its target.

Source: the rows of data_access/aturan/capaian.csv (DOMAIN.md section 2). They say which formula holds for which
polarity; a result carries the rows it was computed by, so that what is not confirmed is said wherever it is shown.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from dashboard.domain.aturan.capaian import AturanCapaian, RumusCapaian
from dashboard.domain.dasar.indikator import Polaritas
from dashboard.domain.dasar.ketentuan import Ketentuan
from dashboard.domain.dasar.penjelasan import Langkah

SERATUS = Decimal(100)
NOL = Decimal(0)

CATATAN_TERPOTONG = "Nilai mentah negatif ditampilkan sebagai 0 %."
CATATAN_PEMBAGI = "Pembagi nol atau negatif."
CATATAN_TAK_HINGGA = "Pembagi nol: realisasi 0 tidak memberi angka capaian; statusnya melampaui."
VARIAN = "T/R"
"""The word in an indicator's rumus_capaian that chooses the variant."""


@dataclass(frozen=True, slots=True)
class NilaiTarget:
    """A target as a number or a range; `teks` is what was printed, letters kept."""

    nilai: Decimal | None = None
    nilai_min: Decimal | None = None
    nilai_maks: Decimal | None = None
    teks: str | None = None
    predikat: str | None = None

    @property
    def rentang(self) -> bool:
        return self.nilai is None and self.nilai_min is not None and self.nilai_maks is not None

    @property
    def acuan(self) -> Decimal | None:
        """The one number to draw or sum: the value, else the lower bound, else the upper."""
        return next((n for n in (self.nilai, self.nilai_min, self.nilai_maks) if n is not None), None)

    def tujuan(self, polaritas: Polaritas) -> Decimal | None:
        """The number to aim at: of a range the bound on the side of the worse values, from which on it is 100."""
        if self.rentang and polaritas is Polaritas.NEGATIF:
            return self.nilai_maks
        return self.acuan

    def kali(self, faktor: Decimal) -> "NilaiTarget":
        """The target scaled, for an assumed path (annual x p/4)."""

        def skala(nilai: Decimal | None) -> Decimal | None:
            return None if nilai is None else nilai * faktor

        return NilaiTarget(skala(self.nilai), skala(self.nilai_min), skala(self.nilai_maks), None, self.predikat)


@dataclass(frozen=True, slots=True)
class Capaian:
    """Achievement in percent. `nilai` is shown (never below 0), `mentah` is the formula's own result.

    Both are None where the formula has no result (division by zero); `tak_hingga` then says that nothing could be
    better. `ketentuan` are the rows it rests on, the one that governs the case first.
    """

    nilai: Decimal | None
    mentah: Decimal | None
    rumus: str
    langkah: tuple[Langkah, ...]
    ketentuan: tuple[Ketentuan, ...]
    catatan: tuple[str, ...] = ()
    tak_hingga: bool = False

    @property
    def pasal(self) -> str:
        """Regulation and place of every row, and what of it is not confirmed."""
        return "; ".join(k.sumber for k in self.ketentuan)


def hitung_capaian(
    realisasi: Decimal,
    target: NilaiTarget,
    aturan: AturanCapaian,
    polaritas: Polaritas = Polaritas.POSITIF,
    rumus_capaian: str = "baku",
) -> Capaian:
    """Achievement of a reported value against a target, in percent.

    Raises ValueError when the target holds no number at all (the caller knows why there is none).
    """
    if target.acuan is None:
        raise ValueError("target has no value: decide the status before calling")
    baris = _baris(aturan, polaritas, rumus_capaian)
    if target.rentang:
        return _terhadap_rentang(realisasi, target, aturan, baris)
    return _terhadap_nilai(realisasi, target.acuan, aturan, baris)


def _baris(aturan: AturanCapaian, polaritas: Polaritas, rumus_capaian: str) -> Ketentuan:
    if rumus_capaian == VARIAN:
        return aturan.varian
    return aturan.negatif if polaritas is Polaritas.NEGATIF else aturan.positif


def _terhadap_rentang(realisasi: Decimal, target: NilaiTarget, aturan: AturanCapaian, baris: Ketentuan) -> Capaian:
    bawah, atas = target.nilai_min, target.nilai_maks
    assert bawah is not None
    assert atas is not None
    rentang = aturan.rentang
    if bawah <= realisasi <= atas:
        langkah = Langkah("{} berada di dalam rentang {}-{}", (realisasi, bawah, atas), SERATUS)
        return Capaian(SERATUS, SERATUS, "di dalam rentang = 100", (langkah,), (rentang,), _catatan(rentang))
    batas, sisi = (bawah, "bawah") if realisasi < bawah else (atas, "atas")
    dasar = _terhadap_nilai(realisasi, batas, aturan, baris)
    pilih = Langkah(f"{{}} di luar rentang; dibandingkan dengan batas {sisi} {{}}", (realisasi, batas))
    return Capaian(
        dasar.nilai,
        dasar.mentah,
        dasar.rumus,
        (pilih, *dasar.langkah),
        (rentang, *dasar.ketentuan),
        (*_catatan(rentang), *dasar.catatan),
        dasar.tak_hingga,
    )


def _terhadap_nilai(realisasi: Decimal, target: Decimal, aturan: AturanCapaian, baris: Ketentuan) -> Capaian:
    return _HITUNG[RumusCapaian(baris.nilai)](realisasi, target, aturan, baris)


def _banding(realisasi: Decimal, target: Decimal, aturan: AturanCapaian, baris: Ketentuan) -> Capaian:
    return _bagi(realisasi, target, baris)


def _terbalik(realisasi: Decimal, target: Decimal, aturan: AturanCapaian, baris: Ketentuan) -> Capaian:
    return _bagi(target, realisasi, baris, tak_hingga=realisasi == 0 and target > 0)


def _bagi(atas: Decimal, bawah: Decimal, baris: Ketentuan, *, tak_hingga: bool = False) -> Capaian:
    if bawah <= 0:
        langkah = Langkah("Pembagi {}: tidak dapat dihitung", (bawah,))
        if tak_hingga:
            langkah = Langkah("{} ÷ {}: pembagi nol, melampaui tanpa angka", (atas, bawah))
        catatan = (*_catatan(baris), CATATAN_TAK_HINGGA if tak_hingga else CATATAN_PEMBAGI)
        return Capaian(None, None, _tertulis(baris), (langkah,), (baris,), catatan, tak_hingga)
    return _hasil(Langkah("{} ÷ {} × 100", (atas, bawah), atas * SERATUS / bawah), baris)


def _sisa(realisasi: Decimal, target: Decimal, aturan: AturanCapaian, baris: Ketentuan) -> Capaian:
    if target < 0:
        langkah = Langkah("Target {}: tidak dapat dihitung", (target,))
        return Capaian(None, None, _tertulis(baris), (langkah,), (baris,), ("Target negatif.",))
    if target == 0:
        nilai = SERATUS if realisasi <= 0 else NOL
        langkah = Langkah("Target nol: realisasi {}", (realisasi,), nilai)
        dasar = (aturan.target_nol, baris)
        return Capaian(nilai, nilai, "T = 0", (langkah,), dasar, _catatan(aturan.target_nol))
    # T + (T − R), not 2T − R: doubling a target of 28 digits rounds it, and R = T must give exactly 100
    mentah = (target + (target - realisasi)) * SERATUS / target
    return _hasil(Langkah("(2 × {} − {}) ÷ {} × 100", (target, realisasi, target), mentah), baris)


def _hasil(langkah: Langkah, baris: Ketentuan) -> Capaian:
    mentah = langkah.hasil
    assert mentah is not None
    if mentah < 0:
        catatan = (*_catatan(baris), CATATAN_TERPOTONG)
        return Capaian(NOL, mentah, _tertulis(baris), (langkah,), (baris,), catatan)
    return Capaian(mentah, mentah, _tertulis(baris), (langkah,), (baris,), _catatan(baris))


def _tertulis(baris: Ketentuan) -> str:
    return RumusCapaian(baris.nilai).tertulis


def _catatan(baris: Ketentuan) -> tuple[str, ...]:
    return (baris.catatan,) if baris.catatan else ()


_HITUNG: Mapping[RumusCapaian, Callable[[Decimal, Decimal, AturanCapaian, Ketentuan], Capaian]] = {
    RumusCapaian.BANDING: _banding,
    RumusCapaian.SISA: _sisa,
    RumusCapaian.TERBALIK: _terbalik,
}
