"""The unit that a foreign table writes beside its figures, held against the unit of the indicator they are for."""

from collections.abc import Sequence

from dashboard.domain.dasar.satuan_ukur import golongan_satuan
from data_access.workbook.berkas.mentah import kosong
from data_access.workbook.cell_address import huruf_kolom
from data_access.workbook.periksa.lembar_baca import LembarBaca, kolom_bantu
from data_access.workbook.periksa.masalah import DaftarMasalah

JUDUL_SATUAN = frozenset({"satuan", "satuan ukur", "satuan indikator"})
BENAR = "Sesuaikan angkanya dengan satuan indikator, perbaiki satuan pada berkas, atau hapus kolom satuan itu."


def periksa_satuan(lembar: LembarBaca, kolom: str, satuan: Sequence[str | None], masalah: DaftarMasalah) -> None:
    """Refuse figures of another kind of unit: 85 "orang" for an indicator in percent.

    `satuan` is the indicator's, by row. Units of one kind, or unknown ones, say nothing: people spell them freely.
    """
    judul = [str(satu).strip("() ").casefold() if kolom_bantu(satu) else "" for satu in lembar.mentah.judul]
    letak = next((i for i, satu in enumerate(judul) if satu in JUDUL_SATUAN), None)
    if letak is None:
        return
    angka = lembar.mentah.isi_kolom(lembar.posisi[kolom])
    for i, (tertulis, milik) in enumerate(zip(lembar.mentah.isi_kolom(letak), satuan, strict=True)):
        if kosong(angka[i]) or not isinstance(tertulis, str):
            continue
        golongan = golongan_satuan(tertulis), golongan_satuan(milik)
        if None not in golongan and golongan[0] is not golongan[1]:
            sel = f"{lembar.nama}!{huruf_kolom(lembar.mentah.kolom_asal(i, letak))}{lembar.mentah.nomor[i]}"
            masalah.tambah(lembar.nama, sel, tertulis, f"bukan satuan indikatornya, {milik}", BENAR)
            lembar.ditolak.add(i)
