"""Merged cells below the header: what is read into the rows they cover, and what nobody can know."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from data_access.workbook.berkas.mentah import Gabungan, LembarMentah, Mentah, kosong
from data_access.workbook.cell_address import huruf_kolom
from data_access.workbook.periksa.masalah import DaftarMasalah

BENAR = "Pisahkan selnya (Unmerge Cells), lalu isi tiap sel."


def teruskan(
    lembar: LembarMentah, kunci: Sequence[int], nilai: Sequence[int], asal: str, masalah: DaftarMasalah
) -> tuple[LembarMentah, list[str]]:
    """Words merged over rows, in the columns `kunci`, are read in each of those rows that has a value; that is said.

    One figure merged over several rows or periods, in the columns `nilai`, is refused at its cell.
    """
    letak = {nomor: i for i, nomor in enumerate(lembar.nomor)}
    baris = [list(isi) for isi in lembar.baris]
    catatan = []
    for satu in lembar.pandangan.gabungan:
        b1, k1, b2, _ = satu
        i = letak.get(b1)
        if i is None or k1 >= len(baris[i]) or kosong(baris[i][k1]):
            continue
        if k1 in nilai and _milik_banyak(satu, kunci, nilai, baris, letak):
            isi, sel = baris[i][k1], f"{lembar.nama}!{huruf_kolom(k1)}{b1}"
            salah = f"adalah satu sel gabungan ({_rentang(satu)}), sehingga tidak jelas milik baris atau periode mana"
            masalah.tambah(lembar.nama, sel, isi, salah, BENAR)
        elif k1 in kunci and b2 > b1:
            terisi = [j for j in _tercakup(satu, letak) if _kosong_pada(baris[j], k1) and _bernilai(baris[j], nilai)]
            for j in terisi:
                baris[j] += [None] * (k1 + 1 - len(baris[j]))
                baris[j][k1] = baris[i][k1]
            if terisi:
                catatan.append(f"Lembar {asal}: isi sel gabungan {_rentang(satu)} dibaca untuk setiap barisnya.")
    return replace(lembar, baris=[*baris]), catatan


def _milik_banyak(
    satu: Gabungan, kunci: Sequence[int], nilai: Sequence[int], baris: Sequence[Sequence[Mentah]], letak: dict[int, int]
) -> bool:
    """Whether a merged figure covers a second column of figures, or a row about something else."""
    _, k1, _, k2 = satu
    mendatar = any(k1 < k <= k2 for k in nilai)
    return mendatar or any(not _kosong_pada(baris[j], k) for j in _tercakup(satu, letak) for k in kunci)


def _tercakup(satu: Gabungan, letak: dict[int, int]) -> Iterator[int]:
    """The filled rows below the first one of a merged cell."""
    b1, _, b2, _ = satu
    if b2 - b1 > len(letak):
        return (i for nomor, i in letak.items() if b1 < nomor <= b2)
    return (letak[nomor] for nomor in range(b1 + 1, b2 + 1) if nomor in letak)


def _kosong_pada(isi: Sequence[Mentah], k: int) -> bool:
    return k >= len(isi) or kosong(isi[k])


def _bernilai(isi: Sequence[Mentah], nilai: Sequence[int]) -> bool:
    return any(not _kosong_pada(isi, k) for k in nilai)


def _rentang(satu: Gabungan) -> str:
    b1, k1, b2, k2 = satu
    return f"{huruf_kolom(k1)}{b1}:{huruf_kolom(k2)}{b2}"
