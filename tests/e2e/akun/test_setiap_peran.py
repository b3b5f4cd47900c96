"""Each role at each page of a running server: by deep links, forged choices and buttons, and every file taken."""

from collections.abc import Callable, Iterator

import pytest
from sqlalchemy import Engine
from streamlit.proto.WidgetStates_pb2 import WidgetState

from dashboard.domain.dasar.hak import Peran
from dashboard.registry import HALAMAN, Halaman
from dashboard.services.akun.masuk import keluar, masuk
from data_access.engine import make_engine
from data_access.migrate import migrate
from tests.data_access.akun.orang_uji import ALAMAT, SANDI
from tests.data_access.hak.test_matriks import isi_semua
from tests.dua_bidang import ISI_BUKTI, NIP_LAIN, ORANG_LAIN, RAHASIA, isi_dua_bidang
from tests.e2e.akun.orang_masuk import OrangMasuk, kiriman, kunci_setiap_peran, masuk_sebagai, tekanan, tulisan
from tests.e2e.alat import running_server

ALAMAT_2024 = "instansi=UJI&tahun=2024&triwulan=II"
DALAM = (
    f"{ALAMAT_2024}&iki=PRG2&unit=LAIN&indikator=PRG2&simpul=PRG2&temuan=T-LAIN&skenario=orang&lembar=entri&kode=PRG2"
)
"""A deep link with every record of the other division that an address may name."""
AKHIR = ALAMAT_2024.replace("triwulan=II", "triwulan=IV")
TERBUKA = {
    "ringkasan": "admin perencana kepala kepala_bidang tim pegawai",
    "capaian-iku": "admin perencana kepala kepala_bidang tim pegawai",
    "pohon-kinerja": "admin perencana kepala kepala_bidang tim pegawai",
    "bidang-iki": "admin perencana kepala kepala_bidang tim",
    "sistem-merit": "admin perencana kepala kepala_bidang tim pegawai",
    "simulasi": "admin perencana kepala kepala_bidang tim pegawai",
    "data": "admin perencana",
    "ketidaksesuaian": "admin perencana kepala kepala_bidang tim pegawai",
    "riwayat": "admin perencana kepala kepala_bidang tim",
    "distribusi-skp": "admin perencana kepala kepala_bidang tim pegawai",
}
MILIK_LAIN = (f"PRG2 {RAHASIA}".encode(), NIP_LAIN.encode(), ORANG_LAIN.encode(), ISI_BUKTI["PRG2"])
ORANG_SAJA = (NIP_LAIN.encode(), ORANG_LAIN.encode())
TERTUTUP = {
    Peran.KEPALA_BIDANG: MILIK_LAIN,
    Peran.PEGAWAI: MILIK_LAIN,
    Peran.TIM: ORANG_SAJA,
    Peran.FORUM: (*MILIK_LAIN, b"PRG1", b"Badan Uji", b"Jumlah ASN"),
}
"""What each role must never be sent."""
BERHAK = {(Peran.KEPALA_BIDANG, "simulasi"), (Peran.TIM, "ketidaksesuaian")}
"""Where a button of the planner's is theirs as well: to keep a scenario of one's own, to decide on a finding."""
SEMUA_HALAMAN = [pytest.param(h, id=h.url_path) for h in HALAMAN]
Buka = Callable[[Peran, Halaman, str], OrangMasuk]


@pytest.fixture(scope="module")
def instansi(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Engine, dict[Peran, str]]]:
    """The address of a server with one person of each role, its database, and the key of each one's login."""
    folder = tmp_path_factory.mktemp("peran")
    alamat = f"sqlite:///{(folder / 'dasbor.db').as_posix()}"
    engine = make_engine(alamat)
    migrate(engine)
    isi_dua_bidang(engine, folder)
    kunci = kunci_setiap_peran(engine)
    with running_server(folder, alamat, variables={"DASBOR_MODE": "instansi"}) as server:
        yield server.url, engine, kunci
    engine.dispose()


@pytest.fixture
def buka(instansi: tuple[str, Engine, dict[Peran, str]]) -> Buka:
    url, _, kunci = instansi
    return lambda peran, h, tanya: masuk_sebagai(url, kunci[peran], "" if h.bawaan else h.url_path, tanya)


def bocor(peran: Peran, isi: bytes) -> list[bytes]:
    return [satu for satu in TERTUTUP.get(peran, ()) if satu in isi]


def test_the_table_of_the_test_knows_every_page() -> None:
    assert set(TERBUKA) == {h.url_path for h in HALAMAN}


@pytest.mark.parametrize("peran", Peran)
@pytest.mark.parametrize("h", SEMUA_HALAMAN)
def test_a_page_opens_for_whom_it_is_and_holds_nothing_of_others(buka: Buka, h: Halaman, peran: Peran) -> None:
    for tanya in (ALAMAT_2024, DALAM):
        with buka(peran, h, tanya) as orang:
            isi = orang.buka()
            ditolak = b"bukan untuk peran Anda" in isi or b"Belum ada potret untuk forum" in isi
            assert ditolak == (peran.value not in TERBUKA[h.url_path].split())
            assert bocor(peran, isi) == []
            assert [bocor(peran, satu) for satu in orang.unduhan() if bocor(peran, satu)] == []


@pytest.mark.parametrize("h", SEMUA_HALAMAN)
@pytest.mark.parametrize("peran", TERTUTUP)
def test_forged_choices_and_buttons_of_somebody_elses_page_show_and_write_nothing(
    buka: Buka, instansi: tuple[str, Engine, dict[Peran, str]], h: Halaman, peran: Peran
) -> None:
    """Every text and choice the planner has is set to the other division's, every button of the planner's pressed."""
    with buka(Peran.PERENCANA, h, DALAM) as perencana:
        perencana.buka()
        milik_perencana = perencana.elemen
    awal = isi_semua(instansi[1])
    with buka(peran, h, DALAM) as orang:
        orang.buka()
        for nilai in ("LAIN", "PRG2", "Bidang Lain"):
            palsu = [s for satu in (*milik_perencana, *orang.elemen) if (s := tulisan(satu, nilai))]
            assert bocor(peran, orang.buka(*palsu)) == []
        for satu in milik_perencana:
            if (tekan := tekanan(satu)) is not None:
                assert bocor(peran, orang.buka(tekan)) == []
    if (peran, h.url_path) not in BERHAK:
        assert isi_semua(instansi[1]) == awal


def _ketik(kode: str, teks: str) -> dict[str, object]:
    """What the browser's sheet sends for a value typed into the fourth quarter, where nothing was."""
    return {"n": 1, "ketik": [[kode, "TW4", "nilai", teks, [""], ""]], "perintah": []}


def test_a_sheet_takes_what_its_own_division_typed_and_nothing_forged_for_another(
    buka: Buka, instansi: tuple[str, Engine, dict[Peran, str]]
) -> None:
    halaman = next(h for h in HALAMAN if h.url_path == "bidang-iki")
    awal = isi_semua(instansi[1])
    for peran, kode in ((Peran.KEPALA_BIDANG, "PRG2"), (Peran.TIM, "PRG1"), (Peran.KEPALA, "PRG1")):
        with buka(peran, halaman, AKHIR) as orang:
            orang.buka()
            orang.buka(*_kiriman(orang, kode, "4242"))
        assert isi_semua(instansi[1]) == awal, (peran, kode)
    with buka(Peran.KEPALA_BIDANG, halaman, AKHIR) as kabid:
        kabid.buka()
        kabid.buka(*_kiriman(kabid, "PRG1", "4242"))
    assert isi_semua(instansi[1]) != awal, "the control: the same message for the own division is taken"


def _kiriman(orang: OrangMasuk, kode: str, teks: str) -> list[WidgetState]:
    return [k for satu in orang.elemen if (k := kiriman(satu, "aksi", _ketik(kode, teks)))]


@pytest.mark.parametrize("peran", [Peran.KEPALA_BIDANG, Peran.FORUM])
def test_the_session_of_somebody_else_is_no_way_to_their_pages(
    buka: Buka, instansi: tuple[str, Engine, dict[Peran, str]], peran: Peran
) -> None:
    """As after a lost connection, with the other's session named and the own login."""
    halaman = next(h for h in HALAMAN if h.url_path == "riwayat")
    url, _, kunci = instansi
    with buka(Peran.PERENCANA, halaman, DALAM) as perencana:
        assert bocor(Peran.KEPALA_BIDANG, perencana.buka()), "the control: there is something to see"
    with masuk_sebagai(url, kunci[peran], "riwayat", DALAM, lanjutan=perencana.sesi) as orang:
        assert bocor(peran, orang.buka()) == []
        assert [bocor(peran, satu) for satu in orang.unduhan() if bocor(peran, satu)] == []


def test_a_file_is_made_for_nobody_who_logged_out_meanwhile(instansi: tuple[str, Engine, dict[Peran, str]]) -> None:
    url, engine, _ = instansi
    kunci = masuk(engine, "tim", SANDI, ALAMAT).kunci
    with masuk_sebagai(url, kunci, "riwayat", ALAMAT_2024) as tim:
        tim.buka()
        assert [b"worksheets" in satu or b"<worksheet" in satu for satu in tim.unduhan()] == [True]
        keluar(engine, kunci)
        with pytest.raises(AssertionError, match="Failed to generate"):
            list(tim.unduhan())
