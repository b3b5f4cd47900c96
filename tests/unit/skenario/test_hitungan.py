"""A scenario is the official calculation over changed inputs, for every agency of the samples and every quarter."""

from dataclasses import replace
from decimal import Decimal

import pytest

from dashboard.domain.dasar.indikator import Perilaku, Realisasi, Rumus
from dashboard.domain.dasar.penjelasan import Kepastian
from dashboard.domain.dasar.periode import SampaiDengan
from dashboard.domain.dasar.skala import Status
from dashboard.domain.hitung.hasil import HasilIndikator
from dashboard.domain.skenario.dasar import BAGIAN_TARGET, Bagian, DasarSkenario, KunciUbahan, susun_dasar
from dashboard.domain.skenario.hitungan import HasilSkenario, dasar_skenario, hitung_skenario, sumbangan
from data_access.aturan import untuk
from tests.contoh_dasar import POSISI, dasar_contoh
from tests.unit.bangun import TAHUN_UJI, data, hitung, indikator, jumlah, komponen, laporan, rasio, sd, target
from tests.unit.skenario.dilaporkan import hasil_dilaporkan, sama

D = Decimal
ATURAN = untuk(sd().hari_akhir)


def angka(h: HasilIndikator) -> tuple[object, ...]:
    """Everything of a result that a screen shows as official."""
    tahunan = h.capaian_tahunan.nilai if h.capaian_tahunan else None
    return h.nilai, h.persen, tahunan, h.status, h.predikat, h.skala


def nilai(dasar: DasarSkenario, kode: str) -> Decimal:
    isi = dasar.nilai(kode).nilai
    assert isi is not None
    return isi


def pasangan(hasil: HasilSkenario, kode: str) -> tuple[Decimal, Decimal]:
    """The value of an indicator before and after."""
    lama, baru = hasil.simpul[kode].lama.nilai, hasil.simpul[kode].baru.nilai
    assert lama is not None
    assert baru is not None
    return lama, baru


def kunci_semua(dasar: DasarSkenario) -> list[KunciUbahan]:
    kode = [*dasar.hasil.indikator, *dasar.variabel]
    nilai = [KunciUbahan(k) for k in kode if dasar.nilai(k).nilai is not None]
    target = [KunciUbahan(k, bagian) for k in dasar.hasil.indikator for bagian in BAGIAN_TARGET]
    return [*nilai, *(k for k in target if dasar.nilai_kunci(k) is not None)]


@pytest.mark.parametrize(("instansi", "tw"), POSISI)
def test_no_change_is_the_official_number_in_every_node(instansi: str, tw: int) -> None:
    dasar = dasar_contoh(instansi, tw)
    assert hitung_skenario(dasar, {}).simpul == {}
    assert dasar_skenario(dasar, {}).hasil is dasar.hasil


@pytest.mark.parametrize(("instansi", "tw"), POSISI)
def test_every_input_set_to_its_own_value_changes_nothing(instansi: str, tw: int) -> None:
    dasar = dasar_contoh(instansi, tw)
    ubahan = {k: nilai for k in kunci_semua(dasar) if (nilai := dasar.nilai_kunci(k)) is not None}
    penuh = dasar_skenario(dasar, ubahan).hasil.indikator
    beda = [k for k, h in dasar.hasil.indikator.items() if angka(h) != angka(penuh[k])]
    assert beda == []
    skenario = hitung_skenario(dasar, ubahan)
    assert [s.kode for s in skenario.simpul.values() if s.berubah or s.pindah_kelas] == []
    assert skenario.jepitan == ()
    assert skenario.arah == ()


@pytest.mark.parametrize(("instansi", "tw"), POSISI)
def test_many_changes_at_once_equal_the_official_calculation_over_what_an_agency_would_have_reported(
    instansi: str, tw: int
) -> None:
    dasar = dasar_contoh(instansi, tw)
    for langkah, faktor in ((7, D("1.02")), (11, D("0.97"))):
        ubahan = {k: (dasar.nilai_kunci(k) or D(0)) * faktor for k in kunci_semua(dasar)[::langkah]}
        skenario = hitung_skenario(dasar, ubahan)
        segar = hasil_dilaporkan(dasar, skenario).indikator
        assert {k: sama(skenario.baru(dasar, k)) for k in segar} == {k: sama(h) for k, h in segar.items()}


@pytest.mark.parametrize(("instansi", "tw"), POSISI)
def test_a_better_realisation_never_lowers_its_own_capaian(instansi: str, tw: int) -> None:
    dasar = dasar_contoh(instansi, tw)
    for kode, h in dasar.hasil.indikator.items():
        if h.nilai is None or h.persen is None:
            continue
        arah = 1 if h.indikator.polaritas == "positif" else -1
        for tambah in (D("0.01"), D(1), D(40)):
            baru = hitung_skenario(dasar, {KunciUbahan(kode): h.nilai + arah * tambah}).simpul[kode].baru
            assert baru.persen is not None
            assert baru.persen >= h.persen, kode


def test_a_sub_item_of_banten_moves_criterion_and_index_by_the_same_points() -> None:
    dasar = dasar_contoh("BANTEN", 4)
    lama = {k: nilai(dasar, k) for k in ("KRT-05.a", "KRT-05", "IKU-03")}
    hasil = hitung_skenario(dasar, {KunciUbahan("KRT-05.a"): lama["KRT-05.a"] + D("2.25")})
    assert {k: s.baru.nilai for k, s in hasil.simpul.items()} == {k: n + D("2.25") for k, n in lama.items()}
    assert hasil.simpul["IKU-03"].kepastian is Kepastian.DIHITUNG_DENGAN_ASUMSI
    bagian = sumbangan(dasar, hasil.ubahan, "IKU-03")
    assert bagian is not None
    assert dict(bagian.per_ubahan) == {KunciUbahan("KRT-05.a"): D("2.25")}


def test_a_reported_value_keeps_its_difference_and_says_so() -> None:
    dasar = dasar_contoh("PEMALANG", 3)
    hasil = hitung_skenario(dasar, {KunciUbahan("SUB-10.1"): nilai(dasar, "SUB-10.1") + 5})
    simpul = hasil.simpul["KEG-07.1"]
    assert (simpul.lama.nilai, simpul.baru.nilai, simpul.selisih) == (D(282), D(287), D(-4))


def test_more_decrees_with_the_same_number_on_time_lower_the_percentage() -> None:
    dasar = dasar_contoh("PEMALANG", 3)
    sk = nilai(dasar, "SUB-16.1")
    lama, baru = pasangan(hitung_skenario(dasar, {KunciUbahan("SUB-16.1"): sk + 20}), "PRG-06.1")
    assert baru < lama


def test_hiring_raises_the_filled_posts_and_lowers_the_mapped_share() -> None:
    dasar = dasar_contoh("PEMALANG", 3)
    asn = nilai(dasar, "JUMLAH_ASN")
    hasil = hitung_skenario(dasar, {KunciUbahan("JUMLAH_ASN"): asn + 500})
    terisi, terpetakan = pasangan(hasil, "PRG-01.1"), pasangan(hasil, "PRG-04.1")
    assert terisi[1] > terisi[0]
    assert terpetakan[1] < terpetakan[0]


def test_the_share_of_good_performers_follows_the_head_count() -> None:
    dasar = dasar_contoh("PASER", 4)
    asn = nilai(dasar, "JUMLAH_ASN")
    lama, baru = pasangan(hitung_skenario(dasar, {KunciUbahan("JUMLAH_ASN"): asn * 2}), "IKI-38-001")
    assert abs(baru * 2 - lama) < D("1e-20")


def test_no_number_crosses_a_contribution_or_an_outside_score() -> None:
    dasar = dasar_contoh("PEMALANG", 3)
    hasil = hitung_skenario(dasar, {KunciUbahan("SUB-08.1"): nilai(dasar, "SUB-08.1") + 100})
    assert set(hasil.simpul) == {"SUB-08.1", "KEG-05.1", "PRG-04.1"}
    arah = {a.kode: a for a in hasil.arah}
    assert arah["SAS-01.1"].kepastian is Kepastian.TIDAK_DIKETAHUI
    assert arah["SAS-01.1"].tanda == 1


def test_a_part_is_held_at_its_whole_and_the_hold_is_reported() -> None:
    dasar = dasar_contoh("PEMALANG", 3)
    sk = nilai(dasar, "SUB-16.1")
    hasil = hitung_skenario(dasar, {KunciUbahan("KEG-10.1"): sk + 50})
    assert hasil.simpul["KEG-10.1"].baru.nilai == sk
    assert [(j.kode, j.diminta, j.dipakai) for j in hasil.jepitan] == [("KEG-10.1", sk + 50, sk)]


def test_when_the_whole_shrinks_its_part_is_pulled_down_with_it() -> None:
    dasar = dasar_contoh("PEMALANG", 3)
    hasil = hitung_skenario(dasar, {KunciUbahan("SUB-16.1"): D(10)})
    assert hasil.simpul["KEG-10.1"].baru.nilai == D(10)
    assert [j.kode for j in hasil.jepitan] == ["KEG-10.1"]


def test_a_criterion_is_held_at_its_maximum() -> None:
    dasar = dasar_contoh("BANTEN", 4)
    hasil = hitung_skenario(dasar, {KunciUbahan("KRT-01"): D(90)})
    assert hasil.simpul["IKU-03"].baru.nilai == D(333)
    assert [j.kode for j in hasil.jepitan] == ["KRT-01"]


def test_a_lower_target_raises_the_capaian_and_leaves_the_value() -> None:
    dasar = dasar_contoh("PASER", 4)
    hasil = hitung_skenario(dasar, {KunciUbahan("IKI-01-003", Bagian.TARGET): D(70)})
    iku = hasil.simpul["IKU-03"]
    assert iku.baru.nilai == iku.lama.nilai
    assert iku.baru.persen == D("71.4") * 100 / 70


def test_what_only_the_combination_does_is_shown_apart() -> None:
    dasar = dasar_contoh("PK", 3)
    atas, bawah = nilai(dasar, "ASN_BERSERTIFIKAT"), nilai(dasar, "JUMLAH_ASN")
    ubahan = {KunciUbahan("ASN_BERSERTIFIKAT"): atas + 100, KunciUbahan("JUMLAH_ASN"): bawah + 300}
    bagian = sumbangan(dasar, ubahan, "IKU-02")
    assert bagian is not None
    assert bagian.bersama != 0
    assert bagian.total == sum((n for _, n in bagian.per_ubahan), bagian.bersama)


def test_the_official_result_is_left_as_it_is() -> None:
    dasar = dasar_contoh("PK", 3)
    sebelum = dict(dasar.hasil.indikator), dict(dasar.graph.nilai)
    baru = dasar_skenario(dasar, {KunciUbahan("JUMLAH_ASN"): D(1)})
    assert (dasar.hasil.indikator, dasar.graph.nilai) == sebelum
    assert baru.nilai("JUMLAH_ASN").nilai == D(1)


def test_a_scenario_over_official_figures_claims_no_made_up_data() -> None:
    resmi = data(
        [jumlah(), indikator("A")], [target("TAHUN", 50, "P")], [laporan("TAHUN", 40, "A")], [komponen("P", "A")]
    )
    dasar = susun_dasar(resmi, sd(), ATURAN)
    simpul = hitung_skenario(dasar, {KunciUbahan("A"): D(45), KunciUbahan("P", Bagian.TARGET): D(60)}).simpul
    assert {k: n.baru.nilai for k, n in simpul.items()} == {"A": D(45), "P": D(45)}
    assert not any(n.baru.memuat_contoh for n in simpul.values())
    assert simpul["A"].baru.simpul.masukan
    assert simpul["A"].baru.sumber_nilai is None


def test_a_denominator_moved_to_zero_leaves_no_number_as_in_the_official_calculation() -> None:
    milik = indikator("P", rumus=Rumus.RASIO, satuan="%")
    isi = data([milik, indikator("A"), indikator("B")], [target("TAHUN", 80, "P")], komponen=rasio("P", "A", "B"))
    lapor = (laporan("TAHUN", 30, "A"), laporan("TAHUN", 60, "B"))
    dasar = susun_dasar(replace(isi, realisasi=lapor), sd(), ATURAN)
    baru = hitung_skenario(dasar, {KunciUbahan("B"): D(0)}).simpul["P"].baru
    resmi = hitung(replace(isi, realisasi=(lapor[0], laporan("TAHUN", 0, "B")))).indikator["P"]
    assert (baru.nilai, baru.status) == (resmi.nilai, resmi.status) == (None, Status.TIDAK_DAPAT_DIHITUNG)


SETAHUN = SampaiDengan(TAHUN_UJI, 4, setahun=True)
ULANGAN = indikator("A", perilaku=Perilaku.PENGULANGAN)
EMPAT = tuple(laporan(f"TW{tw}", n) for tw, n in enumerate((10, 20, 30, 100), 1))


@pytest.mark.parametrize("lain", [(), (laporan("TAHUN", None),)])
@pytest.mark.parametrize("posisi", [sd(4), SETAHUN])
def test_a_yearly_row_of_obstacles_alone_leaves_the_mean_of_the_periods_in_a_scenario(
    lain: tuple[Realisasi, ...], posisi: SampaiDengan
) -> None:
    dasar = susun_dasar(data([ULANGAN], [target("TAHUN", 100)], [*EMPAT, *lain]), posisi, ATURAN)
    assert angka(dasar.hasil.indikator["A"])[2] == 40
    resmi = {KunciUbahan("A"): nilai(dasar, "A"), KunciUbahan("A", Bagian.TARGET): D(100)}
    assert angka(hitung_skenario(dasar, resmi).baru(dasar, "A"))[2] == 40


@pytest.mark.parametrize(
    ("posisi", "jadi", "setahun"), [pytest.param(SETAHUN, 70, 70, id="Tahun"), pytest.param(sd(4), 60, 30, id="TW IV")]
)
def test_a_scenario_at_the_year_sets_the_years_own_result(posisi: SampaiDengan, jadi: int, setahun: int) -> None:
    dasar = susun_dasar(data([ULANGAN], [target("TAHUN", 100)], EMPAT), posisi, ATURAN)
    baru = hitung_skenario(dasar, {KunciUbahan("A"): D(jadi)}).simpul["A"].baru
    assert angka(baru)[:3] == (jadi, jadi, setahun)


@pytest.mark.parametrize("instansi", dict.fromkeys(i for i, _ in POSISI))
def test_every_input_set_to_its_own_value_changes_nothing_at_the_year(instansi: str) -> None:
    akhir = dasar_contoh(instansi, 4)
    dasar = susun_dasar(akhir.data, replace(akhir.sd, setahun=True), akhir.aturan)
    ubahan = {k: nilai for k in kunci_semua(dasar) if (nilai := dasar.nilai_kunci(k)) is not None}
    penuh = dasar_skenario(dasar, ubahan).hasil.indikator
    assert [k for k, h in dasar.hasil.indikator.items() if angka(h) != angka(penuh[k])] == []
