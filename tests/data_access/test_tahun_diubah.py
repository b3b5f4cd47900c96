"""A later version that changes the year's target alone, on both databases."""

from pathlib import Path

import pytest
from sqlalchemy import Engine

from tests.data_access.kasus import APRIL, TAMBAHAN, Kasus, periksa, r, t

TAHUN_DIUBAH = (
    Kasus(
        "the assumed path is that of the year in force",
        TAMBAHAN, [t("100")], r("25", "45"),
        {"TW1": {"target": 25, "capaian": 100}, "TW2": {"target": 70, "capaian": 100}, "TW3": {"target": 105},
         "TW4": {"target": 140}},
        kelak=[t("140", mulai=APRIL)],
    ),
    Kasus(
        "a quarter that the first version prints as not targeted stays so, and the others share the new year",
        TAMBAHAN, [t("100"), t("", "TW1", teks="-")], r("", "46"),
        {"TW1": {"target": None, "status": "tidak_ditargetkan"}, "TW2": {"target": 46.67, "capaian": 98.57},
         "TW3": {"target": 93.33}, "TAHUN": {"target": 140}},
        kelak=[t("140", mulai=APRIL)],
    ),
    Kasus(
        "a printed quarter stays, and the others share what is left of the new year",
        TAMBAHAN, [t("100"), t("20", "TW1")], r("20", "40"),
        {"TW1": {"target": 20, "capaian": 100}, "TW2": {"target": 60, "capaian": 100}, "TW4": {"target": 140}},
        kelak=[t("140", mulai=APRIL)],
    ),
    Kasus(
        "a printed level stays beside the level of the new year",
        {"satuan": "nilai", "perilaku": "progress"}, [t("100"), t("50", "TW2")], r("40", "40"),
        {"TW1": {"target": None}, "TW2": {"target": 50, "capaian": 80}, "TAHUN": {"target": 80}},
        kelak=[t("80", mulai=APRIL)],
    ),
)  # fmt: skip


@pytest.mark.parametrize("kasus", TAHUN_DIUBAH, ids=lambda kasus: kasus.benar)
def test_a_change_of_the_year_alone_leaves_what_an_earlier_version_printed(
    engine: Engine, tmp_path: Path, kasus: Kasus
) -> None:
    """DOMAIN.md section 2, "Versions of a target": "at a position the latest in force on its last day holds, for the
    periods it names; for the others the one before it". What is printed, "-" too, is named. What is assumed is no
    period of its own but "annual x p/4", and "where some quarters are given, the others share evenly what is left of
    the annual target": of the year in force (row 10 of the issue: 80 from April on is June's target).
    """
    periksa(engine, tmp_path, kasus)
