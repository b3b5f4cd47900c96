"""One calculation: what Pohon and Simulasi say of a changed input is what the official calculation says of it.

The official side is built by hand: the rows an agency would have reported, calculated afresh (dilaporkan.py).
"""

from dataclasses import replace
from decimal import Decimal

import pytest

from dashboard.domain.cascade.kontribusi import Cara, geser, kontribusi, nilai_pada_target
from dashboard.domain.cascade.penyebab import kekurangan
from dashboard.domain.dasar.indikator import DataKinerja, HitunganSkp, PeranKomponen, Rumus, Sifat
from dashboard.domain.hitung.hasil import HasilTahun
from dashboard.domain.hitung.masukan import Masukan
from dashboard.domain.hitung.tahun import hitung_tahun
from dashboard.domain.skenario.dasar import DasarSkenario, KunciUbahan, susun_dasar
from dashboard.domain.skenario.hitungan import hitung_skenario
from data_access.aturan import untuk
from tests.contoh_dasar import POSISI, TAHUN, dasar_contoh
from tests.unit.bangun import data, indikator, jumlah, komponen, laporan, sd, target
from tests.unit.bangun_pohon import pohon
from tests.unit.skenario.dilaporkan import bulat, hasil_dilaporkan, sama

D = Decimal
ATURAN = untuk(sd().hari_akhir)
FAKTOR = (D("0.97"), D("1.03"))


def daun(dasar: DasarSkenario) -> list[str]:
    """Every code with a value that no formula yields."""
    kode = (*dasar.hasil.indikator, *dasar.variabel)
    return [k for k in kode if dasar.nilai(k).nilai is not None and k not in dasar.graph.bagian]


def sekitar(dasar: DasarSkenario, kode: str) -> DasarSkenario:
    """The same agency without what neither stands above the code nor below something that does."""
    structure = dasar.graph.structure
    perlu = structure.below(structure.above([kode]))
    perlu |= structure.below(p for k in perlu for p in structure.pembatas.get(k, ()))
    isi = replace(
        dasar.data,
        indikator=tuple(i for i in dasar.data.indikator if i.kode in perlu),
        komponen=tuple(k for k in dasar.data.komponen if {k.indikator, k.komponen} <= perlu),
        variabel=tuple(v for v in dasar.data.variabel if v.kode in perlu),
        target=tuple(t for t in dasar.data.target if t.indikator in perlu),
        realisasi=tuple(r for r in dasar.data.realisasi if r.indikator in perlu),
    )
    return susun_dasar(isi, dasar.sd, dasar.aturan)


@pytest.mark.parametrize(("instansi", "tw"), POSISI)
def test_every_leaf_moves_every_node_as_far_as_its_report_would(instansi: str, tw: int) -> None:
    dasar = dasar_contoh(instansi, tw)
    diperiksa = 0
    for kode in daun(dasar):
        bagian = sekitar(dasar, kode)
        for faktor in FAKTOR:
            ubahan = {KunciUbahan(kode): (dasar.nilai(kode).nilai or D(0)) * faktor}
            skenario = hitung_skenario(dasar, ubahan)
            resmi = hasil_dilaporkan(bagian, skenario).indikator
            assert {k: sama(skenario.baru(dasar, k)) for k in resmi} == {k: sama(h) for k, h in resmi.items()}, kode
            assert set(skenario.simpul) <= set(resmi)
            diperiksa += 1
    assert diperiksa == 2 * len(daun(dasar)) > 0


@pytest.mark.parametrize(("instansi", "tw"), POSISI)
def test_every_leaf_on_its_target_gives_pohon_the_points_its_report_would(instansi: str, tw: int) -> None:
    dasar = dasar_contoh(instansi, tw)
    for kode in daun(dasar):
        pada_target = nilai_pada_target(dasar.hasil.indikator.get(kode))
        if pada_target is None:
            continue
        for k in dasar.graph.structure.tautan_atas.get(kode, ()):
            (satu,) = kontribusi(dasar.hasil, k.indikator, (k,))
            if satu.cara is not Cara.HANYA_ARAH:
                resmi = resmi_bergeser(dasar, kode, k.indikator, pada_target)
                assert bulat(satu.pengaruh) == bulat(resmi), (kode, k.indikator)


@pytest.mark.parametrize("instansi", TAHUN)
def test_the_points_behind_a_shortfall_are_those_of_the_official_calculation(instansi: str) -> None:
    dasar = dasar_contoh(instansi, 3)
    bagan = pohon(dasar.data)
    for kode in dasar.hasil.indikator:
        for p in kekurangan(dasar.hasil, bagan, dasar.data.komponen, kode).penyebab:
            if p.poin is not None:
                pada_target = nilai_pada_target(dasar.hasil.indikator[p.kode])
                assert pada_target is not None
                assert bulat(p.poin) == bulat(resmi_bergeser(dasar, p.kode, kode, pada_target)), (kode, p.kode)


def resmi_bergeser(dasar: DasarSkenario, kode: str, induk: str, nilai: Decimal) -> Decimal | None:
    """How far the official value of `induk` lies from today's had `nilai` been reported for `kode`."""
    lama = dasar.hasil.indikator[induk].nilai
    skenario = hitung_skenario(dasar, {KunciUbahan(kode): nilai})
    baru = hasil_dilaporkan(sekitar(dasar, kode), skenario).indikator[induk].nilai
    return None if lama is None or baru is None else baru - lama


def dua_jalan(isi: DataKinerja, kode: str, nilai: int, induk: str) -> set[Decimal | None]:
    """What Pohon, Simulasi and the official calculation make of an input: one number when they agree."""
    dasar = susun_dasar(isi, sd(), ATURAN)
    lama = dasar.nilai(induk).nilai
    beda = geser(dasar.graph, kode, D(nilai), induk)
    pohon_kini = lama + beda if lama is not None and beda is not None else None
    simulasi = hitung_skenario(dasar, {KunciUbahan(kode): D(nilai)}).baru(dasar, induk).nilai
    resmi = hitung_tahun(isi, sd(), ATURAN, Masukan({kode: D(nilai)})).indikator[induk].nilai
    return {pohon_kini, simulasi, resmi}


def test_a_part_under_a_whole_of_50_is_held_there_by_pohon_and_simulasi_alike() -> None:
    """A leaf 40 -> 60 of the 50 there are: neither 60 nor 120 percent of them."""
    isi = data(
        [indikator("P", rumus=Rumus.RASIO, satuan="%"), indikator("A", satuan="dokumen"), indikator("B")],
        realisasi=[laporan("TAHUN", 40, "A"), laporan("TAHUN", 50, "B")],
        komponen=[
            komponen("P", "A", peran=PeranKomponen.PEMBILANG),
            komponen("P", "B", Sifat.PENYEBUT_BATAS, peran=PeranKomponen.PENYEBUT),
            komponen("A", "B", Sifat.PENYEBUT_BATAS),
        ],
    )
    assert dua_jalan(isi, "A", 60, "A") == {D(50)}
    assert dua_jalan(isi, "A", 60, "P") == {D(100)}


def test_a_share_of_skp_follows_the_head_count_in_pohon_and_simulasi_alike() -> None:
    """40 good ones of 50 are 80 percent; of 100 they are 40."""
    isi = data(
        [indikator("P", rumus=Rumus.SKP_BAIK, satuan="%")],
        realisasi=[laporan("TAHUN", 50, "ASN")],
        komponen=[komponen("P", "ASN", peran=PeranKomponen.PENYEBUT)],
        variabel=["ASN"],
    )
    isi = replace(isi, skp={0: HitunganSkp(0, 50, 40)})
    assert hitung_tahun(isi, sd(), ATURAN).indikator["P"].nilai == 80
    assert dua_jalan(isi, "ASN", 100, "P") == {D(40)}


def test_inputs_leave_what_they_do_not_reach_untouched() -> None:
    dasar = dasar_contoh("PASER", 4)
    baru = hitung_tahun(dasar.data, dasar.sd, dasar.aturan, Masukan({"IKI-01-003": D(70)}))
    beda = {k for k, h in dasar.hasil.indikator.items() if h != baru.indikator[k]}
    assert beda == set(hitung_skenario(dasar, {KunciUbahan("IKI-01-003"): D(70)}).simpul)


def test_an_input_the_agency_does_not_have_is_refused() -> None:
    with pytest.raises(KeyError):
        hitung_tahun(data([indikator("A")]), sd(), ATURAN, Masukan({"B": D(1)}))


def test_an_unreported_leaf_that_is_given_a_value_completes_its_sum() -> None:
    isi = data([jumlah(), indikator("A"), indikator("B")], [target("TAHUN", 10, "P")], [laporan("TAHUN", 4, "A")])
    isi = replace(isi, komponen=(komponen("P", "A"), komponen("P", "B")))
    hasil: HasilTahun = hitung_tahun(isi, sd(), ATURAN, Masukan({"B": D(5)}))
    assert (hasil.indikator["P"].nilai, hasil.indikator["P"].persen) == (D(9), D(90))
    assert hasil.indikator["B"].realisasi.nilai == 5
