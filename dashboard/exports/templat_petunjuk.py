"""The words of the template: how it is filled in, and an example that is plainly nobody's data."""

from collections.abc import Sequence

from dashboard.domain.kamus.buku_kerja import Lembar

JUDUL_CONTOH = "CONTOH PENGISIAN LEMBAR realisasi (lembar ini tidak dibaca)"

CONTOH: tuple[tuple[str | int | float, ...], ...] = (
    (
        "indikator",
        "tahun",
        "periode",
        "nilai",
        "pembilang",
        "penyebut",
        "sumber_nilai",
        "kendala",
        "solusi",
        "tindak_lanjut",
        "pic",
        "batas_waktu",
        "bukti",
    ),
    ("CONTOH-1", 2024, "TW1", 21.4, 107, 500, "resmi", "", "", "", "", "", "Rekap diklat TW I"),
    (
        "CONTOH-2",
        2024,
        "TW1",
        60,
        "",
        "",
        "resmi",
        "Data dukung belum lengkap",
        "Pendampingan unit kerja",
        "Melengkapi data dukung",
        "Kepala Subbagian Contoh",
        "31 Mei 2024",
        "Berita acara rapat",
    ),
)


def petunjuk(lembar: Sequence[Lembar]) -> list[tuple[str, str]]:
    """Pairs of a heading and what it says."""
    return [
        ("Cara mengisi", "Isi sel yang masih kosong, atau perbaiki angka yang sudah ada. Judul kolom dikunci."),
        ("Kolom biru", "Wajib diisi pada setiap baris yang Anda isi. Baris yang belum diisi akan dilewati."),
        ("Kolom dalam kurung", "Hanya untuk dibaca, misalnya (nama) dan (satuan); isinya tidak diambil."),
        ("Arti kolom", "Arahkan penunjuk ke judul kolom; keterangannya muncul."),
        ("Angka", "Koma untuk desimal: 13,7. Ribuan boleh bertitik: 1.234,5. Persen ditulis 85,5."),
        ("Tanggal", "17 Agustus 2026 atau 2026-08-17."),
        ("Menambah baris", "Tulis di bawah baris terakhir; pilih kodenya dari daftar. Semua kode ada di _daftar."),
        ("Mengosongkan", "Sel yang dikosongkan akan ditanyakan dahulu sebelum nilai lama dihapus."),
        ("Tidak ada yang dihapus", "Baris yang Anda hapus dari berkas tetap tersimpan di dasbor."),
        ("Menyerahkan", "Buka halaman Data pada dasbor, langkah 2, lalu pilih berkas ini."),
        *((f"Lembar {satu.nama}", satu.keterangan) for satu in lembar),
    ]
