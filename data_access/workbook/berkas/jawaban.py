"""What a person answered about single cells, put into the raw workbook in place of what stood there."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from dashboard.domain.dasar.angka import muat_dalam_excel, tulis_terbaca
from dashboard.domain.dasar.angka_ganjil import memuat_lain
from dashboard.domain.dasar.cara_tulis import CaraTulis
from dashboard.domain.dasar.teks import satu_baris
from data_access.workbook.berkas.mentah import (
    BukuMentah,
    Diabaikan,
    LembarMentah,
    Mentah,
    SelRusak,
    Tercoret,
    Terjawab,
    nama_baku,
)
from data_access.workbook.cell_address import parse_cell_address
from data_access.workbook.periksa.masalah import Jawab

_SEL = re.compile(r"(?P<lembar>.+)!(?P<alamat>[A-Z]{1,3}\d{1,7})")
_KOLOM = re.compile(r"(?P<lembar>[a-z_]+)!(?P<kolom>[a-z_]+)")
NOMOR_CARA: Mapping[Jawab, CaraTulis] = {Decimal(i): cara for i, cara in enumerate(CaraTulis, start=1)}
"""Stand for the answers about a column where every answer is a number."""
IsiBaru = dict[int, dict[int, Jawab]]
"""By row number and column index: the answer."""


def cara_terjawab(jawaban: Iterable[tuple[str, Jawab]]) -> dict[tuple[str, str], CaraTulis]:
    """What was answered about whole columns ("realisasi!nilai"), by sheet and column."""
    tentang = ((_KOLOM.fullmatch(sel), nilai) for sel, nilai in jawaban)
    return {(c["lembar"], c["kolom"]): NOMOR_CARA[nilai] for c, nilai in tentang if c and nilai in NOMOR_CARA}


def jawab(buku: BukuMentah, jawaban: Mapping[str, Jawab]) -> BukuMentah:
    """The workbook with those cells ("realisasi!D14") as native numbers, which can be read one way only.

    Where the answer is a code, it stands for what is written there in each row of the sheet.
    """
    letak: dict[str, IsiBaru] = {}
    for sel, nilai in jawaban.items():
        if cocok := _SEL.fullmatch(sel):
            baris, kolom = parse_cell_address(cocok["alamat"])
            isi = letak.setdefault(cocok["lembar"], {}).setdefault(baris + 1, {})
            isi[kolom] = nilai
    lembar = [_jawab_lembar(satu, letak.get(nama_baku(satu.nama), {})) for satu in buku.lembar]
    return replace(buku, lembar=lembar, masalah=buku.masalah.salinan())


def _jawab_lembar(lembar: LembarMentah, letak: IsiBaru) -> LembarMentah:
    if not letak:
        return lembar
    baris = [
        _ganti(isi, letak[nomor]) if nomor in letak else isi
        for nomor, isi in zip(lembar.nomor, lembar.baris, strict=True)
    ]
    dikenali = {
        (kolom, _tertulis(isi, kolom)): nilai
        for nomor, isi in zip(lembar.nomor, lembar.baris, strict=True)
        for kolom, nilai in letak.get(nomor, {}).items()
        if isinstance(nilai, str)
    }
    return replace(lembar, baris=[_kenali(isi, dikenali) for isi in baris] if dikenali else baris)


def _tertulis(isi: Sequence[Mentah], kolom: int) -> str:
    satu = isi[kolom] if kolom < len(isi) else None
    return "" if satu is None else satu_baris(str(satu))


def _kenali(isi: Sequence[Mentah], dikenali: Mapping[tuple[int, str], str]) -> Sequence[Mentah]:
    """The row with the code that was said to be meant; what says what it is about is marked where it is left out."""
    baru = {k: kode or Diabaikan(teks) for (k, teks), kode in dikenali.items() if _tertulis(isi, k) == teks}
    return [baru.get(k, satu) for k, satu in enumerate(isi)] if baru else isi


def _ganti(isi: Sequence[Mentah], baru: Mapping[int, Jawab]) -> list[Mentah]:
    angka = {i: nilai for i, nilai in baru.items() if isinstance(nilai, Decimal)}
    return [_isi_baru(satu, angka[i]) if i in angka else satu for i, satu in enumerate(isi)]


def _isi_baru(lama: Mentah, nilai: Decimal) -> Mentah:
    """The number; with the text it stood in where that holds what belongs into other cells."""
    teks = isinstance(lama, str) and not isinstance(lama, Tercoret | SelRusak)
    return Terjawab(str(lama), nilai) if teks and memuat_lain(str(lama)) else angka_sel(nilai)


def angka_sel(nilai: Decimal) -> Mentah:
    """A number as a cell that can be read one way only."""
    return float(nilai) if muat_dalam_excel(nilai) else tulis_terbaca(nilai)
