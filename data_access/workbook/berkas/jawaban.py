"""What a person answered about single cells, put into the raw workbook in place of what stood there."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from dashboard.domain.dasar.angka import muat_dalam_excel, tulis_terbaca
from dashboard.domain.dasar.angka_ganjil import memuat_lain
from dashboard.domain.dasar.cara_tulis import CaraTulis
from data_access.workbook.berkas.mentah import BukuMentah, LembarMentah, Mentah, SelRusak, Tercoret, Terjawab, nama_baku
from data_access.workbook.cell_address import parse_cell_address

_SEL = re.compile(r"(?P<lembar>.+)!(?P<alamat>[A-Z]{1,3}\d{1,7})")
_KOLOM = re.compile(r"(?P<lembar>[a-z_]+)!(?P<kolom>[a-z_]+)")
NOMOR_CARA = {Decimal(i): cara for i, cara in enumerate(CaraTulis, start=1)}
"""Stand for the answers about a column where every answer is a number."""
IsiBaru = dict[int, dict[int, Decimal]]
"""By row number and column index: the value."""


def cara_terjawab(jawaban: Iterable[tuple[str, Decimal]]) -> dict[tuple[str, str], CaraTulis]:
    """What was answered about whole columns ("realisasi!nilai"), by sheet and column."""
    tentang = ((_KOLOM.fullmatch(sel), nilai) for sel, nilai in jawaban)
    return {(c["lembar"], c["kolom"]): NOMOR_CARA[nilai] for c, nilai in tentang if c and nilai in NOMOR_CARA}


def jawab(buku: BukuMentah, jawaban: Mapping[str, Decimal]) -> BukuMentah:
    """The workbook with those cells ("realisasi!D14") as native numbers, which can be read one way only."""
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
    return replace(lembar, baris=baris)


def _ganti(isi: Sequence[Mentah], baru: Mapping[int, Decimal]) -> list[Mentah]:
    return [_isi_baru(satu, baru[i]) if i in baru else satu for i, satu in enumerate(isi)]


def _isi_baru(lama: Mentah, nilai: Decimal) -> Mentah:
    """The number; with the text it stood in where that holds what belongs into other cells."""
    teks = isinstance(lama, str) and not isinstance(lama, Tercoret | SelRusak)
    return Terjawab(str(lama), nilai) if teks and memuat_lain(str(lama)) else angka_sel(nilai)


def angka_sel(nilai: Decimal) -> Mentah:
    """A number as a cell that can be read one way only."""
    return float(nilai) if muat_dalam_excel(nilai) else tulis_terbaca(nilai)
