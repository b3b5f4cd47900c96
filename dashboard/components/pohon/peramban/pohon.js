// The tree as boxes: draws what Python hands over, keeps what is open, and tells Python which box was chosen.
// Text enters through textContent only.

// Below `terbaca` the smallest letters, of 12 pixels, could not be read; a page for a hall asks for more.
const PERBESARAN = { terbaca: 0.67, paling_besar: 2, langkah: 1.2 };
const terbaca = () =>
  Number(getComputedStyle(document.documentElement).getPropertyValue('--dk-terbaca')) || PERBESARAN.terbaca;
const INGATAN = new Map();

const buat = (nama, kelas, teks) => {
  const elemen = document.createElement(nama);
  if (kelas) elemen.className = kelas;
  if (teks !== undefined) elemen.textContent = teks;
  return elemen;
};
const svg = (kelas, d) => {
  const jalur = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  jalur.setAttribute('class', kelas);
  jalur.setAttribute('d', d);
  return jalur;
};

// From base64 of deflated JSON.
const bongkar = padat => {
  const bita = Uint8Array.from(atob(padat), huruf => huruf.charCodeAt(0));
  return new Response(new Blob([bita]).stream().pipeThrough(new DecompressionStream('deflate'))).json();
};

class Pohon {
  constructor(akar) {
    this.bagian = nama => akar.querySelector(nama);
    this.bingkai = this.bagian('.pk-bingkai');
    this.kanvas = this.bagian('.pk-kanvas');
    this.gambar = this.bagian('.pk-garis');
    this.wadah = this.bagian('.pk-pohon');
    this.cari = this.bagian('.pk-cari');
    this.besar = terbaca();
    this.skala = Math.max(1, this.besar);
    this.temuan = [];
    this.urutanTemuan = -1;
    pasangAlat(this, akar);
    pasangTombol(this);
    pasangSeret(this);
    this.pengamat = new ResizeObserver(() => this.ukurUlang());
    this.pengamat.observe(this.bingkai);
    this.pengamat.observe(this.bagian('.pk-alat'));
    document.fonts.ready.then(() => this.kotak && this.ukur());
  }

  // What arrives while a tree is being unpacked waits for it; only the last tree asked for is drawn.
  async terima(data, kirim, lihatPeta) {
    Object.assign(this, { kirim, lihatPeta });
    if (data.id !== this.id) {
      this.id = data.id;
      this.bongkaran = bongkar(data.padat);
    }
    const isi = await this.bongkaran;
    if (data.id !== this.id) return;
    if (this.data?.id !== data.id) {
      const lain = Boolean(this.data);
      this.data = { ...isi, id: data.id };
      this.isiBaru();
      if (lain) this.muat();
    }
    const [kode, nomor] = data.lompatan ?? [];
    if (nomor !== this.nomorLompatan) {
      this.nomorLompatan = nomor;
      if (this.kotak.has(kode)) this.lompat(kode);
    }
  }

  lepas() {
    this.pengamat.disconnect();
    this.penungguLaci?.disconnect();
  }

  isiBaru() {
    const { data } = this;
    this.simpul = new Map(data.simpul.map(s => [s.kode, { ...s, anak: [] }]));
    this.akar = [];
    for (const s of this.simpul.values()) (this.simpul.get(s.induk)?.anak ?? this.akar).push(s.kode);
    if (!INGATAN.has(data.id)) INGATAN.set(data.id, new Set(data.terbuka));
    this.terbuka = INGATAN.get(data.id);
    this.wadah.setAttribute('aria-label', data.judul);
    this.kotak = new Map(data.simpul.map(s => [s.kode, buatKotak(this.simpul.get(s.kode))]));
    this.wadah.replaceChildren(...this.kotak.values());
    this.fokus = this.akar[0];
    this.tersentuh = false;
    this.bagian('.pk-lipat').hidden = true;
    this.ukur();
    this.tandaiTemuan(this.cari.value);
  }

  anakTampak(kode) { return this.terbuka.has(kode) ? this.simpul.get(kode).anak : []; }

  tampak() {
    const hasil = [];
    const turun = kode => { hasil.push(kode); this.anakTampak(kode).forEach(turun); };
    this.akar.forEach(turun);
    return hasil;
  }

  // The frame has another width, or the tools another size: that of the letters the page asks for.
  ukurUlang() {
    const lebar = this.bingkai.clientWidth, besar = terbaca();
    if (!this.kotak || !lebar) return;
    if (besar !== this.besar || Math.abs(lebar - this.lebarTerukur) > 1) this.ukur();
    if (besar !== this.besar) this.perbesar(Math.max(1, this.besar = besar));
  }

  // Heights are read once for all boxes, then positions follow without touching the layout again.
  ukur() {
    const bingkai = this.lebarTerukur = this.bingkai.clientWidth;
    const perDalam = [];
    for (const s of this.simpul.values()) perDalam[s.dalam] = (perDalam[s.dalam] || 0) + 1;
    this.dalamTerbawah = perDalam.length - 1;
    this.batasDatar = kedalamanDatar(perDalam, bingkai);
    this.lebar = lebarKotak(perDalam[this.batasDatar] || 1, this.batasDatar, bingkai);
    this.wadah.style.setProperty('--pk-lebar', `${this.lebar}px`);
    for (const kotak of this.kotak.values()) kotak.hidden = false;
    this.tinggi = new Map([...this.kotak].map(([kode, kotak]) => [kode, kotak.offsetHeight]));
    this.susun();
  }

  hitungLetak(batas) {
    const anak = kode => this.anakTampak(kode), tinggi = kode => this.tinggi.get(kode);
    return susunLetak(this.akar, anak, tinggi, this.lebar, batas);
  }

  susun(ukuran = this.hitungLetak(this.batasDatar)) {
    this.letak = ukuran.letak;
    this.ukuran = ukuran;
    for (const [kode, kotak] of this.kotak) {
      const letak = this.letak.get(kode);
      kotak.hidden = !letak;
      if (letak) kotak.style.transform = `translate(${letak.x}px, ${letak.y}px)`;
      const isi = this.simpul.get(kode);
      if (isi.anak.length) {
        kotak.setAttribute('aria-expanded', this.terbuka.has(kode));
        kotak.querySelector('.pk-cabang b').textContent = this.terbuka.has(kode) ? '−' : '+';
      }
    }
    if (!this.letak.has(this.fokus)) this.pindahFokus(this.akar[0], false);
    else this.pindahFokus(this.fokus, false);
    this.lukisGaris();
    this.terapkanSkala();
  }

  lukisGaris() {
    const tinggi = kode => this.tinggi.get(kode);
    const jalur = new Set(this.tersentuh ? this.jalurKe(this.fokus) : []);
    const batang = [], ujung = [];
    for (const [kode, letak] of this.letak) {
      const induk = this.simpul.get(kode).induk;
      if (!this.letak.has(induk)) continue;
      const garis = jalurGaris(this.letak.get(induk), letak, tinggi(induk), tinggi(kode), this.lebar);
      batang.push(svg('pk-batang' + (jalur.has(kode) ? ' pk-jalur' : ''), garis.batang));
      ujung.push(...garisSifat(this.simpul.get(kode).garis, garis.ujung));
    }
    for (const l of this.data.lintas) {
      const dekat = this.tersentuh && (l.dari === this.fokus || l.ke === this.fokus);
      if (!dekat || !this.letak.has(l.dari) || !this.letak.has(l.ke)) continue;
      const d = jalurLintas(this.letak.get(l.dari), this.letak.get(l.ke), tinggi(l.dari), tinggi(l.ke), this.lebar);
      ujung.push(...garisSifat(l.garis, d, 'pk-lintas'));
    }
    this.gambar.replaceChildren(...batang, ...ujung);
  }

  terapkanSkala() {
    const { lebar, tinggi } = this.ukuran;
    this.kanvas.style.width = `${lebar * this.skala}px`;
    this.kanvas.style.height = `${tinggi * this.skala}px`;
    this.wadah.style.transform = this.gambar.style.transform = `scale(${this.skala})`;
    this.gambar.setAttribute('width', lebar);
    this.gambar.setAttribute('height', tinggi);
    this.bagian('[data-aksi="asli"]').textContent = `${Math.round(this.skala * 100)}\u00a0%`;
  }

  // Zoom about a point of the frame, so that what is under the pointer stays there.
  perbesar(skala, x = this.bingkai.clientWidth / 2, y = this.bingkai.clientHeight / 2) {
    const baru = Math.min(PERBESARAN.paling_besar, Math.max(terbaca(), skala));
    const rasio = baru / this.skala;
    const kiri = (this.bingkai.scrollLeft + x) * rasio - x, atas = (this.bingkai.scrollTop + y) * rasio - y;
    this.skala = baru;
    this.terapkanSkala();
    this.bingkai.scrollTo(kiri, atas);
  }

  // The arrangement of the open boxes that can be shown largest, and the size that shows all of it.
  susunanTerbesar() {
    const { clientWidth, clientHeight } = this.bingkai;
    const skala = u => Math.min(Math.max(1, terbaca()), clientWidth / u.lebar, clientHeight / u.tinggi);
    const calon = Array.from({ length: this.dalamTerbawah + 1 }, (_, batas) => this.hitungLetak(batas));
    const ukuran = calon.reduce((a, b) => (skala(b) > skala(a) ? b : a));
    return { ukuran, skala: skala(ukuran) };
  }

  // As much as can be read; what does not fit is reached by scrolling.
  muat({ ukuran, skala } = this.susunanTerbesar()) {
    this.susun(ukuran);
    this.perbesar(skala);
    this.perlihatkan(this.akar[0]);
  }

  // All of it on one screen: what would be too small to read is folded, level by level, and said.
  muatLayar() {
    let terbesar = this.susunanTerbesar(), dilipat = false;
    while (terbesar.skala < terbaca() && this.lipatTerbawah()) {
      dilipat = true;
      terbesar = this.susunanTerbesar();
    }
    this.muat(terbesar);
    this.bagian('.pk-lipat').hidden = !dilipat;
  }

  // Close the lowest level that is open; false where only the roots are left.
  lipatTerbawah() {
    const induk = this.tampak().map(kode => this.simpul.get(kode)).filter(s => this.anakTampak(s.kode).length);
    const terbawah = Math.max(...induk.map(s => s.dalam));
    induk.filter(s => s.dalam === terbawah).forEach(s => this.terbuka.delete(s.kode));
    return induk.length > 0;
  }

  bukaTutup(kode, buka = !this.terbuka.has(kode)) {
    if (!this.simpul.get(kode).anak.length) return;
    if (buka) this.terbuka.add(kode); else this.terbuka.delete(kode);
    this.susun();
  }

  bukaSemua() { for (const s of this.simpul.values()) if (s.anak.length) this.terbuka.add(s.kode); this.muat(); }
  ringkas() { this.terbuka.clear(); this.data.terbuka.forEach(k => this.terbuka.add(k)); this.susun(); }

  jalurKe(kode) {
    const jalur = [];
    for (let k = kode; this.simpul.has(k); k = this.simpul.get(k).induk) jalur.push(k);
    return jalur;
  }

  // Open the way to a box, bring it into view and give it the focus ring.
  lompat(kode, fokus = false) {
    this.jalurKe(kode).slice(1).forEach(k => this.terbuka.add(k));
    this.pindahFokus(kode, false);
    this.tersentuh = true;
    this.susun();
    this.perlihatkan(kode);
    if (fokus) this.kotak.get(kode).focus({ preventScroll: true });
  }

  perlihatkan(kode) {
    const { x, y } = this.letak.get(kode), z = this.skala;
    const kiri = (x + this.lebar / 2) * z - this.bingkai.clientWidth / 2;
    const atas = (y + this.tinggi.get(kode) / 2) * z - this.bingkai.clientHeight / 2;
    this.bingkai.scrollTo(kiri, atas);
  }

  pindahFokus(kode, sungguh = true) {
    this.kotak.get(this.fokus)?.setAttribute('tabindex', '-1');
    this.kotak.get(this.fokus)?.removeAttribute('aria-selected');
    this.fokus = kode;
    const kotak = this.kotak.get(kode);
    kotak.setAttribute('tabindex', '0');
    this.tersentuh ||= sungguh;
    if (this.tersentuh) kotak.setAttribute('aria-selected', 'true');
    if (!sungguh) return;
    kotak.focus({ preventScroll: true });
    this.lukisGaris();
    this.perlihatkanBilaTersembunyi(kode);
  }

  perlihatkanBilaTersembunyi(kode) {
    const dalam = this.bingkai.getBoundingClientRect(), kotak = this.kotak.get(kode).getBoundingClientRect();
    const utuh = kotak.left >= dalam.left && kotak.right <= dalam.right
      && kotak.top >= dalam.top && kotak.bottom <= dalam.bottom;
    if (!utuh) this.perlihatkan(kode);
  }

  pilih(kode) {
    this.pindahFokus(kode);
    this.tungguLaci();
    this.kirim(kode);
  }

  // When the drawer closes, the focus would fall out of the tree: give it back to the box it came from.
  tungguLaci() {
    let muncul = false;
    this.penungguLaci?.disconnect();
    this.penungguLaci = new MutationObserver(() => {
      const ada = document.querySelector('[role="dialog"]');
      if (muncul && !ada) {
        this.penungguLaci.disconnect();
        requestAnimationFrame(() => this.kotak.get(this.fokus).focus({ preventScroll: true }));
      }
      muncul ||= Boolean(ada);
    });
    this.penungguLaci.observe(document.body, { childList: true });
  }

  tandaiTemuan(kata) {
    const dicari = kata.trim().toLowerCase().split(/\s+/).filter(Boolean);
    this.temuan = dicari.length
      ? this.data.simpul.filter(s => dicari.every(d => s.cari.includes(d))).map(s => s.kode) : [];
    this.urutanTemuan = -1;
    const cocok = new Set(this.temuan);
    for (const [kode, kotak] of this.kotak) kotak.classList.toggle('pk-cocok', cocok.has(kode));
    this.bagian('[data-aksi="berikut"]').hidden = this.temuan.length < 2;
    this.bagian('.pk-temuan').textContent = dicari.length && !this.temuan.length ? 'Tidak ditemukan' : '';
    if (this.temuan.length) this.temuanBerikut(1);
  }

  temuanBerikut(arah) {
    const n = this.temuan.length;
    if (!n) return;
    this.urutanTemuan = (this.urutanTemuan + arah + n) % n;
    this.lompat(this.temuan[this.urutanTemuan]);
    this.bagian('.pk-temuan').textContent = `${this.urutanTemuan + 1} dari ${n}`;
  }
}

export default function (component) {
  const { data, parentElement, setTriggerValue } = component;
  const akar = parentElement.querySelector('.pk');
  akar.pohon ??= new Pohon(akar);
  akar.pohon.terima(data, kode => setTriggerValue('pilih', kode), () => setTriggerValue('peta', true));
  return () => { akar.pohon?.lepas(); akar.pohon = undefined; };
}
