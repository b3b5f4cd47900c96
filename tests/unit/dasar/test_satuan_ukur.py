"""What kind a unit is, whatever its spelling; and what is assumed of an indicator that says nothing else."""

import pytest

from dashboard.domain.dasar.indikator import Indikator, Perilaku
from dashboard.domain.dasar.perilaku import perilaku_periode, satuan_bertanya
from dashboard.domain.dasar.satuan_ukur import GolonganSatuan, golongan_satuan, nama_satuan, persen, rupiah

CACAH = [
    *("Dok", "dok.", "DOK", "Dokumen", "dokumen2", "dokumen-dokumen", "dokumen - dokumen", "Dokumen²", "documents"),
    *("Lap", "lap.", "Lap", "laporan/dokumen", "dokumen/laporan", "Dok/Lap", "dok. & lap.", "dokumen dan laporan"),
    *("org", "Org.", "orang/bulan", "org/bln", "orang per bulan", "ORANG ", "orang (ASN)", "orang\xa0peserta"),
    *("bh", "buah", "pkt", "Paket", "keg", "Keg.", "kegiatan", "lbr", "eks", "rek.", "S.K.", "SK/SPT", "unit/paket"),
    *("surat keputusan", "perangkat daerah", "kali"),
]
TAK_DIKENAL = ["zak", "kWh", "km", "ton/hektar", "kasus/100.000 penduduk", "dokumen per OPD", "% dan dokumen", "juta"]


@pytest.mark.parametrize("satuan", CACAH)
def test_abbreviations_plurals_and_pairs_are_counted(satuan: str) -> None:
    assert golongan_satuan(satuan) is GolonganSatuan.CACAH


@pytest.mark.parametrize("satuan", TAK_DIKENAL)
def test_what_has_no_row_or_is_a_quotient_is_unknown(satuan: str) -> None:
    assert golongan_satuan(satuan) is None


@pytest.mark.parametrize("satuan", ["%", "Persen", "presentase", "persen (%)", "% PNS", "pct"])
def test_a_percentage_is_one_however_it_is_written(satuan: str) -> None:
    assert persen(satuan)


@pytest.mark.parametrize(("satuan", "ya"), [("Rp", True), ("Rp.", True), ("Rupiah (Rp)", True), ("Rp juta", False)])
def test_only_the_rupiah_itself_is_whole(satuan: str, ya: bool) -> None:
    assert rupiah(satuan) is ya


def indikator(satuan: str | None, tipe: str | None = None, perilaku: Perilaku | None = None) -> Indikator:
    return Indikator("I", "", "", "", satuan=satuan, tipe_penghitungan=tipe, perilaku=perilaku)


@pytest.mark.parametrize(("satuan", "perilaku"), [("Dok", Perilaku.AKUMULASI), ("indeks", Perilaku.PROGRESS)])
def test_the_unit_says_what_print_does_not(satuan: str, perilaku: Perilaku) -> None:
    assert perilaku_periode(indikator(satuan)).perilaku is perilaku
    assert not satuan_bertanya(indikator(satuan))


@pytest.mark.parametrize("satuan", [*TAK_DIKENAL, "hari", "Rp"])
def test_a_unit_that_does_not_say_is_a_question_unless_something_else_does(satuan: str) -> None:
    assert satuan_bertanya(indikator(satuan))
    assert "satuannya tidak menentukan" in (perilaku_periode(indikator(satuan)).asumsi or "")
    assert not satuan_bertanya(indikator(satuan, "Kumulatif"))
    assert not satuan_bertanya(indikator(satuan, perilaku=Perilaku.PENGULANGAN))


@pytest.mark.parametrize("satuan", [None, "", " ", "-"])
def test_no_unit_is_no_unknown_unit(satuan: str | None) -> None:
    assert not satuan_bertanya(indikator(satuan))


@pytest.mark.parametrize(
    ("ejaan", "nama"),
    [("Dok.", "dokumen"), ("SURAT KEPUTUSAN", "sk"), ("%", "persen"), ("gelas", None), ("SK/SPT", None), (None, None)],
)
def test_a_unit_has_one_name_in_all_its_spellings(ejaan: str | None, nama: str | None) -> None:
    assert nama_satuan(ejaan) == nama
