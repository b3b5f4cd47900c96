"""Faults in other spellings, units and orders than the rules know by a list."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from dashboard.domain.dasar.indikator import Komponen, Penyajian, Sifat, Target
from dashboard.domain.dasar.periode import BULAN, TRIWULAN
from tests.temuan.buatan import Buatan
from tests.temuan.cacat_lain import beri_target, keluaran_dua_jumlah, laporkan, skor_nol


def bidang_disingkat(b: Buatan) -> str:
    return b.ubah(b.ambil("laporan").kode, sumber_data="Bid. Mutasi dan Kepangkatan")


def bidang_terbalik(b: Buatan) -> str:
    i = b.ambil("laporan")
    return b.ubah(i.kode, formulasi=f"{i.formulasi} oleh Bidang Informasi dan Pengadaan")


def kelebihan_nol_modul(b: Buatan) -> str:
    """In a unit that no list knows."""
    atas, bawah = b.ambil("dokumen"), b.ambil("dokumen")
    b.komponen.append(Komponen(atas.kode, bawah.kode, Sifat.KONTRIBUSI))
    for i, nilai in ((atas, 640), (bawah, 64)):
        b.ubah(i.kode, satuan="modul", nama=i.nama.replace("dokumen", "modul"))
        b.tetapkan(b.indikator[i.kode], nilai)
    return atas.kode


def sk_dua_jumlah(b: Buatan) -> str:
    """Written out and shortened, counted by another word."""
    kode = keluaran_dua_jumlah(b)
    lain = next(i for i in b.indikator.values() if "pengenalan para tamu" in i.nama)
    for k, nama in ((kode, "Jumlah SK pengangkatan tenaga ahli"), (lain.kode, "")):
        nama = nama or "Banyaknya surat keputusan pengangkatan tenaga ahli"
        b.ubah(k, nama=nama, formulasi=nama, satuan="naskah")
    return kode


def tahun_di_bawah_jalan(b: Buatan) -> str:
    kode = b.ambil("laporan").kode
    laporkan(b, kode, TW2="33", TAHUN="27")
    return kode


def nol_dari_bagian(b: Buatan) -> str:
    kode = b.ambil("%").kode
    lama = b.realisasi[kode, "TW4"]
    b.realisasi[kode, "TW4"] = replace(lama, nilai=None, pembilang=Decimal(0), penyebut=Decimal(61))
    return kode


def skor_selalu_nol(b: Buatan) -> str:
    kode = skor_nol(b)
    b.ubah(kode, satuan="angka")
    laporkan(b, kode, TW2="0", TW4="0")
    return kode


def tipe_salah_eja(b: Buatan) -> str:
    return b.ubah(b.ambil("%").kode, tipe_penghitungan="Komulatip")


def tipe_salah_eja_cacah(b: Buatan) -> str:
    return b.ubah(b.ambil("laporan").kode, tipe_penghitungan="Non-Komulatif")


def _tambahan(b: Buatan, setahun: str, *jalur: str, penyajian: Penyajian | None = Penyajian.TAMBAHAN) -> str:
    """Increments by quarter or month; "-" is not targeted, "" not printed."""
    kode = b.ubah(b.ambil("laporan").kode, penyajian=penyajian)
    beri_target(b, kode, setahun, *(n if n not in ("", "-") else "0" for n in jalur))
    for periode, nilai in zip(TRIWULAN if len(jalur) <= len(TRIWULAN) else BULAN, jalur, strict=False):
        if nilai == "-":
            b.target[kode, periode] = Target(kode, b.tahun, periode, None, teks="-", dokumen="SK")
        elif not nilai:
            del b.target[kode, periode]
    laporkan(b, kode)
    return kode


def tahun_di_atas_tambahan(b: Buatan) -> str:
    return _tambahan(b, "100", "20", "20", "20", "30")


def tahun_di_atas_tambahan_bersetrip(b: Buatan) -> str:
    return _tambahan(b, "100", "-", "20", "20", "20")


def tahun_di_bawah_tambahan_terpotong(b: Buatan) -> str:
    """Two quarters that pass the year already, with two to come."""
    return _tambahan(b, "100", "60", "70", "", "")


def tahun_di_bawah_tambahan_bulanan(b: Buatan) -> str:
    return _tambahan(b, "100", *["10"] * 12)


def berjalan_dibaca_tambahan(b: Buatan) -> str:
    return _tambahan(b, "100", "25", "50", "75", "100", penyajian=None)


def rentang_di_bawah_tambahan(b: Buatan) -> str:
    kode = _tambahan(b, "100", "40", "40", "40", "40")
    return b.ubah_target(kode, nilai=None, nilai_min=Decimal(90), nilai_maks=Decimal(110))


def perubahan_tahun_saja(b: Buatan) -> str:
    """A change of the year that leaves the path of the first version."""
    kode = _tambahan(b, "100", "25", "25", "25", "25")
    return b.ubah_target(kode, nilai=Decimal(80), versi="perubahan", berlaku_mulai=date(b.tahun, 9, 1))


def kelebihan_nol_pegawai(b: Buatan) -> str:
    """People by two names, over a year."""
    kode = kelebihan_nol_modul(b)
    bawah = b.komponen[-1].komponen
    for k, satuan in ((kode, "orang"), (bawah, "pegawai/tahun")):
        b.ubah(k, satuan=satuan, nama=b.indikator[k].nama.replace("modul", "pegawai"))
    return kode


def pegawai_dua_jumlah(b: Buatan) -> str:
    """People by two names, one of them not in the name of the output."""
    kode = keluaran_dua_jumlah(b)
    lain = next(i for i in b.indikator.values() if "pengenalan para tamu" in i.nama)
    for k, nama, satuan in ((kode, "pengguna kartu", "orang"), (lain.kode, "pegawai pengguna kartu", "pegawai")):
        b.ubah(k, nama=f"Jumlah {nama} gedung", formulasi=f"Jumlah {nama} gedung", satuan=satuan)
    return kode


def sub_kegiatan_dua_jumlah(b: Buatan) -> str:
    kode = keluaran_dua_jumlah(b)
    lain = next(i for i in b.indikator.values() if "pengenalan para tamu" in i.nama)
    for k in (kode, lain.kode):
        b.ubah(k, jenis="sub_kegiatan")
    return kode


def laporan_diantar(b: Buatan) -> str:
    i = b.ambil("laporan")
    return b.ubah(i.kode, nama=i.nama.replace("Jumlah", "Tersusunnya seluruh"), satuan="berkas")


def iku_hanya_berpenyebut(b: Buatan) -> str:
    b.komponen = [k for k in b.komponen if k.indikator != "IKU-2"]
    b.komponen.append(Komponen("IKU-2", b.ambil("%").kode, Sifat.PENYEBUT_BATAS))
    return "IKU-2"


def bidang_dalam_sasaran(b: Buatan) -> str:
    n, simpul = next((n, s) for n, s in enumerate(b.simpul) if s.kode == "IND-MUTASI")
    b.simpul[n] = replace(simpul, sasaran="Meningkatnya kinerja bidang mutasi dan kepangkatn")
    return simpul.kode


SUSULAN = (
    ("jalur_tahunan", tahun_di_atas_tambahan),
    ("jalur_tahunan", tahun_di_atas_tambahan_bersetrip),
    ("jalur_tahunan", tahun_di_bawah_tambahan_terpotong),
    ("jalur_tahunan", tahun_di_bawah_tambahan_bulanan),
    ("jalur_tahunan", berjalan_dibaca_tambahan),
    ("jalur_tahunan", rentang_di_bawah_tambahan),
    ("jalur_tahunan", perubahan_tahun_saja),
    ("ejaan_unit", bidang_disingkat),
    ("ejaan_unit", bidang_terbalik),
    ("atasan_tak_terjangkau", kelebihan_nol_modul),
    ("besaran_beda_jumlah", sk_dua_jumlah),
    ("atasan_tak_terjangkau", kelebihan_nol_pegawai),
    ("besaran_beda_jumlah", pegawai_dua_jumlah),
    ("besaran_beda_jumlah", sub_kegiatan_dua_jumlah),
    ("satuan_nama", laporan_diantar),
    ("iku_tanpa_turunan", iku_hanya_berpenyebut),
    ("ejaan_unit", bidang_dalam_sasaran),
    ("realisasi_lompat", tahun_di_bawah_jalan),
    ("realisasi_nol", nol_dari_bagian),
    ("realisasi_nol", skor_selalu_nol),
    ("perilaku_lawan_tipe", tipe_salah_eja),
    ("perilaku_lawan_tipe", tipe_salah_eja_cacah),
)
