"""The words of a formula against what the indicator and its sasaran say they measure."""

import re
from collections.abc import Iterable
from functools import cache

from dashboard.domain.dasar.indikator import Indikator, Rumus
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
LAMBANG = re.compile(r"(?:^|[\s$])([A-Z]{2,5})\s*=")
PEGAWAI = kumpulan("asn pns cpns pppk pegawai aparatur sipil negara calon dan")
SEKURANGNYA_BERSAMA = 3
CAKUP_LAIN = 0.75
CAKUP_SENDIRI = 0.4
AWAL_SAMA = 3


def diperiksa(bahan: Bahan) -> Iterable[tuple[Indikator, frozenset[str], frozenset[str]]]:
    """Indicators whose own institution calculates them, with the stems of name and formula."""
    for i in bahan.data.indikator:
        nama, formula = pokok(i.nama), pokok(i.formulasi)
        if i.rumus is not Rumus.EKSTERNAL and i.jenis not in ("dimensi", "kriteria", "sub_item") and nama and formula:
            yield i, nama, formula


def formulasi_asing(bahan: Bahan) -> Iterable[Bukti]:
    """A formula without one word of the indicator's name or its sasaran's."""
    for i, nama, formula in diperiksa(bahan):
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
    semua = [(i, nama) for i, nama, _ in diperiksa(bahan)]
    for i, nama, formula in diperiksa(bahan):
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


@cache
def _proses() -> frozenset[str]:
    return frozenset().union(*(pokok(k) for k in KATA_PROSES))


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


S = Keparahan.SEDANG
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
        "lambang_asing",
        JENIS,
        S,
        "Lambang rumus milik ukuran lain",
        'Rumus memakai lambang "{lambang}", yang tidak berasal dari nama indikatornya.',
        "Tidak jelas ukuran mana dan responden siapa yang dimaksud.",
        lambang_asing,
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
