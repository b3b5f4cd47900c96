"""An entry's way from draft to approved, how it is typed, and what was promised."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from dashboard.domain.dasar.angka import Ambigu, NumberError
from dashboard.domain.dasar.periode import SampaiDengan
from dashboard.domain.entri.aturan import (
    AksiDitolak,
    AksiEntri,
    Entri,
    StatusEntri,
    aksi_mungkin,
    batas_lapor,
    dijawab,
    kurang_untuk_diajukan,
    status_sesudah,
)
from dashboard.domain.entri.isian import Isian, Ukuran, baca_isian, isian_dari
from dashboard.domain.entri.janji import janji_lalu
from tests.unit.bangun import ATURAN

LENGKAP: dict[str, Any] = {
    "kendala": "data terlambat",
    "solusi": "tarik data",
    "pic": "Kasubag",
    "batas_waktu": date(2024, 9, 30),
}


def entri(status: StatusEntri | None = StatusEntri.DRAF, **isi: Any) -> Entri:
    kunci: dict[str, Any] = {"indikator": "I", "tahun": 2024, "periode": "TW2"}
    return Entri(**{**kunci, "nilai": Decimal(80), "status_entri": status, **isi})


# states


def test_an_entry_goes_from_nothing_or_a_draft_over_submission_to_approval() -> None:
    assert status_sesudah(AksiEntri.AJUKAN, None) is StatusEntri.DIAJUKAN
    assert status_sesudah(AksiEntri.AJUKAN, entri(StatusEntri.DRAF)) is StatusEntri.DIAJUKAN
    assert status_sesudah(AksiEntri.SETUJUI, entri(StatusEntri.DIAJUKAN)) is StatusEntri.DISETUJUI


def test_what_was_sent_back_is_handed_in_again() -> None:
    balik = entri(StatusEntri.DIKEMBALIKAN)
    assert status_sesudah(AksiEntri.AJUKAN, balik) is StatusEntri.DIAJUKAN


@pytest.mark.parametrize("status", [StatusEntri.DIAJUKAN, StatusEntri.DISETUJUI, None])
def test_what_was_handed_in_or_approved_is_not_overwritten(status: StatusEntri | None) -> None:
    with pytest.raises(AksiDitolak, match="tidak dapat"):
        status_sesudah(AksiEntri.AJUKAN, entri(status))


@pytest.mark.parametrize("status", [StatusEntri.DRAF, StatusEntri.DIKEMBALIKAN, StatusEntri.DISETUJUI])
def test_only_what_was_handed_in_is_approved(status: StatusEntri) -> None:
    with pytest.raises(AksiDitolak):
        status_sesudah(AksiEntri.SETUJUI, entri(status))
    with pytest.raises(AksiDitolak):
        status_sesudah(AksiEntri.SETUJUI, None)


@pytest.mark.parametrize("status", [StatusEntri.DIAJUKAN, StatusEntri.DISETUJUI])
def test_sending_back_needs_a_reason(status: StatusEntri) -> None:
    with pytest.raises(AksiDitolak, match="alasan pengembalian"):
        status_sesudah(AksiEntri.KEMBALIKAN, entri(status), "  - ")
    assert status_sesudah(AksiEntri.KEMBALIKAN, entri(status), "angka ganda") is StatusEntri.DIKEMBALIKAN


def test_a_row_of_obstacles_without_a_number_can_still_be_filled() -> None:
    assert AksiEntri.AJUKAN in aksi_mungkin(entri(None, nilai=None))
    assert aksi_mungkin(entri(None)) == (AksiEntri.KEMBALIKAN,)


# what is needed to hand in


def test_a_good_number_in_time_needs_nothing_more() -> None:
    assert kurang_untuk_diajukan(entri(), kritis=False) == ()


@pytest.mark.parametrize("bagian", list(LENGKAP))
def test_red_needs_obstacle_remedy_person_and_date(bagian: str) -> None:
    assert kurang_untuk_diajukan(entri(**LENGKAP), kritis=True) == ()
    (kalimat,) = kurang_untuk_diajukan(entri(**{**LENGKAP, bagian: None}), kritis=True)
    nama = {"pic": "penanggung jawab", "batas_waktu": "batas waktu"}.get(bagian, bagian)
    assert kalimat == f"Indikator ini kritis: lengkapi {nama}."


def test_a_number_and_an_answer_to_last_quarters_promise_are_needed() -> None:
    kurang = kurang_untuk_diajukan(entri(nilai=None), kritis=False, janji_belum_dijawab=1)
    assert kurang == ("Isi realisasi.", "Jawab dulu janji periode lalu: selesai, berjalan, atau batal.")


@pytest.mark.parametrize(
    ("periode", "batas"), [("TW1", date(2024, 4, 10)), ("BLN05", date(2024, 7, 10)), ("TAHUN", date(2025, 1, 10))]
)
def test_a_quarter_is_due_ten_days_after_its_end(periode: str, batas: date) -> None:
    assert batas_lapor(2024, periode, int(ATURAN.bawaan["batas_lapor_hari"].nilai)) == batas
    assert batas_lapor(2024, periode, 0) < batas


# typing


@pytest.mark.parametrize(
    ("teks", "satuan", "nilai"),
    [("13,7", "%", "13.7"), ("1.234,5", "%", "1234.5"), ("4.230", "orang", "4230"), ("85,5 %", "%", "85.5")],
)
def test_numbers_are_read_as_they_are_written_here(teks: str, satuan: str, nilai: str) -> None:
    baru, masalah = baca_isian(Isian(nilai=teks), entri(nilai=None), Ukuran(satuan))
    assert not masalah
    assert baru.nilai == Decimal(nilai)


def test_an_ambiguous_number_is_a_question_and_keeps_the_old_one() -> None:
    baru, masalah = baca_isian(Isian(nilai="1.500"), entri(), Ukuran("%"))
    assert masalah["nilai"] == Ambigu(Decimal(1500), Decimal("1.5"))
    assert baru.nilai == 80


@pytest.mark.parametrize("teks", ["13.7", "1,234.5", "delapan", "1e5", "12%"])
def test_what_is_no_number_here_is_refused(teks: str) -> None:
    _, masalah = baca_isian(Isian(nilai=teks), entri(), Ukuran("orang"))
    assert isinstance(masalah["nilai"], NumberError)


def test_a_numerator_alone_is_refused() -> None:
    _, masalah = baca_isian(Isian(pembilang="40"), entri(), Ukuran("%"))
    assert set(masalah) == {"penyebut"}
    _, masalah = baca_isian(Isian(pembilang="40", penyebut="0"), entri(), Ukuran("%"))
    assert masalah == {"penyebut": NumberError("harus lebih dari nol", "Isi jumlah seluruhnya.")}


def test_a_value_that_contradicts_its_parts_is_refused_and_one_that_rounds_alike_is_not() -> None:
    _, masalah = baca_isian(Isian(nilai="81", pembilang="2", penyebut="3"), entri(), Ukuran("%"))
    assert "66,67" in masalah["nilai"].salah
    baru, masalah = baca_isian(Isian(nilai="66,67", pembilang="2", penyebut="3"), entri(), Ukuran("%"))
    assert not masalah
    assert (baru.nilai, baru.pembilang, baru.penyebut) == (Decimal("66.67"), Decimal(2), Decimal(3))


@pytest.mark.parametrize(("teks", "kata"), [("411", "tertinggi"), ("-1", "negatif")])
def test_a_value_outside_its_bounds_is_refused(teks: str, kata: str) -> None:
    _, masalah = baca_isian(Isian(nilai=teks), entri(), Ukuran("orang", tertinggi=Decimal(410)))
    assert kata in masalah["nilai"].salah


def test_a_new_number_is_the_agencys_own_and_an_unchanged_one_keeps_its_source() -> None:
    lama = entri(sumber_nilai="simulasi", keterangan_sumber="dibuat untuk peragaan")
    tetap, _ = baca_isian(replace(isian_dari(lama), kendala="baru"), lama, Ukuran("%"))
    assert (tetap.sumber_nilai, tetap.keterangan_sumber) == ("simulasi", "dibuat untuk peragaan")
    ubah, _ = baca_isian(replace(isian_dari(lama), nilai="81"), lama, Ukuran("%"))
    assert (ubah.sumber_nilai, ubah.keterangan_sumber) == ("resmi", None)


def test_a_form_opened_and_saved_again_changes_nothing() -> None:
    lama = entri(**LENGKAP, nilai=Decimal("1234.5"), bukti="https://contoh.go.id/a")
    baru, masalah = baca_isian(isian_dari(lama), lama, Ukuran("%"))
    assert (baru, masalah) == (lama, {})


def test_text_loses_line_breaks_and_control_characters_only() -> None:
    baru, _ = baca_isian(Isian(nilai="80", kendala="  baris\nsatu\x00 = dua "), entri(), Ukuran("%"))
    assert baru.kendala == "baris satu = dua"


@pytest.mark.parametrize("teks", ["31/12/2024", "31 Desember 2024", "2024-12-31", "31-12-2024"])
def test_a_day_is_read_as_it_is_written_here_the_day_first(teks: str) -> None:
    baru, masalah = baca_isian(Isian(nilai="80", batas_waktu=teks), entri(), Ukuran("%"))
    assert (baru.batas_waktu, masalah) == (date(2024, 12, 31), {})


def test_what_is_no_day_is_refused_and_says_how_a_day_is_written() -> None:
    baru, masalah = baca_isian(Isian(nilai="80", batas_waktu="akhir tahun"), entri(), Ukuran("%"))
    assert (baru.batas_waktu, masalah["batas_waktu"].salah) == (None, "bukan tanggal")
    assert "31 Desember 2026" in masalah["batas_waktu"].benar


# promises


def janji(periode: str, status: str | None = None, tahun: int = 2024) -> Entri:
    return entri(periode=periode, tahun=tahun, tindak_lanjut="benahi", status_tindak_lanjut=status)


def test_a_quarter_opens_with_all_promises_of_the_last_and_older_open_ones() -> None:
    semua = [
        janji("TW1", "berjalan"),
        janji("TW1", "selesai", 2023),
        janji("TW2", "selesai"),
        janji("TW3"),
        janji("TAHUN", "berjalan", 2023),
        entri(periode="TW2"),
    ]
    terlihat = [(j.entri.tahun, j.entri.periode) for j in janji_lalu(semua, SampaiDengan(2024, 3))]
    assert terlihat == [(2024, "TW2"), (2024, "TW1"), (2023, "TAHUN")]


def test_a_promise_answered_as_done_carries_the_day() -> None:
    selesai = dijawab(janji("TW1"), "selesai", date(2024, 5, 2))
    assert (selesai.status_tindak_lanjut, selesai.tanggal_selesai) == ("selesai", date(2024, 5, 2))
    assert dijawab(selesai, "berjalan", date(2024, 5, 3)).tanggal_selesai is None


def test_an_open_promise_after_its_day_is_late() -> None:
    (satu,) = janji_lalu([replace(janji("TW1"), batas_waktu=date(2024, 5, 1))], SampaiDengan(2024, 2))
    assert satu.lewat(date(2024, 5, 2))
    assert not satu.lewat(date(2024, 5, 1))
