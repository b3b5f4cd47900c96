"""The page Riwayat: what a link asks, and that an open page sees what happened meanwhile without reading it anew."""

import sqlalchemy as sa

from dashboard.domain.dasar.hak import PERENCANA_BAWAAN
from dashboard.services.entri.kunci import kunci_sampai
from data_access.engine import make_engine
from data_access.files.penghapusan import hapus_instansi
from tests.pages.alat import isi_html
from tests.pages.conftest import PembukaHalaman

HALAMAN = "riwayat.py"
PASER = {"instansi": "PASER", "tahun": 2023, "triwulan": "IV"}


def test_a_link_asks_the_history_of_one_number(buka_halaman: PembukaHalaman) -> None:
    uji = buka_halaman(HALAMAN, instansi="PK", tahun=2024, triwulan="II", kode="IKU-03")
    assert uji.text_input(key="riwayat-kode").value == "IKU-03"
    assert "IKU-01" not in isi_html(uji)


def test_a_removal_elsewhere_shows_at_the_next_rerun_of_an_open_page(
    buka_halaman: PembukaHalaman, sample_url: str
) -> None:
    uji = buka_halaman(HALAMAN, **PASER)
    assert "Instansi yang dihapus" not in isi_html(uji)
    engine = make_engine(sample_url)
    hapus_instansi(engine, PERENCANA_BAWAAN, "PK", "PK")
    engine.dispose()
    assert "Instansi yang dihapus" in isi_html(uji.run())


def test_a_rerun_asks_the_database_only_whether_anything_changed(buka_halaman: PembukaHalaman) -> None:
    uji = buka_halaman(HALAMAN, **PASER)
    ditanya: list[str] = []

    def catat(*isi: object) -> None:
        ditanya.append(str(isi[2]))

    sa.event.listen(sa.Engine, "before_cursor_execute", catat)
    try:
        uji.run()
    finally:
        sa.event.remove(sa.Engine, "before_cursor_execute", catat)
    assert ditanya
    assert [satu for satu in ditanya if "FROM jejak" in satu or "penghapusan.cadangan" in satu] == []


def test_a_link_asks_for_what_was_closed_and_an_open_page_follows_a_closing(
    buka_halaman: PembukaHalaman, sample_url: str
) -> None:
    uji = buka_halaman(HALAMAN, **PASER, lembar="kunci")
    assert uji.selectbox(key="riwayat-lembar").value == "kunci"
    assert "Tidak ada perubahan yang cocok" in isi_html(uji)
    engine = make_engine(sample_url)
    kunci_sampai(engine, PERENCANA_BAWAAN, "PASER", 2023, 4)
    engine.dispose()
    html = isi_html(uji.run())
    assert [f"TW {tw} 2023" in html for tw in ("I", "II", "III", "IV")] == [True] * 4
    assert "penguncian pada halaman Bidang" in html
