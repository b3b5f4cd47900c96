"""The column impor.catatan goes: nothing ever wrote it.

Frozen, like 0001.
"""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.drop_column("impor", "catatan")


def downgrade() -> None:
    op.add_column("impor", sa.Column("catatan", sa.Text(), nullable=True))
