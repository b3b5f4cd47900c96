"""A foreign file read as if it were a workbook of ours: headings renamed, data kept in its cells, the rest said."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from dashboard.domain.kamus.buku_kerja import LEMBAR_BERNAMA, Jenis, Kolom
from data_access.workbook.bentuk.baris_tabel import BentukTabel, hanya_data, kode_bernama
from data_access.workbook.bentuk.gabungan import teruskan
from data_access.workbook.bentuk.jenis_baris import hanya_jenis
from data_access.workbook.bentuk.judul_angka import angka_lain, berjudul_persen
from data_access.workbook.bentuk.kepala import judul_kolom, semua_baris
from data_access.workbook.bentuk.nama_periode import baca_periode, periode_asing
from data_access.workbook.berkas.lebar import buka_lebar, pisah_pada
from data_access.workbook.berkas.mentah import (
    AngkaPersen,
    BukuMentah,
    Diabaikan,
    LembarMentah,
    Mentah,
    Persen,
    SelRusak,
    TeksPersen,
    Tercoret,
    kosong,
)
from data_access.workbook.cell_address import huruf_kolom
from data_access.workbook.periksa.lembar_baca import LEMBAR_BANTU, LEMBAR_UKUR, kolom_bantu
from data_access.workbook.periksa.masalah import DaftarMasalah

SAUDARA = ("realisasi", "target")
"""Sheets that lie in one table where people lay targets and reports side by side."""
BENAR_PERIODE = (
    "Isi angka triwulannya sendiri; bila indikatornya memang dilaporkan kumulatif (penyajian sd_periode), "
    "beri judul triwulannya, misalnya Realisasi TW II."
)
BERSAMA = ("indikator", "tahun", "periode", "sumber_nilai")
"""Columns that such a table gives to both."""
NamaKeKode = Mapping[str, Mapping[str, str]]
"""By column: names as people write them, and codes (casefolded), to the codes they stand for."""


@dataclass(frozen=True, slots=True)
class PetaLembar:
    """How one sheet of a file is read: `lembar` is the sheet of ours, empty when it is left out.

    The headings are the `tinggi` rows that end at row `baris_judul`. `kolom` holds (heading as joined from them, our
    column or empty), `tetap` values that hold for every row. A heading that is one period of a column is that column
    at the period (data_access.workbook.berkas.lebar): "nilai@TW2". One that belongs to the other sheet of SAUDARA has
    its name in front: "target.nilai@TW2".
    """

    asal: str
    lembar: str
    baris_judul: int
    kolom: tuple[tuple[str, str], ...] = ()
    tetap: tuple[tuple[str, str], ...] = ()
    tinggi: int = 1

    @property
    def lembar_hasil(self) -> tuple[str, ...]:
        """The sheets of ours that come of it, the main one first."""
        milik = (pisah_lembar(kolom)[0] for _, kolom in self.kolom)
        return tuple(dict.fromkeys(filter(None, (self.lembar, *milik)))) if self.lembar else ()


def pisah_lembar(kolom: str) -> tuple[str, str]:
    """ "target.nilai@TW2" -> ("target", "nilai@TW2"); a column of the main sheet has no sheet in front."""
    lembar, titik, nama = kolom.rpartition(".")
    return (lembar, nama) if titik else ("", kolom)


def petakan(buku: BukuMentah, peta: Sequence[PetaLembar], nama: NamaKeKode) -> BukuMentah:
    """The workbook with the mapped sheets under our names; sheets without a map stay as they are.

    What a mapped sheet holds besides data is left out and said in the notes of the workbook.
    """
    menurut_asal = {satu.asal: satu for satu in peta}
    masalah = buku.masalah.salinan()
    lembar: list[LembarMentah] = []
    catatan: list[str] = []
    for satu in buku.lembar:
        if satu.nama not in menurut_asal:
            lembar.append(satu)
        elif not menurut_asal[satu.nama].lembar:
            lembar.append(replace(satu, nama=LEMBAR_BANTU + satu.nama))
        else:
            hasil, kata = _petakan_lembar(satu, menurut_asal[satu.nama], nama, masalah)
            lembar += hasil
            catatan += kata
    return replace(buku, lembar=lembar, masalah=masalah, catatan=(*buku.catatan, *catatan))


def _petakan_lembar(
    mentah: LembarMentah, peta: PetaLembar, nama: NamaKeKode, masalah: DaftarMasalah
) -> tuple[list[LembarMentah], list[str]]:
    judul_asal = judul_kolom(mentah, peta.baris_judul, peta.tinggi)
    arti = dict(peta.kolom)
    kolom = [arti.get(satu, "") for satu in judul_asal]
    data = [(nomor, baris) for nomor, baris in semua_baris(mentah) if nomor > peta.baris_judul]
    lebar = max([len(judul_asal), *(len(baris) for _, baris in data)])
    judul_asal += [""] * (lebar - len(judul_asal))
    kolom += [""] * (lebar - len(kolom))
    isi: list[Sequence[Mentah]] = [[*baris, *[None] * (lebar - len(baris))] for _, baris in data]
    tabel = LembarMentah(
        peta.lembar, kolom, peta.baris_judul, [nomor for nomor, _ in data], isi, pandangan=mentah.pandangan
    )
    catatan: list[str] = []
    if peta.lembar in LEMBAR_UKUR:
        tabel, kata = _tabel(tabel, peta, judul_asal, nama, masalah)
        catatan = [*_judul_asing(peta, judul_asal, kolom, masalah), *_tanpa_judul(tabel, peta, judul_asal), *kata]
        berpersen = [i for i, judul in enumerate(judul_asal) if berjudul_persen(judul) and _terukur(kolom[i], peta)]
        tabel = replace(tabel, baris=[_dalam_persen(satu, berpersen) for satu in tabel.baris])
    ubah = {i: satu for i, satu in enumerate(kolom) if satu in nama or satu == "periode"}
    tetap = [nilai for _, nilai in peta.tetap]
    tabel = replace(tabel, baris=[_isi_baris(satu, ubah, nama, tetap) for satu in tabel.baris])
    hasil = []
    for lembar in peta.lembar_hasil:
        milik = [_milik(satu, lembar, peta.lembar) for satu in kolom]
        judul = [satu or (f"({asal})" if asal else "") for satu, asal in zip(milik, judul_asal, strict=True)]
        berperiode = any(pisah_pada(satu)[1] for satu in milik)
        tambahan = ["" if berperiode and satu == "periode" else satu for satu, _ in peta.tetap]
        satu = replace(tabel, nama=lembar, judul=[*judul, *tambahan])
        hasil.append(buka_lebar(satu if lembar == peta.lembar else _terisi(satu)))
    return hasil, catatan


def _terukur(kolom: str, peta: PetaLembar) -> bool:
    """Whether the figures of a column are in the unit of the indicator beside them."""
    return bool(kolom) and _kolom_kamus(kolom, peta.lembar).satuan_dari == "indikator"


def _dalam_persen(baris: Sequence[Mentah], letak: Sequence[int]) -> Sequence[Mentah]:
    """The row with the plain cells there marked as percentages; cells that say so themselves stay as they are."""
    isi = list(baris)
    for i in letak:
        satu = isi[i]
        if type(satu) is str and not kosong(satu):
            isi[i] = TeksPersen(satu)
        elif isinstance(satu, int | float) and not isinstance(satu, bool | Persen):
            isi[i] = AngkaPersen(satu)
    return isi


def _judul_asing(peta: PetaLembar, judul: Sequence[str], kolom: Sequence[str], masalah: DaftarMasalah) -> list[str]:
    """Headings of running totals and half years: refused where they are to be a figure of a quarter, else said.

    Those that say thousands, or another year, are refused where they are to be a figure.
    """
    catatan = []
    for i, satu in enumerate(judul):
        alasan = periode_asing(satu) if satu and not kolom_bantu(satu) else ""
        berangka = bool(kolom[i]) and _kolom_kamus(kolom[i], peta.lembar).jenis is Jenis.BILANGAN
        if alasan and not kolom[i]:
            catatan.append(f"Lembar {peta.asal}: kolom {satu} berisi {alasan}, dan tidak diambil.")
        elif alasan and berangka:
            sel = f"{peta.lembar}!{huruf_kolom(i)}{peta.baris_judul}"
            masalah.tambah(peta.lembar, sel, satu, f"berisi {alasan}", BENAR_PERIODE)
        elif berangka and (lain := angka_lain(satu, dict(peta.tetap))):
            masalah.tambah(peta.lembar, f"{peta.lembar}!{huruf_kolom(i)}{peta.baris_judul}", satu, *lain)
    return catatan


def _tanpa_judul(tabel: LembarMentah, peta: PetaLembar, judul: Sequence[str]) -> list[str]:
    """Figures in the rows of data that stand under no heading: what they are nobody has said."""
    kolom = [i for i, satu in enumerate(judul) if not satu and any(type(b[i]) in {float, Persen} for b in tabel.baris)]
    huruf = ", ".join(map(huruf_kolom, kolom))
    return [f"Lembar {peta.asal}: angka pada kolom {huruf} tidak berjudul dan tidak diambil."] if kolom else []


def _milik(kolom: str, lembar: str, utama: str) -> str:
    """The name of a column in one of the sheets that a table becomes; empty where it belongs to another."""
    milik, nama = pisah_lembar(kolom)
    return nama if (milik or utama) == lembar or (lembar != utama and nama in BERSAMA and not milik) else ""


def _terisi(lembar: LembarMentah) -> LembarMentah:
    """The rows that have a value of the other sheet, where it has one column for it."""
    if "nilai" not in lembar.judul:
        return lembar
    letak = list(lembar.judul).index("nilai")
    return lembar.hanya([i for i, isi in enumerate(lembar.baris) if not kosong(isi[letak])])


def _tabel(
    tabel: LembarMentah, peta: PetaLembar, judul_asal: Sequence[str], nama: NamaKeKode, masalah: DaftarMasalah
) -> tuple[LembarMentah, list[str]]:
    """The rows of measurements alone, merged cells read."""
    kolom = [str(satu) for satu in tabel.judul]
    kamus = LEMBAR_BERNAMA[peta.lembar]
    if kamus.kunci[0] not in kolom:
        return tabel, []
    utama = kolom.index(kamus.kunci[0])
    jenis = {satu: milik.jenis for satu in kolom if satu and (milik := _kolom_kamus(satu, peta.lembar))}
    nilai = [i for i, satu in enumerate(kolom) if jenis.get(satu) is Jenis.BILANGAN]
    isian = [i for i, satu in enumerate(kolom) if satu and satu not in kamus.kunci and jenis[satu] is not Jenis.PILIHAN]
    kunci = [i for i, satu in enumerate(kolom) if satu in kamus.kunci]
    tabel, catatan = teruskan(tabel, kunci, nilai, peta.asal, masalah)
    if peta.lembar in SAUDARA:
        tabel, kata = hanya_jenis(tabel, peta.lembar, utama, nilai, peta.asal)
        catatan += kata
    lebar = [i for i in nilai if pisah_pada(kolom[i])[1]]
    bentuk = BentukTabel(utama, nilai, lebar or isian, judul_asal[utama], nama.get(kamus.kunci[0], {}))
    tabel, kata = hanya_data(tabel, bentuk, peta.asal)
    return tabel, [*catatan, *kata]


def _kolom_kamus(kolom: str, lembar: str) -> Kolom:
    milik, nama = pisah_lembar(kolom)
    return LEMBAR_BERNAMA[milik or lembar].kolom_bernama(pisah_pada(nama)[0])


def _isi_baris(
    baris: Sequence[Mentah], ubah: Mapping[int, str], nama: NamaKeKode, tetap: Sequence[str]
) -> list[Mentah]:
    isi = [*baris, *tetap]
    for i, kolom in ubah.items():
        if isinstance(isi[i], SelRusak | Tercoret | Diabaikan):
            continue
        isi[i] = baca_periode(isi[i]) if kolom == "periode" else kode_bernama(isi[i], nama[kolom]) or isi[i]
    return isi
