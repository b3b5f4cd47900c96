"""One agency's year: what holds, why a value is missing, and what a colour may stand on."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.domain.dasar.cycles import Cycle
from dashboard.domain.dasar.indikator import Penyajian, Perilaku, Polaritas, Rumus, SumberNilai
from dashboard.domain.dasar.penjelasan import Kepastian, bulat2
from dashboard.domain.dasar.skala import Status
from dashboard.domain.hitung.jalur_target import CATATAN_JALUR
from tests.unit.bangun import TAHUN_UJI, bagian, data, hitung, indikator, jumlah, komponen, laporan, rasio, satu, target

TINGKAT = indikator(perilaku=Perilaku.PROGRESS)
TAMBAH = indikator(perilaku=Perilaku.AKUMULASI, penyajian=Penyajian.TAMBAHAN)
SAKIP = indikator(jenis="IKU", instrumen="SAKIP", rumus=Rumus.EKSTERNAL, perilaku=Perilaku.PROGRESS)


def test_the_position_not_the_year_gives_the_colour():
    hasil = satu(TAMBAH, [target("TAHUN", 100)], [laporan("TW1", 25)], triwulan=1)
    assert (hasil.persen, hasil.status) == (100, Status.TERCAPAI)
    assert hasil.capaian_tahunan.nilai == 25
    assert CATATAN_JALUR in hasil.catatan


@pytest.mark.parametrize(
    ("nilai", "status"),
    [
        (101, Status.MELAMPAUI),
        (100, Status.TERCAPAI),
        (76, Status.PERLU_PERHATIAN),
        (75, Status.KRITIS),
        (0, Status.KRITIS),
    ],
)
def test_a_reported_value_is_coloured(nilai, status):
    assert satu(TINGKAT, [target("TAHUN", 100)], [laporan("TAHUN", nilai)]).status is status


def test_no_report_is_not_reported_and_never_zero():
    hasil = satu(TINGKAT, [target("TAHUN", 100)])
    assert (hasil.status, hasil.persen, hasil.nilai) == (Status.BELUM_DILAPORKAN, None, None)
    assert hasil.kepastian is Kepastian.TIDAK_DIKETAHUI


def test_a_stale_report_is_not_reported_at_the_later_quarter():
    hasil = satu(TINGKAT, [target("TAHUN", 100)], [laporan("TW1", 90)], triwulan=2)
    assert (hasil.status, hasil.realisasi.nilai_terakhir) == (Status.BELUM_DILAPORKAN, 90)


def test_a_report_in_a_quarter_that_was_not_targeted_is_not_asked_for():
    jalur = [target("TW1", teks="-"), target("TW2", 1), target("TW3", teks="-"), target("TW4", 1)]
    masuk = [laporan("TW2", 1)]
    assert satu(TAMBAH, jalur, masuk, triwulan=1).status is Status.TIDAK_DITARGETKAN
    assert satu(TAMBAH, jalur, masuk, triwulan=2).status is Status.TERCAPAI
    assert satu(TAMBAH, jalur, masuk, triwulan=3).status is Status.TERCAPAI
    assert satu(TAMBAH, jalur, masuk, triwulan=4).status is Status.BELUM_DILAPORKAN


def test_a_dash_is_not_targeted_and_a_blank_is_no_target_yet():
    masuk = [laporan("TAHUN", 5)]
    assert satu(TINGKAT, [target("TAHUN", teks="-")], masuk).status is Status.TIDAK_DITARGETKAN
    assert satu(TINGKAT, [target("TAHUN")], masuk).status is Status.TARGET_BELUM_ADA
    assert satu(TINGKAT, [], masuk).status is Status.TARGET_BELUM_ADA


def test_quarters_alone_are_a_target_though_the_years_is_unknown():
    hasil = satu(TAMBAH, [target("TW1", 10)], [laporan("TW1", 8)], triwulan=1)
    assert (hasil.persen, hasil.capaian_tahunan) == (80, None)


def test_a_target_of_zero_cannot_be_computed_and_says_so():
    assert satu(TINGKAT, [target("TAHUN", 0)], [laporan("TAHUN", 5)]).status is Status.TIDAK_DAPAT_DIHITUNG


def test_the_variant_with_nothing_left_has_no_number_and_is_in_the_best_class():
    milik = indikator(polaritas=Polaritas.NEGATIF, rumus_capaian="T/R", perilaku=Perilaku.PROGRESS)
    hasil = satu(milik, [target("TAHUN", 10)], [laporan("TAHUN", 0)])
    assert (hasil.persen, hasil.status) == (None, Status.MELAMPAUI)
    assert hasil.tak_hingga
    assert any(kalimat.startswith("Pembagi nol: realisasi 0") for kalimat in hasil.capaian.catatan)


def test_a_reported_denominator_of_zero_is_not_called_unreported():
    persen = indikator(satuan="%", perilaku=Perilaku.PROGRESS)
    hasil = satu(persen, [target("TAHUN", 90)], [bagian("TAHUN", 0, 0)])
    assert hasil.status is Status.TIDAK_DAPAT_DIHITUNG


def test_a_computed_denominator_of_zero_is_not_called_unreported():
    p = indikator("P", rumus=Rumus.RASIO, satuan="%")
    isi = data(
        [p],
        [target("TAHUN", 90, "P")],
        [laporan("TAHUN", 0, "A"), laporan("TAHUN", 0, "B")],
        rasio("P", "A", "B"),
        ["A", "B"],
    )
    assert hitung(isi).indikator["P"].status is Status.TIDAK_DAPAT_DIHITUNG


def test_only_an_approved_report_counts():
    masuk = [laporan("TAHUN", 90, status_entri="diajukan")]
    assert satu(TINGKAT, [target("TAHUN", 100)], masuk).status is Status.BELUM_DILAPORKAN


def test_an_outside_score_waits_instead_of_being_red():
    for tw in (1, 2, 3, 4):
        hasil = satu(SAKIP, [target("TAHUN", nilai_min=70, nilai_maks=80)], triwulan=tw)
        assert (hasil.status, hasil.predikat) == (Status.MENUNGGU_PENILAIAN, None)


def test_an_outside_score_once_published_holds_for_the_rest_of_the_year():
    masuk = [laporan("TW2", 75)]
    status = [satu(SAKIP, [target("TAHUN", 75)], masuk, triwulan=tw).status for tw in (1, 2, 3, 4)]
    assert status == [Status.MENUNGGU_PENILAIAN, Status.TERCAPAI, Status.TERCAPAI, Status.TERCAPAI]


def test_an_index_shows_its_own_letter_and_everything_else_the_class_of_its_capaian():
    sakip = satu(SAKIP, [target("TAHUN", nilai_min=70, nilai_maks=80)], [laporan("TAHUN", 80)])
    assert (sakip.skala, sakip.predikat, sakip.status) == ("SAKIP", "BB", Status.TERCAPAI)
    biasa = satu(TINGKAT, [target("TAHUN", 100)], [laporan("TAHUN", 80)])
    assert (biasa.skala, biasa.predikat) == ("PERMENDAGRI86", "Tinggi")


def test_an_indicator_may_name_its_scale_or_have_none():
    nilai = [target("TAHUN", 100)], [laporan("TAHUN", 80)]
    assert satu(indikator(skala="SKM", perilaku=Perilaku.PROGRESS), *nilai).predikat == "B"
    tanpa = satu(indikator(skala="TANPA", perilaku=Perilaku.PROGRESS), *nilai)
    assert (tanpa.skala, tanpa.predikat) == (None, None)
    bawaan = satu(indikator(skala="PERMENDAGRI86", perilaku=Perilaku.PROGRESS), [target("TAHUN", 50)], nilai[1])
    assert (bawaan.persen, bawaan.predikat) == (160, "Sangat Tinggi")


@pytest.mark.parametrize(
    ("perilaku", "tahunan"), [(Perilaku.PROGRESS, 90), (Perilaku.PENGULANGAN, 85), (Perilaku.AKUMULASI, 340)]
)
def test_the_annual_capaian_follows_the_behaviour(perilaku, tahunan):
    masuk = [laporan(f"TW{n}", nilai) for n, nilai in enumerate((80, 90, 80, 90), start=1)]
    hasil = satu(indikator(perilaku=perilaku), [target("TAHUN", 100)], masuk)
    assert hasil.capaian_tahunan.nilai == tahunan


def test_a_computed_value_is_the_realisasi_where_none_is_reported():
    isi = data(
        [jumlah("P", perilaku=Perilaku.PROGRESS), indikator("A")],
        [target("TAHUN", 20, "P")],
        [laporan("TAHUN", 10, "A")],
        [komponen("P", "A", bobot=2)],
    )
    hasil = hitung(isi).indikator["P"]
    assert (hasil.nilai, hasil.persen, hasil.kepastian) == (20, 100, Kepastian.DIHITUNG)


def test_a_reported_value_wins_over_the_computed_one_and_the_difference_is_kept():
    isi = data(
        [jumlah("P", jenis="IKU", instrumen="MERIT", instrumen_versi="sebelum PermenPANRB 19/2025"), indikator("A")],
        [target("TAHUN", "321.5", "P")],
        [laporan("TAHUN", "330.5", "P", sumber_nilai=SumberNilai.PUBLIK), laporan("TAHUN", "329", "A")],
        [komponen("P", "A")],
    )
    hasil = hitung(isi).indikator["P"]
    assert (hasil.nilai, hasil.simpul.selisih, hasil.predikat) == (Decimal("330.5"), Decimal("1.5"), "Sangat Baik")
    assert (hasil.kepastian, hasil.sumber_nilai) == (Kepastian.DILAPORKAN, SumberNilai.PUBLIK)


def test_a_denominator_holds_its_latest_level_as_an_assumption_and_a_numerator_must_be_of_the_quarter_due():
    p = indikator("P", rumus=Rumus.RASIO, satuan="%")
    isi = data(
        [p],
        [target("TAHUN", 100, "P")],
        [laporan("TW1", 100, "ASN"), laporan("TW1", 50, "PETA"), laporan("TW2", 80, "PETA")],
        rasio("P", "PETA", "ASN"),
        ["ASN", "PETA", "KOSONG"],
    )
    kini = hitung(isi, 2).indikator["P"]
    assert (kini.nilai, kini.kepastian) == (80, Kepastian.DIHITUNG_DENGAN_ASUMSI)
    assert "ASN dipakai pada tingkat terakhir yang dilaporkan, TW I." in kini.catatan
    hasil = hitung(isi, 3)
    assert (hasil.indikator["P"].nilai, hasil.indikator["P"].status) == (None, Status.BELUM_DILAPORKAN)
    assert hasil.variabel["KOSONG"].kepastian is Kepastian.TIDAK_DIKETAHUI


def stok(masuk):
    p = indikator("P", rumus=Rumus.STOK, perilaku=Perilaku.AKUMULASI, penyajian=Penyajian.SD_PERIODE)
    a = indikator("A", satuan="orang", perilaku=Perilaku.AKUMULASI)
    isi = data([p, a], [target("TAHUN", 1300, "P"), target("TAHUN", 100)], masuk, [komponen("P", "A")])
    return hitung(isi, 2).indikator["P"]


def test_a_stock_is_last_years_end_plus_this_years_flow():
    alir = [laporan("TW1", 10), laporan("TW2", 15)]
    akhir = laporan("TAHUN", 1200, "P", tahun=TAHUN_UJI - 1, sumber_nilai=SumberNilai.SIMULASI)
    hasil = stok([*alir, akhir])
    assert (hasil.nilai, hasil.sumber_nilai) == (1225, SumberNilai.SIMULASI)


def test_a_mid_year_figure_of_last_year_is_not_its_end():
    hasil = stok([laporan("TW1", 10), laporan("TW2", 15), laporan("TW2", 900, "P", tahun=TAHUN_UJI - 1)])
    assert (hasil.nilai, hasil.status) == (None, Status.BELUM_DILAPORKAN)
    assert hasil.simpul.kurang == ("P akhir tahun lalu",)


def test_simulated_targets_or_values_are_told():
    simulasi = {"sumber_nilai": SumberNilai.SIMULASI}
    assert satu(TINGKAT, [target("TAHUN", 1, **simulasi)], [laporan("TAHUN", 1)]).memuat_contoh
    assert satu(TINGKAT, [target("TAHUN", 1)], [laporan("TAHUN", 1, **simulasi)]).memuat_contoh
    assert not satu(TINGKAT, [target("TAHUN", 1)], [laporan("TAHUN", 1)]).memuat_contoh


def test_an_assumed_behaviour_is_told():
    hasil = satu(indikator(satuan="dokumen"), [target("TAHUN", 4)], [laporan("TW1", 1)], triwulan=1)
    assert any("dianggap akumulasi" in c for c in hasil.catatan)
    assert hasil.persen == 100


def test_a_circle_of_formulas_is_refused():
    isi = data([jumlah("P"), jumlah("Q")], komponen=[komponen("P", "Q"), komponen("Q", "P")])
    with pytest.raises(Cycle, match="P → Q → P"):
        hitung(isi)


NILAI = st.integers(1, 40)
PERILAKU = st.sampled_from(Perilaku)


@given(st.lists(NILAI, min_size=4, max_size=4), PERILAKU, st.sampled_from(Polaritas), st.sampled_from(Penyajian))
def test_meeting_every_printed_target_is_exactly_one_hundred_at_every_quarter(angka, perilaku, polaritas, penyajian):
    milik = indikator(perilaku=perilaku, polaritas=polaritas, penyajian=penyajian)
    jalur = [target(f"TW{n}", nilai) for n, nilai in enumerate(angka, start=1)]
    masuk = [laporan(f"TW{n}", nilai) for n, nilai in enumerate(angka, start=1)]
    for tw in (1, 2, 3, 4):
        assert satu(milik, jalur, masuk, tw).persen == 100


@given(st.lists(NILAI, min_size=4, max_size=4), st.integers(0, 3), NILAI, PERILAKU, st.sampled_from(Polaritas))
def test_a_better_report_never_lowers_the_capaian_of_its_indicator(angka, tw, tambah, perilaku, polaritas):
    milik = indikator(perilaku=perilaku, polaritas=polaritas)
    baik = [n + (tambah if polaritas is Polaritas.POSITIF and i == tw else 0) for i, n in enumerate(angka)]
    buruk = [n + (tambah if polaritas is Polaritas.NEGATIF and i == tw else 0) for i, n in enumerate(angka)]
    persen = [
        satu(milik, [target("TAHUN", 50)], [laporan(f"TW{n}", v) for n, v in enumerate(isi, start=1)]).persen
        for isi in (baik, buruk)
    ]
    assert persen[0] >= persen[1]


@given(st.randoms(), st.lists(st.one_of(st.none(), NILAI), min_size=6, max_size=6))
def test_the_order_of_all_rows_never_matters(acak, angka):
    milik = [jumlah("P"), *(indikator(f"A{n}", perilaku=Perilaku.PROGRESS) for n in range(3))]
    sasaran = [target("TAHUN", n, f"A{i}") for i, n in enumerate(angka[:3])]
    masuk = [laporan("TAHUN", n, f"A{i}") for i, n in enumerate(angka[3:])]
    tautan = [komponen("P", f"A{n}", bobot=n + 1) for n in range(3)]
    tertib = hitung(data(milik, sasaran, masuk, tautan))
    for deret in (milik, sasaran, masuk, tautan):
        acak.shuffle(deret)
    assert hitung(data(milik, sasaran, masuk, tautan)) == tertib


def test_thirty_one_of_4230_is_rounded_only_to_be_shown():
    persen = indikator(satuan="%", perilaku=Perilaku.PROGRESS)
    hasil = satu(persen, [target("TAHUN", 100)], [bagian("TAHUN", 31, 4230)])
    assert (bulat2(hasil.nilai), hasil.nilai * 4230 / 100) == (Decimal("0.73"), 31)
