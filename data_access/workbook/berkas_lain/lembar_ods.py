"""One sheet of an .ods while it is read: rows and cells that repeat are written once, only filled ones are laid out."""

from itertools import islice, product

from data_access.workbook.berkas.mentah import Gabungan, LembarMentah, Mentah, Pandangan, susun
from data_access.workbook.berkas.tertutup import buang_tertutup
from data_access.workbook.berkas.tolak import RUSAK, LembarDitolak
from data_access.workbook.berkas_lain.gaya_ods import TABEL, GayaOds
from data_access.workbook.berkas_lain.sel_ods import RUMUS, isi_sel
from data_access.workbook.berkas_lain.tulisan_ods import TulisanSel
from data_access.workbook.berkas_xlsx.pindai_lembar import MAKS_BARIS_JAUH
from data_access.workbook.cell_address import MAKS_BARIS, MAKS_KOLOM, huruf_kolom

MAKS_CATATAN = 10_000
"""Merged cells, and cells shown otherwise than stored, that are kept of a sheet."""
TAK_TERLIHAT = {"collapse", "filter"}
SIFAT_GAYA, GAYA_SEL = f"{TABEL}style-name", f"{TABEL}default-cell-style-name"


class LembarOds:
    """Told of columns, rows and cells in the order of the file. Raises LembarDitolak beyond `maks_luas` cells."""

    def __init__(self, nama: str, gaya: GayaOds, maks_luas: int, *, tersembunyi: bool) -> None:
        self.nama = nama
        self._gaya, self._maks_luas, self._tersembunyi = gaya, maks_luas, tersembunyi
        self._semua: list[list[Mentah]] = []
        self._kolom: list[tuple[int, str]] = []
        self._kolom_tersembunyi: set[int] = set()
        self._baris_tersembunyi: set[int] = set()
        self._tampil: dict[tuple[int, int], str] = {}
        self._rumus_teks: set[tuple[int, int]] = set()
        self._samar: set[tuple[int, int]] = set()
        self._gabungan: list[Gabungan] = []
        self._nomor = self._lebar = self._letak = 0
        self._sifat_baris: dict[str, str] = {}
        self._isi: list[Mentah] = []

    @property
    def luas(self) -> int:
        """Cells of the rectangle that holds all filled ones."""
        return len(self._semua) * self._lebar

    def kolom(self, sifat: dict[str, str], *, tertutup: bool) -> None:
        mulai = self._kolom[-1][0] if self._kolom else 0
        akhir = mulai + _banyak(sifat, "columns", MAKS_KOLOM - mulai)
        self._kolom.append((akhir, sifat.get(GAYA_SEL, "")))
        if tertutup or self._tak_terlihat("table-column", sifat):
            self._kolom_tersembunyi.update(range(mulai, akhir))

    def mulai_baris(self, sifat: dict[str, str]) -> None:
        self._sifat_baris, self._isi, self._letak = sifat, [], 0

    def sel(self, sifat: dict[str, str], tulisan: TulisanSel) -> None:
        """The next cell of the row, or several that are the same."""
        banyak = _banyak(sifat, "columns", MAKS_KOLOM - self._letak)
        gaya = self._gaya_sel(sifat)
        isi, tampil = isi_sel(sifat, tulisan, coret=self._gaya.coret("table-cell", gaya))
        if isi is not None:
            self._isi += [None] * (self._letak - len(self._isi)) + [isi] * banyak
            samar = self._gaya.samar(gaya) or (tulisan.ada and not tulisan.penuh.strip())
            self._catat(sifat, isi, range(self._letak, self._letak + banyak), tampil, samar=samar)
        self._letak += banyak

    def akhir_baris(self, *, tertutup: bool) -> None:
        banyak = _banyak(self._sifat_baris, "rows", MAKS_BARIS - self._nomor)
        if self._isi:
            lebar, akhir = max(self._lebar, len(self._isi)), self._nomor + banyak
            if akhir > MAKS_BARIS_JAUH or akhir * lebar > self._maks_luas:
                salah = f"memuat sel sangat jauh, {huruf_kolom(len(self._isi) - 1)}{akhir}, pada lembar {self.nama}"
                raise LembarDitolak(salah, "Hapus baris dan kolom kosong di ujung, lalu simpan.")
            self._semua += [[] for _ in range(self._nomor - len(self._semua))]
            self._semua += [self._isi] * banyak
            self._lebar = lebar
            if tertutup or self._tak_terlihat("table-row", self._sifat_baris):
                self._baris_tersembunyi.update(range(self._nomor + 1, akhir + 1))
        self._nomor += banyak

    def _baris_kini(self) -> range:
        """The numbers of the rows that the one being read stands for."""
        banyak = _banyak(self._sifat_baris, "rows", MAKS_BARIS - self._nomor)
        return range(self._nomor + 1, self._nomor + 1 + min(banyak, MAKS_CATATAN))

    def jadi(self) -> LembarMentah:
        tertutup = buang_tertutup(self._semua, self._gabungan)
        lembar = susun(self.nama, self._semua)
        lembar.pandangan = Pandangan(
            self._tersembunyi,
            frozenset(self._baris_tersembunyi),
            frozenset(self._kolom_tersembunyi),
            self._tampil,
            frozenset(self._rumus_teks),
            tuple(self._gabungan),
            tertutup,
            frozenset(self._samar),
        )
        return lembar

    def _tak_terlihat(self, keluarga: str, sifat: dict[str, str]) -> bool:
        gaya = sifat.get(SIFAT_GAYA, "")
        return sifat.get(f"{TABEL}visibility") in TAK_TERLIHAT or self._gaya.tersembunyi(keluarga, gaya)

    def _gaya_sel(self, sifat: dict[str, str]) -> str:
        """The style of a cell: its own, that of its row, or that of its column."""
        kolom = (gaya for sampai, gaya in self._kolom if self._letak < sampai)
        return sifat.get(SIFAT_GAYA) or self._sifat_baris.get(GAYA_SEL) or next(kolom, "")

    def _catat(self, sifat: dict[str, str], isi: Mentah, letak: range, tampil: str | None, *, samar: bool) -> None:
        baris, kolom = self._nomor + 1, self._letak
        semua = (
            list(islice(product(self._baris_kini(), letak), MAKS_CATATAN)) if tampil or samar or RUMUS in sifat else []
        )
        if tampil is not None and len(self._tampil) < MAKS_CATATAN:
            self._tampil |= dict.fromkeys(semua, tampil)
        if RUMUS in sifat and type(isi) is str and len(self._rumus_teks) < MAKS_CATATAN:
            self._rumus_teks.update(semua)
        if samar and len(self._samar) < MAKS_CATATAN:
            self._samar.update(semua)
        melebar, menurun = (int(sifat.get(f"{TABEL}number-{arah}-spanned", 1)) for arah in ("columns", "rows"))
        if (melebar > 1 or menurun > 1) and len(self._gabungan) < MAKS_CATATAN:
            self._gabungan.append((baris, kolom, baris + menurun - 1, kolom + melebar - 1))


def _banyak(sifat: dict[str, str], arah: str, sisa: int) -> int:
    """How often a row, column or cell repeats; beyond the edge of the sheet no program writes one."""
    banyak = int(sifat.get(f"{TABEL}number-{arah}-repeated", 1))
    if not 0 < banyak <= sisa:
        raise RUSAK
    return banyak
