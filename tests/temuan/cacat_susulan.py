"""Faults in other spellings, units and orders than the rules know by a list."""

from dataclasses import replace
from decimal import Decimal

from dashboard.domain.dasar.indikator import Komponen, Sifat
from tests.temuan.buatan import Buatan
from tests.temuan.cacat_lain import keluaran_dua_jumlah, laporkan, skor_nol


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


SUSULAN = (
    ("ejaan_unit", bidang_disingkat),
    ("ejaan_unit", bidang_terbalik),
    ("atasan_tak_terjangkau", kelebihan_nol_modul),
    ("besaran_beda_jumlah", sk_dua_jumlah),
    ("realisasi_lompat", tahun_di_bawah_jalan),
    ("realisasi_nol", nol_dari_bagian),
    ("realisasi_nol", skor_selalu_nol),
    ("perilaku_lawan_tipe", tipe_salah_eja),
    ("perilaku_lawan_tipe", tipe_salah_eja_cacah),
)
