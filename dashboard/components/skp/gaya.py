"""The style of the Distribusi SKP page; constant, put into the start page after `gaya.GAYA`."""

GAYA_SKP = """
<style>
.dk-kuadran { border-collapse: separate; border-spacing: 4px; width: 100%; max-width: 44rem; font-size: .88rem;
  table-layout: fixed; }
.dk-kuadran th { font-weight: 600; font-size: .82rem; text-align: center; padding: .2rem .4rem;
  color: color-mix(in srgb, currentColor 76%, transparent); }
.dk-kuadran tbody th { text-align: right; width: 8.5rem; }
.dk-kuadran td { text-align: center; padding: .55rem .4rem; border-radius: 6px; vertical-align: middle;
  background: color-mix(in srgb, currentColor 4%, transparent); }
.dk-kuadran td b { display: block; font-size: 1.35rem; line-height: 1.15; font-weight: 650; }
.dk-kuadran td span { display: block; font-size: .8rem; line-height: 1.25; overflow-wrap: anywhere; }
.dk-kuadran td.dk-berisi { background: color-mix(in srgb, #2B5C83 30%, transparent); }
.dk-kuadran td.dk-kosong-sel { color: color-mix(in srgb, currentColor 72%, transparent); }
.dk-komposisi { display: flex; height: 16px; width: 100%; min-width: 9rem; }
.dk-komposisi i { display: block; font-style: normal; }
.dk-komposisi i:first-child { background: #2B5C83; border-radius: 2px 0 0 2px; }
.dk-komposisi i + i { background: #C58B45; border-radius: 0 2px 2px 0; }
.dk-kunci { display: inline-block; width: .8em; height: .8em; border-radius: 2px; margin-right: .35em; }
.dk-kunci-skp { background: #2B5C83; } .dk-kunci-perilaku { background: #C58B45; }
.dk-kelas-0 { background: #2B5C83; } .dk-kelas-1 { background: #7CA3C0; } .dk-kelas-2 { background: #C9CDD1; }
.dk-kelas-3 { background: #D9A866; } .dk-kelas-4 { background: #9A5B26; }
.dk-tandaan { display: inline-block; margin-right: .6rem; white-space: nowrap; font-weight: 600; }
.dk-tabel td.dk-lebar { min-width: 10rem; }
.dk-tabel tr.dk-jumlah > * { font-weight: 650; }
.dk-hitungan details { border-bottom: 1px solid color-mix(in srgb, currentColor 14%, transparent); padding: .4rem 0; }
.dk-hitungan summary::before { content: "▸"; }
.dk-hitungan details[open] > summary::before { content: "▾"; }
.dk-hitungan summary span:first-of-type { flex: 1; }
.dk-hitungan :is(dl, ul) { font-size: .9rem; }
.dk-hitungan summary { cursor: pointer; display: flex; gap: .6rem; font-size: .9rem; }
.dk-hitungan summary span:last-child { font-weight: 600; white-space: nowrap; }
.dk-hitungan ol { margin: .35rem 0 .3rem; padding-left: 1.4rem; font-size: .88rem; }
.dk-hitungan li { margin: .12rem 0; font-variant-numeric: tabular-nums; }
</style>
"""
