"""Alembic's entry. The connection is handed over by data_access.migrate, already in a transaction."""

from alembic import context

from data_access.akun.tabel import METADATA_AKUN
from data_access.schema import METADATA

context.configure(connection=context.config.attributes["connection"], target_metadata=[METADATA, METADATA_AKUN])
context.run_migrations()
