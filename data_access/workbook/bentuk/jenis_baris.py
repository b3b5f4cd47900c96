"""Tables that lay target and report below each other: a column says of each row which one it is.

Rows of the other kind are left out and said; one that has no name of its own has that of the rows above it.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from data_access.workbook.berkas.mentah import LembarMentah, Mentah, kosong
from data_access.workbook.cell_address import deret_baris

JENIS = {
    "target": "target",
    "t": "target",
    "rencana": "target",
    "realisasi": "realisasi",
    "r": "realisasi",
    "capaian": "capaian",
    "c": "capaian",
    "persentase capaian": "capaian",
    "capaian kinerja": "capaian",
}
"""What such a column says, in plain letters, and which kind it means."""
_BUKAN_HURUF = re.compile(r"[\W_]+")


def hanya_jenis(
    tabel: LembarMentah, lembar: str, kunci: int, nilai: Sequence[int], asal: str
) -> tuple[LembarMentah, list[str]]:
    """The rows of the kind of that sheet, where a column beside the name and the figures parts rows by kind."""
    berisi = [baris for baris in tabel.baris if any(k < len(baris) and not kosong(baris[k]) for k in nilai)]
    lain = [k for k in range(len(tabel.judul)) if k != kunci and k not in nilai]
    kolom = next((k for k in lain if _memisah([_jenis(baris, k) for baris in berisi])), None)
    if kolom is None:
        return tabel, []
    tetap: list[int] = []
    lewat: dict[str, list[int]] = {}
    nama: Mentah = None
    semua = [list(baris) for baris in tabel.baris]
    for i, baris in enumerate(semua):
        nama, jenis = (nama if kosong(baris[kunci]) else baris[kunci]), _jenis(baris, kolom)
        if jenis and jenis != lembar:
            lewat.setdefault(jenis, []).append(tabel.nomor[i])
            continue
        tetap.append(i)
        if jenis:
            baris[kunci] = nama
    catatan = [
        f"Lembar {asal}: baris {deret_baris(nomor)} berisi {jenis}, bukan {lembar}, dan dilewati."
        for jenis, nomor in lewat.items()
    ]
    return replace(tabel, baris=[*semua]).hanya(tetap), catatan


def _jenis(baris: Sequence[Mentah], kolom: int) -> str | None:
    """The kind a cell names; empty where it says nothing, None where it says anything else."""
    isi = baris[kolom] if kolom < len(baris) else None
    if kosong(isi):
        return ""
    return JENIS.get(_BUKAN_HURUF.sub(" ", isi.lower()).strip()) if isinstance(isi, str) else None


def _memisah(jenis: Sequence[str | None]) -> bool:
    """Whether a column says of rows with figures which kind they are, and nothing else."""
    return bool({"target", "realisasi"} & set(jenis)) and None not in jenis
