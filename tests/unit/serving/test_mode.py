"""The two ways to run, and who is let in by each."""

from typing import Any

import pytest

from dashboard.mode import Mode, ModeUnknown, mode_from
from dashboard.serving.guard import FOREIGN_NAME, FOREIGN_PAGE, NOT_SERVED, OTHER_COMPUTER, refusal
from tests.unit.serving.test_guard import permintaan

KANTOR = Mode(accounts=True, names=frozenset({"dasbor.bkd.uji", "192.168.1.9"}))
JAUH: dict[str, Any] = {"server": ("192.168.1.9", 8501), "client": ("192.168.1.44", 50000)}


def test_nothing_said_means_this_computer_without_accounts() -> None:
    assert mode_from("", "") == mode_from(" Pribadi ", "") == Mode()


def test_the_names_of_an_office_are_read_with_or_without_a_port() -> None:
    assert mode_from("INSTANSI", "dasbor.bkd.uji, 192.168.1.9:8501 ,[fd00::1]") == Mode(
        accounts=True, names=frozenset({"dasbor.bkd.uji", "192.168.1.9", "fd00::1"})
    )


@pytest.mark.parametrize(
    ("mode", "nama"),
    [("server", ""), ("pribadi", "dasbor.bkd.uji"), ("", "x"), ("instansi", "*"), ("instansi", "http://x")],
)
def test_what_cannot_be_meant_is_refused(mode: str, nama: str) -> None:
    with pytest.raises(ModeUnknown):
        mode_from(mode, nama)


@pytest.mark.parametrize("host", ["dasbor.bkd.uji", "DASBOR.bkd.uji:443", "192.168.1.9:8501", "127.0.0.1:8501"])
def test_with_accounts_other_computers_come_in_by_the_names_given(host: str) -> None:
    assert refusal(permintaan(host, origin=f"http://{host}", **JAUH), KANTOR) is None


def test_without_accounts_no_other_computer_comes_in_by_any_name() -> None:
    for host in ("dasbor.bkd.uji", "192.168.1.9:8501", "127.0.0.1:8501"):
        assert refusal(permintaan(host, **JAUH)) == OTHER_COMPUTER


def test_with_accounts_another_name_another_site_and_the_metrics_stay_refused() -> None:
    assert refusal(permintaan("evil.invalid", origin="http://evil.invalid", **JAUH), KANTOR) == FOREIGN_NAME
    assert refusal(permintaan("dasbor.bkd.uji", origin="http://evil.invalid", **JAUH), KANTOR) == FOREIGN_PAGE
    metrik = permintaan("dasbor.bkd.uji", jenis="http", path="/_stcore/metrics", **JAUH)
    assert refusal(metrik, KANTOR) == NOT_SERVED
