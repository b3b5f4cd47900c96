"""How an entry stands, in a shape and a word."""

from dashboard.services.entri.bidang import KeadaanEntri

KATA_KEADAAN: dict[KeadaanEntri, tuple[str, str]] = {
    KeadaanEntri.DIKEMBALIKAN: ("✖", "Dikembalikan"),
    KeadaanEntri.BELUM: ("○", "Belum diisi"),
    KeadaanEntri.DRAF: ("◐", "Draf"),
    KeadaanEntri.DIAJUKAN: ("◆", "Menunggu persetujuan"),
    KeadaanEntri.DISETUJUI: ("●", "Disetujui"),
    KeadaanEntri.DIHITUNG: ("=", "Dihitung dari komponen"),
    KeadaanEntri.MENUNGGU: ("○", "Menunggu penilaian"),
    KeadaanEntri.TIDAK_DITARGETKAN: ("–", "Tanpa target periode ini"),
}
