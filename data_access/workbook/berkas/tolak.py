"""A file that is not opened at all."""

import re

EKOR = 64
_TERPOTONG = re.compile(rb"<(?:\w+:)?v(?: [^>]*)?>[-+.\d\seE]*(?:<[!?]|&#)")
"""A number parted by a comment, a CDATA section, an instruction, or a sign given by its code."""


class BerkasDitolak(Exception):
    """`salah` and `benar` say why and what to do, `sel` where, if it is one cell's fault."""

    def __init__(self, salah: str, benar: str, sel: str = "") -> None:
        super().__init__(salah)
        self.salah = salah
        self.benar = benar
        self.sel = sel


class LembarDitolak(BerkasDitolak):
    """One sheet that cannot be read; the file may have others."""


TANPA_SANDI = (
    "Simpan tanpa kata sandi: di Excel lewat File > Info > Protect Workbook > Encrypt with Password lalu kosongkan, "
    "di WPS lewat Menu > Document Encryption, di LibreOffice hapus centang Save with password saat Simpan Sebagai."
)
TERKUNCI = BerkasDitolak("dikunci kata sandi", TANPA_SANDI)
RUSAK = BerkasDitolak("rusak atau bukan buku kerja Excel", "Buka di Excel lalu simpan sebagai .xlsx.")
TERLALU_BERAT = BerkasDitolak(
    "memerlukan memori yang tidak wajar saat dibaca", "Salin hanya baris yang terisi ke buku kerja yang baru."
)
"""What one is told whose file ended its reader."""
TERLALU_LAMA = BerkasDitolak(
    "terlalu lama dibaca", "Hapus lembar yang tidak diserahkan, atau pecah buku kerja menjadi beberapa berkas."
)


def tolak_dtd(*_: object) -> None:
    """No workbook has a document type; with one come entities, and with those the bombs."""
    raise RUSAK


def tolak_angka_terpotong(potongan: bytes) -> bytes:
    """calamine takes a number's first part alone (4 of 4<!-- -->0), or nothing. The end, to begin the next piece with.

    No program of offices writes a number so.
    """
    if (b"<!" in potongan or b"<?" in potongan or b"&#" in potongan) and _TERPOTONG.search(potongan):
        raise RUSAK
    return potongan[-EKOR:]
