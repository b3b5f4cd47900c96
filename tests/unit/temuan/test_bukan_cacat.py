"""What looks like a fault of a report, a unit or a spelling, and is none."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from dashboard.domain.dasar.indikator import Komponen, Penyajian, Perilaku, Sifat
from dashboard.domain.temuan.periksa import periksa
from tests.temuan.buatan import Buatan, agensi
from tests.temuan.cacat_lain import beri_target, laporkan


def tahun_meneruskan_jumlah(b: Buatan) -> None:
    laporkan(b, b.ambil("laporan").kode, TW2="33", TAHUN="33")


def unsur_indeks_nol(b: Buatan) -> None:
    kode = b.ambil("%").kode
    b.ubah(
        kode, satuan="poin", jenis="sub_item", nama="Ketersediaan peta talenta", formulasi="Ketersediaan peta talenta"
    )
    laporkan(b, kode, TW4="0")


def skor_di_atas_skor(b: Buatan) -> None:
    """A score is not made of the score below it."""
    atas, bawah = b.ambil("%"), b.ambil("%")
    b.komponen.append(Komponen(atas.kode, bawah.kode, Sifat.KONTRIBUSI))
    for i, nilai in ((atas, 88), (bawah, 71)):
        nama = i.nama.replace("Persentase", "Indeks")
        b.ubah(i.kode, satuan="angka", nama=nama, formulasi=nama)
        b.tetapkan(b.indikator[i.kode], nilai)
        laporkan(b, i.kode, TW4=str(nilai))


def unit_menurut_namanya(b: Buatan) -> None:
    i = b.ambil("laporan")
    b.ubah(i.kode, formulasi=f"{i.formulasi} oleh Bidang Pengadaan dan Informasi")


def _persen_tambahan(b: Buatan, setahun: str, *jalur: str) -> None:
    kode = b.ubah(b.ambil("%").kode, perilaku=Perilaku.AKUMULASI, tipe_penghitungan="Kumulatif")
    b.ubah(kode, penyajian=Penyajian.TAMBAHAN)
    beri_target(b, kode, setahun, *jalur)
    laporkan(b, kode, TW1="8")


def duabelas_bulan_dibulatkan(b: Buatan) -> None:
    _persen_tambahan(b, "100", *["8.33"] * 12)


def tiga_triwulan_dibulatkan(b: Buatan) -> None:
    _persen_tambahan(b, "100", "33.3", "33.3", "33.3", "0")


def sisa_tahun_tidak_tercetak(b: Buatan) -> None:
    """What is left of the year is shared by the quarters that print leaves out."""
    _persen_tambahan(b, "90", "20", "30")


def ulangan_bertarget_rerata(b: Buatan) -> None:
    kode = b.ubah(b.ambil("%").kode, perilaku=Perilaku.PENGULANGAN, tipe_penghitungan="Pengulangan")
    beri_target(b, kode, "85", "80", "80", "90", "90")
    laporkan(b, kode, TW1="81")


def _berkaitan(b: Buatan, sifat: Sifat, atas: int, *bawah: int) -> list[str]:
    """A target over others in its unit of measure, tied by that kind of link."""
    semua = [b.ambil("dokumen").kode for _ in (atas, *bawah)]
    b.komponen += [Komponen(semua[0], kode, sifat) for kode in semua[1:]]
    for kode, nilai in zip(semua, (atas, *bawah), strict=True):
        b.tetapkan(b.indikator[kode], nilai)
    return semua


def bagian_tunggal_sama(b: Buatan) -> None:
    _berkaitan(b, Sifat.DUGAAN, 83, 83)


def sebagian_dari_keseluruhan(b: Buatan) -> None:
    """What is missing makes up the rest; ten and a hundred are ten times apart by chance."""
    _berkaitan(b, Sifat.SEBAGIAN, 100, 10)
    _berkaitan(b, Sifat.SEBAGIAN, 96, 41, 37)


def persediaan_dari_laju(b: Buatan) -> None:
    kode, _ = _berkaitan(b, Sifat.DUGAAN, 2150, 45)
    b.ubah(kode, perilaku=Perilaku.PROGRESS, tipe_penghitungan="Non kumulatif")
    b.tetapkan(b.indikator[kode], 2150)


def iki_berjumlah_sub_kegiatan(b: Buatan) -> None:
    """Each position has its share of the sub kegiatan, under its name."""
    iki = list({i.pemilik: i for i in b.indikator.values() if i.satuan == "laporan"}.values())[:2]
    nama = "Jumlah laporan pendataan arsip sejarah"
    b.indikator["SUB-1"] = replace(iki[0], kode="SUB-1", jenis="sub_kegiatan", nomor=None, nama=nama, formulasi=nama)
    b.tetapkan(b.indikator["SUB-1"], 94)
    for i in iki:
        b.ubah(i.kode, nama=nama, formulasi=nama, definisi=None)
        b.tetapkan(b.indikator[i.kode], 47)


def satuan_kertas_dan_acara(b: Buatan) -> None:
    for nama, satuan in (
        ("Jumlah notula sidang majelis", "dokumen"),
        ("Jumlah surat undangan lokakarya", "eksemplar"),
        ("Jumlah rapat anggaran belanja", "kali"),
        ("Jumlah kegiatan upacara bendera", "keg"),
        ("Jumlah dokumen renovasi gedung arsip", "dok"),
    ):
        b.ubah(b.ambil("laporan").kode, nama=nama, formulasi=nama, satuan=satuan, definisi=None)


def unit_dalam_kalimat(b: Buatan) -> None:
    """Names of units that are only followed by other words, shortened to one word, or of another unit."""
    for teks in (
        "oleh Bidang Mutasi dan Kepangkatan Tersusun",
        "pada Bidang Mutasi dan Kepangkatan pegawai yang hadir",
        "di Bidang Mutasi dan Kepangkatan Kabupaten Uji",
        "bersama Bidang Disiplin",
        "pada Bidang Penilaian, Pensiun dan promosi menurut jadwal",
        "bersama Subbagian Keuangan dan Umum",
    ):
        i = b.ambil("laporan")
        b.ubah(i.kode, formulasi=f"{i.formulasi} {teks}")
    b.ubah(b.ambil("dokumen").kode, sumber_data="Data mutasi dan kepangkatan")
    b.unit.append(replace(b.unit[1], kode="PENSIUN", nama="Bidang Mutasi dan Pensiun"))
    b.unit.append(replace(b.unit[1], kode="PROMOSI", nama="Bidang Penilaian, Pensiun dan Promosi"))


@pytest.mark.parametrize(
    "ubah",
    [
        bagian_tunggal_sama,
        sebagian_dari_keseluruhan,
        persediaan_dari_laju,
        iki_berjumlah_sub_kegiatan,
        satuan_kertas_dan_acara,
        unit_dalam_kalimat,
        tahun_meneruskan_jumlah,
        unsur_indeks_nol,
        skor_di_atas_skor,
        unit_menurut_namanya,
        duabelas_bulan_dibulatkan,
        tiga_triwulan_dibulatkan,
        sisa_tahun_tidak_tercetak,
        ulangan_bertarget_rerata,
    ],
    ids=lambda f: f.__name__,
)
def test_what_only_looks_like_a_fault_is_no_finding(ubah: Callable[[Buatan], None]) -> None:
    b = agensi(1, 3)
    bersih = {t.kode for t in periksa(b.bahan())}
    ubah(b)
    assert [(t.kode, t.uraian) for t in periksa(b.bahan()) if t.kode not in bersih] == []
