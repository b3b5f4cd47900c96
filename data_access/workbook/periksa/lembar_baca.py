"""A sheet whose header is understood and, later, whose rows are typed."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from dashboard.domain.kamus.buku_kerja import LEMBAR_BERNAMA, Jenis, Lembar
from data_access.baris import Baris, Nilai
from data_access.workbook.bentuk.gabungan import teruskan
from data_access.workbook.berkas.mentah import BukuMentah, LembarMentah, Mentah, kosong, nama_baku
from data_access.workbook.cell_address import huruf_kolom

KOLOM_INSTANSI = "instansi"
LEMBAR_BANTU = "_"
"""Sheets whose name begins so are the template's own: instructions, an example, lists for drop-downs."""
LEMBAR_UKUR = ("target", "realisasi", "predikat_unit", "anggaran")
"""Sheets of measurements: a row of them that holds nothing but its key has not been filled in yet."""
LEMBAR_ORANG = ("skp", "perilaku")
"""Sheets of measurements of persons."""

TANPA_JUDUL = (
    "tidak di bawah judul kolom mana pun",
    "Beri judul pada kolom itu di baris judul, pindahkan isinya ke kolom yang benar, atau hapus.",
)
TANPA_JUDUL_CSV = (
    "tidak di bawah judul kolom mana pun; baris ini lebih banyak isi daripada judul kolom",
    'Tulis angka desimal dalam tanda kutip, misalnya "38,5"; beri judul pada kolomnya, atau hapus isinya.',
)
"""What is wrong and what is right: in a .csv it is most often a comma that parted a number."""


@dataclass(slots=True)
class LembarBaca:
    """`posisi` says where a column lies in the file; `isi[kolom][i]` is typed from the raw row at number `nomor[i]`.

    The owners are a column too, and one that the file lacks is all None. `baris` are the same values by row, made once
    they are settled.

    `ditolak` holds the indices of rows that have a problem of their own, `tambahan` by index what an answer about one
    cell puts into others of its row, also into columns that the file lacks. `diabaikan` holds, by
    row number, what the rows were about that a person left out.
    """

    lembar: Lembar
    mentah: LembarMentah
    posisi: dict[str, int]
    isi: dict[str, list[Nilai]] = field(default_factory=dict)
    baris: list[Baris] = field(default_factory=list)
    ditolak: set[int] = field(default_factory=set)
    tambahan: dict[int, Baris] = field(default_factory=dict)
    diabaikan: dict[int, str] = field(default_factory=dict)

    @property
    def nama(self) -> str:
        return self.lembar.nama

    @property
    def kolom_ada(self) -> tuple[str, ...]:
        """The columns of the dictionary that the file has."""
        return tuple(kolom for kolom in self.lembar.nama_kolom if kolom in self.posisi)

    @property
    def berkunci(self) -> bool:
        """Whether the file has every required column of the key, so that rows can be told apart."""
        return all(
            kolom in self.posisi or self.lembar.kolom_bernama(kolom).bawaan is not None for kolom in self.lembar.kunci
        )

    def sel(self, i: int, kolom: str) -> str:
        """The address of row `i` in that column; the first column where the file has no such column."""
        letak = self.mentah.kolom_asal(i, self.posisi.get(kolom, 0))
        return f"{self.nama}!{huruf_kolom(letak)}{self.mentah.nomor[i]}"

    def susun_baris(self) -> None:
        """From here on neither a column nor a row changes."""
        kolom = tuple(self.isi)
        self.baris = [dict(zip(kolom, satu, strict=True)) for satu in zip(*self.isi.values(), strict=True)]

    def utuh(self) -> Iterator[tuple[int, Baris]]:
        """The rows without a problem of their own, with their index."""
        return ((i, baris) for i, baris in enumerate(self.baris) if i not in self.ditolak)


Buku = dict[str, LembarBaca]


def pemilik_buku(buku: Buku) -> list[str]:
    """The agencies named by the rows of a workbook."""
    kode = {isi for nama, satu in buku.items() for isi in satu.isi["kode" if nama == "instansi" else KOLOM_INSTANSI]}
    return sorted(map(str, kode - {None}))


def tata(buku: BukuMentah, catatan: list[str]) -> Buku:
    """Match sheets and columns to the dictionary. What is unknown is noted, what is missing or double is a problem."""
    hasil: Buku = {}
    for mentah in buku.lembar:
        nama = nama_baku(mentah.nama)
        lembar = LEMBAR_BERNAMA.get(nama)
        if lembar is None and mentah.nama.startswith(LEMBAR_BANTU):
            continue
        if lembar is None:
            catatan.append(f"Lembar {mentah.nama} tidak dikenal dan dilewati.")
        elif nama in hasil:
            buku.masalah.tambah(nama, f"{nama}!A1", mentah.nama, "ada dua kali", "Gabungkan menjadi satu lembar.")
        elif mentah.judul:
            hasil[nama] = _tata_lembar(lembar, mentah, buku, catatan)
            _tolak_gabungan(hasil[nama], buku)
    return {nama: hasil[nama] for nama in LEMBAR_BERNAMA if nama in hasil}


def _tata_lembar(lembar: Lembar, mentah: LembarMentah, buku: BukuMentah, catatan: list[str]) -> LembarBaca:
    posisi: dict[str, int] = {}
    dikenal = {*lembar.nama_kolom, KOLOM_INSTANSI}
    for i, judul in enumerate(mentah.judul):
        nama = nama_baku(judul)
        sel = f"{lembar.nama}!{huruf_kolom(i)}{mentah.nomor_judul}"
        if kosong(judul) or kolom_bantu(judul):
            continue
        if nama not in dikenal:
            catatan.append(f"{sel}: kolom {judul} tidak dikenal dan dilewati.")
        elif nama in posisi:
            buku.masalah.tambah(lembar.nama, sel, judul, "kolomnya ada dua kali", "Hapus salah satu kolom.")
        else:
            posisi[nama] = i
    _tolak_tanpa_judul(lembar, mentah, buku)
    ujung = f"{lembar.nama}!{huruf_kolom(len(mentah.judul))}{mentah.nomor_judul}"
    for kolom in lembar.kolom:
        if kolom.wajib and kolom.nama not in posisi:
            benar = f"Tambahkan kolom {kolom.nama} ({kolom.label})."
            buku.masalah.tambah(lembar.nama, ujung, "", f"tidak memuat kolom wajib {kolom.nama}", benar)
    return LembarBaca(lembar, mentah, posisi)


def _tolak_gabungan(satu: LembarBaca, buku: BukuMentah) -> None:
    """A figure merged over several rows of a sheet as it lies in the file; one reshaped had its own looked at before.

    A code merged over rows stays what it is: the rows without it are refused.
    """
    if satu.mentah.pandangan.gabungan and not satu.mentah.asal:
        jenis = {kolom.nama: kolom.jenis for kolom in satu.lembar.kolom}
        kunci = [letak for nama, letak in satu.posisi.items() if nama in satu.lembar.kunci]
        nilai = [letak for nama, letak in satu.posisi.items() if jenis.get(nama) is Jenis.BILANGAN]
        teruskan(replace(satu.mentah, nama=satu.nama), kunci, nilai, satu.nama, buku.masalah)


def _tolak_tanpa_judul(lembar: Lembar, mentah: LembarMentah, buku: BukuMentah) -> None:
    """What lies under no heading belongs to no column: 38,5 without quotes is 38 and a 5 beside the table."""
    if mentah.asal:
        return  # reshaped: its cells were given their columns one by one
    tanpa = [i for i, judul in enumerate(mentah.judul) if kosong(judul)]
    lebar = len(mentah.judul)
    if not tanpa and lebar >= max(map(len, mentah.baris), default=0):
        return
    for nomor, baris in zip(mentah.nomor, mentah.baris, strict=True):
        letak = [*(i for i in tanpa if i < len(baris)), *range(lebar, len(baris))]
        if (i := next((i for i in letak if not kosong(baris[i])), None)) is not None:
            sel = f"{lembar.nama}!{huruf_kolom(i)}{nomor}"
            buku.masalah.tambah(lembar.nama, sel, baris[i], *(TANPA_JUDUL_CSV if mentah.dari_csv else TANPA_JUDUL))


def kolom_bantu(judul: Mentah) -> bool:
    """A heading in brackets, "(nama indikator)", is there to be read, not to be taken."""
    return isinstance(judul, str) and judul.strip().startswith("(") and judul.strip().endswith(")")


def lewati_belum_diisi(buku: Buku, catatan: list[str]) -> None:
    """Leave out the rows of measurements in which only the key is filled: the template offers more than one hands in.

    A workbook deletes nothing, so an emptied row is the same as a row that is not there.
    """
    for nama in filter(buku.__contains__, LEMBAR_UKUR):
        satu = buku[nama]
        isian = [letak for kolom, letak in satu.posisi.items() if kolom not in {*satu.lembar.kunci, KOLOM_INSTANSI}]
        terisi = [
            i
            for i, baris in enumerate(satu.mentah.baris)
            if any(letak < len(baris) and not kosong(baris[letak]) for letak in isian)
        ]
        lewat = len(satu.mentah.baris) - len(terisi)
        if lewat:
            satu.mentah = satu.mentah.hanya(terisi)
            catatan.append(f"Lembar {nama}: {lewat} baris belum diisi dan dilewati.")
