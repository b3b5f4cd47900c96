"""The styles of an .ods as far as they change what is seen: letters struck out or raised, what is out of sight."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from data_access.workbook.berkas.warna import HITAM, MAKS_HURUF_KECIL, PUTIH, Warna, serupa, warna_heksa

RUANG = "urn:oasis:names:tc:opendocument:xmlns:"
GAYA, TEKS, TABEL = f"{RUANG}style:1.0 ", f"{RUANG}text:1.0 ", f"{RUANG}table:1.0 "
CORETAN = (f"{GAYA}text-line-through-style", f"{GAYA}text-line-through-type")
TANPA_LUAS = re.compile(r"0*\.?0*[a-z]*")
LETAK = f"{GAYA}text-position"
_SEJAJAR = re.compile(r"0(?:\.0*)?%.*")
MAKS_INDUK = 20
ANGKA = f"{RUANG}datastyle:1.0 "
FO = f"{RUANG}xsl-fo-compatible:1.0 "
_TITIK = re.compile(r"(\d+(?:\.\d+)?)pt")


@dataclass(slots=True)
class _SifatGaya:
    """What one style says; None where it says nothing and its parent is asked."""

    induk: str
    coret: bool | None = None
    naik: bool | None = None
    tersembunyi: bool = False
    huruf: Warna | None = None
    latar: Warna | None = None
    kecil: bool | None = None


@dataclass(slots=True)
class GayaOds:
    """Gathers styles, told of the elements of styles.xml and content.xml; by (family, name)."""

    _semua: dict[tuple[str, str], _SifatGaya] = field(default_factory=dict)
    _kini: _SifatGaya = field(default_factory=lambda: _SifatGaya(""))

    def mulai(self, elemen: str, sifat: dict[str, str]) -> None:
        if elemen == f"{GAYA}style":
            self._kini = _SifatGaya(sifat.get(f"{GAYA}parent-style-name", ""))
            self._semua[sifat.get(f"{GAYA}family", ""), sifat.get(f"{GAYA}name", "")] = self._kini
        elif elemen.startswith(ANGKA) or elemen == f"{GAYA}default-style":
            self._kini = _SifatGaya("")  # what a number format says of letters is said of no cell
        elif elemen == f"{GAYA}text-properties":
            garis = [sifat[nama] for nama in CORETAN if nama in sifat]
            if garis:
                self._kini.coret = any(satu != "none" for satu in garis)
            if LETAK in sifat:
                self._kini.naik = _SEJAJAR.fullmatch(sifat[LETAK].strip()) is None
            self._kini.huruf = warna_heksa(sifat.get(f"{FO}color", ""))
            if titik := _TITIK.fullmatch(sifat.get(f"{FO}font-size", "")):
                self._kini.kecil = float(titik[1]) <= MAKS_HURUF_KECIL
        elif elemen == f"{GAYA}table-cell-properties":
            latar = sifat.get(f"{FO}background-color", "")
            self._kini.latar = PUTIH if latar == "transparent" else warna_heksa(latar)
        elif elemen == f"{GAYA}table-properties":
            self._kini.tersembunyi = sifat.get(f"{TABEL}display") == "false"
        elif elemen in {f"{GAYA}table-column-properties", f"{GAYA}table-row-properties"}:
            ukuran = sifat.get(f"{GAYA}column-width") or sifat.get(f"{GAYA}row-height")
            self._kini.tersembunyi = bool(ukuran and TANPA_LUAS.fullmatch(ukuran))

    def tersembunyi(self, keluarga: str, nama: str) -> bool:
        """Whether a sheet, column or row of that style is not shown, or has no width."""
        satu = self._semua.get((keluarga, nama))
        return satu is not None and satu.tersembunyi

    def coret(self, keluarga: str, nama: str) -> bool:
        """Whether letters of that style are struck out, by its own word or that of the styles it comes from."""
        return next((satu.coret for satu in self._turunan(keluarga, nama) if satu.coret is not None), False)

    def samar(self, nama: str) -> bool:
        """Whether letters of a cell of that style are not seen: of the colour behind them, or a point high."""
        semua = list(self._turunan("table-cell", nama))
        huruf = next((satu.huruf for satu in semua if satu.huruf is not None), HITAM)
        latar = next((satu.latar for satu in semua if satu.latar is not None), PUTIH)
        return serupa(huruf, latar) or next((satu.kecil for satu in semua if satu.kecil is not None), False)

    def naik(self, nama: str) -> bool:
        """Whether letters of that style are raised or lowered."""
        return next((satu.naik for satu in self._turunan("text", nama) if satu.naik is not None), False)

    def _turunan(self, keluarga: str, nama: str) -> Iterator[_SifatGaya]:
        for _ in range(MAKS_INDUK):
            satu = self._semua.get((keluarga, nama))
            if satu is None:
                return
            yield satu
            nama = satu.induk
