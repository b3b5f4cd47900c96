"""The pages as data. A new page is a row here and a file in pages/; navigation and its test read this list."""

from dataclasses import dataclass

from dashboard.domain.dasar.hak import IZIN, Peran, Tindakan


@dataclass(frozen=True, slots=True)
class Halaman:
    """One page: `berkas` in pages/, `url_path` in the address, `bagian` its group in the menu.

    It is for who may do any of `hak`.
    """

    berkas: str
    judul: str
    ikon: str
    url_path: str
    bagian: str
    bantuan: str
    hak: tuple[Tindakan, ...] = (Tindakan.LIHAT,)
    bawaan: bool = False

    @property
    def peran(self) -> frozenset[Peran]:
        """Who sees it, by the matrix."""
        return frozenset(peran for peran, izin in IZIN.items() if izin.keys() & set(self.hak))


HALAMAN = (
    Halaman(
        berkas="ringkasan.py",
        judul="Ringkasan",
        ikon=":material/monitoring:",
        url_path="ringkasan",
        bagian="Pantau",
        bantuan="Indikator yang paling tertinggal, pemiliknya, dan apa yang belum dilaporkan.",
        bawaan=True,
    ),
    Halaman(
        berkas="capaian_iku.py",
        judul="Capaian IKU",
        ikon=":material/speed:",
        url_path="capaian-iku",
        bagian="Pantau",
        bantuan="Realisasi setiap IKU terhadap target, beserta asal-usul angkanya.",
    ),
    Halaman(
        berkas="pohon_kinerja.py",
        judul="Pohon Kinerja",
        ikon=":material/account_tree:",
        url_path="pohon-kinerja",
        bagian="Pantau",
        bantuan="Seluruh cascading dari tujuan sampai pelaksana, dengan status dan hubungan rumusnya.",
    ),
    Halaman(
        berkas="bidang_iki.py",
        judul="Bidang & IKI",
        ikon=":material/edit_note:",
        url_path="bidang-iki",
        bagian="Pantau",
        bantuan="Nilai yang terlambat dan harus diisi sekarang per bidang, beserta persetujuan dan kunci periodenya.",
        hak=(Tindakan.ISI_REALISASI, Tindakan.SETUJUI),
    ),
    Halaman(
        berkas="sistem_merit.py",
        judul="Sistem Merit",
        ikon=":material/military_tech:",
        url_path="sistem-merit",
        bagian="Rencanakan",
        bantuan="Kesenjangan indeks merit per kriteria dan jalan termurah menutupnya.",
    ),
    Halaman(
        berkas="simulasi.py",
        judul="Simulasi",
        ikon=":material/tune:",
        url_path="simulasi",
        bagian="Rencanakan",
        bantuan="Apa yang berubah bila satu masukan berubah, dan berapa yang diperlukan agar target tercapai.",
    ),
    Halaman(
        berkas="data.py",
        judul="Data",
        ikon=":material/upload_file:",
        url_path="data",
        bagian="Data",
        bantuan="Templat, penyerahan berkas, pratinjau setiap baris, pengambilalihan, dan pembatalannya.",
        hak=(Tindakan.IMPOR,),
    ),
    Halaman(
        berkas="ketidaksesuaian.py",
        judul="Ketidaksesuaian",
        ikon=":material/rule:",
        url_path="ketidaksesuaian",
        bagian="Data",
        bantuan="Pertentangan dan kekosongan dalam data dan dokumennya, dengan tempat, akibat, dan keputusannya.",
    ),
    Halaman(
        berkas="riwayat.py",
        judul="Riwayat",
        ikon=":material/history:",
        url_path="riwayat",
        bagian="Data",
        bantuan="Siapa mengubah angka mana, kapan, dari berapa menjadi berapa, dan lewat apa.",
        hak=(Tindakan.LIHAT_RIWAYAT,),
    ),
    Halaman(
        berkas="distribusi_skp.py",
        judul="Distribusi SKP",
        ikon=":material/bar_chart:",
        url_path="distribusi-skp",
        bagian="Pantau",
        bantuan="Sebaran nilai SKP per bidang, kewajarannya, dan hitungan setiap nilai.",
    ),
)


def halaman_untuk(peran: Peran) -> tuple[Halaman, ...]:
    """The pages a role may open, in menu order."""
    return tuple(h for h in HALAMAN if peran in h.peran)
