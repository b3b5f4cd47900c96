"""The first schema: one table a sheet of the workbook, and versi, jejak and impor.

Frozen: it spells out what version 0001 is and never reads the dictionary, which goes on changing.
"""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

TIPE: dict[str, sa.types.TypeEngine[Any]] = {
    "teks": sa.Text(),
    "bulat": sa.Integer(),
    "tanggal": sa.Date(),
    "desimal": sa.Numeric().with_variant(sa.Text(), "sqlite"),
}
TABEL = (
    "instansi",
    "dokumen",
    "unit",
    "jabatan",
    "simpul",
    "indikator",
    "variabel",
    "komponen",
    "target",
    "realisasi",
    "pegawai",
    "skp",
    "perilaku",
    "predikat_unit",
    "temuan",
    "hari_libur",
    "pengaturan",
    "anggaran",
    "versi",
    "jejak",
    "impor",
)


def _kolom(uraian: str) -> sa.Column[Any]:
    """A column out of "nama tipe", with "!" where it takes no NULL."""
    nama, tipe = uraian.split()
    return sa.Column(nama, TIPE[tipe.rstrip("!")], nullable=not tipe.endswith("!"))


def _kunci_asing(tabel: str, kolom: str, tujuan: str) -> sa.ForeignKeyConstraint:
    """To instansi directly; to any other table together with the agency."""
    induk, kode = tujuan.split(".")
    sendiri = kolom == "instansi"
    return sa.ForeignKeyConstraint(
        [kolom] if sendiri else ["instansi", kolom],
        [tujuan] if sendiri else [f"{induk}.instansi", f"{induk}.{kode}"],
        name=f"fk_{tabel}_{kolom}",
        deferrable=True,
        initially="DEFERRED",
    )


def _tabel(nama: str, kunci: str, uraian: str, **acuan: str) -> None:
    op.create_table(
        nama,
        *(_kolom(satu) for satu in uraian.split(", ")),
        sa.PrimaryKeyConstraint(*kunci.split(), name=f"pk_{nama}"),
        *(_kunci_asing(nama, kolom, tujuan) for kolom, tujuan in acuan.items()),
    )


def upgrade() -> None:
    _struktur()
    _indikator()
    _pegawai()
    _lain()
    _sistem()
    _indeks()


def _struktur() -> None:
    _tabel("instansi", "kode", "kode teks!, nama teks!, jenis teks, wilayah teks")
    _tabel(
        "dokumen",
        "instansi kode",
        "instansi teks!, kode teks!, judul teks!, nomor teks, tanggal tanggal, tahun_mulai bulat, "
        "tahun_selesai bulat, berkas teks, catatan teks",
        instansi="instansi.kode",
    )
    _tabel(
        "unit",
        "instansi kode",
        "instansi teks!, kode teks!, nama teks!, induk teks, jenis teks, alias teks",
        instansi="instansi.kode",
        induk="unit.kode",
    )
    _tabel(
        "jabatan",
        "instansi kode",
        "instansi teks!, kode teks!, nama teks!, unit teks!, jenis teks, atasan teks, tugas teks, fungsi teks",
        instansi="instansi.kode",
        unit="unit.kode",
        atasan="jabatan.kode",
    )
    _tabel(
        "simpul",
        "instansi kode",
        "instansi teks!, kode teks!, jenjang teks!, nomenklatur teks, kode_acuan teks, sasaran teks!, induk "
        "teks, jabatan teks, keyakinan teks, catatan teks",
        instansi="instansi.kode",
        induk="simpul.kode",
        jabatan="jabatan.kode",
    )


def _indikator() -> None:
    _tabel(
        "indikator",
        "instansi kode",
        "instansi teks!, kode teks!, simpul teks!, nomor teks, nama teks!, jenis teks!, satuan teks, "
        "polaritas teks!, perilaku teks, tipe_penghitungan teks, penyajian teks, maks desimal, instrumen "
        "teks, instrumen_versi teks, skala teks, rumus_capaian teks, formulasi teks, rumus teks, upaya "
        "desimal, poin_asumsi teks, pemilik teks, sumber_data teks, definisi teks, relevansi teks, dokumen "
        "teks, letak teks",
        instansi="instansi.kode",
        simpul="simpul.kode",
        dokumen="dokumen.kode",
    )
    _tabel(
        "variabel",
        "instansi kode",
        "instansi teks!, kode teks!, nama teks!, satuan teks, batas_bawah desimal, batas_atas desimal",
        instansi="instansi.kode",
    )
    _tabel(
        "komponen",
        "instansi indikator komponen kelompok peran",
        "instansi teks!, indikator teks!, komponen teks!, kelompok teks!, peran teks!, bobot desimal, sifat "
        "teks!, arah teks, catatan teks",
        instansi="instansi.kode",
        indikator="indikator.kode",
    )
    _tabel(
        "target",
        "instansi indikator tahun periode versi",
        "instansi teks!, indikator teks!, tahun bulat!, periode teks!, nilai desimal, nilai_min desimal, "
        "nilai_maks desimal, predikat teks, teks teks, versi teks!, berlaku_mulai tanggal, sumber_nilai teks, "
        "dokumen teks, letak teks, penjelasan teks",
        instansi="instansi.kode",
        indikator="indikator.kode",
        dokumen="dokumen.kode",
    )
    _tabel(
        "realisasi",
        "instansi indikator tahun periode",
        "instansi teks!, indikator teks!, tahun bulat!, periode teks!, nilai desimal, pembilang desimal, "
        "penyebut desimal, sumber_nilai teks!, keterangan_sumber teks, kendala teks, solusi teks, "
        "tindak_lanjut teks, status_tindak_lanjut teks, pic teks, batas_waktu tanggal, tanggal_selesai "
        "tanggal, bukti teks, status_entri teks",
        instansi="instansi.kode",
    )


def _pegawai() -> None:
    _tabel(
        "pegawai",
        "instansi nip",
        "instansi teks!, nip teks!, nama teks!, jabatan teks, unit teks!, golongan teks, memimpin teks",
        instansi="instansi.kode",
        jabatan="jabatan.kode",
        unit="unit.kode",
    )
    _tabel(
        "skp",
        "instansi nip tahun bulan no",
        "instansi teks!, nip teks!, tahun bulat!, bulan bulat!, no teks!, kegiatan teks!, angka_kredit "
        "desimal, target_kuantitas desimal, satuan_kuantitas teks, target_kualitas desimal, target_waktu "
        "desimal, satuan_waktu teks, target_biaya desimal, realisasi_kuantitas desimal, realisasi_kualitas "
        "desimal, realisasi_waktu desimal, realisasi_biaya desimal, unit teks, jabatan teks",
        instansi="instansi.kode",
        nip="pegawai.nip",
        unit="unit.kode",
        jabatan="jabatan.kode",
    )
    _tabel(
        "perilaku",
        "instansi nip tahun bulan",
        "instansi teks!, nip teks!, tahun bulat!, bulan bulat!, orientasi_pelayanan desimal, integritas "
        "desimal, komitmen desimal, disiplin desimal, kerjasama desimal, kepemimpinan desimal, tugas_tambahan "
        "bulat, kreativitas teks, rating_hasil teks, rating_perilaku teks, tanggal_lapor tanggal, "
        "tanggal_nilai tanggal, tanggal_keberatan tanggal, tanggal_verifikasi tanggal",
        instansi="instansi.kode",
        nip="pegawai.nip",
    )
    _tabel(
        "predikat_unit",
        "instansi unit tahun periode",
        "instansi teks!, unit teks!, tahun bulat!, periode teks!, predikat teks!",
        instansi="instansi.kode",
        unit="unit.kode",
    )


def _lain() -> None:
    _tabel(
        "temuan",
        "instansi kode",
        "instansi teks!, kode teks!, keparahan teks, objek teks, dokumen teks, letak teks, kutipan teks, "
        "uraian teks!, status teks, alasan teks",
        instansi="instansi.kode",
        dokumen="dokumen.kode",
    )
    _tabel(
        "hari_libur", "instansi tanggal", "instansi teks!, tanggal tanggal!, keterangan teks", instansi="instansi.kode"
    )
    _tabel(
        "pengaturan",
        "instansi kunci berlaku_mulai",
        "instansi teks!, kunci teks!, nilai teks!, berlaku_mulai tanggal!",
        instansi="instansi.kode",
    )
    _tabel(
        "anggaran",
        "instansi simpul tahun periode",
        "instansi teks!, simpul teks!, tahun bulat!, periode teks!, pagu desimal, realisasi desimal",
        instansi="instansi.kode",
        simpul="simpul.kode",
    )


def _sistem() -> None:
    _tabel("versi", "instansi", "instansi teks!, nomor bulat!, sidik teks!", instansi="instansi.kode")
    _tabel(
        "jejak",
        "instansi versi urut",
        "instansi teks!, versi bulat!, urut bulat!, waktu teks!, pelaku teks!, tindakan teks!, aksi teks!, "
        "lembar teks!, kunci teks!, lama teks, baru teks",
        instansi="instansi.kode",
    )
    _tabel(
        "impor",
        "instansi versi",
        "instansi teks!, versi bulat!, waktu teks!, pelaku teks!, berkas teks!, sha256 teks!, jumlah_tambah "
        "bulat!, jumlah_ubah bulat!, jumlah_tetap bulat!, jumlah_kosong bulat!, catatan teks",
        instansi="instansi.kode",
    )


def _indeks() -> None:
    op.create_index("ix_realisasi_tahun_indikator", "realisasi", ["instansi", "tahun", "indikator"])
    op.create_index("ix_indikator_simpul", "indikator", ["instansi", "simpul"])
    op.create_index("ix_perilaku_tahun_bulan", "perilaku", ["instansi", "tahun", "bulan"])
    op.create_index("ix_skp_tahun_bulan", "skp", ["instansi", "tahun", "bulan"])
    op.create_index("ix_target_tahun_indikator", "target", ["instansi", "tahun", "indikator"])


def downgrade() -> None:
    for nama in reversed(TABEL):
        op.drop_table(nama)
