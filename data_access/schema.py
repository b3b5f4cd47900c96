"""The tables, generated from the dictionary: one a sheet, and three the system keeps itself.

Every table starts its primary key with the agency (`instansi`; the table instansi itself with its kode), so that
the same schema can be distributed by agency. Foreign keys are checked at commit: a workbook may name a row that
follows it.
"""

from typing import Any

import sqlalchemy as sa

from dashboard.domain.kamus.buku_kerja import LEMBAR, Jenis, Kolom, Lembar, lembar
from data_access.tipe import Desimal

METADATA = sa.MetaData()

TIPE: dict[Jenis, type[sa.types.TypeEngine[Any]]] = {
    Jenis.TEKS: sa.Text,
    Jenis.BILANGAN: Desimal,
    Jenis.BULAT: sa.Integer,
    Jenis.TANGGAL: sa.Date,
    Jenis.PILIHAN: sa.Text,
    Jenis.DAFTAR: sa.Text,
    Jenis.YA_TIDAK: sa.Text,
}

INDEKS: dict[str, tuple[str, ...]] = {
    "target": ("tahun", "indikator"),
    "realisasi": ("tahun", "indikator"),
    "indikator": ("simpul",),
    "skp": ("tahun", "bulan"),
    "perilaku": ("tahun", "bulan"),
}
"""What is read by more than its key: a year of measurements, a month of scores, the indicators of a node."""


def _kolom(satu: Kolom, kunci: tuple[str, ...]) -> sa.Column[Any]:
    wajib = satu.nama in kunci or (satu.wajib and not satu.strip)
    return sa.Column(satu.nama, TIPE[satu.jenis](), nullable=not wajib)


def _acuan_tunggal(satu: Kolom) -> bool:
    return len(satu.acuan) == 1 and satu.jenis is not Jenis.DAFTAR


def _kunci_asing(isi: Lembar) -> list[sa.ForeignKeyConstraint]:
    pilihan: dict[str, Any] = {"deferrable": True, "initially": "DEFERRED"}
    asing = [sa.ForeignKeyConstraint(["instansi"], ["instansi.kode"], name=f"fk_{isi.nama}_instansi", **pilihan)]
    for satu in filter(_acuan_tunggal, isi.kolom):
        induk = satu.acuan[0]
        asing.append(
            sa.ForeignKeyConstraint(
                ["instansi", satu.nama],
                [f"{induk}.instansi", f"{induk}.{lembar(induk).kunci[0]}"],
                name=f"fk_{isi.nama}_{satu.nama}",
                **pilihan,
            )
        )
    return asing


def _tabel(isi: Lembar) -> sa.Table:
    milik = [] if isi.nama == "instansi" else [sa.Column("instansi", sa.Text(), nullable=False)]
    kolom = [_kolom(satu, isi.kunci) for satu in isi.kolom]
    asing = [] if isi.nama == "instansi" else _kunci_asing(isi)
    tabel = sa.Table(
        isi.nama, METADATA, *milik, *kolom, sa.PrimaryKeyConstraint(*isi.kunci_penuh, name=f"pk_{isi.nama}"), *asing
    )
    if isi.nama in INDEKS:
        nama = INDEKS[isi.nama]
        sa.Index(f"ix_{isi.nama}_{'_'.join(nama)}", tabel.c.instansi, *(tabel.c[satu] for satu in nama))
    return tabel


TABEL: dict[str, sa.Table] = {isi.nama: _tabel(isi) for isi in LEMBAR}


def _tabel_sistem(nama: str, kunci: tuple[str, ...], *kolom: sa.Column[Any]) -> sa.Table:
    return sa.Table(
        nama,
        METADATA,
        sa.Column("instansi", sa.Text(), nullable=False),
        *kolom,
        sa.PrimaryKeyConstraint("instansi", *kunci, name=f"pk_{nama}"),
        sa.ForeignKeyConstraint(
            ["instansi"], ["instansi.kode"], name=f"fk_{nama}_instansi", deferrable=True, initially="DEFERRED"
        ),
    )


def _wajib(nama: str, tipe: type[sa.types.TypeEngine[Any]]) -> sa.Column[Any]:
    return sa.Column(nama, tipe(), nullable=False)


VERSI = _tabel_sistem("versi", (), _wajib("nomor", sa.Integer), _wajib("sidik", sa.Text))
"""One row an agency: `nomor` rises by one with each writing transaction, `sidik` is the hash of the content."""

JEJAK = _tabel_sistem(
    "jejak",
    ("versi", "urut"),
    _wajib("versi", sa.Integer),
    _wajib("urut", sa.Integer),
    _wajib("waktu", sa.Text),
    _wajib("pelaku", sa.Text),
    _wajib("tindakan", sa.Text),
    _wajib("aksi", sa.Text),
    _wajib("lembar", sa.Text),
    _wajib("kunci", sa.Text),
    sa.Column("lama", sa.Text()),
    sa.Column("baru", sa.Text()),
)
"""The audit trail: one row a changed row, under the version that its transaction made. `aksi` is tambah, ubah or
hapus; `kunci`, `lama` and `baru` are JSON objects, the last two of the changed columns only. `waktu` is UTC."""
sa.Index("ix_jejak_lembar", *(JEJAK.c[satu] for satu in ("instansi", "lembar", "kunci", "versi")))

IMPOR = _tabel_sistem(
    "impor",
    ("versi",),
    _wajib("versi", sa.Integer),
    _wajib("waktu", sa.Text),
    _wajib("pelaku", sa.Text),
    _wajib("berkas", sa.Text),
    _wajib("sha256", sa.Text),
    _wajib("jumlah_tambah", sa.Integer),
    _wajib("jumlah_ubah", sa.Integer),
    _wajib("jumlah_tetap", sa.Integer),
    _wajib("jumlah_kosong", sa.Integer),
    sa.Column("catatan", sa.Text()),
    sa.Column("dibatalkan", sa.Integer()),
)
"""One row a workbook taken; its jejak rows carry the same `versi`. `dibatalkan` is the version that undid it."""

NILAI_SKP = _tabel_sistem(
    "nilai_skp",
    ("nip", "tahun", "bulan"),
    _wajib("nip", sa.Text),
    _wajib("tahun", sa.Integer),
    _wajib("bulan", sa.Integer),
    _wajib("unit", sa.Text),
    sa.Column("skp", sa.BigInteger()),
    sa.Column("perilaku", sa.BigInteger()),
    sa.Column("prestasi", sa.BigInteger()),
    _wajib("sebutan", sa.Integer),
    _wajib("sel", sa.Integer),
    _wajib("keadaan", sa.Integer),
    _wajib("lapor", sa.Integer),
    _wajib("nilai", sa.Integer),
    _wajib("verifikasi", sa.Integer),
    _wajib("keberatan", sa.Integer),
)
"""Scores computed from skp and perilaku, one row an employee and month (0: the year). Scores are whole millionths of a
point, NULL where there is none. `sebutan` and `sel` are indices (-1: none), `keadaan` an index too; `lapor`, `nilai`
and `verifikasi` are 0 not yet, 1 in time, 2 late."""
URUTAN_NILAI = ("instansi", "tahun", "bulan", "unit", "sebutan", "prestasi")
sa.Index("ix_nilai_skp_bulan", *(NILAI_SKP.c[satu] for satu in URUTAN_NILAI))

REKAP_SKP = _tabel_sistem(
    "rekap_skp",
    ("tahun", "bulan", "unit"),
    _wajib("tahun", sa.Integer),
    _wajib("bulan", sa.Integer),
    _wajib("unit", sa.Text),
    *(_wajib(nama, sa.BigInteger) for nama in ("orang", "dinilai", "jumlah_skp", "jumlah_perilaku", "jumlah_prestasi")),
    sa.Column("terendah", sa.BigInteger()),
    sa.Column("tertinggi", sa.BigInteger()),
    _wajib("keberatan", sa.BigInteger),
    *(_wajib(nama, sa.Text) for nama in ("histogram", "kelas", "kuadran", "keadaan", "tepat", "lambat")),
)
"""nilai_skp added up per unit and month; the counts are packed, so that a page reads a row a unit and month."""

REKAP_PEGAWAI = _tabel_sistem("rekap_pegawai", ("unit",), _wajib("unit", sa.Text), _wajib("jumlah", sa.Integer))
"""How many employees each unit has."""

PEMETAAN = _tabel_sistem(
    "pemetaan", ("lembar", "judul"), _wajib("lembar", sa.Text), _wajib("judul", sa.Text), _wajib("kolom", sa.Text)
)
"""How an agency's own headings map to the columns of a sheet, as confirmed last; `kolom` is empty for "not taken"."""

SKENARIO = _tabel_sistem(
    "skenario",
    ("kode",),
    *(_wajib(nama, sa.Text) for nama in ("kode", "nama", "pelaku", "waktu")),
    *(_wajib(nama, sa.Integer) for nama in ("tahun", "triwulan")),
    *(_wajib(nama, sa.Text) for nama in ("awal", "sasaran", "versi_data", "ubahan")),
)
"""Saved what-ifs. `ubahan` is a JSON list of changed inputs, `sasaran` the indicators aimed at, one a line, `awal` what
it starts from, `versi_data` the data it was made on. Writing one is no change of data: neither versi nor jejak knows
of it."""

KUNCI_PERIODE = _tabel_sistem(
    "kunci_periode",
    ("tahun", "triwulan"),
    _wajib("tahun", sa.Integer),
    _wajib("triwulan", sa.Integer),
    _wajib("waktu", sa.Text),
    _wajib("pelaku", sa.Text),
)
"""One row a closed quarter."""

KOREKSI = _tabel_sistem(
    "koreksi",
    ("nomor",),
    _wajib("nomor", sa.Integer),
    _wajib("tahun", sa.Integer),
    _wajib("triwulan", sa.Integer),
    _wajib("alasan", sa.Text),
    _wajib("waktu", sa.Text),
    _wajib("pelaku", sa.Text),
    sa.Column("ditutup", sa.Text()),
    sa.Column("penutup", sa.Text()),
)
"""One row a reason to change a closed quarter; open while `ditutup` is NULL."""

KOREKSI_ISI = _tabel_sistem(
    "koreksi_isi",
    ("versi", "urut"),
    _wajib("versi", sa.Integer),
    _wajib("urut", sa.Integer),
    _wajib("nomor", sa.Integer),
)
"""Which rows of jejak were changes of a closed quarter, and under which correction."""

LANGKAH_ENTRI = _tabel_sistem(
    "langkah_entri",
    ("indikator", "tahun", "periode", "versi"),
    _wajib("indikator", sa.Text),
    _wajib("tahun", sa.Integer),
    _wajib("periode", sa.Text),
    _wajib("versi", sa.Integer),
    _wajib("waktu", sa.Text),
    _wajib("pelaku", sa.Text),
    _wajib("aksi", sa.Text),
    _wajib("ke", sa.Text),
    sa.Column("alasan", sa.Text()),
)
"""How an entry went from one state to the next, by whom, and why it was sent back."""

BERKAS_BUKTI = _tabel_sistem(
    "berkas_bukti",
    ("sha256",),
    _wajib("sha256", sa.Text),
    _wajib("nama", sa.Text),
    _wajib("akhiran", sa.Text),
    _wajib("ukuran", sa.Integer),
    _wajib("waktu", sa.Text),
    _wajib("pelaku", sa.Text),
)
"""Evidence handed in as a file: its name as given; the file itself lies under its hash."""
