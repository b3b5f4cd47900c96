"""How texts are written: cut off, misspelled, abbreviated in two ways, left over from a template."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from dashboard.domain.dasar.satuan_ukur import NAMA_SATUAN
from dashboard.domain.temuan.bahan import Aturan, Bahan, Bukti, Keparahan, sebut
from dashboard.domain.temuan.teks import KATA_TUGAS, beda_kata, inisial, kumpulan, kutip, mirip, rapikan, tanpa_catatan

JENIS = "Ejaan dan nama"
PENGGANTUNG = kumpulan(
    "dan atau yang dari ke di pada untuk dengan dalam oleh bagi tentang terhadap melalui serta sebagai memberi "
    "memberikan meliputi termasuk antara agar"
)
"""Words that no Indonesian sentence ends with."""
SINGKATAN = re.compile(r"((?:[A-Za-z]+ ){1,7})\(([A-Z]{2,6})\)")
TEMPLAT = re.compile(
    r"permen\s*/\s*pergub|kementerian\s*/\s*lembaga\b|\bk/l\b|serta informasi lain yang diperlukan"
    r"|\bdiisi (?:dengan|oleh)\b|\[\s*isi\b|\blorem ipsum\b",
    re.I,
)
SATUAN_LAIN = frozenset({"persentase", "point"})
"""Other spellings that are no fault."""
KATA_LANGKA, KATA_BIASA, KATA_TERPENDEK = 1, 8, 6
AWAL_NAMA = 3


def _teks(bahan: Bahan) -> Iterator[tuple[str, str]]:
    for i in bahan.data.indikator:
        yield from ((i.kode, t) for t in (i.nama, i.formulasi, tanpa_catatan(i.definisi)) if t)


def teks_terpotong(bahan: Bahan) -> Iterable[Bukti]:
    """A text that ends on a word that needs another one, on a comma, or within the name of a unit."""
    tugas = ((kode, isi) for kode, isi in bahan.tugas.items())
    awal = tuple(awal for unit in bahan.data.unit for awal in _awal_nama(rapikan(unit.nama).split()))
    sudah: set[str] = set()
    for kode, isi in (*_teks(bahan), *tugas):
        if kode not in sudah and _terpotong(isi, awal):
            sudah.add(kode)
            yield Bukti((kode,), {"kode": kode}, f'"... {" ".join(isi.split()[-6:])}"')


def _terpotong(isi: str, awal_nama: tuple[str, ...]) -> bool:
    rapi = rapikan(isi)
    kata = rapi.split()
    if not kata or "$" in isi or len(kata) < AWAL_NAMA:
        return False
    if kata[-1] in PENGGANTUNG or isi.rstrip().endswith(","):
        return True
    return rapi.endswith(awal_nama)


def _awal_nama(nama: list[str]) -> Iterator[str]:
    """The beginnings of a unit's name that leave at least two of its words out."""
    return (" " + " ".join(nama[:n]) for n in range(AWAL_NAMA, len(nama) - 1))


def singkatan_ganda(bahan: Bahan) -> Iterable[Bukti]:
    """One abbreviation in brackets behind different words."""
    arti: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for kode, isi in _teks(bahan):
        for cocok in SINGKATAN.finditer(isi) if "(" in isi else ():
            kata = cocok[1].split()[-len(cocok[2]) :]
            if inisial(" ".join(kata))[:1] == cocok[2][0]:
                arti[cocok[2]].setdefault(" ".join(kata).title(), kode)
    for singkatan, uraian in arti.items():
        if len(uraian) > 1:
            isian = {"singkatan": singkatan, "arti": sebut([f'"{a}"' for a in uraian])}
            yield Bukti(tuple(dict.fromkeys(uraian.values())), isian, kutip(*uraian), kunci=singkatan)


def teks_templat(bahan: Bahan) -> Iterable[Bukti]:
    milik = {kode: cocok[0] for kode, teks in _teks(bahan) if (cocok := TEMPLAT.search(teks))}
    if milik:
        isian = {"kode": sebut(milik), "teks": next(iter(milik.values()))}
        yield Bukti(tuple(milik), isian, kutip(*dict.fromkeys(milik.values())), kunci="templat")


def salah_ketik(bahan: Bahan) -> Iterable[Bukti]:
    """Words that occur once and are a slip away from a word that occurs often; one finding for the agency."""
    jumlah: Counter[str] = Counter()
    letak: dict[str, str] = {}
    for kode, isi in (*_teks(bahan), *((k, f) for k, semua in bahan.fungsi.items() for f in semua)):
        for kata in rapikan(isi).split():
            jumlah[kata] += 1
            letak.setdefault(kata, kode)
    biasa = {k for k, n in jumlah.items() if n >= KATA_BIASA and len(k) >= KATA_TERPENDEK}
    indeks = _hapus_satu(biasa)
    salah = {}
    for kata, n in jumlah.items():
        if n == KATA_LANGKA and len(kata) >= KATA_TERPENDEK and kata.isalpha():
            benar = next((b for b in _calon(kata, indeks) if _slip(kata, b)), None)
            if benar:
                salah[kata] = benar
    if salah:
        objek = tuple(dict.fromkeys(letak[k] for k in salah))
        contoh = sebut([f'"{k}" ({b})' for k, b in salah.items()], 8)
        yield Bukti(objek, {"n": len(salah), "contoh": contoh}, kutip(*list(salah)[:4]), kunci="kata")


def _hapus_satu(kata: Iterable[str]) -> dict[str, list[str]]:
    """Every word under its spellings with one letter left out: two words one slip apart share one."""
    indeks: dict[str, list[str]] = {}
    for satu in kata:
        for bentuk in {satu, *(satu[:n] + satu[n + 1 :] for n in range(len(satu)))}:
            indeks.setdefault(bentuk, []).append(satu)
    return indeks


def _calon(kata: str, indeks: dict[str, list[str]]) -> Iterator[str]:
    for bentuk in (kata, *(kata[:n] + kata[n + 1 :] for n in range(len(kata)))):
        yield from indeks.get(bentuk, ())


def _slip(kata: str, benar: str) -> bool:
    """One letter dropped, doubled or swapped with its neighbour; another letter may make another word."""
    if sorted(kata) == sorted(benar):
        return kata != benar
    panjang, pendek = (kata, benar) if len(kata) > len(benar) else (benar, kata)
    satu_huruf = len(panjang) == len(pendek) + 1 and panjang[0] == pendek[0] and panjang[-1] == pendek[-1]
    return satu_huruf and any(panjang[:n] + panjang[n + 1 :] == pendek for n in range(len(panjang)))


def satuan_tak_baku(bahan: Bahan) -> Iterable[Bukti]:
    """A unit of measure that nearly is a known one."""
    dikenal = NAMA_SATUAN | SATUAN_LAIN
    for i in bahan.data.indikator:
        satuan = rapikan(i.satuan)
        baku = next((s for s in sorted(dikenal) if satuan != s and _dekat(satuan, s)), None)
        if satuan and satuan not in dikenal and baku:
            yield Bukti((i.kode,), {"satuan": i.satuan or "", "baku": baku}, kutip(i.satuan))


def _dekat(satuan: str, baku: str) -> bool:
    return len(satuan) > AWAL_NAMA and mirip(satuan, baku) and satuan not in baku and baku not in satuan


def kata_rumus_berbeda(bahan: Bahan) -> Iterable[Bukti]:
    """A printed sum whose terms, each with its maximum, are not called as the parts are."""
    for i in bahan.data.indikator:
        suku = [bahan.indikator[k.komponen] for k in bahan.komponen.get(i.kode, ()) if k.komponen in bahan.indikator]
        if len(suku) < AWAL_NAMA or "+" not in (i.formulasi or ""):
            continue
        nama = {s.kode: set(rapikan(s.nama).split()) for s in suku}
        istilah = re.split(r"\+", (i.formulasi or "").partition("=")[2])
        lepas = [re.sub(r"\s*\(\d+\)", "", t).strip() for t in istilah]
        asing = [t for t in lepas if t and not any(set(rapikan(t).split()) - KATA_TUGAS <= n for n in nama.values())]
        if asing:
            objek = (i.kode, *(s.kode for s in suku if any(_menyerupai(t, s.nama) for t in asing)))
            yield Bukti(objek, {"istilah": sebut([f'"{t}"' for t in asing])}, kutip(*asing))


def _menyerupai(istilah: str, nama: str) -> bool:
    hilang, _ = beda_kata(istilah, nama)
    return all(any(mirip(k, n) for n in rapikan(nama).split()) for k in hilang)


S, R = Keparahan.SEDANG, Keparahan.RENDAH
ATURAN = (
    Aturan(
        "teks_terpotong",
        JENIS,
        S,
        "Teks terpotong",
        "Teks pada {kode} berakhir di tengah kalimat.",
        "Isi yang hilang tidak dapat ditebak, dan ukurannya tidak lengkap.",
        teks_terpotong,
    ),
    Aturan(
        "singkatan_ganda",
        JENIS,
        S,
        "Satu singkatan, beberapa arti",
        "Singkatan {singkatan} dipakai untuk {arti}.",
        "Pembaca dan pencarian mencampurkan dokumen yang berbeda.",
        singkatan_ganda,
    ),
    Aturan(
        "teks_templat",
        JENIS,
        S,
        "Kalimat templat tertinggal",
        'Kalimat templat seperti "{teks}" terbawa pada {kode}.',
        "Rumusannya tidak ditujukan bagi instansi ini.",
        teks_templat,
    ),
    Aturan(
        "salah_ketik",
        JENIS,
        R,
        "Kata yang tampaknya salah ketik",
        "{n} kata hanya muncul sekali dan mirip kata yang sering dipakai: {contoh}.",
        "Pencarian tidak menemukannya.",
        salah_ketik,
    ),
    Aturan(
        "satuan_tak_baku",
        JENIS,
        S,
        "Ejaan satuan tidak baku",
        'Satuan "{satuan}" mungkin dimaksud "{baku}".',
        "Pembacaan satuan gagal, sehingga angka tampil tanpa tanda yang benar.",
        satuan_tak_baku,
    ),
    Aturan(
        "kata_rumus_berbeda",
        JENIS,
        S,
        "Nama bagian berbeda antara rumus dan daftar",
        "Rumus tercetak menyebut {istilah}, yang tidak ada dengan nama itu pada daftar bagiannya.",
        "Bagian hanya dapat dicocokkan menurut makna, bukan nama.",
        kata_rumus_berbeda,
    ),
)
