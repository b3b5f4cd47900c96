"""The tolerance an agency may set: so many points below the target still count as reached.

Set for this dashboard [R], default none: 99,99 % is below target like 77 %. With a tolerance the class *tercapai*
begins that much lower; the achievement itself stays as computed, and a closed quarter keeps its status.
"""

from dataclasses import replace
from decimal import Decimal

from dashboard.domain.aturan.berlaku import SKALA_STATUS, AturanBerlaku
from dashboard.domain.dasar.angka import tulis_angka
from dashboard.domain.dasar.skala import Kelas, Status


def dengan_toleransi(aturan: AturanBerlaku, toleransi: Decimal) -> AturanBerlaku:
    """The rules with the class *tercapai* beginning `toleransi` points lower; its row says so."""
    if not toleransi:
        return aturan
    status = tuple(_longgar(k, toleransi) if k.kode == Status.TERCAPAI else k for k in aturan.status)
    return replace(aturan, kelas={**aturan.kelas, SKALA_STATUS: status})


def _longgar(kelas: Kelas, toleransi: Decimal) -> Kelas:
    assert kelas.batas is not None
    batas = kelas.batas - toleransi
    catatan = f"{kelas.ketentuan.catatan} Toleransi {tulis_angka(toleransi)} poin menurut pengaturan instansi.".strip()
    letak = f"{kelas.ketentuan.letak}; toleransi {tulis_angka(toleransi)} poin menurut pengaturan instansi"
    ketentuan = replace(kelas.ketentuan, nilai=tulis_angka(batas), letak=letak, catatan=catatan)
    return replace(kelas, batas=batas, ketentuan=ketentuan)
