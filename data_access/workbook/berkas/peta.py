"""A foreign file read as if it were a workbook of ours: its headings renamed, nothing moved, so addresses stay true."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from dashboard.domain.dasar.tanggal import BULAN
from data_access.workbook.berkas.lebar import buka_lebar
from data_access.workbook.berkas.mentah import BukuMentah, LembarMentah, Mentah, SelRusak, Tercoret, kosong
from data_access.workbook.periksa.lembar_baca import LEMBAR_BANTU

_TRIWULAN = re.compile(r"(?:triwulan|tw|kuartal|q)?[\s\-._]*(iv|i{1,3}|[1-4])")
_ANGKA_TRIWULAN = {"i": "1", "ii": "2", "iii": "3", "iv": "4"}
_BULANAN = {nama.lower(): f"BLN{nomor:02d}" for nomor, nama in enumerate(BULAN, start=1)}
_TAHUNAN = {"tahun", "tahunan", "setahun"}
NamaKeKode = Mapping[str, Mapping[str, str]]
"""By column: names as people write them (casefolded) to the codes they stand for."""


@dataclass(frozen=True, slots=True)
class PetaLembar:
    """How one sheet of a file is read: `lembar` is the sheet of ours, empty when it is left out.

    `kolom` holds (heading as printed, our column or empty), `tetap` values that hold for every row. A heading that
    is one period of a column is that column at the period (data_access.workbook.berkas.lebar): "nilai@TW2".
    """

    asal: str
    lembar: str
    baris_judul: int
    kolom: tuple[tuple[str, str], ...] = ()
    tetap: tuple[tuple[str, str], ...] = ()


def petakan(buku: BukuMentah, peta: Sequence[PetaLembar], nama: NamaKeKode) -> BukuMentah:
    """The workbook with the mapped sheets under our names; sheets without a map stay as they are."""
    menurut_asal = {satu.asal: satu for satu in peta}
    lembar = [
        _petakan_lembar(satu, menurut_asal[satu.nama], nama) if satu.nama in menurut_asal else satu
        for satu in buku.lembar
    ]
    return replace(buku, lembar=lembar, masalah=buku.masalah.salinan())


def semua_baris(lembar: LembarMentah) -> Iterator[tuple[int, Sequence[Mentah]]]:
    """Every filled row with its row number, whichever was taken for the header."""
    yield lembar.nomor_judul, lembar.judul
    yield from zip(lembar.nomor, lembar.baris, strict=True)


def _petakan_lembar(mentah: LembarMentah, peta: PetaLembar, nama: NamaKeKode) -> LembarMentah:
    if not peta.lembar:
        return LembarMentah(LEMBAR_BANTU + mentah.nama, mentah.judul, mentah.nomor_judul, mentah.nomor, mentah.baris)
    isi = dict(semua_baris(mentah))
    judul_asal = isi.pop(peta.baris_judul, mentah.judul)
    arti = dict(peta.kolom)
    judul = ["" if kosong(satu) else arti.get(str(satu).strip()) or f"({satu})" for satu in judul_asal]
    data = {nomor: baris for nomor, baris in isi.items() if nomor > peta.baris_judul}
    lebar = max([len(judul), *map(len, data.values())])
    judul += [""] * (lebar - len(judul)) + [kolom for kolom, _ in peta.tetap]
    ubah = {i: kolom for i, kolom in enumerate(judul) if kolom in nama or kolom == "periode"}
    tetap = [nilai for _, nilai in peta.tetap]
    baris: list[Sequence[Mentah]] = [_isi_baris(satu, lebar, ubah, nama, tetap) for satu in data.values()]
    milik = LembarMentah(peta.lembar, judul, peta.baris_judul, list(data), baris, pandangan=mentah.pandangan)
    return buka_lebar(milik)


def _isi_baris(
    baris: Sequence[Mentah], lebar: int, ubah: Mapping[int, str], nama: NamaKeKode, tetap: Sequence[str]
) -> list[Mentah]:
    isi = [*baris, *[None] * (lebar - len(baris)), *tetap]
    for i, kolom in ubah.items():
        if isinstance(isi[i], SelRusak | Tercoret):
            continue
        isi[i] = baca_periode(isi[i]) if kolom == "periode" else _kode(isi[i], nama[kolom])
    return isi


def _kode(isi: Mentah, kode: Mapping[str, str]) -> Mentah:
    return kode.get(" ".join(isi.split()).casefold(), isi) if isinstance(isi, str) else isi


def baca_periode(isi: Mentah) -> Mentah:
    """ "Triwulan II", "TW 2" and "II" become TW2, "Maret" BLN03, "Tahunan" TAHUN; anything else stays."""
    if isinstance(isi, float) and isi in {1.0, 2.0, 3.0, 4.0}:
        return f"TW{int(isi)}"
    if not isinstance(isi, str):
        return isi
    teks = isi.strip().lower()
    if teks in _BULANAN:
        return _BULANAN[teks]
    if teks in _TAHUNAN:
        return "TAHUN"
    cocok = _TRIWULAN.fullmatch(teks)
    return f"TW{_ANGKA_TRIWULAN.get(cocok[1], cocok[1])}" if cocok else isi
