"""Fifty people read while five write, through nginx on two processes and PostgreSQL; its connections are cut meanwhile.

Two minutes, on demand like all of this folder: no error, no lost update, as many rows of the trail as writes.
"""

import json
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from threading import Event, Lock
from time import monotonic

import pytest
import sqlalchemy as sa
from sqlalchemy import Engine, make_url
from websockets.exceptions import WebSocketException

from dashboard.domain.dasar.hak import PERENCANA_BAWAAN
from dashboard.registry import HALAMAN
from dashboard.services.akun.masuk import masuk
from dashboard.services.data.impor import ambil_alih
from data_access.schema import METADATA
from tests.builders import tulis_csv
from tests.conftest import kosongkan
from tests.data_access.akun.orang_uji import ALAMAT, SANDI
from tests.dua_bidang import isi_dua_bidang
from tests.e2e.akun.orang_masuk import OrangMasuk, kunci_setiap_peran, masuk_sebagai, tekanan, tulisan
from tests.e2e.operasi.di_balik_nginx import DiBalikNginx, di_balik_nginx
from tests.lingkungan import find_nginx

pytestmark = pytest.mark.bench

PEMBACA, PENULIS, DETIK = 50, 5, 120.0
PULIH_DETIK = 10.0
"""How long after the cut a page may say that the database does not answer."""
NAMA_SAMBUNGAN = "dasbor-beban"
GALAT = (RuntimeError, AssertionError, LookupError, OSError, WebSocketException)
"""What a page that failed, a widget that is missing and a connection that is lost end in."""
TANYA = "instansi=UJI&tahun=2024&triwulan=IV"
Layanan = tuple[DiBalikNginx, Engine]


@pytest.fixture(scope="module")
def layanan(
    mesin_postgres: Engine, alamat_postgres: str, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Layanan]:
    nginx = find_nginx()
    if nginx is None:
        pytest.skip("Tidak ada nginx di mesin ini.")
    kosongkan(mesin_postgres)
    folder = tmp_path_factory.mktemp("beban")
    isi_dua_bidang(mesin_postgres, folder)
    baris = [{"instansi": "UJI", "kode": kode, "keparahan": "sedang", "uraian": f"Temuan {kode}."} for kode in _kode()]
    ambil_alih(mesin_postgres, tulis_csv(folder / "lagi", {"temuan": baris}), pelaku=PERENCANA_BAWAAN)
    kunci_setiap_peran(mesin_postgres)
    alamat = make_url(alamat_postgres).update_query_dict({"application_name": NAMA_SAMBUNGAN})
    with di_balik_nginx(folder, nginx, alamat.render_as_string(hide_password=False)) as menyala:
        yield menyala, mesin_postgres


def _kode() -> list[str]:
    return [f"T-{nomor}" for nomor in range(PENULIS)]


class Catatan:
    """What went wrong and when, and what was written, from many threads."""

    def __init__(self) -> None:
        self.mulai, self._kunci = monotonic(), Lock()
        self.galat: list[tuple[float, str]] = []
        self.ditulis: list[str] = []
        self.jalan = 0

    def selesai(self) -> bool:
        return monotonic() - self.mulai > DETIK

    def lakukan(self, kerja: Callable[[], object]) -> bool:
        """Whether it went well; what went wrong is kept with its time."""
        try:
            kerja()
        except GALAT as error:
            with self._kunci:
                self.galat.append((monotonic() - self.mulai, repr(error)[:300]))
            return False
        with self._kunci:
            self.jalan += 1
        return True


def _buka(layanan: DiBalikNginx, kunci: str, halaman: str, tanya: str) -> OrangMasuk:
    return masuk_sebagai(layanan.url, kunci, halaman, tanya, ssl=layanan.percaya_aliran)


def _baca(layanan: DiBalikNginx, kunci: str, halaman: str, catatan: Catatan) -> None:
    while not catatan.selesai():
        try:
            with _buka(layanan, kunci, halaman, TANYA) as orang:
                while not catatan.selesai() and catatan.lakukan(orang.buka):
                    Event().wait(0.2)
        except (OSError, WebSocketException) as error:  # the connection itself
            catatan.galat.append((monotonic() - catatan.mulai, repr(error)[:300]))


def _tulis(layanan: DiBalikNginx, kunci: str, kode: str, catatan: Catatan) -> None:
    nomor = 0
    while not catatan.selesai():
        nomor += 1
        alasan = f"Putusan {kode} nomor {nomor:04d}"

        def sekali(alasan: str = alasan) -> None:
            with _buka(layanan, kunci, "ketidaksesuaian", f"{TANYA}&temuan={kode}") as orang:
                orang.buka()
                teks = [t for s in orang.elemen if s.WhichOneof("type") == "text_area" and (t := tulisan(s, alasan))]
                orang.buka(*teks)
                tombol = [t for s in orang.elemen if s.WhichOneof("type") == "button" and (t := tekanan(s))]
                orang.buka(*teks, tombol[-1])

        if catatan.lakukan(sekali):
            catatan.ditulis.append(alasan)
        Event().wait(0.3)


def _putuskan_sambungan(engine: Engine) -> int:
    """Cut every connection of the two processes in the middle of what they do; returns how many."""
    with engine.connect() as connection:
        perintah = sa.text("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = :nama")
        return len(connection.execute(perintah, {"nama": NAMA_SAMBUNGAN}).all())


def test_many_read_while_some_write_and_connections_are_cut(layanan: Layanan) -> None:
    menyala, engine = layanan
    baca = ("ringkasan", "capaian-iku", "pohon-kinerja", "sistem-merit", "ketidaksesuaian")
    halaman = ["" if h.bawaan else h.url_path for h in HALAMAN if h.url_path in baca]
    kunci = [masuk(engine, "kepala", SANDI, ALAMAT).kunci for _ in range(PEMBACA)]
    penulis = [masuk(engine, "perencana", SANDI, ALAMAT).kunci for _ in range(PENULIS)]
    catatan = Catatan()
    with ThreadPoolExecutor(PEMBACA + PENULIS) as kolam:
        kerja = [kolam.submit(_baca, menyala, k, halaman[n % len(halaman)], catatan) for n, k in enumerate(kunci)]
        kerja += [kolam.submit(_tulis, menyala, k, t, catatan) for k, t in zip(penulis, _kode(), strict=True)]
        Event().wait(DETIK / 2)
        saat = monotonic() - catatan.mulai
        terputus = _putuskan_sambungan(engine)
        for satu in kerja:
            satu.result()
    print(f"\n{catatan.jalan} jalan, {len(catatan.ditulis)} tulisan, {terputus} sambungan diputus, {catatan.galat}")
    assert terputus > 0
    assert [g for g in catatan.galat if not saat <= g[0] <= saat + PULIH_DETIK] == []
    _jejak_utuh(engine, catatan.ditulis)


def _jejak_utuh(engine: Engine, ditulis: list[str]) -> None:
    """Each write has its row, and each row stands on the one before it: nothing was overwritten unseen."""
    jejak = METADATA.tables["jejak"]
    with engine.connect() as connection:
        perintah = sa.select(jejak.c.kunci, jejak.c.lama, jejak.c.baru).where(jejak.c.lembar == "temuan")
        baris = connection.execute(perintah.order_by(jejak.c.versi, jejak.c.urut)).all()
    kini: dict[str, dict[str, object]] = {}
    for satu in baris:
        isi = kini.setdefault(str(satu.kunci), {})
        lama = json.loads(satu.lama or "{}")
        assert {nama: isi.get(nama) for nama in lama} == lama, satu
        isi.update(json.loads(satu.baru))
    alasan = [str(s.baru) for s in baris if "Putusan" in str(s.baru)]
    tercatat = [satu for satu in ditulis if sum(satu in isi for isi in alasan) == 1]
    assert tercatat == ditulis
    assert len(alasan) - len(ditulis) <= PENULIS, "at most the write under way when the connection was cut was not told"
