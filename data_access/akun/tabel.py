"""The tables of accounts. They belong to persons, not to an agency: an agency's removal or backup leaves them alone."""

from typing import Any

import sqlalchemy as sa

from data_access.system_tables import JUDUL

METADATA_AKUN = sa.MetaData()


def _teks(nama: str, ket: str, *, kosong: bool = False) -> sa.Column[Any]:
    return sa.Column(nama, sa.Text(), nullable=kosong, doc=ket)


def _bulat(nama: str, ket: str) -> sa.Column[Any]:
    return sa.Column(nama, sa.Integer(), nullable=False, doc=ket)


def _akun(ket: str = "Kode akun.") -> sa.Column[Any]:
    return sa.Column("akun", sa.Text(), sa.ForeignKey("akun.kode"), nullable=False, doc=ket)


AKUN = sa.Table(
    "akun",
    METADATA_AKUN,
    _teks("kode", "Kode akun, tidak pernah berubah."),
    _teks("nama_masuk", "Nama untuk masuk, huruf kecil."),
    _teks("nama", "Nama yang tampil pada riwayat."),
    _teks("sandi", "Sandi sebagai hash argon2id; kosong bila masuk lewat SSO.", kosong=True),
    _bulat("ganti_sandi", "1 bila sandinya harus diganti ketika masuk."),
    _teks("nonaktif", "Saat dinonaktifkan, ISO 8601 dalam UTC.", kosong=True),
    _teks("waktu", "Saat dibuat, ISO 8601 dalam UTC."),
    _teks("nip", "NIP pemegangnya; dengannya seorang pegawai melihat SKP-nya sendiri.", kosong=True),
    sa.PrimaryKeyConstraint("kode", name="pk_akun"),
    sa.UniqueConstraint("nama_masuk", name="uq_akun_nama_masuk"),
    sa.UniqueConstraint("nama", name="uq_akun_nama"),
    info={JUDUL: "Satu baris per orang yang dapat masuk."},
)
PENUGASAN = sa.Table(
    "penugasan",
    METADATA_AKUN,
    _akun(),
    _bulat("nomor", "Nomor penugasan pada akun itu."),
    _teks("peran", "Peran yang dijalankan."),
    _teks("instansi", "Kode instansi; kosong berarti semua, hanya untuk admin.", kosong=True),
    _teks("unit", "Kode unit, untuk kepala bidang dan pegawai.", kosong=True),
    sa.Column("mulai", sa.Date(), nullable=False, doc="Hari pertama."),
    sa.Column("selesai", sa.Date(), nullable=True, doc="Hari terakhir; kosong selama masih dipegang."),
    _teks("sifat", "definitif, plt, atau plh."),
    sa.PrimaryKeyConstraint("akun", "nomor", name="pk_penugasan"),
    info={JUDUL: "Penugasan: peran satu akun dari hari ke hari; akun tetap, penugasan berganti."},
)
SESI_MASUK = sa.Table(
    "sesi_masuk",
    METADATA_AKUN,
    _teks("sidik", "Hash SHA-256 dari kunci pada kuki; kuncinya sendiri tidak disimpan."),
    _akun(),
    _teks("dibuat", "Saat masuk, ISO 8601 dalam UTC."),
    _teks("terakhir", "Saat terakhir dipakai, paling sering dicatat setiap lima menit."),
    _teks("dicabut", "Saat keluar atau dikeluarkan.", kosong=True),
    sa.Column("penugasan", sa.Integer(), nullable=True, doc="Nomor penugasan yang dipilih."),
    sa.PrimaryKeyConstraint("sidik", name="pk_sesi_masuk"),
    info={JUDUL: "Satu baris per kali masuk."},
)
PERCOBAAN_MASUK = sa.Table(
    "percobaan_masuk",
    METADATA_AKUN,
    _teks("kunci", "Nama masuk atau alamat asal percobaan, sebagai hash SHA-256."),
    _bulat("gagal", "Banyaknya percobaan gagal berturut-turut."),
    _teks("tahan_sampai", "Sampai kapan percobaan berikutnya ditolak.", kosong=True),
    _teks("terakhir", "Saat percobaan terakhir, ISO 8601 dalam UTC."),
    sa.PrimaryKeyConstraint("kunci", name="pk_percobaan_masuk"),
    info={JUDUL: "Percobaan masuk yang gagal, juga untuk nama yang tidak ada."},
)
JEJAK_AKUN = sa.Table(
    "jejak_akun",
    METADATA_AKUN,
    _bulat("nomor", "Urutan kejadian."),
    _teks("waktu", "Saat terjadi, ISO 8601 dalam UTC."),
    _teks("pelaku", "Siapa yang melakukannya."),
    _teks("akun", "Kode akun yang diubah."),
    _teks("kejadian", "Apa yang terjadi, dalam kalimat."),
    sa.PrimaryKeyConstraint("nomor", name="pk_jejak_akun"),
    info={JUDUL: "Jejak akun: dibuat, ditugaskan, diakhiri, dinonaktifkan, sandi diganti, dikeluarkan."},
)
AKUN_SSO = sa.Table(
    "akun_sso",
    METADATA_AKUN,
    _akun(),
    _teks("pengenal", "Surel atau nama pengguna di SSO yang dicatat admin, huruf kecil."),
    _teks("penerbit", "Alamat penyedia SSO, sejak orangnya pertama kali masuk.", kosong=True),
    _teks("subjek", "Kode orangnya di penyedia itu, sejak pertama kali masuk.", kosong=True),
    sa.PrimaryKeyConstraint("akun", name="pk_akun_sso"),
    sa.UniqueConstraint("pengenal", name="uq_akun_sso_pengenal"),
    sa.UniqueConstraint("penerbit", "subjek", name="uq_akun_sso_subjek"),
    info={JUDUL: "Akun yang dapat masuk lewat SSO, dan orangnya di sana."},
)
