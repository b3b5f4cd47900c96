"""The template an agency fills in: locked headings with notes, drop-downs, its own rows, an example, and its codes.

Sheets that begin with "_" and headings in brackets are for reading; handing them in again does no harm.
"""

import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

import xlsxwriter

from dashboard.domain.dasar.angka import muat_dalam_excel, tulis_terbaca
from dashboard.domain.kamus.buku_kerja import BERKODE, BERNILAI, Jenis, Kolom, Lembar, lembar
from dashboard.exports.gaya_xlsx import AMAN, JUDUL
from dashboard.exports.templat_petunjuk import CONTOH, JUDUL_CONTOH, petunjuk

Isi = str | int | Decimal | date | None
BARIS_BARU = 500
"""Empty rows below the last filled one that still have drop-downs."""
LEMBAR_DAFTAR = "_daftar"
JUDUL_NAMA = "(nama)"
MAKS_PILIHAN = 255
TANGGAL_PERTAMA = date(1900, 3, 1)
LEBAR = {Jenis.BILANGAN: 12, Jenis.BULAT: 9, Jenis.TANGGAL: 14, Jenis.PILIHAN: 14, Jenis.YA_TIDAK: 10}
LEBAR_TEKS = 24
LEBAR_NAMA = 44
BOLEH = dict.fromkeys(
    ("format_cells", "format_columns", "format_rows", "insert_rows", "delete_rows", "sort", "autofilter"), True
)


@dataclass
class _Styles:
    """The cell formats of one workbook."""

    buku: Any
    _ada: dict[str, Any] = field(default_factory=dict)

    def __getitem__(self, nama: str) -> Any:
        if nama not in self._ada:
            self._ada[nama] = self.buku.add_format(_FORMAT[nama])
        return self._ada[nama]


_DASAR = {"valign": "top"}
_FORMAT: dict[str, dict[str, Any]] = {
    "judul": JUDUL | {"text_wrap": True, "valign": "vcenter"},
    "wajib": {
        "bold": True,
        "bg_color": "#24506F",
        "font_color": "#FFFFFF",
        "border": 1,
        "text_wrap": True,
        "valign": "vcenter",
    },
    "bantu": _DASAR | {"font_color": "#5B6470", "italic": True, "text_wrap": True},
    "teks": _DASAR | {"num_format": "@", "locked": False, "text_wrap": True},
    "angka": _DASAR | {"locked": False},
    "tanggal": _DASAR | {"num_format": "yyyy-mm-dd", "locked": False},
    "besar": {"bold": True, "font_size": 14},
    "tebal": {"bold": True, "valign": "top"},
    "lipat": _DASAR | {"text_wrap": True},
}


@dataclass(frozen=True)
class _BahanTemplat:
    """What the cells are written with; `rujukan` are the ranges of codes, by the sheets a column may name."""

    gaya: _Styles
    nama: Mapping[str, str]
    satuan: Mapping[str, str]
    rujukan: dict[tuple[str, ...], str] = field(default_factory=dict)


def tulis_templat(
    instansi: str,
    tahun: int,
    baris: Mapping[str, Sequence[Mapping[str, Isi]]],
    kode: Mapping[str, Sequence[tuple[str, str]]],
    satuan: Mapping[str, str],
) -> bytes:
    """The workbook as bytes. `kode` holds each sheet's (code, name), `satuan` the unit by code."""
    keluar = io.BytesIO()
    with xlsxwriter.Workbook(keluar, AMAN) as buku:
        bahan = _BahanTemplat(_Styles(buku), {satu: nama for daftar in kode.values() for satu, nama in daftar}, satuan)
        kertas = {nama: buku.add_worksheet(nama) for nama in ("_petunjuk", *baris, "_contoh", LEMBAR_DAFTAR)}
        _tulis_petunjuk(kertas["_petunjuk"], instansi, tahun, list(baris), bahan.gaya)
        _tulis_daftar(kertas[LEMBAR_DAFTAR], kode, bahan)
        for nama, isi in baris.items():
            _tulis_lembar(kertas[nama], lembar(nama), isi, bahan)
        _tulis_contoh(kertas["_contoh"], bahan.gaya)
        kertas[next(iter(baris))].activate()
    return keluar.getvalue()


def _tulis_lembar(kertas: Any, milik: Lembar, isi: Sequence[Mapping[str, Isi]], bahan: _BahanTemplat) -> None:
    susunan = _susunan(milik)
    kertas.freeze_panes(1, 2 if susunan[1][1] is None else 1)
    kertas.set_row(0, 32)
    for k, (judul, kolom) in enumerate(susunan):
        _tulis_judul(kertas, k, judul, kolom, bahan)
        if aturan := _validasi(kolom, bahan.rujukan):
            kertas.data_validation(1, k, len(isi) + BARIS_BARU, k, aturan)
    for b, satu in enumerate(isi, start=1):
        kode = str(satu[milik.kunci[0]])
        for k, (judul, kolom) in enumerate(susunan):
            if kolom is None:
                arti = bahan.nama if judul == JUDUL_NAMA else bahan.satuan
                kertas.write_string(b, k, arti.get(kode, ""), bahan.gaya["bantu"])
            else:
                _tulis_sel(kertas, b, k, satu[kolom.nama], bahan.gaya)
    kertas.protect("", BOLEH)


def _tulis_judul(kertas: Any, k: int, judul: str, kolom: Kolom | None, bahan: _BahanTemplat) -> None:
    gaya = bahan.gaya
    if kolom is None:
        kertas.set_column(k, k, LEBAR_NAMA if judul == JUDUL_NAMA else 10, gaya["bantu"])
        kertas.write_string(0, k, judul, gaya["judul"])
        return
    kertas.set_column(k, k, LEBAR.get(kolom.jenis, LEBAR_TEKS), gaya[_column_style(kolom)])
    kertas.write_string(0, k, judul, gaya["wajib" if kolom.wajib else "judul"])
    kertas.write_comment(0, k, _catatan(kolom), {"x_scale": 2, "y_scale": 1.2})


def _susunan(milik: Lembar) -> list[tuple[str, Kolom | None]]:
    """The columns with those for reading put after the code they explain."""
    susunan: list[tuple[str, Kolom | None]] = [(satu.nama, satu) for satu in milik.kolom]
    if milik.kolom[0].acuan and milik.kolom[0].nama in milik.kunci:
        bersatuan = any(satu.satuan_dari == "indikator" for satu in milik.kolom)
        susunan[1:1] = [(JUDUL_NAMA, None), *([("(satuan)", None)] if bersatuan else [])]
    return susunan


def _column_style(kolom: Kolom) -> str:
    if kolom.jenis is Jenis.TANGGAL:
        return "tanggal"
    return "angka" if kolom.jenis in {Jenis.BILANGAN, Jenis.BULAT} else "teks"


def _catatan(kolom: Kolom) -> str:
    bagian = [f"{kolom.label}{' (wajib diisi)' if kolom.wajib else ''}", kolom.keterangan]
    if kolom.pilihan:
        bagian.append(f"Pilihan: {', '.join(kolom.pilihan)}.")
    if kolom.bawaan:
        bagian.append(f"Kosong berarti {kolom.bawaan}.")
    if kolom.jenis is Jenis.BILANGAN:
        bagian.append("Tulis seperti 13,7 atau 1.234,5.")
    return "\n".join(filter(None, bagian))


def _validasi(kolom: Kolom | None, rujukan: Mapping[tuple[str, ...], str]) -> dict[str, Any] | None:
    """A drop-down: of the column's choices, else of the codes it may name. A list in one cell has none."""
    if kolom is None:
        return None
    pesan = {"error_title": kolom.label[:32], "error_type": "warning"}
    if kolom.pilihan and len(",".join(kolom.pilihan)) <= MAKS_PILIHAN:
        salah = f"Pilih salah satu: {', '.join(kolom.pilihan)}"[:MAKS_PILIHAN]
        return {"validate": "list", "source": list(kolom.pilihan), "error_message": salah, **pesan}
    if kolom.acuan in rujukan and kolom.jenis is not Jenis.DAFTAR:
        salah = f"Kode ini tidak ada pada lembar {LEMBAR_DAFTAR}."
        return {"validate": "list", "source": rujukan[kolom.acuan], "error_message": salah, **pesan}
    return None


def _tulis_sel(kertas: Any, baris: int, kolom: int, nilai: Isi, gaya: _Styles) -> None:
    """As the workbook writer does: what Excel cannot hold exactly goes out as text."""
    if isinstance(nilai, int) or (isinstance(nilai, Decimal) and muat_dalam_excel(nilai)):
        kertas.write_number(baris, kolom, float(nilai), gaya["angka"])
    elif isinstance(nilai, date) and nilai >= TANGGAL_PERTAMA:
        kertas.write_datetime(baris, kolom, nilai, gaya["tanggal"])
    elif nilai is not None and nilai != "":
        teks = tulis_terbaca(nilai) if isinstance(nilai, Decimal) else str(nilai)
        kertas.write_string(baris, kolom, teks, gaya["teks"])


def _tulis_daftar(kertas: Any, kode: Mapping[str, Sequence[tuple[str, str]]], bahan: _BahanTemplat) -> None:
    """Codes with their names, two columns for each kind that a column may name; notes their ranges."""
    daftar: dict[tuple[str, ...], Sequence[tuple[str, str]]] = {(nama,): kode.get(nama, ()) for nama in BERKODE}
    daftar[BERNILAI] = [satu for nama in BERNILAI for satu in kode.get(nama, ())]
    for urut, (asal, isi) in enumerate((asal, isi) for asal, isi in daftar.items() if isi):
        k = urut * 2
        kertas.set_column(k, k, 16)
        kertas.set_column(k + 1, k + 1, LEBAR_NAMA)
        kertas.write_string(0, k, f"kode {' atau '.join(asal)}", bahan.gaya["judul"])
        kertas.write_string(0, k + 1, "nama", bahan.gaya["judul"])
        for b, (satu, sebutan) in enumerate(isi, start=1):
            kertas.write_string(b, k, satu)
            kertas.write_string(b, k + 1, sebutan)
        huruf = xlsxwriter.utility.xl_col_to_name(k, True)
        bahan.rujukan[asal] = f"={LEMBAR_DAFTAR}!{huruf}$2:{huruf}${len(isi) + 1}"
    kertas.freeze_panes(1, 0)
    kertas.protect("", BOLEH)


def _tulis_petunjuk(kertas: Any, instansi: str, tahun: int, isi: Sequence[str], gaya: _Styles) -> None:
    kertas.hide_gridlines(2)
    kertas.set_column(0, 0, 26)
    kertas.set_column(1, 1, 90)
    kertas.write_string(0, 0, f"Templat data {instansi}, tahun {tahun}", gaya["besar"])
    for b, (kiri, kanan) in enumerate(petunjuk([lembar(nama) for nama in isi]), start=2):
        kertas.write_string(b, 0, kiri, gaya["tebal"])
        kertas.write_string(b, 1, kanan, gaya["lipat"])
    kertas.protect("", BOLEH)


def _tulis_contoh(kertas: Any, gaya: _Styles) -> None:
    kertas.set_column(0, 12, 18)
    kertas.write_string(0, 0, JUDUL_CONTOH, gaya["besar"])
    for b, baris in enumerate(CONTOH):
        for k, nilai in enumerate(baris):
            kertas.write(b + 2, k, nilai, gaya["judul" if b == 0 else "lipat"])
    kertas.protect("", BOLEH)
