"""Whole copies of a database: moved to another kind, kept in one file, brought back."""
