// Where each visible box stands. Wide levels hang below their parent as a list, so that text keeps its size.

const JARAK = { datar: 22, turun: 54, tumpuk: 12, masuk: 34, tepi: 14 };
const LEBAR = { paling_kecil: 226, paling_besar: 300 };

// The last depth drawn side by side: as many levels as fit the frame without shrinking below `skala`.
function kedalamanDatar(jumlahPerDalam, lebarBingkai, skala = 0.9) {
  let batas = 0;
  jumlahPerDalam.forEach((jumlah, dalam) => {
    const muat = jumlah * (LEBAR.paling_kecil + JARAK.datar) <= lebarBingkai / skala;
    if (muat && dalam === batas + 1) batas = dalam;
  });
  return batas;
}

// Where everything is one list, room is kept for its steps; beside one another boxes share the frame.
function lebarKotak(kolom, batasDatar, lebarBingkai) {
  const langkah = batasDatar ? 1 : 3;
  const sisa = (lebarBingkai - 2 * JARAK.tepi) / Math.max(kolom, 1) - JARAK.datar - langkah * JARAK.masuk;
  return Math.max(LEBAR.paling_kecil, Math.min(LEBAR.paling_besar, Math.floor(sisa)));
}

// akar: codes; anak(kode): visible children; tinggi(kode): height of a box. Returns {letak: Map, lebar, tinggi}.
function susunLetak(akar, anak, tinggi, lebar, batasDatar) {
  const letak = new Map();
  const barisTinggi = [];
  const catat = (kode, dalam) => {
    if (dalam <= batasDatar) barisTinggi[dalam] = Math.max(barisTinggi[dalam] || 0, tinggi(kode));
    if (dalam < batasDatar) anak(kode).forEach(a => catat(a, dalam + 1));
  };
  akar.forEach(a => catat(a, 0));

  // Both return the width and height taken, having placed the block with its upper left corner at x, y.
  const menumpuk = (kode, dalam, x, y) => {
    letak.set(kode, { x, y, dalam, tegak: true });
    let bawah = y + tinggi(kode), kanan = lebar;
    for (const a of anak(kode)) {
      const blok = menumpuk(a, dalam + 1, x + JARAK.masuk, bawah + JARAK.tumpuk);
      bawah += JARAK.tumpuk + blok.tinggi;
      kanan = Math.max(kanan, JARAK.masuk + blok.lebar);
    }
    return { lebar: kanan, tinggi: bawah - y };
  };
  const mendatar = (kode, dalam, x, y) => {
    const isi = anak(kode);
    if (dalam >= batasDatar || !isi.length) {
      const blok = menumpuk(kode, dalam, x, y);
      letak.get(kode).tegak = dalam > batasDatar;
      return blok;
    }
    const bawah = y + barisTinggi[dalam] + JARAK.turun;
    let kanan = x, dasar = bawah;
    for (const a of isi) {
      const blok = mendatar(a, dalam + 1, kanan, bawah);
      kanan += blok.lebar + JARAK.datar;
      dasar = Math.max(dasar, bawah + blok.tinggi);
    }
    const awal = letak.get(isi[0]).x, akhir = letak.get(isi[isi.length - 1]).x + lebar;
    const tengah = Math.max(x, (awal + akhir - lebar) / 2);
    letak.set(kode, { x: tengah, y, dalam, tegak: false });
    return { lebar: Math.max(kanan - JARAK.datar, tengah + lebar) - x, tinggi: dasar - y };
  };

  let kanan = JARAK.tepi, dasar = 0;
  for (const a of akar) {
    const blok = mendatar(a, 0, kanan, JARAK.tepi);
    kanan += blok.lebar + JARAK.datar;
    dasar = Math.max(dasar, JARAK.tepi + blok.tinggi);
  }
  return { letak, lebar: kanan - JARAK.datar + JARAK.tepi, tinggi: dasar + JARAK.tepi };
}

// The way from a parent to its child: `batang` is shared and plain, `ujung` belongs to the child and shows its sifat.
function jalurGaris(induk, anak, tinggiInduk, tinggiAnak, lebar) {
  if (anak.tegak) {
    const x = induk.x + 13, y = anak.y + Math.min(tinggiAnak / 2, 30);
    return { batang: `M${x} ${induk.y + tinggiInduk}V${y}`, ujung: `M${x} ${y}H${anak.x}` };
  }
  const dari = induk.x + lebar / 2, ke = anak.x + lebar / 2, palang = anak.y - JARAK.turun + 16;
  return {
    batang: `M${dari} ${induk.y + tinggiInduk}V${palang}H${ke}`,
    ujung: `M${ke} ${palang}V${anak.y}`,
  };
}

// A link beside the tree: out of the side of the lower box, into the side of the upper one.
function jalurLintas(dari, ke, tinggiDari, tinggiKe, lebar) {
  const kanan = dari.x >= ke.x;
  const x1 = dari.x + lebar, x2 = kanan ? ke.x + lebar : ke.x;
  const y1 = dari.y + tinggiDari / 2, y2 = ke.y + tinggiKe / 2;
  const busur = 26 + Math.min(70, Math.abs(y1 - y2) / 8);
  return `M${x1} ${y1}C${x1 + busur} ${y1} ${kanan ? x2 + busur : x2 - busur} ${y2} ${x2} ${y2}`;
}
