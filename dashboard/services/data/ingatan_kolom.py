"""How a column is written, as it was said of a file with the same headings: taken where it is asked again, and said."""

from collections.abc import Iterable, Mapping, Sequence

from dashboard.domain.dasar.cara_tulis import KATA, CaraTulis
from dashboard.domain.kamus.buku_kerja import LEMBAR_BERNAMA
from dashboard.services.data.pemetaan_judul import judul_polos
from dashboard.services.data.tanya_angka import KOLOM, PertanyaanAngka
from data_access.pemetaan import Ingatan, PetaBernama
from data_access.workbook.berkas.lebar import pisah_pada
from data_access.workbook.berkas.mentah import BukuMentah, kosong, nama_baku
from data_access.workbook.berkas.peta import PetaLembar, pisah_lembar
from data_access.workbook.periksa.masalah import Jawab, kunci_jawab

CaraTeringat = Mapping[str, tuple[CaraTulis, str]]
"""By column ("realisasi!nilai"): what was said of it, and the mapping that kept it."""


def cara_teringat(bernama: Mapping[str, PetaBernama], buku: BukuMentah, peta: Sequence[PetaLembar]) -> CaraTeringat:
    """What was said of the columns of that file, of those kept mappings; of one that was said in two ways nothing.

    A column of a mapped sheet is the same under the same heading; one of a sheet with our own headings, which every
    office has, where all headings of the sheet are the same.
    """
    semua: dict[str, dict[CaraTulis, str]] = {}
    for nama, milik in bernama.items():
        for satu, sendiri in [*((satu, False) for satu in peta), *((satu, True) for satu in peta_sendiri(buku, peta))]:
            arti = arti_judul([satu])
            lama = {kunci: kolom for kunci, kolom in milik.judul.items() if kunci[0] == satu.lembar}
            if sendiri and arti != lama:
                continue
            for sebutan in (_kolom(satu.lembar, kolom) for kunci, kolom in arti.items() if lama.get(kunci) == kolom):
                if sebutan in milik.cara:
                    semua.setdefault(sebutan, {})[CaraTulis(milik.cara[sebutan])] = nama
    return {kolom: next(iter(cara.items())) for kolom, cara in semua.items() if len(cara) == 1}


def arti_judul(peta: Sequence[PetaLembar]) -> Ingatan:
    """What the headings mean that were said to mean something, or nothing."""
    return {(satu.lembar, judul_polos(judul)): kolom for satu in peta for judul, kolom in satu.kolom}


def peta_sendiri(buku: BukuMentah, peta: Sequence[PetaLembar]) -> list[PetaLembar]:
    """The sheets of that file which have our own names and headings, as if they had been mapped."""
    terpetakan = {nama for satu in peta for nama in (satu.asal, *satu.lembar_hasil)}
    hasil = []
    for satu in buku.lembar:
        lembar = LEMBAR_BERNAMA.get(nama_baku(satu.nama))
        if lembar is not None and satu.nama not in terpetakan:
            judul = [(str(isi), nama_baku(isi)) for isi in satu.judul if not kosong(isi)]
            kolom = tuple((isi, nama if nama in lembar.nama_kolom else "") for isi, nama in judul)
            hasil.append(PetaLembar(satu.nama, lembar.nama, satu.nomor_judul, kolom))
    return hasil


def _kolom(lembar: str, kolom: str) -> str:
    """ "target.nilai@TW2" of a table of realisasi is "target!nilai"."""
    milik, nama = pisah_lembar(kolom)
    return f"{milik or lembar}!{pisah_pada(nama)[0]}"


def jawab_teringat(
    pertanyaan: Iterable[PertanyaanAngka], cara: CaraTeringat
) -> tuple[dict[str, Jawab], tuple[str, ...]]:
    """The answers to those of the questions that were answered before, and the sentences that say so."""
    jawaban: dict[str, Jawab] = {}
    kalimat = []
    for satu in pertanyaan:
        if satu.hitungan == KOLOM and satu.sel in cara and cara[satu.sel][0] in satu.jawaban:
            kata, pemetaan = cara[satu.sel]
            jawaban[satu.sel] = satu.jawaban[kata]
            kalimat.append(f"Kolom {kunci_jawab(satu.sel)}: {KATA[kata]}, seperti pada pemetaan {pemetaan}.")
    return jawaban, tuple(kalimat)
