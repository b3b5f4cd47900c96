"""Nothing written later changes an earlier position, and nothing at all changes a closed one, on both databases.

Each test writes a long, seeded series of things at random through the ways an agency has, and looks at the export
after every one of them.
"""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path
from random import Random
from typing import Any

import pytest
from sqlalchemy import Engine

from dashboard.domain.dasar.hak import PERENCANA_BAWAAN
from dashboard.domain.dasar.periode import SampaiDengan
from dashboard.domain.entri.aturan import AksiDitolak, AksiEntri, Entri
from dashboard.domain.entri.kunci import PeriodeTerkunci
from dashboard.domain.entri.perubahan_target import PerubahanDitolak, TargetBaru
from dashboard.domain.entri.segel import Gerak, yang_bergerak
from dashboard.domain.hitung.baris_hasil import baris_hasil
from dashboard.services.data.batal_impor import batalkan_impor
from dashboard.services.data.ekspor import isi_ekspor
from dashboard.services.data.impor import ambil_alih
from dashboard.services.entri.alur import ajukan, pindahkan, simpan
from dashboard.services.entri.kunci import kunci_sampai
from dashboard.services.entri.perubahan_target import AlasanTarget, ubah_target
from dashboard.services.kinerja import hitung_kinerja
from data_access.batal_impor import TidakDapatDibatalkan
from data_access.entri import baca_entri
from data_access.kinerja import load_kinerja
from data_access.kunci.segel import muat_segel
from data_access.riwayat import daftar_impor
from tests.builders import NIP_UJI, BarisBuku, IsiBuku, buku_kecil, buku_pegawai, tulis_csv

LANGKAH = 20
KODE = ("A", "B", "C", "R", "S")
BAGIAN = {"indikator": "R", "peran": "suku", "sifat": "tertulis", "kelompok": ""}


def indikator(kode: str, **isi: str) -> BarisBuku:
    dasar = {"kode": kode, "simpul": "PRG", "nama": f"Indikator {kode}", "jenis": "program", "satuan": "nilai"}
    return dasar | {"polaritas": "positif", "perilaku": "progress", "penyajian": "", "rumus": "", "pemilik": ""} | isi


def target(kode: str, periode: str, nilai: int | str, mulai: str = "") -> BarisBuku:
    dasar = {"indikator": kode, "tahun": "2024", "periode": periode, "nilai": str(nilai)}
    penjelasan = "Perubahan anggaran: DPA perubahan nomor 12" if mulai else ""
    return dasar | {"versi": "perubahan" if mulai else "awal", "berlaku_mulai": mulai, "penjelasan": penjelasan}


def realisasi(kode: str, periode: str, nilai: int) -> BarisBuku:
    return {"indikator": kode, "tahun": "2024", "periode": periode, "nilai": str(nilai), "sumber_nilai": "resmi"}


def skp(bulan: int) -> BarisBuku:
    dasar = {"nip": NIP_UJI, "tahun": "2024", "bulan": str(bulan), "no": "1", "kegiatan": "Menyusun laporan"}
    return dasar | {"target_kuantitas": "2", "realisasi_kuantitas": "2", "realisasi_kualitas": "90"}


@pytest.fixture
def terisi(engine: Engine, tmp_path: Path) -> Engine:
    isi = buku_kecil() | buku_pegawai()
    isi["indikator"] = [
        *(indikator(k) for k in "AB"),
        indikator("C", satuan="orang", perilaku="akumulasi", penyajian="tambahan", pemilik="KABID"),
        indikator("R", rumus="rerata"),
        indikator("S", satuan="%", perilaku="pengulangan"),
    ]
    isi["komponen"] = [BAGIAN | {"komponen": k, "bobot": "1"} for k in "AB"]
    isi["target"] = [target(k, "TAHUN", 80) for k in KODE]
    isi["realisasi"] = [realisasi(k, f"TW{tw}", 20 + 10 * tw) for k in "ABCS" for tw in (1, 2)]
    laporan = ambil_alih(engine, tulis_csv(tmp_path / "awal", isi), pelaku=PERENCANA_BAWAAN)
    assert laporan.diambil, laporan.teks()
    return engine


def ekspor(engine: Engine, periode: str) -> dict[str, Any]:
    isi = isi_ekspor(engine, PERENCANA_BAWAAN, "UJI", 2024, periode)
    return {kunci: isi[kunci] for kunci in ("indikator", "skp")}


def impor(engine: Engine, folder: Path, isi: IsiBuku) -> bool:
    tujuan = folder / f"buku{len(list(folder.iterdir()))}"
    return ambil_alih(engine, tulis_csv(tujuan, isi), pelaku=PERENCANA_BAWAAN, instansi="UJI").diambil


def kelak(acak: Random, tw: int) -> IsiBuku:
    """Something that belongs to a time after that quarter."""
    triwulan, bulan = acak.randint(tw + 1, 4), acak.randint(3 * tw + 1, 12)
    kode, nilai = acak.choice(KODE), acak.randint(0, 120)
    periode = acak.choice([f"TW{triwulan}", f"BLN{bulan:02d}"] + (["TAHUN"] if kode != "R" else []))
    hari = f"{acak.randint(1, 28)} {acak.choice(['Oktober', 'November', 'Desember'])} 2024"
    sebarang = acak.choice(["TAHUN", "TW1", "TW2", "TW3", "TW4", "BLN02"])
    return acak.choice(
        [
            {"realisasi": [realisasi(kode, periode, nilai)]},
            {"target": [target(kode, sebarang, nilai, mulai=hari)]},
            {"skp": [skp(bulan)]},
            {"realisasi": [realisasi("JUMLAH_ASN", f"TW{triwulan}", nilai + 1)]},
        ]
    )


@pytest.mark.parametrize("tw", [1, 2, 3])
def test_what_belongs_to_a_later_time_changes_no_earlier_export(terisi: Engine, tmp_path: Path, tw: int) -> None:
    acak, sebelum = Random(tw), [ekspor(terisi, f"TW{i}") for i in range(1, tw + 1)]
    diambil = 0
    for _ in range(LANGKAH):
        isi = kelak(acak, tw)
        diambil += impor(terisi, tmp_path, isi)
        assert [ekspor(terisi, f"TW{i}") for i in range(1, tw + 1)] == sebelum, isi
    assert diambil > LANGKAH / 2
    assert ekspor(terisi, "TAHUN") != sebelum[-1]


def tulis_impor(engine: Engine, folder: Path, acak: Random) -> bool:
    kode, nilai = acak.choice(KODE), acak.randint(0, 120)
    periode = acak.choice(["TAHUN", "TW1", "TW2", "TW3", "TW4", "BLN05", "BLN11"])
    hari = acak.choice(["", "1 Maret 2024", "1 Juni 2024", "1 September 2024"])
    unit = acak.choice(["BADAN", "BIDANG"])
    return impor(
        engine,
        folder,
        acak.choice(
            [
                {"indikator": [indikator(kode, polaritas=acak.choice(["positif", "negatif"]))]},
                {"indikator": [indikator(kode, perilaku=acak.choice(["progress", "akumulasi", "pengulangan"]))]},
                {"indikator": [indikator(kode, nama=f"Nama {nilai}", satuan=acak.choice(["%", "orang", "nilai"]))]},
                {"indikator": [indikator("R", rumus=acak.choice(["rerata", "jumlah", "nilai"]))]},
                {"indikator": [indikator(f"BARU{nilai}")], "target": [target(f"BARU{nilai}", "TAHUN", 5)]},
                {"komponen": [BAGIAN | {"komponen": acak.choice("AB"), "bobot": str(acak.randint(1, 3))}]},
                {"komponen": [BAGIAN | {"komponen": "C", "bobot": "1"}]},
                {"target": [target(kode, periode, nilai, mulai=hari)]},
                {"realisasi": [realisasi(kode, periode, nilai)]},
                {"pengaturan": [{"kunci": "batas_rerata", "nilai": acak.choice(["100", "110"]), "berlaku_mulai": ""}]},
                {"pegawai": [{"nip": NIP_UJI, "nama": "Pegawai Uji", "unit": unit, "memimpin": "tidak"}]},
                {"hari_libur": [{"tanggal": f"{acak.randint(1, 28)} Februari 2024", "keterangan": "libur"}]},
                {"skp": [skp(acak.randint(1, 12))]},
            ]
        ),
    )


def tulis_entri(engine: Engine, _: Path, acak: Random) -> bool:
    periode = f"TW{acak.randint(1, 4)}"
    with engine.connect() as connection:
        lama = baca_entri(connection, "UJI", [2024], ["C"]).get(("C", 2024, periode))
    rinci: dict[str, Any] = {
        "kendala": "data terlambat",
        "solusi": "tarik data",
        "pic": "Kasubag",
        "batas_waktu": date(2025, 1, 31),
    }
    nilai = Decimal(acak.randint(0, 90))
    baru = Entri(indikator="C", tahun=2024, periode=periode, nilai=nilai, **rinci)
    if acak.random() < 0.3:
        simpan(engine, PERENCANA_BAWAAN, "UJI", lama, baru)
    else:
        diajukan = ajukan(engine, PERENCANA_BAWAAN, "UJI", lama, baru, date(2024, 12, 31))
        pindahkan(engine, PERENCANA_BAWAAN, "UJI", AksiEntri.SETUJUI, diajukan)
    return True


def ganti_target(engine: Engine, _: Path, acak: Random) -> bool:
    baru = {acak.choice(["TAHUN", "TW3", "TW4"]): TargetBaru(Decimal(acak.randint(1, 99)))}
    alasan = AlasanTarget("anggaran", "DPA perubahan nomor 12", date(2024, acak.randint(1, 12), 1))
    ubah_target(engine, PERENCANA_BAWAAN, "UJI", acak.choice(KODE), 2024, baru=baru, dasar=alasan)
    return True


def batalkan(engine: Engine, _: Path, acak: Random) -> bool:
    with engine.connect() as connection:
        terakhir = next(satu for satu in daftar_impor(connection, "UJI", 99) if satu.dibatalkan is None)
    batalkan_impor(engine, PERENCANA_BAWAAN, "UJI", terakhir.versi)
    return True


CARA: tuple[Callable[[Engine, Path, Random], bool], ...] = (
    *(tulis_impor,) * 6, tulis_entri, tulis_entri, ganti_target, ganti_target, batalkan,
)  # fmt: skip
DITOLAK = (PeriodeTerkunci, PerubahanDitolak, AksiDitolak, TidakDapatDibatalkan)


def bergeser(engine: Engine) -> tuple[Gerak, ...]:
    """The figures of the closed quarters that a fresh calculation would make others than those kept."""
    with engine.connect() as connection:
        data, segel = load_kinerja(connection, "UJI", 2024), muat_segel(connection, "UJI", 2024)
    segar = hitung_kinerja(data, SampaiDengan(2024, 2)).per_triwulan
    kini = {hasil.sd.kode: {kode: baris_hasil(h) for kode, h in hasil.indikator.items()} for hasil in segar}
    return tuple(g for kode, baris in segel.items() for g in yang_bergerak(baris, kini[kode]))


@pytest.mark.parametrize("benih", [1, 2])
def test_no_sequence_of_writes_changes_the_export_of_a_closed_quarter(
    terisi: Engine, tmp_path: Path, benih: int
) -> None:
    kunci_sampai(terisi, PERENCANA_BAWAAN, "UJI", 2024, 2)
    acak, sebelum = Random(benih), [ekspor(terisi, "TW1"), ekspor(terisi, "TW2")]
    ditulis = ditolak = 0
    for _ in range(2 * LANGKAH):
        cara = acak.choice(CARA)
        try:
            berhasil = cara(terisi, tmp_path, acak)
        except DITOLAK:
            berhasil = False
        ditulis, ditolak = ditulis + berhasil, ditolak + (not berhasil)
        assert [ekspor(terisi, "TW1"), ekspor(terisi, "TW2")] == sebelum, cara.__name__
        assert bergeser(terisi) == (), cara.__name__
    assert min(ditulis, ditolak) > LANGKAH / 4
