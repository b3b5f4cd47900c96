"""Cells of which the scan of a sheet need know nothing but that they lie in their row: left out before it looks.

Most cells are a number or a text at an address, in a style that changes nothing. A pattern takes them out of the bytes
several times quicker than a parser hands them over. It takes only what is spelt as the programs of offices spell it,
followed by a filled cell of the same row that stays: so one without an address still lies right of the one before it.
Rows that hold nothing else go first and whole, where the next row says its number.
"""

import re
from collections.abc import Collection
from itertools import pairwise

MAKS_GAYA = 64
"""Styles that matter beyond which no styled cell is taken out: each would be compared with all of them."""
_NILAI = rb"<v>[-+.0-9eE]++</v>"
_LANGSUNG = rb'<is><t(?: xml:space="preserve")?>[ !#-%\'-;=-~]*+</t></is>'
_HARI = rb"<v>[1-9]\d{4}(?:\.\d{1,16}+)?</v>"
_TERISI = rb"<(?:v>[^<]|is>|f)"
"""How the content of a cell begins that counts for the extent of its sheet."""
_SIFAT_BARIS = rb'(?: (?:(?:spans|customHeight|x14ac:dyDescent)="[^"]*+"|ht="(?:[2-9]|[1-9]\d)[^"]*+"))*+'
"""What a row may say of itself and still be plain; that it is hidden, or of no height, is no such thing."""
_NOMOR_BARIS = re.compile(rb'<row r="(\d++)"')
_SEL_TERISI = re.compile(rb'<c r="[A-Z]\d++"[^>]*+>%b' % _TERISI)
_HURUF_A = ord("A")
_HURUF_AKHIR = ord("Z") - _HURUF_A


class SelBiasa:
    """Takes plain cells out; `kolom_akhir` and `baris_akhir` are the last column and row, from 0, that held one.

    Not `tertib`: rows that were taken out whole are not in their order.
    """

    def __init__(self, gaya: Collection[str], *, teks_bersama: bool, tanggal: Collection[str] = ()) -> None:
        """`gaya` are the styles that matter, by their index; shared texts are plain where none is struck out.

        Those of them in `tanggal` are formats of dates, which do not matter for an ordinary day.
        """
        jenis = rb"[ns]" if teks_bersama else rb"n"
        isi = rb'(?:(?: t="%b")?>%b| t="inlineStr">%b)' % (jenis, _NILAI, _LANGSUNG)
        lain = rb"(?:%b%b|%b)" % (_gaya_biasa(gaya), isi, _hari_biasa(tanggal))
        self._badan = rb'\d++)"%b</c>' % lain
        self._biasa = re.compile(
            rb'<c r="[A-Z](%b(?:<c r="[A-Z]\1"%b</c>)*(?=<c r="[A-Z]\1"[^>]*+>%b)' % (self._badan, lain, _TERISI)
        )
        self._baris = re.compile(
            rb'(?:(<row r="([1-9]\d{0,6}+)"%b>)(<c r="[A-Z]\2"%b</c>)++(</row>(?=<row r="|</sheetData>)|(?!<row)))++'
            % (_SIFAT_BARIS, lain)
        )
        self.kolom_akhir = self.baris_akhir = -1
        self._lebih = self._di_kanan()
        self.tertib, self._nomor = True, 0

    def buang(self, potongan: bytes) -> bytes:
        """A piece of the sheet's XML without its plain rows, and without the plain cells of others but for the last."""
        while self.kolom_akhir < _HURUF_AKHIR and (ada := self._lebih.search(potongan)):
            self.kolom_akhir = ada[0][len(b'<c r="')] - _HURUF_A
            self._lebih = self._di_kanan()
        return self._biasa.sub(b"", self._baris.sub(self._lewati, potongan))

    def _lewati(self, baris: re.Match[bytes]) -> bytes:
        nomor = [self._nomor, *map(int, _NOMOR_BARIS.findall(baris[0]))]
        self.tertib = self.tertib and all(atas < bawah for atas, bawah in pairwise(nomor))
        self._nomor = nomor[-1]
        self.baris_akhir = max(self.baris_akhir, max(nomor) - 1)
        if baris[4]:
            return b""
        return baris[1] if _SEL_TERISI.match(baris.string, baris.end()) else baris[1] + baris[3]

    def _di_kanan(self) -> re.Pattern[bytes]:
        """A plain cell right of all that were met."""
        return re.compile(rb'<c r="[%c-Z](%b' % (min(self.kolom_akhir + 1, _HURUF_AKHIR) + _HURUF_A, self._badan))


def _hari_biasa(tanggal: Collection[str]) -> bytes:
    """The pattern of a day of this age in a format of dates."""
    if not tanggal or len(tanggal) > MAKS_GAYA:
        return rb"(?!)"
    return rb' s="(?:%b)"(?: t="n")?>%b' % ("|".join(map(re.escape, tanggal)).encode(), _HARI)


def _gaya_biasa(gaya: Collection[str]) -> bytes:
    """The pattern of a style that does not matter; the first style is that of a cell that names none."""
    if len(gaya) > MAKS_GAYA:
        return rb"(?!)" if "0" in gaya else rb""
    berarti = "|".join(map(re.escape, gaya)).encode()
    biasa = rb'(?: s="(?!(?:%b)")\d++")' % berarti if gaya else rb'(?: s="\d++")'
    return biasa if "0" in gaya else biasa + b"?"
