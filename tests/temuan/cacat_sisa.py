"""Faults in one row or one position that the other two modules leave: each says where a rule must point."""

from dataclasses import replace
from decimal import Decimal

from dashboard.domain.dasar.indikator import Dokumen, Komponen, PeranKomponen, Rumus, Sifat
from tests.temuan.buatan import Buatan

SERAGAM = Decimal(40)


def realisasi_melebihi_maks(b: Buatan) -> str:
    kode = b.ambil("dokumen").kode
    maks = b.target[kode, "TAHUN"].nilai or Decimal(0)
    b.realisasi[kode, "TW4"] = replace(b.realisasi[kode, "TW4"], nilai=maks + 1)
    return b.ubah(kode, maks=maks)


def tanpa_satuan(b: Buatan) -> str:
    return b.ubah(b.ambil("laporan").kode, satuan=None)


def rasio_tanpa_masukan(b: Buatan) -> str:
    i, pembilang = b.ambil("%"), b.ambil("dokumen")
    b.komponen.append(Komponen(i.kode, pembilang.kode, Sifat.TERTULIS, kelompok="1", peran=PeranKomponen.PEMBILANG))
    return b.ubah(i.kode, rumus=Rumus.RASIO)


def arah_bertentangan(b: Buatan) -> str:
    atas, bawah = b.ambil("%"), b.ambil("%")
    b.komponen.append(Komponen(atas.kode, bawah.kode, Sifat.KONTRIBUSI, arah="-"))
    return atas.kode


def tahun_target(b: Buatan) -> str:
    b.dokumen.append(Dokumen("SK-LAMA", "Keputusan tentang Rencana Kerja Lima Tahunan"))
    b.tahun_dokumen["SK-LAMA"] = (b.tahun - 6, b.tahun - 1)
    b.ubah_target(b.ambil("dokumen").kode, dokumen="SK-LAMA")
    return "SK-LAMA"


def realisasi_seragam(b: Buatan) -> str:
    jabatan = next(j.kode for j in b.jabatan if j.jenis == "pelaksana")
    for i in [i for i in b.indikator.values() if i.pemilik == (jabatan,)]:
        b.terpakai.add(i.kode)
        for n in range(1, 5):
            b.realisasi[i.kode, f"TW{n}"] = replace(b.realisasi[i.kode, f"TW{n}"], nilai=SERAGAM)
    return jabatan


def fungsi_tanpa_pokok(b: Buatan) -> str:
    kode = list(b.fungsi)[5]
    b.fungsi[kode] = ("Penataan taman kantor", "Perawatan kolam air mancur", "Pemangkasan pohon peneduh")
    return kode


def salah_ketik(b: Buatan) -> str:
    i = b.ambil("dokumen")
    return b.ubah(i.kode, formulasi=(i.formulasi or "").replace("diselesaikan", "diselesikan"))


def pengaturan_tak_terbaca(b: Buatan) -> str:
    b.pengaturan["batas_rerata"] = "seratus"
    return "batas_rerata"
