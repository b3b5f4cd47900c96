"""Sheets of employees: who they are, their monthly SKP and behaviour, and their unit's predikat."""

from dashboard.domain.dasar.periode import SEMUA_PERIODE
from dashboard.domain.kamus.jenis import (
    BentukTeks,
    Kolom,
    Lembar,
    bilangan,
    bulat,
    pilihan,
    tahun,
    tanggal,
    teks,
    ya_tidak,
)

RATING = ("di_bawah", "sesuai", "di_atas")
MUTU = (0, 100)


def _nip() -> Kolom:
    return teks("nip", "NIP", "Nomor induk pegawai, ditulis sebagai teks.", wajib=True, acuan=("pegawai",))


def _bulan() -> Kolom:
    return bulat("bulan", 0, 12, ket="1 sampai 12; 0 untuk SKP tahunan.", wajib=True)


PEGAWAI = (
    Lembar(
        "pegawai",
        "Pegawai",
        "Pegawai yang dinilai.",
        ("nip",),
        (
            teks("nip", "NIP", "Nomor induk pegawai, ditulis sebagai teks.", wajib=True),
            teks("nama", ket="Nama pegawai.", wajib=True),
            teks("jabatan", ket="Kode jabatan.", acuan=("jabatan",)),
            teks("unit", ket="Kode unit.", wajib=True, acuan=("unit",)),
            teks("golongan", ket="Golongan ruang."),
            ya_tidak("memimpin", ket="ya bila kepemimpinan ikut dinilai."),
        ),
    ),
    Lembar(
        "skp",
        "SKP",
        "Baris kegiatan SKP per pegawai dan bulan.",
        ("nip", "tahun", "bulan", "no"),
        (
            _nip(),
            tahun(ket="Tahun SKP."),
            _bulan(),
            teks("no", "No.", "Nomor baris kegiatan.", wajib=True, bentuk=BentukTeks.NOMOR),
            teks("kegiatan", "Kegiatan tugas jabatan", "Uraian kegiatan.", wajib=True),
            bilangan("angka_kredit", ket="Angka kredit.", batas=(0, None)),
            bilangan(
                "target_kuantitas",
                ket="Target kuantitas; - berarti tidak ditargetkan bulan itu.",
                wajib=True,
                dari="satuan_kuantitas",
                batas=(0, None),
                strip=True,
            ),
            teks("satuan_kuantitas", ket="Satuan kuantitas."),
            bilangan("target_kualitas", ket="Target mutu, 0 sampai 100.", batas=MUTU),
            bilangan("target_waktu", ket="Target waktu.", dari="satuan_waktu", batas=(0, None)),
            teks("satuan_waktu", ket="Satuan waktu."),
            bilangan("target_biaya", ket="Target biaya dalam rupiah.", satuan="Rp", batas=(0, None)),
            bilangan("realisasi_kuantitas", ket="Realisasi kuantitas.", dari="satuan_kuantitas", batas=(0, None)),
            bilangan("realisasi_kualitas", ket="Realisasi mutu, 0 sampai 100.", batas=MUTU),
            bilangan("realisasi_waktu", ket="Realisasi waktu.", dari="satuan_waktu", batas=(0, None)),
            bilangan("realisasi_biaya", ket="Realisasi biaya dalam rupiah.", satuan="Rp", batas=(0, None)),
            teks("unit", ket="Unit pada bulan itu bila berbeda.", acuan=("unit",)),
            teks("jabatan", ket="Jabatan pada bulan itu bila berbeda.", acuan=("jabatan",)),
        ),
    ),
    Lembar(
        "perilaku",
        "Perilaku kerja",
        "Nilai perilaku dan tugas tambahan.",
        ("nip", "tahun", "bulan"),
        (
            _nip(),
            tahun(ket="Tahun penilaian."),
            _bulan(),
            bilangan("orientasi_pelayanan", ket="Nilai 0 sampai 100.", batas=MUTU),
            bilangan("integritas", ket="Nilai 0 sampai 100.", batas=MUTU),
            bilangan("komitmen", ket="Nilai 0 sampai 100.", batas=MUTU),
            bilangan("disiplin", ket="Nilai 0 sampai 100.", batas=MUTU),
            bilangan("kerjasama", "Kerja sama", "Nilai 0 sampai 100.", batas=MUTU),
            bilangan("kepemimpinan", ket="Hanya bagi yang memimpin.", batas=MUTU),
            bulat("tugas_tambahan", 0, 1000, ket="Jumlah tugas tambahan."),
            pilihan("kreativitas", ("tidak", "skpd", "pemda", "negara"), ket="Tingkat manfaat kreativitas."),
            pilihan("rating_hasil", RATING, "Rating hasil kerja", "Terhadap ekspektasi."),
            pilihan("rating_perilaku", RATING, ket="Terhadap ekspektasi."),
            tanggal("tanggal_lapor", ket="Tanggal laporan."),
            tanggal("tanggal_nilai", ket="Tanggal penilaian."),
            tanggal("tanggal_keberatan", ket="Tanggal keberatan."),
            tanggal("tanggal_verifikasi", ket="Tanggal verifikasi tim."),
        ),
    ),
    Lembar(
        "predikat_unit",
        "Predikat unit",
        "Capaian kinerja organisasi per unit.",
        ("unit", "tahun", "periode"),
        (
            teks("unit", ket="Kode unit.", wajib=True, acuan=("unit",)),
            tahun(ket="Tahun."),
            pilihan("periode", SEMUA_PERIODE, ket="TAHUN, TW1..TW4, atau BLN01..BLN12.", wajib=True),
            pilihan(
                "predikat",
                ("istimewa", "baik", "butuh_perbaikan", "kurang", "sangat_kurang"),
                ket="Predikat yang ditetapkan.",
                wajib=True,
            ),
        ),
    ),
)
