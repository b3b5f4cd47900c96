"""The look of all pages, collected from the files that stand beside the components they dress.

A file `components/<room>/<name>.css` is found by being there. What a component draws in a shadow root of its own
lies one folder deeper and stays out.
"""

import re
from pathlib import Path

from dashboard import components

AKAR = Path(components.__file__).parent
DASAR = "umum"
_CATATAN = re.compile(r"/\*.*?\*/\s*", re.DOTALL)


def style_files(akar: Path = AKAR) -> list[Path]:
    """The files in the order in which later ones may refine earlier ones.

    What all pages share first, then the rooms by name; in each room `gaya.css` before the files of one component.
    """
    return sorted(akar.glob("*/*.css"), key=_urutan)


def styles(akar: Path = AKAR) -> str:
    """One style element for each file, without the remarks that only we read."""
    isi = (_CATATAN.sub("", berkas.read_text(encoding="utf-8")) for berkas in style_files(akar))
    return "".join(f"<style>\n{satu}</style>\n" for satu in isi)


def _urutan(berkas: Path) -> tuple[bool, str, bool, str]:
    ruang = berkas.parent.name
    return ruang != DASAR, ruang, berkas.name != "gaya.css", berkas.name
