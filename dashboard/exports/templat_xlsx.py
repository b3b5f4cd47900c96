"""The template an agency fills in: locked headings with notes, drop-downs, its own rows, an example, and its codes.

Sheets that begin with "_" and headings in brackets are for reading; handing them in again does no harm.
"""

import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from itertools import zip_longest
from typing import Any

import xlsxwriter

from dashboard.domain.dasar.angka import muat_dalam_excel, tulis_terbaca
from dashboard.domain.kamus.buku_kerja import BERKODE, BERNILAI, Jenis, Kolom, Lembar, lembar
from dashboard.exports.gaya_xlsx import AMAN, JUDUL
from dashboard.exports.templat_petunjuk import CONTOH, JUDUL_CONTOH, petunjuk
from dashboard.lembar_cetak import (
    FORMAT_TANGGAL,
    LEBAR_KODE,
    SEBARIS,
    dapat_dilipat,
    lebar_kata,
    lebar_kolom,
    siap_cetak,
    tinggi_sebaris,
)

Isi = str | int | Decimal | date | None
BARIS_BARU = 500
"""Empty rows below the last filled one that still have drop-downs."""
LEMBAR_DAFTAR = "_daftar"
TINGGI_JUDUL = 36
"""Two lines of a heading."""
JUDUL_NAMA = "(nama)"
MAKS_PILIHAN = 255
TANGGAL_PERTAMA = date(1900, 3, 1)
LEBAR_NAMA, LEBAR_SATUAN, LEBAR_NAMA_DAFTAR = 44, 13, 28
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
    "panjang": SEBARIS | {"num_format": "@", "locked": False},
    "angka": _DASAR | {"locked": False},
    "tanggal": _DASAR | {"num_format": FORMAT_TANGGAL, "locked": False},
    "besar": {"bold": True, "font_size": 14},
    "tebal": {"bold": True, "valign": "top"},
    "lipat": _DASAR | {"text_wrap": True},
}


@dataclass(frozen=True)
class _BahanTemplat:
    """What the cells are written with; `rujukan` are the ranges of codes, by the sheets a column may name."""

    judul: str
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
        arti = {satu: nama for daftar in kode.values() for satu, nama in daftar}
        bahan = _BahanTemplat(f"Templat data {instansi}, tahun {tahun}", _Styles(buku), arti, satuan)
        kertas = {nama: buku.add_worksheet(nama) for nama in ("_petunjuk", *baris, "_contoh", LEMBAR_DAFTAR)}
        _tulis_petunjuk(kertas["_petunjuk"], bahan.judul, list(baris), bahan.gaya)
        _tulis_daftar(kertas[LEMBAR_DAFTAR], kode, bahan)
        for nama, isi in baris.items():
            _tulis_lembar(kertas[nama], lembar(nama), isi, bahan)
        _tulis_contoh(kertas["_contoh"], bahan.gaya)
        kertas[next(iter(baris))].activate()
    return keluar.getvalue()


def _tulis_lembar(kertas: Any, milik: Lembar, isi: Sequence[Mapping[str, Isi]], bahan: _BahanTemplat) -> None:
    susunan = _susunan(milik)
    kertas.freeze_panes(1, 2 if susunan[1][1] is None else 1)
    kertas.set_row(0, TINGGI_JUDUL)
    lebar = [_lebar(judul, kolom, isi) for judul, kolom in susunan]
    siap_cetak(kertas, lebar, 0, f"{milik.nama} · {bahan.judul}")
    for k, (judul, kolom) in enumerate(susunan):
        _tulis_judul(kertas, k, judul, lebar[k], kolom, bahan)
        if aturan := _validasi(kolom, bahan.rujukan):
            kertas.data_validation(1, k, len(isi) + BARIS_BARU, k, aturan)
    for b, satu in enumerate(isi, start=1):
        nilai = [_isi(satu, str(satu[milik.kunci[0]]), judul, kolom, bahan) for judul, kolom in susunan]
        kertas.set_row(b, tinggi_sebaris(nilai, lebar))
        for k, (_, kolom) in enumerate(susunan):
            if kolom is None:
                kertas.write_string(b, k, nilai[k], bahan.gaya["bantu"])
            else:
                _tulis_sel(kertas, b, k, nilai[k], lebar[k], bahan.gaya)
    kertas.protect("", BOLEH)


def _tulis_judul(kertas: Any, k: int, judul: str, lebar: float, kolom: Kolom | None, bahan: _BahanTemplat) -> None:
    gaya = bahan.gaya
    if kolom is None:
        kertas.set_column(k, k, lebar, gaya["bantu"])
        kertas.write_string(0, k, judul, gaya["judul"])
        return
    kertas.set_column(k, k, lebar, gaya[_column_style(kolom)])
    kertas.write_string(0, k, judul, gaya["wajib" if kolom.wajib else "judul"])
    kertas.write_comment(0, k, _catatan(kolom), {"x_scale": 2, "y_scale": 1.2})


def _isi(satu: Mapping[str, Isi], kode: str, judul: str, kolom: Kolom | None, bahan: _BahanTemplat) -> Isi:
    """What a cell holds: the row's value, or the code's name or unit in a column for reading."""
    if kolom is not None:
        return satu[kolom.nama]
    return (bahan.nama if judul == JUDUL_NAMA else bahan.satuan).get(kode, "")


def _lebar(judul: str, kolom: Kolom | None, isi: Sequence[Mapping[str, Isi]]) -> int:
    """The width of a column; the name and the unit beside a code are for reading only."""
    if kolom is not None:
        return lebar_kolom(kolom, (satu[kolom.nama] for satu in isi))
    return LEBAR_NAMA if judul == JUDUL_NAMA else LEBAR_SATUAN


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


def _tulis_sel(kertas: Any, baris: int, kolom: int, nilai: Isi, lebar: float, gaya: _Styles) -> None:
    """As the workbook writer does: what Excel cannot hold exactly goes out as text."""
    if isinstance(nilai, int) or (isinstance(nilai, Decimal) and muat_dalam_excel(nilai)):
        kertas.write_number(baris, kolom, float(nilai), gaya["angka"])
    elif isinstance(nilai, date) and nilai >= TANGGAL_PERTAMA:
        kertas.write_datetime(baris, kolom, nilai, gaya["tanggal"])
    elif nilai is not None and nilai != "":
        teks = tulis_terbaca(nilai) if isinstance(nilai, Decimal) else str(nilai)
        kertas.write_string(baris, kolom, teks, gaya["teks" if dapat_dilipat(teks, lebar) else "panjang"])


def _tulis_daftar(kertas: Any, kode: Mapping[str, Sequence[tuple[str, str]]], bahan: _BahanTemplat) -> None:
    """Codes with their names, two columns for each kind that a column may name; notes their ranges."""
    daftar: dict[tuple[str, ...], Sequence[tuple[str, str]]] = {(nama,): kode.get(nama, ()) for nama in BERKODE}
    daftar[BERNILAI] = [satu for nama in BERNILAI for satu in kode.get(nama, ())]
    terisi = [(asal, isi) for asal, isi in daftar.items() if isi]
    lebar = [muat for _, isi in terisi for muat in (_lebar_kode(isi), LEBAR_NAMA_DAFTAR)]
    siap_cetak(kertas, lebar, 0, f"{LEMBAR_DAFTAR} · {bahan.judul}")
    judul = [teks for asal, _ in terisi for teks in (f"kode {' atau '.join(asal)}", "nama")]
    kertas.set_row(0, tinggi_sebaris(judul, lebar))
    for urut, (asal, isi) in enumerate(terisi):
        k = urut * 2
        for kolom in (k, k + 1):
            kertas.write_string(0, kolom, judul[kolom], bahan.gaya["judul"])
        for b, (satu, sebutan) in enumerate(isi, start=1):
            kertas.write_string(b, k, satu, bahan.gaya["lipat"])
            kertas.write_string(b, k + 1, sebutan, bahan.gaya["lipat"])
        huruf = xlsxwriter.utility.xl_col_to_name(k, True)
        bahan.rujukan[asal] = f"={LEMBAR_DAFTAR}!{huruf}$2:{huruf}${len(isi) + 1}"
    sejajar = zip_longest(*([*satu] for _, isi in terisi for satu in zip(*isi, strict=True)))
    for b, baris in enumerate(sejajar, start=1):
        kertas.set_row(b, tinggi_sebaris(baris, lebar))
    kertas.freeze_panes(1, 0)
    kertas.protect("", BOLEH)


def _lebar_kode(isi: Sequence[tuple[str, str]]) -> int:
    return max(LEBAR_KODE, lebar_kata(*(kode for kode, _ in isi)))


def _tulis_petunjuk(kertas: Any, judul: str, isi: Sequence[str], gaya: _Styles) -> None:
    kertas.hide_gridlines(2)
    lebar = (26, 90)
    siap_cetak(kertas, lebar, 0, judul)
    kertas.write_string(0, 0, judul, gaya["besar"])
    for b, (kiri, kanan) in enumerate(petunjuk([lembar(nama) for nama in isi]), start=2):
        kertas.set_row(b, tinggi_sebaris((kiri, kanan), lebar))
        kertas.write_string(b, 0, kiri, gaya["tebal"])
        kertas.write_string(b, 1, kanan, gaya["lipat"])
    kertas.protect("", BOLEH)


def _tulis_contoh(kertas: Any, gaya: _Styles) -> None:
    lebar = (18,) * len(CONTOH[0])
    siap_cetak(kertas, lebar, 2, JUDUL_CONTOH)
    kertas.write_string(0, 0, JUDUL_CONTOH, gaya["besar"])
    for b, baris in enumerate(CONTOH):
        kertas.set_row(b + 2, tinggi_sebaris(baris, lebar))
        for k, nilai in enumerate(baris):
            kertas.write(b + 2, k, nilai, gaya["judul" if b == 0 else "lipat"])
    kertas.protect("", BOLEH)
