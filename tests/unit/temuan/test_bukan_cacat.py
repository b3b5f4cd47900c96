"""What looks like a fault of a report, a unit or a spelling, and is none."""

from collections.abc import Callable

import pytest

from dashboard.domain.dasar.indikator import Komponen, Sifat
from dashboard.domain.temuan.periksa import periksa
from tests.temuan.buatan import Buatan, agensi
from tests.temuan.cacat_lain import laporkan


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


@pytest.mark.parametrize(
    "ubah",
    [tahun_meneruskan_jumlah, unsur_indeks_nol, skor_di_atas_skor, unit_menurut_namanya],
    ids=lambda f: f.__name__,
)
def test_what_only_looks_like_a_fault_is_no_finding(ubah: Callable[[Buatan], None]) -> None:
    b = agensi(1, 3)
    bersih = {t.kode for t in periksa(b.bahan())}
    ubah(b)
    assert [(t.kode, t.uraian) for t in periksa(b.bahan()) if t.kode not in bersih] == []
