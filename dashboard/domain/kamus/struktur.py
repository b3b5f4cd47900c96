"""Sheets that say who the agency is and how its outcomes hang together."""

from dashboard.domain.dasar.indikator import JENJANG
from dashboard.domain.kamus.jenis import BentukTeks, Lembar, daftar, pilihan, tahun, tanggal, teks

STRUKTUR = (
    Lembar(
        "instansi",
        "Instansi",
        "Satu baris per instansi pemilik buku kerja.",
        ("kode",),
        (
            teks("kode", ket="Kode instansi, misalnya BANTEN.", wajib=True),
            teks("nama", ket="Nama lengkap instansi.", wajib=True),
            pilihan("jenis", ("provinsi", "kabupaten", "kota", "lainnya"), ket="Jenis pemerintah daerah."),
            teks("wilayah", ket="Nama provinsi, kabupaten, atau kota."),
        ),
    ),
    Lembar(
        "dokumen",
        "Dokumen",
        "Dokumen sumber angka dan indikator.",
        ("kode",),
        (
            teks("kode", ket="Kode dokumen.", wajib=True),
            teks("judul", ket="Judul seperti tercetak.", wajib=True),
            teks("nomor", ket="Nomor surat atau keputusan.", bentuk=BentukTeks.NOMOR),
            tanggal("tanggal", ket="Tanggal penetapan."),
            tahun("tahun_mulai", ket="Tahun pertama yang dicakup.", wajib=False),
            tahun("tahun_selesai", ket="Tahun terakhir yang dicakup.", wajib=False),
            teks("berkas", ket="Nama berkas bukti."),
            teks("catatan", ket="Keterangan lain."),
        ),
    ),
    Lembar(
        "unit",
        "Unit kerja",
        "Susunan organisasi.",
        ("kode",),
        (
            teks("kode", ket="Kode unit.", wajib=True),
            teks("nama", ket="Nama unit.", wajib=True),
            teks("induk", ket="Kode unit di atasnya.", acuan=("unit",)),
            pilihan("jenis", ("badan", "sekretariat", "bidang", "subbagian", "upt", "opd"), ket="Jenis unit."),
            daftar("alias", ket="Ejaan lain nama unit, dipisah tanda |."),
        ),
    ),
    Lembar(
        "jabatan",
        "Jabatan",
        "Jabatan di tiap unit.",
        ("kode",),
        (
            teks("kode", ket="Kode jabatan.", wajib=True),
            teks("nama", ket="Nama jabatan.", wajib=True),
            teks("unit", ket="Kode unit tempat jabatan berada.", wajib=True, acuan=("unit",)),
            pilihan("jenis", ("jpt", "administrator", "pengawas", "pelaksana", "fungsional"), ket="Jenis jabatan."),
            teks("atasan", ket="Kode jabatan atasan langsung.", acuan=("jabatan",)),
            teks("tugas", ket="Tugas pokok."),
            teks("fungsi", ket="Fungsi jabatan."),
        ),
    ),
    Lembar(
        "simpul",
        "Simpul kinerja",
        "Kotak pohon kinerja: satu sasaran pada satu jenjang.",
        ("kode",),
        (
            teks("kode", ket="Kode simpul.", wajib=True),
            pilihan("jenjang", JENJANG, ket="Jenjang dalam pohon kinerja.", wajib=True),
            teks("nomenklatur", ket="Nama program, kegiatan, atau sub kegiatan."),
            teks("kode_acuan", ket="Kode nomenklatur resmi.", bentuk=BentukTeks.KODE),
            teks("sasaran", ket="Rumusan sasaran.", wajib=True),
            teks("induk", ket="Kode simpul di atasnya.", acuan=("simpul",)),
            teks("jabatan", ket="Kode jabatan penanggung jawab.", acuan=("jabatan",)),
            pilihan("keyakinan", ("pasti", "disimpulkan", "ragu"), ket="Keyakinan atas letak simpul."),
            teks("catatan", ket="Keterangan lain."),
        ),
    ),
)
