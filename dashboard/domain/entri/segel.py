"""What a closed quarter keeps, and which of its figures a change would move.

Set for this dashboard [R] (DOMAIN.md section 2, "Closed is sealed"): the result decides, not a list of columns.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from dashboard.domain.dasar.angka import tulis_angka

BANYAK_DISEBUT = 10
"""How many moved figures a sentence names; the rest is counted."""

LABEL: Mapping[str, str] = {
    "target": "target",
    "target_min": "target terendah",
    "target_maks": "target tertinggi",
    "realisasi": "realisasi",
    "capaian": "capaian",
    "capaian_tahunan": "capaian terhadap target tahunan",
    "target_tahunan": "target tahunan",
    "terhitung": "nilai dari komponen",
    "maks": "nilai maksimum",
    "predikat": "predikat",
    "status": "status",
    "kepastian": "kepastian",
    "sumber_nilai": "sumber nilai",
    "jenis": "jenis",
    "pemilik": "pemilik",
    "unit": "unit pemilik",
    "bidang": "bidang",
    "batas_rerata": "batas dalam rerata",
}
"""What a quarter shows of an indicator, alone and in its means and counts, in the order in which a change is told."""

LABEL_LATAR: Mapping[str, str] = {
    "kelompok": "kelompok",
    "isi": "isi",
    "lapor": "batas lapor",
    "nilai": "batas penilaian",
    "keberatan": "batas keberatan",
    "verifikasi": "batas verifikasi",
    "bkd": "batas BKD",
}
"""What figures are shown in, in the same order: the group of a unit, a setting, the due dates of a month."""

SEMUA_LABEL = {**LABEL, **LABEL_LATAR}

BarisSegel = Mapping[str, Any]

BATAS = "batas_rerata"
HANYA_DISIMPAN = ("target_tahunan", "terhitung", "maks", "pemilik", "unit", "bidang", BATAS)
"""What a quarter keeps beside the columns of an export: what else is shown, in which means and counts, and how."""


def untuk_ekspor(baris: BarisSegel) -> dict[str, Any]:
    """A kept row as an export prints it."""
    return {kolom: isi for kolom, isi in baris.items() if kolom not in HANYA_DISIMPAN}


def batas_tersimpan(segel: Mapping[str, BarisSegel], kini: Decimal | None) -> Decimal | None:
    """The cap on one indicator's share of a mean that a closed quarter kept; `kini` where it kept none yet."""
    isi = next((baris[BATAS] for baris in segel.values() if BATAS in baris), kini)
    return None if isi is None else Decimal(str(isi))


@dataclass(frozen=True, slots=True)
class Gerak:
    """One figure of a closed quarter that would be another one; `kolom` is empty when the indicator would be gone."""

    kode: str
    kolom: str
    lama: Any
    baru: Any

    @property
    def teks(self) -> str:
        if not self.kolom:
            return f"{self.kode} hilang"
        return f"{self.kode} {SEMUA_LABEL[self.kolom]} {_tulis(self.lama)} → {_tulis(self.baru)}"


def yang_bergerak(segel: Mapping[str, BarisSegel], kini: Mapping[str, BarisSegel]) -> tuple[Gerak, ...]:
    """The kept figures that differ from those computed now, by code. What is new since is no movement."""
    return tuple(_bergerak(segel, kini))


def _bergerak(segel: Mapping[str, BarisSegel], kini: Mapping[str, BarisSegel]) -> Iterator[Gerak]:
    for kode in sorted(segel):
        baru = kini.get(kode)
        if baru is None:
            yield Gerak(kode, "", segel[kode], None)
            continue
        for kolom in SEMUA_LABEL:
            if kolom in baru and segel[kode].get(kolom) != baru[kolom]:
                yield Gerak(kode, kolom, segel[kode].get(kolom), baru.get(kolom))


def dengan_batas_tersimpan(
    baru: Mapping[str, BarisSegel], segel: Mapping[str, BarisSegel], gerak: Iterable[Gerak]
) -> dict[str, BarisSegel]:
    """Rows renewed under a correction, under the cap their quarter has unless that is what was corrected."""
    if not segel or any(satu.kolom == BATAS for satu in gerak):
        return dict(baru)
    batas = next(iter(segel.values())).get(BATAS)
    return {kode: {**isi, BATAS: batas} for kode, isi in baru.items()}


def kalimat_gerak(gerak: Iterable[Gerak]) -> str:
    """Up to ten moved figures in one sentence, one figure an indicator, and how many more there are."""
    per_kode: dict[str, Gerak] = {}
    for satu in sorted(gerak, key=lambda g: (g.kode, list(SEMUA_LABEL).index(g.kolom) if g.kolom else -1)):
        lama = per_kode.get(satu.kode)
        if lama is None or (satu.kolom == "capaian" and lama.kolom):
            per_kode[satu.kode] = satu
    daftar = list(per_kode.values())
    teks = "; ".join(satu.teks for satu in daftar[:BANYAK_DISEBUT])
    sisa = len(daftar) - BANYAK_DISEBUT
    return f"{teks}; dan {sisa} lainnya" if sisa > 0 else teks


def _tulis(nilai: Any) -> str:
    if nilai is None:
        return "kosong"
    if isinstance(nilai, int | float):
        return tulis_angka(Decimal(str(nilai)))
    return str(nilai).replace("_", " ")
