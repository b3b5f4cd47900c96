"""All checks of a workbook in their order; every problem is found before anything is said."""

from dataclasses import dataclass

from data_access.workbook.berkas.mentah import BukuMentah
from data_access.workbook.periksa.abaikan import lewati_diabaikan
from data_access.workbook.periksa.acuan import periksa_acuan, periksa_kunci
from data_access.workbook.periksa.aturan_baris import periksa_baris
from data_access.workbook.periksa.graf import periksa_graf
from data_access.workbook.periksa.isi import isi_buku
from data_access.workbook.periksa.kejanggalan import catatan_kejanggalan
from data_access.workbook.periksa.lembar_baca import Buku, lewati_belum_diisi, pemilik_buku, tata
from data_access.workbook.periksa.masalah import DaftarMasalah
from data_access.workbook.periksa.pangkalan import Pangkalan
from data_access.workbook.periksa.pemilik import kepemilikan
from data_access.workbook.periksa.rerata import periksa_rerata


@dataclass(slots=True)
class HasilPeriksa:
    """The typed workbook, what is wrong with it, what was passed over, and whose it is."""

    buku: Buku
    masalah: DaftarMasalah
    catatan: list[str]
    instansi: tuple[str, ...]


def periksa(mentah: BukuMentah, pangkalan: Pangkalan, diminta: str | None = None) -> HasilPeriksa:
    """Check a workbook against itself and the database. `diminta` is the agency chosen by the person, if any."""
    catatan: list[str] = list(mentah.catatan)
    masalah = mentah.masalah
    buku = tata(mentah, catatan)
    if not buku:
        if not masalah:
            benar = "Beri nama lembar seperti pada templat, misalnya realisasi."
            masalah.tambah("", mentah.berkas, "", "tidak memuat satu pun lembar yang dikenal", benar)
        return HasilPeriksa(buku, masalah, catatan, ())
    milik = kepemilikan(buku, pangkalan.instansi, diminta, masalah)
    if milik is None:
        return HasilPeriksa(buku, masalah, catatan, ())
    lewati_diabaikan(buku, catatan)
    lewati_belum_diisi(buku, catatan)
    isi_buku(buku, milik, pangkalan, masalah, catatan, mentah.cara)
    periksa_kunci(buku, pangkalan, masalah)
    periksa_acuan(buku, pangkalan, masalah)
    periksa_graf(buku, pangkalan, masalah)
    periksa_baris(buku, pangkalan, masalah)
    periksa_rerata(buku, pangkalan, masalah)
    catatan += catatan_kejanggalan(buku)
    return HasilPeriksa(buku, masalah, catatan, tuple(pemilik_buku(buku)))
