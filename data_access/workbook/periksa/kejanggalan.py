"""What is taken as it is written and yet said: it looks wrong, and nobody but the person knows."""

from collections.abc import Iterator

from dashboard.domain.dasar.nip import nip_janggal
from data_access.workbook.periksa.lembar_baca import Buku

MAKS_SEBUT = 10


def catatan_kejanggalan(buku: Buku) -> Iterator[str]:
    """NIPs of the sheet pegawai that hold no possible birth date, appointment and sex, in one sentence."""
    satu = buku.get("pegawai")
    if satu is None or "nip" not in satu.posisi:
        return
    sel = [satu.sel(i, "nip") for i, baris in satu.utuh() if baris["nip"] and nip_janggal(str(baris["nip"]))]
    if sel:
        lebih = f" dan {len(sel) - MAKS_SEBUT} lainnya" if len(sel) > MAKS_SEBUT else ""
        yield (
            f"{len(sel)} NIP berangka 18 tetapi tidak memuat tanggal lahir, bulan pengangkatan sesudahnya, dan angka "
            f"jenis kelamin yang mungkin; diambil seperti tertulis: {', '.join(sel[:MAKS_SEBUT])}{lebih}."
        )
