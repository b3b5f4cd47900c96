"""What every new .xlsx has in common: text stays text, and headings look alike."""

from typing import Any

from dashboard.lembar_cetak import FORMAT_TANGGAL

AMAN: dict[str, Any] = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
"""A text that begins like a formula or an address is neither."""
DI_MEMORI = AMAN | {"in_memory": True}
BERURUTAN = AMAN | {"constant_memory": True}
"""For long lists, written row by row."""
JUDUL = {"bold": True, "bg_color": "#E9EBEE", "border": 1}
ANGKA = {"valign": "top", "align": "right", "indent": 1}
"""Numbers keep clear of the text that begins in the next column."""
SAAT = {"valign": "top", "align": "left", "num_format": f"{FORMAT_TANGGAL} hh:mm"}
