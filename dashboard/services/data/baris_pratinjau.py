"""The preview row by row: what would happen to it, which values change from what to what, or why it is refused."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from dashboard.domain.kamus.buku_kerja import lembar as lembar_kamus
from dashboard.domain.kamus.jejak import Beda, beda, sebut_baris
from dashboard.services.data.pemeriksaan import Pemeriksaan
from data_access.baris import Baris, Nilai, kunci_baris
from data_access.workbook.periksa.masalah import Masalah
from data_access.workbook.periksa.rencana import RencanaLembar

AKSI = ("tambah", "ubah", "dikosongkan", "tetap", "diabaikan", "ditolak")
MAKS_BARIS = 1000
"""Rows of one fate shown of one sheet; the counts beside them are exact."""
Letak = Mapping[tuple[Nilai, ...], int]
NamaKode = Mapping[str, str]
Asal = Mapping[tuple[int, str], str]


@dataclass(frozen=True, slots=True)
class BarisPratinjau:
    """One row. `letak` is where it lies in the file, `isi` holds (column, old, new) in words, `alasan` why refused."""

    aksi: str
    letak: str
    hal: str
    nama: str = ""
    isi: tuple[Beda, ...] = ()
    alasan: str = ""
    saran: str = ""


def baris_buku(i: int, periksa: Pemeriksaan, nama: NamaKode, asal: Asal, *, banyak: bool) -> Iterator[BarisPratinjau]:
    """Every row of one workbook, those refused first. `asal` gives the file's own name of a mapped sheet."""
    awalan = f"{periksa.laporan.berkas} · " if banyak else ""
    for masalah in sorted(periksa.laporan.masalah[:MAKS_BARIS], key=_urutan_sel):
        if not masalah.pilihan:
            yield _ditolak(masalah, awalan, asal.get((i, masalah.lembar), ""))
    for satu in periksa.buku.values():
        tempat = awalan + asal.get((i, satu.nama), satu.nama)
        for nomor, teks in list(satu.diabaikan.items())[:MAKS_BARIS]:
            yield BarisPratinjau("diabaikan", f"{tempat}, baris {nomor}", satu.nama, teks)
    for rencana in periksa.rencana:
        lembar = periksa.buku.get(rencana.nama)
        letak = {}
        if lembar is not None and lembar.berkunci:
            letak = {kunci_baris(lembar.nama, baris): lembar.mentah.nomor[j] for j, baris in lembar.utuh()}
        tempat = awalan + asal.get((i, rencana.nama), rencana.nama)
        yield from _baris_lembar(rencana, letak, tempat, nama)


def _urutan_sel(masalah: Masalah) -> tuple[str, int, int, str]:
    """The way an eye goes over a sheet: row by row, in a row from left to right."""
    sel = masalah.sel.rpartition("!")[2]
    huruf = sel.rstrip("0123456789")
    nomor = sel[len(huruf) :]
    return masalah.lembar, int(nomor) if nomor else 0, len(huruf), huruf


def baris_ganda(masalah: Masalah) -> BarisPratinjau:
    """A row that two workbooks hold."""
    return _ditolak(masalah, "", "")


def _ditolak(masalah: Masalah, awalan: str, asal: str) -> BarisPratinjau:
    sel = masalah.sel if not asal else masalah.sel.replace(f"{masalah.lembar}!", f"{asal}!", 1)
    tertulis = f'"{masalah.nilai}" ' if masalah.nilai else ""
    return BarisPratinjau(
        "ditolak", awalan + sel, masalah.lembar, alasan=f"{tertulis}{masalah.salah}.", saran=masalah.benar
    )


def _baris_lembar(rencana: RencanaLembar, letak: Letak, tempat: str, nama: NamaKode) -> Iterator[BarisPratinjau]:
    def baris(aksi: str, isi: Baris, ubahan: tuple[Beda, ...] = ()) -> BarisPratinjau:
        nomor = letak.get(kunci_baris(rencana.nama, isi))
        asal = f"{tempat}, baris {nomor}" if nomor is not None else f"{tempat}, jawaban Anda"
        kode = str(isi[lembar_kamus(rencana.nama).kunci[0]])
        return BarisPratinjau(aksi, asal, sebut_baris(rencana.nama, isi), nama.get(kode, ""), ubahan)

    kosong = rencana.kunci_kosong
    ubah = [(lama, baru) for lama, baru in rencana.ubah if kunci_baris(rencana.nama, baru) not in kosong]
    hapus = [(lama, baru) for lama, baru in rencana.ubah if kunci_baris(rencana.nama, baru) in kosong]
    for aksi, pasangan in (("dikosongkan", hapus), ("ubah", ubah)):
        yield from (baris(aksi, baru, beda(rencana.nama, lama, baru)) for lama, baru in pasangan[:MAKS_BARIS])
    for isi in rencana.tambah[:MAKS_BARIS]:
        yield baris("tambah", isi, beda(rencana.nama, {}, isi))
    for isi in rencana.tetap[:MAKS_BARIS]:
        yield baris("tetap", isi)
