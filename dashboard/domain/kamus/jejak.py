"""A changed row in words, wherever it is told: preview, history, corrections, undoing, command line, files.

Values come as rows hold them (Decimal, date) or as the trail keeps them (JSON: numbers and dates as text).
"""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from dashboard.domain.dasar.angka import tulis_angka
from dashboard.domain.dasar.periode import nama_periode
from dashboard.domain.dasar.tanggal import tulis_tanggal
from dashboard.domain.kamus.buku_kerja import SEJAK_AWAL, Jenis, Kolom, lembar
from dashboard.domain.kamus.indikator import KATA_SUMBER

KOSONG = "kosong"
KATA_AKSI = {"tambah": "baris baru", "ubah": "diubah", "hapus": "dihapus"}
"""What happened to a row, by the word the trail keeps."""

Beda = tuple[str, str, str]
"""A column's label, what it held, and what it holds; a blank is an empty text."""


def sebut_kunci(nama: str, isi: Mapping[str, object]) -> str:
    """A row's key: "IKU-01 / 2024 / TW II"."""
    milik = lembar(nama)
    bagian = (teks_isi(milik.kolom_bernama(kolom), isi.get(kolom)) for kolom in milik.kunci)
    return " / ".join(satu for satu in bagian if satu)


def sebut_baris(nama: str, isi: Mapping[str, object]) -> str:
    """A row as a person names it: "realisasi IKU-01 / 2024 / TW2"."""
    return f"{nama} {sebut_kunci(nama, isi)}"


def beda(nama: str, lama: Mapping[str, object], baru: Mapping[str, object]) -> tuple[Beda, ...]:
    """The columns outside the key whose value differs, in the order of the sheet."""
    milik = lembar(nama)
    return tuple(
        (kolom.label, teks_isi(kolom, lama.get(kolom.nama)), teks_isi(kolom, baru.get(kolom.nama)))
        for kolom in milik.kolom
        if kolom.nama not in milik.kunci and lama.get(kolom.nama) != baru.get(kolom.nama)
    )


def kalimat_beda(satu: Beda) -> str:
    """ "Nilai: 20,25 → 21" """
    label, lama, baru = satu
    return f"{label}: {lama or KOSONG} → {baru or KOSONG}"


def teks_isi(kolom: Kolom, nilai: object) -> str:
    """A value as Indonesians write it; a period and where a figure comes from are said, not spelled as in a file."""
    if nilai is None:
        return ""
    if kolom.jenis is Jenis.BILANGAN:
        return tulis_angka(Decimal(str(nilai)))
    if kolom.nama == "periode":
        return nama_periode(str(nilai))
    if kolom.nama == "sumber_nilai":
        return KATA_SUMBER.get(str(nilai), str(nilai))
    if kolom.jenis is Jenis.TANGGAL:
        hari = nilai if isinstance(nilai, date) else date.fromisoformat(str(nilai))
        return "" if hari == SEJAK_AWAL else tulis_tanggal(hari)
    return str(nilai)
