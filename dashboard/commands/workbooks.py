"""The commands about files: import, export, workbook."""

import argparse
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from dashboard.commands.base import REFUSED, Misuse, kode_terdaftar, open_database, say
from dashboard.domain.dasar.hak import PERENCANA_BAWAAN

if TYPE_CHECKING:
    from dashboard.services.data.laporan_impor import LaporanImpor

FORMAT_EKSPOR = (".json", ".xlsx")
_FILE_ENDING = re.compile(r"\.[A-Za-z]\w{0,4}")


def run_import(args: argparse.Namespace) -> int:
    from dashboard.services.data.impor import ambil_alih
    from dashboard.services.data.jawaban import Jawaban, JawabanDitolak
    from data_access.workbook.terapkan import DataChanged

    check_source(args.path)
    if args.laporan:
        periksa_laporan(args.path, args.laporan)
    engine = open_database()
    instansi = kode_terdaftar(engine, args.instansi) if args.instansi else None
    try:
        laporan = ambil_alih(
            engine,
            args.path,
            pelaku=PERENCANA_BAWAAN,
            instansi=instansi,
            izinkan_kosong=args.izinkan_kosong,
            dry_run=args.dry_run,
            jawaban=Jawaban(once("--jawab", args.jawab), args.seperti_tertulis, args.pemetaan, once("--isi", args.isi)),
        )
    except JawabanDitolak as ditolak:
        raise Misuse(str(ditolak)) from ditolak
    except DataChanged:
        say("Data sedang diubah orang lain; tidak ada yang diambil. Ulangi perintah ini.", sys.stderr)
        return REFUSED
    say(laporan.teks())
    if args.laporan and laporan.masalah:
        tulis_laporan(args.path, args.laporan, laporan)
    return REFUSED if laporan.masalah else 0


def once(pilihan: str, pasangan: list[tuple[str, str]]) -> dict[str, str]:
    """What was said under an option that may be repeated. Raises Misuse where two answers contradict each other."""
    hasil: dict[str, str] = {}
    for tentang, isi in pasangan:
        if hasil.setdefault(tentang, isi) != isi:
            raise Misuse(f"{pilihan} {tentang} diberi dua jawaban, {hasil[tentang]} dan {isi}. Tulis satu saja.")
    return hasil


def periksa_laporan(path: Path, laporan: Path) -> None:
    """Raises Misuse where no report can be written, before anything is done."""
    if laporan.suffix.lower() != ".xlsx":
        raise Misuse("--laporan menulis .xlsx; beri nama yang berakhiran .xlsx.")
    check_target(laporan)
    if laporan.resolve() == path.resolve():
        raise Misuse("--laporan tidak boleh menimpa buku kerja yang diperiksa; beri nama lain.")


def tulis_laporan(path: Path, tujuan: Path, laporan: "LaporanImpor") -> None:
    """The workbook with its problems marked, or, of what is no .xlsx or cannot be marked, the list of them."""
    from dashboard.exports.tanda_xlsx import tulis_tanda
    from dashboard.services.data.serahan import Unggahan
    from dashboard.services.data.tanda import daftar_saja, dapat_ditandai, tandai_berkas
    from data_access.files.private import replacing

    if path.is_file() and dapat_ditandai(Unggahan(path.name, path.read_bytes())):
        buku = tandai_berkas(path, laporan.masalah, dict(laporan.asal))
        isi, sebutan = tulis_tanda(buku.isi, buku.tanda), "salinan buku kerja dengan setiap masalah ditandai di selnya"
    else:
        daftar = daftar_saja(laporan.masalah, dict(laporan.asal))
        isi, sebutan = tulis_tanda(b"", daftar), f"daftar masalah {path.name} per sel"
    with replacing(tujuan) as sementara:
        sementara.write_bytes(isi)
    say(f"Ditulis: {tujuan}, {sebutan}.")


def run_export(args: argparse.Namespace) -> int:
    from dashboard.exports.berkas import tulis_ekspor
    from dashboard.services.data.keluar.ekspor import baca_ekspor
    from data_access.files.private import replacing

    if args.keluar.suffix.lower() not in FORMAT_EKSPOR:
        raise Misuse(f"{args.keluar.name} harus berakhiran .json atau .xlsx.")
    check_target(args.keluar)
    engine = open_database()
    instansi = kode_terdaftar(engine, args.instansi)
    ekspor = baca_ekspor(engine, PERENCANA_BAWAAN, instansi, args.tahun, args.periode)
    with replacing(args.keluar) as sementara:
        tulis_ekspor(ekspor.isi, sementara, ekspor.dasar)
    say(f"Ditulis: {args.keluar}")
    return 0


def run_workbook(args: argparse.Namespace) -> int:
    from dashboard.services.data.impor import tulis_buku_kerja

    if args.keluar.suffix.lower() == ".xlsx":
        check_target(args.keluar)
    else:
        check_folder(args.keluar)
    engine = open_database()
    tulis_buku_kerja(engine, kode_terdaftar(engine, args.instansi), args.keluar)
    say(f"Ditulis: {args.keluar}")
    return 0


def check_source(path: Path) -> None:
    """Raises Misuse for what is no file and no folder; a pipe or a device would be waited for without end."""
    if not path.exists():
        raise Misuse(f"{path} tidak ditemukan.")
    if not path.is_file() and not path.is_dir():
        raise Misuse(f"{path} bukan berkas dan bukan folder (pipa atau perangkat). Beri berkas .xlsx atau folder .csv.")


def check_target(keluar: Path) -> None:
    """Raises Misuse where no file can be written, before anything is read."""
    if keluar.exists() and not keluar.is_file():
        raise Misuse(f"{keluar} sudah ada dan bukan berkas. Beri nama lain.")
    if not keluar.parent.is_dir():
        raise Misuse(f"Folder {keluar.parent} tidak ditemukan. Buat dahulu, atau beri tempat lain.")


def check_folder(keluar: Path) -> None:
    """Raises Misuse for a name that was meant as a file of a kind we do not write, or that is one."""
    if keluar.is_dir():
        return
    if keluar.exists():
        raise Misuse(f"{keluar} sudah ada dan bukan folder. Beri nama folder, atau nama berkas .xlsx.")
    if _FILE_ENDING.fullmatch(keluar.suffix):
        raise Misuse(
            f"{keluar.name} berakhiran {keluar.suffix}; yang ditulis hanya berkas .xlsx, atau folder berisi .csv. "
            f"Tulis {keluar.stem}.xlsx, atau nama folder tanpa akhiran."
        )
