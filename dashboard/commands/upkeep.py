"""The commands about the house itself: siapkan, rebuild, docs."""

import argparse
import sys
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from dashboard.commands.base import REFUSED, Misuse, kode_terdaftar, open_database, say
from dashboard.domain.dasar.hak import PERENCANA_BAWAAN

if TYPE_CHECKING:
    from sqlalchemy import Engine

    from dashboard.mode import Mode


def run_rebuild(args: argparse.Namespace) -> int:
    from dashboard.services.skp.ulang import hitung_ulang_semua

    engine = open_database()
    hanya = kode_terdaftar(engine, args.instansi) if args.instansi else None
    sama = True
    for hasil in hitung_ulang_semua(engine, PERENCANA_BAWAAN, hanya):
        temuan = "sama dengan yang tersimpan"
        if not hasil.sama:
            beda = f"{hasil.nilai_beda} nilai dan {hasil.rekap_beda} rekap"
            temuan = f"{beda} berbeda, sudah diganti"
        if hasil.terkunci_beda:
            temuan += f"; {hasil.terkunci_beda} nilai triwulan terkunci kini dihitung lain, tetap seperti disimpan"
        say(f"{hasil.instansi}: {hasil.nilai} nilai dan {hasil.rekap} rekap dihitung ulang; {temuan}.")
        sama = sama and hasil.sama
    return 0 if sama else REFUSED


def run_docs(args: argparse.Namespace) -> int:
    from dashboard.services.docs import write_docs

    changed = write_docs()
    say("\n".join(f"Ditulis: {path}" for path in changed) or "Semua dokumen sudah sesuai.")
    return 0


def run_siapkan(args: argparse.Namespace) -> int:
    from dashboard.services.data.contoh import isi_contoh
    from dashboard.services.rumah.diagnosa import kata_jam
    from data_access.files.bukti import folder_bukti
    from data_access.files.private import remove_leftovers

    engine = open_database(starting=True, alone=not _mode().accounts)
    check_accounts(engine)
    if jam := kata_jam(engine, datetime.now(UTC)):
        say(jam, sys.stderr)
    remove_leftovers(folder_bukti(engine))
    for laporan in isi_contoh(engine):
        if laporan.masalah:
            say(laporan.teks(), sys.stderr)
            return REFUSED
    return 0


def _mode() -> "Mode":
    from dashboard.mode import ModeUnknown, running_mode

    try:
        return running_mode()
    except ModeUnknown as unknown:
        raise Misuse(str(unknown)) from unknown


def check_accounts(engine: "Engine") -> None:
    """Raise Misuse where other computers are to be served and nobody could log in, or the mode is none."""
    from dashboard.services.akun.kelola import ada_admin
    from dashboard.services.jam import hari_ini

    if _mode().accounts and not ada_admin(engine, hari_ini()):
        raise Misuse(
            "Belum ada admin, jadi belum ada yang dapat masuk. Buat dahulu: "
            'python3 run.py user add NAMA_MASUK --nama "Nama Lengkap" --peran admin'
        )
    _check_sso()


def _check_sso() -> None:
    from dashboard.serving.sso.settings import SsoMisconfigured, sso_settings

    try:
        if _mode().accounts:
            sso_settings()
    except SsoMisconfigured as wrong:
        raise Misuse(str(wrong)) from wrong
