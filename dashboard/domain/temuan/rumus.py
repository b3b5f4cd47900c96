"""The printed way of calculating against what the indicator says it measures."""

import re
from collections.abc import Iterable

from dashboard.domain.dasar.indikator import Indikator, PeranKomponen, Rumus
from dashboard.domain.dasar.perilaku import persen
from dashboard.domain.temuan.bahan import Aturan, Bahan, Bukti, Keparahan
from dashboard.domain.temuan.teks import (
    KATA_PROSES,
    dasar,
    inisial,
    kumpulan,
    kutip,
    mirip,
    pokok,
    rapikan,
    tanpa_catatan,
    terwakili,
)

JENIS = "Rumus"
PECAHAN = re.compile(r"\\frac\{\\text\{([^}]*)\}\}\{\\text\{([^}]*)\}\}")
BAGI = re.compile(r"\\frac|\bdibagi|\bdibanding|\bper\b|[/÷:]|\brasio\b|\brerata\b|\brata-rata\b", re.I)
BANDING = re.compile(r"\\frac|\bdibagi\b|\bdibandingkan\b|÷", re.I)
SERATUS = re.compile(r"100|seratus|\bpersen", re.I)
BESARAN = re.compile(r"jumlah|total|skor|nilai|bobot|banyak|\\sum|target|realisasi", re.I)
LAMBANG = re.compile(r"(?:^|[\s$])([A-Z]{2,5})\s*=")
PENYEBUT = re.compile(r"(?:dibagi|dibandingkan)(?: dengan)? (.*?)(?: dikali.*)?$")
JUMLAH_SKOR = re.compile(r"\\sum.{0,40}?\\text\{\s*(?:skor|nilai|bobot)", re.I)
BERSKOR = re.compile(r"\b(?:skor|nilai|bobot)\b", re.I)
FREKUENSI = (
    (re.compile(r"triwulan i ii iii dan iv|tiap triwulan|setiap triwulan|per triwulan"), 4),
    (re.compile(r"setiap bulan|tiap bulan|per bulan"), 12),
)
SEKURANGNYA_BERSAMA = 3
CAKUP_LAIN = 0.75
CAKUP_SENDIRI = 0.4
AWAL_SAMA = 3
PEGAWAI = kumpulan("asn pns cpns pppk pegawai aparatur sipil negara calon dan")


def _diperiksa(bahan: Bahan) -> Iterable[tuple[Indikator, frozenset[str], frozenset[str]]]:
    """Indicators whose own institution calculates them, with the stems of name and formula."""
    for i in bahan.data.indikator:
        nama, formula = pokok(i.nama), pokok(i.formulasi)
        if i.rumus is not Rumus.EKSTERNAL and i.jenis not in ("dimensi", "kriteria", "sub_item") and nama and formula:
            yield i, nama, formula


def formulasi_asing(bahan: Bahan) -> Iterable[Bukti]:
    """A formula without one word of the indicator's name or its sasaran's."""
    for i, nama, formula in _diperiksa(bahan):
        if i.dinilai_luar or terwakili(formula, nama) or _disingkat(i):
            continue
        yield Bukti((i.kode,), {"kode": i.kode}, kutip(i.nama, i.formulasi))


def _disingkat(i: Indikator) -> bool:
    """Whether one of the two texts holds the abbreviation of the other: SPBE, RKA."""
    teks = (tanpa_catatan(i.nama), tanpa_catatan(i.formulasi))
    return any(
        singkatan in inisial(lain)
        for satu, lain in (teks, teks[::-1])
        for singkatan in re.findall(r"\b[A-Z]{3,}\b", satu)
    )


def formulasi_milik_lain(bahan: Bahan) -> Iterable[Bukti]:
    """A formula that covers little of its own indicator and nearly all of another one's."""
    semua = [(i, nama) for i, nama, _ in _diperiksa(bahan)]
    for i, nama, formula in _diperiksa(bahan):
        sendiri = terwakili(nama, formula)
        menyimpang = 0 < sendiri <= CAKUP_SENDIRI * len(nama) and 2 * terwakili(formula, nama) < len(formula)
        if i.dinilai_luar or len(nama) < SEKURANGNYA_BERSAMA or not menyimpang:
            continue
        lain = next((calon for calon, n in semua if _milik(n, nama, formula)), None)
        if lain is not None:
            yield Bukti((i.kode, lain.kode), {"lain": lain.kode}, kutip(i.nama, i.formulasi, lain.nama))


def _milik(lain: frozenset[str], sendiri: frozenset[str], formula: frozenset[str]) -> bool:
    bersama = lain & formula
    return len(bersama) >= SEKURANGNYA_BERSAMA and len(bersama) >= CAKUP_LAIN * len(lain) and bool(bersama - sendiri)


def indikator_tanpa_objek(bahan: Bahan) -> Iterable[Bukti]:
    """Names that consist of containers and doings only: "Jumlah dokumen hasil evaluasi"."""
    for kode, baris in bahan.iki_jabatan.items():
        kosong = [i.kode for i in baris if not {k for k in pokok(i.nama) if k not in _proses()}]
        if kosong:
            isi = {"jabatan": bahan.jabatan[kode].nama, "n": len(kosong)}
            yield Bukti(tuple(kosong), isi, kutip(*(bahan.indikator[k].nama for k in kosong[:4])), kunci=kode)


def _proses() -> frozenset[str]:
    return frozenset().union(*(pokok(k) for k in KATA_PROSES))


def persen_tanpa_seratus(bahan: Bahan) -> Iterable[Bukti]:
    for i, _, _ in _diperiksa(bahan):
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
        peran = {k.peran for k in bahan.komponen.get(i.kode, ())}
        lengkap = (
            i.rumus is Rumus.RASIO and {PeranKomponen.PEMBILANG, PeranKomponen.PENYEBUT} <= peran and pokok(i.formulasi)
        )
        if lengkap and not BAGI.search(i.formulasi or ""):
            yield Bukti((i.kode,), {"kode": i.kode}, kutip(i.formulasi))


def lambang_asing(bahan: Bahan) -> Iterable[Bukti]:
    """An abbreviation before the equals sign that the indicator's name does not yield."""
    kode: dict[str, list[str]] = {}
    for i in bahan.data.indikator:
        tercetak = LAMBANG.findall(i.formulasi or "")
        if len(tercetak) != 1 or tercetak[0].casefold() in rapikan(i.nama).split():
            continue
        if not _dari(tercetak[0], inisial(i.nama)):
            kode.setdefault(tercetak[0], []).append(i.kode)
    for lambang, semua in kode.items():
        contoh = kutip(bahan.indikator[semua[0]].nama, f"{lambang} =")
        yield Bukti(tuple(semua), {"lambang": lambang}, contoh, kunci=lambang)


def _dari(lambang: str, huruf: str) -> bool:
    sisa = iter(huruf)
    return all(h in sisa for h in lambang)


def penyebut_lain(bahan: Bahan) -> Iterable[Bukti]:
    """ "Persentase X yang ..." whose denominator is not X."""
    for i, nama, formula in _diperiksa(bahan):
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


def sasaran_beda_kata(bahan: Bahan) -> Iterable[Bukti]:
    """A sasaran and its indicator that run alike from the start, but for one word in the middle."""
    for i in bahan.data.indikator:
        kiri, kanan = rapikan(bahan.sasaran[i.kode]).split()[1:], rapikan(i.nama).split()[1:]
        letak = next((n for n, (a, b) in enumerate(zip(kiri, kanan, strict=False)) if a != b), 0)
        lanjut = kiri[letak + 1 : letak + 3]
        if i.jenis == "IKI" and letak >= AWAL_SAMA and len(lanjut) > 1 and lanjut == kanan[letak + 1 : letak + 3]:
            hendak, ukur = kiri[letak], kanan[letak]
            if not _sekata(hendak, ukur):
                isi = {"kode": i.kode, "hendak": hendak, "ukur": ukur}
                yield Bukti((i.kode,), isi, kutip(bahan.sasaran[i.kode], i.nama))


def _sekata(satu: str, lain: str) -> bool:
    """Whether two words may stand for one another: one root, or both for the staff."""
    return satu in lain or lain in satu or mirip(dasar(satu), dasar(lain)) or {satu, lain} <= PEGAWAI


T, S, R = Keparahan.TINGGI, Keparahan.SEDANG, Keparahan.RENDAH
ATURAN = (
    Aturan(
        "formulasi_asing",
        JENIS,
        S,
        "Formulasi tidak menyebut indikatornya",
        "Formulasi {kode} tidak memuat satu kata pun dari nama indikatornya.",
        "Realisasi dihitung dari data yang salah.",
        formulasi_asing,
    ),
    Aturan(
        "formulasi_milik_lain",
        JENIS,
        S,
        "Formulasi lebih cocok dengan indikator lain",
        "Formulasi ini hampir sepenuhnya menyebut pokok {lain}, bukan indikatornya sendiri.",
        "Realisasi dihitung dari data indikator lain.",
        formulasi_milik_lain,
    ),
    Aturan(
        "indikator_tanpa_objek",
        JENIS,
        S,
        "Indikator tanpa objek",
        "{n} indikator {jabatan} tidak menyebut apa yang diukur.",
        "Bukti dukungnya tidak dapat dibedakan satu dari yang lain.",
        indikator_tanpa_objek,
    ),
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
        "lambang_asing",
        JENIS,
        S,
        "Lambang rumus milik ukuran lain",
        'Rumus memakai lambang "{lambang}", yang tidak berasal dari nama indikatornya.',
        "Tidak jelas ukuran mana dan responden siapa yang dimaksud.",
        lambang_asing,
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
    Aturan(
        "sasaran_beda_kata",
        JENIS,
        S,
        "Sasaran dan indikator berlawanan satu kata",
        'Sasaran {kode} menyebut "{hendak}", nama indikatornya "{ukur}"; selebihnya sama.',
        "Kebutuhan dan pemenuhannya tertukar.",
        sasaran_beda_kata,
    ),
)
