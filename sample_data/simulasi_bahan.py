"""What the simulation reads: one agency's sheets, its scenario, and numbers in Indonesian writing."""

import csv
import random
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

BENIH = "dasbor-kinerja-1"
SIMULASI = "simulasi"
UNSUR_INDEKS = ("dimensi", "kriteria", "sub_item")
ARITMETIK = ("tertulis", "regulasi", "dugaan", "sebagian")
SATUAN_TINGKAT = ("", "nilai", "indeks", "point")
LEMBAR = ("indikator", "simpul", "jabatan", "komponen", "variabel", "target", "realisasi")

Baris = dict[str, str]
Deret = list[Decimal | None]
"""Four quarters; None where nothing is due, or nothing was reported."""


@dataclass(frozen=True)
class Setelan:
    tahun: int
    sampai: int
    tak_lapor: float


def baca(berkas: Path) -> list[Baris]:
    if not berkas.exists():
        return []
    with berkas.open(encoding="utf-8", newline="") as f:
        return [{k: v or "" for k, v in baris.items()} for baris in csv.DictReader(f)]


def angka(teks: str) -> Decimal | None:
    return Decimal(teks.replace(",", ".")) if teks else None


def cetak(nilai: Decimal) -> str:
    return format(nilai.normalize(), "f").replace(".", ",")


def deret(teks: str) -> Deret:
    bagian = [angka(b.strip()) for b in teks.split("|")]
    return [*bagian, *([None] * (4 - len(bagian)))]


def kumulatif(nilai: Deret) -> Deret:
    """Running totals; from a gap on nothing is known."""
    hasil: Deret = []
    jumlah: Decimal | None = Decimal(0)
    for n in nilai:
        jumlah = None if jumlah is None or n is None else jumlah + n
        hasil.append(jumlah)
    return hasil


def selisih(nilai: Deret) -> Deret:
    lalu = [Decimal(0), *nilai[:-1]]
    return [None if n is None else n - (s or Decimal(0)) for n, s in zip(nilai, lalu, strict=True)]


def nolkan(nilai: Deret) -> Deret:
    return [n or Decimal(0) for n in nilai]


class Bahan:
    """One agency's sheets, and what its indicators are."""

    def __init__(self, folder: Path, setelan: Setelan, skenario: dict[str, Baris]) -> None:
        lembar = {n: baca(folder / f"{n}.csv") for n in LEMBAR}
        self.folder, self.setelan, self.skenario = folder, setelan, skenario
        self.indikator = {b["kode"]: b for b in lembar["indikator"]}
        self.variabel = [b["kode"] for b in lembar["variabel"]]
        self.nama_jabatan = {b["kode"]: b["nama"] for b in lembar["jabatan"]}
        self.jabatan_simpul = {b["kode"]: b.get("jabatan", "") for b in lembar["simpul"]}
        self.target = [b for b in lembar["target"] if b.get("sumber_nilai") != SIMULASI]
        self.realisasi = [b for b in lembar["realisasi"] if b["sumber_nilai"] != SIMULASI]
        self.target_tercetak = {b["indikator"]: b for b in self.target if b["periode"] == "TAHUN"}
        self._suku: dict[str, list[str]] = {}
        for b in lembar["komponen"]:
            if b["sifat"] in ARITMETIK and b.get("peran", "suku") == "suku":
                self._suku.setdefault(b["indikator"], []).append(b["komponen"])

    def acak(self, kode: str, guna: str) -> random.Random:
        """A generator of its own per figure, so that a new indicator changes no other."""
        return random.Random(f"{BENIH}:{self.folder.name}:{kode}:{guna}")

    def rencana(self, kode: str, kolom: str) -> str:
        return self.skenario.get(kode, {}).get(kolom, "")

    def persen(self, kode: str) -> bool:
        satuan = self.indikator[kode].get("satuan", "").lower()
        return "%" in satuan or satuan.startswith(("persen", "presen"))

    def akumulasi(self, kode: str) -> bool:
        """Printed or, where print is silent, assumed for what is counted."""
        satuan = self.indikator[kode].get("satuan", "").lower()
        perilaku = self.indikator[kode].get("perilaku", "")
        return perilaku == "akumulasi" or (not perilaku and not self.persen(kode) and satuan not in SATUAN_TINGKAT)

    def tambahan(self, kode: str) -> bool:
        return self.akumulasi(kode) and self.indikator[kode].get("penyajian") != "sd_periode"

    def negatif(self, kode: str) -> bool:
        return self.indikator[kode]["polaritas"] == "negatif"

    def dihitung(self, kode: str) -> bool:
        """Left to the dashboard, which computes it from its komponen."""
        i = self.indikator[kode]
        return i.get("rumus") in ("rasio", "rerata", "skp_baik") or (i.get("rumus") == "jumlah" and i["jenis"] == "IKU")

    def setahun_sekali(self, kode: str) -> bool:
        """Scored once a year by an outside body."""
        i = self.indikator[kode]
        return bool(i.get("instrumen")) or i.get("rumus") == "eksternal" or i["jenis"] in UNSUR_INDEKS

    def suku(self, kode: str) -> list[str]:
        """The terms of a sum or a stock that is simulated from below."""
        if self.dihitung(kode) or self.indikator[kode].get("rumus") not in ("jumlah", "stok"):
            return []
        return self._suku.get(kode, [])

    def kriteria(self, kode: str) -> str:
        """The criterion a sub item belongs to."""
        return next(induk for induk, suku in self._suku.items() if kode in suku)
