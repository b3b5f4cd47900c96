"""Positions: duties and functions that belong to another one, two heads of one unit, an owner beside the subject."""

from collections import defaultdict
from collections.abc import Iterable

from dashboard.domain.temuan.bahan import Aturan, Bahan, Bukti, Keparahan, sebut
from dashboard.domain.temuan.nama import JENIS
from dashboard.domain.temuan.teks import KATA_TUGAS, dasar, kumpulan, kutip, pokok, rapikan, terwakili

KATA_BEDA = 2
KATA_JENJANG = kumpulan(
    "ahli muda madya utama pertama terampil mahir penyelia rencana badan bidang sub bagian umum dinas kantor "
    "inspektorat sekretariat satuan lembaga biro kecamatan kelurahan upt uptd unit pelaksana teknis seksi subbagian "
    "subbag daerah provinsi kabupaten kota pembantu wilayah kepala sekretaris wakil pelaksana harian tugas plt plh"
)
"""Ranks, and kinds of institutions and units: a title of these alone has no subject to name."""


def unit_lain_disebut(bahan: Bahan) -> Iterable[Bukti]:
    """A function that is tied to a unit beside the position's own line."""
    for kode, fungsi in bahan.fungsi.items():
        garis = _garis(bahan, bahan.jabatan[kode].unit)
        for nomor, isi in enumerate(fungsi, start=1):
            for unit in bahan.data.unit:
                if unit.kode not in garis and f" pada {rapikan(unit.nama)} " in f" {rapikan(isi)} ":
                    isian = {"nomor": nomor, "nama": bahan.jabatan[kode].nama, "unit": unit.nama}
                    yield Bukti((kode,), isian, kutip(isi), kunci=f"{kode}.{nomor}")


def _garis(bahan: Bahan, unit: str) -> set[str]:
    """The unit, all above it and all below it."""
    induk = {u.kode: u.induk for u in bahan.data.unit}

    def ke_atas(kode: str | None) -> set[str]:
        jalur: set[str] = set()
        while kode and kode not in jalur:
            jalur.add(kode)
            kode = induk.get(kode)
        return jalur

    return ke_atas(unit) | {u for u in induk if unit in ke_atas(u)}


def saran_diri(bahan: Bahan) -> Iterable[Bukti]:
    """A function that reports to its own position."""
    for kode, fungsi in bahan.fungsi.items():
        nama = rapikan(bahan.jabatan[kode].nama)
        for nomor, isi in enumerate(fungsi, start=1):
            _, ada, tujuan = rapikan(isi).partition(" kepada ")
            kepada = " ".join(tujuan.split()[: len(nama.split())])
            if ada and len(nama.split()) > KATA_BEDA and _menuju(kepada, nama):
                isian = {"nomor": nomor, "nama": bahan.jabatan[kode].nama}
                yield Bukti((kode,), isian, kutip(isi), kunci=f"{kode}.{nomor}")


def _menuju(kepada: str, nama: str) -> bool:
    kata = [k for k in nama.split() if k not in KATA_TUGAS]
    awal = kepada.split()[:3]
    return awal[:2] == nama.split()[:2] and bool(awal[2:]) and awal[2] in kata


def pimpinan_ganda(bahan: Bahan) -> Iterable[Bukti]:
    """Two heads of one unit, usually an older and a newer title; marked where the rarer title owns something.

    Who stands under the other one, as a secretary under the head, is no second head.
    """
    kepala: defaultdict[str, list[str]] = defaultdict(list)
    for j in bahan.data.jabatan:
        if j.jenis in ("administrator", "jpt", "pengawas"):
            kepala[j.unit].append(j.kode)
    for unit, semua in kepala.items():
        kode = [k for k in semua if bahan.jabatan[k].atasan not in semua]
        if len(kode) > 1:
            milik = min(([i.kode for i in bahan.data.indikator if k in i.pemilik] for k in kode), key=len)
            nama = [bahan.jabatan[k].nama for k in kode]
            isi = {"unit": bahan.unit[unit].nama if unit in bahan.unit else unit, "nama": sebut(nama)}
            yield Bukti((*kode, *milik), isi, kutip(*nama), kunci=unit)


def fungsi_tanpa_pokok(bahan: Bahan) -> Iterable[Bukti]:
    """A position whose list of functions nowhere names what its title is about."""
    for kode, fungsi in bahan.fungsi.items():
        judul = [k for k in rapikan(bahan.jabatan[kode].nama).split()[1:] if k not in KATA_TUGAS | KATA_JENJANG]
        isi = rapikan(" ".join(fungsi)).split()
        if judul and isi and not terwakili(map(dasar, judul), set(map(dasar, isi))):
            milik = tuple(i.kode for i in bahan.iki_jabatan.get(kode, ()))
            yield Bukti((kode, *milik), {"nama": bahan.jabatan[kode].nama}, kutip(bahan.tugas.get(kode), fungsi[0]))


def pemilik_lain_cocok(bahan: Bahan) -> Iterable[Bukti]:
    """An indicator that a colleague of its owner carries in the title, and its owner does not.

    Words of the agency's own name belong to everybody and prove nothing.
    """
    badan = frozenset().union(*(pokok(u.nama) for u in bahan.data.unit if u.induk is None))
    for i in bahan.data.indikator:
        pemilik = bahan.jabatan.get(i.pemilik[0]) if len(i.pemilik) == 1 else None
        if pemilik is None or i.jenis in ("IKU", "IKI", "sub_item") or pemilik.atasan is None:
            continue
        nama, sendiri = pokok(i.nama) - badan, pokok(pemilik.nama)
        rekan = [j for j in bahan.data.jabatan if j.atasan == pemilik.atasan and j.jenis == pemilik.jenis]
        cocok = [j for j in rekan if (pokok(j.nama) - sendiri) & nama]
        if not nama & sendiri and len(cocok) == 1:
            isi = {"pemilik": pemilik.nama, "rekan": cocok[0].nama}
            yield Bukti((i.kode, pemilik.kode, cocok[0].kode), isi, kutip(i.nama))


T, S = Keparahan.TINGGI, Keparahan.SEDANG
ATURAN = (
    Aturan(
        "unit_lain_disebut",
        JENIS,
        S,
        "Fungsi menunjuk unit lain",
        "Fungsi nomor {nomor} {nama} menyebut {unit}, yang bukan unitnya.",
        "Fungsi tampak tersalin dari jabatan unit lain.",
        unit_lain_disebut,
    ),
    Aturan(
        "saran_diri",
        JENIS,
        S,
        "Jabatan melapor kepada dirinya sendiri",
        "Fungsi nomor {nomor} {nama} ditujukan kepada jabatan itu sendiri.",
        "Atasan menjadi salah bila susunan dibaca dari teks ini.",
        saran_diri,
    ),
    Aturan(
        "pimpinan_ganda",
        JENIS,
        S,
        "Dua jabatan pimpinan pada satu unit",
        "{unit} mempunyai lebih dari satu jabatan pimpinan: {nama}.",
        "Salah satunya mungkin nama lama; kepemilikan indikator terbagi ke dua nama.",
        pimpinan_ganda,
    ),
    Aturan(
        "fungsi_tanpa_pokok",
        JENIS,
        T,
        "Fungsi tidak menyebut pokok jabatannya",
        "Tidak satu pun fungsi {nama} menyebut pokok jabatannya.",
        "Tugas dan fungsinya tampak berasal dari jabatan atau instansi lain.",
        fungsi_tanpa_pokok,
    ),
    Aturan(
        "pemilik_lain_cocok",
        JENIS,
        S,
        "Jabatan lain lebih cocok sebagai pemilik",
        "Dimiliki {pemilik}, padahal {rekan} membawa pokok indikator ini pada nama jabatannya.",
        "Capaian dibebankan kepada pejabat yang tidak mengerjakannya.",
        pemilik_lain_cocok,
    ),
)
