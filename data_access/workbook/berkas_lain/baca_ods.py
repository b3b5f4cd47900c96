"""An .ods into raw cells: content.xml read once as a stream, values and what is seen of them together.

calamine reads the values of an .ods, but neither percentages nor errors nor what is hidden; the file states them beside
each value, so that one reader suffices, within the same budget of cells as for an .xlsx.
"""

import io
import zipfile
from pathlib import Path
from typing import IO
from xml.parsers.expat import ParserCreate

from dashboard.domain.kamus.buku_kerja import LEMBAR_BERNAMA
from data_access.workbook.berkas.mentah import IsiBuku, LembarMentah, nama_baku
from data_access.workbook.berkas.tolak import RUSAK, TERKUNCI, BerkasDitolak, LembarDitolak, tolak_dtd
from data_access.workbook.berkas_lain.gaya_ods import RUANG, TABEL, GayaOds
from data_access.workbook.berkas_lain.lembar_ods import SIFAT_GAYA, LembarOds
from data_access.workbook.berkas_lain.tulisan_ods import TulisanSel
from data_access.workbook.berkas_xlsx.pindai_lembar import MAKS_LUAS, POTONGAN
from data_access.workbook.berkas_xlsx.pindai_xlsx import BUKAN_XLSX, baca_bagian, periksa_arsip

BUKU = f"{RUANG}office:1.0 spreadsheet"
LEMBAR, KOLOM, BARIS = f"{TABEL}table", f"{TABEL}table-column", f"{TABEL}table-row"
SEL = {f"{TABEL}table-cell", f"{TABEL}covered-table-cell"}
KELOMPOK = {f"{TABEL}table-row-group", f"{TABEL}table-column-group"}
MANIFES = "META-INF/manifest.xml"
MAKRO = ("Basic/", "Scripts/")


def baca_ods(berkas: Path) -> IsiBuku:
    """Raises BerkasDitolak for what is no plain, sane .ods."""
    isi = _IsiOds()
    try:
        with zipfile.ZipFile(io.BytesIO(berkas.read_bytes())) as arsip:
            periksa_arsip(arsip)
            baca_bagian(arsip)
            nama = arsip.namelist()
            if any(satu.startswith(MAKRO) for satu in nama):
                raise BerkasDitolak("memuat makro", "Simpan sebagai buku kerja tanpa makro.")
            if MANIFES in nama and b"encryption-data" in arsip.read(MANIFES):
                raise TERKUNCI
            for bagian in ("styles.xml", "content.xml"):
                if bagian in nama or bagian == "content.xml":
                    with arsip.open(bagian) as alir:
                        isi.baca(alir)
    except BUKAN_XLSX as error:
        raise RUSAK from error
    return isi.hasil()


class _IsiOds:
    """Told of every element by expat: keeps the styles, the sheets that can be held, and the one being read."""

    def __init__(self) -> None:
        self._gaya = GayaOds()
        self._jadi: list[LembarMentah] = []
        self._lewat: dict[str, BerkasDitolak] = {}
        self._sisa = MAKS_LUAS
        self._jalur: list[str] = []
        self._tertutup: list[int] = []
        self._lembar: LembarOds | None = None
        self._sel: dict[str, str] = {}
        self._tulisan: TulisanSel | None = None

    def baca(self, alir: IO[bytes]) -> None:
        """Read one part. Raises ExpatError and ValueError where it is broken, BerkasDitolak where too large."""
        pengurai = ParserCreate(namespace_separator=" ")
        pengurai.buffer_text = True
        pengurai.StartDoctypeDeclHandler = tolak_dtd
        pengurai.StartElementHandler, pengurai.EndElementHandler = self._mulai, self._akhir
        pengurai.CharacterDataHandler = self._teks
        while potongan := alir.read(POTONGAN):
            pengurai.Parse(potongan, False)
        pengurai.Parse(b"", True)

    def hasil(self) -> IsiBuku:
        if self._lewat and not any(satu.judul for satu in self._jadi):
            raise next(iter(self._lewat.values()))
        return self._jadi, tuple(f"Lembar {nama} tidak dibaca: {error.salah}." for nama, error in self._lewat.items())

    def _mulai(self, elemen: str, sifat: dict[str, str]) -> None:
        induk = self._jalur[-1] if self._jalur else ""
        self._jalur.append(elemen)
        if self._tulisan is not None:
            if elemen in SEL:
                raise BerkasDitolak("memuat tabel di dalam sel", "Pindahkan isinya ke sel biasa.")
            self._tulisan.mulai(elemen, sifat)
        elif elemen == LEMBAR:
            if induk == BUKU:
                self._mulai_lembar(sifat)
        elif self._lembar is None:
            self._gaya.mulai(elemen, sifat)
        elif elemen in SEL:
            self._sel, self._tulisan = sifat, TulisanSel(self._gaya)
        elif elemen == BARIS:
            self._lembar.mulai_baris(sifat)
        elif elemen == KOLOM:
            self._lembar.kolom(sifat, tertutup=bool(self._tertutup))
        elif elemen in KELOMPOK and sifat.get(f"{TABEL}display") == "false":
            self._tertutup.append(len(self._jalur))

    def _teks(self, teks: str) -> None:
        if self._tulisan is not None:
            self._tulisan.teks(teks)

    def _akhir(self, elemen: str) -> None:
        if self._tertutup and self._tertutup[-1] == len(self._jalur):
            self._tertutup.pop()
        self._jalur.pop()
        if self._lembar is None:
            return
        if self._tulisan is not None:
            if elemen in SEL:
                self._lembar.sel(self._sel, self._tulisan)
                self._tulisan = None
            else:
                self._tulisan.akhir(elemen)
        elif elemen == BARIS:
            self._akhir_baris(self._lembar)
        elif elemen == LEMBAR and self._jalur[-1] == BUKU:
            self._jadi.append(self._lembar.jadi())
            self._sisa -= self._lembar.luas
            self._lembar = None

    def _mulai_lembar(self, sifat: dict[str, str]) -> None:
        tersembunyi = self._gaya.tersembunyi("table", sifat.get(SIFAT_GAYA, ""))
        self._lembar = LembarOds(sifat.get(f"{TABEL}name", ""), self._gaya, self._sisa, tersembunyi=tersembunyi)

    def _akhir_baris(self, lembar: LembarOds) -> None:
        """What is not ours and cannot be held is left out."""
        try:
            lembar.akhir_baris(tertutup=bool(self._tertutup))
        except LembarDitolak as error:
            if nama_baku(lembar.nama) in LEMBAR_BERNAMA:
                raise
            self._lewat[lembar.nama] = error
            self._lembar = None
