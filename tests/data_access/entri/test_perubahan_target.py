"""A changed target moves the quarter it is meant for, or says why not and writes nothing; on both databases."""

from datetime import date
from decimal import Decimal

import pytest
from sqlalchemy import Engine

from dashboard.domain.dasar.hak import PERENCANA_BAWAAN, Pelaku, Peran, TidakBerwenang
from dashboard.domain.entri.kunci import PeriodeTerkunci
from dashboard.domain.entri.perubahan_target import PerubahanDitolak, TargetBaru
from dashboard.services.entri.kunci import buka_koreksi, kunci_sampai
from dashboard.services.entri.perubahan_target import AkibatTarget, AlasanTarget, pratinjau_target, ubah_target
from data_access.baris import ambil
from data_access.kinerja import nomor_versi
from tests.penulis_entri import hitung, isi_tw1


def alasan(bulan: int) -> AlasanTarget:
    return AlasanTarget("anggaran", "DPA perubahan nomor 5", date(2024, bulan, 1))


def baru(**isi: int) -> dict[str, TargetBaru]:
    return {periode: TargetBaru(Decimal(n)) for periode, n in isi.items()}


def ubah(engine: Engine, bulan: int, **isi: int) -> AkibatTarget:
    return ubah_target(engine, PERENCANA_BAWAAN, "UJI", "PRG1", 2024, baru=baru(**isi), dasar=alasan(bulan))


def lihat(engine: Engine, bulan: int, **isi: int) -> AkibatTarget:
    return pratinjau_target(engine, PERENCANA_BAWAAN, "UJI", "PRG1", 2024, baru=baru(**isi), dasar=alasan(bulan))


def target_sampai(engine: Engine, tw: int) -> Decimal | None:
    sampai = hitung(engine, tw).hasil.indikator["PRG1"].target.sampai
    return sampai.nilai if sampai else None


def keadaan(engine: Engine) -> tuple[int, int]:
    with engine.connect() as connection:
        return nomor_versi(connection, "UJI"), len(ambil(connection, "target", "UJI"))


def test_one_quarter_of_a_path_assumed_from_the_year_is_changed_alone(terisi: Engine) -> None:
    sebelum = [target_sampai(terisi, tw) for tw in (1, 2, 3, 4)]
    akibat = ubah(terisi, 4, TW2=2000)
    sesudah = [target_sampai(terisi, tw) for tw in (1, 2, 3, 4)]
    assert sesudah[0] == sebelum[0]
    assert sesudah[1] != sebelum[1]
    assert next(g.sd.kode for g in akibat.gerak if g.bergerak) == "TW2"
    assert akibat.tetap == ()


def test_a_preview_tells_before_and_after_and_writes_nothing(terisi: Engine) -> None:
    isi_tw1(terisi)
    awal = keadaan(terisi)
    akibat = lihat(terisi, 1, TW1=1000)
    (tw1,) = [g for g in akibat.gerak if g.sd.kode == "TW1"]
    assert (tw1.sebelum.target.sampai, tw1.sebelum.nilai) != (tw1.sesudah.target.sampai, tw1.sebelum.nilai)
    assert (tw1.sesudah.persen, tw1.sesudah.status.value) == (Decimal(110), "melampaui")
    assert keadaan(terisi) == awal
    ubah(terisi, 1, TW1=1000)
    assert hitung(terisi, 1).hasil.indikator["PRG1"].persen == Decimal(110)


@pytest.mark.parametrize(
    ("kode", "bulan", "isi", "sebab"),
    [
        ("IKU", 7, {"TW1": 80}, "baru berlaku 1 Juli 2024, sesudah TW I berakhir pada 31 Maret 2024"),
        ("IKU", 10, {"TW1": 80, "TW4": 84}, "Target TW I tidak berubah"),
        ("PRG1", 1, {"TAHUN": 4230}, "Target Tahun sudah seperti yang Anda isi"),
    ],
)
def test_a_change_that_moves_nothing_says_why_and_is_not_written(
    terisi: Engine, kode: str, bulan: int, isi: dict[str, int], sebab: str
) -> None:
    awal = keadaan(terisi)
    for kerja in (pratinjau_target, ubah_target):
        with pytest.raises(PerubahanDitolak, match=sebab):
            kerja(terisi, PERENCANA_BAWAAN, "UJI", kode, 2024, baru=baru(**isi), dasar=alasan(bulan))
    assert keadaan(terisi) == awal


def test_a_change_under_a_later_one_of_the_same_quarter_says_which_takes_its_place(terisi: Engine) -> None:
    ubah(terisi, 9, TW3=3000)
    with pytest.raises(PerubahanDitolak, match="perubahan yang berlaku 1 September 2024 menggantikannya"):
        ubah(terisi, 8, TW3=2900)


def test_of_several_quarters_those_that_stay_are_named_beside_those_that_move(terisi: Engine) -> None:
    akibat = lihat(terisi, 7, TW1=900, TW3=3100)
    assert "TW3" in [g.sd.kode for g in akibat.gerak if g.bergerak]
    assert [g.bergerak for g in akibat.gerak if g.sd.kode == "TW1"] == [False]
    assert [satu.split(":")[0] for satu in akibat.tetap] == ["Target TW I tidak berubah"]


def test_a_closed_quarter_is_refused_in_the_preview_too_until_a_correction_is_open(terisi: Engine) -> None:
    kunci_sampai(terisi, PERENCANA_BAWAAN, "UJI", 2024, 1)
    for kerja in (lihat, ubah):
        with pytest.raises(PeriodeTerkunci):
            kerja(terisi, 1, TW1=1000)
    buka_koreksi(terisi, PERENCANA_BAWAAN, "UJI", 2024, 1, "salah ketik laporan bidang")
    assert lihat(terisi, 1, TW1=1000).gerak[0].bergerak
    ubah(terisi, 1, TW1=1000)


def test_what_was_looked_at_is_what_is_written_or_nothing(terisi: Engine) -> None:
    dilihat = lihat(terisi, 4, TAHUN=4000)
    isi_tw1(terisi)
    awal = keadaan(terisi)
    isi = {"TAHUN": TargetBaru(Decimal(4000))}
    with pytest.raises(PerubahanDitolak, match="Data berubah sesudah akibatnya dilihat"):
        ubah_target(terisi, PERENCANA_BAWAAN, "UJI", "PRG1", 2024, baru=isi, dasar=alasan(4), dilihat=dilihat)
    assert keadaan(terisi) == awal


@pytest.mark.parametrize("instansi", ["UJI", "LAIN"])
def test_another_agencys_planner_is_told_nothing(terisi: Engine, instansi: str) -> None:
    lain = Pelaku("Lain", Peran.PERENCANA, "LAIN")
    with pytest.raises(TidakBerwenang if instansi == "UJI" else LookupError):
        pratinjau_target(terisi, lain, instansi, "PRG1", 2024, baru=baru(TAHUN=1), dasar=alasan(1))
