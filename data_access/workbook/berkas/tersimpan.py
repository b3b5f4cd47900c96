"""Files that were read already: the page looks at one at every step, and reading is what takes the time.

Held by content, so another file under the same name is another file; bounded by cells, the longest unused goes first.
"""

import threading
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import replace

from data_access.workbook.berkas.mentah import BukuMentah

MAKS_SEL = 2_000_000
"""Cells held for everybody together, some 60 to 100 bytes each; a file beyond it is read anew at every step."""


class BukuTersimpan:
    """Workbooks as they were read, by the hash of what was handed in. What was refused is tried again instead."""

    def __init__(self, maks_sel: int = MAKS_SEL) -> None:
        self._maks = maks_sel
        self._isi: OrderedDict[str, tuple[BukuMentah, int]] = OrderedDict()
        self._kunci = threading.Lock()

    def ambil(self, sidik: str, baca: Callable[[], BukuMentah]) -> BukuMentah:
        """The workbook of that hash, read by `baca` where it is not held; the list of problems is the caller's own."""
        with self._kunci:
            ada = self._isi.get(sidik)
            if ada is not None:
                self._isi.move_to_end(sidik)
        buku = ada[0] if ada is not None else baca()
        if ada is None and not buku.masalah:
            self._simpan(sidik, buku)
        return replace(buku, masalah=buku.masalah.salinan())

    @property
    def jumlah_sel(self) -> int:
        with self._kunci:
            return sum(sel for _, sel in self._isi.values())

    def _simpan(self, sidik: str, buku: BukuMentah) -> None:
        sel = sum(len(baris) for lembar in buku.lembar for baris in (lembar.judul, *lembar.baris))
        if sel > self._maks:
            return
        with self._kunci:
            self._isi[sidik] = buku, sel
            while sum(banyak for _, banyak in self._isi.values()) > self._maks:
                self._isi.popitem(last=False)
