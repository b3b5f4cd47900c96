"""Handing in data on the page: check, show every row's fate, ask what is unclear, take it all or nothing.

Several workbooks handed in together are one decision and one transaction.
"""

import hashlib
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from sqlalchemy import Engine

from dashboard.domain.dasar.hak import Pelaku, Tindakan, wajib_boleh
from dashboard.domain.dasar.periode import SampaiDengan
from dashboard.domain.entri.kunci import PeriodeTerkunci
from dashboard.services.data.angka_periode.penyajian import PEMISAH, jawaban_penyajian
from dashboard.services.data.angka_periode.perilaku_satuan import jawaban_perilaku
from dashboard.services.data.baris_pratinjau import AKSI, BarisPratinjau, baris_buku, baris_ganda
from dashboard.services.data.gerak_impor import GerakImpor, gerak_impor
from dashboard.services.data.ingatan_kolom import cara_teringat, jawab_teringat
from dashboard.services.data.laporan_impor import LaporanImpor
from dashboard.services.data.pemeriksaan import Pemeriksaan, baris_dua_berkas, periksa_bersama, periksa_mentah
from dashboard.services.data.serahan import Serahan, baca_unggahan, ingat_bernama, siapkan
from dashboard.services.data.tanya_angka import (
    BARIS,
    KOLOM,
    PertanyaanAngka,
    pertanyaan_ambigu,
    pertanyaan_penyajian,
    pertanyaan_satuan,
    pertanyaan_skala,
    pertanyaan_tersembunyi,
    sebut_banyak,
)
from data_access.engine import open_for_reading
from data_access.pemetaan import nama_menurut_kode, peta_bernama
from data_access.workbook.berkas.mentah import BukuMentah
from data_access.workbook.periksa.abaikan import catatan_diabaikan
from data_access.workbook.periksa.masalah import Masalah
from data_access.workbook.periksa.pangkalan import Pangkalan
from data_access.workbook.terapkan import DataChanged, terapkan

MAKS_NAMA_BERKAS = 300
KATA = {"tambah": "baris baru", "ubah": "baris berubah", "dikosongkan": "baris dikosongkan"}
Lapor = Callable[[str], None]


class TidakDapatDiambil(ValueError):
    """Something stands in the way of taking the files; the Indonesian sentence says what."""


@dataclass(frozen=True, slots=True)
class PratinjauBuku:
    """What taking the files would do, or has done when `diambil`.

    `jumlah` counts rows by fate ("tambah", "ubah", "dikosongkan", "tetap") and problems ("ditolak") and is exact;
    `baris` is cut where it would be endless. `versi` are the agencies' versions this was checked against.
    `pemetaan` are the names under which the headings were kept, `teringat` says which columns were not asked again,
    `gerak` what would move, where that was asked.
    """

    berkas: str
    instansi: tuple[str, ...]
    jumlah: Mapping[str, int]
    baris: tuple[BarisPratinjau, ...]
    masalah: tuple[Masalah, ...]
    jumlah_masalah: int
    pertanyaan: tuple[PertanyaanAngka, ...]
    jumlah_kosong: int
    catatan: tuple[str, ...]
    versi: Mapping[str, int]
    izinkan_kosong: bool
    diambil: bool = False
    pemetaan: tuple[str, ...] = ()
    teringat: tuple[str, ...] = ()
    gerak: GerakImpor | None = None

    @property
    def jumlah_perubahan(self) -> int:
        return sum(self.jumlah[aksi] for aksi in KATA)

    @property
    def boleh_diambil(self) -> bool:
        """Whether nothing stands in the way: no problem, no open question, no blank over a value unasked."""
        terhalang = self.jumlah_masalah or self.pertanyaan or (self.jumlah_kosong and not self.izinkan_kosong)
        return bool(self.jumlah_perubahan) and not terhalang

    @property
    def kesimpulan(self) -> str:
        """The one sentence about it."""
        if self.jumlah_masalah:
            return f"{self.jumlah_masalah} masalah harus diperbaiki dahulu. Tidak ada yang disimpan."
        if self.pertanyaan:
            return f"{sebut_banyak(self.pertanyaan)} perlu Anda pastikan dahulu."
        if not self.jumlah_perubahan:
            return f"Tidak ada perubahan: isi berkas sama dengan data yang tersimpan.{self._abai}"
        rincian = ", ".join(f"{self.jumlah[aksi]} {kata}" for aksi, kata in KATA.items() if self.jumlah[aksi])
        return f"{rincian} {'tersimpan' if self.diambil else 'siap diambil alih'}.{self._abai}"

    @property
    def _abai(self) -> str:
        banyak = self.jumlah["diabaikan"]
        return f" {banyak} baris diabaikan sesuai jawaban Anda." if banyak else ""


def periksa_serahan(
    engine: Engine, pelaku: Pelaku, instansi: str, serahan: Serahan, sd: SampaiDengan | None = None
) -> PratinjauBuku:
    """Check the files for that agency; writes nothing. Raises TidakBerwenang.

    With the position `sd` of the reader it also says what would move, once nothing stands in the way.
    """
    _, _, hasil, pratinjau = _periksa(engine, pelaku, instansi, serahan)
    terhalang = pratinjau.jumlah_masalah or pratinjau.pertanyaan or not pratinjau.jumlah_perubahan
    if sd is None or terhalang or instansi not in pratinjau.instansi:
        return pratinjau
    rencana = [lembar for satu in hasil for lembar in satu.rencana]
    try:
        return replace(pratinjau, gerak=gerak_impor(engine, pelaku, instansi, rencana, sd))
    except PeriodeTerkunci:  # closed just now: the page checks again
        return pratinjau


def ambil_serahan(
    engine: Engine, pelaku: Pelaku, instansi: str, serahan: Serahan, versi: Mapping[str, int], lapor: Lapor
) -> PratinjauBuku:
    """Take all files in one transaction, exactly as they were previewed at those versions; else nothing.

    `lapor` hears each step, never inside the transaction. Raises DataChanged when what the preview rests on was
    written since (the entry of another value is none of it), TidakBerwenang, and TidakDapatDiambil, as when a quarter
    was closed since.
    """
    lapor("Membaca dan memeriksa berkas sekali lagi")
    serahan, buku, hasil, pratinjau = _periksa(engine, pelaku, instansi, serahan)
    if pratinjau.versi.keys() != versi.keys():
        raise DataChanged(instansi)
    if not pratinjau.boleh_diambil:
        raise TidakDapatDiambil(pratinjau.kesimpulan)
    lapor(f"Menyimpan {pratinjau.jumlah_perubahan} baris dalam satu transaksi")
    rencana = [lembar for satu in hasil for lembar in satu.rencana]
    asal = {"berkas": pratinjau.berkas, "sha256": _hash(buku), "catatan": _diabaikan(hasil)}
    terapkan(engine, pelaku, rencana, versi, asal)
    return replace(pratinjau, diambil=True, pemetaan=ingat_bernama(engine, instansi, buku, serahan))


def _periksa(
    engine: Engine, pelaku: Pelaku, instansi: str, serahan: Serahan
) -> tuple[Serahan, list[BukuMentah], list[Pemeriksaan], PratinjauBuku]:
    """The check, with the columns that were asked about before read as they were answered then."""
    semua: list[str] = []
    while True:
        buku, hasil = periksa_buku(engine, pelaku, instansi, serahan)
        pratinjau = _pratinjau(engine, instansi, serahan, buku, hasil)
        serahan, kalimat = _dengan_ingatan(engine, instansi, serahan, buku, pratinjau)
        if not kalimat:
            return serahan, buku, hasil, replace(pratinjau, teringat=tuple(semua))
        semua += kalimat


def _dengan_ingatan(
    engine: Engine, instansi: str, serahan: Serahan, buku: Sequence[BukuMentah], pratinjau: PratinjauBuku
) -> tuple[Serahan, list[str]]:
    """What is handed in with the answers kept from before to its open questions, and the sentences that say so."""
    jawaban, semua = list(serahan.jawaban), list[str]()
    ditanya = {satu.buku for satu in pratinjau.pertanyaan if satu.hitungan == KOLOM} if serahan.ingat else set()
    for i in sorted(ditanya):
        with open_for_reading(engine) as connection:
            bernama = peta_bernama(connection, instansi)
        cara = cara_teringat(bernama, buku[i], [satu for letak, satu in serahan.peta if letak == i])
        baru, kalimat = jawab_teringat((satu for satu in pratinjau.pertanyaan if satu.buku == i), cara)
        jawaban += [(i, sel, nilai) for sel, nilai in baru.items()]
        semua += kalimat
    return replace(serahan, jawaban=tuple(jawaban)), semua


def periksa_buku(
    engine: Engine, pelaku: Pelaku, instansi: str, serahan: Serahan
) -> tuple[list[BukuMentah], list[Pemeriksaan]]:
    """Every workbook checked by itself, and what they do together to closed quarters.

    Blanks are allowed: they are shown and asked about, not refused one by one.
    """
    wajib_boleh(pelaku, Tindakan.IMPOR, instansi)
    mentah = baca_unggahan(serahan.berkas)
    with open_for_reading(engine) as connection, connection.begin():
        buku = siapkan(mentah, serahan, Pangkalan(connection), instansi)
    hasil = []
    for i, satu in enumerate(buku):
        jawaban = [(sel, nilai) for letak, sel, nilai in serahan.jawaban if letak == i]
        hasil.append(
            periksa_mentah(
                engine,
                satu,
                pelaku,
                instansi,
                izinkan_kosong=True,
                penyajian=jawaban_penyajian(jawaban),
                perilaku=jawaban_perilaku(jawaban),
            )
        )
    return buku, periksa_bersama(engine, pelaku, hasil)


def _pratinjau(
    engine: Engine, instansi: str, serahan: Serahan, buku: Sequence[BukuMentah], hasil: Sequence[Pemeriksaan]
) -> PratinjauBuku:
    asal = {(i, lembar): satu.asal for i, satu in serahan.peta for lembar in satu.lembar_hasil}
    with open_for_reading(engine) as connection, connection.begin():
        nama = nama_menurut_kode(connection, instansi)
    sudah = {(i, sel) for i, sel, _ in serahan.jawaban}
    skala = pertanyaan_skala(hasil, sudah)
    ambigu, masalah = pertanyaan_ambigu(hasil)
    ditanyakan = sum(len(satu.laporan.masalah) for satu in hasil) - len(masalah)
    berjumlah, tersembunyi = pertanyaan_penyajian(hasil), pertanyaan_tersembunyi(hasil, sudah)
    ganda = baris_dua_berkas(hasil)
    laporan = [satu.laporan for satu in hasil]
    jumlah_masalah = sum(satu.jumlah_masalah for satu in laporan) - ditanyakan + len(ganda)
    baris = [b for i, satu in enumerate(hasil) for b in baris_buku(i, satu, nama, asal, banyak=len(hasil) > 1)]
    return PratinjauBuku(
        berkas=", ".join(satu.berkas for satu in buku)[:MAKS_NAMA_BERKAS],
        instansi=tuple(sorted({kode for satu in laporan for kode in satu.instansi})),
        jumlah=_jumlah(hasil) | {"ditolak": jumlah_masalah},
        baris=(*map(baris_ganda, ganda), *baris),
        masalah=(*masalah, *ganda),
        jumlah_masalah=jumlah_masalah,
        pertanyaan=(
            *tersembunyi,
            *pertanyaan_satuan(hasil),
            *_sekali(_sebutkan(satu, hasil[satu.buku], nama, asal) for satu in (*ambigu, *skala, *berjumlah)),
        ),
        jumlah_kosong=sum(len(lembar.kosong) for satu in hasil for lembar in satu.rencana),
        catatan=tuple(_catatan(laporan)),
        versi={kode: nomor for satu in reversed(hasil) for kode, nomor in satu.versi.items()},
        izinkan_kosong=serahan.izinkan_kosong,
    )


def _sekali(pertanyaan: Iterable[PertanyaanAngka]) -> list[PertanyaanAngka]:
    """A row that a table gives to two of our sheets is asked about once."""
    semua: dict[tuple[int, str, str], PertanyaanAngka] = {}
    for satu in pertanyaan:
        semua.setdefault((satu.buku, satu.letak if satu.hitungan == BARIS else satu.sel, satu.hitungan), satu)
    return list(semua.values())


def _sebutkan(
    tanya: PertanyaanAngka, periksa: Pemeriksaan, nama: Mapping[str, str], asal: Mapping[tuple[int, str], str]
) -> PertanyaanAngka:
    """The question with the row it is about by name, and the place by the file's own sheet name."""
    lembar, _, sel = (tanya.letak or tanya.sel.partition(PEMISAH)[0]).partition("!")
    satu = periksa.buku[lembar]
    nomor = int(sel.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ"))
    baris = satu.baris[satu.mentah.nomor.index(nomor)]
    kode = str(baris.get(satu.lembar.kunci[0]) or "")
    subjek = f"{kode} {nama.get(kode, '')}".strip()
    if tanya.hitungan == KOLOM:
        subjek = f"Kolom {satu.lembar.kolom_bernama(tanya.sel.partition('!')[2]).label}"
    return replace(tanya, subjek=subjek, letak=f"{asal.get((tanya.buku, lembar), lembar)}!{sel}")


def _jumlah(hasil: Sequence[Pemeriksaan]) -> dict[str, int]:
    jumlah = Counter(dict.fromkeys(AKSI, 0))
    for lembar in (lembar for satu in hasil for lembar in satu.rencana):
        kosong = len(lembar.kunci_kosong)
        jumlah.update(
            tambah=len(lembar.tambah), ubah=len(lembar.ubah) - kosong, dikosongkan=kosong, tetap=len(lembar.tetap)
        )
    jumlah["diabaikan"] = sum(len(lembar.diabaikan) for satu in hasil for lembar in satu.buku.values())
    return dict(jumlah)


def _diabaikan(hasil: Sequence[Pemeriksaan]) -> str | None:
    """What the import keeps of the rows left out."""
    return " ".join(kata for satu in hasil if (kata := catatan_diabaikan(satu.buku))) or None


def _catatan(laporan: Sequence[LaporanImpor]) -> list[str]:
    awalan = {satu.berkas: f"{satu.berkas}: " if len(laporan) > 1 else "" for satu in laporan}
    return [f"{awalan[satu.berkas]}{teks}" for satu in laporan for teks in satu.catatan]


def _hash(buku: Sequence[BukuMentah]) -> str:
    """The file's own hash; for several, the hash of their hashes."""
    if len(buku) == 1:
        return buku[0].sha256
    return hashlib.sha256("".join(satu.sha256 for satu in buku).encode()).hexdigest()
