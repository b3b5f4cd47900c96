"""docs/metodologi.md: how each number is made. Numbers of rules are written in from their rows, never typed."""

import re
from collections.abc import Iterable
from datetime import date
from itertools import pairwise
from pathlib import Path

from dashboard.domain.aturan.berlaku import SKALA_STATUS
from dashboard.domain.dasar.ketentuan import SEBELUM_ADA_DATA, Ketentuan
from dashboard.formatting import tanggal
from dashboard.texts import batas_kelas
from data_access.aturan import semua_baris, untuk
from data_access.aturan.baca import BarisAturan

TEMPLATE = Path(__file__).with_suffix(".md")
MARK = re.compile(r"\{\{(\S+) (\S+)\}\}")
BOUNDS = {"ya": "≥ ", "tidak": "> "}
HEAD = "| kunci | nilai | satuan | berlaku | dasar | dikonfirmasi | catatan |\n|---|---|---|---|---|---|---|"


def methodology() -> str:
    """The document. Raises KeyError where the template names a row that is none."""
    return MARK.sub(_fill, TEMPLATE.read_text(encoding="utf-8"))


def _fill(mark: re.Match[str]) -> str:
    what, key = mark.groups()
    if what == "aturan":
        return rule_table(semua_baris()[key])
    if what == "status":
        return _by_day((day, batas_kelas(untuk(day).skala(SKALA_STATUS))[key]) for day in _status_days())
    return _by_day((k.berlaku_mulai, k.nilai) for row in semua_baris()[what] if (k := row.ketentuan).kunci == key)


def _by_day(versions: Iterable[tuple[date, str]]) -> str:
    """What a sentence says of a rule: its first value, and each later one with the day from which it holds.

    So the document is the same on every day it is written. Raises KeyError without any version.
    """
    ordered = sorted(versions)
    if not ordered:
        raise KeyError("no row of that key")
    changed = [new for old, new in pairwise(ordered) if new[1] != old[1]]
    later = "; ".join(f"mulai {tanggal(day)}: {value}" for day, value in changed)
    return f"{ordered[0][1]} ({later})" if later else ordered[0][1]


def _status_days() -> list[date]:
    """The days on which a bound of the status scale changes."""
    rows = (row.ketentuan for row in semua_baris()["kelas"] if row.ketentuan.kunci.startswith(f"{SKALA_STATUS}/"))
    return sorted({k.berlaku_mulai for k in rows})


def rule_table(rows: Iterable[BarisAturan]) -> str:
    """Every row of a subject as Markdown, past and to come."""
    return "\n".join([HEAD, *("| " + " | ".join(c.replace("|", "\\|") for c in _cells(row)) + " |" for row in rows)])


def _cells(row: BarisAturan) -> tuple[str, ...]:
    k, name = row.ketentuan, row.lain.get("nama", "")
    return (
        f"`{k.kunci}` {name}".strip(),
        f"{BOUNDS.get(row.lain.get('inklusif', ''), '')}{k.nilai}" if k.nilai else "–",
        k.satuan,
        _validity(k),
        f"{k.peraturan}, {k.letak}",
        "ya" if k.dikonfirmasi else "belum",
        k.catatan,
    )


def _validity(k: Ketentuan) -> str:
    start = "" if k.berlaku_mulai == SEBELUM_ADA_DATA else f"mulai {k.berlaku_mulai.isoformat()}"
    end = f"sampai {k.berlaku_selesai.isoformat()}" if k.berlaku_selesai else ""
    return " ".join(part for part in (start, end) if part) or "sejak ada data"
