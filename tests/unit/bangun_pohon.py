"""Trees for the tests: the sample agencies as the dashboard loads them, and generated ones of any size."""

import csv
from collections.abc import Mapping, Sequence
from dataclasses import fields, replace
from decimal import Decimal
from pathlib import Path
from typing import Any

from dashboard.domain.cascade.pohon import Pohon, susun_pohon
from dashboard.domain.dasar.hak import Pelaku
from dashboard.domain.dasar.hak import Peran as PeranPelaku
from dashboard.domain.dasar.indikator import (
    DataKinerja,
    Indikator,
    Instansi,
    Jabatan,
    Komponen,
    Realisasi,
    Rumus,
    Sifat,
    Simpul,
    Target,
    Unit,
)
from dashboard.domain.dasar.periode import SampaiDengan
from dashboard.domain.hitung.graph import Graph
from dashboard.domain.hitung.hasil import HasilTahun
from dashboard.domain.hitung.propagation import propagate
from dashboard.domain.hitung.rumus import NilaiSimpul
from dashboard.domain.hitung.tahun import hitung_tahun
from dashboard.domain.kamus.buku_kerja import lembar
from dashboard.services.data.impor import ambil_alih
from data_access.aturan import untuk
from data_access.engine import make_engine
from data_access.migrate import migrate
from tests.contoh_dasar import TAHUN, data_contoh

TAHUN_CONTOH = TAHUN
JENJANG_BUATAN = ("tujuan", "sasaran", "program", "kegiatan", "sub_kegiatan", "individu")


def contoh(kode: str) -> DataKinerja:
    """A sample agency's data, read by the one reader from a database."""
    return data_contoh()[kode]


def pohon(data: DataKinerja) -> Pohon:
    return susun_pohon(data.simpul, data.indikator)


def hasil(data: DataKinerja, triwulan: int = 4) -> HasilTahun:
    sd = SampaiDengan(data.tahun, triwulan)
    return hitung_tahun(data, sd, untuk(sd.hari_akhir))


def graph(data: DataKinerja, triwulan: int = 4) -> Graph:
    return hasil(data, triwulan).graph


def dengan_nilai(graph: Graph, ubahan: Mapping[str, Decimal]) -> dict[str, NilaiSimpul]:
    """The values of all nodes over these inputs."""
    return {**graph.nilai, **propagate(graph, ubahan).nilai}


def lapor(data: DataKinerja, **nilai: int | str) -> DataKinerja:
    """The same data with these values reported for the year; "SUB_16_1" stands for "SUB-16.1"."""
    kode = {k.replace("_", "-", 1).replace("_", "."): Decimal(n) for k, n in nilai.items()}
    sisa = tuple(r for r in data.realisasi if r.indikator not in kode)
    baru = tuple(Realisasi(k, data.tahun, "TAHUN", n) for k, n in kode.items())
    return replace(data, realisasi=(*sisa, *baru))


def buatan(jumlah: int, cabang: int = 4) -> DataKinerja:
    """A tree of `jumlah` boxes with one indicator each; every kegiatan sums its sub kegiatan."""
    simpul: list[Simpul] = []
    indikator: list[Indikator] = []
    komponen: list[Komponen] = []
    target: list[Target] = []
    realisasi: list[Realisasi] = []
    for nomor in range(jumlah):
        induk = (nomor - 1) // cabang if nomor else None
        dalam = 0 if induk is None else JENJANG_BUATAN.index(simpul[induk].jenjang) + 1
        jenjang = JENJANG_BUATAN[min(dalam, len(JENJANG_BUATAN) - 1)]
        kode = f"N-{nomor:03d}"
        atas = None if induk is None else simpul[induk].kode
        simpul.append(Simpul(kode, jenjang, f"Meningkatnya mutu layanan kepegawaian nomor {nomor}", induk=atas))
        rumus = Rumus.JUMLAH if jenjang == "kegiatan" else Rumus.NILAI
        indikator.append(
            Indikator(
                f"{kode}.1",
                kode,
                f"Jumlah layanan nomor {nomor}",
                "kegiatan",
                satuan="layanan",
                rumus=rumus,
                pemilik=("KBD",),
            )
        )
        if atas:
            sifat = Sifat.TERTULIS if jenjang == "sub_kegiatan" else Sifat.KONTRIBUSI
            komponen.append(Komponen(f"{atas}.1", f"{kode}.1", sifat))
        target.append(Target(f"{kode}.1", 2025, "TAHUN", Decimal(10)))
        realisasi.append(Realisasi(f"{kode}.1", 2025, "TW4", Decimal(6 + nomor % 6)))
    return DataKinerja(
        Instansi("BUATAN", "Badan Buatan"),
        2025,
        "v1",
        unit=(Unit("BD", "Bidang Data"),),
        jabatan=(Jabatan("KBD", "Kepala Bidang Data", "BD"),),
        simpul=tuple(simpul),
        indikator=tuple(indikator),
        komponen=tuple(komponen),
        target=tuple(target),
        realisasi=tuple(realisasi),
    )


def isi_basis_data(folder: Path, data: DataKinerja) -> str:
    """A database in `folder` that holds this agency alone, taken in as a workbook; returns its address."""
    buku_kerja = folder / "buku_kerja"
    buku_kerja.mkdir()
    tulis_csv(buku_kerja, "instansi", [data.instansi])
    for nama in ("unit", "jabatan", "simpul", "indikator", "komponen", "target", "realisasi"):
        tulis_csv(buku_kerja, nama, getattr(data, nama))
    alamat = f"sqlite:///{(folder / 'buatan.db').as_posix()}"
    engine = make_engine(alamat)
    migrate(engine)
    laporan = ambil_alih(engine, buku_kerja, pelaku=Pelaku("Penguji", PeranPelaku.PERENCANA))
    assert laporan.diambil, laporan
    engine.dispose()
    return alamat


def tulis_csv(folder: Path, nama: str, isi: Sequence[Any]) -> None:
    """One sheet with the columns that the domain type and the workbook share."""
    kolom = [f.name for f in fields(isi[0]) if f.name in lembar(nama).nama_kolom and f.name != "instansi"]
    with (folder / f"{nama}.csv").open("w", encoding="utf-8", newline="") as berkas:
        penulis = csv.writer(berkas)
        penulis.writerow(kolom)
        penulis.writerows([_sel(getattr(satu, k)) for k in kolom] for satu in isi)


def _sel(nilai: Any) -> str:
    if isinstance(nilai, tuple):
        return "|".join(nilai)
    if isinstance(nilai, bool):
        return "ya" if nilai else "tidak"
    return "" if nilai is None else str(nilai).replace(".", ",") if isinstance(nilai, Decimal) else str(nilai)
