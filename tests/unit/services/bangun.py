"""An agency of a few IKU under one sasaran, as the summary and the words about it see it."""

from decimal import Decimal

from dashboard.domain.dasar.indikator import (
    DataKinerja,
    Indikator,
    Instansi,
    Jabatan,
    Realisasi,
    Rumus,
    Simpul,
    SumberNilai,
    Target,
    Unit,
)
from dashboard.domain.dasar.periode import SampaiDengan
from dashboard.services.kinerja import Kinerja, hitung_kinerja

TAHUN = 2024


def iku(kode: str, jenis: str = "IKU", **lain: object) -> Indikator:
    isi = {"simpul": "S", "satuan": "%", "pemilik": ("KBD",)} | lain
    return Indikator(kode, nama=f"Indikator {kode}", jenis=jenis, **isi)  # type: ignore[arg-type]


def lapor(kode: str, periode: str, nilai: int) -> Realisasi:
    return Realisasi(kode, TAHUN, periode, Decimal(nilai), sumber_nilai=SumberNilai.SIMULASI)


def susun(
    indikator: tuple[Indikator, ...],
    realisasi: tuple[Realisasi, ...],
    triwulan: int = 2,
    simpul: tuple[Simpul, ...] = (),
    **lain: object,
) -> Kinerja:
    data = DataKinerja(
        Instansi("X", "Badan X"),
        TAHUN,
        "v1",
        unit=(Unit("BD", "Bidang Data"),),
        jabatan=(Jabatan("KBD", "Kepala Bidang Data", "BD"),),
        simpul=(Simpul("S", "sasaran", "Meningkatnya data"), *simpul),
        indikator=indikator,
        target=tuple(Target(i.kode, TAHUN, "TAHUN", Decimal(100)) for i in indikator if i.rumus is not Rumus.JUMLAH),
        realisasi=realisasi,
        **lain,  # type: ignore[arg-type]
    )
    return hitung_kinerja(data, SampaiDengan(TAHUN, triwulan))
