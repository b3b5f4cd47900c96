"""The tree on A3 sheets: every box on one, a sasaran never shared, text that can be read, as SVG and as PDF."""

import io
import re
import xml.etree.ElementTree as ET
import zipfile

import pytest

from dashboard.exports.pohon_halaman import A3, SKALA_TERKECIL, halaman_pdf, halaman_svg, halaman_zip
from tests.unit.bangun_pohon import TAHUN_CONTOH
from tests.unit.exports.test_cascading import TEKS, bahan

TITIK = (1190.55, 841.89)
"""An A3 sheet in points of 1/72 inch."""


def tulisan(svg: str) -> set[str]:
    return {e.text or "" for e in ET.fromstring(svg).iter(TEKS)}


@pytest.mark.parametrize("kode", TAHUN_CONTOH)
def test_every_box_stands_on_one_sheet_or_above_it_in_its_caption(kode: str) -> None:
    b = bahan(kode)
    semua = [tulisan(svg) for svg in halaman_svg(b)]
    for satu, simpul in b.pohon.simpul.items():
        kotak = sum(satu in isi for isi in semua)
        if simpul.jenjang == "tujuan" and b.pohon.anak[satu]:
            assert any(f"di bawah {satu}" in teks for isi in semua for teks in isi)
        else:
            assert kotak >= 1, satu
        assert kotak <= max(1, len(b.pohon.anak[satu])), satu


@pytest.mark.parametrize("kode", TAHUN_CONTOH)
def test_a_sheet_is_a3_with_text_that_can_be_read(kode: str) -> None:
    for svg in halaman_svg(bahan(kode)):
        akar = ET.fromstring(svg)
        assert (akar.attrib["width"], akar.attrib["height"]) == (str(A3[0]), str(A3[1]))
        lebar, tinggi = (float(n) for n in akar.attrib["viewBox"].split()[2:])
        assert A3[0] <= lebar <= A3[0] / SKALA_TERKECIL + 1
        assert lebar / tinggi == pytest.approx(A3[0] / A3[1], rel=0.01)


def test_two_sasaran_never_share_a_sheet() -> None:
    b = bahan("PEMALANG")
    sasaran = {kode for kode, s in b.pohon.simpul.items() if s.jenjang == "sasaran"}
    assert len(sasaran) > 1
    for svg in halaman_svg(b):
        milik = {s for kode in tulisan(svg) & set(b.pohon.simpul) for s in b.pohon.jalur(kode) if s in sasaran}
        assert len(milik) == 1


def test_a_part_of_the_tree_has_only_its_sheets() -> None:
    b = bahan("PEMALANG")
    semua = set().union(*(tulisan(svg) for svg in halaman_svg(b, "PRG-06")))
    assert semua & set(b.pohon.simpul) == {kode for kode, _ in b.pohon.telusuri("PRG-06")}


def test_the_sheets_come_as_one_pdf_of_a3_pages_and_as_an_archive_of_svg() -> None:
    b = bahan("BANTEN")
    jumlah = len(halaman_svg(b))
    halaman = re.findall(rb"/MediaBox \[ 0 0 ([\d.]+) ([\d.]+) \]", halaman_pdf(b))
    assert len(halaman) == jumlah
    for ukuran in halaman:
        assert [float(n) for n in ukuran] == pytest.approx(TITIK, abs=1)
    with zipfile.ZipFile(io.BytesIO(halaman_zip(b))) as arsip:
        assert arsip.namelist() == [f"lembar-{n:02d}.svg" for n in range(1, jumlah + 1)]
        assert arsip.read("lembar-01.svg").decode() == halaman_svg(b)[0]
