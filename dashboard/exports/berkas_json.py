"""JSON files of the export: UTF-8, keys in the contract's order, the same bytes on every machine."""

import json
from pathlib import Path
from typing import Any


def tulis_json(isi: dict[str, Any], tujuan: Path) -> None:
    """Write the export."""
    tujuan.write_text(json.dumps(isi, ensure_ascii=False, indent=1) + "\n", encoding="utf-8", newline="\n")
