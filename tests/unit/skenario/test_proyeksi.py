"""Year-end projections: a named method, an interval, and nothing where nothing can be known."""

from decimal import Decimal

import pytest

from dashboard.domain.dasar.indikator import Indikator, Perilaku, Rumus
from dashboard.domain.dasar.periode import SampaiDengan
from dashboard.domain.hitung.hasil import HasilTahun
from dashboard.domain.skenario import proyeksi as modul
from dashboard.domain.skenario.dasar import KunciUbahan, susun_dasar
from dashboard.domain.skenario.hitungan import hitung_skenario
from dashboard.domain.skenario.proyeksi import Proyeksi, proyeksi
from dashboard.domain.skenario.proyeksi_dasar import DARI_MASUKAN, akhir_tahun, rentang_proyeksi
from dashboard.services.kinerja import hitung_kinerja
from dashboard.services.simulasi import proyeksi_utama
from tests.contoh_dasar import dasar_contoh, data_contoh
from tests.unit.bangun import TAHUN_UJI, data, hitung, indikator, laporan, rasio, target

D = Decimal


def deret(milik: Indikator, nilai: list[str], jalur: list[str] | None = None) -> tuple[HasilTahun, ...]:
    """Results of the quarters reported, with a printed quarterly path or only the year's target."""
    target_baris = [target("TAHUN", "100")]
    target_baris += [target(f"TW{i}", n) for i, n in enumerate(jalur or [], start=1)]
    isi = data([milik], target_baris, [laporan(f"TW{i}", n) for i, n in enumerate(nilai, start=1)])
    return tuple(hitung(isi, tw) for tw in range(1, len(nilai) + 1))


def hasil(milik: Indikator, nilai: list[str], jalur: list[str] | None = None) -> Proyeksi:
    return proyeksi(deret(milik, nilai, jalur), "A")


def test_increments_go_on_at_their_mean_rate_between_their_worst_and_best_quarter() -> None:
    p = hasil(indikator(perilaku=Perilaku.AKUMULASI), ["10", "30"])
    assert (p.nilai, p.bawah, p.atas, p.metode) == (D(80), D(60), D(100), modul.LAJU)


def test_a_level_goes_on_changing_as_it_did() -> None:
    p = hasil(indikator(perilaku=Perilaku.PROGRESS), ["50", "52", "58"])
    assert (p.nilai, p.bawah, p.atas, p.metode) == (D(62), D(60), D(64), modul.PERUBAHAN)


def test_a_repeated_measure_is_its_mean() -> None:
    p = hasil(indikator(perilaku=Perilaku.PENGULANGAN), ["90", "80"])
    assert (p.nilai, p.bawah, p.atas, p.metode) == (D(85), D(80), D(90), modul.RERATA)


def test_a_printed_path_is_followed_at_the_achievement_so_far() -> None:
    p = hasil(indikator(perilaku=Perilaku.PROGRESS), ["18", "45"], ["20", "45", "70", "100"])
    assert (p.nilai, p.bawah, p.atas, p.metode) == (D(100), D(90), D(100), modul.JALUR_TARGET)


def test_one_quarter_gives_no_interval() -> None:
    p = hasil(indikator(perilaku=Perilaku.PROGRESS), ["50"])
    assert (p.nilai, p.bawah, p.atas, p.metode) == (D(50), None, None, modul.TINGKAT)


def test_people_are_projected_whole_and_what_was_reached_is_not_lost() -> None:
    p = hasil(indikator(satuan="orang", perilaku=Perilaku.AKUMULASI), ["10", "11", "10"])
    assert (p.nilai, p.bawah, p.atas) == (D(41), D(41), D(42))


def test_after_the_fourth_quarter_the_projection_is_the_realisation() -> None:
    p = hasil(indikator(perilaku=Perilaku.PROGRESS), ["1", "2", "3", "9"])
    assert (p.nilai, p.bawah, p.atas, p.metode) == (D(9), D(9), D(9), modul.REALISASI)


def test_an_outside_score_is_not_projected_before_it_is_published() -> None:
    tahun = tuple(dasar_contoh("BANTEN", tw).hasil for tw in (1, 2, 3))
    assert proyeksi(tahun, "IKU-03") == Proyeksi("IKU-03", alasan=modul.DINILAI_LUAR)


@pytest.mark.parametrize(("instansi", "tw"), [("PEMALANG", 3), ("PASER", 2), ("PK", 3), ("PK", 1)])
def test_the_projected_year_is_the_official_calculation_over_projected_reports(instansi: str, tw: int) -> None:
    per = tuple(dasar_contoh(instansi, i).hasil for i in range(1, tw + 1))
    akhir = akhir_tahun(dasar_contoh(instansi, tw), per)
    assert akhir.dasar.sd.triwulan == 4
    for kode, p in akhir.masukan.items():
        if p.nilai is not None and kode not in {j.kode for j in akhir.tahun.jepitan}:
            assert akhir.dasar.nilai(kode).nilai == p.nilai, kode


@pytest.mark.parametrize(("instansi", "tw"), [("PEMALANG", 1), ("PEMALANG", 2), ("PK", 2), ("BANTEN", 3)])
def test_an_input_set_to_what_was_projected_moves_nothing(instansi: str, tw: int) -> None:
    """A part of a mean that was held at 100 % stays held, though its projected parts are beyond it."""
    per = tuple(dasar_contoh(instansi, i).hasil for i in range(1, tw + 1))
    dasar = akhir_tahun(dasar_contoh(instansi, tw), per).dasar
    for kode in dasar.graph.nilai:
        if (nilai := dasar.nilai(kode).nilai) is not None:
            simpul = hitung_skenario(dasar, {KunciUbahan(kode): nilai}).simpul
            assert [n.kode for n in simpul.values() if n.berubah or n.pindah_kelas] == [], kode


def test_a_computed_indicator_gets_its_interval_from_its_inputs() -> None:
    per = tuple(dasar_contoh("PK", i).hasil for i in (1, 2, 3))
    akhir = akhir_tahun(dasar_contoh("PK", 3), per)
    p = rentang_proyeksi(akhir, "IKU-02")
    assert p.nilai is not None
    assert p.bawah is not None
    assert p.atas is not None
    assert p.bawah <= p.nilai <= p.atas


@pytest.mark.parametrize("tw", [3, 4])
def test_the_summary_is_offered_each_main_indicator_at_the_year_end(tw: int) -> None:
    k = hitung_kinerja(data_contoh()["PK"], SampaiDengan(2024, tw))
    kode = {h.kode: (h, p) for h, p in proyeksi_utama(k)}
    assert set(kode) == {h.kode for h in k.utama()}
    akhir, p = kode["IKU-02"]
    assert p.nilai == akhir.nilai
    assert p.metode == ("realisasi akhir tahun" if tw == 4 else DARI_MASUKAN)


def test_the_projected_year_of_a_computed_repetition_is_the_mean_of_its_periods_like_a_reported_one() -> None:
    milik = indikator("P", rumus=Rumus.RASIO, satuan="%", perilaku=Perilaku.PENGULANGAN)
    lapor = [laporan(f"TW{tw}", n, kode) for tw in (1, 2) for kode, n in (("PETA", 10 * tw), ("ASN", 100))]
    terhitung = data([milik], [target("TAHUN", 100, "P")], lapor, rasio("P", "PETA", "ASN"), ["ASN", "PETA"])
    sendiri = indikator("P", satuan="%", perilaku=Perilaku.PENGULANGAN)
    langsung = data([sendiri], [target("TAHUN", 100, "P")], [laporan(f"TW{tw}", 10 * tw, "P") for tw in (1, 2)])
    for isi in (terhitung, langsung):
        k = hitung_kinerja(isi, SampaiDengan(TAHUN_UJI, 2))
        akhir = akhir_tahun(susun_dasar(isi, k.sd, k.aturan), k.per_triwulan).indikator("P")
        assert (akhir.nilai, akhir.persen) == (D(15), D(15))
