"""A file that is not opened at all."""


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
