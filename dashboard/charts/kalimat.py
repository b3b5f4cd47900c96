"""One generated sentence per figure: its alt text, caption and slide note."""

import re
from collections import Counter
from decimal import Decimal

from dashboard.domain.dasar.indikator import Polaritas
from dashboard.domain.dasar.penjelasan import bulat2
from dashboard.domain.dasar.satuan_ukur import persen as bersatuan_persen
from dashboard.domain.dasar.skala import Status
from dashboard.domain.hitung.capaian import NOL, NilaiTarget
from dashboard.domain.hitung.hasil import HasilIndikator
from dashboard.formatting import PEMBAGI_NOL, angka, angka_terhadap
from dashboard.texts import STATUS

SATUAN_HAMPA = frozenset({"", "nilai", "indeks", "poin", "point", "skor"})
POIN = "poin"
PERSEN_RAPAT = re.compile(r"(?<=\d)%")
TANPA_ANGKA = tuple(s for s in Status if not s.berwarna)


def nilai_bersatuan(nilai: Decimal | None, satuan: str | None) -> str:
    """A value with its unit, percent sign for the many spellings of percent; a dash when unknown.

    Index points carry no unit: "330,5", not "330,5 Indeks".
    """
    return angka(nilai, satuan=satuan_tampil(satuan), rapikan=True)


def satuan_tampil(satuan: str | None) -> str | None:
    """The unit as it is written behind a number; None where it says nothing."""
    if bersatuan_persen(satuan):
        return "%"
    return None if (satuan or "").strip().lower() in SATUAN_HAMPA else satuan


def satuan_beda(satuan: str | None) -> str:
    """The unit of a difference: of two percentages, and of scores, which bear none, it is points."""
    tampil = satuan_tampil(satuan)
    return POIN if tampil is None or tampil == "%" else tampil


def beda_bersatuan(beda: Decimal, satuan: str | None) -> str:
    """A difference with its unit, without a sign: "2,5 poin", "3 dokumen"; one that is there is never nought."""
    return angka_terhadap(abs(beda), NOL, satuan_beda(satuan))


def target_bersatuan(target: NilaiTarget | None, satuan: str | None) -> str:
    """A target with its unit, a range by both its bounds: "85 %", "70–80"; a dash without one."""
    if target is not None and target.rentang:
        return f"{angka(target.nilai_min, rapikan=True)}–{nilai_bersatuan(target.nilai_maks, satuan)}"
    return nilai_bersatuan(target.acuan if target else None, satuan)


def target_tertulis(hasil: HasilIndikator) -> str:
    """The target to date as a reader says it; why there is none where there is none."""
    if hasil.target.sampai is None:
        return STATUS[hasil.status].kata.lower()
    return target_bersatuan(hasil.target.sampai, hasil.indikator.satuan)


def target_tahunan(hasil: HasilIndikator) -> str:
    """The annual target as it was printed, with the space before "%", else as a number or range with its unit."""
    tahunan = hasil.target.tahunan
    if tahunan is not None and tahunan.teks:
        return PERSEN_RAPAT.sub(" %", tahunan.teks)
    return target_bersatuan(tahunan, hasil.indikator.satuan)


def kalimat(hasil: HasilIndikator, lalu: HasilIndikator | None = None) -> str:
    """ "IKU-03 mencapai 82,4 dari target 85; kurang 2,6 poin; triwulan lalu 80,1." """
    satuan = hasil.indikator.satuan
    if hasil.nilai is None:
        return f"{hasil.kode} {STATUS[hasil.status].kata.lower()}; target s.d. periode {target_tertulis(hasil)}."
    if hasil.simpul.sebagian:
        return f"{hasil.kode} baru sebagian: {' '.join(hasil.simpul.catatan)}"
    beda = selisih_target(hasil)
    if beda and hasil.status is Status.TERCAPAI and not bulat2(beda):
        beda = Decimal(0)
    nilai = angka_terhadap(hasil.nilai, hasil.nilai - (beda or 0), satuan_tampil(satuan))
    bagian = [f"{hasil.kode} mencapai {nilai} dari target {target_tertulis(hasil)}"]
    if beda is not None:
        bagian.append(_kata_selisih(hasil, beda))
    if hasil.tak_hingga:
        bagian.append(f"melampaui tanpa angka capaian ({PEMBAGI_NOL})")
    if lalu is not None and lalu.nilai is not None:
        bagian.append(f"triwulan lalu {angka(lalu.nilai, rapikan=True)}")
    return "; ".join(bagian) + "."


def selisih_target(hasil: HasilIndikator) -> Decimal | None:
    """Value minus target to date, in the indicator's unit; for a range, to its nearer bound (0 inside)."""
    sampai = hasil.target.sampai
    if hasil.nilai is None or sampai is None or sampai.acuan is None:
        return None
    if sampai.rentang and sampai.nilai_min is not None and sampai.nilai_maks is not None:
        return hasil.nilai - min(max(hasil.nilai, sampai.nilai_min), sampai.nilai_maks)
    return hasil.nilai - sampai.acuan


def _kata_selisih(hasil: HasilIndikator, beda: Decimal) -> str:
    if beda == 0:
        rentang = hasil.target.sampai is not None and hasil.target.sampai.rentang
        return "di dalam rentang target" if rentang else "tepat pada target"
    if hasil.indikator.polaritas is Polaritas.NEGATIF:
        kata = "di bawah batas" if beda < 0 else "melewati batas"
    else:
        kata = "kurang" if beda < 0 else "lebih"
    return f"{kata} {beda_bersatuan(beda, hasil.indikator.satuan)}"


def nama_utama(utama: tuple[HasilIndikator, ...]) -> str:
    """What the main indicators are called: an agency without IKU has its tujuan and sasaran."""
    return "IKU" if any(h.indikator.jenis == "IKU" for h in utama) else "indikator utama"


def temuan_utama(utama: tuple[HasilIndikator, ...]) -> str:
    """The finding about the main indicators: what is unreported first, what is below target, what else waits."""
    nama, hitung = nama_utama(utama), Counter(h.status for h in utama)
    tanpa = {s: (hitung[s], STATUS[s].kata.lower()) for s in TANPA_ANGKA if hitung[s]}
    dinilai = len(utama) - sum(n for n, _ in tanpa.values())
    if not dinilai and len(tanpa) == 1:
        return f"Seluruh {len(utama)} {nama} {next(iter(tanpa.values()))[1]}"
    if not dinilai:
        return f"{len(utama)} {nama}: {', '.join(f'{n} {kata}' for n, kata in tanpa.values())}"
    di_bawah = hitung[Status.KRITIS] + hitung[Status.PERLU_PERHATIAN]
    temuan = (di_bawah, "di bawah target") if di_bawah else (dinilai, "mencapai target")
    belum = tanpa.pop(Status.BELUM_DILAPORKAN, None)
    bagian = [*([belum] if belum else []), temuan, *tanpa.values()]
    jumlah, kata = bagian[0]
    return ", ".join([f"{jumlah} dari {len(utama)} {nama} {kata}", *(f"{n} {kata}" for n, kata in bagian[1:])])


def judul_sorotan(sorotan: tuple[HasilIndikator, ...]) -> str:
    """The heading of the summary's first chart, which shows programs while every IKU waits."""
    program = all(h.indikator.jenis == "program" for h in sorotan)
    return f"Capaian {'program' if program else 'indikator utama'}, terendah di atas"
