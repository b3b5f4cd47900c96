"""The registry decides who sees which page, and in which order."""

import re

import pytest
from streamlit.material_icon_names import ALL_MATERIAL_ICONS

from dashboard.domain.dasar.hak import IZIN, Peran, Tindakan
from dashboard.registry import HALAMAN, halaman_untuk


def addresses(peran: Peran) -> list[str]:
    return [h.url_path for h in halaman_untuk(peran)]


PERAN_INSTANSI = [peran for peran in Peran if peran is not Peran.FORUM]


@pytest.mark.parametrize("peran", PERAN_INSTANSI)
def test_every_role_of_an_agency_begins_at_the_summary(peran: Peran) -> None:
    assert addresses(peran)[0] == "ringkasan"


def test_the_forum_is_offered_no_page_of_data_that_is_still_worked_on() -> None:
    assert addresses(Peran.FORUM) == []


@pytest.mark.parametrize(
    ("page", "work"), [("data", {Tindakan.IMPOR}), ("bidang-iki", {Tindakan.ISI_REALISASI, Tindakan.SETUJUI})]
)
def test_a_page_for_work_is_offered_to_exactly_those_who_may_do_it(page: str, work: set[Tindakan]) -> None:
    assert {peran for peran in Peran if page in addresses(peran)} == {
        peran for peran in Peran if work & set(IZIN[peran])
    }


def test_who_changed_what_is_for_those_who_work_with_the_data() -> None:
    assert {peran for peran in Peran if "riwayat" not in addresses(peran)} == {Peran.FORUM, Peran.PEGAWAI}


@pytest.mark.parametrize("peran", PERAN_INSTANSI)
def test_what_everybody_may_see_everybody_finds_in_the_same_order(peran: Peran) -> None:
    """Watching comes first, then planning, then the data; a page that was added last stands in its section."""
    untuk_semua = ["ringkasan", "capaian-iku", "pohon-kinerja", "sistem-merit", "simulasi", "ketidaksesuaian"]
    assert [a for a in addresses(peran) if a in untuk_semua] == untuk_semua


def test_icons_are_of_the_set_that_is_served_locally():
    nama = {h.ikon.removeprefix(":material/").removesuffix(":") for h in HALAMAN}
    assert nama <= set(ALL_MATERIAL_ICONS)


def test_addresses_are_lower_case_words_that_need_no_escaping():
    assert [h.url_path for h in HALAMAN if not re.fullmatch(r"[a-z]+(-[a-z]+)*", h.url_path)] == []
