"""What looks like a fault of a report, a unit or a spelling, and is none."""

from collections.abc import Callable

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


@pytest.mark.parametrize(
    "ubah",
    [
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
