"""Who hands a value in does not approve it, where the agency says so; by default wherever there are accounts."""

from collections.abc import Iterable

from sqlalchemy.engine import Connection

from dashboard.domain.aturan.pengaturan import YA
from dashboard.domain.dasar.hak import Pelaku
from dashboard.domain.dasar.indikator import DataKinerja
from dashboard.domain.dasar.periode import SampaiDengan
from dashboard.domain.entri.aturan import AksiDitolak, AksiEntri, Entri
from dashboard.mode import running_mode
from dashboard.services.pengaturan import pengaturan_pada
from data_access.isian.entri import KunciEntri, LangkahEntri, baca_langkah, penulis_baris


def harus_dua_orang(data: DataKinerja, sd: SampaiDengan) -> bool:
    """Whether that holds for the quarter: the agency's setting at its end, else by the way the program runs."""
    pilihan = pengaturan_pada(data, sd.hari_akhir).dua_orang
    return running_mode().accounts if pilihan is None else pilihan == YA


def pengaju(langkah: Iterable[LangkahEntri]) -> dict[KunciEntri, str]:
    """Who handed each entry in last; `langkah` oldest first."""
    return {(s.indikator, s.tahun, s.periode): s.pelaku for s in langkah if s.aksi == AksiEntri.AJUKAN.value}


def periksa_dua_orang(connection: Connection, pelaku: Pelaku, data: DataKinerja, entri: Iterable[Entri]) -> None:
    """Raise AksiDitolak where one of these to approve was handed in, or brought by a workbook, by the same person."""
    instansi = data.instansi.kode
    for satu in entri:
        if not harus_dua_orang(data, satu.sd):
            continue
        langkah = baca_langkah(connection, instansi, satu.tahun, [satu.indikator])
        siapa = pengaju(langkah).get(satu.kunci) or penulis_baris(connection, instansi, satu)
        if siapa == pelaku.nama:
            raise AksiDitolak(
                f"{satu.indikator} Anda ajukan sendiri. Instansi ini meminta pengaju dan penyetuju dua orang: "
                "minta penyetuju lain."
            )
