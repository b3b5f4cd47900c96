"""The same text in two places where two different ones belong: functions, blocks, formulas, definitions."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from itertools import combinations

from dashboard.domain.dasar.indikator import Indikator
from dashboard.domain.temuan.bahan import Aturan, Bahan, Bukti, Keparahan, sebut
from dashboard.domain.temuan.teks import kutip, pokok, rapikan, tanpa_catatan, terwakili

JENIS = "Rangkap"
BLOK_TERPENDEK = 3
KATA_TERTUKAR = 3
SALINAN_TERBANYAK = 3
"""A definition that more indicators share is a standing phrase, not a copy."""


def fungsi_kembar(bahan: Bahan) -> Iterable[Bukti]:
    """Positions of different names with the same list of functions."""
    kelompok: defaultdict[frozenset[str], list[str]] = defaultdict(list)
    for kode, fungsi in bahan.fungsi.items():
        isi = frozenset(map(rapikan, fungsi)) - {""}
        if len(isi) >= BLOK_TERPENDEK:
            kelompok[isi].append(kode)
    for isi, semua in kelompok.items():
        if len({rapikan(bahan.jabatan[k].nama) for k in semua}) > 1:
            nama = sebut([bahan.jabatan[k].nama for k in semua])
            yield Bukti(
                tuple(semua),
                {"nama": nama, "n": len(isi)},
                kutip(bahan.fungsi[semua[0]][0]),
                kunci="-".join(sorted(semua)),
            )


def fungsi_berulang(bahan: Bahan) -> Iterable[Bukti]:
    for kode, fungsi in bahan.fungsi.items():
        letak: defaultdict[str, list[int]] = defaultdict(list)
        for urut, teks in enumerate(fungsi, start=1):
            letak[rapikan(teks)].append(urut)
        for teks, nomor in letak.items():
            if teks and len(nomor) > 1:
                isi = {"nama": bahan.jabatan[kode].nama, "nomor": sebut(map(str, nomor))}
                yield Bukti((kode,), isi, kutip(fungsi[nomor[0] - 1]), kunci=f"{kode}.{nomor[0]}")


def blok_kembar(bahan: Bahan) -> Iterable[Bukti]:
    """Two positions whose indicators agree in name, target and formula."""
    kelompok: defaultdict[tuple[tuple[str, ...], ...], list[str]] = defaultdict(list)
    for kode, baris in bahan.iki_jabatan.items():
        if len(baris) >= BLOK_TERPENDEK:
            kelompok[tuple(_hash(bahan, i) for i in baris)].append(kode)
    for isi, semua in kelompok.items():
        if len(semua) > 1:
            objek = [i.kode for k in semua for i in bahan.iki_jabatan[k]]
            nama = sebut([f"{bahan.jabatan[k].nama} ({k})" for k in semua])
            yield Bukti((*semua, *objek), {"nama": nama, "n": len(isi)}, kunci="-".join(semua))


def _hash(bahan: Bahan, i: Indikator) -> tuple[str, ...]:
    target = bahan.nilai_target(i.kode)
    return rapikan(i.nama), rapikan(i.formulasi), rapikan(i.satuan), str(target)


def formulasi_kembar(bahan: Bahan) -> Iterable[Bukti]:
    """One formula text under two indicators of one position that name different things or the same output twice."""
    for kode, baris in bahan.iki_jabatan.items():
        kelompok: defaultdict[str, list[Indikator]] = defaultdict(list)
        for i in baris:
            kelompok[rapikan(tanpa_catatan(i.formulasi)).replace(" ", "")].append(i)
        for semua in kelompok.values():
            if len(semua) > 1 and len(pokok(semua[0].formulasi)) > 1:
                yield Bukti(
                    tuple(i.kode for i in semua),
                    {"kode": sebut([i.kode for i in semua])},
                    kutip(semua[0].formulasi, *(i.nama for i in semua)),
                    kunci=f"{kode}.{semua[0].kode}",
                )


def indikator_kembar(bahan: Bahan) -> Iterable[Bukti]:
    """Rows of one position that name the same subject in other words."""
    for baris in bahan.iki_jabatan.values():
        for a, b in combinations(baris, 2):
            kiri, kanan = pokok(a.nama), pokok(b.nama)
            if len(kiri) == len(kanan) > 1 and terwakili(kiri, kanan) == terwakili(kanan, kiri) == len(kiri):
                yield Bukti(
                    (a.kode, b.kode),
                    {"kode": sebut((a.kode, b.kode))},
                    kutip(a.nama, b.nama),
                    kunci=f"{a.kode}-{b.kode}",
                )


def _definisi(bahan: Bahan) -> dict[str, str]:
    """The printed definitions of at least four words, without the sentences that many of them share."""
    kalimat = {i.kode: re.split(r"(?<=[.;])\s+", tanpa_catatan(i.definisi)) for i in bahan.data.indikator}
    banyak = Counter(rapikan(k) for semua in kalimat.values() for k in set(semua))
    khas = {kode: (k for k in semua if banyak[rapikan(k)] <= SALINAN_TERBANYAK) for kode, semua in kalimat.items()}
    isi = {kode: " ".join(semua) for kode, semua in khas.items()}
    return {kode: teks for kode, teks in isi.items() if len(rapikan(teks).split()) > BLOK_TERPENDEK}


def definisi_kembar(bahan: Bahan) -> Iterable[Bukti]:
    kelompok: defaultdict[str, list[str]] = defaultdict(list)
    for kode, teks in _definisi(bahan).items():
        kelompok[rapikan(teks)].append(kode)
    for semua in kelompok.values():
        if len(semua) > 1:
            sesuai = {k: terwakili(pokok(bahan.indikator[k].nama), pokok(bahan.indikator[k].definisi)) for k in semua}
            asal = max(semua, key=sesuai.__getitem__)
            salinan = [k for k in semua if sesuai[k] < sesuai[asal]]
            if salinan and sesuai[asal] > 1:
                isi = {"salinan": sebut(salinan), "asal": asal}
                yield Bukti((*salinan, asal), isi, kutip(tanpa_catatan(bahan.indikator[asal].definisi)))


def definisi_tertukar(bahan: Bahan) -> Iterable[Bukti]:
    """Two indicators whose definitions each speak of the other's subject."""
    definisi = {kode: pokok(teks) for kode, teks in _definisi(bahan).items()}
    nama = {kode: pokok(bahan.indikator[kode].nama) for kode in definisi}
    jenis = {kode: bahan.indikator[kode].jenis for kode in definisi}
    bernama: defaultdict[str, list[str]] = defaultdict(list)
    for kode in definisi:
        for kata in nama[kode]:
            bernama[kata].append(kode)
    disebut = {kode: {lain for kata in isi for lain in bernama.get(kata, ())} for kode, isi in definisi.items()}
    pasangan = [(satu, lain) for satu in disebut for lain in disebut[satu] if satu < lain and satu in disebut[lain]]
    for a, b in sorted(pasangan):
        silang = definisi[a] & (nama[b] - nama[a]) and definisi[b] & (nama[a] - nama[b])
        if not silang or jenis[a] != jenis[b]:
            continue
        kiri, kanan = _lebih(definisi[a], nama[b], nama[a]), _lebih(definisi[b], nama[a], nama[b])
        if min(kiri, kanan) > 0 and kiri + kanan >= KATA_TERTUKAR:
            yield Bukti((a, b), {"a": a, "b": b}, kutip(*(tanpa_catatan(bahan.indikator[k].definisi) for k in (a, b))))


def _lebih(definisi: frozenset[str], lain: frozenset[str], sendiri: frozenset[str]) -> int:
    """How many words more the definition shares with the other name than with its own."""
    return terwakili(lain - sendiri, definisi) - terwakili(sendiri - lain, definisi)


T, S = Keparahan.TINGGI, Keparahan.SEDANG
ATURAN = (
    Aturan(
        "fungsi_kembar",
        JENIS,
        T,
        "Fungsi dua jabatan sama persis",
        "Daftar {n} fungsi {nama} sama, padahal jabatannya berbeda.",
        "Fungsi tampak tersalin dari jabatan lain, sehingga indikator tidak dapat dicocokkan dengan fungsinya.",
        fungsi_kembar,
    ),
    Aturan(
        "fungsi_berulang",
        JENIS,
        S,
        "Fungsi tercetak dua kali",
        "Pada {nama}, fungsi nomor {nomor} berbunyi sama.",
        "Jumlah fungsi jabatan menjadi terlalu besar.",
        fungsi_berulang,
    ),
    Aturan(
        "blok_kembar",
        JENIS,
        T,
        "Dua jabatan dengan indikator yang sama persis",
        "{nama} mempunyai {n} indikator dengan nama, target, dan formulasi yang sama.",
        "Keluaran yang sama terhitung dua kali dalam jumlah unit.",
        blok_kembar,
    ),
    Aturan(
        "formulasi_kembar",
        JENIS,
        S,
        "Satu formulasi untuk beberapa indikator",
        "{kode} memakai formulasi yang sama.",
        "Satu keluaran terhitung beberapa kali, atau formulasinya tersalin dari baris lain.",
        formulasi_kembar,
    ),
    Aturan(
        "indikator_kembar",
        JENIS,
        S,
        "Indikator berulang pada satu jabatan",
        "{kode} menyebut hal yang sama dengan kata-kata lain.",
        "Satu keluaran terhitung lebih dari sekali.",
        indikator_kembar,
    ),
    Aturan(
        "definisi_kembar",
        JENIS,
        T,
        "Definisi tersalin dari indikator lain",
        "Definisi {salinan} sama dengan definisi {asal}.",
        "Pengisi data mengukur hal yang bukan maksud indikatornya.",
        definisi_kembar,
    ),
    Aturan(
        "definisi_tertukar",
        JENIS,
        T,
        "Dua definisi tertukar",
        "Definisi {a} membicarakan pokok {b}, dan sebaliknya.",
        "Kedua indikator diukur dengan definisi milik yang lain.",
        definisi_tertukar,
    ),
)
