"""docs/metodologi.md: how each number is made. Numbers of rules are written in from their rows, never typed."""

import re
from collections.abc import Iterable
from datetime import date
from pathlib import Path

from dashboard.domain.aturan.berlaku import SKALA_STATUS
from dashboard.domain.dasar.ketentuan import SEBELUM_ADA_DATA, Ketentuan
from dashboard.domain.dasar.periode import akhir_tahun
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
        return batas_kelas(untuk(_last_day()).skala(SKALA_STATUS))[key]
    return _latest(what)[key].nilai


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


def _latest(subject: str) -> dict[str, Ketentuan]:
    """The row of each key that begins last."""
    rows = sorted((row.ketentuan for row in semua_baris()[subject]), key=lambda k: k.berlaku_mulai)
    return {k.kunci: k for k in rows}


def _last_day() -> date:
    """A day on which every row has begun."""
    return akhir_tahun(max(row.ketentuan.berlaku_mulai for rows in semua_baris().values() for row in rows).year)
