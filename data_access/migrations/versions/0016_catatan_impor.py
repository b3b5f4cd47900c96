"""What an import left out: rows that nobody knows and that the person said to pass over.

Frozen, like 0001. The column that 0010 dropped, written at last.
"""

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("impor", sa.Column("catatan", sa.Text(), nullable=True))


def downgrade() -> None:
    op.drop_column("impor", "catatan")
