"""A file that is not opened at all."""


class BerkasDitolak(Exception):
    """`salah` and `benar` say why and what to do."""

    def __init__(self, salah: str, benar: str) -> None:
        super().__init__(salah)
        self.salah = salah
        self.benar = benar


class LembarTerlaluLuas(BerkasDitolak):
    """One sheet that cannot be held; the file may have others."""


TANPA_SANDI = (
    "Simpan tanpa kata sandi: di Excel lewat File > Info > Protect Workbook > Encrypt with Password lalu kosongkan, "
    "di WPS lewat Menu > Document Encryption, di LibreOffice hapus centang Save with password saat Simpan Sebagai."
)
TERKUNCI = BerkasDitolak("dikunci kata sandi", TANPA_SANDI)
RUSAK = BerkasDitolak("rusak atau bukan buku kerja Excel", "Buka di Excel lalu simpan sebagai .xlsx.")
TERLALU_BERAT = BerkasDitolak(
    "memerlukan memori yang tidak wajar saat dibaca, atau memuat tanggal yang tidak mungkin ada",
    "Salin hanya baris yang terisi ke buku kerja yang baru, dan jadikan sel yang tampil sebagai #### angka biasa.",
)
"""What one is told whose file ended its reader: no memory, or a number before all calendars in a format of dates."""
TERLALU_LAMA = BerkasDitolak(
    "terlalu lama dibaca", "Hapus lembar yang tidak diserahkan, atau pecah buku kerja menjadi beberapa berkas."
)
