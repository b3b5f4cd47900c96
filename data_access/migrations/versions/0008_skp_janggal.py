"""Partial indexes of skp for the checks: rows without a result, rows with a cost target.

Frozen, like 0001.
"""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

HANYA = {"ix_skp_tanpa_hasil": "realisasi_kuantitas = '0'", "ix_skp_berbiaya": "target_biaya <> '0'"}


def upgrade() -> None:
    for nama, syarat in HANYA.items():
        hanya = sa.text(syarat)
        op.create_index(nama, "skp", ["instansi", "tahun"], postgresql_where=hanya, sqlite_where=hanya)


def downgrade() -> None:
    for nama in HANYA:
        op.drop_index(nama, "skp")
