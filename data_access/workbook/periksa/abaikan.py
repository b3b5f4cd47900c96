"""Rows of unknown codes that a person left out: taken from the sheet, and said wherever the file is spoken of."""

from data_access.workbook.berkas.mentah import Diabaikan
from data_access.workbook.cell_address import deret_baris
from data_access.workbook.periksa.lembar_baca import LEMBAR_ORANG, Buku, LembarBaca
from data_access.workbook.periksa.masalah import ringkas

MAKS_CATATAN = 500


def lewati_diabaikan(buku: Buku, catatan: list[str]) -> None:
    """Take them out of the sheets; each sheet keeps which they were."""
    for satu in buku.values():
        letak = satu.posisi.get(satu.lembar.kunci[0])
        isi = satu.mentah.isi_kolom(letak) if letak is not None else []
        lewat = {i: str(teks) for i, teks in enumerate(isi) if isinstance(teks, Diabaikan)}
        if lewat:
            satu.diabaikan = {satu.mentah.nomor[i]: teks for i, teks in lewat.items()}
            satu.mentah = satu.mentah.hanya([i for i in range(len(isi)) if i not in lewat])
            catatan.append(f"Lembar {satu.nama}: {_sebut(satu)} diabaikan sesuai jawaban Anda.")


def catatan_diabaikan(buku: Buku) -> str | None:
    """What an import keeps of them; None where there are none."""
    bagian = [f"{satu.nama} {_sebut(satu)}" for satu in buku.values() if satu.diabaikan]
    if not bagian:
        return None
    isi = f"Diabaikan: {'; '.join(bagian)}."
    return isi if len(isi) <= MAKS_CATATAN else isi[: MAKS_CATATAN - 1] + "…"


def _sebut(satu: LembarBaca) -> str:
    """ "baris 5 dan 6 (“Nilai X”)"; a person is not named."""
    if satu.nama in LEMBAR_ORANG:
        return f"baris {deret_baris(sorted(satu.diabaikan))}"
    menurut: dict[str, list[int]] = {}
    for nomor, teks in sorted(satu.diabaikan.items()):
        menurut.setdefault(teks, []).append(nomor)
    return ", ".join(f"baris {deret_baris(nomor)} (“{ringkas(teks)}”)" for teks, nomor in menurut.items())
