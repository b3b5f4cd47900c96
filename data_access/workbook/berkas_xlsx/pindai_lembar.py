"""One sheet of an .xlsx read as the XML it is, for what the reader of values (calamine) does not tell.

It gives a broken formula as a blank and a percentage as its fraction, and lays a sheet out as a full rectangle in
memory. So errors, formulas without a stored value, percent formats and far-away cells are looked up here, in one pass
over the stream that keeps only what it found. A cell without an address lies right of the one before it, as Excel and
calamine have it. Expat resolves namespaces, so that `<x:c>` is a cell like any other.
"""

from array import array
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import IO
from xml.parsers.expat import ParserCreate

from data_access.workbook.berkas.gaya_sel import GayaSel
from data_access.workbook.berkas.kalender import Kalender
from data_access.workbook.berkas.mentah import SelRusak, Tercoret
from data_access.workbook.berkas.tolak import RUSAK, BerkasDitolak, LembarDitolak, tolak_angka_terpotong, tolak_dtd
from data_access.workbook.berkas_xlsx.cara_pindai import CARA_BIASA, CaraPindai
from data_access.workbook.berkas_xlsx.kosakata import ARTI, BERISI, ISI, RUANG_NAMA, TANDA_UTF16, tolak_sandi
from data_access.workbook.berkas_xlsx.sel_biasa import SelBiasa
from data_access.workbook.berkas_xlsx.tampilan_lembar import SEMPIT, TAMPILAN, TIPIS, YA, TampilanLembar
from data_access.workbook.berkas_xlsx.teks_kaya import CORETAN, NAIK, TeksKaya
from data_access.workbook.berkas_xlsx.urutan_sel import jumlah_terisi, salah_tempat
from data_access.workbook.cell_address import MAKS_BARIS, MAKS_KOLOM, Letak, huruf_kolom, parse_cell_address

MAKS_LUAS = 6_000_000
"""Cells of the rectangle that holds all filled ones, of all sheets of a file together."""
MAKS_BARIS_JAUH = 400_000
"""A filled cell below that is one nobody knows of."""
MAKS_RUSAK = 50_000
MAKS_TULISAN = 60
POTONGAN = 1 << 18

FORMULA_ERRORS = "berisi galat rumus"
TIDAK_TERHITUNG = "berisi rumus yang belum dihitung"

KALENDER_BIASA = Kalender()


class PindaianLembar:
    """What was found in one sheet: `rusak` are the cells without a usable value, `terisi` how many are filled, `bagian`
    the part of the file it lies in. Not `tertib`: some stand twice or out of their order."""

    def __init__(
        self,
        nama: str,
        gaya: Mapping[str, GayaSel],
        maks_luas: int = MAKS_LUAS,
        *,
        cara: CaraPindai = CARA_BIASA,
        kalender: Kalender = KALENDER_BIASA,
    ) -> None:
        """`gaya` are the styles that matter, by the index a cell names them with; `ulang` is how to read it again."""
        self.nama = nama
        self.tersembunyi = False
        self.ulang: CaraPindai | None = None
        self.tampilan = TampilanLembar(cara.bersyarat)
        self.bagian, self.terisi, self.tertib = "", 0, True
        self._maks_luas = maks_luas
        self.rusak: dict[Letak, SelRusak] = {}
        self.tercoret: dict[Letak, Tercoret] = {}
        self.baris_tersembunyi: array[int] = array("q")
        self.kolom_tersembunyi: list[range] = []
        self.rumus_teks: array[int] = array("q")
        self._letak_gaya: dict[str, array[int]] = {nomor: array("q") for nomor, satu in gaya.items() if satu.berarti}
        self._gaya = gaya
        self._kalender = kalender
        self._waktu = {nomor: satu.waktu for nomor, satu in gaya.items() if satu.waktu is not None}
        self._cara = cara
        self._didengar = {"e", "s"} if self._cara.bersama else {"e"}
        self._baris = self._baris_atas = self._baris_biasa = self._kolom = self._baris_akhir = self._kolom_akhir = -1
        self._nomor_baris, self._bernomor = "", False
        self._huruf: dict[str, int] = {}
        self._dikenal: set[str] = set()
        self._sel: Mapping[str, str] = {}
        self._tulisan: dict[str, str] | None = None
        self._bagian = ""

    @property
    def luas(self) -> int:
        """Cells of the rectangle that holds all filled ones."""
        return (self._baris_akhir + 1) * (self._kolom_akhir + 1)

    def bergaya(self) -> Iterator[tuple[Letak, GayaSel]]:
        """The filled cells whose style matters."""
        for gaya, letak in self._letak_gaya.items():
            for nomor in letak:
                yield divmod(nomor, MAKS_KOLOM), self._gaya[gaya]

    def baca(self, alir: IO[bytes]) -> None:
        """Read the sheet's XML. Raises ExpatError and ValueError where it is broken, BerkasDitolak where too large.

        Ends early where it is to be read again (`ulang`): it holds struck-out text that was not looked for.
        """
        self._pengurai = ParserCreate(namespace_separator=" ")
        self._pengurai.StartDoctypeDeclHandler = tolak_dtd
        self._pengurai.XmlDeclHandler = tolak_sandi
        self._pengurai.StartElementHandler = self._mulai
        self._pengurai.buffer_text = True
        potongan = alir.read(POTONGAN)
        if potongan.startswith(TANDA_UTF16):
            raise RUSAK
        hari = self._waktu.keys() - self._letak_gaya.keys()
        biasa = SelBiasa(self._gaya.keys(), teks_bersama=not self._cara.bersama, tanggal=hari)
        ekor = b""
        while potongan:
            self.terisi += jumlah_terisi(potongan) + jumlah_terisi(ekor[-2:] + potongan[:2])
            ekor = tolak_angka_terpotong(ekor + potongan)
            sisa = biasa.buang(potongan) if self._cara.lazim else potongan
            self._kolom_akhir = max(self._kolom_akhir, biasa.kolom_akhir)
            self._pengurai.Parse(sisa, False)
            if self.ulang:
                return
            self._baris_biasa = biasa.baris_akhir
            if biasa.baris_akhir >= 0:
                self._melebar(biasa.baris_akhir, biasa.kolom_akhir)
            self.tertib = self.tertib and biasa.tertib
            potongan = alir.read(POTONGAN)
        self._pengurai.Parse(b"", True)

    def _mulai(self, elemen: str, sifat: dict[str, str]) -> None:
        """Called for every element of the sheet, so the usual cell (an address in its row, one value) goes straight."""
        arti = ARTI.get(elemen)
        if arti == "c":
            self._sel = sifat
            alamat = sifat.get("r", "")
            if alamat.endswith(self._nomor_baris) and self._kolom < (
                kolom := self._huruf.get(alamat[: -len(self._nomor_baris)], -1)
            ):
                self._kolom = kolom
            else:
                self._pindah(alamat)
            if sifat.get("t") in self._didengar:
                self._dengarkan()
        elif arti in ISI:
            if self._baris > self._baris_akhir or self._kolom > self._kolom_akhir:
                self._melebar(self._baris, self._kolom)
            if (gaya := self._sel.get("s", "0")) in self._gaya:
                self._catat_gaya(gaya, arti)
            if arti != "v" or self._tulisan is not None:
                self._mulai_teks(arti)
        elif arti is not None:
            self._mulai_lain(arti, sifat)
        elif elemen not in self._dikenal:
            self._kenal(elemen)

    def _catat_gaya(self, gaya: str, arti: str) -> None:
        """A filled cell whose style matters; of a day or a time the value counts."""
        if gaya in self._letak_gaya:
            self._letak_gaya[gaya].append(self._baris * MAKS_KOLOM + self._kolom)
        if arti == "v" and self._tulisan is None and gaya in self._waktu:
            self._dengarkan()

    def _kenal(self, elemen: str) -> None:
        """An element not met before, that holds nothing to be scanned."""
        ruang, _, nama = elemen.rpartition(" ")
        if nama in BERISI and ruang not in RUANG_NAMA:
            raise RUSAK
        if nama in {CORETAN, NAIK} and not self._cara.coret_di_lembar:
            self.ulang = replace(self._cara, coret_di_lembar=True)
        self._dikenal.add(elemen)

    def _mulai_teks(self, arti: str) -> None:
        """What stands there counts: a formula, a text of several runs, a value that was listened for."""
        if arti == "is" and self._cara.coret_di_lembar:
            self._mulai_kaya()
        elif arti == "f" or self._tulisan is not None:
            self._dengarkan(arti)

    def _mulai_lain(self, arti: str, sifat: dict[str, str]) -> None:
        if arti in TAMPILAN:
            if arti == "sheetData" and self.tampilan.bertabel:
                raise salah_tempat(self.nama, "A1")
            self.tampilan.mulai(arti, sifat)
            return
        ukuran, terkecil = ("ht", TIPIS) if arti == "row" else ("width", SEMPIT)
        tersembunyi = sifat.get("hidden") in YA or float(sifat.get(ukuran, terkecil)) < terkecil
        if arti == "row":
            self._mulai_baris(sifat.get("r"))
            if tersembunyi:
                self.baris_tersembunyi.append(self._baris)
        elif tersembunyi:
            self._sembunyikan_kolom(int(sifat["min"]) - 1, int(sifat["max"]))

    def _sembunyikan_kolom(self, mulai: int, sampai: int) -> None:
        """Columns come in their order; one that was told already is not told again, however often the file does."""
        akhir = self.kolom_tersembunyi[-1].stop if self.kolom_tersembunyi else 0
        deret = range(max(mulai, akhir), min(sampai, MAKS_KOLOM))
        if deret:
            self.kolom_tersembunyi.append(deret)

    def _pindah(self, alamat: str) -> None:
        """To the next cell, to a column not met before, or to the row that only the cell knows the number of."""
        if not alamat:
            self._kolom += 1
            return
        kiri, (baris, self._kolom) = self._kolom, parse_cell_address(alamat)
        self._huruf[huruf_kolom(self._kolom)] = self._kolom
        pindah = baris != self._baris
        if pindah and (self._bernomor or kiri >= 0):
            raise salah_tempat(self.nama, alamat)
        if self._kolom <= kiri or (pindah and baris <= self._baris_atas):
            self._tak_tertib(alamat)
        self._baris, self._nomor_baris = baris, str(baris + 1)

    def _mulai_baris(self, nomor: str | None) -> None:
        self._bernomor = nomor is not None
        self._baris_atas = self._baris
        self._baris = self._baris + 1 if nomor is None else int(nomor) - 1
        self._nomor_baris = str(self._baris + 1)
        self._kolom = -1
        if not 0 <= self._baris < MAKS_BARIS:
            raise RUSAK
        if self._baris <= max(self._baris_atas, self._baris_biasa):
            self._tak_tertib(f"A{self._baris + 1}")

    def _tak_tertib(self, alamat: str) -> None:
        """Where plain cells were left out, which one is out of place is looked for afterwards."""
        if not self._cara.lazim:
            raise salah_tempat(self.nama, alamat)
        self.tertib = False

    def _melebar(self, baris: int, kolom: int) -> None:
        self._baris_akhir = max(self._baris_akhir, baris)
        self._kolom_akhir = max(self._kolom_akhir, kolom)
        if self._baris_akhir < 0 or self._kolom_akhir >= MAKS_KOLOM:
            raise RUSAK
        if self._baris_akhir >= MAKS_BARIS_JAUH or self.luas > self._maks_luas:
            sel = f"{huruf_kolom(kolom)}{baris + 1}"
            salah = f"memuat sel sangat jauh, {sel}, pada lembar {self.nama}"
            raise LembarDitolak(salah, "Hapus baris dan kolom kosong di ujung, lalu simpan.")

    def _dengarkan(self, bagian: str = "") -> None:
        """From here to the end of the cell its text counts; elsewhere expat need not hand it over."""
        if self._tulisan is None:
            self._tulisan = {}
            self._pengurai.CharacterDataHandler = self._teks
            self._pengurai.EndElementHandler = self._akhir
        self._bagian = bagian
        self._tulisan[bagian] = ""

    def _mulai_kaya(self) -> None:
        """From here to the end of the text its runs count."""
        kaya = TeksKaya()

        def akhir(elemen: str) -> None:
            kaya.akhir(nama := elemen.rpartition(" ")[2])
            if nama == "is":
                self._catat_coretan(kaya.tercoret())
                self._pengurai.StartElementHandler = self._mulai
                self._pengurai.CharacterDataHandler = self._pengurai.EndElementHandler = None
                self._tulisan = None

        self._pengurai.StartElementHandler = lambda elemen, sifat: kaya.mulai(elemen.rpartition(" ")[2], sifat)
        self._pengurai.CharacterDataHandler, self._pengurai.EndElementHandler = kaya.teks, akhir

    def _catat_coretan(self, tercoret: Tercoret | None) -> None:
        if tercoret is not None and len(self.tercoret) < MAKS_RUSAK:
            self.tercoret[self._baris, self._kolom] = tercoret

    def _teks(self, teks: str) -> None:
        if self._bagian and self._tulisan is not None and len(self._tulisan[self._bagian]) < MAKS_TULISAN:
            self._tulisan[self._bagian] += teks[:MAKS_TULISAN]

    def _akhir(self, elemen: str) -> None:
        arti = ARTI.get(elemen)
        if arti == "c":
            self._nilai_sel(self._tulisan or {})
            self._tulisan = None
            self._pengurai.CharacterDataHandler = self._pengurai.EndElementHandler = None
        elif arti is not None:
            self._bagian = ""

    def _nilai_sel(self, tulisan: Mapping[str, str]) -> None:
        nilai, jenis = tulisan.get("v", "").strip(), self._sel.get("t")
        if jenis == "e":
            rusak = SelRusak(nilai or "#", FORMULA_ERRORS)
        elif not nilai and jenis != "str" and "f" in tulisan:
            rusak = SelRusak(f"={tulisan['f']}", TIDAK_TERHITUNG)
        elif luar := self._di_luar_kalender(nilai, jenis):
            rusak = luar
        else:
            if jenis == "s":
                self._catat_coretan(self._cara.bersama.get(int(nilai or -1)))
            elif jenis == "str" and "f" in tulisan and nilai:
                self.rumus_teks.append(self._baris * MAKS_KOLOM + self._kolom)
            return
        self._melebar(self._baris, self._kolom)
        self.rusak[self._baris, self._kolom] = rusak
        if len(self.rusak) > MAKS_RUSAK:
            salah = f"memuat lebih dari {MAKS_RUSAK} rumus tanpa nilai pada lembar {self.nama}"
            raise BerkasDitolak(salah, "Buka dan simpan sekali di Excel, atau tempel isinya sebagai nilai.")

    def _di_luar_kalender(self, nilai: str, jenis: str | None) -> SelRusak | None:
        """A number in a format of dates for which there is no day. Raises LembarDitolak where calamine would end."""
        waktu = self._waktu.get(self._sel.get("s", "0"))
        if waktu is None or jenis not in {None, "n"} or not nilai:
            return None
        return self._kalender.periksa_teks(nilai, waktu, f"{self.nama}!{huruf_kolom(self._kolom)}{self._baris + 1}")
