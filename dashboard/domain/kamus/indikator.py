"""Sheets of indicators: what is measured, how it is made up, its targets and its reported values."""

from dashboard.domain.dasar.indikator import (
    INSTRUMEN,
    JENIS_INDIKATOR,
    Penyajian,
    PeranKomponen,
    Perilaku,
    Polaritas,
    Rumus,
    Sifat,
    SumberNilai,
)
from dashboard.domain.dasar.periode import SEMUA_PERIODE
from dashboard.domain.kamus.jenis import (
    SEJAK_AWAL,
    BentukTeks,
    Lembar,
    bilangan,
    daftar,
    pilihan,
    tahun,
    tanggal,
    teks,
    ya_tidak,
)

SUMBER = (SumberNilai.RESMI.value, SumberNilai.PUBLIK.value, SumberNilai.SIMULASI.value)
KATA_SUMBER = dict(zip(SUMBER, ("data resmi", "data publik", "data contoh"), strict=True))
"""What a reader is told: made-up sample values are "data contoh", "simulasi" is a what-if and nothing else."""
BERNILAI = ("indikator", "variabel")
"""The two sheets that share one code space: what can be a komponen and what can have a realisasi."""
KUNCI_KOMPONEN = ("indikator", "komponen", "kelompok", "peran")

INDIKATOR = (
    Lembar(
        "indikator",
        "Indikator",
        "Semua ukuran kinerja: IKU, IKI, dan unsur indeks.",
        ("kode",),
        (
            teks("kode", ket="Kode indikator; satu ruang kode dengan variabel.", wajib=True),
            teks("simpul", ket="Kode simpul tempat indikator bergantung.", wajib=True, acuan=("simpul",)),
            teks("nomor", ket="Nomor seperti tercetak.", bentuk=BentukTeks.NOMOR),
            teks("nama", "Nama indikator", "Nama seperti tercetak.", wajib=True),
            pilihan("jenis", JENIS_INDIKATOR, ket="Jenis indikator.", wajib=True),
            teks("satuan", ket="Satuan ukuran, misalnya %, orang, nilai."),
            pilihan("polaritas", tuple(Polaritas), ket="positif: makin tinggi makin baik.", wajib=True),
            pilihan("perilaku", tuple(Perilaku), ket="Cara angka periode membentuk angka tahun."),
            teks("tipe_penghitungan", ket="Kata yang tercetak, misalnya Non kumulatif."),
            pilihan("penyajian", tuple(Penyajian), ket="Angka periode berupa tambahan atau jumlah s.d. periode."),
            bilangan("maks", "Nilai maksimum", "Nilai tertinggi yang mungkin.", dari="satuan"),
            pilihan("instrumen", INSTRUMEN, ket="Instrumen penilaian luar."),
            teks("instrumen_versi", "Versi instrumen", "Versi instrumen penilaian."),
            teks("skala", ket="Skala predikat yang dipakai."),
            pilihan("rumus_capaian", ("baku", "T/R"), ket="Rumus capaian.", bawaan="baku"),
            teks("formulasi", ket="Formulasi seperti tercetak."),
            pilihan("rumus", tuple(Rumus), ket="Cara nilai dihitung dari komponennya.", bawaan=Rumus.NILAI.value),
            bilangan("upaya", ket="Upaya relatif untuk menaikkan satu satuan.", batas=(0, None)),
            ya_tidak("poin_asumsi", "Poin diasumsikan", "ya bila pembagian poin tidak tercetak."),
            daftar("pemilik", ket="Kode jabatan pemilik, dipisah tanda |.", acuan=("jabatan",)),
            teks("sumber_data", ket="Sumber data seperti tercetak."),
            teks("definisi", ket="Definisi operasional."),
            teks("relevansi", ket="Alasan indikator dipilih."),
            teks("dokumen", ket="Kode dokumen sumber.", acuan=("dokumen",)),
            teks("letak", ket="Judul, tabel, dan nomor baris seperti tercetak."),
        ),
    ),
    Lembar(
        "variabel",
        "Variabel",
        "Masukan rumus yang bukan indikator, misalnya jumlah ASN.",
        ("kode",),
        (
            teks("kode", ket="Kode variabel; satu ruang kode dengan indikator.", wajib=True),
            teks("nama", ket="Nama variabel.", wajib=True),
            teks("satuan", ket="Satuan variabel."),
            bilangan("batas_bawah", ket="Nilai terendah yang mungkin.", dari="satuan"),
            bilangan("batas_atas", ket="Nilai tertinggi yang mungkin.", dari="satuan"),
        ),
    ),
    Lembar(
        "komponen",
        "Komponen",
        "Hubungan indikator dengan unsur rumusnya.",
        KUNCI_KOMPONEN,
        (
            teks("indikator", ket="Kode indikator yang dibentuk.", wajib=True, acuan=("indikator",)),
            teks("komponen", ket="Kode indikator atau variabel pembentuk.", wajib=True, acuan=BERNILAI),
            teks("kelompok", ket="Nama kelompok rasio.", bawaan="", bentuk=BentukTeks.NOMOR),
            pilihan("peran", tuple(PeranKomponen), ket="Peran dalam rumus.", bawaan=PeranKomponen.SUKU.value),
            bilangan("bobot", ket="Bobot; -1 mengurangi. Kosong berarti 1."),
            pilihan("sifat", tuple(Sifat), ket="Sifat hubungan.", wajib=True),
            pilihan("arah", ("+", "-"), ket="Arah pengaruh."),
            teks("catatan", ket="Keterangan lain."),
        ),
    ),
    Lembar(
        "target",
        "Target",
        "Target per indikator dan periode.",
        ("indikator", "tahun", "periode", "versi", "berlaku_mulai"),
        (
            teks("indikator", ket="Kode indikator.", wajib=True, acuan=("indikator",)),
            tahun(ket="Tahun target."),
            pilihan("periode", SEMUA_PERIODE, ket="TAHUN, TW1..TW4, atau BLN01..BLN12.", wajib=True),
            bilangan("nilai", "Target", "Target tunggal.", dari="indikator"),
            bilangan("nilai_min", "Target terendah", "Batas bawah target rentang.", dari="indikator"),
            bilangan("nilai_maks", "Target tertinggi", "Batas atas target rentang.", dari="indikator"),
            teks("predikat", ket="Huruf atau predikat target."),
            teks(
                "teks",
                "Target tercetak",
                "Target seperti tercetak; - berarti tidak ditargetkan.",
                bentuk=BentukTeks.TERCETAK,
            ),
            pilihan("versi", ("awal", "perubahan"), ket="Versi target.", bawaan="awal"),
            tanggal("berlaku_mulai", ket="Tanggal versi mulai berlaku; kosong berarti sejak awal.", bawaan=SEJAK_AWAL),
            pilihan(
                "sumber_nilai", SUMBER, ket="Asal angka; simulasi berarti data contoh.", bawaan=SumberNilai.RESMI.value
            ),
            teks("dokumen", ket="Kode dokumen sumber.", acuan=("dokumen",)),
            teks("letak", ket="Letak dalam dokumen."),
            teks("penjelasan", ket="Penjelasan target."),
        ),
    ),
    Lembar(
        "realisasi",
        "Realisasi",
        "Nilai yang dilaporkan per periode.",
        ("indikator", "tahun", "periode"),
        (
            teks("indikator", ket="Kode indikator atau variabel.", wajib=True, acuan=BERNILAI),
            tahun(ket="Tahun realisasi."),
            pilihan("periode", SEMUA_PERIODE, ket="TAHUN, TW1..TW4, atau BLN01..BLN12.", wajib=True),
            bilangan("nilai", "Realisasi", "Nilai yang dilaporkan.", dari="indikator"),
            bilangan("pembilang", ket="Pembilang bila nilai berupa rasio."),
            bilangan("penyebut", ket="Penyebut bila nilai berupa rasio."),
            pilihan("sumber_nilai", SUMBER, ket="Asal angka; simulasi berarti data contoh.", wajib=True),
            teks("keterangan_sumber", ket="Dari mana angka diperoleh."),
            teks("kendala", ket="Kendala yang dihadapi."),
            teks("solusi", ket="Solusi yang ditempuh."),
            teks("tindak_lanjut", ket="Janji tindak lanjut."),
            pilihan("status_tindak_lanjut", ("berjalan", "selesai", "batal"), ket="Keadaan tindak lanjut."),
            teks("pic", "Penanggung jawab", "Penanggung jawab tindak lanjut."),
            tanggal("batas_waktu", ket="Batas waktu tindak lanjut."),
            tanggal("tanggal_selesai", ket="Tanggal tindak lanjut selesai."),
            teks("bukti", "Bukti dukung", "Bukti dukung."),
            pilihan(
                "status_entri",
                ("draf", "diajukan", "disetujui", "dikembalikan"),
                ket="Status entri.",
                bawaan="disetujui",
            ),
        ),
    ),
)
