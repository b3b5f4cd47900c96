"""Headings met in other files, by sheet and column: exports of e-Kinerja and SIPD, and tables people keep themselves.

Collected from how these applications and the reports made from them head their columns; a heading that is not here
is compared with the names in the dictionary, and the person who hands the file in has the last word.
"""

PERIODE = ("triwulan", "tw", "periode pelaporan", "periode penilaian", "bulan pelaporan", "triwulan ke")
INDIKATOR = (
    "indikator kinerja",
    "nama indikator",
    "kode indikator",
    "indikator kinerja utama",
    "iku",
    "iki",
    "indikator kinerja individu",
    "indikator sasaran",
    "indikator program",
    "indikator kegiatan",
    "uraian indikator",
    "uraian",
    "indikator kinerja program",
    "indikator kinerja kegiatan",
    "indikator kinerja sasaran",
)
TAHUN = ("tahun anggaran", "ta", "thn", "tahun pelaporan")
NIP = ("nip pegawai", "nip baru", "nomor induk pegawai", "nip asn")
UNIT = ("unit kerja", "unor", "unit organisasi", "opd", "skpd", "perangkat daerah", "bidang", "nama unit")
JABATAN = ("nama jabatan", "jabatan pegawai", "jabatan asn")
BULAN = ("bulan penilaian", "bln")

ALIAS: dict[str, dict[str, tuple[str, ...]]] = {
    "realisasi": {
        "indikator": INDIKATOR,
        "tahun": TAHUN,
        "periode": PERIODE,
        "nilai": (
            "realisasi",
            "capaian",
            "realisasi kinerja",
            "realisasi indikator",
            "nilai realisasi",
            "hasil",
            "capaian kinerja",
            "realisasi fisik",
            "realisasi target",
        ),
        "pembilang": ("jumlah pembilang", "numerator"),
        "penyebut": ("jumlah penyebut", "denominator"),
        "sumber_nilai": ("sumber", "jenis data"),
        "keterangan_sumber": ("keterangan", "sumber data", "catatan"),
        "kendala": ("permasalahan", "hambatan", "faktor penghambat", "kendala hambatan", "masalah"),
        "solusi": ("upaya", "pemecahan masalah", "solusi upaya", "strategi", "upaya pemecahan"),
        "tindak_lanjut": ("rencana tindak lanjut", "rtl", "tindak lanjut rencana aksi", "rencana aksi"),
        "status_tindak_lanjut": ("status rtl", "status"),
        "pic": ("penanggung jawab", "pelaksana", "penanggungjawab"),
        "batas_waktu": ("tenggat", "target waktu", "batas akhir", "deadline", "jadwal"),
        "bukti": ("bukti dukung", "data dukung", "eviden", "evidence", "tautan bukti", "link bukti"),
    },
    "target": {
        "indikator": INDIKATOR,
        "tahun": TAHUN,
        "periode": PERIODE,
        "nilai": ("target kinerja", "target indikator", "nilai target", "target tahunan", "target pk"),
        "teks": ("target tercetak", "target seperti tercetak"),
    },
    "pegawai": {
        "nip": NIP,
        "nama": ("nama pegawai", "nama lengkap", "nama asn", "pegawai"),
        "jabatan": JABATAN,
        "unit": UNIT,
        "golongan": ("gol", "golongan ruang", "pangkat golongan", "pangkat"),
    },
    "skp": {
        "nip": NIP,
        "tahun": TAHUN,
        "bulan": BULAN,
        "no": ("nomor", "no urut"),
        "kegiatan": (
            "kegiatan tugas jabatan",
            "uraian kegiatan",
            "rencana hasil kerja",
            "rencana kinerja",
            "uraian tugas",
            "hasil kerja",
            "rhk",
            "rencana aksi",
        ),
        "angka_kredit": ("ak", "angka kredit"),
        "target_kuantitas": ("target kuant", "target output", "kuantitas target", "target kuantitas output", "target"),
        "satuan_kuantitas": ("satuan", "satuan output", "satuan kuant"),
        "target_kualitas": ("target kual", "target mutu", "kualitas target", "target kualitas mutu"),
        "target_waktu": ("waktu target",),
        "target_biaya": ("biaya target", "target anggaran"),
        "realisasi_kuantitas": ("realisasi kuant", "realisasi output", "kuantitas realisasi", "realisasi"),
        "realisasi_kualitas": ("realisasi kual", "realisasi mutu", "kualitas realisasi"),
        "realisasi_waktu": ("waktu realisasi",),
        "realisasi_biaya": ("biaya realisasi",),
        "unit": UNIT,
        "jabatan": JABATAN,
    },
    "perilaku": {
        "nip": NIP,
        "tahun": TAHUN,
        "bulan": BULAN,
        "orientasi_pelayanan": ("berorientasi pelayanan", "pelayanan"),
        "kerjasama": ("kerja sama", "kolaboratif"),
        "rating_hasil": ("rating hasil kerja", "hasil kerja", "penilaian hasil kerja"),
        "rating_perilaku": ("rating perilaku kerja", "perilaku kerja", "perilaku"),
        "tugas_tambahan": ("jumlah tugas tambahan",),
    },
    "anggaran": {
        "simpul": ("kode sub kegiatan", "sub kegiatan", "kode kegiatan", "kode program", "kode simpul"),
        "tahun": TAHUN,
        "periode": PERIODE,
        "pagu": ("anggaran", "pagu anggaran", "pagu indikatif", "alokasi anggaran", "jumlah anggaran"),
        "realisasi": ("realisasi anggaran", "realisasi keuangan", "realisasi rp", "serapan", "penyerapan"),
    },
    "predikat_unit": {
        "unit": UNIT,
        "tahun": TAHUN,
        "periode": PERIODE,
        "predikat": ("predikat kinerja", "capaian kinerja organisasi", "predikat kinerja organisasi"),
    },
}
