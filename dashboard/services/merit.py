"""The merit index of an agency: its map, the years it was scored, and the cheapest way to a goal."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from sqlalchemy import Engine

from dashboard.domain.aturan.merit import Instrumen
from dashboard.domain.dasar.hak import Pelaku
from dashboard.domain.dasar.periode import SampaiDengan, akhir_tahun
from dashboard.domain.dasar.skala import Kelas
from dashboard.domain.hitung.hasil import HasilIndikator
from dashboard.domain.merit.indeks import (
    PetaMerit,
    Unsur,
    indeks_merit,
    kategori,
    kategori_berikut,
    pekerjaan,
    peta_merit,
)
from dashboard.domain.merit.jalur_termurah import Jalur, Pekerjaan, Termurah, belanja_upaya, jalur_termurah
from dashboard.domain.skenario.dasar import KunciUbahan, Ubahan
from dashboard.domain.skenario.hitungan import nilai_dalam
from dashboard.domain.skenario.masukan import propagate_ubahan
from dashboard.services.jangkauan import kode_terjangkau
from dashboard.services.kinerja import Kinerja, baca_kinerja
from dashboard.services.simulasi import Simulasi
from data_access.aturan import untuk
from data_access.engine import open_for_reading
from data_access.isian.entri import baca_entri
from data_access.kinerja import daftar_tahun

NOL = Decimal(0)


@dataclass(frozen=True, slots=True)
class TahunMerit:
    """The index in one year, with the instrument it was scored by."""

    tahun: int
    hasil: HasilIndikator
    instrumen: Instrumen | None
    kategori: Kelas | None


def susun_merit(s: Simulasi, kode: str) -> PetaMerit:
    """The map of an index at the position of `s`."""
    return peta_merit(s.dasar.hasil, kode, s.dasar.aturan)


def indeks(s: Simulasi) -> tuple[HasilIndikator, ...]:
    """The agency's merit indices; empty when it has none."""
    return indeks_merit(s.dasar.hasil)


def riwayat(engine: Engine, pelaku: Pelaku, instansi: str, sd: SampaiDengan) -> tuple[TahunMerit, ...]:
    """The years up to a position, oldest first, each by its own instrument: past ones by their own result."""
    with open_for_reading(engine) as connection:
        lampau = [tahun for tahun in sorted(daftar_tahun(connection, instansi)) if tahun < sd.tahun]
        posisi = [*(SampaiDengan(tahun, 4, setahun=True) for tahun in lampau), sd]
        semua = [baca_kinerja(connection, pelaku, instansi, sd) for sd in posisi]
    hasil: list[TahunMerit] = []
    for k in semua:
        for h in indeks_merit(k.hasil)[:1]:
            peta = peta_merit(k.hasil, h.kode, k.aturan)
            hasil.append(TahunMerit(k.sd.tahun, h, peta.instrumen, kategori(h.nilai, peta.kelas)))
    return tuple(hasil)


def catatan_bukti(engine: Engine, pelaku: Pelaku, k: Kinerja, peta: PetaMerit) -> dict[str, str]:
    """What the newest report of each sub item names as evidence, else its obstacle, as far as that person may read."""
    sub_item = {s.kode: s.hasil.realisasi.baris for u in peta.kriteria for s in u.bagian}
    tahun = {b.tahun for baris in sub_item.values() for b in baris}
    with open_for_reading(engine) as connection, connection.begin():
        terjangkau = kode_terjangkau(connection, pelaku, k.data.instansi.kode, lambda: k.data)
        kode = sub_item.keys() if terjangkau is None else sub_item.keys() & terjangkau
        entri = baca_entri(connection, k.data.instansi.kode, tahun, kode)
    laporan = {satu: [entri.get((b.indikator, b.tahun, b.periode)) for b in sub_item[satu]] for satu in kode}
    catatan = {satu: [e.bukti or e.kendala for e in semua if e is not None] for satu, semua in laporan.items()}
    return {satu: next(filter(None, reversed(semua)), None) or "bukti belum dicatat" for satu, semua in catatan.items()}


def instrumen_berikut(tahun: int) -> Instrumen | None:
    """The instrument that takes over after that year."""
    return untuk(akhir_tahun(tahun)).merit_berikut


def ubahan_ke_target(peta: PetaMerit) -> dict[KunciUbahan, Decimal]:
    """Each sub item (a criterion without any: itself) at its target: where the printed target starts from."""
    unsur = [u for k in peta.kriteria for u in (k.bagian or (k,))]
    return {KunciUbahan(u.kode): u.target for u in unsur if u.target is not None}


def tujuan_terpilih(peta: PetaMerit, nilai: Decimal) -> tuple[tuple[str, Decimal], ...]:
    """Goals above a starting value: the target, the next category, the maximum."""
    calon: list[tuple[str, Decimal]] = []
    if peta.indeks.target is not None:
        calon.append(("Target", peta.indeks.target))
    if (berikut := kategori_berikut(nilai, peta.kelas)) is not None and berikut[0].batas is not None:
        calon.append((f"Kategori {berikut[0].nama}", berikut[0].batas))
    if peta.indeks.maks is not None:
        calon.append(("Nilai maksimum", peta.indeks.maks))
    return tuple((nama, batas) for nama, batas in calon if batas > nilai)


def nilai_awal(s: Simulasi, peta: PetaMerit, ubahan: Ubahan) -> Decimal | None:
    """The index with these changes."""
    return nilai_dalam(s.dasar, ubahan, peta.indeks.kode)


def jalur(s: Simulasi, peta: PetaMerit, ubahan: Ubahan, tujuan: Decimal) -> Termurah:
    """The cheapest sets of sub items to raise to full, from these changes to that score."""
    daftar, ruang, nilai = _bahan(s, peta, ubahan)
    return jalur_termurah(daftar, tujuan - nilai, ruang)


def belanja(s: Simulasi, peta: PetaMerit, ubahan: Ubahan, upaya: Decimal) -> Jalur:
    """The most points a total effort buys from these changes."""
    daftar, ruang, _ = _bahan(s, peta, ubahan)
    return belanja_upaya(daftar, upaya, ruang)


def ubahan_jalur(s: Simulasi, awal: Ubahan, pilihan: Sequence[Pekerjaan]) -> dict[KunciUbahan, Decimal]:
    """The changes that a set of work means: each piece at its full points."""
    penuh = {KunciUbahan(p.kode): s.dasar.graph.indikator[p.kode].maks for p in pilihan}
    return {**awal, **{k: n for k, n in penuh.items() if n is not None}}


def unsur_per_kode(peta: PetaMerit) -> dict[str, tuple[Unsur, Unsur]]:
    """Each criterion and sub item by code, with the criterion it belongs to."""
    return {u.kode: (u, k) for k in peta.kriteria for u in (k, *k.bagian)}


def _bahan(s: Simulasi, peta: PetaMerit, ubahan: Ubahan) -> tuple[list[Pekerjaan], dict[str, Decimal], Decimal]:
    nilai = {**s.dasar.graph.nilai, **propagate_ubahan(s.dasar, ubahan).nilai}
    daftar, ruang = pekerjaan(peta, lambda kode: nilai[kode].nilai)
    return daftar, ruang, nilai[peta.indeks.kode].nilai or NOL
