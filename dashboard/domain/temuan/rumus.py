"""The printed formula as arithmetic: its parts, its unit, its denominator, and the target it can reach."""

import re
from collections.abc import Iterable

from dashboard.domain.dasar.indikator import Rumus
from dashboard.domain.dasar.satuan_ukur import persen
from dashboard.domain.hitung.rumus import bagian_rumus
from dashboard.domain.temuan.bahan import Aturan, Bahan, Bukti, Keparahan
from dashboard.domain.temuan.formulasi import JENIS, PEGAWAI, diperiksa
from dashboard.domain.temuan.teks import kutip, pokok, rapikan, tanpa_catatan, terwakili

PECAHAN = re.compile(r"\\frac\{\\text\{([^}]*)\}\}\{\\text\{([^}]*)\}\}")
BAGI = re.compile(r"\\frac|\bdibagi|\bdibanding|\bper\b|[/÷:]|\brasio\b|\brerata\b|\brata-rata\b", re.I)
BANDING = re.compile(r"\\frac|\bdibagi\b|\bdibandingkan\b|÷", re.I)
SERATUS = re.compile(r"100|seratus|\bpersen", re.I)
BESARAN = re.compile(r"jumlah|total|skor|nilai|bobot|banyak|\\sum|target|realisasi", re.I)
PENYEBUT = re.compile(r"(?:dibagi|dibandingkan)(?: dengan)? (.*?)(?: dikali.*)?$")
JUMLAH_SKOR = re.compile(r"\\sum.{0,40}?\\text\{\s*(?:skor|nilai|bobot)", re.I)
BERSKOR = re.compile(r"\b(?:skor|nilai|bobot)\b", re.I)
FREKUENSI = (
    (re.compile(r"triwulan i ii iii dan iv|tiap triwulan|setiap triwulan|per triwulan"), 4),
    (re.compile(r"setiap bulan|tiap bulan|per bulan"), 12),
)


def persen_tanpa_seratus(bahan: Bahan) -> Iterable[Bukti]:
    for i, _, _ in diperiksa(bahan):
        formula = tanpa_catatan(i.formulasi)
        if persen(i.satuan) and BANDING.search(formula) and not SERATUS.search(formula):
            yield Bukti((i.kode,), {"kode": i.kode}, kutip(formula))


def rasio_bertarget_cacah(bahan: Bahan) -> Iterable[Bukti]:
    """A quotient of two counts, not times a hundred, under a target that no such quotient can be near."""
    for i in bahan.data.indikator:
        target, pecahan = bahan.nilai_target(i.kode), PECAHAN.search(i.formulasi or "")
        if target is None or pecahan is None or persen(i.satuan) or SERATUS.search(i.formulasi or ""):
            continue
        if all(rapikan(bagian).startswith("jumlah") for bagian in pecahan.groups()) and target > 1:
            yield Bukti((i.kode,), {"target": bahan.target[i.kode].teks or target}, kutip(*pecahan.groups()))


def pecahan_rusak(bahan: Bahan) -> Iterable[Bukti]:
    for i in bahan.data.indikator:
        for atas, bawah in PECAHAN.findall(i.formulasi or ""):
            if not BESARAN.search(atas) and BESARAN.search(bawah):
                yield Bukti((i.kode,), {"bagian": atas}, kutip(atas, bawah))


def tanda_bagi_hilang(bahan: Bahan) -> Iterable[Bukti]:
    """A ratio with both its parts, printed without anything that divides them."""
    for i in bahan.data.indikator:
        lengkap = i.rumus is Rumus.RASIO and bagian_rumus(i, bahan.komponen.get(i.kode, ()))
        if lengkap and pokok(i.formulasi) and not BAGI.search(i.formulasi or ""):
            yield Bukti((i.kode,), {"kode": i.kode}, kutip(i.formulasi))


def penyebut_lain(bahan: Bahan) -> Iterable[Bukti]:
    """ "Persentase X yang ..." whose denominator is not X."""
    for i, nama, formula in diperiksa(bahan):
        awal = re.match(r"(?:persentase|presentase) (.+?) yang ", rapikan(i.nama))
        bawah = _penyebut(i.formulasi)
        if not awal or not persen(i.satuan) or not bawah or len(awal[1].split()) < 2:
            continue
        ada = rapikan(bawah).split()
        if any(k not in ada and k not in PEGAWAI for k in awal[1].split()) and terwakili(formula, nama):
            yield Bukti((i.kode,), {"populasi": awal[1], "penyebut": rapikan(bawah)}, kutip(i.nama, bawah))


def _penyebut(formula: str | None) -> str:
    pecahan = PECAHAN.search(formula or "")
    if pecahan:
        return pecahan[2]
    cocok = PENYEBUT.search(rapikan(formula))
    return cocok[1] if cocok else ""


def uraian_lawan_rumus(bahan: Bahan) -> Iterable[Bukti]:
    """Prose that counts how many are met beside a formula that adds up scores."""
    for i in bahan.data.indikator:
        prosa = re.sub(r"\$.*?\$", " ", tanpa_catatan(i.formulasi))
        menghitung = re.match(r"(?:formulasi pengukuran )?jumlah .*\b(?:terpenuhi|dipenuhi|tersedia)\b", rapikan(prosa))
        if menghitung and JUMLAH_SKOR.search(i.formulasi or "") and not BERSKOR.search(prosa):
            yield Bukti((i.kode,), {"kode": i.kode}, kutip(prosa))


def frekuensi_target(bahan: Bahan) -> Iterable[Bukti]:
    """Once a quarter or a month by its text, under a target of fewer."""
    for i in bahan.data.indikator:
        target, teks = bahan.nilai_target(i.kode), rapikan(f"{i.nama} {tanpa_catatan(i.formulasi)}")
        for pola, kali in FREKUENSI:
            if target is not None and not persen(i.satuan) and 0 < target < kali and pola.search(teks):
                isi = {"target": bahan.target[i.kode].teks or target, "kali": kali}
                yield Bukti((i.kode,), isi, kutip(i.formulasi))
                break


T, S, R = Keparahan.TINGGI, Keparahan.SEDANG, Keparahan.RENDAH
ATURAN = (
    Aturan(
        "persen_tanpa_seratus",
        JENIS,
        R,
        "Persentase tanpa dikali 100",
        "Formulasi {kode} membandingkan dua besaran tanpa dikali 100 %.",
        "Hasil rumus seperti tercetak adalah pecahan, bukan persen.",
        persen_tanpa_seratus,
    ),
    Aturan(
        "rasio_bertarget_cacah",
        JENIS,
        S,
        "Rumus rasio, target bukan rasio",
        'Rumusnya membagi dua jumlah, sedangkan targetnya "{target}".',
        "Hasil rumus tidak akan pernah mendekati targetnya.",
        rasio_bertarget_cacah,
    ),
    Aturan(
        "pecahan_rusak",
        JENIS,
        S,
        "Pembilang rumus terpotong",
        'Pembilang "{bagian}" tidak menyebut besaran yang dihitung.',
        "Rumus seperti tercetak tidak bermakna.",
        pecahan_rusak,
    ),
    Aturan(
        "tanda_bagi_hilang",
        JENIS,
        S,
        "Tanda bagi tidak tercetak",
        "Formulasi {kode} sebuah rasio, tetapi tanda baginya tidak tercetak.",
        "Rumus tidak dapat dibaca secara otomatis.",
        tanda_bagi_hilang,
    ),
    Aturan(
        "penyebut_lain",
        JENIS,
        S,
        "Penyebut bukan populasi pada nama indikator",
        'Nama menyebut "{populasi}", tetapi penyebut rumusnya "{penyebut}".',
        "Dasar persentasenya bukan yang dijanjikan namanya.",
        penyebut_lain,
    ),
    Aturan(
        "uraian_lawan_rumus",
        JENIS,
        T,
        "Uraian dan rumus menghitung hal berbeda",
        "Uraian {kode} menghitung banyaknya yang terpenuhi, sedangkan rumusnya menjumlahkan skor.",
        "Target hanya cocok dengan salah satu cara menghitung.",
        uraian_lawan_rumus,
    ),
    Aturan(
        "frekuensi_target",
        JENIS,
        S,
        "Target lebih sedikit daripada kekerapannya",
        "Teksnya menyebut {kali} kali setahun, sedangkan targetnya {target}.",
        "Sebagian keluaran tidak terhitung, atau satu keluaran dinilai sekali saja.",
        frekuensi_target,
    ),
)
