"""Faults of one kind in many shapes: figures that hang together, outputs and units under nearly one name."""

from collections.abc import Callable
from dataclasses import replace

from dashboard.domain.dasar.indikator import Komponen, PeranKomponen, Perilaku, Polaritas, Rumus, Sifat, Variabel
from tests.temuan.buatan import Buatan, jumlahkan

Cacat = Callable[[Buatan], str]


def kaitan(sifat: Sifat, atas: int, bawah: int, satuan: str = "dokumen", **lain: object) -> Cacat:
    """One target over another, tied by that link and without a formula."""

    def tanam(b: Buatan) -> str:
        satu, dua = b.ambil(satuan), b.ambil(satuan)
        b.komponen.append(Komponen(satu.kode, dua.kode, sifat))
        for i, nilai in ((satu, atas), (dua, bawah)):
            b.ubah(i.kode, **lain)
            b.tetapkan(b.indikator[i.kode], nilai)
        return satu.kode

    return tanam


def skor_tertulis(b: Buatan) -> str:
    kode = kaitan(Sifat.TERTULIS, 71, 77, satuan="%")(b)
    for k in (kode, b.komponen[-1].komponen):
        nama = b.indikator[k].nama.replace("Persentase", "Indeks")
        b.ubah(k, satuan="indeks", nama=nama, formulasi=nama)
    return kode


def bersama_kontribusi(b: Buatan) -> str:
    """The part that counts stands beside others that only contribute."""
    kode = kaitan(Sifat.TERTULIS, 83, 38)(b)
    b.komponen.append(Komponen(kode, b.ambil("laporan").kode, Sifat.KONTRIBUSI))
    return kode


def bagian_ganda_sebagian(b: Buatan) -> str:
    kode = kaitan(Sifat.SEBAGIAN, 90, 60)(b)
    lain = b.ambil("dokumen")
    b.komponen.append(Komponen(kode, lain.kode, Sifat.DUGAAN))
    b.tetapkan(lain, 45)
    return kode


def tertulis_tanpa_rumus(b: Buatan) -> str:
    """Three printed parts that add up to another figure, and no formula."""
    kode = jumlahkan(b)
    b.tetapkan(b.indikator[kode], 7)
    return b.ubah(kode, rumus=b.indikator["IKU-1"].rumus)


def nol_pada_laju(b: Buatan) -> str:
    """A level over its flow: only the zeros are odd."""
    kode = kaitan(Sifat.KONTRIBUSI, 470, 47)(b)
    b.ubah(kode, perilaku=Perilaku.PROGRESS, tipe_penghitungan="Non kumulatif")
    b.tetapkan(b.indikator[kode], 470)
    return kode


def _sub_kegiatan(b: Buatan, nama: str, nama_iki: str, nilai: int, *nilai_iki: int) -> str:
    """A sub kegiatan and the IKI under such a name, each with its target, in persons."""
    iki = [b.ambil("laporan").kode for _ in nilai_iki]
    b.indikator["SUB-1"] = replace(b.indikator[iki[0]], kode="SUB-1", jenis="sub_kegiatan", nomor=None)
    for kode, teks, n in zip(("SUB-1", *iki), (nama, *[nama_iki] * len(iki)), (nilai, *nilai_iki), strict=True):
        b.ubah(kode, nama=teks, formulasi=teks, satuan="orang", definisi=None)
        b.tetapkan(b.indikator[kode], n)
    return "SUB-1"


def iki_bernama_sub_kegiatan(b: Buatan) -> str:
    return _sub_kegiatan(b, "Jumlah peserta outbound kebangsaan", "Jumlah peserta outbound kebangsaan", 120, 95)


def iki_yang_dilayani(b: Buatan) -> str:
    iki = "Banyaknya ASN yang dilayani sebagai penerima tali asih"
    return _sub_kegiatan(b, "Jumlah pegawai penerima tali asih", iki, 64, 46)


def sub_kegiatan_tanpa_pemilik(b: Buatan) -> str:
    return b.ubah(iki_bernama_sub_kegiatan(b), pemilik=())


def bernama(nama: str, satuan: str) -> Cacat:
    return lambda b: b.ubah(b.ambil("laporan").kode, nama=nama, satuan=satuan, formulasi=nama, definisi=None)


def bersumber(teks: str) -> Cacat:
    return lambda b: b.ubah(b.ambil("laporan").kode, sumber_data=teks)


def berformula(teks: str) -> Cacat:
    def tanam(b: Buatan) -> str:
        i = b.ambil("laporan")
        return b.ubah(i.kode, formulasi=f"{i.formulasi} {teks}")

    return tanam


def berjabatan(nama: str) -> Cacat:
    def tanam(b: Buatan) -> str:
        n = next(n for n, j in enumerate(b.jabatan) if j.kode == "KABID-DISIPLIN")
        b.jabatan[n] = replace(b.jabatan[n], nama=nama)
        return "KABID-DISIPLIN"

    return tanam


def berunit(nama: str) -> Cacat:
    """Another unit beside the first bidang."""

    def tanam(b: Buatan) -> str:
        b.unit.append(replace(b.unit[1], kode="SEBELAH", nama=nama))
        return "SEBELAH"

    return tanam


def tak_satu_pun_dipasok(b: Buatan) -> str:
    b.komponen[:] = [k for k in b.komponen if not k.indikator.startswith("IKU")]
    return "IKU-2"


def tak_satu_pun_berarah(b: Buatan) -> str:
    b.komponen[:] = [replace(k, sifat=Sifat.TANPA_HUBUNGAN) for k in b.komponen]
    return "IKU-3"


def tak_satu_pun_selain_variabel(b: Buatan) -> str:
    """Each IKU is a ratio of two variabel, and no work below is said to move one."""
    tak_satu_pun_dipasok(b)
    for nama, peran in (("LULUS", PeranKomponen.PEMBILANG), ("SEMUA", PeranKomponen.PENYEBUT)):
        b.variabel.append(Variabel(nama, nama.title(), "orang"))
        b.komponen += [Komponen(f"IKU-{n}", nama, Sifat.TERTULIS, kelompok="1", peran=peran) for n in (1, 2, 3)]
    for n in (1, 2, 3):
        b.ubah(f"IKU-{n}", rumus=Rumus.RASIO)
    return "IKU-1"


RAGAM: dict[str, tuple[str, Cacat]] = {
    "tertulis 830 83": ("bagian_tunggal", kaitan(Sifat.TERTULIS, 830, 83)),
    "dugaan 830 83": ("bagian_tunggal", kaitan(Sifat.DUGAAN, 830, 83)),
    "regulasi 41 47": ("bagian_tunggal", kaitan(Sifat.REGULASI, 41, 47, satuan="laporan")),
    "tertulis 83 830": ("bagian_tunggal", kaitan(Sifat.TERTULIS, 83, 830)),
    "dugaan negatif": ("bagian_tunggal", kaitan(Sifat.DUGAAN, 12, 9, polaritas=Polaritas.NEGATIF)),
    "tertulis skor": ("bagian_tunggal", skor_tertulis),
    "bersama kontribusi": ("bagian_tunggal", bersama_kontribusi),
    "sebagian 83 830": ("bagian_melampaui", kaitan(Sifat.SEBAGIAN, 83, 830)),
    "sebagian 52 57": ("bagian_melampaui", kaitan(Sifat.SEBAGIAN, 52, 57, satuan="laporan")),
    "bagian ganda": ("bagian_melampaui", bagian_ganda_sebagian),
    "sebagian 830 83": ("kelebihan_nol", kaitan(Sifat.SEBAGIAN, 830, 83)),
    "kontribusi 47 4700": ("kelebihan_nol", kaitan(Sifat.KONTRIBUSI, 47, 4700)),
    "nol pada laju": ("kelebihan_nol", nol_pada_laju),
    "kontribusi negatif": ("atasan_tak_terjangkau", kaitan(Sifat.KONTRIBUSI, 6, 11, polaritas=Polaritas.NEGATIF)),
    "tertulis tanpa rumus": ("jumlah_bawahan", tertulis_tanpa_rumus),
    "iki sub kegiatan": ("keluaran_beda_jenjang", iki_bernama_sub_kegiatan),
    "iki yang dilayani": ("keluaran_beda_jenjang", iki_yang_dilayani),
    "sub kegiatan tanpa pemilik": ("keluaran_beda_jenjang", sub_kegiatan_tanpa_pemilik),
    "kegiatan orang": ("satuan_nama", bernama("Jumlah kegiatan bimbingan rohani", "orang")),
    "pelatihan berkas": ("satuan_nama", bernama("Banyaknya pelatihan pramuka", "berkas")),
    "notula laporan": ("satuan_nama", bernama("Jumlah notula sidang majelis", "laporan")),
    "risalah pegawai": ("satuan_nama", bernama("Jumlah risalah lelang jabatan", "pegawai")),
    "sumber bertambah": ("ejaan_unit", bersumber("Bidang Mutasi dan Kepangkatan Pegawai")),
    "sumber tanpa jenis": ("ejaan_unit", bersumber("Mutasi dan Kepangkatan Pegawai")),
    "sumber tersambung": ("ejaan_unit", bersumber("Bidang Mutasidan Kepangkatan")),
    "sumber terpenggal": ("ejaan_unit", bersumber("Sub Bagian Keu angan dan Umum")),
    "formula bertambah": ("ejaan_unit", berformula("oleh Bidang Disiplin dan Penghargaan ASN tiap tahun")),
    "formula bertahun": ("ejaan_unit", berformula("oleh Bidang Mutasi dan Kepangkatan Aparatur Tahun 2025")),
    "formula tersambung": ("ejaan_unit", berformula("menurut BidangPengadaan dan Informasi")),
    "jabatan bertambah": ("ejaan_unit", berjabatan("Kepala Bidang Disiplin Pegawai dan Penghargaan")),
    "unit bertambah": ("ejaan_unit", berunit("Bidang Mutasi, Kepangkatan dan Pensiun")),
    "unit salah eja": ("ejaan_unit", berunit("Bidang Mutasi dan Kepangkattan")),
    "tak satu pun dipasok": ("iku_tanpa_turunan", tak_satu_pun_dipasok),
    "tak satu pun selain variabel": ("iku_tanpa_turunan", tak_satu_pun_selain_variabel),
    "tak satu pun berarah": ("iku_tanpa_turunan", tak_satu_pun_berarah),
}
