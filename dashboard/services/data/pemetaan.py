"""Files with other headings: which sheet and column each heading probably means, and what people confirmed before."""

import difflib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from sqlalchemy import Engine

from dashboard.domain.dasar.hak import Pelaku, Tindakan, wajib_boleh
from dashboard.domain.dasar.periode import ROMAWI, TAHUN
from dashboard.domain.kamus.buku_kerja import LEMBAR, LEMBAR_BERNAMA, Kolom, Lembar, lembar
from dashboard.services.data.pemetaan_alias import ALIAS
from data_access.pemetaan import Ingatan, simpan_ingatan
from data_access.pemetaan import ingatan as baca_ingatan
from data_access.workbook.berkas.lebar import kolom_pada, pisah_pada
from data_access.workbook.berkas.mentah import BukuMentah, LembarMentah, kosong, nama_baku
from data_access.workbook.berkas.peta import PetaLembar, baca_periode, semua_baris
from data_access.workbook.periksa.lembar_baca import LEMBAR_BANTU, kolom_bantu

BARIS_DILIHAT = 15
"""Above the header a report has its title, the agency and the period; further down is data."""
KOLOM_DILIHAT = 100
PANJANG_JUDUL = 100
BATAS_MIRIP = 0.8
KOLOM_TERKENAL = 2
DIISIKAN = ("tahun", "periode", "bulan", "sumber_nilai")
"""Required columns that hold one value for a whole file, so that a person can give them once."""
BERPERIODE = {"realisasi": "nilai", "target": "nilai"}
"""Sheets whose values people lay out side by side, one column a quarter, and the column these values belong to."""
DILAPORKAN = "realisasi"
"""What a table is taken for that says only TW I to TW IV: offices hand in more reports than targets."""
_JUDUL_TW = re.compile(r"(.*?) ?\b(?:triwulan|tw|kuartal|q) ?(iv|i{1,3}|[1-4])")
_TANDA = re.compile(r"[^a-z0-9%]+")
_KURUNG = re.compile(r"\([^)]*\)")


@dataclass(frozen=True, slots=True)
class Usulan:
    """The proposal for one sheet and what a person needs to judge it: possible header rows and a few values each."""

    buku: int
    berkas: str
    peta: PetaLembar
    baris_awal: tuple[tuple[int, tuple[str, ...]], ...]

    @property
    def judul(self) -> tuple[str, ...]:
        return next(isi for nomor, isi in self.baris_awal if nomor == self.peta.baris_judul)


def judul_polos(judul: object) -> str:
    """ "Realisasi (Rp) *" -> "realisasi": how headings are compared and remembered."""
    teks = _KURUNG.sub(" ", str(judul).lower())
    return " ".join(_TANDA.sub(" ", teks).split()) or " ".join(_TANDA.sub(" ", str(judul).lower()).split())


def ingatan(engine: Engine, instansi: str) -> Ingatan:
    """What that agency's people confirmed before."""
    with engine.connect() as connection:
        return baca_ingatan(connection, instansi)


def ingat(engine: Engine, pelaku: Pelaku, instansi: str, peta: Sequence[PetaLembar]) -> None:
    """Remember confirmed headings for the next file of that agency. Raises TidakBerwenang."""
    wajib_boleh(pelaku, Tindakan.IMPOR, instansi)
    simpan_ingatan(
        engine,
        instansi,
        {(satu.lembar, judul_polos(judul)): kolom for satu in peta if satu.lembar for judul, kolom in satu.kolom},
    )


def usulkan(buku: Sequence[BukuMentah], ingatan: Ingatan) -> tuple[Usulan, ...]:
    """A proposal for every sheet that is not simply ours already.

    A sheet that looks like nothing we know is passed over, unless its file has nothing else to offer.
    """
    return tuple(usulan for i, satu in enumerate(buku) for usulan in _usulan_buku(i, satu, ingatan))


def _usulan_buku(i: int, satu: BukuMentah, ingatan: Ingatan) -> list[Usulan]:
    asing = [isi for isi in satu.lembar if _asing(isi)]
    usulan = [Usulan(i, satu.berkas, _peta(isi, ingatan), tuple(_awal(isi))) for isi in asing]
    berarti = [isi for isi in usulan if isi.peta.lembar]
    ada_milik_kita = any(not _asing(isi) and isi.judul for isi in satu.lembar)
    return berarti if berarti or ada_milik_kita else usulan


def usulkan_lagi(usulan: Usulan, nama_lembar: str, baris_judul: int, ingatan: Ingatan) -> PetaLembar:
    """The proposal anew for another sheet or header row, as the person chose."""
    judul = next(isi for nomor, isi in usulan.baris_awal if nomor == baris_judul)
    kolom = _cocokkan(judul, lembar(nama_lembar), ingatan) if nama_lembar else {}
    return PetaLembar(usulan.peta.asal, nama_lembar, baris_judul, tuple((j, kolom.get(j, "")) for j in judul))


def arti_kolom(nama_lembar: str) -> dict[str, str]:
    """What a heading of that sheet can mean: our columns, and where values may lie side by side, those of a quarter."""
    label = {satu.nama: satu.label for satu in lembar(nama_lembar).kolom}
    if nama_lembar not in BERPERIODE:
        return label
    kolom = BERPERIODE[nama_lembar]
    triwulan = {f"TW{nomor}": f"TW {romawi}" for nomor, romawi in ROMAWI.items()} | {TAHUN: "setahun"}
    return label | {kolom_pada(kolom, kode): f"{label[kolom]} {kata}" for kode, kata in triwulan.items()}


def kolom_kurang(peta: PetaLembar) -> tuple[Kolom, ...]:
    """Required columns that neither a heading nor a fixed value gives."""
    if not peta.lembar:
        return ()
    ada = {kolom for kolom, _ in peta.tetap}
    for _, kolom in peta.kolom:
        nama, periode = pisah_pada(kolom)
        ada |= {nama, "periode"} if periode else {nama}
    return tuple(satu for satu in lembar(peta.lembar).kolom if satu.wajib and satu.nama not in ada)


def _asing(mentah: LembarMentah) -> bool:
    """Whether a sheet needs a person: its name is not ours, or a required column is missing."""
    if mentah.nama.startswith(LEMBAR_BANTU) or not mentah.judul:
        return False
    milik = LEMBAR_BERNAMA.get(nama_baku(mentah.nama))
    ada = {nama_baku(judul) for judul in mentah.judul}
    return milik is None or any(satu.wajib and satu.nama not in ada for satu in milik.kolom)


def _awal(mentah: LembarMentah) -> Iterator[tuple[int, tuple[str, ...]]]:
    for _, (nomor, isi) in zip(range(BARIS_DILIHAT), semua_baris(mentah), strict=False):
        teks = (str(satu).strip()[:PANJANG_JUDUL] for satu in isi[:KOLOM_DILIHAT] if not kosong(satu))
        yield nomor, tuple(dict.fromkeys(teks))


def _peta(mentah: LembarMentah, ingatan: Ingatan) -> PetaLembar:
    """The sheet and header row under which most headings find a column for certain; likeness then fills the rest."""
    nama = nama_baku(mentah.nama)
    calon = [LEMBAR_BERNAMA[nama]] if nama in LEMBAR_BERNAMA else list(LEMBAR)
    awal = list(_awal(mentah))
    nilai, nomor, _, milik = max(
        (
            (_bobot(judul, satu, ingatan), -nomor, satu.nama == DILAPORKAN, satu.nama)
            for nomor, judul in awal
            for satu in calon
        ),
        default=(0.0, -mentah.nomor_judul, False, ""),
    )
    if not nilai:
        return PetaLembar(mentah.nama, calon[0].nama if len(calon) == 1 else "", mentah.nomor_judul)
    judul = next(isi for baris, isi in awal if baris == -nomor)
    cocok = _cocokkan(judul, lembar(milik), ingatan)
    return PetaLembar(mentah.nama, milik, -nomor, tuple((satu, cocok.get(satu, "")) for satu in judul))


def _bobot(judul: Sequence[str], milik: Lembar, ingatan: Ingatan) -> float:
    """How well a row serves as the header of that sheet; 0 when hardly anything fits. Keys count twice."""
    arti = _arti_pasti(milik)
    cocok = {ingatan.get((milik.nama, judul_polos(satu)), arti.get(judul_polos(satu), "")) for satu in judul} - {""}
    if any(_pada_triwulan(satu, milik) for satu in judul):
        cocok |= {BERPERIODE[milik.nama], "periode"}
    if len(cocok) < min(KOLOM_TERKENAL, len(milik.kolom)):
        return 0.0
    kunci = sum(satu in cocok for satu in milik.kunci if milik.kolom_bernama(satu).wajib)
    return len(cocok) + kunci + len(cocok) / len(judul)


@cache
def _arti_pasti(milik: Lembar) -> dict[str, str]:
    """Plain headings that name a column of the sheet beyond doubt."""
    alias = {judul_polos(satu): kolom for kolom, ejaan in ALIAS.get(milik.nama, {}).items() for satu in ejaan}
    label = {judul_polos(satu.label): satu.nama for satu in milik.kolom}
    return alias | label | {judul_polos(satu.nama.replace("_", " ")): satu.nama for satu in milik.kolom}


def _cocokkan(judul: Sequence[str], milik: Lembar, ingatan: Ingatan) -> dict[str, str]:
    """Heading to column, the surest pair first, each column once."""
    kunci = {satu: (milik.nama, judul_polos(satu)) for satu in judul}
    dikenal = {satu: ingatan[kunci[satu]] for satu in judul if kunci[satu] in ingatan}
    pasangan = sorted(
        (
            (nilai, j, satu.nama)
            for j in judul
            if j not in dikenal and not kolom_bantu(j)
            for satu in milik.kolom
            if (nilai := _mirip(judul_polos(j), milik, satu)) >= BATAS_MIRIP
        ),
        key=lambda tiga: -tiga[0],
    )
    lebar = {satu: pada for satu in judul if satu not in dikenal and (pada := _pada_triwulan(satu, milik))}
    hasil = lebar | {satu: kolom for satu, kolom in dikenal.items() if kolom}
    terpakai = {BERPERIODE[milik.nama], "periode"} if lebar else set()
    for _, satu, kolom in pasangan:
        if satu not in hasil and kolom not in terpakai.union(hasil.values()):
            hasil[satu] = kolom
    return hasil


def _pada_triwulan(judul: str, milik: Lembar) -> str:
    """ "TW II" and "Realisasi Triwulan 2" -> "nilai@TW2" in the sheet realisasi; empty for any other heading."""
    kolom = BERPERIODE.get(milik.nama)
    cocok = _JUDUL_TW.fullmatch(judul_polos(judul))
    if kolom is None or cocok is None:
        return ""
    kata, nomor = cocok.groups()
    if kata and _arti_pasti(milik).get(kata) != kolom:
        return ""
    return kolom_pada(kolom, str(baca_periode(f"tw {nomor}")))


def _mirip(polos: str, milik: Lembar, kolom: Kolom) -> float:
    """1 for a heading known to mean that column, else how alike the letters are."""
    if not polos:
        return 0.0
    arti = _arti_pasti(milik)
    if polos in arti:
        return 1.0 if arti[polos] == kolom.nama else 0.0
    return max(_rasio(polos, satu) for satu, nama in arti.items() if nama == kolom.nama)


def _rasio(satu: str, dua: str) -> float:
    pembanding = difflib.SequenceMatcher(None, satu, dua)
    return pembanding.ratio() if pembanding.quick_ratio() >= BATAS_MIRIP else 0.0
