"""What a closed quarter shows stays, whatever is written afterwards, on both databases."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
import sqlalchemy as sa
from sqlalchemy import Engine

from dashboard.domain.aturan.berlaku import AturanBerlaku
from dashboard.domain.dasar.hak import PERENCANA_BAWAAN, Tindakan
from dashboard.domain.dasar.periode import SampaiDengan
from dashboard.domain.dasar.skala import Status
from dashboard.domain.entri.kunci import PeriodeTerkunci
from dashboard.services import kinerja as layanan
from dashboard.services.data.batal_impor import batalkan_impor, impor_terakhir
from dashboard.services.data.impor import ambil_alih, periksa_berkas
from dashboard.services.data.keluar.ekspor import baca_ekspor
from dashboard.services.entri.kunci import akhiri_koreksi, buka_koreksi, kunci_sampai
from data_access import pengaturan as pembaca
from data_access.aturan import untuk
from data_access.baris import ambil
from data_access.batal_impor import TidakDapatDibatalkan
from data_access.kunci.segel import muat_segel
from data_access.schema import HASIL_KUNCI
from data_access.skp.ulang import hitung_ulang
from data_access.uow import UnitOfWork
from tests.builders import NIP_UJI, IsiBuku, tulis_csv
from tests.buku_segel import (
    ALASAN,
    PENGGESER_RERATA,
    buku,
    ekspor,
    impor,
    indikator,
    isi_dan_tutup,
    realisasi,
    rerata,
    target,
)


@pytest.fixture
def terkunci(engine: Engine, tmp_path: Path) -> Engine:
    return isi_dan_tutup(engine, tmp_path)


PENGGESER: dict[str, tuple[IsiBuku, str]] = {
    "polaritas": ({"indikator": [indikator("A", polaritas="negatif")]}, "indikator!E2"),
    "perilaku": ({"indikator": [indikator("C", satuan="orang", perilaku="progress")]}, "indikator!G2"),
    "rumus": ({"indikator": [indikator("R", rumus="jumlah")]}, "indikator!H2"),
    "bobot": (
        {"komponen": [{"indikator": "R", "komponen": "B", "peran": "suku", "sifat": "tertulis", "bobot": "3"}]},
        "komponen!E2",
    ),
    "target": ({"target": [target("A", "40")]}, "target!D2"),
    "versi yang berlaku surut": (
        {"target": [target("A", "40", versi="perubahan", berlaku_mulai="1 Februari 2024")]},
        "target!D2",
    ),
}  # fmt: skip


@pytest.mark.parametrize("nama", PENGGESER)
def test_a_workbook_that_would_move_a_closed_figure_is_refused_with_cell_and_figures(
    terkunci: Engine, tmp_path: Path, nama: str
) -> None:
    isi, sel = PENGGESER[nama]
    sebelum = ekspor(terkunci)
    laporan = impor(terkunci, tmp_path, isi)
    assert not laporan.diambil
    assert [m.sel for m in laporan.masalah] == [sel]
    assert "TW I 2024 sudah dikunci dan perubahan ini menggeser hasilnya (" in laporan.masalah[0].teks()
    assert ekspor(terkunci) == sebelum


def test_a_tolerance_set_later_moves_no_closed_status(engine: Engine, tmp_path: Path) -> None:
    impor(engine, tmp_path, buku() | {"realisasi": [realisasi("A", "48")]})
    kunci_sampai(engine, PERENCANA_BAWAAN, "UJI", 2024, 1)
    setelan = {"kunci": "toleransi_tercapai", "nilai": "5", "berlaku_mulai": ""}
    (masalah,) = impor(engine, tmp_path, {"pengaturan": [setelan]}).masalah
    assert "A status perlu perhatian → tercapai" in masalah.teks()
    assert impor(engine, tmp_path, {"pengaturan": [setelan | {"berlaku_mulai": "1 April 2024"}]}).diambil
    assert {b["kode"]: b["status"] for b in ekspor(engine)["indikator"]}["A"] == "perlu_perhatian"


def test_the_refusal_names_the_figure_before_and_after(terkunci: Engine, tmp_path: Path) -> None:
    laporan = impor(terkunci, tmp_path, PENGGESER["polaritas"][0])
    assert "A capaian 40 → 160" in laporan.masalah[0].teks()


def test_the_preview_says_it_before_anything_is_taken(terkunci: Engine, tmp_path: Path) -> None:
    folder = tulis_csv(tmp_path / "pratinjau", PENGGESER["bobot"][0])
    assert len(periksa_berkas(terkunci, folder, instansi="UJI").masalah) == 1


def test_under_an_open_correction_it_is_taken_and_the_new_result_is_kept(terkunci: Engine, tmp_path: Path) -> None:
    koreksi = buka_koreksi(terkunci, PERENCANA_BAWAAN, "UJI", 2024, 1, ALASAN)
    assert impor(terkunci, tmp_path, PENGGESER["polaritas"][0]).diambil
    akhiri_koreksi(terkunci, PERENCANA_BAWAAN, "UJI", koreksi.nomor)
    with terkunci.connect() as connection:
        assert muat_segel(connection, "UJI", 2024)["TW1"]["A"]["capaian"] == 160
    assert not impor(terkunci, tmp_path, {"indikator": [indikator("A")]}).diambil


def test_what_moves_no_closed_figure_is_taken_and_the_closed_export_stays(terkunci: Engine, tmp_path: Path) -> None:
    sebelum = ekspor(terkunci)
    isi: IsiBuku = {
        "indikator": [indikator("A", nama="Nama yang diperbaiki"), indikator("BARU")],
        "target": [target("BARU", "10")],
        "realisasi": [realisasi("A", "60", "TW2"), realisasi("C", "50", "TW2")],
    }
    assert impor(terkunci, tmp_path, isi).diambil
    assert ekspor(terkunci) == sebelum
    assert {baris["kode"] for baris in ekspor(terkunci, "TW2")["indikator"]} == {"A", "B", "C", "R", "BARU"}


def test_an_indicator_that_came_later_is_counted_in_no_closed_quarter(terkunci: Engine, tmp_path: Path) -> None:
    impor(terkunci, tmp_path, {"indikator": [indikator("BARU")], "target": [target("BARU", "10")]})
    k = layanan.kinerja(terkunci, PERENCANA_BAWAAN, "UJI", SampaiDengan(2024, 1))
    assert k.hasil.indikator["BARU"].status is Status.TIDAK_DITARGETKAN
    assert "belum ada ketika" in k.hasil.indikator["BARU"].catatan[0]


@pytest.mark.parametrize("isi", PENGGESER_RERATA.values(), ids=PENGGESER_RERATA)
def test_what_would_move_a_closed_mean_or_count_is_refused(terkunci: Engine, tmp_path: Path, isi: IsiBuku) -> None:
    sebelum = rerata(terkunci)
    laporan = impor(terkunci, tmp_path, isi)
    assert not laporan.diambil, laporan.teks()
    assert rerata(terkunci) == sebelum


def test_a_main_indicator_that_comes_later_leaves_the_closed_mean(engine: Engine, tmp_path: Path) -> None:
    isi = buku()
    isi["indikator"] = [
        satu | ({"simpul": "SAS", "jenis": "sasaran"} if satu["kode"] == "A" else {}) for satu in isi["indikator"]
    ]
    assert ambil_alih(engine, tulis_csv(tmp_path / "awal", isi), pelaku=PERENCANA_BAWAAN).diambil
    kunci_sampai(engine, PERENCANA_BAWAAN, "UJI", 2024, 1)
    assert rerata(engine) == (Decimal(40), 1)
    assert impor(engine, tmp_path, {"indikator": [indikator("Z", jenis="IKU")], "target": [target("Z", "10")]}).diambil
    assert rerata(engine) == (Decimal(40), 1)


def test_a_setting_of_a_later_day_is_taken_and_moves_no_earlier_mean(terkunci: Engine, tmp_path: Path) -> None:
    impor(terkunci, tmp_path, {"realisasi": [realisasi("A", "90", "TW2"), realisasi("A", "90", "TW3")]})
    dua = SampaiDengan(2024, 2)

    def terlihat(sd: SampaiDengan) -> Decimal | None:
        k = layanan.kinerja(terkunci, PERENCANA_BAWAAN, "UJI", sd)
        return k.rerata([k.hasil.indikator["A"]]).nilai

    setelan = {"kunci": "batas_rerata", "nilai": "100", "berlaku_mulai": "1 Agustus 2024"}
    assert impor(terkunci, tmp_path, {"pengaturan": [setelan]}).diambil
    assert (terlihat(dua), terlihat(SampaiDengan(2024, 3))) == (Decimal(180), Decimal(100))


def test_an_indicator_forgotten_at_closing_enters_under_a_correction(terkunci: Engine, tmp_path: Path) -> None:
    nomor = buka_koreksi(terkunci, PERENCANA_BAWAAN, "UJI", 2024, 1, ALASAN).nomor
    isi: IsiBuku = {
        "indikator": [indikator("LUPA")], "target": [target("LUPA", "50")], "realisasi": [realisasi("LUPA", "50")]
    }  # fmt: skip
    assert impor(terkunci, tmp_path, isi).diambil
    akhiri_koreksi(terkunci, PERENCANA_BAWAAN, "UJI", nomor)
    lupa = next(b for b in ekspor(terkunci)["indikator"] if b["kode"] == "LUPA")
    assert (lupa["capaian"], lupa["status"]) == (100, "tercapai")
    assert not impor(terkunci, tmp_path, {"realisasi": [realisasi("LUPA", "40")]}).diambil


def terakhir_dan_halangan(engine: Engine) -> tuple[int, str]:
    """The version that could be undone next, and what the page says before anybody tries."""
    impor = impor_terakhir(engine, PERENCANA_BAWAAN, "UJI")
    assert impor.versi is not None
    return impor.versi, impor.halangan or ""


def test_an_import_under_a_closed_quarter_is_not_undone(engine: Engine, tmp_path: Path) -> None:
    assert ambil_alih(engine, tulis_csv(tmp_path / "awal", buku()), pelaku=PERENCANA_BAWAAN).diambil
    impor(engine, tmp_path, {"indikator": [indikator("A", polaritas="negatif")]})
    kunci_sampai(engine, PERENCANA_BAWAAN, "UJI", 2024, 1)
    sebelum = ekspor(engine)
    versi, halangan = terakhir_dan_halangan(engine)
    assert "menggeser hasilnya (A capaian 160 → 40" in halangan
    with pytest.raises(TidakDapatDibatalkan, match="A capaian") as error:
        batalkan_impor(engine, PERENCANA_BAWAAN, "UJI", versi)
    assert str(error.value) == halangan
    assert ekspor(engine) == sebelum


def test_what_moves_nothing_closed_or_stands_under_a_correction_may_be_undone(engine: Engine, tmp_path: Path) -> None:
    assert ambil_alih(engine, tulis_csv(tmp_path / "awal", buku()), pelaku=PERENCANA_BAWAAN).diambil
    impor(engine, tmp_path, {"indikator": [indikator("A", polaritas="negatif")]})
    kunci_sampai(engine, PERENCANA_BAWAAN, "UJI", 2024, 1)
    nomor = buka_koreksi(engine, PERENCANA_BAWAAN, "UJI", 2024, 1, ALASAN).nomor
    assert terakhir_dan_halangan(engine)[1] == ""
    akhiri_koreksi(engine, PERENCANA_BAWAAN, "UJI", nomor)
    assert impor(engine, tmp_path, {"indikator": [indikator("A", polaritas="negatif", nama="Nama lain")]}).diambil
    versi, halangan = terakhir_dan_halangan(engine)
    assert halangan == ""
    batalkan_impor(engine, PERENCANA_BAWAAN, "UJI", versi)


def test_a_unit_of_work_on_definitions_is_stopped_as_well(terkunci: Engine) -> None:
    with terkunci.connect() as connection:
        lama = ambil(connection, "indikator", "UJI", saring={"kode": ["A"]})[0]
    with UnitOfWork(terkunci, PERENCANA_BAWAAN, "UJI", Tindakan.IMPOR) as uow:
        uow.ubah("indikator", [(lama, lama | {"polaritas": "negatif"})])
        with pytest.raises(PeriodeTerkunci, match="menggeser hasilnya"):
            uow.commit()


def test_a_quarter_closed_before_results_were_kept_is_kept_before_the_next_write(
    terkunci: Engine, tmp_path: Path
) -> None:
    with terkunci.begin() as connection:
        connection.execute(sa.delete(HASIL_KUNCI))
    assert not impor(terkunci, tmp_path, PENGGESER["polaritas"][0]).diambil
    assert impor(terkunci, tmp_path, {"realisasi": [realisasi("A", "60", "TW2")]}).diambil
    with terkunci.connect() as connection:
        assert muat_segel(connection, "UJI", 2024)["TW1"]["A"]["capaian"] == 40


def test_where_a_newer_rule_computes_otherwise_the_kept_result_is_shown_and_both_are_said(
    terkunci: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    def longgar(hari: date) -> AturanBerlaku:
        lama = untuk(hari)
        status = tuple(replace(k, batas=Decimal(30)) if k.kode == "perlu_perhatian" else k for k in lama.status)
        return replace(lama, kelas={**lama.kelas, "STATUS": status})

    monkeypatch.setattr(pembaca, "untuk", longgar)
    k = layanan.kinerja(terkunci, PERENCANA_BAWAAN, "UJI", SampaiDengan(2024, 2))
    tersimpan = k.per_triwulan[0].indikator["A"]
    assert tersimpan.status is Status.KRITIS
    assert "Program ini kini menghitung lain: A status kritis → perlu perhatian." in tersimpan.catatan[0]
    assert baca_ekspor(terkunci, PERENCANA_BAWAAN, "UJI", 2024, "TW1").isi["indikator"][0]["status"] == "kritis"


def test_an_employee_who_moves_or_is_described_anew_reaches_into_no_closed_month(
    terkunci: Engine, tmp_path: Path
) -> None:
    sebelum = ekspor(terkunci)
    pindah = {"nip": NIP_UJI, "nama": "Pegawai Uji", "unit": "BADAN", "memimpin": "tidak"}
    assert impor(terkunci, tmp_path, {"pegawai": [pindah]}).diambil
    assert ekspor(terkunci) == sebelum
    with terkunci.begin() as connection:
        ulang = hitung_ulang(connection, "UJI")
    assert ulang.sama
    assert ulang.terkunci_beda
    assert ekspor(terkunci) == sebelum


def test_a_quarter_says_nothing_of_later_months_and_nothing_of_the_year(terkunci: Engine, tmp_path: Path) -> None:
    april = {"nip": NIP_UJI, "tahun": "2024", "bulan": "4", "no": "1", "kegiatan": "Menyusun", "target_kuantitas": "2"}
    assert impor(terkunci, tmp_path, {"skp": [april]}).diambil
    assert [baris["bulan"] for baris in ekspor(terkunci)["skp"]] == [1]
    assert 4 in [baris["bulan"] for baris in ekspor(terkunci, "TW2")["skp"]]


def test_a_newer_rule_that_computes_otherwise_stops_no_write_that_moves_nothing(
    terkunci: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def longgar(hari: date) -> AturanBerlaku:
        lama = untuk(hari)
        status = tuple(replace(k, batas=Decimal(30)) if k.kode == "perlu_perhatian" else k for k in lama.status)
        return replace(lama, kelas={**lama.kelas, "STATUS": status})

    monkeypatch.setattr(pembaca, "untuk", longgar)
    sebelum = ekspor(terkunci)
    assert impor(terkunci, tmp_path, {"realisasi": [realisasi("A", "60", "TW2")]}).diambil
    assert not impor(terkunci, tmp_path, PENGGESER["polaritas"][0]).diambil
    assert ekspor(terkunci) == sebelum
    koreksi = buka_koreksi(terkunci, PERENCANA_BAWAAN, "UJI", 2024, 1, ALASAN)
    assert impor(terkunci, tmp_path, {"realisasi": [realisasi("B", "25")]}).diambil
    akhiri_koreksi(terkunci, PERENCANA_BAWAAN, "UJI", koreksi.nomor)
    with terkunci.connect() as connection:
        segel = muat_segel(connection, "UJI", 2024)["TW1"]
    assert (segel["A"]["status"], segel["B"]["capaian"]) == ("kritis", 50)
