"""The tree on A3 sheets: every box on one, sheets that are filled, text that can be read, as SVG and as PDF."""

import io
import re
import xml.etree.ElementTree as ET
import zipfile
from itertools import combinations

import pytest

from dashboard.exports.pohon_halaman import A3, SKALA_TERKECIL, halaman_pdf, halaman_svg, halaman_zip
from dashboard.exports.pohon_svg import SKALA_TERBESAR, TEPI, TINGGI_JUDUL
from tests.unit.bangun_pohon import TAHUN_CONTOH
from tests.unit.exports.test_cascading import TEKS, bahan

PENUH = 0.85
TITIK = (1190.55, 841.89)
"""An A3 sheet in points of 1/72 inch."""


def tulisan(svg: str) -> set[str]:
    return {e.text or "" for e in ET.fromstring(svg).iter(TEKS)}


def besar(svg: str) -> float:
    """How many times its size the tree is drawn on a sheet."""
    skala = re.search(r"scale\(([\d.]+)\)", svg)
    return float(skala[1]) if skala else 1.0


def kotak(svg: str) -> list[tuple[float, float, float, float]]:
    """Left, top, right and bottom of each box on the sheet."""
    letak = re.search(r'translate\(([\d.]+) ([\d.]+)\)(?: scale\([\d.]+\))?">', svg)
    assert letak
    bidang = re.findall(
        r'<g transform="translate\(([\d.]+) ([\d.]+)\)">\s*<rect width="([\d.]+)" height="([\d.]+)"', svg
    )
    kiri, atas, kali = float(letak[1]), float(letak[2]), besar(svg)
    return [
        (kiri + x * kali, atas + y * kali, kiri + (x + lebar) * kali, atas + (y + tinggi) * kali)
        for x, y, lebar, tinggi in ([float(n) for n in satu] for satu in bidang)
    ]


@pytest.mark.parametrize("kode", TAHUN_CONTOH)
def test_every_box_stands_on_a_sheet_and_again_only_above_others_of_its_branches(kode: str) -> None:
    b = bahan(kode)
    semua = [tulisan(svg) for svg in halaman_svg(b)]
    for satu in b.pohon.simpul:
        lembar = [isi for isi in semua if satu in isi]
        assert lembar, satu
        anak = [isi & set(b.pohon.anak[satu]) for isi in lembar]
        assert len(lembar) == 1 or all(anak), satu


@pytest.mark.parametrize("kode", TAHUN_CONTOH)
def test_a_sheet_is_a3_with_text_that_can_be_read(kode: str) -> None:
    for svg in halaman_svg(bahan(kode)):
        akar = ET.fromstring(svg)
        assert (akar.attrib["width"], akar.attrib["height"]) == (str(A3[0]), str(A3[1]))
        assert akar.attrib["viewBox"] == f"0 0 {A3[0]} {A3[1]}"
        assert SKALA_TERKECIL <= besar(svg) <= SKALA_TERBESAR


@pytest.mark.parametrize("kode", TAHUN_CONTOH)
def test_no_box_leaves_its_sheet_or_lies_on_another(kode: str) -> None:
    for svg in halaman_svg(bahan(kode)):
        bidang = kotak(svg)
        assert bidang
        for kiri, atas, kanan, bawah in bidang:
            assert TEPI - 1 <= kiri < kanan <= A3[0] - TEPI + 1
            assert TEPI + TINGGI_JUDUL - 1 <= atas < bawah <= A3[1] - TEPI
        for (a, b, c, d), (e, f, g, h) in combinations(bidang, 2):
            assert c <= e or g <= a or d <= f or h <= b


@pytest.mark.parametrize("kode", TAHUN_CONTOH)
def test_a_tree_fills_its_sheet_in_one_direction_or_is_drawn_as_large_as_any(kode: str) -> None:
    for svg in halaman_svg(bahan(kode)):
        kiri, _, kanan, bawah = (f(n) for f, n in zip((min, min, max, max), zip(*kotak(svg), strict=True), strict=True))
        penuh = kanan - kiri > PENUH * (A3[0] - 2 * TEPI) or bawah > PENUH * A3[1]
        assert penuh or besar(svg) == SKALA_TERBESAR, tulisan(svg)


@pytest.mark.parametrize(("kode", "jumlah"), [("BANTEN", 1), ("PK", 1), ("PEMALANG", 5), ("PASER", 10)])
def test_branches_share_a_sheet_as_long_as_they_can_be_read(kode: str, jumlah: int) -> None:
    assert len(halaman_svg(bahan(kode))) == jumlah


def test_a_box_that_is_torn_from_those_above_names_them() -> None:
    b = bahan("PEMALANG")
    for svg in halaman_svg(b):
        isi = tulisan(svg) & set(b.pohon.simpul)
        atas = min((b.pohon.jalur(kode) for kode in isi), key=len)[:-1]
        baris = " ".join(t for t in tulisan(svg) if "lembar " in t or " › " in t)
        assert all(kode in baris for kode in atas)


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
