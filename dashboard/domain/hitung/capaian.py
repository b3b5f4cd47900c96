"""Capaian: achievement of one indicator in percent of its target.

Source: DOMAIN.md section 2. The formula for lower-is-better is known practice ("kondisi khusus") and
said to be unconfirmed in every explanation that uses it.
"""

from dataclasses import dataclass
from decimal import Decimal

from dashboard.domain.dasar.indikator import Polaritas
from dashboard.domain.dasar.penjelasan import Langkah

SERATUS = Decimal(100)
NOL = Decimal(0)

PASAL_POSITIF = "Rumus umum capaian kinerja: realisasi dibanding target (kelas: Permendagri 86/2017)"
PASAL_NEGATIF = "Kondisi khusus, makin rendah makin baik (praktik umum)"
PASAL_RENTANG = "Aturan dasbor untuk target rentang: naskah sumber tidak menyebut cara menghitung"
CATATAN_NEGATIF = "Rumus (2T − R) ÷ T × 100 belum dikonfirmasi pada naskah peraturan."
CATATAN_RENTANG = (
    "Target rentang: di bawah batas bawah dibandingkan dengan batas bawah, di atas batas atas "
    "dengan batas atas, di dalamnya 100 %. Belum dikonfirmasi."
)
CATATAN_TERPOTONG = "Nilai mentah negatif ditampilkan sebagai 0 %."


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

    def kali(self, faktor: Decimal) -> "NilaiTarget":
        """The target scaled, for an assumed path (annual x p/4)."""

        def skala(nilai: Decimal | None) -> Decimal | None:
            return None if nilai is None else nilai * faktor

        return NilaiTarget(skala(self.nilai), skala(self.nilai_min), skala(self.nilai_maks), None, self.predikat)


@dataclass(frozen=True, slots=True)
class Capaian:
    """Achievement in percent. `nilai` is shown (never below 0), `mentah` is the formula's own result.

    Both are None where the formula has no result (division by zero).
    """

    nilai: Decimal | None
    mentah: Decimal | None
    rumus: str
    langkah: tuple[Langkah, ...]
    pasal: str
    catatan: tuple[str, ...] = ()


def hitung_capaian(
    realisasi: Decimal, target: NilaiTarget, polaritas: Polaritas = Polaritas.POSITIF, rumus_capaian: str = "baku"
) -> Capaian:
    """Achievement of a reported value against a target, in percent.

    Raises ValueError when the target holds no number at all (the caller knows why there is none).
    """
    if target.acuan is None:
        raise ValueError("target has no value: decide the status before calling")
    if target.rentang:
        return _terhadap_rentang(realisasi, target, polaritas, rumus_capaian)
    return _terhadap_nilai(realisasi, target.acuan, polaritas, rumus_capaian)


def _terhadap_rentang(realisasi: Decimal, target: NilaiTarget, polaritas: Polaritas, rumus_capaian: str) -> Capaian:
    bawah, atas = target.nilai_min, target.nilai_maks
    assert bawah is not None
    assert atas is not None
    if bawah <= realisasi <= atas:
        langkah = Langkah("{} berada di dalam rentang {}-{}", (realisasi, bawah, atas), SERATUS)
        return Capaian(SERATUS, SERATUS, "di dalam rentang = 100", (langkah,), PASAL_RENTANG, (CATATAN_RENTANG,))
    batas, sisi = (bawah, "bawah") if realisasi < bawah else (atas, "atas")
    dasar = _terhadap_nilai(realisasi, batas, polaritas, rumus_capaian)
    pilih = Langkah(f"{{}} di luar rentang; dibandingkan dengan batas {sisi} {{}}", (realisasi, batas))
    catatan = (CATATAN_RENTANG, *dasar.catatan)
    return Capaian(dasar.nilai, dasar.mentah, dasar.rumus, (pilih, *dasar.langkah), PASAL_RENTANG, catatan)


def _terhadap_nilai(realisasi: Decimal, target: Decimal, polaritas: Polaritas, rumus_capaian: str) -> Capaian:
    if rumus_capaian == "T/R":
        return _bagi("T ÷ R × 100", target, realisasi, "Varian per indikator", ("Varian T ÷ R dipilih instansi.",))
    if polaritas is Polaritas.NEGATIF:
        return _makin_rendah(realisasi, target)
    return _bagi("R ÷ T × 100", realisasi, target, PASAL_POSITIF)


def _bagi(rumus: str, atas: Decimal, bawah: Decimal, pasal: str, catatan: tuple[str, ...] = ()) -> Capaian:
    if bawah <= 0:
        langkah = Langkah("Pembagi {}: tidak dapat dihitung", (bawah,))
        return Capaian(None, None, rumus, (langkah,), pasal, (*catatan, "Pembagi nol atau negatif."))
    return _hasil(rumus, Langkah("{} ÷ {} × 100", (atas, bawah), atas * SERATUS / bawah), pasal, catatan)


def _makin_rendah(realisasi: Decimal, target: Decimal) -> Capaian:
    if target < 0:
        langkah = Langkah("Target {}: tidak dapat dihitung", (target,))
        return Capaian(None, None, "(2T − R) ÷ T × 100", (langkah,), PASAL_NEGATIF, ("Target negatif.",))
    if target == 0:
        nilai = SERATUS if realisasi <= 0 else NOL
        langkah = Langkah("Target nol: realisasi {}", (realisasi,), nilai)
        catatan = "Target nol: tanpa kejadian 100 %, selain itu 0 % (aturan dasbor, belum dikonfirmasi)."
        return Capaian(nilai, nilai, "T = 0", (langkah,), PASAL_NEGATIF, (catatan,))
    # T + (T − R), not 2T − R: doubling a target of 28 digits rounds it, and R = T must give exactly 100
    mentah = (target + (target - realisasi)) * SERATUS / target
    langkah = Langkah("(2 × {} − {}) ÷ {} × 100", (target, realisasi, target), mentah)
    return _hasil("(2T − R) ÷ T × 100", langkah, PASAL_NEGATIF, (CATATAN_NEGATIF,))


def _hasil(rumus: str, langkah: Langkah, pasal: str, catatan: tuple[str, ...]) -> Capaian:
    mentah = langkah.hasil
    assert mentah is not None
    if mentah < 0:
        return Capaian(NOL, mentah, rumus, (langkah,), pasal, (*catatan, CATATAN_TERPOTONG))
    return Capaian(mentah, mentah, rumus, (langkah,), pasal, catatan)
