"""Every cell of a sheet stands once and in its place: rows downwards, cells of a row to the right.

Of a cell written twice the readers take the last, Excel calls the file broken, and a person sees neither. It is looked
for only where a sheet has more filled cells than the reader of values hands over: in the bytes, which is quickest; what
is not spelt as the programs of offices spell it is left to the parser.
"""

import re
from itertools import pairwise

from data_access.workbook.berkas.tolak import LembarDitolak

TIDAK_JELAS = "tertulis dua kali atau di luar urutannya, sehingga tidak jelas isi mana yang berlaku"
BUKA_SIMPAN = "Buka di Excel, periksa sel itu, lalu simpan sebagai .xlsx."
_LETAK = re.compile(rb'<(?:row|c) r="(\d++|[A-Z]++)')
_BARIS = re.compile(rb"(\d+)((?: [A-Z]+)*)")
_TAK_LAZIM = re.compile(rb'<(?:c|row)(?! r="[\dA-Z])[\s/>]|<[\w.-]+:(?:c|row)[\s/>]')
_AWALAN = (b":c ", b":c>", b":row ", b":row>")


def jumlah_terisi(potongan: bytes) -> int:
    """How many cells of a piece hold a value, as most programs spell it."""
    return potongan.count(b"<v>") + potongan.count(b"<is")


class UrutanSel:
    """Told of the pieces of a sheet's XML one after the other."""

    def __init__(self, nama: str) -> None:
        self._nama = nama
        self._ekor = self._akhir = b""

    def lazim(self, potongan: bytes) -> bool:
        """Whether the rows and cells begin as usual up to here. Raises LembarDitolak where one is out of place."""
        potongan = self._ekor + potongan
        batas = potongan.rfind(b"<")
        potongan, self._ekor = potongan[:batas], potongan[batas:]
        biasa = potongan.count(b'<c r="') + potongan.count(b'<row r="')
        berawalan = any(satu in potongan for satu in _AWALAN)
        if (berawalan or biasa != potongan.count(b"<c") + potongan.count(b"<row")) and _TAK_LAZIM.search(potongan):
            return False
        self._periksa(potongan)
        return True

    def _periksa(self, potongan: bytes) -> None:
        baris = _BARIS.findall(b" ".join([self._akhir, *_LETAK.findall(potongan)]))
        if not baris:
            return
        urut = all(atas < bawah for atas, bawah in pairwise(int(nomor) for nomor, _ in baris))
        if not urut or not all(map(_menaik, {kolom for _, kolom in baris})):
            self._tolak(baris)
        nomor, kolom = baris[-1]
        self._akhir = nomor + kolom[kolom.rfind(b" ") :] if kolom else nomor

    def _tolak(self, baris: list[tuple[bytes, bytes]]) -> None:
        atas = -1
        for tulisan, kolom in baris:
            nomor, huruf = int(tulisan), kolom.split()
            if nomor <= atas:
                raise salah_tempat(self._nama, f"A{nomor}")
            for kiri, kanan in pairwise(huruf):
                if not _menaik(kiri + b" " + kanan):
                    raise salah_tempat(self._nama, f"{kanan.decode()}{nomor}")
            atas = nomor


def salah_tempat(lembar: str, alamat: str) -> LembarDitolak:
    """Why a sheet is refused whose cell at that address is out of place."""
    return LembarDitolak(f"memuat sel {alamat} yang {TIDAK_JELAS}", BUKA_SIMPAN, f"{lembar}!{alamat}")


def _menaik(kolom: bytes) -> bool:
    return all((len(kiri), kiri) < (len(kanan), kanan) for kiri, kanan in pairwise(kolom.split()))
