"""Cases of time as data: one indicator A (or what its formula is made of), and what an export must say of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from sqlalchemy import Engine

from dashboard.domain.dasar.hak import PERENCANA_BAWAAN
from dashboard.services.data.impor import ambil_alih
from dashboard.services.data.keluar.ekspor import baca_ekspor
from tests.builders import BarisBuku, IsiBuku, buku_kecil, tulis_csv

TW = ("TW1", "TW2", "TW3", "TW4")
TAMBAHAN = {"satuan": "orang", "perilaku": "akumulasi", "penyajian": "tambahan"}
ULANGAN = {"satuan": "%", "perilaku": "pengulangan"}
RASIO = {"satuan": "%", "rumus": "rasio"}
BELUM = {"realisasi": None, "capaian": None, "status": "belum_dilaporkan"}
Lihat = Mapping[str, Mapping[str, object]]
"""By position: what the export says of A; numbers to two decimals."""


@dataclass(frozen=True)
class Kasus:
    """What is right, the indicator, its rows, what comes later, and what the export says."""

    benar: str
    milik: BarisBuku
    target: Sequence[BarisBuku]
    realisasi: Sequence[BarisBuku]
    lihat: Lihat
    kelak: Sequence[BarisBuku] = ()
    anak: Sequence[BarisBuku] = ()
    komponen: Sequence[BarisBuku] = ()


def t(nilai: str, periode: str = "TAHUN", mulai: str = "", **isi: str) -> BarisBuku:
    dasar = {"indikator": "A", "tahun": "2024", "periode": periode, "nilai": nilai, "nilai_min": "", "nilai_maks": ""}
    penjelasan = "Perubahan anggaran: DPA perubahan nomor 12" if mulai else ""
    versi = {"versi": "perubahan" if mulai else "awal", "berlaku_mulai": mulai, "penjelasan": penjelasan}
    return dasar | versi | isi


def jalur(*nilai: str, mulai: str = "") -> list[BarisBuku]:
    return [t(n, tw, mulai) for tw, n in zip(TW, nilai, strict=False)]


def r(*nilai: str, kode: str = "A") -> list[BarisBuku]:
    """Reports of the quarters in turn; a blank one is not reported."""
    return [lapor(tw, n, kode) for tw, n in zip(TW, nilai, strict=False) if n]


def lapor(periode: str, nilai: str, kode: str = "A", **isi: str) -> BarisBuku:
    dasar = {"indikator": kode, "tahun": "2024", "periode": periode, "nilai": nilai, "sumber_nilai": "resmi"}
    return dasar | {"pembilang": "", "penyebut": "", "kendala": ""} | isi


def bagian(kode: str, peran: str = "suku", kelompok: str = "") -> BarisBuku:
    dasar = {"indikator": "A", "komponen": kode, "sifat": "tertulis", "bobot": "1"}
    return dasar | {"peran": peran, "kelompok": kelompok}


PEMBAGIAN = (bagian("X", "pembilang"), bagian("Y", "penyebut"))
SEPTEMBER, APRIL, OKTOBER = "1 September 2024", "1 April 2024", "1 Oktober 2024"


def buku(kasus: Kasus) -> IsiBuku:
    isi = buku_kecil()
    kosong = {"satuan": "", "polaritas": "positif", "perilaku": "", "penyajian": "", "tipe_penghitungan": ""}
    kosong |= {"rumus": "", "rumus_capaian": ""}
    semua = [{"kode": "A"} | kasus.milik, *kasus.anak]
    isi["indikator"] = [
        {"simpul": "PRG", "nama": f"Indikator {satu['kode']}", "jenis": "program"} | kosong | satu for satu in semua
    ]
    isi["variabel"] = [{"kode": k, "nama": f"Jumlah {k}", "satuan": "orang"} for k in "XY"]
    isi["komponen"] = list(kasus.komponen)
    isi["target"] = [{"teks": ""} | satu for satu in kasus.target]
    isi["realisasi"] = list(kasus.realisasi)
    return {lembar: baris for lembar, baris in isi.items() if baris}


def ambil(engine: Engine, folder: Path, isi: IsiBuku, instansi: str | None = None) -> None:
    laporan = ambil_alih(engine, tulis_csv(folder, isi), pelaku=PERENCANA_BAWAAN, instansi=instansi)
    assert laporan.diambil, laporan.teks()


def terlihat(engine: Engine, periode: str, kunci: Mapping[str, object]) -> dict[str, object]:
    baris = baca_ekspor(engine, PERENCANA_BAWAAN, "UJI", 2024, periode).isi["indikator"]
    a = next(satu for satu in baris if satu["kode"] == "A")
    return {k: _dua(a[k]) for k in kunci}


def _dua(nilai: object) -> object:
    return round(float(nilai), 2) if isinstance(nilai, int | float | Decimal) else nilai


def periksa(engine: Engine, folder: Path, kasus: Kasus) -> None:
    ambil(engine, folder / "awal", buku(kasus))
    if kasus.kelak:
        lembar = "realisasi" if "sumber_nilai" in kasus.kelak[0] else "target"
        isi: IsiBuku = {lembar: [({"teks": ""} if lembar == "target" else {}) | satu for satu in kasus.kelak]}
        ambil(engine, folder / "kelak", isi, "UJI")
    for periode, kata in kasus.lihat.items():
        assert (periode, terlihat(engine, periode, kata)) == (periode, dict(kata))
