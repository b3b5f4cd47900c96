"""A file that is not opened at all."""


class BerkasDitolak(Exception):
    """`salah` and `benar` say why and what to do."""

    def __init__(self, salah: str, benar: str) -> None:
        super().__init__(salah)
        self.salah = salah
        self.benar = benar


RUSAK = BerkasDitolak("rusak atau bukan buku kerja Excel", "Buka di Excel lalu simpan sebagai .xlsx.")
