"""The last import can be undone as long as nothing was built on it; the undoing is itself a change with its trail."""

from collections import Counter
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from sqlalchemy import Engine

from dashboard.domain.dasar.hak import PERENCANA_BAWAAN, Pelaku, Peran, TidakBerwenang, Tindakan
from dashboard.services.data.impor import ambil_alih
from dashboard.services.entri.kunci import kunci_sampai
from data_access.baris import ambil
from data_access.batal_impor import TidakDapatDibatalkan, batalkan, periksa_batal
from data_access.kinerja import nomor_versi, versi_data
from data_access.riwayat import daftar_impor
from data_access.schema import JEJAK, METADATA
from data_access.uow import UnitOfWork
from tests.builders import IsiBuku, buku_kecil, buku_pegawai, tulis_csv
from tests.sidik import hitung_sidik

SISTEM = {"jejak", "impor", "versi"}


def taruh(engine: Engine, folder: Path, isi: IsiBuku, **pilihan: Any) -> None:
    laporan = ambil_alih(engine, tulis_csv(folder, isi), pelaku=PERENCANA_BAWAAN, **pilihan)
    assert laporan.diambil, laporan.teks()


def isi_data(engine: Engine) -> dict[str, list[str]]:
    with engine.connect() as connection:
        return {
            nama: sorted(map(str, connection.execute(sa.select(tabel))))
            for nama, tabel in METADATA.tables.items()
            if nama not in SISTEM
        }


def halangan(engine: Engine, versi: int) -> str | None:
    return periksa_batal(engine, PERENCANA_BAWAAN, "UJI", versi)


def buku_kedua() -> IsiBuku:
    """Changes, blanks, additions that refer to one another, and employees with their scores."""
    isi = buku_kecil() | buku_pegawai()
    isi["realisasi"][0]["nilai"] = ""
    isi["realisasi"][1] |= {"nilai": "5.100"}
    isi["target"][0]["nilai"] = "90"
    isi["variabel"].append({"kode": "BARU", "nama": "Baru", "satuan": "orang"})
    isi["realisasi"].append(
        {"indikator": "BARU", "tahun": "2024", "periode": "TW1", "nilai": "7", "sumber_nilai": "resmi"}
    )
    return isi


@pytest.fixture
def terisi(engine: Engine, tmp_path: Path) -> Engine:
    taruh(engine, tmp_path / "awal", buku_kecil())
    return engine


def test_undoing_brings_back_every_value_and_the_content_hash(terisi: Engine, tmp_path: Path) -> None:
    sebelum = isi_data(terisi)
    with terisi.connect() as connection:
        sidik = versi_data(connection, "UJI")
    taruh(terisi, tmp_path / "kedua", buku_kedua(), izinkan_kosong=True)
    assert isi_data(terisi) != sebelum
    hasil = batalkan(terisi, PERENCANA_BAWAAN, "UJI", 2)
    assert isi_data(terisi) == sebelum
    assert (hasil.berkas, hasil.jumlah_pulih, hasil.jumlah_hapus) == ("kedua", 3, 6)
    with terisi.connect() as connection:
        assert nomor_versi(connection, "UJI") == 3
        assert versi_data(connection, "UJI") == sidik
        assert hitung_sidik(connection, "UJI").startswith(sidik)


def test_the_undoing_is_audited_and_the_import_says_so(terisi: Engine, tmp_path: Path) -> None:
    taruh(terisi, tmp_path / "kedua", buku_kedua(), izinkan_kosong=True)
    batalkan(terisi, PERENCANA_BAWAAN, "UJI", 2)
    with terisi.connect() as connection:
        jumlah = Counter(connection.execute(sa.select(JEJAK.c.versi)).scalars())
        assert jumlah[3] == jumlah[2]
        assert [(satu.versi, satu.dibatalkan) for satu in daftar_impor(connection, "UJI", 10)] == [(2, 3), (1, None)]


def test_after_undoing_the_import_before_it_is_the_last_one(terisi: Engine, tmp_path: Path) -> None:
    isi = buku_kecil()
    isi["realisasi"][0]["nilai"] = "21"
    taruh(terisi, tmp_path / "kedua", isi)
    isi["realisasi"][0]["nilai"] = "22"
    taruh(terisi, tmp_path / "ketiga", isi)
    assert halangan(terisi, 2) == "Hanya impor terakhir yang dapat dibatalkan."
    batalkan(terisi, PERENCANA_BAWAAN, "UJI", 3)
    batalkan(terisi, PERENCANA_BAWAAN, "UJI", 2)
    with terisi.connect() as connection:
        (baris,) = ambil(connection, "realisasi", "UJI", ("nilai",), {"indikator": ("IKU",)})
        assert baris["nilai"] == Decimal("20.25")
        assert nomor_versi(connection, "UJI") == 5


def test_the_import_that_registered_the_agency_stays(terisi: Engine) -> None:
    assert "mendaftarkan instansinya" in str(halangan(terisi, 1))
    with pytest.raises(TidakDapatDibatalkan):
        batalkan(terisi, PERENCANA_BAWAAN, "UJI", 1)


def ubah_nilai(engine: Engine, lembar: str, kunci: dict[str, str], **nilai: Any) -> None:
    with UnitOfWork(engine, PERENCANA_BAWAAN, "UJI", Tindakan.ISI_REALISASI) as uow:
        (lama,) = (b for b in ambil(uow.connection, lembar, "UJI") if kunci.items() <= b.items())
        uow.ubah(lembar, [(lama, lama | nilai)])
        uow.commit()


def test_a_row_changed_since_holds_the_import_where_it_is(terisi: Engine, tmp_path: Path) -> None:
    taruh(terisi, tmp_path / "kedua", buku_kedua(), izinkan_kosong=True)
    ubah_nilai(terisi, "realisasi", {"indikator": "JUMLAH_ASN"}, nilai=Decimal(5200))
    sebelum = isi_data(terisi)
    assert halangan(terisi, 2) == (
        "Tidak dapat dibatalkan: realisasi JUMLAH_ASN / 2024 / TW I sudah diubah lagi sesudahnya."
    )
    with pytest.raises(TidakDapatDibatalkan):
        batalkan(terisi, PERENCANA_BAWAAN, "UJI", 2)
    assert isi_data(terisi) == sebelum


@pytest.mark.parametrize(
    "baru", [{"indikator": "BARU", "tahun": 2024, "periode": "TW2", "nilai": Decimal(8), "sumber_nilai": "resmi"}]
)
def test_a_code_in_use_since_holds_the_import_where_it_is(terisi: Engine, tmp_path: Path, baru: dict[str, Any]) -> None:
    taruh(terisi, tmp_path / "kedua", buku_kedua(), izinkan_kosong=True)
    with UnitOfWork(terisi, PERENCANA_BAWAAN, "UJI", Tindakan.ISI_REALISASI) as uow:
        kosong = dict.fromkeys(ambil(uow.connection, "realisasi", "UJI")[0])
        uow.tambah("realisasi", [kosong | baru | {"instansi": "UJI"}])
        uow.commit()
    assert halangan(terisi, 2) == "Tidak dapat dibatalkan: variabel BARU sudah dipakai data yang masuk sesudahnya."


def test_a_change_elsewhere_does_not_hold_the_import(terisi: Engine, tmp_path: Path) -> None:
    taruh(terisi, tmp_path / "kedua", buku_kedua(), izinkan_kosong=True)
    ubah_nilai(terisi, "unit", {"kode": "BADAN"}, nama="Badan Baru")
    batalkan(terisi, PERENCANA_BAWAAN, "UJI", 2)
    with terisi.connect() as connection:
        assert {b["nama"] for b in ambil(connection, "unit", "UJI")} == {"Badan Baru", "Bidang Satu"}


def test_who_may_not_import_may_not_undo(terisi: Engine, tmp_path: Path) -> None:
    taruh(terisi, tmp_path / "kedua", buku_kedua(), izinkan_kosong=True)
    with pytest.raises(TidakBerwenang):
        batalkan(terisi, Pelaku("K", Peran.KEPALA, "UJI"), "UJI", 2)


def test_a_quarter_closed_since_holds_the_import_where_it_is(terisi: Engine, tmp_path: Path) -> None:
    isi = buku_kecil()
    isi["realisasi"][0]["nilai"] = "21"
    taruh(terisi, tmp_path / "kedua", isi)
    kunci_sampai(terisi, PERENCANA_BAWAAN, "UJI", 2024, 1)
    sebelum = isi_data(terisi)
    assert "TW I 2024 sudah dikunci" in str(halangan(terisi, 2))
    assert isi_data(terisi) == sebelum
    with pytest.raises(TidakDapatDibatalkan, match="TW I 2024 sudah dikunci"):
        batalkan(terisi, PERENCANA_BAWAAN, "UJI", 2)
    assert isi_data(terisi) == sebelum
