"""Every version of a target stays: its date becomes part of its key.

Frozen, like 0001. A blank date is stored as 0001-01-01, "from the beginning", and counts in no content hash; the
settings, whose date was part of their key already, are counted anew without it.
"""

import hashlib
import json
from collections.abc import Mapping
from datetime import date
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

SEJAK_AWAL = date(1, 1, 1)
MODULUS = 1 << 256
KUNCI_LAMA = ("instansi", "indikator", "tahun", "periode", "versi")
KUNCI_BARU = (*KUNCI_LAMA, "berlaku_mulai")

TARGET = sa.table("target", *(sa.column(nama) for nama in KUNCI_LAMA), sa.column("berlaku_mulai", sa.Date()))
PENGATURAN = sa.table(
    "pengaturan", *(sa.column(nama) for nama in ("instansi", "kunci", "nilai")), sa.column("berlaku_mulai", sa.Date())
)
VERSI = sa.table("versi", sa.column("instansi"), sa.column("sidik"))
JEJAK = sa.table(
    "jejak", *(sa.column(nama) for nama in ("instansi", "versi", "urut", "lembar", "kunci", "lama", "baru"))
)


def upgrade() -> None:
    connection = op.get_bind()
    connection.execute(sa.update(TARGET).where(TARGET.c.berlaku_mulai.is_(None)).values(berlaku_mulai=SEJAK_AWAL))
    _ganti_kunci(KUNCI_BARU, nullable=False)
    _perbarui_jejak(connection)
    _hitung_ulang_sidik(connection, tanpa_tanggal=True)


def downgrade() -> None:
    """Of several dated versions of one target the latest stays: the old key holds one."""
    connection = op.get_bind()
    terbaru = sa.func.max(TARGET.c.berlaku_mulai).over(partition_by=[TARGET.c[nama] for nama in KUNCI_LAMA])
    semua = connection.execute(sa.select(*(TARGET.c[nama] for nama in KUNCI_BARU), terbaru.label("terbaru"))).all()
    for baris in semua:
        if baris.berlaku_mulai != baris.terbaru:
            syarat = [TARGET.c[nama] == getattr(baris, nama) for nama in KUNCI_BARU]
            connection.execute(sa.delete(TARGET).where(*syarat))
    _ganti_kunci(KUNCI_LAMA, nullable=True)
    connection.execute(sa.update(TARGET).where(TARGET.c.berlaku_mulai == SEJAK_AWAL).values(berlaku_mulai=None))
    _hitung_ulang_sidik(connection, tanpa_tanggal=False)


def _ganti_kunci(kunci: tuple[str, ...], *, nullable: bool) -> None:
    with op.batch_alter_table("target") as tabel:
        tabel.drop_constraint("pk_target", type_="primary")
        tabel.alter_column("berlaku_mulai", existing_type=sa.Date(), nullable=nullable)
        tabel.create_primary_key("pk_target", list(kunci))


def _perbarui_jejak(connection: sa.Connection) -> None:
    """The trail names a row by its key: the date joins it, so that history and undoing find the row again."""
    diketahui: dict[tuple[Any, ...], str] = {}
    baris = connection.execute(sa.select(JEJAK).where(JEJAK.c.lembar == "target").order_by(JEJAK.c.versi, JEJAK.c.urut))
    for satu in baris.all():
        kunci = json.loads(satu.kunci)
        letak = (satu.instansi, *(kunci[nama] for nama in KUNCI_LAMA[1:]))
        lama, baru = (json.loads(isi) if isi else {} for isi in (satu.lama, satu.baru))
        sebelum = lama.get("berlaku_mulai")
        if sebelum and baru:
            sebelum = SEJAK_AWAL.isoformat()  # a date that was made blank
        tanggal = baru.get("berlaku_mulai") or sebelum or diketahui.get(letak) or SEJAK_AWAL.isoformat()
        diketahui[letak] = tanggal
        isi = json.dumps(kunci | {"berlaku_mulai": tanggal}, ensure_ascii=False)
        di_sini = (JEJAK.c.instansi == satu.instansi, JEJAK.c.versi == satu.versi, JEJAK.c.urut == satu.urut)
        connection.execute(sa.update(JEJAK).where(*di_sini).values(kunci=isi))


def _hitung_ulang_sidik(connection: sa.Connection, *, tanpa_tanggal: bool) -> None:
    tukar: dict[str, int] = {}
    for baris in connection.execute(sa.select(PENGATURAN).where(PENGATURAN.c.berlaku_mulai == SEJAK_AWAL)).mappings():
        isi = dict(baris)
        dengan, tanpa = _hash(isi), _hash({k: v for k, v in isi.items() if k != "berlaku_mulai"})
        selisih = tanpa - dengan if tanpa_tanggal else dengan - tanpa
        tukar[isi["instansi"]] = tukar.get(isi["instansi"], 0) + selisih
    for instansi, selisih in tukar.items():
        sidik = connection.execute(sa.select(VERSI.c.sidik).where(VERSI.c.instansi == instansi)).scalar()
        if sidik is not None:
            baru = format((int(sidik, 16) + selisih) % MODULUS, "064x")
            connection.execute(sa.update(VERSI).where(VERSI.c.instansi == instansi).values(sidik=baru))


def _hash(baris: Mapping[str, Any]) -> int:
    isi = [
        f"{kolom}={nilai.isoformat() if isinstance(nilai, date) else nilai}"
        for kolom, nilai in sorted(baris.items())
        if nilai is not None
    ]
    return int.from_bytes(hashlib.sha256("\x1e".join(("pengaturan", *isi)).encode()).digest(), "big")
