"""The history answers for any number: who, when, from what to what, by which workbook or entry."""

import io
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
import sqlalchemy as sa
from sqlalchemy import Engine

from dashboard.domain.dasar.hak import PERENCANA_BAWAAN, Pelaku, Peran, TidakBerwenang, Tindakan
from dashboard.exports.riwayat_xlsx import KOLOM, tulis_riwayat
from dashboard.services.data.batal_impor import batalkan_impor, impor_terakhir
from dashboard.services.data.impor import ambil_alih
from dashboard.services.jam import ZONA
from dashboard.services.riwayat import Perubahan, SaringanRiwayat, baris_ekspor, pelaku_tercatat, riwayat
from data_access.baris import ambil
from data_access.schema import JEJAK
from data_access.uow import UnitOfWork
from tests.builders import NIP_UJI, buku_kecil, buku_pegawai, tulis_csv

KABID = Pelaku("Kabid Satu", Peran.KEPALA_BIDANG, "UJI", "BIDANG")


@pytest.fixture
def terisi(engine: Engine, tmp_path: Path) -> Engine:
    """Three versions: a first workbook, a second that changes one number, an entry that changes another."""
    isi = buku_kecil() | buku_pegawai()
    ambil_alih(engine, tulis_csv(tmp_path / "awal", isi), pelaku=PERENCANA_BAWAAN)
    isi["realisasi"][0]["nilai"] = "21"
    ambil_alih(engine, tulis_csv(tmp_path / "revisi", isi), pelaku=PERENCANA_BAWAAN)
    with UnitOfWork(engine, KABID, "UJI", Tindakan.ISI_REALISASI, "BIDANG") as uow:
        (lama,) = ambil(uow.connection, "realisasi", "UJI", saring={"indikator": ("JUMLAH_ASN",)})
        uow.ubah("realisasi", [(lama, lama | {"nilai": Decimal("5000.5"), "batas_waktu": date(2024, 4, 30)})])
        uow.commit()
    return engine


def tanya(engine: Engine, pelaku: Pelaku = PERENCANA_BAWAAN, **isi: object) -> tuple[Perubahan, ...]:
    return riwayat(engine, pelaku, "UJI", SaringanRiwayat(**isi), 100).perubahan  # type: ignore[arg-type]


def test_a_number_tells_its_whole_story_newest_first(terisi: Engine) -> None:
    baru, lama = tanya(terisi, lembar="realisasi", kode="IKU")
    assert (baru.aksi, baru.isi, baru.lewat) == ("ubah", (("Realisasi", "20,25", "21"),), "buku kerja revisi")
    assert (baru.kunci, baru.nama, baru.pelaku) == ("IKU / 2024 / TW I", "Indikator IKU", "Perencana")
    assert (lama.aksi, lama.lewat) == ("tambah", "buku kerja awal")
    assert ("Realisasi", "", "20,25") in lama.isi


def test_an_entry_is_told_from_a_workbook(terisi: Engine) -> None:
    (satu,) = [ubahan for ubahan in tanya(terisi, kode="JUMLAH_ASN", lembar="realisasi") if ubahan.aksi == "ubah"]
    assert satu.lewat == "isian pada halaman Bidang & IKI"
    assert satu.isi == (("Realisasi", "5000", "5000,5"), ("Batas waktu", "", "30 April 2024"))
    assert satu.pelaku == "Kabid Satu"


def test_each_filter_narrows_by_itself(terisi: Engine) -> None:
    def jumlah(**isi: object) -> int:
        return riwayat(terisi, PERENCANA_BAWAAN, "UJI", SaringanRiwayat(**isi), 1).jumlah  # type: ignore[arg-type]

    semua = jumlah()
    assert jumlah(lembar="target") == 3
    assert jumlah(lembar="realisasi") == 4
    assert jumlah(pelaku="Kabid Satu") == 1
    assert jumlah(tahun=2024, periode="TW1") == 4
    assert jumlah(tahun=2023) == 0
    assert jumlah(kode="prg") == jumlah(kode="PRG") > 0
    assert jumlah(kode="%") == 0
    hari = [satu.waktu.astimezone(ZONA).date() for satu in tanya(terisi)]
    assert jumlah(sejak=min(hari), sampai=max(hari)) == semua
    assert jumlah(sampai=min(hari) - timedelta(days=1)) == 0
    assert jumlah(sejak=max(hari) + timedelta(days=1)) == 0


def test_pages_follow_one_another_without_gap(terisi: Engine) -> None:
    semua = tanya(terisi)
    bagian = [
        satu
        for mulai in range(0, len(semua), 5)
        for satu in riwayat(terisi, PERENCANA_BAWAAN, "UJI", SaringanRiwayat(), 5, mulai).perubahan
    ]
    assert tuple(bagian) == semua


def test_a_day_begins_at_midnight_in_jakarta(terisi: Engine) -> None:
    with terisi.begin() as connection:
        connection.execute(sa.update(JEJAK).where(JEJAK.c.versi == 3).values(waktu="2024-05-01T16:59:59+00:00"))
        connection.execute(sa.update(JEJAK).where(JEJAK.c.versi == 2).values(waktu="2024-05-01T17:00:00+00:00"))
    assert [satu.kunci for satu in tanya(terisi, sampai=date(2024, 5, 1))] == ["JUMLAH_ASN / 2024 / TW I"]
    assert [satu.kunci for satu in tanya(terisi, sejak=date(2024, 5, 2), sampai=date(2024, 5, 2))] == [
        "IKU / 2024 / TW I"
    ]


def test_persons_are_left_out_for_who_may_not_see_them(terisi: Engine) -> None:
    assert any(satu.lembar == "skp" for satu in tanya(terisi))
    tim = Pelaku("Tim", Peran.TIM, "UJI")
    assert tanya(terisi, tim)
    assert not {"pegawai", "skp", "perilaku"} & {satu.lembar for satu in tanya(terisi, tim)}
    assert tanya(terisi, tim, kode=NIP_UJI) == ()
    assert tanya(terisi, tim, lembar="skp") == ()
    with pytest.raises(TidakBerwenang):
        tanya(terisi, Pelaku("L", Peran.KEPALA_BIDANG, "LAIN", "BIDANG"))


def test_everyone_who_changed_something_is_listed(terisi: Engine) -> None:
    assert pelaku_tercatat(terisi, PERENCANA_BAWAAN, "UJI") == ("Kabid Satu", "Perencana")


def test_an_import_and_its_undoing_are_both_in_the_history(terisi: Engine) -> None:
    impor = impor_terakhir(terisi, PERENCANA_BAWAAN, "UJI")
    assert (impor.versi, impor.halangan) == (2, None)
    batalkan_impor(terisi, PERENCANA_BAWAAN, "UJI", 2)
    pulih, ubah, tambah = tanya(terisi, lembar="realisasi", kode='"IKU"')
    assert [satu.isi[0] for satu in (pulih, ubah)] == [("Realisasi", "21", "20,25"), ("Realisasi", "20,25", "21")]
    assert tambah.aksi == "tambah"


def test_the_history_leaves_as_a_workbook_without_formulas(terisi: Engine) -> None:
    with UnitOfWork(terisi, PERENCANA_BAWAAN, "UJI", Tindakan.IMPOR) as uow:
        (lama,) = ambil(uow.connection, "realisasi", "UJI", saring={"indikator": ("IKU",)})
        uow.ubah("realisasi", [(lama, lama | {"kendala": "=1+1"})])
        uow.commit()
    isi = tulis_riwayat("Riwayat UJI", baris_ekspor(tanya(terisi, lembar="realisasi")))
    lembar = openpyxl.load_workbook(io.BytesIO(isi))["riwayat"]
    baris = list(lembar.iter_rows(min_row=3, values_only=True))
    assert list(baris[0]) == [nama for nama, _ in KOLOM]
    assert baris[1][6] == "Kendala: =1+1"
    assert {satu.data_type for satu in lembar["G"][3:]} == {"s"}
    assert "Realisasi: 20,25 → 21" in [satu[6] for satu in baris]
