"""Wide tables, one column a quarter, made long: a row for each period, every cell still knowing where it lay."""

import re
from collections.abc import Sequence

from data_access.workbook.berkas.mentah import LembarMentah, Mentah, kosong

PADA = "@"
"""Between a column of ours and the period its values belong to: "nilai@TW2"."""
_PADA = re.compile(rf"[a-z_]+{PADA}[A-Z0-9]+")


def kolom_pada(kolom: str, periode: str) -> str:
    return f"{kolom}{PADA}{periode}"


def pisah_pada(kolom: str) -> tuple[str, str]:
    """ "nilai@TW2" -> ("nilai", "TW2"); any other column has no period."""
    nama, _, periode = kolom.partition(PADA)
    return nama, periode


def buka_lebar(lembar: LembarMentah) -> LembarMentah:
    """One row for each filled cell of the columns that have a period; a sheet without such columns is left as it is.

    The value stands behind the other columns, with its period beside it.
    """
    lebar = {i: pisah_pada(str(judul)) for i, judul in enumerate(lembar.judul) if _PADA.fullmatch(str(judul))}
    if not lebar:
        return lembar
    import pandas as pd  # half a second to import, and few files are wide

    lain = [i for i in range(len(lembar.judul)) if i not in lebar]
    # Each cell in a tuple, or pandas takes what is struck out or broken for plain text, and None for NaN.
    isi = [[(satu,) for satu in baris] for baris in lembar.baris]
    bingkai = pd.DataFrame(isi, columns=range(len(lembar.judul)), dtype=object)
    panjang = bingkai.melt(lain, list(lebar), var_name="kolom", value_name="isi", ignore_index=False)
    panjang = (
        panjang.loc[[not kosong(isi) for (isi,) in panjang["isi"]]]
        .reset_index(names="baris")
        .sort_values(["baris", "kolom"])
    )
    panjang["periode"] = [lebar[kolom][1] for kolom in panjang["kolom"]]
    (nama,) = {nama for nama, _ in lebar.values()}
    sel = panjang[[*lain, "isi"]].to_numpy(dtype=object).tolist()
    baris: list[Sequence[Mentah]] = [
        [*(isi for (isi,) in satu), periode] for satu, periode in zip(sel, panjang["periode"], strict=True)
    ]
    return LembarMentah(
        lembar.nama,
        [*(lembar.judul[i] for i in lain), nama, "periode"],
        lembar.nomor_judul,
        [lembar.nomor[i] for i in panjang["baris"]],
        baris,
        [(*lain, kolom, kolom) for kolom in panjang["kolom"]],
        lembar.pandangan,
    )
