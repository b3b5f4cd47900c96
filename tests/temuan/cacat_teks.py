"""Faults in texts and names to plant in the made-up agency: each changes it and says where a rule must point."""

from dataclasses import replace
from decimal import Decimal

from dashboard.domain.dasar.indikator import Indikator, Perilaku
from tests.temuan.buatan import Buatan

NOL = Decimal(0)


def ejaan_unit(b: Buatan) -> str:
    i = b.ambil()
    b.ubah(i.kode, sumber_data=(i.sumber_data or "").replace("Bidang", "Bidamg").replace("Bagian", "Bagain"))
    return i.kode


def ejaan_alias(b: Buatan) -> str:
    i = b.ambil("laporan")
    b.alias[b.unit[2].kode] = ("Bidang Pendidikan Aparatur",)
    return b.ubah(i.kode, sumber_data="Bidang Pendidikan Aparatur")


def _blok(b: Buatan) -> tuple[list[Indikator], list[Indikator]]:
    """The rows of two positions of one bidang that nothing else has touched."""
    jabatan = [j.kode for j in b.jabatan if j.jenis == "pelaksana"]
    milik = {k: [i for i in b.indikator.values() if i.pemilik == (k,)] for k in jabatan}
    bersih = [baris for baris in milik.values() if not {i.kode for i in baris} & b.terpakai]
    satu, lain = bersih[0], bersih[-1]
    b.terpakai |= {i.kode for i in (*satu, *lain)}
    return satu, lain


def blok_kembar(b: Buatan) -> str:
    asal, salinan = _blok(b)
    for a, s in zip(asal, salinan, strict=True):
        b.ubah(s.kode, nama=a.nama, formulasi=a.formulasi, definisi=a.definisi)
        for periode in ("TAHUN", "TW1", "TW2", "TW3", "TW4"):
            b.target[s.kode, periode] = replace(b.target[a.kode, periode], indikator=s.kode)
    return salinan[0].kode


def fungsi_kembar(b: Buatan) -> str:
    asal, salinan = list(b.fungsi)[2], list(b.fungsi)[-3]
    b.fungsi[salinan] = b.fungsi[asal]
    return salinan


def fungsi_berulang(b: Buatan) -> str:
    kode = list(b.fungsi)[4]
    b.fungsi[kode] = (*b.fungsi[kode], b.fungsi[kode][0])
    return kode


def formulasi_asing(b: Buatan) -> str:
    return b.ubah(b.ambil("dokumen").kode, formulasi="Rekap pemakaian bahan bakar mesin pompa")


def formulasi_kembar(b: Buatan) -> str:
    i = b.ambil("dokumen")
    lain = next(x for x in b.indikator.values() if x.pemilik == i.pemilik and x.kode not in b.terpakai)
    b.terpakai.add(lain.kode)
    return b.ubah(lain.kode, formulasi=i.formulasi)


def satuan_nama(b: Buatan) -> str:
    i = b.ambil("laporan")
    nilai = b.target[i.kode, "TAHUN"].nilai
    b.ubah_target(i.kode, teks=f"{nilai} paket")
    return b.ubah(i.kode, satuan="paket")


def satuan_persen(b: Buatan) -> str:
    return b.ubah(b.ambil("%").kode, satuan="orang", formulasi="", perilaku=Perilaku.PROGRESS)


def satuan_tak_baku(b: Buatan) -> str:
    return b.ubah(b.ambil("dokumen").kode, satuan="dokumem", nama="Banyaknya dokumen pemeriksaan lapangan")


def kelas_tercetak(b: Buatan) -> str:
    return b.ubah(b.ambil().kode, definisi="Kelas penilaian: A = 80-100, B = 60-80, C = 0-60 menurut catatan.")


def tahun_judul(b: Buatan) -> str:
    b.dokumen[0] = replace(b.dokumen[0], judul=b.dokumen[0].judul.replace(str(b.tahun), str(b.tahun + 1)))
    return "SK"


def definisi_kembar(b: Buatan) -> str:
    asal, salinan = b.ambil(), b.ambil()
    return b.ubah(
        salinan.kode,
        definisi=asal.definisi,
        nama="Jumlah tamu upacara kenegaraan",
        satuan="tamu",
        formulasi="Jumlah tamu upacara kenegaraan",
    )


def definisi_tertukar(b: Buatan) -> str:
    satu, lain = b.ambil("dokumen"), b.ambil("laporan")
    b.ubah(satu.kode, definisi=lain.definisi)
    b.ubah(lain.kode, definisi=satu.definisi)
    return satu.kode


def nama_hampir_sama(b: Buatan) -> str:
    iku, iki = b.ambil("%", "IKU"), b.ambil("%")
    b.ubah(iki.kode, nama=iku.nama.replace("yang", "dengan"), formulasi=iku.formulasi)
    return iku.kode


def teks_terpotong(b: Buatan) -> str:
    i = b.ambil("laporan")
    return b.ubah(i.kode, formulasi=f"{i.formulasi} dan")


def singkatan_ganda(b: Buatan) -> str:
    satu, lain = b.ambil("dokumen"), b.ambil("laporan")
    b.ubah(satu.kode, formulasi=f"{satu.formulasi} memakai Surat Permintaan Pembayaran (SPP)")
    return b.ubah(lain.kode, formulasi=f"{lain.formulasi} memakai Surat Perintah Pembayaran (SPP)")


def baris_bergeser(b: Buatan) -> str:
    """Outcomes of one position slip by one row."""
    tugas = (
        "Terawatnya kendaraan dinas operasional",
        "Terbayarnya tagihan listrik gedung",
        "Tersedianya konsumsi rapat pimpinan",
        "Terkirimnya paket naskah undangan",
        "Terpasangnya spanduk upacara hari besar",
    )
    baris, _ = _blok(b)
    simpul = {s.kode: n for n, s in enumerate(b.simpul)}
    for n, i in enumerate(baris[:5]):
        nama = tugas[n].partition(" ")[2]
        b.ubah(i.kode, nama=f"Jumlah {i.satuan} {nama}", formulasi=f"Jumlah {i.satuan} {nama}", definisi=None)
        if n:
            letak = simpul[i.simpul]
            b.simpul[letak] = replace(b.simpul[letak], sasaran=tugas[n - 1])
    return baris[2].kode


def persen_tanpa_seratus(b: Buatan) -> str:
    i = b.ambil("%")
    return b.ubah(i.kode, formulasi=(i.formulasi or "").replace(" dikali 100%", ""))


def rasio_bertarget_cacah(b: Buatan) -> str:
    i = b.ambil("dokumen")
    hal = i.nama.partition(" ")[2]
    return b.ubah(i.kode, formulasi=rf"$\frac{{\text{{Jumlah {hal}}}}}{{\text{{Jumlah kebutuhan {hal}}}}}$")
