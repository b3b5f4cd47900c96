"""Words of Indonesian office prose, compared without a dictionary: cases, endings and small typos apart.

The stems are crude on purpose (no dictionary is shipped): they only have to bring "penyusunan", "menyusun" and
"tersusun" together. What is decided on them is always an overlap of several words, never a single one.
"""

import re
from collections.abc import Iterable
from difflib import SequenceMatcher
from functools import lru_cache
from textwrap import shorten


def kumpulan(kata: str) -> frozenset[str]:
    """A set of words, written as one text."""
    return frozenset(kata.split())


KATA_TUGAS = kumpulan(
    "dan yang di ke dari pada untuk dengan dalam oleh bagi atau serta sebagai terhadap atas para secara per guna "
    "antara telah dapat akan sudah adalah ini itu tersebut berdasarkan sesuai lain lainnya baik maupun juga agar "
    "kepada melalui terkait hal setiap"
)
KATA_UKUR = kumpulan(
    "jumlah jumah banyaknya banyak persentase presentase prosentase tingkat nilai indeks index angka rasio rata "
    "cakupan persen seratus dibagi dikali "
    "dibandingkan dihitung kali total seluruh keseluruhan perkalian formulasi pengukuran"
)
KATA_WADAH = kumpulan(
    "dokumen data laporan hasil bahan rancangan draft draf berkas daftar kegiatan pelaksanaan penyusunan "
    "pengelolaan tersusun tersedia terlaksana terkelola terlaksananya tersedianya tersusunnya terkelolanya "
    "disediakan dilaksanakan tahun terwujudnya meningkatnya"
)
"""Words that name a container or a doing, and say nothing about the subject."""
KATA_PROSES = kumpulan(
    "evaluasi analisis identifikasi pemantauan monitoring konfirmasi tugas rekapitulasi rekap lapor kerja"
)

JUDUL_TERPANJANG = 105
_AKHIR_KALIMAT = re.compile(r"(?<=[a-z\d)\"][.?!]) (?=[A-Z\"])|; ")
_LAMBANG = re.compile(r"\\[a-z]+|[{}_^$&]")
_BUKAN_KATA = re.compile(r"[^0-9a-z%]+")
_AWALAN = (
    "memper",
    "diper",
    "meng",
    "meny",
    "mem",
    "men",
    "peng",
    "peny",
    "pem",
    "pen",
    "per",
    "ber",
    "ter",
    "pel",
    "me",
    "pe",
    "di",
    "ke",
    "se",
)
_AKHIRAN = ("kannya", "annya", "nya", "kan", "an", "i")
_RANCU = frozenset({"me", "pe", "di", "ke", "se", "i"})
_LULUH = "kpts"
DASAR_TERPENDEK = 4
MIRIP = 0.8
EKOR_CATATAN = re.compile(r"\s*(?:Catatan|Tipe Penghitungan|Sumber data)\s*:.*", re.S)


@lru_cache(maxsize=50_000)
def rapikan(teks: str | None) -> str:
    """Lower case, punctuation and formula commands to single spaces."""
    return _BUKAN_KATA.sub(" ", _LAMBANG.sub(" ", teks or "").casefold()).strip()


def tanpa_catatan(teks: str | None) -> str:
    """A printed text without what follows it in the same cell: remarks, way of counting, source."""
    return EKOR_CATATAN.sub("", teks or "")


def _sisa(imbuhan: str) -> int:
    """How much must be left: a short affix is often a part of the word itself (pegawai, mutasi)."""
    return DASAR_TERPENDEK + (2 if imbuhan in _RANCU else 0)


@lru_cache(maxsize=50_000)
def dasar(kata: str) -> str:
    """The crude stem of a lower-case word."""
    for awalan in _AWALAN:
        if kata.startswith(awalan) and len(kata) - len(awalan) >= _sisa(awalan):
            kata = kata[len(awalan) :]
            break
    for akhiran in _AKHIRAN:
        if kata.endswith(akhiran) and len(kata) - len(akhiran) >= _sisa(akhiran):
            kata = kata[: -len(akhiran)]
            break
    return kata[1:] if kata[0] in _LULUH and len(kata) > DASAR_TERPENDEK else kata


KEPANJANGAN = {
    "surat keputusan": "sk",
    "surat perintah tugas": "spt",
    "surat perintah perjalanan dinas": "sppd",
    "surat pertanggungjawaban": "spj",
    "standar operasional prosedur": "sop",
    "aparatur sipil negara": "asn",
    "pegawai negeri sipil": "pns",
    "kartu istri": "karis",
    "kartu suami": "karsu",
    "kartu pegawai": "karpeg",
    "kenaikan gaji berkala": "kgb",
}
"""Names that offices write out or shorten as they please."""
_KEPANJANGAN = re.compile(r"\b(?:" + "|".join(sorted(KEPANJANGAN, key=len, reverse=True)) + r")\b")


@lru_cache(maxsize=20_000)
def singkatkan(teks: str | None) -> str:
    """The text with such names in their short form."""
    return _KEPANJANGAN.sub(lambda cocok: KEPANJANGAN[cocok[0]], rapikan(tanpa_catatan(teks)))


@lru_cache(maxsize=20_000)
def pokok(teks: str | None) -> frozenset[str]:
    """The stems of the words that carry the subject of a text."""
    kata = rapikan(tanpa_catatan(teks)).split()
    abaikan = KATA_TUGAS | KATA_UKUR | KATA_WADAH
    return frozenset(dasar(k) for k in kata if k not in abaikan and len(k) > 1 and not k[0].isdigit())


@lru_cache(maxsize=200_000)
def mirip(satu: str, lain: str) -> bool:
    """Whether two stems are one word with at most a typo or another ending."""
    if satu == lain:
        return True
    if abs(len(satu) - len(lain)) > 3 or min(len(satu), len(lain)) < DASAR_TERPENDEK:
        return False
    return satu in lain or lain in satu or SequenceMatcher(None, satu, lain).ratio() >= MIRIP


def terwakili(milik: Iterable[str], acuan: Iterable[str]) -> int:
    """How many stems of `milik` have a counterpart in `acuan`."""
    acuan = tuple(acuan)
    return sum(any(mirip(kata, lain) for lain in acuan) for kata in milik)


def keserupaan(satu: str, lain: str) -> float:
    """0..1 over the letters of the two texts."""
    return SequenceMatcher(None, rapikan(satu), rapikan(lain)).ratio()


def beda_kata(satu: str, lain: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The words that stand only in the one or only in the other text, in their order."""
    a, b = rapikan(satu).split(), rapikan(lain).split()
    return tuple(k for k in a if k not in b), tuple(k for k in b if k not in a)


def inisial(teks: str) -> str:
    """The initials of the words that count: "Badan Kepegawaian Daerah" is "BKD"."""
    return "".join(kata[0] for kata in rapikan(teks).split() if kata not in KATA_TUGAS).upper()


def singkat(teks: str, panjang: int = 90) -> str:
    """A text cut at a word for a quotation."""
    teks = " ".join(teks.split())
    return teks if len(teks) <= panjang else teks[:panjang].rsplit(" ", 1)[0] + " ..."


def kutip(*teks: str | None) -> str:
    """Quotations side by side: "satu"; "dua"."""
    return "; ".join(f'"{singkat(t)}"' for t in teks if t)


def judul_uraian(uraian: str) -> str:
    """What a description is about: its first sentence without its full stop, cut between words where it is long."""
    pertama = _AKHIR_KALIMAT.split(" ".join(uraian.split()), maxsplit=1)[0].removesuffix(".")
    return shorten(pertama, JUDUL_TERPANJANG, placeholder=" …")
