"""The style of the explanation panel and the priority list; constant, drawn by the shell after `gaya.GAYA`."""

GAYA_ASAL = """
<style>
.dk-asal { border: 1px solid color-mix(in srgb, currentColor 15%, transparent); border-radius: 8px;
  padding: .9rem 1.1rem 1rem; font-size: .9rem; }
.dk-asal h4 { font-size: .86rem; font-weight: 650; margin: .9rem 0 .3rem; padding: 0; }
.dk-asal .dk-hasil { font-size: 1.45rem; font-weight: 650; margin: 0 0 .5rem; }
.dk-asal .dk-hasil .dk-status { font-size: .95rem; margin-left: .5rem; }
.dk-asal dl dt, .dk-asal dl dd { margin: 0; padding: 0; }
.dk-asal dl { display: grid; grid-template-columns: minmax(7.5rem, auto) 1fr; gap: .28rem .9rem;
  margin: 0 !important; padding: 0 !important; }
.dk-asal dt { color: color-mix(in srgb, currentColor 72%, transparent); }
.dk-asal dl dd { overflow-wrap: anywhere; }
.dk-asal table { border-collapse: collapse; width: 100%; }
.dk-asal th, .dk-asal td { text-align: left; vertical-align: top; padding: .28rem .7rem .28rem 0; font-weight: 400;
  border-bottom: 1px solid color-mix(in srgb, currentColor 12%, transparent); }
.dk-asal tbody th { min-width: 8.5rem; }
.dk-asal thead th { font-weight: 600; color: color-mix(in srgb, currentColor 72%, transparent); font-size: .82rem; }
.dk-asal td.dk-angka { text-align: right; overflow-wrap: normal; }
.dk-asal ol, .dk-asal ul { margin: 0; padding-left: 1.2rem; }
.dk-asal li { margin: .1rem 0; font-variant-numeric: tabular-nums; }

ol.dk.dk-prioritas { list-style: none; margin: 0; padding: 0; }
.dk-prioritas li { display: grid; grid-template-columns: 9.5rem minmax(0, 1fr) minmax(0, 14rem) 7rem;
  gap: .15rem 1rem; padding: .6rem 0; margin: 0; align-items: baseline; font-size: .92rem;
  border-bottom: 1px solid color-mix(in srgb, currentColor 12%, transparent); }
.dk-prioritas .dk-apa { font-weight: 600; }
.dk-prioritas .dk-apa small { display: block; font-weight: 400; font-size: .86rem; margin-top: .1rem; }
.dk-prioritas .dk-sejak { text-align: right; }
.dk-prioritas a { color: inherit; text-decoration: underline; text-underline-offset: .2em;
  text-decoration-color: color-mix(in srgb, currentColor 35%, transparent); }
.dk-prioritas a:hover { text-decoration-color: currentColor; }
.dk-lanjut { display: flex; flex-wrap: wrap; gap: .3rem 1.4rem; font-size: .9rem; }
.dk-lanjut a { color: inherit; text-underline-offset: .2em; }
.dk-judul { font-size: 1.05rem; font-weight: 650; line-height: 1.3; margin: .2rem 0 .1rem; }
.dk-kalimat { font-size: .86rem; }
.dk-iku h3 { font-size: .92rem; font-weight: 600; line-height: 1.3; height: 3.9em; margin: 0; padding: 0;
  overflow: hidden;
  display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 3; }
.dk-iku .dk-target { font-size: .88rem; margin-top: .1rem; }
.dk-iku .dk-target > * { display: block; }
.dk-iku .dk-target > .dk-status { display: flex; }

ul.dk.dk-bullet, ul.dk.dk-sebaran { list-style: none; margin: 0; padding: 0; }
.dk-bullet li, .dk-sebaran li { margin: 0 0 .7rem; padding: 0; font-size: .9rem; }
.dk-atas { display: flex; justify-content: space-between; gap: 1rem; align-items: baseline; margin-bottom: .22rem; }
.dk-bullet a { color: inherit; text-decoration: none; }
.dk-bullet a:hover, .dk-bullet a:focus-visible { text-decoration: underline; text-underline-offset: .2em; }
.dk-alas { position: relative; height: 18px; }
.dk-alas i { position: absolute; display: block; }
.dk-alas .dk-zona { top: 0; bottom: 0; left: 0; background: color-mix(in srgb, currentColor 9%, transparent); }
.dk-alas .dk-warna { top: 4px; bottom: 4px; left: 0; background: currentColor; border-radius: 1px; }
.dk-alas .dk-garis { top: 0; bottom: 0; width: 2px; margin-left: -1px; background: currentColor; }
.dk-alas .dk-ketupat { top: 5px; width: 8px; height: 8px; margin-left: -4px; transform: rotate(45deg); background: #fff;
  border: 2px solid #30343b; }
.dk-alas.dk-hampa { border-bottom: 1px dashed color-mix(in srgb, currentColor 40%, transparent); height: 9px;
  margin-bottom: 9px; }
.dk-patok { position: relative; height: 1.1rem; font-size: .78rem; margin-top: -.35rem; }
.dk-patok span { position: absolute; transform: translateX(-50%); opacity: .75; }
.dk-patok span:first-child { transform: none; }
.dk-tumpuk { display: flex; height: 18px; gap: 1px; }
.dk-tumpuk i { flex: 1 1 0; min-width: 3px; background: currentColor; font-style: normal; font-size: .78rem;
  line-height: 18px; text-align: center; border-radius: 1px; }
.dk-tumpuk i.dk-warna { color: #fff; }
.dk-tumpuk i.dk-merah { background: #B62A20; } .dk-tumpuk i.dk-oranye { background: #E07800; color: #14161a; }
.dk-tumpuk i.dk-hijau { background: #26975E; color: #0b0d10; } .dk-tumpuk i.dk-biru { background: #4B78D2; }
.dk-tumpuk i.dk-abu { background: #656A72; }

[data-testid="stPlotlyChart"] :is(.xtick, .ytick, .annotation-text-g, .textpoint) text,
[data-testid="stPlotlyChart"] :is(text.legendtext, text.bartext-outside, text.xtitle, text.ytitle) {
  fill: currentColor !important; }

span[data-tag-index] { background: color-mix(in srgb, currentColor 12%, transparent) !important; }
span[data-tag-index], span[data-tag-index] * { color: inherit !important; }

.dk-gulir { overflow-x: auto; }
.dk-tabel { border-collapse: collapse; width: 100%; font-size: .89rem; }
.dk-tabel th, .dk-tabel td { text-align: left; vertical-align: baseline; padding: .42rem .9rem .42rem 0;
  font-weight: 400; border-bottom: 1px solid color-mix(in srgb, currentColor 12%, transparent); }
.dk-tabel thead th { font-weight: 600; font-size: .82rem; color: color-mix(in srgb, currentColor 72%, transparent); }
.dk-tabel tbody th { min-width: 16rem; }
.dk-tabel.dk-ringkas tbody th { min-width: 0; white-space: nowrap; }
.dk-tabel .dk-kanan { text-align: right; }
.dk-tersembunyi { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }

@media (max-width: 640px) {
  .dk-prioritas li { grid-template-columns: 1fr auto; }
  .dk-prioritas .dk-apa, .dk-prioritas .dk-siapa { grid-column: 1 / -1; }
  .dk-prioritas .dk-sejak { grid-row: 1; grid-column: 2; }
  .dk-asal dl { grid-template-columns: 1fr; gap: .05rem; }
  .dk-asal tbody th { min-width: 0; }
  .dk-asal tr { display: grid; grid-template-columns: 1fr auto; }
  .dk-asal td:last-child { grid-column: 1 / -1; }
  .dk-asal tbody tr > * { border-bottom: 0; padding: .12rem 0; }
  .dk-asal tbody tr { border-bottom: 1px solid color-mix(in srgb, currentColor 12%, transparent);
    padding: .2rem 0; }
  .dk-asal thead { display: none; }
  .dk-asal dd { margin-bottom: .35rem; }
  .dk-iku h3 { height: auto; }
}
</style>
"""
