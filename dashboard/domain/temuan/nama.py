"""Names of units: one thing under several spellings, or a name nothing in the agency answers to."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import lru_cache

from dashboard.domain.dasar.indikator import Unit
from dashboard.domain.temuan.bahan import Aturan, Bahan, Bukti, Keparahan
from dashboard.domain.temuan.teks import KATA_TUGAS, inisial, keserupaan, kutip, mirip, rapikan

JENIS = "Ejaan dan nama"
SERUPA = 0.86
PISAH_UNIT = re.compile(r"(?:,|\bdan)\s+(?=(?:[Ss]ub\s*[Bb]agian|[Bb]idang|[Ss]ekretariat)\b)")
JENIS_UNIT = {
    "sub bidang": re.compile(r"\bsub ?bidang\b"),
    "UPTD": re.compile(r"\bupt[d]?\b"),
    "seksi": re.compile(r"\bseksi\b"),
}


SINGKATAN_UNIT = {
    "bid": "bidang",
    "bag": "bagian",
    "subbag": "sub bagian",
    "subbid": "sub bidang",
    "sekr": "sekretariat",
}
"""First words of a unit's name as they are shortened."""


def _rapat(teks: str) -> str:
    return rapikan(teks).replace(" ", "")


def _singkatan(alias: str, nama: str) -> bool:
    """Whether `alias` is `nama` with a run of words put to their initials, possibly shortened at its end."""
    depan, *ekor = alias.split() or [""]
    sisa = rapikan(nama).split()[-len(ekor) :] if ekor else []
    return depan.isupper() and [rapikan(k) for k in ekor] == sisa and inisial(nama).startswith(depan)


def _teks(bahan: Bahan) -> Iterator[tuple[str, str]]:
    """Every text that may name a unit, with the code of what it belongs to."""
    for i in bahan.data.indikator:
        yield from ((i.kode, t) for t in (i.sumber_data, i.nama, i.formulasi) if t)
    yield from ((s.kode, s.sasaran) for s in bahan.data.simpul)
    for kode, tugas in bahan.tugas.items():
        yield kode, tugas
    for kode, fungsi in bahan.fungsi.items():
        yield from ((kode, t) for t in fungsi)


def _alias(bahan: Bahan, unit: Unit) -> list[str]:
    resmi = {_rapat(unit.nama), _rapat(unit.nama.partition(" Kabupaten")[0])}
    return [
        a
        for a in bahan.alias.get(unit.kode, ())
        if _rapat(a) not in resmi and not _singkatan(a, unit.nama) and (" " in a or a.isupper())
    ]


def ejaan_unit(bahan: Bahan) -> Iterable[Bukti]:
    """A unit that texts call otherwise than its name: by a listed spelling, or by one that nearly is its name."""
    teks = [(kode, f" {rapikan(isi)} ") for kode, isi in _teks(bahan)]
    resmi = {_rapat(u.nama) for u in bahan.data.unit}
    sumber = list(_sumber(bahan))
    terbaca = {(kode, rapikan(bagian)) for kode, bagian in sumber}
    sumber += [(k, b) for k, b in _disebut(bahan) if (k, b) not in terbaca]
    for unit in bahan.data.unit:
        dipakai: Counter[str] = Counter()
        objek: dict[str, None] = {unit.kode: None}
        for alias in {rapikan(a): a for a in _alias(bahan, unit)}.values():
            milik = [kode for kode, isi in teks if f" {rapikan(alias)} " in isi]
            if milik:
                dipakai[alias] += len(milik)
                objek |= dict.fromkeys(milik)
        for kode, bagian in sumber:
            if _rapat(bagian) not in resmi and bagian not in dipakai and _hampir(bagian, unit.nama):
                dipakai[bagian] += 1
                objek[kode] = None
        if dipakai:
            ejaan_lain = kutip(unit.nama, *(nama for nama, _ in dipakai.most_common()))
            ejaan = ", ".join(f'"{nama}" ({n} kali)' for nama, n in dipakai.most_common())
            yield Bukti(tuple(objek), {"nama": unit.nama, "ejaan": ejaan}, ejaan_lain)


def _sumber(bahan: Bahan) -> Iterator[tuple[str, str]]:
    for i in bahan.data.indikator:
        if i.sumber_data:
            yield from ((i.kode, b.strip()) for b in PISAH_UNIT.split(i.sumber_data))


def _disebut(bahan: Bahan) -> Iterator[tuple[str, str]]:
    """Runs of words in any text, titles of positions included, that may be the name of a unit with a slip in it."""
    nama = {tuple(rapikan(u.nama).split()) for u in bahan.data.unit}
    panjang = {len(n) for n in nama if len(n) > 1}
    awal = {n[0] for n in nama if len(n) > 1}
    for kode, isi in (*_teks(bahan), *((j.kode, j.nama) for j in bahan.data.jabatan)):
        kata = rapikan(isi).split()
        for n, satu in enumerate(kata):
            if any(satu == a or mirip(satu, a) for a in awal) or satu in SINGKATAN_UNIT:
                runs = (tuple(kata[n : n + p]) for p in panjang if n + p <= len(kata))
                yield from ((kode, " ".join(r)) for r in runs if r not in nama)


@lru_cache(maxsize=50_000)
def _hampir(bagian: str, nama: str) -> bool:
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


def unit_tak_terdaftar(bahan: Bahan) -> Iterable[Bukti]:
    """A kind of unit that texts speak of and the list of units and positions does not know."""
    terdaftar = " ".join(rapikan(f"{u.nama} {u.jenis or ''}") for u in bahan.data.unit)
    terdaftar += " ".join(rapikan(j.nama) for j in bahan.data.jabatan)
    for jenis, pola in JENIS_UNIT.items():
        milik = {kode: isi for kode, isi in _teks(bahan) if pola.search(rapikan(isi))}
        if milik and bahan.data.unit and not pola.search(terdaftar):
            yield Bukti(
                tuple(milik),
                {"jenis": jenis, "n": len(milik)},
                kutip(next(iter(milik.values()))),
                kunci=rapikan(jenis).replace(" ", "_"),
            )


T, S = Keparahan.TINGGI, Keparahan.SEDANG
ATURAN = (
    Aturan(
        "ejaan_unit",
        JENIS,
        T,
        "Satu unit dengan beberapa ejaan",
        "{nama} juga ditulis {ejaan}.",
        "Pengelompokan menurut nama memecah satu unit menjadi beberapa.",
        ejaan_unit,
    ),
    Aturan(
        "unit_tak_terdaftar",
        JENIS,
        S,
        "Jenis unit yang disebut tetapi tidak ada",
        "{n} teks menyebut {jenis}, padahal tidak ada unit atau jabatan seperti itu dalam daftar.",
        "Ada jenjang yang hilang antara pelaksana dan atasannya, atau teksnya berasal dari susunan lama.",
        unit_tak_terdaftar,
    ),
)
