"""The command that removes an agency: its code is typed once more, and a backup is written first."""

import argparse
import sys

from dashboard.commands.base import Misuse, kode_terdaftar, open_database, say
from dashboard.domain.dasar.hak import PERENCANA_BAWAAN


def run_hapus(args: argparse.Namespace) -> int:
    from data_access.files.penghapusan import PenghapusanDitolak, hapus_instansi

    engine = open_database()
    instansi = kode_terdaftar(engine, args.instansi)
    ketikan = args.ketik
    if ketikan is None:
        if not sys.stdin.isatty():
            raise Misuse(f"Ketik kodenya untuk memastikan: --ketik {instansi}. Tidak ada yang dihapus.")
        say(f"Semua data {instansi} akan dihapus; cadangannya ditulis lebih dahulu.")
        ketikan = input(f"Ketik {instansi} untuk menghapus: ")
    try:
        hasil = hapus_instansi(engine, PERENCANA_BAWAAN, instansi, ketikan)
    except PenghapusanDitolak as ditolak:
        raise Misuse(str(ditolak)) from ditolak
    say(f"Dihapus: {hasil.nama} ({hasil.instansi}), {hasil.jumlah} baris. Cadangan: {hasil.cadangan}")
    return 0
