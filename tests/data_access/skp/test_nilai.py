"""Scores are stored with the rows they come from, on both databases, and stay true through every change."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
import sqlalchemy as sa
from sqlalchemy import Engine

from dashboard.domain.dasar.hak import PERENCANA_BAWAAN, Tindakan
from dashboard.domain.skp.angka import dua_desimal
from dashboard.domain.skp.sebaran import gabung
from data_access.baris import Baris, ambil
from data_access.kinerja import nomor_versi
from data_access.schema import NILAI_SKP, REKAP_SKP
from data_access.skp.hitung import tenggat
from data_access.skp.rekap import daftar_tahun_skp, load_jumlah_pegawai, load_rekap
from data_access.skp.ulang import hitung_ulang
from data_access.uow import UnitOfWork

D = Decimal
INSTANSI = "UJI"
NIP = tuple(f"99990000000000000{i}" for i in range(3))


def unit_kerja(engine: Engine) -> UnitOfWork:
    return UnitOfWork(engine, PERENCANA_BAWAAN, INSTANSI, Tindakan.IMPOR)


def skp(nip: str, bulan: int, no: str = "1", **isi: Any) -> Baris:
    bawaan: Baris = {
        "kegiatan": "Menyusun laporan",
        "angka_kredit": None,
        "satuan_kuantitas": "laporan",
        "satuan_waktu": "hari",
        "target_kuantitas": D(2),
        "target_kualitas": D(100),
        "target_waktu": D(12),
        "target_biaya": None,
        "realisasi_kuantitas": D(2),
        "realisasi_kualitas": D(90),
        "realisasi_waktu": D(12),
        "realisasi_biaya": None,
        "unit": None,
        "jabatan": None,
    }
    kunci: Baris = {"instansi": INSTANSI, "nip": nip, "tahun": 2023, "bulan": bulan, "no": no}
    return kunci | bawaan | isi


def perilaku(nip: str, bulan: int, **isi: Any) -> Baris:
    aspek: Baris = dict.fromkeys(("orientasi_pelayanan", "integritas", "komitmen", "disiplin", "kerjasama"), D(90))
    lain: Baris = dict.fromkeys(
        (
            "kepemimpinan",
            "tugas_tambahan",
            "kreativitas",
            "rating_hasil",
            "rating_perilaku",
            "tanggal_lapor",
            "tanggal_nilai",
            "tanggal_keberatan",
            "tanggal_verifikasi",
        )
    )
    kunci: Baris = {"instansi": INSTANSI, "nip": nip, "tahun": 2023, "bulan": bulan}
    return kunci | aspek | lain | isi


@pytest.fixture
def terisi(engine: Engine) -> Engine:
    with unit_kerja(engine) as uow:
        uow.tambah("instansi", [{"kode": INSTANSI, "nama": "Badan Uji", "jenis": None, "wilayah": None}])
        uow.tambah(
            "unit",
            [
                {"instansi": INSTANSI, "kode": kode, "nama": kode, "induk": None, "jenis": None, "alias": None}
                for kode in ("A", "B")
            ],
        )
        uow.tambah(
            "pegawai",
            [
                {
                    "instansi": INSTANSI,
                    "nip": nip,
                    "nama": f"Pegawai {i}",
                    "jabatan": None,
                    "unit": "AB"[i > 0],
                    "golongan": None,
                    "memimpin": "tidak",
                }
                for i, nip in enumerate(NIP)
            ],
        )
        uow.tambah("skp", [skp(nip, bulan) for nip in NIP for bulan in (1, 2)])
        uow.tambah(
            "perilaku",
            [
                perilaku(
                    NIP[0],
                    1,
                    rating_hasil="sesuai",
                    rating_perilaku="di_atas",
                    tanggal_lapor=date(2023, 2, 2),
                    tanggal_nilai=date(2023, 2, 7),
                ),
                perilaku(NIP[1], 1, tugas_tambahan=2),
            ],
        )
        uow.commit()
    return engine


def nilai(engine: Engine, nip: str, bulan: int) -> sa.Row[Any]:
    n = NILAI_SKP.c
    with engine.connect() as connection:
        return connection.execute(sa.select(NILAI_SKP).where(n.nip == nip, n.bulan == bulan)).one()


def benar(engine: Engine) -> bool:
    with engine.connect() as connection:
        return hitung_ulang(connection, INSTANSI).sama


def test_scores_are_stored_with_the_rows_they_come_from(terisi: Engine) -> None:
    satu = nilai(terisi, NIP[0], 1)
    assert dua_desimal(satu.skp) == D("88.67")
    assert dua_desimal(satu.perilaku) == D(90)
    assert dua_desimal(satu.prestasi) == D("89.20")
    assert (satu.sebutan, satu.unit) == (1, "A")
    assert (satu.lapor, satu.nilai, satu.verifikasi) == (1, 2, 0)
    assert benar(terisi)


def test_extra_duties_count_in_the_month_and_in_the_year(terisi: Engine) -> None:
    assert dua_desimal(nilai(terisi, NIP[1], 1).skp) == D("89.67")
    assert dua_desimal(nilai(terisi, NIP[1], 2).skp) == D("88.67")
    assert nilai(terisi, NIP[1], 2).prestasi is None
    assert nilai(terisi, NIP[1], 0).skp is None
    with unit_kerja(terisi) as uow:
        uow.tambah("skp", [skp(NIP[1], bulan, target_kuantitas=None) for bulan in range(3, 13)])
        uow.commit()
    assert dua_desimal(nilai(terisi, NIP[1], 0).skp) == D("89.67")


def test_recaps_count_people_classes_cells_and_dates(terisi: Engine) -> None:
    with terisi.connect() as connection:
        rekap = load_rekap(connection, INSTANSI, 2023)
        assert load_jumlah_pegawai(connection, INSTANSI) == {"A": 1, "B": 2}
        assert daftar_tahun_skp(connection, INSTANSI) == (2023,)
    januari = gabung([rekap[1, "A"], rekap[1, "B"]])
    assert (januari.orang, januari.dinilai, januari.kelas) == (3, 2, (0, 2, 0, 0, 0))
    assert (januari.berkuadran, januari.tepat, januari.lambat) == (1, (1, 0, 0), (0, 1, 0))
    assert rekap[2, "B"].dinilai == 0


@pytest.mark.parametrize("kolom", ["realisasi_kualitas", "realisasi_kuantitas"])
def test_a_corrected_row_corrects_the_score_and_the_recap(terisi: Engine, kolom: str) -> None:
    lama = skp(NIP[0], 1)
    with unit_kerja(terisi) as uow:
        uow.ubah("skp", [(lama, lama | {kolom: D(0)})])
        uow.commit()
    assert dua_desimal(nilai(terisi, NIP[0], 1).skp) != D("88.67")
    assert benar(terisi)


def test_a_row_taken_away_takes_its_score_along(terisi: Engine) -> None:
    with unit_kerja(terisi) as uow:
        uow.hapus("skp", [skp(NIP[2], bulan) for bulan in (1, 2)])
        uow.commit()
    with terisi.connect() as connection:
        assert connection.execute(sa.select(sa.func.count()).where(NILAI_SKP.c.nip == NIP[2])).scalar() == 0
    assert benar(terisi)


def test_moving_an_employee_moves_the_months_that_name_no_unit(terisi: Engine) -> None:
    with unit_kerja(terisi) as uow:
        lama = next(satu for satu in ambil(uow.connection, "pegawai", INSTANSI) if satu["nip"] == NIP[0])
        uow.ubah("pegawai", [(lama, lama | {"unit": "B"})])
        bernama = skp(NIP[1], 2)
        uow.ubah("skp", [(bernama, bernama | {"unit": "A"})])
        uow.commit()
    assert (nilai(terisi, NIP[0], 1).unit, nilai(terisi, NIP[1], 2).unit) == ("B", "A")
    with terisi.connect() as connection:
        assert load_jumlah_pegawai(connection, INSTANSI) == {"B": 3}
        assert (1, "A") not in load_rekap(connection, INSTANSI, 2023)
    assert benar(terisi)


def test_leading_is_part_of_the_score(terisi: Engine) -> None:
    with unit_kerja(terisi) as uow:
        lama = next(satu for satu in ambil(uow.connection, "pegawai", INSTANSI) if satu["nip"] == NIP[0])
        uow.ubah("pegawai", [(lama, lama | {"memimpin": "ya"})])
        uow.commit()
    assert nilai(terisi, NIP[0], 1).perilaku is None
    assert benar(terisi)


def test_a_holiday_moves_what_was_late(terisi: Engine) -> None:
    with unit_kerja(terisi) as uow:
        uow.tambah(
            "hari_libur",
            [{"instansi": INSTANSI, "tanggal": date(2023, 2, hari), "keterangan": "Libur"} for hari in (6, 4)],
        )
        uow.commit()
    assert nilai(terisi, NIP[0], 1).nilai == 1
    assert benar(terisi)


def test_a_week_set_within_the_year_moves_the_due_dates_of_its_months_only(terisi: Engine) -> None:
    setelan: Baris = {"instansi": INSTANSI, "kunci": "skp_hari_kerja_pekan", "nilai": "6"}
    with unit_kerja(terisi) as uow:
        uow.tambah("pengaturan", [setelan | {"berlaku_mulai": date(2023, 8, 31)}])
        uow.commit()
    with terisi.connect() as connection:
        jatuh = tenggat(connection, INSTANSI, 2023)
    assert (jatuh[1].nilai, jatuh[8].lapor) == (date(2023, 2, 6), date(2023, 9, 2))
    assert benar(terisi)


def test_a_number_too_long_for_columns_is_scored_exactly(terisi: Engine) -> None:
    target, realisasi = D("123456789012345678.25"), D("93827159649382715.47")
    biaya: Baris = {"target_biaya": target, "realisasi_biaya": realisasi}
    with unit_kerja(terisi) as uow:
        lama = skp(NIP[2], 1)
        uow.ubah("skp", [(lama, lama | biaya)])
        uow.commit()
    aspek_biaya = 176 - 100 * realisasi / target
    assert dua_desimal(nilai(terisi, NIP[2], 1).skp) == ((266 + aspek_biaya) / 4).quantize(D("0.01"))
    assert benar(terisi)


def test_nothing_is_kept_of_a_transaction_that_is_not_committed(terisi: Engine) -> None:
    with unit_kerja(terisi) as uow:
        uow.hapus("skp", [skp(NIP[0], 1)])
    assert nilai(terisi, NIP[0], 1).skp is not None
    assert benar(terisi)


def test_a_rebuild_finds_and_mends_what_was_changed_around_the_program(terisi: Engine) -> None:
    with terisi.begin() as connection:
        connection.execute(sa.update(NILAI_SKP).where(NILAI_SKP.c.nip == NIP[0], NILAI_SKP.c.bulan == 1).values(skp=1))
        connection.execute(sa.delete(REKAP_SKP).where(REKAP_SKP.c.bulan == 2))
    with terisi.begin() as connection:
        hasil = hitung_ulang(connection, INSTANSI)
        assert (hasil.nilai_beda, hasil.sama) == (1, False)
        assert hasil.rekap_beda == 2
        assert hitung_ulang(connection, INSTANSI) == replace(hasil, nilai_beda=0, rekap_beda=0)


def test_many_rows_at_once_are_the_same_as_one_by_one(terisi: Engine) -> None:
    banyak = [skp(NIP[0], 3, no=str(i), realisasi_kualitas=D(i % 100)) for i in range(1200)]
    with unit_kerja(terisi) as uow:
        uow.tambah("skp", banyak)
        uow.commit()
    with terisi.connect() as connection:
        tersimpan = {satu["no"]: satu for satu in ambil(connection, "skp", INSTANSI) if satu["bulan"] == 3}
        assert nomor_versi(connection, INSTANSI) == 2
    assert len(tersimpan) == len(banyak)
    assert all(tersimpan[str(satu["no"])] == satu for satu in banyak)
    assert benar(terisi)
