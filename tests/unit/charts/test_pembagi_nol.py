"""T/R with nothing realised: above its target, without a number, and said in words wherever the number would stand."""

from decimal import Decimal
from pathlib import Path

import openpyxl

from dashboard.charts.gauge import gauge
from dashboard.charts.kalimat import kalimat
from dashboard.charts.kotak_pohon import lencana
from dashboard.components.indikator.bullet import daftar_bullet_html
from dashboard.components.indikator.penjelasan import penjelasan_html
from dashboard.components.indikator.tabel_capaian import tabel_capaian_html
from dashboard.components.ringkasan.kartu_ringkasan import kartu_ringkasan
from dashboard.components.simulasi.hasil import hasil_html
from dashboard.domain.dasar.indikator import Perilaku, Polaritas
from dashboard.domain.dasar.penjelasan import Kepastian
from dashboard.domain.dasar.periode import SampaiDengan
from dashboard.domain.dasar.skala import Status
from dashboard.domain.hitung.baris_hasil import baris_hasil
from dashboard.domain.hitung.tersegel import dengan_segel
from dashboard.domain.skenario.dasar import KunciUbahan
from dashboard.exports.berkas_xlsx import tulis_xlsx
from dashboard.services.kinerja import Kinerja, hitung_kinerja
from dashboard.services.ringkasan import ringkasan
from dashboard.services.simulasi import susun_simulasi
from tests.unit.bangun import ATURAN, TAHUN_UJI, data, indikator, laporan, target


def tanpa_sisa() -> Kinerja:
    """A reports nothing of 5 complaints, B 80 of 100."""
    a = indikator("A", jenis="IKU", polaritas=Polaritas.NEGATIF, rumus_capaian="T/R", perilaku=Perilaku.PROGRESS)
    b = indikator("B", jenis="IKU", perilaku=Perilaku.PROGRESS)
    sasaran = [target("TAHUN", 5), target("TAHUN", 100, "B")]
    isi = data([a, b], sasaran, [laporan("TW4", 0), laporan("TW4", 80, "B")])
    return hitung_kinerja(isi, SampaiDengan(TAHUN_UJI, 4))


def test_the_sentence_and_the_explanation_say_that_it_divides_by_zero() -> None:
    k = tanpa_sisa()
    h = k.hasil.indikator["A"]
    assert (h.status, h.persen) == (Status.MELAMPAUI, None)
    assert kalimat(h).endswith("melampaui tanpa angka capaian (pembagi nol).")
    panel = str(penjelasan_html(h, k.penjelasan("A"), {}, "pemilik", None))
    assert "5 ÷ 0: pembagi nol, melampaui tanpa angka" in panel
    assert panel.index("pembagi nol") < panel.index("Langkah")


def test_tables_bullets_gauges_boxes_and_bars_have_it_in_words() -> None:
    h = tanpa_sisa().hasil.indikator["A"]
    assert str(tabel_capaian_html([h], "Uji")).count("pembagi nol") == 2
    bullet = str(daftar_bullet_html([h], ATURAN.status, str))
    assert "</span> pembagi nol</span>" in bullet
    assert 'class="dk-warna dk-biru" style="width:100.00%"' in bullet
    assert gauge(h, ATURAN)["data"][0]["gauge"]["steps"]
    assert lencana([h])[0].teks == "Melampaui pembagi nol"


def test_a_mean_without_a_cap_says_that_it_holds_no_number_for_it() -> None:
    kartu = kartu_ringkasan(ringkasan(tanpa_sisa()), 4)[0]
    assert kartu.judul == "Rata-rata capaian IKU yang berangka"
    assert kartu.status is None
    assert kartu.keterangan == ("1 dari 2 IKU", "1 melampaui tanpa angka (pembagi nol)")


def test_a_scenario_that_reaches_it_says_so() -> None:
    k = tanpa_sisa()
    s = susun_simulasi(k)
    isi = str(hasil_html(s, s.hitung({KunciUbahan("A"): Decimal(4)}), ["A"]))
    assert "capaian pembagi nol → 125\xa0%" in isi


def test_the_exported_row_has_the_status_and_the_file_the_words(tmp_path: Path) -> None:
    k = tanpa_sisa()
    baris = baris_hasil(k.hasil.indikator["A"])
    assert (baris["capaian"], baris["status"]) == (None, "melampaui")
    tulis_xlsx({"instansi": "X", "indikator": [baris, baris_hasil(k.hasil.indikator["B"])]}, tmp_path / "k.xlsx")
    kepala, *isi = openpyxl.load_workbook(tmp_path / "k.xlsx")["indikator"].iter_rows(values_only=True)
    assert [satu[kepala.index("Capaian")] for satu in isi] == ["pembagi nol", 80]


def test_a_closed_quarter_that_kept_it_shows_it_as_it_was_kept() -> None:
    hasil = tanpa_sisa().hasil
    segel = {k: {**baris_hasil(h), "kepastian": Kepastian.DIHITUNG.value} for k, h in hasil.indikator.items()}
    h = dengan_segel(hasil, segel).indikator["A"]
    assert (h.status, h.persen, h.tak_hingga) == (Status.MELAMPAUI, None, True)
