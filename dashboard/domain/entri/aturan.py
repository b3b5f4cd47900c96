"""The rules of an entry: a reported value on its way from draft to approved, and what it needs to be handed in.

An entry is a row of the sheet realisasi. Only an approved one counts (posisi_realisasi); an approved one is changed
by sending it back first, so that no official figure changes silently.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum

from dashboard.domain.dasar.hak import Tindakan
from dashboard.domain.dasar.indikator import Realisasi, SumberNilai
from dashboard.domain.dasar.periode import SampaiDengan

ALASAN_TERPENDEK = 5


class StatusEntri(StrEnum):
    DRAF = "draf"
    DIAJUKAN = "diajukan"
    DISETUJUI = "disetujui"
    DIKEMBALIKAN = "dikembalikan"


class AksiEntri(StrEnum):
    """The steps. SIMPAN stands in older histories: what is typed is kept beside the data since (draf.py)."""

    SIMPAN = "simpan"
    AJUKAN = "ajukan"
    TARIK = "tarik"
    SETUJUI = "setujui"
    KEMBALIKAN = "kembalikan"


class AksiDitolak(Exception):
    """A step that the rules do not allow; says why in Indonesian."""


class EntriChanged(Exception):
    """Someone else wrote the row since it was shown; `kini` stands there now (None: it is gone), by `pelaku`."""

    def __init__(self, kode: str, kini: "Entri | None", pelaku: str | None) -> None:
        self.kode, self.kini, self.pelaku = kode, kini, pelaku
        super().__init__("the entry was changed by someone else")


@dataclass(frozen=True, slots=True)
class Alur:
    """From which states a step leads to which, who may take it, and whether it needs a reason."""

    ke: Mapping[StatusEntri | None, StatusEntri]
    tindakan: Tindakan
    beralasan: bool = False


_BARU, _DRAF, _DIAJUKAN = None, StatusEntri.DRAF, StatusEntri.DIAJUKAN
_DISETUJUI, _DIKEMBALIKAN = StatusEntri.DISETUJUI, StatusEntri.DIKEMBALIKAN

ALUR: Mapping[AksiEntri, Alur] = {
    AksiEntri.AJUKAN: Alur({_BARU: _DIAJUKAN, _DRAF: _DIAJUKAN, _DIKEMBALIKAN: _DIAJUKAN}, Tindakan.ISI_REALISASI),
    AksiEntri.TARIK: Alur({_DIAJUKAN: _DRAF}, Tindakan.ISI_REALISASI),
    AksiEntri.SETUJUI: Alur({_DIAJUKAN: _DISETUJUI}, Tindakan.SETUJUI),
    AksiEntri.KEMBALIKAN: Alur({_DIAJUKAN: _DIKEMBALIKAN, _DISETUJUI: _DIKEMBALIKAN}, Tindakan.SETUJUI, beralasan=True),
}
KATA_KERJA: Mapping[AksiEntri, str] = {
    AksiEntri.SIMPAN: "disimpan",
    AksiEntri.AJUKAN: "diajukan",
    AksiEntri.TARIK: "ditarik kembali",
    AksiEntri.SETUJUI: "disetujui",
    AksiEntri.KEMBALIKAN: "dikembalikan",
}
KATA_STATUS: Mapping[StatusEntri | None, str] = {
    None: "belum diisi",
    StatusEntri.DRAF: "masih draf",
    StatusEntri.DIAJUKAN: "sedang menunggu persetujuan",
    StatusEntri.DISETUJUI: "sudah disetujui",
    StatusEntri.DIKEMBALIKAN: "dikembalikan untuk diperbaiki",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Entri:
    """One row of realisasi, whole: two people edit the same row when they started from different ones."""

    indikator: str
    tahun: int
    periode: str
    nilai: Decimal | None = None
    pembilang: Decimal | None = None
    penyebut: Decimal | None = None
    sumber_nilai: str = SumberNilai.RESMI.value
    keterangan_sumber: str | None = None
    kendala: str | None = None
    solusi: str | None = None
    tindak_lanjut: str | None = None
    status_tindak_lanjut: str | None = None
    pic: str | None = None
    batas_waktu: date | None = None
    tanggal_selesai: date | None = None
    bukti: str | None = None
    status_entri: str | None = StatusEntri.DRAF.value

    @property
    def kunci(self) -> tuple[str, int, str]:
        return self.indikator, self.tahun, self.periode

    @property
    def sd(self) -> SampaiDengan:
        return SampaiDengan.yang_memuat(self.tahun, self.periode)

    @property
    def status(self) -> StatusEntri:
        """A blank state is that of a workbook's row: approved."""
        return StatusEntri(self.status_entri or StatusEntri.DISETUJUI)

    @property
    def berangka(self) -> bool:
        """Whether it reports a number; a row of obstacles alone does not."""
        return self.nilai is not None or (self.pembilang is not None and self.penyebut is not None)

    def seakan_disetujui(self) -> Realisasi:
        """The report this entry would be once approved, for a preview."""
        return Realisasi(
            self.indikator,
            self.tahun,
            self.periode,
            self.nilai,
            self.pembilang,
            self.penyebut,
            SumberNilai(self.sumber_nilai),
            self.keterangan_sumber,
            StatusEntri.DISETUJUI.value,
        )


def status_sesudah(aksi: AksiEntri, entri: Entri | None, alasan: str = "") -> StatusEntri:
    """The state after that step. Raises AksiDitolak when it is not possible from here or lacks its reason."""
    alur, kini = ALUR[aksi], _keadaan(entri)
    if kini not in alur.ke:
        raise AksiDitolak(f"Entri ini {KATA_STATUS[kini]}, jadi tidak dapat {KATA_KERJA[aksi]}.")
    if alur.beralasan and len(alasan.strip()) < ALASAN_TERPENDEK:
        raise AksiDitolak("Tulis alasan pengembalian agar bidang tahu apa yang harus diperbaiki.")
    return alur.ke[kini]


def aksi_mungkin(entri: Entri | None) -> tuple[AksiEntri, ...]:
    """The steps that lead on from the state of an entry."""
    kini = _keadaan(entri)
    return tuple(aksi for aksi, alur in ALUR.items() if kini in alur.ke)


def _keadaan(entri: Entri | None) -> StatusEntri | None:
    """A workbook's row of obstacles without a number reports nothing yet, whatever state it says."""
    if entri is None or (entri.status is StatusEntri.DISETUJUI and not entri.berangka):
        return None
    return entri.status


def batas_lapor(tahun: int, periode: str, hari: int) -> date:
    """The last day on which the quarter of that period is reported in time: `hari` days after its end."""
    return SampaiDengan.yang_memuat(tahun, periode).hari_akhir + timedelta(days=hari)


def kurang_untuk_diajukan(entri: Entri, *, kritis: bool, janji_belum_dijawab: int = 0) -> tuple[str, ...]:
    """What is still missing before an entry may be handed in, one sentence each.

    A red indicator is not handed in without its obstacle, the remedy, who sees to it and until when. A late one is:
    to ask for more would only make it later.
    """
    kurang = [] if entri.berangka else ["Isi realisasi."]
    if janji_belum_dijawab:
        kurang.append("Jawab dulu janji periode lalu: selesai, berjalan, atau batal.")
    if kritis and (hilang := hilang_bagi_kritis(entri)):
        kurang.append(f"Indikator ini kritis: lengkapi {', '.join(hilang)}.")
    return tuple(kurang)


def hilang_bagi_kritis(entri: Entri) -> tuple[str, ...]:
    """What a red value needs beside its number and this one lacks."""
    isian = {
        "kendala": entri.kendala,
        "solusi": entri.solusi,
        "penanggung jawab": entri.pic,
        "batas waktu": entri.batas_waktu,
    }
    return tuple(nama for nama, nilai in isian.items() if not nilai)


def dijawab(entri: Entri, status: str, hari_ini: date) -> Entri:
    """The entry with its promise answered: berjalan, selesai (today) or batal."""
    return replace(entri, status_tindak_lanjut=status, tanggal_selesai=hari_ini if status == "selesai" else None)
