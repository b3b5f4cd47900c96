"""Where the agency says so, who hands a value in does not approve it; on both databases."""

from pathlib import Path

import pytest
from sqlalchemy import Engine

from dashboard.domain.dasar.hak import PERENCANA_BAWAAN, Pelaku, Peran
from dashboard.domain.entri.aturan import AksiDitolak, AksiEntri, StatusEntri
from dashboard.mode import Mode
from dashboard.services.data.impor import ambil_alih
from dashboard.services.entri.bidang import bidang
from tests.builders import tulis_csv
from tests.penulis_entri import KABID, KEPALA, SAAT_ITU, ajukan_satu, baru, hitung, pindahkan_satu, tersimpan

PERENCANA = Pelaku("Perencana Uji", Peran.PERENCANA, "UJI")


def atur(engine: Engine, tempat: Path, isi: str) -> None:
    baris = {"instansi": "UJI", "kunci": "dua_orang", "nilai": isi, "berlaku_mulai": "2024-01-01"}
    laporan = ambil_alih(engine, tulis_csv(tempat / "atur", {"pengaturan": [baris]}), pelaku=PERENCANA_BAWAAN)
    assert laporan.diambil, laporan.teks()


def setujui_sendiri(engine: Engine) -> None:
    entri = ajukan_satu(engine, PERENCANA, "UJI", None, baru("1100", "TW1"))
    pindahkan_satu(engine, PERENCANA, "UJI", AksiEntri.SETUJUI, entri)


def test_without_accounts_one_person_does_both(terisi: Engine) -> None:
    setujui_sendiri(terisi)
    assert hitung(terisi, 1).hasil.indikator["PRG1"].nilai == 1100


def test_with_accounts_two_people_do_unless_the_agency_says_otherwise(
    terisi: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("dashboard.services.entri.dua_orang.running_mode", lambda: Mode(accounts=True))
    with pytest.raises(AksiDitolak, match=r"PRG1 Anda ajukan sendiri.*minta penyetuju lain"):
        setujui_sendiri(terisi)
    menunggu = tersimpan(terisi, "TW1")
    assert menunggu is not None
    assert menunggu.status is StatusEntri.DIAJUKAN
    atur(terisi, tmp_path, "tidak")
    pindahkan_satu(terisi, PERENCANA, "UJI", AksiEntri.SETUJUI, menunggu)


def test_an_agency_may_ask_for_it_without_accounts_too_and_another_person_approves(
    terisi: Engine, tmp_path: Path
) -> None:
    atur(terisi, tmp_path, "ya")
    with pytest.raises(AksiDitolak):
        setujui_sendiri(terisi)
    menunggu = tersimpan(terisi, "TW1")
    assert menunggu is not None
    for pelaku, dapat in ((PERENCANA, False), (KEPALA, True), (KABID, False)):
        b = bidang(terisi, pelaku, hitung(terisi, 1), "BIDANG", SAAT_ITU)
        assert b.dapat_disetujui(b.entri[menunggu.kunci]) is dapat, "what one may not do is not offered"
    pindahkan_satu(terisi, KEPALA, "UJI", AksiEntri.SETUJUI, menunggu)


def test_who_brought_it_in_a_workbook_handed_it_in(terisi: Engine, tmp_path: Path) -> None:
    atur(terisi, tmp_path, "ya")
    isi = {"instansi": "UJI", "indikator": "PRG1", "tahun": "2024", "periode": "TW1", "nilai": "1100"}
    isi |= {"sumber_nilai": "resmi", "status_entri": "diajukan"}
    assert ambil_alih(terisi, tulis_csv(tmp_path / "b", {"realisasi": [isi]}), pelaku=PERENCANA).diambil
    menunggu = tersimpan(terisi, "TW1")
    assert menunggu is not None
    with pytest.raises(AksiDitolak):
        pindahkan_satu(terisi, PERENCANA, "UJI", AksiEntri.SETUJUI, menunggu)
    pindahkan_satu(terisi, KEPALA, "UJI", AksiEntri.SETUJUI, menunggu)
