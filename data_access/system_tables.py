"""The tables the system keeps itself, beside those of the workbook's sheets. docs/kamus-data.md prints their words."""

from typing import Any

import sqlalchemy as sa

METADATA = sa.MetaData()
JUDUL = "judul"
"""Under this key of a table's `info` stands what its rows are; a column's `doc` says what it holds."""


def _tabel(nama: str, judul: str, kunci: tuple[str, ...], *kolom: sa.Column[Any]) -> sa.Table:
    return sa.Table(
        nama,
        METADATA,
        sa.Column("instansi", sa.Text(), nullable=False, doc="Kode instansi."),
        *kolom,
        sa.PrimaryKeyConstraint("instansi", *kunci, name=f"pk_{nama}"),
        sa.ForeignKeyConstraint(
            ["instansi"], ["instansi.kode"], name=f"fk_{nama}_instansi", deferrable=True, initially="DEFERRED"
        ),
        info={JUDUL: judul},
    )


def _teks(nama: str, ket: str, *, kosong: bool = False) -> sa.Column[Any]:
    return sa.Column(nama, sa.Text(), nullable=kosong, doc=ket)


def _bulat(nama: str, ket: str, *, kosong: bool = False) -> sa.Column[Any]:
    return sa.Column(nama, sa.Integer(), nullable=kosong, doc=ket)


def _bulat_besar(nama: str, ket: str, *, kosong: bool = False) -> sa.Column[Any]:
    return sa.Column(nama, sa.BigInteger(), nullable=kosong, doc=ket)


def _waktu(ket: str = "Saat ditulis, ISO 8601 dalam UTC.") -> sa.Column[Any]:
    return _teks("waktu", ket)


def _pelaku(ket: str = "Siapa yang melakukannya.") -> sa.Column[Any]:
    return _teks("pelaku", ket)


def _tahun() -> sa.Column[Any]:
    return _bulat("tahun", "Tahun yang dinilai.")


def _triwulan() -> sa.Column[Any]:
    return _bulat("triwulan", "Triwulan, 1 sampai dengan 4.")


VERSI = _tabel(
    "versi",
    "Satu baris per instansi: keadaan datanya sekarang.",
    (),
    _bulat("nomor", "Naik satu dengan setiap transaksi yang menulis."),
    _teks("sidik", "Hash SHA-256 dari isi semua lembar; sama untuk isi yang sama."),
)
JEJAK = _tabel(
    "jejak",
    "Jejak perubahan: satu baris per baris yang berubah, di bawah versi yang dibuat transaksinya.",
    ("versi", "urut"),
    _bulat("versi", "Versi data yang lahir dari perubahan ini."),
    _bulat("urut", "Urutan di dalam versi itu."),
    _waktu(),
    _pelaku(),
    _teks("tindakan", "Pekerjaan yang sedang dilakukan, misalnya mengimpor atau mengisi realisasi."),
    _teks("aksi", "tambah, ubah, atau hapus."),
    _teks("lembar", "Lembar (tabel) yang barisnya berubah."),
    _teks("kunci", "Kunci baris itu, objek JSON."),
    _teks("lama", "Isi lama kolom yang berubah, objek JSON; kosong bila barisnya baru.", kosong=True),
    _teks("baru", "Isi baru kolom yang berubah, objek JSON; kosong bila barisnya dihapus.", kosong=True),
)
sa.Index("ix_jejak_lembar", *(JEJAK.c[satu] for satu in ("instansi", "lembar", "kunci", "versi")))

IMPOR = _tabel(
    "impor",
    "Satu baris per buku kerja yang diambil alih; baris jejaknya memakai versi yang sama.",
    ("versi",),
    _bulat("versi", "Versi data yang dibuat pengambilalihan ini."),
    _waktu(),
    _pelaku(),
    _teks("berkas", "Nama berkas atau folder yang diserahkan."),
    _teks("sha256", "Hash SHA-256 dari isi berkas."),
    _bulat("jumlah_tambah", "Banyaknya baris baru."),
    _bulat("jumlah_ubah", "Banyaknya baris yang berubah."),
    _bulat("jumlah_tetap", "Banyaknya baris yang tetap sama."),
    _bulat("jumlah_kosong", "Banyaknya nilai yang dikosongkan dengan persetujuan."),
    _bulat("dibatalkan", "Versi yang membatalkannya.", kosong=True),
    _teks("catatan", "Baris yang diabaikan atas permintaan penyerahnya.", kosong=True),
)
NILAI_SKP = _tabel(
    "nilai_skp",
    "Nilai yang dihitung dari lembar skp dan perilaku: satu baris per pegawai dan bulan.",
    ("nip", "tahun", "bulan"),
    _teks("nip", "NIP pegawai."),
    _tahun(),
    _bulat("bulan", "1 sampai dengan 12; 0 berarti setahun."),
    _teks("unit", "Kode unit pada bulan itu."),
    _bulat_besar("skp", "Nilai SKP dalam sepersejuta poin; kosong bila belum dapat dihitung.", kosong=True),
    _bulat_besar("perilaku", "Nilai perilaku dalam sepersejuta poin.", kosong=True),
    _bulat_besar("prestasi", "Nilai prestasi kerja dalam sepersejuta poin.", kosong=True),
    _bulat("sebutan", "Nomor kelas sebutan, 0 yang terbaik; -1 tidak ada."),
    _bulat("sel", "Nomor sel kuadran hasil kerja dan perilaku; -1 tidak ada."),
    _bulat("keadaan", "Nomor tahap penilaian, 0 belum dilaporkan sampai dengan 4 diverifikasi."),
    _bulat("lapor", "Pelaporan: 0 belum, 1 tepat waktu, 2 terlambat."),
    _bulat("nilai", "Penilaian: 0 belum, 1 tepat waktu, 2 terlambat."),
    _bulat("verifikasi", "Verifikasi: 0 belum, 1 tepat waktu, 2 terlambat."),
    _bulat("keberatan", "1 bila ada keberatan, selain itu 0."),
)
URUTAN_NILAI = ("instansi", "tahun", "bulan", "unit", "sebutan", "prestasi")
sa.Index("ix_nilai_skp_bulan", *(NILAI_SKP.c[satu] for satu in URUTAN_NILAI))

REKAP_SKP = _tabel(
    "rekap_skp",
    "Jumlah dari nilai_skp per unit dan bulan, sehingga halaman membaca satu baris per unit dan bulan.",
    ("tahun", "bulan", "unit"),
    _tahun(),
    _bulat("bulan", "1 sampai dengan 12; 0 berarti setahun."),
    _teks("unit", "Kode unit."),
    _bulat_besar("orang", "Banyaknya pegawai."),
    _bulat_besar("dinilai", "Banyaknya pegawai yang bernilai prestasi."),
    _bulat_besar("jumlah_skp", "Jumlah nilai SKP mereka dalam sepersejuta poin."),
    _bulat_besar("jumlah_perilaku", "Jumlah nilai perilaku mereka dalam sepersejuta poin."),
    _bulat_besar("jumlah_prestasi", "Jumlah nilai prestasi mereka dalam sepersejuta poin."),
    _bulat_besar("terendah", "Prestasi terendah dalam sepersejuta poin.", kosong=True),
    _bulat_besar("tertinggi", "Prestasi tertinggi dalam sepersejuta poin.", kosong=True),
    _bulat_besar("keberatan", "Banyaknya keberatan."),
    _teks("histogram", "Banyaknya pegawai per rentang nilai, dipadatkan."),
    _teks("kelas", "Banyaknya pegawai per sebutan, dipadatkan."),
    _teks("kuadran", "Banyaknya pegawai per sel kuadran, dipadatkan."),
    _teks("keadaan", "Banyaknya pegawai per tahap penilaian, dipadatkan."),
    _teks("tepat", "Banyaknya yang tepat waktu per tahap, dipadatkan."),
    _teks("lambat", "Banyaknya yang terlambat per tahap, dipadatkan."),
)
REKAP_PEGAWAI = _tabel(
    "rekap_pegawai",
    "Banyaknya pegawai setiap unit.",
    ("unit",),
    _teks("unit", "Kode unit."),
    _bulat("jumlah", "Banyaknya pegawai."),
)
HITUNGAN_SKP = _tabel(
    "hitungan_skp",
    "Satu baris per instansi: program dan aturan mana yang menghitung nilai SKP yang tersimpan.",
    (),
    _teks("sidik", "Hash SHA-256 dari program dan aturan itu."),
    _bulat("nomor", "Naik satu setiap kali nilai yang tersimpan menjadi lain tanpa ada baris yang berubah."),
)
PEMETAAN = _tabel(
    "pemetaan",
    "Judul kolom milik instansi dan kolom baku yang terakhir dipasangkan dengannya.",
    ("lembar", "judul"),
    _teks("lembar", "Lembar buku kerja."),
    _teks("judul", "Judul kolom seperti ditulis instansi."),
    _teks("kolom", "Kolom baku; teks kosong berarti tidak diambil."),
)
PETA_BERNAMA = _tabel(
    "peta_bernama",
    "Arti judul kolom satu berkas yang diambil alih di halaman Data, untuk dipakai lagi oleh import --pemetaan.",
    ("nama",),
    _teks("nama", "Nama pemetaan, dari nama berkasnya."),
    _teks("isi", "Pasangan judul dan kolom baku, dan cara menulis kolom yang dijawab, objek JSON."),
)
SKENARIO = _tabel(
    "skenario",
    "Skenario simulasi yang disimpan; bukan perubahan data, sehingga tidak masuk versi dan jejak.",
    ("kode",),
    _teks("kode", "Kode skenario, dipakai pada alamat halaman."),
    _teks("nama", "Nama yang diberikan penyimpannya."),
    _pelaku("Siapa yang menyimpannya."),
    _waktu(),
    _tahun(),
    _triwulan(),
    _teks("awal", "Titik mulai: posisi (akhir triwulan), tahun, atau proyeksi akhir tahun."),
    _teks("sasaran", "Kode indikator yang dituju, satu per baris."),
    _teks("versi_data", "Versi data tempat skenario dibuat."),
    _teks("ubahan", "Masukan yang diubah, daftar JSON."),
)
KUNCI_PERIODE = _tabel(
    "kunci_periode",
    "Satu baris per triwulan yang ditutup.",
    ("tahun", "triwulan"),
    _tahun(),
    _triwulan(),
    _waktu(),
    _pelaku("Siapa yang menutupnya."),
)
HASIL_KUNCI = _tabel(
    "hasil_kunci",
    "Hasil yang disimpan ketika triwulan ditutup: satu baris per indikator dan posisi.",
    ("tahun", "periode", "kode"),
    _tahun(),
    _teks("periode", "TW1 sampai TW4, atau TAHUN untuk hasil setahun."),
    _teks("kode", "Kode indikator."),
    _teks("isi", "Hasil seperti pada ekspor, objek JSON."),
)
PEGAWAI_KUNCI = _tabel(
    "pegawai_kunci",
    "Banyaknya pegawai setiap unit ketika triwulan ditutup.",
    ("tahun", "triwulan"),
    _tahun(),
    _triwulan(),
    _teks("isi", "Kode unit dan banyaknya pegawai, objek JSON."),
)
KOREKSI = _tabel(
    "koreksi",
    "Satu baris per alasan mengubah triwulan yang sudah ditutup; terbuka selama ditutup kosong.",
    ("nomor",),
    _bulat("nomor", "Nomor koreksi."),
    _tahun(),
    _triwulan(),
    _teks("alasan", "Alasan membuka triwulan itu."),
    _waktu("Saat dibuka, ISO 8601 dalam UTC."),
    _pelaku("Siapa yang membukanya."),
    _teks("ditutup", "Saat ditutup kembali, ISO 8601 dalam UTC.", kosong=True),
    _teks("penutup", "Siapa yang menutupnya kembali.", kosong=True),
)
KOREKSI_ISI = _tabel(
    "koreksi_isi",
    "Baris jejak yang mengubah triwulan tertutup, dan koreksi yang mengizinkannya.",
    ("versi", "urut"),
    _bulat("versi", "Versi pada jejak."),
    _bulat("urut", "Urutan pada jejak."),
    _bulat("nomor", "Nomor koreksi."),
)
LANGKAH_ENTRI = _tabel(
    "langkah_entri",
    "Perjalanan satu isian realisasi dari keadaan ke keadaan.",
    ("indikator", "tahun", "periode", "versi"),
    _teks("indikator", "Kode indikator atau variabel."),
    _tahun(),
    _teks("periode", "Periode isian, misalnya TW2."),
    _bulat("versi", "Versi data yang dibuat langkah ini."),
    _waktu(),
    _pelaku(),
    _teks("aksi", "Apa yang dilakukan, misalnya mengajukan atau mengembalikan."),
    _teks("ke", "Status entri sesudahnya."),
    _teks("alasan", "Alasan dikembalikan.", kosong=True),
)
DRAF_ISIAN = _tabel(
    "draf_isian",
    "Isian lembar Bidang & IKI yang belum diajukan; bukan perubahan data, sehingga tidak masuk versi dan jejak.",
    ("pelaku", "indikator", "tahun", "periode"),
    _pelaku("Siapa yang mengetiknya."),
    _teks("indikator", "Kode indikator atau variabel."),
    _tahun(),
    _teks("periode", "Periode isian, misalnya TW2."),
    _teks("dasar", "Tanda baris tersimpan ketika isian dimulai; kosong bila belum ada barisnya."),
    _teks("isi", "Isi sel seperti diketik dan pertanyaan yang sudah dijawab, objek JSON."),
    _waktu("Saat terakhir diketik, ISO 8601 dalam UTC."),
)
BERKAS_BUKTI = _tabel(
    "berkas_bukti",
    "Bukti yang diserahkan sebagai berkas; berkasnya sendiri disimpan dengan nama hash-nya.",
    ("sha256",),
    _teks("sha256", "Hash SHA-256 dari isi berkas."),
    _teks("nama", "Nama berkas seperti diserahkan."),
    _teks("akhiran", "Akhiran nama berkas."),
    _bulat("ukuran", "Ukuran dalam byte."),
    _waktu(),
    _pelaku("Siapa yang menyerahkannya."),
)
PENGHAPUSAN = sa.Table(
    "penghapusan",
    METADATA,
    _teks("instansi", "Kode instansi yang dihapus; instansinya sendiri tidak ada lagi."),
    _bulat("versi", "Nomor versi penghapusan; data yang masuk lagi dengan kode ini melanjutkannya."),
    _teks("nama", "Nama instansi itu."),
    _waktu(),
    _pelaku("Siapa yang menghapusnya."),
    _teks("cadangan", "Nama berkas cadangan yang ditulis lebih dahulu."),
    _bulat("jumlah", "Banyaknya baris yang dihapus."),
    sa.PrimaryKeyConstraint("instansi", "versi", name="pk_penghapusan"),
    info={JUDUL: "Jejak instansi yang dihapus: satu baris per penghapusan; tinggal sesudah instansinya tiada."},
)
