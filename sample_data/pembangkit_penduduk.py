"""A population of any size: a kabupaten's 4.230 ASN in 40 units, a province, the nation.

Usage: python sample_data/pembangkit_penduduk.py FOLDER [--pegawai 4230] [--unit 40] [--tahun 2023] [--bulan 12]
writes a workbook folder. `penduduk` yields the same people one by one, for loading in bulk.
"""

import argparse
import random
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

sys.dont_write_bytecode = True
sys.path.insert(0, str(Path(__file__).resolve().parent))

from pembangkit_buku import tulis_lembar  # noqa: E402
from pembangkit_skp import Baris, Kegiatan, Pegawai, Setahun, Watak, bagi_bulan, baris_pegawai, nama, nip  # noqa: E402

KEGIATAN = (
    ("Menyusun laporan bulanan", "laporan", 12),
    ("Memeriksa berkas usulan", "berkas", 480),
    ("Memutakhirkan data kepegawaian", "data", 1200),
    ("Menyiapkan bahan rapat", "bahan", 24),
    ("Melayani permintaan informasi", "layanan", 360),
)


@dataclass(frozen=True)
class Ukuran:
    """How many people, units and months; `instansi` is the code of the agency they belong to."""

    pegawai: int = 4230
    unit: int = 40
    tahun: int = 2023
    bulan: int = 12
    instansi: str = "PENDUDUK"
    benih: str = "penduduk-1"


def unit_penduduk(u: Ukuran) -> list[Baris]:
    return [{"kode": _unit(i), "nama": f"Perangkat Daerah {i + 1}", "jenis": "opd"} for i in range(u.unit)]


def penduduk(u: Ukuran) -> Iterator[tuple[Baris, list[Baris], list[Baris]]]:
    """Each employee with all rows of skp and perilaku, in the order of their numbers."""
    kegiatan = [Kegiatan(n, s, bagi_bulan(Decimal(t), True)) for n, s, t in KEGIATAN]
    watak = [_watak(random.Random(f"{u.benih}:unit:{i}")) for i in range(u.unit)]
    for i in range(u.pegawai):
        pegawai = Pegawai(nip(i), nama(i), _unit(i % u.unit), "", i % 12 == 0, "III/a", kegiatan)
        setahun = Setahun(pegawai, watak[i % u.unit], u.tahun, u.benih)
        skp = [baris for bulan in range(1, u.bulan + 1) for baris in setahun.skp(bulan)]
        yield baris_pegawai(pegawai), skp, [setahun.perilaku(bulan) for bulan in range(1, u.bulan + 1)]


def tulis_penduduk(folder: Path, u: Ukuran) -> None:
    """The population as a workbook folder."""
    semua = list(penduduk(u))
    tulis_lembar(folder, "instansi", [{"kode": u.instansi, "nama": "Penduduk Contoh", "jenis": "lainnya"}])
    tulis_lembar(folder, "unit", unit_penduduk(u))
    tulis_lembar(folder, "pegawai", [pegawai for pegawai, _, _ in semua])
    tulis_lembar(folder, "skp", [baris for _, skp, _ in semua for baris in skp])
    tulis_lembar(folder, "perilaku", [baris for _, _, perilaku in semua for baris in perilaku])
    tulis_lembar(folder, "pengaturan", [{"kunci": "skp_sumber_nilai", "nilai": "simulasi"}])


def _unit(i: int) -> str:
    return f"OPD-{i + 1:03d}"


def _watak(acak: random.Random) -> Watak:
    return Watak(
        mutu=acak.uniform(74, 92),
        hemat=acak.uniform(-0.06, 0.18),
        sikap=acak.uniform(77, 92),
        beda=acak.uniform(1.5, 6),
        lambat=acak.uniform(0, 0.15),
    )


if __name__ == "__main__":
    pilihan = argparse.ArgumentParser(description=__doc__)
    pilihan.add_argument("folder", type=Path)
    for nama_pilihan in ("pegawai", "unit", "tahun", "bulan"):
        pilihan.add_argument(f"--{nama_pilihan}", type=int, default=getattr(Ukuran(), nama_pilihan))
    isian = pilihan.parse_args()
    tulis_penduduk(isian.folder, Ukuran(isian.pegawai, isian.unit, isian.tahun, isian.bulan))
