"""What the figures of a closed quarter stand in stays with them: groups, due dates, settings, headcounts.

On both databases.
"""

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from sqlalchemy import Engine

from dashboard.domain.dasar.hak import PERENCANA_BAWAAN
from dashboard.domain.dasar.indikator import Polaritas
from dashboard.domain.dasar.periode import SampaiDengan
from dashboard.services.data.impor import ambil_alih
from dashboard.services.entri.bidang import bidang
from dashboard.services.entri.kunci import akhiri_koreksi, buka_koreksi, kunci_sampai
from dashboard.services.kinerja import kinerja
from dashboard.services.skp.sebaran import SebaranSkp, sebaran_skp
from data_access.schema import PEGAWAI_KUNCI
from tests.builders import NIP_UJI, BarisBuku, IsiBuku, tulis_csv
from tests.buku_segel import ALASAN, HARI_INI, buku, impor, indikator, realisasi, target

NIP_LAIN = "008002012005012002"
BADAN, BIDANG, SEKSI, REGU, LAIN = (
    {"kode": kode, "nama": nama, "induk": induk, "alias": alias}
    for kode, nama, induk, alias in (
        ("BADAN", "Badan", "", ""), ("BIDANG", "Bidang Satu", "BADAN", "Bid. Satu"),
        ("SEKSI", "Seksi", "BIDANG", ""), ("REGU", "Regu", "BIDANG", ""), ("LAIN", "Bidang Lain", "BADAN", ""),
    )
)  # fmt: skip


def buku_latar() -> IsiBuku:
    """A section with an indicator of its own and a group with a scored employee, under one of two divisions."""
    isi = buku()
    isi["unit"] = [BADAN, BIDANG, SEKSI, REGU, LAIN]
    isi["jabatan"] = [*isi["jabatan"], {"kode": "KASI", "nama": "Kepala Seksi", "unit": "SEKSI", "atasan": "KABID"}]
    isi["simpul"] = [satu | {"jabatan": "KABID" if satu["kode"] == "PRG" else ""} for satu in isi["simpul"]]
    isi["indikator"] = [satu | ({"pemilik": "KASI"} if satu["kode"] == "A" else {}) for satu in isi["indikator"]]
    isi["indikator"] += [indikator("D", perilaku="akumulasi", satuan="orang"), indikator("E", rumus="rerata")]
    isi["komponen"].append({"indikator": "E", "komponen": "A", "peran": "suku", "sifat": "tertulis", "bobot": "1"})
    isi["target"] += [target("D", "70"), target("D", "10", periode="TW1"), target("E", "50")]
    isi["realisasi"].append(realisasi("E", "40"))
    isi["pegawai"] = [satu | {"unit": "REGU"} for satu in isi["pegawai"]]
    isi["skp"] = [satu | {"bulan": bulan} for satu in isi["skp"] for bulan in ("1", "3", "4")]
    isi["perilaku"] = [satu | {"bulan": bulan} for satu in isi["perilaku"] for bulan in ("1", "3", "4")]
    return isi


@pytest.fixture
def terkunci(engine: Engine, tmp_path: Path) -> Engine:
    laporan = ambil_alih(engine, tulis_csv(tmp_path / "awal", buku_latar()), pelaku=PERENCANA_BAWAAN)
    assert laporan.diambil, laporan.teks()
    kunci_sampai(engine, PERENCANA_BAWAAN, "UJI", 2024, 1)
    return engine


def sebaran(engine: Engine, tw: int = 1, bulan: int = 1) -> SebaranSkp:
    k = kinerja(engine, PERENCANA_BAWAAN, "UJI", SampaiDengan(2024, tw))
    s = sebaran_skp(engine, PERENCANA_BAWAAN, k, bulan)
    assert s is not None
    return s


def terlihat(engine: Engine) -> dict[str, Any]:
    """Of the closed quarter, beside its figures: groups, headcounts, means, due dates, limits, and whose is what."""
    s = sebaran(engine)
    k = kinerja(engine, PERENCANA_BAWAAN, "UJI", SampaiDengan(2024, 1))
    milik = {u: bidang(engine, PERENCANA_BAWAAN, k, u, HARI_INI) for u in ("BADAN", "BIDANG", "LAIN")}
    return {
        "kelompok": [(g.kode, g.rekap, g.capaian, g.pegawai, g.predikat, g.tanda) for g in s.kelompok],
        "pegawai": s.pegawai,
        "jatuh": s.jatuh,
        "batas": (replace(s.batas, rezim_skp=None, dua_orang=None), s.rezim),
        "bidang": {u: (sorted(set(b.per_kode) & {"A", "B", "C", "R"}), b.batas) for u, b in milik.items()},
        "satuan": {kode: (h.indikator.satuan, h.indikator.polaritas) for kode, h in k.hasil.indikator.items()},
    }


def setelan(kunci: str, nilai: str, mulai: str = "") -> IsiBuku:
    return {"pengaturan": [{"kunci": kunci, "nilai": nilai, "berlaku_mulai": mulai}]}


PENGGESER: dict[str, tuple[IsiBuku, str, str]] = {
    "induk unit pemilik": ({"unit": [SEKSI | {"induk": "LAIN"}]}, "unit!C2", "A bidang SEKSI, BIDANG → SEKSI, LAIN"),
    "induk unit pegawai": ({"unit": [REGU | {"induk": "LAIN"}]}, "unit!C2", "REGU kelompok BIDANG → LAIN"),
    "puncak kedua": ({"unit": [{"kode": "UPT", "nama": "UPT"}]}, "unit!B2", "REGU kelompok BIDANG → BADAN"),
    "unit jabatan": (
        {"jabatan": [{"kode": "KASI", "nama": "Kepala Seksi", "unit": "LAIN", "atasan": "KABID"}]},
        "jabatan!C2",
        "A unit pemilik SEKSI → LAIN",
    ),
    "jabatan simpul": (
        {"simpul": [{"kode": "PRG", "jenjang": "program", "sasaran": "Program", "induk": "SAS", "jabatan": "KASI"}]},
        "simpul!E2",
        "B bidang BIDANG → SEKSI, BIDANG",
    ),
    "batas seragam": (setelan("skp_seragam_rentang", "9"), "pengaturan!B2", "skp_seragam_rentang isi 0,5 → 9"),
    "batas lapor": (setelan("batas_lapor_hari", "30"), "pengaturan!B2", "batas_lapor_hari isi 10 → 30"),
    "batas lapor sejak Februari": (
        setelan("batas_lapor_hari", "30", "1 Februari 2024"),
        "pengaturan!B2",
        "batas_lapor_hari isi 10 → 30",
    ),
    "rezim": (setelan("rezim_skp", "numerik"), "pengaturan!B2", "rezim_skp isi predikat → numerik"),
    "hari kerja": (setelan("skp_hari_kerja_pekan", "3"), "pengaturan!B2", "BLN01 batas lapor 2 Februari 2024 → "),
    "hari libur": (
        {"hari_libur": [{"tanggal": "2 Februari 2024", "keterangan": "Cuti bersama"}]},
        "hari_libur!B2",
        "BLN01 batas lapor 2 Februari 2024 → 5 Februari 2024",
    ),
    "nilai maksimum": (
        {"indikator": [indikator("A", pemilik="KASI") | {"maks": "60"}]}, "indikator!J2", "A nilai maksimum kosong → 60"
    ),
    "target setahun": (
        {"target": [target("D", "90")]},
        "target!D2",
        "D target tahunan 70 → 90",
    ),
}  # fmt: skip


@pytest.mark.parametrize("nama", PENGGESER)
def test_what_would_move_the_frame_of_closed_figures_is_refused_with_cell_and_figures(
    terkunci: Engine, tmp_path: Path, nama: str
) -> None:
    isi, sel, gerak = PENGGESER[nama]
    sebelum = terlihat(terkunci)
    laporan = impor(terkunci, tmp_path, isi)
    assert not laporan.diambil
    assert [m.sel for m in laporan.masalah] == [sel]
    assert "TW I 2024 sudah dikunci dan perubahan ini menggeser hasilnya (" in laporan.masalah[0].teks()
    assert gerak in laporan.masalah[0].teks()
    assert terlihat(terkunci) == sebelum


@pytest.mark.parametrize("nilai", ["ya", "tidak", "menurut cara"])
def test_who_may_approve_is_set_over_closed_quarters_and_moves_none_of_them(
    terkunci: Engine, tmp_path: Path, nilai: str
) -> None:
    sebelum = terlihat(terkunci)
    laporan = impor(terkunci, tmp_path, setelan("dua_orang", nilai))
    assert laporan.diambil, laporan.teks()
    assert terlihat(terkunci) == sebelum


def test_it_is_taken_under_an_open_correction_and_stays_afterwards(terkunci: Engine, tmp_path: Path) -> None:
    koreksi = buka_koreksi(terkunci, PERENCANA_BAWAAN, "UJI", 2024, 1, ALASAN)
    for nama in ("induk unit pegawai", "hari libur", "batas lapor"):
        assert impor(terkunci, tmp_path, PENGGESER[nama][0]).diambil, nama
    akhiri_koreksi(terkunci, PERENCANA_BAWAAN, "UJI", koreksi.nomor)
    sesudah = terlihat(terkunci)
    assert [g[0] for g in sesudah["kelompok"]] == ["LAIN"]
    assert sesudah["jatuh"].lapor == date(2024, 2, 5)
    assert not impor(terkunci, tmp_path, {"unit": [REGU]}).diambil
    assert terlihat(terkunci) == sesudah


PREDIKAT = {"unit": "BIDANG", "tahun": "2024"}
NETRAL: dict[str, IsiBuku] = {
    "unit baru": {"unit": [{"kode": "BARU", "nama": "Bidang Baru", "induk": "BADAN"}]},
    "nama unit": {"unit": [SEKSI | {"nama": "Seksi Data"}]},
    "unit tanpa angka": {"unit": [LAIN | {"induk": "BIDANG"}]},
    "setelan kemudian": setelan("skp_seragam_rentang", "9", "1 April 2024"),
    "rezim tahun berikut": setelan("rezim_skp", "numerik", "1 Februari 2024"),
    "hari libur kemudian": {"hari_libur": [{"tanggal": "17 Juni 2024", "keterangan": "Iduladha"}]},
    "pegawai baru": {"pegawai": [{"nip": NIP_LAIN, "nama": "Pegawai Lain", "unit": "SEKSI", "memimpin": "tidak"}]},
    "pegawai pindah": {"pegawai": [{"nip": NIP_UJI, "nama": "Pegawai Uji", "unit": "LAIN", "memimpin": "ya"}]},
    "predikat setahun": {"predikat_unit": [PREDIKAT | {"periode": "TAHUN", "predikat": "baik"}]},
    "satuan": {"indikator": [indikator("B", satuan="poin")]},
    "polaritas tanpa hasil": {"indikator": [indikator("D", polaritas="negatif")]},
}  # fmt: skip


@pytest.mark.parametrize("nama", NETRAL)
def test_what_goes_on_in_an_agency_is_taken_and_moves_nothing_closed(
    terkunci: Engine, tmp_path: Path, nama: str
) -> None:
    sebelum = terlihat(terkunci)
    laporan = impor(terkunci, tmp_path, NETRAL[nama])
    assert laporan.diambil, laporan.teks()
    assert terlihat(terkunci) == sebelum


def test_a_closed_month_keeps_its_headcount_and_an_open_one_has_todays(terkunci: Engine, tmp_path: Path) -> None:
    assert impor(terkunci, tmp_path, NETRAL["pegawai baru"]).diambil
    assert (sebaran(terkunci, 2, 3).pegawai, sebaran(terkunci, 2, 4).pegawai) == (1, 2)
    koreksi = buka_koreksi(terkunci, PERENCANA_BAWAAN, "UJI", 2024, 1, ALASAN)
    assert sebaran(terkunci, 2, 3).pegawai == 1
    assert impor(terkunci, tmp_path, {"pegawai": [{"nip": NIP_UJI, "nama": "Pegawai Uji", "unit": "LAIN"}]}).diambil
    akhiri_koreksi(terkunci, PERENCANA_BAWAAN, "UJI", koreksi.nomor)
    assert sebaran(terkunci).pegawai == 2


def test_a_quarter_closed_before_headcounts_were_kept_keeps_them_before_the_next_write(
    terkunci: Engine, tmp_path: Path
) -> None:
    with terkunci.begin() as connection:
        connection.execute(sa.delete(PEGAWAI_KUNCI))
    assert impor(terkunci, tmp_path, NETRAL["pegawai baru"]).diambil
    assert (sebaran(terkunci).pegawai, sebaran(terkunci, 2, 4).pegawai) == (1, 2)


def test_a_unit_predikat_counts_from_its_own_period_on(terkunci: Engine, tmp_path: Path) -> None:
    isi: IsiBuku = {
        "predikat_unit": [
            PREDIKAT | {"periode": "TW2", "predikat": "istimewa"}, PREDIKAT | {"periode": "TAHUN", "predikat": "baik"}
        ]
    }  # fmt: skip
    assert impor(terkunci, tmp_path, isi).diambil
    bulan = ((1, 1), (2, 4), (3, 4), (4, 0), (4, 1))
    terbaca = [sebaran(terkunci, *satu).kelompok[0].predikat for satu in bulan]
    assert [satu and satu.value for satu in terbaca] == [None, "istimewa", "istimewa", "baik", None]


def test_a_closed_quarter_shows_unit_and_direction_as_it_was_closed(terkunci: Engine, tmp_path: Path) -> None:
    assert impor(terkunci, tmp_path, NETRAL["satuan"] | {"realisasi": [realisasi("B", "9", "TW2")]}).diambil
    assert impor(terkunci, tmp_path, NETRAL["polaritas tanpa hasil"]).diambil
    k = kinerja(terkunci, PERENCANA_BAWAAN, "UJI", SampaiDengan(2024, 2))
    assert [h.indikator.satuan for h in k.tren("B")] == ["nilai", "poin"]
    assert [h.indikator.polaritas for h in k.tren("D")] == [Polaritas.POSITIF, Polaritas.NEGATIF]


def test_a_computed_value_beside_a_reported_one_does_not_move(terkunci: Engine, tmp_path: Path) -> None:
    """The reported one holds; the difference to what its parts come to is shown beside it."""
    bagian: BarisBuku = {"indikator": "E", "komponen": "B", "peran": "suku", "sifat": "tertulis"}
    laporan = impor(terkunci, tmp_path, {"komponen": [bagian | {"bobot": "1"}]})
    assert not laporan.diambil
    assert "E nilai dari komponen 20 → 35" in laporan.teks()
