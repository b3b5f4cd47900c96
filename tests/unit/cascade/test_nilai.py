"""What moves when a leaf moves, and which leaves stand behind a shortfall."""

from dataclasses import replace
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from dashboard.domain.cascade.kontribusi import Cara, kontribusi
from dashboard.domain.cascade.penyebab import Kekurangan, kekurangan
from dashboard.domain.dasar.indikator import DataKinerja, Indikator, Instansi, Komponen, Realisasi, Rumus, Sifat, Target
from dashboard.domain.dasar.penjelasan import Kepastian
from dashboard.domain.dasar.skala import Status
from dashboard.domain.hitung.rumus import KEPASTIAN_SIFAT, komponen_per_induk
from tests.unit.bangun_pohon import TAHUN_CONTOH, contoh, dengan_nilai, graph, hasil, lapor, pohon

PEMALANG_TW4 = {"KEG_09_1": 10, "KEG_10_1": 90, "SUB_16_1": 100, "KEG_11_1": 80, "SUB_18_1": 100, "SUB_19_1": 5}


def pemalang() -> DataKinerja:
    data = lapor(contoh("PEMALANG"), **PEMALANG_TW4)
    variabel = tuple(
        Realisasi(k, data.tahun, "TW4", Decimal(n)) for k, n in (("TOTAL_DATA", 1000), ("PENGAJUAN_CERAI", 10))
    )
    return replace(data, realisasi=(*data.realisasi, *variabel))


def ada(nilai: Decimal | None) -> Decimal:
    assert nilai is not None
    return nilai


def sebab(data: DataKinerja, kode: str, triwulan: int = 4) -> Kekurangan:
    h = hasil(data, triwulan)
    return kekurangan(h, pohon(data), data.komponen, kode)


def test_no_change_gives_the_official_number_in_every_node() -> None:
    for kode in TAHUN_CONTOH:
        g = graph(contoh(kode))
        tetap = {k: n.nilai for k, n in g.nilai.items() if n.nilai is not None}
        for satu, nilai in tetap.items():
            baru = dengan_nilai(g, {satu: nilai})
            assert {k: baru[k].nilai for k in tetap} == tetap


def test_a_leaf_of_bantens_merit_moves_its_criterion_and_the_iku_exactly() -> None:
    g = graph(contoh("BANTEN"))
    daun = g.structure.leaves("IKU-03")
    assert len(daun) == 37
    for kode in daun:
        kriteria = kode.split(".")[0]
        baru = dengan_nilai(g, {kode: ada(g.nilai[kode].nilai) + Decimal("0.25")})
        for atas in (kriteria, "IKU-03"):
            assert ada(baru[atas].nilai) - ada(g.nilai[atas].nilai) == Decimal("0.25")
        berubah = {k for k in baru if baru[k].nilai != g.nilai[k].nilai}
        assert berubah == {kode, kriteria, "IKU-03"}


def test_more_decrees_with_the_same_number_on_time_lower_prg_06() -> None:
    g = graph(pemalang())
    awal = ada(g.nilai["PRG-06.1"].nilai)
    assert awal == (Decimal(99) + 90 + 80 + 50) / 4
    baru = dengan_nilai(g, {"SUB-16.1": Decimal(120)})
    assert ada(baru["PRG-06.1"].nilai) - awal == Decimal("-3.75")


def test_a_value_never_crosses_a_link_without_arithmetic() -> None:
    for kode in TAHUN_CONTOH:
        data = contoh(kode)
        g = graph(data, 3)
        buntu = {
            k.komponen
            for k in data.komponen
            if KEPASTIAN_SIFAT[k.sifat] in (Kepastian.HANYA_ARAH, Kepastian.TIDAK_DIKETAHUI)
        } - {k.komponen for ks in g.bagian.values() for k in ks}
        for satu in buntu & set(g.indikator):
            baru = dengan_nilai(g, {satu: Decimal(12345)})
            assert {k for k in baru if baru[k].nilai != g.nilai[k].nilai} <= {satu}


def test_a_report_keeps_its_distance_from_the_formula() -> None:
    data = contoh("BANTEN")
    g = graph(
        replace(
            data,
            realisasi=(
                *(r for r in data.realisasi if r.indikator != "IKU-03"),
                Realisasi("IKU-03", data.tahun, "TW4", Decimal(300)),
            ),
        )
    )
    baru = dengan_nilai(g, {"KRT-01.a": ada(g.nilai["KRT-01.a"].nilai) + Decimal("0.5")})
    assert baru["IKU-03"].nilai == Decimal("300.5")


BOBOT = st.integers(1, 20)
NILAI = st.decimals(0, 200, places=2)


@given(st.lists(st.tuples(BOBOT, NILAI), min_size=1, max_size=8))
def test_the_parent_of_a_weighted_mean_lies_between_its_children(anak: list[tuple[int, Decimal]]) -> None:
    g = graph(rerata(anak))
    nilai = [n for _, n in anak]
    assert min(nilai) <= ada(g.nilai["M"].nilai).quantize(Decimal("0.0001")) <= max(nilai)


@given(st.lists(st.tuples(BOBOT, NILAI), min_size=1, max_size=8))
def test_contributions_to_a_weighted_mean_add_up_to_it(anak: list[tuple[int, Decimal]]) -> None:
    data = rerata(anak)
    h = hasil(data)
    isi = kontribusi(h, "M", komponen_per_induk(data.komponen)["M"])
    assert {k.cara for k in isi} == {Cara.PASTI}
    assert abs(sum(ada(k.bagian) for k in isi) - ada(h.indikator["M"].nilai)) < Decimal("1e-20")
    penuh = {k.komponen.komponen: Decimal(100) for k in isi}
    baru = ada(dengan_nilai(h.graph, penuh)["M"].nilai)
    assert abs(sum(ada(k.pengaruh) for k in isi) - (baru - ada(h.indikator["M"].nilai))) < Decimal("1e-20")


def rerata(anak: list[tuple[int, Decimal]]) -> DataKinerja:
    kode = [f"A{n}" for n in range(len(anak))]
    return DataKinerja(
        Instansi("X", "X"),
        2025,
        "v",
        indikator=(
            Indikator("M", "S", "Rerata", "program", rumus=Rumus.RERATA),
            *(Indikator(k, "S", k, "kegiatan") for k in kode),
        ),
        komponen=tuple(
            Komponen("M", k, Sifat.TERTULIS, bobot=Decimal(b)) for k, (b, _) in zip(kode, anak, strict=True)
        ),
        target=tuple(Target(k, 2025, "TAHUN", Decimal(100)) for k in ("M", *kode)),
        realisasi=tuple(Realisasi(k, 2025, "TW4", n) for k, (_, n) in zip(kode, anak, strict=True)),
    )


def test_in_a_ratio_contributions_are_taken_one_at_a_time_and_say_so() -> None:
    data = pemalang()
    h = hasil(data)
    isi = kontribusi(h, "PRG-06.1", komponen_per_induk(data.komponen)["PRG-06.1"])
    cara = {(k.komponen.komponen, k.komponen.peran.value): k.cara for k in isi}
    assert cara["KEG-10.1", "pembilang"] is cara["SUB-16.1", "penyebut"] is Cara.SATU_PER_SATU
    assert cara["KEG-12.1", "suku"] is Cara.HANYA_ARAH
    assert all(k.bagian is None for k in isi)


def test_a_shortfall_of_a_sum_is_explained_in_points_of_the_parent() -> None:
    data = contoh("BANTEN")
    kriteria = next(k for k in ("KRT-01", "KRT-03") if ada(hasil(data).indikator[k].persen) < 100)
    penyebab = sebab(data, kriteria).penyebab
    assert penyebab
    assert {p.cara for p in penyebab} == {Cara.PASTI}
    poin = [ada(p.poin) for p in penyebab]
    assert poin == sorted(poin, reverse=True)
    h = hasil(data).indikator
    for p in penyebab:
        sampai = h[p.kode].target.sampai
        assert sampai is not None
        assert p.poin == ada(sampai.acuan) - ada(h[p.kode].nilai)


def test_where_no_arithmetic_reaches_only_the_lowest_below_are_named() -> None:
    data = contoh("PASER")
    h = hasil(data).indikator
    merah = next(k for k in h if h[k].indikator.jenis == "IKU" and h[k].status is Status.PERLU_PERHATIAN)
    penyebab = sebab(data, merah).penyebab
    assert 1 <= len(penyebab) <= 3
    assert {(p.cara, p.poin) for p in penyebab} == {(Cara.HANYA_ARAH, None)}
    assert all(ada(h[p.kode].persen) < 100 for p in penyebab)


def test_nothing_is_blamed_for_an_indicator_on_its_target() -> None:
    assert sebab(contoh("BANTEN"), "IKU-03").penyebab == ()


def test_leaves_that_have_not_reported_are_named_beside_the_others() -> None:
    assert "SUB-01.1" in sebab(contoh("PEMALANG"), "KEG-01.1").belum
