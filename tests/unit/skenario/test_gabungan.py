"""Where one input cannot do it alone: the smallest mix that can."""

from decimal import Decimal
from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.domain.dasar.indikator import DataKinerja, Indikator, Instansi, Komponen, Realisasi, Rumus, Sifat, Target
from dashboard.domain.skenario.dasar import DasarSkenario, KunciUbahan
from dashboard.domain.skenario.gabungan import cari_gabungan
from dashboard.domain.skenario.hitungan import hitung_skenario
from tests.contoh_dasar import dasar_contoh
from tests.unit.skenario.test_cari_nilai import dasar_di

D = Decimal


def jumlah(nilai: list[tuple[int, int, int]]) -> DasarSkenario:
    """P sums its parts by their weights; of each part: what is done, its target, its weight."""
    bagian = [f"A{n}" for n in range(len(nilai))]
    return dasar_di(
        DataKinerja(
            Instansi("X", "X"),
            2025,
            "v",
            indikator=(
                Indikator("P", "S", "P", "program", satuan="dokumen", rumus=Rumus.JUMLAH),
                *(Indikator(a, "S", a, "kegiatan", satuan="dokumen") for a in bagian),
            ),
            komponen=tuple(
                Komponen("P", a, Sifat.TERTULIS, bobot=D(b)) for a, (_, _, b) in zip(bagian, nilai, strict=True)
            ),
            target=tuple(Target(a, 2025, "TAHUN", D(t)) for a, (_, t, _) in zip(bagian, nilai, strict=True)),
            realisasi=tuple(Realisasi(a, 2025, "TW1", D(n)) for a, (n, _, _) in zip(bagian, nilai, strict=True)),
        ),
        1,
    )


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 4), st.integers(1, 5), st.integers(1, 3)), min_size=2, max_size=3), st.data())
def test_no_other_mix_needs_less(nilai: list[tuple[int, int, int]], data: st.DataObject) -> None:
    dasar = jumlah(nilai)
    kini = sum(n * b for n, _, b in nilai)
    terbanyak = sum(max(n, t) * b for n, t, b in nilai)
    tujuan = data.draw(st.integers(kini + 1, terbanyak + 1))
    kunci = [KunciUbahan(f"A{n}") for n in range(len(nilai))]
    g = cari_gabungan(dasar, {}, kunci, "P", D(tujuan))
    semua = product(*(range(max(t - n, 0) + 1) for n, t, _ in nilai))
    cukup = [sum(p) for p in semua if kini + sum(x * b for x, (_, _, b) in zip(p, nilai, strict=True)) >= tujuan]
    assert g.tercapai is bool(cukup)
    if cukup:
        assert g.total == min(cukup)
        assert hitung_skenario(dasar, g.ubahan).baru(dasar, "P").nilai == g.hasil
    else:
        assert g.hasil == terbanyak


def test_two_documents_of_two_kinds_close_what_neither_closes_alone() -> None:
    g = cari_gabungan(
        dasar_contoh("PEMALANG", 3),
        {},
        [KunciUbahan(k) for k in ("SUB-41.1", "SUB-42.1", "SUB-43.1")],
        "KEG-18.1",
        D(10),
    )
    assert [(satu.kunci.kode, satu.dari, satu.ke) for satu in g.langkah] == [
        ("SUB-41.1", D(0), D(1)),
        ("SUB-43.1", D(7), D(8)),
    ]
    assert (g.total, g.hasil, g.tercapai) == (D(2), D(10), True)
