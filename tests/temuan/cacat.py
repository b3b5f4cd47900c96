"""Faults in figures and rows to plant in the made-up agency: each changes it and says where a rule must point."""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from itertools import combinations

from dashboard.domain.dasar.indikator import Komponen, Penyajian, Rumus, Sifat, Simpul
from tests.temuan import cacat_lain as beda
from tests.temuan import cacat_ragam as ragam
from tests.temuan import cacat_sisa as sisa
from tests.temuan import cacat_skp as skp
from tests.temuan import cacat_susulan as susulan
from tests.temuan import cacat_teks as kata
from tests.temuan.buatan import Buatan, jumlahkan

Cacat = Callable[[Buatan], str]
NOL = Decimal(0)


def jumlah_bagian(b: Buatan) -> str:
    kode = jumlahkan(b)
    lama = b.target[kode, "TAHUN"].nilai or NOL
    for periode in ("TAHUN", "TW4"):
        b.ubah_target(kode, periode, nilai=lama + 7, teks=f"{lama + 7} dokumen")
    return kode


def realisasi_bagian(b: Buatan) -> str:
    kode = jumlahkan(b)
    akhir = b.realisasi[kode, "TW4"]
    b.realisasi[kode, "TW4"] = replace(akhir, nilai=(akhir.nilai or NOL) + 3)
    return kode


def target_melebihi_maks(b: Buatan) -> str:
    i = b.ambil("dokumen")
    return b.ubah(i.kode, maks=(b.target[i.kode, "TAHUN"].nilai or NOL) - 2)


def atasan_tak_terjangkau(b: Buatan) -> str:
    atas, bawah = b.ambil("%"), b.ambil("%")
    b.komponen.append(Komponen(atas.kode, bawah.kode, Sifat.KONTRIBUSI))
    for n in ("TAHUN", "TW1", "TW2", "TW3", "TW4"):
        b.ubah_target(atas.kode, n, nilai=Decimal(96), teks="96%")
    return atas.kode


def nomor_ganda(b: Buatan) -> str:
    i = b.ambil("laporan")
    return b.ubah(i.kode, nomor="1")


def nomor_kosong(b: Buatan) -> str:
    return b.ubah(b.ambil("laporan").kode, nomor=None)


def nomor_lompat(b: Buatan) -> str:
    kode = b.ambil("laporan").kode
    akhir = max(k for k in b.indikator if k[:-2] == kode[:-2])
    b.terpakai.add(akhir)
    return b.ubah(akhir, nomor="29")


def tanpa_target(b: Buatan) -> str:
    kode = b.ambil().kode
    for n in ("TAHUN", "TW1", "TW2", "TW3", "TW4"):
        del b.target[kode, n]
    return kode


def tanpa_pemilik(b: Buatan) -> str:
    return b.ubah(b.ambil("dokumen").kode, pemilik=())


def tanpa_sumber(b: Buatan) -> str:
    return b.ubah(b.ambil().kode, sumber_data=None)


def tanpa_formulasi(b: Buatan) -> str:
    return b.ubah(b.ambil().kode, formulasi="-")


def tanpa_penghitungan(b: Buatan) -> str:
    return b.ubah(b.ambil().kode, tipe_penghitungan=None)


def iku_tidak_lengkap(b: Buatan) -> str:
    return b.ubah(b.ambil("%", "IKU").kode, sumber_data="")


def kelas_aturan(b: Buatan) -> str:
    kelas = b.aturan.skala("PERMENDAGRI86")
    ganda = replace(kelas[1], kode="TT", nama="Tinggi Sekali")
    b.aturan = replace(b.aturan, kelas={**b.aturan.kelas, "PERMENDAGRI86": (*kelas, ganda)})
    return "PERMENDAGRI86"


def target_rentang(b: Buatan) -> str:
    kode = b.ambil("%").kode
    return b.ubah_target(kode, nilai=None, nilai_min=Decimal(70), nilai_maks=Decimal(80), teks="70-80")


def iku_tanpa_turunan(b: Buatan) -> str:
    i = b.ambil("%", "IKU")
    b.komponen[:] = [k for k in b.komponen if k.indikator != i.kode]
    b.simpul.append(Simpul("SAS-9", "sasaran", "Terjaganya arsip sejarah", induk="TUJ"))
    return b.ubah(i.kode, simpul="SAS-9")


def yatim(b: Buatan) -> str:
    i = b.ambil("laporan")
    n = next(n for n, s in enumerate(b.simpul) if s.kode == i.simpul)
    b.simpul[n] = replace(b.simpul[n], induk=None)
    return i.kode


def simpul_kosong(b: Buatan) -> str:
    b.simpul.append(Simpul("S-KOSONG", "individu", "Terpeliharanya taman kantor", induk="IND-DIKLAT"))
    return "S-KOSONG"


def jalur_tahunan(b: Buatan) -> str:
    kode = b.ambil("dokumen").kode
    return b.ubah_target(kode, "TW4", nilai=(b.target[kode, "TW4"].nilai or NOL) + 5)


def realisasi_lompat(b: Buatan) -> str:
    kode = b.ambil("%").kode
    baris = b.realisasi[kode, "TW2"]
    b.realisasi[kode, "TW2"] = replace(baris, nilai=(baris.nilai or NOL) * 10)
    return kode


def realisasi_turun(b: Buatan) -> str:
    i = b.ambil("laporan")
    baris = b.realisasi[i.kode, "TW4"]
    b.realisasi[i.kode, "TW4"] = replace(baris, nilai=(b.realisasi[i.kode, "TW2"].nilai or NOL) - 1)
    return i.kode


def realisasi_berulang(b: Buatan) -> str:
    i = b.ambil("dokumen")
    b.ubah(i.kode, penyajian=Penyajian.TAMBAHAN)
    for n in range(1, 5):
        b.realisasi[i.kode, f"TW{n}"] = replace(b.realisasi[i.kode, f"TW{n}"], nilai=Decimal("37.5"))
        b.target[i.kode, f"TW{n}"] = replace(b.target[i.kode, f"TW{n}"], nilai=None)
    return i.kode


def huruf_beda_angka(b: Buatan) -> str:
    rendah, tinggi = b.ambil("%"), b.ambil("%", "IKU")
    for i, nilai in ((rendah, 61), (tinggi, 83)):
        for n in ("TAHUN", "TW1", "TW2", "TW3", "TW4"):
            b.ubah_target(i.kode, n, nilai=Decimal(nilai))
        b.ubah_target(i.kode, predikat="B", teks=f"B ({nilai})")
    return rendah.kode


def ribuan_campur(b: Buatan) -> str:
    satu, lain = b.ambil("dokumen"), b.ambil("laporan")
    for i, teks in ((satu, "4.230 dokumen"), (lain, "1020 laporan")):
        nilai = Decimal(teks.split()[0].replace(".", ""))
        for n in ("TAHUN", "TW4"):
            b.ubah_target(i.kode, n, nilai=nilai, teks=teks)
    return lain.kode


def teks_angka(b: Buatan) -> str:
    kode = b.ambil("dokumen").kode
    nilai = str(b.target[kode, "TAHUN"].nilai)
    return b.ubah_target(kode, teks=f"{nilai[0]} {nilai[1:] or 0}dokumen")


def tidak_ditargetkan(b: Buatan) -> str:
    kode = b.ambil().kode
    for n in ("TW1", "TW2", "TW3", "TW4"):
        del b.target[kode, n]
    return b.ubah_target(kode, nilai=None, teks="-")


def besaran_beda_jumlah(b: Buatan) -> str:
    i = b.ambil("dokumen")
    unit = i.kode.split("-")[1]
    lain = next(
        x
        for x in b.indikator.values()
        if x.kode.split("-")[1] == unit and x.satuan == i.satuan and x.pemilik != i.pemilik and x.kode not in b.terpakai
    )
    b.terpakai.add(lain.kode)
    return b.ubah(lain.kode, nama=f"{i.nama} yang tersedia", formulasi=i.formulasi, definisi=i.definisi)


def target_seragam(b: Buatan) -> str:
    """One position with more rows than all others, all with the same target."""
    unit, jabatan = b.unit[-1].kode, b.jabatan[-1].kode
    benda = ("kursi", "meja", "lemari", "papan", "mesin", "lampu", "kipas", "karpet", "tirai", "rak", "brankas")
    for n, (satu, lain) in enumerate(combinations(benda, 2)):
        kode = f"IKI-{unit}-9{n:02d}"
        nama = f"Jumlah laporan perawatan {satu} beserta {lain}"
        asal = next(i for i in b.indikator.values() if i.pemilik == (jabatan,))
        b.indikator[kode] = replace(
            asal,
            kode=kode,
            nama=nama,
            formulasi=nama,
            nomor=str(n + 1),
            definisi=None,
            pemilik=("J-SERAGAM",),
            satuan="laporan",
            rumus=Rumus.NILAI,
        )
        b.tetapkan(b.indikator[kode], 8)
        b.terpakai.add(kode)
    b.jabatan.append(replace(b.jabatan[-1], kode="J-SERAGAM", nama="Teknisi Peralatan Gedung"))
    return "J-SERAGAM"


SEMUA_CACAT: tuple[tuple[str, Cacat], ...] = (
    ("blok_kembar", kata.blok_kembar),
    ("baris_bergeser", kata.baris_bergeser),
    ("jumlah_bagian", jumlah_bagian),
    ("realisasi_bagian", realisasi_bagian),
    ("target_melebihi_maks", target_melebihi_maks),
    ("huruf_beda_angka", huruf_beda_angka),
    ("nama_hampir_sama", kata.nama_hampir_sama),
    ("iku_tidak_lengkap", iku_tidak_lengkap),
    ("satuan_persen", kata.satuan_persen),
    ("target_rentang", target_rentang),
    ("ejaan_unit", kata.ejaan_unit),
    ("ejaan_unit", kata.ejaan_alias),
    ("nomor_ganda", nomor_ganda),
    ("nomor_kosong", nomor_kosong),
    ("nomor_lompat", nomor_lompat),
    ("fungsi_kembar", kata.fungsi_kembar),
    ("fungsi_berulang", kata.fungsi_berulang),
    ("formulasi_asing", kata.formulasi_asing),
    ("formulasi_kembar", kata.formulasi_kembar),
    ("satuan_nama", kata.satuan_nama),
    ("satuan_tak_baku", kata.satuan_tak_baku),
    ("tanpa_target", tanpa_target),
    ("tanpa_pemilik", tanpa_pemilik),
    ("tanpa_sumber", tanpa_sumber),
    ("tanpa_formulasi", tanpa_formulasi),
    ("tanpa_penghitungan", tanpa_penghitungan),
    ("kelas_tercetak", kata.kelas_tercetak),
    ("kelas_aturan", kelas_aturan),
    ("tahun_judul", kata.tahun_judul),
    ("yatim", yatim),
    ("simpul_kosong", simpul_kosong),
    ("jalur_tahunan", jalur_tahunan),
    ("realisasi_lompat", realisasi_turun),
    ("realisasi_berulang", realisasi_berulang),
    ("ribuan_campur", ribuan_campur),
    ("teks_angka", teks_angka),
    ("definisi_kembar", kata.definisi_kembar),
    ("definisi_tertukar", kata.definisi_tertukar),
    ("tidak_ditargetkan", tidak_ditargetkan),
    ("besaran_beda_jumlah", besaran_beda_jumlah),
    ("teks_terpotong", kata.teks_terpotong),
    ("singkatan_ganda", kata.singkatan_ganda),
    ("rasio_bertarget_cacah", kata.rasio_bertarget_cacah),
    ("target_seragam", target_seragam),
    ("iku_tanpa_turunan", iku_tanpa_turunan),
    ("atasan_tak_terjangkau", atasan_tak_terjangkau),
    ("realisasi_lompat", realisasi_lompat),
    ("persen_tanpa_seratus", kata.persen_tanpa_seratus),
    ("realisasi_melebihi_maks", sisa.realisasi_melebihi_maks),
    ("tanpa_satuan", sisa.tanpa_satuan),
    ("pengaturan_tak_terbaca", sisa.pengaturan_tak_terbaca),
    ("rasio_tanpa_masukan", sisa.rasio_tanpa_masukan),
    ("arah_bertentangan", sisa.arah_bertentangan),
    ("tahun_target", sisa.tahun_target),
    ("realisasi_seragam", sisa.realisasi_seragam),
    ("fungsi_tanpa_pokok", sisa.fungsi_tanpa_pokok),
    ("salah_ketik", sisa.salah_ketik),
    ("skp_tanpa_hasil", skp.skp_tanpa_hasil),
    ("skp_tanpa_hasil", skp.skp_tanpa_hasil_tanpa_jabatan),
    ("biaya_bukan_pimpinan", skp.biaya_bukan_pimpinan),
    ("memimpin_bukan_pimpinan", skp.memimpin_bukan_pimpinan),
    ("memimpin_bukan_pimpinan", skp.memimpin_tanpa_jenis),
    ("kepemimpinan_bukan_pimpinan", skp.kepemimpinan_bukan_pimpinan),
    *beda.LAIN,
    *susulan.SUSULAN,
    *(ragam.RAGAM[nama] for nama in ("dugaan 830 83", "sebagian 52 57", "sebagian 830 83", "iki sub kegiatan")),
)
