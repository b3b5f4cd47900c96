"""Files with other headings: which sheet and column each heading probably means, and what people confirmed before."""

import difflib
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import islice, takewhile

from sqlalchemy import Engine

from dashboard.domain.dasar.hak import Pelaku, Tindakan, wajib_boleh
from dashboard.domain.dasar.periode import TAHUN, TRIWULAN, nama_periode
from dashboard.domain.dasar.tanggal import BULAN
from dashboard.domain.kamus.buku_kerja import LEMBAR, LEMBAR_BERNAMA, Kolom, Lembar, lembar
from dashboard.services.data.pemetaan_alias import ALIAS
from dashboard.services.data.pemetaan_judul import bertahun, judul_polos, melapor, perbandingan, tanpa_tahun
from dashboard.services.data.pemetaan_periode import BERPERIODE, bertanpa_kata, kolom_berperiode
from data_access.pemetaan import Ingatan, simpan_ingatan
from data_access.pemetaan import ingatan as baca_ingatan
from data_access.workbook.bentuk.kepala import MAKS_TINGGI, judul_kolom, semua_baris, utuh
from data_access.workbook.bentuk.nama_periode import petunjuk
from data_access.workbook.berkas.lebar import kolom_pada, pisah_pada
from data_access.workbook.berkas.mentah import BukuMentah, LembarMentah, nama_baku
from data_access.workbook.berkas.peta import BERSAMA, PetaLembar, pisah_lembar
from data_access.workbook.periksa.lembar_baca import LEMBAR_BANTU, kolom_bantu

BARIS_DILIHAT = 15
"""Above the header a report has its title, the agency and the period; further down is data."""
KOLOM_DILIHAT = 100
BATAS_MIRIP = 0.8
KOLOM_TERKENAL = 2
DIISIKAN = ("tahun", "periode", "bulan", "sumber_nilai")
"""Required columns that hold one value for a whole file, so that a person can give them once."""
BERISI = {
    "realisasi": ({"nilai"}, {"pembilang", "penyebut"}),
    "target": ({"nilai"}, {"nilai_min", "nilai_maks"}, {"teks"}, {"predikat"}),
}
"""What makes a foreign table one of these: without a column for its values nothing is taken."""
DILAPORKAN = "realisasi"
"""What a table is taken for that says only TW I to TW IV: offices hand in more reports than targets."""
_RENCANA = re.compile(r"\b(?:rencana aksi|target)\b")
_LAPORAN = re.compile(r"\b(?:realisasi|laporan|capaian)\b")


Kepala = tuple[int, int]
"""(row number of the last header row, how many rows the header is)."""


@dataclass(frozen=True, slots=True)
class Usulan:
    """The proposal for one sheet and what a person needs to judge it.

    `kepala` are the possible headers, by their last row and how many rows they are, with their headings; `petunjuk` is
    what the lines above the table say of year and period.
    """

    buku: int
    berkas: str
    peta: PetaLembar
    kepala: tuple[tuple[Kepala, tuple[str, ...]], ...]
    petunjuk: Mapping[str, str] = field(default_factory=dict)

    @property
    def kepala_usulan(self) -> Kepala:
        return self.peta.baris_judul, self.peta.tinggi


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
    usulan = [_usulan(i, satu.berkas, isi, ingatan) for isi in asing]
    berarti = [isi for isi in usulan if isi.peta.lembar]
    ada_milik_kita = any(not _asing(isi) and isi.judul for isi in satu.lembar)
    return berarti if berarti or ada_milik_kita else usulan


def _usulan(i: int, berkas: str, mentah: LembarMentah, ingatan: Ingatan) -> Usulan:
    kepala = tuple(_awal(mentah))
    peta = _peta(mentah, kepala, ingatan)
    tahunan = {"periode": TAHUN} if any(k == "nilai" and bertahun(j) for j, k in peta.kolom) else {}
    dari_atas = petunjuk(_di_atas(mentah, peta.baris_judul))
    return Usulan(i, berkas, peta, kepala, dari_atas | (tahunan if peta.lembar == "target" else {}))


def usulkan_lagi(usulan: Usulan, nama_lembar: str, kepala: Kepala, ingatan: Ingatan) -> PetaLembar:
    """The proposal anew for another sheet or header, as the person chose."""
    judul = dict(usulan.kepala)[kepala]
    kolom = _cocokkan(judul, lembar(nama_lembar), ingatan) if nama_lembar else {}
    baris, tinggi = kepala
    return PetaLembar(usulan.peta.asal, nama_lembar, baris, tuple((j, kolom.get(j, "")) for j in judul), tinggi=tinggi)


def perlu_lembar(peta: PetaLembar) -> bool:
    """Whether only a person can say what a table holds: nothing fits, or its headings name quarters and no more."""
    return not peta.lembar or (peta.lembar in BERPERIODE and bertanpa_kata([judul_polos(j) for j, _ in peta.kolom]))


def arti_kolom(nama_lembar: str) -> dict[str, str]:
    """What a heading of that sheet can mean: our columns, and where values may lie side by side, those of a quarter."""
    label = {satu.nama: satu.label for satu in lembar(nama_lembar).kolom}
    if nama_lembar not in BERPERIODE:
        return label
    saudara = next(satu for satu in BERPERIODE if satu != nama_lembar)
    di_sana = lembar(saudara).kolom_bernama(BERPERIODE[saudara]).label
    lain = f"{saudara}.{BERPERIODE[saudara]}"
    milik = BERPERIODE[nama_lembar]
    return label | _pada_periode(milik, label[milik]) | {lain: di_sana} | _pada_periode(lain, di_sana)


def _pada_periode(kolom: str, label: str) -> dict[str, str]:
    """That column at each period, in words."""
    triwulan = {kode: nama_periode(kode) for kode in TRIWULAN}
    bulan = {f"BLN{nomor:02d}": nama for nomor, nama in enumerate(BULAN, start=1)}
    semua = triwulan | {TAHUN: "setahun"} | bulan
    return {kolom_pada(kolom, kode): f"{label} {kata}" for kode, kata in semua.items()}


def kolom_kurang(peta: PetaLembar) -> tuple[Kolom, ...]:
    """Columns that the sheets it becomes need and neither a heading nor a fixed value gives: a value is one."""
    tetap = {kolom for kolom, _ in peta.tetap}
    kurang: dict[str, Kolom] = {}
    for nama in peta.lembar_hasil:
        ada = set(tetap)
        for milik, kolom in map(pisah_lembar, (satu for _, satu in peta.kolom)):
            polos, periode = pisah_pada(kolom)
            if (milik or peta.lembar) == nama:
                ada |= {polos, "periode"} if periode else {polos}
            elif not milik and polos in BERSAMA and not periode:
                ada.add(polos)
        kurang |= {satu.nama: satu for satu in lembar(nama).kolom if satu.wajib and satu.nama not in ada}
        if nama in BERISI and not any(isi <= ada for isi in BERISI[nama]):
            kurang[BERPERIODE[nama]] = lembar(nama).kolom_bernama(BERPERIODE[nama])
    return tuple(kurang.values())


def kolom_diisikan(peta: PetaLembar) -> tuple[Kolom, ...]:
    """Of those the ones a person can give once for a whole file."""
    return tuple(satu for satu in kolom_kurang(peta) if satu.nama in DIISIKAN)


def kolom_wajib_kurang(peta: PetaLembar) -> tuple[Kolom, ...]:
    """Of those the ones only a heading can give."""
    return tuple(satu for satu in kolom_kurang(peta) if satu.nama not in DIISIKAN)


def _asing(mentah: LembarMentah) -> bool:
    """Whether a sheet needs a person: its name is not ours, or a required column is missing."""
    if mentah.nama.startswith(LEMBAR_BANTU) or not mentah.judul:
        return False
    milik = LEMBAR_BERNAMA.get(nama_baku(mentah.nama))
    ada = {nama_baku(judul) for judul in mentah.judul}
    return milik is None or any(satu.wajib and satu.nama not in ada for satu in milik.kolom)


def _awal(mentah: LembarMentah) -> Iterator[tuple[Kepala, tuple[str, ...]]]:
    """The possible headers among the first filled rows: one row, or several joined that no merged cell leaves."""
    for nomor, _ in islice(semua_baris(mentah), BARIS_DILIHAT):
        for tinggi in range(1, MAKS_TINGGI + 1):
            if tinggi == 1 or utuh(mentah, nomor, tinggi):
                judul = judul_kolom(mentah, nomor, tinggi)[:KOLOM_DILIHAT]
                yield (nomor, tinggi), tuple(dict.fromkeys(filter(None, judul)))


def _di_atas(mentah: LembarMentah, baris_judul: int) -> list[str]:
    """What stands in the lines down to the header."""
    baris = takewhile(lambda dua: dua[0] <= baris_judul, semua_baris(mentah))
    return [satu for _, isi in baris for satu in isi[:KOLOM_DILIHAT] if isinstance(satu, str)]


def _peta(mentah: LembarMentah, kepala: Sequence[tuple[Kepala, tuple[str, ...]]], ingatan: Ingatan) -> PetaLembar:
    """The sheet and header under which most headings find a column for certain; likeness then fills the rest."""
    nama = nama_baku(mentah.nama)
    calon = [LEMBAR_BERNAMA[nama]] if nama in LEMBAR_BERNAMA else list(LEMBAR)
    biasanya = {letak: _biasanya(mentah, letak) for letak, _ in kepala}
    calon_kepala = (
        (_bobot(judul, satu, ingatan), letak, satu.nama, _teringat(judul, satu.nama, ingatan))
        for letak, judul in kepala
        for satu in calon
    )
    nilai, letak, milik, _ = max(
        calon_kepala,
        key=lambda c: (c[0] > 0 and utuh(mentah, *c[1]), c[0], -c[1][1], -c[1][0], c[3], c[2] == biasanya[c[1]], c[2]),
        default=(0.0, (mentah.nomor_judul, 1), "", 0),
    )
    if not nilai:
        return PetaLembar(mentah.nama, calon[0].nama if len(calon) == 1 else "", mentah.nomor_judul)
    judul = dict(kepala)[letak]
    cocok = _cocokkan(judul, lembar(milik), ingatan)
    baris, tinggi = letak
    return PetaLembar(mentah.nama, milik, baris, tuple((satu, cocok.get(satu, "")) for satu in judul), tinggi=tinggi)


def _biasanya(mentah: LembarMentah, kepala: Kepala) -> str:
    """What a table is taken for that says only TW I to TW IV: a plan where its title says so, else a report."""
    baris, tinggi = kepala
    atas = " ".join(judul_polos(satu) for satu in (mentah.nama, *_di_atas(mentah, baris - tinggi)))
    return "target" if _RENCANA.search(atas) and not _LAPORAN.search(atas) else DILAPORKAN


def _teringat(judul: Sequence[str], nama: str, ingatan: Ingatan) -> int:
    """How many of the headings were confirmed as columns of that sheet before."""
    return sum(bool(ingatan.get((nama, judul_polos(satu)))) for satu in judul)


def _bobot(judul: Sequence[str], milik: Lembar, ingatan: Ingatan) -> float:
    """How well a row serves as the header of that sheet; 0 when hardly anything fits.

    Keys count twice; what is required, can only come from a heading and is missing counts against it.
    """
    arti, polos, rasio = _arti_pasti(milik), tanpa_tahun(judul), perbandingan(judul)
    pasti = {satu: "" if satu in rasio else arti.get(polos[satu], "") for satu in judul}
    cocok = {ingatan.get((milik.nama, judul_polos(satu)), pasti[satu]) for satu in judul} - {""}
    berperiode = {satu for satu in _berperiode(judul, milik).values() if pisah_pada(satu)[1] != TAHUN}
    if berperiode and milik.kunci[0] in cocok:  # a title may name a quarter too
        cocok |= {BERPERIODE[milik.nama], "periode"} | berperiode
    if len(cocok) < min(KOLOM_TERKENAL, len(milik.kolom)) or (milik.nama == "target" and melapor(judul)):
        return 0.0
    kunci = sum(satu in cocok for satu in milik.kunci if milik.kolom_bernama(satu).wajib)
    kurang = sum(satu.wajib and satu.nama not in cocok and satu.nama not in DIISIKAN for satu in milik.kolom)
    return max(len(cocok) + kunci + len(cocok) / len(judul) - kurang, len(cocok) / KOLOM_DILIHAT)


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
    polos, rasio = tanpa_tahun(judul), perbandingan(judul)
    pasangan = sorted(
        (
            (nilai, j, satu.nama)
            for j in judul
            if j not in dikenal and j not in rasio and not kolom_bantu(j)
            for satu in milik.kolom
            if (nilai := _mirip(polos[j], milik, satu)) >= BATAS_MIRIP
        ),
        key=lambda tiga: -tiga[0],
    )
    lebar = {satu: pada for satu, pada in _berperiode(judul, milik).items() if satu not in dikenal}
    hasil = lebar | {satu: kolom for satu, kolom in dikenal.items() if kolom}
    terpakai = {BERPERIODE[milik.nama], "periode"} if lebar else set()
    for _, satu, kolom in pasangan:
        if satu not in hasil and kolom not in terpakai.union(hasil.values()):
            hasil[satu] = kolom
    return hasil


def _berperiode(judul: Sequence[str], milik: Lembar) -> dict[str, str]:
    """Heading to column at a period, of those that name one."""
    rasio = perbandingan(judul)
    polos = {satu: judul_polos(satu) for satu in judul if satu not in rasio and not kolom_bantu(satu)}
    return kolom_berperiode(polos, milik.nama, lambda nama: _arti_pasti(lembar(nama)))


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
