"""Faults worded in other ways than the rules' own words: each says where a rule must point."""

from dataclasses import replace
from decimal import Decimal

from dashboard.domain.dasar.indikator import (
    Komponen,
    PeranKomponen,
    Perilaku,
    Realisasi,
    Rumus,
    Sifat,
    Target,
    Variabel,
)
from dashboard.domain.dasar.periode import BULAN, TRIWULAN
from tests.temuan.buatan import TAHUN, Buatan


def beri_target(b: Buatan, kode: str, setahun: str, *jalur: str, teks: str = "") -> None:
    """The year and its quarters, or the year and its months."""
    for periode in (*TRIWULAN, *BULAN):
        b.target.pop((kode, periode), None)
    nama = TRIWULAN if len(jalur) <= len(TRIWULAN) else BULAN
    b.target[kode, "TAHUN"] = Target(kode, TAHUN, "TAHUN", Decimal(setahun), dokumen="SK")
    for periode, nilai in zip(nama, jalur, strict=False):
        tercetak = f"{nilai} {teks}" if teks else None
        b.target[kode, periode] = Target(kode, TAHUN, periode, Decimal(nilai), teks=tercetak, dokumen="SK")


def laporkan(b: Buatan, kode: str, **nilai: str) -> None:
    for periode in (*TRIWULAN, *BULAN, "TAHUN"):
        b.realisasi.pop((kode, periode), None)
    for periode, isi in nilai.items():
        b.realisasi[kode, periode] = Realisasi(kode, TAHUN, periode, Decimal(isi))


def nilai_beda_bagian(b: Buatan) -> str:
    kode = b.ambil("%").kode
    lama = b.realisasi[kode, "TW2"]
    b.realisasi[kode, "TW2"] = replace(lama, nilai=Decimal(90), pembilang=Decimal(50), penyebut=Decimal(100))
    return kode


def _rasio(b: Buatan, atas: str, bawah: str, lapor: str | None) -> str:
    """A percentage over two variabel, with both reported at the end of the year."""
    kode = b.ambil("%").kode
    b.ubah(kode, rumus=Rumus.RASIO)
    for nama, peran in (("MASUK", PeranKomponen.PEMBILANG), ("SEMUA", PeranKomponen.PENYEBUT)):
        b.variabel.append(Variabel(nama, nama.title(), "orang"))
        b.komponen.append(Komponen(kode, nama, Sifat.TERTULIS, kelompok="1", peran=peran))
    laporkan(b, "MASUK", TW4=atas)
    laporkan(b, "SEMUA", TW4=bawah)
    laporkan(b, kode, **({"TW4": lapor} if lapor else {}))
    return kode


def rasio_beda_variabel(b: Buatan) -> str:
    return _rasio(b, "50", "100", "100")


def bagian_laporan(b: Buatan) -> str:
    kode = b.ambil("%").kode
    lama = b.realisasi[kode, "TW3"]
    b.realisasi[kode, "TW3"] = replace(lama, nilai=None, pembilang=Decimal(39), penyebut=Decimal(36))
    return kode


def bagian_variabel(b: Buatan) -> str:
    return _rasio(b, "39", "36", None)


def lebih_dari_seratus(b: Buatan) -> str:
    kode = b.ambil("%").kode
    b.ubah(kode, nama=b.indikator[kode].nama.replace("Persentase", "Cakupan"))
    b.realisasi[kode, "TW4"] = replace(b.realisasi[kode, "TW4"], nilai=Decimal(132))
    return kode


def skor_nol(b: Buatan) -> str:
    kode = b.ambil("%").kode
    nama = b.indikator[kode].nama.replace("Persentase", "Indeks")
    b.ubah(kode, satuan="indeks", nama=nama, formulasi=nama)
    beri_target(b, kode, "75", "75", "75", "75", "75")
    laporkan(b, kode, TW1="74.2", TW2="74.4", TW3="74.5", TW4="0")
    return kode


def tingkat_nol(b: Buatan) -> str:
    kode = b.ambil("%").kode
    b.realisasi[kode, "TW3"] = replace(b.realisasi[kode, "TW3"], nilai=Decimal(0))
    return kode


def turun_antarbulan(b: Buatan) -> str:
    kode = b.ambil("%").kode
    b.ubah(kode, perilaku=Perilaku.AKUMULASI, tipe_penghitungan="Kumulatif")
    beri_target(b, kode, "90", "20", "45", "70", "90")
    laporkan(b, kode, BLN10="82", BLN12="81")
    return kode


def desember_di_atas(b: Buatan) -> str:
    kode = b.ambil("%").kode
    beri_target(b, kode, "80", *(str(60 + 2 * n) for n in range(11)), "95")
    return kode


def puncak_di_tengah(b: Buatan) -> str:
    kode = b.ambil("%").kode
    beri_target(b, kode, "90", "70", "97", "88", "90")
    return kode


def perilaku_lawan_tipe(b: Buatan) -> str:
    return b.ubah(b.ambil("%").kode, tipe_penghitungan="Kumulatif")


def perilaku_lawan_tipe_cacah(b: Buatan) -> str:
    return b.ubah(b.ambil("laporan").kode, tipe_penghitungan="Non-Kumulatif (progress)")


def persen_tambahan(b: Buatan) -> str:
    kode = b.ambil("%").kode
    b.ubah(kode, perilaku=Perilaku.AKUMULASI, tipe_penghitungan="Kumulatif")
    beri_target(b, kode, "100", "29.29", "16.43", "32.86", "21.42")
    laporkan(b, kode, TW1="29.29")
    return kode


def jalur_satuan_lain(b: Buatan) -> str:
    kode = b.ambil("%").kode
    nama = b.indikator[kode].nama.replace("Persentase", "Indeks")
    b.ubah(kode, satuan="poin", nama=nama, formulasi=nama)
    beri_target(b, kode, "74.75", "25", "50", "75", "100", teks="%")
    laporkan(b, kode, TW1="25")
    return kode


def nilai_dan_rentang(b: Buatan) -> str:
    kode = b.ambil("%").kode
    nilai = b.target[kode, "TAHUN"].nilai
    return b.ubah_target(kode, nilai_min=(nilai or Decimal(0)) - 5, nilai_maks=nilai)


def jumlah_satu_bagian(b: Buatan) -> str:
    induk, bagian = b.ambil("laporan"), b.ambil("laporan")
    b.ubah(induk.kode, rumus=Rumus.JUMLAH)
    b.komponen.append(Komponen(induk.kode, bagian.kode, Sifat.TERTULIS))
    b.tetapkan(induk, 70)
    b.tetapkan(bagian, 64)
    return induk.kode


def kelebihan_nol(b: Buatan) -> str:
    atas, bawah = b.ambil("dokumen"), b.ambil("dokumen")
    b.komponen.append(Komponen(atas.kode, bawah.kode, Sifat.KONTRIBUSI))
    b.tetapkan(atas, 830)
    b.tetapkan(bawah, 83)
    return atas.kode


def keluaran_dua_jumlah(b: Buatan) -> str:
    """One output in two spellings, of two positions of one unit."""
    satu = b.ambil("dokumen")
    unit = satu.kode.split("-")[1]
    lain = next(
        i
        for i in b.indikator.values()
        if i.kode.split("-")[1] == unit and i.satuan == satu.satuan and i.pemilik != satu.pemilik
    )
    b.terpakai.add(lain.kode)
    for i, nilai, nama in ((satu, 700, "kartu tanda pengenal tamu"), (lain, 640, "kartu tanda pengenalan para tamu")):
        b.ubah(i.kode, nama=f"Jumlah dokumen {nama}", formulasi=f"Jumlah dokumen {nama}", definisi=None)
        b.tetapkan(b.indikator[i.kode], nilai)
    return satu.kode


def buku_hilang(b: Buatan) -> str:
    return b.ubah(b.ambil("dokumen").kode, nama="Jumlah buku perpustakaan yang hilang")


def keluhan(b: Buatan) -> str:
    return b.ubah(b.ambil("laporan").kode, nama="Jumlah keluhan tamu upacara")


def berkas_belum_lengkap(b: Buatan) -> str:
    return b.ubah(b.ambil("laporan").kode, nama="Jumlah pegawai yang belum lengkap arsipnya", satuan="pegawai")


def iku_tanpa_hubungan(b: Buatan) -> str:
    i = b.ambil("%", "IKU")
    b.komponen[:] = [replace(k, sifat=Sifat.TANPA_HUBUNGAN) if k.indikator == i.kode else k for k in b.komponen]
    return i.kode


def naskah_tanpa_jumlah(b: Buatan) -> str:
    i = b.ambil("laporan")
    return b.ubah(i.kode, nama=i.nama.replace("Jumlah laporan", "Berkas"))


def bidang_tanpa_dan(b: Buatan) -> str:
    i = b.ambil("laporan")
    return b.ubah(i.kode, sumber_data="Bidang Mutasi & Kepangkattan")


def laporan_berkas(b: Buatan) -> str:
    return b.ubah(b.ambil("laporan").kode, satuan="berkas")


def berkas_laporan(b: Buatan) -> str:
    i = b.ambil("laporan")
    return b.ubah(i.kode, nama=i.nama.replace("Jumlah laporan", "Banyaknya berkas"))


def iku_tak_dipasok(b: Buatan) -> str:
    i = b.ambil("%", "IKU")
    b.komponen[:] = [k for k in b.komponen if k.indikator != i.kode]
    return i.kode


def bidang_salah_eja(b: Buatan) -> str:
    i = b.ambil("laporan")
    b.ubah(i.kode, formulasi=f"{i.formulasi} oleh Bidang Pengembanqan Kompetensi")
    return i.kode


def bidang_salah_eja_jabatan(b: Buatan) -> str:
    n = next(n for n, j in enumerate(b.jabatan) if j.kode == "KABID-MUTASI")
    b.jabatan[n] = replace(b.jabatan[n], nama="Kepala Bidang Mutasi dan Kepangkatn")
    return "KABID-MUTASI"


LAIN = (
    ("nilai_beda_bagian", nilai_beda_bagian),
    ("laporan_beda_hitungan", rasio_beda_variabel),
    ("bagian_melebihi_seluruh", bagian_laporan),
    ("bagian_melebihi_seluruh", bagian_variabel),
    ("realisasi_melebihi_maks", lebih_dari_seratus),
    ("realisasi_nol", skor_nol),
    ("realisasi_nol", tingkat_nol),
    ("realisasi_lompat", turun_antarbulan),
    ("jalur_tahunan", desember_di_atas),
    ("target_periode_di_atas", puncak_di_tengah),
    ("perilaku_lawan_tipe", perilaku_lawan_tipe),
    ("perilaku_lawan_tipe", perilaku_lawan_tipe_cacah),
    ("persen_tambahan", persen_tambahan),
    ("jalur_satuan_lain", jalur_satuan_lain),
    ("nilai_dan_rentang", nilai_dan_rentang),
    ("jumlah_bagian", jumlah_satu_bagian),
    ("atasan_tak_terjangkau", kelebihan_nol),
    ("besaran_beda_jumlah", keluaran_dua_jumlah),
    ("arah_meragukan", buku_hilang),
    ("arah_meragukan", keluhan),
    ("arah_meragukan", berkas_belum_lengkap),
    ("satuan_nama", laporan_berkas),
    ("satuan_nama", naskah_tanpa_jumlah),
    ("iku_tanpa_turunan", iku_tanpa_hubungan),
    ("ejaan_unit", bidang_tanpa_dan),
    ("satuan_nama", berkas_laporan),
    ("iku_tanpa_turunan", iku_tak_dipasok),
    ("ejaan_unit", bidang_salah_eja),
    ("ejaan_unit", bidang_salah_eja_jabatan),
)
