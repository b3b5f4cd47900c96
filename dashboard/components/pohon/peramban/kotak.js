// One box, and what the hands do with the tree: tools, keys, dragging.

function buatKotak(s) {
  const kotak = buat('div', `pk-kotak pk-j${s.tingkat}${s.yatim ? ' pk-yatim' : ''}${s.konteks ? ' pk-konteks' : ''}`);
  kotak.dataset.kode = s.kode;
  const atribut = {
    'role': 'treeitem', 'tabindex': '-1', 'aria-level': s.dalam + 1, 'aria-label': s.suara,
    'aria-posinset': s.urut, 'aria-setsize': s.saudara,
  };
  for (const [nama, nilai] of Object.entries(atribut)) kotak.setAttribute(nama, nilai);
  const kepala = buat('div', 'pk-kepala');
  kepala.append(buat('span', 'pk-jenjang', s.label), buat('span', 'pk-kode', s.kode));
  const isi = buat('div', 'pk-isi');
  isi.append(kepala, buat('div', 'pk-judul', s.judul));
  if (s.pemilik) isi.append(buat('div', 'pk-pemilik', s.pemilik));
  if (s.keyakinan) isi.append(buat('div', 'pk-ragu', s.keyakinan));
  isi.append(daftarLencana(s));
  kotak.append(isi);
  if (s.anak.length) kotak.append(cabang(s));
  return kotak;
}

function daftarLencana(s) {
  const daftar = buat('div', 'pk-lencana');
  if (s.ringkas) daftar.append(buat('span', 'pk-jumlah', s.ringkas));
  for (const l of s.lencana) {
    const satu = buat('span', 'pk-satu');
    satu.append(buat('i', `pk-bentuk pk-${l.warna}`, l.bentuk), buat('b', '', l.teks));
    if (l.nama) satu.append(buat('span', 'pk-nama', l.nama));
    daftar.append(satu);
  }
  return daftar;
}

// What lies below, with its statuses: a closed branch must not hide a red leaf.
function cabang(s) {
  const tombol = buat('div', 'pk-cabang');
  tombol.setAttribute('aria-hidden', 'true');
  tombol.append(buat('b', '', '+'), buat('span', '', `${s.bawah} kotak di bawah`));
  for (const l of s.lencana_bawah) {
    const satu = buat('span', 'pk-satu');
    satu.append(buat('i', `pk-bentuk pk-${l.warna}`, l.bentuk), document.createTextNode(l.jumlah));
    satu.title = l.teks;
    tombol.append(satu);
  }
  return tombol;
}

function garisSifat(garis, d, tambahan = '') {
  const jalur = [svg(`pk-g-${garis} ${tambahan}`, d)];
  if (garis === 'eksternal') jalur.push(svg(`pk-g-celah ${tambahan}`, d));
  return jalur;
}

function pasangAlat(pohon, akar) {
  const aksi = {
    buka: () => pohon.bukaSemua(),
    ringkas: () => pohon.ringkas(),
    kecil: () => pohon.perbesar(pohon.skala / PERBESARAN.langkah),
    besar: () => pohon.perbesar(pohon.skala * PERBESARAN.langkah),
    asli: () => pohon.perbesar(1),
    muat: () => pohon.muatLayar(),
    peta: () => pohon.lihatPeta(),
    berikut: () => pohon.temuanBerikut(1),
  };
  akar.addEventListener('click', e => {
    const tombol = e.target.closest('[data-aksi]');
    if (tombol) aksi[tombol.dataset.aksi]();
  });
  pohon.cari.addEventListener('input', () => pohon.tandaiTemuan(pohon.cari.value));
  pohon.cari.addEventListener('keydown', e => {
    e.stopPropagation();
    if (e.key === 'Enter') { e.preventDefault(); pohon.temuanBerikut(e.shiftKey ? -1 : 1); }
    if (e.key === 'ArrowDown' && pohon.temuan.length) { e.preventDefault(); pohon.pindahFokus(pohon.fokus); }
  });
  pohon.wadah.addEventListener('click', e => {
    const kotak = e.target.closest('.pk-kotak');
    if (!kotak || pohon.terseret) return;
    const { kode } = kotak.dataset;
    if (!e.target.closest('.pk-cabang')) { pohon.pilih(kode); return; }
    pohon.bukaTutup(kode);
    pohon.pindahFokus(kode);
  });
  pohon.bingkai.addEventListener('wheel', e => {
    if (!e.ctrlKey) return;
    e.preventDefault();
    const kotak = pohon.bingkai.getBoundingClientRect();
    pohon.perbesar(pohon.skala * (e.deltaY < 0 ? 1.1 : 1 / 1.1), e.clientX - kotak.left, e.clientY - kotak.top);
  }, { passive: false });
}

function pasangTombol(pohon) {
  const ke = kode => { if (kode) pohon.pindahFokus(kode); };
  const geser = arah => {
    const tampak = pohon.tampak();
    ke(tampak[tampak.indexOf(pohon.fokus) + arah]);
  };
  const kanan = () => {
    const { anak } = pohon.simpul.get(pohon.fokus);
    if (pohon.terbuka.has(pohon.fokus)) ke(anak[0]);
    else pohon.bukaTutup(pohon.fokus, true);
  };
  const kiri = () => {
    const { anak, induk } = pohon.simpul.get(pohon.fokus);
    if (anak.length && pohon.terbuka.has(pohon.fokus)) pohon.bukaTutup(pohon.fokus, false);
    else if (pohon.simpul.has(induk)) ke(induk);
  };
  const tombol = {
    ArrowDown: () => geser(1), ArrowUp: () => geser(-1), ArrowRight: kanan, ArrowLeft: kiri,
    Home: () => ke(pohon.akar[0]), End: () => ke(pohon.tampak().at(-1)),
    Enter: () => pohon.pilih(pohon.fokus), ' ': () => pohon.pilih(pohon.fokus),
    '+': () => pohon.bukaTutup(pohon.fokus, true), '=': () => pohon.bukaTutup(pohon.fokus, true),
    '-': () => pohon.bukaTutup(pohon.fokus, false), '*': () => pohon.bukaSemua(),
  };
  pohon.wadah.addEventListener('keydown', e => {
    if (e.ctrlKey || e.altKey || e.metaKey || !tombol[e.key]) return;
    e.preventDefault();
    e.stopPropagation();
    tombol[e.key]();
    pohon.kotak.get(pohon.fokus).focus({ preventScroll: true });
  });
}

// The mouse drags the canvas; fingers scroll it as they scroll anything.
function pasangSeret(pohon) {
  const { bingkai } = pohon;
  let awal = null;
  bingkai.addEventListener('pointerdown', e => {
    pohon.terseret = false;
    if (e.pointerType !== 'mouse' || e.button !== 0) return;
    awal = { x: e.clientX, y: e.clientY, kiri: bingkai.scrollLeft, atas: bingkai.scrollTop };
  });
  bingkai.addEventListener('pointermove', e => {
    if (!awal || !(e.buttons & 1)) { awal = null; return; }
    const x = e.clientX - awal.x, y = e.clientY - awal.y;
    if (!pohon.terseret && Math.hypot(x, y) < 6) return;
    pohon.terseret = true;
    bingkai.scrollTo(awal.kiri - x, awal.atas - y);
  });
  bingkai.addEventListener('pointerup', () => { awal = null; });
}
