"""An agency of two divisions with something to hide in each: entries, drafts, evidence, people, scenarios."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from sqlalchemy import Engine

from dashboard.domain.dasar.hak import PERENCANA_BAWAAN, Pelaku, Peran
from dashboard.domain.entri.aturan import AksiEntri
from dashboard.services.data.impor import ambil_alih
from dashboard.services.entri.bukti import serahkan_bukti
from dashboard.services.entri.kunci import kunci_sampai
from data_access.skenario import simpan as simpan_skenario
from tests.builders import buku_kecil, buku_pegawai, tulis_csv
from tests.data_access.test_skenario import contoh
from tests.penulis_entri import KABID, KABID_LAIN, KEPALA, ajukan_satu, baru, pindahkan_satu, simpan

NIP_SATU, NIP_LAIN = "008001012005011001", "008502022010012002"
RAHASIA = "Rahasia Bidang Lain"
"""Stands in every row of the other division that nobody else may read."""
ORANG_LAIN = "Orang Bidang Lain"
NILAI_DRAF = "7777"
ISI_BUKTI = {kode: b"%PDF-1.7 " + kode.encode() for kode in ("PRG1", "PRG2")}
ORANG = {
    Peran.ADMIN: Pelaku("Admin", Peran.ADMIN),
    Peran.PERENCANA: Pelaku("Perencana Uji", Peran.PERENCANA, "UJI"),
    Peran.KEPALA: KEPALA,
    Peran.KEPALA_BIDANG: KABID,
    Peran.TIM: Pelaku("Tim", Peran.TIM, "UJI"),
    Peran.PEGAWAI: Pelaku("Pegawai", Peran.PEGAWAI, "UJI", "BIDANG", NIP_SATU),
    Peran.FORUM: Pelaku("Forum", Peran.FORUM, "UJI"),
}
"""Who of each role acts in the agency UJI."""


def isi_dua_bidang(engine: Engine, folder: Path) -> None:
    """PRG1 and a person are the division's, PRG2 and another person the other's; each wrote and drafted something."""
    isi = buku_kecil() | buku_pegawai()
    isi["unit"].append({"kode": "LAIN", "nama": "Bidang Lain", "induk": "BADAN", "alias": ""})
    isi["jabatan"].append({"kode": "KABIDLAIN", "nama": "Kepala Bidang Lain", "unit": "LAIN", "atasan": "KABAN"})
    isi["indikator"][1]["pemilik"] = "KABID"
    isi["indikator"][2]["pemilik"] = "KABIDLAIN"
    isi["target"][2] |= {"nilai": "100", "teks": "100"}
    for lembar in ("pegawai", "skp", "perilaku"):
        isi[lembar] += [satu | {"nip": NIP_LAIN} for satu in isi[lembar]]
    isi["pegawai"][0]["jabatan"] = "KABID"
    isi["pegawai"][1] |= {"nama": ORANG_LAIN, "unit": "LAIN", "jabatan": "KABIDLAIN"}
    for satu in isi["skp"]:
        satu["realisasi_kuantitas"] = satu["target_kuantitas"].strip("-")
    isi["temuan"] = [
        {"kode": kode, "keparahan": "sedang", "objek": objek, "uraian": f"Target {objek} tidak sama di dua dokumen."}
        for kode, objek in (("T-BIDANG", "PRG1"), ("T-LAIN", "PRG2"))
    ]
    laporan = ambil_alih(engine, tulis_csv(folder / "awal", isi), pelaku=PERENCANA_BAWAAN)
    assert laporan.diambil, laporan.teks()
    for kabid, kode in ((KABID, "PRG1"), (KABID_LAIN, "PRG2")):
        berkas = serahkan_bukti(engine, kabid, "UJI", kode, 2024, nama=f"{kode} {RAHASIA}.pdf", isi=ISI_BUKTI[kode])
        lengkap: dict[str, Any] = {
            "kendala": f"{kode} {RAHASIA}",
            "solusi": f"{kode} {RAHASIA}",
            "batas_waktu": date(2024, 5, 1),
            "status_tindak_lanjut": "berjalan",
        }
        laporan_bidang = replace(baru("50", "TW1", pic=RAHASIA, bukti=berkas.acuan, **lengkap), indikator=kode)
        pindahkan_satu(
            engine, KEPALA, "UJI", AksiEntri.SETUJUI, ajukan_satu(engine, kabid, "UJI", None, laporan_bidang)
        )
        simpan(engine, kabid, "UJI", None, replace(baru(NILAI_DRAF, "TW2", kendala=RAHASIA), indikator=kode))
    ajukan_satu(engine, KABID, "UJI", None, baru("60", "TW3"))
    kunci_sampai(engine, PERENCANA_BAWAAN, "UJI", 2023, 1)
    simpan_skenario(engine, contoh("milikku", instansi="UJI", pelaku=KABID.nama, tahun=2024))
    simpan_skenario(engine, contoh("orang", instansi="UJI", pelaku="Orang lain", tahun=2024))
