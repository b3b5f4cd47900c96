"""Nothing written later changes an earlier position, and nothing at all changes a closed one, on both databases.

Each test writes a long, seeded series of things at random through the ways an agency has, and looks at the export
after every one of them.
"""

from collections.abc import Callable
from dataclasses import replace
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
from dashboard.services.data.impor import ambil_alih
from dashboard.services.data.keluar.ekspor import baca_ekspor
from dashboard.services.entri.bidang import bidang
from dashboard.services.entri.kunci import kunci_sampai
from dashboard.services.entri.perubahan_target import AlasanTarget, ubah_target
from dashboard.services.kinerja import Kinerja, hitung_kinerja, kinerja
from dashboard.services.ringkasan import ringkasan
from dashboard.services.skp.sebaran import capaian_unit, sebaran_skp
from data_access.batal_impor import TidakDapatDibatalkan
from data_access.isian.entri import baca_entri
from data_access.kinerja import load_kinerja
from data_access.kunci.segel import muat_segel
from data_access.riwayat import daftar_impor
from tests.builders import IsiBuku, tulis_csv
from tests.buku_waktu import KODE, buku_acak, buku_awal, kelak
from tests.penulis_entri import ajukan_satu, pindahkan_satu, simpan

LANGKAH = 20
PUNCAK = ("BADAN", "BIDANG")
SAAT_INI = date(2024, 12, 31)
Cara = Callable[[Engine, Path, Random], bool]


@pytest.fixture
def terisi(engine: Engine, tmp_path: Path) -> Engine:
    laporan = ambil_alih(engine, tulis_csv(tmp_path / "awal", buku_awal()), pelaku=PERENCANA_BAWAAN)
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
    milik = [(h.kode, h.indikator.pemilik, h.indikator.satuan) for h in map(k.hasil.indikator.get, KODE) if h]
    lembar = [sorted({*bidang(engine, PERENCANA_BAWAAN, k, u, SAAT_INI).per_kode} & {*KODE}) for u in PUNCAK]
    return (
        (ekspor(engine, f"TW{tw}"), rerata, utama, unit, milik, lembar, [satu for satu in dihitung if satu[1]]),
        *(skp_terlihat(engine, k, bulan) for bulan in range(3 * tw - 2, 3 * tw + 1)),
    )


def skp_terlihat(engine: Engine, k: Kinerja, bulan: int) -> tuple[Any, ...]:
    """What a month's page of scores shows at that position: groups, headcounts, due dates and limits."""
    s = sebaran_skp(engine, PERENCANA_BAWAAN, k, bulan)
    assert s is not None
    kelompok = [(g.kode, g.rekap, g.capaian, g.pegawai, g.predikat, g.tanda, g.peringatan) for g in s.kelompok]
    return kelompok, s.pegawai, s.jatuh, s.rezim, replace(s.batas, rezim_skp=None)


def impor(engine: Engine, folder: Path, isi: IsiBuku) -> bool:
    tujuan = folder / f"buku{len(list(folder.iterdir()))}"
    return ambil_alih(engine, tulis_csv(tujuan, isi), pelaku=PERENCANA_BAWAAN, instansi="UJI").diambil


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
        diajukan = ajukan_satu(engine, PERENCANA_BAWAAN, "UJI", lama, baru)
        pindahkan_satu(engine, PERENCANA_BAWAAN, "UJI", AksiEntri.SETUJUI, diajukan)
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
