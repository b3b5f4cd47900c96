"""Documents that the program writes about itself, so that they cannot say something else than it does."""

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

import sqlalchemy as sa

from dashboard.domain.dasar.angka import tulis_angka
from dashboard.domain.kamus.buku_kerja import LEMBAR, PEMISAH_DAFTAR, Jenis, Kolom, Lembar
from dashboard.domain.kamus.jenis import BentukTeks
from dashboard.domain.temuan.periksa import SEMUA_ATURAN
from dashboard.services.hak_akses import access_matrix
from dashboard.services.metodologi import methodology
from data_access.akun.tabel import METADATA_AKUN
from data_access.schema import METADATA, TABEL
from data_access.system_tables import JUDUL

FOLDER = Path(__file__).resolve().parents[2] / "docs"
KEPALA = "| kolom | kunci | jenis | satuan | wajib | arti | isi yang diterima |\n|---|---|---|---|---|---|---|"
PEMBUKA = """# Kamus data

Dokumen ini ditulis oleh program dari kamus kolom dan skema basis data; jangan disunting. `python3 run.py docs`
menulisnya kembali.

Setiap lembar buku kerja adalah satu tabel. Kunci utama setiap tabel data diawali `instansi`, sehingga kode hanya perlu
unik di dalam satu instansi. Angka disimpan tepat, bukan sebagai pecahan biner: NUMERIC di PostgreSQL, teks baku di
SQLite. Daftar dalam satu sel dipisah tanda `|`. Waktu adalah ISO 8601 dalam UTC.
"""
PEMBUKA_PEMERIKSAAN = """# Pemeriksaan

Dokumen ini ditulis oleh program dari aturan pada `dashboard/domain/temuan/`; jangan disunting. `python3 run.py docs`
menulisnya kembali. Cara kerja register dan apa yang ditemukannya pada keempat instansi contoh ada di
[ketidaksesuaian.md](ketidaksesuaian.md).

| kode | jenis | keparahan | judul | akibat |
|---|---|---|---|---|"""


def data_dictionary() -> str:
    """docs/kamus-data.md: every table and column as Markdown, the sheets first, then what the system keeps itself."""
    sistem = [tabel for nama, tabel in METADATA.tables.items() if nama not in TABEL]
    bagian = [PEMBUKA, "## Lembar buku kerja\n", *map(_lembar, LEMBAR), "## Tabel sistem\n", *map(_tabel, sistem)]
    bagian += ["## Tabel akun\n", *map(_tabel, METADATA_AKUN.tables.values())]
    return "\n".join(bagian)


def _lembar(isi: Lembar) -> str:
    milik = [] if isi.nama == "instansi" else [_baris("instansi", "teks", "Kode instansi.", kunci=True, wajib=True)]
    kolom = (
        _baris(
            k.nama,
            k.jenis.replace("_", "/"),
            k.keterangan,
            kunci=k.nama in isi.kunci,
            wajib=k.wajib,
            satuan=_satuan(k),
            isi=_isi(k),
        )
        for k in isi.kolom
    )
    return _bagian(isi.nama, isi.keterangan, (*milik, *kolom))


def _tabel(tabel: sa.Table) -> str:
    kunci = tabel.primary_key.columns
    kolom = (
        _baris(k.name, _jenis_sistem(k), k.doc or "", kunci=k.name in kunci, wajib=not k.nullable)
        for k in tabel.columns
    )
    return _bagian(tabel.name, tabel.info[JUDUL], kolom)


def _bagian(nama: str, arti: str, baris: Iterable[str]) -> str:
    return f"### {nama}\n\n{arti}\n\n{KEPALA}\n" + "\n".join(baris) + "\n"


def _baris(nama: str, jenis: str, arti: str, *, kunci: bool, wajib: bool, satuan: str = "", isi: str = "") -> str:
    sel = (f"`{nama}`", "ya" if kunci else "", jenis, satuan, "ya" if wajib else "", arti, isi)
    return "| " + " | ".join(teks.replace("|", "\\|") for teks in sel) + " |"


def _satuan(k: Kolom) -> str:
    return k.satuan or (f"menurut `{k.satuan_dari}`" if k.satuan_dari else "")


def _isi(k: Kolom) -> str:
    """What the checks let in, beyond the kind of the column."""
    bagian = [", ".join(k.pilihan)] if k.pilihan else []
    if k.acuan:
        banyak = f", dipisah {PEMISAH_DAFTAR}" if k.jenis is Jenis.DAFTAR else ""
        bagian.append("kode pada " + " atau ".join(f"`{nama}`" for nama in k.acuan) + banyak)
    if k.bentuk is BentukTeks.KODE:
        bagian.append("ditulis sebagai teks")
    if k.minimum is not None and k.maksimum is not None:
        angka = [str(k.minimum), str(k.maksimum)] if k.nama == "tahun" else map(tulis_angka, (k.minimum, k.maksimum))
        bagian.append(" sampai dengan ".join(angka))
    elif k.minimum is not None:
        bagian.append(f"{tulis_angka(k.minimum)} atau lebih")
    elif k.maksimum is not None:
        bagian.append(f"{tulis_angka(k.maksimum)} atau kurang")
    bagian += ['"-" berarti tidak ditargetkan'] if k.strip else []
    bagian += [f"kosong berarti {k.bawaan}"] if isinstance(k.bawaan, str) else []
    return "; ".join(bagian)


def _jenis_sistem(k: sa.Column[object]) -> str:
    if isinstance(k.type, sa.BigInteger):
        return "bulat (64 bit)"
    return "bulat" if isinstance(k.type, sa.Integer) else "teks"


def checks() -> str:
    """docs/pemeriksaan.md: every check over an agency's data, in the order in which the register shows them."""
    baris = (f"| `{a.kode}` | {a.jenis} | {a.keparahan} | {a.judul} | {a.akibat} |" for a in SEMUA_ATURAN)
    return "\n".join((PEMBUKA_PEMERIKSAAN, *baris)) + "\n"


DOCS: Mapping[str, Callable[[], str]] = {
    "hak-akses.md": access_matrix,
    "kamus-data.md": data_dictionary,
    "metodologi.md": methodology,
    "pemeriksaan.md": checks,
}
"""File name under docs/ to what it must hold."""


def write_docs() -> list[Path]:
    """Write each document that is not as it should be; returns those that changed."""
    stale = [nama for nama, isi in DOCS.items() if not is_current(nama, isi())]
    for nama in stale:
        (FOLDER / nama).write_text(DOCS[nama](), encoding="utf-8", newline="\n")
    return [FOLDER / nama for nama in stale]


def is_current(nama: str, isi: str) -> bool:
    path = FOLDER / nama
    return path.exists() and path.read_text(encoding="utf-8") == isi
