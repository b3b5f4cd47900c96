"""Files handed in together are held against closed quarters together, on both databases."""

from pathlib import Path

import pytest
from sqlalchemy import Engine

from dashboard.domain.dasar.hak import PERENCANA_BAWAAN
from dashboard.services.data.masuk import PratinjauBuku, TidakDapatDiambil, ambil_serahan, periksa_serahan
from dashboard.services.data.serahan import Serahan, Unggahan
from dashboard.services.entri.kunci import buka_koreksi
from tests.builders import IsiBuku, tulis_xlsx
from tests.buku_segel import ALASAN, ekspor, impor, indikator, isi_dan_tutup

KAITAN = {"indikator": "A", "komponen": "B", "peran": "suku", "bobot": "1"}
RUMUS: IsiBuku = {"indikator": [indikator("A", pemilik="KABAN", rumus="jumlah")]}
TERTULIS: IsiBuku = {"komponen": [KAITAN | {"sifat": "tertulis"}]}
LAIN: IsiBuku = {"variabel": [{"kode": "LAIN", "nama": "Variabel lain"}]}


@pytest.fixture
def tertutup(engine: Engine, tmp_path: Path) -> Engine:
    """A reported A over B: a formula without a link, or a link without a formula, computes nothing beside it."""
    isi_dan_tutup(engine, tmp_path)
    assert impor(engine, tmp_path, {"komponen": [KAITAN | {"sifat": "kontribusi"}]}).diambil
    return engine


def serahan(folder: Path, *isi: IsiBuku) -> Serahan:
    semua = [tulis_xlsx(folder / f"berkas{n}.xlsx", satu) for n, satu in enumerate(isi, start=1)]
    return Serahan(tuple(Unggahan(satu.name, satu.read_bytes()) for satu in semua))


def periksa(engine: Engine, isi: Serahan) -> PratinjauBuku:
    return periksa_serahan(engine, PERENCANA_BAWAAN, "UJI", isi)


def test_what_no_file_moves_alone_is_named_with_its_figure_and_cells(tertutup: Engine, tmp_path: Path) -> None:
    for satu in (RUMUS, TERTULIS):
        assert periksa(tertutup, serahan(tmp_path, satu)).boleh_diambil
    bersama = serahan(tmp_path, RUMUS, LAIN, TERTULIS)
    pratinjau = periksa(tertutup, bersama)
    assert [m.lembar for m in pratinjau.masalah] == ["indikator", "komponen"]
    for masalah in pratinjau.masalah:
        assert "TW I 2024 sudah dikunci dan perubahan ini menggeser hasilnya (A nilai dari komponen" in masalah.salah
        assert "membuka koreksi TW I 2024" in masalah.benar
    assert pratinjau.jumlah["ditolak"] == len(pratinjau.masalah)
    sebelum = ekspor(tertutup)
    with pytest.raises(TidakDapatDiambil, match="2 masalah harus diperbaiki"):
        ambil_serahan(tertutup, PERENCANA_BAWAAN, "UJI", bersama, pratinjau.versi, lambda _: None)
    assert ekspor(tertutup) == sebelum


def test_under_a_correction_they_are_taken_together(tertutup: Engine, tmp_path: Path) -> None:
    buka_koreksi(tertutup, PERENCANA_BAWAAN, "UJI", 2024, 1, ALASAN)
    bersama = serahan(tmp_path, RUMUS, TERTULIS)
    pratinjau = periksa(tertutup, bersama)
    assert pratinjau.boleh_diambil
    assert ambil_serahan(tertutup, PERENCANA_BAWAAN, "UJI", bersama, pratinjau.versi, lambda _: None).diambil
