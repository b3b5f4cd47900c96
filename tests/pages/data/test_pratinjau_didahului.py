"""Somebody else writes between the preview and the button: what was seen is taken, or seen anew."""

from pathlib import Path

import pytest

from dashboard.domain.dasar.hak import PERENCANA_BAWAAN
from dashboard.services.data.impor import ambil_alih
from data_access.engine import make_engine
from tests.berkas_rusak import realisasi
from tests.builders import tulis_csv
from tests.pages.alat import isi_html
from tests.pages.conftest import PembukaHalaman
from tests.pages.test_data import BARU, HALAMAN_DATA, PK, serahkan


@pytest.mark.parametrize(("indikator", "tersimpan"), [("IKU-02", True), ("IKU-03", False)])
def test_only_a_write_to_the_same_value_lets_the_preview_fall(
    buka_halaman: PembukaHalaman, sample_url: str, tmp_path: Path, indikator: str, tersimpan: bool
) -> None:
    uji = serahkan(buka_halaman(HALAMAN_DATA, **PK), "realisasi.xlsx", realisasi(BARU))
    lain = {"instansi": "PK", "indikator": indikator, "tahun": 2024, "periode": "TW4", "nilai": "70"}
    buku = tulis_csv(tmp_path / "lain", {"realisasi": [lain | {"sumber_nilai": "resmi"}]})
    assert ambil_alih(make_engine(sample_url), buku, pelaku=PERENCANA_BAWAAN).diambil
    isi = isi_html(uji.button(key="ambil-alih").click().run())
    assert ("1 baris baru tersimpan. Berkas: realisasi.xlsx." in isi) == tersimpan
    if not tersimpan:
        assert "diubah orang lain sejak diperiksa" in uji.warning[0].value
        assert "1 baris berubah siap diambil alih." in isi, "the preview is made anew and waits for the button again"
