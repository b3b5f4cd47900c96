"""The explanation of a number: formula, inputs with their place, steps, basis, certainty and what is unconfirmed."""

from decimal import Decimal

import pytest

from dashboard.domain.dasar.indikator import Perilaku, Polaritas, Rumus, Sifat
from dashboard.domain.dasar.penjelasan import Kepastian, Rujukan
from dashboard.domain.hitung.uraian import SUSUNAN_KOMPONEN, jelaskan
from tests.unit.bangun import ATURAN, bagian, data, hitung, indikator, jumlah, komponen, laporan, rasio, target


def uraian(isi, kode="A", triwulan=4):
    return jelaskan(hitung(isi, triwulan), kode)


def masukan(penjelasan):
    return {m.nama: m.nilai for m in penjelasan.masukan}


def test_a_plain_result_tells_formula_inputs_steps_article_and_place():
    milik = indikator(satuan="Indeks", dokumen="SK", letak="tabel 1", perilaku=Perilaku.PROGRESS)
    sasaran = target("TAHUN", 80, teks="80", dokumen="SK-2", letak="tabel 2")
    isi = data([milik], [sasaran], [laporan("TAHUN", 60, keterangan_sumber="LHE")])
    hasil = uraian(isi)
    assert (hasil.rumus, hasil.kepastian) == ("R ÷ T × 100", Kepastian.DILAPORKAN)
    assert masukan(hasil) == {"Target s.d. periode": 80, "Realisasi Tahun": 60}
    assert (hasil.masukan[0].dokumen, hasil.masukan[0].letak) == ("SK-2", "tabel 2")
    assert hasil.masukan[0].keterangan == "tercetak “80”"
    assert hasil.masukan[1].keterangan == "LHE"
    assert hasil.langkah[-1].hasil == 75
    kritis = next(k for k in ATURAN.status if k.kode == "kritis")
    sedang = next(k for k in ATURAN.skala("PERMENDAGRI86") if k.kode == "S")
    assert hasil.rujukan == (
        Rujukan("Rumus capaian", ATURAN.capaian.positif),
        Rujukan("Status Kritis", kritis.ketentuan),
        Rujukan("Predikat Sedang", sedang.ketentuan),
    )


def test_the_place_falls_back_on_the_indicators_own():
    milik = indikator(dokumen="SK", letak="tabel 1")
    hasil = uraian(data([milik], [target("TAHUN", 80)], [laporan("TAHUN", 60)]))
    assert (hasil.masukan[0].dokumen, hasil.masukan[0].letak) == ("SK", "tabel 1")


def test_both_bounds_of_a_range_are_inputs():
    isi = data([indikator()], [target("TAHUN", nilai_min=70, nilai_maks=80)], [laporan("TAHUN", 65)])
    assert masukan(uraian(isi)) == {"Target (batas bawah)": 70, "Target (batas atas)": 80, "Realisasi Tahun": 65}


def test_both_denominators_are_shown_where_they_differ():
    isi = data([indikator(perilaku=Perilaku.AKUMULASI)], [target("TAHUN", 12)], [laporan("TW1", 3)])
    assert masukan(uraian(isi, triwulan=1)) == {"Target s.d. periode": 3, "Target tahunan": 12, "Realisasi TW I": 3}


def test_every_period_is_an_input_and_their_joining_a_step():
    isi = data([indikator(perilaku=Perilaku.AKUMULASI)], [target("TAHUN", 12)], [laporan("TW1", 3), laporan("TW2", 4)])
    hasil = uraian(isi, triwulan=2)
    assert masukan(hasil)["Realisasi TW II"] == 4
    assert (hasil.langkah[0].pola, hasil.langkah[0].hasil) == ("Realisasi s.d. periode: jumlah TW I + TW II", 7)


@pytest.mark.parametrize(("satuan", "nilai"), [("%", 90), ("rasio", Decimal("0.9"))])
def test_a_ratio_shows_its_parts_in_the_unit_of_its_indicator(satuan, nilai):
    isi = data([indikator(satuan=satuan, perilaku=Perilaku.PROGRESS)], [target("TAHUN", 100)], [bagian("TAHUN", 9, 10)])
    hasil = uraian(isi)
    assert masukan(hasil)["Realisasi Tahun"] == nilai
    assert (hasil.langkah[0].nilai, hasil.langkah[0].hasil) == ((9, 10), nilai)


def test_a_missing_report_is_said():
    hasil = uraian(data([indikator()], [target("TAHUN", 80)]))
    assert hasil.masukan[-1].nilai is None
    assert hasil.masukan[-1].keterangan == "belum dilaporkan"
    assert (hasil.rumus, hasil.susunan, hasil.rujukan) == ("belum dapat dihitung", SUSUNAN_KOMPONEN, ())


def isi_rasio(sifat=Sifat.TERTULIS, masuk=()):
    p = indikator("P", rumus=Rumus.RASIO, satuan="%", perilaku=Perilaku.PROGRESS)
    tautan = [
        k if sifat is Sifat.TERTULIS else komponen("P", k.komponen, sifat, peran=k.peran)
        for k in rasio("P", "A", "ASN")
    ]
    return data([p, indikator("A", satuan="orang")], [target("TAHUN", 100, "P")], masuk, tautan, ["ASN"])


def test_a_computed_value_shows_its_komponen_and_the_arithmetic():
    hasil = uraian(isi_rasio(masuk=[laporan("TAHUN", 90), laporan("TAHUN", 120, "ASN")]), "P")
    assert masukan(hasil) == {"Target s.d. periode": 100, "Realisasi": 75, "A": 90, "ASN": 120}
    assert [langkah.hasil for langkah in hasil.langkah] == [75, 75]
    assert hasil.kepastian is Kepastian.DIHITUNG
    assert not any("dugaan" in c for c in hasil.catatan)


def test_an_assumed_link_is_marked_unconfirmed_only_where_the_value_rests_on_it():
    masuk = [laporan("TAHUN", 90), laporan("TAHUN", 120, "ASN")]
    assert any("belum dikonfirmasi" in c for c in uraian(isi_rasio(Sifat.DUGAAN, masuk), "P").catatan)
    dilaporkan = uraian(isi_rasio(Sifat.DUGAAN, [laporan("TAHUN", 70, "P")]), "P")
    assert not any("belum dikonfirmasi" in c for c in dilaporkan.catatan)


def test_a_missing_komponen_is_named():
    hasil = uraian(isi_rasio(masuk=[laporan("TAHUN", 90)]), "P")
    assert "Belum ada nilai: ASN." in hasil.catatan
    assert any(m.keterangan == "komponen belum lengkap: ASN" for m in hasil.masukan)


def test_a_difference_between_report_and_komponen_is_told_with_its_size():
    masuk = [laporan("TAHUN", 90), laporan("TAHUN", 120, "ASN"), laporan("TAHUN", 80, "P")]
    hasil = uraian(isi_rasio(masuk=masuk), "P")
    beda = hasil.langkah[-2]
    assert (beda.nilai, beda.hasil) == ((80, 75), 5)
    assert any("berbeda dari hasil hitung" in c for c in hasil.catatan)


def test_an_unconfirmed_formula_is_marked_where_it_is_used():
    milik = indikator(polaritas=Polaritas.NEGATIF, perilaku=Perilaku.PROGRESS)
    hasil = uraian(data([milik], [target("TAHUN", 10)], [laporan("TAHUN", 25)]))
    assert hasil.catatan == (
        "Rumus (2T − R) ÷ T × 100 belum dikonfirmasi pada naskah peraturan.",
        "Nilai mentah negatif ditampilkan sebagai 0 %.",
    )


def test_an_outside_score_says_that_it_is_not_computed_here():
    milik = indikator(rumus=Rumus.EKSTERNAL, perilaku=Perilaku.PROGRESS)
    isi = data([milik, indikator("B")], [target("TAHUN", 75)], komponen=[komponen("A", "B", Sifat.EKSTERNAL)])
    assert any("Dinilai pihak luar" in c for c in uraian(isi).catatan)


def test_an_inherited_target_shows_where_it_is_printed():
    isi = data(
        [jumlah("P", perilaku=Perilaku.PROGRESS), indikator("A")],
        [target("TAHUN", 65, letak="IKI Kepala baris 1")],
        [laporan("TAHUN", 65)],
        [komponen("P", "A", Sifat.DUGAAN)],
    )
    hasil = uraian(isi, "P")
    assert hasil.masukan[0].letak == "IKI Kepala baris 1"
    assert hasil.kepastian is Kepastian.DIHITUNG_DENGAN_ASUMSI


def test_every_step_has_a_number_for_each_of_its_gaps():
    for isi, kode in (
        (isi_rasio(masuk=[laporan("TAHUN", 90), laporan("TAHUN", 120, "ASN"), laporan("TAHUN", 80, "P")]), "P"),
        (data([indikator()], [target("TAHUN", nilai_min=70, nilai_maks=80)], [laporan("TAHUN", 65)]), "A"),
    ):
        for langkah in uraian(isi, kode).langkah:
            assert langkah.pola.count("{}") == len(langkah.nilai)


def test_an_unknown_code_is_refused():
    with pytest.raises(KeyError):
        uraian(data([indikator()]), "TIDAK_ADA")
