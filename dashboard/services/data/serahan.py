"""What a person hands in on the page: the files and what was said about them; and the files made readable."""

import hashlib
import re
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path, PureWindowsPath

from sqlalchemy import Engine

from dashboard.services.data.ingatan_kolom import arti_judul, peta_sendiri
from dashboard.services.data.terlihat import lewati
from data_access.engine import open_for_reading
from data_access.pemetaan import Ingatan, PetaBernama, kode_menurut_nama, peta_bernama, simpan_bernama
from data_access.workbook.berkas.jawaban import cara_terjawab, jawab
from data_access.workbook.berkas.mentah import BukuMentah, nama_baku
from data_access.workbook.berkas.penjaga import baca
from data_access.workbook.berkas.peta import PetaLembar, petakan
from data_access.workbook.berkas.tersimpan import BukuTersimpan
from data_access.workbook.berkas_xlsx.pindai_xlsx import MAKS_BITA_BERKAS
from data_access.workbook.periksa.masalah import Jawab
from data_access.workbook.periksa.pangkalan import Pangkalan

MAKS_BERKAS = 10
MAKS_NAMA = 100
TERBACA = BukuTersimpan()
_BUKAN_KATA = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True, slots=True)
class Unggahan:
    """One file as it came: its name and its bytes."""

    nama: str
    isi: bytes


@dataclass(frozen=True, slots=True)
class Serahan:
    """Files and decisions. `peta` and `jawaban` name a workbook by its place in what `baca_unggahan` gives.

    `ingat` says whether a column that was asked about before is read as it was answered then.
    """

    berkas: tuple[Unggahan, ...]
    peta: tuple[tuple[int, PetaLembar], ...] = ()
    jawaban: tuple[tuple[int, str, Jawab], ...] = ()
    izinkan_kosong: bool = False
    ingat: bool = True


def baca_unggahan(berkas: Sequence[Unggahan]) -> tuple[BukuMentah, ...]:
    """Every .xlsx is a workbook of its own, all .csv together are one; what cannot be read comes as a problem."""
    if len(berkas) > MAKS_BERKAS:
        return (_ditolak("", f"lebih dari {MAKS_BERKAS} berkas sekaligus", "Serahkan bertahap."),)
    tabel = [satu for satu in berkas if satu.nama.lower().endswith(".csv")]
    buku = [_baca_satu(satu) for satu in berkas if not satu.nama.lower().endswith(".csv")]
    return tuple([*buku, _baca_tabel(tabel)] if tabel else buku)


def siapkan(buku: Sequence[BukuMentah], serahan: Serahan, pangkalan: Pangkalan, instansi: str) -> list[BukuMentah]:
    """The workbooks with the confirmed headings and the answers put in."""
    nama = kode_menurut_nama(pangkalan.connection, instansi) if serahan.peta else {}
    hasil = []
    for i, satu in enumerate(buku):
        peta = [milik for letak, milik in serahan.peta if letak == i]
        asal = {lembar: nama_baku(milik.asal) for milik in peta for lembar in milik.lembar_hasil}
        # Answered in the file as it lies there: a reshaped sheet has several rows where the file has one.
        jawaban = {_di_berkas(sel, asal): nilai for letak, sel, nilai in serahan.jawaban if letak == i}
        terlihat = [(sel, nilai) for letak, sel, nilai in serahan.jawaban if letak == i]
        jadi = lewati(petakan(jawab(satu, jawaban), peta, nama), terlihat)
        hasil.append(replace(jadi, cara=cara_terjawab(terlihat)))
    return hasil


def _di_berkas(sel: str, asal: Mapping[str, str]) -> str:
    """ "realisasi!D14" under the name that the sheet has in the file."""
    lembar, _, alamat = sel.rpartition("!")
    return f"{asal.get(lembar, lembar)}!{alamat}"


def ingat_bernama(engine: Engine, instansi: str, buku: Sequence[BukuMentah], serahan: Serahan) -> tuple[str, ...]:
    """Keep what the headings of each file meant, with what was said of its columns, for `import --pemetaan NAMA`.

    A file with our own headings is kept where one of its columns was asked about, beside a mapping of foreign ones.
    Returns the names, made of those of the files. What was filled in for a whole file is of that file and not kept.
    """
    baru: dict[str, PetaBernama] = {}
    with open_for_reading(engine) as connection:
        lama = peta_bernama(connection, instansi)
    for i, satu in enumerate(buku):
        peta = [milik for letak, milik in serahan.peta if letak == i and milik.lembar]
        sudah = baru if peta else lama | baru
        terjawab = {lembar for lembar, _ in satu.cara}
        peta += [milik for milik in peta_sendiri(satu, peta) if milik.lembar in terjawab]
        if peta:
            cara = {f"{lembar}!{kolom}": isi.value for (lembar, kolom), isi in satu.cara.items()}
            arti = arti_judul(peta)
            baru[_nama_bebas(nama_pemetaan(satu.berkas), arti, sudah)] = PetaBernama(arti, cara)
    simpan_bernama(engine, instansi, baru)
    return tuple(baru)


def _nama_bebas(nama: str, arti: Ingatan, sudah: Mapping[str, PetaBernama]) -> str:
    """That name, or with the first number under which nothing else is kept."""
    calon = (nama, *(f"{nama}-{n}" for n in range(2, len(sudah) + 3)))
    return next(satu for satu in calon if satu not in sudah or sudah[satu].judul == arti)


def nama_pemetaan(berkas: str) -> str:
    """ "Rekap TW II (akhir).xlsx" -> "rekap-tw-ii-akhir": one word, as one types it in a command."""
    kata = _BUKAN_KATA.sub("-", Path(berkas.partition(", ")[0]).stem.lower()).strip("-")
    return kata[:MAKS_NAMA] or "berkas"


def sidik_unggahan(berkas: Sequence[Unggahan]) -> str:
    """The hash of files by name and content."""
    sidik = hashlib.sha256()
    for satu in berkas:
        sidik.update(f"{satu.nama}\0{len(satu.isi)}\0".encode(errors="surrogatepass") + satu.isi)
    return sidik.hexdigest()


def nama_aman(nama: str) -> str:
    """The bare file name: no folders, no control characters, not endless."""
    bersih = "".join(huruf for huruf in PureWindowsPath(nama).name if huruf.isprintable()).strip(". ")
    return f"{Path(bersih).stem[:MAKS_NAMA]}{Path(bersih).suffix[:10]}" or "berkas"


def _baca_satu(berkas: Unggahan) -> BukuMentah:
    nama = nama_aman(berkas.nama)
    if tolak := _tolak_ukuran(berkas, nama):
        return tolak

    def buka() -> BukuMentah:
        with tempfile.TemporaryDirectory(prefix="dasbor-") as folder:
            letak = Path(folder) / nama
            letak.write_bytes(berkas.isi)
            return baca(letak)

    return TERBACA.ambil(sidik_unggahan([berkas]), buka)


def _baca_tabel(berkas: Sequence[Unggahan]) -> BukuMentah:
    """The .csv files as one folder; two of the same name would be one sheet twice."""
    nama = [nama_aman(satu.nama) for satu in berkas]
    judul = ", ".join(nama)
    for satu, milik in zip(berkas, nama, strict=True):
        if tolak := _tolak_ukuran(satu, milik):
            return tolak
        if nama.count(milik) > 1:
            return _ditolak(milik, "diserahkan dua kali", "Serahkan satu berkas .csv per lembar.")

    def buka() -> BukuMentah:
        with tempfile.TemporaryDirectory(prefix="dasbor-") as folder:
            for satu, milik in zip(berkas, nama, strict=True):
                (Path(folder) / milik).write_bytes(satu.isi)
            return baca(Path(folder))

    return replace(TERBACA.ambil(sidik_unggahan(berkas), buka), berkas=judul)


def _tolak_ukuran(berkas: Unggahan, nama: str) -> BukuMentah | None:
    """The limit of the upload box is kept by the browser only; it is kept here again."""
    if not berkas.isi:
        return _ditolak(nama, "kosong (0 bita)", "Pilih berkas yang berisi.")
    if len(berkas.isi) > MAKS_BITA_BERKAS:
        return _ditolak(nama, "lebih besar dari 10 MB", "Pecah menjadi beberapa berkas.")
    return None


def _ditolak(nama: str, salah: str, benar: str) -> BukuMentah:
    buku = BukuMentah(nama)
    buku.masalah.tambah("", nama or "berkas", "", salah, benar)
    return buku
