"""The "cascading panjang": the tree as one wide sheet with merged cells, as agencies hand it round."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from io import BytesIO
from itertools import accumulate, chain
from math import ceil
from typing import Any

import xlsxwriter

from dashboard.charts.kalimat import target_tahunan
from dashboard.exports.cascading_halaman import SelPanjang, bagi_halaman, pecah_tinggi
from dashboard.exports.gaya_xlsx import DI_MEMORI
from dashboard.exports.pohon_svg import BahanPohon
from dashboard.lembar_cetak import TINGGI_MAKS, halaman_tetap, ruang_halaman, siap_cetak
from dashboard.texts import JENIS

JENJANG_TETAP = ("tujuan", "sasaran", "program", "kegiatan", "sub_kegiatan")
LEBAR = {"Indikator": 30, "Target": 16, "Penanggung Jawab": 28}
LEBAR_JENJANG = 34
KEPALA = {
    "bold": True,
    "bg_color": "#3C4450",
    "font_color": "#FFFFFF",
    "border": 1,
    "align": "center",
    "valign": "vcenter",
    "text_wrap": True,
}
UKURAN = 10
SEL = {"border": 1, "valign": "top", "text_wrap": True, "font_size": UKURAN}
BARIS_JUDUL = 3
BAGIAN_HALAMAN = 3
"""A row is at most this part of a page high, so that a page ends near its foot."""
UKURAN_JUDUL = 14
TINGGI_ATAS = (21.0, 16.0, 8.0, 18.0)
"""Title, what it shows, a gap, the headings: on every page."""
TANPA_ISI = "–"


def kolom_panjang(bahan: BahanPohon) -> tuple[str, ...]:
    """The headings: the eight of the form, with one more a level of individuals where the tree has them."""
    nama = [JENIS[j].title() for j in JENJANG_TETAP]
    individu = [f"Individu {n}" for n in range(1, _lapis_individu(bahan) + 1)]
    return (nama[0], nama[1], "Indikator", "Target", *nama[2:], *individu, "Penanggung Jawab")


def sel_panjang(bahan: BahanPohon) -> Iterator[SelPanjang]:
    """All cells in reading order: a box spans the rows of everything below it."""
    kolom = kolom_panjang(bahan)
    terisi: dict[int, set[int]] = {}
    baris = 0
    rentang = _rentang(bahan)
    for kode, _ in bahan.pohon.telusuri():
        baris = rentang[kode][0]
        for k, teks in _teks_kotak(bahan, kode, len(kolom)):
            terisi.setdefault(k, set()).update(range(rentang[kode][0], rentang[kode][1] + 1))
            yield SelPanjang(k, *rentang[kode], teks)
        if not bahan.pohon.anak[kode]:
            yield SelPanjang(len(kolom) - 1, baris, baris, bahan.pemilik[kode] or TANPA_ISI)
    for k in range(len(kolom) - 1):
        kosong = sorted(set(range(baris + 1)) - terisi.get(k, set()))
        yield from (SelPanjang(k, b, b, TANPA_ISI) for b in kosong)


def cascading_xlsx(bahan: BahanPohon) -> bytes:
    """The workbook: one sheet, A3 landscape, the headings repeated on every page, each row as high as its text."""
    keluaran = BytesIO()
    with xlsxwriter.Workbook(keluaran, DI_MEMORI) as buku:
        lembar = buku.add_worksheet("Cascading")
        kepala, sel, judul = buku.add_format(KEPALA), buku.add_format(SEL), buku.add_format({"bold": True})
        judul.set_font_size(UKURAN_JUDUL)
        kolom, isi, kosong = _tanpa_kolom_kosong(kolom_panjang(bahan), list(sel_panjang(bahan)))
        lebar = [LEBAR.get(nama, LEBAR_JENJANG) for nama in kolom]
        lembar.write_string(0, 0, bahan.judul, judul)
        lembar.write_string(1, 0, bahan.keterangan + (f" · Kolom tanpa isi: {', '.join(kosong)}." if kosong else ""))
        for k, nama in enumerate(kolom):
            lembar.write_string(BARIS_JUDUL, k, nama, kepala)
        siap_cetak(lembar, lebar, BARIS_JUDUL, bahan.judul)
        for baris, t in enumerate(TINGGI_ATAS):
            lembar.set_row(baris, t)
        ruang = ruang_halaman(lebar) - sum(TINGGI_ATAS)
        isi = pecah_tinggi(isi, lebar, ruang / BAGIAN_HALAMAN, UKURAN)
        halaman = bagi_halaman(isi, lebar, ruang, UKURAN)
        letak = _set_heights(lembar, halaman.tinggi)
        for satu in halaman.sel:
            _tulis(lembar, satu, letak[satu.awal], letak[satu.akhir + 1] - 1, sel)
        if halaman.mulai:
            halaman_tetap(lembar, lebar, [letak[baris] for baris in halaman.mulai])
        lembar.freeze_panes(BARIS_JUDUL + 1, 0)
    return keluaran.getvalue()


def _tanpa_kolom_kosong(
    kolom: Sequence[str], isi: Sequence[SelPanjang]
) -> tuple[list[str], list[SelPanjang], list[str]]:
    """The columns that hold something, their cells, and the names of the others."""
    terisi = sorted({satu.kolom for satu in isi if satu.teks != TANPA_ISI})
    letak = {k: n for n, k in enumerate(terisi)}
    kosong = [nama for k, nama in enumerate(kolom) if k not in letak]
    ada = [replace(satu, kolom=letak[satu.kolom]) for satu in isi if satu.kolom in letak]
    return [kolom[k] for k in terisi], ada, kosong


def _set_heights(lembar: Any, tinggi: Sequence[float]) -> list[int]:
    """Make the rows as high as their texts; a leaf too high for one row takes several. Where each leaf begins."""
    pecahan = [ceil(t / TINGGI_MAKS) for t in tinggi]
    letak = list(accumulate(pecahan, initial=BARIS_JUDUL + 1))
    satuan = chain.from_iterable([t / n] * n for t, n in zip(tinggi, pecahan, strict=True))
    for baris, t in enumerate(satuan, start=BARIS_JUDUL + 1):
        lembar.set_row(baris, t)
    return letak


def _tulis(lembar: Any, satu: SelPanjang, awal: int, akhir: int, sel: Any) -> None:
    if awal != akhir:
        lembar.merge_range(awal, satu.kolom, akhir, satu.kolom, "", sel)
    lembar.write_string(awal, satu.kolom, satu.teks, sel)


def _rentang(bahan: BahanPohon) -> dict[str, tuple[int, int]]:
    """First and last row of each box: a leaf takes one row."""
    urutan = [kode for kode, _ in bahan.pohon.telusuri()]
    daun = {kode: nomor for nomor, kode in enumerate(k for k in urutan if not bahan.pohon.anak[k])}
    rentang = {kode: (nomor, nomor) for kode, nomor in daun.items()}
    for kode in reversed(urutan):
        if kode not in rentang:
            anak = bahan.pohon.anak[kode]
            rentang[kode] = (rentang[anak[0]][0], rentang[anak[-1]][1])
    return rentang


def _teks_kotak(bahan: BahanPohon, kode: str, jumlah_kolom: int) -> Iterator[tuple[int, str]]:
    s = bahan.pohon.simpul[kode]
    hasil = [bahan.hasil[i] for i in bahan.pohon.indikator[kode]]
    if s.jenjang == "sasaran":
        yield 1, s.sasaran
        yield 2, "\n".join(_bernomor([h.indikator.nama for h in hasil])) or TANPA_ISI
        yield 3, "\n".join(_bernomor([target_tahunan(h) for h in hasil])) or TANPA_ISI
        return
    nama = f"{s.nomenklatur}: {s.sasaran}" if s.nomenklatur else s.sasaran
    isi = [nama, *(f"• {h.indikator.nama} (target {target_tahunan(h)})" for h in hasil)]
    yield _kolom(bahan, kode, jumlah_kolom), "\n".join(isi)


def _kolom(bahan: BahanPohon, kode: str, jumlah_kolom: int) -> int:
    jenjang = bahan.pohon.simpul[kode].jenjang
    if jenjang == "individu":
        lapis = sum(bahan.pohon.simpul[k].jenjang == "individu" for k in bahan.pohon.jalur(kode))
        return min(6 + lapis, jumlah_kolom - 2)
    letak = JENJANG_TETAP.index(jenjang)
    return letak if letak < 2 else letak + 2


def _lapis_individu(bahan: BahanPohon) -> int:
    jalur = (bahan.pohon.jalur(kode) for kode, _ in bahan.pohon.telusuri())
    return max((sum(bahan.pohon.simpul[k].jenjang == "individu" for k in j) for j in jalur), default=0)


def _bernomor(isi: Sequence[str]) -> list[str]:
    return list(isi) if len(isi) < 2 else [f"{nomor}. {teks}" for nomor, teks in enumerate(isi, start=1)]
