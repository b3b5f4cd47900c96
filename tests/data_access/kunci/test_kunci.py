"""A closed quarter against every way of writing, on both databases."""

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest
from sqlalchemy import Engine

from dashboard.domain.dasar.hak import PERENCANA_BAWAAN, Pelaku, Peran, TidakBerwenang, Tindakan
from dashboard.domain.entri.kunci import KunciDitolak, PeriodeTerkunci
from dashboard.services.data.impor import ambil_alih
from dashboard.services.entri.kunci import akhiri_koreksi, buka_koreksi, buku_kunci, kunci_sampai
from dashboard.services.jam import ZONA
from dashboard.services.riwayat import SaringanRiwayat, riwayat
from data_access.baris import Baris, ambil
from data_access.kinerja import versi_data
from data_access.uow import UnitOfWork
from data_access.workbook.terapkan import terapkan
from tests.builders import IsiBuku, alamat, buku_kecil, tulis_csv

ALASAN = "salah ketik laporan bidang"
KEPALA = Pelaku("Kepala", Peran.KEPALA, "UJI")
KABID = Pelaku("Kabid", Peran.KEPALA_BIDANG, "UJI", "BIDANG")


@pytest.fixture
def terisi(engine: Engine, tmp_path: Path) -> Engine:
    """The small agency taken in, and its first quarter closed."""
    assert ambil_alih(engine, tulis_csv(tmp_path / "awal", buku_kecil()), pelaku=PERENCANA_BAWAAN).diambil
    kunci_sampai(engine, PERENCANA_BAWAAN, "UJI", 2024, 1)
    return engine


def iku(engine: Engine) -> Baris:
    with engine.connect() as connection:
        return ambil(connection, "realisasi", "UJI", saring={"indikator": ["IKU"]})[0]


def buku(nilai: str, periode: str = "TW1") -> IsiBuku:
    baris = {"indikator": "IKU", "tahun": "2024", "periode": periode, "nilai": nilai, "sumber_nilai": "resmi"}
    return {"realisasi": [baris]}


def ubah(engine: Engine, **isi: object) -> None:
    lama = iku(engine)
    with UnitOfWork(engine, PERENCANA_BAWAAN, "UJI", Tindakan.ISI_REALISASI) as uow:
        uow.ubah("realisasi", [(lama, lama | isi)])  # type: ignore[list-item]
        uow.commit()


def hapus(engine: Engine) -> None:
    with UnitOfWork(engine, PERENCANA_BAWAAN, "UJI", Tindakan.ISI_REALISASI) as uow:
        uow.hapus("realisasi", [iku(engine)])
        uow.commit()


@pytest.mark.parametrize("tulis", [lambda e: ubah(e, nilai=None), lambda e: ubah(e, kendala="baru"), hapus])
def test_no_unit_of_work_changes_a_closed_quarter(terisi: Engine, tulis: Callable[[Engine], None]) -> None:
    sebelum = iku(terisi)
    with pytest.raises(PeriodeTerkunci):
        tulis(terisi)
    assert iku(terisi) == sebelum


def test_a_workbook_is_told_sheet_and_cell_and_nothing_is_taken(terisi: Engine, tmp_path: Path) -> None:
    isi = buku("21") | {"variabel": [{"kode": "LAIN", "nama": "Variabel lain"}]}
    laporan = ambil_alih(terisi, tulis_csv(tmp_path / "buku", isi), pelaku=PERENCANA_BAWAAN, instansi="UJI")
    assert not laporan.diambil
    assert [m.sel for m in laporan.masalah] == [alamat(isi, "realisasi", "nilai", 0)]
    assert laporan.masalah[0].teks() == (
        'realisasi!D2: "21" tidak dapat diambil, TW I 2024 sudah dikunci. Minta perencana membuka koreksi TW I 2024 '
        "dengan alasan pada halaman Bidang & IKI."
    )
    with terisi.connect() as connection:
        assert [b["kode"] for b in ambil(connection, "variabel", "UJI")] == ["JUMLAH_ASN"]


def test_the_same_workbook_again_is_no_change_of_a_closed_quarter(terisi: Engine, tmp_path: Path) -> None:
    laporan = ambil_alih(terisi, tulis_csv(tmp_path / "lagi", buku_kecil()), pelaku=PERENCANA_BAWAAN)
    assert not laporan.masalah
    assert laporan.jumlah_perubahan == 0


def test_a_workbook_for_an_open_quarter_is_taken(terisi: Engine, tmp_path: Path) -> None:
    folder = tulis_csv(tmp_path / "buku", buku("41", "TW2"))
    assert ambil_alih(terisi, folder, pelaku=PERENCANA_BAWAAN, instansi="UJI").diambil


def test_a_quarter_closed_between_check_and_taking_is_found_and_named(
    engine: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ambil_alih(engine, tulis_csv(tmp_path / "awal", buku_kecil()), pelaku=PERENCANA_BAWAAN)
    letak = "dashboard.services.data.impor.terapkan"

    def kunci_lalu_terapkan(*argumen: object) -> None:
        monkeypatch.setattr(letak, terapkan)
        kunci_sampai(engine, PERENCANA_BAWAAN, "UJI", 2024, 1)
        terapkan(*argumen)  # type: ignore[arg-type]

    monkeypatch.setattr(letak, kunci_lalu_terapkan)
    folder = tulis_csv(tmp_path / "buku", buku("21"))
    laporan = ambil_alih(engine, folder, pelaku=PERENCANA_BAWAAN, instansi="UJI")
    assert [m.sel for m in laporan.masalah] == ["realisasi!D2"]
    assert str(iku(engine)["nilai"]) == "20.25"


def test_an_opened_correction_lets_changes_through_and_they_stay_visible(terisi: Engine, tmp_path: Path) -> None:
    koreksi = buka_koreksi(terisi, PERENCANA_BAWAAN, "UJI", 2024, 1, ALASAN)
    assert ambil_alih(terisi, tulis_csv(tmp_path / "b", buku("21")), pelaku=PERENCANA_BAWAAN, instansi="UJI").diambil
    ubah(terisi, kendala="terlambat dihitung")
    akhiri_koreksi(terisi, PERENCANA_BAWAAN, "UJI", koreksi.nomor)
    with pytest.raises(PeriodeTerkunci):
        ubah(terisi, kendala="lain")
    isi = buku_kunci(terisi, PERENCANA_BAWAAN, "UJI")
    assert [(p.nomor, p.lama, p.baru) for p in isi.perubahan] == [
        (1, {"nilai": "20.25"}, {"nilai": "21"}),
        (1, {}, {"kendala": "terlambat dihitung"}),
    ]
    tercatat = riwayat(terisi, PERENCANA_BAWAAN, "UJI", SaringanRiwayat(kode="IKU", periode="TW1"), 10).perubahan
    assert [p.lewat.endswith(f"; koreksi periode terkunci: {ALASAN}") for p in tercatat] == [True, True, False]
    (satu,) = isi.keadaan.koreksi
    assert (satu.alasan, satu.pelaku, satu.penutup, satu.terbuka) == (ALASAN, "Perencana", "Perencana", False)


def test_the_next_correction_has_the_next_number(terisi: Engine) -> None:
    pertama = buka_koreksi(terisi, PERENCANA_BAWAAN, "UJI", 2024, 1, ALASAN)
    akhiri_koreksi(terisi, PERENCANA_BAWAAN, "UJI", pertama.nomor)
    assert buka_koreksi(terisi, PERENCANA_BAWAAN, "UJI", 2024, 1, ALASAN).nomor == 2


def test_a_correction_is_ended_once(terisi: Engine) -> None:
    with pytest.raises(KunciDitolak, match="tidak sedang terbuka"):
        akhiri_koreksi(terisi, PERENCANA_BAWAAN, "UJI", 1)


@pytest.mark.parametrize("pelaku", [KEPALA, KABID, Pelaku("Lain", Peran.PERENCANA, "LAIN")])
def test_only_the_planner_of_the_agency_closes_and_opens(terisi: Engine, pelaku: Pelaku) -> None:
    with pytest.raises(TidakBerwenang):
        kunci_sampai(terisi, pelaku, "UJI", 2024, 2)
    with pytest.raises(TidakBerwenang):
        buka_koreksi(terisi, pelaku, "UJI", 2024, 1, ALASAN)


def test_closing_is_no_change_of_the_data(terisi: Engine) -> None:
    with terisi.connect() as connection:
        sebelum = versi_data(connection, "UJI")
    assert kunci_sampai(terisi, PERENCANA_BAWAAN, "UJI", 2024, 3) == (2, 3)
    with terisi.connect() as connection:
        assert versi_data(connection, "UJI") == sebelum


def test_closings_openings_and_endings_stand_in_the_history_and_answer_its_filters(terisi: Engine) -> None:
    nomor = buka_koreksi(terisi, PERENCANA_BAWAAN, "UJI", 2024, 1, ALASAN).nomor
    ubah(terisi, kendala="terlambat dihitung")
    akhiri_koreksi(terisi, PERENCANA_BAWAAN, "UJI", nomor)

    def cari(**isi: object) -> list[tuple[str, str, str]]:
        hasil = riwayat(terisi, PERENCANA_BAWAAN, "UJI", SaringanRiwayat(**isi), 100)  # type: ignore[arg-type]
        assert hasil.jumlah == len(hasil.perubahan)
        return [(p.kunci, p.kata, p.lewat) for p in hasil.perubahan if p.lembar == "kunci"]

    assert cari(lembar="kunci") == [
        ("TW I 2024", "ditutup kembali", f"koreksi nomor 1: {ALASAN}"),
        ("TW I 2024", "dibuka lagi", f"koreksi nomor 1: {ALASAN}"),
        ("TW I 2024", "dikunci", "penguncian pada halaman Bidang & IKI"),
    ]
    assert cari() == cari(tahun=2024, periode="TW1", pelaku="Perencana") == cari(lembar="kunci")
    hari = riwayat(terisi, PERENCANA_BAWAAN, "UJI", SaringanRiwayat(), 1).perubahan[0].waktu.astimezone(ZONA).date()
    assert cari(sejak=hari, sampai=hari) == cari()
    lain: list[dict[str, object]] = [{"tahun": 2023}, {"periode": "TW2"}, {"pelaku": "Kabid"}, {"lembar": "target"}]
    lain += [{"kode": "IKU"}, {"sampai": hari - timedelta(days=2)}, {"sejak": hari + timedelta(days=2)}]
    for saring in lain:
        assert cari(**saring) == [], saring


def test_of_another_agency_no_closing_is_told(terisi: Engine) -> None:
    lain = Pelaku("Perencana Lain", Peran.PERENCANA, "LAIN")
    assert riwayat(terisi, lain, "LAIN", SaringanRiwayat(lembar="kunci"), 10).jumlah == 0
    with pytest.raises(TidakBerwenang):
        riwayat(terisi, lain, "UJI", SaringanRiwayat(lembar="kunci"), 10)


JANJI = ("kendala", "solusi", "tindak_lanjut", "pic", "batas_waktu")


@pytest.mark.parametrize("bagian", JANJI)
def test_what_was_promised_in_a_closed_quarter_needs_a_correction_too(terisi: Engine, bagian: str) -> None:
    isi: dict[str, object] = {bagian: date(2024, 12, 1) if bagian == "batas_waktu" else "diubah sesudah dikunci"}
    with pytest.raises(PeriodeTerkunci):
        ubah(terisi, **isi)
    assert iku(terisi)[bagian] != isi[bagian]
    buka_koreksi(terisi, PERENCANA_BAWAAN, "UJI", 2024, 1, ALASAN)
    ubah(terisi, **isi)
    assert [p.nomor for p in buku_kunci(terisi, PERENCANA_BAWAAN, "UJI").perubahan] == [1]
