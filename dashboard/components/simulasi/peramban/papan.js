// Sliders with exact fields: what is moved or typed stands until the server has answered it.
// A slider counts steps; the server knows which number a step is. Every change has a number that only rises.

const buat = (nama, kelas, ...isi) => {
  const e = document.createElement(nama);
  if (kelas) e.className = kelas;
  e.append(...isi);
  return e;
};

class BarisGeser {
  constructor(papan, tetap, nomor) {
    Object.assign(this, { papan, tetap });
    const label = buat('label', '', `${tetap.label} `, buat('small', '', tetap.resmi));
    this.geser = buat('input');
    Object.assign(this.geser, { type: 'range', id: `geser-${nomor}`, min: 0, max: tetap.langkah, step: 1 });
    label.htmlFor = this.geser.id;
    this.rel = buat('div', tetap.letakResmi === null ? 'ps-geser ps-tanpa' : 'ps-geser', this.geser);
    this.ketik = buat('input');
    Object.assign(this.ketik, { type: 'text', inputMode: 'decimal', autocomplete: 'off', placeholder: tetap.satuan ?? 'nilai' });
    this.ketik.setAttribute('aria-label', `Nilai ${tetap.label}`);
    this.salah = buat('p');
    this.salah.id = `salah-${nomor}`;
    this.salah.setAttribute('role', 'alert');
    this.badan = buat('li', '', label, this.rel, this.ketik);
    this.geser.addEventListener('input', () => this.gambar(this.geser.valueAsNumber, this.teksLetak()));
    this.geser.addEventListener('change', () => papan.ubah(this, 'letak', this.geser.valueAsNumber));
    this.ketik.addEventListener('change', () => papan.ubah(this, 'teks', this.ketik.value));
  }

  teksLetak() {
    const { letakResmi, teksResmi, bawah, satu, atas, langkah, desimal } = this.tetap, letak = this.geser.valueAsNumber;
    if (letak === letakResmi) return teksResmi;
    const nilai = letak === langkah ? atas : bawah + letak * satu;
    return String(Number(nilai.toFixed(desimal))).replace('.', ',');
  }

  gambar(letak, teks) {
    const persen = n => `calc(var(--jari) + ${n / this.tetap.langkah} * (100% - 2 * var(--jari)))`;
    const resmi = this.tetap.letakResmi ?? 0;
    this.geser.value = letak;
    this.geser.setAttribute('aria-valuetext', [teks || 'belum ada nilai', teks && this.tetap.satuan].filter(Boolean).join(' '));
    if (this.ketik.value !== teks) this.ketik.value = teks;
    this.rel.style.setProperty('--awal', persen(Math.min(letak, resmi)));
    this.rel.style.setProperty('--akhir', persen(Math.max(letak, resmi)));
    this.rel.style.setProperty('--resmi', persen(resmi));
  }

  tampilkan([letak, teks, salah]) {
    this.gambar(letak, teks);
    this.ketik.setAttribute('aria-invalid', String(Boolean(salah)));
    this.salah.textContent = salah;
    if (salah) { this.badan.append(this.salah); this.ketik.setAttribute('aria-describedby', this.salah.id); }
    else { this.salah.remove(); this.ketik.removeAttribute('aria-describedby'); }
  }
}

class PapanGeser {
  constructor(akar) { Object.assign(this, { akar, tertunda: new Map(), nomor: 0, baris: [] }); }

  terima(data, kirim) {
    this.kirim = kirim;
    if (data.babak !== this.babak) this.tertunda.clear();
    this.babak = data.babak;
    this.nomor = Math.max(this.nomor, data.nomor);
    for (const [kunci, satu] of this.tertunda) if (satu[0] <= data.nomor) this.tertunda.delete(kunci);
    const rancangan = JSON.stringify(data.tetap);
    if (rancangan !== this.rancangan) this.susun(data.tetap);
    this.rancangan = rancangan;
    this.baris.forEach((b, n) => { if (!this.tertunda.has(b.tetap.kunci)) b.tampilkan(data.gerak[n]); });
  }

  susun(tetap) {
    const fokus = this.akar.getRootNode().activeElement?.getAttribute('data-kunci');
    this.baris = tetap.map((satu, n) => new BarisGeser(this, satu, n));
    this.akar.replaceChildren(...this.baris.map(b => b.badan));
    for (const b of this.baris) for (const jenis of ['geser', 'ketik']) {
      b[jenis].dataset.kunci = `${jenis} ${b.tetap.kunci}`;
      if (b[jenis].dataset.kunci === fokus) b[jenis].focus({ preventScroll: true });
    }
  }

  ubah(baris, jenis, isi) {
    this.nomor += 1;
    this.tertunda.set(baris.tetap.kunci, [this.nomor, baris.tetap.kunci, jenis, isi]);
    this.kirim({ babak: this.babak, ubah: [...this.tertunda.values()] });
  }
}

export default ({ data, parentElement, setTriggerValue }) => {
  const akar = parentElement.querySelector('.ps');
  akar.papan ??= new PapanGeser(akar);
  akar.papan.terima(data, isi => setTriggerValue('aksi', isi));
};
