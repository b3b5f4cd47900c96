"""What is counted, in which unit, and how the figure is printed."""

import re
from collections import defaultdict
from collections.abc import Iterable
from decimal import Decimal
from itertools import combinations, dropwhile

from dashboard.domain.dasar.angka import baca_angka
from dashboard.domain.dasar.indikator import JENIS_UNSUR_INDEKS, Indikator
from dashboard.domain.dasar.satuan_ukur import dicacah, nama_satuan, persen
from dashboard.domain.temuan.bahan import Aturan, Bahan, Bukti, Keparahan, sebut, tulis
from dashboard.domain.temuan.teks import kumpulan, kutip, pokok, rapikan, terwakili

JENIS = "Satuan dan penulisan angka"
ORANG = frozenset({"orang", "pegawai", "asn", "pns", "peserta", "pejabat", "aparatur", "cpns", "pppk"})
WADAH = frozenset(
    {"dokumen", "laporan", "paket", "unit", "lembar", "orang", "kali", "jenis", "eksemplar", "rekening"}
    | {"berkas", "naskah", "sertifikat", "modul"}
)
PEMBAWA = frozenset({"dokumen", "berkas", "naskah", "lembar", "eksemplar", "buku", "surat", "sk", "spt"})
"""Units that any paper is counted in."""
KERTAS = kumpulan(
    "notula notulen notulensi risalah sk spt surat keputusan telaahan pedoman peraturan perjanjian nota undangan"
    " buletin"
)
"""Papers of a kind: counted as such or as what carries them, not as another kind, nor as persons."""
ACARA = kumpulan("kegiatan rapat acara upacara sosialisasi pelatihan diklat bimtek seminar lokakarya")
"""What takes place: counted by itself or by how often, not by who came nor by what was written about it."""
BILANGAN = re.compile(r"\d[\d.]*(?:,\d+)?")
RIBUAN_BERTITIK = re.compile(r"(?<![\d.,])\d{1,3}(?:\.\d{3})+(?![\d.])")
RIBUAN_POLOS = re.compile(r"(?<![\d.,])\d{4,}(?![\d.,])")
RENTANG = re.compile(r"\d\s*(?:-|–|s\.?d\.?|sampai)\s*\d")
SEBARAN_HURUF = 10
MENGHITUNG = ("jumlah", "banyaknya", "total")
PENGANTAR = frozenset({"seluruh", "keseluruhan", "hasil", "semua"})
"""Words between "jumlah" and what is counted."""
SETAHUN = frozenset({"per", "tahun", "setahun"})
TERSEDIA = re.compile(r"ter.+nya")
"""A name that begins with what was brought about: "tersusunnya laporan"."""
AWAL_UKUR = ("jumlah", "persentase", "presentase", "prosentase")
KHAS = 20
"""Counts from here on hardly agree by chance; round ones and multiples of twelve still do."""
KATA_SAMA = 2
SERUPA = 0.75


def _golongan(kata: str) -> str:
    return "orang" if kata in ORANG else kata


def golongan_satuan(satuan: str | None) -> str:
    """A unit of measure by its name, without its year, people by whatever name: "pegawai/tahun" is "orang"."""
    kata = rapikan(satuan).split()
    while len(kata) > 1 and kata[-1] in SETAHUN:
        kata.pop()
    teks = " ".join(kata)
    return _golongan(nama_satuan(teks) or teks)


def satuan_nama(bahan: Bahan) -> Iterable[Bukti]:
    """ "Jumlah laporan ..." whose target counts documents: one finding per unit of the name."""
    kelompok: defaultdict[str, list[str]] = defaultdict(list)
    for i in bahan.data.indikator:
        dihitung, satuan = _dihitung(rapikan(i.nama).split()), golongan_satuan(i.satuan)
        if not dihitung or not satuan:
            continue
        nama = _golongan(dihitung[0])
        if satuan not in map(golongan_satuan, dihitung[:2]) and _bertentangan(nama, satuan):
            kelompok[nama].append(i.kode)
    for nama, kode in kelompok.items():
        satuan_lain = sorted({bahan.indikator[k].satuan or "" for k in kode})
        isi = {"kode": sebut(kode), "n": len(kode), "nama": nama, "satuan": sebut(satuan_lain)}
        yield Bukti(tuple(kode), isi, kutip(*(bahan.indikator[k].nama for k in kode[:2])), kunci=nama)


def _bertentangan(nama: str, satuan: str) -> bool:
    """Whether what is counted by its name cannot be counted in that unit."""
    orang_atau_kertas = satuan == "orang" or satuan in PEMBAWA | {"laporan"}
    return nama in WADAH or (nama in KERTAS and satuan in WADAH - PEMBAWA) or (nama in ACARA and orang_atau_kertas)


def _dihitung(kata: list[str]) -> list[str]:
    """The words from what a name counts on; none where it does not count."""
    if kata and kata[0] in WADAH | KERTAS:
        return kata
    if not kata or not (kata[0] in MENGHITUNG or TERSEDIA.fullmatch(kata[0])):
        return []
    return list(dropwhile(PENGANTAR.__contains__, kata[1:]))


def satuan_persen(bahan: Bahan) -> Iterable[Bukti]:
    for i in bahan.data.indikator:
        awal = rapikan(i.nama).partition(" ")[0]
        bertentangan = awal in AWAL_UKUR and (awal == "jumlah") == persen(i.satuan)
        if i.satuan and i.jenis not in JENIS_UNSUR_INDEKS and bertentangan:
            yield Bukti((i.kode,), {"awal": awal, "satuan": i.satuan}, kutip(i.nama, i.satuan))


def besaran_beda_satuan(bahan: Bahan) -> Iterable[Bukti]:
    """One amount, one subject, two units."""
    nilai: defaultdict[Decimal, list[Indikator]] = defaultdict(list)
    for kode, t in bahan.target_tercetak.items():
        i = bahan.indikator[kode]
        if t.nilai is not None and t.nilai >= KHAS and t.nilai % 5 and t.nilai % 12 and dicacah(i.satuan):
            nilai[t.nilai].append(i)
    for jumlah, semua in nilai.items():
        serumpun = [(a, b) for a, b in combinations(semua, 2) if _serumpun(bahan, a, b)]
        if serumpun:
            objek = tuple(dict.fromkeys(i.kode for pasangan in serumpun for i in pasangan))
            satuan = sorted({bahan.indikator[k].satuan or "" for k in objek})
            isi = {"nilai": tulis(jumlah), "satuan": sebut(satuan), "kode": sebut(objek)}
            yield Bukti(objek, isi, kutip(*(bahan.target[k].teks for k in objek)), kunci=f"{objek[0]}")


def _serumpun(bahan: Bahan, a: Indikator, b: Indikator) -> bool:
    """Whether two positions of one unit name the same subject in different units of measure."""
    if a.pemilik == b.pemilik or bahan.unit_pemilik(a) != bahan.unit_pemilik(b):
        return False
    kiri, kanan = sorted((pokok(a.nama), pokok(b.nama)), key=len)
    sama = terwakili(kiri, kanan)
    beda_satuan = _golongan(rapikan(a.satuan)) != _golongan(rapikan(b.satuan))
    return beda_satuan and sama >= max(KATA_SAMA, SERUPA * len(kiri))


def huruf_beda_angka(bahan: Bahan) -> Iterable[Bukti]:
    huruf: defaultdict[str, dict[str, Decimal]] = defaultdict(dict)
    for kode, t in bahan.target_tercetak.items():
        if t.predikat and t.nilai is not None:
            huruf[t.predikat.strip().upper()][kode] = t.nilai
    for predikat, nilai in huruf.items():
        if max(nilai.values()) - min(nilai.values()) >= SEBARAN_HURUF:
            teks = dict.fromkeys(bahan.target[k].teks for k in nilai)
            isi = {"predikat": predikat, "angka": sebut([tulis(n) for n in sorted(set(nilai.values()))])}
            yield Bukti(tuple(nilai), isi, kutip(*teks), kunci=predikat)


def ribuan_campur(bahan: Bahan) -> Iterable[Bukti]:
    """Thousands with a dot in one printed target and without in another."""
    bertitik = {k: t.teks for k, t in bahan.target_tercetak.items() if RIBUAN_BERTITIK.search(t.teks or "")}
    polos = {k: t.teks for k, t in bahan.target_tercetak.items() if RIBUAN_POLOS.search(t.teks or "")}
    if bertitik and polos:
        titik, tanpa = (sebut(dict.fromkeys(f'"{t}"' for t in satu.values()), 3) for satu in (bertitik, polos))
        contoh = kutip(*[*bertitik.values(), *polos.values()][:4])
        yield Bukti((*bertitik, *polos), {"titik": titik, "polos": tanpa}, contoh, kunci="ribuan")


def teks_angka(bahan: Bahan) -> Iterable[Bukti]:
    """A printed figure that does not read as the number that was taken from it."""
    for kode, t in bahan.target_tercetak.items():
        teks = (t.teks or "").strip()
        angka = BILANGAN.findall(teks)
        if t.nilai is None or not angka or RENTANG.search(teks):
            continue
        baca = baca_angka(angka[0], bahan.indikator[kode].satuan)
        if len(angka) > 1 or (isinstance(baca, Decimal) and baca != t.nilai):
            yield Bukti((kode,), {"teks": teks, "nilai": tulis(t.nilai)}, kutip(teks))


T, S, R = Keparahan.TINGGI, Keparahan.SEDANG, Keparahan.RENDAH
ATURAN = (
    Aturan(
        "satuan_nama",
        JENIS,
        S,
        "Satuan target bukan satuan pada nama",
        "{n} indikator menghitung {nama} menurut namanya, sedangkan targetnya dalam {satuan}: {kode}.",
        "Yang dihitung pengisi dan yang ditargetkan dapat berbeda.",
        satuan_nama,
    ),
    Aturan(
        "satuan_persen",
        JENIS,
        T,
        "Jumlah bersatuan persen atau persentase tanpa persen",
        'Nama berawal "{awal}", sedangkan satuannya "{satuan}".',
        "Angka dibaca pada skala yang salah.",
        satuan_persen,
    ),
    Aturan(
        "besaran_beda_satuan",
        JENIS,
        T,
        "Satu besaran dengan beberapa satuan",
        "{kode} sama-sama bertarget {nilai} untuk pokok yang sama, tetapi satuannya {satuan}.",
        "Besaran yang sama terhitung sebagai hal yang berbeda.",
        besaran_beda_satuan,
    ),
    Aturan(
        "huruf_beda_angka",
        JENIS,
        T,
        "Huruf yang sama untuk angka yang berjauhan",
        "Predikat {predikat} tercetak bersama angka {angka}.",
        "Huruf dipakai pada skala yang berbeda; warna menurut huruf akan salah.",
        huruf_beda_angka,
    ),
    Aturan(
        "ribuan_campur",
        JENIS,
        T,
        "Penulisan ribuan tidak seragam",
        "Ribuan ditulis dengan titik pada {titik} dan tanpa titik pada {polos}.",
        "Titik yang terbaca sebagai desimal mengecilkan angka seribu kali.",
        ribuan_campur,
    ),
    Aturan(
        "teks_angka",
        JENIS,
        T,
        "Tulisan angka tidak terbaca sebagai angkanya",
        'Tercetak "{teks}", dibaca {nilai}.',
        "Pembacaan biasa memberi angka lain.",
        teks_angka,
    ),
)
