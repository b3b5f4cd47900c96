"""Accounts: a person with a name to log in by, and the posts that say what that person may do and when."""
