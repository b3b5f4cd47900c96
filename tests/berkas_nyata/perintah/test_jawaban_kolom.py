"""An answer about a column under our own headings: kept, and taken again where all columns are the same."""

from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path

import pytest
import sqlalchemy as sa
from sqlalchemy import Engine

from dashboard.domain.dasar.hak import PERENCANA_BAWAAN
from dashboard.services.data.impor import ambil_alih
from dashboard.services.data.jawaban import Jawaban, JawabanDitolak
from dashboard.services.data.laporan_impor import LaporanImpor
from dashboard.services.data.masuk import PratinjauBuku, ambil_serahan, periksa_serahan
from dashboard.services.data.serahan import Serahan, Unggahan
from data_access.pemetaan import PetaBernama, peta_bernama, simpan_bernama
from data_access.schema import TABEL
from tests.berkas_nyata.pembuat import JUDUL
from tests.berkas_rusak import realisasi

KALIMAT = "Kolom realisasi.nilai: titik dan koma sama-sama tanda desimal, seperti pada pemetaan rekap-tw-ii."


def perintah(engine: Engine, folder: Path, isi: bytes, jawaban: Jawaban) -> LaporanImpor:
    (folder / "b.xlsx").write_bytes(isi)
    return ambil_alih(engine, folder / "b.xlsx", pelaku=PERENCANA_BAWAAN, instansi="UJI", jawaban=jawaban)


def sendiri(*nilai: str, judul: Sequence[str] = JUDUL) -> bytes:
    """A file with our own headings, of which the column nilai is written in its own way."""
    isi = {"indikator": ("IKU", "PRG2"), "nilai": nilai}
    tetap = {"tahun": 2024, "periode": "TW3", "sumber_nilai": "resmi"}
    baris = (tuple(isi[nama][i] if nama in isi else tetap.get(nama) for nama in judul) for i in range(len(nilai)))
    return realisasi(*baris, judul=tuple(judul))


def pernah_dijawab(engine: Engine) -> None:
    serahan = Serahan(
        (Unggahan("Rekap TW II.xlsx", sendiri("40.49", "3,02")),), (), ((0, "realisasi!nilai", Decimal(3)),)
    )
    p = periksa_serahan(engine, PERENCANA_BAWAAN, "UJI", serahan)
    assert ambil_serahan(engine, PERENCANA_BAWAAN, "UJI", serahan, p.versi, lambda _: None).pemetaan == ("rekap-tw-ii",)


def test_a_column_of_our_own_headings_is_read_as_it_was_answered_in_a_file_of_the_same_columns(terisi: Engine) -> None:
    pernah_dijawab(terisi)

    def lagi(judul: Sequence[str], *, ingat: bool = True) -> PratinjauBuku:
        serahan = Serahan((Unggahan("lain.xlsx", sendiri("41.5", "4,25", judul=judul)),), ingat=ingat)
        return periksa_serahan(terisi, PERENCANA_BAWAAN, "UJI", serahan)

    sama = lagi(JUDUL[::-1])
    assert (sama.pertanyaan, sama.teringat) == ((), (KALIMAT,))
    assert [tanya.sel for tanya in lagi(JUDUL, ingat=False).pertanyaan] == ["realisasi!nilai"]
    assert [tanya.sel for tanya in lagi((*JUDUL, "kendala")).pertanyaan] == ["realisasi!nilai"]


def test_the_command_line_says_what_was_answered_and_takes_it_when_it_is_named(terisi: Engine, tmp_path: Path) -> None:
    pernah_dijawab(terisi)
    lagi = sendiri("41.5", "4,25")
    laporan = perintah(terisi, tmp_path, lagi, Jawaban())
    assert [satu.sel for satu in laporan.masalah] == ["realisasi!D2"]
    assert f"{KALIMAT} Bila berlaku di sini pula, tambahkan --pemetaan rekap-tw-ii." in laporan.catatan
    laporan = perintah(terisi, tmp_path, lagi, Jawaban(pemetaan="rekap-tw-ii"))
    assert laporan.diambil, laporan.teks()
    assert KALIMAT in laporan.catatan
    with terisi.connect() as connection:
        c = TABEL["realisasi"].c
        baris = connection.execute(sa.select(c.indikator, c.nilai).where(c.periode == "TW3"))
        tersimpan = {satu.indikator: satu.nilai for satu in baris}
    assert tersimpan == {"IKU": Decimal("41.5"), "PRG2": Decimal("4.25")}
    lain = sendiri("41.5", "4,25", judul=(*JUDUL, "kendala"))
    with pytest.raises(JawabanDitolak, match="Tidak satu pun judul kolom"):
        perintah(terisi, tmp_path, lain, Jawaban(pemetaan="rekap-tw-ii"))


def test_a_file_of_our_own_headings_without_a_question_keeps_nothing(terisi: Engine) -> None:
    serahan = Serahan((Unggahan("a.xlsx", sendiri("40,49", "3,02")),))
    p = periksa_serahan(terisi, PERENCANA_BAWAAN, "UJI", serahan)
    assert ambil_serahan(terisi, PERENCANA_BAWAAN, "UJI", serahan, p.versi, lambda _: None).pemetaan == ()


def test_an_answer_under_our_own_headings_is_kept_beside_a_mapping_of_that_file_name(terisi: Engine) -> None:
    asing = PetaBernama({("realisasi", "hasil kinerja"): "nilai"}, {})
    simpan_bernama(terisi, "UJI", {"rekap-tw-ii": asing})
    lama = "rekap-tw-ii"
    for nama, nilai in (("rekap-tw-ii-2", "40.49"), ("rekap-tw-ii-2", "41.49")):
        jawab = ((0, "realisasi!nilai", Decimal(3)),)
        serahan = Serahan((Unggahan("Rekap TW II.xlsx", sendiri(nilai, "3,02")),), (), jawab, ingat=False)
        p = periksa_serahan(terisi, PERENCANA_BAWAAN, "UJI", serahan)
        assert ambil_serahan(terisi, PERENCANA_BAWAAN, "UJI", serahan, p.versi, lambda _: None).pemetaan == (nama,)
    with terisi.connect() as connection:
        semua = peta_bernama(connection, "UJI")
    assert (set(semua), semua[lama]) == ({lama, "rekap-tw-ii-2"}, asing)
