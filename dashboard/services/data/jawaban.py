"""What the page asks, answered on the command line: a question that stays open is a refusal that says how to answer."""

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from types import MappingProxyType

from sqlalchemy.engine import Engine

from dashboard.domain.dasar.angka import tulis_angka
from dashboard.domain.dasar.hak import Pelaku
from dashboard.services.data.pemeriksaan import Pemeriksaan, periksa_mentah
from dashboard.services.data.skala import SkalaLain
from data_access.workbook.berkas.jawaban import cara_terjawab, jawab
from data_access.workbook.berkas.mentah import BukuMentah
from data_access.workbook.periksa.masalah import Masalah, kunci_jawab

TANPA_JAWABAN: Mapping[str, str] = MappingProxyType({})


class JawabanDitolak(Exception):
    """An answer answers nothing; the Indonesian sentence says which, and what would."""


def periksa_terjawab(
    engine: Engine,
    mentah: BukuMentah,
    pelaku: Pelaku,
    instansi: str | None,
    jawaban: Mapping[str, str],
    *,
    izinkan_kosong: bool,
    seperti_tertulis: bool,
) -> Pemeriksaan:
    """The check with those answers ("realisasi.D5" to "85,5") put in; `mentah` stays as it is.

    Answering one question may raise the next, so it is checked again until nothing is left to answer.
    Raises JawabanDitolak and TidakBerwenang.
    """
    dijawab: dict[str, Decimal] = {}
    while True:
        buku = replace(jawab(mentah, dijawab), cara=cara_terjawab(dijawab.items()))
        hasil = periksa_mentah(engine, buku, pelaku, instansi, izinkan_kosong=izinkan_kosong)
        terbuka = [] if seperti_tertulis else [satu for satu in hasil.skala if satu.sel not in dijawab]
        laporan = hasil.laporan
        semua = (*laporan.masalah, *map(_tolak_skala, terbuka))
        hasil = replace(
            hasil, laporan=replace(laporan, masalah=semua, jumlah_masalah=laporan.jumlah_masalah + len(terbuka))
        )
        ditanya = {kunci_jawab(satu.kunci): satu for satu in semua if satu.pilihan}
        baru = {
            ditanya[kunci].kunci: _pilih(kunci, isi, ditanya[kunci])
            for kunci, isi in jawaban.items()
            if kunci in ditanya
        }
        if not baru:
            _tolak_lebih(jawaban, dijawab)
            return hasil
        dijawab |= baru


def _tolak_skala(satu: SkalaLain) -> Masalah:
    kata = "kecil" if satu.geser > satu.tertulis else "besar"
    salah = f"seratus kali lebih {kata} dari targetnya, {satu.sebut(satu.target)}"
    benar = f"Tulis {tulis_angka(satu.geser)} bila itu maksudnya."
    return Masalah(satu.sel.partition("!")[0], satu.sel, tulis_angka(satu.tertulis), salah, benar, satu.pilihan)


def _pilih(kunci: str, isi: str, masalah: Masalah) -> Decimal:
    pilihan = masalah.jawaban
    if isi not in pilihan:
        raise JawabanDitolak(f"--jawab {kunci}={isi} bukan jawabannya. Pilih {' atau '.join(pilihan)}.")
    return pilihan[isi]


def _tolak_lebih(jawaban: Mapping[str, str], dijawab: Mapping[str, Decimal]) -> None:
    """An answer to what was never asked is a slip: of the cell, or of the file."""
    lebih = jawaban.keys() - set(map(kunci_jawab, dijawab))
    if lebih:
        raise JawabanDitolak(f"--jawab {', '.join(sorted(lebih))}: tidak ada yang ditanyakan di sana pada berkas ini.")
