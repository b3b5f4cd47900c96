"""The printed word for the behaviour over periods, in whatever spelling an office prints it."""

import pytest

from dashboard.domain.dasar.indikator import Perilaku
from dashboard.domain.dasar.perilaku import perilaku_tercetak


@pytest.mark.parametrize("tipe", ["Kumulatif", "Komulatif", "kumulatip", "Cumulative", "Akumulatif", "akumulasi"])
def test_a_running_total_is_read_in_any_spelling(tipe: str) -> None:
    assert perilaku_tercetak(tipe) is Perilaku.AKUMULASI


@pytest.mark.parametrize(
    "tipe", ["Non kumulatif", "Nonkomulatif", "non-kumulatip", "Bukan kumulatif", "Progres", "Non Kumulatif (progress)"]
)
def test_a_level_is_read_in_any_spelling(tipe: str) -> None:
    assert perilaku_tercetak(tipe) is Perilaku.PROGRESS


def test_a_repetition_is_read_in_any_spelling() -> None:
    assert perilaku_tercetak("Pengulanggan") is Perilaku.PENGULANGAN


@pytest.mark.parametrize("tipe", [None, "", "Rata-rata", "Posisi akhir", "Regulasi", "Simulasi", "Program", "Non"])
def test_other_words_say_nothing_about_periods(tipe: str | None) -> None:
    assert perilaku_tercetak(tipe) is None
