"""The difference of two percentages is counted in points, in whatever sentence it stands."""

import re
from collections.abc import Iterator
from decimal import Decimal

import pytest

from dashboard.charts.kalimat import beda_bersatuan, kalimat
from dashboard.charts.kalimat_agenda import kalimat_celah
from dashboard.charts.simulasi import beda_nilai, kalimat_gabungan, kalimat_langkah, kalimat_pencarian, kalimat_simpul
from dashboard.domain.dasar.hak import PERENCANA_BAWAAN
from dashboard.domain.dasar.periode import SampaiDengan
from dashboard.domain.dasar.satuan_ukur import persen
from dashboard.domain.entri.agenda import Prioritas
from dashboard.domain.hitung.hasil import HasilIndikator
from dashboard.domain.skenario.dasar import KunciUbahan
from dashboard.services.kinerja import Kinerja, kinerja
from dashboard.services.simulasi import Simulasi, susun_simulasi
from tests.pages.alat import CONTOH
from tests.sample_database import sample_engine

D = Decimal
TANPA_POIN = re.compile(
    r"\b(?:kurangi?|lebih|naik|turun|tambah|selisih|batas|sebanyak) [+-]?[\d.]*\d(?:,\d+)?(?! poin|\d|,)"
)


@pytest.mark.parametrize(
    ("beda", "satuan", "kata"),
    [
        ("-4.17", "%", "4,17 poin"),
        ("4.17", "Persen", "4,17 poin"),
        ("12", "Indeks", "12 poin"),
        ("-3", "dokumen", "3 dokumen"),
        ("0.0004", "%", "0,0004 poin"),
    ],
)
def test_a_difference_bears_its_unit_and_is_never_nought(beda: str, satuan: str, kata: str) -> None:
    assert beda_bersatuan(D(beda), satuan) == kata


def kalimat_semua(k: Kinerja, h: HasilIndikator, s: Simulasi) -> Iterator[str]:
    """Every sentence in which a difference of that indicator stands."""
    yield kalimat(h)
    if h.persen is not None and h.nilai is not None:
        yield kalimat_celah(Prioritas(h, k.pemilik(h.kode), k.sd), k.sd)
        kunci = next((satu for satu in s.kunci_untuk(h.kode) if satu == KunciUbahan(h.kode)), None)
        if kunci is None or not h.nilai:
            return
        ubahan = {kunci: h.nilai * D("0.9")}
        (simpul,) = (n for n in s.hitung(ubahan).simpul.values() if n.kode == h.kode)
        yield kalimat_simpul(simpul)
        yield f"selisih {beda_nilai(simpul)}" if simpul.berubah else ""


@pytest.mark.parametrize("triwulan", [2, 3])
@pytest.mark.parametrize(("instansi", "tahun"), CONTOH)
def test_no_sentence_of_a_percentage_leaves_its_difference_without_points(
    instansi: str, tahun: int, triwulan: int
) -> None:
    k = kinerja(sample_engine(), PERENCANA_BAWAAN, instansi, SampaiDengan(tahun, triwulan))
    s = susun_simulasi(k)
    persentase = [h for h in k.hasil.indikator.values() if persen(h.indikator.satuan)]
    semua = [(h.kode, satu) for h in persentase for satu in kalimat_semua(k, h, s)]
    assert [satu for satu in semua if TANPA_POIN.search(satu[1])] == []
    assert not persentase or any("poin" in satu for _, satu in semua)


def test_what_is_sought_for_a_percentage_is_told_in_points() -> None:
    k = kinerja(sample_engine(), PERENCANA_BAWAAN, "PEMALANG", SampaiDengan(2025, 3))
    s = susun_simulasi(k)
    semua = []
    for h in k.hasil.indikator.values():
        if not persen(h.indikator.satuan) or h.nilai is None or h.target.sampai is None:
            continue
        for kunci in s.kunci_untuk(h.kode)[:1]:
            satuan = s.satuan(kunci)
            p = s.cari({}, kunci, h.kode, h.nilai + 1)
            if persen(satuan):
                semua.append(kalimat_pencarian(p, s.nama(kunci), satuan, h))
            g = s.gabungan({}, h.kode, h.nilai + 1)
            if g.langkah and all(persen(s.satuan(satu.kunci)) for satu in g.langkah):
                semua += [kalimat_langkah(satu, s.nama(satu.kunci), s.satuan(satu.kunci)) for satu in g.langkah]
                semua.append(kalimat_gabungan(g, p, {satu.kunci: s.satuan(satu.kunci) for satu in g.langkah}, h))
    assert [satu for satu in semua if TANPA_POIN.search(satu)] == []
    assert any("poin" in satu for satu in semua)
