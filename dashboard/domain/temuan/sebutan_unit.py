"""Names of units as texts write them, and how near such a name is to that of a unit."""

import re
from collections.abc import Iterator
from functools import lru_cache

from dashboard.domain.temuan.bahan import Bahan
from dashboard.domain.temuan.teks import KATA_TUGAS, inisial, keserupaan, kumpulan, mirip, rapikan

SERUPA = 0.86
KATA_BERSAMA = 2
PISAH_UNIT = re.compile(r"(?:,|\bdan)\s+(?=(?:[Ss]ub\s*[Bb]agian|[Bb]idang|[Ss]ekretariat)\b)")
SINGKATAN_UNIT = {
    "bid": "bidang",
    "bag": "bagian",
    "subbag": "sub bagian",
    "subbid": "sub bidang",
    "sekr": "sekretariat",
}
"""First words of a unit's name as they are shortened."""
JENIS_BIDANG = kumpulan("bidang bagian seksi subbagian subbidang subseksi")
"""What the name of a unit within an agency begins with."""
SUB = re.compile(r"\bsub (?=bagian|bidang|seksi)")
PIMPINAN = re.compile(r"(?:kepala|ka)\.? ?(?=bidang|bid\b|bagian|bag\b|sub|seksi)", re.I)
BERNAMA = re.compile(
    r"\b(?:Bidang|Bid\.|Seksi|Sub\s?[Bb]agian|Sub\s?[Bb]idang)"
    r"(?:,?\s+(?:(?:dan|&)\s+)?(?!Bidang|Sub|Seksi)[A-Z][\w-]*)++(?!,?\s+(?:dan|&)\b|,)"
)
BUKAN_NAMA = kumpulan("tahun triwulan semester bulan kabupaten kota provinsi badan dinas bkd bkpp bkpsdm")
PELENGKAP = kumpulan("pegawai aparatur asn pns kepegawaian daerah sdm umum jabatan karier karir kompetensi kinerja")
"""Words that are left out of such names, or put to them; any other after a name belongs to the sentence."""


def rapat(teks: str) -> str:
    return rapikan(teks).replace(" ", "")


def disingkat(alias: str, nama: str) -> bool:
    """Whether `alias` is `nama` with a run of words put to their initials, possibly shortened at its end."""
    depan, *ekor = alias.split() or [""]
    sisa = rapikan(nama).split()[-len(ekor) :] if ekor else []
    return depan.isupper() and [rapikan(k) for k in ekor] == sisa and inisial(nama).startswith(depan)


def teks_unit(bahan: Bahan) -> Iterator[tuple[str, str]]:
    """Every text that may name a unit, with the code of what it belongs to."""
    for i in bahan.data.indikator:
        yield from ((i.kode, t) for t in (i.sumber_data, i.nama, i.formulasi) if t)
    yield from ((s.kode, s.sasaran) for s in bahan.data.simpul)
    for kode, tugas in bahan.tugas.items():
        yield kode, tugas
    for kode, fungsi in bahan.fungsi.items():
        yield from ((kode, t) for t in fungsi)


def sumber_unit(bahan: Bahan) -> Iterator[tuple[str, str]]:
    for i in bahan.data.indikator:
        if i.sumber_data:
            yield from ((i.kode, b.strip()) for b in PISAH_UNIT.split(i.sumber_data))


def disebut_unit(bahan: Bahan) -> Iterator[tuple[str, str]]:
    """Runs of words in any text, titles of positions included, that may be the name of a unit with a slip in it."""
    nama = {tuple(rapikan(u.nama).split()) for u in bahan.data.unit}
    panjang = {len(n) for n in nama if len(n) > 1}
    awal = {n[0] for n in nama if len(n) > 1}
    gabung = {"".join(n): {len(n) - 1, len(n) + 1} for n in nama if len(n) > 1}
    lain = set().union(*gabung.values()) - {1}
    for kode, isi in (*teks_unit(bahan), *((j.kode, j.nama) for j in bahan.data.jabatan)):
        kata = rapikan(isi).split()
        for n, satu in enumerate(kata):
            runs: list[tuple[str, ...]] = []
            if any(satu == a or mirip(satu, a) for a in awal) or satu in SINGKATAN_UNIT:
                runs = [tuple(kata[n : n + p]) for p in panjang if n + p <= len(kata)]
            if satu.startswith(tuple(awal)):
                runs += [r for p in lain if (r := tuple(kata[n : n + p])) and len(r) in gabung.get("".join(r), ())]
            yield from ((kode, " ".join(r)) for r in runs if r not in nama)


def berbatas_unit(bahan: Bahan) -> Iterator[tuple[str, str]]:
    """Texts that are the name of a unit and nothing else: sources of data, and what a head is the head of."""
    yield from sumber_unit(bahan)
    for j in bahan.data.jabatan:
        nama, kepala = PIMPINAN.subn("", j.nama.strip(), count=1)
        if kepala:
            yield j.kode, nama[:1].upper() + nama[1:]


def berkapital_unit(bahan: Bahan) -> Iterator[tuple[str, str]]:
    """Names of units in a sentence, as far as their words begin with capitals."""
    for kode, isi in teks_unit(bahan):
        for cocok in BERNAMA.finditer(isi):
            kata = cocok[0].split()
            akhir = next((n for n, k in enumerate(kata) if rapikan(k) in BUKAN_NAMA), len(kata))
            yield kode, " ".join(kata[:akhir])


def digabung(bagian: str, nama: str) -> bool:
    """Whether it is the name letter by letter, with its words run together or torn apart."""
    kiri, kanan = (SUB.sub("sub", rapikan(teks)) for teks in (bagian, nama))
    return kiri != kanan and kiri.replace(" ", "") == kanan.replace(" ", "")


@lru_cache(maxsize=50_000)
def isi_nama(nama: str) -> tuple[tuple[str, ...], str]:
    """The words that tell the unit from others, and its kind where the name says it."""
    semua = [k for satu in rapikan(nama).split() for k in SINGKATAN_UNIT.get(satu, satu).split()]
    kata = SUB.sub("sub", " ".join(semua)).split()
    return tuple(k for k in kata if k not in KATA_TUGAS | JENIS_BIDANG), next(iter(JENIS_BIDANG & set(kata[:1])), "")


def beda_sekata(bagian: str, nama: str, tambahan: frozenset[str] | None = None) -> bool:
    """Whether one name is the other with a word left out; or is it without its kind of unit.

    What `bagian` has more is one of `tambahan`, where given.
    """
    (kiri, jenis), (kanan, bidang) = isi_nama(bagian), isi_nama(nama)
    if not bidang or min(len(kiri), len(kanan)) < KATA_BERSAMA or jenis not in {bidang, ""}:
        return False
    if kiri == kanan:
        return not jenis
    if not jenis and kiri[0] != kanan[0]:
        return False
    pendek, panjang = sorted((kiri, kanan), key=len)
    lebih = [panjang[n] for n in range(len(panjang)) if panjang[:n] + panjang[n + 1 :] == pendek]
    return bool(lebih) and (tambahan is None or panjang == kanan or lebih[0] in tambahan)


@lru_cache(maxsize=50_000)
def hampir(bagian: str, nama: str) -> bool:
    """A slip of letters, a shortened first word or another order in an otherwise same name.

    Another word makes another unit.
    """
    awal, _, sisa = rapikan(bagian).partition(" ")
    panjang = f"{SINGKATAN_UNIT.get(awal, awal)} {sisa}"
    kiri, kanan = ([k for k in rapikan(t).split() if k not in KATA_TUGAS] for t in (panjang, nama))
    lain_tulis = kiri != kanan or awal in SINGKATAN_UNIT
    if lain_tulis and sorted(kiri) == sorted(kanan) and kiri[:1] == kanan[:1]:
        return True
    if len(kiri) != len(kanan) or not 1 > keserupaan(bagian, nama) >= SERUPA:
        return False
    return all(mirip(a, b) for a, b in zip(kiri, kanan, strict=True))
