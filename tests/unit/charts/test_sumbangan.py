"""Contributions as they are shown: parts that add up to the total beside them, and no row that says nothing."""

import re
from decimal import Decimal

from dashboard.components.pohon.rincian import bagian_tampil
from dashboard.components.simulasi.hasil import hasil_html
from dashboard.domain.cascade.kontribusi import kontribusi
from dashboard.domain.dasar.indikator import Perilaku, Rumus
from dashboard.domain.dasar.periode import SampaiDengan
from dashboard.domain.skenario.dasar import KunciUbahan, Ubahan
from dashboard.services.kinerja import Kinerja, hitung_kinerja
from dashboard.services.simulasi import susun_simulasi
from tests.unit.bangun import TAHUN_UJI, data, indikator, komponen, laporan, rasio, target

D = Decimal


def rerata(**nilai: int) -> Kinerja:
    """P, the mean of these parts."""
    anak = [indikator(k, perilaku=Perilaku.PROGRESS) for k in nilai]
    isi = data(
        [indikator("P", rumus=Rumus.RERATA), *anak],
        [target("TAHUN", 100, "P")],
        [laporan("TW4", n, k) for k, n in nilai.items()],
        [komponen("P", k) for k in nilai],
    )
    return hitung_kinerja(isi, SampaiDengan(TAHUN_UJI, 4))


def baris(k: Kinerja, ubahan: Ubahan) -> list[tuple[str, str]]:
    s = susun_simulasi(k)
    isi = str(hasil_html(s, s.hitung(ubahan), ["P"])).partition("Sumbangan tiap masukan")[2].partition("</ul>")[0]
    nama = re.findall(r"<li>\s*<span>([^<]+)</span>", isi)
    return list(zip(nama, re.findall(r'<b class="dk-angka">([^<]+)</b>', isi), strict=True))


def test_three_equal_parts_of_a_mean_add_up_to_it_and_nothing_is_left_for_their_combination() -> None:
    k = rerata(A=50, B=50, C=50)
    assert baris(k, {KunciUbahan(kode): D(51) for kode in "ABC"}) == [
        ("A", "+0,34 poin"),
        ("B", "+0,33 poin"),
        ("C", "+0,33 poin"),
    ]


def test_what_only_the_combination_does_keeps_its_row() -> None:
    isi = data(
        [indikator("P", rumus=Rumus.RASIO, satuan="%"), indikator("A", satuan="poin"), indikator("B", satuan="poin")],
        [target("TAHUN", 100, "P")],
        [laporan("TW4", 50, "A"), laporan("TW4", 100, "B")],
        rasio("P", "A", "B"),
    )
    k = hitung_kinerja(isi, SampaiDengan(TAHUN_UJI, 4))
    hasil = baris(k, {KunciUbahan("A"): D(60), KunciUbahan("B"): D(90)})
    assert [nama for nama, _ in hasil] == ["A", "B", "hanya bersama-sama"]
    assert sum(D(n.removesuffix(" poin").replace(",", ".")) for _, n in hasil) == D("16.67")


def test_what_the_parts_of_a_mean_give_adds_up_to_the_mean_in_the_cascade() -> None:
    k = rerata(A=100, B=100, C=100)
    turun = kontribusi(k.hasil, "P", k.data.komponen)
    tampil = [satu.bagian for satu in bagian_tampil(turun, k.hasil.indikator["P"].simpul.terhitung)]
    assert tampil == [D("33.34"), D("33.33"), D("33.33")]
