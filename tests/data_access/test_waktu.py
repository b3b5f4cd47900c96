"""Nothing written later changes an earlier position, and nothing at all changes a closed one, on both databases.

Each test writes a long, seeded series of things at random through the ways an agency has, and looks at the export
after every one of them.
"""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from functools import partial
from pathlib import Path
from random import Random
from typing import Any

import pytest
from sqlalchemy import Engine

from dashboard.domain.dasar.hak import PERENCANA_BAWAAN
from dashboard.domain.dasar.periode import SampaiDengan
from dashboard.domain.dasar.skala import Status
from dashboard.domain.entri.aturan import AksiDitolak, AksiEntri, Entri
from dashboard.domain.entri.kunci import PeriodeTerkunci
from dashboard.domain.entri.perubahan_target import PerubahanDitolak, TargetBaru
from dashboard.domain.entri.segel import Gerak, yang_bergerak
from dashboard.domain.hitung.baris_hasil import baris_hasil
from dashboard.services.data.batal_impor import batalkan_impor
from dashboard.services.data.ekspor import baca_ekspor
from dashboard.services.data.impor import ambil_alih
from dashboard.services.entri.alur import ajukan, pindahkan, simpan
from dashboard.services.entri.kunci import kunci_sampai
from dashboard.services.entri.perubahan_target import AlasanTarget, ubah_target
from dashboard.services.kinerja import hitung_kinerja, kinerja
from dashboard.services.ringkasan import ringkasan
from dashboard.services.skp.sebaran import capaian_unit
from data_access.batal_impor import TidakDapatDibatalkan
from data_access.entri import baca_entri
from data_access.kinerja import load_kinerja
from data_access.kunci.segel import muat_segel
from data_access.riwayat import daftar_impor
from tests.builders import NIP_UJI, BarisBuku, IsiBuku, buku_kecil, buku_pegawai, tulis_csv

LANGKAH = 20
Cara = Callable[[Engine, Path, Random], bool]
SETELAN = {
    "toleransi_tercapai": ("0", "5", "10"), "batas_rerata": ("100", "110", "tanpa batas"),
    "rezim_skp": ("numerik", "predikat", "menurut tahun"),
    "skp_sumber_nilai": ("simulasi", "publik", "resmi"), "skp_hari_kerja_pekan": ("5", "6"),
    "batas_lapor_hari": ("0", "30"), "skp_sembunyi_di_bawah": ("1", "9"), "skp_menggelembung_capaian": ("10", "150"),
}  # fmt: skip
HARI = ("", "1 Maret 2024", "1 Juni 2024", "1 September 2024")
PEJABAT = ("KABAN", "KABID")
BAGIAN = {"indikator": "R", "peran": "suku", "sifat": "tertulis", "kelompok": ""}


def indikator(kode: str, **isi: str) -> BarisBuku:
    dasar = {"kode": kode, "simpul": "PRG", "nama": f"Indikator {kode}", "jenis": "program", "satuan": "nilai"}
    return dasar | {"polaritas": "positif", "perilaku": "progress", "penyajian": "", "rumus": "", "pemilik": ""} | isi


INDIKATOR: dict[str, BarisBuku] = {
    satu["kode"]: satu
    for satu in (
        indikator("A"),
        indikator("B"),
        indikator("C", satuan="orang", perilaku="akumulasi", penyajian="tambahan", pemilik="KABID"),
        indikator("R", rumus="rerata"),
        indikator("S", satuan="%", perilaku="pengulangan", jenis="IKU", simpul="SAS", pemilik="KABAN|KABID"),
        indikator("BAIK", satuan="%", rumus="skp_baik", pemilik="KABAN"),
    )
}
KODE = tuple(INDIKATOR)


def target(kode: str, periode: str, nilai: int | str, mulai: str = "") -> BarisBuku:
    dasar = {"indikator": kode, "tahun": "2024", "periode": periode, "nilai": str(nilai)}
    penjelasan = "Perubahan anggaran: DPA perubahan nomor 12" if mulai else ""
    return dasar | {"versi": "perubahan" if mulai else "awal", "berlaku_mulai": mulai, "penjelasan": penjelasan}


def realisasi(kode: str, periode: str, nilai: int) -> BarisBuku:
    return {"indikator": kode, "tahun": "2024", "periode": periode, "nilai": str(nilai), "sumber_nilai": "resmi"}


def skp(bulan: int) -> BarisBuku:
    dasar = {"nip": NIP_UJI, "tahun": "2024", "bulan": str(bulan), "no": "1", "kegiatan": "Menyusun laporan"}
    return dasar | {"target_kuantitas": "2", "realisasi_kuantitas": "2", "realisasi_kualitas": "90"}


def perilaku(bulan: int) -> BarisBuku:
    aspek = dict.fromkeys(("orientasi_pelayanan", "integritas", "komitmen", "disiplin", "kerjasama"), "90")
    rating = {"rating_hasil": "sesuai", "rating_perilaku": "sesuai"}
    return {"nip": NIP_UJI, "tahun": "2024", "bulan": str(bulan), "kepemimpinan": "90"} | aspek | rating


def setelan(acak: Random, kunci: str, hari: str) -> BarisBuku:
    return {"kunci": kunci, "nilai": acak.choice(SETELAN[kunci]), "berlaku_mulai": hari}


@pytest.fixture
def terisi(engine: Engine, tmp_path: Path) -> Engine:
    isi = buku_kecil() | buku_pegawai()
    isi["indikator"] = list(INDIKATOR.values())
    isi["komponen"] = [BAGIAN | {"komponen": k, "bobot": "1"} for k in "AB"]
    isi["komponen"].append(BAGIAN | {"indikator": "BAIK", "komponen": "JUMLAH_ASN", "bobot": "1", "peran": "penyebut"})
    isi["skp"] = [skp(bulan) for bulan in range(1, 7)]
    isi["perilaku"] = [perilaku(bulan) for bulan in range(1, 7)]
    isi["target"] = [target(k, "TAHUN", 80) for k in KODE]
    isi["realisasi"] = [realisasi(k, f"TW{tw}", 20 + 40 * tw) for k in "ABCS" for tw in (1, 2)]
    isi["realisasi"] += [realisasi("JUMLAH_ASN", f"TW{tw}", 2) for tw in (1, 2)]
    laporan = ambil_alih(engine, tulis_csv(tmp_path / "awal", isi), pelaku=PERENCANA_BAWAAN)
    assert laporan.diambil, laporan.teks()
    return engine


def ekspor(engine: Engine, periode: str) -> dict[str, Any]:
    isi = baca_ekspor(engine, PERENCANA_BAWAAN, "UJI", 2024, periode).isi
    return {kunci: isi[kunci] for kunci in ("indikator", "skp")}


def terlihat(engine: Engine, tw: int) -> tuple[Any, ...]:
    """What a quarter shows: its export, and the means and counts of its summary and of each unit."""
    k = kinerja(engine, PERENCANA_BAWAAN, "UJI", SampaiDengan(2024, tw))
    r = ringkasan(k)
    rerata = [(a.nilai, a.bawah, a.atas, a.dinilai, a.penyebut) for a in (r.rerata, r.semua)]
    utama = [(h.kode, h.persen, h.status) for h in r.utama]
    unit = [capaian_unit(k, [kode]) for kode in ("BADAN", "BIDANG")]
    dihitung = [(b.nama, [(s, n) for s, n in b.per_status if s is not Status.TIDAK_DITARGETKAN]) for b in r.per_unit]
    pemilik = [(kode, k.hasil.indikator[kode].indikator.pemilik) for kode in KODE]
    return ekspor(engine, f"TW{tw}"), rerata, utama, unit, pemilik, [satu for satu in dihitung if satu[1]]


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
            {"pengaturan": [setelan(acak, acak.choice(list(SETELAN)), hari)]},
            {"perilaku": [perilaku(bulan)], "skp": [skp(bulan)]},
        ]
    )


@pytest.mark.parametrize("tw", [1, 2, 3])
def test_what_belongs_to_a_later_time_changes_nothing_an_earlier_quarter_shows(
    terisi: Engine, tmp_path: Path, tw: int
) -> None:
    acak, sebelum = Random(tw), [terlihat(terisi, i) for i in range(1, tw + 1)]
    diambil = 0
    for _ in range(LANGKAH):
        isi = kelak(acak, tw)
        diambil += impor(terisi, tmp_path, isi)
        assert [terlihat(terisi, i) for i in range(1, tw + 1)] == sebelum, isi
    assert diambil > LANGKAH / 2
    assert ekspor(terisi, "TAHUN") != sebelum[-1][0]


def buku_acak(acak: Random) -> list[IsiBuku]:
    """One workbook of every kind, each about something at random."""
    nilai, periode = acak.randint(0, 120), acak.choice(["TAHUN", "TW1", "TW2", "TW3", "TW4", "BLN05", "BLN11"])
    hari, bulan, unit = acak.choice(HARI), acak.randint(1, 12), acak.choice(["BADAN", "BIDANG"])

    def kode() -> str:
        return acak.choice(KODE)

    definisi = {
        "polaritas": ["positif", "negatif"],
        "perilaku": ["progress", "akumulasi", "pengulangan"],
        "satuan": ["%", "orang", "nilai"],
        "jenis": ["IKU", "program", "sasaran"],
        "pemilik": ["", *PEJABAT, "KABID|KABAN"],
        "rumus": ["rerata", "jumlah", "nilai"],
        "nama": [f"Nama {nilai}"],
    }
    return [
        *({"indikator": [INDIKATOR[kode()] | {kolom: acak.choice(isi)}]} for kolom, isi in definisi.items()),
        {"indikator": [indikator(f"BARU{nilai}")], "target": [target(f"BARU{nilai}", "TAHUN", 5)]},
        {"indikator": [INDIKATOR[acak.choice("ABC")] | {"jenis": "IKU"}]},
        {"indikator": [INDIKATOR["S"] | {"jenis": "sasaran"}]},
        {"indikator": [INDIKATOR["C"] | {"pemilik": "KABID|KABAN"}]},
        {"indikator": [indikator(f"IKU{nilai}", jenis="IKU")], "target": [target(f"IKU{nilai}", "TAHUN", 5)]},
        {"komponen": [BAGIAN | {"komponen": acak.choice("AB"), "bobot": str(acak.randint(1, 3))}]},
        {"komponen": [BAGIAN | {"komponen": "C", "bobot": "1"}]},
        {"jabatan": [{"kode": acak.choice(PEJABAT), "nama": "Jabatan Uji", "unit": unit, "atasan": ""}]},
        {"target": [target(kode(), periode, nilai, mulai=hari)]},
        {"realisasi": [realisasi(kode(), periode, nilai)]},
        {"realisasi": [realisasi("JUMLAH_ASN", f"TW{acak.randint(1, 4)}", nilai + 1)]},
        *({"pengaturan": [setelan(acak, kunci, acak.choice(HARI))]} for kunci in SETELAN),
        {"pegawai": [{"nip": NIP_UJI, "nama": "Pegawai Uji", "unit": unit, "memimpin": "tidak"}]},
        {"hari_libur": [{"tanggal": f"{acak.randint(1, 28)} Februari 2024", "keterangan": "libur"}]},
        {"skp": [skp(bulan)]},
        {"perilaku": [perilaku(bulan) | {"integritas": str(nilai % 100)}]},
    ]


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


def putaran(acak: Random) -> list[Cara]:
    """Every kind of workbook once, and every other way twice, in an order at random."""
    cara: list[Cara] = [partial(_impor, isi) for isi in buku_acak(acak)]
    cara += [tulis_entri, ganti_target, batalkan] * 2
    acak.shuffle(cara)
    return cara


def _impor(isi: IsiBuku, engine: Engine, folder: Path, _: Random) -> bool:
    return impor(engine, folder, isi)


DITOLAK = (PeriodeTerkunci, PerubahanDitolak, AksiDitolak, TidakDapatDibatalkan)


def bergeser(engine: Engine) -> tuple[Gerak, ...]:
    """The figures of the closed quarters that a fresh calculation would make others than those kept."""
    with engine.connect() as connection:
        data, segel = load_kinerja(connection, "UJI", 2024), muat_segel(connection, "UJI", 2024)
    segar = hitung_kinerja(data, SampaiDengan(2024, 2)).per_triwulan
    kini = {hasil.sd.kode: {kode: baris_hasil(h) for kode, h in hasil.indikator.items()} for hasil in segar}
    return tuple(g for kode, baris in segel.items() for g in yang_bergerak(baris, kini[kode]))


@pytest.mark.parametrize("benih", [1, 2])
def test_no_sequence_of_writes_changes_what_a_closed_quarter_shows(terisi: Engine, tmp_path: Path, benih: int) -> None:
    kunci_sampai(terisi, PERENCANA_BAWAAN, "UJI", 2024, 2)
    acak, sebelum = Random(benih), [terlihat(terisi, tw) for tw in (1, 2)]
    ditulis = ditolak = 0
    for cara in (*putaran(acak), *putaran(acak)):
        try:
            berhasil = cara(terisi, tmp_path, acak)
        except DITOLAK:
            berhasil = False
        ditulis, ditolak = ditulis + berhasil, ditolak + (not berhasil)
        assert [terlihat(terisi, tw) for tw in (1, 2)] == sebelum, cara
        assert bergeser(terisi) == (), cara
    assert min(ditulis, ditolak) > LANGKAH / 4
