"""What is wrong with this installation: each check in an Indonesian sentence, and as figures that may be sent away.

A sentence may name a file of this computer and is for the screen alone. What is sent holds only what `angka` holds:
counts, versions and the kinds of things; never a name, a NIP, a text or a path.
"""

import platform
import re
import shutil
import stat
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import sqlalchemy as sa
from sqlalchemy.engine import Engine
from sqlalchemy.exc import SQLAlchemyError

from dashboard.domain.entri.jam import jam_mundur
from dashboard.formatting import waktu
from data_access.database_state import DatabaseUnusable, explain
from data_access.engine import ROOT
from data_access.migrate import check_database, is_current, schema_version, stale_scores
from data_access.salinan.folder import SEHARI, daftar_cadangan, folder_cadangan
from data_access.salinan.isi import tabel_tersimpan
from data_access.salinan.keutuhan import periksa_bukti, sidik_berbeda, terakhir_ditulis

Angka = Mapping[str, int | str | bool | None]
PIN = re.compile(r"([A-Za-z0-9._-]+)(?:\[[a-z,]+\])?==([0-9][0-9A-Za-z.]*)")
SISA_DISK = 500 << 20
HARI_CADANGAN = 7


@dataclass(frozen=True, slots=True)
class ButirDiagnosa:
    """One check. `kalimat` says what is and, where it is not well, what to do."""

    nama: str
    baik: bool
    kalimat: str
    angka: Angka


def periksa_semua(engine: Engine, kini: datetime) -> list[ButirDiagnosa]:
    """Every check; those of the content only where the database can be read."""
    hasil = [_program(), _disk(engine)]
    basis = _basis(engine)
    hasil.append(basis)
    if basis.baik:
        semua: tuple[Callable[[Engine, datetime], ButirDiagnosa], ...] = (_nilai, _isi, _bukti, _jam)
        hasil += [satu(engine, kini) for satu in semua]
    return [*hasil, *_hak_berkas(engine), _cadangan(engine, kini)]


def isi_kiriman(hasil: list[ButirDiagnosa], kini: datetime) -> dict[str, object]:
    """What may be sent away."""
    return {"dibuat": kini.astimezone(UTC).isoformat(timespec="seconds")} | {
        satu.nama: {"baik": satu.baik, **satu.angka} for satu in hasil
    }


def _program() -> ButirDiagnosa:
    beda = {}
    for nama, pin in PIN.findall((ROOT / "requirements.txt").read_text(encoding="utf-8")):
        try:
            ada = version(nama)
        except PackageNotFoundError:
            ada = "tidak terpasang"
        if ada != pin:
            beda[nama] = ada
    angka: Angka = {"python": platform.python_version(), "sistem": sys.platform, **beda}
    if beda:
        kalimat = f"Paket lain dari yang dibutuhkan: {', '.join(beda)}. Hapus folder .venv, lalu mulai dasbor lagi."
        return ButirDiagnosa("program", False, kalimat, angka)
    return ButirDiagnosa("program", True, "Program dan semua paketnya sesuai.", angka)


def _disk(engine: Engine) -> ButirDiagnosa:
    folder = folder_cadangan(engine).parent
    ada = next(satu for satu in (folder, *folder.parents) if satu.is_dir())
    sisa = shutil.disk_usage(ada).free
    angka: Angka = {"sisa_mb": sisa >> 20}
    if sisa < SISA_DISK:
        kalimat = f"Ruang disk tinggal {sisa >> 20} MB. Kosongkan ruang pada disk tempat {folder}."
        return ButirDiagnosa("disk", False, kalimat, angka)
    return ButirDiagnosa("disk", True, "Ruang disk cukup.", angka)


def _basis(engine: Engine) -> ButirDiagnosa:
    """Whether the database can be read, is whole and of this version."""
    angka: dict[str, int | str | bool | None] = {"jenis": engine.dialect.name}
    try:
        check_database(engine, semua=True)
        if engine.dialect.name == "sqlite" and not Path(engine.url.database or "").exists():
            return ButirDiagnosa("basis_data", False, "Basis data belum dibuat. Mulai dasbor: python3 run.py", angka)
        angka["skema"] = schema_version(engine)
        if not is_current(engine):
            kalimat = "Basis data dari versi lain. Mulai dasbor lagi; cadangannya ditulis dahulu."
            return ButirDiagnosa("basis_data", False, kalimat, angka)
        with engine.connect() as connection:
            for tabel in tabel_tersimpan(connection):
                hitung = sa.select(sa.func.count()).select_from(tabel)
                angka[f"baris_{tabel.name}"] = connection.execute(hitung).scalar_one()
    except DatabaseUnusable as error:
        return ButirDiagnosa("basis_data", False, str(error), angka | {"galat": type(error).__name__})
    except SQLAlchemyError as error:
        return ButirDiagnosa("basis_data", False, explain(error, engine.url), angka | {"galat": type(error).__name__})
    return ButirDiagnosa("basis_data", True, "Basis data terbaca dan utuh.", angka)


def _nilai(engine: Engine, _: datetime) -> ButirDiagnosa:
    usang = len(stale_scores(engine))
    kalimat = "Nilai SKP sesuai dengan program ini."
    if usang:
        kalimat = f"Nilai SKP {usang} instansi berasal dari program lain. Mulai dasbor lagi: nilainya dihitung ulang."
    return ButirDiagnosa("nilai_skp", not usang, kalimat, {"instansi_usang": usang})


def _isi(engine: Engine, _: datetime) -> ButirDiagnosa:
    with engine.connect() as connection:
        beda = sidik_berbeda(connection)
    kalimat = "Isi setiap instansi sesuai dengan riwayatnya."
    if beda:
        kalimat = (
            f"Isi {', '.join(beda)} lain dari riwayatnya: ada yang mengubah basis data tanpa melalui dasbor. "
            "Bandingkan dengan cadangan terakhir sebelum memakai angkanya."
        )
    return ButirDiagnosa("isi", not beda, kalimat, {"instansi_berbeda": len(beda)})


def _bukti(engine: Engine, _: datetime) -> ButirDiagnosa:
    utuh, hilang, rusak = periksa_bukti(engine)
    kalimat = f"{utuh} berkas bukti, semuanya utuh."
    if hilang or rusak:
        kalimat = (
            f"Berkas bukti: {hilang} hilang dan {rusak} rusak di penyimpanan. "
            "Kembalikan dari cadangan, atau serahkan lagi di Bidang & IKI."
        )
    angka = {"utuh": utuh, "hilang": hilang, "rusak": rusak}
    return ButirDiagnosa("bukti", not (hilang or rusak), kalimat, angka)


def _jam(engine: Engine, kini: datetime) -> ButirDiagnosa:
    kalimat = kata_jam(engine, kini)
    return ButirDiagnosa("jam", kalimat is None, kalimat or "Jam komputer wajar.", {"zona": kini.strftime("%z")})


def kata_jam(engine: Engine, kini: datetime) -> str | None:
    """What is wrong with this computer's clock; None where nothing is."""
    with engine.connect() as connection:
        terakhir = terakhir_ditulis(connection)
    if not jam_mundur(terakhir, kini):
        return None
    return (
        f"Jam komputer ini ({waktu(kini)}) lebih awal daripada perubahan terakhir ({waktu(terakhir)}). Terlambat atau "
        "tidaknya laporan dihitung dari jam itu: setel tanggal dan jamnya; bila kembali salah, ganti baterai jamnya."
    )


def _hak_berkas(engine: Engine) -> Iterator[ButirDiagnosa]:
    berkas = Path(engine.url.database or "") if engine.dialect.name == "sqlite" else None
    if berkas is None or sys.platform == "win32" or not berkas.exists():
        return
    terbuka = bool(stat.S_IMODE(berkas.stat().st_mode) & 0o077)
    kalimat = "Berkas basis data hanya terbaca pemiliknya."
    if terbuka:
        kalimat = f"Pengguna lain komputer ini dapat membaca {berkas}. Jalankan dasbor sebagai pemilik berkas itu."
    yield ButirDiagnosa("hak_berkas", not terbuka, kalimat, {"terbuka": terbuka})


def _cadangan(engine: Engine, kini: datetime) -> ButirDiagnosa:
    semua = daftar_cadangan(folder_cadangan(engine))
    umur = (kini - semua[0].saat) // SEHARI if semua else None
    angka: Angka = {"banyak": len(semua), "umur_hari": umur}
    if umur is None or umur >= HARI_CADANGAN:
        kapan = "belum ada" if umur is None else f"yang terbaru berumur {umur} hari"
        return ButirDiagnosa("cadangan", False, f"Cadangan {kapan}. Tulis: python3 run.py backup", angka)
    return ButirDiagnosa("cadangan", True, f"Cadangan terbaru ditulis {waktu(semua[0].saat)}.", angka)
