"""One regime a year for everybody: page and indicator count the same people by the same appraisal."""

from pathlib import Path
from random import Random
from typing import Any

import pytest
from sqlalchemy import Engine

from dashboard.components.skp.bagian import temuan
from dashboard.domain.dasar.hak import PERENCANA_BAWAAN
from dashboard.domain.dasar.periode import POSISI, SampaiDengan
from dashboard.services.kinerja import kinerja
from dashboard.services.skp.sebaran import SebaranSkp, sebaran_skp
from dashboard.texts_skp import menunggu_dinilai
from tests.data_access.skp.buku import (
    NUMERIK,
    ambil,
    buku_pegawai_skp,
    kegiatan,
    kosongkan,
    orang,
    persen_baik,
    rating,
    sikap,
)

LIMA = orang(5)


def buku(bulan: int, dinilai: list[str], bernilai: list[str], hasil: str = "sesuai") -> dict[str, list[dict[str, Any]]]:
    """Five employees: `dinilai` have both ratings in that month (0: the year), `bernilai` a numeric score."""
    isi = buku_pegawai_skp(LIMA)
    isi["skp"] = [kegiatan(nip, bulan) for nip in bernilai]
    perilaku = {nip: rating(nip, bulan, hasil) for nip in dinilai}
    for nip in bernilai:
        perilaku[nip] = sikap(nip, bulan) | perilaku.get(nip, {})
    isi["perilaku"] = list(perilaku.values())
    return isi


def sebaran(engine: Engine, periode: str) -> SebaranSkp | None:
    k = kinerja(engine, PERENCANA_BAWAAN, "UJI", SampaiDengan.dari_kode(2024, periode))
    return sebaran_skp(engine, PERENCANA_BAWAAN, k)


def di_halaman(engine: Engine, triwulan: int) -> tuple[int, int]:
    s = sebaran(engine, f"TW{triwulan}")
    assert s is not None
    orang = s.penilaian(s.semua)
    return orang.dinilai, orang.baik


@pytest.mark.parametrize(("bulan", "periode", "triwulan"), [(0, "TAHUN", 4), (2, "TW1", 1), (5, "TW2", 2)])
def test_an_old_score_of_one_person_does_not_hide_the_predikat_of_the_others(
    engine: Engine, tmp_path: Path, bulan: int, periode: str, triwulan: int
) -> None:
    ambil(engine, tmp_path / "buku", buku(bulan, LIMA, LIMA[:1]))
    assert persen_baik(engine, periode)["realisasi"] == 100
    assert di_halaman(engine, triwulan) == (5, 5)


def test_a_numeric_score_alone_is_not_yet_assessed_in_a_year_of_predikat(engine: Engine, tmp_path: Path) -> None:
    ambil(engine, tmp_path / "buku", buku(0, LIMA[:3], LIMA[2:]))
    baris = persen_baik(engine)
    assert (baris["realisasi"], baris["status"]) == (60, "belum_dilaporkan")
    assert di_halaman(engine, 4) == (3, 3)
    hasil = kinerja(engine, PERENCANA_BAWAAN, "UJI", SampaiDengan(2024, 4)).hasil.indikator["BAIK"]
    assert hasil.catatan[-2].startswith("Dihitung menurut predikat kinerja setahun; pegawai yang tidak mempunyainya")


def test_numbers_without_any_predikat_leave_a_year_of_predikat_unassessed(engine: Engine, tmp_path: Path) -> None:
    ambil(engine, tmp_path / "buku", buku(0, [], LIMA))
    assert persen_baik(engine)["realisasi"] is None
    assert di_halaman(engine, 4) == (0, 0)


def test_a_year_of_numbers_does_not_count_predikat(engine: Engine, tmp_path: Path) -> None:
    ambil(engine, tmp_path / "buku", buku(0, LIMA, LIMA[:1], "di_bawah") | {"pengaturan": NUMERIK})
    assert persen_baik(engine)["realisasi"] == 20
    assert di_halaman(engine, 4) == (1, 1)


def test_a_setting_made_within_the_year_holds_from_the_next_year_on(engine: Engine, tmp_path: Path) -> None:
    isi = buku(0, LIMA, LIMA[:1])
    isi["pengaturan"] = [satu | {"berlaku_mulai": "2024-07-01"} for satu in NUMERIK]
    ambil(engine, tmp_path / "buku", isi)
    assert persen_baik(engine)["realisasi"] == 100


def test_a_quarter_reads_the_last_month_with_a_result_of_the_regime(engine: Engine, tmp_path: Path) -> None:
    isi, mei = buku(4, LIMA, []), buku(5, [], LIMA)
    ambil(engine, tmp_path / "buku", isi | {"skp": mei["skp"], "perilaku": [*isi["perilaku"], *mei["perilaku"]]})
    assert persen_baik(engine, "TW2")["realisasi"] == 100
    assert persen_baik(engine, "TW1")["realisasi"] is None


def test_what_was_assessed_in_an_earlier_quarter_is_no_share_of_a_later_one(engine: Engine, tmp_path: Path) -> None:
    ambil(engine, tmp_path / "buku", buku(3, LIMA, []))
    assert persen_baik(engine, "TW1")["realisasi"] == 100
    for periode in ("TW2", "TW3"):
        baik = persen_baik(engine, periode)
        assert (baik["realisasi"], baik["status"]) == (None, "belum_dilaporkan")


def test_page_and_indicator_rest_on_the_same_month_at_every_position(engine: Engine, tmp_path: Path) -> None:
    """Also where the page still shows March at TW II: it says that TW II waits, as the indicator does."""
    acak = Random(10)
    for n in range(8):
        kosongkan(engine)
        isi = buku_pegawai_skp(LIMA)
        bulan = sorted(acak.sample(range(13), acak.randint(1, 4)) if n else [3])
        orang_bulan = {b: (acak.sample(LIMA, acak.randint(1, 5)), acak.choice(["sesuai", "di_bawah"])) for b in bulan}
        isi["perilaku"] = [rating(nip, b, hasil) for b, (nips, hasil) in orang_bulan.items() for nip in nips]
        ambil(engine, tmp_path / f"buku{n}", isi)
        for periode in POSISI:
            s, baris = sebaran(engine, periode), persen_baik(engine, periode)
            if s is None or s.acuan is None:
                assert baris["realisasi"] is None, (orang_bulan, periode)
                assert s is None or s.menunggu or not s.penilaian(s.semua).dinilai, (orang_bulan, periode)
            else:
                assert s.bulan == s.acuan
                assert baris["realisasi"] == 20 * s.penilaian(s.semua).baik, (orang_bulan, periode)


def test_a_page_that_waits_says_whose_month_it_shows_and_judges_no_unit_by_it(engine: Engine, tmp_path: Path) -> None:
    ambil(engine, tmp_path / "buku", buku(3, LIMA, []))
    s = sebaran(engine, "TW2")
    assert s is not None
    assert (s.bulan, s.acuan, s.menunggu, [k.capaian for k in s.kelompok]) == (3, None, True, [None])
    assert temuan(s) == "TW II belum dinilai; Maret: 5 dari 5 pegawai berpredikat Baik ke atas"
    assert menunggu_dinilai(s.sd, s.bulan) == (
        "TW II belum dinilai, sehingga indikator pegawai Baik ke atas s.d. TW II 2024 masih menunggu. "
        "Yang tampak di halaman ini nilai Maret, dari TW I."
    )
    s = sebaran(engine, "TW1")
    assert s is not None
    assert (s.acuan, s.menunggu, temuan(s)) == (3, False, "5 dari 5 pegawai berpredikat Baik ke atas")


def test_a_month_after_the_position_is_not_known_on_its_page(engine: Engine, tmp_path: Path) -> None:
    """DOMAIN.md section 2: nothing known later changes an earlier position."""
    ambil(engine, tmp_path / "april", buku(4, LIMA, []))
    assert sebaran(engine, "TW1") is None
    sebelum = sebaran(engine, "TW2")
    ambil(engine, tmp_path / "agustus", buku(8, LIMA[:2], [], "di_bawah"))
    assert sebaran(engine, "TW1") is None
    sesudah = sebaran(engine, "TW2")
    assert sebelum is not None
    assert sesudah is not None
    assert (sesudah.bulan_ada, sesudah.bulan, sesudah.semua_bulanan[4]) == ((0, 4), 4, sebelum.semua)
    lanjut = sebaran(engine, "TW3")
    assert lanjut is not None
    assert (lanjut.bulan_ada, lanjut.bulan) == ((0, 4, 8), 8)


def test_a_share_just_under_its_limit_is_said_with_the_decimal_that_tells(engine: Engine, tmp_path: Path) -> None:
    """117 of 196 is 59,7 %, not the 60 % it must be at least."""
    isi = buku_pegawai_skp(orang(196))
    hasil = ["di_bawah"] * 117 + ["sesuai"] * 79
    isi["perilaku"] = [rating(nip, 0, satu) for nip, satu in zip(orang(196), hasil, strict=True)]
    isi["predikat_unit"] = [{"unit": "BIDANG", "tahun": "2024", "periode": "TAHUN", "predikat": "Butuh Perbaikan"}]
    ambil(engine, tmp_path / "buku", isi)
    s = sebaran_skp(engine, PERENCANA_BAWAAN, kinerja(engine, PERENCANA_BAWAAN, "UJI", SampaiDengan(2024, 4)))
    assert s is not None
    bidang = next(k for k in s.kelompok if k.kode == "BIDANG")
    assert bidang.peringatan == ("Butuh Perbaikan 59,7 %, paling sedikit 60 %",)
