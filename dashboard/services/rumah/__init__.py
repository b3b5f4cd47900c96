"""Keeping the house: backups, moves to another database, what is wrong with it."""
