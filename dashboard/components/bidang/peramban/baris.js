// One value of the sheet: its row, its field, and below it what is wrong, odd, or still to be told.
// Text enters through textContent and value only.

const ANGKA = ['nilai', 'pembilang', 'penyebut'];
const URAIAN = [['kendala', 'Kendala'], ['solusi', 'Solusi'], ['pic', 'Penanggung jawab'], ['batas_waktu', 'Batas waktu'],
  ['tindak_lanjut', 'Tindak lanjut yang dijanjikan'], ['bukti', 'Bukti dukung']];
const WAJIB = new Set(['kendala', 'solusi', 'pic', 'batas_waktu']);
const SEBUTAN = { nilai: 'Realisasi', pembilang: 'Pembilang', penyebut: 'Penyebut', ...Object.fromEntries(URAIAN) };
const CONTOH = { batas_waktu: '31/12/2026', bukti: 'tautan atau nomor dokumen' };
const PERAN = { tbody: 'rowgroup', tr: 'row', td: 'cell' };

const buat = (nama, kelas, ...isi) => {
  const elemen = document.createElement(nama);
  if (PERAN[nama]) elemen.setAttribute('role', PERAN[nama]);
  if (kelas) elemen.className = kelas;
  elemen.append(...isi.filter(satu => satu !== '' && satu !== undefined && satu !== null));
  return elemen;
};
const tombol = (teks, kelas, tekan, label) => {
  const elemen = buat('button', kelas, teks);
  elemen.type = 'button';
  if (label) elemen.setAttribute('aria-label', label);
  elemen.addEventListener('click', tekan);
  return elemen;
};
const statusHasil = ([capaian, warna, bentuk, kata]) => {
  const tanda = buat('span', `le-bentuk le-${warna}`, bentuk);
  tanda.setAttribute('aria-hidden', 'true');
  return buat('span', 'le-status', capaian === '–' ? '' : buat('b', '', capaian), ' ', buat('span', 'le-kata', tanda, kata));
};

class BarisLembar {
  constructor(lembar, isi) {
    Object.assign(this, { lembar, isi, kunci: `${isi.kode}|${isi.periode}`, medan: new Map(), rincian: null });
    this.badan = buat('tbody', isi.kode === lembar.tetap.dipilih ? 'le-dipilih' : '');
    this.badan.dataset.kode = isi.kode;
    this.baris = buat('tr', '', this.selNama(), ...isi.lalu.map((teks, n) => this.sel('le-kanan le-lalu', lembar.tetap.lalu[n], teks)),
      this.sel('le-kanan', 'Target', isi.target), this.selIsian());
    this.selHasil = this.sel('le-hasil', 'Capaian', '');
    this.selKeadaan = this.sel('le-keadaan', 'Keadaan', '');
    this.baris.append(this.selHasil, this.selKeadaan);
    this.badan.append(this.baris);
    this.segarkan();
  }

  get gerak() { return this.lembar.gerak[this.kunci]; }
  get sebutan() { return `${this.isi.sebutan || `TW ${this.lembar.tetap.kuartal}`} ${this.isi.kode}`; }

  sel(kelas, judul, teks) {
    const elemen = buat('td', kelas, teks);
    elemen.dataset.judul = judul;
    return elemen;
  }

  selNama() {
    const { kode, nama, pemilik, tanda, sebutan, janji } = this.isi;
    const buka = tombol('', 'le-buka', () => this.lembar.perintahkan('pilih', kode));
    buka.append(buat('b', '', kode), ` ${nama}`);
    const lencana = [...tanda, ...(janji ? [`${janji} janji belum dijawab`] : [])].map(satu => buat('span', 'le-lencana', satu));
    const sel = buat('th', 'le-nama', buka, ...lencana.flatMap(satu => [' ', satu]),
      buat('small', '', sebutan ? `${sebutan}; ${pemilik}` : pemilik));
    sel.setAttribute('scope', 'row');
    sel.setAttribute('role', 'rowheader');
    return sel;
  }

  // The value, and where the formula has parts, numerator and denominator below it.
  selIsian() {
    const { buka, bagian, nilai, akibat, satuan, arti, dihitung } = this.isi;
    if (!buka) {
      const berubah = akibat.length && !akibat[0].kode ? `${akibat[0].nilai[0]} → ${akibat[0].nilai[1]}` : nilai;
      return this.sel('le-kanan', 'Realisasi', berubah);
    }
    const sel = this.sel('le-isian', 'Realisasi', this.buatMedan('nilai', `Realisasi ${this.sebutan}`));
    sel.append(buat('small', '', [dihitung ? 'dihitung; isi hanya bila resminya lain' : arti, satuan].filter(Boolean).join(', ')));
    if (bagian) {
      const atas = this.buatMedan('pembilang', `Pembilang ${this.sebutan}`, 'pembilang');
      const bawah = this.buatMedan('penyebut', `Penyebut ${this.sebutan}`, 'penyebut');
      sel.append(buat('div', 'le-pecahan', atas, 'dari', bawah));
    }
    return sel;
  }

  buatMedan(bagian, label, contoh = '') {
    const medan = buat('input');
    medan.type = 'text';
    medan.autocomplete = 'off';
    medan.maxLength = ANGKA.includes(bagian) ? 60 : 2000;
    if (ANGKA.includes(bagian)) medan.inputMode = 'decimal';
    medan.placeholder = contoh;
    medan.setAttribute('aria-label', label);
    medan.dataset.bagian = bagian;
    medan.baris = this;
    this.medan.set(bagian, medan);
    return medan;
  }

  // What stands on the server, without what is still under way.
  tersimpan(bagian) { return (this.gerak ? this.gerak.isi : this.isi.isi)[bagian] ?? ''; }
  teks(bagian) { return this.lembar.tertunda.get(`${this.kunci}|${bagian}`)?.teks ?? this.tersimpan(bagian); }

  // A file as evidence is shown by its name, and taken off by a button; as text nobody could read or mend it.
  sebut(bagian, teks) { return bagian === 'bukti' ? this.lembar.berkas[teks] ?? teks : teks; }

  segarkan() {
    const g = this.gerak;
    this.rinci(g);
    if (this.lepas) this.medan.get('bukti').readOnly = !(this.lepas.hidden = !this.lembar.berkas[this.teks('bukti')]);
    for (const [bagian, medan] of this.medan) {
      const teks = this.sebut(bagian, this.lembar.tolak.get(`${this.kunci}|${bagian}`) ?? this.teks(bagian));
      if (medan.value !== teks) medan.value = teks;
      const salah = g?.masalah[bagian] || this.lembar.tolak.has(`${this.kunci}|${bagian}`);
      medan.setAttribute('aria-invalid', salah ? 'true' : 'false');
      if (salah) medan.setAttribute('aria-describedby', `le-salah-${this.kunci}`);
      else medan.removeAttribute('aria-describedby');
    }
    this.tampilkanHasil(g);
    this.tampilkanKeadaan(g);
  }

  tampilkanHasil(g) {
    const akibat = g?.akibat.length ? g.akibat : this.isi.akibat;
    if (!akibat.length) {
      this.selHasil.replaceChildren(this.isi.hasil ? statusHasil(this.isi.hasil) : buat('small', '', 'masukan rumus'));
      return;
    }
    this.selHasil.replaceChildren(...akibat.map(a => buat('div', '', a.kode ? `${a.kode} ${a.nilai[1]}, ` : '', statusHasil(a.sesudah),
      buat('small', '', `bila disetujui; sekarang ${a.sebelum[0] === '–' ? a.sebelum[3].toLowerCase() : a.sebelum[0]}`),
      a.catatan ? buat('small', '', a.catatan) : '')));
  }

  tampilkanKeadaan(g) {
    const { keadaan, terlambat, setujui, buka } = this.isi;
    const [bentuk, kata] = g ? ['◐', 'Draf Anda'] : keadaan;
    const isi = [buat('span', 'le-status', buat('span', 'le-bentuk', bentuk), kata)];
    if (terlambat) isi.push(' ', buat('span', 'le-lencana', 'terlambat'));
    if (setujui) isi.push(this.pilihan ??= this.kotakPilih());
    const tindakan = buat('div', 'le-tindakan');
    if (buka) tindakan.append(this.saklar ??= this.tombolUraian());
    if (g) tindakan.append(this.hapus ??= tombol('Buang', '', () => this.lembar.buang(this), `Buang isian ${this.isi.kode}`));
    this.selKeadaan.replaceChildren(buat('div', '', ...isi), ...(tindakan.children.length ? [tindakan] : []));
  }

  kotakPilih() {
    this.centang = buat('input');
    this.centang.type = 'checkbox';
    this.centang.addEventListener('change', () => this.lembar.hitung());
    return buat('label', '', buat('br'), this.centang, ` Pilih ${this.isi.kode}`);
  }

  tombolUraian() {
    return tombol('Uraian', '', () => {
      this.terbuka = !this.uraian;
      this.segarkan();
      if (this.terbuka) this.medan.get('kendala').focus();
    }, `Uraian kendala, solusi, dan bukti ${this.isi.kode}`);
  }

  // Open where it is due: the value would be red, or something was written there.
  rinci(g) {
    const berisi = this.isi.buka && URAIAN.some(([bagian]) => this.teks(bagian));
    const terbuka = this.isi.buka && (this.terbuka ?? Boolean(g?.kritis || berisi));
    const catatan = this.catatan(g);
    if (terbuka !== Boolean(this.uraian)) this.uraian = terbuka ? this.buatUraian() : this.lepasUraian();
    this.saklar?.setAttribute('aria-expanded', String(terbuka));
    if (!catatan.length && !terbuka) {
      this.rincian?.remove();
      this.rincian = null;
      return;
    }
    if (!this.rincian) {
      const sel = buat('td', '', this.wadahCatatan = buat('div'));
      sel.colSpan = this.baris.children.length || 7;
      this.wadahCatatan.id = `le-salah-${this.kunci}`;
      this.rincian = buat('tr', 'le-rinci', sel);
      this.badan.append(this.rincian);
    }
    this.rincian.firstChild.colSpan = this.lembar.tetap.lalu.length + 5;
    this.wadahCatatan.replaceChildren(...catatan);
    if (this.uraian && !this.uraian.isConnected) this.rincian.firstChild.append(this.uraian);
    for (const [bagian, label] of this.label ?? []) label.classList.toggle('le-wajib', Boolean(g?.kritis && WAJIB.has(bagian)));
  }

  buatUraian() {
    const wadah = buat('div', 'le-uraian');
    this.label = URAIAN.map(([bagian, nama]) => {
      const label = buat('label', '', nama, this.buatMedan(bagian, `${nama} ${this.isi.kode}`, CONTOH[bagian]));
      wadah.append(label);
      return [bagian, label];
    });
    this.lepas = tombol('Lepas berkas', '', () => this.lembar.tulis(this, 'bukti', ''), `Lepas berkas bukti ${this.isi.kode}`);
    wadah.append(this.lepas);
    return wadah;
  }

  lepasUraian() {
    URAIAN.forEach(([bagian]) => this.medan.delete(bagian));
    this.label = this.lepas = null;
    this.uraian.remove();
    return null;
  }

  catatan(g) {
    const isi = [];
    for (const bagian of [...ANGKA, ...URAIAN.map(([nama]) => nama)]) {
      const milikku = this.lembar.tolak.get(`${this.kunci}|${bagian}`);
      if (milikku !== undefined) isi.push(this.duaIsi(bagian, milikku));
      const salah = g?.masalah[bagian];
      if (salah) isi.push(this.salah(bagian, salah));
    }
    for (const [bagian, kalimat] of g?.tanya ?? []) isi.push(this.tanya(bagian, kalimat));
    if (g?.bentrok) isi.push(this.banding(g));
    else if (g?.kurang.length) isi.push(buat('p', 'le-salah', g.kurang.join(' ')));
    return isi;
  }

  salah(bagian, { teks, pilihan }) {
    const isi = buat('div', 'le-tanya', buat('span', 'le-salah', `✖ ${SEBUTAN[bagian]} ${teks}`));
    for (const satu of pilihan) isi.append(tombol(`Maksudnya ${satu}`, '', () => this.lembar.tulis(this, bagian, satu)));
    return isi;
  }

  tanya(bagian, kalimat) {
    const ya = tombol('Ya, benar', '', () => this.lembar.perintahkan('benar', this.isi.kode, this.isi.periode, kalimat));
    return buat('div', 'le-tanya', `▲ ${kalimat}`, ya);
  }

  // Another window of the same author wrote this cell meanwhile.
  duaIsi(bagian, milikku) {
    const ada = this.tersimpan(bagian), [dulu, kini] = [ada, milikku].map(teks => this.sebut(bagian, teks));
    const selesai = teks => { this.lembar.tolak.delete(`${this.kunci}|${bagian}`); this.lembar.tulis(this, bagian, teks); };
    return buat('div', 'le-tanya', buat('span', 'le-salah', `Di jendela lain ${SEBUTAN[bagian]} ini sudah diisi “${dulu}”; Anda mengetik “${kini}”.`),
      tombol(`Pakai ${dulu || 'kosong'}`, '', () => selesai(ada)), tombol(`Pakai ${kini || 'kosong'}`, '', () => selesai(milikku)));
  }

  banding(g) {
    const daftar = (judul, isi) => buat('div', '', buat('b', '', judul),
      ...Object.entries(isi).map(([bagian, teks]) => buat('div', '', `${SEBUTAN[bagian]}: ${this.sebut(bagian, teks)}`)));
    const { kode, periode, buka } = this.isi;
    return buat('div', '', buat('p', 'le-salah', 'Orang lain menyimpan baris ini lebih dulu. Belum ada yang ditimpa.'),
      buat('div', 'le-banding', daftar('Tersimpan', g.bentrok), daftar('Isian Anda, belum diajukan', g.isi)),
      tombol('Pakai yang tersimpan', '', () => this.lembar.buang(this)), ' ',
      buka ? tombol('Lanjutkan dengan isian saya', '', () => this.lembar.perintahkan('lanjut', kode, periode)) : '');
  }
}
