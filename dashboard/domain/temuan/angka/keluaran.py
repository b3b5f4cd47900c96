"""One output under one name, with several amounts: in rows of one unit, or in the cascade and in who answers for it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from decimal import Decimal
from itertools import combinations

from dashboard.domain.dasar.indikator import JENIS_UNSUR_INDEKS, Indikator
from dashboard.domain.hitung.rumus import aritmetik
from dashboard.domain.temuan.angka.satuan import JENIS, KATA_SAMA, golongan_satuan
from dashboard.domain.temuan.bahan import Aturan, Bahan, Bukti, Keparahan, berjumlah, sebut, tulis
from dashboard.domain.temuan.teks import kutip, mirip, pokok, singkatkan

AWAL_KATA = 3
UMUM = pokok("surat pegawai orang aparatur asn pns dilayani terlayani layanan")
"""A letter or a person by any other word, and that it was served: "surat permintaan" and "dokumen permintaan"."""

Kunci = tuple[str, str, frozenset[str]]
"""Unit, unit of measure, and the words of an output."""


def _kata(teks: str | None) -> frozenset[str]:
    return pokok(singkatkan(teks)) - UMUM


def besaran_beda_jumlah(bahan: Bahan) -> Iterable[Bukti]:
    """One output, named or calculated in the same words within a unit, with several amounts."""
    kelompok: defaultdict[Kunci, dict[str, Decimal]] = defaultdict(dict)
    for i in bahan.data.indikator:
        t, unit = bahan.target_tercetak.get(i.kode), bahan.unit_pemilik(i)
        if t is None or t.nilai is None or unit is None or not berjumlah(i.satuan):
            continue
        for teks in {_kata(t) for t in (i.nama, i.formulasi)}:
            if len(teks) >= KATA_SAMA:
                kelompok[unit, f"{i.jenis} {golongan_satuan(i.satuan)}", teks][i.kode] = t.nilai
    sudah: set[frozenset[str]] = set()
    for jumlah in _serupa(bahan, kelompok):
        pemilik = {bahan.indikator[k].pemilik for k in jumlah}
        if len(set(jumlah.values())) > 1 and len(pemilik) > 1 and frozenset(jumlah) not in sudah:
            sudah.add(frozenset(jumlah))
            uraian = sebut([f"{kode} {tulis(n)}" for kode, n in jumlah.items()])
            kode = tuple(sorted(jumlah))
            yield Bukti(kode, {"uraian": uraian}, kutip(*(bahan.indikator[k].nama for k in kode)), kunci="-".join(kode))


def _serupa(bahan: Bahan, kelompok: Mapping[Kunci, dict[str, Decimal]]) -> Iterable[dict[str, Decimal]]:
    """The groups, and those of other spellings of the same words: in one unit, or in one line of units.

    Words that are one another's spelling begin alike, so only groups of the same beginnings are held side by side.
    """
    yield from kelompok.values()
    setara: defaultdict[tuple[str, int, frozenset[str]], list[Kunci]] = defaultdict(list)
    for kunci in kelompok:
        setara[kunci[1], len(kunci[2]), frozenset(kata[:AWAL_KATA] for kata in kunci[2])].append(kunci)
    for semua in setara.values():
        for a, b in combinations(semua, 2):
            satu = min(len(kelompok[a]), len(kelompok[b])) == 1
            if satu and _segaris(bahan, a[0], b[0]) and _seejaan(a[2], b[2]) and _seejaan(b[2], a[2]):
                yield kelompok[a] | kelompok[b]


def _seejaan(satu: frozenset[str], lain: frozenset[str]) -> bool:
    """Whether each word stands among the others in some spelling, or with another ending."""
    return all(any(a[:AWAL_KATA] == b[:AWAL_KATA] and mirip(a, b) for b in lain) for a in satu)


def _segaris(bahan: Bahan, satu: str, lain: str) -> bool:
    """Whether they are one unit, or the one lies directly above the other."""
    induk = {k: bahan.unit[k].induk if k in bahan.unit else None for k in (satu, lain)}
    return satu == lain or induk[satu] == lain or induk[lain] == satu


def keluaran_beda_jenjang(bahan: Bahan) -> Iterable[Bukti]:
    """A row of the cascade beside the IKI of its name that neither aim at its figure nor add up to it."""
    iki: defaultdict[tuple[str, frozenset[str]], list[Indikator]] = defaultdict(list)
    for i in bahan.data.indikator:
        if i.jenis == "IKI" and _bertarget(bahan, i):
            iki[_kelompok(bahan, i)].append(i)
    for i in bahan.data.indikator:
        if i.jenis == "IKI" or i.jenis in JENIS_UNSUR_INDEKS or not _bertarget(bahan, i):
            continue
        senama = [lain for lain in iki.get(_kelompok(bahan, i), ()) if _senama(bahan, i, lain)]
        nilai = {lain.kode: n for lain in senama if (n := bahan.nilai_target(lain.kode)) is not None}
        seluruh = bahan.nilai_target(i.kode)
        if nilai and seluruh not in {*nilai.values(), sum(nilai.values())}:
            uraian = sebut([f"{kode} {tulis(n)}" for kode, n in nilai.items()])
            isi = {"nilai": tulis(seluruh, i.satuan), "uraian": uraian}
            yield Bukti((i.kode, *nilai), isi, kutip(i.nama, *(lain.nama for lain in senama[:2])))


def _bertarget(bahan: Bahan, i: Indikator) -> bool:
    t = bahan.target_tercetak.get(i.kode)
    return t is not None and t.nilai is not None and len(_kata(i.nama)) >= KATA_SAMA


def _kelompok(bahan: Bahan, i: Indikator) -> tuple[str, frozenset[str]]:
    satuan = "%" if bahan.persen(i.kode) else golongan_satuan(i.satuan)
    return satuan, frozenset(kata[:AWAL_KATA] for kata in _kata(i.nama))


def _senama(bahan: Bahan, atas: Indikator, iki: Indikator) -> bool:
    """Whether both are called alike, in one line of units, and no formula makes the one of the other."""
    unit, unit_iki = bahan.unit_pemilik(atas), bahan.unit_pemilik(iki)
    segaris = unit is None or unit_iki is None or _segaris(bahan, unit, unit_iki)
    terhitung = any(k.komponen == iki.kode and aritmetik(k) for k in bahan.komponen.get(atas.kode, ()))
    satu, lain = _kata(atas.nama), _kata(iki.nama)
    return segaris and not terhitung and len(satu) == len(lain) and _seejaan(satu, lain) and _seejaan(lain, satu)


T = Keparahan.TINGGI
ATURAN = (
    Aturan(
        "besaran_beda_jumlah",
        JENIS,
        T,
        "Satu keluaran dengan beberapa jumlah",
        "Keluaran yang disebut dengan kata-kata yang sama dalam satu unit bertarget berbeda: {uraian}.",
        "Tidak diketahui berapa volume yang sebenarnya.",
        besaran_beda_jumlah,
    ),
    Aturan(
        "keluaran_beda_jenjang",
        JENIS,
        T,
        "Nama sama pada dua jenjang, targetnya berbeda",
        "Targetnya {nilai}, sedangkan IKI yang bernama sama bertarget {uraian}.",
        "Tidak diketahui berapa yang sebenarnya harus dihasilkan.",
        keluaran_beda_jenjang,
    ),
)
