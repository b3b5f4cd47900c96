"""Rows of rules into the one object that the domain is handed for a day."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date

from dashboard.domain.aturan.berlaku import AturanBerlaku
from dashboard.domain.aturan.capaian import AturanCapaian
from dashboard.domain.aturan.kalender import AturanKalender
from dashboard.domain.aturan.merit import AspekMerit, Instrumen
from dashboard.domain.aturan.predikat import AturanPredikat, BatasPola, Pola
from dashboard.domain.aturan.skp import AturanSkp
from dashboard.domain.dasar.ketentuan import Ketentuan
from dashboard.domain.dasar.skala import Kelas, kelas_skala
from data_access.aturan.baca import BarisAturan

ACUAN = "="
"""Begins a value that is another row's."""
ADA = "ada"
Baris = Mapping[str, Ketentuan]


def susun_aturan(semua: Mapping[str, tuple[BarisAturan, ...]], hari: date) -> AturanBerlaku:
    """The rules in force on that day. Raises KeyError or ValueError where a row is missing or says nothing readable."""
    kelas = semua_kelas(semua["kelas"])
    per_skala = {nama: kelas_skala(kelas, nama, hari) for nama in dict.fromkeys(k.skala for k in kelas)}
    per_kunci = {f"{k.skala}/{k.kode}": k.ketentuan for isi in per_skala.values() for k in isi}
    return AturanBerlaku(
        hari=hari,
        kelas=per_skala,
        capaian=AturanCapaian(**_berlaku(semua["capaian"], hari)),
        skp=_skp(_berlaku(semua["skp"], hari)),
        predikat=_predikat(semua["predikat"], hari),
        kalender=AturanKalender(**_berlaku(semua["kalender"], hari)),
        instrumen=_instrumen(semua["merit"]),
        batas_rerata=tuple(_berlaku(semua["rerata"], hari).values()),
        bawaan={k: _ikuti(satu, per_kunci) for k, satu in _berlaku(semua["bawaan"], hari).items()},
    )


def semua_kelas(baris: Iterable[BarisAturan]) -> tuple[Kelas, ...]:
    """Class rows of every scale and time."""
    return tuple(_kelas(satu) for satu in baris)


def _kelas(baris: BarisAturan) -> Kelas:
    ketentuan = baris.ketentuan
    skala, _, kode = ketentuan.kunci.partition("/")
    batas = ketentuan.angka if ketentuan.nilai else None
    return Kelas(skala, kode, baris.lain["nama"], batas, baris.lain["inklusif"] == "ya", ketentuan)


def _berlaku(semua: Iterable[BarisAturan], hari: date) -> dict[str, Ketentuan]:
    """The row in force of each key: the latest that has begun and not ended; in the order of the file."""
    hasil: dict[str, Ketentuan] = {}
    for baris in semua:
        k = baris.ketentuan
        if k.berlaku(hari) and (k.kunci not in hasil or hasil[k.kunci].berlaku_mulai <= k.berlaku_mulai):
            hasil[k.kunci] = k
    return hasil


def _ikuti(ketentuan: Ketentuan, kelas: Baris) -> Ketentuan:
    """A row whose value is a class's takes that value along, and says so."""
    if not ketentuan.nilai.startswith(ACUAN):
        return ketentuan
    asal = kelas[ketentuan.nilai.removeprefix(ACUAN)]
    return replace(ketentuan, nilai=asal.nilai, catatan=f"{ketentuan.catatan} Mengikuti {asal.sumber}.".strip())


def _kelompok(baris: Baris, awalan: str) -> dict[str, Ketentuan]:
    """The rows under "awalan/", by what follows it."""
    return {k.removeprefix(f"{awalan}/"): isi for k, isi in baris.items() if k.startswith(f"{awalan}/")}


def _skp(baris: Baris) -> AturanSkp:
    return AturanSkp(
        efisiensi=_kelompok(baris, "efisiensi"),
        bobot_skp=baris["bobot/skp"],
        bobot_perilaku=baris["bobot/perilaku"],
        tugas_tambahan={int(mulai): isi for mulai, isi in _kelompok(baris, "tugas_tambahan").items()},
        kreativitas=_kelompok(baris, "kreativitas"),
        tambahan=baris["tambahan"],
        setahun=baris["setahun"],
    )


def _predikat(semua: tuple[BarisAturan, ...], hari: date) -> AturanPredikat:
    """The matrix in force; before there is any, the first that will be."""
    mulai = min(satu.ketentuan.berlaku_mulai for satu in semua)
    baris = _berlaku(semua, max(hari, mulai))
    kuadran = {(h, p): isi for kunci, isi in _kelompok(baris, "kuadran").items() for h, _, p in [kunci.partition("/")]}
    per_unit: dict[str, dict[str, Ketentuan]] = {}
    for kunci, isi in _kelompok(baris, "pola").items():
        unit, _, jenis = kunci.partition("/")
        per_unit.setdefault(unit, {})[jenis] = isi
    pola = {unit: _pola(isi) for unit, isi in per_unit.items()}
    return AturanPredikat(kuadran, pola, baris["pola_minimum"], berlaku=hari >= mulai)


def _pola(baris: Baris) -> Pola:
    batas = [
        BatasPola(tuple(predikat.split("|")), jenis == "maksimum", isi, isi.nilai == ADA)
        for kunci, isi in baris.items()
        for jenis, garis, predikat in [kunci.partition("/")]
        if garis
    ]
    return Pola(baris["terbanyak"], tuple(batas))


def _instrumen(semua: tuple[BarisAturan, ...]) -> tuple[Instrumen, ...]:
    versi = dict.fromkeys(satu.lain["versi"] for satu in semua)
    return tuple(_satu_instrumen(nama, [b for b in semua if b.lain["versi"] == nama]) for nama in versi)


def _satu_instrumen(versi: str, baris: list[BarisAturan]) -> Instrumen:
    aspek = [AspekMerit(b.lain["nama"], b.ketentuan) for b in baris if b.ketentuan.kunci.startswith("aspek/")]
    skala = next((b.ketentuan for b in baris if b.ketentuan.kunci == "maks_skala"), None)
    return Instrumen(versi, tuple(aspek), skala)
