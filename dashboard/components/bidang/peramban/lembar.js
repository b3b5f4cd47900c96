// The sheet: keeps what is typed until the server has it, moves as Excel does, takes pasted columns.

// No answer for longer than a busy database is waited for; an answer that confirms nothing is followed sooner.
const JEDA_KETIK = 600, LAMA_TUNGGU = 12000, JEDA_ULANG = 3000;

class LembarIsian {
  constructor(akar) {
    this.bagian = nama => akar.querySelector(nama);
    this.akar = akar;
    this.tabel = this.bagian('table');
    Object.assign(this, { tertunda: new Map(), tolak: new Map(), gerak: {}, berkas: {}, perintah: [], nomor: 0, baris: [] });
    akar.addEventListener('input', e => e.target.dataset.bagian && this.diketik(e.target));
    akar.addEventListener('change', e => e.target.dataset.bagian && this.kirimkan());
    akar.addEventListener('keydown', e => e.target.dataset.bagian && this.tekan(e));
    akar.addEventListener('paste', e => e.target.dataset?.bagian && this.tempel(e));
    this.bagian('[data-aksi="ajukan"]').addEventListener('click', () => this.perintahkan('ajukan'));
    this.bagian('[data-aksi="setujui"]').addEventListener('click', () => this.perintahkan('setujui', ...this.terpilih()));
    this.bagian('.le-semua input').addEventListener('change', e => {
      this.baris.forEach(b => { if (b.centang) b.centang.checked = e.target.checked; });
      this.hitung();
    });
  }

  async terima(data, kirim) {
    this.kirim = kirim;
    const [sesiBaru, lembarBaru] = [data.sesi !== this.sesi, data.id !== this.id];
    if (lembarBaru) this.gantiLembar(data.id);
    if (data.versi !== this.versi || lembarBaru) {
      this.versi = data.versi;
      this.bongkaran = bongkar(data.padat);
    }
    const tetap = await this.bongkaran;
    if (data.id !== this.id || data.jalan === this.jalan) return;
    Object.assign(this, { sesi: data.sesi, jalan: data.jalan });
    for (const [kunci, satu] of this.tertunda) if (satu.n && satu.n <= data.nomor && !sesiBaru) this.tertunda.delete(kunci);
    this.perintah = sesiBaru ? [] : this.perintah.filter(([n]) => n > data.nomor);
    for (const [kode, periode, bagian, teks] of data.tolak) this.tolak.set(`${kode}|${periode}|${bagian}`, teks);
    const gerakLama = this.gerak;
    this.gerak = data.gerak;
    this.berkas = data.berkas;
    if (tetap !== this.tetap) this.isiBaru(tetap);
    else this.baris.filter(b => this.berubah(b, gerakLama, data)).forEach(b => b.segarkan());
    this.siap = data.siap;
    this.hitung();
    this.tampilkanPesan(data.pesan);
    this.simpanDiPeramban();
    if (this.tertunda.size && sesiBaru) this.kirimkan([], true);
    else if (this.perintah.length || [...this.tertunda.values()].some(satu => satu.n)) this.cobaLagi();
  }

  berubah(baris, lama, data) {
    const ditolak = data.tolak.some(([kode, periode]) => `${kode}|${periode}` === baris.kunci);
    return ditolak || JSON.stringify(lama[baris.kunci]) !== JSON.stringify(data.gerak[baris.kunci]);
  }

  isiBaru(tetap) {
    const terfokus = this.akar.getRootNode().activeElement, letak = terfokus?.baris
      && [terfokus.baris.kunci, terfokus.dataset.bagian, terfokus.selectionStart, terfokus.selectionEnd];
    this.tetap = tetap;
    this.baris = tetap.baris.map(satu => new BarisLembar(this, satu));
    this.bagian('caption').textContent = tetap.judul;
    const kepala = buat('tr', '', ...['Indikator', ...tetap.lalu, 'Target', 'Realisasi', 'Capaian', 'Keadaan'].map((teks, n) => {
      const sel = buat('th', n && n < tetap.lalu.length + 2 ? 'le-kanan' : '', teks);
      sel.setAttribute('scope', 'col');
      sel.setAttribute('role', 'columnheader');
      return sel;
    }));
    this.bagian('thead').replaceChildren(kepala);
    this.tabel.querySelectorAll('tbody').forEach(satu => satu.remove());
    this.tabel.append(...this.baris.map(b => b.badan));
    this.bagian('.le-semua input').checked = false;
    if (!letak) return;
    const medan = this.baris.find(b => b.kunci === letak[0])?.medan.get(letak[1]);
    medan?.focus({ preventScroll: true });
    medan?.setSelectionRange(letak[2], letak[3]);
  }

  // What the server has not confirmed is also kept by the browser, over reloads and lost connections.
  gantiLembar(id) {
    this.id = id;
    this.tertunda.clear();
    this.tolak.clear();
    try {
      for (const [kunci, satu] of JSON.parse(localStorage.getItem(`lembar:${id}`) ?? '[]')) this.tertunda.set(kunci, satu);
    } catch { localStorage.removeItem(`lembar:${id}`); }
    this.sesi = undefined;
  }

  simpanDiPeramban() {
    const kunci = `lembar:${this.id}`;
    try {
      if (this.tertunda.size) localStorage.setItem(kunci, JSON.stringify([...this.tertunda]));
      else localStorage.removeItem(kunci);
    } catch { /* a full or forbidden store: the server still gets every cell */ }
    this.bagian('.le-simpan').textContent = this.tertunda.size ? 'Menyimpan…'
      : this.siap ? 'Semua isian tersimpan sebagai draf Anda' : '';
  }

  diketik(medan) {
    this.tunda(medan.baris, medan.dataset.bagian, medan.value);
    clearTimeout(this.jeda);
    this.jeda = setTimeout(() => this.kirimkan(), JEDA_KETIK);
  }

  tunda(baris, bagian, teks) {
    const kunci = `${baris.kunci}|${bagian}`;
    const lama = this.tertunda.get(kunci)?.lama ?? [baris.tersimpan(bagian)];
    this.tolak.delete(kunci);
    this.tertunda.set(kunci, { teks, lama, dasar: baris.isi.dasar, n: 0 });
    this.simpanDiPeramban();
  }

  tulis(baris, bagian, teks) {
    this.tunda(baris, bagian, teks);
    baris.segarkan();
    this.kirimkan();
  }

  buang(baris) {
    for (const kunci of [...this.tertunda.keys(), ...this.tolak.keys()]) {
      if (kunci.startsWith(`${baris.kunci}|`)) { this.tertunda.delete(kunci); this.tolak.delete(kunci); }
    }
    baris.terbuka = undefined;
    this.perintahkan('buang', baris.isi.kode, baris.isi.periode);
  }

  perintahkan(...perintah) { this.kirimkan([perintah]); }

  // Everything not confirmed goes along each time, again and again while no answer comes; the server takes each number
  // once. A new session of the server (after a restart) knows nothing of the sheet: `terima` then sends all.
  kirimkan(perintah = [], ulang = false) {
    clearTimeout(this.jeda);
    clearTimeout(this.tunggu);
    const baru = [...this.tertunda.values()].some(satu => !satu.n);
    if (!baru && !perintah.length && !ulang) return;
    this.nomor = Math.max(Date.now(), this.nomor + 1);
    this.perintah.push(...perintah.map(satu => [this.nomor, ...satu]));
    const ketik = [...this.tertunda].map(([kunci, satu]) => {
      const [kode, periode, bagian] = kunci.split('|'), { teks, lama, dasar } = satu;
      const dikirim = [kode, periode, bagian, teks, [...lama], dasar];
      Object.assign(satu, { n: this.nomor, lama: [...new Set([...lama, teks])] });
      return dikirim;
    });
    this.simpanDiPeramban();
    this.kirim({ n: this.nomor, ketik, perintah: this.perintah });
    this.tunggu = setTimeout(() => this.tertunda.size && this.kirimkan([], true), LAMA_TUNGGU);
  }

  // An answer that does not confirm what was sent: the database was busy.
  cobaLagi() {
    clearTimeout(this.tunggu);
    this.tunggu = setTimeout(() => this.kirimkan([], this.perintah.length + this.tertunda.size > 0), JEDA_ULANG);
  }

  terpilih() { return this.baris.filter(b => b.centang?.checked).map(b => [b.isi.kode, b.isi.periode]); }

  hitung() {
    const dipilih = this.terpilih().length, dapat = this.baris.some(b => b.isi.setujui);
    const ajukan = this.bagian('[data-aksi="ajukan"]'), setujui = this.bagian('[data-aksi="setujui"]');
    ajukan.hidden = !this.baris.some(b => b.isi.buka);
    ajukan.disabled = !this.siap;
    ajukan.textContent = this.siap ? `Ajukan ${this.siap} nilai` : 'Ajukan';
    setujui.hidden = this.bagian('.le-semua').hidden = !dapat;
    setujui.disabled = !dipilih;
    setujui.textContent = dipilih ? `Setujui ${dipilih} nilai terpilih` : 'Setujui yang terpilih';
  }

  tampilkanPesan(pesan) {
    const wadah = this.bagian('.le-pesan');
    wadah.hidden = !pesan;
    if (!pesan) return;
    const [berhasil, teks, rincian] = pesan;
    wadah.classList.toggle('le-gagal', !berhasil);
    wadah.setAttribute('role', berhasil ? 'status' : 'alert');
    const daftar = rincian.map(([kode, sebab]) => buat('li', '',
      tombol(kode, 'le-buka', () => this.baris.find(b => b.isi.kode === kode)?.medan.get('nilai')?.focus(), `Ke baris ${kode}`),
      ` ${sebab.join(' ')}`));
    wadah.replaceChildren(buat('p', '', teks), ...(daftar.length ? [buat('ul', '', ...daftar)] : []));
  }

  // Fields in the order in which Enter goes through them: down the column, and through what a red value owes.
  berikut(medan, arah) {
    const { baris } = medan, bagian = medan.dataset.bagian;
    const uraian = URAIAN.map(([nama]) => nama).filter(nama => baris.medan.has(nama));
    const tempat = uraian.indexOf(bagian) + arah;
    if (uraian.includes(bagian) && tempat < uraian.length) return baris.medan.get(uraian[tempat] ?? 'nilai');
    const dapat = this.baris.filter(b => b.medan.has('nilai'));
    const lain = dapat[dapat.indexOf(baris) + arah];
    return lain && (lain.medan.get(bagian) ?? lain.medan.get('nilai'));
  }

  tekan(e) {
    const turun = e.key === 'Enter' ? !e.shiftKey : e.key === 'ArrowDown';
    if (!['Enter', 'ArrowDown', 'ArrowUp'].includes(e.key)) return;
    e.preventDefault();
    this.kirimkan();
    const tujuan = this.berikut(e.target, turun ? 1 : -1);
    tujuan?.focus();
    tujuan?.select();
  }

  // A column or block from Excel fills the rows below; what does not fit is said.
  tempel(e) {
    const teks = e.clipboardData.getData('text/plain').replace(/\r/g, '').replace(/\n$/, '');
    if (!/[\n\t]/.test(teks) || !ANGKA.includes(e.target.dataset.bagian)) return;
    e.preventDefault();
    const isi = teks.split('\n').map(satu => satu.split('\t')), mulai = ANGKA.indexOf(e.target.dataset.bagian);
    const dapat = this.baris.filter(b => b.medan.has('nilai')), tujuan = dapat.slice(dapat.indexOf(e.target.baris));
    let lebih = Math.max(0, isi.length - tujuan.length);
    tujuan.slice(0, isi.length).forEach((baris, n) => {
      isi[n].forEach((satu, k) => {
        const bagian = ANGKA[mulai + k];
        if (baris.medan.has(bagian)) this.tunda(baris, bagian, satu.trim());
        else if (satu.trim()) lebih += 1;
      });
      baris.segarkan();
    });
    this.kirimkan();
    if (lebih) this.tampilkanPesan([false, `${lebih} sel tempelan tidak punya tempat pada lembar ini dan tidak diambil.`, []]);
  }
}

// From base64 of deflated JSON.
const bongkar = padat => {
  const bita = Uint8Array.from(atob(padat), huruf => huruf.charCodeAt(0));
  return new Response(new Blob([bita]).stream().pipeThrough(new DecompressionStream('deflate'))).json();
};

export default function (component) {
  const { data, parentElement, setTriggerValue } = component;
  const akar = parentElement.querySelector('.le');
  akar.lembar ??= new LembarIsian(akar);
  akar.lembar.terima(data, isi => setTriggerValue('aksi', isi));
  return () => { clearTimeout(akar.lembar?.tunggu); akar.lembar = undefined; };
}
