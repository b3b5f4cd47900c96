"""What nothing uses is deleted: names that the program defines and nowhere mentions again, and orphaned styles."""

import ast
import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from tests.meta.berkas import ROOT, own_files

PROGRAM = ("dashboard", "data_access", "pages", "sample_data")
BUKAN_PROGRAM = "migrations"
"""Alembic calls upgrade and downgrade by name."""
KELAS_CSS = re.compile(r"\.(dk-[\w-]+)")


def berkas(*akhiran: str) -> list[Path]:
    semua = (satu.relative_to(ROOT) for satu in own_files() if satu.suffix in akhiran and satu.is_file())
    return [ROOT / satu for satu in semua if satu.parts[0] in PROGRAM and BUKAN_PROGRAM not in satu.parts]


@cache
def tulisan() -> str:
    """Everything that can name something: the code and the templates."""
    return "\n".join(satu.read_text(encoding="utf-8") for satu in [*berkas(".py", ".html", ".js"), ROOT / "run.py"])


def nama_modul(isi: ast.Module) -> Iterator[str]:
    """The names a module defines at its top."""
    for satu in isi.body:
        if isinstance(satu, ast.FunctionDef | ast.ClassDef):
            yield satu.name
        elif isinstance(satu, ast.Assign | ast.AnnAssign):
            sasaran = satu.targets if isinstance(satu, ast.Assign) else [satu.target]
            yield from (nama.id for nama in sasaran if isinstance(nama, ast.Name))


def test_every_function_class_and_constant_is_used_by_the_program() -> None:
    kata = Counter(re.findall(r"\w+", tulisan()))
    sendiri = [
        f"{satu.relative_to(ROOT)}: {nama}"
        for satu in berkas(".py")
        for nama in nama_modul(ast.parse(satu.read_text(encoding="utf-8")))
        if kata[nama] == 1
    ]
    assert sendiri == []


def test_every_style_has_an_element() -> None:
    """A class may be put together: dk-jenjang-{{ n }} in a template, f"dk-jenjang-{n}" in code."""
    yatim = [
        f"{satu.relative_to(ROOT)}: {kelas}"
        for satu in berkas(".css")
        for kelas in sorted(set(KELAS_CSS.findall(satu.read_text(encoding="utf-8"))))
        if not re.search(rf"(?<![\w-]){re.escape(kelas)}(?![\w-])", tulisan()) and f"{awalan(kelas)}{{" not in tulisan()
    ]
    assert yatim == []


def awalan(kelas: str) -> str:
    return kelas[: kelas.rindex("-") + 1]
