"""docs/hak-akses.md: who may do what, written from the matrix."""

from dashboard.domain.dasar.hak import IZIN, KALIMAT, NAMA_PERAN, Lingkup, Peran, Tindakan

SEJAUH: dict[Lingkup | None, str] = {
    Lingkup.SEMUA: "semua instansi",
    Lingkup.INSTANSI: "instansinya",
    Lingkup.UNIT: "bidangnya",
    Lingkup.SENDIRI: "miliknya",
    None: "–",
}
PEMBUKA = """# Hak akses

Dokumen ini ditulis oleh program dari tabel di `dashboard/domain/dasar/hak.py`; jangan disunting. `python3 run.py docs`
menulisnya kembali. Tanpa akun (cara *Pribadi*) satu orang bertindak sebagai perencana untuk semua instansi.

*bidangnya*: unit penugasannya dan unit di bawahnya, termasuk nilai yang dimiliki bersama bidang lain. *miliknya*: nilai
jabatannya, SKP-nya sendiri, skenario yang disimpannya sendiri.

Terbuka bagi setiap peran yang boleh melihat data instansinya: indikator dan targetnya, realisasi yang disetujui dan
capaiannya, pohon kinerja, indeks sistem merit, ketidaksesuaian, kunci periode, skenario, dan sebaran SKP tanpa nama
orang, kelompok kecil disembunyikan. Tidak: isian yang belum disetujui, kendala, janji, bukti, langkah dan riwayat
isian, dan orang. Itu menurut tabel ini, di setiap layanan dan pada kueri ke basis data, bukan hanya di layar.

"""


def access_matrix() -> str:
    """The document."""
    kepala = ("untuk", *(NAMA_PERAN[peran] for peran in Peran))
    baris = ((KALIMAT[satu], *(SEJAUH[IZIN[peran].get(satu)] for peran in Peran)) for satu in Tindakan)
    semua = (kepala, ("---",) * len(kepala), *baris)
    return PEMBUKA + "\n".join(f"| {' | '.join(sel)} |" for sel in semua) + "\n"
