"""Logging in, seen: the pages outside Streamlit, and who is logged in beside the menu."""
