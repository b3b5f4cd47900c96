"""Names of units: one thing under several spellings, or a name nothing in the agency answers to."""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from functools import partial

from dashboard.domain.dasar.indikator import Unit
from dashboard.domain.temuan.bahan import Aturan, Bahan, Bukti, Keparahan
from dashboard.domain.temuan.sebutan_unit import (
    PELENGKAP,
    beda_sekata,
    berbatas_unit,
    berkapital_unit,
    digabung,
    disebut_unit,
    disingkat,
    hampir,
    isi_nama,
    rapat,
    sumber_unit,
    teks_unit,
)
from dashboard.domain.temuan.teks import kutip, rapikan

JENIS = "Ejaan dan nama"
JENIS_UNIT = {
    "sub bidang": re.compile(r"\bsub ?bidang\b"),
    "UPTD": re.compile(r"\bupt[d]?\b"),
    "seksi": re.compile(r"\bseksi\b"),
}


def _alias(bahan: Bahan, unit: Unit) -> list[str]:
    resmi = {rapat(unit.nama), rapat(unit.nama.partition(" Kabupaten")[0])}
    return [
        a
        for a in bahan.alias.get(unit.kode, ())
        if rapat(a) not in resmi and not disingkat(a, unit.nama) and (" " in a or a.isupper())
    ]


def ejaan_unit(bahan: Bahan) -> Iterable[Bukti]:
    """A unit that texts call otherwise than its name: by a listed spelling, or by one that nearly is its name."""
    teks = [(kode, f" {rapikan(isi)} ") for kode, isi in teks_unit(bahan)]
    lain = _sebutan_lain(bahan)
    for unit in bahan.data.unit:
        dipakai: Counter[str] = Counter()
        objek: dict[str, None] = {unit.kode: None}
        alias = {rapikan(a): a for a in _alias(bahan, unit)}
        for rapi, satu in alias.items():
            milik = [kode for kode, isi in teks if f" {rapi} " in isi]
            if milik:
                dipakai[satu] += len(milik)
                objek |= dict.fromkeys(milik)
        for kode, bagian in lain[unit.kode]:
            if rapikan(bagian) not in alias:
                dipakai[bagian] += 1
                objek[kode] = None
        if dipakai:
            ejaan_lain = kutip(unit.nama, *(nama for nama, _ in dipakai.most_common()))
            ejaan = ", ".join(f'"{nama}" ({n} kali)' for nama, n in dipakai.most_common())
            yield Bukti(tuple(objek), {"nama": unit.nama, "ejaan": ejaan}, ejaan_lain)


def _sebutan_lain(bahan: Bahan) -> defaultdict[str, list[tuple[str, str]]]:
    """By unit: the texts, or other units beside it, that call it nearly by its name; with what each belongs to."""
    unit = bahan.data.unit
    resmi = {rapat(u.nama) for u in unit}
    isi = Counter(isi_nama(u.nama)[0] for u in unit)
    lain: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
    sudah: set[tuple[str, str]] = set()

    def catat(semua: Iterable[tuple[str, str]], serupa: Callable[[str, str], bool]) -> None:
        cocok: dict[str, list[str]] = {}
        for kode, bagian in semua:
            if bagian not in cocok:
                cocok[bagian] = [u.kode for u in unit if serupa(bagian, u.nama)]
            if cocok[bagian] and (kode, rapikan(bagian)) not in sudah:
                sudah.add((kode, rapikan(bagian)))
                for milik in cocok[bagian]:
                    lain[milik].append((kode, bagian))

    def salah_tulis(bagian: str, nama: str) -> bool:
        return digabung(bagian, nama) or (rapat(bagian) not in resmi and hampir(bagian, nama))

    def beda_kata(bagian: str, nama: str, tambahan: frozenset[str] | None = None) -> bool:
        milik = int(isi_nama(bagian)[0] == isi_nama(nama)[0])
        return rapat(bagian) not in resmi and isi[isi_nama(bagian)[0]] == milik and beda_sekata(bagian, nama, tambahan)

    catat((*sumber_unit(bahan), *disebut_unit(bahan)), salah_tulis)
    catat(berbatas_unit(bahan), beda_kata)
    catat(berkapital_unit(bahan), partial(beda_kata, tambahan=PELENGKAP))
    for n, satu in enumerate(unit):
        sebelah = [u for u in unit[n + 1 :] if u.induk == satu.induk and u.induk and isi_nama(u.nama)[1]]
        kembar = [u for u in sebelah if beda_sekata(u.nama, satu.nama) or hampir(u.nama, satu.nama)]
        lain[satu.kode] += [(u.kode, u.nama) for u in kembar]
    return lain


def unit_tak_terdaftar(bahan: Bahan) -> Iterable[Bukti]:
    """A kind of unit that texts speak of and the list of units and positions does not know."""
    terdaftar = " ".join(rapikan(f"{u.nama} {u.jenis or ''}") for u in bahan.data.unit)
    terdaftar += " ".join(rapikan(j.nama) for j in bahan.data.jabatan)
    for jenis, pola in JENIS_UNIT.items():
        milik = {kode: isi for kode, isi in teks_unit(bahan) if pola.search(rapikan(isi))}
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
