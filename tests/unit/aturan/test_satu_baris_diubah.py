"""One row of the status classes is changed to 80: everything that shows or uses the bound follows."""

from dataclasses import replace
from datetime import date

import pytest

from dashboard.charts.gauge import gauge
from dashboard.charts.palet import pudar, warna
from dashboard.components.indikator.bullet import daftar_bullet_html
from dashboard.components.indikator.penjelasan import penjelasan_html
from dashboard.components.umum.tata import legenda_html
from dashboard.domain.dasar.skala import Status
from dashboard.domain.hitung.baris_hasil import baris_hasil
from dashboard.domain.temuan.periksa import Bahan, periksa
from dashboard.services.kinerja import Kinerja
from data_access.aturan import untuk
from tests.unit.aturan.conftest import Sisip
from tests.unit.services.bangun import iku, lapor, susun

HARI = date(2024, 6, 30)
BERWARNA = [s for s in Status if s.berwarna]


def hasil_78() -> Kinerja:
    """One IKU at 78 % of its target."""
    return susun((iku("A"),), (lapor("A", "TW1", 78), lapor("A", "TW2", 78)))


@pytest.fixture
def delapan_puluh(sisip: Sisip) -> Kinerja:
    sisip("kelas", "STATUS/perlu_perhatian", nilai="80", berlaku_mulai="2024-04-01")
    return hasil_78()


def test_the_status_its_explanation_and_the_export_follow(delapan_puluh: Kinerja) -> None:
    k = delapan_puluh
    h = k.hasil.indikator["A"]
    assert (h.status, baris_hasil(h)["status"]) == (Status.KRITIS, "kritis")
    assert h.kelas_status is not None
    assert h.kelas_status.ketentuan.peraturan == "Aturan dasbor"
    html = penjelasan_html(h, k.penjelasan("A"), {}, "pemilik", None)
    assert "<dt>Dasar status Kritis</dt>" in html


def test_the_quarter_before_the_row_begins_keeps_its_status(delapan_puluh: Kinerja) -> None:
    assert [t.status for t in delapan_puluh.tren("A")] == [Status.PERLU_PERHATIAN, Status.KRITIS]


def test_the_bullets_and_their_scale_follow(delapan_puluh: Kinerja) -> None:
    html = daftar_bullet_html(delapan_puluh.utama(), delapan_puluh.aturan.status, lambda _: "#")
    assert "80\xa0%</span>" in html
    assert "76" not in html
    assert f"width:{80 / 1.25:.2f}%" in html


def test_the_gauge_bands_follow(delapan_puluh: Kinerja) -> None:
    figur = gauge(delapan_puluh.hasil.indikator["A"], delapan_puluh.aturan)
    jarum = figur["data"][0]["gauge"]
    merah = next(p for p in jarum["steps"] if p["color"] == pudar(warna(Status.KRITIS), 0.22))
    assert merah["range"][1] == pytest.approx(80, abs=0.01)
    assert jarum["bar"]["color"] == warna(Status.KRITIS)


def test_the_legend_says_the_bound_in_words(delapan_puluh: Kinerja) -> None:
    html = legenda_html(BERWARNA, delapan_puluh.aturan.status)
    assert "80\xa0% ke atas, di bawah 100\xa0%" in html
    assert "di bawah 80\xa0%" in html
    assert "76" not in html


def test_the_register_looks_at_the_rows_in_force(sisip: Sisip) -> None:
    bahan = Bahan(hasil_78().data, untuk(HARI))
    assert not _kelas_ganda(bahan)
    sisip("kelas", "STATUS/perlu_perhatian", nilai="80", berlaku_mulai="2024-04-01")
    assert not _kelas_ganda(replace(bahan, aturan=untuk(HARI)))
    sisip("kelas", "STATUS/perlu_perhatian", nilai="100", berlaku_mulai="2024-04-02")
    assert _kelas_ganda(replace(bahan, aturan=untuk(HARI))) == ["kelas_aturan:STATUS"]


def _kelas_ganda(bahan: Bahan) -> list[str]:
    return [t.kode for t in periksa(bahan) if t.aturan == "kelas_aturan"]
