"""What a template holds: the agency's own rows of a year, the rows still to be filled in, and its codes with names."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Engine
from sqlalchemy.engine import Connection

from dashboard.domain.dasar.hak import Pelaku, Tindakan, wajib_boleh
from dashboard.domain.dasar.indikator import JENIS_INDIKATOR, Rumus
from dashboard.domain.dasar.periode import TAHUN, TRIWULAN
from dashboard.domain.kamus.buku_kerja import BERKODE, BERNILAI, LEMBAR, SEJAK_AWAL, Jenis, lembar
from data_access.baris import Baris, Nilai, ambil
from data_access.engine import open_for_reading

ISI_TEMPLAT: dict[str, tuple[str, ...]] = {
    "Realisasi dan target": ("realisasi", "target"),
    "Pegawai, SKP, dan perilaku": ("pegawai", "skp", "perilaku"),
    "Indikator dan pohon kinerja": ("dokumen", "unit", "jabatan", "simpul", "indikator", "variabel", "komponen"),
    "Semua lembar": tuple(satu.nama for satu in LEMBAR if satu.nama != "instansi"),
}
BUKAN_ISIAN = "sub_item"


@dataclass(frozen=True, slots=True)
class Templat:
    """`baris` by sheet, in the dictionary's columns; `kode` by sheet of codes: (code, name); `satuan` by code."""

    instansi: str
    nama_instansi: str
    tahun: int
    baris: Mapping[str, Sequence[Mapping[str, Nilai]]]
    kode: Mapping[str, Sequence[tuple[str, str]]]
    satuan: Mapping[str, str]


def susun_templat(engine: Engine, pelaku: Pelaku, instansi: str, tahun: int, isi: Sequence[str]) -> Templat:
    """The template of those sheets for a year. Raises TidakBerwenang.

    It always says whose it is: codes are alike between agencies, and nobody's numbers may land with another's.
    """
    wajib_boleh(pelaku, Tindakan.IMPOR, instansi)
    with open_for_reading(engine) as connection, connection.begin():
        milik = next(iter(ambil(connection, "instansi", instansi)))
        kode = {nama: _kode(connection, instansi, nama) for nama in BERKODE if nama != "instansi"}
        baris = {nama: _baris(connection, instansi, nama, tahun) for nama in (*isi, "instansi")}
        satuan = {
            str(satu["kode"]): str(satu["satuan"] or "")
            for nama in BERNILAI
            for satu in ambil(connection, nama, instansi, ("kode", "satuan"))
        }
    return Templat(instansi, str(milik["nama"]), tahun, baris, kode, satuan)


def _kode(connection: Connection, instansi: str, nama: str) -> list[tuple[str, str]]:
    kunci = lembar(nama).kunci[0]
    sebutan = next(satu for satu in ("nama", "sasaran", "judul", "uraian") if satu in lembar(nama).nama_kolom)
    baris = ambil(connection, nama, instansi, (kunci, sebutan))
    return sorted((str(satu[kunci]), str(satu[sebutan] or "")) for satu in baris)


def _baris(connection: Connection, instansi: str, nama: str, tahun: int) -> list[Baris]:
    """Stored rows (of that year, where the sheet has years) with the gaps offered as rows that hold their key only."""
    milik = lembar(nama)
    saring = {"tahun": (tahun,)} if "tahun" in milik.kunci else None
    ada = [
        {kolom: _isian(nama, kolom, satu[kolom]) for kolom in milik.nama_kolom}
        for satu in ambil(connection, nama, instansi, saring=saring)
    ]
    if nama in {"target", "realisasi"}:
        ada += _belum_diisi(connection, instansi, nama, tahun, ada)
    urutan = _urutan_jenis(connection, instansi)
    return sorted(
        ada,
        key=lambda satu: (
            urutan.get(satu.get("indikator"), len(JENIS_INDIKATOR)),
            *(str(satu[kolom]) for kolom in milik.kunci),
        ),
    )


def _urutan_jenis(connection: Connection, instansi: str) -> dict[Nilai, int]:
    """By indicator: IKU first, IKI and parts of indices last, so that what counts most is on top; then variabel."""
    baris = ambil(connection, "indikator", instansi, ("kode", "jenis"))
    return {satu["kode"]: JENIS_INDIKATOR.index(str(satu["jenis"])) for satu in baris}


def _isian(nama: str, kolom: str, nilai: Nilai) -> Nilai:
    """A cell as a person fills it: "-" for not targeted, blank for "since ever"."""
    milik = lembar(nama).kolom_bernama(kolom)
    if nilai is None and milik.strip:
        return "-"
    return None if milik.jenis is Jenis.TANGGAL and nilai == SEJAK_AWAL else nilai


def _belum_diisi(
    connection: Connection, instansi: str, nama: str, tahun: int, ada: Sequence[Mapping[str, Nilai]]
) -> list[Baris]:
    """The periods without a row: the year's target of each indicator, and the realisasi of all that can report one.

    Also of what has no target yet and of variabel: Bidang & IKI waits for those as well.
    """
    terisi = {(satu["indikator"], satu["periode"]) for satu in ada}
    indikator = ambil(connection, "indikator", instansi, ("kode", "jenis", "rumus"))
    periode: dict[Nilai, tuple[str, ...]]
    if nama == "target":
        bertarget = {kode for kode, _ in terisi}
        isian = (satu for satu in indikator if satu["kode"] not in bertarget and satu["jenis"] != BUKAN_ISIAN)
        periode = {satu["kode"]: (TAHUN,) for satu in isian}
    else:
        periode = {satu["kode"]: (TAHUN,) if satu["rumus"] == Rumus.EKSTERNAL.value else TRIWULAN for satu in indikator}
        periode |= {satu["kode"]: TRIWULAN for satu in ambil(connection, "variabel", instansi, ("kode",))}
    kosong: Baris = dict.fromkeys(lembar(nama).nama_kolom)
    return [
        kosong | {"indikator": kode, "tahun": tahun, "periode": satu}
        for kode, semua in periode.items()
        for satu in semua
        if (kode, satu) not in terisi
    ]
