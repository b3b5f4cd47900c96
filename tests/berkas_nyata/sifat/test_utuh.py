"""Whatever stands in a cell is read exactly, asked about, or refused at its cell: never changed in silence.

From the bytes of a file to what would be stored, through every check. What a cell means is said by sel_acak, in words
of its own.
"""

import shutil
from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy.engine import Connection

from dashboard.domain.dasar.hak import PERENCANA_BAWAAN
from dashboard.services.data.impor import ambil_alih
from data_access.engine import make_engine
from data_access.workbook.berkas.baca import baca_di_sini
from data_access.workbook.berkas.mentah import kosong
from data_access.workbook.periksa.pangkalan import Pangkalan
from data_access.workbook.periksa.semua import HasilPeriksa, periksa
from tests.berkas_nyata.sifat.penulis import EJAAN, dengan_csv, dengan_openpyxl, dengan_xml
from tests.berkas_nyata.sifat.sel_acak import WAKTU, SelAcak, arti_teks, sel, teks_angka, teks_bebas
from tests.builders import NIP_UJI, buku_kecil, tulis_csv

JUDUL = ("kode", "nama", "satuan", "batas_bawah")
SATUAN = ("%", "orang", "nilai", "Rp")
BULAN = ("Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September", "Oktober", "November")
MAKS_DESIMAL = 20
BATAS = Decimal(10) ** 15
BACA = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.fixture(scope="module")
def connection(templat_sqlite: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Connection]:
    folder = tmp_path_factory.mktemp("sifat")
    shutil.copyfile(templat_sqlite, folder / "dasbor.db")
    engine = make_engine(f"sqlite:///{(folder / 'dasbor.db').as_posix()}")
    ambil_alih(engine, tulis_csv(folder / "awal", buku_kecil()), pelaku=PERENCANA_BAWAAN)
    with engine.connect() as satu:
        yield satu
    engine.dispose()


def teks(*isi: str) -> list[SelAcak]:
    return [SelAcak(satu) for satu in isi]


def baca(connection: Connection, path: Path) -> HasilPeriksa:
    return periksa(baca_di_sini(path), Pangkalan(connection), "UJI")


def hasil_sel(hasil: HasilPeriksa, lembar: str, kolom: str, jumlah: int) -> list[tuple[object, bool]]:
    """(what would be stored, whether a problem or a question is about it) of each cell of a column."""
    satu = hasil.buku[lembar]
    dikenai = {m.sel for m in hasil.masalah}
    ditanya = any(m.tanya is not None and m.tanya.kunci == f"{lembar}!{kolom}" for m in hasil.masalah)
    letak = {nomor: i for i, nomor in enumerate(satu.mentah.nomor)}
    keluar: list[tuple[object, bool]] = []
    for nomor in range(2, jumlah + 2):
        if (i := letak.get(nomor)) is None:
            keluar.append((None, False))  # an empty row
        else:
            mentah = satu.mentah.baris[i][satu.posisi[kolom]]
            tertulis = isinstance(mentah, str) and not kosong(mentah)  # a column is asked about for its texts
            kena = satu.sel(i, kolom) in dikenai or (ditanya and tertulis and i in satu.ditolak)
            keluar.append((satu.baris[i][kolom], kena))
    return keluar


def periksa_bilangan(acak: SelAcak, satuan: str, nilai: object, *, kena: bool) -> None:
    terlihat = acak.bilangan
    if terlihat is not None:
        muat = abs(terlihat) < BATAS and -terlihat.normalize().as_tuple().exponent <= MAKS_DESIMAL  # type: ignore[operator]
        if muat and (satuan == "%" or not acak.persen):
            assert (nilai, kena) == (terlihat, False), acak
        else:
            assert (nilai, kena) == (None, True), acak
    elif isinstance(acak.isi, str) and not acak.tercoret:
        arti = arti_teks(acak.isi, satuan)
        assert kena or (nilai is None and kosong(acak.isi)) or (nilai is not None and nilai == arti), (
            acak,
            nilai,
            arti,
        )
        assert not kena or nilai is None or arti is None or nilai == arti, acak
    else:
        tanpa_isi = acak.isi is None and not acak.galat and not acak.rumus
        assert (nilai, kena) == (None, not tanpa_isi), acak


def periksa_teks(acak: SelAcak, nilai: object, *, kena: bool) -> None:
    """A free text keeps its letters; a number there says what is seen."""
    if acak.galat or acak.tercoret or (acak.rumus and acak.isi is None):
        assert kena, acak
    elif isinstance(acak.isi, str) and acak.isi.strip():
        assert kena or nilai == acak.isi.strip(), acak
    elif acak.bilangan is not None and not kena:
        tertulis = str(nilai)
        assert tertulis.endswith("%") is acak.persen, acak
        assert Decimal(tertulis.removesuffix("%").replace(",", ".")) == acak.bilangan, acak
    elif acak.isi is not None and not kena:
        assert nilai, acak


def periksa_kode(acak: SelAcak, nilai: object, *, kena: bool) -> None:
    """A code is a text and keeps what is seen of it; a number, a day or a truth is none."""
    if isinstance(acak.isi, str) and acak.isi.strip() and not acak.tercoret:
        terlihat = "".join(huruf for huruf in acak.isi if huruf.isprintable() and not huruf.isspace())
        tersimpan = "".join(str(nilai).split())
        assert kena or terlihat.lstrip("'’‘`") == tersimpan, (acak, nilai)
    else:
        assert kena, acak


@given(
    st.lists(st.tuples(sel, sel, st.sampled_from(SATUAN), sel), min_size=1, max_size=12),
    st.sampled_from(("openpyxl", *EJAAN)),
)
@BACA
def test_a_workbook_says_what_is_seen_of_it_or_asks(
    connection: Connection, tmp_path: Path, semua: list[tuple[SelAcak, SelAcak, str, SelAcak]], ejaan: str
) -> None:
    # openpyxl writes no formula with its result
    baris = [
        (k, n, SelAcak(s), b) for k, n, s, b in semua if ejaan != "openpyxl" or not (k.rumus or n.rumus or b.rumus)
    ]
    tabel = {"variabel": [teks(*JUDUL), *baris]}
    isi = dengan_openpyxl(tabel) if ejaan == "openpyxl" else dengan_xml(tabel, ejaan)
    (tmp_path / "a.xlsx").write_bytes(isi)
    hasil = baca(connection, tmp_path / "a.xlsx")
    for nama, letak in (("kode", 0), ("nama", 1), ("batas_bawah", 3)):
        for satu, (nilai, kena) in zip(baris, hasil_sel(hasil, "variabel", nama, len(baris)), strict=True):
            if nama == "kode":
                periksa_kode(satu[letak], nilai, kena=kena)
            elif nama == "nama":
                periksa_teks(satu[letak], nilai, kena=kena)
            else:
                periksa_bilangan(satu[letak], str(satu[2].isi), nilai, kena=kena)


@given(st.lists(st.tuples(teks_bebas, teks_bebas, st.sampled_from(SATUAN), teks_angka), min_size=1, max_size=12))
@BACA
def test_a_csv_says_what_is_seen_of_it_or_asks(
    connection: Connection, tmp_path: Path, semua: list[tuple[str, str, str, str]]
) -> None:
    baris = [teks(*satu) for satu in semua]
    (tmp_path / "variabel.csv").write_text(dengan_csv([teks(*JUDUL), *baris]), encoding="utf-8", newline="")
    hasil = baca(connection, tmp_path)
    if "variabel" not in hasil.buku:
        assert len(hasil.masalah) == 1, "a delimiter that could be two"
        return
    for satu, (nilai, kena) in zip(baris, hasil_sel(hasil, "variabel", "batas_bawah", len(baris)), strict=True):
        periksa_bilangan(satu[3], str(satu[2].isi), nilai, kena=kena)
    for satu, (nilai, kena) in zip(baris, hasil_sel(hasil, "variabel", "nama", len(baris)), strict=True):
        periksa_teks(satu[1], nilai, kena=kena)


hari = st.dates(date(1990, 1, 1), date(2090, 12, 31))
tulisan_hari = st.one_of(
    st.tuples(hari, hari.map(date.isoformat)).map(lambda satu: (satu[0], satu[0].isoformat())),
    hari.map(lambda h: (h, f"{h.day}/{h.month}/{h.year}")),
    hari.map(lambda h: (h, f"{h.month}-{h.day}-{h.year}")),
    hari.map(lambda h: (h, f"{h.day} {(*BULAN, 'Desember')[h.month - 1]} {h.year}")),
)


@given(st.lists(tulisan_hari, min_size=1, max_size=8), st.lists(sel, max_size=4))
@BACA
def test_a_day_is_the_day_that_is_written_or_both_are_named(
    connection: Connection, tmp_path: Path, semua: list[tuple[date, str]], lain: list[SelAcak]
) -> None:
    kolom = [*(SelAcak(isi) for _, isi in semua), *lain]
    isi = dengan_xml(
        {"hari_libur": [teks("tanggal", "keterangan"), *([satu, SelAcak("a")] for satu in kolom)]}, "biasa"
    )
    (tmp_path / "a.xlsx").write_bytes(isi)
    hasil = baca(connection, tmp_path / "a.xlsx")
    jadi = hasil_sel(hasil, "hari_libur", "tanggal", len(kolom))
    for (satu, tertulis), (nilai, kena) in zip(semua, jadi[: len(semua)], strict=True):
        ditukar = satu.day <= len(BULAN) + 1 and tertulis[0].isdigit() and "/" in tertulis.replace("-", "/")[:3]
        terbaca = {satu} | ({satu.replace(day=satu.month, month=satu.day)} if ditukar else set())
        disebut = not ditukar or nilai == satu or any("dibaca" in kata for kata in hasil.catatan)
        assert kena or (nilai in terbaca and disebut), (tertulis, nilai)
    for acak, (nilai, kena) in zip(lain, jadi[len(semua) :], strict=True):
        if isinstance(acak.isi, date):
            assert nilai == acak.isi, acak
        elif acak.isi is not None and not isinstance(acak.isi, str) and acak.bentuk not in WAKTU:
            assert kena, acak


@given(
    st.lists(
        st.one_of(
            sel,
            st.builds(
                lambda pisah, awal, akhir: SelAcak(awal + pisah.join(NIP_UJI) + akhir),
                st.sampled_from(["", "\u200b", " ", "-", "."]),
                st.sampled_from(["", "'", "\u00a0", "NIP "]),
                st.sampled_from(["", "\u00a0", "0", "\u200b"]),
            ),
        ),
        min_size=1,
        max_size=8,
    )
)
@BACA
def test_a_nip_is_the_digits_that_are_written_or_refused(
    connection: Connection, tmp_path: Path, semua: Sequence[SelAcak]
) -> None:
    baris = [[satu, *teks("Pegawai", "BADAN")] for satu in semua]
    (tmp_path / "a.xlsx").write_bytes(dengan_xml({"pegawai": [teks("nip", "nama", "unit"), *baris]}, "biasa"))
    hasil = baca(connection, tmp_path / "a.xlsx")
    for acak, (nilai, kena) in zip(semua, hasil_sel(hasil, "pegawai", "nip", len(semua)), strict=True):
        tertulis = "".join(filter(str.isalnum, str(acak.isi))).removeprefix("NIP")
        assert kena or (isinstance(acak.isi, str) and not acak.tercoret and nilai == tertulis), (acak, nilai)
