"""By the NIP of the account an employee finds the own score; on both databases."""

import pytest
from sqlalchemy import Engine

from dashboard.domain.akun.nama import AkunDitolak
from dashboard.services.akun import kelola
from dashboard.services.akun.masuk import masuk, siapa
from tests.builders import NIP_UJI
from tests.data_access.akun.orang_uji import ADMIN, ALAMAT, HARI, SANDI


def nip_pelaku(engine: Engine) -> str | None:
    satu = siapa(engine, masuk(engine, "budi", SANDI, ALAMAT).kunci, HARI)
    assert satu is not None
    assert satu.pelaku is not None
    return satu.pelaku.nip


def test_who_logs_in_acts_with_the_nip_recorded_for_the_account(terisi: Engine) -> None:
    assert nip_pelaku(terisi) is None
    kelola.catat_nip(terisi, ADMIN, "budi", f"NIP. {NIP_UJI[:8]} {NIP_UJI[8:]}")
    assert nip_pelaku(terisi) == NIP_UJI
    kelola.catat_nip(terisi, ADMIN, "budi", NIP_UJI)


def test_what_is_no_nip_and_one_of_another_account_are_refused(terisi: Engine) -> None:
    with pytest.raises(AkunDitolak, match="NIP 123 bukan NIP: 3 angka, bukan 18"):
        kelola.catat_nip(terisi, ADMIN, "budi", "123")
    kelola.buat_akun(terisi, ADMIN, "siti", "Siti Lain")
    kelola.catat_nip(terisi, ADMIN, "siti", NIP_UJI)
    with pytest.raises(AkunDitolak, match="sudah tercatat pada akun siti"):
        kelola.catat_nip(terisi, ADMIN, "budi", NIP_UJI)
    assert nip_pelaku(terisi) is None
