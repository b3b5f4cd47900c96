"""Who somebody is to a provider: what counts as proof, and how it is spelled."""

import pytest

from dashboard.domain.akun.nama import AkunDitolak
from dashboard.domain.akun.sso import EMAIL, NAMA_PENGGUNA, baca_identitas, pengenal_sah

P = "https://sso.uji.go.id"
KLAIM: dict[str, object] = {"sub": "1", "email": "Budi@UJI.go.id", "preferred_username": "Budi.S", "role": "admin"}


@pytest.mark.parametrize("terbukti", [None, False, "true", 1])
def test_an_email_counts_only_when_it_is_verified(terbukti: object) -> None:
    assert baca_identitas(P, KLAIM | {"email_verified": terbukti}, EMAIL).pengenal is None
    assert baca_identitas(P, KLAIM | {"email_verified": True}, EMAIL).pengenal == pengenal_sah(" budi@uji.GO.id")


def test_a_login_name_is_taken_where_the_agency_says_so() -> None:
    assert baca_identitas(P, KLAIM, NAMA_PENGGUNA).pengenal == "budi.s"


@pytest.mark.parametrize("nilai", [None, "", " ", 7, ["budi"]])
def test_what_is_no_name_is_nobodys(nilai: object) -> None:
    assert baca_identitas(P, KLAIM | {"preferred_username": nilai}, NAMA_PENGGUNA).pengenal is None


@pytest.mark.parametrize("salah", ["", " ", "budi santoso", "budi\u200b", "x" * 201])
def test_what_could_be_misread_is_not_noted(salah: str) -> None:
    with pytest.raises(AkunDitolak):
        pengenal_sah(salah)
