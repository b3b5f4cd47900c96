"""Nobody reads rows of another division from any service: entries, drafts, evidence, history, people."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from hashlib import sha256
from pathlib import Path

import pytest
from sqlalchemy import Engine

from dashboard.domain.dasar.hak import PERENCANA_BAWAAN, Pelaku, Peran, TidakBerwenang, Tindakan
from dashboard.domain.dasar.periode import SampaiDengan
from dashboard.domain.merit.indeks import PetaMerit, Unsur
from dashboard.services import merit
from dashboard.services.agenda import agenda
from dashboard.services.data.impor import tulis_buku_kerja
from dashboard.services.data.keluar.ekspor import baca_ekspor
from dashboard.services.entri.bidang import bidang, pilihan_unit
from dashboard.services.entri.bukti import berkas_bukti, nama_bukti
from dashboard.services.entri.kunci import buka_koreksi, buku_kunci, kunci_sampai
from dashboard.services.entri.lembar import draf_unit
from dashboard.services.kinerja import Kinerja, kinerja
from dashboard.services.riwayat import SaringanRiwayat, pelaku_tercatat, riwayat
from dashboard.services.skp.orang import Pilihan, daftar_orang, diri_sendiri, hitungan_orang
from dashboard.services.skp.sebaran import sebaran_skp
from dashboard.services.temuan import daftar
from data_access.isian.entri import tulis_entri
from data_access.uow import UnitOfWork
from tests.dua_bidang import ISI_BUKTI, NILAI_DRAF, NIP_LAIN, NIP_SATU, ORANG, ORANG_LAIN, RAHASIA
from tests.penulis_entri import KABID, KABID_LAIN, KEPALA, tersimpan

HARI, SD = date(2024, 7, 5), SampaiDengan(2024, 2)
Pembaca = Callable[[Engine, Pelaku, Kinerja], object]
SIDIK = {kode: sha256(isi).hexdigest() for kode, isi in ISI_BUKTI.items()}
MILIK_LAIN = (f"PRG2 {RAHASIA}", NIP_LAIN, ORANG_LAIN, SIDIK["PRG2"])

PEMBACA: dict[str, Pembaca] = {
    "kinerja": lambda e, p, k: (k.data, k.hasil, k.per_triwulan),
    "agenda": lambda e, p, k: agenda(e, p, k, HARI),
    "pilihan unit": lambda e, p, k: pilihan_unit(e, p, k, HARI),
    "bidang sendiri": lambda e, p, k: _bidang(e, p, k),
    "riwayat": lambda e, p, k: riwayat(e, p, "UJI", SaringanRiwayat(), 1000),
    "riwayat PRG2": lambda e, p, k: riwayat(e, p, "UJI", SaringanRiwayat(kode="PRG2"), 1000),
    "riwayat pegawai": lambda e, p, k: riwayat(e, p, "UJI", SaringanRiwayat(lembar="pegawai"), 1000),
    "riwayat Kabid Lain": lambda e, p, k: riwayat(e, p, "UJI", SaringanRiwayat(pelaku=KABID_LAIN.nama), 1000),
    "pelaku tercatat": lambda e, p, k: pelaku_tercatat(e, p, "UJI"),
    "kunci": lambda e, p, k: buku_kunci(e, p, "UJI"),
    "ekspor": lambda e, p, k: baca_ekspor(e, p, "UJI", 2024, "TAHUN").isi,
    "sebaran": lambda e, p, k: sebaran_skp(e, p, k, 1),
    "ketidaksesuaian": lambda e, p, k: daftar(e, p, "UJI", 2024),
    "bukti sub item": lambda e, p, k: merit.catatan_bukti(e, p, k, _peta(k)),
    "orang sendiri": lambda e, p, k: diri_sendiri(e, p, "UJI", SD, 1),
}


def _bidang(engine: Engine, pelaku: Pelaku, k: Kinerja) -> object:
    b = bidang(engine, pelaku, k, str(pelaku.unit), HARI)
    draf = draf_unit(engine, pelaku, b)
    return b, draf, nama_bukti(engine, b, draf)


def _peta(k: Kinerja) -> PetaMerit:
    """As if both were sub items of one criterion."""
    per_kode = k.per_triwulan[0].indikator
    kriteria = Unsur(per_kode["IKU"], bagian=(Unsur(per_kode["PRG1"]), Unsur(per_kode["PRG2"])))
    return PetaMerit(kriteria, (kriteria,), (), None)


@pytest.mark.parametrize("peran", [Peran.KEPALA_BIDANG, Peran.PEGAWAI, Peran.FORUM])
def test_no_service_hands_out_rows_of_another_division(terisi: Engine, peran: Peran) -> None:
    _koreksi(terisi)
    pelaku, bocor = ORANG[peran], {}
    k = kinerja(terisi, PERENCANA_BAWAAN, "UJI", SD)  # as the cache that all share holds it
    for nama, baca in PEMBACA.items():
        try:
            isi = repr(baca(terisi, pelaku, k))
        except (TidakBerwenang, KeyError):
            continue
        tersembunyi = (*MILIK_LAIN, NILAI_DRAF) if nama == "kinerja" else MILIK_LAIN
        bocor[nama] = [satu for satu in tersembunyi if satu in isi]
    assert {nama: isi for nama, isi in bocor.items() if isi} == {}


def test_who_may_read_all_of_it_gets_it_from_the_same_services(terisi: Engine) -> None:
    _koreksi(terisi)
    k = kinerja(terisi, PERENCANA_BAWAAN, "UJI", SD)
    tanpa = {"kinerja", "pilihan unit", "bidang sendiri", "pelaku tercatat", "sebaran", "ketidaksesuaian"}
    isi = {n: repr(baca(terisi, KEPALA, k)) for n, baca in PEMBACA.items() if n not in {*tanpa, "orang sendiri"}}
    assert [n for n, teks in isi.items() if not any(satu in teks for satu in MILIK_LAIN)] == []


def test_a_kabid_reads_the_own_divisions_rows_and_the_agencys_figures(terisi: Engine) -> None:
    _koreksi(terisi)
    k = kinerja(terisi, KABID, "UJI", SD)
    assert k.per_triwulan[0].indikator["PRG2"].nilai == 50, "an approved figure is the agency's"
    for nama in ("agenda", "bidang sendiri", "riwayat", "kunci"):
        assert f"PRG1 {RAHASIA}" in repr(PEMBACA[nama](terisi, KABID, k)), nama
    assert SIDIK["PRG1"] in repr(PEMBACA["bukti sub item"](terisi, KABID, k))
    semua = riwayat(terisi, KABID, "UJI", SaringanRiwayat(), 1000)
    assert {satu.lembar for satu in semua.perubahan} >= {"realisasi", "target", "indikator", "pegawai", "skp", "kunci"}
    assert semua.jumlah == len(semua.perubahan)
    assert [s["nip"] for s in baca_ekspor(terisi, KABID, "UJI", 2024, "TW1").isi["skp"]] == [NIP_SATU]
    assert KABID_LAIN.nama not in pelaku_tercatat(terisi, KABID, "UJI")


def test_another_division_or_person_named_by_hand_is_refused(terisi: Engine, tmp_path: Path) -> None:
    k, milik = kinerja(terisi, KABID, "UJI", SD), ("PRG2", 2024, "TW1")
    for coba in (
        lambda: bidang(terisi, KABID, k, "LAIN", HARI),
        lambda: berkas_bukti(terisi, KABID, "UJI", milik),
        lambda: berkas_bukti(terisi, ORANG[Peran.PEGAWAI], "UJI", milik),
        lambda: daftar_orang(terisi, KABID, "UJI", SD, Pilihan(("BIDANG", "LAIN"), 1)),
        lambda: daftar_orang(terisi, ORANG[Peran.TIM], "UJI", SD, Pilihan(("LAIN",), 1)),
        lambda: hitungan_orang(terisi, KABID, "UJI", SD, 1, NIP_LAIN),
        lambda: hitungan_orang(terisi, ORANG[Peran.PEGAWAI], "UJI", SD, 1, NIP_LAIN),
        lambda: tulis_buku_kerja(terisi, "UJI", tmp_path / "b.xlsx", pelaku=KABID),
        lambda: tulis_buku_kerja(terisi, "UJI", tmp_path / "b.xlsx", pelaku=ORANG[Peran.TIM]),
    ):
        with pytest.raises(TidakBerwenang):
            coba()
    assert not (tmp_path / "b.xlsx").exists()


def test_an_employee_reads_the_own_score_and_what_the_own_position_reported(terisi: Engine) -> None:
    pegawai = ORANG[Peran.PEGAWAI]
    (satu,) = diri_sendiri(terisi, pegawai, "UJI", SD, 1)
    assert satu.nip == NIP_SATU
    assert hitungan_orang(terisi, pegawai, "UJI", SD, 1, NIP_SATU) is not None
    assert berkas_bukti(terisi, pegawai, "UJI", ("PRG1", 2024, "TW1")) is not None
    assert f"PRG1 {RAHASIA}" in repr(agenda(terisi, pegawai, kinerja(terisi, pegawai, "UJI", SD), HARI))
    assert diri_sendiri(terisi, Pelaku("Tanpa NIP", Peran.PEGAWAI, "UJI", "BIDANG"), "UJI", SD, 1) == ()


def _koreksi(engine: Engine) -> None:
    """The first quarter is closed, and each division's report in it corrected."""
    kunci_sampai(engine, PERENCANA_BAWAAN, "UJI", 2024, 1)
    buka_koreksi(engine, PERENCANA_BAWAAN, "UJI", 2024, 1, "laporan bidang salah ketik")
    for pelaku, kode in ((KABID, "PRG1"), (KABID_LAIN, "PRG2")):
        lama = tersimpan(engine, "TW1", kode)
        assert lama is not None
        with UnitOfWork(engine, pelaku, "UJI", Tindakan.ISI_REALISASI, pelaku.unit) as uow:
            tulis_entri(uow, "UJI", lama, replace(lama, solusi=f"{kode} {RAHASIA} baru"))
            uow.commit()
