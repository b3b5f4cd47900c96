"""Names of units and indicators: one thing under several spellings, or a name nothing in the agency answers to."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from dashboard.domain.dasar.indikator import Unit
from dashboard.domain.temuan.bahan import Aturan, Bahan, Bukti, Keparahan, sebut
from dashboard.domain.temuan.teks import (
    KATA_TUGAS,
    beda_kata,
    dasar,
    inisial,
    keserupaan,
    kumpulan,
    kutip,
    pokok,
    rapikan,
    terwakili,
)

JENIS = "Ejaan dan nama"
SERUPA = 0.86
NAMA_SERUPA = 0.88
KATA_BEDA = 2
PISAH_UNIT = re.compile(r"(?:,|\bdan)\s+(?=(?:[Ss]ub\s*[Bb]agian|[Bb]idang|[Ss]ekretariat)\b)")
KATA_JENJANG = kumpulan("ahli muda madya utama pertama terampil mahir penyelia rencana badan bidang sub bagian umum")
JENIS_UNIT = {
    "sub bidang": re.compile(r"\bsub ?bidang\b"),
    "UPTD": re.compile(r"\bupt[d]?\b"),
    "seksi": re.compile(r"\bseksi\b"),
}


def _rapat(teks: str) -> str:
    return rapikan(teks).replace(" ", "")


def _singkatan(alias: str, nama: str) -> bool:
    """Whether `alias` is `nama` with a run of words put to their initials, possibly shortened at its end."""
    depan, *ekor = alias.split() or [""]
    sisa = rapikan(nama).split()[-len(ekor) :] if ekor else []
    return depan.isupper() and [rapikan(k) for k in ekor] == sisa and inisial(nama).startswith(depan)


def _teks(bahan: Bahan) -> Iterator[tuple[str, str]]:
    """Every text that may name a unit, with the code of what it belongs to."""
    for i in bahan.data.indikator:
        yield from ((i.kode, t) for t in (i.sumber_data, i.nama, i.formulasi) if t)
    for kode, tugas in bahan.tugas.items():
        yield kode, tugas
    for kode, fungsi in bahan.fungsi.items():
        yield from ((kode, t) for t in fungsi)


def _alias(bahan: Bahan, unit: Unit) -> list[str]:
    resmi = {_rapat(unit.nama), _rapat(unit.nama.partition(" Kabupaten")[0])}
    return [
        a
        for a in bahan.alias.get(unit.kode, ())
        if _rapat(a) not in resmi and not _singkatan(a, unit.nama) and (" " in a or a.isupper())
    ]


def ejaan_unit(bahan: Bahan) -> Iterable[Bukti]:
    """A unit that texts call otherwise than its name: by a listed spelling, or by one that nearly is its name."""
    teks = [(kode, f" {rapikan(isi)} ") for kode, isi in _teks(bahan)]
    resmi = {_rapat(u.nama) for u in bahan.data.unit}
    for unit in bahan.data.unit:
        dipakai: Counter[str] = Counter()
        objek: dict[str, None] = {unit.kode: None}
        for alias in {rapikan(a): a for a in _alias(bahan, unit)}.values():
            milik = [kode for kode, isi in teks if f" {rapikan(alias)} " in isi]
            if milik:
                dipakai[alias] += len(milik)
                objek |= dict.fromkeys(milik)
        for kode, bagian in _sumber(bahan):
            if _rapat(bagian) not in resmi and bagian not in dipakai and _hampir(bagian, unit.nama):
                dipakai[bagian] += 1
                objek[kode] = None
        if dipakai:
            ejaan_lain = kutip(unit.nama, *(nama for nama, _ in dipakai.most_common()))
            ejaan = ", ".join(f'"{nama}" ({n} kali)' for nama, n in dipakai.most_common())
            yield Bukti(tuple(objek), {"nama": unit.nama, "ejaan": ejaan}, ejaan_lain)


def _sumber(bahan: Bahan) -> Iterator[tuple[str, str]]:
    for i in bahan.data.indikator:
        if i.sumber_data:
            yield from ((i.kode, b.strip()) for b in PISAH_UNIT.split(i.sumber_data))


def _hampir(bagian: str, nama: str) -> bool:
    """A slip of letters in an otherwise same name; another word makes another unit."""
    sama_panjang = len(rapikan(bagian).split()) == len(rapikan(nama).split())
    return sama_panjang and 1 > keserupaan(bagian, nama) >= SERUPA


def unit_tak_terdaftar(bahan: Bahan) -> Iterable[Bukti]:
    """A kind of unit that texts speak of and the list of units and positions does not know."""
    terdaftar = " ".join(rapikan(f"{u.nama} {u.jenis or ''}") for u in bahan.data.unit)
    terdaftar += " ".join(rapikan(j.nama) for j in bahan.data.jabatan)
    for jenis, pola in JENIS_UNIT.items():
        milik = {kode: isi for kode, isi in _teks(bahan) if pola.search(rapikan(isi))}
        if milik and bahan.data.unit and not pola.search(terdaftar):
            yield Bukti(
                tuple(milik),
                {"jenis": jenis, "n": len(milik)},
                kutip(next(iter(milik.values()))),
                kunci=rapikan(jenis).replace(" ", "_"),
            )


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


def nama_hampir_sama(bahan: Bahan) -> Iterable[Bukti]:
    """An IKU and an IKI with names a word apart, where neither has a partner of exactly the same name."""
    sama = {i.kode for pasangan in bahan.kembaran for i in pasangan}
    iku = [i for i in bahan.data.indikator if i.jenis == "IKU" and i.kode not in sama]
    iki = [i for i in bahan.data.indikator if i.jenis == "IKI" and i.kode not in sama]
    for satu in iku:
        for lain in iki:
            kiri, kanan = beda_kata(satu.nama, lain.nama)
            dekat = len(kiri) <= KATA_BEDA >= len(kanan) and keserupaan(satu.nama, lain.nama) >= NAMA_SERUPA
            if dekat and len(rapikan(satu.nama).split()) > 2 * max(len(kiri), len(kanan)):
                isi = {"iki": lain.kode, "kiri": " ".join(kiri) or "-", "kanan": " ".join(kanan) or "-"}
                yield Bukti((satu.kode, lain.kode), isi, kutip(satu.nama, lain.nama))


def sumber_berbeda(bahan: Bahan) -> Iterable[Bukti]:
    """One indicator in two tables, each with another source of data."""
    beda = [(a, b) for a, b in bahan.kembaran if a.sumber_data and b.sumber_data and a.sumber_data != b.sumber_data]
    if beda:
        objek = dict.fromkeys(kode for a, b in beda for kode in (b.kode, a.kode))
        contoh = kutip(beda[0][0].sumber_data, beda[0][1].sumber_data)
        yield Bukti(tuple(objek), {"kode": sebut([a.kode for a, _ in beda])}, contoh, kunci="IKU-IKI")


def sasaran_berbeda(bahan: Bahan) -> Iterable[Bukti]:
    """An IKU and the IKI that feeds it under another name or not, placed under different sasaran."""
    serupa = [(bahan.indikator[b.objek[0]], bahan.indikator[b.objek[1]]) for b in nama_hampir_sama(bahan)]
    for iku, iki in (*bahan.kembaran, *serupa):
        kiri, kanan = bahan.sasaran[iku.kode], bahan.sasaran[iki.kode]
        if rapikan(kiri) != rapikan(kanan):
            yield Bukti((iki.kode, iku.kode), {"iku": iku.kode, "iki": iki.kode}, kutip(kiri, kanan))


def pimpinan_ganda(bahan: Bahan) -> Iterable[Bukti]:
    """Two heads of one unit, usually an older and a newer title; marked where the rarer title owns something."""
    kepala: defaultdict[str, list[str]] = defaultdict(list)
    for j in bahan.data.jabatan:
        if j.jenis in ("administrator", "jpt", "pengawas"):
            kepala[j.unit].append(j.kode)
    for unit, kode in kepala.items():
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
        "ejaan_unit",
        JENIS,
        T,
        "Satu unit dengan beberapa ejaan",
        "{nama} juga ditulis {ejaan}.",
        "Pengelompokan menurut nama memecah satu unit menjadi beberapa.",
        ejaan_unit,
    ),
    Aturan(
        "unit_tak_terdaftar",
        JENIS,
        S,
        "Jenis unit yang disebut tetapi tidak ada",
        "{n} teks menyebut {jenis}, padahal tidak ada unit atau jabatan seperti itu dalam daftar.",
        "Ada jenjang yang hilang antara pelaksana dan atasannya, atau teksnya berasal dari susunan lama.",
        unit_tak_terdaftar,
    ),
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
        "nama_hampir_sama",
        JENIS,
        T,
        "Nama IKU dan IKI berbeda sedikit",
        'Nama indikator ini dan {iki} hanya berbeda pada "{kiri}" dan "{kanan}".',
        "Pencocokan nama yang persis gagal, sehingga target dan realisasinya tidak bertemu.",
        nama_hampir_sama,
    ),
    Aturan(
        "sumber_berbeda",
        JENIS,
        T,
        "Satu indikator dengan dua sumber data",
        "Tabel IKU dan tabel IKI memberi sumber data yang berbeda untuk {kode}.",
        "Tidak jelas siapa yang memberi angkanya.",
        sumber_berbeda,
    ),
    Aturan(
        "sasaran_berbeda",
        JENIS,
        T,
        "Satu indikator di bawah dua sasaran",
        "{iku} dan {iki} adalah indikator yang sama, tetapi berada di bawah sasaran yang berbeda.",
        "Capaian sasaran dihitung dari indikator yang bukan miliknya.",
        sasaran_berbeda,
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
