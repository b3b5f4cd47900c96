"""Saved scenarios survive and never touch official data, on both kinds of database."""

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

import pytest
import sqlalchemy as sa
from sqlalchemy import Engine
from sqlalchemy.exc import IntegrityError

from dashboard.components.simulasi.hasil import hasil_html
from dashboard.domain.aturan.berlaku import AturanBerlaku
from dashboard.domain.dasar.hak import PERENCANA_BAWAAN
from dashboard.domain.dasar.periode import SampaiDengan
from dashboard.domain.skenario.dasar import Bagian, KunciUbahan
from dashboard.services.entri.kunci import kunci_sampai
from dashboard.services.kinerja import kinerja
from dashboard.services.simulasi import Simulasi, susun_simulasi
from dashboard.services.skenario import simpan_skenario
from data_access import pengaturan as pembaca
from data_access.aturan import untuk
from data_access.engine import make_engine
from data_access.kinerja import nomor_versi, versi_data
from data_access.schema import METADATA, SKENARIO, TABEL
from data_access.skenario import AWAL_POSISI, Skenario, daftar, hapus, simpan
from tests.data_access.kasus import Kasus, ambil, bagian, buku, r, t

D = Decimal
UBAHAN = {
    KunciUbahan("IKU-01"): Decimal("38.50"),
    KunciUbahan("IKU-01", Bagian.TARGET): Decimal("0.000000000001"),
    KunciUbahan("JUMLAH_ASN"): Decimal(4230),
}


def contoh(kode: str = "a1b2", **isi: object) -> Skenario:
    dasar = {
        "instansi": "X",
        "kode": kode,
        "nama": "Uji",
        "pelaku": "Perencana",
        "waktu": datetime(2026, 8, 17, 3, 0, tzinfo=UTC),
        "tahun": 2025,
        "triwulan": 3,
        "awal": AWAL_POSISI,
        "sasaran": ("IKU-01",),
        "versi_data": "abc",
        "ubahan": UBAHAN,
    }
    return Skenario(**dasar | isi)  # type: ignore[arg-type]


@pytest.fixture
def berisi(engine: Engine) -> Engine:
    with engine.begin() as connection:
        connection.execute(sa.insert(TABEL["instansi"]), [{"kode": "X", "nama": "Badan X"}, {"kode": "Y", "nama": "Y"}])
    return engine


def isi_resmi(engine: Engine) -> dict[str, list[tuple[object, ...]]]:
    with engine.connect() as connection:
        return {
            nama: [tuple(baris) for baris in connection.execute(sa.select(tabel))]
            for nama, tabel in METADATA.tables.items()
            if nama != SKENARIO.name
        }


def test_a_scenario_comes_back_as_it_was_saved_after_a_restart(berisi: Engine) -> None:
    simpan(berisi, contoh())
    berisi.dispose()
    alamat = berisi.url.render_as_string(hide_password=False)
    with make_engine(alamat).connect() as connection:
        assert daftar(connection, "X") == (contoh(),)
        assert daftar(connection, "Y") == ()


def test_every_aim_comes_back_in_the_order_chosen(berisi: Engine) -> None:
    simpan(berisi, contoh(sasaran=("IKU-03", "IKU-01", "PRG-01.1")))
    with berisi.connect() as connection:
        assert daftar(connection, "X")[0].sasaran == ("IKU-03", "IKU-01", "PRG-01.1")


def test_a_scenario_saved_with_one_aim_keeps_it(berisi: Engine) -> None:
    simpan(berisi, contoh())
    with berisi.begin() as connection:
        connection.execute(sa.update(SKENARIO).values(sasaran="IKU-02"))
        assert daftar(connection, "X")[0].sasaran == ("IKU-02",)


def test_saving_and_deleting_change_nothing_official(berisi: Engine) -> None:
    sebelum = isi_resmi(berisi)
    with berisi.connect() as connection:
        versi = nomor_versi(connection, "X"), versi_data(connection, "X")
    simpan(berisi, contoh())
    simpan(berisi, contoh("c3d4"))
    assert hapus(berisi, "X", "a1b2")
    assert isi_resmi(berisi) == sebelum
    with berisi.connect() as connection:
        assert (nomor_versi(connection, "X"), versi_data(connection, "X")) == versi


def test_the_newest_stands_first(berisi: Engine) -> None:
    simpan(berisi, contoh("lama", waktu=datetime(2026, 1, 1, tzinfo=UTC)))
    simpan(berisi, contoh("baru", waktu=datetime(2026, 2, 1, tzinfo=UTC)))
    with berisi.connect() as connection:
        assert [s.kode for s in daftar(connection, "X")] == ["baru", "lama"]


def test_a_scenario_is_not_overwritten_by_another_of_the_same_code(berisi: Engine) -> None:
    simpan(berisi, contoh())
    with pytest.raises(IntegrityError):
        simpan(berisi, contoh(nama="Lain"))


def test_deleting_what_is_not_there_says_so(berisi: Engine) -> None:
    assert not hapus(berisi, "X", "tiada")


def test_a_scenario_belongs_to_an_agency_that_exists(berisi: Engine) -> None:
    with pytest.raises(IntegrityError):
        simpan(berisi, contoh(instansi="TIADA"))


def simulasi(engine: Engine, folder: Path, kasus: Kasus) -> Simulasi:
    """A scenario at the first quarter of what a workbook brought into the database."""
    ambil(engine, folder / "awal", buku(kasus))
    return susun_simulasi(kinerja(engine, PERENCANA_BAWAAN, "UJI", SampaiDengan(2024, 1)))


def test_a_name_pasted_with_invisible_letters_is_stored_as_it_can_be_read(engine: Engine, tmp_path: Path) -> None:
    nilai = {"satuan": "nilai", "perilaku": "progress", "polaritas": "positif"}
    s = simulasi(engine, tmp_path, Kasus("named", nilai, [t("80")], r("70"), {}))
    ubahan = {KunciUbahan("A"): Decimal(75)}
    baru = simpan_skenario(engine, PERENCANA_BAWAAN, s, "\x00Naik\x07 ke\u200b\x1b75\n", ["A"], ubahan)
    with engine.connect() as connection:
        assert [satu.nama for satu in daftar(connection, "UJI")] == [baru.nama] == ["Naik ke75"]


def test_seeking_the_range_of_a_negative_indicator_ends_at_its_upper_bound(engine: Engine, tmp_path: Path) -> None:
    hari = {"satuan": "hari", "perilaku": "progress", "polaritas": "negatif"}
    sasaran = [t("", nilai_min="5", nilai_maks="10")]
    s = simulasi(engine, tmp_path, Kasus("10, not 5", hari, sasaran, r("12"), {}))
    tujuan = s.target_kini({}, "A")
    assert tujuan == 10
    assert s.cari({}, KunciUbahan("A"), "A", tujuan).nilai == 10


def test_parts_of_a_mean_add_up_to_what_it_moves_and_nothing_is_left_together(engine: Engine, tmp_path: Path) -> None:
    anak = [{"kode": k, "satuan": "nilai", "perilaku": "progress"} for k in "BCD"]
    tiga = [*r("50", kode="B"), *r("50", kode="C"), *r("50", kode="D")]
    milik = {"satuan": "nilai", "perilaku": "progress", "rumus": "rerata"}
    kasus = Kasus("0,34 + 0,33 + 0,33", milik, [t("100")], tiga, {}, anak=anak, komponen=[bagian(k) for k in "BCD"])
    s = simulasi(engine, tmp_path, kasus)
    ubahan = {KunciUbahan(k): Decimal(51) for k in "BCD"}
    isi = str(hasil_html(s, s.hitung(ubahan), ["A"])).partition("Sumbangan tiap masukan")[2].partition("</ul>")[0]
    assert [isi.count(f">{n} poin<") for n in ("+0,34", "+0,33")] == [1, 2]
    assert "bersama-sama" not in isi


def test_what_a_scenario_leaves_keeps_the_status_its_quarter_was_closed_with(
    engine: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Under a newer rule too: an input set to what it is moves nothing, one that moves is judged by today's rule."""

    def longgar(hari: date) -> AturanBerlaku:
        status = tuple(replace(k, batas=D(30)) if k.kode == "perlu_perhatian" else k for k in untuk(hari).status)
        return replace(untuk(hari), kelas={**untuk(hari).kelas, "STATUS": status})

    ambil(engine, tmp_path / "awal", buku(Kasus("40 of 100", {"satuan": "nilai"}, [t("100")], r("40"), {})))
    kunci_sampai(engine, PERENCANA_BAWAAN, "UJI", 2024, 1)
    monkeypatch.setattr(pembaca, "untuk", longgar)
    s = susun_simulasi(kinerja(engine, PERENCANA_BAWAAN, "UJI", SampaiDengan(2024, 1)))
    status = {n: s.hitung({KunciUbahan("A"): D(n)}).baru(s.dasar, "A").status.value for n in (40, 41, 25)}
    assert status == {40: "kritis", 41: "perlu_perhatian", 25: "kritis"}
