"""Who may do what, written down once more by hand; and every write held against it, called directly."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
import sqlalchemy as sa
from sqlalchemy import Engine

from dashboard.domain.dasar.hak import PERENCANA_BAWAAN, Pelaku, Peran, TidakBerwenang, Tindakan, boleh
from dashboard.domain.dasar.periode import SampaiDengan
from dashboard.domain.entri.aturan import AksiEntri, Entri
from dashboard.domain.entri.draf import Ketikan, tanda_entri
from dashboard.domain.entri.isian import isian_dari
from dashboard.domain.entri.perubahan_target import TargetBaru
from dashboard.domain.skenario.dasar import KunciUbahan
from dashboard.services.akun.kelola import buat_akun
from dashboard.services.data.batal_impor import batalkan_impor
from dashboard.services.data.impor import ambil_alih
from dashboard.services.entri.alur import ajukan, jawab_janji, pindahkan
from dashboard.services.entri.bidang import bidang
from dashboard.services.entri.bukti import serahkan_bukti
from dashboard.services.entri.kunci import buka_koreksi, kunci_sampai
from dashboard.services.entri.lembar import ketik
from dashboard.services.entri.perubahan_target import AlasanTarget, ubah_target
from dashboard.services.kinerja import kinerja
from dashboard.services.simulasi import susun_simulasi
from dashboard.services.skenario import hapus_skenario, simpan_skenario
from dashboard.services.temuan import StatusTemuan, daftar, putuskan
from data_access.akun.tabel import METADATA_AKUN
from data_access.files.penghapusan import hapus_instansi
from data_access.schema import METADATA
from tests.builders import tulis_csv
from tests.dua_bidang import ORANG
from tests.penulis_entri import baru, tersimpan

PERAN = ("admin", "perencana", "kepala", "kepala_bidang", "tim", "pegawai", "forum")
MATRIKS = """
lihat           semua instansi instansi instansi instansi instansi -
lihat_isian     semua instansi instansi unit     instansi sendiri  -
lihat_pegawai   semua instansi instansi unit     -        sendiri  -
lihat_riwayat   semua instansi instansi unit     instansi -        -
lihat_potret    semua -        -        -        -        -        instansi
impor           semua instansi -        -        -        -        -
ekspor          semua instansi instansi instansi instansi -        -
isi_realisasi   semua instansi -        unit     -        -        -
setujui         semua instansi instansi -        instansi -        -
ubah_target     semua instansi -        -        -        -        -
kunci           semua instansi -        -        -        -        -
skenario        semua instansi instansi instansi -        -        -
hapus_skenario  semua instansi sendiri  sendiri  -        -        -
tangani_temuan  semua instansi instansi unit     instansi -        -
atur            semua -        -        -        -        -        -
hapus_instansi  semua instansi -        -        -        -        -
kelola_akun     semua -        -        -        -        -        -
"""
HARAPAN = {
    (Tindakan(nama), Peran(peran)): sejauh
    for nama, *isi in map(str.split, MATRIKS.strip().splitlines())
    for peran, sejauh in zip(PERAN, isi, strict=True)
}


def test_the_table_of_the_test_knows_every_act_and_role() -> None:
    assert set(HARAPAN) == {(tindakan, peran) for tindakan in Tindakan for peran in Peran}


@pytest.mark.parametrize(("tindakan", "peran"), HARAPAN)
def test_each_role_reaches_as_far_as_the_table_says(tindakan: Tindakan, peran: Peran) -> None:
    sejauh, p = HARAPAN[tindakan, peran], Pelaku("Uji", peran, "X", "B1")
    assert [
        boleh(p, tindakan, "LAIN", "B1", milik="Uji"),
        boleh(p, tindakan, "X", "B2", milik="Orang"),
        boleh(p, tindakan, "X", "B1", milik="Orang"),
        boleh(p, tindakan, "X", "B2", milik="Uji"),
    ] == {
        "semua": [True, True, True, True],
        "instansi": [False, True, True, True],
        "unit": [False, False, True, False],
        "sendiri": [False, False, False, True],
        "-": [False, False, False, False],
    }[sejauh]


HARI, SD = date(2024, 7, 5), SampaiDengan(2024, 2)
Penulis = Callable[[Engine, Pelaku, Path], object]


def _ajukan(kode: str) -> Penulis:
    def kerja(engine: Engine, pelaku: Pelaku, _: Path) -> object:
        return ajukan(engine, pelaku, "UJI", [(None, replace(baru("100", "TW4"), indikator=kode))])

    return kerja


def _pindah(aksi: AksiEntri) -> Penulis:
    def kerja(engine: Engine, pelaku: Pelaku, _: Path) -> object:
        return pindahkan(engine, pelaku, "UJI", aksi, [_entri(engine, "TW1")], "angkanya ganda")

    return kerja


def _setujui(engine: Engine, pelaku: Pelaku, _: Path) -> object:
    return pindahkan(engine, pelaku, "UJI", AksiEntri.SETUJUI, [_entri(engine, "TW3")])


def _entri(engine: Engine, periode: str) -> Entri:
    satu = tersimpan(engine, periode)
    assert satu is not None
    return satu


def _jawab(engine: Engine, pelaku: Pelaku, _: Path) -> object:
    return jawab_janji(engine, pelaku, "UJI", _entri(engine, "TW1"), "selesai", hari_ini=HARI, sd=SD)


def _ketik(engine: Engine, pelaku: Pelaku, _: Path) -> object:
    """With the sheet of somebody who may: what the browser sends back can be forged."""
    b = bidang(engine, PERENCANA_BAWAAN, kinerja(engine, PERENCANA_BAWAAN, "UJI", SD), "BIDANG", HARI)
    kini = b.entri["PRG1", 2024, "TW2"]
    satu = Ketikan("PRG1", "TW2", "nilai", "61", (isian_dari(kini).nilai,), tanda_entri(kini))
    return ketik(engine, pelaku, b, [satu])


def _target(engine: Engine, pelaku: Pelaku, _: Path) -> object:
    dasar = AlasanTarget("anggaran", "DPA perubahan nomor 5", date(2024, 5, 1))
    return ubah_target(engine, pelaku, "UJI", "PRG1", 2024, baru={"TAHUN": TargetBaru(Decimal(4000))}, dasar=dasar)


def _buka(engine: Engine, pelaku: Pelaku, _: Path) -> object:
    return buka_koreksi(engine, pelaku, "UJI", 2023, 1, "laporan bidang salah ketik")


def _simpan(engine: Engine, pelaku: Pelaku, _: Path) -> object:
    s = susun_simulasi(kinerja(engine, PERENCANA_BAWAAN, "UJI", SampaiDengan(2024, 1)))
    return simpan_skenario(engine, pelaku, s, "Coba", ["IKU"], {KunciUbahan("JUMLAH_ASN"): Decimal(6000)})


def _temuan(kode: str) -> Penulis:
    def kerja(engine: Engine, pelaku: Pelaku, _: Path) -> None:
        satu = daftar(engine, PERENCANA_BAWAAN, "UJI", 2024).menurut_kode[kode]
        putuskan(engine, pelaku, "UJI", satu, StatusTemuan.DIJELASKAN, "Sudah dicek ke dokumen.")

    return kerja


def _impor(engine: Engine, pelaku: Pelaku, tempat: Path) -> object:
    baris = {"instansi": "UJI", "kode": "DOK-LAIN", "judul": "Keputusan lain"}
    laporan = ambil_alih(engine, tulis_csv(tempat / "lagi", {"dokumen": [baris]}), pelaku=pelaku)
    assert laporan.diambil, laporan.teks()
    return laporan


def _bukti(engine: Engine, pelaku: Pelaku, _: Path) -> object:
    return serahkan_bukti(engine, pelaku, "UJI", "PRG1", 2024, nama="a.pdf", isi=b"%PDF-1.7 baru")


PENULIS: dict[str, tuple[Penulis, str]] = {
    "mengajukan nilai bidang": (_ajukan("PRG1"), "admin perencana kepala_bidang"),
    "mengajukan nilai bidang lain": (_ajukan("PRG2"), "admin perencana"),
    "mengetik pada lembar bidang": (_ketik, "admin perencana kepala_bidang"),
    "menyerahkan bukti": (_bukti, "admin perencana kepala_bidang"),
    "menjawab janji": (_jawab, "admin perencana kepala_bidang"),
    "menyetujui": (_setujui, "admin perencana kepala tim"),
    "mengembalikan": (_pindah(AksiEntri.KEMBALIKAN), "admin perencana kepala tim"),
    "mengubah target": (_target, "admin perencana"),
    "mengunci": (lambda e, p, _: kunci_sampai(e, p, "UJI", 2024, 1), "admin perencana"),
    "membuka koreksi": (_buka, "admin perencana"),
    "menyimpan skenario": (_simpan, "admin perencana kepala kepala_bidang"),
    "menghapus skenario orang lain": (lambda e, p, _: hapus_skenario(e, p, "UJI", "orang"), "admin perencana"),
    "menghapus skenario Kabid": (
        lambda e, p, _: hapus_skenario(e, p, "UJI", "milikku"),
        "admin perencana kepala_bidang",
    ),
    "memutuskan temuan bidang": (_temuan("T-BIDANG"), "admin perencana kepala kepala_bidang tim"),
    "memutuskan temuan bidang lain": (_temuan("T-LAIN"), "admin perencana kepala tim"),
    "mengambil alih buku kerja": (_impor, "admin perencana"),
    "membatalkan impor": (lambda e, p, _: batalkan_impor(e, p, "UJI", 1), "admin perencana"),
    "menghapus instansi": (lambda e, p, _: hapus_instansi(e, p, "UJI", "UJI"), "admin perencana"),
    "membuat akun": (lambda e, p, _: buat_akun(e, p, "baru", "Orang Baru"), "admin"),
}
DIBANGUN_DI_ATASNYA = "membatalkan impor"
"""Nobody may any more, since entries stand on it; test_batal_impor.py shows who may before."""
SENDIRI = [
    (peran, nama)
    for nama, (_, siapa) in PENULIS.items()
    for peran in map(Peran, siapa.split())
    if nama != DIBANGUN_DI_ATASNYA
]


def isi_semua(engine: Engine) -> list[list[str]]:
    """Every row of every table."""
    with engine.connect() as connection:
        tabel = (*METADATA.sorted_tables, *METADATA_AKUN.sorted_tables)
        return [sorted(map(str, connection.execute(sa.select(satu)))) for satu in tabel]


@pytest.mark.parametrize("peran", Peran)
def test_who_may_not_write_gets_a_refusal_and_nothing_is_written(terisi: Engine, tmp_path: Path, peran: Peran) -> None:
    ditolak = [nama for nama, (_, siapa) in PENULIS.items() if peran.value not in siapa.split()]
    awal = isi_semua(terisi)
    for nama in ditolak:
        with pytest.raises(TidakBerwenang):
            PENULIS[nama][0](terisi, ORANG[peran], tmp_path)
    assert isi_semua(terisi) == awal


@pytest.mark.parametrize(("peran", "nama"), SENDIRI)
def test_who_may_write_does(terisi: Engine, tmp_path: Path, peran: Peran, nama: str) -> None:
    awal = isi_semua(terisi)
    PENULIS[nama][0](terisi, ORANG[peran], tmp_path)
    assert isi_semua(terisi) != awal
