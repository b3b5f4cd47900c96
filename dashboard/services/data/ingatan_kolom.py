"""How a column is written, as it was said of a file with the same headings: taken where it is asked again, and said."""

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal

from sqlalchemy.engine import Connection

from dashboard.domain.dasar.cara_tulis import KATA, CaraTulis
from dashboard.services.data.pemetaan_judul import judul_polos
from dashboard.services.data.tanya_angka import KOLOM, PertanyaanAngka
from data_access.pemetaan import peta_bernama
from data_access.workbook.berkas.lebar import pisah_pada
from data_access.workbook.berkas.peta import PetaLembar, pisah_lembar
from data_access.workbook.periksa.masalah import kunci_jawab

CaraTeringat = Mapping[str, tuple[CaraTulis, str]]
"""By column ("realisasi!nilai"): what was said of it, and the mapping that kept it."""


def cara_teringat(connection: Connection, instansi: str, peta: Sequence[PetaLembar]) -> CaraTeringat:
    """What was said of the columns under these headings; of one that was said in two ways nothing."""
    kepala = {(satu.lembar, judul_polos(judul)): kolom for satu in peta for judul, kolom in satu.kolom if kolom}
    semua: dict[str, dict[CaraTulis, str]] = {}
    for nama, milik in peta_bernama(connection, instansi).items():
        for kunci, kolom in kepala.items():
            sebutan = _kolom(kunci[0], kolom)
            if milik.judul.get(kunci) == kolom and sebutan in milik.cara:
                semua.setdefault(sebutan, {})[CaraTulis(milik.cara[sebutan])] = nama
    return {kolom: next(iter(cara.items())) for kolom, cara in semua.items() if len(cara) == 1}


def _kolom(lembar: str, kolom: str) -> str:
    """ "target.nilai@TW2" of a table of realisasi is "target!nilai"."""
    milik, nama = pisah_lembar(kolom)
    return f"{milik or lembar}!{pisah_pada(nama)[0]}"


def jawab_teringat(
    pertanyaan: Iterable[PertanyaanAngka], cara: CaraTeringat
) -> tuple[dict[str, Decimal], tuple[str, ...]]:
    """The answers to those of the questions that were answered before, and the sentences that say so."""
    jawaban: dict[str, Decimal] = {}
    kalimat = []
    for satu in pertanyaan:
        if satu.hitungan == KOLOM and satu.sel in cara and cara[satu.sel][0] in satu.jawaban:
            kata, pemetaan = cara[satu.sel]
            jawaban[satu.sel] = satu.jawaban[kata]
            kalimat.append(f"Kolom {kunci_jawab(satu.sel)}: {KATA[kata]}, seperti pada pemetaan {pemetaan}.")
    return jawaban, tuple(kalimat)
