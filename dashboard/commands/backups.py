"""The commands that keep the whole database: backup and restore, and what a start does by itself."""

import argparse
import getpass
import os
import sys
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from dashboard.commands.base import Misuse, say

if TYPE_CHECKING:
    from sqlalchemy import Engine

    from data_access.salinan.arsip import Manifes
    from data_access.salinan.folder import SebabCadangan

PASSPHRASE_VARIABLE = "DASBOR_SANDI_CADANGAN"


def run_backup(args: argparse.Namespace) -> int:
    """Write one backup and say what it holds."""
    from dashboard.services.rumah.cadangan import CadanganDitolak, cadangkan
    from data_access.engine import make_engine

    try:
        sandi = _passphrase(twice=True) if args.sandi else None
        hasil = cadangkan(make_engine(), args.tujuan, datetime.now(UTC), sandi)
    except CadanganDitolak as ditolak:
        raise Misuse(str(ditolak)) from ditolak
    say(f"Cadangan ditulis dan sudah dicoba dikembalikan: {hasil.berkas}")
    say(f"Isinya {_contents(hasil.manifes)}.")
    if sandi:
        say("Tanpa sandinya berkas itu tidak dapat dibuka siapa pun. Simpan sandi itu di tempat lain.")
    if hasil.manifes.bukti_hilang:
        say(f"Berkas bukti yang hilang atau rusak di penyimpanan: {len(hasil.manifes.bukti_hilang)}.", sys.stderr)
    for satu in hasil.dibuang:
        say(f"Cadangan lama dibuang: {satu.name}")
    return 0


def run_restore(args: argparse.Namespace) -> int:
    """Bring a backup back and say where what was there lies now."""
    from dashboard.services.rumah.cadangan import CadanganDitolak, kembalikan
    from data_access.engine import make_engine

    try:
        berkas, hasil = kembalikan(make_engine(), args.berkas, _passphrase)
    except CadanganDitolak as ditolak:
        raise Misuse(str(ditolak)) from ditolak
    say(f"Dikembalikan dari {berkas}: {_contents(hasil.manifes)}.")
    if hasil.sebelumnya:
        say(f"Yang ada sebelumnya disimpan di {hasil.sebelumnya}")
    return 0


def before_start(engine: "Engine", *, thorough: bool, daily: bool) -> None:
    """Back up as a start does. A daily backup that fails is said and hinders nothing; a migration waits for its own."""
    from dashboard.services.rumah.cadangan import CadanganDitolak, jaga_sebelum_mulai
    from data_access.migrate import is_current

    try:
        hasil = jaga_sebelum_mulai(engine, datetime.now(UTC), semua=thorough, harian=daily, menulis=_tell_waiting)
    except (CadanganDitolak, OSError) as gagal:
        if not is_current(engine):
            raise Misuse(f"Basis data harus dimutakhirkan, tetapi cadangannya gagal ditulis ({gagal}).") from gagal
        say(f"Cadangan harian gagal ditulis ({gagal}). Dasbor tetap dimulai.", sys.stderr)
        return
    if hasil:
        say(f"Cadangan ditulis: {hasil.berkas}")


def _tell_waiting(sebab: "SebabCadangan") -> None:
    kapan = "sehari sekali" if sebab == "harian" else "sebelum dimutakhirkan"
    say(f"Mencadangkan basis data, {kapan}; ratusan ribu baris memerlukan sampai satu menit ...", sys.stderr)


def _passphrase(*, twice: bool = False) -> str:
    """The passphrase of a backup, from the keyboard or, for a planned backup, from the environment; never an argument,
    which other users of the machine can read."""
    if given := os.environ.get(PASSPHRASE_VARIABLE):
        return given
    if not sys.stdin.isatty():
        raise Misuse(f"Cadangan ini memakai sandi. Jalankan dari terminal, atau isi {PASSPHRASE_VARIABLE}.")
    typed = getpass.getpass("Sandi cadangan: ")
    if twice and getpass.getpass("Sekali lagi: ") != typed:
        raise Misuse("Kedua sandi berbeda. Tidak ada yang ditulis.")
    return typed


def _contents(manifes: "Manifes") -> str:
    from dashboard.formatting import waktu

    saat = waktu(datetime.fromisoformat(manifes.dibuat))
    baris = sum(satu.baris for satu in manifes.tabel.values())
    return f"keadaan {saat}, {baris} baris dan {manifes.banyak_bukti} berkas bukti"
