"""A workbook with SKP: one employee to begin with, and an indicator for the share of those who are at least Baik."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Engine

from dashboard.domain.dasar.hak import PERENCANA_BAWAAN
from dashboard.services.data.impor import ambil_alih
from dashboard.services.data.keluar.ekspor import baca_ekspor
from data_access.schema import METADATA
from tests.builders import buku_kecil, tulis_csv

ASPEK = ("orientasi_pelayanan", "integritas", "komitmen", "disiplin", "kerjasama", "kepemimpinan")
NUMERIK = [{"kunci": "rezim_skp", "nilai": "numerik"}]
"""The setting for a year of numeric scores."""
NIP = "999900000000000001"
KEGIATAN = {
    "nip": NIP,
    "tahun": "2024",
    "bulan": "1",
    "no": "1",
    "kegiatan": "Menyusun dokumen",
    "target_kuantitas": "10",
    "satuan_kuantitas": "dokumen",
    "target_kualitas": "100",
    "target_waktu": "12",
    "satuan_waktu": "bulan",
    "target_biaya": "1.000.000",
    "realisasi_kuantitas": "10",
    "realisasi_kualitas": "90",
    "realisasi_waktu": "12",
    "realisasi_biaya": "1.000.000",
}


def buku_skp(**perilaku: str) -> dict[str, list[dict[str, Any]]]:
    isi = buku_kecil()
    for satu in isi["indikator"]:
        satu["rumus"] = ""
    isi["indikator"].append({**isi["indikator"][0], "kode": "BAIK", "rumus": "skp_baik", "pemilik": ""})
    isi["komponen"].append({**isi["komponen"][1], "indikator": "BAIK", "komponen": "JUMLAH_ASN"})
    isi["target"].append({**isi["target"][0], "indikator": "BAIK"})
    isi["pegawai"] = [{"nip": NIP, "nama": "Pegawai Uji", "unit": "BIDANG", "memimpin": "ya"}]
    isi["skp"] = [dict(KEGIATAN)]
    nilai = dict(zip(ASPEK, ("80", "90", "90", "90", "90", "91"), strict=True))
    isi["perilaku"] = [{"nip": NIP, "tahun": "2024", "bulan": "1", **nilai, **perilaku}]
    return isi


def orang(banyak: int) -> list[str]:
    return [f"99990000000000{n:04d}" for n in range(1, banyak + 1)]


def buku_pegawai_skp(nip: Iterable[str], asn: int | None = None) -> dict[str, list[dict[str, Any]]]:
    """Those employees without any row of SKP yet; `asn`: how many the agency says it has."""
    isi = buku_skp()
    isi["pegawai"] = [{"nip": n, "nama": f"Pegawai {n[-4:]}", "unit": "BIDANG", "memimpin": "ya"} for n in nip]
    isi["realisasi"][1]["nilai"] = str(len(isi["pegawai"]) if asn is None else asn)
    return isi | {"skp": [], "perilaku": []}


def kegiatan(nip: str, bulan: int, *, dilaporkan: bool = True) -> dict[str, str]:
    baris = KEGIATAN | {"nip": nip, "bulan": str(bulan)}
    return baris if dilaporkan else {k: "" if k.startswith("realisasi") else v for k, v in baris.items()}


def tanpa_target(nip: str, *bulan: int) -> list[dict[str, str]]:
    """Months that target nothing, as of somebody who left."""
    return [kegiatan(nip, b) | {"target_kuantitas": "-"} for b in bulan]


def sikap(nip: str, bulan: int, **isi: str) -> dict[str, str]:
    return {"nip": nip, "tahun": "2024", "bulan": str(bulan), **dict.fromkeys(ASPEK, "90"), **isi}


def rating(nip: str, bulan: int, hasil: str = "sesuai", perilaku: str = "sesuai") -> dict[str, str]:
    return {"nip": nip, "tahun": "2024", "bulan": str(bulan), "rating_hasil": hasil, "rating_perilaku": perilaku}


def kosongkan(engine: Engine) -> None:
    """Empty every table, as before a test: for tests of many examples."""
    with engine.begin() as connection:
        for tabel in reversed(METADATA.sorted_tables):
            connection.execute(sa.delete(tabel))


def ambil(engine: Engine, folder: Path, buku: dict[str, list[dict[str, Any]]]) -> None:
    """Take the workbook in; sheets without rows are left out, rows of a sheet may name different columns."""
    rata = {nama: [dict.fromkeys((k for b in baris for k in b), "") | b for b in baris] for nama, baris in buku.items()}
    isi = {nama: baris for nama, baris in rata.items() if baris}
    laporan = ambil_alih(engine, tulis_csv(folder, isi), pelaku=PERENCANA_BAWAAN)
    assert laporan.diambil, laporan.masalah


def ekspor(engine: Engine, periode: str = "TAHUN") -> dict[str, Any]:
    return baca_ekspor(engine, PERENCANA_BAWAAN, "UJI", 2024, periode).isi


def persen_baik(engine: Engine, periode: str = "TAHUN") -> dict[str, Any]:
    """The indicator's row of the export."""
    return next(satu for satu in ekspor(engine, periode)["indikator"] if satu["kode"] == "BAIK")
