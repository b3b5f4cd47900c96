"""More is better, of what nobody wants more of: an evil, a punishment, a wait, a virtue that is missing.

An evil that the name says was dealt with ("keluhan yang dijawab", "barang rusak yang dilelang") is a work done. Which
words are evils, and which passive verbs say that one merely happened, are the lists below; every other passive verb
(di-, ter-) is a handling.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from dashboard.domain.dasar.indikator import Polaritas
from dashboard.domain.temuan.bahan import Aturan, Bahan, Bukti, Keparahan
from dashboard.domain.temuan.teks import kumpulan, kutip, rapikan

JENIS = "Arah"
KATA_AWAL = kumpulan("jumlah banyaknya total persentase presentase prosentase tingkat rasio angka rata nilai")
SIFAT_BURUK = kumpulan(
    "hilang rusak cacat ditolak dikembalikan kedaluwarsa kadaluarsa tertunda tertunggak menunggak terbengkalai "
    "mangkir bolos bermasalah tercecer terputus macet mangkrak dilanggar melanggar musnah lenyap raib terbuang lapuk "
    "hangus terbakar bocor tercuri dicuri terlantar telantar terabaikan diabaikan disalahgunakan dipalsukan palsu "
    "menyimpang terhambat tertahan dipecat dihukum robek susut usang lusuh kosong dimakan indisipliner alpa"
)
SIFAT_KERJA = kumpulan("terlambat gagal salah keliru batal lambat")
"""Evils that may also say how a work was done: "terlambat diproses"."""
BALASAN = kumpulan("dihukum dikembalikan dipecat")
"""Evils for a person or a file, and the handling of an evil itself."""
HAL_BURUK = kumpulan(
    "kehilangan kerusakan keterlambatan kegagalan kecacatan penolakan tunggakan kerugian kesalahan kekeliruan keluhan "
    "pelanggaran kecelakaan ketidakhadiran ketidakpuasan kebocoran penyimpangan gangguan kemangkiran kekurangan "
    "ketidaktepatan ketidaksesuaian ketidakpatuhan ketidaklengkapan kemacetan kebakaran kecurangan penyalahgunaan "
    "penyelewengan pemborosan korupsi pungli sengketa gugatan komplain protes"
)
PERISTIWA = kumpulan("temuan kasus kejadian peristiwa insiden perkara hari jam menit kali")
"""Words before an evil that only count it: "temuan kerugian negara", "hari keterlambatan"."""
MASA, MENUNGGU = kumpulan("waktu lama masa durasi"), kumpulan("tunggu antre antrean antri antrian henti")
KENA = kumpulan("dijatuhi dikenai dikenakan diberi terkena terjerat menerima mendapat mendapatkan menjalani")
HUKUMAN = kumpulan("hukuman sanksi teguran peringatan pidana denda")
SIFAT_BAIK = kumpulan(
    "lengkap hadir disiplin sesuai selesai tepat memenuhi patuh valid lulus sah tercapai terselesaikan terlayani "
    "terpenuhi dilaporkan melapor tersedia tertib berhasil layak akurat mutakhir terlatih kompeten puas terkirim "
    "tersampaikan terserap terisi terpakai terdistribusi terbayar terlaksana terpelihara terbaca terjawab kembali "
    "aktif masuk"
)
KATA_PENANGANAN = kumpulan(
    "ditangani tertangani penanganan diselesaikan terselesaikan penyelesaian selesai ditindaklanjuti tindak dicegah "
    "pencegahan penurunan menurunnya berkurangnya pengurangan diperbaiki perbaikan dipulihkan pemulihan ditemukan "
    "dibina pembinaan diproses diperiksa pemeriksaan laporan dokumen pengendalian diganti penggantian penelusuran "
    "penanggulangan mitigasi simulasi sosialisasi antisipasi penertiban penghapusan pemusnahan keputusan sk daftar "
    "rekapitulasi sesuai"
)
"""Of these, more is a work done about the evil, not more of it."""
WADAH = kumpulan("laporan dokumen keputusan sk daftar")
"""Of these, the thing itself where the evil follows at once: "dokumen yang hilang"."""
HANYA_TERJADI = kumpulan(
    "terjadi terbukti tercatat terdata terdaftar terdeteksi terungkap teridentifikasi diterima dilaporkan dilakukan "
    "disampaikan diajukan dialami ditimbulkan diakibatkan disebabkan dikeluhkan diadukan dirasakan diderita diketahui "
    "didapat terhadap terkait tersebut terakhir tertentu terdiri tertulis terbesar tertinggi terbanyak termasuk "
    "terbuka terlapor terampil terminal dinas disiplin digital diklat dini diri divisi direktorat direktur dimensi "
    "dinamis diskusi distribusi"
)
"""Words in di- and ter- that say an evil is there, or are no passive verbs at all."""
TIDAK = kumpulan("tidak tak")
SANGKALAN = TIDAK | kumpulan("tanpa bukan belum bebas nol")
SELA = kumpulan("pernah sepenuhnya seluruhnya dapat bisa mampu sempat juga")
SAMBUNG = kumpulan("yang dan serta lalu kemudian untuk")
PASIF_TERPENDEK = 5


@dataclass(frozen=True, slots=True)
class _Buruk:
    """An evil in a name: what it is called, its first word and the one after its last; `hal` is a noun."""

    kata: str
    awal: int
    akhir: int
    hal: bool = False


def arah_meragukan(bahan: Bahan) -> Iterable[Bukti]:
    """More is better, of what nobody wants more of: "buku yang hilang", "jumlah keluhan"."""
    for i in bahan.data.indikator:
        kata = rapikan(i.nama).split()
        if i.polaritas is not Polaritas.POSITIF:
            continue
        buruk = next((b for b in _keburukan(kata) if not _ditangani(kata, b)), None)
        if buruk is not None:
            yield Bukti((i.kode,), {"kata": buruk.kata}, kutip(i.nama))


def _keburukan(kata: list[str]) -> Iterator[_Buruk]:
    pokok = next((n for n, k in enumerate(kata) if k not in KATA_AWAL), len(kata))
    while pokok + 1 < len(kata) and kata[pokok] in PERISTIWA:
        pokok += 1
    hal = pokok < len(kata) and kata[pokok] in HAL_BURUK
    for n, k in enumerate(kata):
        if n and k in SIFAT_BURUK | SIFAT_KERJA and not _disangkal(kata, n) and not (hal and k in BALASAN):
            yield _Buruk(k, n, n + 1)
    if hal:
        yield _Buruk(kata[pokok], pokok, pokok + 1, hal=True)
    else:
        yield from _hukuman(kata)
    if pokok + 1 < len(kata) and kata[pokok] in MASA and kata[pokok + 1] in MENUNGGU:
        yield _Buruk(" ".join(kata[pokok : pokok + 2]), pokok, pokok + 2, hal=True)
    yield from _kekurangan(kata)


def _hukuman(kata: list[str]) -> Iterator[_Buruk]:
    """A punishment that befell the persons counted."""
    for n, (kena, hukuman) in enumerate(pairwise(kata)):
        if kena in KENA and hukuman in HUKUMAN and not _disangkal(kata, n):
            yield _Buruk(f"{kena} {hukuman}", n, n + 2)


def _kekurangan(kata: list[str]) -> Iterator[_Buruk]:
    """A virtue or a work that is not there, not yet or not enough: "tak lengkap", "belum diproses", "kurang tertib"."""
    for n, sangkal in enumerate(kata):
        m = n + 1
        while m < len(kata) and kata[m] in SELA:
            m += 1
        if sangkal in TIDAK | {"belum", "kurang"} and m < len(kata) and _diharapkan(sangkal, kata[m], kata[m + 1 :]):
            yield _Buruk(f"{sangkal} {kata[m]}", n, m + 1)


def _diharapkan(sangkal: str, kata: str, lanjut: list[str]) -> bool:
    """Whether this is a thing to be done. "Tidak dipungut" may be good, "belum diperiksa" hardly ever is."""
    buruk = SIFAT_BURUK | SIFAT_KERJA | HAL_BURUK | HUKUMAN
    if buruk & {kata, *lanjut[:1]}:
        return False
    if kata in SIFAT_BAIK or sangkal == "kurang":
        return kata in SIFAT_BAIK
    if kata in KATA_PENANGANAN and kata.startswith(("di", "ter")):
        return True
    aktif = kata.startswith(("me", "ber")) and len(kata) > PASIF_TERPENDEK
    return sangkal == "belum" and (_pasif(kata) or aktif)


def _ditangani(kata: list[str], buruk: _Buruk) -> bool:
    """Whether the name says a work about the evil, or that it was dealt with."""
    return any(_kerja_sebelum(kata, n, buruk) for n in range(buruk.awal)) or any(
        _kerja_sesudah(kata, n, buruk) for n in range(buruk.akhir, len(kata))
    )


def _kerja_sebelum(kata: list[str], n: int, buruk: _Buruk) -> bool:
    langsung = n + 1 == buruk.awal or (n + 2 == buruk.awal and kata[n + 1] == "yang")
    return kata[n] in KATA_PENANGANAN and not (kata[n] in WADAH and langsung) and not _disangkal(kata, n)


def _kerja_sesudah(kata: list[str], n: int, buruk: _Buruk) -> bool:
    """A handling after it; after a property ("rusak") only in a clause of its own, not "terlambat diproses"."""
    if _disangkal(kata, n):
        return False
    tersendiri = buruk.hal or bool(SAMBUNG & set(kata[buruk.akhir : n]))
    if kata[n] in KATA_PENANGANAN - WADAH:
        return tersendiri or kata[buruk.awal] in SIFAT_BURUK
    return tersendiri and (_pasif(kata[n]) or kata[n] in BALASAN or kata[n] in KENA)


def _pasif(kata: str) -> bool:
    """A passive verb that is a doing about its subject."""
    bukan = kata in HANYA_TERJADI or kata in SIFAT_BURUK or kata in SIFAT_KERJA
    return kata.startswith(("di", "ter")) and len(kata) >= PASIF_TERPENDEK and not bukan


def _disangkal(kata: list[str], n: int) -> bool:
    return bool(SANGKALAN & set(kata[max(0, n - 2) : n]))


ATURAN = (
    Aturan(
        "arah_meragukan",
        JENIS,
        Keparahan.TINGGI,
        "Polaritas positif untuk hal yang buruk",
        'Makin banyak dinilai makin baik, padahal namanya menyebut "{kata}".',
        "Keadaan yang memburuk tampil sebagai capaian yang membaik.",
        arah_meragukan,
    ),
)
