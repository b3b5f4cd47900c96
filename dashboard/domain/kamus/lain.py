"""Sheets beside the measurements: findings, holidays, settings and budget."""

from dashboard.domain.aturan.pengaturan import PER_KUNCI
from dashboard.domain.dasar.periode import SEMUA_PERIODE
from dashboard.domain.kamus.jenis import SEJAK_AWAL, BentukTeks, Lembar, bilangan, pilihan, tahun, tanggal, teks

LAIN = (
    Lembar(
        "temuan",
        "Temuan",
        "Ketidaksesuaian yang dicatat dengan tangan.",
        ("kode",),
        (
            teks("kode", ket="Kode temuan.", wajib=True),
            pilihan("keparahan", ("tinggi", "sedang", "rendah"), ket="Tingkat keparahan."),
            teks("objek", ket="Kode objek yang dimaksud.", bentuk=BentukTeks.KODE),
            teks("dokumen", ket="Kode dokumen.", acuan=("dokumen",)),
            teks("letak", ket="Letak dalam dokumen."),
            teks("kutipan", ket="Kutipan."),
            teks("uraian", ket="Uraian temuan.", wajib=True),
            teks("status", ket="Keadaan penyelesaian."),
            teks("alasan", ket="Alasan status."),
        ),
    ),
    Lembar(
        "hari_libur",
        "Hari libur",
        "Hari libur dan cuti bersama.",
        ("tanggal",),
        (tanggal("tanggal", ket="Tanggal libur.", wajib=True), teks("keterangan", ket="Nama hari libur.")),
    ),
    Lembar(
        "pengaturan",
        "Pengaturan",
        "Pilihan instansi: batas rata-rata, tenggat, rezim, dan batas pada Distribusi SKP.",
        ("kunci", "berlaku_mulai"),
        (
            teks("kunci", ket=f"Nama pengaturan: {', '.join(PER_KUNCI)}.", wajib=True),
            teks("nilai", ket="Isi pengaturan; yang tidak berlaku ditolak beserta isi yang boleh.", wajib=True),
            tanggal("berlaku_mulai", ket="Tanggal mulai berlaku; kosong berarti sejak awal.", bawaan=SEJAK_AWAL),
        ),
    ),
    Lembar(
        "anggaran",
        "Anggaran",
        "Pagu dan realisasi anggaran per simpul.",
        ("simpul", "tahun", "periode"),
        (
            teks("simpul", ket="Kode simpul.", wajib=True, acuan=("simpul",)),
            tahun(ket="Tahun anggaran."),
            pilihan("periode", SEMUA_PERIODE, ket="TAHUN, TW1..TW4, atau BLN01..BLN12.", wajib=True),
            bilangan("pagu", ket="Pagu dalam rupiah.", satuan="Rp", batas=(0, None)),
            bilangan("realisasi", "Realisasi anggaran", "Realisasi dalam rupiah.", satuan="Rp", batas=(0, None)),
        ),
    ),
)
