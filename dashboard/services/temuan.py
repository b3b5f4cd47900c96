"""The register of discrepancies: what the rules find and what was entered, with what was decided on each."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from functools import cached_property

from sqlalchemy import Engine

from dashboard.domain.dasar.hak import Pelaku, Tindakan, boleh, wajib_boleh
from dashboard.domain.dasar.indikator import DataKinerja
from dashboard.domain.dasar.teks import satu_baris
from dashboard.domain.temuan.periksa import SEMUA_ATURAN, Keparahan, Temuan, periksa
from dashboard.domain.temuan.teks import judul_uraian
from data_access.baris import Baris, Nilai
from data_access.engine import open_for_reading
from data_access.temuan import baris_temuan, load_bahan, pemutus_temuan
from data_access.uow import UnitOfWork

JENIS_DICATAT = "Dicatat dari dokumen"
AKIBAT_DICATAT = "Dicatat oleh pembaca dokumen; aturan tidak dapat melihatnya sendiri."
MAKS_ALASAN = 1000
URUTAN = {keparahan.value: urut for urut, keparahan in enumerate(Keparahan)}


class StatusTemuan(StrEnum):
    """What became of a finding: open; acknowledged as a fault; explained as none; mended in the source."""

    TERBUKA = "terbuka"
    DIKONFIRMASI = "dikonfirmasi"
    DIJELASKAN = "dijelaskan"
    SELESAI = "selesai"


class KeputusanDitolak(ValueError):
    """Raised with an Indonesian sentence that can be shown as it is."""


@dataclass(frozen=True, slots=True)
class ButirTemuan:
    """A finding with its state. `berubah`: the data says something else than when it was decided on.

    `masih_ada` is False for a decided finding that its rule no longer makes. `unit` is the one whose it is.
    """

    temuan: Temuan
    status: StatusTemuan = StatusTemuan.TERBUKA
    alasan: str | None = None
    oleh: str | None = None
    pada: datetime | None = None
    berubah: bool = False
    masih_ada: bool = True
    unit: str | None = None

    @property
    def kode(self) -> str:
        return self.temuan.kode

    @property
    def perlu_tindakan(self) -> bool:
        """Still to be decided, or confirmed and not yet mended."""
        return self.masih_ada and self.status in (StatusTemuan.TERBUKA, StatusTemuan.DIKONFIRMASI)


@dataclass(frozen=True)
class Register:
    """All findings of an agency's year, gravest first, and the names of what they concern."""

    butir: tuple[ButirTemuan, ...]
    nama: Mapping[str, str]
    dokumen: Mapping[str, str]

    @cached_property
    def menurut_kode(self) -> dict[str, ButirTemuan]:
        return {b.kode: b for b in self.butir}

    @cached_property
    def menurut_objek(self) -> dict[str, tuple[ButirTemuan, ...]]:
        """The findings that still need something done, by each code they concern."""
        per_objek: dict[str, list[ButirTemuan]] = {}
        for b in self.butir:
            for kode in b.temuan.objek if b.perlu_tindakan else ():
                per_objek.setdefault(kode, []).append(b)
        return {kode: tuple(semua) for kode, semua in per_objek.items()}

    def saring(
        self, keparahan: Iterable[str] = (), status: Iterable[str] = (), jenis: Iterable[str] = (), objek: str = ""
    ) -> tuple[ButirTemuan, ...]:
        """The findings of any of the given values; nothing given lets all pass. `objek` is a part of code or name."""
        cari = objek.strip().casefold()
        return tuple(
            b
            for b in self.butir
            if _salah_satu(b.temuan.keparahan, keparahan)
            and _salah_satu(b.status, status)
            and _salah_satu(b.temuan.jenis, jenis)
            and (not cari or self._mengenai(b, cari))
        )

    def _mengenai(self, b: ButirTemuan, cari: str) -> bool:
        return any(cari in kode.casefold() or cari in self.nama.get(kode, "").casefold() for kode in b.temuan.objek)


def daftar(engine: Engine, pelaku: Pelaku, instansi: str, tahun: int) -> Register:
    """The register of that agency and year. Raises TidakBerwenang, or KeyError for an unknown agency."""
    wajib_boleh(pelaku, Tindakan.LIHAT, instansi)
    with open_for_reading(engine) as connection:
        bahan = load_bahan(connection, instansi, tahun)
        baris = baris_temuan(connection, instansi)
        pemutus = pemutus_temuan(connection, instansi)
    ditemukan = {t.kode: t for t in periksa(bahan)}
    milik = _unit_objek(bahan.data)
    tercatat = {str(b["kode"]): b for b in baris}
    semua = [_dari_aturan(t, tercatat.get(t.kode), pemutus, milik) for t in ditemukan.values()]
    semua += [_dari_baris(b, pemutus, milik) for kode, b in tercatat.items() if kode not in ditemukan]
    # Sorting keeps the rules' own order among the equally grave.
    urut = tuple(sorted(semua, key=lambda b: (not b.masih_ada, URUTAN[b.temuan.keparahan])))
    return Register(urut, _nama(bahan.data), {d.kode: d.judul for d in bahan.data.dokumen})


def dapat_memutuskan(pelaku: Pelaku, instansi: str, butir: ButirTemuan) -> bool:
    return boleh(pelaku, Tindakan.TANGANI_TEMUAN, instansi, butir.unit)


def putuskan(
    engine: Engine, pelaku: Pelaku, instansi: str, lama: ButirTemuan, status: StatusTemuan, alasan: str
) -> None:
    """Store a decision with its reason; `lama` is the finding as the deciding person saw it.

    The row keeps the sentence that was decided on, so that a later change of the data shows. Raises TidakBerwenang,
    and KeputusanDitolak without a reason or when somebody else decided meanwhile.
    """
    alasan = satu_baris(alasan)
    if not alasan:
        raise KeputusanDitolak("Tulis alasannya: apa yang diperiksa dan mengapa diputuskan begitu.")
    if len(alasan) > MAKS_ALASAN:
        raise KeputusanDitolak(f"Alasan paling panjang {MAKS_ALASAN} huruf.")
    with UnitOfWork(engine, pelaku, instansi, Tindakan.TANGANI_TEMUAN, lama.unit) as uow:
        ada = {str(b["kode"]): b for b in baris_temuan(uow.connection, instansi)}.get(lama.kode)
        if _status(ada) is not lama.status or (ada["alasan"] if ada else None) != lama.alasan:
            raise KeputusanDitolak("Temuan ini baru saja diputuskan orang lain. Muat ulang, lalu periksa keputusannya.")
        baru = (ada or _baris_baru(instansi, lama.temuan)) | {"status": status.value, "alasan": alasan}
        if lama.temuan.aturan is not None:
            baru["uraian"], baru["kutipan"] = lama.temuan.uraian, lama.temuan.kutipan or None
        if ada is None:
            uow.tambah("temuan", [baru])
        else:
            uow.ubah("temuan", [(ada, baru)])
        uow.commit()


def _baris_baru(instansi: str, t: Temuan) -> Baris:
    return {
        "instansi": instansi,
        "kode": t.kode,
        "keparahan": t.keparahan.value,
        "objek": t.objek[0],
        "dokumen": t.dokumen,
        "letak": t.letak,
        "kutipan": t.kutipan or None,
        "uraian": t.uraian,
        "status": None,
        "alasan": None,
    }


def _dari_aturan(
    t: Temuan, baris: Baris | None, pemutus: Mapping[str, tuple[str, datetime]], milik: Mapping[str, str]
) -> ButirTemuan:
    oleh, pada = pemutus.get(t.kode, (None, None))
    unit = _unit(t, milik)
    if baris is None:
        return ButirTemuan(t, unit=unit)
    berubah = baris["uraian"] != t.uraian
    return ButirTemuan(t, _status(baris), _teks(baris["alasan"]), oleh, pada, berubah, unit=unit)


def _dari_baris(baris: Baris, pemutus: Mapping[str, tuple[str, datetime]], milik: Mapping[str, str]) -> ButirTemuan:
    """An entered finding; or a decision on one that its rule no longer makes."""
    kode = str(baris["kode"])
    aturan = next((a for a in SEMUA_ATURAN if kode.startswith(f"{a.kode}:")), None)
    t = Temuan(
        kode=kode,
        keparahan=Keparahan(str(baris["keparahan"] or Keparahan.SEDANG.value)),
        jenis=aturan.jenis if aturan else JENIS_DICATAT,
        judul=aturan.judul if aturan else judul_uraian(str(baris["uraian"])),
        uraian=str(baris["uraian"]),
        akibat=aturan.akibat if aturan else AKIBAT_DICATAT,
        objek=(str(baris["objek"]),) if baris["objek"] else (),
        kutipan=_teks(baris["kutipan"]) or "",
        dokumen=_teks(baris["dokumen"]),
        letak=_teks(baris["letak"]),
        aturan=aturan.kode if aturan else None,
    )
    oleh, pada = pemutus.get(kode, (None, None))
    unit = _unit(t, milik)
    return ButirTemuan(t, _status(baris), _teks(baris["alasan"]), oleh, pada, masih_ada=aturan is None, unit=unit)


def _status(baris: Baris | None) -> StatusTemuan:
    """The stored state; a word that is none of ours counts as open."""
    kata = str(baris["status"] or "") if baris else ""
    return StatusTemuan(kata) if kata in tuple(StatusTemuan) else StatusTemuan.TERBUKA


def _teks(isi: Nilai) -> str | None:
    return None if isi is None else str(isi)


def _unit(t: Temuan, milik: Mapping[str, str]) -> str | None:
    """The one unit that everything concerned belongs to; None when it is several's."""
    unit = {milik[kode] for kode in t.objek if kode in milik}
    return unit.pop() if len(unit) == 1 else None


def _unit_objek(data: DataKinerja) -> dict[str, str]:
    """The unit of each position, and of each box and indicator through its first owner."""
    jabatan = {j.kode: j.unit for j in data.jabatan}
    pemilik = {i.kode: i.pemilik[0] for i in data.indikator if i.pemilik}
    pemilik |= {s.kode: s.jabatan for s in data.simpul if s.jabatan}
    return (
        {u.kode: u.kode for u in data.unit}
        | jabatan
        | {kode: jabatan[milik] for kode, milik in pemilik.items() if milik in jabatan}
    )


def _nama(data: DataKinerja) -> dict[str, str]:
    """What each code that a finding may concern is called."""
    return {
        **{d.kode: d.judul for d in data.dokumen},
        **{u.kode: u.nama for u in data.unit},
        **{j.kode: j.nama for j in data.jabatan},
        **{s.kode: s.sasaran for s in data.simpul},
        **{v.kode: v.nama for v in data.variabel},
        **{i.kode: i.nama for i in data.indikator},
    }


def _salah_satu(nilai: str, pilihan: Iterable[str]) -> bool:
    pilihan = tuple(pilihan)
    return not pilihan or nilai in pilihan
