"""The words of the command line: commands, options, and argparse in Indonesian."""

import argparse
import re
from pathlib import Path
from typing import NoReturn

from dashboard.commands import accounts, backups, diagnosis, moving, removal, upkeep, workbooks
from dashboard.commands.base import MISUSE, visible
from dashboard.domain.dasar.periode import BULAN, POSISI, TAHUN, BukanPosisi
from dashboard.domain.kamus.buku_kerja import kolom
from data_access.workbook.periksa.masalah import kunci_jawab

# argparse speaks English; these are the sentences it can say about our arguments.
TRANSLATIONS = (
    (r"the following arguments are required: (.+)", r"yang wajib diisi belum ada: \1"),
    (r"unrecognized arguments: (.+)", r"argumen tidak dikenal: \1"),
    (r"argument (.+?): expected one argument", r"\1 membutuhkan satu nilai"),
    (r"argument (.+?): invalid choice: (.+?) \(choose from (.+)\)", r"\1: \2 tidak dikenal; pilihannya \3"),
    (r"argument (.+?): invalid int value: (.+)", r"\1: \2 bukan bilangan bulat"),
    (r"argument (.+?): (.+)", r"\1: \2"),
)


class Parser(argparse.ArgumentParser):
    """argparse in Indonesian."""

    def __init__(self, *, prog: str, description: str | None = None) -> None:
        super().__init__(prog=prog, description=description, add_help=False, allow_abbrev=False)
        self.pilihan = self.add_argument_group("pilihan")
        self.pilihan.add_argument("-h", "--help", action="help", help="menampilkan bantuan ini")

    def format_help(self) -> str:
        return self._berbahasa_indonesia(super().format_help())

    def format_usage(self) -> str:
        return self._berbahasa_indonesia(super().format_usage())

    def error(self, message: str) -> NoReturn:
        for pola, pengganti in TRANSLATIONS:
            if re.fullmatch(pola, message):
                message = re.sub(pola, pengganti, message)
                break
        self.exit(MISUSE, visible(f"{self.format_usage()}Salah pakai: {message}\n"))

    @staticmethod
    def _berbahasa_indonesia(teks: str) -> str:
        return re.sub("^usage: ", "pemakaian: ", teks).replace("\npositional arguments:\n", "\nisian:\n")


def make_parser() -> Parser:
    parser = Parser(prog="python3 run.py", description="Perintah Dasbor Kinerja.")
    perintah = parser.add_subparsers(dest="perintah", required=True, metavar="PERINTAH")

    impor = perintah.add_parser("import", help="mengambil alih buku kerja (.xlsx, .ods, .xls, atau folder .csv)")
    impor.add_argument("path", metavar="PATH", type=path, help="berkas .xlsx, .ods, atau .xls, atau folder berisi .csv")
    impor.pilihan.add_argument("--dry-run", action="store_true", help="hanya memeriksa, tidak menyimpan apa pun")
    impor.pilihan.add_argument("--instansi", metavar="KODE", help="instansi buku kerja yang tidak menyebutkannya")
    impor.pilihan.add_argument("--izinkan-kosong", action="store_true", help="isian kosong mengosongkan nilai lama")
    impor.pilihan.add_argument(
        "--jawab",
        metavar="LEMBAR.SEL=NILAI",
        type=answer,
        action="append",
        default=[],
        help="menjawab satu pertanyaan seperti ditulis pada penolakannya; boleh berulang",
    )
    impor.pilihan.add_argument(
        "--seperti-tertulis", action="store_true", help="nilai yang seratus kali di luar targetnya diambil apa adanya"
    )
    impor.pilihan.add_argument(
        "--pemetaan",
        metavar="NAMA",
        help="arti judul kolom yang disimpan halaman Data ketika mengambil berkas seperti ini",
    )
    impor.pilihan.add_argument(
        "--isi",
        metavar="KOLOM=NILAI",
        type=value,
        action="append",
        default=[],
        help="bersama --pemetaan: yang tidak disebutkan berkas, misalnya periode=TW2; boleh berulang",
    )
    impor.pilihan.add_argument(
        "--laporan",
        metavar="BERKAS.xlsx",
        type=path,
        help="menulis .xlsx itu dengan setiap masalah ditandai di selnya; dari .ods, .xls, dan .csv daftar masalahnya",
    )
    impor.set_defaults(run_command=workbooks.run_import)

    ekspor = perintah.add_parser("export", help="menulis apa yang ditampilkan layar")
    ekspor.add_argument("keluar", metavar="KELUAR.json|KELUAR.xlsx", type=path)
    ekspor.pilihan.add_argument("--instansi", metavar="KODE", required=True)
    ekspor.pilihan.add_argument("--tahun", metavar="2024", type=year, required=True)
    ekspor.pilihan.add_argument("--periode", metavar="|".join(POSISI), type=position, choices=POSISI, default=TAHUN)
    ekspor.set_defaults(run_command=workbooks.run_export)

    buku_kerja = perintah.add_parser("workbook", help="menulis kembali buku kerja satu instansi")
    buku_kerja.add_argument("keluar", metavar="KELUAR.xlsx|FOLDER", type=path)
    buku_kerja.pilihan.add_argument("--instansi", metavar="KODE", required=True)
    buku_kerja.set_defaults(run_command=workbooks.run_workbook)

    ulang = perintah.add_parser("rebuild", help="menghitung ulang semua nilai SKP dan membuktikan kesamaannya")
    ulang.pilihan.add_argument("--instansi", metavar="KODE", help="hanya instansi ini")
    ulang.set_defaults(run_command=upkeep.run_rebuild)

    hapus = perintah.add_parser("hapus", help="menghapus satu instansi, sesudah menulis cadangannya")
    hapus.pilihan.add_argument("--instansi", metavar="KODE", required=True)
    hapus.pilihan.add_argument("--ketik", metavar="KODE", help="kodenya sekali lagi, persis; tanpa ini ditanyakan")
    hapus.set_defaults(run_command=removal.run_hapus)

    _add_copies(perintah)

    user = perintah.add_parser("user", help="akun: membuat, menugaskan, menyerahkan, memberi sandi baru, menutup")
    accounts.add_parsers(user)
    user.set_defaults(run_command=accounts.run_user)

    docs = perintah.add_parser("docs", help="menulis ulang dokumen yang dibuat dari program")
    docs.set_defaults(run_command=upkeep.run_docs)

    siapkan = perintah.add_parser("siapkan", help="membuat atau memutakhirkan basis data; mengisi contoh bila kosong")
    siapkan.set_defaults(run_command=upkeep.run_siapkan)
    return parser


def _add_copies(perintah: "argparse._SubParsersAction[Parser]") -> None:
    """The commands that keep the whole database."""
    cadangan = perintah.add_parser("backup", help="mencadangkan seluruh basis data dan berkas bukti ke satu berkas")
    cadangan.add_argument("tujuan", metavar="TUJUAN", nargs="?", type=path, help="folder yang ada, atau berkas .zip")
    cadangan.pilihan.add_argument("--sandi", action="store_true", help="menanyakan sandi, dan hanya dengannya terbuka")
    cadangan.set_defaults(run_command=backups.run_backup)

    pulih = perintah.add_parser("restore", help="mengembalikan cadangan; yang ada sekarang dicadangkan dahulu")
    pulih.add_argument("berkas", metavar="BERKAS", nargs="?", type=path, help="tanpa ini: cadangan yang terbaru")
    pulih.set_defaults(run_command=backups.run_restore)

    pindah = perintah.add_parser("pindah", help="memindahkan semua ke basis data kosong, SQLite atau PostgreSQL")
    alamat = "alamat seperti pada DATABASE_URL, atau nama berkas SQLite"
    pindah.add_argument("sumber", metavar="SUMBER", help=alamat)
    pindah.add_argument("tujuan", metavar="TUJUAN", help=f"yang masih kosong; {alamat}")
    pindah.set_defaults(run_command=moving.run_pindah)

    diagnosa = perintah.add_parser("diagnosa", help="memeriksa semuanya dan menulis berkas tanpa data pribadi")
    diagnosa.add_argument("berkas", metavar="BERKAS.json", nargs="?", type=path, help="tanpa ini: di folder ini")
    diagnosa.set_defaults(run_command=diagnosis.run_diagnosa)


def position(diminta: str) -> str:
    """The code of a reporting position. A month is none: it is never answered with its quarter."""
    kode = diminta.upper()
    if kode in BULAN:
        raise argparse.ArgumentTypeError(str(BukanPosisi(kode)))
    return kode


def path(diminta: str) -> Path:
    """A file or folder by name; an empty one would be the working directory."""
    if not diminta.strip():
        raise argparse.ArgumentTypeError("namanya kosong; tulis nama berkas atau folder")
    if "\0" in diminta:
        raise argparse.ArgumentTypeError("nama berkas memuat huruf yang tidak dapat dipakai")
    return Path(diminta)


def answer(diminta: str) -> tuple[str, str]:
    """Which question, and its answer: "realisasi.D5=85,5"; "realisasi!D5" is the same cell."""
    tentang, isi = _pair(diminta, "realisasi.D5=85,5")
    return kunci_jawab(tentang), isi


def value(diminta: str) -> tuple[str, str]:
    """A column and what it holds in every row: "periode=TW2"."""
    return _pair(diminta, "periode=TW2")


def _pair(diminta: str, contoh: str) -> tuple[str, str]:
    kiri, _, kanan = (bagian.strip() for bagian in diminta.rpartition("="))
    if not kiri or not kanan:
        raise argparse.ArgumentTypeError(f"{diminta!r} tidak terbaca; tulis misalnya {contoh}")
    return kiri, kanan


def year(diminta: str) -> int:
    """A year as the workbook's column tahun takes it."""
    batas = kolom("target", "tahun")
    terendah, tertinggi = batas.minimum or 0, batas.maksimum or 9999
    if not re.fullmatch(r"\d{1,9}", diminta.strip()):
        raise argparse.ArgumentTypeError(f"{diminta!r} bukan bilangan bulat")
    if not terendah <= int(diminta) <= tertinggi:
        raise argparse.ArgumentTypeError(f"{diminta} bukan tahun; tulis {terendah} sampai {tertinggi}")
    return int(diminta)
