"""Workbooks at random about a small agency, for tests of what time and locks hold still."""

from random import Random

from tests.builders import NIP_UJI, BarisBuku, IsiBuku, buku_kecil, buku_pegawai

SETELAN = {
    "toleransi_tercapai": ("0", "5", "10"), "batas_rerata": ("100", "110", "tanpa batas"),
    "rezim_skp": ("numerik", "predikat", "menurut tahun"),
    "skp_sumber_nilai": ("simulasi", "publik", "resmi"), "skp_hari_kerja_pekan": ("5", "6"),
    "batas_lapor_hari": ("0", "30"), "skp_sembunyi_di_bawah": ("1", "9"), "skp_menggelembung_capaian": ("10", "150"),
}  # fmt: skip
HARI = ("", "1 Maret 2024", "1 Juni 2024", "1 September 2024")
LIBUR = ("2 Februari", "5 Maret", "17 Juni", "2 Juli")
PEJABAT = ("KABAN", "KABID")
NIP_BARU = "008002012005012002"
BAIK = {"unit": "BIDANG", "tahun": "2024", "predikat": "baik"}
PROGRAM = {"kode": "PRG", "jenjang": "program", "sasaran": "Program", "induk": "SAS"}
BAGIAN = {"indikator": "R", "peran": "suku", "sifat": "tertulis", "kelompok": ""}


def indikator(kode: str, **isi: str) -> BarisBuku:
    dasar = {"kode": kode, "simpul": "PRG", "nama": f"Indikator {kode}", "jenis": "program", "satuan": "nilai"}
    return dasar | {"polaritas": "positif", "perilaku": "progress", "penyajian": "", "rumus": "", "pemilik": ""} | isi


INDIKATOR: dict[str, BarisBuku] = {
    satu["kode"]: satu
    for satu in (
        indikator("A"),
        indikator("B"),
        indikator("C", satuan="orang", perilaku="akumulasi", penyajian="tambahan", pemilik="KABID"),
        indikator("R", rumus="rerata"),
        indikator("S", satuan="%", perilaku="pengulangan", jenis="IKU", simpul="SAS", pemilik="KABAN|KABID"),
        indikator("BAIK", satuan="%", rumus="skp_baik", pemilik="KABAN"),
    )
}
KODE = tuple(INDIKATOR)


def target(kode: str, periode: str, nilai: int | str, mulai: str = "") -> BarisBuku:
    dasar = {"indikator": kode, "tahun": "2024", "periode": periode, "nilai": str(nilai)}
    penjelasan = "Perubahan anggaran: DPA perubahan nomor 12" if mulai else ""
    return dasar | {"versi": "perubahan" if mulai else "awal", "berlaku_mulai": mulai, "penjelasan": penjelasan}


def realisasi(kode: str, periode: str, nilai: int) -> BarisBuku:
    return {"indikator": kode, "tahun": "2024", "periode": periode, "nilai": str(nilai), "sumber_nilai": "resmi"}


def skp(bulan: int) -> BarisBuku:
    dasar = {"nip": NIP_UJI, "tahun": "2024", "bulan": str(bulan), "no": "1", "kegiatan": "Menyusun laporan"}
    return dasar | {"target_kuantitas": "2", "realisasi_kuantitas": "2", "realisasi_kualitas": "90"}


def perilaku(bulan: int) -> BarisBuku:
    aspek = dict.fromkeys(("orientasi_pelayanan", "integritas", "komitmen", "disiplin", "kerjasama"), "90")
    rating = {"rating_hasil": "sesuai", "rating_perilaku": "sesuai"}
    return {"nip": NIP_UJI, "tahun": "2024", "bulan": str(bulan), "kepemimpinan": "90"} | aspek | rating


def setelan(acak: Random, kunci: str, hari: str) -> BarisBuku:
    return {"kunci": kunci, "nilai": acak.choice(SETELAN[kunci]), "berlaku_mulai": hari}


def buku_awal() -> IsiBuku:
    """Half a year of reports and scores."""
    isi = buku_kecil() | buku_pegawai()
    isi["indikator"] = list(INDIKATOR.values())
    isi["unit"].append({"kode": "SEKSI", "nama": "Seksi", "induk": "BIDANG", "alias": ""})
    isi["pegawai"] = [satu | {"unit": "SEKSI"} for satu in isi["pegawai"]]
    isi["komponen"] = [BAGIAN | {"komponen": k, "bobot": "1"} for k in "AB"]
    isi["komponen"].append(BAGIAN | {"indikator": "BAIK", "komponen": "JUMLAH_ASN", "bobot": "1", "peran": "penyebut"})
    isi["skp"] = [skp(bulan) for bulan in range(1, 7)]
    isi["perilaku"] = [perilaku(bulan) for bulan in range(1, 7)]
    isi["target"] = [target(k, "TAHUN", 80) for k in KODE]
    isi["realisasi"] = [realisasi(k, f"TW{tw}", 20 + 40 * tw) for k in "ABCS" for tw in (1, 2)]
    isi["realisasi"] += [realisasi("JUMLAH_ASN", f"TW{tw}", 2) for tw in (1, 2)]
    return isi


def kelak(acak: Random, tw: int) -> IsiBuku:
    """Something that belongs to a time after that quarter."""
    triwulan, bulan = acak.randint(tw + 1, 4), acak.randint(3 * tw + 1, 12)
    kode, nilai = acak.choice(KODE), acak.randint(0, 120)
    periode = acak.choice([f"TW{triwulan}", f"BLN{bulan:02d}"] + (["TAHUN"] if kode != "R" else []))
    hari = f"{acak.randint(1, 28)} {acak.choice(['Oktober', 'November', 'Desember'])} 2024"
    sebarang = acak.choice(["TAHUN", "TW1", "TW2", "TW3", "TW4", "BLN02"])
    return acak.choice(
        [
            {"realisasi": [realisasi(kode, periode, nilai)]},
            {"target": [target(kode, sebarang, nilai, mulai=hari)]},
            {"skp": [skp(bulan)]},
            {"realisasi": [realisasi("JUMLAH_ASN", f"TW{triwulan}", nilai + 1)]},
            {"pengaturan": [setelan(acak, acak.choice(list(SETELAN)), hari)]},
            {"perilaku": [perilaku(bulan)], "skp": [skp(bulan)]},
        ]
    )


def buku_acak(acak: Random) -> list[IsiBuku]:
    """One workbook of every kind, each about something at random."""
    nilai, periode = acak.randint(0, 120), acak.choice(["TAHUN", "TW1", "TW2", "TW3", "TW4", "BLN05", "BLN11"])
    hari, bulan, unit = acak.choice(HARI), acak.randint(1, 12), acak.choice(["BADAN", "BIDANG"])

    def kode() -> str:
        return acak.choice(KODE)

    definisi = {
        "polaritas": ["positif", "negatif"],
        "perilaku": ["progress", "akumulasi", "pengulangan"],
        "satuan": ["%", "orang", "nilai"],
        "jenis": ["IKU", "program", "sasaran"],
        "pemilik": ["", *PEJABAT, "KABID|KABAN"],
        "rumus": ["rerata", "jumlah", "nilai"],
        "nama": [f"Nama {nilai}"],
    }
    return [
        *({"indikator": [INDIKATOR[kode()] | {kolom: acak.choice(isi)}]} for kolom, isi in definisi.items()),
        {"indikator": [indikator(f"BARU{nilai}")], "target": [target(f"BARU{nilai}", "TAHUN", 5)]},
        {"indikator": [INDIKATOR[acak.choice("ABC")] | {"jenis": "IKU"}]},
        {"indikator": [INDIKATOR["S"] | {"jenis": "sasaran"}]},
        {"indikator": [INDIKATOR["C"] | {"pemilik": "KABID|KABAN"}]},
        {"indikator": [indikator(f"IKU{nilai}", jenis="IKU")], "target": [target(f"IKU{nilai}", "TAHUN", 5)]},
        {"komponen": [BAGIAN | {"komponen": acak.choice("AB"), "bobot": str(acak.randint(1, 3))}]},
        {"komponen": [BAGIAN | {"komponen": "C", "bobot": "1"}]},
        {"jabatan": [{"kode": acak.choice(PEJABAT), "nama": "Jabatan Uji", "unit": unit, "atasan": ""}]},
        {"target": [target(kode(), periode, nilai, mulai=hari)]},
        {"realisasi": [realisasi(kode(), periode, nilai)]},
        {"realisasi": [realisasi("JUMLAH_ASN", f"TW{acak.randint(1, 4)}", nilai + 1)]},
        *({"pengaturan": [setelan(acak, kunci, acak.choice(HARI))]} for kunci in SETELAN),
        {"pegawai": [{"nip": NIP_BARU, "nama": "Pegawai Baru", "unit": unit, "memimpin": "tidak"}]},
        {"unit": [{"kode": f"UNIT{nilai}", "nama": "Unit Baru", "induk": acak.choice(["", "BADAN", "BIDANG"])}]},
        {"unit": [{"kode": "SEKSI", "nama": "Seksi", "induk": unit}]},
        {"simpul": [PROGRAM | {"jabatan": acak.choice(PEJABAT)}]},
        {"indikator": [INDIKATOR[acak.choice("ABC")] | {"maks": str(nilai + 1)}]},
        {
            "predikat_unit": [
                {"unit": "BIDANG", "tahun": "2024", "periode": acak.choice(["TW1", "TW3", "TAHUN"])} | BAIK
            ]
        },
        {"pegawai": [{"nip": NIP_UJI, "nama": "Pegawai Uji", "unit": unit, "memimpin": "tidak"}]},
        {
            "hari_libur": [
                {"tanggal": f"{acak.randint(1, 28)} {acak.choice(['Februari', 'Juli'])} 2024", "keterangan": "libur"}
            ]
        },
        {"skp": [skp(bulan)]},
        {"perilaku": [perilaku(bulan) | {"integritas": str(nilai % 100)}]},
    ]
