"""The sheet of a unit on both databases: kept as typed, handed in all or nothing, questions, two windows."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from sqlalchemy import Engine

from dashboard.domain.dasar.hak import PERENCANA_BAWAAN, TidakBerwenang
from dashboard.domain.entri.aturan import AksiDitolak, AksiEntri, EntriChanged, StatusEntri
from dashboard.domain.entri.draf import Draf, Ketikan, tanda_entri
from dashboard.domain.entri.kunci import PeriodeTerkunci
from dashboard.services.entri.alur import BelumLengkap, jawab_janji, pindahkan
from dashboard.services.entri.bidang import Bidang, bidang
from dashboard.services.entri.kunci import kunci_sampai
from dashboard.services.entri.lembar import (
    IsianBaris,
    ajukan_lembar,
    benarkan,
    buang,
    draf_unit,
    ketik,
    lanjutkan,
    nilai_isian,
    siap_diajukan,
)
from data_access.engine import make_engine
from data_access.kinerja import versi_data
from tests.penulis_entri import (
    KABID,
    KEPALA,
    LENGKAP,
    SAAT_ITU,
    ajukan_satu,
    baru,
    hitung,
    isi_tw1,
    pindahkan_satu,
    simpan,
    tersimpan,
)

KUNCI = ("PRG1", 2024, "TW2")


def lembar(engine: Engine, tw: int = 2) -> Bidang:
    return bidang(engine, KABID, hitung(engine, tw), "BIDANG", SAAT_ITU)


def tulis(engine: Engine, teks: str, bagian: str = "nilai", lama: str = "", kode: str = "PRG1") -> tuple[Ketikan, ...]:
    b = lembar(engine)
    dasar = tanda_entri(b.entri.get((kode, 2024, "TW2")))
    return ketik(engine, KABID, b, [Ketikan(kode, "TW2", bagian, teks, (lama,), dasar)])


def draf(engine: Engine) -> dict[tuple[str, int, str], Draf]:
    return draf_unit(engine, KABID, lembar(engine))


def isian(engine: Engine) -> IsianBaris:
    return nilai_isian(lembar(engine), draf(engine)[KUNCI], SAAT_ITU)


def test_what_is_typed_is_kept_at_once_also_what_is_no_number_and_over_a_restart(terisi: Engine) -> None:
    with terisi.connect() as connection:
        versi = versi_data(connection, "UJI")
    tulis(terisi, "4.2x")
    tulis(terisi, "tunggu data", "kendala")
    alamat = terisi.url.render_as_string(hide_password=False)
    terisi.dispose()
    lain = make_engine(alamat)
    ada = draf(lain)[KUNCI].isian
    assert (ada.nilai, ada.kendala) == ("4.2x", "tunggu data")
    assert isian(lain).masalah["nilai"].salah == "bukan bilangan"
    with lain.connect() as connection:
        assert versi_data(connection, "UJI") == versi
    assert tersimpan(lain) is None


def test_a_draft_is_its_authors_own_and_typing_it_back_leaves_none(terisi: Engine) -> None:
    tulis(terisi, "4000")
    assert draf_unit(terisi, PERENCANA_BAWAAN, lembar(terisi)) == {}
    tulis(terisi, "", lama="4000")
    assert draf(terisi) == {}
    tulis(terisi, "4000")
    buang(terisi, KABID, lembar(terisi), KUNCI)
    assert draf(terisi) == {}


def test_a_cell_that_another_window_wrote_meanwhile_is_not_overwritten(terisi: Engine) -> None:
    tulis(terisi, "65")
    (tolak,) = tulis(terisi, "60")
    assert (tolak.teks, draf(terisi)[KUNCI].isian.nilai) == ("60", "65")
    assert tulis(terisi, "data belum ada", "kendala") == ()
    assert tulis(terisi, "65") == ()
    assert tulis(terisi, "60", lama="65") == ()
    assert draf(terisi)[KUNCI].isian.nilai == "60"


def test_many_are_handed_in_together_and_their_drafts_end(terisi: Engine) -> None:
    isi_tw1(terisi)
    tulis(terisi, "4000")
    diajukan = ajukan_lembar(terisi, KABID, lembar(terisi), SAAT_ITU)
    assert [(e.indikator, e.nilai, e.status) for e in diajukan] == [("PRG1", Decimal(4000), StatusEntri.DIAJUKAN)]
    assert draf(terisi) == {}
    with pytest.raises(AksiDitolak, match="Belum ada nilai"):
        ajukan_lembar(terisi, KABID, lembar(terisi), SAAT_ITU)


def test_one_bad_cell_keeps_all_back_and_is_named(terisi: Engine) -> None:
    isi_tw1(terisi)
    kode = next(b.kode for b in lembar(terisi).baris if b.boleh_isi and b.kode != "PRG1")
    tulis(terisi, "4000")
    tulis(terisi, "empat", kode=kode)
    with pytest.raises(BelumLengkap) as error:
        ajukan_lembar(terisi, KABID, lembar(terisi), SAAT_ITU)
    assert error.value.kurang == {kode: ("Realisasi bukan bilangan.",)}
    assert tersimpan(terisi) is None
    assert len(draf(terisi)) == 2


def test_a_red_value_owes_its_remedy_and_is_handed_in_with_it(terisi: Engine) -> None:
    isi_tw1(terisi)
    tulis(terisi, "10")
    assert isian(terisi).kritis
    with pytest.raises(BelumLengkap, match=r"lengkapi kendala, solusi, penanggung jawab, batas waktu\."):
        ajukan_lembar(terisi, KABID, lembar(terisi), SAAT_ITU)
    isi = {"kendala": "data terlambat", "solusi": "tarik data", "pic": "Kasubag", "batas_waktu": "30/9/2024"}
    for bagian, teks in isi.items():
        tulis(terisi, teks, bagian)
    (entri,) = ajukan_lembar(terisi, KABID, lembar(terisi), SAAT_ITU)
    assert entri == baru("10", **LENGKAP, status_entri="diajukan")


def test_what_is_odd_is_asked_once_and_asked_again_for_another_figure(terisi: Engine) -> None:
    isi_tw1(terisi)
    tulis(terisi, "5000")
    (tanya,) = isian(terisi).belum_dijawab
    assert tanya.kalimat == "5000 itu 4 kali biasanya (1100). Sudah benar?"
    with pytest.raises(BelumLengkap, match="4 kali biasanya"):
        ajukan_lembar(terisi, KABID, lembar(terisi), SAAT_ITU)
    benarkan(terisi, KABID, lembar(terisi), KUNCI, tanya.kalimat)
    assert isian(terisi).sebab == ()
    tulis(terisi, "6000", lama="5000")
    assert len(isian(terisi).belum_dijawab) == 1


def test_a_row_that_somebody_handed_in_meanwhile_shows_both_and_the_author_decides(terisi: Engine) -> None:
    tulis(terisi, "4000")
    lain = ajukan_satu(terisi, PERENCANA_BAWAAN, "UJI", None, baru("4100"))
    assert isian(terisi).bentrok
    with pytest.raises(BelumLengkap, match="diubah orang lain"):
        ajukan_lembar(terisi, KABID, lembar(terisi), SAAT_ITU)
    assert tersimpan(terisi) == lain
    pindahkan_satu(terisi, KEPALA, "UJI", AksiEntri.KEMBALIKAN, lain, "angka ganda")
    lanjutkan(terisi, KABID, lembar(terisi), KUNCI)
    (entri,) = ajukan_lembar(terisi, KABID, lembar(terisi), SAAT_ITU)
    assert (entri.nilai, entri.status) == (Decimal(4000), StatusEntri.DIAJUKAN)


def test_a_stored_draft_is_handed_in_with_the_sheet(terisi: Engine) -> None:
    simpan(terisi, KABID, "UJI", None, baru("4000"))
    assert [d.kunci for d in siap_diajukan(lembar(terisi), {})] == [KUNCI]
    (entri,) = ajukan_lembar(terisi, KABID, lembar(terisi), SAAT_ITU)
    assert entri.status is StatusEntri.DIAJUKAN


def test_only_who_enters_a_value_types_there_and_not_in_a_closed_quarter(terisi: Engine) -> None:
    b = lembar(terisi)
    with pytest.raises(TidakBerwenang):
        ketik(terisi, KABID, b, [Ketikan("IKU", "TW2", "nilai", "1", ("",), "")])
    with pytest.raises(TidakBerwenang):
        ketik(terisi, KEPALA, b, [Ketikan("PRG1", "TW2", "nilai", "1", ("",), "")])
    with pytest.raises(AksiDitolak, match="untuk TW III"):
        ketik(terisi, KABID, b, [Ketikan("PRG1", "TW3", "nilai", "1", ("",), "")])
    with pytest.raises(AksiDitolak):
        ketik(terisi, KABID, b, [Ketikan("PRG1", "TW2", "status_entri", "disetujui", ("",), "")])
    kunci_sampai(terisi, PERENCANA_BAWAAN, "UJI", 2024, 2)
    with pytest.raises(PeriodeTerkunci):
        tulis(terisi, "4000")
    assert draf(terisi) == {}


def test_a_selection_is_approved_together_or_not_at_all(terisi: Engine) -> None:
    isi_tw1(terisi)
    kode = next(b.kode for b in lembar(terisi).baris if b.boleh_isi and b.kode != "PRG1" and b.hasil is not None)
    satu = ajukan_satu(terisi, KABID, "UJI", None, baru("4000"))
    dua = ajukan_satu(terisi, KABID, "UJI", None, replace(baru("80", **LENGKAP), indikator=kode))
    with pytest.raises(EntriChanged):
        pindahkan(terisi, KEPALA, "UJI", AksiEntri.SETUJUI, [satu, replace(dua, nilai=Decimal(79))])
    assert tersimpan(terisi) == satu
    pindahkan(terisi, KEPALA, "UJI", AksiEntri.SETUJUI, [satu, dua])
    ada = [tersimpan(terisi), tersimpan(terisi, kode=kode)]
    assert [e.status for e in ada if e is not None] == [StatusEntri.DISETUJUI] * 2


def test_a_promise_is_not_answered_in_a_closed_quarter(terisi: Engine) -> None:
    janji = simpan(terisi, KABID, "UJI", None, baru("1000", "TW1", **LENGKAP))
    kunci_sampai(terisi, PERENCANA_BAWAAN, "UJI", 2024, 2)
    b = lembar(terisi)
    with pytest.raises(PeriodeTerkunci):
        jawab_janji(terisi, KABID, "UJI", janji, "selesai", hari_ini=date(2024, 8, 1), sd=b.k.sd)
    assert jawab_janji(
        terisi, KABID, "UJI", janji, "selesai", hari_ini=date(2024, 8, 1), sd=replace(b.k.sd, triwulan=3)
    )
