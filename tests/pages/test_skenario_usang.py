"""A saved scenario over data that has changed since: it opens with what there still is, and says what went."""

from datetime import UTC, datetime
from decimal import Decimal

from dashboard.components.umum.polos import polos
from dashboard.domain.skenario.dasar import Bagian, KunciUbahan
from data_access.engine import make_engine
from data_access.skenario import AWAL_POSISI, Skenario, simpan
from tests.pages.alat import geseran
from tests.pages.conftest import PembukaHalaman

PAPAN = "sim-PK-2024-3-posisi"
ADA = {KunciUbahan("JUMLAH_ASN"): Decimal(9000)}
HILANG = {
    KunciUbahan("TIADA"): Decimal(5),
    KunciUbahan("IKU-01", Bagian.PEMBILANG): Decimal(5),
    KunciUbahan("IKU-02", Bagian.TARGET_MIN): Decimal(5),
}
"""A code has gone, a report in parts has become one number, a range a single target."""


def test_what_has_gone_from_the_data_is_taken_off_a_reopened_scenario_and_said(
    sample_url: str, buka_halaman: PembukaHalaman
) -> None:
    skenario = Skenario(
        instansi="PK",
        kode="a1b2",
        nama="Banyak ASN",
        pelaku="Perencana",
        waktu=datetime(2024, 10, 1, tzinfo=UTC),
        tahun=2024,
        triwulan=3,
        awal=AWAL_POSISI,
        sasaran=("IKU-02",),
        versi_data="lama",
        ubahan=HILANG | ADA,
    )
    simpan(make_engine(sample_url), skenario)
    uji = buka_halaman("simulasi.py", instansi="PK", tahun=2024, triwulan=3, skenario="a1b2")
    assert uji.session_state[f"{PAPAN}-ubahan"] == ADA
    assert geseran(uji, PAPAN, "JUMLAH_ASN").teks == "9000"
    assert [t.value for t in uji.toast] == [polos("Dilepas karena tidak ada lagi dalam data: IKU-01, IKU-02, TIADA.")]
