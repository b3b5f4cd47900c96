"""Whether more of what a name says is good: an evil, an evil that was dealt with, a virtue that is missing."""

import pytest

from dashboard.domain.dasar.indikator import Polaritas
from dashboard.domain.temuan.arah import arah_meragukan
from tests.temuan.buatan import agensi


def ditemukan(nama: str, polaritas: Polaritas = Polaritas.POSITIF) -> list[object]:
    b = agensi(1, 1)
    kode = b.ubah(b.ambil("dokumen").kode, nama=nama, polaritas=polaritas)
    return [bukti.isi["kata"] for bukti in arah_meragukan(b.bahan()) if kode in bukti.objek]


@pytest.mark.parametrize(
    "nama",
    [
        "Jumlah keluhan yang dijawab",
        "Jumlah keluhan pegawai yang cepat direspons",
        "Persentase gugatan yang dimenangkan",
        "Persentase gangguan jaringan yang teratasi",
        "Persentase kekeliruan data teralat",
        "Jumlah kendaraan rusak yang dihapuskan",
        "Jumlah meja rusak berat yang dilelang",
        "Jumlah kursi yang rusak dan diganti",
        "Jumlah sertifikat hilang yang telah diterbitkan kembali",
        "Persentase tunggakan sewa yang terbayar",
        "Persentase kasus pelanggaran yang terbukti dan dihukum",
        "Jumlah pelanggaran yang dijatuhi sanksi",
        "Persentase temuan kerugian daerah yang dikembalikan ke kas",
        "Jumlah pegawai yang belum bersertifikat yang dilatih",
        "Jumlah pembinaan pegawai yang belum memenuhi syarat",
        "Persentase ASN yang tidak dijatuhi hukuman disiplin",
        "Persentase pegawai yang belum pernah terlambat",
        "Persentase pegawai yang tidak pernah dikenai teguran",
        "Persentase pegawai yang belum pernah melanggar kode etik",
        "Persentase waktu tunggu yang sesuai standar",
        "Jumlah unit kerja yang tidak ditemukan penyimpangan",
        "Persentase unit kerja bebas kebocoran",
        "Jumlah laporan pegawai yang mangkir",
        "Jumlah keputusan pegawai yang dijatuhi hukuman",
        "Jumlah dokumen usulan hukuman disiplin",
        "Persentase pengaduan yang diterima dan dijawab",
        "Jumlah arsip yang dimusnahkan sesuai jadwal",
        "Persentase jabatan kosong yang terisi",
        "Jumlah buku robek yang dijilid ulang",
        "Jumlah pegawai kurang disiplin yang dibina",
        "Persentase layanan yang selesai kurang dari tiga hari",
        "Persentase usulan yang tak ditolak",
        "Persentase keterlambatan laporan yang ditindaklanjuti",
    ],
)
def test_an_evil_that_is_dealt_with_is_good_when_it_grows(nama: str) -> None:
    assert ditemukan(nama) == []


@pytest.mark.parametrize(
    ("nama", "kata"),
    [
        ("Jumlah naskah yang musnah", "musnah"),
        ("Jumlah dokumen yang lenyap", "lenyap"),
        ("Jumlah kartu pegawai yang terbuang", "terbuang"),
        ("Jumlah arsip yang dicuri", "dicuri"),
        ("Jumlah keluhan yang diterima", "keluhan"),
        ("Jumlah gangguan yang terjadi", "gangguan"),
        ("Jumlah keluhan terhadap layanan", "keluhan"),
        ("Jumlah pelanggaran disiplin", "pelanggaran"),
        ("Jumlah keluhan yang tidak dijawab", "keluhan"),
        ("Jumlah barang rusak yang belum diganti", "rusak"),
        ("Jumlah berkas yang terlambat diproses", "terlambat"),
        ("Jumlah temuan kerugian daerah", "kerugian"),
        ("Jumlah kasus kebocoran data", "kebocoran"),
        ("Jumlah usulan yang belum diproses", "belum diproses"),
        ("Persentase usul yang belum ditandatangani", "belum ditandatangani"),
        ("Persentase pegawai yang belum mengikuti pelatihan", "belum mengikuti"),
        ("Persentase rekomendasi yang tidak ditindaklanjuti", "tidak ditindaklanjuti"),
        ("Rata-rata waktu tunggu layanan", "waktu tunggu"),
        ("Lama antrean loket", "lama antrean"),
        ("Jumlah pegawai yang dijatuhi hukuman disiplin", "dijatuhi hukuman"),
        ("Persentase ASN yang dikenai sanksi", "dikenai sanksi"),
        ("Jumlah pegawai yang dihukum", "dihukum"),
        ("Jumlah arsip yang tak ditemukan", "tak ditemukan"),
        ("Persentase pegawai yang kurang disiplin", "kurang disiplin"),
        ("Jumlah surat yang tidak terkirim", "tidak terkirim"),
        ("Jumlah buku pinjaman yang belum kembali", "belum kembali"),
        ("Jumlah hari keterlambatan penyampaian laporan", "keterlambatan"),
        ("Jumlah jabatan yang kosong", "kosong"),
        ("Jumlah arsip yang dimakan rayap", "dimakan"),
    ],
)
def test_more_of_an_evil_is_doubted(nama: str, kata: str) -> None:
    assert ditemukan(nama) == [kata]


def test_an_evil_of_which_less_is_better_is_no_fault() -> None:
    assert ditemukan("Jumlah keluhan", Polaritas.NEGATIF) == []
