"""Sentences of docs/metodologi.md say from which day each version of a rule holds, on whatever day they are written."""

import pytest

from dashboard.services import docs
from dashboard.services.metodologi import methodology
from tests.unit.aturan.conftest import Sisip


def kalimat(awal: str) -> str:
    return next(baris for baris in methodology().splitlines() if awal in baris)


def test_a_bound_to_come_stands_beside_the_one_in_force_with_its_day(sisip: Sisip) -> None:
    sisip("kelas", "STATUS/perlu_perhatian", nilai="80", berlaku_mulai="2999-04-01")
    status = kalimat("★ Melampaui (")
    assert "Perlu perhatian (76 % ke atas, di bawah 100 % (mulai 1 April 2999: 80 % ke atas, di bawah 100 %))" in status
    assert "Kritis (di bawah 76 % (mulai 1 April 2999: di bawah 80 %))" in status
    assert "Tercapai (tepat 100 %)" in status


def test_a_number_of_a_sentence_is_told_by_its_days_too(sisip: Sisip) -> None:
    sisip("skp", "bobot/skp", nilai="70", berlaku_mulai="2999-01-01")
    assert "60 (mulai 1 Januari 2999: 70)" in methodology()


def test_a_row_of_another_scale_to_come_changes_no_sentence_of_the_status(sisip: Sisip) -> None:
    sebelum = kalimat("★ Melampaui (")
    sisip("skp", "bobot/skp", nilai="70", berlaku_mulai="2999-01-01")
    assert kalimat("★ Melampaui (") == sebelum


def test_a_new_row_makes_the_committed_document_stale(sisip: Sisip) -> None:
    assert docs.is_current("metodologi.md", methodology())
    sisip("kelas", "STATUS/perlu_perhatian", nilai="80", berlaku_mulai="2999-04-01")
    assert not docs.is_current("metodologi.md", methodology())


def test_a_mark_that_names_no_row_is_an_error(monkeypatch: pytest.MonkeyPatch, tmp_path) -> None:
    templat = tmp_path / "metodologi.md"
    templat.write_text("{{skp bobot/tidak_ada}}", encoding="utf-8")
    monkeypatch.setattr("dashboard.services.metodologi.TEMPLATE", templat)
    with pytest.raises(KeyError):
        methodology()
