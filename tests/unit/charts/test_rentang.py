"""A target printed as a range: both its bounds wherever it is written, and the nearer one to aim at."""

from decimal import Decimal
from typing import Any

import pytest

from dashboard.charts.gauge import gauge
from dashboard.charts.kalimat import kalimat, target_tertulis
from dashboard.charts.simulasi import kalimat_pencarian
from dashboard.charts.tren import tren
from dashboard.components.indikator.proyeksi_iku import _baris as baris_proyeksi
from dashboard.components.indikator.tabel_capaian import tabel_capaian_html
from dashboard.domain.dasar.indikator import Polaritas
from dashboard.domain.dasar.periode import SampaiDengan
from dashboard.domain.skenario.cari_nilai import Pencarian
from dashboard.domain.skenario.dasar import KunciUbahan
from dashboard.domain.skenario.proyeksi import Proyeksi
from dashboard.services.kinerja import Kinerja, hitung_kinerja
from dashboard.services.simulasi import susun_simulasi
from tests.unit.bangun import ATURAN, TAHUN_UJI, data, indikator, laporan, target

D = Decimal


def rentang(nilai: int, polaritas: Polaritas, bawah: int, atas: int, triwulan: int = 4, **isi: Any) -> Kinerja:
    milik = indikator("A", jenis="IKU", polaritas=polaritas, satuan="%", **isi)
    sasaran = target("TAHUN", nilai_min=bawah, nilai_maks=atas)
    return hitung_kinerja(
        data([milik], [sasaran], [laporan(f"TW{triwulan}", nilai)]), SampaiDengan(TAHUN_UJI, triwulan)
    )


@pytest.mark.parametrize(
    ("polaritas", "bawah", "atas", "nilai", "tujuan"),
    [
        (Polaritas.NEGATIF, 5, 10, 12, 10),
        (Polaritas.NEGATIF, 5, 10, 10, 10),
        (Polaritas.POSITIF, 70, 80, 60, 70),
        (Polaritas.POSITIF, 70, 80, 75, 70),
    ],
)
def test_the_search_aims_at_the_nearest_bound_that_gives_100(
    polaritas: Polaritas, bawah: int, atas: int, nilai: int, tujuan: int
) -> None:
    s = susun_simulasi(rentang(nilai, polaritas, bawah, atas))
    assert s.target_kini({}, "A") == tujuan
    jawab = s.cari({}, KunciUbahan("A"), "A", D(tujuan))
    perlu = nilai if bawah <= nilai <= atas else tujuan
    assert jawab.nilai == perlu
    assert s.hitung({KunciUbahan("A"): D(perlu)}).baru(s.dasar, "A").persen == 100


def test_the_answer_of_the_search_names_the_whole_range() -> None:
    s = susun_simulasi(rentang(12, Polaritas.NEGATIF, 5, 10))
    h = s.dasar.hasil.indikator["A"]
    jawab = s.cari({}, KunciUbahan("A"), "A", D(10))
    assert kalimat_pencarian(jawab, "A", "%", h) == (
        "A perlu menjadi 10 % (kurangi 2 poin dari 12); A lalu 10 %, target 5–10 %."
    )
    sudah = susun_simulasi(rentang(75, Polaritas.POSITIF, 70, 80))
    jawab = sudah.cari({}, KunciUbahan("A"), "A", D(70))
    kalimat_sudah = kalimat_pencarian(jawab, "A", "%", sudah.dasar.hasil.indikator["A"])
    assert kalimat_sudah == "A sudah memenuhi target 70–80 %: sekarang 75 %."
    lain = s.cari({}, KunciUbahan("A"), "A", D(8))
    assert kalimat_pencarian(lain, "A", "%", h).endswith("A lalu 8 %, target 8 %.")


def test_every_place_that_writes_a_target_writes_both_bounds() -> None:
    k = rentang(60, Polaritas.POSITIF, 70, 80)
    h = k.hasil.indikator["A"]
    assert target_tertulis(h) == "70–80 %"
    assert "dari target 70–80 %; kurang 10" in kalimat(h)
    assert str(tabel_capaian_html([h], "Uji")).replace("\xa0", " ").count("70–80 %") == 2
    assert baris_proyeksi(h, Proyeksi("A", D(60)))[2][2] == "70–80 %"
    masukan: dict[str, Any] = {m.nama: m.nilai for m in k.penjelasan("A").masukan}
    assert (masukan["Target (batas bawah)"], masukan["Target (batas atas)"]) == (70, 80)


def test_the_explanation_gives_an_annual_range_of_its_own_by_both_bounds() -> None:
    milik = indikator("A", satuan="dokumen")
    k = hitung_kinerja(
        data([milik], [target("TAHUN", nilai_min=40, nilai_maks=80)], [laporan("TW1", 5)]), SampaiDengan(TAHUN_UJI, 1)
    )
    masukan: dict[str, Any] = {m.nama: m.nilai for m in k.penjelasan("A").masukan}
    assert (masukan["Target tahunan (batas bawah)"], masukan["Target tahunan (batas atas)"]) == (40, 80)


def test_the_trend_draws_both_bounds_and_the_gauge_marks_the_one_to_aim_at() -> None:
    k = rentang(12, Polaritas.NEGATIF, 5, 10)
    jalur = [jejak for jejak in tren(k.jalur_tahun("A"), 4)["data"] if jejak["name"] == "jalur target"]
    assert [jejak["y"] for jejak in jalur] == [[5.0] * 4, [10.0] * 4]
    assert jalur[0]["hovertext"] == ["target 5–10 %"] * 4
    sasaran, nilai = tren(k.jalur_tahun("A"), 4, k.hasil.indikator["A"])["data"][-2:]
    assert (sasaran["x"], sasaran["y"], nilai["y"]) == (["Tahun", "Tahun"], [5.0, 10.0], [12.0])
    assert gauge(k.hasil.indikator["A"], ATURAN)["data"][0]["gauge"]["threshold"]["value"] == 10


def test_the_best_that_can_be_reached_is_told_from_the_goal_it_misses() -> None:
    s = susun_simulasi(rentang(12, Polaritas.POSITIF, 70, 80))
    jawab = Pencarian(KunciUbahan("A"), "A", D(70), D(12), D(12), terbaik=(D("69.999"), D("69.999")))
    kalimat_jawab = kalimat_pencarian(jawab, "A", "%", s.dasar.hasil.indikator["A"])
    assert kalimat_jawab.endswith("A paling tinggi 69,999 %; target 70–80 %, selisih 0,001 poin.")
