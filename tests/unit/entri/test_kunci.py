"""What a closed quarter stops, and what it does not."""

from datetime import date

import pytest

from dashboard.domain.entri.kunci import (
    KeadaanKunci,
    Koreksi,
    KunciDitolak,
    KunciPeriode,
    PeriodeTerkunci,
    akan_dikunci,
    alasan_sah,
    nomor_berikut,
    periksa_buka,
    triwulan_tersentuh,
)


def realisasi(periode: str = "TW2", **isi: object) -> dict[str, object]:
    awal = {"nilai": 80, "kendala": None, "status_tindak_lanjut": None, "tanggal_selesai": None}
    return {"indikator": "I", "tahun": 2024, "periode": periode} | awal | isi


def target(periode: str, berlaku_mulai: date | None = None) -> dict[str, object]:
    return {"indikator": "I", "tahun": 2024, "periode": periode, "versi": "awal", "berlaku_mulai": berlaku_mulai}


def dikunci(sampai: int, *koreksi: Koreksi) -> KeadaanKunci:
    return KeadaanKunci(
        tuple(KunciPeriode(2024, tw, "2024-07-10", "Perencana") for tw in range(1, sampai + 1)), koreksi
    )


def koreksi(triwulan: int, nomor: int = 1, ditutup: str | None = None) -> Koreksi:
    return Koreksi(nomor, 2024, triwulan, "salah ketik dari bidang", "2024-08-01", "Perencana", ditutup)


@pytest.mark.parametrize(("periode", "triwulan"), [("TW1", 1), ("TW3", 3), ("BLN04", 2), ("BLN12", 4), ("TAHUN", 4)])
def test_a_report_belongs_to_the_quarter_of_its_period(periode: str, triwulan: int) -> None:
    assert triwulan_tersentuh("realisasi", None, realisasi(periode)) == (2024, triwulan)


@pytest.mark.parametrize(("bulan", "triwulan"), [(1, 1), (3, 1), (4, 2), (12, 4), (0, 4)])
def test_an_employees_month_belongs_to_its_quarter_and_the_year_to_the_last(bulan: int, triwulan: int) -> None:
    assert triwulan_tersentuh("skp", None, {"nip": "1", "tahun": 2024, "bulan": bulan}) == (2024, triwulan)


def test_a_target_is_no_report_its_effect_is_told_by_the_results() -> None:
    assert triwulan_tersentuh("target", None, {"indikator": "I", "tahun": 2024, "periode": "TW1"}) is None


def test_a_correction_covers_what_follows_from_it_in_later_quarters_of_its_year() -> None:
    keadaan = dikunci(3, koreksi(2))
    assert [bool(keadaan.koreksi_meliputi(2024, tw)) for tw in (1, 2, 3)] == [False, True, True]
    assert keadaan.koreksi_meliputi(2025, 2) is None
    assert keadaan.bulan_tertutup(2024) == {1, 2, 3}


def test_an_open_promise_is_answered_after_its_quarter_and_that_is_no_change_of_it() -> None:
    lama = realisasi(tindak_lanjut="tarik data")
    baru = lama | {"status_tindak_lanjut": "selesai", "tanggal_selesai": date(2024, 8, 1)}
    assert triwulan_tersentuh("realisasi", lama, baru) is None
    assert triwulan_tersentuh("realisasi", lama, baru | {"nilai": 81}) == (2024, 2)


@pytest.mark.parametrize(("periode", "sesudah"), [("TW2", (2024, 3)), ("TW4", (2025, 1)), ("BLN03", (2024, 2))])
def test_a_settled_promise_is_settled_otherwise_only_in_the_quarter_after_its_own(
    periode: str, sesudah: tuple[int, int]
) -> None:
    lama = realisasi(periode, tindak_lanjut="tarik data", status_tindak_lanjut="batal")
    assert triwulan_tersentuh("realisasi", lama, lama | {"status_tindak_lanjut": "selesai"}) == sesudah


def test_an_answer_taken_back_or_to_no_promise_is_a_change_of_the_report_itself() -> None:
    dijawab = realisasi(tindak_lanjut="tarik data", status_tindak_lanjut="berjalan")
    assert triwulan_tersentuh("realisasi", dijawab, dijawab | {"status_tindak_lanjut": None}) == (2024, 2)
    tanpa = realisasi(solusi="tarik data")
    assert triwulan_tersentuh("realisasi", tanpa, tanpa | {"status_tindak_lanjut": "selesai"}) == (2024, 2)
    berhari = tanpa | {"batas_waktu": date(2024, 8, 1)}
    assert triwulan_tersentuh("realisasi", berhari, berhari | {"status_tindak_lanjut": "selesai"}) is None


def test_rows_without_a_period_are_never_closed() -> None:
    assert triwulan_tersentuh("unit", None, {"kode": "U", "nama": "Unit"}) is None


def test_closing_a_quarter_closes_those_before_it() -> None:
    assert akan_dikunci(KeadaanKunci(), 2024, 2) == (1, 2)
    assert akan_dikunci(dikunci(1), 2024, 3) == (2, 3)
    assert akan_dikunci(dikunci(4), 2025, 1) == (1,)


def test_what_is_closed_is_not_closed_again() -> None:
    with pytest.raises(KunciDitolak, match="TW I 2024 sudah dikunci"):
        akan_dikunci(dikunci(2), 2024, 1)


def test_an_open_quarter_needs_no_correction() -> None:
    assert dikunci(1).izinkan(2024, 2) is None
    assert dikunci(4).izinkan(2023, 4) is None


def test_a_closed_quarter_says_how_it_is_opened() -> None:
    with pytest.raises(PeriodeTerkunci, match=r"TW I 2024 sudah dikunci\. Minta perencana membuka koreksi"):
        dikunci(2).izinkan(2024, 1)


def test_a_correction_opens_its_own_quarter_only_and_only_while_it_is_open() -> None:
    assert dikunci(2, koreksi(1)).izinkan(2024, 1) == koreksi(1)
    with pytest.raises(PeriodeTerkunci):
        dikunci(2, koreksi(1)).izinkan(2024, 2)
    with pytest.raises(PeriodeTerkunci):
        dikunci(2, koreksi(1, ditutup="2024-08-02")).izinkan(2024, 1)


def test_a_correction_is_opened_once_and_only_where_something_is_closed() -> None:
    periksa_buka(dikunci(2, koreksi(1, ditutup="2024-08-02")), 2024, 1)
    with pytest.raises(KunciDitolak, match="sudah terbuka"):
        periksa_buka(dikunci(2, koreksi(1)), 2024, 1)
    with pytest.raises(KunciDitolak, match="belum dikunci"):
        periksa_buka(dikunci(2), 2024, 3)


@pytest.mark.parametrize("alasan", ["", "   ", "-", "koreksi", " a  b  c "])
def test_a_reason_says_something(alasan: str) -> None:
    with pytest.raises(KunciDitolak, match="Tulis alasan koreksi"):
        alasan_sah(alasan)


def test_a_reason_is_kept_without_blanks_around_it() -> None:
    assert alasan_sah("  salah ketik   angka TW I ") == "salah ketik angka TW I"


def test_corrections_are_numbered_through() -> None:
    assert nomor_berikut([]) == 1
    assert nomor_berikut([koreksi(1, 4), koreksi(1, 2)]) == 5
