"""What the checks read is what the calculation reads: the same target in force, the same behaviour."""

from dataclasses import replace
from datetime import date

from dashboard.domain.dasar.indikator import Rumus, Sifat
from dashboard.domain.temuan.angka.jumlah import jumlah_bagian
from dashboard.domain.temuan.bahan import Bahan
from dashboard.domain.temuan.lengkap import rasio_tanpa_masukan
from data_access.aturan import untuk
from tests.unit.bangun import data, hitung, indikator, jumlah, komponen, rasio, sd, target

AWAL = target("TAHUN", 80, "A")
KESEPULUH = target("TAHUN", 70, "A", versi="perubahan 10", berlaku_mulai=date(2025, 11, 1))
KEDUA = target("TAHUN", 90, "A", versi="perubahan 2", berlaku_mulai=date(2025, 9, 1))
TAHUN_DEPAN = target("TAHUN", 60, "A", versi="perubahan 11", berlaku_mulai=date(2026, 1, 1))


def bahan(*baris, **isi):
    return Bahan(data([indikator("A")], baris, **isi), untuk(sd().hari_akhir))


def test_the_target_in_force_is_the_latest_by_date_not_by_name() -> None:
    baris = (KEDUA, AWAL, KESEPULUH)
    resmi = hitung(data([indikator("A")], baris)).indikator["A"].target.tahunan.nilai
    assert bahan(*baris).nilai_target("A") == resmi == 70


def test_a_target_that_starts_next_year_is_not_in_force() -> None:
    assert bahan(AWAL, TAHUN_DEPAN).nilai_target("A") == 80


def test_a_ratio_whose_denominator_is_no_arithmetic_is_said_to_lack_it() -> None:
    atas, bawah = rasio("P", "A", "B")
    for sifat, ditemukan in ((Sifat.TERTULIS, []), (Sifat.KONTRIBUSI, ["penyebut"])):
        isi = data(
            [indikator("P", rumus=Rumus.RASIO), indikator("A"), indikator("B")],
            komponen=[atas, replace(bawah, sifat=sifat)],
        )
        temuan = list(rasio_tanpa_masukan(Bahan(isi, untuk(sd().hari_akhir))))
        assert [t.isi["kurang"] for t in temuan] == ditemukan


def test_parts_are_added_up_by_the_targets_in_force() -> None:
    isi = data(
        [jumlah(), indikator("A"), indikator("B")],
        [target("TAHUN", 100, "P"), AWAL, KEDUA, KESEPULUH, target("TAHUN", 30, "B")],
        komponen=[komponen("P", "A"), komponen("P", "B")],
    )
    assert list(jumlah_bagian(Bahan(isi, untuk(sd().hari_akhir)))) == []
