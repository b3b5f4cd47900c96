"""What the page asks, answered on the command line: a question that stays open is a refusal that says how to answer."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from sqlalchemy.engine import Engine

from dashboard.domain.dasar.angka import tulis_angka
from dashboard.domain.dasar.hak import Pelaku
from dashboard.services.data.angka_periode.penyajian import jawaban_penyajian
from dashboard.services.data.angka_periode.perilaku_satuan import jawaban_perilaku
from dashboard.services.data.ingatan_kolom import CaraTeringat, cara_teringat, jawab_teringat
from dashboard.services.data.laporan_impor import cara_jawab
from dashboard.services.data.pemeriksaan import Pemeriksaan, periksa_mentah
from dashboard.services.data.pemetaan import Kepala, Usulan, kolom_diisikan, kolom_wajib_kurang, usulkan, usulkan_lagi
from dashboard.services.data.pemetaan_judul import judul_polos
from dashboard.services.data.serahan import Serahan, siapkan
from dashboard.services.data.skala import SkalaLain
from dashboard.services.data.tanya_angka import KOLOM, PertanyaanAngka, pertanyaan_semua
from data_access.engine import open_for_reading
from data_access.kinerja import daftar_instansi
from data_access.pemetaan import Ingatan, peta_bernama
from data_access.workbook.berkas.mentah import BukuMentah
from data_access.workbook.berkas.peta import PetaLembar
from data_access.workbook.periksa.masalah import Jawab, Masalah, kunci_jawab
from data_access.workbook.periksa.pangkalan import Pangkalan

CONTOH_ISI = {"tahun": "2024", "periode": "TW2", "bulan": "6", "sumber_nilai": "resmi"}


class JawabanDitolak(Exception):
    """An answer answers nothing; the Indonesian sentence says which, and what would."""


@dataclass(frozen=True, slots=True)
class Jawaban:
    """What is said beside the file: answers by cell or column ("realisasi.D5" to "85,5"), and about its headings.

    `pemetaan` names a mapping the page kept, `isi` gives the columns such a file does not hold (tahun, periode).
    `seperti_tertulis` takes the values far off their target as they are.
    """

    sel: Mapping[str, str] = field(default_factory=dict)
    seperti_tertulis: bool = False
    pemetaan: str | None = None
    isi: Mapping[str, str] = field(default_factory=dict)


TANPA_JAWABAN = Jawaban()


def periksa_terjawab(
    engine: Engine, mentah: BukuMentah, pelaku: Pelaku, instansi: str | None, jawaban: Jawaban, *, izinkan_kosong: bool
) -> Pemeriksaan:
    """The check with those answers put in; `mentah` stays as it is.

    Answering one question may raise the next, so it is checked again until nothing is left to answer.
    Raises JawabanDitolak and TidakBerwenang.
    """
    peta, cara = _pemetaan(engine, mentah, instansi, jawaban)
    dijawab: dict[str, Jawab] = {}
    teringat: list[str] = []
    while True:
        semua = tuple((0, *dua) for dua in dijawab.items())
        with open_for_reading(engine) as connection, connection.begin():
            serahan = Serahan((), tuple((0, satu) for satu in peta), semua)
            (buku,) = siapkan([mentah], serahan, Pangkalan(connection), instansi or "")
        hasil = periksa_mentah(
            engine,
            buku,
            pelaku,
            instansi,
            izinkan_kosong=izinkan_kosong,
            penyajian=jawaban_penyajian(dijawab.items()),
            perilaku=jawaban_perilaku(dijawab.items()),
        )
        skala = () if jawaban.seperti_tertulis else hasil.skala
        ditanya = pertanyaan_semua(replace(hasil, skala=skala), {(0, sel) for sel in dijawab})
        baru = {
            satu.sel: _pilih(kunci, jawaban.sel[kunci], satu)
            for satu in ditanya
            if (kunci := kunci_jawab(satu.sel)) in jawaban.sel and satu.sel not in dijawab
        }
        ingat, kalimat = jawab_teringat((satu for satu in ditanya if satu.sel not in baru), cara)
        if not baru and not ingat:
            _tolak_lebih(jawaban.sel, dijawab)
            terbuka = [satu for satu in skala if satu.sel not in dijawab]
            laporan = replace(
                hasil.laporan,
                masalah=(*hasil.laporan.masalah, *map(_tolak_skala, terbuka)),
                jumlah_masalah=hasil.laporan.jumlah_masalah + len(terbuka),
                catatan=(
                    *teringat,
                    *hasil.laporan.catatan,
                    *_judul_asing(engine, mentah, instansi, jawaban),
                    *_pernah_dijawab(engine, mentah, instansi, jawaban, ditanya),
                ),
                cara_lain={satu.kalimat: cara_jawab(satu.sel, satu.jawaban) for satu in ditanya if satu.kalimat},
                asal=tuple((lembar, satu.asal) for satu in peta for lembar in satu.lembar_hasil),
            )
            return replace(hasil, laporan=laporan)
        dijawab |= baru | ingat
        teringat += kalimat


def _pemetaan(
    engine: Engine, mentah: BukuMentah, instansi: str | None, jawaban: Jawaban
) -> tuple[list[PetaLembar], CaraTeringat]:
    """How the foreign sheets of the file are read, and what was said of their columns. Raises JawabanDitolak."""
    if jawaban.pemetaan is None:
        if jawaban.isi:
            raise JawabanDitolak("--isi hanya berlaku bersama --pemetaan.")
        return [], {}
    if instansi is None:
        raise JawabanDitolak("--pemetaan milik satu instansi; sebutkan instansinya dengan --instansi KODE.")
    with open_for_reading(engine) as connection:
        semua = peta_bernama(connection, instansi)
    if jawaban.pemetaan not in semua:
        ada = (
            f"Yang ada: {', '.join(semua)}."
            if semua
            else "Belum ada; ambil alih satu berkas seperti itu di halaman Data."
        )
        raise JawabanDitolak(f"Pemetaan {jawaban.pemetaan} tidak ada pada {instansi}. {ada}")
    milik = semua[jawaban.pemetaan]
    peta = [satu for usulan in usulkan([mentah], milik.judul) if (satu := _terapkan(usulan, milik.judul, jawaban))]
    cara = cara_teringat({jawaban.pemetaan: milik}, mentah, peta)
    if not peta and not cara:
        raise JawabanDitolak(f"Tidak satu pun judul kolom {mentah.berkas} ada pada pemetaan {jawaban.pemetaan}.")
    lebih = jawaban.isi.keys() - {kolom for satu in peta for kolom, _ in satu.tetap}
    if lebih:
        raise JawabanDitolak(
            f"--isi {', '.join(sorted(lebih))}: berkas ini sudah menyebutkannya, atau tidak memerlukannya."
        )
    return peta, cara


def _judul_asing(engine: Engine, mentah: BukuMentah, instansi: str | None, jawaban: Jawaban) -> list[str]:
    """For sheets whose headings are not ours: which kept mapping knows them, and what to type."""
    usulan = usulkan([mentah], {}) if jawaban.pemetaan is None else ()
    if not usulan:
        return []
    lembar = ", ".join(satu.peta.asal for satu in usulan)
    with open_for_reading(engine) as connection:
        milik = [instansi] if instansi else [satu.kode for satu in daftar_instansi(connection)]
        cocok = [
            (kode, nama)
            for kode in milik
            for nama, peta in peta_bernama(connection, kode).items()
            if any(_kepala_terbaik(satu, peta.judul)[0] for satu in usulan)
        ]
    if not cocok:
        cara = "Ambil alih berkas ini sekali di halaman Data; artinya lalu dapat dipakai dengan --pemetaan NAMA."
    else:
        pilihan = (f"--pemetaan {nama}" + ("" if instansi else f" --instansi {kode}") for kode, nama in cocok)
        cara = f"Artinya sudah disimpan; tambahkan {', atau '.join(pilihan)}."
    return [f"Judul kolom lembar {lembar} berbeda dari templat. {cara}"]


def _pernah_dijawab(
    engine: Engine, mentah: BukuMentah, instansi: str | None, jawaban: Jawaban, ditanya: Sequence[PertanyaanAngka]
) -> list[str]:
    """Of columns that are asked about: what was said of them in a file of the same columns, and what to type."""
    kolom = [satu for satu in ditanya if satu.hitungan == KOLOM]
    if not kolom or instansi is None or jawaban.pemetaan is not None:
        return []
    with open_for_reading(engine) as connection:
        cara = cara_teringat(peta_bernama(connection, instansi), mentah, ())
    _, kalimat = jawab_teringat(kolom, cara)
    nama = dict.fromkeys(pemetaan for sel, (_, pemetaan) in cara.items() if sel in {satu.sel for satu in kolom})
    tambahkan = " atau ".join(f"--pemetaan {satu}" for satu in nama)
    return [f"{satu} Bila berlaku di sini pula, tambahkan {tambahkan}." for satu in kalimat]


def _kepala_terbaik(usulan: Usulan, ingatan: Ingatan) -> tuple[int, str, Kepala]:
    """(how many of its headings were kept, of which sheet, which header): the best of a foreign sheet."""
    kena = {
        (nama, kepala): sum(bool(ingatan.get((nama, judul_polos(satu)))) for satu in judul)
        for kepala, judul in usulan.kepala
        for nama in {nama for nama, _ in ingatan}
    }
    calon = ((banyak, -tinggi, -baris, nama) for (nama, (baris, tinggi)), banyak in kena.items())
    banyak, tinggi, baris, nama = max(calon, default=(0, 0, 0, ""))
    return banyak, nama, (-baris, -tinggi)


def _terapkan(usulan: Usulan, ingatan: Ingatan, jawaban: Jawaban) -> PetaLembar | None:
    """The sheet read by the kept meanings alone: nothing is guessed here. None where none of its headings was kept."""
    banyak, nama, kepala = _kepala_terbaik(usulan, ingatan)
    if not banyak:
        return None
    peta = usulkan_lagi(usulan, nama, kepala, ingatan)
    asing = [(judul, kolom) for judul, kolom in peta.kolom if kolom and (nama, judul_polos(judul)) not in ingatan]
    if asing:
        judul, kolom = asing[0]
        raise JawabanDitolak(
            f"Judul “{judul}” pada lembar {peta.asal} tidak ada pada pemetaan {jawaban.pemetaan}, padahal mungkin "
            f"berarti {kolom}. Serahkan berkas ini sekali di halaman Data."
        )
    if wajib := kolom_wajib_kurang(peta):
        raise JawabanDitolak(f"Lembar {peta.asal} tidak memuat kolom wajib {', '.join(satu.label for satu in wajib)}.")
    diisikan = [satu.nama for satu in kolom_diisikan(peta)]
    if kurang := [satu for satu in diisikan if satu not in jawaban.isi]:
        contoh = " ".join(f"--isi {satu}={CONTOH_ISI[satu]}" for satu in kurang)
        raise JawabanDitolak(f"Lembar {peta.asal} tidak menyebutkan {', '.join(kurang)}. Tulis, misalnya: {contoh}.")
    return replace(peta, tetap=tuple((satu, jawaban.isi[satu]) for satu in diisikan))


def _tolak_skala(satu: SkalaLain) -> Masalah:
    kata = "kecil" if satu.geser > satu.tertulis else "besar"
    salah = f"seratus kali lebih {kata} dari targetnya, {satu.sebut(satu.target)}"
    benar = f"Tulis {tulis_angka(satu.geser)} bila itu maksudnya."
    return Masalah(satu.sel.partition("!")[0], satu.sel, tulis_angka(satu.tertulis), salah, benar, satu.pilihan)


def _pilih(kunci: str, isi: str, tanya: PertanyaanAngka) -> Jawab:
    pilihan = tanya.jawaban
    if isi not in pilihan:
        raise JawabanDitolak(f"--jawab {kunci}={isi} bukan jawabannya. Pilih {' atau '.join(pilihan)}.")
    return pilihan[isi]


def _tolak_lebih(jawaban: Mapping[str, str], dijawab: Mapping[str, Jawab]) -> None:
    """An answer to what was never asked is a slip: of the cell, or of the file."""
    lebih = jawaban.keys() - set(map(kunci_jawab, dijawab))
    if lebih:
        raise JawabanDitolak(f"--jawab {', '.join(sorted(lebih))}: tidak ada yang ditanyakan di sana pada berkas ini.")
