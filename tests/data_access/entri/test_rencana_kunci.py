"""Before a quarter is closed it is told what that covers and what is left behind, on both databases."""

from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import Engine

from dashboard.domain.dasar.hak import PERENCANA_BAWAAN, TidakBerwenang
from dashboard.domain.dasar.periode import SampaiDengan
from dashboard.domain.entri.draf import Ketikan
from dashboard.domain.entri.kunci import KunciDitolak
from dashboard.services.data.impor import ambil_alih
from dashboard.services.entri.bidang import bidang
from dashboard.services.entri.kunci import buku_kunci, kunci_sampai
from dashboard.services.entri.lembar import ketik
from dashboard.services.entri.rencana_kunci import RencanaKunci, rencana_kunci
from tests.builders import buku_kecil, tulis_csv
from tests.penulis_entri import KABID, KEPALA, SAAT_ITU, ajukan_satu, baru, hitung, isi_tw1, simpan

SD = SampaiDengan(2024, 2)


def rencana(engine: Engine, hari_ini: date = date(2024, 12, 1)) -> RencanaKunci:
    return rencana_kunci(engine, PERENCANA_BAWAAN, "UJI", SD, hari_ini)


def sisa(r: RencanaKunci, tw: int) -> dict[str, list[str]]:
    (satu,) = [s for s in r.triwulan if s.sd.triwulan == tw]
    return {jenis: [n.kode for n in getattr(satu, jenis)] for jenis in ("belum", "menunggu", "draf")}


def test_each_quarter_closed_says_what_is_not_reported_waits_or_was_only_begun(terisi: Engine) -> None:
    assert sisa(rencana(terisi), 1) == {"belum": ["PRG1"], "menunggu": [], "draf": []}
    ajukan_satu(terisi, KABID, "UJI", None, baru("1100", "TW1"))
    simpan(terisi, KABID, "UJI", None, baru("2000"))
    r = rencana(terisi)
    assert [s.sd.triwulan for s in r.triwulan] == [1, 2]
    assert sisa(r, 1) == {"belum": [], "menunggu": ["PRG1"], "draf": []}
    assert sisa(r, 2) == {"belum": ["IKU", "JUMLAH_ASN"], "menunggu": [], "draf": ["PRG1"]}
    assert (r.jumlah, r.utama, r.lain) == (4, 1, 2)
    assert {n.kode: n.unit for s in r.triwulan for n in (*s.belum, *s.draf)} == {
        "IKU": "Badan",
        "JUMLAH_ASN": "Badan",
        "PRG1": "Bidang Satu",
    }


def test_what_somebody_typed_and_did_not_hand_in_is_named_with_the_typist(terisi: Engine) -> None:
    b = bidang(terisi, KABID, hitung(terisi, 2), "BIDANG", SAAT_ITU)
    ketik(terisi, KABID, b, [Ketikan("PRG1", "TW2", "nilai", "2000", ("",), "")])
    (_, kedua) = rencana(terisi).triwulan
    assert [(n.kode, n.pengetik) for n in kedua.draf] == [("PRG1", "Kabid Satu")]
    assert rencana(terisi).triwulan[0].draf == ()


def test_what_is_late_is_counted_and_a_quarter_that_runs_on_is_said(terisi: Engine) -> None:
    pertama, kedua = rencana(terisi, date(2024, 6, 30)).triwulan
    assert (pertama.berakhir, pertama.terlambat) == (True, 1)
    assert (kedua.berakhir, kedua.terlambat) == (False, 0)


def test_a_quarter_closed_before_is_not_closed_again_and_none_of_another_agency_is_counted(
    terisi: Engine, tmp_path: Path
) -> None:
    assert ambil_alih(terisi, tulis_csv(tmp_path / "lain", buku_kecil("LAIN")), pelaku=PERENCANA_BAWAAN).diambil
    kunci_sampai(terisi, PERENCANA_BAWAAN, "LAIN", 2024, 2)
    isi_tw1(terisi)
    kunci_sampai(terisi, PERENCANA_BAWAAN, "UJI", 2024, 1)
    assert [s.sd.triwulan for s in rencana(terisi).triwulan] == [2]
    kunci_sampai(terisi, PERENCANA_BAWAAN, "UJI", 2024, 2)
    with pytest.raises(KunciDitolak, match="TW II 2024 sudah dikunci"):
        rencana(terisi)


@pytest.mark.parametrize("pelaku", [KABID, KEPALA])
def test_who_may_not_close_is_told_nothing(terisi: Engine, pelaku: object) -> None:
    with pytest.raises(TidakBerwenang):
        rencana_kunci(terisi, pelaku, "UJI", SD, SAAT_ITU)  # type: ignore[arg-type]


def test_data_that_changed_since_they_were_read_are_not_closed(terisi: Engine) -> None:
    r = rencana(terisi)
    isi_tw1(terisi)
    with pytest.raises(KunciDitolak, match="Data berubah"):
        kunci_sampai(terisi, PERENCANA_BAWAAN, "UJI", 2024, 2, dasar=r.dasar)
    assert not buku_kunci(terisi, PERENCANA_BAWAAN, "UJI").keadaan.kunci
    assert kunci_sampai(terisi, PERENCANA_BAWAAN, "UJI", 2024, 2, dasar=rencana(terisi).dasar) == (1, 2)
