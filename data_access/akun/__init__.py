"""Accounts, posts, logins and wrong attempts: rows about persons, beside the agencies' data."""
