"""The commands about accounts. Who may start them on the server may administer: the database lies there anyway."""

import argparse
from datetime import date
from typing import TYPE_CHECKING

from dashboard.commands.base import Misuse, kode_terdaftar, open_database, say
from dashboard.domain.akun.nama import AkunDitolak
from dashboard.domain.akun.penugasan import Penugasan, SifatPenugasan
from dashboard.domain.dasar.hak import Pelaku, Peran
from dashboard.domain.dasar.tanggal import CONTOH_TANGGAL, baca_tanggal, tulis_tanggal

if TYPE_CHECKING:
    from sqlalchemy import Engine

    from dashboard.services.akun.kelola import PermintaanTugas

PENGELOLA = Pelaku("Pengelola server", Peran.ADMIN)
PERAN_AKUN = tuple(p.value for p in Peran)


def run_user(args: argparse.Namespace) -> int:
    """Carry out one of the sub commands; what is refused is said as a misuse."""
    engine = open_database()
    try:
        args.run_user(engine, args)
    except AkunDitolak as ditolak:
        raise Misuse(str(ditolak)) from ditolak
    return 0


def add(engine: "Engine", args: argparse.Namespace) -> None:
    """Make an account, with its first post where one is named."""
    from dashboard.services.akun.kelola import buat_akun
    from dashboard.services.akun.sso import buat_akun_sso

    tugas = _request(engine, args) if args.peran else None
    if args.sso:
        buat_akun_sso(engine, PENGELOLA, (args.nama_masuk, args.nama), args.sso, tugas=tugas)
        say(f"Akun {args.nama_masuk} dibuat. Masuknya lewat SSO sebagai {args.sso}.")
        return
    awal = buat_akun(engine, PENGELOLA, args.nama_masuk, args.nama, tugas=tugas)
    say(f"Akun {args.nama_masuk} dibuat. Sandi awal, harus diganti ketika masuk: {awal}")


def assign(engine: "Engine", args: argparse.Namespace) -> None:
    """Give an account another post."""
    from dashboard.services.akun.kelola import tugaskan

    if not args.peran:
        raise Misuse("Sebutkan perannya: --peran " + "|".join(PERAN_AKUN))
    tugaskan(engine, PENGELOLA, _request(engine, args))
    say(f"{args.nama_masuk} ditugaskan sebagai {args.peran}.")


def end(engine: "Engine", args: argparse.Namespace) -> None:
    """End a post."""
    from dashboard.services.akun.kelola import akhiri
    from dashboard.services.jam import hari_ini

    hari = _day(args.selesai, hari_ini())
    akhiri(engine, PENGELOLA, args.nama_masuk, args.nomor, hari)
    say(f"Penugasan nomor {args.nomor} milik {args.nama_masuk} berakhir {tulis_tanggal(hari)}.")


def hand_over(engine: "Engine", args: argparse.Namespace) -> None:
    """Hand all posts of one account over to another."""
    from dashboard.services.akun.kelola import serah_terima
    from dashboard.services.jam import hari_ini

    hari = _day(args.mulai, hari_ini())
    draf = serah_terima(engine, PENGELOLA, args.dari, args.ke, hari)
    say(f"Penugasan {args.dari} dipegang {args.ke} mulai {tulis_tanggal(hari)}. Draf yang ikut berpindah: {draf}.")


def reset(engine: "Engine", args: argparse.Namespace) -> None:
    """Give a new first password."""
    from dashboard.services.akun.kelola import sandi_baru

    say(f"Sandi baru {args.nama_masuk}, harus diganti ketika masuk: {sandi_baru(engine, PENGELOLA, args.nama_masuk)}")


def identify(engine: "Engine", args: argparse.Namespace) -> None:
    """Say by NIP who holds an account."""
    from dashboard.services.akun.kelola import catat_nip

    catat_nip(engine, PENGELOLA, args.nama_masuk, args.nip)
    say(f"NIP {args.nama_masuk} dicatat; SKP-nya sendiri terlihat olehnya.")


def link(engine: "Engine", args: argparse.Namespace) -> None:
    """Say by what an SSO provider knows who holds an account, or end that."""
    from dashboard.services.akun.sso import hubungkan_sso

    if bool(args.pengenal) == args.lepas:
        raise Misuse("Sebutkan surel atau nama penggunanya di SSO, atau --lepas.")
    hubungkan_sso(engine, PENGELOLA, args.nama_masuk, args.pengenal)
    arti = "tidak lagi masuk lewat SSO" if args.lepas else f"masuk lewat SSO sebagai {args.pengenal}"
    say(f"{args.nama_masuk} {arti}; semua sesinya berakhir.")


def close(engine: "Engine", args: argparse.Namespace) -> None:
    """Close an account, or open it again."""
    from dashboard.services.akun.kelola import atur_aktif

    aktif = args.perintah_user == "aktifkan"
    atur_aktif(engine, PENGELOLA, args.nama_masuk, aktif=aktif)
    say(f"Akun {args.nama_masuk} {'diaktifkan lagi' if aktif else 'dinonaktifkan; semua sesinya berakhir'}.")


def show(engine: "Engine", _: argparse.Namespace) -> None:
    """List the accounts and their posts."""
    from dashboard.services.akun.kelola import daftar_akun

    semua = daftar_akun(engine, PENGELOLA)
    if not semua:
        say('Belum ada akun. Buat yang pertama: python3 run.py user add NAMA --nama "Nama Lengkap" --peran admin')
    for satu in semua:
        say(f"{satu.akun.nama_masuk}  {satu.akun.nama}{'' if satu.akun.aktif else '  (nonaktif)'}")
        if satu.sso is not None:
            say(f"  SSO: {satu.sso[0]}{'' if satu.sso[1] else ' (belum pernah masuk)'}")
        for p in satu.penugasan:
            say(f"  {p.nomor}. {_words(p)}")


def add_parsers(user: argparse.ArgumentParser) -> None:
    """The sub commands and their options."""
    perintah = user.add_subparsers(dest="perintah_user", required=True, metavar="PERINTAH")
    tambah = perintah.add_parser("add", help="membuat akun; sandi awalnya dicetak sekali")
    tambah.add_argument("nama_masuk", metavar="NAMA_MASUK")
    tambah.add_argument("--nama", required=True, help="nama yang tampil pada riwayat")
    tambah.add_argument("--sso", metavar="PENGENAL", help="surel atau nama penggunanya di SSO; tanpa sandi")
    tugas = perintah.add_parser("tugaskan", help="memberi akun satu penugasan lagi")
    tugas.add_argument("nama_masuk", metavar="NAMA_MASUK")
    for satu in (tambah, tugas):
        satu.add_argument("--peran", choices=PERAN_AKUN, metavar="|".join(PERAN_AKUN))
        satu.add_argument("--instansi", metavar="KODE")
        satu.add_argument("--unit", metavar="KODE", help="untuk kepala bidang dan pegawai")
        satu.add_argument("--mulai", metavar="TANGGAL", help="hari pertama; bawaan hari ini")
        satu.add_argument("--selesai", metavar="TANGGAL", help="hari terakhir")
        satu.add_argument("--sifat", choices=tuple(SifatPenugasan), default=SifatPenugasan.DEFINITIF.value)
    tambah.set_defaults(run_user=add)
    tugas.set_defaults(run_user=assign)
    akhir = perintah.add_parser("akhiri", help="mengakhiri satu penugasan")
    akhir.add_argument("nama_masuk", metavar="NAMA_MASUK")
    akhir.add_argument("nomor", type=int, metavar="NOMOR", help="nomor penugasan pada daftar")
    akhir.add_argument("--selesai", metavar="TANGGAL", help="hari terakhir; bawaan hari ini")
    akhir.set_defaults(run_user=end)
    serah = perintah.add_parser("serah", help="menyerahkan semua penugasan dan draf satu akun kepada akun lain")
    serah.add_argument("dari", metavar="DARI")
    serah.add_argument("ke", metavar="KE")
    serah.add_argument("--mulai", metavar="TANGGAL", help="hari pertama penerimanya; bawaan hari ini")
    serah.set_defaults(run_user=hand_over)
    for nama, arti, kerja in (
        ("sandi", "memberi sandi awal yang baru", reset),
        ("nonaktifkan", "menutup akun; semua sesinya berakhir", close),
        ("aktifkan", "membuka lagi akun yang ditutup", close),
    ):
        satu = perintah.add_parser(nama, help=arti)
        satu.add_argument("nama_masuk", metavar="NAMA_MASUK")
        satu.set_defaults(run_user=kerja)
    siapa = perintah.add_parser("nip", help="mencatat NIP pemegang akun; pegawai melihat SKP-nya sendiri")
    siapa.add_argument("nama_masuk", metavar="NAMA_MASUK")
    siapa.add_argument("nip", metavar="NIP")
    siapa.set_defaults(run_user=identify)
    sso = perintah.add_parser("sso", help="menghubungkan akun dengan orangnya di SSO, atau melepasnya")
    sso.add_argument("nama_masuk", metavar="NAMA_MASUK")
    sso.add_argument("pengenal", metavar="PENGENAL", nargs="?", help="surel atau nama penggunanya di SSO")
    sso.add_argument("--lepas", action="store_true", help="tidak lagi lewat SSO")
    sso.set_defaults(run_user=link)
    perintah.add_parser("list", help="semua akun dan penugasannya").set_defaults(run_user=show)


def _request(engine: "Engine", args: argparse.Namespace) -> "PermintaanTugas":
    from dashboard.services.akun.kelola import PermintaanTugas
    from dashboard.services.jam import hari_ini

    return PermintaanTugas(
        args.nama_masuk,
        Peran(args.peran),
        kode_terdaftar(engine, args.instansi) if args.instansi else None,
        args.unit,
        _day(args.mulai, hari_ini()),
        _day(args.selesai, None) if args.selesai else None,
        SifatPenugasan(args.sifat),
    )


def _day(teks: str | None, bawaan: date | None) -> date:
    if teks is None and bawaan is not None:
        return bawaan
    hari = baca_tanggal(teks or "")
    if not isinstance(hari, date):
        raise Misuse(f'"{teks}" bukan tanggal yang jelas. {CONTOH_TANGGAL}')
    return hari


def _words(p: Penugasan) -> str:
    tempat = " ".join(satu for satu in (p.instansi, p.unit) if satu) or "semua instansi"
    sampai = f" sampai {tulis_tanggal(p.selesai)}" if p.selesai else ""
    sifat = "" if p.sifat is SifatPenugasan.DEFINITIF else f" ({p.sifat.value})"
    return f"{p.peran.value}{sifat}, {tempat}, mulai {tulis_tanggal(p.mulai)}{sampai}"
