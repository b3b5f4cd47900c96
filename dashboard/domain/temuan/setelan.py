"""Settings that were stored before they were checked, and cannot be read."""

from collections.abc import Iterable

from dashboard.domain.aturan.pengaturan import baca_pengaturan
from dashboard.domain.temuan.bahan import Aturan, Bahan, Bukti, Keparahan


def pengaturan_tak_terbaca(bahan: Bahan) -> Iterable[Bukti]:
    """An unknown key, or a value that its key cannot have: the default holds in its place."""
    for satu in baca_pengaturan(bahan.data.pengaturan, bahan.aturan).ditolak:
        isi = {"kunci": satu.kunci, "nilai": satu.nilai, "salah": satu.error.salah, "benar": satu.error.benar}
        yield Bukti((satu.kunci,), isi, satu.nilai)


ATURAN = (
    Aturan(
        "pengaturan_tak_terbaca",
        "Pengaturan",
        Keparahan.SEDANG,
        "Pengaturan tidak dapat dibaca",
        "Pengaturan {kunci} berisi “{nilai}”, {salah}. {benar}",
        "Pengaturan ini diabaikan; yang berlaku adalah bawaannya.",
        pengaturan_tak_terbaca,
    ),
)
