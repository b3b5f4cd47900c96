"""Accounts: letting in, letting out, and who administers whom."""
