"""The command line: siapkan, import, export, workbook, rebuild, docs.

Exit status 0 done, 1 refused with problems, 2 misuse.

run.py passes its commands on to `python -m dashboard.cli`. The services do the work; this module speaks to the person
at the keyboard. It imports them inside the commands, so that a wrong call is answered at once.
"""

import argparse
import io
import re
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from dashboard.domain.dasar.hak import PERENCANA_BAWAAN, TidakBerwenang
from dashboard.domain.dasar.periode import BULAN, POSISI, TAHUN, SampaiDengan

if TYPE_CHECKING:
    from sqlalchemy import Engine

    from dashboard.services.data.laporan_impor import LaporanImpor

REFUSED = 1
MISUSE = 2
FORMAT_EKSPOR = (".json", ".xlsx")

# argparse speaks English; these are the sentences it can say about our arguments.
TRANSLATIONS = (
    (r"the following arguments are required: (.+)", r"yang wajib diisi belum ada: \1"),
    (r"unrecognized arguments: (.+)", r"argumen tidak dikenal: \1"),
    (r"argument (.+?): expected one argument", r"\1 membutuhkan satu nilai"),
    (r"argument (.+?): invalid choice: (.+?) \(choose from (.+)\)", r"\1: \2 tidak dikenal; pilihannya \3"),
    (r"argument (.+?): invalid int value: (.+)", r"\1: \2 bukan bilangan bulat"),
    (r"argument (.+?): (.+)", r"\1: \2"),
)


class Misuse(Exception):
    """The call cannot be carried out; the text says what would be right."""


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
        self.exit(MISUSE, f"{self.format_usage()}Salah pakai: {message}\n")

    @staticmethod
    def _berbahasa_indonesia(teks: str) -> str:
        return re.sub("^usage: ", "pemakaian: ", teks).replace("\npositional arguments:\n", "\nisian:\n")


def make_parser() -> Parser:
    parser = Parser(prog="python3 run.py", description="Perintah Dasbor Kinerja.")
    perintah = parser.add_subparsers(dest="perintah", required=True, metavar="PERINTAH")

    impor = perintah.add_parser("import", help="mengambil alih buku kerja (.xlsx atau folder .csv)")
    impor.add_argument("path", metavar="PATH", type=Path, help="berkas .xlsx, atau folder berisi .csv")
    impor.pilihan.add_argument("--dry-run", action="store_true", help="hanya memeriksa, tidak menyimpan apa pun")
    impor.pilihan.add_argument("--instansi", metavar="KODE", help="instansi buku kerja yang tidak menyebutkannya")
    impor.pilihan.add_argument("--izinkan-kosong", action="store_true", help="isian kosong mengosongkan nilai lama")
    impor.pilihan.add_argument(
        "--laporan",
        metavar="BERKAS.xlsx",
        type=Path,
        help="menulis buku kerja itu dengan setiap masalah ditandai di selnya",
    )
    impor.set_defaults(run_command=run_import)

    ekspor = perintah.add_parser("export", help="menulis apa yang ditampilkan layar")
    ekspor.add_argument("keluar", metavar="KELUAR.json|KELUAR.xlsx", type=Path)
    ekspor.pilihan.add_argument("--instansi", metavar="KODE", required=True)
    ekspor.pilihan.add_argument("--tahun", metavar="2024", type=int, required=True)
    ekspor.pilihan.add_argument("--periode", metavar="|".join(POSISI), type=position, choices=POSISI, default=TAHUN)
    ekspor.set_defaults(run_command=run_export)

    buku_kerja = perintah.add_parser("workbook", help="menulis kembali buku kerja satu instansi")
    buku_kerja.add_argument("keluar", metavar="KELUAR.xlsx|FOLDER", type=Path)
    buku_kerja.pilihan.add_argument("--instansi", metavar="KODE", required=True)
    buku_kerja.set_defaults(run_command=run_workbook)

    ulang = perintah.add_parser("rebuild", help="menghitung ulang semua nilai SKP dan membuktikan kesamaannya")
    ulang.pilihan.add_argument("--instansi", metavar="KODE", help="hanya instansi ini")
    ulang.set_defaults(run_command=run_rebuild)

    docs = perintah.add_parser("docs", help="menulis ulang dokumen yang dibuat dari program")
    docs.set_defaults(run_command=run_docs)

    siapkan = perintah.add_parser("siapkan", help="membuat atau memutakhirkan basis data; mengisi contoh bila kosong")
    siapkan.set_defaults(run_command=run_siapkan)
    return parser


def position(diminta: str) -> str:
    """The code of a reporting position. A month is none: it is never answered with its quarter."""
    kode = diminta.upper()
    if kode in BULAN:
        triwulan = SampaiDengan.yang_memuat(1, kode).kode
        raise argparse.ArgumentTypeError(
            f"{kode} adalah bulan, bukan posisi pelaporan; pakai {triwulan}, triwulan yang memuatnya, atau {TAHUN}"
        )
    return kode


def open_database() -> "Engine":
    """The database that DATABASE_URL names, migrated to the newest schema."""
    from data_access.engine import make_engine
    from data_access.migrate import migrate

    engine = make_engine()
    migrate(engine)
    return engine


def kode_terdaftar(engine: "Engine", diminta: str) -> str:
    """The code as the database spells it; upper and lower case are the same. Raises Misuse on an unknown one."""
    from data_access.kinerja import daftar_instansi

    with engine.connect() as connection:
        terdaftar = [satu.kode for satu in daftar_instansi(connection)]
    for kode in terdaftar:
        if kode.casefold() == diminta.casefold():
            return kode
    yang_ada = ", ".join(terdaftar) or "belum ada satu pun"
    raise Misuse(f"Instansi {diminta} tidak ada di basis data. Yang ada: {yang_ada}.")


def run_import(args: argparse.Namespace) -> int:
    from dashboard.services.data.impor import ambil_alih
    from data_access.workbook.terapkan import DataChanged

    if not args.path.exists():
        raise Misuse(f"{args.path} tidak ditemukan.")
    if args.laporan:
        periksa_laporan(args.path, args.laporan)
    engine = open_database()
    instansi = kode_terdaftar(engine, args.instansi) if args.instansi else None
    pilihan = {"instansi": instansi, "izinkan_kosong": args.izinkan_kosong, "dry_run": args.dry_run}
    try:
        laporan = ambil_alih(engine, args.path, pelaku=PERENCANA_BAWAAN, **pilihan)
    except DataChanged:
        print("Data sedang diubah orang lain; tidak ada yang diambil. Ulangi perintah ini.", file=sys.stderr)
        return REFUSED
    print(laporan.teks())
    if args.laporan and laporan.masalah:
        tulis_laporan(args.path, args.laporan, laporan)
    return REFUSED if laporan.masalah else 0


def periksa_laporan(path: Path, laporan: Path) -> None:
    """Raises Misuse where a marked workbook cannot be written, before anything is done."""
    if path.suffix.lower() != ".xlsx" or laporan.suffix.lower() != ".xlsx":
        raise Misuse("--laporan menandai buku kerja .xlsx dan menulis .xlsx; folder .csv tidak dapat ditandai.")
    if laporan.resolve() == path.resolve():
        raise Misuse("--laporan tidak boleh menimpa buku kerja yang diperiksa; beri nama lain.")


def tulis_laporan(path: Path, tujuan: Path, laporan: "LaporanImpor") -> None:
    """The workbook with its problems marked; where it is too large to be marked, that is said."""
    from dashboard.exports.tanda_xlsx import tulis_tanda
    from dashboard.services.data.serahan import Unggahan
    from dashboard.services.data.tanda import dapat_ditandai, tandai_berkas

    if not dapat_ditandai(Unggahan(path.name, path.read_bytes())):
        print(f"{path.name} tidak dapat ditandai (rusak atau terlalu besar); pakai daftar di atas.")
        return
    buku = tandai_berkas(path, laporan.masalah)
    tujuan.write_bytes(tulis_tanda(buku.isi, buku.tanda))
    print(f"Ditulis: {tujuan}, dengan setiap masalah ditandai di selnya.")


def run_export(args: argparse.Namespace) -> int:
    from dashboard.exports.berkas import tulis_ekspor
    from dashboard.services.data.ekspor import dasar_ekspor, isi_ekspor

    if args.keluar.suffix.lower() not in FORMAT_EKSPOR:
        raise Misuse(f"{args.keluar.name} harus berakhiran .json atau .xlsx.")
    engine = open_database()
    instansi = kode_terdaftar(engine, args.instansi)
    posisi = (engine, PERENCANA_BAWAAN, instansi, args.tahun, args.periode)
    tulis_ekspor(isi_ekspor(*posisi), args.keluar, lambda: dasar_ekspor(*posisi))
    print(f"Ditulis: {args.keluar}")
    return 0


def run_workbook(args: argparse.Namespace) -> int:
    from dashboard.services.data.impor import tulis_buku_kerja

    engine = open_database()
    tulis_buku_kerja(engine, kode_terdaftar(engine, args.instansi), args.keluar)
    print(f"Ditulis: {args.keluar}")
    return 0


def run_rebuild(args: argparse.Namespace) -> int:
    from dashboard.services.skp.ulang import hitung_ulang_semua

    engine = open_database()
    hanya = kode_terdaftar(engine, args.instansi) if args.instansi else None
    sama = True
    for hasil in hitung_ulang_semua(engine, PERENCANA_BAWAAN, hanya):
        temuan = "sama dengan yang tersimpan"
        if not hasil.sama:
            beda = f"{hasil.nilai_beda} nilai dan {hasil.rekap_beda} rekap"
            temuan = f"{beda} berbeda, sudah diganti; jalankan ulang dasbor"
        if hasil.terkunci_beda:
            temuan += f"; {hasil.terkunci_beda} nilai triwulan terkunci kini dihitung lain, tetap seperti disimpan"
        print(f"{hasil.instansi}: {hasil.nilai} nilai dan {hasil.rekap} rekap dihitung ulang; {temuan}.")
        sama = sama and hasil.sama
    return 0 if sama else REFUSED


def run_docs(args: argparse.Namespace) -> int:
    from dashboard.services.docs import write_docs

    changed = write_docs()
    print("\n".join(f"Ditulis: {path}" for path in changed) or "Semua dokumen sudah sesuai.")
    return 0


def run_siapkan(args: argparse.Namespace) -> int:
    from dashboard.services.data.contoh import isi_contoh

    for laporan in isi_contoh(open_database()):
        if laporan.masalah:
            print(laporan.teks(), file=sys.stderr)
            return REFUSED
    return 0


def main(argv: Sequence[str] | None = None) -> int:
    from sqlalchemy.exc import ArgumentError, OperationalError

    for aliran in (sys.stdout, sys.stderr):
        if isinstance(aliran, io.TextIOWrapper):
            aliran.reconfigure(encoding="utf-8")  # Windows would write its own code page into a pipe
    args = make_parser().parse_args(argv)
    try:
        return int(args.run_command(args))
    except (Misuse, TidakBerwenang) as kesalahan:
        print(kesalahan, file=sys.stderr)
    except OSError as kesalahan:
        print(f"Berkas tidak dapat dibaca atau ditulis: {kesalahan}", file=sys.stderr)
    except (ArgumentError, OperationalError) as kesalahan:
        print(f"Basis data tidak dapat dipakai; periksa DATABASE_URL. ({type(kesalahan).__name__})", file=sys.stderr)
    return MISUSE


if __name__ == "__main__":
    sys.exit(main())
