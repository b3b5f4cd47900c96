"""Workbooks for tests: a small agency in which everything is right, and ways to write it and to spoil it."""

import csv
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import xlsxwriter

BarisBuku = dict[str, Any]
IsiBuku = dict[str, list[BarisBuku]]
NIP_UJI = "008001012005011001"


def buku_kecil(kode: str = "UJI") -> IsiBuku:
    """One agency with a unit tree, positions, a cascade of three levels, and its measurements."""
    return {
        "instansi": [{"kode": kode, "nama": "Badan Uji", "jenis": "kabupaten"}],
        "dokumen": [{"kode": "DOK", "judul": "Keputusan Uji", "tanggal": "17 Agustus 2024"}],
        "unit": [
            {"kode": "BADAN", "nama": "Badan", "induk": "", "alias": ""},
            {"kode": "BIDANG", "nama": "Bidang Satu", "induk": "BADAN", "alias": "Bid. Satu|Bidang 1"},
        ],
        "jabatan": [
            {"kode": "KABAN", "nama": "Kepala Badan", "unit": "BADAN", "atasan": ""},
            {"kode": "KABID", "nama": "Kepala Bidang", "unit": "BIDANG", "atasan": "KABAN"},
        ],
        "simpul": [
            {"kode": "TUJ", "jenjang": "tujuan", "sasaran": "Tujuan", "induk": ""},
            {"kode": "SAS", "jenjang": "sasaran", "sasaran": "Sasaran", "induk": "TUJ"},
            {"kode": "PRG", "jenjang": "program", "sasaran": "Program", "induk": "SAS"},
        ],
        "indikator": [
            _indikator("IKU", "SAS", "IKU", "%", pemilik="KABAN|KABID"),
            _indikator("PRG1", "PRG", "program", "orang"),
            _indikator("PRG2", "PRG", "program", "nilai"),
        ],
        "variabel": [{"kode": "JUMLAH_ASN", "nama": "Jumlah ASN", "satuan": "orang"}],
        "komponen": [
            {"indikator": "IKU", "komponen": "PRG1", "kelompok": "", "peran": "pembilang", "sifat": "tertulis"},
            {"indikator": "IKU", "komponen": "JUMLAH_ASN", "kelompok": "", "peran": "penyebut", "sifat": "tertulis"},
        ],
        "target": [
            {"indikator": "IKU", "tahun": "2024", "periode": "TAHUN", "nilai": "85,5", "teks": "85,5%"},
            {"indikator": "PRG1", "tahun": "2024", "periode": "TAHUN", "nilai": "4.230", "teks": "4.230"},
            {"indikator": "PRG2", "tahun": "2024", "periode": "TAHUN", "nilai": "", "teks": "-"},
        ],
        "realisasi": [
            {"indikator": "IKU", "tahun": "2024", "periode": "TW1", "nilai": "20,25", "sumber_nilai": "resmi"},
            {"indikator": "JUMLAH_ASN", "tahun": "2024", "periode": "TW1", "nilai": "5.000", "sumber_nilai": "resmi"},
        ],
    }


def _indikator(kode: str, simpul: str, jenis: str, satuan: str, pemilik: str = "") -> BarisBuku:
    return {
        "kode": kode,
        "simpul": simpul,
        "nama": f"Indikator {kode}",
        "jenis": jenis,
        "satuan": satuan,
        "polaritas": "positif",
        "pemilik": pemilik,
        "dokumen": "DOK",
    }


def buku_pegawai() -> IsiBuku:
    """The sheets of one employee's month; goes with buku_kecil."""
    waktu = {"nip": NIP_UJI, "tahun": "2024", "bulan": "1"}
    return {
        "pegawai": [{"nip": NIP_UJI, "nama": "Pegawai Uji", "unit": "Bid. Satu", "memimpin": "ya"}],
        "skp": [
            waktu | {"no": "1", "kegiatan": "Menyusun laporan", "target_kuantitas": "2", "satuan_kuantitas": "laporan"},
            waktu | {"no": "2", "kegiatan": "Menilai berkas", "target_kuantitas": "-", "satuan_kuantitas": "berkas"},
        ],
        "perilaku": [waktu | {"integritas": "90", "kepemimpinan": "91", "kreativitas": "tidak"}],
    }


def tulis_csv(folder: Path, isi: Mapping[str, Sequence[BarisBuku]]) -> Path:
    """One .csv a sheet; the columns of a sheet are those of its first row."""
    folder.mkdir(parents=True, exist_ok=True)
    for nama, baris in isi.items():
        with (folder / f"{nama}.csv").open("w", encoding="utf-8", newline="") as berkas:
            penulis = csv.DictWriter(berkas, list(baris[0]), lineterminator="\n")
            penulis.writeheader()
            penulis.writerows(baris)
    return folder


def tulis_xlsx(berkas: Path, isi: Mapping[str, Sequence[BarisBuku]]) -> Path:
    """The same as a workbook with native numbers and dates; text stays text."""
    with xlsxwriter.Workbook(str(berkas), {"strings_to_formulas": False, "strings_to_urls": False}) as buku:
        hari = buku.add_format({"num_format": "dd/mm/yyyy"})
        for nama, baris in isi.items():
            kertas = buku.add_worksheet(nama)
            kertas.write_row(0, 0, list(baris[0]))
            for nomor, satu in enumerate(baris, start=1):
                for kolom, nilai in enumerate(satu.values()):
                    if isinstance(nilai, date):
                        kertas.write_datetime(nomor, kolom, nilai, hari)
                    else:
                        kertas.write(nomor, kolom, nilai)
    return berkas


def alamat(isi: Mapping[str, Sequence[BarisBuku]], lembar: str, kolom: str, indeks: int) -> str:
    """Where row `indeks` of a sheet lies in that column, as a problem names it."""
    letak = list(isi[lembar][0]).index(kolom)
    return f"{lembar}!{chr(ord('A') + letak)}{indeks + 2}"
